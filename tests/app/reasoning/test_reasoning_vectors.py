"""The vectors of `tests/data/reasoning.json`: every family, whole, cut into characters and bytes, and by token."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from app.reasoning import Delta, StreamSplitter, format_for_template

_VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "data" / "reasoning.json").read_text(encoding="utf-8")
)
_BY_TEXT = [vector for vector in _VECTORS if "pieces" not in vector]
_BY_TOKEN = [vector for vector in _VECTORS if "pieces" in vector]


def _splitter(vector: dict[str, Any]) -> StreamSplitter:
    markers = vector["markers"]
    names = ("open", "close", "implicit_close", "answer_open", "answer_close")
    template = "".join(marker for name in names for marker in markers[name])
    if markers["protocol"] == "solar":
        template += "<|content|>"
    opener = (markers["open"] or ["Here are my reasoning steps:"])[0]
    tail = "<|im_start|>assistant\n" + (opener + "\n" if vector["prompt_opens_thinking"] else "")
    return StreamSplitter(
        format_for_template(template), prompt_tail=tail, tools_offered="tools offered" in vector["family"]
    )


def _normal(text: str) -> str:
    return re.sub(r"\n+", "\n", text.strip())


def _sides(deltas: Iterable[Delta]) -> tuple[str, str]:
    together = {"thinking": "", "answer": ""}
    for delta in deltas:
        together[delta.kind] += delta.text
    return _normal(together["thinking"]), _normal(together["answer"])


def _split(vector: dict[str, Any], pieces: Iterable[str]) -> tuple[str, str]:
    splitter = _splitter(vector)
    deltas = [delta for piece in pieces for delta in splitter.feed(piece)]
    return _sides([*deltas, *splitter.finish()])


def _expected(vector: dict[str, Any]) -> tuple[str, str]:
    return _normal(vector["reasoning"]), _normal(vector["answer"])


@pytest.mark.parametrize("vector", _BY_TEXT, ids=lambda vector: vector["id"])
def test_a_whole_reply_is_split(vector: dict[str, Any]) -> None:
    assert _split(vector, [vector["raw"]]) == _expected(vector)


@pytest.mark.parametrize("vector", _BY_TEXT, ids=lambda vector: vector["id"])
def test_a_reply_is_split_alike_character_by_character(vector: dict[str, Any]) -> None:
    assert _split(vector, vector["raw"]) == _expected(vector)


@pytest.mark.parametrize("vector", _BY_TEXT, ids=lambda vector: vector["id"])
def test_a_reply_is_split_alike_byte_by_byte(vector: dict[str, Any]) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    pieces = [decoder.decode(bytes([byte])) for byte in vector["raw"].encode()]

    assert _split(vector, [*pieces, decoder.decode(b"", final=True)]) == _expected(vector)


@pytest.mark.parametrize("vector", _BY_TEXT, ids=lambda vector: vector["id"])
@pytest.mark.parametrize("size", [2, 3, 5, 7])
def test_a_reply_is_split_alike_in_pieces_of_any_size(vector: dict[str, Any], size: int) -> None:
    raw = vector["raw"]

    assert _split(vector, [raw[at : at + size] for at in range(0, len(raw), size)]) == _expected(vector)


@pytest.mark.parametrize("vector", _BY_TOKEN, ids=lambda vector: vector["id"])
def test_real_marker_tokens_act(vector: dict[str, Any]) -> None:
    splitter = _splitter(vector)
    deltas = [
        delta
        for piece in vector["pieces"]
        for delta in splitter.feed(piece["text"], is_marker_token=piece["marker_token"])
    ]

    assert _sides([*deltas, *splitter.finish()]) == _expected(vector)
