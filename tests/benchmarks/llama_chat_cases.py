"""Reads llama.cpp's own chat tests where they lie, and compares calls, thoughts and texts of those with tools.

    uv run python tests/benchmarks/llama_chat_cases.py LLAMA_CPP_DIR [--quick]

LLAMA_CPP_DIR is `vendor/llama.cpp` in the source distribution of llama-cpp-python; nothing of it is kept here. Each
case of `tests/test-chat.cpp` that has tools is read in pieces of three characters through both stages, after the prompt
of its template. A case is `equal`, or differs in `text`, `thought` or `calls`; those that differ are printed. What
differs by intent: a call that a test cuts in the middle is none here; a thought is one also where a test leaves it in
the text; markers of a turn's end, which the engine takes out, stay; an object is one where a schema allows it.
Prints the cases that differ, then one JSON object.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.chat_template import ChatTemplate
from app.inference.replay import replayed
from app.inference.template_measuring import measured_wants
from app.inference.template_values import parsed_json
from app.messages import Message, ReplyPart, Text, Thinking, ToolCall, ToolSpec
from app.reasoning import StreamSplitter, controls_for_template, format_for_template
from app.reasoning.tool_calls import NO_CALLS, CallReader

_RAW = re.compile(r'R"([^\s()]*)\(')
_WORD = re.compile(r"(?<!\w)(true|false)(?!\w)")
_LITERALS = {"{": "[", "}": "]"}
_LINK = re.compile(r"\s*(?://[^\n]*\n\s*)*\.\s*(\w+)\(")
_TESTERS = re.compile(r'auto (tst\w*)\s*=\s*peg_tester\((?:"([^"]+)"|(\w+))')
_TESTS = re.compile(r"\b(tst\w*)\.test\(")
_LOCALS = re.compile(
    r"(?:static )?(?:const )?(?:std::string|auto|common_chat_tool|std::vector<common_chat_tool>) +(\w+)\s*=\s*"
)
_TOOLS = re.compile(r"(?:static|const)\s+(?:const\s+)?common_chat_tool\s+(\w+)\s*(?:=\s*)?(?=\{)")
_MESSAGES = re.compile(r"const common_chat_msg (message_\w+)\s*=\s*(?=simple_assist_msg\()")
_TEMPLATES = {"template_path": ("LFM2.5-8B-A1B",), "path": ("Qwen-Qwen2.5-7B-Instruct", "Qwen-Qwen3-0.6B")}
"""What loops in the tests go through."""


def _skip(source: str, at: int) -> int:
    """Return the place behind a string or a comment that begins at `at`, or behind one character."""
    raw = _RAW.match(source, at)
    if raw is not None:
        return source.index(f'){raw[1]}"', raw.end()) + len(raw[1]) + 2
    if source.startswith("//", at):
        return source.index("\n", at)
    if source.startswith("/*", at):
        return source.index("*/", at) + 2
    if source[at] == '"':
        end = at + 1
        while source[end] != '"':
            end += 2 if source[end] == "\\" else 1
        return end + 1
    return at + 1


def _end_of(source: str, at: int, stops: str = ")]}") -> int:
    """Return the place where what is open at `at` closes, or a statement ends."""
    depth = 0
    while True:
        sign = source[at]
        depth += (sign in "([{") - (sign in ")]}")
        if (sign in stops and not depth) or depth < 0:
            return at
        at = _skip(source, at)


def _python(source: str) -> str:
    """Return an expression of C++ as one of Python: strings, lists, truth values and calls."""
    pieces, at = [], 0
    while at < len(source):
        end = _skip(source, at)
        raw, word = _RAW.match(source, at), _WORD.match(source, at)
        if raw is not None:
            pieces.append(f" {source[raw.end() : end - len(raw[1]) - 2]!r} ")
        elif source[at] == '"':
            text = source[at + 1 : end - 1].replace("\\'", "'").replace("\n", "\\n")
            pieces.append(f" {json.loads(chr(34) + re.sub(r'.x(..)', _hex, text) + chr(34))!r} ")
        elif word is not None:
            end = word.end()
            pieces.append(word[1].capitalize())
        elif end == at + 1:
            pieces.append(_LITERALS.get(source[at], source[at]))
        at = end
    return "(" + "".join(pieces).replace("::", "_").strip() + ")"


def _hex(found: re.Match[str]) -> str:
    return f"\\u00{found[1]}" if found[0].startswith("\\") else found[0]


def _message(content: str = "", thought: str = "", name: str = "", arguments: str = "", call_id: str = "") -> Any:
    return {"content": content, "thought": thought, "calls": [[name, arguments]] if name or call_id else []}


def _names(source: str) -> dict[str, Any]:
    """Return what the tests give names to."""
    names: dict[str, Any] = {name: name for name in re.findall(r"COMMON_\w+", source)}
    names |= {
        "simple_assist_msg": _message,
        "message_with_tool_calls": lambda name, arguments: _message("", "", name, arguments),
        "message_with_tool_calls_and_reasoning": lambda name, args, thought: _message("", thought, name, args),
        "message_with_reasoning_and_tool_call": lambda thought, name, args: _message("", thought, name, args),
        "message_with_content_and_tool_call": lambda content, name, args: _message(content, "", name, args),
        "message_with_reasoning_content_and_multiple_tool_calls": lambda thought, content, calls: {
            "content": content,
            "thought": thought,
            "calls": calls,
        },
        "std_string": str,
        "message_user": {},
    }
    for found in [*_TOOLS.finditer(source), *_MESSAGES.finditer(source)]:
        begin = found.end()
        end = _end_of(source, begin if source[begin] == "{" else source.index("(", begin)) + 1
        names[found[1]] = _value(source[begin:end], names)
    tools = source.index("std::vector<common_chat_tool> tools{") + len("std::vector<common_chat_tool> tools")
    return names | {"tools": _value(source[tools : _end_of(source, tools) + 1], names)}


def _value(source: str, names: dict[str, Any]) -> Any:
    return eval(_python(source), {"__builtins__": {}}, names)


def cases_in(source: str) -> Iterator[dict[str, Any]]:
    """Yield each case: its line and templates, its input, and what it is asked and expected with."""
    names = _names(source)
    testers: dict[str, str] = {}
    marks = [(one.start(), kind, one) for kind, form in _FORMS.items() for one in form.finditer(source)]
    for start, kind, found in sorted(marks, key=lambda mark: mark[0]):
        if kind == "tester":
            testers[found[1]] = found[2] or found[3]
        elif kind == "local":
            try:
                names[found[1]] = _value(source[found.end() : _end_of(source, found.end(), ";")], names)
            except Exception:  # it is of no use for a case
                continue
        elif found[1] in testers:
            end = _end_of(source, found.end() - 1)
            case = {"line": source.count("\n", 0, start) + 1, "template": testers[found[1]]}
            case["input"] = _value(source[found.end() - 1 : end + 1], names)
            while (link := _LINK.match(source, end + 1)) is not None and link[1] != "run":
                end = _end_of(source, link.end() - 1)
                given = source[link.end() : end].strip()
                try:
                    case[link[1]] = _value(given, names) if given else True
                except NameError:  # messages before the reply, which do not matter here
                    case[link[1]] = None
            yield case


_FORMS = {"tester": _TESTERS, "test": _TESTS, "local": _LOCALS}


def compared(case: dict[str, Any], source: str) -> tuple[list[str], str]:
    """Return in what a case differs, and what was read."""
    template, form = ChatTemplate(source, bos_token="<s>", eos_token="</s>"), format_for_template(source)
    controls = controls_for_template(source)
    wants = measured_wants(template, controls, form, limit_s=10.0)
    tools = tuple(ToolSpec(*tool[:3]) for tool in case.get("tools") or ())
    thinks = case.get("enable_thinking", True)
    level = "on" if thinks and controls.thinks else "off" if not thinks and controls.can_be_disabled else "auto"
    prompt = template.render(
        replayed([Message.user("Hey there!")], wants, form),
        tools=tools if wants.tools else (),
        wants=wants,
        variables=dict(controls.request_for(level).template_variables),
    )
    splitter = StreamSplitter(form, prompt_tail=prompt[-4096:], tools_offered=bool(tools), awaits_close=False)
    reader = CallReader(wants.call_format or NO_CALLS, tools)
    said, parts = case["input"], list[ReplyPart]()
    for at in range(0, len(said), 3):
        parts += reader.feed(splitter.feed(said[at : at + 3]))
    parts += [*reader.feed(splitter.finish()), *reader.finish(is_cut=bool(case.get("is_partial")))]
    expected = dict(case.get("expect") or _message())
    expected["content"] = case.get("expect_content", expected["content"])
    expected["thought"] = case.get("expect_reasoning", expected["thought"])
    expected["calls"] = case.get("expect_tool_calls", expected["calls"])
    text = "".join(part.text for part in parts if isinstance(part, Text)).strip()
    thought = "".join(part.text for part in parts if isinstance(part, Thinking)).strip()
    calls = [(part.name, parsed_json(part.arguments)) for part in parts if isinstance(part, ToolCall)]
    differs = {
        "text": text != expected["content"].strip(),
        "thought": thought != expected["thought"].strip(),
        "calls": calls != [(call[0], parsed_json(call[1])) for call in expected["calls"]],
    }
    return [name for name, is_different in differs.items() if is_different], f"{thought!r} | {text!r} | {calls}"


def main() -> None:
    """Print what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="the same: there is nothing to shorten")
    folder: Path = parser.parse_args().folder
    counts: collections.Counter[str] = collections.Counter()
    for case in cases_in((folder / "tests" / "test-chat.cpp").read_text(encoding="utf-8")):
        if not case.get("tools"):
            continue
        for name in _TEMPLATES.get(case["template"], (Path(case["template"]).stem,)):
            source = (folder / "models" / "templates" / f"{name}.jinja").read_text(encoding="utf-8")
            differs, read = compared(case, source)
            counts[" and ".join(differs) or "equal"] += 1
            if differs:
                cut = " (cut)" if case.get("is_partial") else ""
                print(f"line {case['line']}, {name}{cut}: {' and '.join(differs)}\n  {case['input']!r}\n  {read}")
    print(json.dumps({"cases": counts.total(), **counts}))


if __name__ == "__main__":
    main()
