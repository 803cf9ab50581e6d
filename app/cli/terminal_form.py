"""What a tool server asks the person in mid-call, as questions on the terminal; declined where there is none."""

from __future__ import annotations

import contextlib
import json
import queue
import sys
import threading
from collections.abc import Callable

from app.cli.streams import is_terminal, write_error, write_error_line
from app.inference.template_values import parsed_json
from app.text import quoted, visible
from app.tools.server_process.messages import InputAsked

_LOOK_S = 0.1
_MOST_FIELDS = 20
Value = str | int | float | bool


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and is_terminal(sys.stderr)


def typed_line(is_interrupted: Callable[[], bool]) -> str:
    """Return the line that is typed next; empty if Ctrl+C comes before."""
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=lambda: lines.put(sys.stdin.readline()), name="typed-line", daemon=True).start()
    while not is_interrupted():
        with contextlib.suppress(queue.Empty):
            return lines.get(timeout=_LOOK_S).strip()
    return ""


def filled_in(asked: InputAsked, read_line: Callable[[], str]) -> str | None:
    """Ask for each field of a form; returns JSON of it, `None` where it is declined or a value is none."""
    write_error_line(f"{asked.server} asks: {visible(asked.message)}")
    if asked.url:
        write_error(f"Open {visible(asked.url)} in a browser. Done? [y]es, [n]o: ")
        return "{}" if read_line().lower().startswith("y") else None
    schema = parsed_json(asked.schema)
    fields = schema.get("properties") if isinstance(schema, dict) else None
    required = schema.get("required") if isinstance(schema, dict) else None
    if not isinstance(fields, dict) or len(fields) > _MOST_FIELDS:
        return None
    values: dict[str, Value] = {}
    for name, field in fields.items():
        kind = field if isinstance(field, dict) else {}
        told = quoted(str(kind.get("description") or kind.get("title") or kind.get("type") or ""), longest=200)
        write_error(f"{quoted(name)} ({told}): ")
        line = read_line()
        if not line and isinstance(required, list) and name in required:
            return None
        if line:
            value = _value(line, kind.get("type"))
            if value is None:
                return None
            values[name] = value
    return json.dumps(values)


def _value(line: str, kind: object) -> Value | None:
    with contextlib.suppress(ValueError):
        match kind:
            case "boolean":
                return line.lower() in ("y", "yes", "true", "1")
            case "integer":
                return int(line)
            case "number":
                return float(line)
            case _:
                return line
    return None
