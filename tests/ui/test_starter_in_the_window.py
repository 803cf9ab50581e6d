"""The real window on the real engine with the built-in model: thinking, answering, and everything that steers them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.conversation.turn import TurnState
from app.paths import resources_directory
from tests.ui.conftest import session_of
from tests.ui.window_actions import (
    answer_of,
    ask,
    button,
    has_ended,
    last_reply,
    press,
    thought_in_pane,
)
from ui.assembly import Assembly
from ui.chat.transcript.reply_card import ReplyPhase

pytestmark = pytest.mark.skipif(
    not list((resources_directory() / "starter").glob("*.gguf")), reason="needs the built-in model"
)
_LONG = "Sort these numbers: 83, 12, 77, 45, 9, 61, 30, 58, 27, 94"


@pytest.fixture
def window(starter_window: Assembly) -> Assembly:
    return starter_window


def is_thinking(assembly: Assembly) -> Callable[[], bool]:
    def look() -> bool:
        turn = session_of(assembly).running_turn
        return turn is not None and turn.state is TurnState.THINKING and bool(thought_in_pane(assembly))

    return look


def test_the_pane_fills_while_the_model_thinks_and_the_answer_follows(window: Assembly, qtbot: QtBot) -> None:
    session_of(window).overrides.offer_tools(None, ())  # by hand it takes long enough to be seen
    ask(window, "What is 5185 * 56?")
    qtbot.waitUntil(is_thinking(window))
    assert not answer_of(last_reply(window))

    qtbot.waitUntil(has_ended(window))

    view = last_reply(window)
    assert view.card.phase is ReplyPhase.COMPLETE
    assert "290360" in answer_of(view)
    assert len(thought_in_pane(window)) > 20
    assert "<think>" not in answer_of(view) + thought_in_pane(window)


def test_an_example_on_the_welcome_starts_a_conversation_on_click(window: Assembly, qtbot: QtBot) -> None:
    press(button(window.content.page.welcome, "What is 347"))
    qtbot.waitUntil(has_ended(window))

    assert window.content.sidebar.conversations.title(1) == "What is 347 + 588?"
    assert "935" in answer_of(last_reply(window))


def test_a_follow_up_question_knows_the_turn_before(window: Assembly, qtbot: QtBot) -> None:
    ask(window, "What is 12 + 30?")
    qtbot.waitUntil(has_ended(window))
    ask(window, "and double that?")
    qtbot.waitUntil(has_ended(window))

    assert "84" in answer_of(last_reply(window))


def test_with_thinking_switched_off_the_model_answers_at_once(window: Assembly, qtbot: QtBot) -> None:
    press(button(window.content.page.header, "Off"))
    ask(window, "What is 20 + 22?")
    qtbot.waitUntil(has_ended(window))

    view = last_reply(window)
    assert "42" in answer_of(view)
    assert not view.card.has_thought
    assert window.content.page.header.thinking.chosen == "off"


def test_thinking_is_chosen_for_each_conversation(window: Assembly, qtbot: QtBot) -> None:
    press(button(window.content.page.header, "Off"))
    ask(window, "What is 20 + 22?")
    qtbot.waitUntil(has_ended(window))
    assert window.content.page.header.thinking.chosen == "off"

    window.content.sidebar.new_chat.click()
    press(button(window.content.page.header, "On"))
    ask(window, "What is 20 + 23?")
    qtbot.waitUntil(has_ended(window))
    assert last_reply(window).card.has_thought

    window.content.sidebar.list.conversation_chosen.emit(1)
    assert window.content.page.header.thinking.chosen == "off"


def test_a_reply_stopped_in_mid_thought_says_so_and_goes_on_where_it_stopped(window: Assembly, qtbot: QtBot) -> None:
    ask(window, _LONG)
    qtbot.waitUntil(is_thinking(window))
    press(button(window.content.page.composer, "Stop"))
    qtbot.waitUntil(has_ended(window))
    view = last_reply(window)
    assert view.card.phase is ReplyPhase.STOPPED
    assert view.card.broke_off_thinking
    stopped_thought = thought_in_pane(window)
    assert stopped_thought

    press(button(view, "Continue"))
    qtbot.waitUntil(has_ended(window))

    view = last_reply(window)
    assert view.card.phase is ReplyPhase.COMPLETE
    assert (view.card.version, view.card.versions) == (2, 2)
    assert thought_in_pane(window).startswith(stopped_thought)
    assert answer_of(view).strip()


def test_regenerate_answers_anew_and_keeps_the_first_version(window: Assembly, qtbot: QtBot) -> None:
    ask(window, "What is 12 + 30?")
    qtbot.waitUntil(has_ended(window))
    press(button(last_reply(window), "Regenerate"))
    qtbot.waitUntil(has_ended(window))

    view = last_reply(window)
    assert "42" in answer_of(view)
    assert (view.card.version, view.card.versions) == (2, 2)


def test_answer_now_ends_the_thought_and_the_answer_follows(window: Assembly, qtbot: QtBot) -> None:
    ask(window, _LONG)
    qtbot.waitUntil(is_thinking(window))
    press(button(window.content.dock.pane, "Answer now"))
    qtbot.waitUntil(has_ended(window))

    view = last_reply(window)
    assert view.card.phase is ReplyPhase.COMPLETE
    assert answer_of(view).strip()
    (reply,) = (m for m in session_of(window).branch(1) if m.role == "assistant")
    assert reply.figures.thinking_ended == "answer_now"


def test_a_nudge_appears_in_the_thought(window: Assembly, qtbot: QtBot) -> None:
    ask(window, _LONG)
    qtbot.waitUntil(is_thinking(window))
    press(button(window.content.dock.pane, "Nudge"))
    (edit,) = window.content.dock.pane.findChildren(QLineEdit)
    edit.setText("Look at 9 first.")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(has_ended(window))

    assert "Look at 9 first." in thought_in_pane(window)
    assert answer_of(last_reply(window)).strip()
