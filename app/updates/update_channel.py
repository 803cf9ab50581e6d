"""Where this copy hears of new releases: a file that the project's own builds contain, and no other.

Copies from a distribution, a store or a clone are updated there; without the file nothing is ever asked.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.file_facts import read_file
from app.paths import resources_directory

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
