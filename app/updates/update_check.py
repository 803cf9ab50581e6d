"""Asks for news of releases: at most once a day, whatever came of it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.signed_file import is_signed
from app.updates.errors import NewsNotTrusted
from app.updates.release_news import ReleaseNews
from app.updates.update_channel import UpdateChannel

DAY_S = 24 * 60 * 60
Fetch = Callable[[str], bytes]
"""Returns what lies at an address; raises `NewsNotReached`."""


class UpdateCheck:
    """`state_file` remembers when it last asked. `news` waits for the network, so call it beside the window."""

    def __init__(
        self,
        channel: UpdateChannel,
        *,
        state_file: Path,
        version: str,
        keys: Sequence[bytes],
        fetch: Fetch,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._channel = channel
        self._state_file = state_file
        self._version = version
        self._keys = keys
        self._fetch = fetch
        self._now_s = now_s

    def is_due(self) -> bool:
        """Whether a day has passed since it last asked; a clock that was set back counts as passed."""
        try:
            asked_s = msgspec.json.decode(self._state_file.read_bytes(), type=float)
        except (OSError, msgspec.MsgspecError):
            return True
        return not 0 <= self._now_s() - asked_s < DAY_S

    def news(self) -> ReleaseNews | None:
        """Ask now; returns a newer release, or `None`. Raises `NewsNotReached` and `NewsNotTrusted`."""
        with contextlib.suppress(OSError):
            write_atomically(self._state_file, msgspec.json.encode(self._now_s()), makes_folders=True)
        content = self._fetch(self._channel.address)
        if not is_signed(content, self._fetch(f"{self._channel.address}.sig"), self._keys):
            raise NewsNotTrusted
        try:
            news = msgspec.json.decode(content, type=ReleaseNews)
        except msgspec.MsgspecError as error:
            raise NewsNotTrusted(details=str(error)) from error
        if not news.is_sound():
            raise NewsNotTrusted(details=news.version)
        return news if news.is_newer_than(self._version) else None
