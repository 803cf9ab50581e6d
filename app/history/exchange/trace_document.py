"""One reply's trace as a file: its thought in steps with an outline, and all that is known of them for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.documents.html_writer import html_of
from app.documents.markdown_parser import missing_end
from app.file_facts import NotAFile
from app.history.confidence import confidence_in
from app.history.database import Database
from app.history.exchange.errors import not_written
from app.history.exchange.markdown import day_of, shown_step
from app.history.exchange.trace_form import TraceForm
from app.history.exchange.web_page import page_of
from app.history.message_rows import read_message
from app.history.records import ModelStep, ReplyFigures, StoredMessage
from app.history.tree_queries import read_conversation
from app.reasoning import StepKind, TraceStep, with_ends

_LONGEST_HEADING = 80
_STYLE = """
nav { border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem; font-size: .9rem; }
nav ol { margin: .25rem 0; padding-left: 2rem; } nav .cost, h3 .cost { color: var(--soft); font-weight: normal;
  font-size: .8rem; }
section { border-left: 3px solid var(--line); padding-left: 1rem; margin: 1rem 0; }
section h3 { font-size: .9rem; margin: 0; } section p { white-space: pre-wrap; margin: .25rem 0; }
section.doubt, section.failed_check, section.return { border-color: #c2702a; }
section.check, section.conclusion { border-color: var(--accent); }
"""
_NAMES = {
    StepKind.STATEMENT: "Goes on",
    StepKind.PLAN: "Plan",
    StepKind.ALTERNATIVE: "Alternative",
    StepKind.DOUBT: "Doubt",
    StepKind.CASE: "Case",
    StepKind.CHECK: "Check",
    StepKind.FAILED_CHECK: "Failed check",
    StepKind.CONCLUSION: "Conclusion",
    StepKind.RETURN: "Return to an earlier idea",
}


class TokenTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """How sure the model was of a token, which stands there in the thought; `nearly_said` are others and how likely."""

    start: int
    end: int
    probability: float
    entropy_bits: float
    margin: float
    nearly_said: tuple[tuple[str, float], ...] = ()


class StepTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """A step; what came before it is missing where it is not known."""

    kind: StepKind
    start: int
    end: int
    text: str
    tokens_before: int | None = None
    began_s: float | None = None
    is_bookmarked: bool = False


class ThoughtTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """A thought, what followed it, and its steps."""

    thinking: str
    answer: str
    steps: list[StepTold]
    confidence: list[TokenTold] = []


class TraceTold(msgspec.Struct, frozen=True):
    """The whole file."""

    format: str
    version: int
    title: str
    question: str
    model: str
    created_at: float
    figures: ReplyFigures
    thoughts: list[ThoughtTold]


@dataclass(frozen=True, slots=True)
class TracedReply:
    """A reply with what it answers."""

    title: str
    question: str
    reply: StoredMessage


def export_trace(database: Database, reply_id: int, path: Path, form: TraceForm) -> None:
    """Write the trace of a reply to a file, whole or not at all.

    Raises `FileIsOutOfReach`, `LookupError`, and the errors of `app.history.errors`.
    """
    with database.reading() as connection:
        reply = read_message(connection, reply_id)
        title = read_conversation(connection, reply.conversation_id).title
        question = read_message(connection, reply.parent_id).answer if reply.parent_id is not None else ""
    try:
        write_atomically(path, trace_document(TracedReply(title, question, reply), form).encode())
    except (OSError, NotAFile) as error:
        raise not_written(path, error) from error


def trace_document(traced: TracedReply, form: TraceForm) -> str:
    """Return the trace of a reply as a document."""
    match form:
        case TraceForm.MARKDOWN:
            return _markdown(traced)
        case TraceForm.WEB_PAGE:
            return _web_page(traced)
        case TraceForm.JSON:
            return msgspec.json.format(msgspec.json.encode(_told(traced))).decode() + "\n"


def _told(traced: TracedReply) -> TraceTold:
    reply = traced.reply
    return TraceTold(
        format="aside-trace",
        version=1,
        title=traced.title,
        question=traced.question,
        model=reply.model_name,
        created_at=reply.created_at,
        figures=reply.figures,
        thoughts=[_thought(step) for step in reply.steps if isinstance(step, ModelStep)],
    )


def _thought(step: ModelStep) -> ThoughtTold:
    steps = [
        StepTold(
            one.kind,
            one.start,
            end,
            step.thinking[one.start : end].strip(),
            one.tokens if step.marks else None,
            one.began_s if step.marks else None,
            any(one.start <= place < end for place in step.bookmarks),
        )
        for one, end in _steps(step)
    ]
    tokens = [
        TokenTold(
            one.start,
            one.end,
            round(one.probability, 3),
            round(one.entropy, 3),
            round(one.margin, 3),
            tuple((text, round(chance, 3)) for text, chance in one.nearly_said),
        )
        for one in confidence_in(step, step.thinking)
    ]
    return ThoughtTold(step.thinking, step.answer, steps, tokens)


def _steps(step: ModelStep) -> list[tuple[TraceStep, int]]:
    return with_ends(step.thought_steps, len(step.thinking))


def _markdown(traced: TracedReply) -> str:
    reply = traced.reply
    quoted = f"> {traced.question.strip()}".replace("\n", "\n> ")
    parts = [f"# {_line(traced.title) or 'Untitled'}", quoted, f"*{day_of(reply.created_at)}, {_by(reply)}*"]
    outline, body = [], []
    number = 0
    for step in reply.steps:
        if not isinstance(step, ModelStep):
            body.append(f"**`{_line(shown_step(step).heading).replace('`', '´')}`**")
            continue
        for one, end in _steps(step):
            number += 1
            text = step.thinking[one.start : end].strip()
            outline.append(f"{number}. **{_NAMES[one.kind]}**{_cost(step, one)}: {_heading(text)}")
            body.append(f"### {number} {_NAMES[one.kind]}{_cost(step, one)}\n\n{_closed(text)}")
        if step.answer.strip():
            body.append(f"## Answer\n\n{_closed(step.answer.strip())}")
    if outline:
        parts += ["## Outline", "\n".join(outline), "## Thought"]
    return "\n\n".join([*parts, *body]) + "\n"


def _web_page(traced: TracedReply) -> str:
    outline: list[str] = []
    body: list[str] = []
    for step in traced.reply.steps:
        if not isinstance(step, ModelStep):
            body.append(f'<p class="tool" dir="auto">{escape(shown_step(step).heading)}</p>')
            continue
        for one, end in _steps(step):
            number = len(outline) + 1
            text = step.thinking[one.start : end].strip()
            head = f'{_NAMES[one.kind]} <span class="cost">{escape(_cost(step, one).strip(" ()"))}</span>'
            outline.append(
                f'<li><a href="#step{number}">{head}</a> <span dir="auto">{escape(_heading(text))}</span></li>'
            )
            body.append(
                f'<section class="{one.kind.value}" id="step{number}"><h3>{number} {head}</h3>'
                f'<p dir="auto">{escape(text)}</p></section>'
            )
        if step.answer.strip():
            body.append(f'<div class="answer">{html_of(step.answer)}</div>')
    nav = f"<nav><ol>{''.join(outline)}</ol></nav>" if outline else ""
    question = f'<div class="question" dir="auto">{escape(traced.question)}</div>'
    by = f'<p class="who">{escape(_by(traced.reply))}</p>'
    return page_of(traced.title, traced.reply.created_at, [question, by, nav, *body], style=_STYLE)


def _by(reply: StoredMessage) -> str:
    return ", ".join(_facts(reply))


def _facts(reply: StoredMessage) -> Iterator[str]:
    figures = reply.figures
    yield _line(reply.model_name) or "Model"
    if figures.thinking_tokens:
        yield f"{figures.thinking_tokens} tokens of thought"
    if figures.thinking_s is not None:
        yield f"{figures.thinking_s:.1f} s"


def _cost(step: ModelStep, one: TraceStep) -> str:
    tokens = "1 token" if one.tokens == 1 else f"{one.tokens} tokens"
    return f" (after {tokens}, {one.began_s:.1f} s)" if step.marks else ""


def _heading(text: str) -> str:
    line = _line(text)
    return line if len(line) <= _LONGEST_HEADING else line[: _LONGEST_HEADING - 1] + "…"


def _closed(text: str) -> str:
    end = missing_end(text)
    return f"{text}\n{end}" if end else text


def _line(text: str) -> str:
    return " ".join(text.split())
