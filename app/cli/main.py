"""Reads the command line, runs the command, and turns what went wrong into words and an exit code."""

from __future__ import annotations

import argparse
import importlib.metadata
import traceback
from collections.abc import Callable, Sequence
from typing import Any

from app.cli.option_values import Run
from app.cli.output import Output
from app.cli.streams import drop_output, prepare_streams
from app.errors import UsageError, UserError
from app.file_facts import may_be_there
from app.interrupts import INTERRUPTED, EarlyInterrupts
from app.paths import AppPaths

DONE = 0
USER_PROBLEM = 1
WRONG_USAGE = 2
BUG = 3

_COMMANDS = ("ask", "endpoints", "engine", "models", "self-check", "show-prompt", "tools")


def is_command(argv: Sequence[str]) -> bool:
    """Whether these arguments are for the command line; otherwise they open the window."""
    return bool(argv) and (argv[0] in _COMMANDS or argv[0] in ("-h", "--help", "--version") or _is_option(argv[0]))


def _is_option(argument: str) -> bool:
    return argument.startswith("-") and argument != "-"


def main(argv: Sequence[str], *, check_window: Callable[[], None], interrupts: EarlyInterrupts | None = None) -> int:
    """Run one command and return its exit code (design: 0 done, 1 problem, 2 usage, 3 bug, 130 interrupted).

    `check_window` opens the real window offscreen and raises if that fails; only the self-check calls it. `interrupts`
    has taken Ctrl+C so far; without it that raises `KeyboardInterrupt` from the start.
    """
    interrupts = interrupts or EarlyInterrupts(argv)
    prepare_streams()
    output = Output(is_json="--json" in argv, on_last=interrupts.tell_over)
    try:
        arguments = _parser(check_window).parse_args(list(argv))
        if arguments.command != "ask":  # what has been begun is put away on the way out
            interrupts.release()
        paths = AppPaths.from_environment()
        paths.keep_private()
        _tell_unread_settings(paths, output)
        run: Run = arguments.run
        return run(arguments, paths, output)
    except SystemExit as error:  # argparse: 0 after --help, 2 after a usage error
        return error.code if isinstance(error.code, int) else WRONG_USAGE
    except UsageError as error:
        output.error(error)
        return WRONG_USAGE
    except UserError as error:
        output.error(error)
        return USER_PROBLEM
    except KeyboardInterrupt:
        if argv and argv[0] == "ask":  # it came before the question was even read
            from app.cli import ask

            ask.tell_stopped(output)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has gone; nobody is left to tell
        drop_output()
        return USER_PROBLEM
    except Exception:  # the top: anything else is a bug, and said so
        output.bug(traceback.format_exc())
        return BUG


def _tell_unread_settings(paths: AppPaths, output: Output) -> None:
    if not may_be_there(paths.settings_file):
        return
    from app.settings import SettingsFile

    file = SettingsFile(paths.settings_file)
    file.load()
    if file.trouble is not None:
        output.warning(file.trouble)


class _Parser(argparse.ArgumentParser):
    """Writes help and errors without colours of its own: what is not seen is spelled out on a terminal."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.color = False  # Python 3.14


def _parser(check_window: Callable[[], None]) -> argparse.ArgumentParser:
    from app.cli import ask, endpoints, engine, models, self_check, show_prompt, tools

    parser: argparse.ArgumentParser = _Parser(
        prog="aside",
        description="Reason with open-weight models on your own machine. Without a command, the window opens.",
        epilog="aside FILE.gguf opens the window with that model.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Aside {importlib.metadata.version('aside')}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in (ask, endpoints, engine, models, show_prompt, tools):
        command.add_parser(commands)
    self_check.add_parser(commands, check_window)
    return parser
