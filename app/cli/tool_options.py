"""The options that give a model tools, and who may decide on its calls."""

from __future__ import annotations

import argparse
import contextlib
import json
import queue
import sys
import threading
from collections.abc import Callable, Iterator, Sequence

from app.cli.streams import is_terminal, write_error, write_error_line
from app.errors import UsageError
from app.inference.template_values import parsed_json
from app.messages import ToolCall
from app.paths import AppPaths
from app.settings import SettingsFile
from app.text import quoted, visible
from app.tools.chosen_tools import ToolAccess, chosen_tools
from app.tools.errors import NoSuchTool
from app.tools.server_process.messages import InputAsked
from app.tools.toolbox import OfferedTool, Toolbox


def add_tools_option(parser: argparse.ArgumentParser) -> None:
    """Declare which tools the prompt lists."""
    parser.add_argument(
        "--tools",
        type=_names,
        action="extend",
        default=[],
        metavar="NAME[,…]",
        help="what the model may call: a server, SERVER/TOOL, calculate, today, python or fetch",
    )


def add_permission_options(parser: argparse.ArgumentParser) -> None:
    """Declare what may be called without asking."""
    parser.add_argument(
        "--allow",
        type=_names,
        action="extend",
        default=[],
        metavar="NAME[,…]",
        help="carry out calls of these tools without asking; without a terminal others are refused",
    )
    parser.add_argument("--allow-all", action="store_true", help="carry out all calls of --tools without asking")


@contextlib.contextmanager
def opened_tools(arguments: argparse.Namespace, paths: AppPaths) -> Iterator[Toolbox]:
    """Yield the tools of `--tools`; servers that have been started end with it. Raises `UserError`."""
    allowed: list[str] = getattr(arguments, "allow", [])
    if not arguments.tools:
        if allowed or getattr(arguments, "allow_all", False):
            raise UsageError("There are no tools to allow.", "Add: --tools NAME")
        yield Toolbox(())
        return
    settings = SettingsFile(paths.settings_file).load
    is_over = threading.Event()
    access = ToolAccess(
        paths.tool_servers_file,
        is_offline=lambda: settings().stay_offline,
        proxy=lambda: settings().proxy,
        on_input=lambda asked: answered_on_terminal(asked, is_over.is_set),
    )
    with chosen_tools(arguments.tools, access) as toolbox:
        for name in allowed:
            if not any(tool.is_named(name) for tool in toolbox.tools.values()):
                raise NoSuchTool(name, list(dict.fromkeys(arguments.tools)))
        try:
            yield toolbox
        finally:
            is_over.set()


class CallPermission:
    """Decides on calls: what only computes and what `--allow` names may go, the rest is asked for on a terminal."""

    def __init__(self, allowed: Sequence[str], *, allows_all: bool) -> None:
        self._allowed = list(allowed)
        self._allows_all = allows_all
        self._can_ask = can_ask()

    def __call__(self, tool: OfferedTool, call: ToolCall, is_interrupted: Callable[[], bool]) -> bool:
        """Return whether a call may go."""
        if tool.only_computes or self._allows_all or any(tool.is_named(name) for name in self._allowed):
            return True
        if not self._can_ask:
            return False
        write_error(f"{visible(call.arguments)}\nMay {visible(tool.spec.name)} do this? [y]es, [a]lways, [n]o: ")
        answer = typed_line(is_interrupted).lower()
        if answer.startswith("a"):
            self._allowed.append(tool.spec.name)
        return answer.startswith(("y", "a"))


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",")]
    if not all(names):
        raise argparse.ArgumentTypeError("a name is empty")
    return names


# What a tool server asks the person in mid-call, as questions on the terminal; declined where there is none.

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


def answered_on_terminal(asked: InputAsked, is_over: Callable[[], bool] = lambda: False) -> str | None:
    """Ask the person; `None` where nobody sits at a terminal, and for what is declined."""
    return filled_in(asked, lambda: typed_line(is_over)) if can_ask() else None


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
