"""Asks for news of releases: at most once a day, whatever came of it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file
from app.signed_file import Role, is_signed
from app.updates.errors import NewsAreOld, NewsNotTrusted
from app.updates.release_news import ReleaseNews
from app.updates.update_channel import UpdateChannel

DAY_S = 24 * 60 * 60
Fetch = Callable[[str], bytes]
"""Returns what lies at an address; raises `NewsNotReached`."""


class _State(msgspec.Struct, frozen=True):
    """When it last asked, in seconds since 1970, and the day of the newest news it has seen."""

    asked_s: float = 0.0
    newest_on: str = ""


class UpdateCheck:
    """`state_file` remembers when it last asked and the newest news it saw.

    `news` waits for the network, so call it beside the window.
    """

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
        return not 0 <= self._now_s() - self._state().asked_s < DAY_S

    def news(self) -> ReleaseNews | None:
        """Ask now; returns a newer release, or `None`. Raises `NewsNotReached`, `NewsNotTrusted` and `NewsAreOld`."""
        before = self._state()
        self._keep(_State(self._now_s(), before.newest_on))
        content = self._fetch(self._channel.address)
        if not is_signed(Role.NEWS, content, self._fetch(f"{self._channel.address}.sig"), keys=self._keys):
            raise NewsNotTrusted
        try:
            news = msgspec.json.decode(content, type=ReleaseNews)
        except msgspec.MsgspecError as error:
            raise NewsNotTrusted(details=str(error)) from error
        if not news.is_sound():
            raise NewsNotTrusted(details=news.version)
        if news.published_on < before.newest_on or news.has_expired(self._now_s()):
            raise NewsAreOld(details=f"{news.published_on} to {news.expires_on}, seen {before.newest_on or 'nothing'}")
        self._keep(_State(self._now_s(), news.published_on))
        return news if news.is_newer_than(self._version) else None

    def _state(self) -> _State:
        try:
            return msgspec.json.decode(read_file(self._state_file), type=_State)
        except (OSError, msgspec.MsgspecError):
            return _State()

    def _keep(self, state: _State) -> None:
        with contextlib.suppress(OSError):
            write_atomically(self._state_file, msgspec.json.encode(state), makes_folders=True)
