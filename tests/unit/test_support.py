"""What tests share does what it says: else they could pass without a question asked."""

import pytest
from support.for_each import for_each
from support.pictures import contrast


def test_one_question_of_many_is_asked_until_the_first_wrong_answer_which_is_named() -> None:
    asked = []

    @for_each(("low", "high"), [(1, 2), (3, 4), (6, 5), (7, 8)])
    def in_order(low: int, high: int) -> None:
        asked.append(low)
        assert low < high

    with pytest.raises(AssertionError) as failure:
        in_order()
    assert asked == [1, 3, 6]
    assert failure.value.__notes__ == ["low, high: 6, 5"]
    with pytest.raises(AssertionError):
        for_each("value", [])  # no question


def test_the_contrast_of_black_and_white_is_21_and_of_equal_colours_1() -> None:
    assert contrast("black", "white") == pytest.approx(21)  # rounding
    assert contrast("#777777", "white") == pytest.approx(4.48, abs=0.005)  # the well-known grey just below AA
    assert contrast("#b84a00", "#b84a00") == 1
