"""What is said of a reply, the notification of a long one, the tray, and the setting against motion."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.conversation.turn import Turn, TurnState
from app.history.records import StoredMessage
from tests.ui.conftest import SLOW_TURN, OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import ask, field, has_ended
from ui.assembly import Assembly
from ui.attention_presenter import LONG_S, AttentionPresenter
from ui.bridges.window_events import WindowEvents


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def shown_command(folder: Path, *, answer: str = "") -> str:
    """Return a program that writes down what it is told to show, and answers as a click would."""
    program = folder / "notify"
    program.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "$word" >> {folder}/shown; done\necho {answer}\n')
    program.chmod(0o755)
    return str(program)


def turn_of(assembly: Assembly) -> tuple[Turn, StoredMessage]:
    """Return the turn and reply of a conversation that has ended, to be told of anew."""
    store = services_of(assembly).store
    conversation_id = presenters_of(assembly).chat.conversation_id
    assert conversation_id is not None
    question, reply = store.branch(conversation_id)[:2]
    turn = Turn(
        turn_id=99, conversation_id=conversation_id, question_id=question.id, reply_id=reply.id, clock=lambda: 0.0
    )
    return turn, reply


def test_thinking_answering_and_finished_are_said_once_each(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    said: list[str] = []
    services_of(assembly).attention.announcer.announced.connect(said.append)
    ask(assembly, "Count.")
    qtbot.waitUntil(has_ended(assembly))
    assert [text for text in said if text != "Loading the model"] == ["Thinking", "Answering", "Finished"]


def test_a_stopped_reply_is_said_to_be_stopped(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    said: list[str] = []
    services_of(assembly).attention.announcer.announced.connect(said.append)
    ask(assembly, "Wait.")
    qtbot.waitUntil(lambda: "Thinking" in said)
    QTest.keyClick(field(assembly), Qt.Key.Key_Escape)
    qtbot.waitUntil(has_ended(assembly))
    assert said[-1] == "Stopped"


def test_a_reply_of_another_conversation_is_not_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    said: list[str] = []
    ask(assembly, "Wait.")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is not None)
    assembly.content.sidebar.new_chat.click()
    services_of(assembly).attention.announcer.announced.connect(said.append)
    session_of(assembly).stop()
    qtbot.waitUntil(has_ended(assembly))
    assert said == []


@pytest.mark.parametrize(
    ("took_s", "is_wanted", "is_shown"),
    [(LONG_S + 1, True, True), (LONG_S - 1, True, False), (LONG_S + 1, False, False)],
)
def test_a_long_answer_is_told_of_while_the_window_is_in_the_background(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, took_s: float, is_wanted: bool, is_shown: bool
) -> None:
    assembly = open_window()
    ask(assembly, "Trains")
    qtbot.waitUntil(has_ended(assembly))
    assembly.kept.set(tells_when_finished=is_wanted)
    watch = Watch()
    events = WindowEvents()
    events.conversation_wanted.connect(presenters_of(assembly).chat.show_conversation)
    attention = AttentionPresenter(
        assembly.window,
        store=services_of(assembly).store,
        kept=assembly.kept,
        events=events,
        clock=watch,
        notification_command=shown_command(tmp_path, answer="default"),
    )
    attention.attach(assembly.content.pulse)
    turn, reply = turn_of(assembly)
    asked = presenters_of(assembly).chat.conversation_id
    assembly.content.sidebar.new_chat.click()
    assembly.window.hide()
    turn.state = TurnState.THINKING
    events.turn_changed.emit(turn)
    watch.now_s = took_s
    turn.state = TurnState.FINISHED
    events.turn_ended.emit(turn, reply)
    if is_shown:
        qtbot.waitUntil(lambda: presenters_of(assembly).chat.conversation_id == asked)
        assert assembly.window.isVisible()
        lines = (tmp_path / "shown").read_text().splitlines()
        assert lines[-2:] == ["Trains", "The answer is finished."]
    else:
        qtbot.wait(100)
        assert not (tmp_path / "shown").exists()
    attention.close()


def test_a_notification_nobody_clicks_ends_with_the_window(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    program = tmp_path / "notify"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/begun\nexec sleep 60\n")
    program.chmod(0o755)
    assembly = open_window()
    attention = AttentionPresenter(
        assembly.window,
        store=services_of(assembly).store,
        kept=assembly.kept,
        events=WindowEvents(),
        notification_command=str(program),
    )
    attention.notifications.show("Trains", "-x <b>&", subject=1, action="Show")
    qtbot.waitUntil((tmp_path / "begun").exists)
    attention.close()


def test_without_a_tray_the_setting_does_no_harm(open_window: OpenWindow) -> None:
    assembly = open_window()
    assembly.kept.set(shows_tray_icon=True)
    assembly.kept.set(shows_tray_icon=False)
    assert not services_of(assembly).attention.tray.is_shown


def test_nothing_pulses_when_motion_is_off(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    beats: list[bool] = []
    flash_ms = QGuiApplication.styleHints().cursorFlashTime()
    assembly.kept.set(motion="off")
    assert QGuiApplication.styleHints().cursorFlashTime() == 0
    ask(assembly, "Wait.")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is not None)
    assembly.content.pulse.beaten.connect(beats.append)
    qtbot.wait(900)
    assert beats == []
    assembly.kept.set(motion="system")
    assert QGuiApplication.styleHints().cursorFlashTime() == flash_ms
    qtbot.waitUntil(lambda: False in beats)
