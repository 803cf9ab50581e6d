"""What the project publishes about its newest release."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

import msgspec

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
