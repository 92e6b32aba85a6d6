"""Foods as a plate: the browser adds up as Python does, foods go on and off, one press leads to the Lab."""

import json
from collections.abc import Collection
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from support.accessible import nothing_in, violations
from support.alone import alone
from support.for_each import for_each
from support.modules import open_modules
from support.visit import Open, Visit, expect

from sim import Scenario
from sim.content.foods import FOODS, plate_listing
from sim.content.foods.plate import MOST, Example, by_form, examples, settings, to_sliders, total
from sim.content.foods.sun import SUN
from sim.dashboard.pages import plate_page
from sim.text.sentences import BLOOD_THINNER, NOTICE, NOTICE_LONG

DAYS = [
    ({}, "none"),
    ({}, "summer"),
    *(({key: 1 + n % MOST}, list(SUN)[n % len(SUN)]) for n, key in enumerate(FOODS)),
    (dict.fromkeys(FOODS, MOST), "summer"),
    ({"calcium_tablet": 1, "kale": 2}, "none"),
    *((dict(each.servings), each.sun) for each in examples()),
]
TELL = """async days => {
  const {byForm, remarks, settings, toSliders, totals} = await import('/plate/sums.js');
  const {USUAL} = await import('/lab/rules.js');
  const k1 = {...USUAL, k_form: 'k1'};
  return JSON.stringify(days.map(([servings, sun]) => {
    const day = {servings, sun};
    return {totals: totals(day), forms: Object.fromEntries(byForm(day)), settings: settings(day),
      sliders: toSliders(k1, day), remarks: remarks(day, k1)};
  }));
}"""


@pytest.fixture
def page(browser: Browser) -> Any:
    with browser.new_context() as context:
        page = context.new_page()
        open_modules(page)
        yield page


def told(page: Page, *days: tuple[dict[str, int], str]) -> list[dict[str, Any]]:
    return json.loads(page.evaluate(TELL, [list(day) for day in days]))


def test_the_browser_adds_up_every_plate_as_python_does(page: Page) -> None:
    for (servings, sun), found in zip(DAYS, told(page, *DAYS), strict=True):
        for nutrient, each in total(servings, sun).items():
            was = found["totals"][nutrient]
            assert was["span"] == [each.span.low, each.span.high]
            assert (was["known"], was["missing"], was["memory"]) == (
                each.known, list(each.missing), list(each.unverified),
            )  # fmt: skip
        assert found["forms"] == {form: [span.low, span.high] for form, span in by_form(servings).items()}
        assert found["settings"] == settings(servings, sun)
        assert found["sliders"] == to_sliders(Scenario(k_form="k1"), servings, sun).to_dict()


def test_what_the_sliders_cannot_show_is_said(page: Page) -> None:
    natto, kale, tablet, empty, sun_above, above = (
        found["remarks"]
        for found in told(
            page,
            ({"natto": 2, "calcium_tablet": 1}, "none"),
            ({"kale": 2, "butter": 1, "spinach": 1}, "none"),
            ({"calcium_tablet": 1}, "none"),
            ({}, "none"),
            ({"cod_liver_oil": 2, "vitamin_d_tablet": 1}, "summer"),  # 3,720 IU, with summer's 430 above 4,000
            ({"cod_liver_oil": 3}, "summer"),
        )
    )
    outside = "lies outside the slider’s range of 0 to 500 µg/day, so the slider goes to 500 µg/day."
    assert f"Vitamin K2 758 µg/day {outside}" in natto
    assert "The vitamin K slider counts K1 now; this plate turns it to K2 as MK-7." in natto
    assert "Vitamin D: not known for Kale, Spinach, Butter, so the slider stays where it is." in kale
    assert "Vitamin K2 leaves out, because it is not known here: Kale, Spinach." in kale
    assert "Vitamin K2 counts numbers from memory, not checked: Butter." in kale
    assert any(line.startswith("Vitamin K1: Kale, Spinach.") for line in kale)
    assert "Vitamin K2: nothing here is known to hold any, so the slider stays where it is." in tablet
    assert empty == []
    assert not any("above the upper limit" in line for line in sun_above)
    limit = "4,080 IU/day without the sun is above the upper limit of 4,000 IU/day"
    assert any(line.startswith(f"Vitamin D {limit}") for line in above)


def test_every_food_has_a_drawing_of_its_own(page: Page) -> None:
    drawn = page.evaluate("async () => (await import('/plate/drawings.js')).DRAWINGS")
    assert list(drawn) == list(FOODS)
    assert len({json.dumps(shapes) for shapes in drawn.values()}) == len(FOODS)


def test_five_servings_are_taken_and_six_refused_in_a_sentence(page: Page) -> None:
    says = page.evaluate("""async () => {
      const {withServings} = await import('/plate/sums.js');
      const day = {servings: {natto: 5}, sun: 'none'};
      try { withServings(day, 'natto', 1); } catch (error) {
        return [error.message, withServings(withServings(day, 'milk', -1), 'tofu', 5)];
      }
    }""")
    assert says[0] == "Invalid servings of Natto '6'. Must be between 0 and 5."
    assert says[1]["servings"] == {"natto": 5, "milk": 0, "tofu": 5}


# The page, in a browser.


def lies_on_the_plate(visit: Visit, foods: Collection[str]) -> None:
    """Wait until these foods, and no others, lie on the plate."""
    expect(visit.page.locator(".dish [data-on]")).to_have_count(len(foods))
    for food in foods:
        expect(visit.page.locator(f".dish [data-on={food}]")).to_be_visible()


def test_presses_put_foods_on_take_them_off_and_one_leads_to_the_lab(lab: Open) -> None:
    visit = lab("plate")
    page = visit.page
    show = page.get_by_role("button", name="Show in the Lab")
    expect(show).to_be_disabled()
    tofu = page.get_by_role("group", name="Put on the plate").get_by_role("button", name="Tofu set with calcium")
    tofu.click()
    tofu.click()
    expect(page.locator("[data-total=calcium]")).to_have_text("516 mg")
    page.locator(".dish [data-on=tofu]").click()
    expect(page.locator("[data-total=calcium]")).to_have_text("258 mg")
    page.get_by_role("button", name="Supplements").focus()
    page.keyboard.press("Enter")
    page.locator("[data-food=vitamin_d_tablet]").drag_to(page.locator(".dish"))
    lies_on_the_plate(visit, ["tofu", "vitamin_d_tablet"])
    page.get_by_role("radio", name="summer sun").check()
    expect(page.locator("[data-total=vitamin_d]")).to_have_text("1,430 IU (1,209 to 1,651)")
    expect(page.locator(".plate-sums")).to_contain_text(BLOOD_THINNER)
    expect(page.locator(".plate-sums")).to_contain_text(NOTICE)
    page.locator(".dish [data-on=tofu]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dish [data-on=vitamin_d_tablet]")).to_be_focused()
    page.get_by_role("button", name="Beans and greens").click()
    tofu.click()
    show.click()
    visit.shows(Scenario(calcium=258, vitamin_d=1430))


def test_a_whole_day_is_one_press_and_clear_empties_the_plate(lab: Open) -> None:
    visit = lab("plate")
    (day,) = [each for each in examples() if each.name == "School day"]
    visit.page.get_by_role("button", name=day.name).click()
    lies_on_the_plate(visit, day.servings)
    expect(visit.page.locator(".plate-about")).to_have_text(day.about)
    nothing_in({"wide": violations(visit), "phone": violations(visit.resize(390, 844))})
    visit.page.get_by_role("button", name="Clear the plate").click()
    expect(visit.page.locator(".dish")).to_have_text("Nothing on the plate yet.")


# The page's logic, without a browser.


@for_each("day", examples())
def test_what_a_browser_tells_is_the_plate_of_the_files(day: Example) -> None:
    assert plate_page.day_of({"servings": dict(day.servings), "sun": day.sun}) == (day.servings, day.sun)


@for_each(
    ("told", "message"),
    [
        ({"servings": {"natto": 6}, "sun": "none"}, r"Invalid servings of natto '6'\. Must be a whole number"),
        ({"servings": {"pizza": 1}, "sun": "none"}, "Invalid food 'pizza'"),
        ({"servings": {}, "sun": "noon"}, "Invalid sun 'noon'"),
        ({"servings": 3, "sun": "none"}, "Invalid plate of a browser"),
        ("<b>", "Invalid plate of a browser"),
    ],
)
def test_a_plate_that_is_none_is_refused(told: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        plate_page.day_of(told)


def test_the_food_table_opens_with_its_sources_and_files_hold_the_plate(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: dict[str, Any] = {}
    monkeypatch.setattr(plate_page.lab, "plate", lambda: {"servings": {"tofu": 2}, "sun": "some"})
    monkeypatch.setattr(plate_page, "save", lambda _, name, make: rows.update({name: make().rows}))
    at = alone("plate_page")
    at.session_state["food_table"] = True
    at.run()
    assert not at.exception
    text = "\n".join(each.value for each in (*at.markdown, *at.caption))
    assert "doi:10.3945/cdn.117.000638" in text
    assert "| Natto, 1 pack (45 g) | 98 | not known here |" in text
    assert NOTICE_LONG in text
    assert rows["plate"] == plate_listing.data_table({"tofu": 2}, "some").rows
