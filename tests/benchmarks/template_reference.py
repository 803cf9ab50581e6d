"""Compares prompts with those of the reference renderer, byte by byte, for a folder of chat templates and our idioms.

    uv run python tests/benchmarks/template_reference.py TEMPLATES_DIR [--quick]

The reference is Jinja as the transformers library sets it up (`tests/fakes/reference_renderer.py`); llama.cpp ships
real templates in its sources under `models/templates`, and `tests/data/template_idioms.json` holds idioms of others.
Each is given six talks: a question; a system prompt with one; a longer talk with a thought, both with and without the
generation prompt; tools declared; a call and its result. A row counts in how many both give the same bytes (`equal`),
both refuse (`refused`), only the reference refuses (`lenient`: here lists may be appended to, a name that is missing is
empty, and a refused system prompt goes into the question),
and the system prompt goes into the first question since the template drops it (`moved`), which the reference loses.
Anything else is a difference.

Templates that take tools are given two loops more, with a thought in each step and as measured when a model is loaded:
three calls one after the other, and one that is followed by two side by side. `loop: equal` has the bytes that the
reference makes of the field's usual values; `loop: adapted` those that it makes of what the template was measured to
want (one call a message, arguments as text, its own place for thoughts). Every call and result must be there in order.
Prints the rows, then one JSON object.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.errors import UserError
from app.inference.chat_template import ChatTemplate
from app.inference.protocol import TemplateWants, ThoughtField
from app.inference.replay import replayed
from app.inference.template_measuring import measured_wants
from app.inference.template_values import message_values, tool_value
from app.messages import Message, Text, Thinking, ToolCall, ToolResult, ToolSpec
from app.reasoning import ReasoningFormat, controls_for_template, format_for_template
from tests.fakes.reference_renderer import rendered_by_reference

_IDIOMS = Path(__file__).resolve().parents[1] / "data" / "template_idioms.json"
_NOW = dt.datetime(2026, 11, 30, 8, 15)
_WANTS = TemplateWants(tools=True, thoughts=ThoughtField.REASONING_CONTENT)
_TOKENS = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>"}
_TOOL = ToolSpec(
    "weather",
    "Tells how it is in a town.",
    '{"type": "object", "properties": {"town": {"type": "string", "description": "Größe"}}, "required": ["town"]}',
)
_ASKED = (Message.user("What is 2+2?"),)
_SYSTEM = (Message.system("You are brief."), *_ASKED)
_TALK = (*_SYSTEM, Message.assistant("Four.", "Two and two."), Message.user("  And 3+3?\n"))
_LOOP = (
    *_ASKED,
    Message("assistant", (Thinking("I look."), Text("Wait."), ToolCall("call12345", "weather", '{"town": "Ulm"}'))),
    Message("tool", (ToolResult("call12345", "Rain."),)),
)
_TRIP = ToolSpec(
    "trip",
    "Plans a trip.",
    '{"type": "object", "properties": {"to": {"type": "string", "description": "Where"}, '
    '"days": {"type": "integer", "description": "How many"}}, "required": ["to"]}',
)
_CALLS = (
    ToolCall("call00001", "weather", '{"town": "Ulm \\"Mitte\\""}'),
    ToolCall("call00002", "trip", '{"to": "Größenwahn", "days": 17}'),
    ToolCall("call00003", "weather", '{"town": "Zwickau"}'),
)
_RESULTS = tuple(
    ToolResult(call.call_id, text) for call, text in zip(_CALLS, ("Rain.", "Planned.", "Fog."), strict=True)
)
_ONE_BY_ONE = (
    *_SYSTEM,
    *(
        message
        for number, (call, result) in enumerate(zip(_CALLS, _RESULTS, strict=True))
        for message in (Message("assistant", (Thinking(f"Step {number}."), call)), Message("tool", (result,)))
    ),
)
_SIDE_BY_SIDE = (
    *_SYSTEM,
    Message("assistant", (Thinking("First."), _CALLS[0])),
    Message("tool", _RESULTS[:1]),
    Message("assistant", (Thinking("Then both."), *_CALLS[1:])),
    Message("tool", _RESULTS[1:]),
)
_CASES: tuple[tuple[tuple[Message, ...], tuple[ToolSpec, ...], bool], ...] = (
    (_ASKED, (), True),
    (_SYSTEM, (), True),
    (_TALK, (), True),
    (_TALK, (), False),
    (_SYSTEM, (_TOOL,), True),
    (_LOOP, (_TOOL,), True),
)


def outcomes(source: str) -> list[str]:
    """Return for each talk how both renderings compare."""
    return [_outcome(source, *case) for case in _CASES]


def _outcome(source: str, talk: tuple[Message, ...], tools: tuple[ToolSpec, ...], generates: bool) -> str:
    try:
        template = ChatTemplate(
            source, bos_token="<s>", eos_token="</s>", special_tokens={"pad_token": "<pad>"}, now=lambda: _NOW
        )
        ours: str | None = template.render(talk, tools=tools, wants=_WANTS, add_generation_prompt=generates)
    except UserError:
        ours = None
    in_parts = ours is not None and bool(template._wants_parts)
    reference = _by_reference(source, talk, tools, generates=generates, in_parts=in_parts)
    if ours is None or reference is None:
        return "refused" if ours == reference else "lenient" if reference is None else "difference"
    if ours == reference:
        return "equal"
    system, *rest = talk
    if system.role != "system" or system.text.casefold() in reference.casefold():
        return "difference"
    merged = (Message.user(f"{system.text}\n\n{rest[0].text}"), *rest[1:])
    moved = _by_reference(source, merged, tools, generates=generates, in_parts=in_parts)
    return "moved" if ours == moved else "difference"


def _by_reference(
    source: str, talk: tuple[Message, ...], tools: tuple[ToolSpec, ...], *, generates: bool, in_parts: bool
) -> str | None:
    values: dict[str, Any] = {
        **_TOKENS,
        "messages": [value for one in talk for value in message_values(one, _WANTS, in_parts=in_parts)],
        "add_generation_prompt": generates,
    }
    if tools:
        values["tools"] = [tool_value(tool) for tool in tools]
    try:
        return rendered_by_reference(source, values, now=_NOW)
    except Exception:  # a template may raise anything
        return None


def loop_outcomes(source: str) -> list[str]:
    """Return for each loop of calls how both renderings compare; nothing for a template that takes no tools."""
    try:
        template = ChatTemplate(source, bos_token="<s>", eos_token="</s>", now=lambda: _NOW)
    except UserError:
        return []
    form, controls = format_for_template(source), controls_for_template(source)
    wants = measured_wants(template, controls, form, limit_s=10.0)
    if not wants.can_use_tools:
        return []
    level = controls.request_for("on" if controls.thinks else "auto")
    variables = dict(level.template_variables)
    return [f"loop: {_loop_outcome(source, template, talk, wants, form, variables)}" for talk in _LOOPS]


_LOOPS = (_ONE_BY_ONE, _SIDE_BY_SIDE)


def _loop_outcome(
    source: str,
    template: ChatTemplate,
    talk: tuple[Message, ...],
    wants: TemplateWants,
    form: ReasoningFormat,
    variables: dict[str, object],
) -> str:
    tools = (_TOOL, _TRIP)
    given = replayed(list(talk), wants, form)
    try:
        ours = template.render(given, tools=tools, wants=wants, variables=variables)
    except UserError:
        return "refused"
    if not _holds_all(ours):
        return "left out"
    in_parts = bool(template._wants_parts)
    references = []
    for name, wanted, messages in (("equal", _USUAL, talk), ("adapted", wants, given)):
        system, *rest = messages
        merged = (Message.user(f"{system.text}\n\n{rest[0].text}"), *rest[1:])
        for one in (messages, merged):
            values = [value for message in one for value in message_values(message, wanted, in_parts=in_parts)]
            references.append(_loop_by_reference(source, values, tools, variables))
            if ours == references[-1]:
                return name
    return "difference" if any(references) else "lenient"


_USUAL = TemplateWants(tools=True, tool_calls=True, tool_results=True, thoughts=ThoughtField.REASONING_CONTENT)


def _holds_all(prompt: str) -> bool:
    """Whether all calls, arguments and results are in the prompt, each behind the one before."""
    at = prompt.find("2+2")
    for words in (("weather", "Ulm"), ("Rain.",), ("trip", "enwahn"), ("weather", "Zwickau"), ("Fog.",)):
        places = [prompt.find(word, at) for word in words]
        if min(places) < 0:
            return False
        at = max(at, min(places)) if "trip" not in words else at
    return "17" in prompt and "Planned." in prompt


def _loop_by_reference(
    source: str, values: list[dict[str, object]], tools: tuple[ToolSpec, ...], variables: dict[str, object]
) -> str | None:
    given = {**_TOKENS, **variables, "messages": values, "tools": [tool_value(tool) for tool in tools]}
    try:
        return rendered_by_reference(source, {**given, "add_generation_prompt": True}, now=_NOW)
    except Exception:  # a template may raise anything
        return None


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="the same: there is nothing to shorten")
    folder: Path = parser.parse_args().folder
    idioms = json.loads(_IDIOMS.read_text(encoding="utf-8"))
    rows = [("template", path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.jinja"))]
    rows += [("idiom", idiom["id"], idiom["source"]) for idiom in idioms]
    sums: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    different = []
    for kind, name, source in rows:
        counts = collections.Counter([*outcomes(source), *loop_outcomes(source)])
        sums[kind] += counts
        if any(counts[f"{loop}{what}"] for loop in ("", "loop: ") for what in ("difference", "left out")):
            different.append(name)
        print(f"{kind}: {name} | " + ", ".join(f"{what}: {count}" for what, count in sorted(counts.items())))
    found = collections.Counter(kind for kind, _, _ in rows)
    print(json.dumps({**found, "differences": len(different), "different": different, "outcomes": sums}))


if __name__ == "__main__":
    main()
