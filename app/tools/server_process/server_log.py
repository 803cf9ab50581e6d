"""The end of what a server has written for people to read, by stderr or as messages."""

from __future__ import annotations

import anyio

_LONGEST = 16_000


class ServerLog:
    """Keeps the last bytes; `more` is set when there are some that nobody was told of."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self.more = anyio.Event()

    @property
    def text(self) -> str:
        return self._kept.decode(errors="replace")

    def note(self, written: bytes) -> None:
        self._kept += written[-_LONGEST:]
        del self._kept[:-_LONGEST]
        self.more.set()

    async def wait(self) -> str:
        """Wait until something new is written; return all that is kept."""
        await self.more.wait()
        self.more = anyio.Event()
        return self.text
