"""How much one may ask at once."""


class Bucket:
    """
    Lets through so much at once, and so much a second after that; refusing costs next to nothing.

    Examples
    --------
    >>> bucket = Bucket(2, 0.5, now=0)
    >>> [bucket.take(now) for now in (0, 0, 0, 2, 2)]
    [True, True, False, True, False]
    """

    def __init__(self, most: int, a_second: float, now: float) -> None:
        self.most, self.a_second = most, a_second
        self._left, self._at = float(most), now

    def take(self, now: float) -> bool:
        """Tell whether one more may pass."""
        self._left = min(self.most, self._left + (now - self._at) * self.a_second)
        self._at = now
        passes = self._left >= 1
        self._left -= passes
        return passes
