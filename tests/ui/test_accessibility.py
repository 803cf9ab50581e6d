"""The window for somebody who hears it and has no mouse: names, roles, tab order, a conversation by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.accessible_tree import ROLE, name_of, tree_of
from tests.ui.conftest import OpenWindow, presenters_of, services_of
from tests.ui.window_actions import ask, field, has_ended
from ui.assembly import Assembly

MOST_STEPS = 400


def the_chat(assembly: Assembly) -> QWidget:
    return assembly.content.page


def the_models(assembly: Assembly) -> QWidget:
    services_of(assembly).models.open()
    room = services_of(assembly).models
    return room.page


def the_settings(assembly: Assembly) -> QWidget:
    presenters_of(assembly).settings.open()
    page = presenters_of(assembly).settings.page
    assert page is not None
    return page


PAGES = [the_chat, the_models, the_settings]


@pytest.fixture
def talked(open_window: OpenWindow, qtbot: QtBot) -> Assembly:
    """A window with a conversation of two turns."""
    assembly = open_window()
    for question in ("First question", "Second question"):
        ask(assembly, question)
        qtbot.waitUntil(has_ended(assembly))
    return assembly


def tab_stops(window: QWidget) -> set[QWidget]:
    """Return what Tab should reach."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def walk(start: QWidget, key: Qt.Key) -> set[QWidget]:
    """Press Tab or Shift+Tab until the keyboard comes round, and return where it has been."""
    modifiers = Qt.KeyboardModifier.NoModifier if key == Qt.Key.Key_Tab else Qt.KeyboardModifier.ShiftModifier
    reached: set[QWidget] = set()
    for _ in range(MOST_STEPS):
        before = QApplication.focusWidget()
        assert before is not None
        QTest.keyClick(before, key, modifiers)
        after = QApplication.focusWidget()
        assert after is not None
        assert after is not before, f"Tab is caught in {before}"
        reached.add(after)
        if after is start:
            return reached
    pytest.fail("Tab does not come round")


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_and_is_caught_nowhere(
    talked: Assembly, qtbot: QtBot, page: Callable[[Assembly], QWidget]
) -> None:
    window = talked.window
    window.activateWindow()
    qtbot.waitUntil(page(talked).isVisible)
    start = window.findChild(QWidget, "searchField")
    assert start is not None
    start.setFocus()
    qtbot.waitUntil(start.hasFocus)
    stops = tab_stops(window)  # the button to the end comes and goes with what is scrolled to
    # Tab enters the transcript at the message in view, Shift+Tab goes through those above it.
    reached = walk(start, Qt.Key.Key_Tab) | walk(start, Qt.Key.Key_Backtab)
    hands_on = {talked.content.page.transcript}
    missed = stops - reached - hands_on
    assert not [f"{widget.metaObject().className()} {widget.accessibleName()!r}" for widget in missed]


def test_messages_are_items_of_a_list_in_their_order_with_author_and_text(talked: Assembly) -> None:
    lists = [one for one in tree_of(talked.content.page.transcript) if one.role() == ROLE.List]
    assert len(lists) == 1
    items = [lists[0].child(n) for n in range(lists[0].childCount())]
    messages = [item for item in items if item is not None and item.role() == ROLE.ListItem]
    names = [name_of(message) for message in messages]
    assert [name.split(":")[0] for name in names] == ["Your question", "Reply", "Your question", "Reply"]
    assert "First question" in names[0]
    assert "All is well." in names[1]
    for n, message in enumerate(messages):
        assert lists[0].indexOfChild(message) == items.index(message) == n


def test_what_is_chosen_is_told_with_what_it_is_a_choice_of(talked: Assembly) -> None:
    told = {name_of(one): one.role() for one in tree_of(talked.window)}
    assert told["Conversation"] is ROLE.Grouping
    assert told["Edit"] is told["Regenerate"] is ROLE.Button, "what is read on a button is what it is called by"

    told_of = {name_of(one): one for one in tree_of(the_models(talked))}
    assert told_of["Licence: Any licence"].role() is ROLE.ButtonMenu

    settings = {name_of(one): one for one in tree_of(the_settings(talked))}
    assert settings["Theme: As the system"].role() is ROLE.ComboBox
    assert told_of["Discover"].role() is ROLE.PageTab
    pages = [one for one in tree_of(the_settings(talked)) if one.role() is ROLE.PageTab][:3]
    assert [name_of(one) for one in pages] == ["Appearance", "Generation", "Performance"]
    assert [one.state().selected for one in pages] == [1, 0, 0]
    pages[1].actionInterface().doAction("Press")
    assert [one.state().selected for one in pages] == [0, 1, 0]


def test_the_answer_and_the_thought_can_be_read_whole(talked: Assembly) -> None:
    said = [one.text(QAccessible.Text.Value) for one in tree_of(talked.window)]
    assert any("All is well." in text for text in said)
    assert any("One two three." in text for text in said)


def test_a_conversation_is_held_and_read_by_keyboard_alone(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    window = assembly.window
    said: list[str] = []
    services_of(assembly).attention.announcer.announced.connect(said.append)
    window.activateWindow()

    def press(keys: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keySequence(target, QKeySequence(keys))

    def focused() -> QAccessibleInterface:
        target = QApplication.focusWidget()
        assert target is not None
        found = QAccessible.queryAccessibleInterface(target)
        assert found is not None
        return found

    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press("Ctrl+L")
    assert name_of(focused()) == "Your question"
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, "How is it?")
    press("Return")
    qtbot.waitUntil(lambda: bool(said) and said[-1] == "Finished")
    press("Shift+Tab")
    for _ in range(MOST_STEPS):
        if focused().role() == ROLE.ListItem and name_of(focused()).startswith("Reply"):
            break
        press("Shift+Tab")
    assert "All is well." in name_of(focused())
    press("Up")
    assert name_of(focused()) == "Your question: How is it?"
    press("Down")
    press("E")
    target = QApplication.focusWidget()
    assert target is not None
    assert focused().state().editable
    press("Escape")
    assert focused().role() == ROLE.ListItem
    press("R")
    qtbot.waitUntil(lambda: said.count("Finished") == 2)
    press("Ctrl+L")
    assert field(assembly).hasFocus()
