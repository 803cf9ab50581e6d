"""Reads calls of tools back from what the templates of a folder make of them, whole and cut at every character.

    uv run python tests/benchmarks/call_vectors.py TEMPLATES_DIR [--write] [--quick]

llama.cpp ships real templates in its sources under `models/templates`. For each that shows calls: the syntax that was
measured, and how many of its replies are read right: one call, several, a thought and text before one, values full of
markup, no arguments, a call in a fence, an opening in prose, and one that is broken (`kinds` in the code says which).
`--write` puts them into `tests/data/tool_calls`, one file for each syntax; every other one is marked as kept aside:
formats are written by the others. Prints a row for each template, then one JSON object; `--quick` cuts less finely.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.errors import UserError
from app.inference.chat_template import ChatTemplate
from app.inference.replay import replayed
from app.inference.template_measuring import measured_wants
from app.messages import Message, Part, Text, Thinking, ToolCall, ToolResult, ToolSpec
from app.reasoning import ReasoningFormat, controls_for_template, format_for_template
from tests.fakes.call_reading import reading_of

_DATA = Path(__file__).resolve().parents[1] / "data" / "tool_calls"
_PARAMETERS: dict[str, Any] = {
    "type": "object",
    "properties": {
        "town": {"type": "string", "description": "Its name."},
        "days": {"type": "integer", "description": "How many."},
        "flags": {"type": "array", "items": {"type": "string"}, "description": "Any."},
        "options": {"type": "object", "description": "Any."},
        "exact": {"type": "boolean", "description": "Whether so."},
    },
    "required": ["town"],
}
TOOLS = (
    ToolSpec("get_rain", "Tells of rain.", json.dumps(_PARAMETERS)),
    ToolSpec("look", "Looks around.", json.dumps(_PARAMETERS)),
    ToolSpec("ping", "Answers.", '{"type": "object", "properties": {}}'),
)
_QUESTION = Message.user("Qualvexi?")
_MOST_TEMPLATES = 4
"""So many templates of a syntax are written down."""
_THOUGHT, _TEXT = "I had better look.\n\nYes.", "Let me see."
_MARKUP = 'He wrote "</tool_call>" and } or ] and <x>, ``` and {{y}}'
_ONE = {"town": "Ulm"}
_FULL = {
    "town": 'Ulm "x"\n ü 東京',
    "days": 3,
    "flags": ["a", "b, c"],
    "options": {"k": 1.5, "deep": {"l": [1, {"m": "}"}]}},
    "exact": True,
}
_KINDS: dict[str, tuple[tuple[Part, ...], tuple[tuple[str, dict[str, Any]], ...]]] = {
    "one": ((), (("look", _ONE),)),
    "several": ((), (("get_rain", _FULL), ("look", {"town": "007"}), ("look", {"town": "Bonn"}))),
    "text": ((Thinking(_THOUGHT), Text(_TEXT)), (("look", {"town": "São Paulo"}),)),
    "markup": ((Thinking(_THOUGHT),), (("look", {"town": _MARKUP}),)),
    "empty": ((), (("ping", {}),)),
}
_REPLY_END = re.compile(
    r"\s*(?:<\|im_end\|>|<\|eo[tm](?:_id)?\|>|</s>|\[e~\[|<\|end\|>|<end_of_sentence>|<\|end_of_text\|>|"
    r"<｜end▁of▁sentence｜>|<\|END_OF_TURN_TOKEN\|>|<seed:eos>|<\|observation\|>|<\|message_sep\|>\n\nfunction result|"
    r"<turn\||<\|tool_response>|<\|call\|>|<\|calls\|>|</assistant>|<\|role_end\|>|<sep>|<\|end_of_msg\|>|<SPECIAL_12>|"
    r"\[RESULT|<｜hy_eos:opensource｜>|<\|START_OF_TURN_TOKEN\|>|Let me see)"
)
_HINTS = {
    "bracket-think": "[THINK][/THINK]",
    "start-thinking": "<|START_THINKING|><|END_THINKING|>",
    "start-thinking-text": "<|START_THINKING|><|END_THINKING|><|START_TEXT|>",
    "seed-think": "<seed:think></seed:think>",
    "mm-think": "<mm:think></mm:think>",
    "inner-prefix": "<|inner_prefix|><|inner_suffix|>",
    "open-sep": "<|end_of_msg|><|open|>think<|close|>think",
    "gemma-channel": "<|channel><channel|>",
    "harmony": "<|channel|>",
    "solar": "<|think|><|content|>",
    "recipient-self": "to=self",
    "final-response": "[BEGIN FINAL RESPONSE]Here are my reasoning steps:",
    "think-tags-suffixed": "reasoning_mode_token<think:opensource></think:opensource>",
    "none": "",
}
"""What of a template tells its format of thinking; tags of `<think>` tell themselves."""


class _Family:
    def __init__(self, source: str) -> None:
        self.template = ChatTemplate(source, bos_token="<s>", eos_token="</s>")
        self.form: ReasoningFormat = format_for_template(source)
        controls = controls_for_template(source)
        self.wants = measured_wants(self.template, controls, self.form, limit_s=10.0)
        self.calls = self.wants.call_format
        self._variables = dict(controls.request_for("on" if controls.thinks else "auto").template_variables)

    def render(self, talk: list[Message]) -> str:
        return self.template.render(
            replayed(talk, self.wants, self.form),
            tools=TOOLS if self.wants.tools else (),
            wants=self.wants,
            variables=self._variables,
        )


def vectors_of(name: str, family: _Family) -> Iterator[dict[str, Any]]:
    """Yield replies with calls, and what should be read from them."""
    hint = _HINTS.get(family.form.name, "<think>\n</think>")
    common = {"template": name, "thinking_hint": hint}
    written: dict[str, tuple[str, str]] = {}
    for kind, (before, calls) in _KINDS.items():
        calls = calls[: 1 if family.wants.one_call_a_message else len(calls)]
        raw, tail = written[kind] = _reply(family, before, calls)
        if calls[0][0] not in raw:  # beside a text the template shows no call
            continue
        if family.form.starts_in_thinking and not any(marker in raw for marker in family.form.close_markers):
            raw = family.form.forced_close + raw
        thought = _THOUGHT if before and _THOUGHT in raw else ""
        text = _TEXT if Text(_TEXT) in before and _TEXT in raw else ""
        if text and f"{_THOUGHT}\n\n{_TEXT}" in raw:  # the template takes no text beside a thought and a call
            thought, text = f"{_THOUGHT}\n\n{_TEXT}", ""
        told = [{"name": called, "arguments": arguments} for called, arguments in calls]
        yield {**common, "kind": kind, "tail": tail, "raw": raw, "thinking": thought, "text": text, "calls": told}
    raw, tail = written["one"]
    call = raw[_call_at(family, raw) :]
    sentence = f"So one calls:\n\n~~~~\n{call}\n~~~~\nThat is how."
    tail = "" if not hint else tail
    closed = (family.form.forced_close or "") if hint and family.form.channels is None else ""
    if family.form.channels is None:
        answer = closed + sentence
        yield {**common, "kind": "fence", "tail": tail, "raw": answer, "thinking": "", "text": sentence, "calls": []}
        assert family.calls is not None
        opening = (re.split(r"[{( ]", family.calls.heads[0].lstrip("(")) if family.calls.heads else ["["])[0]
        sentence = f"The sign {opening} begins what I ask for, and {opening}, too."
        answer = closed + sentence
        yield {**common, "kind": "prose", "tail": tail, "raw": answer, "thinking": "", "text": sentence, "calls": []}
    raw, tail = written["several"]
    broken = raw.replace('"days": 3', '"days": three', 1)
    if broken == raw:
        return
    rest = _KINDS["several"][1][1:] if not family.wants.one_call_a_message else ()
    calls_told = [{"name": None}, *({"name": called, "arguments": arguments} for called, arguments in rest)]
    yield {**common, "kind": "broken", "tail": tail, "raw": broken, "thinking": "", "text": "", "calls": calls_told}


def _reply(family: _Family, before: tuple[Part, ...], calls: tuple[tuple[str, dict[str, Any]], ...]) -> tuple[str, str]:
    """Return what a model writes that calls so, and the end of the prompt before it."""
    parts = tuple(
        ToolCall(f"call{place:05d}", called, json.dumps(arguments, ensure_ascii=False))
        for place, (called, arguments) in enumerate(calls)
    )
    results = tuple(ToolResult(part.call_id, "RESULT") for part in parts)
    talk = [_QUESTION, Message("assistant", (*before, *parts)), Message("tool", results)]
    asked, whole = family.render([_QUESTION]), family.render(talk)
    at = next((place for place, (a, b) in enumerate(zip(asked, whole, strict=False)) if a != b), len(asked))
    marker = max(whole.rfind("<", 0, at), whole.rfind("｜", 0, at))
    if marker >= 0 and ">" not in whole[marker:at]:
        at = whole.rfind("<", 0, at)
    reply = whole[at:].removeprefix("<|CHATBOT_TOKEN|>")
    values = [str(value) for value in calls[-1][1].values()] or [calls[-1][0]]
    end = _REPLY_END.search(reply, max(reply.find(values[-1][-6:]), 0))
    return reply[: end.start() if end else None], whole[:at][-200:]


def _call_at(family: _Family, raw: str) -> int:
    heads = family.calls.heads if family.calls is not None else ()
    places = [raw.find(re.split(r"[{ ]", head.lstrip("("))[0].split(")")[0]) for head in heads]
    return min((place for place in places if place >= 0), default=0)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="write the vectors")
    parser.add_argument("--quick", action="store_true", help="cut into longer pieces only")
    options = parser.parse_args()
    by_format: dict[str, list[dict[str, Any]]] = defaultdict(list)
    unread, count, right = [], 0, 0
    for path in sorted(options.folder.glob("*.jinja")):
        try:
            family = _Family(path.read_text(encoding="utf-8"))
        except UserError:
            continue
        if not family.wants.tool_calls:
            continue
        if family.calls is None:
            unread.append(path.stem)
            continue
        found = list(vectors_of(path.stem, family))
        wrong = [
            vector["kind"]
            for vector in found
            if any(
                reading_of(vector, family.form, family.calls, TOOLS, size=size) != "right"
                for size in ((50, 5) if options.quick else (10_000, 1))
            )
        ]
        if len({vector["template"] for vector in by_format[family.calls.name]}) < _MOST_TEMPLATES:
            by_format[family.calls.name] += found
        count, right = count + len(found), right + len(found) - len(wrong)
        print(f"{path.stem}: {family.calls.name} | {len(found) - len(wrong)} of {len(found)} {' '.join(wrong)}")
    if options.write:
        _DATA.mkdir(exist_ok=True)
        for name, vectors in by_format.items():
            for place, vector in enumerate(vectors):
                vector["kept_aside"] = place % 2 == 1
            rows = ",\n".join(json.dumps(vector, ensure_ascii=False) for vector in vectors)
            (_DATA / f"{name}.json").write_text(f"[\n{rows}\n]\n", encoding="utf-8")
    print(json.dumps({"vectors": count, "right": right, "formats": len(by_format), "unread": unread}))


if __name__ == "__main__":
    main()
