"""
The lessons: a list to choose from, or the one screen at a time of the lesson that is open.
"""

import streamlit as st

from sim.dashboard import lesson_parts, lesson_state, state
from sim.dashboard.foreign import letter_by_letter
from sim.lessons import LESSONS, Lesson
from sim.lessons.screens import WORDS, Screen, chosen, screens
from sim.narrative import NOTICE

TITLE = "Lessons"
ABOUT = (
    "Each lesson fits one class. You **predict** what the model will do, **run** it, **compare** the result with "
    "your prediction and **explain** it in your own words. A short quiz ends the lesson."
)
# Streamlit has no option for these: a column that is easy to read, type for a projector, and choices of several lines.
STYLE = """
<style>
.st-key-lesson { max-width: 62rem; margin: 0 auto; gap: 0.75rem; }
.st-key-lesson [data-testid="stMarkdownContainer"] p, .st-key-lesson [data-testid="stMarkdownContainer"] li {
  font-size: 1.15rem; line-height: 1.5;
}
.st-key-lesson h1 { font-size: 1.6rem; } .st-key-lesson h2 { font-size: 1.35rem; }
.st-key-lesson :is(h1, h2):focus { outline: none; }
.st-key-lesson [data-testid="stCaptionContainer"] p { font-size: 1rem; }
.st-key-lesson [data-testid="stRadio"] label { align-items: flex-start; padding: 0.35rem 0; }
.st-key-lesson button p { font-size: 1.1rem; }
.st-key-lesson button { min-height: 2.75rem; }
.st-key-lesson textarea { font-size: 1.1rem; }
[data-testid="stApp"] .st-key-lesson button[data-testid="stBaseButton-primary"] { color: light-dark(#ffffff, #10161d); }
@media (min-width: 1800px) { .st-key-lesson { max-width: 80rem; zoom: 1.25; } }
</style>
"""
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
}})(); // {screen}
</script>
"""


def page() -> None:
    """Draw the page."""
    state.begin()
    st.html(STYLE)
    with st.container(key="lesson"):
        lesson = lesson_state.lesson()
        if lesson:
            opened(lesson)
        else:
            overview()
    with st.bottom:
        st.caption(NOTICE)
    if lesson_state.turned():
        st.html(TO_THE_BEGINNING.format(screen=lesson_state.step()), unsafe_allow_javascript=True)


def notices() -> None:
    """Say what was not taken as it stood."""
    for notice in lesson_state.notices():
        st.warning(letter_by_letter(notice), icon=":material/link:")


def overview() -> None:
    """Draw the list of lessons."""
    st.title(TITLE, anchor=False)
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
    """Draw the screen of the open lesson and what leads to the others."""
    step, shown = lesson_state.step(), screens(lesson)
    screen = shown[step]
    st.header(f"Lesson {lesson.number}, step {step + 1} of {len(shown)}: {WORDS[screen.kind]}", anchor=False)
    st.progress((step + 1) / len(shown))
    notices()
    # A container of its own for each screen: what belongs to the old one goes with it.
    with st.container(key=f"screen_{lesson.key}_{step}"):
        lesson_parts.DRAW[screen.kind](lesson, screen.index or 0)
    with st.container(horizontal=True, key="lesson_nav"):
        forward(lesson, screen, step, len(shown))
        if step:
            st.button(
                "Back", key="lesson_back", icon=":material/arrow_back:", on_click=lesson_state.go, args=(step - 1,)
            )
        st.button("All lessons", key="lesson_close", icon=":material/list:", on_click=lesson_state.close_lesson)
    if screen.kind in ("intro", "end"):
        lesson_parts.for_the_teacher(lesson)


def forward(lesson: Lesson, screen: Screen, step: int, count: int) -> None:
    """Draw the button that leads on; its key stays the same from screen to screen."""
    label, icon, action, args = "Next", ":material/arrow_forward:", lesson_state.go, (step + 1,)
    if screen.kind == "predict":
        label, icon, action, args = "Lock in and run", ":material/lock:", lesson_parts.lock_in, (screen.index, step)
    elif screen.kind == "quiz" and chosen(lesson_state.answers(), screen.index or 0) is None:
        label, icon, action, args = "Check", ":material/check:", lesson_parts.check, (screen.index,)
    elif step + 1 == count:
        following = next((other for other in LESSONS.values() if other.number == lesson.number + 1), None)
        if following is None:
            return
        label, action, args = (
            f"Lesson {following.number}: {following.title}",
            lesson_state.open_lesson,
            (following.key,),
        )
    st.button(label, key="lesson_next", type="primary", icon=icon, on_click=action, args=args)
