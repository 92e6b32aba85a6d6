"""
The lessons: a list to choose from, or the one screen at a time of the lesson that is open.
"""

from collections.abc import Callable

import streamlit as st

from sim.browser import FOLDER
from sim.dashboard.escape import letter_by_letter
from sim.dashboard.parts import lesson_parts, lesson_state, lesson_teacher, panels
from sim.lessons.old import LESSONS, Lesson
from sim.lessons.screens import WORDS, chosen, screens
from sim.session.pages import TITLES
from sim.text.sentences import BLOOD_THINNER, NOTICE

ABOUT = (
    "Each lesson fits one class. You **predict** what the model will do, **run** it, **compare** the result with "
    "your prediction and **explain** it in your own words. A short quiz ends the lesson."
)
# A new screen begins at its heading, for the eye as for the keyboard: Streamlit would leave the focus at the end
# of the old one. The number makes the text another one, so that it runs again.
TO_THE_BEGINNING = """
<script>
(() => {{
  const heading = document.querySelector(".st-key-lesson :is(h1, h2)");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({{ preventScroll: true }});
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
}})(); // {turn}
</script>
"""


def page() -> None:
    """Draw the page."""
    st.html(FOLDER / "lesson.css")
    lesson = lesson_state.lesson()
    # The way on comes first: a run that the picture of the body cuts off must not leave the old screen's buttons.
    with st.bottom, st.container(key="lesson_bar"):
        if lesson:
            way_on(lesson)
        # In sight before vitamin K2 is moved: on the list and on each lesson's first screen.
        st.caption(NOTICE if lesson and lesson_state.step() else f"{NOTICE} {BLOOD_THINNER}")
    with st.container(key="lesson"):
        if lesson:
            opened(lesson)
        else:
            overview()
    # In every run after the first turn, because a run may be cut off by the next one; the browser runs it once a turn.
    if lesson_state.turns():
        st.html(TO_THE_BEGINNING.format(turn=lesson_state.turns()), unsafe_allow_javascript=True)


def notices() -> None:
    """Say what was not taken as it stood."""
    for notice in lesson_state.notices():
        st.warning(letter_by_letter(notice), icon=":material/link:")


def overview() -> None:
    """Draw the list of lessons."""
    st.title(TITLES["lessons"], anchor=False)
    notices()
    st.markdown(ABOUT)
    for lesson in LESSONS.values():
        with st.container(border=True, key=f"card_{lesson.key}"):
            st.header(f"{lesson.number}. {lesson.title}", anchor=False)
            st.markdown(lesson.filled(lesson.aim))
            st.caption(f"{lesson.minutes} minutes · {lesson.level}")
            st.caption(" · ".join(lesson.standards))
            st.button(
                f"Start lesson {lesson.number}",
                key=f"start_{lesson.key}",
                type="primary",
                icon=":material/play_arrow:",
                on_click=lesson_state.open_lesson,
                args=(lesson.key,),
            )


def opened(lesson: Lesson) -> None:
    """Draw the screen of the open lesson."""
    step, shown = lesson_state.step(), screens(lesson)
    screen = shown[step]
    st.title(f"Lesson {lesson.number}, step {step + 1} of {len(shown)}: {WORDS[screen.kind]}", anchor=False)
    st.progress((step + 1) / len(shown))
    notices()
    # A container of its own for each screen: what belongs to the old one goes with it.
    with st.container(key=f"screen_{lesson.key}_{step}"):
        lesson_parts.DRAW[screen.kind](lesson, screen.index or 0)
    if screen.kind in ("intro", "end"):
        lesson_teacher.panel(lesson)


def way_on(lesson: Lesson) -> None:
    """Draw the buttons to the next screen, back, and to the list; their keys stay the same from screen to screen."""
    step = lesson_state.step()
    label, icon, action, args = onward(lesson, step)
    with st.container(horizontal=True, gap="small", key="lesson_nav"):
        st.button(label, key="lesson_next", type="primary", icon=icon, on_click=action, args=args)
        if step:
            st.button(
                "Back", key="lesson_back", icon=":material/arrow_back:", on_click=lesson_state.go, args=(step - 1,)
            )
        st.button("All lessons", key="lesson_close", icon=":material/list:", on_click=lesson_state.close_lesson)
        panels.share_button()


def onward(lesson: Lesson, step: int) -> tuple[str, str, Callable[..., None], tuple]:
    """Return what the button that leads on says, its icon, what it does and with what."""
    screen, arrow = screens(lesson)[step], ":material/arrow_forward:"
    open_yet = chosen(lesson_state.answers(), screen.index or 0) is None
    if screen.kind == "predict" and open_yet:
        return "Lock in and run", ":material/lock:", lesson_state.lock_in, (screen.index, step)
    if screen.kind == "quiz" and open_yet:
        return "Check", ":material/check:", lesson_state.check, (screen.index,)
    if screen.kind != "end":
        return "Next", arrow, lesson_state.go, (step + 1,)
    following = next((other for other in LESSONS.values() if other.number == lesson.number + 1), None)
    if following is None:
        return "Finish", ":material/check:", lesson_state.close_lesson, ()
    return "Next lesson", arrow, lesson_state.open_lesson, (following.key,)
