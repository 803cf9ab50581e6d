"""`aside self-check`: does everything that Aside stands on work here? What a packaged build must pass."""

from __future__ import annotations

import argparse
import functools
import importlib.metadata
import platform
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.cli.engine_choice import model_named, starter_model
from app.cli.engine_run import EngineRun
from app.cli.option_values import Commands
from app.cli.output import Output
from app.engines.model_ref import LocalFile
from app.errors import UserError
from app.file_facts import may_be_there
from app.inference.protocol import GenerationRequest, LoadOptions, RunDelta, RunFinished
from app.messages import Message, Sampling, Text
from app.paths import AppPaths

_QUESTION = "What is 2 + 3?"
_MAX_TOKENS = 400
_NO_PROGRAM = "aside-no-such-program"


class SelfCheckFailed(UserError):
    """One of the checks failed."""

    message = "The self-check failed: {what}."
    advice = "Reinstall Aside; if that does not help, report this with the text above."


def add_parser(commands: Commands, check_window: Callable[[], None]) -> None:
    """Declare the command."""
    parser = commands.add_parser("self-check", help="check that everything works on this computer", allow_abbrev=False)
    parser.set_defaults(run=functools.partial(run, check_window=check_window))
    parser.add_argument("--model", metavar="NAME|PATH", help="check with this model instead of the built-in starter")


def run(arguments: argparse.Namespace, paths: AppPaths, output: Output, *, check_window: Callable[[], None]) -> int:
    """Check and print what was found; returns 0, or raises the first failure."""
    from app.cli.document_check import missing_part

    began = time.monotonic()
    output.line(f"Aside {importlib.metadata.version('aside')}")
    output.line(f"Python {platform.python_version()} on {platform.platform()}")
    _check_engine(arguments.model, paths, output)
    _check_database(paths, output)
    with _timed(output, "formulas, code and PDF files read"):
        if missing := missing_part():
            raise SelfCheckFailed(what=f"this copy lacks {missing}")
    _check_tools(output)
    with _timed(output, "window opened"):
        try:
            check_window()
        except UserError:
            raise
        except Exception as error:  # whatever Qt or the platform raises, it means that the window does not open
            what = f"the window does not open ({error})"
            raise SelfCheckFailed(what=what, details=repr(error)) from error
    output.line(f"All is well ({time.monotonic() - began:.1f} s).")
    return 0


def _check_engine(model_name: str | None, paths: AppPaths, output: Output) -> None:
    model = model_named(model_name, paths) if model_name else starter_model(paths)
    with EngineRun() as engine:
        with _timed(output, f"model loaded: {model.name}"):
            info = engine.load(
                LocalFile(str(model.path)), LoadOptions(context=2048), on_progress=lambda _fraction: None
            )
        placement = info.placement
        if placement is not None:
            output.line(f"  engine {engine.engine_name}, backend {placement.backend} {placement.device}".rstrip())
        request = GenerationRequest(
            messages=(Message.user(_QUESTION),), sampling=Sampling(temperature=0.0, max_tokens=_MAX_TOKENS)
        )
        answer: list[str] = []
        with _timed(output, "question answered"):
            for event in engine.answer(request):
                if isinstance(event, RunDelta):
                    answer += [part.text for part in event.parts if isinstance(part, Text)]
                elif isinstance(event, RunFinished) and event.stats.tokens_per_s is not None:
                    output.line(f"  {event.stats.tokens_per_s:.0f} tokens/s")
        text = "".join(answer).strip()
        output.line(f"  {_QUESTION} {text.splitlines()[0] if text else ''}")
        if not text:
            raise SelfCheckFailed(what="the model gave no answer")
        if model_name is None and "5" not in text:
            raise SelfCheckFailed(what="the starter model cannot add", details=text)


def _check_database(paths: AppPaths, output: Output) -> None:
    from app.history.store import HistoryStore

    with _timed(output, "database checked"):
        with tempfile.TemporaryDirectory() as folder:
            _write_and_read(Path(folder) / "check.sqlite3")
        if may_be_there(paths.database):
            store = HistoryStore.open(paths.database)
            try:
                store.check_integrity()
            finally:
                store.close()


def _write_and_read(path: Path) -> None:
    from app.history.store import HistoryStore

    store = HistoryStore.open(path)
    try:
        conversation = store.create_conversation("check")
        question = store.add_question(conversation.id, None, _QUESTION)
        if [message.id for message in store.branch(conversation.id)] != [question.id]:
            raise SelfCheckFailed(what="the database does not return what was written")
        store.check_integrity()
    finally:
        store.close()


def _check_tools(output: Output) -> None:
    """Check what tools stand on: the sandbox's program, and the process that alone imports the servers' protocol."""
    from app.tools.built_in.built_in_tool import CallAtWork, ToolFailed
    from app.tools.built_in.python import PYTHON
    from app.tools.errors import ToolServerProblem
    from app.tools.kept_servers import KeptServer
    from app.tools.tool_servers import ToolServers

    with _timed(output, "tools tried"):
        try:
            PYTHON.run({"code": "6 * 7"}, CallAtWork())
        except (ToolFailed, ImportError) as error:
            details = repr(error.__cause__ or error)
            raise SelfCheckFailed(what="a model's Python does not run", details=details) from error
        servers = ToolServers(is_offline=lambda: True)
        try:
            servers.open(KeptServer("self-check", (_NO_PROGRAM,)))
        except ToolServerProblem as problem:
            if _NO_PROGRAM not in problem.message_text():  # the process did not come as far as to look for it
                raise SelfCheckFailed(what="the tools process does not work", details=str(problem)) from problem
        finally:
            servers.close()


@contextmanager
def _timed(output: Output, what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    output.line(f"ok  {what} ({time.monotonic() - began:.2f} s)")
