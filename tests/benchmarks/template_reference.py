"""Compares prompts with those of the reference renderer, byte by byte, for a folder of chat templates and our idioms.

    uv run python tests/benchmarks/template_reference.py TEMPLATES_DIR [--quick]

The reference is Jinja as the transformers library sets it up (`tests/fakes/reference_renderer.py`); llama.cpp ships
real templates in its sources under `models/templates`, and `tests/data/template_idioms.json` holds idioms of others.
Each is given six talks: a question; a system prompt with one; a longer talk with a thought, both with and without the
generation prompt; tools declared; a call and its result. A row counts in how many both give the same bytes (`equal`),
both refuse (`refused`), only the reference refuses (`lenient`: here lists may be appended to, a name that is missing is
empty, and a refused system prompt goes into the question),
and the system prompt goes into the first question since the template drops it (`moved`), which the reference loses.
Anything else is a difference. Prints the rows, then one JSON object.
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
from app.inference.template_values import message_values, tool_value
from app.messages import Message, Text, Thinking, ToolCall, ToolResult, ToolSpec
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
        counts = collections.Counter(outcomes(source))
        sums[kind] += counts
        if counts["difference"]:
            different.append(name)
        print(f"{kind}: {name} | " + ", ".join(f"{what}: {count}" for what, count in sorted(counts.items())))
    found = collections.Counter(kind for kind, _, _ in rows)
    print(json.dumps({**found, "differences": len(different), "different": different, "outcomes": sums}))


if __name__ == "__main__":
    main()
