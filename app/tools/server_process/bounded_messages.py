"""A server's messages without what would be of no use, or would make all of it useless.

The SDK checks each item of a list, which takes tens of seconds for some thousands, and takes nothing of a list in which
one item is none of the protocol's: a malformed tool is put as an empty one that says what is wrong with it.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from mcp.shared.message import SessionMessage
from mcp.types import JSONRPCResponse
from mcp.types.methods import validate_server_result
from pydantic import ValidationError

if TYPE_CHECKING:
    from types import TracebackType

    from mcp.client._transport import ReadStream, TransportStreams

FAULT = "io.github.aside/fault"
"""What is wrong with a tool, in its `_meta`."""
_MOST_ITEMS = 2_000
_LONGEST_FAULT = 300
_LISTED = ("tools", "resources", "prompts")
_STRICT = "2025-11-25"
"""The version of the protocol by which the SDK checks whatever a server speaks that is as old or older."""


@contextlib.asynccontextmanager
async def bounded(transport: AbstractAsyncContextManager[TransportStreams]) -> AsyncIterator[TransportStreams]:
    """Run a transport of the SDK, and cut what comes from it; of the parts of a result it is said how many went."""
    async with transport as (messages, outgoing):
        yield _BoundedMessages(messages), outgoing


class _BoundedMessages:
    """Implements the SDK's `ReadStream`."""

    def __init__(self, messages: ReadStream[SessionMessage | Exception]) -> None:
        self._messages = messages

    @property
    def last_context(self) -> object:
        return getattr(self._messages, "last_context", None)

    async def receive(self) -> SessionMessage | Exception:
        return _cut(await self._messages.receive())

    async def aclose(self) -> None:
        await self._messages.aclose()

    def __aiter__(self) -> _BoundedMessages:
        return self

    async def __anext__(self) -> SessionMessage | Exception:
        return _cut(await self._messages.__anext__())

    async def __aenter__(self) -> _BoundedMessages:
        await self._messages.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        return await self._messages.__aexit__(kind, error, trace)


def _cut(come: SessionMessage | Exception) -> SessionMessage | Exception:
    if isinstance(come, SessionMessage) and isinstance(come.message, JSONRPCResponse):
        result = come.message.result
        for name, value in result.items():
            if isinstance(value, list) and len(value) > _MOST_ITEMS:
                words = f"[{len(value) - _MOST_ITEMS} more parts were left out]"
                said = [{"type": "text", "text": words}] if name == "content" else []
                result[name] = value[:_MOST_ITEMS] + said
        for name in _LISTED:
            if isinstance(result.get(name), list):
                result[name] = [sound for item in result[name] if (sound := _sound(item, name)) is not None]
    return come


def _sound(item: object, kind: str) -> object:
    """Return an item that the SDK takes in a list of this kind, `None` for none."""
    try:
        validate_server_result(f"{kind}/list", _STRICT, {kind: [item]})
    except ValidationError as error:
        if kind != "tools":
            return None
        first = error.errors(include_url=False, include_input=False)[0]
        fault = f"{'.'.join(map(str, first['loc'][2:]))}: {first['msg']}"
        name = item.get("name") if isinstance(item, dict) else None
        return {
            "name": name if isinstance(name, str) else "?",
            "inputSchema": {"type": "object"},
            "_meta": {FAULT: fault.removeprefix(": ")[:_LONGEST_FAULT]},
        }
    return item
