"""Who sits where in a live room: a colour and an animal instead of a name."""

COLOURS = ("red", "blue", "green", "orange", "violet", "teal", "pink", "brown")
ANIMALS = ("cat", "bear", "rabbit", "owl", "frog", "duck", "mouse", "deer")
MOST = 100
"""Places of a room."""


def seat(place: int) -> dict[str, str | int]:
    """
    Return the seat of a place; those that come one after the other differ in colour and animal.

    When all 64 are taken, a second round begins, with a number.

    Examples
    --------
    >>> [seat(place) for place in (0, 9, 64)]
    [{'colour': 'red', 'animal': 'cat'}, {'colour': 'blue', 'animal': 'rabbit'}, \
{'colour': 'red', 'animal': 'cat', 'number': 2}]
    """
    rounds, rest = divmod(place, len(COLOURS) * len(ANIMALS))
    turn, colour = divmod(rest, len(COLOURS))
    named: dict[str, str | int] = {"colour": COLOURS[colour], "animal": ANIMALS[(colour + turn) % len(ANIMALS)]}
    return {**named, "number": rounds + 1} if rounds else named
