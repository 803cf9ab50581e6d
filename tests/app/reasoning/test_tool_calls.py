"""Calls of tools in every syntax, from replies that templates made: whole, and cut at every character."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest

from app.messages import ReplyPart, Text, Thinking, ToolCall, ToolSpec
from app.reasoning import Delta, format_for_template
from app.reasoning.tool_calls import CALL_FORMATS, CallReader
from app.reasoning.tool_calls.written_pattern import WrittenPattern
from tests.fakes.call_reading import reading_of

_FOLDER = Path(__file__).parents[2] / "data" / "tool_calls"
_FORMATS = {form.name: form for form in CALL_FORMATS}
_VECTORS: list[tuple[str, dict[str, Any]]] = [
    (path.stem, vector) for path in sorted(_FOLDER.glob("*.json")) for vector in json.loads(path.read_text("utf-8"))
]
_PROPERTIES = {
    "town": {"type": "string"},
    "days": {"type": "integer"},
    "flags": {"type": "array", "items": {"type": "string"}},
    "options": {"type": "object"},
    "exact": {"type": "boolean"},
    "any": {"type": ["string", "null"]},
}
_SCHEMA = json.dumps({"type": "object", "properties": _PROPERTIES})
TOOLS = tuple(ToolSpec(name, "", _SCHEMA if name != "ping" else "{}") for name in ("get_rain", "look", "ping"))
JSON, TAGS, KEYS = "tool-call-json", "function-tags", "argument-keys"


def ids(value: object) -> str:
    return f"{value['template']}-{value['kind']}" if isinstance(value, dict) else str(value)


def read(form: str, text: str, *, size: int = 10_000, is_cut: bool = False) -> list[ReplyPart]:
    """Return what an answer in pieces of this size is read as, texts that follow each other as one."""
    reader = CallReader(_FORMATS[form], TOOLS)
    found = [p for at in range(0, len(text), size) for p in reader.feed([Delta("answer", text[at : at + size])])]
    joined: list[ReplyPart] = []
    for piece in [*found, *reader.finish(is_cut=is_cut)]:
        if joined and isinstance(piece, Text) and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined


def is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def call(name: str = "look", arguments: str = '{"town": "Ulm"}', call_id: str = "") -> ToolCall:
    return ToolCall(call_id, name, arguments)


@pytest.mark.parametrize(("form", "vector"), _VECTORS, ids=ids)
def test_a_reply_is_read_whole_and_however_it_is_cut(form: str, vector: dict[str, Any]) -> None:
    thinking = format_for_template(vector["thinking_hint"])

    for size in (len(vector["raw"]) + 1, 1, 7):
        assert reading_of(vector, thinking, _FORMATS[form], TOOLS, size=size) == "right"


def test_there_are_enough_replies_of_every_syntax() -> None:
    kept_aside = [vector for _, vector in _VECTORS if vector["kept_aside"]]

    assert len(_VECTORS) >= 150
    assert 0.45 < len(kept_aside) / len(_VECTORS) < 0.55
    assert {form for form, _ in _VECTORS} >= set(_FORMATS) - {"tool-call-token", "bare-python", "function-tags-tight"}


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("tool-call-token", '<|tool_call|>[{"name": "look", "arguments": {"town": "Ulm"}}]<|/tool_call|>', [call()]),
        ("bare-python", "[look(town='Ulm'), ping()]", [call(), call("ping", "{}")]),
        ("bare-python", "[1, 2] and (so) on", [Text("[1, 2] and (so) on")]),
        ("bare-python", "[other(town='Ulm')]", [Text("[other(town='Ulm')]")]),
        ("bare-json", '<|python_tag|>{"name": "other", "parameters": {}}', [call("other", "{}")]),
        ("bare-json", '{"name": "Ann", "arguments": {}}', [Text('{"name": "Ann", "arguments": {}}')]),
        ("bare-json", '{"town": "Ulm"}', [Text('{"town": "Ulm"}')]),
        (
            "bare-json",
            '{"name": "look", "parameters": {"town": "Ulm"}}; {"name": "ping"}',
            [call(), call("ping", "{}")],
        ),
        ("function-tags-tight", "<function=look><parameter=town>Ulm</parameter></function>", [call()]),
        (JSON, '<tool_call>{"name": "look", "arguments": "{\\"town\\": \\"Ulm\\"}"}</tool_call>', [call()]),
        (JSON, '<tool_call>{"function": {"name": "look", "arguments": {"town": "Ulm"}}}</tool_call>', [call()]),
        (JSON, '<tool_call>{"name": "look", "arguments": {"town": "Ulm"}}}\n</tool_call> So.', [call(), Text("So.")]),
        (JSON, '<tool_call>\n{"id": 7, "name": "ping", "arguments": null}', [call("ping", "{}", "7")]),
        (JSON, '<tool_call>{"name": "ping"}\n{"name": "ping"}</tool_call>', [call("ping", "{}")] * 2),
        (KEYS, "<tool_call>ping</tool_call>", [call("ping", "{}")]),
        (TAGS, "<function=look>\n<parameter=days>\n07\n</parameter>\n</function>", [call("look", '{"days": "07"}')]),
        (TAGS, "<function=look>\n<parameter=any>\nnull\n</parameter>\n</function>", [call("look", '{"any": null}')]),
        (TAGS, "<function=look>\n<parameter=new>\n[1]\n</parameter>\n</function>", [call("look", '{"new": [1]}')]),
        (
            TAGS,
            "<tool_call>\n<function=look>\n<parameter=town>\n</parameter>, </function>\n</parameter>\n</function>",
            [call(arguments='{"town": "</parameter>, </function>"}')],
        ),
        (
            "kimi-sections",
            "<|tool_call_begin|>functions.ping:3<|tool_call_argument_begin|>{}",
            [call("ping", "{}", "functions.ping:3")],
        ),
        ("harmony-calls", "<|channel|>analysis to=python code<|message|>print(1)", [call("python", "print(1)")]),
    ],
)
def test_what_else_models_write(form: str, text: str, expected: list[ReplyPart]) -> None:
    for size in (10_000, 1, 3):
        assert read(form, text, size=size) == expected


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (JSON, "A call begins with <tool_call> and JSON follows."),
        (JSON, "A call begins with <tool_call>"),
        (JSON, 'Write `<tool_call>{"name": "look", "arguments": {}}</tool_call>` for it.'),
        (JSON, '“<tool_call>{"name": "look"}</tool_call>” is one.'),
        (JSON, '```\n<tool_call>\n{"name": "look", "arguments": {}}\n</tool_call>\n```\nSo.'),
        (JSON, '```json\n{"name": "look", "arguments": {}}\n```\nThat is a call.'),
        (JSON, '```json\n{"name": "fly", "arguments": {}}\n```'),
        (JSON, '```json\n{"name": "look", "arguments": {}\n```'),
        (JSON, '```json\n{"name": "ping"}\n```\n```python\nprint(1)\n```'),
        (JSON, '```json\n{"town": "Ulm"}\n```'),
        (JSON, "```\nx = 1\n```"),
        (JSON, '{"name": "hello", "arguments": {"to": "you"}}'),
        (JSON, "It ends with </tool_call> and <tool_call <tool_call> x."),
        (TAGS, "In <function=look> you see a name; in <tool_call> <function= nothing."),
        (KEYS, "<tool_call>look at this</tool_call> is no call, <tool_call>you see</b>."),
        ("named-tool-calls", "After [TOOL_CALLS] comes a name, then [ARGS]."),
        ("harmony-calls", "Send it to=you, as in to=functions.look, before <|message|>."),
        ("function-json", "`<function=look>{}</function>` and <function=look> and <function=look>x"),
        ("marked-texts", "A <|tool_call>call:look of <tool_call|> is none."),
    ],
)
def test_what_looks_like_a_call_is_text(form: str, text: str) -> None:
    for size in (10_000, 1, 3):
        assert read(form, text, size=size) == [Text(text)]


@pytest.mark.parametrize(
    ("form", "text", "name"),
    [
        (JSON, '<tool_call>\n{"name": "look", "arguments": {"town": "Ulm}}\n</tool_call> Well.', "look"),
        (JSON, '<tool_call>\n{"name": "look", "arguments": {"town": Ulm}}\n</tool_call> Well.', "look"),
        (JSON, '<tool_call>\n{"name": "look", "arguments": {"town": "Ulm"\n</tool_call> Well.', "look"),
        (JSON, '<tool_call>\n{"name": "look", "arguments": [1]}\n</tool_call> Well.', "look"),
        (JSON, "<tool_call>{'name': 'look'}</tool_call> Well.", ""),
        (TAGS, "<tool_call><function=look><parameter=town>Ulm</function></tool_call> Well.", "look"),
        (TAGS, "<tool_call><function=look><parameter=town>Ulm</parameter>?</function></tool_call> Well.", "look"),
        ("python-list", "<|tool_call_start|>[look(town=Ulm)]<|tool_call_end|> Well.", ""),
        ("marked-texts", "<|tool_call>call:look{town}<tool_call|> Well.", "look"),
    ],
)
def test_a_call_that_cannot_be_read_is_one_all_the_same(form: str, text: str, name: str) -> None:
    for size in (10_000, 1, 3):
        broken, *rest = read(form, text, size=size)

        assert isinstance(broken, ToolCall)
        assert broken.name == name
        assert broken.arguments.strip() in text
        assert not is_object(broken.arguments)
        assert rest == [Text("Well.")]


def test_a_call_that_was_cut_is_none_yet() -> None:
    text = 'Yes.\n<tool_call>\n{"name": "look", "arguments": {"town": "U'

    assert read(JSON, text, is_cut=True) == [Text("Yes.")]
    assert [type(piece) for piece in read(JSON, text)] == [Text, ToolCall]
    assert read(JSON, "Yes.\n<tool_call>", is_cut=True) == [Text("Yes.")]


def test_text_comes_out_before_the_call_is_whole() -> None:
    reader = CallReader(_FORMATS[JSON], TOOLS)

    assert reader.feed([Delta("answer", "Let me see. <tool")]) == [Text("Let me see.")]
    assert reader.feed([Delta("answer", "box> there")]) == [Text(" <toolbox> there")]
    assert not reader.feed([Delta("answer", '<tool_call>{"name": "ping"')])
    assert reader.is_in_call
    assert reader.feed([Delta("answer", "}")]) == [call("ping", "{}")]
    assert reader.feed([Delta("thinking", "Hm.")]) == [Thinking("Hm.")]


@pytest.mark.parametrize("form", CALL_FORMATS, ids=lambda form: form.name)
def test_no_stream_makes_it_slow(form: Any) -> None:
    opening = (WrittenPattern.of(form.heads[0]).literals if form.heads else ("[",))[0]
    began = time.monotonic()
    for unit in (opening, opening + " {", opening + "look", "{" * 40, '"\\', " ", "</function>", "}", "<" * 30):
        text = opening + unit * (60_000 // len(unit))
        reader = CallReader(form, TOOLS)
        for at in range(0, len(text), 400):
            reader.feed([Delta("answer", text[at : at + 400])])
        reader.finish()

    assert time.monotonic() - began < 30.0


def test_noise_around_calls_is_read_the_same_however_it_is_cut() -> None:
    chance = random.Random(21)
    for form in CALL_FORMATS:
        raws = [vector["raw"] for name, vector in _VECTORS if name == form.name] or ["[look(town='Ulm')]"]
        for _ in range(12):
            raw = chance.choice(raws)
            cut = chance.randrange(len(raw))
            text = raw[cut:] + chance.choice(("", " `", "\n\n", "{", '"')) + raw[: chance.randrange(len(raw))]
            whole = read(form.name, text)
            assert read(form.name, text, size=1) == whole
            assert read(form.name, text, size=5) == whole
