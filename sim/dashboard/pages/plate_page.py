"""
The page Foods: servings of foods add up to what the three sliders mean.

The plate is what the boxes of all foods hold, those of other groups too: it outlasts a visit to another page.
"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from sim.browser import FOLDER
from sim.content.foods import FOODS, GROUPS, STATUSES, TYPICAL, Food, listing, plate, plate_listing, sun
from sim.content.intakes import IOM_2011, K_TOTAL, SUN_LEFT_OUT, name_of
from sim.dashboard import state
from sim.dashboard.parts.downloads import download
from sim.dashboard.parts.page_links import go_to
from sim.dashboard.parts.pictures import image, svg_of, theme_name
from sim.dashboard.turns import made_once
from sim.figures import THEMES
from sim.figures.plate_figure import plate_figure
from sim.model.lenses import K_FORMS
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.session.pages import TITLES
from sim.text import data_files
from sim.text.sentences import NOTICE_LONG, headline

GROUP, AGE, SUN = "plate_group", "plate_age", "plate_sun"
EMPTY = plate.Example("", "", {}, sun.NONE)
STANDING = "The sliders stand at this plate."
# A page reached by a press, unlike one reached by a link, would stay as far down as this one was.
TO_THE_TOP = "<script>document.querySelector('[data-testid=stMain]').scrollTop = 0</script>"


def page() -> None:
    """Draw the page."""
    st.html(FOLDER / "plate.css")
    above = st.container()
    left, right = st.columns(2, gap="large")
    with left:
        pick()
    with above:  # only now, for of a new session it is the boxes that know what is on the plate
        head()
        plates()
    with right:
        totals()
    details()
    st.markdown(NOTICE_LONG)


def servings() -> dict[str, int]:
    """Return the plate of this session: what the boxes hold, also those that are not on the page."""
    return {food.key: count for food in FOODS.values() if (count := st.session_state.get(key_of(food)))}


def day() -> tuple[dict[str, int], str]:
    """Return the plate of this session and its sun."""
    return servings(), st.session_state.get(SUN, sun.NONE)


def key_of(food: Food) -> str:
    """Return the widget key of a food's servings."""
    return f"servings_{food.key}"


def fill(example: plate.Example) -> None:
    """Put an example on the plate and set its sun."""
    for food in FOODS.values():
        st.session_state[key_of(food)] = example.servings.get(food.key, 0)
    st.session_state[SUN] = example.sun
    if example.servings:
        st.session_state[GROUP] = FOODS[next(iter(example.servings))].group


def head() -> None:
    """Draw the title, the presses that set the sliders, and what they mean by a plate."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.title(TITLES["plate"], anchor=False, width="content")
        press = {
            "on_click": lambda: state.put(plate.to_sliders(state.current(), *day())),
            "disabled": not plate.settings(*day()),
        }
        if st.button("See it in the Lab", type="primary", icon=":material/science:", **press):
            st.html(TO_THE_TOP, unsafe_allow_javascript=True)
            go_to("lab")
        st.button("Set the sliders", icon=":material/tune:", **press)
    st.markdown(
        "Put a day's food on a plate. The sliders mean **total supply**: all food and supplements, and for vitamin D "
        "what the sun makes in the skin."
    )


def plates() -> None:
    """Draw the example days, each one press, and say what is on the plate and what it adds up to."""
    with st.container(horizontal=True, gap="xsmall"):
        for example in plate.examples():
            st.button(example.name, help=example.about, on_click=fill, args=(example,))
        st.button("Clear the plate", icon=":material/delete:", on_click=fill, args=(EMPTY,))
    on_plate, shining = day()
    nothing = not on_plate and shining == sun.NONE
    st.markdown("Nothing on the plate yet." if nothing else plate_listing.totals_line(on_plate, shining))
    if on_plate:
        st.markdown(f"**On the plate:** {', '.join(f'{n} × {FOODS[key].name}' for key, n in on_plate.items())}.")
    for example in plate.examples():
        if (example.servings, example.sun) == (on_plate, shining):
            st.caption(example.about)


def pick() -> None:
    """Draw the sun and the servings of one group of foods."""
    dial = st.radio("Sun", sun.SUN, horizontal=True, key=SUN, persist_state="session", help=sun.ABOUT)
    if dial != sun.NONE:
        st.caption(f"{sun.NAME}: {listing.range_text(sun.SUN[dial])} IU of vitamin D a day.")
    first = None if GROUP in st.session_state else GROUPS[0]
    group = st.pills("Foods", GROUPS, default=first, required=True, key=GROUP, wrap=True, persist_state="session")
    foods = [food for food in FOODS.values() if food.group == group]
    with st.container(key="servings"):
        for pair in (foods[i : i + 2] for i in range(0, len(foods), 2)):
            columns = st.columns(2, gap="small", wrap=False, vertical_alignment="bottom")
            for column, food in zip(columns, pair, strict=False):
                name = f"{food.name}, {food.serving}"
                column.number_input(name, 0, plate.MOST, step=1, key=key_of(food), persist_state="session")
    if group == "Supplements":
        st.caption("Plain amounts as a label may give them. Not a recommendation.")


def totals() -> None:
    """Draw what the plate adds up to, as picture, words and table."""
    age = st.radio("Compare with", plate.AGES, horizontal=True, key=AGE, persist_state="session")
    eaten, shining = day()
    words = plate_listing.describe(eaten, age, shining)
    image(svg(tuple(sorted(eaten.items())), shining, age, theme_name()), words, caption="")
    now = state.current()
    if plate.settings(eaten, shining) and now == plate.to_sliders(now, eaten, shining):
        st.markdown(f"{STANDING} {headline(simulate(now), balanced_run(now))}")
    st.markdown(plate_listing.forms_sentence(eaten))
    lines = (*plate_listing.above_upper_limit(eaten, age), *plate.remarks(eaten, shining), *notes())
    st.caption("\n".join(f"- {line}" for line in lines))
    with st.expander("The totals as a table", key="plate_totals"):
        st.markdown(plate_listing.totals_table(eaten, age, shining).to_markdown())
        st.markdown(f"{TYPICAL} A range adds up all lowest values, and all highest.")
        groups = dict.fromkeys(
            f"{name_of(i.nutrient)}: {i.group}" for i in plate.reference(age).values() if i.recommended
        )
        st.caption(f"{'; '.join(groups)} ({IOM_2011}). {SUN_LEFT_OUT} {K_TOTAL}")


def notes() -> list[str]:
    """Return what the totals leave out, and which of their numbers nobody has checked."""
    lines = []
    for nutrient, each in plate.total(*day()).items():
        name = name_of(nutrient)
        if each.missing and each.known:
            lines.append(f"{name} leaves out, because it is {listing.NOT_KNOWN}: {', '.join(each.missing)}.")
        if each.unverified:
            lines.append(f"{name} counts numbers that are {STATUSES['unverified']}: {', '.join(each.unverified)}.")
    if leaves := ", ".join(plate.with_k1(servings())):
        lines.append(f"Vitamin K1: {leaves}. How much is {listing.NOT_KNOWN}; K1 is never added to the K2 slider.")
    if servings():
        lines.append(sun.MORE_THAN_LISTED)
    if "vitamin_k2" in plate.settings(*day()) and state.current().k_form == "k1":
        lines.append(f"The vitamin K slider counts K1 now; this plate turns it to {K_FORMS['mk7'].label}.")
    return lines


@made_once(maxsize=200)
def svg(eaten: tuple[tuple[str, int], ...], shining: str, age: str, theme: str) -> str:
    """Return the picture of a plate as SVG text."""
    figure = plate_figure(plate.total(dict(eaten), shining), age, THEMES[theme])
    return svg_of(figure, plate.to_sliders(Scenario(), dict(eaten), shining), TITLES["plate"])


def details() -> None:
    """Draw what is on the plate, the whole food table with its sources, and both as files."""
    with st.expander("What each food of the plate adds", key="plate_foods"):
        st.markdown(plate_listing.plate_table(*day()).to_markdown())
    opened = st.expander("The food table and its sources", key="food_table", on_change="rerun")
    if opened.open:
        opened.markdown(listing.food_table().to_markdown())
        opened.caption("A star marks numbers from memory, not checked.")
        opened.markdown("\n".join(f"- {line}" for line in (*listing.source_lines(), sun.ABOUT)))
    with st.container(horizontal=True, gap="xsmall"):
        save("Food table", "food_table", listing.data_table)
        save("This plate", "plate", partial(plate_listing.data_table, *day()))


def save(label: str, name: str, make: Callable[[], data_files.DataTable]) -> None:
    """Draw the downloads of a table."""
    for file_format, form in data_files.SHORT_LABELS.items():
        download(f"{label}: {form}", partial(content, make, label, file_format), f"{name}.{file_format}")


def content(make: Callable[[], data_files.DataTable], title: str, file_format: str) -> bytes:
    """Return the bytes of a file; runs outside the session."""
    return data_files.file_bytes([make()], file_format, title)
