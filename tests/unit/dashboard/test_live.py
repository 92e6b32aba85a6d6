"""What the server tells the live picture: paper for everybody, numbers for each run, nothing twice."""

import gzip
import json
import re
import struct
from dataclasses import fields, replace
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from support.pictures import contrast

from sim import PRESETS, Scenario, simulate
from sim.browser import FOLDER as BROWSER
from sim.browser.scene_words import ARTERY_MAGNIFIED, FLUX_CLAIMS, words
from sim.dashboard.page_style import SCRIPTS, text
from sim.dashboard.parts.live.blank_paper import Order, orders, paper
from sim.dashboard.parts.live.messages import PROJECTED, SHAPES, message, quantities_of
from sim.figures import FIGURES, LIGHT, THEMES
from sim.model.equations import COMPARTMENTS, FLUXES
from sim.runs.axes import axis_is_wide
from sim.runs.many import balanced_run, dose_response

PARADOX = PRESETS["calcium paradox"]
INK = {
    "bone": {"run", "end", "balanced", "label-run", "label-balanced"},
    "arteries": {"run", "end", "balanced", "label-run", "label-balanced"},
    "blood": {"run", "end", "balanced", "label-run", "label-balanced"},
    "activation": {"dose", "osteocalcin", "mgp", "now-osteocalcin", "now-mgp", "label-osteocalcin", "label-mgp"},
    "daily_calcium": {"eaten", *(f"{part}-{name}" for part in ("bar", "value")
                                 for name in ("absorbed", "faeces", "urine", "bone", "arteries"))},
}  # fmt: skip


def sent(scenario: Scenario, has: frozenset[str] = frozenset(), view: str = "page", shape: str = "wide") -> tuple:
    """Return header, ink and heavy parts of a message, taken apart as the browser does it."""
    content = message(simulate(scenario), balanced_run(scenario), view, shape, False, has)
    return taken_apart(content)


def taken_apart(content: bytes) -> tuple[dict, dict[str, np.ndarray], dict[str, bytes]]:
    (length,) = struct.unpack("<I", content[:4])
    header, body = json.loads(content[4 : 4 + length]), content[4 + length :]
    assert (4 + length) % 4 == 0
    ink, at = {}, 0
    for name, count in header["ink"].items():
        ink[name] = np.frombuffer(body, "<f4", count, at)
        at += 4 * count
    heavy = {}
    for key, size in header["sent"].items():
        heavy[key], at = body[at : at + size], at + size
    assert at == len(body)
    return header, ink, heavy


def made(name: str, scenario: Scenario, sheet: str = "card", bands: bool = False) -> dict:
    wanted = orders({name: sheet}, simulate(scenario), bands)[name]
    return json.loads(gzip.decompress(paper(wanted)))


def test_the_numbers_of_a_message_are_those_of_the_run() -> None:
    header, ink, _ = sent(PARADOX)
    wanted = quantities_of(simulate(PARADOX))
    assert ink.keys() == wanted.keys()
    for name, values in wanted.items():
        assert ink[name] == pytest.approx(values, rel=1e-6)  # single precision
    assert Scenario(**header["settings"]) == PARADOX
    assert header["texts"]["bone"] == FIGURES["bone"].describe(simulate(PARADOX), balanced_run(PARADOX))


def test_first_come_papers_and_words_then_nothing_heavy() -> None:
    first, _, heavy = sent(PARADOX)
    assert set(heavy) == {*first["papers"].values(), first["words"]}
    has = frozenset(first["sent"])
    assert not sent(PARADOX, has)[2]
    other, _, heavy = sent(replace(PARADOX, calcium=1000, vitamin_k2=200), has)
    assert not heavy  # another run in the same world
    assert other["papers"] == first["papers"]


def test_the_curves_of_what_k2_activates_are_those_of_the_runs_own_vitamin_d_on_the_same_paper() -> None:
    first, high, _ = sent(PARADOX)
    other = replace(PARADOX, vitamin_d=800)
    _, low, heavy = sent(other, frozenset(first["sent"]))
    assert not heavy
    for protein, curve in dose_response(other)[1].items():
        assert low[f"dose_{protein}"] == pytest.approx(curve, rel=1e-6)
        assert high[f"dose_{protein}"][-1] < curve[-1]  # more vitamin D needs more K2


def test_a_change_of_a_slider_costs_less_than_ten_kilobytes() -> None:
    first, _, _ = sent(PARADOX)
    has = frozenset(first["sent"])
    content = message(simulate(PARADOX), balanced_run(PARADOX), "page", "wide", False, has)
    assert len(content) < 10_000


def test_the_projector_needs_two_pictures_and_a_phone_all_of_them_on_cards() -> None:
    assert set(sent(PARADOX, view="projector")[0]["papers"]) == set(PROJECTED)
    keys = sent(PARADOX, shape="narrow")[0]["papers"]
    assert set(keys) == set(SHAPES["wide"])
    assert all(".card." in key for key in keys.values())


@pytest.mark.parametrize("name", INK)
@pytest.mark.parametrize(
    "scenario", [Scenario(), PARADOX, Scenario(200, 0, 0, 25)], ids=["balanced", "paradox", "wide"]
)
def test_paper_names_all_the_ink_and_no_colour(name: str, scenario: Scenario) -> None:
    found = made(name, scenario)
    root = ElementTree.fromstring(found["svg"])
    assert {element.get("id") for element in root.iter()} >= INK[name]
    used = set(re.findall(r"var\(--(\w+)\)", found["svg"]))
    assert used <= {field.name for field in fields(LIGHT)}
    assert not re.findall(r"(?:fill|stroke): #", found["svg"])
    assert "font-family" not in found["svg"]
    assert all(low < high for axes in found["axes"] for low, high in (axes["x"], sorted(axes["y"])))


def test_runs_that_differ_in_nutrients_only_share_their_paper_unless_one_needs_the_wider_axes() -> None:
    def ordered(scenario: Scenario) -> Order:
        return orders({"bone": "strip"}, simulate(scenario), False)["bone"]

    far = Scenario(200, 0, 0, 10)
    assert axis_is_wide(simulate(far))
    assert ordered(Scenario()) == ordered(PARADOX)
    assert ordered(Scenario()).key == ordered(PARADOX).key
    for other in (far, Scenario(years=11), Scenario(lens="trials"), Scenario(parameters={"mgp_strength": 0.5})):
        assert ordered(other).key != ordered(PARADOX).key
    one, two = (orders({"bone": "strip"}, simulate(s), True)["bone"].key for s in (Scenario(), PARADOX))
    assert one != two  # bands belong to one run


def test_every_part_of_the_diagram_has_its_words_and_its_evidence() -> None:
    told = words()
    assert told["fluxes"].keys() == {flux.name for flux in FLUXES} == FLUX_CLAIMS.keys()
    assert told["organs"].keys() == {compartment.name for compartment in COMPARTMENTS}
    for part in [*told["fluxes"].values(), *told["gates"].values()]:
        assert all(part.values())
    assert all(part["label"] and part["about"] for part in told["organs"].values())


def test_both_proteins_say_that_vitamin_d_raises_the_need_for_k2_and_that_this_is_contested() -> None:
    for name, part in words()["gates"].items():
        told = "vitamin D raises the need for K2 (contested)" in part["about"]
        assert told == (name in ("osteocalcin", "mgp")), name


def test_the_ends_of_the_body_explain_the_number_of_a_day_that_stands_beside_them() -> None:
    organs = words()["organs"]
    for compartment in COMPARTMENTS:
        if compartment.bookkeeping:  # of which the diagram shows mg a day, not the store
            about = organs[compartment.name]["about"]
            assert "since" not in about and "not yet" not in about


def test_the_diagram_tells_of_a_stiff_wall_and_of_no_narrow_artery() -> None:
    about = words()["organs"]["arteries"]["about"]
    assert "stiff" in about
    assert "narrowing" not in about
    assert "Plaque, which narrows arteries, is not in the model." in about


@pytest.mark.parametrize("scenario", [Scenario(), PARADOX, Scenario(vitamin_k2=0, parameters={"osteocalcin_block": 1})])
def test_the_door_of_bone_is_open_as_far_as_formation_goes_on_and_not_as_osteocalcin_is_active(
    scenario: Scenario,
) -> None:
    _, ink, _ = sent(scenario)
    values, result = scenario.values(), simulate(scenario)
    ratio = result.blood_calcium / simulate(Scenario()).blood_calcium[0]
    assert result.fluxes["bone_formation"] == pytest.approx(
        values["bone_turnover"] * ratio * ink["formation"], rel=1e-6
    )
    needed = values["osteocalcin_share"]
    assert 1 - needed <= ink["formation"][0] + 1e-6
    assert (abs(ink["formation"][0] - result.activation["osteocalcin"])) > 0.1


def test_the_scale_of_the_arteries_is_the_one_the_words_tell() -> None:
    text = (BROWSER / "numbers.js").read_text("utf-8")
    assert f"export const ARTERY_SCALE = {ARTERY_MAGNIFIED};" in text
    assert f"{ARTERY_MAGNIFIED:,}" in words()["artery_scale"]


def test_no_script_of_the_page_holds_what_streamlit_takes_for_an_element() -> None:
    """It drops the whole script; types in comments (``Map<Node>``) are as easy to write as a comparison."""
    assert [name for name in SCRIPTS if re.search(r"<[A-Za-z!/]", text(name))] == []


@pytest.mark.parametrize("name", THEMES)
def test_words_of_the_diagram_stand_out_from_the_washes_below_them(name: str) -> None:
    theme = THEMES[name]
    css = (BROWSER / "diagram.css").read_text("utf-8")
    # Words stand on paper or on an organ's own wash; other washes are never below words.
    share = int(re.findall(r"fill: color-mix\(in srgb, var\(--own\) (\d+)%, var\(--paper\)\);", css)[0]) / 100
    for organ in (theme.bone, theme.arteries, theme.blood, theme.other):
        own, paper_ = (np.array(to_rgb(colour)) for colour in (organ, theme.paper))
        wash = tuple(share * own + (1 - share) * paper_)
        for word in (organ, theme.ink, theme.faint):
            assert contrast(word, wash) >= 4.5
            assert contrast(word, theme.paper) >= 4.5
