"""Shortcuts that a person has changed: captured, weighed against the others, kept, and in force at once."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QKeySequenceEdit, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.paths import AppPaths
from app.settings import SettingsFile, SettingsGroup
from app.settings.choices import KeyChoice
from tests.ui.conftest import OpenWindow, presenters_of, services_of
from tests.ui.window_actions import button, press
from ui.assembly import Assembly
from ui.settings.shortcuts_editor import ShortcutLine, ShortcutsEditor
from ui.widgets.action_keys import KeyFault, key_fault, keys_in_use
from ui.widgets.window_action import WindowAction

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def editor_of(assembly: Assembly) -> ShortcutsEditor:
    presenters_of(assembly).settings.open(SettingsGroup.SHORTCUTS)
    page = presenters_of(assembly).settings.page
    assert page is not None
    editor = page.findChild(ShortcutsEditor)
    assert editor is not None
    return editor


def key_button(line: ShortcutLine) -> QPushButton:
    return next(b for b in line.findChildren(QPushButton) if b.property("kind") == "small" and b.isVisible())


def enter(line: ShortcutLine, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """Press the line's button, then the keys."""
    press(key_button(line))
    (edit,) = line.findChildren(QKeySequenceEdit)
    assert edit.hasFocus() or edit.isVisible()
    QTest.keyClick(edit, key, modifiers)


def told(line: ShortcutLine) -> str:
    return " ".join(label.text() for label in line.findChildren(QLabel)[1:] if label.isVisible())


def press_keys(assembly: Assembly, keys: str) -> None:
    target = QApplication.focusWidget() or assembly.window
    QTest.keySequence(target, QKeySequence(keys))


def test_no_two_actions_of_the_window_share_keys_nor_does_a_part_of_it(open_window: OpenWindow) -> None:
    registry = open_window().actions
    held = [
        QKeySequence(keys).toString() for action in registry.declared() for keys in (*action.keys, *action.other_keys)
    ]
    of_parts = {QKeySequence(hint.keys).toString() for hint in registry.hints()}

    assert [keys for keys, times in Counter(held).items() if times > 1] == []
    assert of_parts.isdisjoint(held)


def test_new_keys_count_at_once_and_everything_that_names_them_follows(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    assembly = open_window()
    line = editor_of(assembly).line("new_chat")

    enter(line, Qt.Key.Key_J)

    assert SettingsFile(paths.settings_file).load().shortcuts == (KeyChoice("new_chat", ("Ctrl+J",)),)
    assert key_button(line).text() == "Ctrl+J"
    new_chat = button(assembly.content.sidebar, "New chat")
    assert new_chat.toolTip() == "Begin a new conversation (Ctrl+J)"
    assert "Ctrl J" in [label.text() for label in new_chat.findChildren(QLabel)]
    assert "Ctrl+J" in [hint.keys for hint in assembly.actions.shortcuts()]
    asked: list[bool] = []
    services_of(assembly).events.conversation_wanted.connect(lambda _id: asked.append(True))
    press_keys(assembly, "Ctrl+N")
    assert asked == []
    press_keys(assembly, "Ctrl+J")
    assert asked == [True]

    press(button(line, "Reset"))
    assert SettingsFile(paths.settings_file).load().shortcuts == ()
    assert new_chat.toolTip() == "Begin a new conversation (Ctrl+N)"
    press_keys(assembly, "Ctrl+N")
    assert asked == [True, True]


def test_keys_of_another_action_are_told_and_given_only_if_the_person_says_so(
    open_window: OpenWindow, paths: AppPaths
) -> None:
    assembly = open_window()
    editor = editor_of(assembly)
    line = editor.line("new_chat")

    enter(line, Qt.Key.Key_M)
    assert "Ctrl+M belongs to “Choose a model”." in told(line)
    assert not paths.settings_file.exists() or "shortcuts" not in json.loads(paths.settings_file.read_text())
    press(button(line, "Leave it"))
    assert told(line) == ""
    assert assembly.actions.action("new_chat").keys == ("Ctrl+N",)

    enter(line, Qt.Key.Key_M)
    press(button(line, "Take it from there"))
    assert assembly.actions.action("new_chat").keys == ("Ctrl+M",)
    assert assembly.actions.action("model").keys == ()
    assert key_button(editor.line("model")).text() == "No keys"

    press(button(editor.line("model"), "Reset"))  # its own keys are elsewhere now: that is told too
    assert "belongs to “Begin a new conversation”" in told(editor.line("model"))
    press(button(editor.line("model"), "Take it from there"))
    assert assembly.actions.action("model").keys == ("Ctrl+M",)
    assert assembly.actions.action("new_chat").keys == ()


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "needed for writing"),
        (Qt.Key.Key_C, CTRL, "needed for writing"),
        (Qt.Key.Key_D, CTRL, "already means “Pin or unpin”"),
    ],
)
def test_keys_that_fields_and_lists_need_are_refused_in_words(
    open_window: OpenWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, words: str
) -> None:
    assembly = open_window()
    line = editor_of(assembly).line("export")

    enter(line, key, modifiers)

    assert words in told(line)
    assert assembly.actions.action("export").keys == ()


def test_escape_leaves_the_keys_and_backspace_takes_them_away(open_window: OpenWindow) -> None:
    assembly = open_window()
    line = editor_of(assembly).line("models")

    enter(line, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert assembly.actions.action("models").keys == ("Ctrl+Shift+M",)
    assert presenters_of(assembly).settings.is_shown
    enter(line, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    assert assembly.actions.action("models").keys == ()
    assert "Find, download and manage models" in [
        b.toolTip() for b in assembly.content.sidebar.findChildren(QPushButton)
    ]


def test_the_page_gives_all_keys_back_and_that_can_be_undone(open_window: OpenWindow, paths: AppPaths) -> None:
    SettingsFile(paths.settings_file).update(shortcuts=(KeyChoice("new_chat", ("Ctrl+J",)), KeyChoice("stop", ())))
    assembly = open_window()
    editor_of(assembly)
    page = presenters_of(assembly).settings.page
    assert page is not None
    assert assembly.actions.action("stop").keys == ()

    press(button(page.sections[SettingsGroup.SHORTCUTS], "Reset this page"))
    assert assembly.actions.action("stop").keys == ("Esc",)
    page.undo_bar.undone.emit()
    assert assembly.actions.action("new_chat").keys == ("Ctrl+J",)


def test_a_search_in_the_settings_shows_the_actions_that_have_the_words(open_window: OpenWindow) -> None:
    assembly = open_window()
    editor = editor_of(assembly)
    page = presenters_of(assembly).settings.page
    assert page is not None

    page.field.setText("palette nonsense")
    assert not editor.isVisible()
    page.field.setText("ctrl+shift+m")
    shown = [line.name for line in editor.findChildren(ShortcutLine) if line.isVisible()]
    assert shown == ["models"]
    page.field.clear()
    assert all(not line.isHidden() for line in editor.findChildren(ShortcutLine))


def test_what_a_careless_hand_wrote_into_the_file_gives_no_keys_twice(qapp: QApplication) -> None:
    def action(name: str, *keys: str) -> WindowAction:
        return WindowAction(name, name, lambda: None, keys)

    actions = (action("one", "Ctrl+1"), action("two", "Ctrl+2", "F2"), action("three", "Esc"))

    chosen = {"two": ("ctrl+1", "ctrl+1", "garbage", "", "Q"), "three": ("Esc", "Ctrl+1"), "gone": ("Ctrl+9",)}
    assert keys_in_use(actions, chosen) == {"two": ("Ctrl+1",), "three": ("Esc",), "one": ()}
    assert keys_in_use(actions, {}) == {"one": ("Ctrl+1",), "two": ("Ctrl+2", "F2"), "three": ("Esc",)}


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ("Ctrl+K", None),
        ("F5", None),
        ("Alt+Shift+X", None),
        ("Ctrl+K, Ctrl+B", KeyFault.NO_KEYS),
        ("nonsense", KeyFault.NO_KEYS),
        ("", KeyFault.NO_KEYS),
        ("Shift+A", KeyFault.NEEDED_FOR_WRITING),
        ("Return", KeyFault.NEEDED_FOR_WRITING),
        ("Tab", KeyFault.NEEDED_FOR_WRITING),
        ("Ctrl+V", KeyFault.NEEDED_FOR_WRITING),
    ],
)
def test_which_keys_can_be_a_shortcut(qapp: QApplication, keys: str, fault: KeyFault | None) -> None:
    assert key_fault(keys) is fault


def test_a_tooltip_made_later_knows_the_keys_too(open_window: OpenWindow, qtbot: QtBot) -> None:
    from ui.widgets.key_tip import KeyTip

    assembly = open_window()
    made = QWidget(assembly.window)
    KeyTip(made, "Elsewhere", action="models")
    assert made.toolTip() == "Elsewhere (Ctrl+Shift+M)"
    assembly.actions.choose_keys({"models": ("F9",)})
    assert made.toolTip() == "Elsewhere (F9)"
