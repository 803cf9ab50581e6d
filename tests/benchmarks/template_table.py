"""A table of how each chat template in a folder thinks: format, switches, what its prompt leaves open, what it wants.

    uv run python tests/benchmarks/template_table.py TEMPLATES_DIR [--quick]

llama.cpp ships real templates in its sources under `models/templates`. For each template: the format that was
detected, the levels that its switches have, and for a prompt with nothing set, `auto` and each level what it leaves
open (`open`: inside a thought; `closed`: after an empty one; `not open`: the model decides). An earlier turn quotes
markers and has a thought, which must not matter: two states in one cell mean that it does. Then what it wants back of
earlier replies, as measured when a model is loaded: tools, the field of thoughts (`field`), whether they are repeated
in a tool loop (`loop`), in a conversation without tools (`in history`) and with them (`with tools`), and whether a
switch decides (`switch`); `calls` says how calls have to be written; `measured_ms` is what the measuring took.
Prints the rows, then one JSON object; `failed` names templates that do not render, `median_ms` and `max_ms` are of the
measuring.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.errors import UserError
from app.inference.chat_template import ChatTemplate
from app.inference.marker_guard import CUT, MarkerGuard
from app.inference.template_measuring import measured_wants
from app.messages import Message, Part, Text, Thinking
from app.reasoning import ThinkingRequest, controls_for_template, format_for_template, state_of_prompt

_QUESTION = (Message.user("What is 2+2?"),)
_TALK = (
    Message.user("Do you write <think> and </think>, [THINK] or <|channel|>analysis<|message|>?"),
    Message.assistant("Some models do.", thinking="They ask about markers."),
    Message.user("Thank you. What is 2+2?"),
)
_TAIL_CHARACTERS = 400
_GUARD = MarkerGuard(("<think>", "</think>", "[THINK]", "<|channel|>", "<|message|>"))
"""As in the app, where a marker that a person types has a cut in it."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="the same: there is nothing to shorten")
    folder: Path = parser.parse_args().folder
    rows = [_row(path) for path in sorted(folder.glob("*.jinja"))]
    for row in rows:
        print(" | ".join(f"{key}: {value}" for key, value in row.items()))
    failed = [row["template"] for row in rows if "fails" in row["states"]]
    times = [float(row["measured_ms"]) for row in rows]
    summary = {"median_ms": statistics.median(times), "max_ms": max(times)} if times else {}
    print(json.dumps({"templates": len(rows), "failed": failed, **summary, "rows": rows}, ensure_ascii=False))


def _row(path: Path) -> dict[str, str]:
    source = path.read_text(encoding="utf-8")
    form = format_for_template(source)
    controls = controls_for_template(source)
    requests = {"unset": ThinkingRequest(), "auto": controls.request_for("auto")}
    requests |= {level.value: controls.request_for(level) for level in controls.levels}
    states = {name: _state(source, request) for name, request in requests.items()}
    return {
        "template": path.stem,
        "format": form.name,
        "opened": "by prompt" if form.opened_by_prompt else "by model",
        "implicit": " ".join(form.implicit_closes),
        "wrappers": " ".join(wrapper.open_marker for wrapper in form.wrappers),
        "close": repr(form.forced_close),
        "default": controls.default.value,
        "history": " ".join(name for name, _ in controls.keep_history),
        "states": ", ".join(f"{name}={state}" for name, state in states.items()),
        **_wants(source),
    }


def _wants(source: str) -> dict[str, str]:
    try:
        template = ChatTemplate(source, bos_token="<s>", eos_token="</s>")
    except UserError:
        return {"measured_ms": "0"}
    began = time.perf_counter()
    wants = measured_wants(template, controls_for_template(source), format_for_template(source))
    measured_ms = (time.perf_counter() - began) * 1000
    forms = {
        "no calls": not wants.tool_calls,
        "no results": not wants.tool_results,
        "arguments as text": wants.arguments_as_text,
        "short ids": wants.short_call_ids,
        "one a message": wants.one_call_a_message,
        "no text beside": not wants.text_with_calls,
    }
    return {
        "tools": _yes(wants.tools),
        "calls": ", ".join(form for form, holds in forms.items() if holds),
        "field": wants.thoughts.value,
        "loop": _yes(wants.in_tool_loop) + (" (while thinking)" if wants.only_while_thinking else ""),
        "in history": _yes(wants.in_history),
        "with tools": wants.in_history_with_tools.value,
        "switch": _yes(wants.can_keep_thoughts),
        "measured_ms": f"{measured_ms:.0f}",
    }


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _state(source: str, request: ThinkingRequest) -> str:
    states = {_state_after(source, messages, request) for messages in (_QUESTION, _TALK)}
    return "/".join(sorted(states))


def _state_after(source: str, messages: tuple[Message, ...], request: ThinkingRequest) -> str:
    messages = tuple(Message(m.role, tuple(map(_protected, m.parts))) for m in messages)
    if request.system_suffix:
        messages = (Message.system(request.system_suffix), *messages)
    try:
        template = ChatTemplate(source, bos_token="<s>", eos_token="</s>")
        prompt = template.render(messages, variables=dict(request.template_variables))
    except UserError as error:
        return f"fails ({error.details.splitlines()[0] if error.details else error})"
    return state_of_prompt(format_for_template(source), prompt[-_TAIL_CHARACTERS:].replace(CUT, "")).value


def _protected(part: Part) -> Part:
    return replace(part, text=_GUARD.protect(part.text)) if isinstance(part, Text | Thinking) else part


if __name__ == "__main__":
    main()
