"""Reads one vector of calls through both stages, and says how it came out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from app.messages import Text, Thinking, ToolCall, ToolSpec
from app.reasoning import ReasoningFormat, StreamSplitter
from app.reasoning.tool_calls import CallFormat, CallReader


def reading_of(
    vector: dict[str, Any], form: ReasoningFormat, calls: CallFormat, tools: Sequence[ToolSpec], *, size: int
) -> str:
    """Return "right" if the reply in pieces of this size is read as the vector says, else what was read."""
    splitter = StreamSplitter(form, prompt_tail=vector["tail"], tools_offered=True, awaits_close=False)
    reader = CallReader(calls, tools)
    raw = vector["raw"]
    pieces = [p for at in range(0, len(raw), size) for p in reader.feed(splitter.feed(raw[at : at + size]))]
    pieces += [*reader.feed(splitter.finish()), *reader.finish()]
    thinking = "".join(piece.text for piece in pieces if isinstance(piece, Thinking))
    text = "".join(piece.text for piece in pieces if isinstance(piece, Text))
    found = [(piece.name, _value(piece.arguments)) for piece in pieces if isinstance(piece, ToolCall)]
    expected = [(call["name"], call.get("arguments")) for call in vector["calls"]]
    is_right = len(found) == len(expected) and all(
        not isinstance(arguments, dict) if name is None else (called, arguments) == (name, told)
        for (called, arguments), (name, told) in zip(found, expected, strict=False)
    )
    if is_right and thinking.strip() == vector["thinking"].strip() and text.strip() == vector["text"].strip():
        return "right"
    return f"{thinking!r} | {text!r} | {found}"


def _value(arguments: str) -> object:
    try:
        return json.loads(arguments)
    except ValueError:
        return arguments
