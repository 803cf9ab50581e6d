"""Answers and thoughts that no person writes, opened in the real window, one conversation after the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from app.history.records import MessageState, ReplyFigures
from tests.fakes.line_steps import lines_are_steps
from tests.fakes.steps import reply_end
from tests.ui.conftest import OpenWindow, presenters_of, services_of
from tests.ui.documents.bad_input import BAD_INPUT
from tests.ui.documents.test_bad_input import StallMeter

_MOST_S = 0.4
"""A good deal more than is seen on a calm machine, where all but two stay below 0.1 s."""


def wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def test_no_stored_answer_stops_the_window(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines_are_steps(monkeypatch)
    assembly = open_window()
    services = services_of(assembly)
    presenters = presenters_of(assembly)
    bar = assembly.content.page.transcript.verticalScrollBar()
    ids: dict[str, int] = {}
    for name, text in BAD_INPUT.items():
        conversation = services.store.create_conversation(name)
        question = services.store.add_question(conversation.id, None, text[:20_000])
        reply = services.store.begin_reply(conversation.id, question.id, "Scripted")
        thinking, done = text[:30_000], MessageState.COMPLETE
        services.store.finish_reply(
            reply.id, reply_end(raw="", thinking=thinking, answer=text, state=done, figures=ReplyFigures())
        )
        ids[name] = conversation.id

    stalls: dict[str, float] = {}
    for name in ids:
        meter = StallMeter()
        presenters.chat.show_conversation(ids[name])
        wait(0.1)
        for step in range(3):
            bar.setValue(bar.maximum() * step // 2)
            wait(0.03)
        meter.timer.stop()
        stalls[name] = meter.worst_s

    slow = {name: round(seconds, 3) for name, seconds in stalls.items() if seconds > _MOST_S}
    assert not slow
