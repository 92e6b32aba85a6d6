"""Two lenses and the assumptions on the page: whatever is questioned, words, pictures and address follow."""

from dataclasses import replace

from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario
from sim.model.lenses import K_FORMS, LENSES
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.text.sentences import changed_line, headline

STORY, TRIALS = (LENSES[name].label for name in ("story", "trials"))
PARADOX = PRESETS["calcium paradox"]
QUESTIONED = Scenario(1500, 2000, 50, 20, {"mgp_strength": 0.5, "mgp_block": 1}, "trials", "k1")
LINK = "?calcium=1500&vitamin_d=2000&vitamin_k2=50&years=20&mgp_strength=0.5&mgp_block=1&lens=trials&k_form=k1"


def chosen(visit: Visit, label: str) -> None:
    """Check that the button of one lens and of no other looks pressed."""
    for lens in (STORY, TRIALS):
        kind = "primary" if lens == label else "secondary"
        expect(visit.lens(lens)).to_have_attribute("data-testid", f"stBaseButton-{kind}")


def strength_is(visit: Visit, value: float) -> None:
    """Check what the slider of the strength says."""
    expect(visit.strength).to_have_attribute("aria-valuetext", f"{value:.2f}")


def test_the_lens_changes_sentence_contrast_pictures_and_address_by_mouse_and_by_keyboard(lab: Open) -> None:
    visit = lab("?calcium=2000&vitamin_d=4000&vitamin_k2=10")
    for hand in ("mouse", "keyboard"):
        for lens, label in (("trials", TRIALS), ("story", STORY)):
            button = visit.lens(label)
            button.click() if hand == "mouse" else button.press("Enter")
            visit.shows(replace(PARADOX, lens=lens))
            visit.pictures_tell(replace(PARADOX, lens=lens))
            chosen(visit, label)
    visit.lens(STORY).focus()
    visit.page.keyboard.press("Tab")
    expect(visit.lens(TRIALS)).to_be_focused()
    visit.page.keyboard.press("Space")
    visit.shows(replace(PARADOX, lens="trials"))


def test_the_contrast_tells_what_the_other_button_will_show(lab: Open) -> None:
    visit = lab("?calcium=2000&vitamin_d=4000&vitamin_k2=10&mgp_strength=0.5")
    visit.shows(replace(PARADOX, parameters={"mgp_strength": 0.5}))
    told = visit.told.get_by_text(LENSES["trials"].speaks).inner_text().partition(": ")[2].rstrip(".")
    visit.lens(TRIALS).click()
    visit.shows(replace(PARADOX, lens="trials"))
    expect(visit.sentence).to_contain_text(f": {told} after")


def test_a_reload_and_a_shared_link_restore_every_assumption_and_reset_puts_them_back(
    lab: Open,
) -> None:
    first = lab(LINK)
    first.shows(QUESTIONED)
    first.page.reload()
    second = lab("?" + first.page.url.partition("?")[2])
    for visit in (first, second):
        visit.shows(QUESTIONED)
        visit.pictures_tell(QUESTIONED)
        chosen(visit, TRIALS)
        expect(visit.told).to_contain_text(changed_line(QUESTIONED))
        expect(visit.experiment).to_contain_text("MGP knock-out mouse")
        expect(visit.notices).to_have_count(0)
        visit.assume()
        strength_is(visit, 0.5)
        form = visit.page.get_by_role("combobox", name="Form of vitamin K")
        expect(form).to_have_value(K_FORMS["k1"].label)
    visit.reset()
    visit.shows(Scenario())
    chosen(visit, STORY)
    strength_is(visit, 1)
    expect(form).to_have_value(K_FORMS["mk7"].label)
    expect(visit.experiment).to_have_count(0)


def test_the_strength_moves_by_arrow_keys_and_quick_presses_and_the_headline_follows(lab: Open) -> None:
    visit = lab("?calcium=2000&vitamin_d=4000&vitamin_k2=200").assume()
    resolved = PRESETS["paradox resolved with K2"]
    strength_is(visit, 1)
    for keys, strength in ((("ArrowLeft",), 0.95), (("Home",), 0.0), (("ArrowRight",) * 3, 0.15)):
        for key in keys:
            visit.strength.press(key)
        now = replace(resolved, parameters={"mgp_strength": strength})
        visit.shows(now)
        visit.pictures_tell(now)
        strength_is(visit, strength)
    expect(visit.sentence).to_have_text(headline(simulate(now), balanced_run(now)).replace("**", ""))
    visit.strength.press("End")
    visit.shows(resolved)  # at the lens's own value nothing is changed
    for pause in (0, 100):  # ms: a held key, a quick finger
        for _ in range(6):
            visit.page.keyboard.press("ArrowLeft")
            visit.page.wait_for_timeout(pause)
    visit.shows(replace(resolved, parameters={"mgp_strength": 0.4}))
    expect(visit.strength).to_be_focused()


def test_a_form_of_vitamin_k_gives_the_slider_its_name_and_keeps_its_value(lab: Open) -> None:
    visit = lab("?vitamin_k2=250").assume()
    for form in ("k1", "mk4", "mk7"):
        visit.choose("Form of vitamin K", K_FORMS[form].label)
        expect(visit.bar.get_by_text(K_FORMS[form].nutrient, exact=True)).to_be_visible()
        visit.shows(Scenario(vitamin_k2=250, k_form=form))
        visit.pictures_tell(Scenario(vitamin_k2=250, k_form=form))
        expect(visit.page.get_by_text(K_FORMS[form].potency.reason)).to_be_visible()


def test_a_closed_panel_and_a_nutrient_never_undo_an_assumption(lab: Open) -> None:
    visit = lab().assume()
    visit.strength.press("ArrowLeft")
    visit.shows(Scenario(parameters={"mgp_strength": 0.95}))
    visit.choose("Form of vitamin K", K_FORMS["mk4"].label)
    assumed = Scenario(parameters={"mgp_strength": 0.95}, k_form="mk4")
    visit.shows(assumed)
    visit.close_assumptions()
    visit.slider("Calcium intake").press("ArrowRight")
    visit.shows(replace(assumed, calcium=1050))
    visit.assume()
    strength_is(visit, 0.95)
    visit.slider("Vitamin D").press("ArrowRight")
    visit.shows(replace(assumed, calcium=1050, vitamin_d=900))


def test_a_lens_brings_its_own_strength_and_keeps_the_form(lab: Open) -> None:
    visit = lab("?k_form=k1&mgp_strength=0.6").assume()
    visit.lens(TRIALS).click()
    visit.shows(Scenario(k_form="k1", lens="trials"))
    strength_is(visit, LENSES["trials"].values()["mgp_strength"])


def test_on_a_slow_line_a_slider_does_not_bring_back_what_the_lens_has_set(lab: Open) -> None:
    visit = lab(slow=True).assume()
    assert visit.line
    visit.line.hold()
    visit.lens(TRIALS).click()
    visit.page.wait_for_timeout(500)  # the server has answered, but the answer is on its way
    visit.press_on_a_slow_line("Calcium intake", "R")
    visit.shows(Scenario(calcium=1050, lens="trials"))
    strength_is(visit, LENSES["trials"].values()["mgp_strength"])


def test_on_a_slow_line_presses_on_the_strength_end_where_the_last_one_says(lab: Open) -> None:
    visit = lab(slow=True).assume()
    visit.press_on_a_slow_line("Strength of K2 on arteries", "LLRL")
    visit.shows(Scenario(parameters={"mgp_strength": 0.9}))
    strength_is(visit, 0.9)
