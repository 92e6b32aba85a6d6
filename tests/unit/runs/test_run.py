"""Runs are remembered, in one place, for all who ask."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from sim import PRESETS, Scenario, simulate
from sim.runs import run
from sim.runs.many import balanced_run


def test_a_run_that_is_asked_for_again_is_the_same_run() -> None:
    scenario = Scenario(vitamin_k2=33)
    assert simulate(scenario) is simulate(Scenario(vitamin_k2=33), samples=121)
    assert simulate(scenario, samples=5) is not simulate(scenario)
    assert simulate(replace(scenario, parameters={"mgp_strength": 0})) is not simulate(scenario)
    assert balanced_run(scenario) is simulate(PRESETS["balanced"])


def test_what_is_remembered_is_bounded_and_holds_a_class_with_all_its_presses() -> None:
    assert 512 <= (run._remembered.cache_info().maxsize or 0) <= 2048


def test_many_threads_get_right_runs_also_where_the_memory_overflows() -> None:
    scenarios = [Scenario(calcium=1000 + i % 40) for i in range(200)]
    with ThreadPoolExecutor(8) as pool:
        runs = list(pool.map(lambda each: simulate(each, samples=2), scenarios))
    assert [each.scenario for each in runs] == scenarios
    assert len({each.bone_change[-1] for each in runs}) == 40
