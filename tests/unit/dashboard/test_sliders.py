"""What was moved, told apart from what the browser has not heard of yet."""

from dataclasses import replace

from sim import PRESETS, Scenario
from sim.dashboard.sliders import Message, Query, after

USUAL, PARADOX = Scenario(), PRESETS["calcium paradox"]


def address(scenario: Scenario) -> Query:
    return frozenset((name, (f"{value:.0f}",)) for name, value in scenario.settings().items())


def message(heard: Scenario, **stand: float) -> Message:
    """Return a message of a browser that has heard of some settings, with its sliders there or where they are moved."""
    shown = {name: getattr(heard, name) for name in ("calcium", "vitamin_d", "vitamin_k2")}
    return Message(address(heard), {**shown, **stand})


def test_a_browser_that_has_heard_nothing_of_a_preset_does_not_undo_it() -> None:
    assert after(message(USUAL), message(USUAL), PARADOX) == PARADOX


def test_a_slider_that_was_moved_before_the_browser_heard_of_the_preset_is_taken_and_the_others_stay() -> None:
    moved = message(USUAL, vitamin_k2=105)
    assert after(moved, message(USUAL), PARADOX) == replace(PARADOX, vitamin_k2=105)


def test_a_slider_may_go_back_to_where_the_address_says_before_its_move_was_heard_of() -> None:
    there, back = message(USUAL, vitamin_k2=105), message(USUAL)
    assert after(there, message(USUAL), USUAL) == replace(USUAL, vitamin_k2=105)
    assert after(back, there, replace(USUAL, vitamin_k2=105)) == USUAL


def test_what_the_browser_has_heard_of_is_no_move_even_if_more_has_happened_since() -> None:
    low = PRESETS["ordinary diet + tablets"]  # pressed after the paradox, of which the browser hears only now
    assert after(message(PARADOX), message(USUAL), low) == low


def test_a_slider_moved_right_after_the_browser_has_heard_of_a_preset_is_taken() -> None:
    assert after(message(PARADOX, calcium=2050), message(USUAL), PARADOX) == replace(PARADOX, calcium=2050)


def test_the_first_message_and_pages_without_sliders_change_nothing() -> None:
    assert after(Message(frozenset(), {}), None, PARADOX) == PARADOX
    assert after(Message(address(USUAL), {}), message(USUAL), PARADOX) == PARADOX


def test_an_address_from_outside_that_holds_no_numbers_counts_as_not_heard() -> None:
    addresses = {("calcium", ("many",)), ("vitamin_k2", ("-5",)), ("vitamin_d", ("٨٠٠",))}
    odd = Message(frozenset(addresses), {"calcium": 1000, "vitamin_k2": 10})
    assert odd.told() == {}
    assert after(odd, None, replace(PARADOX, calcium=1000)) == replace(PARADOX, calcium=1000)
