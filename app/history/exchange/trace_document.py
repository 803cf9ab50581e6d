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
from app.history.exchange.conversation_tree import ConversationTree, TreeMessage
from app.history.exchange.errors import not_written
from app.history.exchange.markdown import day_of, shown_step
from app.history.exchange.trace_form import TRACE_FORMAT, TraceForm
from app.history.exchange.web_page import page_of
from app.history.message_rows import read_message
from app.history.records import MessageState, ModelStep, ReplyFigures, StoredMessage
from app.history.step_rows import json_of, row_of
from app.history.tree_queries import read_conversation
from app.reasoning import KIND_NAMES, StepKind, TraceStep, cost_of, first_words, with_ends
from app.text import format_duration

_LONGEST_HEADING = 80
_STYLE = """
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
nav { border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem; font-size: .9rem; }
nav h2 { font-size: .9rem; margin: .25rem 0; } nav ol { margin: .25rem 0; padding-left: 2rem; }
nav a { color: inherit; text-decoration: none; } nav a:hover, nav a:focus { text-decoration: underline; }
.cost { color: var(--soft); font-weight: normal; font-size: .8rem; white-space: nowrap; }
section { border-left: 3px solid var(--line); padding-left: 1rem; margin: 1rem 0; }
section h3 { font-size: .9rem; margin: 0; } section p { white-space: pre-wrap; margin: .25rem 0; }
:root { --warm: #8d5a08; } @media (prefers-color-scheme: dark) { :root { --warm: #e0b04f; } }
:is(.doubt, .failed_check, .return) { border-color: var(--warm); } :is(.doubt, .failed_check, .return) b {
  color: var(--warm); } :is(.check, .conclusion) { border-color: var(--accent); } :is(.check, .conclusion) b {
  color: var(--accent); }
"""
_ENDINGS = {
    MessageState.STOPPED: "stopped",
    MessageState.LENGTH: "ended at the length limit",
    MessageState.FAILED: "broke off",
    MessageState.RUNNING: "broke off",
}
_BOOKMARK = "★ "


class TokenTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """How sure the model was of a token, which stands there in the thought; `nearly_said` are others and how likely."""

    start: int
    end: int
    probability: float
    entropy_bits: float
    margin: float
    nearly_said: tuple[tuple[str, float], ...] = ()


class StepTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """A step; what came before it, and what it has cost, is missing where it is not known."""

    kind: StepKind
    start: int
    end: int
    text: str
    tokens_before: int | None = None
    began_s: float | None = None
    tokens: int | None = None
    seconds: float | None = None
    is_bookmarked: bool = False


class ThoughtTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """A thought, what followed it, and its steps."""

    thinking: str
    answer: str
    steps: list[StepTold]
    confidence: list[TokenTold] = []


class TraceTold(msgspec.Struct, frozen=True):
    """The whole file; the question and its reply are in it once more as Aside imports them, calls of tools included."""

    format: str
    version: int
    title: str
    question: str
    model: str
    created_at: float
    figures: ReplyFigures
    thoughts: list[ThoughtTold]
    conversation: ConversationTree


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
        format=TRACE_FORMAT,
        version=1,
        title=traced.title,
        question=traced.question,
        model=reply.model_name,
        created_at=reply.created_at,
        figures=reply.figures,
        thoughts=[_thought(step) for step in reply.steps if isinstance(step, ModelStep)],
        conversation=_conversation(traced),
    )


def _conversation(traced: TracedReply) -> ConversationTree:
    reply = traced.reply
    asked = TreeMessage("user", created_at=reply.created_at, answer=traced.question)
    answered = TreeMessage(
        "assistant",
        parent=0,
        state=MessageState.STOPPED if reply.state is MessageState.RUNNING else reply.state,
        created_at=reply.created_at,
        model_name=reply.model_name,
        error=reply.error,
        figures=reply.figures,
        answer=reply.answer,
        thinking=reply.thinking,
        steps=tuple(json_of(row_of(step)) for step in reply.steps),
    )
    return ConversationTree(traced.title, reply.created_at, reply.created_at, messages=(asked, answered))


def _thought(step: ModelStep) -> ThoughtTold:
    steps = [
        StepTold(
            one.step.kind,
            one.step.start,
            one.end,
            one.text,
            tokens_before=one.step.tokens if step.marks else None,
            began_s=one.step.began_s if step.marks else None,
            tokens=one.cost[0] if one.cost is not None else None,
            seconds=round(one.cost[1], 1) if one.cost is not None else None,
            is_bookmarked=one.is_bookmarked,
        )
        for one in _steps(step)
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


@dataclass(frozen=True, slots=True)
class _Step:
    step: TraceStep
    end: int
    text: str
    cost: tuple[int, float] | None
    is_bookmarked: bool

    @property
    def name(self) -> str:
        """What it is called, marked if the person has marked it."""
        return ((_BOOKMARK if self.is_bookmarked else "") + KIND_NAMES[self.step.kind]).strip()

    @property
    def spent(self) -> str:
        """What it has cost, empty if that is not known."""
        if self.cost is None:
            return ""
        tokens, seconds = self.cost
        return f"{tokens} {'token' if tokens == 1 else 'tokens'}, {format_duration(seconds)}"


def _steps(step: ModelStep) -> list[_Step]:
    """Return the steps of a thought with what each has cost, as the window's outline tells it."""
    found: list[_Step] = []
    steps = step.thought_steps
    after = [(one.tokens, one.began_s) for one in steps[1:]] + [(step.figures.thinking_tokens, step.figures.thinking_s)]
    for (one, end), (tokens, seconds) in zip(with_ends(steps, len(step.thinking)), after, strict=False):
        cost = cost_of(one, tokens=tokens, seconds=seconds) if step.marks else None
        is_bookmarked = any(one.start <= place < end for place in step.bookmarks)
        found.append(_Step(one, end, step.thinking[one.start : end].strip(), cost, is_bookmarked))
    return found


def _markdown(traced: TracedReply) -> str:
    reply = traced.reply
    quoted = f"> {traced.question.strip()}".replace("\n", "\n> ")
    parts = [f"# {_line(traced.title) or 'Untitled'}", quoted, f"*{day_of(reply.created_at)}, {_by(reply)}*"]
    outline, body = [], []
    number = 0
    for step in reply.steps:
        if not isinstance(step, ModelStep):
            number += 1
            call = f"`{_line(shown_step(step).heading).replace('`', '´')}`"
            outline.append(f"{number}. {call}")
            body.append(f"### {number} {call}")
            continue
        for one in _steps(step):
            number += 1
            spent = f"({one.spent})" if one.spent else ""
            name = f"**{one.name}**" if one.name else ""
            outline.append(_joined(f"{number}.", name, _heading(one.text), spent))
            body.append(f"{_joined('###', str(number), one.name, spent)}\n\n{_closed(one.text)}")
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
            number, call = len(outline) + 1, escape(_line(shown_step(step).heading))
            outline.append(f'<li><a href="#step{number}" dir="auto">{call}</a></li>')
            body.append(f'<p class="tool" id="step{number}" dir="auto">{call}</p>')
            continue
        for one in _steps(step):
            number, kind = len(outline) + 1, one.step.kind.value
            name = f"<b>{escape(one.name)}</b>" if one.name else ""
            spent = f'<span class="cost">{escape(one.spent)}</span>' if one.spent else ""
            words = f'<a href="#step{number}" dir="auto">{escape(_heading(one.text))}</a>'
            outline.append(f'<li class="{kind}">{_joined(name, words, spent)}</li>')
            body.append(
                f'<section class="{kind}" id="step{number}"><h3>{_joined(str(number), name, spent)}</h3>'
                f'<p dir="auto">{escape(one.text)}</p></section>'
            )
        if step.answer.strip():
            body.append(f'<h2>Answer</h2>\n<div class="answer">{html_of(step.answer)}</div>')
    if outline:
        nav = f'<nav aria-labelledby="outline"><h2 id="outline">Outline</h2><ol>{"".join(outline)}</ol></nav>'
        body = [nav, "<h2>Thought</h2>", *body]
    question = f'<div class="question" dir="auto">{escape(traced.question)}</div>'
    by = f'<p class="who">{escape(_by(traced.reply))}</p>'
    return page_of(traced.title, traced.reply.created_at, [question, by, *body], style=_STYLE)


def _by(reply: StoredMessage) -> str:
    return ", ".join(_facts(reply))


def _facts(reply: StoredMessage) -> Iterator[str]:
    figures = reply.figures
    yield _line(reply.model_name) or "Model"
    if figures.thinking_tokens:
        yield f"{figures.thinking_tokens} tokens of thought"
    if figures.thinking_s is not None:
        yield format_duration(figures.thinking_s)
    if figures.is_thought_edited:
        yield "thought edited"
    if reply.state in _ENDINGS:
        yield _ENDINGS[reply.state]


def _heading(text: str) -> str:
    line = _line(first_words(text))
    return line if len(line) <= _LONGEST_HEADING else line[: _LONGEST_HEADING - 1] + "…"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _closed(text: str) -> str:
    end = missing_end(text)
    return f"{text}\n{end}" if end else text


def _line(text: str) -> str:
    return " ".join(text.split())
