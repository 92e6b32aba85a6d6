"""Tasks that search for a setting: what is guessed, tried, told and found."""

from playwright.sync_api import Page
from support.lesson_page import TASKS, OpenAt, answer, can_go_on, end, guess, kept, press, run_of, seen, slide, try_out

from sim.lessons.placeholders import PROTEINS
from sim.runs.quantities import QUANTITIES
from sim.text.values import told

TENTHS = {"calcium": (4, 25), "vitamin_d": (0, 50), "vitamin_k2": (0, 50)}


def test_one_change_of_k2_and_no_other_meets_the_goal_as_python_has_it(blank: Page) -> None:
    found = blank.evaluate(
        """async tenths => {
          const [{ LESSONS: { tablets } }, { simulate }, { meets, settingsOf }] =
            await Promise.all(["/lesson_tables.js", "/run.js", "/lesson/conditions.js"].map(name => import(name)));
          const task = tablets.steps.flatMap(step => step.tasks).find(({ key }) => key === "stop_it");
          const she = tablets.cases.she.scenario, one = tablets.cases.neighbour.scenario;
          const tried = settings => ({ settings, run: simulate({ ...she,
            calcium: settings.calcium * one.calcium, vitamin_d: settings.vitamin_d * one.vitamin_d,
            vitamin_k2: settings.vitamin_k2 * one.vitamin_k2 }, 121) });
          const her = tried(settingsOf(tablets, "she"));
          return Object.entries(tenths).flatMap(([nutrient, [low, high]]) =>
            Array.from({ length: high - low + 1 }, (_, i) => (low + i) / 10)
              .filter(multiple => meets(task, tried({ ...her.settings, [nutrient]: multiple }), her))
              .map(multiple => [nutrient, multiple]));
        }""",
        TENTHS,
    )

    def met(nutrient: str, multiple: float) -> bool:
        changed = {nutrient: multiple}
        return end("bone_change", **changed) >= 0 and end("arteries_times", **changed) <= 1.5

    asked = [(name, tenth / 10) for name, (low, high) in TENTHS.items() for tenth in range(low, high + 1)]
    expected = [[name, multiple] for name, multiple in asked if met(name, multiple)]
    assert found == expected
    assert {name for name, _ in expected} == {"vitamin_k2"} and expected[0][1] > 1


def test_each_run_is_guessed_first_told_and_kept_in_the_table(at_task: OpenAt) -> None:
    page = at_task("stop_it")
    slide(page, "calcium", 1)
    assert not can_go_on(page)
    guess(page, "worse")
    assert not can_go_on(page)
    reply = try_out(page, "calcium", 1, "worse", "better")
    bone, arteries = (seen(name, calcium=1) for name in ("bone_change", "arteries_times"))
    assert reply.startswith(f"Calcium ×1: bone {bone}, arteries {arteries}.")
    assert TASKS["stop_it"].replies[1].when == "changed=calcium calcium<her"
    assert TASKS["stop_it"].replies[1].text in reply
    rows = page.locator(".tried tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["she", "×2", "×5", "×0.1", seen("bone_change"), seen("arteries_times"), ""],
        ["1", "×1", "×5", "×0.1", bone, arteries, "2 of 2"],
    ]
    guess(page, "better", "better")
    assert not can_go_on(page)  # the same once more would tell nothing
    try_out(page, "calcium", 1.9, "worse", "same")
    assert seen("arteries_times", calcium=1.9) == seen("arteries_times") != seen("arteries_times", calcium=1)
    assert page.locator(".tried tbody tr").last.inner_text().endswith("2 of 2")
    assert "stop_it" not in kept(page)["locked"]


def test_two_changes_do_not_count_even_where_both_organs_are_well(at_task: OpenAt) -> None:
    page = at_task("stop_it")
    slide(page, "calcium", 1.9)
    reply = try_out(page, "vitamin_k2", 3, "better", "better")
    assert end("bone_change", calcium=1.9, vitamin_k2=3) > 0 and end("arteries_times", calcium=1.9, vitamin_k2=3) < 1.5
    assert reply.startswith("Calcium ×1.9, Vitamin K2 ×3:") and TASKS["stop_it"].replies[0].text in reply
    assert not answer(page, "stop_it")["found"]
    page.get_by_role("button", name="Calcium, back to ×2").click()
    guess(page, "better", "better")
    press(page)
    page.get_by_text(TASKS["stop_it"].found.text).wait_for()
    assert answer(page, "stop_it")["settings"] == {"calcium": 2, "vitamin_d": 5, "vitamin_k2": 3}
    assert answer(page, "stop_it")["found"] and answer(page, "stop_it")["runs"] == 2
    assert "stop_it" in kept(page)["locked"]
    assert page.locator("input[type=range]:enabled").count() == 0


def test_a_setting_in_other_words_than_multiples_is_nowhere(at_task: OpenAt) -> None:
    page = at_task("stop_it")
    try_out(page, "vitamin_d", 1, "better", "better")
    words = page.locator("[data-task=stop_it]").inner_text()
    assert "×5" in words and "blood thinner" in words
    for unit in ("IU", "µg", "mg"):
        assert unit not in words
    spoken = [each.get_attribute("aria-valuetext") for each in page.locator("input[type=range]").all()]
    assert spoken == ["×2", "×1", "×0.1"]


def test_nothing_moves_before_the_run_and_drafts_stay(at_task: OpenAt) -> None:
    page = at_task("stop_it")
    before = page.locator("figure.bone_change").inner_text()
    slide(page, "vitamin_k2", 5)
    assert page.locator("figure.bone_change").inner_text() == before
    guess(page, "better")
    draft = answer(page, "stop_it")
    assert (draft["settings"]["vitamin_k2"], draft["guess"], draft["runs"]) == (5, [0, None], 0)


def proteins(vitamin_k2: float) -> tuple[int, int, str]:
    run = run_of(1, 5, vitamin_k2)
    built = round(PROTEINS * run.constant("k2_need"))
    return built, round(built * run.activation["mgp"]), told(QUANTITIES["mgp_activation"], 100 * run.activation["mgp"])


def test_proteins_follow_the_slider_and_only_the_neighbours_share_is_found(at_task: OpenAt) -> None:
    page = at_task("same_share")
    share = 100 * run_of(1, 1, 1).activation["mgp"]
    for multiple in (0, 1.3, 2, 2.4, 3, 5):
        slide(page, "vitamin_k2", multiple)
        built, on, told_share = proteins(multiple)
        assert page.locator(".proteins-count").inner_text() == f"{built} built, {on} switched on: {told_share}"
        assert (page.locator(".protein").count(), page.locator(".protein.on").count()) == (built, on)
        near = abs(100 * run_of(1, 5, multiple).activation["mgp"] - share) <= 2
        assert can_go_on(page) == near == answer(page, "same_share")["found"], multiple
        spoken = page.locator("input[type=range]").get_attribute("aria-valuetext") or ""
        assert spoken.startswith(f"×{multiple}. ") and told_share in spoken
    slide(page, "vitamin_k2", 2.4)
    press(page)
    found = TASKS["same_share"].found
    assert page.locator("[data-task=same_share] .reply b").inner_text() == found.title.replace(
        "{run.vitamin_k2}", "×2.4"
    )


def test_what_cannot_be_read_as_a_condition_is_named(blank: Page) -> None:
    hold = """async when => {
      const { holds } = await import("/lesson/conditions.js");
      const settings = { calcium: 2, vitamin_d: 5, vitamin_k2: 0.1 };
      const run = { constants: { mgp_activation: 0.3 } };
      const task = { goal: [{ quantity: "mgp_activation", at_least: 40, at_most: 44 }], one_change: false };
      try {
        return holds(when, task, { settings: { ...settings, calcium: 1 }, run }, { settings, run });
      } catch (error) {
        return error.message;
      }
    }"""
    expected = {
        "": True, "changed=calcium": True, "changed=vitamin_d": False, "changed=many": False, "goal": False,
        "calcium<her": True, "calcium>her": False, "calcium>=her": False, "vitamin_d>=her": True,
        "mgp_activation<goal": True, "mgp_activation>goal": False, "mgp_activation<30": False,
        "mgp_activation>=30": True, "changed=calcium mgp_activation>35": False,
    }  # fmt: skip
    assert {when: blank.evaluate(hold, when) for when in expected} == expected
    assert "Invalid condition 'calcium!her'" in blank.evaluate(hold, "calcium!her")
