"""What the model says to a lesson's tasks: which choice is right, what a goal means, where a goal first holds."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from sim.lessons.lesson import Lesson, Step
from sim.lessons.measures import measure_of, outcome
from sim.lessons.task_parts import Goal
from sim.lessons.tasks import Choose, Find, Task
from sim.model.invalid import invalid
from sim.model.parameters import control
from sim.runs.many import sweep
from sim.runs.quantities import QUANTITIES
from sim.runs.run import Run, simulate


def solved(lesson: Lesson) -> Lesson:
    """
    Return the lesson with the right choice and the goals of every task as the model has them.

    Raises
    ------
    ValueError
        If no choice says what the model gives, or two do.
    """

    def step(each: Step) -> Step:
        return replace(each, tasks=tuple(map(partial(_solved, lesson), each.tasks)))

    return replace(lesson, steps=tuple(map(step, lesson.steps)))


def _solved(lesson: Lesson, task: Task) -> Task:
    if isinstance(task, Choose) and task.measure:
        return replace(task, right=_right(lesson, task))
    if isinstance(task, Find):
        return replace(task, goal=tuple(_in_numbers(lesson, goal) for goal in task.goal))
    return task


def _right(lesson: Lesson, task: Choose) -> int:
    """Return the index of the choice that the model gives."""
    before, after = (simulate(lesson.scenario(case)) for case in task.compare)
    found = outcome(measure_of(task.measure), before, after)
    fitting = [index for index, choice in enumerate(task.choices) if choice.outcome == found]
    if len(fitting) != 1:
        said = ", ".join(choice.outcome for choice in task.choices)
        raise invalid("choices", said, f"Just one must be '{found}'.", where=f"of {task.key}")
    return fitting[0]


def _in_numbers(lesson: Lesson, goal: Goal) -> Goal:
    """Return a goal with both its ends, if it is near a case. [unit that readers see]"""
    if not goal.near or goal.within is None:
        return goal
    middle = float(QUANTITIES[goal.quantity].end(simulate(lesson.scenario(goal.near))))
    return replace(goal, at_least=middle - goal.within, at_most=middle + goal.within)


def meets(goals: Iterable[Goal], run: Run) -> Any:
    """Return whether a run, or which of many, reaches all goals: a bool, or an array of them."""
    met: Any = True
    for goal in goals:
        end = QUANTITIES[goal.quantity].end(run)
        least = -np.inf if goal.at_least is None else goal.at_least
        most = np.inf if goal.at_most is None else goal.at_most
        met = met & (end >= least) & (end <= most)
    return met


def solutions(lesson: Lesson, task: Find) -> dict[str, list[float]]:
    """Return for each slider moved alone the multiples at which the goal holds, of all that can be set."""
    goals = [_in_numbers(lesson, goal) for goal in task.goal]
    start, base = lesson.scenario(task.case), lesson.scenario(lesson.base)
    found: dict[str, list[float]] = {}
    for name, slider in task.sliders.items():
        multiples = slider.low + slider.step * np.arange(round((slider.high - slider.low) / slider.step) + 1)
        values = np.minimum(multiples * getattr(base, name), control(name).high)
        runs = sweep(start, samples=2, **{name: values})
        found[name] = multiples[meets(goals, runs)].tolist()
    return found


def found_ends(lesson: Lesson, task: Find) -> tuple[float, float]:
    """
    Return the first and the last multiple, by one slider alone, at which the goal holds.

    Raises
    ------
    ValueError
        If no slider, or more than one, can reach the goal.
    """
    reached = {name: multiples for name, multiples in solutions(lesson, task).items() if multiples}
    if len(reached) != 1:
        said = ", ".join(reached) or "none"
        raise invalid("goal", said, "Just one slider must reach it alone.", where=f"of {task.key}")
    (multiples,) = reached.values()
    return multiples[0], multiples[-1]
