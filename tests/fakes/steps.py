"""Replies made of steps, for tests: of each kind, in any order, and what is stored of them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from app.history.records import (
    MessageState,
    ModelStep,
    ReplyEnd,
    ReplyFigures,
    Step,
    StoredMessage,
    ToolDecision,
    ToolFigures,
    ToolStep,
    UnknownStep,
)
from app.history.store import HistoryStore
from app.messages import Image, ToolCall, ToolResult

FIRST = ModelStep("<think>a</think>b<call>", "I need the sum.", "Let me see.", ReplyFigures(thinking_s=1.5))
SUM = ToolStep(
    ToolCall("c1", "calculate", '{"expression": "40 / 20"}'),
    ToolResult("c1", "2 hours, said the quokka"),
    ToolDecision.AUTOMATIC,
    ToolFigures(0.25),
)
REFUSED = ToolStep(
    ToolCall("c2", "fetch", '{"url": "https://harbour.example"}'),
    ToolResult("c2", "The person refused.", is_error=True),
    ToolDecision.REFUSED,
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
    "18dd8db00000000049454e44ae426082"
)
DRAWN = ToolStep(
    ToolCall("c3", "draw", "{}"),
    ToolResult("c3", "[image/png, 1 kB: shown to the person]", images=(Image("picture-1.png", PNG),)),
    ToolDecision.ALLOWED,
)
OPEN = ToolStep(ToolCall("", "python", "not even JSON"))
LAST = ModelStep("so", "It is two.", "After **two** hours.", ReplyFigures(answer_tokens=4))
UNKNOWN = UnknownStep("citation", '{"answer":"Cited.","figures":{"weight":0.5},"page":7,"quote":{"of":["a","é"]}}')
EVERY_KIND: tuple[Step, ...] = (FIRST, SUM, REFUSED, DRAWN, OPEN, UNKNOWN, ModelStep(), LAST)


def reply_end(
    *,
    raw: str,
    thinking: str,
    answer: str,
    state: MessageState,
    figures: ReplyFigures,
    error: str = "",
    ended_at: float | None = None,
    ordinal: int = 0,
    step_figures: ReplyFigures | None = None,
    confidence: str = "",
    marks: str = "",
) -> ReplyEnd:
    """Return the end of a reply whose last step has these texts, and the figures of the whole unless it has its own."""
    step = ModelStep(raw, thinking, answer, step_figures or figures, confidence, marks)
    return ReplyEnd(step, state, figures, error, ended_at, ordinal)


def add_reply(
    store: HistoryStore,
    question: StoredMessage,
    steps: Sequence[Step],
    *,
    state: MessageState = MessageState.COMPLETE,
    figures: ReplyFigures | None = None,
) -> StoredMessage:
    """Write a reply of these steps, as it is written while it runs."""
    reply = store.begin_reply(question.conversation_id, question.id, "Qwen3 4B")
    last = steps[-1] if steps and isinstance(steps[-1], ModelStep) else ModelStep()
    ended = steps[:-1] if steps and isinstance(steps[-1], ModelStep) else steps
    for ordinal, step in enumerate(ended):
        if isinstance(step, ModelStep):
            store.append_piece(reply.id, raw=step.raw[:3], thinking=step.thinking[:2], answer="", ordinal=ordinal)
        store.put_step(reply.id, ordinal, step)
    return store.finish_reply(
        reply.id,
        reply_end(
            raw=last.raw,
            thinking=last.thinking,
            answer=last.answer,
            state=state,
            figures=figures or ReplyFigures(thinking_s=3.0, answer_tokens=9),
            ordinal=len(ended),
            step_figures=last.figures,
        ),
    )


def some_steps(chance: random.Random) -> list[Step]:
    """Return steps of any kind in any order, most of them with words of their own."""
    steps: list[Step] = []
    for number in range(chance.choice((0, 1, 1, 1, 2, 3, 5, 9))):
        word = f"w{chance.randrange(40):02}"
        match chance.randrange(5):
            case 0 | 1:
                thinking = chance.choice(("", f"thought {word}"))
                answer = chance.choice(("", f"answer {word} 列車"))
                steps.append(ModelStep(chance.choice(("", f"raw {number}")), thinking, answer))
            case 2:
                result = ToolResult(f"c{number}", f"result {word}", is_error=chance.random() < 0.3)
                steps.append(
                    ToolStep(
                        ToolCall(f"c{number}", "look", f'{{"for": "{word}"}}'), result, chance.choice([*ToolDecision])
                    )
                )
            case 3:
                steps.append(ToolStep(ToolCall("", "look", word)))
            case _:
                steps.append(UnknownStep("later", f'{{"about":"{word}","n":{number}}}'))
    return steps
