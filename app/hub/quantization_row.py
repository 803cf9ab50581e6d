"""The files of a repository, sorted into what can be chatted with and what accompanies it.

A word in a name makes no companion by itself: many models are called after what others only carry along. It does where
the file is also far too small to be the model in its quantization.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.gguf import parse_part_name, parse_shard_name, quantization_from_name
from app.hub.connection.remote_file import HubFile
from app.hub.connection.server_paths import is_safe_path

IMAGE_PROJECTOR = "image projector"
_IMPORTANCE_MATRIX = "importance matrix"
_KINDS = (
    (IMAGE_PROJECTOR, "mmproj|clip|projector|vision"),
    (_IMPORTANCE_MATRIX, "imatrix"),
    ("adapter", "lora|adapter|control[-_]?vector"),
    ("vocabulary", "vocab"),
    ("draft model", r"mtp|eagle\d?|dflash|dspark|draft|drafter|assistant-draft|speculator|medusa"),
)
_WORDS = tuple((kind, re.compile(rf"(?:^|[-_./])(?:{words})(?=[-_.\d/]|$)", re.IGNORECASE)) for kind, words in _KINDS)
_PROJECTOR_NAME = re.compile(r"(?:^|[-_./])mmproj(?=[-_./]|$)", re.IGNORECASE)
_SMALL = 0.5
"""Less than this share of what the model would take is another file."""
_BITS = (
    ("F32", 32.0),
    ("F16", 16.0),
    ("BF16", 16.0),
    ("FP8", 8.0),
    ("MXFP4", 4.3),
    ("NVFP4", 4.5),
    ("TQ1", 1.7),
    ("TQ2", 2.1),
    ("IQ1", 1.7),
    ("IQ2", 2.4),
    ("IQ3", 3.3),
    ("Q1", 1.1),
    ("Q2", 2.7),
    ("Q3", 3.7),
    ("Q5", 5.6),
    ("Q6", 6.6),
    ("Q8", 8.5),
)
_USUAL_BITS = 4.6


@dataclass(frozen=True, slots=True)
class QuantizationRow:
    """One model that can be downloaded: a file, or a set of files that counts as one."""

    quantization: str
    """Such as `Q4_K_M`; the file's name without `.gguf` if it says none."""
    files: tuple[HubFile, ...]
    """First shard first, or first part of a file that was cut."""
    size_bytes: int
    bits_per_weight: float | None = None
    is_cut: bool = False
    """Whether the files are pieces of one, to be joined."""

    @property
    def path(self) -> str:
        """The file that names it: the first."""
        return self.files[0].path

    @property
    def whole_path(self) -> str:
        """The path of the model's first file once it is on the disk: of the joined file, if it is cut."""
        first = self.files[0]
        part = parse_part_name(first.name) if self.is_cut else None
        return first.path if part is None else first.path[: -len(first.name)] + part.whole

    @property
    def leading_file(self) -> HubFile:
        """The file that holds the header, as large as what the header is about."""
        return HubFile(self.path, self.size_bytes, self.files[0].sha256) if self.is_cut else self.files[0]

    @property
    def shards(self) -> int:
        """How many files it is."""
        return len(self.files)


@dataclass(frozen=True, slots=True)
class CompanionFile:
    """A GGUF file that is no chat model of its own."""

    kind: str
    file: HubFile


@dataclass(frozen=True, slots=True)
class RepositoryFiles:
    """What a repository offers. `incomplete` names sets of which files are missing; they are no rows."""

    rows: tuple[QuantizationRow, ...] = ()
    companions: tuple[CompanionFile, ...] = ()
    incomplete: tuple[str, ...] = ()


def sorted_files(files: Iterable[HubFile], *, parameters: int | None) -> RepositoryFiles:
    """Return the rows, smallest first. Files whose names are not safe to write are left out.

    `parameters` are the model's, `None` if the Hub does not say: then the other files tell.
    """
    companions: list[CompanionFile] = []
    sets = _Sets()
    for file in files:
        lower = file.path.lower()
        if not is_safe_path(file.path):
            continue
        if lower.endswith((".gguf_file", "imatrix.dat")):
            companions.append(CompanionFile(_word(file.path) or _IMPORTANCE_MATRIX, file))
        elif lower.endswith(".gguf") or parse_part_name(file.name) is not None:
            sets.add(file)
    models: list[QuantizationRow] = []
    named: list[QuantizationRow] = []
    for row in sets.rows(parameters):
        (named if _word(row.path) else models).append(row)
    reference = parameters or _estimated_parameters(models) or _estimated_parameters(named)
    for row in named:
        if _is_companion(row, reference):
            companions += [CompanionFile(_word(row.path), file) for file in row.files]
        else:
            models.append(row)
    models.sort(key=lambda row: (row.size_bytes, row.path))
    return RepositoryFiles(tuple(models), tuple(companions), tuple(sorted(sets.incomplete)))


class _Sets:
    """Gathers shards and parts."""

    def __init__(self) -> None:
        self._shards: dict[tuple[str, str, int], dict[int, HubFile]] = {}
        self._parts: dict[tuple[str, str, str], dict[int, HubFile]] = {}
        self._counts: dict[tuple[str, str, str], int | None] = {}
        self.incomplete: list[str] = []

    def add(self, file: HubFile) -> None:
        folder = file.path[: -len(file.name)]
        part = parse_part_name(file.name)
        if part is not None:
            place = (folder, part.whole, part.style)
            self._parts.setdefault(place, {})[part.number] = file
            self._counts[place] = part.count
            return
        shard = parse_shard_name(file.name)
        key = (folder, shard.stem, shard.count) if shard is not None else (folder, file.name, 1)
        self._shards.setdefault(key, {})[shard.number if shard is not None else 1] = file

    def rows(self, parameters: int | None) -> list[QuantizationRow]:
        rows: list[QuantizationRow] = []
        for (folder, stem, count), numbered in self._shards.items():
            if len(numbered) == count:
                rows.append(_row(_in_order(numbered), parameters))
            else:
                self.incomplete.append(folder + stem)
        for place, numbered in self._parts.items():
            wanted = self._counts[place] or max(2, len(numbered))
            first = min(numbered)
            is_whole = first in (0, 1) and sorted(numbered) == list(range(first, first + len(numbered)))
            if is_whole and len(numbered) == wanted:
                rows.append(_row(_in_order(numbered), parameters, is_cut=True))
            else:
                self.incomplete.append(place[0] + place[1])
        return rows


def _in_order(numbered: dict[int, HubFile]) -> tuple[HubFile, ...]:
    return tuple(numbered[number] for number in sorted(numbered))


def _row(files: tuple[HubFile, ...], parameters: int | None, *, is_cut: bool = False) -> QuantizationRow:
    first = files[0]
    shard, part = parse_shard_name(first.name), parse_part_name(first.name)
    stem = part.whole if part is not None else first.name
    stem = shard.stem if shard is not None else stem[: -len(".gguf")]
    folders = first.path.split("/")[:-1]
    named = quantization_from_name(stem) or (quantization_from_name(folders[-1]) if folders else "")
    size_bytes = sum(file.size_bytes for file in files)
    bits = size_bytes * 8 / parameters if parameters else None
    return QuantizationRow(named or stem, files, size_bytes, bits if bits is not None and bits < 64 else None, is_cut)


def _word(path: str) -> str:
    """Return what the words of a path say that it is besides a model; empty if they say nothing."""
    return next((kind for kind, words in _WORDS if words.search(path)), "")


def _is_companion(row: QuantizationRow, parameters: int | None) -> bool:
    name = quantization_from_name(row.path)
    if _PROJECTOR_NAME.search(row.path) or (not name and _word(row.path) == _IMPORTANCE_MATRIX):
        return True
    if not parameters:
        return not name
    return row.size_bytes * 8 < parameters * _bits(name) * _SMALL


def _estimated_parameters(rows: Sequence[QuantizationRow]) -> int | None:
    """Return about how many weights the model has that most of these files hold."""
    if not rows:
        return None
    import statistics  # not before a model of the Hub is looked at

    return round(statistics.median_high(row.size_bytes * 8 / _bits(row.quantization) for row in rows))


def _bits(quantization: str) -> float:
    name = quantization.removeprefix("UD-")
    return next((bits for beginning, bits in _BITS if name.startswith(beginning)), _USUAL_BITS)
