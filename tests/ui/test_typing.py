"""Typing goes to the composer: letters are commands only in a message that was reached by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.inference.scripted_engine import Pause, Say, SayMany, Script
from app.settings import SettingsGroup
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import answer_of, ask, button, field, has_ended, last_reply
from ui.assembly import Assembly
from ui.chat.search.find_bar import FindBar
from ui.chat.thoughts.thought_editor import ThoughtEditor
from ui.chat.transcript.message_editor import MessageEditor
from ui.chat.transcript.question_bubble import QuestionBubble
from ui.documents.document_view import DocumentView
from ui.widgets.crash_dialog import CrashDialog

TALK = Script(
    turns=tuple((Say(f"<think>\nHm {number}."), Say("</think>"), Say(f"Answer {number}.\n")) for number in range(9))
)
WORDS = SayMany(("word ",), 15, 50.0)
SENTENCE = "but are you really sure? X"
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def click(widget: QWidget, at: QPoint | None = None, *, held: Qt.KeyboardModifier = NONE) -> None:
    """Press and release the left button as a mouse does: the window finds out what lies there."""
    window = widget.window()
    place = widget.mapTo(window, at or widget.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, held, place)


def type_there(text: str) -> None:
    """Each letter goes to what has the keyboard by then; before a capital one Shift is pressed."""
    for letter in text:
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        if letter.isupper():
            QTest.keyPress(target, Qt.Key.Key_Shift)
        QTest.keyClicks(target, letter)


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    QTest.keyClick(target, key, held)


@pytest.fixture
def talk(open_window: OpenWindow, qtbot: QtBot) -> Assembly:
    """A conversation of one question with two answers, the mouse not used yet."""
    assembly = open_window(script=TALK)
    assembly.window.resize(1300, 800)
    with qtbot.waitActive(assembly.window):
        assembly.window.activateWindow()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    reply_id = assembly.content.page.transcript.reply_in_view()
    assert reply_id is not None
    presenters_of(assembly).transcript.regenerate(reply_id)
    qtbot.waitUntil(has_ended(assembly))
    qtbot.waitUntil(field(assembly).hasFocus)
    return assembly


def bubble(assembly: Assembly) -> QuestionBubble:
    return next(view for view in assembly.content.page.transcript.cards() if isinstance(view, QuestionBubble))


def conversations(assembly: Assembly) -> int:
    return len(assembly.content.sidebar.conversations.ids())


@pytest.mark.parametrize("text", ["Copy", "Edit", "Regenerate", "Branch", "‹"])
def test_after_a_click_on_an_action_of_a_reply_one_types_a_question(talk: Assembly, qtbot: QtBot, text: str) -> None:
    click(button(last_reply(talk), text))
    qtbot.waitUntil(lambda: has_ended(talk)() and (text != "Branch" or conversations(talk) == 2))
    if text == "Edit":
        (editor,) = last_reply(talk).findChildren(MessageEditor)
        click(button(editor, "Cancel"))
    known = conversations(talk)

    type_there(SENTENCE)

    assert field(talk).toPlainText() == SENTENCE
    assert conversations(talk) == known
    assert not last_reply(talk).findChildren(MessageEditor) or text == "Edit"


@pytest.mark.parametrize("ending", ["Escape", "Cancel", "Save"])
def test_an_edit_that_the_mouse_began_ends_in_the_composer(talk: Assembly, qtbot: QtBot, ending: str) -> None:
    click(button(last_reply(talk), "Edit"))
    (editor,) = last_reply(talk).findChildren(MessageEditor)
    type_there(" Indeed.")
    if ending == "Escape":
        press(Qt.Key.Key_Escape)
    else:
        click(button(editor, ending))

    type_there(SENTENCE)

    assert field(talk).toPlainText() == SENTENCE
    assert ("Indeed" in answer_of(last_reply(talk))) is (ending == "Save")


def test_a_question_edited_with_the_mouse_is_sent_and_the_next_one_typed(talk: Assembly, qtbot: QtBot) -> None:
    bubble(talk).show_row()
    click(bubble(talk), QPoint(2, 2))
    QTest.mouseMove(talk.window.windowHandle(), bubble(talk).mapTo(talk.window, QPoint(5, 5)))
    bubble(talk).begin_editing()
    type_there(" Really?")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(has_ended(talk))

    type_there(SENTENCE)

    assert bubble(talk).card.text == "Well? Really?"
    assert field(talk).toPlainText() == SENTENCE


def test_ctrl_r_leaves_the_keyboard_in_the_composer(talk: Assembly, qtbot: QtBot) -> None:
    click(talk.content.page.transcript.viewport(), QPoint(4, 4))
    assert talk.content.page.transcript.hasFocus()

    press(Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(has_ended(talk))
    type_there(SENTENCE)

    assert last_reply(talk).card.versions == 3
    assert field(talk).toPlainText() == SENTENCE


@pytest.mark.parametrize("place", ["transcript", "answer", "question", "thought", "folder", "gauge"])
def test_what_is_typed_after_a_click_goes_to_the_composer(talk: Assembly, qtbot: QtBot, place: str) -> None:
    content, known = talk.content, conversations(talk)
    if place == "transcript":
        click(content.page.transcript.viewport(), QPoint(4, 4))
    elif place == "answer":
        click(last_reply(talk).text_view(), QPoint(20, 8))
    elif place == "question":
        click(bubble(talk).text_view(), QPoint(12, 8))
    elif place == "thought":
        qtbot.waitUntil(lambda: any(view.isVisible() for view in content.dock.pane.findChildren(DocumentView)))
        click(next(view for view in content.dock.pane.findChildren(DocumentView) if view.isVisible()), QPoint(60, 8))
    elif place == "folder":
        folder = services_of(talk).store.shelf.create_folder("Zebras")
        presenters_of(talk).conversations.show_all()
        where = content.sidebar.list.visualRect(content.sidebar.conversations.index_of_folder(folder.id)).center()
        click(content.sidebar.list.viewport(), where)
    else:
        content.page.header.gauge.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not field(talk).hasFocus()

    words = "Zebras?" if place == "folder" else SENTENCE
    type_there(words)

    assert field(talk).toPlainText() == words
    assert (conversations(talk), last_reply(talk).card.versions) == (known, 2)


def test_a_text_is_pasted_into_the_composer_after_a_click_elsewhere(talk: Assembly, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("what was copied")
    click(talk.content.page.transcript.viewport(), QPoint(4, 4))

    press(Qt.Key.Key_V, CTRL)

    assert field(talk).toPlainText() == "what was copied"


def test_letters_are_commands_in_a_message_that_was_reached_by_keyboard(talk: Assembly, qtbot: QtBot) -> None:
    talk.content.page.transcript.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == answer_of(last_reply(talk))
    press(Qt.Key.Key_Z)  # no command: a slip
    assert field(talk).toPlainText() == ""
    press(Qt.Key.Key_E)
    assert last_reply(talk).findChildren(MessageEditor)
    press(Qt.Key.Key_Escape)
    assert last_reply(talk).hasFocus(), "it is read on"

    press(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: has_ended(talk)() and last_reply(talk).card.versions == 3)

    assert last_reply(talk).hasFocus(), "nobody who reads by keyboard is sent elsewhere"
    press(Qt.Key.Key_B)
    qtbot.waitUntil(lambda: conversations(talk) == 2)


def test_escape_brings_the_keyboard_home(talk: Assembly) -> None:
    presenters_of(talk).thinking.toggle_outline()
    outline = talk.content.dock.pane.panel.outline
    assert outline is not None
    for place in (last_reply(talk), outline):
        place.setFocus(Qt.FocusReason.TabFocusReason)
        assert place.hasFocus()

        press(Qt.Key.Key_Escape)

        assert field(talk).hasFocus()


def test_arrows_reach_a_message_after_a_click_and_then_letters_are_commands(talk: Assembly, qtbot: QtBot) -> None:
    click(talk.content.page.transcript.viewport(), QPoint(4, 4))
    press(Qt.Key.Key_Up)

    press(Qt.Key.Key_C)

    assert QGuiApplication.clipboard().text() == answer_of(last_reply(talk))
    assert field(talk).toPlainText() == ""


def test_the_end_of_a_reply_brings_the_keyboard_to_the_composer(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(Say("<think>\nHm."), Pause(0.4), Say("</think>"), WORDS)
    with qtbot.waitActive(assembly.window):
        assembly.window.activateWindow()
    ask(assembly, "Well?")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is not None)
    click(assembly.content.page.transcript.viewport(), QPoint(4, 4))
    assert not field(assembly).hasFocus()

    qtbot.waitUntil(has_ended(assembly))

    assert field(assembly).hasFocus()


def test_the_end_of_a_reply_takes_nobody_away_from_what_is_done_elsewhere(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(WORDS)
    with qtbot.waitActive(assembly.window):
        assembly.window.activateWindow()
    search = assembly.content.sidebar.search_field
    ask(assembly, "Well?")
    search.setFocus()
    qtbot.waitUntil(has_ended(assembly))
    assert search.hasFocus(), "it is typed in"

    ask(assembly, "And?")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is not None)
    first = next(view for view in assembly.content.page.transcript.cards() if not isinstance(view, QuestionBubble))
    first.text_view().select_all()
    asked = [view for view in assembly.content.page.transcript.cards() if isinstance(view, QuestionBubble)][-1]
    click(asked.text_view(), QPoint(12, 8))
    asked.text_view().select_all()
    qtbot.waitUntil(has_ended(assembly))
    assert asked.text_view().hasFocus(), "it is about to be copied"

    ask(assembly, "Then?")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is not None)
    assembly.content.sidebar.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(has_ended(assembly))
    assert assembly.content.sidebar.list.hasFocus(), "it is gone through by keyboard"


def test_buttons_around_the_chat_leave_the_keyboard_to_the_composer(talk: Assembly, qtbot: QtBot) -> None:
    content = talk.content
    click(button(content.dock.pane, "Edit and continue"))
    (editor,) = content.dock.pane.findChildren(ThoughtEditor)
    type_there(" More.")
    click(button(editor, "Cancel"))
    type_there("so")

    assert field(talk).toPlainText() == "so"


def test_a_click_on_the_next_hit_leaves_the_keyboard_where_words_are_looked_for(talk: Assembly, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CTRL)
    (bar,) = talk.window.findChildren(FindBar)
    type_there("Answer")
    following = next(b for b in bar.findChildren(QWidget) if "Next hit" in b.toolTip())
    qtbot.waitUntil(following.isEnabled)

    click(following)
    type_there("x")

    assert bar.text == "Answerx"
    assert field(talk).toPlainText() == ""


def test_a_menu_opened_with_the_mouse_leaves_the_keyboard_to_the_composer(talk: Assembly, qtbot: QtBot) -> None:
    more = next(b for b in last_reply(talk).findChildren(QWidget) if b.accessibleName() == "More actions")
    click(more)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press_in_menu = next(action for action in menu.actions() if "plain" in action.text())
    press_in_menu.trigger()
    menu.close()

    type_there(SENTENCE)

    assert field(talk).toPlainText() == SENTENCE


def test_another_window_in_front_for_a_while_changes_nothing(talk: Assembly, qtbot: QtBot) -> None:
    window, other = talk.window, QWidget()
    qtbot.addWidget(other)

    def look_away() -> None:
        other.show()
        with qtbot.waitActive(other):
            other.activateWindow()
        with qtbot.waitActive(window):
            window.activateWindow()

    click(last_reply(talk).text_view(), QPoint(20, 8))
    look_away()
    type_there("but")
    assert field(talk).toPlainText() == "but"

    talk.content.page.transcript.setFocus(Qt.FocusReason.TabFocusReason)
    look_away()
    press(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == answer_of(last_reply(talk))


def test_on_another_page_a_click_leaves_the_keyboard_where_it_was(talk: Assembly, qtbot: QtBot) -> None:
    presenters_of(talk).settings.open()
    page = presenters_of(talk).settings.page
    assert page is not None
    qtbot.waitUntil(page.field.hasFocus)

    click(button(page, "Storage"))

    assert page.group is SettingsGroup.STORAGE
    assert talk.window.focusWidget() is page.field
    reached = button(page, "Network")
    reached.setFocus(Qt.FocusReason.TabFocusReason)
    click(button(page, "Privacy"))
    assert talk.window.focusWidget() is reached, "only keys lead the frame from button to button"


def test_in_a_dialog_a_click_leaves_the_keyboard_where_it_was(talk: Assembly, qtbot: QtBot) -> None:
    dialog = CrashDialog("Traceback", talk.window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    (report,) = dialog.findChildren(QPlainTextEdit)
    report.setFocus()
    qtbot.waitUntil(report.hasFocus)

    click(button(dialog, "Copy the report"))

    assert QGuiApplication.clipboard().text() == "Traceback"
    assert report.hasFocus()
