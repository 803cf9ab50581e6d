"""Renders a model's own chat template, which is a stranger's program: sandboxed, bounded in time and memory.

Python's Jinja is the reference that templates are written for. Bounds: no attribute that the sandbox calls unsafe, no
repetition or power that would build a giant value, no output above `MAX_CHARACTERS`, and a time limit for all of a
prompt's renderings together, enforced by an exception raised inside the rendering thread, as a stop is (the watchdog of
the parent is the last resort).
"""

from __future__ import annotations

import contextlib
import ctypes
import datetime as dt
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import jinja2

from app.file_facts import read_file
from app.inference.errors import TemplateFailed, TemplateTookTooLong
from app.inference.protocol.template_wants import TemplateWants, ThoughtField
from app.inference.sourced_text import sourced
from app.inference.template_sandbox import TemplateSandbox
from app.inference.template_values import message_values, plain_tool_value, tool_value
from app.messages import Message, ToolSpec

T = TypeVar("T")

RENDER_LIMIT_S = 5.0
_STRIKE_AGAIN_S = 1.0
_LOOK_S = 0.05
"""How often is looked whether a rendering is to stop."""
_MOST_MISSING = 32
"""Names that a template insists on and nobody defines; honest ones have one or two."""
MAX_CHARACTERS = 50_000_000
_MISSING = re.compile(r"'(\w+)' is undefined\Z")
_PART = re.compile(r"""\[\s*['"]text['"]\s*\]|\.text\b|['"]type['"]""")
_LOSES_SOURCES = re.compile(r"\bautoescape\b|\bencode\b")
"""What makes other texts of those that know their source: markup of its own, and bytes."""
_PROBE = "Aside asks"
_SYSTEM_PROBE = "Qualsystri"
_PROBE_TOOL = ToolSpec("zorvanek", "Tells the brisquil.", "")
_MAX_ADDED_BYTES = 1_500_000_000
_USUAL = TemplateWants(thoughts=ThoughtField.REASONING_CONTENT)

PLAIN_CHATML = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
"""For models without a template of their own."""


class RenderingWasStopped(Exception):
    """Raised by `render` when it is told to stop."""


@dataclass(frozen=True, slots=True)
class _Patience:
    """How long a prompt may take, over all its renderings."""

    deadline: float
    is_stopped: Callable[[], bool]

    def is_over(self) -> bool:
        return time.monotonic() > self.deadline or self.is_stopped()


def _never() -> bool:
    return False


class _TimeIsUp(BaseException):
    """Raised inside the rendering thread; not an `Exception`, so that no template construct catches it."""


class ChatTemplate:
    """One model's template, compiled once.

    `now` is the time that `strftime_now` tells; `bos_token` and `eos_token` are the texts of those tokens, and
    `special_tokens` those of others that templates may name, such as `pad_token`.
    """

    def __init__(
        self,
        source: str,
        *,
        bos_token: str = "",
        eos_token: str = "",
        special_tokens: Mapping[str, str] | None = None,
        now: Callable[[], dt.datetime] = dt.datetime.now,
        limit_s: float = RENDER_LIMIT_S,
    ) -> None:
        self.source = source
        self.follows_sources = not _LOSES_SOURCES.search(source)
        """Whether a `SourcedText` that it renders knows the source of all that people wrote."""
        self._limit_s = limit_s
        self._environment = TemplateSandbox()
        self._environment.globals["strftime_now"] = lambda pattern: now().strftime(pattern)
        self._variables: dict[str, object] = {**(special_tokens or {}), "bos_token": bos_token, "eos_token": eos_token}
        self._takes_system: dict[bool, bool] = {}
        """Whether it takes a system message, without tools and with them; filled as it is asked."""
        self._wants_parts: bool | None = None if _PART.search(source) else False
        """Whether it reads content only as a list of parts, as some models that see images do; `None` until asked."""
        try:
            self._template = self._within_limit(lambda: self._environment.from_string(source), self._patience(_never))
        except (jinja2.TemplateError, RecursionError, MemoryError, ValueError, SyntaxError) as error:
            raise TemplateFailed(details=_reason(error)) from error

    def render(
        self,
        messages: Sequence[Message],
        *,
        tools: Sequence[ToolSpec] = (),
        wants: TemplateWants = _USUAL,
        variables: Mapping[str, object] | None = None,
        add_generation_prompt: bool = True,
        told_time: dt.datetime | None = None,
        is_stopped: Callable[[], bool] = _never,
    ) -> str:
        """Return the prompt text; thoughts and calls are given in the form that the template `wants`.

        What of the text was `marked` with its source comes out as a `SourcedText`, whatever the template made of it.
        A template that drops or refuses a system message gets it at the start of the first question instead, and one
        that stumbles over the schema of a tool gets plain ones. `told_time` is what a template that tells the time
        tells, instead of the time it is. Raises `TemplateFailed`, `TemplateTookTooLong` and `RenderingWasStopped`.
        """
        patience = self._patience(is_stopped)
        if self._wants_parts is None:
            self._wants_parts = self._finds_out_whether_it_wants_parts(patience)
        given = dict(variables or {})
        if told_time is not None:
            given["strftime_now"] = lambda pattern: told_time.strftime(pattern)
        forms = [messages]
        if messages and messages[0].role == "system" and (merged := _without_system_message(messages)) is not None:
            is_taken = self._takes_system_message(patience, with_tools=bool(tools))
            forms = [messages, merged] if is_taken else [merged]
        failure: TemplateFailed | None = None
        for declared in _declarations(tools):
            for form in forms:
                try:
                    return self._render(form, wants, {**given, **declared}, add_generation_prompt, patience)
                except TemplateFailed as error:
                    failure = failure or error
        assert failure is not None, "there is one form at least"
        raise failure

    def _patience(self, is_stopped: Callable[[], bool]) -> _Patience:
        return _Patience(time.monotonic() + self._limit_s, is_stopped)

    def _finds_out_whether_it_wants_parts(self, patience: _Patience) -> bool:
        try:
            return self._loses_text(patience, wants_parts=False) and not self._loses_text(patience, wants_parts=True)
        except BaseException:
            self._wants_parts = None
            raise

    def takes_system_message(self) -> bool:
        """Return whether a system message is its own part of the prompt; else it stands in the first question.

        Raises as `render` does.
        """
        return self._takes_system_message(self._patience(_never), with_tools=False)

    def _takes_system_message(self, patience: _Patience, *, with_tools: bool) -> bool:
        if with_tools not in self._takes_system:
            question = self._probed([Message.user(_PROBE)], patience, with_tools=with_tools)
            both = self._probed([Message.system(_SYSTEM_PROBE), Message.user(_PROBE)], patience, with_tools=with_tools)
            takes_none = _PROBE.casefold() in question and _SYSTEM_PROBE.casefold() not in both
            self._takes_system[with_tools] = not takes_none
        return self._takes_system[with_tools]

    def _probed(self, talk: list[Message], patience: _Patience, *, with_tools: bool) -> str:
        declared = next(_declarations([_PROBE_TOOL] if with_tools else []))
        try:
            return self._render(talk, _USUAL, declared, True, patience).casefold()
        except TemplateFailed:
            return ""

    def _loses_text(self, patience: _Patience, *, wants_parts: bool) -> bool:
        """Whether a question is missing from the prompt when content is given in this form."""
        self._wants_parts = wants_parts
        try:
            declared = next(_declarations([]))
            return _PROBE not in self._render([Message.user(_PROBE)], _USUAL, declared, True, patience)
        except TemplateFailed:
            return True

    def _render(
        self,
        messages: Sequence[Message],
        wants: TemplateWants,
        variables: Mapping[str, object],
        add_generation_prompt: bool,
        patience: _Patience,
    ) -> str:
        in_parts = bool(self._wants_parts)
        values: dict[str, object] = {
            **self._variables,
            **{name: sourced(value) for name, value in variables.items()},
            "messages": sourced([value for one in messages for value in message_values(one, wants, in_parts=in_parts)]),
            "add_generation_prompt": add_generation_prompt,
        }

        def render() -> str:
            pieces: list[str] = []
            size = 0
            for piece in self._template.generate(values):
                size += len(piece)
                if size > MAX_CHARACTERS:
                    raise jinja2.TemplateError("the prompt grows without end")
                pieces.append(piece)
            return self._environment.concat(pieces)

        for _ in range(_MOST_MISSING):
            try:
                return self._within_limit(render, patience)
            except jinja2.UndefinedError as error:
                missing = _MISSING.match(str(error))
                if missing is None or missing[1] in values:
                    raise TemplateFailed(details=_reason(error)) from error
                values[missing[1]] = ""  # some templates insist on `functions` or `datetime`
            except (TemplateTookTooLong, RenderingWasStopped):
                raise
            except Exception as error:  # a template is a stranger's program and may raise anything
                raise TemplateFailed(details=_reason(error)) from error
        raise TemplateFailed(details="it uses too many names that nothing defines")

    def _within_limit(self, work: Callable[[], T], patience: _Patience) -> T:
        """Run `work`, ending it with `TemplateTookTooLong` or `RenderingWasStopped` when patience is over.

        The exception is planted into this thread by another (PyThreadState_SetAsyncExc); it strikes at the next Python
        instruction, and a template runs as Python code. Where it strikes inside a destructor or a collector's callback
        it is lost, so it is planted again until it works.
        """
        if patience.is_over():  # between two renderings
            raise self._end_of(patience)
        lock = threading.Lock()
        over = threading.Event()
        thread_id = ctypes.c_ulong(threading.get_ident())

        def watch() -> None:
            wait_s = _LOOK_S
            while not over.wait(wait_s):
                if not patience.is_over():
                    continue
                wait_s = _STRIKE_AGAIN_S
                with lock:
                    if not over.is_set():
                        ctypes.pythonapi.PyThreadState_SetAsyncExc(thread_id, ctypes.py_object(_TimeIsUp))

        def end() -> None:
            with lock:
                over.set()
            watcher.join()

        watcher = threading.Thread(target=watch, name="template-limit", daemon=True)
        watcher.start()
        try:
            try:
                with memory_ceiling(_MAX_ADDED_BYTES):
                    return work()
            finally:
                end()
        except _TimeIsUp:
            end()  # a second strike may have come in the midst of the first ending
            raise self._end_of(patience) from None

    def _end_of(self, patience: _Patience) -> Exception:
        return RenderingWasStopped() if patience.is_stopped() else TemplateTookTooLong(limit_s=self._limit_s)


def _reason(error: BaseException) -> str:
    message = str(error).strip() or type(error).__name__
    return f"{message}\n({type(error).__name__})"


def _declarations(tools: Sequence[ToolSpec]) -> Iterator[dict[str, object]]:
    """Yield the variables that declare the tools, in the forms to try.

    The reference defines `tools` and `documents` always, as none where there are none; some templates that ask whether
    they are defined cannot do with that, and are then given neither.
    """
    if not tools:
        yield {"tools": None, "documents": None}
        yield {}
        return
    yield {"tools": [tool_value(tool) for tool in tools], "documents": None}
    yield {"tools": [plain_tool_value(tool) for tool in tools], "documents": None}
    yield {"tools": [plain_tool_value(tool) for tool in tools]}


def _without_system_message(messages: Sequence[Message]) -> tuple[Message, ...] | None:
    system, *rest = messages
    for index, message in enumerate(rest):
        if message.role == "user":
            rest[index] = Message.user(system.text + "\n\n" + message.text)
            return tuple(rest)
    return None


# A ceiling on how much memory a stretch of work may add, where the system can enforce one (Linux).


@contextlib.contextmanager
def memory_ceiling(added_bytes: int) -> Iterator[None]:
    """Let allocations fail with `MemoryError` once the process's address space has grown by `added_bytes`.

    Holds for the whole process while it lasts: only for short work beside which nothing else allocates much.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    pages = int(read_file(Path("/proc/self/statm")).decode().split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    ceiling = pages * resource.getpagesize() + added_bytes
    if soft != resource.RLIM_INFINITY:
        ceiling = min(ceiling, soft)
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
