"""Nothing is told or drawn that is still to be predicted, and a file that does so is refused."""

import re
from pathlib import Path

import pytest
from support.lesson_files import TEXT, wrong

from sim.lessons.reading import read, read_and_play

SPOILERS = [
    ('later_from = "ten_years"', 'later_from = "arteries"', "harden"),
    ('title = "Ten years of tablets"', 'title = "Why her bones lose calcium"', "lose"),
    ('about = "A woman', 'about = "Her arteries harden. A woman', "harden"),
    ('next = "Draw her arteries"', 'next = "Why she loses bone"', "loses"),
    ('title = "Now draw her arteries"', 'title = "Now draw what hardens"', "hardens"),
    ("And hers?", "Hers end at {she.arteries_times}.", "{she.arteries_times}"),
    ("And hers?", "Hers end at ×2.4.", "2.4"),
    ("In ten years she swallows", "She then lets out {she.faeces}, and swallows", "{she.faeces}"),
    ("In ten years she swallows", "She then lets out {she.urine}, and swallows", "{she.urine}"),
    (
        "It does not switch it on.",
        "Trials give {she_in_trials.arteries_times}.",
        "{she_in_trials.arteries_times}",
    ),
    ('text = "Watch both pictures', 'text = "Her bones end at {she.bone_change}. Watch both', "{she.bone_change}"),
    ('ask = "Before you run it, guess."', 'ask = "Find K2 {first.stop_it}."', "{first.stop_it}"),
    ('"more calcium in, more bone"', '"they lose 2.6 % of it"', "2.6"),
    ('text = "You find out in step 4."', 'text = "Her bones lose some of it."', "lose"),
    ("A made-up case", "Her bones lost calcium. A made-up case", "lost"),
    (
        "Years later their arteries are scanned.",
        "It gives {she_in_trials.arteries_times}.",
        "{she_in_trials.arteries_times}",
    ),
    ("Each MGP must be switched on", "The share falls. Each MGP must be switched on", "falls"),
    (
        'next = "Why so much K2?"',
        'next = "From {neighbour.mgp_activation} to {more_d.mgp_activation}"',
        "{more_d.mgp_activation}",
    ),
]


@pytest.mark.parametrize(("good", "bad", "told"), SPOILERS, ids=[bad for _, bad, _ in SPOILERS])
def test_a_result_that_is_told_before_its_prediction_is_noticed(tmp_path: Path, good: str, bad: str, told: str) -> None:
    path = wrong(tmp_path, good, bad)
    read(path)  # nothing else is wrong with it
    with pytest.raises(ValueError, match=rf"^wrong.toml: Invalid text .* Must not tell '{{?{re.escape(told)}}}?'"):
        read_and_play(path)


@pytest.mark.parametrize("picture", ["ledger", "proteins"])
def test_a_picture_of_the_result_is_noticed(tmp_path: Path, picture: str) -> None:
    path = wrong(tmp_path, 'key = "which_sentence"', 'key = "which_sentence"')
    at = TEXT.index('key = "which_sentence"')
    path.write_text(TEXT[:at] + TEXT[at:].replace('picture = "organs"', f'picture = "{picture}"', 1), "utf-8")
    with pytest.raises(ValueError, match=f"Invalid picture '{picture}' of step which_sentence. Must be one of: body"):
        read_and_play(path)


def test_a_choice_may_name_any_outcome_and_an_account_may_be_told_once_it_was_seen(tmp_path: Path) -> None:
    read_and_play(wrong(tmp_path, '"more calcium in, more bone"', '"they lose some of it"'))
    read_and_play(wrong(tmp_path, 'next = "Find the cause"', 'next = "Why her bones lost {she.bone_loss}"'))
