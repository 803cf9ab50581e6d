"""Asks for news of releases: at most once a day, whatever came of it."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from app.atomic_write import write_atomically
from app.cancellation import Cancelled, StopSignal
from app.file_facts import read_file
from app.paths import resources_directory
from app.signed_file import Role, is_signed
from app.updates.errors import NewsAreOld, NewsNotReached, NewsNotTrusted

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


# Where this copy hears of new releases: a file that the project's own builds contain, and no other.
#
# Copies from a distribution, a store or a clone are updated there; without the file nothing is ever asked.

_FILE = "update_channel.json"


class UpdateChannel(msgspec.Struct, frozen=True):
    """`address` of the signed news; its signature lies at the same address with `.sig` at its end."""

    address: str

    @classmethod
    def of_this_copy(cls, resources: Path | None = None) -> UpdateChannel | None:
        """Return the channel, or `None` if this copy is updated otherwise."""
        folder = resources if resources is not None else resources_directory()
        try:
            channel = msgspec.json.decode(read_file(folder / _FILE), type=cls)
        except (OSError, msgspec.MsgspecError):
            return None
        return channel if channel.address.startswith("https://") else None


# What the project publishes about its newest release.

_NUMBERS = re.compile(r"\d{1,6}(\.\d{1,6}){1,3}")


class ReleaseNews(msgspec.Struct, frozen=True):
    """`version` as in `1.4.0`, `notes` in Markdown, `link` to the page with the downloads.

    Published and expired on days as in `2026-12-31`: old news may not come back as new ones, nor be kept up for ever.
    """

    version: str
    notes: str
    link: str
    published_on: str
    expires_on: str

    def is_sound(self) -> bool:
        """Whether it can be shown: a version of numbers, days that are, and a link that says where it leads."""
        try:
            link = urlsplit(self.link)
            days = (dt.date.fromisoformat(self.published_on), dt.date.fromisoformat(self.expires_on))
        except ValueError:
            return False
        return (
            _NUMBERS.fullmatch(self.version) is not None
            and link.scheme == "https"
            and bool(link.hostname)
            and "@" not in link.netloc
            and self.link.isascii()
            and self.link.isprintable()
            and days[0] <= days[1]
        )

    def has_expired(self, now_s: float) -> bool:
        """Whether the last day is over, in seconds since 1970; a day more is allowed for clocks."""
        last = dt.date.fromisoformat(self.expires_on) + dt.timedelta(days=1)
        return dt.datetime.fromtimestamp(now_s, tz=dt.UTC).date() > last

    def is_newer_than(self, version: str) -> bool:
        """Whether this release comes after `version`; a version that is no row of numbers is never outdated."""
        if not _NUMBERS.fullmatch(version):
            return False
        return _numbers(self.version) > _numbers(version)


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in version.split(".")]
    return (*numbers, *(0,) * (4 - len(numbers)))


# Fetches a few kilobytes over https, saying nothing about who asks; bounded in size and time, whatever answers.

_MOST_BYTES = 200_000
_DEADLINE_S = 30.0
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class SmallDownload:
    """A function from address to content. `proxy` is an address, or empty for the system's. `stop` ends it at once.

    Only https is spoken, but with this machine itself, which no address of the project names.
    """

    def __init__(self, *, proxy: str = "", deadline_s: float = _DEADLINE_S) -> None:
        self._proxy = proxy
        self._deadline_s = deadline_s
        self._stop = StopSignal()

    def __call__(self, address: str) -> bytes:
        """Return what lies there. Raises `NewsNotReached` if that is refused, silent, slow, stopped or too large."""
        import httpx2

        from app.network.http_client import HttpClient

        late = threading.Timer(self._deadline_s, self._stop.set)
        late.start()
        try:
            if not _is_safe(address):
                raise ValueError(f"no safe address: {address[:80]}")
            timeout_s = min(15.0, self._deadline_s)
            with HttpClient(
                address, proxy=self._proxy, timeout_s=timeout_s, most_bytes=_MOST_BYTES, may_lead=_may_lead
            ) as client:
                return client.get(address, extensions={"stop": self._stop}).raise_for_status().content
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            raise NewsNotReached(details=str(error) or repr(error)) from error
        except Cancelled as error:
            raise NewsNotReached(details=f"stopped, or not there within {self._deadline_s:.0f} s") from error
        finally:
            late.cancel()
            late.join()

    def stop(self) -> None:
        """End what is under way, and whatever is asked afterwards; may be called from any thread."""
        self._stop.set()


def _may_lead(address: str, target: str) -> bool:
    return _is_safe(target) and not (address.startswith("https:") and not target.startswith("https:"))


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    is_ours = parts.scheme == "http" and parts.hostname in _LOOPBACK
    return (parts.scheme == "https" or is_ours) and "@" not in parts.netloc
