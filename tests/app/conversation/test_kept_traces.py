"""What a turn keeps beside its reply: when the steps of the thought began, and how sure the model was."""

from __future__ import annotations

import math
from itertools import count
from pathlib import Path

from app.conversation.reply_keeper import finished_reply
from app.conversation.turn import Turn
from app.history.confidence import confidence_in
from app.history.records import ModelStep, StoredMessage
from app.history.store import HistoryStore
from app.inference.protocol import DrawnToken, RunDelta
from app.messages import Text, Thinking
from app.reasoning import StepKind
from tests.fakes.steps import reply_end

PIECES = ["Two ", "and two.", "\n\nWait, ", "is it two? ", "It is. "]


def drawn(text: str, chance: float = 0.7, other: str = "!") -> DrawnToken:
    mine = (text.encode(), math.log(chance))
    return mine, (mine, (other.encode(), math.log(0.2)))


def turn_of(reply: StoredMessage) -> Turn:
    seconds = count()
    assert reply.parent_id is not None
    return Turn(
        turn_id=1,
        conversation_id=reply.conversation_id,
        question_id=reply.parent_id,
        reply_id=reply.id,
        clock=lambda: float(next(seconds)),
    )


def think(turn: Turn) -> None:
    for number, piece in enumerate(PIECES, 1):
        delta = RunDelta(turn.run, piece, (Thinking(piece),), number * 3, 0, is_thinking=True, drawn=(drawn(piece),))
        turn.accept(delta)


def test_steps_and_confidence_are_kept_with_the_reply_and_go_on_with_it(tmp_path: Path) -> None:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    question = store.add_question(store.create_conversation().id, None, "Well?")
    begun = store.begin_reply(question.conversation_id, question.id, "M")
    turn = turn_of(begun)
    think(turn)
    live = list(turn.thought_steps)
    turn.end()
    cut = finished_reply(begun, turn)
    (step,) = cut.steps
    assert isinstance(step, ModelStep)
    store.finish_reply(
        begun.id,
        reply_end(
            raw=step.raw,
            thinking=step.thinking,
            answer=step.answer,
            state=cut.state,
            figures=cut.figures,
            confidence=step.confidence,
            marks=step.marks,
            step_figures=step.figures,
        ),
    )
    (kept,) = store.message(begun.id).steps
    store.close()

    assert kept == step
    assert [(one.kind, one.start, one.tokens) for one in step.thought_steps] == [
        (StepKind.STATEMENT, 0, 0),
        (StepKind.DOUBT, 14, 6),
    ]
    assert live == step.thought_steps
    assert step.thought_steps[1].began_s == 2.0
    assert [step.thinking[one.start : one.end] for one in confidence_in(step, step.thinking)][:2] == PIECES[:2]

    later = turn_of(begun)
    later.begin_with(cut)
    parts = (Thinking("\n\nSo the answer is two. "), Text("Two."))
    delta = RunDelta(
        later.run, "\n\nSo two.</think>Two.", parts, 4, 1, is_thinking=False, drawn=(drawn("Two.", other="2"),)
    )
    later.accept(delta)
    later.end()
    (whole,) = finished_reply(begun, later).steps
    assert isinstance(whole, ModelStep)
    assert [(one.kind, one.tokens) for one in whole.thought_steps] == [
        (StepKind.STATEMENT, 0),
        (StepKind.DOUBT, 6),
        (StepKind.CONCLUSION, 15),
    ]
    assert confidence_in(whole, "Two.")[-1].nearly_said[0][0] == "2"
