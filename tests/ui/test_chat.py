"""The real window on a real (scripted) engine child: what a person does, and what is seen and kept."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.conversation.turn import TurnState
from app.history.conversation_lines import ConversationRename
from app.history.records import MessageState
from app.history.store import HistoryStore
from app.inference.scripted_engine import Crash, Fail, Pause, Say, Script
from app.paths import AppPaths
from tests.ui.conftest import DEFAULT_TURN, SLOW_TURN, OpenWindow, presenters_of, session_of
from tests.ui.held_events import HeldEvents, told_apart
from tests.ui.window_actions import answer_of, ask, button, field, has_ended, last_reply, press, thought_in_pane
from ui.chat.chat_page import ChatPage
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand
from ui.chat.thinking.thinking_dock import rail_px
from ui.chat.thoughts.thought_view import ThoughtView
from ui.chat.transcript.reply_card import ReplyPhase
from ui.widgets.notice_bar import NoticeBar


def test_a_question_typed_gets_its_answer_and_the_thought_stands_beside_it(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    assembly = open_window()

    ask(assembly, "Is all well?")
    qtbot.waitUntil(has_ended(assembly))

    view = last_reply(assembly)
    assert view.card.phase is ReplyPhase.COMPLETE
    assert answer_of(view) == "All is well.\n"
    assert thought_in_pane(assembly).split() == ["One", "two", "three."] * 3
    assert button(view, "Thought for").isEnabled()
    assert assembly.content.sidebar.conversations.ids() == [1]
    assert assembly.content.sidebar.conversations.title(1) == "Is all well?"
    assembly.close()
    store = HistoryStore.open(paths.database)
    assert [message.answer for message in store.branch(1)] == ["Is all well?", "All is well.\n"]
    store.close()


def test_the_thought_is_seen_while_it_is_written(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(Say("<think>\nLet me see."), Pause(20), Say("</think>Yes."))

    ask(assembly, "Well?")

    qtbot.waitUntil(lambda: thought_in_pane(assembly) == "Let me see.")
    assert re.fullmatch(r"Thinking · \d+ s", button(last_reply(assembly), "Thinking").text())
    assert button(last_reply(assembly), "Thinking").isEnabled()
    assert not answer_of(last_reply(assembly))
    press(button(assembly.content.page.composer, "Stop"))
    qtbot.waitUntil(has_ended(assembly))
    assert last_reply(assembly).card.phase is ReplyPhase.STOPPED


def test_escape_stops_the_reply_and_what_was_written_stays(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(Say("<think>a</think>"), Say("Half an answer"), Pause(20), Say(" and the rest"))
    ask(assembly, "Well?")
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) == "Half an answer")

    QTest.keyClick(field(assembly), Qt.Key.Key_Escape)

    qtbot.waitUntil(has_ended(assembly))
    assert answer_of(last_reply(assembly)) == "Half an answer"
    assert last_reply(assembly).card.phase is ReplyPhase.STOPPED


def test_regenerate_adds_a_version_and_both_can_be_read(open_window: OpenWindow, qtbot: QtBot) -> None:
    script = Script(turns=((Say("<think>a</think>First."),), (Say("<think>b</think>Second."),)))
    assembly = open_window(script=script)
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))

    press(button(last_reply(assembly), "Regenerate"))
    qtbot.waitUntil(has_ended(assembly))

    assert answer_of(last_reply(assembly)) == "Second."
    assert (last_reply(assembly).card.version, last_reply(assembly).card.versions) == (2, 2)
    press(button(last_reply(assembly), "‹"))
    assert answer_of(last_reply(assembly)) == "First."
    assert thought_in_pane(assembly) == "a"
    press(button(last_reply(assembly), "›"))
    assert answer_of(last_reply(assembly)) == "Second."


def test_copy_puts_the_answer_on_the_clipboard(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))

    press(button(last_reply(assembly), "Copy"))

    assert QGuiApplication.clipboard().text() == "All is well.\n"


def test_switching_conversations_does_not_stop_a_reply_nor_mix_it_up(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*told_apart("<think>\nHm.", " more" * 40, "</think>Done."))
    events = HeldEvents(assembly, qtbot)
    ask(assembly, "First question")
    events.give_until(lambda: thought_in_pane(assembly) == "Hm.")
    (turn,) = session_of(assembly).turns_of(1)

    assembly.content.sidebar.new_chat.click()
    events.give_until(lambda: turn.thinking.count("more") == 20)
    assert not thought_in_pane(assembly)
    assembly.content.sidebar.list.conversation_chosen.emit(1)
    events.give_all()

    assert answer_of(last_reply(assembly)) == "Done."
    assert thought_in_pane(assembly) == "Hm." + " more" * 40


def test_a_question_asked_meanwhile_waits_visibly_and_can_be_cancelled(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    assembly.kept.set(answers_one_by_one=True)
    ask(assembly, "Trains")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is not None)
    assembly.content.sidebar.new_chat.click()

    ask(assembly, "Another thing")

    view = last_reply(assembly)
    assert view.card.phase is ReplyPhase.WAITING
    assert view.card.waiting_for == "Trains"
    press(button(view, "Cancel"))
    assert last_reply(assembly).card.phase is ReplyPhase.STOPPED
    assert not session_of(assembly).queued_turns


def test_stop_that_lets_the_waiting_question_go_first(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=(SLOW_TURN, DEFAULT_TURN)))
    assembly.kept.set(answers_one_by_one=True)
    ask(assembly, "Trains")
    qtbot.waitUntil(lambda: bool(thought_in_pane(assembly)))
    assembly.content.sidebar.new_chat.click()
    ask(assembly, "Another thing")

    press(button(last_reply(assembly), "Stop that"))
    qtbot.waitUntil(has_ended(assembly))

    assert answer_of(last_reply(assembly)) == "All is well.\n"


def test_two_conversations_are_answered_at_once_and_stop_is_for_the_one_shown(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(script=Script(turns=(SLOW_TURN, (Say("<think>Other."), Pause(30.0)), DEFAULT_TURN)))
    session = session_of(assembly)
    ask(assembly, "Trains")
    qtbot.waitUntil(lambda: thought_in_pane(assembly) == "Hm.")
    assembly.content.sidebar.new_chat.click()
    ask(assembly, "Another thing")
    qtbot.waitUntil(lambda: thought_in_pane(assembly) == "Other.")

    assert [turn.state for turn in session.running_turns] == [TurnState.THINKING] * 2
    model = assembly.content.sidebar.list.model()
    lines = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert sum((line or "").endswith("writing") for line in lines) == 2, lines
    first, second = session.running_turns
    assembly.content.page.composer.stop_asked.emit()
    qtbot.waitUntil(lambda: second.has_ended)
    assert not first.has_ended
    assert last_reply(assembly).card.phase is ReplyPhase.STOPPED
    ask(assembly, "And now?")
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) == "All is well.\n")
    assembly.content.sidebar.list.conversation_chosen.emit(first.conversation_id)
    assert thought_in_pane(assembly) == "Hm."
    assembly.content.page.composer.stop_asked.emit()
    qtbot.waitUntil(has_ended(assembly))
    assert first.state is TurnState.STOPPED


def test_a_reply_that_fails_says_why_and_can_be_tried_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    fails = (Say("<think>a</think>Begun"), Fail("The template cannot be used.", "Choose another model."))
    assembly = open_window(script=Script(turns=(fails, DEFAULT_TURN)))
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))

    failure = last_reply(assembly).card.failure
    assert failure is not None
    assert (failure.message, failure.advice) == ("The template cannot be used.", "Choose another model.")
    assert answer_of(last_reply(assembly)) == "Begun"
    press(button(last_reply(assembly), "Try again"))
    qtbot.waitUntil(has_ended(assembly))
    assert answer_of(last_reply(assembly)) == "All is well.\n"


@pytest.mark.parametrize(("said", "kept"), [("<think>a</think>Begun", True), ("", False)], ids=["begun", "nothing"])
def test_the_window_outlives_its_engine_says_what_is_kept_and_the_next_question_works(
    open_window: OpenWindow, qtbot: QtBot, said: str, kept: bool
) -> None:
    assembly = open_window(Say(said), Pause(0.2), Crash())
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))

    reply = last_reply(assembly)
    assert reply.card.phase is ReplyPhase.FAILED
    assert answer_of(reply) == said.rpartition(">")[2]
    told = [notice.accessibleName() for notice in reply.findChildren(NoticeBar)]
    assert ["What was written is kept." in words for words in told] == [kept]
    ask(assembly, "And now?")
    qtbot.waitUntil(lambda: last_reply(assembly) is not reply)
    qtbot.waitUntil(has_ended(assembly))


def test_a_deleted_conversation_can_be_brought_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))

    assembly.content.sidebar.list.commanded.emit(ConversationCommand(CommandKind.DELETE, (1,)))

    assert assembly.content.sidebar.conversations.ids() == []
    assert presenters_of(assembly).chat.conversation_id is None
    undo_bar = assembly.content.sidebar.undo_bar
    assert undo_bar.isVisible()
    press(button(undo_bar, "Undo"))
    assert assembly.content.sidebar.conversations.ids() == [1]
    assert answer_of(last_reply(assembly)) == "All is well.\n"


def test_deleting_the_conversation_being_written_ends_its_reply(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    ask(assembly, "Well?")
    qtbot.waitUntil(lambda: bool(thought_in_pane(assembly)))

    assembly.content.sidebar.list.commanded.emit(ConversationCommand(CommandKind.DELETE, (1,)))

    qtbot.waitUntil(has_ended(assembly))
    assert assembly.content.sidebar.conversations.ids() == []


def test_a_new_title_is_kept(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))

    assembly.content.sidebar.conversations.rename_asked.emit(ConversationRename(1, "Better"))

    assert assembly.content.sidebar.conversations.title(1) == "Better"


def test_unsent_text_is_kept_for_each_conversation(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    composer = assembly.content.page.composer
    composer.set_draft("half a thought")

    assembly.content.sidebar.new_chat.click()
    assert composer.draft == ""
    composer.set_draft("another")
    assembly.content.sidebar.list.conversation_chosen.emit(1)

    assert composer.draft == "half a thought"
    assembly.content.sidebar.new_chat.click()
    assert composer.draft == "another"


def test_what_was_shown_last_is_shown_again_after_a_restart(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    first = open_window()
    ask(first, "Well?")
    qtbot.waitUntil(has_ended(first))
    first.content.dock.toggle()
    first.close()

    again = open_window()

    assert answer_of(last_reply(again)) == "All is well.\n"
    assert thought_in_pane(again).split() == ["One", "two", "three."] * 3
    assert again.content.dock.is_collapsed


def test_a_folded_thought_leaves_its_room_to_the_chat(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    dock, page = assembly.content.dock, assembly.window.findChild(ChatPage)
    assert isinstance(page, ChatPage)
    before = dock.width(), page.width()

    dock.toggle()
    qtbot.wait(20)
    assert (dock.width(), page.width()) == (rail_px(), sum(before) - rail_px())

    dock.toggle()
    qtbot.wait(20)
    assert (dock.width(), page.width()) == before


def test_a_reply_running_when_the_window_closes_keeps_what_it_has(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    assembly = open_window(Say("<think>a</think>Half"), Pause(30), Say(" whole"))
    ask(assembly, "Well?")
    qtbot.waitUntil(lambda: answer_of(last_reply(assembly)) == "Half")

    assembly.close()

    store = HistoryStore.open(paths.database)
    reply = store.branch(1)[-1]
    store.close()
    assert (reply.answer, reply.state) == ("Half", MessageState.STOPPED)


def test_in_a_narrow_window_the_thought_unfolds_above_its_answer(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    assembly.window.resize(700, 700)

    assert assembly.content.dock.isHidden()
    view = last_reply(assembly)
    press(button(view, "Thought for"))
    (unfolded,) = view.findChildren(ThoughtView)
    assert unfolded.text().split() == ["One", "two", "three."] * 3
    assembly.window.resize(1300, 700)
    assert not view.is_thought_open
    assert not assembly.content.dock.isHidden()


@pytest.mark.parametrize("size", [(480, 420), (700, 700), (1000, 700), (2400, 1400)])
def test_every_control_has_a_name_and_a_tooltip(open_window: OpenWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    assembly.window.resize(*size)

    for control in assembly.window.findChildren(QPushButton):
        if control.isVisible() and control.isEnabled():
            assert control.accessibleName() or control.text(), control
            assert control.toolTip(), control.text()
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.text()
