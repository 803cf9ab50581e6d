"""Branches of more messages than are read by the way, and very long questions."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.history.records import MessageState, ReplyFigures
from app.history.store import HistoryStore
from app.paths import AppPaths
from tests.fakes.steps import reply_end
from tests.ui.conftest import OpenWindow, presenters_of, session_of
from tests.ui.window_actions import ask, has_ended, press
from ui.assembly import Assembly
from ui.chat.composer.next_prompt import NextPrompt
from ui.chat.transcript.question_bubble import QuestionBubble

TURNS = 130
MOST_S = 0.25
"""Processor time of the window's thread between two events; it took more than a second."""


def _write(paths: AppPaths, *, turns: int, question: str = "Question {n}?") -> int:
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("Long talk")
    leaf = None
    for number in range(turns):
        asked = store.add_question(conversation.id, leaf, question.replace("{n}", str(number)))
        reply = store.begin_reply(conversation.id, asked.id, "model")
        store.finish_reply(
            reply.id,
            reply_end(
                raw="", thinking="", answer=f"Answer {number}.", state=MessageState.COMPLETE, figures=ReplyFigures()
            ),
        )
        leaf = reply.id
    store.close()
    return conversation.id


def _load(assembly: Assembly, qtbot: QtBot) -> None:
    session_of(assembly).choose_model("/models/scripted.gguf", "Scripted")
    qtbot.waitUntil(lambda: session_of(assembly).model_status.info is not None)


def prompt_of(assembly: Assembly) -> NextPrompt:
    return presenters_of(assembly).next_prompt


def test_the_prompt_of_a_long_branch_is_counted_whole(open_window: OpenWindow, paths: AppPaths, qtbot: QtBot) -> None:
    conversation_id = _write(paths, turns=TURNS)
    assembly = open_window()
    _load(assembly, qtbot)
    presenters_of(assembly).chat.show_conversation(conversation_id)
    prompt = prompt_of(assembly)

    qtbot.waitUntil(lambda: prompt.count is not None)

    assert prompt.count is not None
    messages = session_of(assembly).branch(conversation_id)
    assert len(messages) == 2 * TURNS
    assert prompt.count.prompt >= sum(len(message.answer) // 4 for message in messages)


def test_a_question_in_a_long_branch_is_answered_and_counted(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    conversation_id = _write(paths, turns=TURNS)
    assembly = open_window()
    _load(assembly, qtbot)
    presenters_of(assembly).chat.show_conversation(conversation_id)
    prompt = prompt_of(assembly)
    qtbot.waitUntil(lambda: prompt.count is not None)
    before = prompt.count
    assert before is not None

    ask(assembly, "And what now, after all of this?")
    qtbot.waitUntil(has_ended(assembly))

    assert len(session_of(assembly).branch(conversation_id)) == 2 * TURNS + 2
    qtbot.waitUntil(
        lambda: prompt.count is not None and prompt.count.prompt > before.prompt and prompt.count.question == 0,
    )


def test_a_question_of_a_megabyte_is_shown_folded_and_as_far_as_a_field_can(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    text = "\n".join(f"Line {n} of what was pasted, with some words in it." for n in range(20_000))
    conversation_id = _write(paths, turns=1, question=text)
    assembly = open_window()
    slowest_s = 0.0
    last_s = time.thread_time()

    def tick() -> None:
        nonlocal slowest_s, last_s
        now = time.thread_time()
        slowest_s, last_s = max(slowest_s, now - last_s), now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(1)
    presenters_of(assembly).chat.show_conversation(conversation_id)
    qtbot.wait(150)
    bubble = next(view for view in assembly.content.page.transcript.cards() if isinstance(view, QuestionBubble))
    assert bubble.height() < 400

    (more,) = [b for b in bubble.findChildren(QPushButton) if b.text().startswith("Show all")]
    press(more)

    qtbot.waitUntil(lambda: not bubble.text_view().is_behind)
    timer.stop()
    assert bubble.text_view().markdown() == text
    assert bubble.height() > 100_000
    assert slowest_s <= MOST_S
