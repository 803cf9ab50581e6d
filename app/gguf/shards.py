"""Models that are split over several files: `name-00001-of-00005.gguf` and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from app.file_facts import is_file

_SHARD_NAME = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf\Z", re.IGNORECASE | re.DOTALL)
_MAX_SHARDS = 4096
"""More than any real model has; a name that promises more is an ordinary name."""


@dataclass(frozen=True, slots=True)
class ShardName:
    """The parts of a shard's file name; `number` counts from 1."""

    stem: str
    number: int
    count: int

    def file_name(self, number: int) -> str:
        """Return the name of another shard of the same set."""
        return f"{self.stem}-{number:05}-of-{self.count:05}.gguf"


@dataclass(frozen=True, slots=True)
class ShardSet:
    """All the files of one model, in order; a model in one file is a set of one."""

    paths: tuple[Path, ...]

    @property
    def first(self) -> Path:
        """The file that is given to llama.cpp, which finds the others."""
        return self.paths[0]

    def missing(self) -> tuple[Path, ...]:
        """Return the files that are not there."""
        return tuple(path for path in self.paths if not is_file(path))


def parse_shard_name(file_name: str) -> ShardName | None:
    """Return what a file name says about a shard set, or None for the name of a whole model."""
    match = _SHARD_NAME.fullmatch(file_name)
    if match is None:
        return None
    number, count = int(match["number"]), int(match["count"])
    return ShardName(match["stem"], number, count) if 1 <= number <= count <= _MAX_SHARDS else None


def shard_set(path: Path) -> ShardSet:
    """Return the set that a file belongs to, whichever shard it is. Looks at the name only."""
    name = parse_shard_name(path.name)
    if name is None:
        return ShardSet((path,))
    numbers = range(1, name.count + 1)
    return ShardSet(tuple(path if n == name.number else path.with_name(name.file_name(n)) for n in numbers))


# Files that were cut into pieces to be stored, and are no models before they are joined again.
#
# Not shards (`name-00001-of-00005.gguf`), each of which is a GGUF of its own.

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
