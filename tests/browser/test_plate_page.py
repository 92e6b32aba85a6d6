"""The page Foods without a browser: servings add up, one press sets the sliders."""

import pytest
from streamlit.testing.v1 import AppTest
from support.alone import alone
from support.for_each import for_each

from sim import Scenario
from sim.content.foods import FOODS, GROUPS, plate_listing, sun
from sim.content.foods.plate import examples, to_sliders, total
from sim.dashboard.pages import plate_page
from sim.session.link import Link
from sim.text.sentences import NOTICE_LONG


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the page, drawn once; its picture has tests of its own."""
    monkeypatch.setattr(plate_page, "svg", lambda *_: "<svg xmlns='http://www.w3.org/2000/svg'/>")
    return alone("plate_page")


def press(at: AppTest, label: str) -> AppTest:
    at = next(button for button in at.button if button.label == label).click().run()
    assert not at.exception
    return at


def serve(at: AppTest, key: str, count: int) -> AppTest:
    """Open the group of a food and take so many servings of it."""
    at.session_state[plate_page.GROUP] = FOODS[key].group
    at.run()
    at.number_input(key=f"servings_{key}").set_value(count).run()
    assert not at.exception
    return at


def on_plate(at: AppTest) -> dict[str, int]:
    """Return what the boxes of all foods hold, those that are not on the page too."""
    keys = {key: f"servings_{key}" for key in FOODS}
    return {key: at.session_state[name] for key, name in keys.items() if at.session_state.get(name)}


def text(at: AppTest) -> str:
    return "\n".join(each.value for each in (*at.markdown, *at.caption))


def test_servings_of_several_groups_add_up_in_the_running_totals(at: AppTest) -> None:
    serve(at, "tofu", 2)
    serve(at, "egg_yolk", 3)
    serve(at, "tofu", 1)
    plate = {"tofu": 1, "egg_yolk": 3}
    assert on_plate(at) == plate
    assert plate_listing.totals_line(plate) in text(at)
    assert "1 × Tofu set with calcium, 3 × Egg yolk" in text(at)


def test_a_group_that_was_closed_in_between_keeps_its_servings(at: AppTest) -> None:
    serve(at, "natto", 2)
    serve(at, "milk", 1)
    at.session_state[plate_page.GROUP] = FOODS["natto"].group
    at.run()
    assert at.number_input(key="servings_natto").value == 2


def test_only_the_chosen_group_is_drawn(at: AppTest) -> None:
    for group in GROUPS:
        at.session_state[plate_page.GROUP] = group
        at.run()
        drawn = {box.key for box in at.number_input}
        assert drawn == {f"servings_{food.key}" for food in FOODS.values() if food.group == group}


def test_one_press_sets_the_sliders_and_leaves_the_rest(at: AppTest) -> None:
    serve(at, "fortified_milk", 3)
    before = at.session_state["session"].link.scenario
    assert before == Scenario()
    assert "The sliders stand at this plate" not in text(at)
    press(at, "Set the sliders")
    expected = to_sliders(before, {"fortified_milk": 3})
    assert at.session_state["session"].link.scenario == expected
    assert (expected.calcium, expected.vitamin_d) == (870, 432)  # 3 x 290 mg, 3 x 144 IU
    assert "The sliders stand at this plate" in text(at)
    serve(at, "fortified_milk", 4)
    assert "The sliders stand at this plate" not in text(at)
    assert at.session_state["session"].link.scenario == expected


def test_a_total_beyond_the_slider_is_said_with_value_and_range(at: AppTest) -> None:
    serve(at, "natto", 2)
    assert "Vitamin K2 758 µg/day lies outside the slider's range of 0 to 500 µg/day" in text(at)
    press(at, "Set the sliders")
    assert at.session_state["session"].link.scenario.vitamin_k2 == 500
    # Nothing is known of natto's vitamin D.
    assert at.session_state["session"].link.scenario.vitamin_d == Scenario().vitamin_d
    assert "Vitamin D: not known for Natto, so the slider stays where it is." in text(at)


@pytest.mark.parametrize("label", ["See it in the Lab", "Set the sliders"])
def test_a_press_sets_only_what_the_plate_knows_and_one_of_them_leads_to_the_lab(
    at: AppTest, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []
    monkeypatch.setattr(plate_page.st, "switch_page", lambda page, **_: went.append(page.url_path))
    at.session_state["session"].link = Link(Scenario(vitamin_k2=35))
    serve(at, "tofu", 2)
    serve(at, "vitamin_d_tablet", 1)
    assert "Vitamin K2: not known for Tofu set with calcium, so the slider stays where it is." in text(at)
    assert "Vitamin K2 leaves out" not in text(at)  # one sentence says it: why the slider stays
    press(at, label)
    assert at.session_state["session"].link.scenario == Scenario(calcium=516, vitamin_d=1000, vitamin_k2=35)
    assert went == ([""] if "Lab" in label else [])  # the Lab is the page at the root


def test_the_sun_counts_into_the_totals_and_the_slider(at: AppTest) -> None:
    serve(at, "mackerel", 1)
    at.radio(key=plate_page.SUN).set_value("summer").run()
    assert plate_listing.totals_line({"mackerel": 1}, "summer") in text(at)
    assert "Sunlight: 209 to 651 IU of vitamin D a day." in text(at)
    assert plate_listing.totals_table({"mackerel": 1}, "teenager", "summer").to_markdown() in text(at)
    assert sun.MORE_THAN_LISTED in text(at)
    press(at, "Set the sliders")
    assert at.session_state["session"].link.scenario.vitamin_d == 774  # 344, and 430 of the sun
    assert "The sliders stand at this plate" in text(at)
    at.radio(key=plate_page.SUN).set_value("none").run()
    assert "The sliders stand at this plate" not in text(at)
    press(at, "Clear the plate")
    at.radio(key=plate_page.SUN).set_value("some").run()
    assert "Nothing on the plate yet." not in text(at)
    assert "**Vitamin D** 215 IU" in text(at)
    press(at, "Clear the plate")
    assert at.radio(key=plate_page.SUN).value == "none"


def test_an_example_with_another_sun_is_that_example_no_more(at: AppTest) -> None:
    (natto,) = [example for example in examples() if "natto" in example.name]
    press(at, natto.name)
    assert natto.about in text(at)
    at.radio(key=plate_page.SUN).set_value("none").run()
    assert natto.about not in text(at)


def test_the_picture_counts_the_sun(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(plate_page, "plate_figure", lambda totals, *_: drawn.append(totals["vitamin_d"].span.typical))
    monkeypatch.setattr(plate_page, "svg_of", lambda _, scenario, __: drawn.append(scenario.vitamin_d) or "")
    plate_page.svg((("mackerel", 3),), "summer", "adult", "light")
    assert drawn == [3 * 344 + 430, 3 * 344 + 430]


def test_the_file_of_the_plate_counts_the_sun(at: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: dict[str, object] = {}
    monkeypatch.setattr(plate_page, "save", lambda _, name, make: rows.update({name: make().rows}))
    at.session_state[plate_page.SUN] = "summer"
    serve(at, "mackerel", 1)
    assert rows["plate"] == plate_listing.data_table({"mackerel": 1}, "summer").rows


def test_an_empty_plate_sets_nothing_and_clear_empties_it(at: AppTest) -> None:
    labels = ("Set the sliders", "See it in the Lab")
    assert [b.disabled for b in at.button if b.label in labels] == [True, True]
    serve(at, "natto", 5)
    press(at, "Clear the plate")
    assert not on_plate(at)
    assert at.number_input(key="servings_natto").value == 0
    assert "Nothing on the plate yet." in text(at)


@for_each("example", examples())
def test_every_example_plate_can_be_pressed(at: AppTest, example: plate_page.plate.Example) -> None:
    press(at, example.name)
    assert on_plate(at) == example.servings
    assert at.radio(key=plate_page.SUN).value == example.sun
    assert example.about in text(at)
    assert plate_listing.totals_line(example.servings, example.sun) in text(at)
    for total_ in total(example.servings, example.sun).values():
        assert all(name in text(at) for name in total_.missing)


def test_the_page_tells_forms_apart_and_speaks_of_k1_and_blood_thinners(at: AppTest) -> None:
    serve(at, "spinach", 1)
    serve(at, "natto", 1)
    serve(at, "ham", 1)
    assert "Vitamin K2 by form: MK-7 270 to 450 µg, MK-4 4 µg, MK-8 to MK-11 0 to 38 µg." in text(at)
    assert plate_listing.FORMS in text(at)
    assert "K1 is never added to the K2 slider" in text(at)
    assert NOTICE_LONG in text(at)


def test_numbers_from_memory_are_named_and_supplements_are_no_recommendation(at: AppTest) -> None:
    serve(at, "butter", 1)
    assert "from memory, not checked: Butter" in text(at)
    serve(at, "mk4_capsule", 1)
    assert "Not a recommendation." in text(at)


def test_a_slider_that_counts_k1_is_turned_to_k2_and_that_is_said(at: AppTest) -> None:
    at.session_state["session"].link = Link(Scenario(k_form="k1"))
    serve(at, "ham", 1)
    assert "this plate turns it to K2 as MK-7" in text(at)
    press(at, "Set the sliders")
    assert at.session_state["session"].link.scenario.k_form == "mk7"
    assert "counts K1 now" not in text(at)


def test_a_total_above_an_upper_limit_is_said_for_the_chosen_age(at: AppTest) -> None:
    serve(at, "calcium_tablet", 5)
    serve(at, "yoghurt", 1)
    said = "Calcium 2,882 mg/day is above the upper limit of 2,500 mg/day (adult, 19 to 50 years)."
    assert said not in text(at)
    at.radio(key=plate_page.AGE).set_value("adult").run()
    assert said in text(at)


def test_the_food_table_opens_with_its_sources(at: AppTest) -> None:
    at.session_state["food_table"] = True
    at.run()
    assert not at.exception
    assert "doi:10.3945/cdn.117.000638" in text(at)
    assert "| Natto, 1 pack (45 g) | 98 | not known here |" in text(at)
