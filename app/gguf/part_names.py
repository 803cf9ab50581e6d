"""Files that were cut into pieces to be stored, and are no models before they are joined again.

Not shards (`name-00001-of-00005.gguf`), each of which is a GGUF of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPELLINGS = (
    re.compile(r"(?P<whole>.+?\.gguf)\.part(?P<number>\d+)of(?P<count>\d+)", re.IGNORECASE),
    re.compile(r"(?P<whole>.+?\.gguf)[.-](?:split|part|chunk)?[-._]?(?P<letters>[a-c]?[a-z])", re.IGNORECASE),
    re.compile(r"(?P<whole>.+?\.gguf)\.(?:part|split|chunk)?[-._]?(?P<number>\d{1,4})", re.IGNORECASE),
    re.compile(r"(?P<whole>.+?)\.part(?P<number>\d+)of(?P<count>\d+)\.gguf", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class PartName:
    """What a name says of a piece: the whole's name, its place counted from 1, and how many there are if it says so.

    `counted_from` is what the names begin to count with.
    """

    whole: str
    number: int
    count: int | None = None
    style: str = ""
    """The same for all pieces of one file."""


def parse_part_name(name: str) -> PartName | None:
    """Return what a name says about a piece, `None` for every other name. `.000` counts as the piece 0."""
    for place, spelling in enumerate(_SPELLINGS):
        match = spelling.fullmatch(name)
        if match is None:
            continue
        parts = match.groupdict()
        if parts.get("letters"):
            letters = parts["letters"].lower()
            number = 0
            for letter in letters:
                number = number * 26 + ord(letter) - ord("a")
            return PartName(parts["whole"], number + 1, style=f"{place}.{len(letters)}")
        whole = parts["whole"] if parts["whole"].lower().endswith(".gguf") else f"{parts['whole']}.gguf"
        count = int(parts["count"]) if parts.get("count") else None
        return PartName(whole, int(parts["number"]), count, f"{place}.{count}")
    return None
