"""Foods and plates: sums worked by hand, sources, what is not known, and the forms of vitamin K."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from support.for_each import for_each

from sim import Scenario
from sim.content.evidence import STUDIES
from sim.content.foods import FOLDER, FOODS, GROUPS, K2_FORMS, STATUSES, Span, listing, plate_listing
from sim.content.foods.plate import (
    MOST,
    by_form,
    check_servings,
    examples,
    settings,
    to_sliders,
    total,
)
from sim.content.reader import csv_rows
from sim.model.parameters import control
from sim.runs.scenario import NUTRIENTS
from sim.text.data_files import csv_bytes
from sim.text.sentences import NOTICE

AMOUNTS = csv_rows(FOLDER / "amounts.csv")
EVERYTHING = dict.fromkeys(FOODS, MOST)


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text), strict=True))


# The table.


def test_every_amount_has_a_source_a_known_status_and_a_food_and_every_food_an_amount() -> None:
    for row in AMOUNTS:
        assert row["source"], row
        assert row["status"] in STATUSES, row
        assert row["nutrient"] in (*NUTRIENTS, "vitamin_k1"), row
        assert set(row["foods"].split(";")) <= set(FOODS), row
        assert (row["low"] == "") == (row["high"] == ""), row
        if row["low"]:
            assert 0 <= float(row["low"]) <= float(row["high"]), row
    assert all(food.amounts and food.group in GROUPS and food.serving for food in FOODS.values())


def test_what_comes_from_memory_says_so_and_names_no_paper() -> None:
    memory = [row for row in AMOUNTS if row["status"] == "unverified"]
    assert {key for row in memory for key in row["foods"].split(";")} == {"milk", "fortified_milk", "butter", "quark"}
    for row in AMOUNTS:
        assert ("memory" in row["source"]) == (row["status"] == "unverified"), row
        assert not (row["status"] == "unverified" and row["identifier"]), row


def test_papers_of_the_evidence_have_the_identifiers_they_have_there() -> None:
    of_evidence = {study.name: study.identifier for study in STUDIES.values()}
    cited = {row["source"].split(",")[0]: row["identifier"] for row in AMOUNTS}
    shared = cited.keys() & of_evidence.keys()
    assert shared >= {"Fu 2017", "Schurgers & Vermeer 2000"}
    assert {name: cited[name] for name in shared} == {name: of_evidence[name] for name in shared}


def test_supplements_are_amounts_of_a_label_and_never_a_recommendation() -> None:
    for food in FOODS.values():
        if food.group == "Supplements":
            assert {amount.status for amount in food.amounts} == {"label"}
            assert all(food.span(nutrient) is not None for nutrient in NUTRIENTS)
            assert any("Not a recommendation" in amount.note for amount in food.amounts)
        else:
            assert "label" not in {amount.status for amount in food.amounts}


# What a serving holds.


def test_a_serving_is_worked_out_from_the_weight_the_source_gives() -> None:
    assert FOODS["natto"].span("vitamin_k2", "MK-7") == Span(270, 450)  # 600 to 1,000 µg in 100 g, a pack of 45 g
    cheddar = FOODS["hard_cheese"].span("calcium")
    assert cheddar and cheddar.low == cheddar.high == pytest.approx(303 * 30 / 42)  # floats
    assert FOODS["egg_yolk"].span("vitamin_d") == Span(32, 80)  # 32 in one, two eggs hold 160 IU
    assert FOODS["salmon"].span("vitamin_d") == Span(92, 932)  # farmed from 92, farmed or wild to 932


def test_where_dutch_and_us_cheese_disagree_both_ends_are_kept_and_typical_is_their_middle() -> None:
    # 30 g: 5 µg MK-4 and 70 µg long forms in 100 g (Dutch), nine tenths of 282 µg (US).
    low, high = 0.3 * (5 + 70), 0.3 * (5 + 0.9 * 282)
    span = FOODS["hard_cheese"].span("vitamin_k2")
    assert span and (span.low, span.high) == pytest.approx((low, high))  # floats
    assert span.typical == pytest.approx((low + high) / 2)  # floats


def test_milk_with_added_vitamin_d_keeps_its_range() -> None:
    span = FOODS["fortified_milk"].span("vitamin_d")
    assert span and (span.low, span.high) == pytest.approx((96, 192))  # 80 to 160 IU in 200 mL, a cup of 240
    assert FOODS["milk"].span("vitamin_d") is None


# Plates.


def test_a_plate_adds_up_as_by_hand() -> None:
    plate = total({"tofu": 2, "egg_yolk": 3, "calcium_tablet": 1})
    assert plate["calcium"].span == Span(2 * 258 + 500, 2 * 258 + 500)
    assert plate["vitamin_d"].span == Span(96, 240)
    assert plate["vitamin_k2"].span.typical == pytest.approx(3 * 0.17 * 31)  # floats


def test_what_is_not_known_is_named_and_not_counted_as_zero() -> None:
    plate = total({"natto": 1, "kale": 1, "butter": 1, "mk7_capsule": 1})
    assert plate["calcium"].missing == ("Butter",)  # the capsule's label says nothing, which is a zero
    assert plate["vitamin_d"].missing == ("Natto", "Kale", "Butter")
    assert plate["vitamin_k2"].missing == ("Kale",)
    only_kale = total({"kale": 2})["vitamin_k2"]
    assert not only_kale.known
    assert to_sliders(Scenario(vitamin_k2=35), {"kale": 2}).vitamin_k2 == 35


def test_numbers_from_memory_are_named_with_their_food() -> None:
    plate = total({"butter": 1, "egg_yolk": 1})
    assert plate["vitamin_k2"].unverified == ("Butter",)
    assert plate["vitamin_d"].unverified == ()


@for_each("servings", [EVERYTHING, *(plate.servings for plate in examples())])
def test_the_forms_of_k2_are_told_apart_and_add_up_to_the_total(servings: dict[str, int]) -> None:
    forms, whole = by_form(servings), total(servings)["vitamin_k2"].span
    assert tuple(forms) == K2_FORMS
    assert sum(span.low for span in forms.values()) == pytest.approx(whole.low)  # floats, added in another order
    assert sum(span.high for span in forms.values()) == pytest.approx(whole.high)


def test_mk7_and_mk4_do_not_mix_and_k1_is_never_added() -> None:
    forms = by_form({"mk7_capsule": 2, "mk4_capsule": 1, "ham": 1, "spinach": 5})
    assert forms["MK-7"] == Span(200, 200)
    assert forms["MK-4"] == Span(104, 104)
    assert forms["MK-8 to MK-11"] == Span()
    assert {row["form"] for row in AMOUNTS if row["nutrient"] == "vitamin_k1"} == {"K1"}


@for_each(
    ("servings", "message"),
    [
        ({"natto": MOST + 1}, r"Invalid servings of natto '6'\. Must be a whole number between 0 and 5\."),
        ({"natto": -1}, "natto '-1'"),
        ({"natto": 0.5}, r"natto '0\.5'"),
        ({"pizza": 1}, r"Invalid food 'pizza'\. Must be one of: natto,"),
    ],
)
def test_a_wrong_plate_is_named_with_what_is_allowed(servings: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_servings(servings)


# What sources say, where it was corrected or added.


@for_each(
    ("key", "nutrient", "low", "high"),
    [
        ("natto", "calcium", 217 * 0.45, 217 * 0.45),
        ("natto", "vitamin_k2", 270, 1084 * 0.45),
        ("kale", "calcium", 61, 150 * 0.85),
        ("soft_cheese", "calcium", 52 * 30 / 28, 120),
        ("swiss_cheese", "calcium", 220 * 30 / 28, 250 * 30 / 28),
        ("yoghurt", "calcium", 275, 488),
        ("yoghurt", "vitamin_k2", 9.2 * 0.9 * 2.27, 47 * 0.9 * 2.27),  # 28.1 ± 18.9, nine tenths, a cup of 227 g
        ("greek_yoghurt", "vitamin_k2", 23.6 * 0.9 * 1.5, 36.6 * 0.9 * 1.5),  # 30.1 ± 6.5
        ("cottage_cheese", "vitamin_k2", 45.9 * 0.9 * 1.13, 62.5 * 0.9 * 1.13),  # 54.2 ± 8.3
        ("orange_juice", "calcium", 240, 349 / 1.2),  # 120 mg in 100 mL, or 349 in 240 mL
        ("plant_drink", "calcium", 288, 442),
        ("canned_salmon", "calcium", 90 * 0.85, 282 * 0.85),
        ("beef_liver", "vitamin_d", 42, 148 * 0.85),
        ("d3_k2_capsule", "vitamin_d", 1000, 1000),
    ],
)
def test_a_serving_holds_from_the_lowest_to_the_highest_of_its_sources(
    key: str, nutrient: str, low: float, high: float
) -> None:
    span = FOODS[key].span(nutrient)
    assert span and (span.low, span.high) == pytest.approx((low, high))  # floats


def test_long_forms_of_dairy_count_as_long_forms() -> None:
    for key in ("yoghurt", "greek_yoghurt", "cottage_cheese", "blue_cheese"):
        assert {amount.form for amount in FOODS[key].of("vitamin_k2")} == {"MK-8 to MK-11"}


def test_a_source_that_gives_no_amount_leaves_it_unknown() -> None:
    assert FOODS["beef_liver"].span("vitamin_k2") is None
    assert FOODS["bread"].span("vitamin_d") is None


# The sun.


def test_the_sun_counts_into_vitamin_d_and_nothing_else() -> None:
    plate = {"egg_yolk": 1, "tofu": 1}
    for name, low, high in (("none", 0, 0), ("some", 104.5, 325.5), ("summer", 209, 651)):
        found = total(plate, name)
        assert found.pop("vitamin_d").span == Span(32 + low, 80 + high)
        assert found.items() < total(plate).items()
    assert to_sliders(Scenario(), plate, "summer").vitamin_d == 486  # the middle of 241 and 731


def test_sun_alone_sets_vitamin_d_alone() -> None:
    assert settings({}, "summer") == {"vitamin_d": 430}
    assert settings({"broccoli": 1}, "some") == {"calcium": 200, "vitamin_d": 215}
    assert total({}, "summer")["vitamin_d"].counted == ("Sunlight",)


def test_a_wrong_sun_is_named_with_what_is_allowed() -> None:
    with pytest.raises(ValueError, match=r"Invalid sun 'noon'\. Must be one of: none, some, summer\."):
        total({}, "noon")


def test_the_file_of_a_plate_tells_its_sun() -> None:
    table = read(csv_bytes(plate_listing.data_table({"tofu": 1}, "summer")).decode())
    (sun,) = [row for row in table if row["food"] == "Sunlight: summer"]
    assert [float(sun[name]) for name in ("low", "typical", "high")] == [209, 430, 651]
    assert sun["note"].startswith("Heaney 2013")
    assert [float(row["low"]) for row in table if (row["food"], row["nutrient"]) == ("total", "vitamin_d")] == [209]
    assert "Sunlight" not in str(plate_listing.data_table({"tofu": 1}).rows)


# From plate to slider.


UNKNOWN_K2 = {"tofu": 2, "kale": 1, "bread": 3}


@for_each("more", [{}, {"calcium_tablet": 1}, {"vitamin_d_tablet": 1}, {"calcium_tablet": 2, "vitamin_d_tablet": 1}])
def test_a_plate_of_unknown_k2_never_sets_k2_and_no_label_zero_makes_it_known(more: dict[str, int]) -> None:
    plate = UNKNOWN_K2 | more
    assert not total(plate)["vitamin_k2"].known
    assert "vitamin_k2" not in settings(plate)
    assert to_sliders(Scenario(vitamin_k2=35), plate).vitamin_k2 == 35
    table = read(csv_bytes(plate_listing.data_table(plate)).decode())
    assert [row["typical"] for row in table if (row["food"], row["nutrient"]) == ("total", "vitamin_k2")] == [""]


def test_one_food_or_capsule_that_holds_k2_makes_it_known() -> None:
    assert settings(UNKNOWN_K2 | {"mk7_capsule": 1})["vitamin_k2"] == 100
    assert settings(UNKNOWN_K2 | {"calcium_tablet": 1, "ham": 1})["vitamin_k2"] == 4


def test_each_slider_is_set_only_where_the_plate_knows_something() -> None:
    assert settings({"mk7_capsule": 1}) == {"vitamin_k2": 100}
    assert settings({"calcium_tablet": 1}) == {"calcium": 500}
    assert settings({"mackerel": 1}) == {"vitamin_d": 344}
    before = Scenario(calcium=700, vitamin_d=900, vitamin_k2=35)
    assert to_sliders(before, {"mackerel": 1}) == replace(before, vitamin_d=344)
    assert to_sliders(before, {}) == before


def test_the_sliders_take_whole_typical_values_and_the_rest_of_the_scenario_stays() -> None:
    before = Scenario(years=3, lens="trials", parameters={"mgp_strength": 0.2})
    after = to_sliders(before, {"hard_cheese": 3, "egg_yolk": 1})
    # 303 x 90/42 mg; the middle of 32 and 80 IU; 3 slices of 22.5 to 77.64 µg and 5.27 of the yolk.
    assert (after.calcium, after.vitamin_d, after.vitamin_k2) == (649, 56, 155)
    assert replace(after, calcium=1000, vitamin_d=800, vitamin_k2=100) == before


def test_the_form_of_k2_stays_but_k1_gives_way() -> None:
    assert to_sliders(Scenario(k_form="mk4"), {"ham": 1}).k_form == "mk4"
    assert to_sliders(Scenario(k_form="k1"), {"ham": 1}).k_form == "mk7"
    assert to_sliders(Scenario(k_form="k1"), {"kale": 1}).k_form == "k1"  # this plate says nothing of K2


def test_totals_beyond_a_slider_stop_at_its_end() -> None:
    servings = {"natto": 2, "calcium_tablet": 0, "egg_yolk": 1}
    after = to_sliders(Scenario(), servings)
    assert (after.calcium, after.vitamin_k2) == (control("calcium").low, control("vitamin_k2").high)


@for_each("servings", [{}, EVERYTHING, *({key: MOST} for key in FOODS)])
def test_every_plate_makes_a_scenario(servings: dict[str, int]) -> None:
    after = to_sliders(Scenario(), servings).settings()
    assert all(control(nutrient).low <= after[nutrient] <= control(nutrient).high for nutrient in NUTRIENTS)


def test_example_plates_differ_and_the_one_without_known_k2_has_none() -> None:
    assert len({tuple(plate.servings.items()) for plate in examples()}) == len(examples()) == 6
    dairy = {food.key for food in FOODS.values() if food.group == "Dairy"}
    for plate in examples():
        k2_known = "without known K2" not in plate.name and "Without dairy" not in plate.name
        assert total(plate.servings, plate.sun)["vitamin_k2"].known == k2_known
        assert "dairy" not in plate.name or not dairy & plate.servings.keys()
        assert "without sun" not in plate.name or plate.sun == "none"
        has_tablets = any(FOODS[key].group == "Supplements" for key in plate.servings)
        assert has_tablets == ("Tablets" in plate.name)


# Files.


def test_the_food_table_opens_as_csv_with_the_notice_and_a_source_in_every_row() -> None:
    table = read(csv_bytes(listing.data_table()).decode())
    assert all(NOTICE in row["notice"] for row in table)
    assert all(row["source"] for row in table)
    assert {row["food"] for row in table} == {food.name for food in FOODS.values()}
    unknown = {(row["food"], row["nutrient"]) for row in table if row["source"] == "none read"}
    assert unknown == {(f.name, n) for f in FOODS.values() for n in NUTRIENTS if f.span(n) is None}
    assert all(row["typical"] == "" for row in table if (row["food"], row["nutrient"]) in unknown)
    swiss = next(row for row in table if (row["food"], row["nutrient"]) == ("Swiss cheese", "vitamin_k2"))
    assert [float(swiss[name]) for name in ("low", "typical", "high")] == pytest.approx(
        [0.69, 19.995, 39.3]
    )  # 6 digits


def test_the_file_of_a_plate_has_its_foods_its_totals_and_the_notice() -> None:
    table = read(csv_bytes(plate_listing.data_table({"butter": 1, "sardines": 2})).decode())
    assert all(NOTICE in row["notice"] for row in table)
    totals = {row["nutrient"]: row for row in table if row["food"] == "total"}
    assert float(totals["calcium"]["typical"]) == 650  # two tins of 325 mg
    assert totals["calcium"]["note"] == "leaves out: Butter"
    assert [row["typical"] for row in table if row["food"] == "Butter" and row["nutrient"] == "calcium"] == [""]
    assert [row["servings"] for row in table if row["food"] == "Sardines with bones"] == ["2"] * 3


def test_a_star_marks_what_is_from_memory_in_the_table() -> None:
    starred = {row[0].split(",")[0] for row in listing.food_table().rows if any("*" in cell for cell in row)}
    assert starred == {"Milk", "Milk with added vitamin D", "Butter", "Quark (curd cheese)"}
