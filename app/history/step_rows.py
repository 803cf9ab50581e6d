"""From steps to rows of the database and back, and from rows to the texts that are derived of them.

A row of a kind that we do not know is kept as it is: what it holds is told as JSON, each value by its column's name,
and from that JSON it becomes the same row again. So it is in exports, for all kinds.
"""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import msgspec

from app.attachments.errors import AttachmentError
from app.attachments.picture import checked_picture
from app.history.records import ModelStep, ReplyFigures, Step, ToolDecision, ToolFigures, ToolStep, UnknownStep, joined
from app.history.rows import decoded, encoded, storable
from app.messages import Image, ToolCall, ToolResult

MODEL, TOOL = "model", "tool"


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as its row has it; a field for each column but those that say where it belongs."""

    kind: str
    call_id: str = ""
    name: str = ""
    decision: str = ""
    is_error: int = 0
    figures: str = "{}"
    arguments: str = ""
    result: str | None = None
    answer: str = ""
    thinking: str = ""
    raw: str = ""
    confidence: str = ""
    payload: str = "{}"
    """A JSON object of what has no column."""


@dataclass(frozen=True, slots=True)
class DerivedTexts:
    """What a message's row has of its steps: for lists, and for the search.

    `None` is what no step says anything of, because none is a model's: a newer version has put it there.
    """

    thinking: str | None
    answer: str | None
    tools: str
    """What tools were asked and told, and what stands in steps of unknown kinds."""


_NAMES = tuple(field.name for field in fields(StepRow))
_COLUMNS = ", ".join(_NAMES)
_TEXTS = tuple(name for name in _NAMES if name not in ("kind", "is_error", "figures", "payload"))
AT_ONCE = 500
"""How many ids one question names."""
_OF_MESSAGES = f"""
    SELECT message_id, ordinal, {_COLUMNS} FROM step WHERE message_id IN ({{ids}}) ORDER BY message_id, ordinal
"""
_PUT = (
    f"INSERT INTO step (message_id, ordinal, {_COLUMNS}) SELECT id, ?, {', '.join('?' * len(_NAMES))}"
    " FROM message WHERE id = ?"
    f" ON CONFLICT (message_id, ordinal) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _NAMES)}"
)


def row_of(step: Step) -> StepRow:
    """Return a step as it is stored."""
    match step:
        case ModelStep():
            return StepRow(
                MODEL,
                figures=encoded(step.figures),
                answer=storable(step.answer),
                thinking=storable(step.thinking),
                raw=storable(step.raw),
                confidence=step.confidence,
                payload=encoded(told) if (told := _told_of(step)) else "{}",
            )
        case ToolStep(call, result):
            return StepRow(
                TOOL,
                call_id=storable(call.call_id),
                name=storable(call.name),
                decision=step.decision.value,
                is_error=int(result is not None and result.is_error),
                figures=encoded(step.figures),
                arguments=storable(call.arguments),
                result=storable(result.content) if result is not None else None,
                payload=encoded(pictures_payload(result.images)) if result is not None and result.images else "{}",
            )
        case UnknownStep(kind, payload):
            return row_from_json({**_object(payload), "kind": kind})


def step_from(row: StepRow) -> Step:
    """Return the step that is stored so."""
    if row.kind == MODEL:
        figures = decoded(row.figures, ReplyFigures)
        told = _object(row.payload)
        marks = told.get("marks")
        return ModelStep(
            row.raw,
            row.thinking,
            row.answer,
            figures,
            row.confidence,
            marks if isinstance(marks, str) else "",
            _places(told.get("bookmarks")),
        )
    if row.kind == TOOL:
        call = ToolCall(row.call_id, row.name, row.arguments)
        result = None
        if row.result is not None:
            images = pictures_from(_object(row.payload)) if row.payload != "{}" else ()
            result = ToolResult(row.call_id, row.result, bool(row.is_error), images)
        return ToolStep(call, result, _decision(row.decision), decoded(row.figures, ToolFigures))
    unknown = json_of(row)
    del unknown["kind"]
    return UnknownStep(row.kind, msgspec.json.encode(unknown, order="sorted").decode())


def bookmark(connection: sqlite3.Connection, message_id: int, place: int, bookmarks: Sequence[int]) -> None:
    """Keep where the thought of a step is marked, by its place in the reply; `LookupError` for a step that is gone."""
    rows = read_rows(connection, (message_id,)).get(message_id, [])
    if not 0 <= place < len(rows) or rows[place][1].kind != MODEL:
        raise LookupError(f"message {message_id} has no step {place} of a model")
    ordinal, row = rows[place]
    payload = {**_object(row.payload), "bookmarks": list(bookmarks)}
    put_row(connection, message_id, ordinal, replace(row, payload=encoded(payload)))


def json_of(row: StepRow) -> dict[str, Any]:
    """Return a row as a JSON object, without what is as usual."""
    usual = StepRow("")
    told = {name: getattr(row, name) for name in _NAMES if getattr(row, name) != getattr(usual, name)}
    told |= {"kind": row.kind}
    if "is_error" in told:
        told["is_error"] = bool(row.is_error)
    if "figures" in told:
        told["figures"] = _object(row.figures)
    told.pop("payload", None)
    return {**told, **{name: value for name, value in _object(row.payload).items() if name not in told}}


def row_from_json(told: Mapping[str, Any]) -> StepRow:
    """Return the row that a JSON object tells of. What no column takes is in its payload."""
    texts = {name: storable(told[name]) for name in _TEXTS if isinstance(told.get(name), str)}
    kind, is_error, figures = told.get("kind"), told.get("is_error"), told.get("figures")
    known = {*texts, "kind"}
    if isinstance(is_error, bool):
        known.add("is_error")
    if isinstance(figures, dict):
        known.add("figures")
    if told.get("result") is None:
        known.add("result")
    rest = {name: value for name, value in told.items() if name not in known}
    return StepRow(
        storable(kind) if isinstance(kind, str) else "",
        is_error=int(is_error is True),
        figures=encoded(figures) if isinstance(figures, dict) else "{}",
        payload=encoded(rest),
        **texts,
    )


def texts_of(rows: Iterable[StepRow]) -> DerivedTexts:
    """Return what is derived of a message's steps: the one place that says how."""
    rows = tuple(rows)
    written = [row for row in rows if row.kind == MODEL]
    return DerivedTexts(
        joined(row.thinking for row in written) if written else None,
        joined(row.answer for row in written) if written else None,
        joined(_searched(row) for row in rows if row.kind != MODEL),
    )


def read_rows(connection: sqlite3.Connection, message_ids: Sequence[int]) -> dict[int, list[tuple[int, StepRow]]]:
    """Return the steps of those messages that have any, each with its ordinal, in order."""
    found: dict[int, list[tuple[int, StepRow]]] = {}
    for start in range(0, len(message_ids), AT_ONCE):
        ids = message_ids[start : start + AT_ONCE]
        for row in connection.execute(_OF_MESSAGES.format(ids=",".join("?" * len(ids))), ids):
            found.setdefault(row[0], []).append((row[1], StepRow(*row[2:])))
    return found


def put_row(connection: sqlite3.Connection, message_id: int, ordinal: int, row: StepRow) -> None:
    """Write a step in the place of the one that stood there; none of a message that is gone."""
    connection.execute(_PUT, (ordinal, *(getattr(row, name) for name in _NAMES), message_id))


def _searched(row: StepRow) -> str:
    others = {name: value for name, value in _object(row.payload).items() if name != PICTURES}
    rest = encoded(others) if others else ""
    return "\n".join(text for text in (row.name, row.arguments, row.result, row.thinking, row.answer, rest) if text)


def _told_of(step: ModelStep) -> dict[str, Any]:
    """Return what no column has of it."""
    marks: dict[str, Any] = {"marks": step.marks} if step.marks else {}
    return {**marks, "bookmarks": list(step.bookmarks)} if step.bookmarks else marks


def _places(stored: object) -> tuple[int, ...]:
    """Return bookmarks in order; nothing of what cannot be any."""
    return tuple(sorted({one for one in stored if type(one) is int and one >= 0})) if isinstance(stored, list) else ()


def _decision(stored: str) -> ToolDecision:
    try:
        return ToolDecision(stored)
    except ValueError:
        return ToolDecision.OPEN


def _object(text: str) -> dict[str, Any]:
    try:
        return msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.MsgspecError, RecursionError):
        return {}


# The pictures in results of tools, as JSON in a step's payload: they go wherever it goes, also into exports.

PICTURES = "pictures"
_MOST = 16


def pictures_payload(images: Iterable[Image]) -> dict[str, Any]:
    """Return what a payload has of pictures: nothing if there are none."""
    told = [{"name": storable(one.name), "data": base64.b64encode(one.data).decode()} for one in images]
    return {PICTURES: told} if told else {}


def pictures_from(payload: Mapping[str, Any]) -> tuple[Image, ...]:
    """Return the pictures that a payload tells of; what is none, or would take too much to show, is left out."""
    told = payload.get(PICTURES)
    found = [_picture(one) for one in told[:_MOST]] if isinstance(told, list) else []
    return tuple(one for one in found if one is not None)


def _picture(told: object) -> Image | None:
    if not isinstance(told, dict) or not isinstance(told.get("name"), str) or not isinstance(told.get("data"), str):
        return None
    try:
        data = base64.b64decode(told["data"], validate=True)
        checked_picture(told["name"], data)
    except (ValueError, AttachmentError):
        return None
    return Image(told["name"], data)
