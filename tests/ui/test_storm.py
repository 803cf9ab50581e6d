"""A storm: all that people do with conversations, at random, while replies stream and wait. Nothing gets mixed up.

`ASIDE_STORMS=20` plays as many, each from a seed of its own.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.history.backups import BackupKind, Backups
from app.history.records import StoredMessage
from app.inference.scripted_engine import SayMany, Script, Step
from app.paths import AppPaths
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.shown_and_kept import check_conversation, check_shown, check_version
from tests.ui.test_exchange_in_the_window import exchange
from ui.assembly import Assembly
from ui.chat.transcript.reply_card import MessageEdit, VersionStep

_DEEDS = 200
_STREAMING = 3
"""Replies that run or wait at any time, if nothing is being restored."""
_MOST_CONVERSATIONS = 9
_PIECES = (
    "A sentence that is **bold** and has `code`, and goes on for a while.\n\n",
    "- one\n- two\n  - three\n\n    more of it\n\n",
    "| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n\n",
    "```python\nfor n in range(3):\n    print('|', n)\n```\n\n",
    "$$\nx = \\frac{1}{2}\n$$\n\nand $y$ in it.\n\n",
    "> It is said[^1]\n> to be so.\n\n[^1]: By *both*.\n\n",
    "1. first\n2. second\n\n   inside\n\n",
)


def turn_of(dice: random.Random, number: int) -> tuple[Step, ...]:
    """Return a reply that no other reads like, at some 300 letters a second or more."""
    thought = f"<think>\nThought {number}.\n\n" + "Wait, let me see $x$.\n" * dice.randint(0, 6) + "</think>\n\n"
    answer = f"# Answer {number}\n\n" + "".join(dice.choices(_PIECES, k=dice.randint(1, 5))) + "The end."
    whole = (thought if dice.random() < 0.8 else "") + answer
    tokens = tuple(whole[at : at + 6] for at in range(0, len(whole), 6))
    return (SayMany(tokens, len(tokens), dice.choice((100.0, 200.0, 400.0))),)


class Storm:
    """What one person could do, one thing after the other, as chance has it."""

    def __init__(self, assembly: Assembly, paths: AppPaths, dice: random.Random) -> None:
        self._assembly = assembly
        self._services = services_of(assembly)
        self._presenters = presenters_of(assembly)
        self._backups = Backups(paths.database)
        self._dice = dice
        self._number = 0
        self._deeds: dict[Callable[[], None], int] = {
            self._switch: 10,
            self._edit_question: 3,
            self._edit_answer: 3,
            self._branch: 3,
            self._step_version: 6,
            self._regenerate: 3,
            self._continue: 3,
            self._stop: 3,
            self._cancel: 2,
            self._answer_now: 2,
            self._scroll: 3,
            self._look_for_words: 2,
            self._ask: 3,
            self._back_up: 1,
            self._restore: 1,
        }

    def do_something(self) -> None:
        """Keep replies coming, and do whatever comes to mind."""
        if self._services.session.turn_count < _STREAMING:
            self._ask()
        self._dice.choices(tuple(self._deeds), tuple(self._deeds.values()))[0]()

    # --- private ----------------------------------------------------------------------------------------------

    def _shown(self) -> list[StoredMessage]:
        shown = self._presenters.chat.conversation_id
        return [] if shown is None else self._services.session.branch(shown)

    def _any_of(self, role: str) -> StoredMessage | None:
        return self._dice.choice([m for m in self._shown() if m.role == role] or [None])

    def _has_room(self) -> bool:
        return len(self._assembly.content.sidebar.conversations.ids()) < _MOST_CONVERSATIONS

    def _ask(self) -> None:
        if self._presenters.chat.conversation_id is None and not self._has_room():
            self._switch()
        self._number += 1
        self._presenters.chat.send(f"Question {self._number}?")

    def _switch(self) -> None:
        known = self._assembly.content.sidebar.conversations.ids()
        self._presenters.chat.show_conversation(self._dice.choice([*known, None] if self._has_room() else known))

    def _edit_question(self) -> None:
        question = self._any_of("user")
        if question is not None:
            self._number += 1
            edit = MessageEdit(question.id, f"{question.answer} Or {self._number}?", is_reply=False)
            self._assembly.content.page.transcript.asks.edited.emit(edit)

    def _edit_answer(self) -> None:
        reply = self._any_of("assistant")
        if reply is not None and self._services.session.turn_for(reply.id) is None:
            edit = MessageEdit(reply.id, f"{reply.answer}\n\n*Edited.*\n", is_reply=True)
            self._assembly.content.page.transcript.asks.edited.emit(edit)

    def _branch(self) -> None:
        reply = self._any_of("assistant")
        if reply is not None and self._has_room():
            self._assembly.content.page.transcript.asks.branch_asked.emit(reply.id)

    def _step_version(self) -> None:
        message = self._dice.choice([*self._shown(), None])
        if message is not None:
            self._assembly.content.page.transcript.asks.version_asked.emit(
                VersionStep(message.id, self._dice.choice((-1, 1)))
            )

    def _regenerate(self) -> None:
        question = self._any_of("user")
        if question is not None:
            self._assembly.content.page.transcript.asks.regenerate_asked.emit(question.id)

    def _continue(self) -> None:
        for view in self._assembly.content.page.transcript.cards():
            card = view.card
            if getattr(card, "can_continue", False):
                self._assembly.content.page.transcript.asks.continue_asked.emit(getattr(card, "reply_id", 0))
                return

    def _stop(self) -> None:
        self._services.session.stop()

    def _cancel(self) -> None:
        question = self._any_of("user")
        if question is not None:
            self._assembly.content.page.transcript.asks.cancel_asked.emit(question.id)

    def _answer_now(self) -> None:
        self._services.session.answer_now()

    def _scroll(self) -> None:
        bar = self._assembly.content.page.transcript.verticalScrollBar()
        bar.setValue(round(bar.maximum() * self._dice.random()))

    def _look_for_words(self) -> None:
        self._presenters.find.find(self._dice.choice(("answer", "is", "")))

    def _back_up(self) -> None:
        exchange(self._assembly).back_up(BackupKind.BY_HAND)

    def _restore(self) -> None:
        made = self._backups.all()
        if made:
            exchange(self._assembly).restoring.restore(self._dice.choice(made), stops_replies=True)


@pytest.mark.parametrize("seed", range(int(os.environ.get("ASIDE_STORMS", "1"))))
def test_after_a_storm_every_conversation_shows_what_is_kept(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths, seed: int
) -> None:
    dice = random.Random(seed)
    assembly = open_window(script=Script(turns=tuple(turn_of(dice, number) for number in range(200))))
    assembly.window.resize(1200, 760)
    services, presenters, session = services_of(assembly), presenters_of(assembly), session_of(assembly)
    storm = Storm(assembly, paths, dice)

    for _ in range(_DEEDS):
        storm.do_something()
        qtbot.wait(dice.choice((0, 5, 20, 40)))

    qtbot.waitUntil(lambda: not services.jobs.running())
    for _ in range(_STREAMING - session.turn_count):
        presenters.chat.send("And last?")
    running = session.running_turn
    assert running is not None
    presenters.chat.show_conversation(running.conversation_id)
    qtbot.waitUntil(lambda: session.turn_count == 0)
    assert session.flush(10.0)
    check_shown(assembly, services.store, qtbot)
    conversations = [conversation.id for conversation in services.store.conversations()]
    assert sorted(assembly.content.sidebar.conversations.ids()) == sorted(conversations)
    assert len(conversations) > 2
    for conversation_id in conversations:
        check_conversation(assembly, services.store, conversation_id, qtbot)
        for versions in services.store.versions(conversation_id):
            for message_id in versions:
                check_version(assembly, services.store, message_id, qtbot)
