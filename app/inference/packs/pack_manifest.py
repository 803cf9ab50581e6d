"""What an engine pack says of itself: the file `pack.json` in it."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

MANIFEST_NAME = "pack.json"
SIGNATURE_NAME = "pack.json.sig"
MOST_FILES = 200
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,39}[a-z0-9])?")
_FILE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,119}[A-Za-z0-9])?")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever stands behind the dot."""
_HASH = re.compile(r"[0-9a-f]{64}")


class PackManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """`modules` are loaded in this order; `files` maps every file of the pack to its SHA-256."""

    name: str
    backend: str
    """As ggml names it: `cuda`, `vulkan` or `rocm`."""
    engine: str
    """The version of llama-cpp-python that the modules were built for; another one's may not fit."""
    system: str
    """As `platform.system()`: `Linux`, `Windows`."""
    machine: str
    """As `platform.machine()`: `x86_64`, `aarch64`, `AMD64`."""
    modules: tuple[str, ...]
    files: dict[str, str]
    sizes: dict[str, int] = {}
    """In bytes, of every file; packs of before 0.1.0 have none."""
    made_on: str = ""
    """A moment as in `2026-12-31T12:00:00+00:00`."""
    expires_on: str = ""
    """The last day as in `2028-12-31` on which it is installed; what is installed goes on."""

    def is_sound(self) -> bool:
        """Whether names are plain file names on every system and every module is among the files."""
        names = [*self.files, *self.modules]
        return (
            _NAME.fullmatch(self.name) is not None
            and _DEVICE.fullmatch(self.name) is None
            and bool(self.modules)
            and len(names) <= MOST_FILES
            and all(_FILE_NAME.fullmatch(name) and not _DEVICE.fullmatch(name) for name in names)
            and len({name.casefold() for name in self.files}) == len(self.files)
            and all(_HASH.fullmatch(sha256) for sha256 in self.files.values())
            and all(module in self.files for module in self.modules)
            and (not self.sizes or (self.sizes.keys() == self.files.keys() and min(self.sizes.values()) >= 0))
            and _is_day(self.expires_on)
            and MANIFEST_NAME not in self.files
            and SIGNATURE_NAME not in self.files
        )

    def has_expired(self, today: dt.date) -> bool:
        """Whether it is too old to be installed; a day more is allowed for clocks."""
        if not self.expires_on:
            return False
        return today > dt.date.fromisoformat(self.expires_on) + dt.timedelta(days=1)


def _is_day(text: str) -> bool:
    try:
        return not text or bool(dt.date.fromisoformat(text))
    except ValueError:
        return False
