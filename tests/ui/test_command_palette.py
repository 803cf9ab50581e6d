"""The palette, the shortcuts and their list, in the real window."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.paths import AppPaths
from app.settings import SettingsFile
from tests.ui.conftest import SLOW_TURN, OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import answer_of, ask, field, has_ended, last_reply
from ui.assembly import Assembly
from ui.theme.theme import Theme
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.command_palette import CommandPalette, PaletteWords
from ui.widgets.fuzzy_search import FuzzySearch, marked_letters
from ui.widgets.palette_model import PaletteEntry, PaletteKind, PaletteModel
from ui.widgets.window_action import ActionGroup, WindowAction

CTRL = Qt.KeyboardModifier.ControlModifier


def press(keys: str) -> None:
    """Press keys where the keyboard is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keySequence(target, QKeySequence(keys))


def open_palette(assembly: Assembly, qtbot: QtBot) -> CommandPalette:
    assembly.window.activateWindow()
    assembly.content.page.composer.setFocus()
    qtbot.waitUntil(field(assembly).hasFocus)
    press("Ctrl+K")
    palette = presenters_of(assembly).commands.palette
    assert palette is not None
    assert palette.isVisible()
    return palette


def shown(palette: CommandPalette) -> list[str]:
    entries = (palette.model.entry(row) for row in range(palette.model.rowCount()))
    return [entry.text for entry in entries if entry is not None]


def type_into(palette: CommandPalette, text: str) -> None:
    (edit,) = palette.findChildren(QLineEdit)
    assert edit.hasFocus()
    QTest.keyClicks(edit, text)


# --- ranking ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("settings", "Settings"),
        ("setings", "Settings"),
        ("settinsg", "Settings"),
        ("swttings", "Settings"),
        ("nc", "New chat"),
        ("light", "Switch between light and dark"),
        ("ligth dark", "Switch between light and dark"),
        ("koln", "Trains to Köln"),
        ("KÖLN", "Trains to Köln"),
        ("conversatoin", "Search all conversations"),
        ("9.11", "Is 9.9 larger than 9.11?"),
        ("القطار", "متى يصل القطار"),
        ("火车", "两列火车相遇"),
        ("please a new chat", "New chat"),
        ("koln timetable", "Trains to Köln"),
        ("conversationsettings", "Settings"),
        ("火车相撞", "两列火车相遇"),
    ],
)
def test_the_best_hit_is_what_was_meant(typed: str, found: str) -> None:
    texts = [
        "Search all conversations",
        "Is 9.9 larger than 9.11?",
        "Switch between light and dark",
        "New chat",
        "Trains to Köln",
        "متى يصل القطار",
        "两列火车相遇",
        "Settings",
    ]
    hits = FuzzySearch(texts).hits(typed)
    assert hits
    assert texts[hits[0].index] == found


def test_what_has_nothing_in_common_is_not_found() -> None:
    assert FuzzySearch(["New chat", "Settings"]).hits("xylophone") == []
    assert FuzzySearch(["Show or hide the conversations"]).hits("swit") == []


@pytest.mark.parametrize("typed", [".*", "[", "\\", "(a|b)+", "^$", "?" * 500, "\U0001f600", "\x00"])
def test_no_input_is_taken_for_a_pattern(typed: str) -> None:
    assert FuzzySearch(["New chat", "Settings"]).hits(typed) == []
    assert marked_letters(typed, "New chat") == ()


def test_whole_words_stand_before_beginnings_and_parts_and_order_breaks_ties() -> None:
    texts = ["Unread", "Reading", "A read", "Read", "Read"]
    assert [texts[hit.index] for hit in FuzzySearch(texts).hits("read")] == [
        "Read",
        "Read",
        "A read",
        "Reading",
        "Unread",
    ]
    assert [hit.index for hit in FuzzySearch(texts).hits("read")][:2] == [3, 4]


def test_an_empty_query_keeps_the_order() -> None:
    assert [hit.index for hit in FuzzySearch(["b", "a", "c"]).hits("  ")] == [0, 1, 2]


def test_ten_thousand_titles_are_searched_while_typing() -> None:
    search = FuzzySearch([f"Conversation {n} about trains number {n * 7919 % 10_007}" for n in range(10_000)])
    search.hits("warm up")
    began = time.process_time()
    search.hits("trians 77")
    assert time.process_time() - began < 2.0, "something grows faster than the list"


def test_the_letters_found_are_marked() -> None:
    assert marked_letters("mod", "Open a model file") == (7, 8, 9)
    assert marked_letters("mdl", "Open a model file") == (7, 9, 11)
    assert marked_letters("köl", "Nach Köln") == (5, 6, 7)


def test_the_model_behind_the_list_is_a_sound_one() -> None:
    model = PaletteModel()
    assert isinstance(model, QAbstractListModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_entries([PaletteEntry(str(n), PaletteKind.ACTION, f"Entry {n}", lambda: None) for n in range(200)])
    model.set_query("entry 7")
    model.set_query("nothing of the kind")
    assert model.rowCount() == 0
    tester.deleteLater()


# --- the registry -------------------------------------------------------------------------------------------------


def test_two_actions_cannot_have_one_name_or_one_key(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    registry = ActionRegistry(window)
    registry.add({ActionGroup.VIEW: [WindowAction("one", "One", lambda: None, ("Ctrl+1",))]})
    with pytest.raises(ValueError, match="registered already"):
        registry.add({ActionGroup.VIEW: [WindowAction("one", "Other", lambda: None)]})
    with pytest.raises(ValueError, match="belongs to 'one'"):
        registry.add({ActionGroup.VIEW: [WindowAction("two", "Two", lambda: None, ("Ctrl+1",))]})


def test_an_action_that_is_not_available_is_neither_done_nor_offered(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    registry = ActionRegistry(window)
    done: list[str] = []
    never = WindowAction("never", "Never", lambda: done.append("never"), is_available=lambda: False)
    always = WindowAction("always", "Always", lambda: done.append("always"))
    registry.add({ActionGroup.VIEW: [never, always]})
    registry.perform("never")
    registry.perform("always")
    assert done == ["always"]
    assert [action.name for action in registry.available()] == ["always"]


# --- in the window --------------------------------------------------------------------------------------------------


def test_letters_and_enter_do_what_is_found_and_the_keyboard_goes_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    was_dark = assembly.theme.colours.is_dark
    palette = open_palette(assembly, qtbot)
    type_into(palette, "ligth and dark")
    assert shown(palette)[0] == "Switch between light and dark"
    press("Return")
    assert not palette.isVisible()
    assert assembly.theme.colours.is_dark is not was_dark
    assert field(assembly).hasFocus()


def test_escape_closes_the_palette_and_does_not_stop_the_reply(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    ask(assembly, "Wait.")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is not None)
    palette = open_palette(assembly, qtbot)
    press("Escape")
    assert not palette.isVisible()
    assert session_of(assembly).running_turn is not None
    assert field(assembly).hasFocus()
    press("Escape")
    qtbot.waitUntil(has_ended(assembly))


def test_arrows_and_tab_go_round_and_the_keyboard_stays_in_the_field(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    palette = open_palette(assembly, qtbot)
    said: list[str] = []
    palette.reached.connect(said.append)
    names = shown(palette)
    for keys in ("Down", "Tab", "Shift+Tab", "Up", "Up", "Down"):
        press(keys)
        (edit,) = palette.findChildren(QLineEdit)
        assert edit.hasFocus()
    steps = (1, 2, 1, 0, -1, 0)
    assert [text.split(",")[0] for text in said] == [names[step].split(",")[0] for step in steps]


def test_conversations_are_found_and_the_one_chosen_last_stands_first(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    for title in ("Trains", "Planes"):
        ask(assembly, title)
        qtbot.waitUntil(has_ended(assembly))
        assembly.content.sidebar.new_chat.click()
    palette = open_palette(assembly, qtbot)
    type_into(palette, "trians")
    press("Return")
    chosen = presenters_of(assembly).chat.conversation_id
    assert chosen is not None
    assert assembly.content.sidebar.conversations.title(chosen) == "Trains"
    assembly.content.sidebar.new_chat.click()
    assert shown(open_palette(assembly, qtbot))[0] == "Trains"


def test_what_was_chosen_is_remembered_in_the_next_window(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    assembly = open_window()
    palette = open_palette(assembly, qtbot)
    type_into(palette, "larger text")
    press("Return")
    assembly.close()
    assert SettingsFile(paths.settings_file).load().recent_commands[0] == "action:larger"
    again = open_window()
    assert shown(open_palette(again, qtbot))[0] == "Larger text"


def test_models_can_be_chosen(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    starter = services_of(assembly).picker.starter()
    if starter is None:
        pytest.skip("this copy has no built-in model")
    palette = open_palette(assembly, qtbot)
    type_into(palette, starter.name)
    press("Return")
    assert session_of(assembly).model_status.path == str(starter.path)


def test_a_key_that_goes_elsewhere_closes_the_palette(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    palette = open_palette(assembly, qtbot)
    press("Ctrl+B")
    assert not palette.isVisible()
    palette = open_palette(assembly, qtbot)
    press("Ctrl+K")
    assert not palette.isVisible()


def test_nothing_found_is_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    palette = open_palette(open_window(), qtbot)
    type_into(palette, "xylophone")
    assert any(label.isVisible() and "Nothing" in label.text() for label in palette.findChildren(QLabel))
    press("Return")
    press("Down")
    assert palette.isVisible()


def test_question_mark_lists_every_shortcut_unless_it_is_typed(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    commands = presenters_of(assembly).commands
    assembly.window.activateWindow()
    assembly.content.page.composer.setFocus()
    qtbot.waitUntil(field(assembly).hasFocus)
    press("?")
    assert commands.sheet is None
    assert field(assembly).toPlainText() == "?"
    assembly.content.sidebar.list.setFocus()
    press("?")
    sheet = commands.sheet
    assert sheet is not None
    said = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for hint in assembly.actions.shortcuts():
        assert hint.keys in said
        assert hint.words in said
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert commands.sheet is None


def test_the_keys_of_replies_and_conversations_work_from_the_composer(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    window, chat = assembly.window, presenters_of(assembly).chat
    window.activateWindow()
    for title in ("First", "Second"):
        ask(assembly, title)
        qtbot.waitUntil(has_ended(assembly))
        if title == "First":
            QTest.keyClick(field(assembly), Qt.Key.Key_N, CTRL)
            assert chat.conversation_id is None
    qtbot.waitUntil(field(assembly).hasFocus)
    press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == answer_of(last_reply(assembly))
    press("Ctrl+R")
    qtbot.waitUntil(has_ended(assembly))
    assert last_reply(assembly).card.versions == 2
    second = chat.conversation_id
    press("Ctrl+PgDown")
    assert chat.conversation_id != second
    press("Ctrl+PgUp")
    assert chat.conversation_id == second
    press("Alt+Down")
    assert chat.conversation_id != second
    press("Ctrl++")
    assert assembly.settings().text_scale == pytest.approx(1.1)
    press("Ctrl+-")
    press("Ctrl+-")
    assert assembly.settings().text_scale == pytest.approx(0.9)
    press("Ctrl+0")
    assert assembly.settings().text_scale == 1.0


def test_keys_of_the_chat_lead_back_to_it_from_another_page(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    assembly.window.activateWindow()
    assembly.content.sidebar.settings_asked.emit()
    assert not assembly.content.page.isVisible()
    press("Ctrl+L")
    assert assembly.content.page.isVisible()
    qtbot.waitUntil(field(assembly).hasFocus)


def test_a_palette_without_room_stays_inside_its_window(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(480, 420)
    qtbot.addWidget(window)
    window.show()
    palette = CommandPalette(theme, window, PaletteWords("Models", "Search", "Which?", "Found"))
    palette.open([PaletteEntry(str(n), PaletteKind.MODEL, f"Model {n}" * 20, lambda: None) for n in range(50)])
    panel = palette.findChild(QWidget, "palette")
    assert panel is not None
    assert palette.rect().contains(panel.geometry())
