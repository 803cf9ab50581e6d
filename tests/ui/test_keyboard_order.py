"""Tab goes through the whole window and never stays in a part of it; what has the keyboard can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.window_actions import ask, button, field, has_ended
from ui.assembly import Assembly


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def went_through(assembly: Assembly, start: QWidget, key: Qt.Key, steps: int = 70) -> list[QWidget]:
    """Return what has the keyboard one after the other, until it comes back to where it began."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    for _ in range(steps):
        now = focused()
        if visited and now is start:
            return visited
        visited.append(now)
        QTest.keyClick(now, key)
    raise AssertionError(f"Tab does not come back: {[type(widget).__name__ for widget in visited[-8:]]}")


def open_conversation(open_window: OpenWindow, qtbot: QtBot) -> Assembly:
    assembly = open_window()
    with qtbot.waitActive(assembly.window):
        assembly.window.activateWindow()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    qtbot.waitUntil(lambda: any(type(w).__name__ == "VerbatimView" and w.isVisible() for w in reachable(assembly)))
    return assembly


def reachable(assembly: Assembly) -> list[QWidget]:
    widgets = assembly.window.findChildren(QWidget)
    return [w for w in widgets if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_through_the_whole_window_and_comes_back(open_window: OpenWindow, qtbot: QtBot, key: Qt.Key) -> None:
    assembly = open_conversation(open_window, qtbot)
    visited = went_through(assembly, field(assembly), key)

    kinds = {type(widget).__name__ for widget in visited}
    assert {"SearchField", "ConversationList", "ContextGauge", "VerbatimView", "DocumentView", "GrowingEdit"} <= kinds
    content = assembly.content
    for parent, text in (
        (content.sidebar, "New chat"),
        (content.sidebar, "Settings"),
        (content.dock.pane, "Edit and continue"),
    ):
        assert button(parent, text) in visited
    assert any(widget.objectName() == "presetButton" for widget in visited)


def test_what_has_the_keyboard_can_be_seen(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_conversation(open_window, qtbot)
    window = assembly.window
    unseen = []
    for widget in went_through(assembly, field(assembly), Qt.Key.Key_Tab):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        with_keyboard = window.grab().toImage()
        widget.clearFocus()
        if window.grab().toImage() == with_keyboard:
            unseen.append(f"{type(widget).__name__} {widget.accessibleName()}")
    assert unseen == []


def test_the_keyboard_stays_with_a_message_whatever_becomes_of_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_conversation(open_window, qtbot)
    transcript = assembly.content.page.transcript

    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
        QTest.keyClick(focused(), key, modifiers)
        return type(focused()).__name__

    transcript.setFocus(Qt.FocusReason.TabFocusReason)
    assert press(Qt.Key.Key_R) == "ReplyView"
    qtbot.waitUntil(has_ended(assembly))
    assert press(Qt.Key.Key_Left) == "ReplyView"
    assert press(Qt.Key.Key_Up) == "QuestionBubble"
    press(Qt.Key.Key_E)
    QTest.keyClicks(focused(), " And how?")
    assert press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier) == "ReplyView"
    qtbot.waitUntil(has_ended(assembly))
    assert press(Qt.Key.Key_Up) == "QuestionBubble"
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        assert press(key) == "QuestionBubble"
    assert press(Qt.Key.Key_Down) == "ReplyView"
