"""A server's messages without lists beyond any use: the SDK checks each item of them, which takes tens of seconds."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from mcp.shared.message import SessionMessage
from mcp.types import JSONRPCResponse

if TYPE_CHECKING:
    from types import TracebackType

    from mcp.client._transport import ReadStream, TransportStreams

_MOST_ITEMS = 2_000


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
    return come
