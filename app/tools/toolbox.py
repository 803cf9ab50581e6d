"""The tools that a question offers, and a thread for each call of them that is at work."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.cancellation import Cancelled, StopSignal
from app.inference.template_values import parsed_json
from app.messages import ToolCall, ToolResult, ToolSpec
from app.tools.built_in.built_in_tool import BuiltInTool, CallAtWork, CallProgress, ToolFailed, ToolOutput

_LONGEST_NAME = 64
"""What servers of models take."""
_END_S = 5.0
_GIVEN_UP = "The call was given up."
_GONE = "This tool is not there any more."
_BUG = "The tool failed by a mistake of Aside's."
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OfferedTool:
    """A tool as a model is told of it; `run` as in `BuiltInTool`. `server` is empty for one of Aside's own."""

    spec: ToolSpec
    run: Callable[[Mapping[str, object], CallAtWork], ToolOutput]
    server: str = ""
    tool: str = ""
    """What it is called at its server."""
    only_computes: bool = False
    source: str = ""
    """The command or address of its server."""

    @classmethod
    def built_in(cls, own: BuiltInTool) -> OfferedTool:
        """Return one of Aside's own."""

        def run(arguments: Mapping[str, object], call: CallAtWork) -> ToolOutput:
            return ToolOutput(own.run(arguments, call))

        return cls(own.spec, run, tool=own.spec.name, only_computes=own.only_computes)

    @property
    def person_name(self) -> str:
        """What people call it: `SERVER/TOOL`, or the name of one of Aside's own."""
        return f"{self.server}/{self.tool}" if self.server else self.tool

    @property
    def fingerprint(self) -> str:
        """What is another as soon as its server tells of it otherwise, or is another; empty for one of Aside's own."""
        if not self.server:
            return ""
        import hashlib  # brings OpenSSL, 4 MB, and is seldom needed

        told = "\0".join((self.source, self.spec.description, self.spec.parameters))
        return hashlib.sha256(told.encode(errors="replace")).hexdigest()[:32]

    def is_named(self, name: str) -> bool:
        """Whether a person means it by `SERVER`, `SERVER/TOOL`, the name of a built-in, or what the model is told."""
        return name in (self.server or self.tool, self.person_name, self.spec.name)


class Toolbox:
    """Carries out calls of `tools`. `close()` gives up what is at work and joins its threads."""

    def __init__(self, tools: Iterable[OfferedTool]) -> None:
        self.tools = {tool.spec.name: tool for tool in tools}
        self._lock = threading.Lock()
        self._working: dict[threading.Thread, StopSignal] = {}

    @property
    def specs(self) -> tuple[ToolSpec, ...]:
        """What a model is told."""
        return tuple(tool.spec for tool in self.tools.values())

    def offer(self, tools: Iterable[OfferedTool]) -> None:
        """Offer these from now on; calls that are at work go on."""
        self.tools = {tool.spec.name: tool for tool in tools}

    def start(
        self,
        call: ToolCall,
        on_done: Callable[[ToolResult], None],
        *,
        question: str = "",
        on_progress: Callable[[CallProgress], None] = lambda _progress: None,
    ) -> Callable[[], None]:
        """Begin to carry out a call of an offered tool; `on_done` is called once, on a thread of its own.

        `question` is what the person has written. Returns what gives the call up.
        """
        work = CallAtWork(StopSignal(), question, on_progress)
        tool = self.tools.get(call.name)
        thread = threading.Thread(target=self._work, args=(tool, call, work, on_done), name="tool-call", daemon=True)
        with self._lock:
            self._working[thread] = work.stop
        thread.start()
        return work.stop.set

    def close(self) -> None:
        """Give up what is at work."""
        with self._lock:
            working = dict(self._working)
        for stop in working.values():
            stop.set()
        for thread in working:
            thread.join(_END_S)

    def _work(
        self, tool: OfferedTool | None, call: ToolCall, work: CallAtWork, on_done: Callable[[ToolResult], None]
    ) -> None:
        arguments = parsed_json(call.arguments)
        output, is_error = ToolOutput(_BUG), True
        try:
            if tool is None:  # its server has taken it back since
                raise ToolFailed(_GONE)
            output = tool.run(arguments if isinstance(arguments, dict) else {}, work)
            is_error = False
        except ToolFailed as failure:
            output = ToolOutput(str(failure))
        except Cancelled:
            output = ToolOutput(_GIVEN_UP)
        except Exception as error:  # the model is told, whatever it was; what it was called with stays out of the log
            _logger.error("a tool failed: %s", type(error).__name__)
        with self._lock:
            self._working.pop(threading.current_thread(), None)
        on_done(ToolResult(call.call_id, output.text, is_error, output.images))


def wire_name(server: str, tool: str, taken: Iterable[str]) -> str:
    """Return what a model calls a server's tool: `SERVER__TOOL` in letters that every model and server takes."""
    name = re.sub(r"[^A-Za-z0-9_-]", "_", f"{server}__{tool}")[:_LONGEST_NAME]
    number, unique, others = 1, name, set(taken)
    while unique in others:
        number += 1
        unique = f"{name[: _LONGEST_NAME - len(str(number)) - 1]}_{number}"
    return unique
