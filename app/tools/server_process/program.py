"""A server's program: started in a process group of its own, read line by line, and ended with all that it started."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

import anyio
from mcp.shared.message import SessionMessage
from mcp.types import PARSE_ERROR, ErrorData, JSONRPCError, JSONRPCMessage, jsonrpc_message_adapter

from app.tools.server_process.messages import OpenServer
from app.tools.server_process.process_groups import signal_group
from app.tools.server_process.server_log import ServerLog

if TYPE_CHECKING:
    from anyio.abc import ByteReceiveStream, Process
    from mcp.client._transport import TransportStreams

LARGEST_MESSAGE_BYTES = 32 * 2**20
_CLOSE_S = 2.0
_TERMINATE_S = 1.0
_LOOK_S = 0.05
_ID = re.compile(rb'"id"\s*:\s*(\d{1,18}|"[\w.-]{1,80}")')


class ProgramFailed(Exception):
    """The program does not start, or sends what cannot be taken; the text is half a sentence."""


class ServerProgram:
    """One program. What it writes to stderr goes into the log; `ending` says how it ended, once it has.

    `hung_up` is set when nothing more comes from it.
    """

    def __init__(self, launch: OpenServer, on_started: Callable[[int], None], log: ServerLog) -> None:
        self._launch = launch
        self._on_started = on_started
        self.hung_up = anyio.Event()
        self._process: Process | None = None
        self._log = log
        self._trouble = ""

    async def ending(self) -> str:
        """Return why the program cannot be spoken to any more."""
        if self._process is not None and not self._trouble:
            await _ended_within(self._process, _TERMINATE_S)
        code = self._process.returncode if self._process is not None else None
        return self._trouble or (f"its program ended with exit code {code}" if code is not None else "it hung up")

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[TransportStreams]:
        """Run it, as a transport of the SDK."""
        process = self._process = await self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        arrived, messages = anyio.create_memory_object_stream[SessionMessage | Exception](0)
        outgoing, to_send = anyio.create_memory_object_stream[SessionMessage](0)
        stdin, stdout, stderr = process.stdin, process.stdout, process.stderr

        async def read() -> None:
            async with arrived:
                with contextlib.suppress(anyio.BrokenResourceError, anyio.ClosedResourceError):
                    async for line in self._lines(stdout):
                        message = _message_of(line)
                        if message is None:  # a program that prints what is no message is heard all the same
                            self._log.note(line[:400] + b"\n")
                        else:
                            await arrived.send(SessionMessage(message))
            self.hung_up.set()

        async def write() -> None:
            async with to_send:
                with contextlib.suppress(anyio.BrokenResourceError, anyio.ClosedResourceError, OSError):
                    async for item in to_send:
                        text = item.message.model_dump_json(by_alias=True, exclude_unset=True)
                        await stdin.send(text.encode() + b"\n")

        async def keep_log() -> None:
            with contextlib.suppress(anyio.BrokenResourceError, anyio.ClosedResourceError, OSError):
                async for chunk in stderr:
                    self._log.note(chunk)

        async with anyio.create_task_group() as tasks:
            for task in (read, write, keep_log):
                tasks.start_soon(task)
            try:
                yield messages, outgoing
            finally:
                with anyio.CancelScope(shield=True):
                    await self._end(process)
                    for stream in (messages, outgoing):
                        await stream.aclose()
                tasks.cancel_scope.cancel()

    async def _started(self) -> Process:
        environment = dict(self._launch.environment)
        name, *arguments = self._launch.command
        folder = self._launch.folder or os.path.expanduser("~")  # noqa: PTH111
        if os.path.dirname(name):  # noqa: PTH120 - a path is one from the folder that it is started in
            name = os.path.join(folder, name)  # noqa: PTH118
        program = shutil.which(name, path=environment.get("PATH"))  # on Windows it finds npx.cmd, too
        if program is None:
            raise ProgramFailed(f"there is no program {name!r} in PATH")
        if not os.path.isdir(folder):  # noqa: PTH112
            raise ProgramFailed(f"the folder that it is started in is gone: {folder}")
        try:
            process = await anyio.open_process(
                [program, *arguments], env=environment, cwd=folder, start_new_session=os.name == "posix"
            )
        except (OSError, ValueError) as error:
            raise ProgramFailed(f"its program does not start: {getattr(error, 'strerror', None) or error}") from error
        self._on_started(process.pid)
        return process

    async def _lines(self, stream: ByteReceiveStream) -> AsyncIterator[bytes]:
        line = bytearray()
        with contextlib.suppress(anyio.EndOfStream, OSError):
            while True:
                first, *others = (await stream.receive(1 << 18)).split(b"\n")
                line += first
                for other in others:
                    if line.strip():
                        yield bytes(line)
                    line = bytearray(other)
                if len(line) > LARGEST_MESSAGE_BYTES:
                    self._trouble = f"it sent a message of more than {LARGEST_MESSAGE_BYTES >> 20} MB"
                    return

    async def _end(self, process: Process) -> None:
        """Close its input and wait; then ask its group to end, wait, and kill it."""
        if process.stdin is not None:
            with contextlib.suppress(OSError, anyio.BrokenResourceError, anyio.ClosedResourceError):
                await process.stdin.aclose()
        if not self._trouble:
            await _ended_within(process, _CLOSE_S)
        for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
            if not signal_group(process.pid, number) and process.returncode is not None:
                break
            await _ended_within(process, _TERMINATE_S)
        with contextlib.suppress(OSError, anyio.BrokenResourceError, anyio.ClosedResourceError):
            await process.aclose()


def _message_of(line: bytes) -> JSONRPCMessage | None:
    """Return the message in a line; an answer that cannot be read is one that says so, since somebody waits for it."""
    with contextlib.suppress(ValueError):
        return jsonrpc_message_adapter.validate_json(line, by_name=False)
    try:
        told = json.loads(line)
        if not isinstance(told, dict) or "method" in told or not isinstance(told.get("id"), int | str):
            return None
        mended = json.dumps(told, ensure_ascii=False).encode(errors="replace")  # halves of characters
        return jsonrpc_message_adapter.validate_json(mended, by_name=False)
    except (ValueError, RecursionError):
        pass
    found = _ID.search(line)
    if found is None:
        return None
    error = ErrorData(code=PARSE_ERROR, message="it sent an answer that cannot be read")
    return JSONRPCError(jsonrpc="2.0", id=json.loads(found[1]), error=error)


async def _ended_within(process: Process, seconds: float) -> None:
    with anyio.move_on_after(seconds):
        while process.returncode is None:
            await anyio.sleep(_LOOK_S)
