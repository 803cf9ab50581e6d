"""What the project publishes about its newest release."""

from __future__ import annotations

import re

import msgspec

_NUMBERS = re.compile(r"^\d{1,6}(\.\d{1,6}){1,3}$")


class ReleaseNews(msgspec.Struct, frozen=True):
    """`version` as in `1.4.0`, `notes` in Markdown, `link` to the page with the downloads."""

    version: str
    notes: str
    link: str
    published_on: str = ""

    def is_sound(self) -> bool:
        """Whether it can be shown: a version of numbers, and a link that a browser may open."""
        return _NUMBERS.match(self.version) is not None and self.link.startswith("https://")

    def is_newer_than(self, version: str) -> bool:
        """Whether this release comes after `version`; a version that is no row of numbers is never outdated."""
        if not _NUMBERS.match(version):
            return False
        return _numbers(self.version) > _numbers(version)


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in version.split(".")]
    return (*numbers, *(0,) * (4 - len(numbers)))
