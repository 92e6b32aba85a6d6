"""Lessons in the file taken home: in the Lab's place, with the network off, and back in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from support.offline import OfflineLab, opened

from sim import Scenario

SETTINGS = Scenario(calcium=1450, vitamin_k2=35)


@pytest.fixture
def file(browser: Browser, lab_file: Path) -> Iterator[OfflineLab]:
    with opened(browser, lab_file, reduced_motion="reduce") as lab:
        yield lab


def opened_by_menu(file: OfflineLab) -> None:
    file.show(SETTINGS)
    file.do("lessons")
    expect(file.page.locator("h1")).to_have_text("Lessons")


def test_the_menu_opens_the_lessons_in_the_labs_place_and_back_returns_to_it(file: OfflineLab) -> None:
    opened_by_menu(file)
    expect(file.page.locator("svg.scene")).to_have_count(0)
    file.page.get_by_role("button", name="Start lesson 1").click()
    expect(file.page.locator("h1")).to_have_text("Ten years of tablets")
    file.page.get_by_label("Blood").check()
    file.page.get_by_role("button", name="Lock my place").click()
    file.page.get_by_role("button", name="Draw her bones").click()
    for seen in ("Ten years of tablets", "Lessons"):
        file.page.go_back()
        expect(file.page.locator("h1")).to_have_text(seen)
    file.page.go_back()
    file.tells(SETTINGS)


def test_a_lesson_is_closed_to_the_list_and_the_list_to_the_lab_as_it_was(file: OfflineLab) -> None:
    opened_by_menu(file)
    file.page.get_by_role("button", name="Start lesson 4").click()
    file.page.get_by_role("button", name="All lessons").click()
    expect(file.page.locator("h1")).to_have_text("Lessons")
    file.page.get_by_role("button", name="Close").click()
    file.tells(SETTINGS)
    assert file.link()[0].lesson == ""


def test_the_address_names_the_lesson_and_nobodys_answers_and_a_reload_goes_on(file: OfflineLab) -> None:
    file.put("lesson=tablets&calcium=1450")
    file.page.get_by_label("Blood").check()
    file.page.get_by_role("button", name="Lock my place").click()
    address = file.page.url
    file.page.reload()
    expect(file.page.get_by_role("button", name="Draw her bones")).to_be_visible()
    expect(file.page.get_by_label("Blood")).to_be_checked()
    assert file.page.url == address
    file.page.get_by_role("button", name="All lessons").click()
    expect(file.page.get_by_role("button", name="Go on at step 1 of 9")).to_be_visible()


def test_old_links_open_their_lesson_at_its_beginning_and_what_is_none_is_said(file: OfflineLab) -> None:
    file.put("lesson=paradox&step=3&answers=ab-&link=4")
    expect(file.page.locator("h1")).to_have_text("Ten years of tablets")
    expect(file.notes.first).to_contain_text("step and answers in the link: left out.")
    file.put("lesson=cooking")
    expect(file.page.locator(".lesson [role=status]").first).to_contain_text("Invalid lesson 'cooking'.")


def test_the_tab_of_a_lesson_gives_nothing_away_and_the_labs_title_comes_back(file: OfflineLab) -> None:
    title = file.page.title()
    opened_by_menu(file)
    assert file.page.title() == title
    file.page.get_by_role("button", name="Start lesson 1").click()
    assert file.page.title() == f"Ten years of tablets · {title}"
    file.page.get_by_role("button", name="All lessons").click()
    assert file.page.title() == title
