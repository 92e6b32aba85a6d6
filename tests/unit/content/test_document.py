"""MODEL.md, README.md and the code say the same."""

import re
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest

from sim import PRESETS, Scenario, simulate
from sim.content import document
from sim.content.evidence import fit
from sim.content.model_facts import KINDS, kind_of, misfits, presets, rests_on
from sim.model.equations import FLUXES
from sim.model.parameters import PARAMETERS


def test_a_document_without_the_marks_of_a_part_is_refused() -> None:
    with pytest.raises(ValueError, match="'<!-- begin version -->'"):
        document.filled("# Empty")


def test_model_md_shows_every_flux_and_every_parameter_with_its_source() -> None:
    text = document.PATH.read_text(encoding="utf-8")
    for flux in FLUXES:
        assert flux.meaning in text
    for parameter in PARAMETERS:
        row = next(line for line in text.splitlines() if line.startswith(f"| `{parameter.name}` "))
        assert row.endswith(f"{parameter.meaning} | {parameter.source} |")


def test_every_parameter_rests_on_one_of_the_kinds_and_those_without_the_word_assumed_are_the_cited_ones() -> None:
    cited, near, for_a_size, plain = KINDS
    kinds = {parameter.name: kind_of(parameter) for parameter in PARAMETERS}
    assert {name for name, kind in kinds.items() if kind == cited} == {p.name for p in PARAMETERS if not p.assumed}
    assert [kinds[name] for name in ("mgp_ed50", "pth_share", "k_urine", "mgp_block")] == [
        near,
        for_a_size,
        plain,
        plain,
    ]
    for count, names in (row[1:] for row in rests_on()):
        assert int(count) == len(names.split(", ")) > 1


def test_the_table_of_presets_has_the_ends_of_both_accounts() -> None:
    for name, settings, *ends in presets():
        assert f"Calcium intake {PRESETS[name].calcium:,.0f} mg/day" in settings
        for lens, end in zip(("story", "trials"), ends, strict=True):
            run = simulate(replace(PRESETS[name], lens=lens))
            bone, times = (float(n.replace("−", "-")) for n in re.findall(r"[+−]?[\d.]+", end))
            assert bone == pytest.approx(run.bone_change[-1], abs=0.051)  # one decimal is told
            assert times == pytest.approx(run.arteries_times[-1], abs=0.051)


def test_what_does_not_fit_is_told_as_far_off_as_it_is() -> None:
    told, values = "\n".join(misfits()), Scenario().values()
    for picture in fit.TITLES:
        assert fit.sentence(picture) in told
    # At 2.8 mmol/L: 40.08 g/mol, and 10 dL to the litre.
    high = 2.8 * 40.08 / 10 * values["blood_volume"] / values["blood_baseline"]
    top, slope = values["pth_maximum"], values["pth_slope"]
    assert f"it is {top / (1 + (top - 1) * np.exp(slope * (high - 1))):.2f} of the usual" in told
    assert f"loses {simulate(Scenario()).last_day()['urine'] / 10:.0f} % of intake in urine" in told  # of 1,000 mg
    assert f"Vitamin K1 in the background is {values['k1_background']:.0f} µg" in told
    assert f"count as {211.7 * 0.13:.0f} µg" in told
    for lens in ("story", "trials"):
        without = simulate(Scenario(parameters={"osteocalcin_block": 1}, lens=lens)).bone_change[-1]
        assert f"by −{-without:.1f} %" in told


def test_the_page_shows_the_document_without_its_marks() -> None:
    before, after = document.readable(document.PATH.read_text(encoding="utf-8"))
    assert before.startswith("**Illustrative teaching model") and before.endswith("## The story in one picture")
    assert after.startswith("Vitamin D opens the gate")
    assert not any(mark in before + after for mark in ("<!--", "```", "vitamin D opens   "))


def test_brackets_stay_where_the_law_needs_them() -> None:
    assert document.latex("blood * (gut + bone)") == r"B \, \left(G + M\right)"
    assert document.latex("blood - (gut - bone)") == r"B - \left(G - M\right)"
    assert document.latex("(blood + gut)**2") == r"\left(B + G\right)^{2}"
    assert document.latex("exp(-blood)") == "e^{-B}"
    assert document.latex("sqrt(blood / gut)") == r"\sqrt{\frac{B}{G}}"


def test_every_symbol_of_an_equation_is_explained_in_a_table_or_an_equation() -> None:
    text = document.PATH.read_text(encoding="utf-8")
    defined = set(re.findall(r"\| \$([^$]+)\$ \|", text)) | set(re.findall(r"^(\S+) = ", text, flags=re.M))
    for symbol in document.SYMBOLS.values():
        base = symbol.removesuffix("^*")
        assert symbol in defined or base in defined, symbol


def test_every_place_and_module_that_the_readme_names_is_there() -> None:
    root = document.PATH.parents[1]
    text = (root / "README.md").read_text(encoding="utf-8")
    places = re.findall(r"(?:sim|tests|\.ci|\.readme)/[\w/.-]*\w", text)
    modules = re.findall(r"python -m (sim[\w.]*)", text)
    assert [place for place in places if not (root / place).exists()] == []
    assert [name for name in modules if find_spec(name) is None] == []
