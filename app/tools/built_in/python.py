"""*Python*: runs what a model has written, in a sandbox of its own process: no files, no network, bounded.

Each call begins anew. What is printed comes back, and the value of the last line.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import psutil

from app.cancellation import StopSignal
from app.messages import ToolSpec
from app.tools.built_in.built_in_tool import BuiltInTool, CallAtWork, ToolFailed, text_argument

if TYPE_CHECKING:
    from pydantic_monty import Monty

_MOST_S = 10.0
_GRACE_S = 2.0
_MOST_MEMORY_BYTES = 256 * 2**20
_MOST_PRINTED_BYTES = 1 << 20
_LONGEST_CODE = 100_000
_starting = threading.Lock()


def _python(arguments: Mapping[str, object], call: CallAtWork) -> str:
    from pydantic_monty import CollectString, MontyCrashedError, MontyError

    code = text_argument(arguments, "code")
    if len(code) > _LONGEST_CODE:
        raise ToolFailed(f"The code is longer than {_LONGEST_CODE:,} characters.")
    printed = CollectString(_MOST_PRINTED_BYTES)
    try:
        with (
            _sandbox(call.stop) as pool,
            pool.checkout(limits={"max_feed_duration_secs": _MOST_S, "max_memory": _MOST_MEMORY_BYTES}) as session,
        ):
            value = session.feed_run(code, print_callback=printed)
    except MontyCrashedError as error:
        call.stop.check()
        raise ToolFailed(f"Python ended: too much memory or time. {error}".strip()) from None
    except MontyError as error:
        raise ToolFailed(f"{printed.output}{error}") from None
    except (OSError, RuntimeError) as error:  # its program is missing, or may not be run
        raise ToolFailed("Python did not start.") from error
    try:
        last = "" if value is None else repr(value)
    except ValueError:  # an integer of more digits than Python writes
        last = hex(value) if isinstance(value, int) else ""
    return "\n".join(part for part in (printed.output.rstrip("\n"), last) if part) or "(nothing was printed)"


@contextlib.contextmanager
def _sandbox(stop: StopSignal) -> Iterator[Monty]:
    """Yield a sandbox whose process ends when stopped: it takes no other word while it computes."""
    from pydantic_monty import Monty

    ours = psutil.Process()
    with contextlib.ExitStack() as opened:
        with _starting:
            before = {child.pid for child in ours.children()}
            pool = opened.enter_context(Monty(max_processes=1, request_timeout=_MOST_S + _GRACE_S))
            workers = [child for child in ours.children() if child.pid not in before and "monty" in child.name()]

        def end() -> None:
            for worker in workers:
                with contextlib.suppress(psutil.Error):
                    worker.kill()

        opened.enter_context(stop.calling(end))
        yield pool


PYTHON = BuiltInTool(
    ToolSpec(
        "python",
        "Runs Python code without files, network and third-party packages; returns what it prints and its last value.",
        '{"type": "object", "properties": {"code": {"type": "string"}}, "required": ["code"]}',
    ),
    _python,
)
