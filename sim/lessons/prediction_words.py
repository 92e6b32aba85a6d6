"""
What a picture of a prediction shows, in words.
"""

from collections.abc import Mapping

from sim.lessons.measures import MEASURES, OUTCOMES
from sim.lessons.old_lesson import Question
from sim.model.invalid import invalid

GOES = {"rises": "it rises", "stays": "it stays, too small a difference to be called a change", "falls": "it falls"}


def said(predictions: Mapping[str, int], outcome: str) -> str:
    """
    Return who predicted an outcome, or nothing if nobody did.

    Examples
    --------
    >>> said({"rises": 1}, "rises"), said({"rises": 17, "falls": 11}, "rises"), said({"rises": 1}, "falls")
    ('you predicted', '17 of 28 said', '')
    """
    count, everybody = predictions.get(outcome, 0), sum(predictions.values())
    if not count:
        return ""
    return "you predicted" if everybody == 1 else f"{count} of {everybody} said"


def check_predictions(predictions: Mapping[str, int]) -> None:
    """
    Check that predictions are counts of outcomes.

    Raises
    ------
    ValueError
        Naming the outcome or the count, and what it may be.
    """
    for outcome, count in predictions.items():
        if outcome not in OUTCOMES:
            raise invalid("prediction", outcome, OUTCOMES)
        if not isinstance(count, int) or count < 0:
            raise invalid("count", count, "Must be a whole number from 0 up.", where=f"of '{outcome}'")


def describe_prediction(question: Question, predictions: Mapping[str, int], *, hidden: bool = False) -> str:
    """
    Return the text alternative of the picture of a prediction; `hidden` where the result is not to be told yet.

    Examples
    --------
    >>> from sim.lessons.old import LESSONS
    >>> question = LESSONS["absorption"].activities[0]
    >>> print(describe_prediction(question, {"falls": 1}))  # doctest: +ELLIPSIS
    Absorbed calcium before: 151 mg/day, after: 225 mg/day. In the model it rises. You predicted: falls. ...otherwise.
    """
    check_predictions(predictions)
    before = question.filled(f"{MEASURES[question.measure].label} before: {{before.{question.measure}}}")
    if hidden:
        return f"{before}. What comes after is not shown yet: does it rise, stay or fall?"
    model_outcome = question.outcome()
    text = question.filled(f"{before}, after: {{after.{question.measure}}}. In the model {GOES[model_outcome]}.")
    everybody, right = sum(predictions.values()), predictions.get(model_outcome, 0)
    if everybody == 1:
        mine = next(outcome for outcome in OUTCOMES if predictions.get(outcome))
        return f"{text} You predicted: {mine}. {'The model agrees.' if right else 'The model says otherwise.'}"
    if everybody:
        votes = ", ".join(f"{outcome} {predictions.get(outcome, 0)}" for outcome in OUTCOMES)
        return f"{text} Of {everybody} predictions: {votes}. {right} of {everybody} are as the model has it."
    return text
