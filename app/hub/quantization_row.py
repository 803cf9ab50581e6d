"""The files of a repository, sorted into what can be chatted with and what accompanies it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.gguf import parse_shard_name, quantization_from_name
from app.hub.hub_file import HubFile
from app.hub.server_paths import is_safe_path

_COMPANION = re.compile(
    r"(?:^|[-_./])(?P<kind>mmproj|imatrix|mtp|eagle\d?|dflash|dspark|draft|drafter|assistant-draft)(?=[-_.]|$)",
    re.IGNORECASE,
)
IMAGE_PROJECTOR = "image projector"
_COMPANION_KINDS = {"mmproj": IMAGE_PROJECTOR, "imatrix": "importance matrix"}
_DRAFT = "draft model"


@dataclass(frozen=True, slots=True)
class QuantizationRow:
    """One model that can be downloaded: a file, or a shard set that counts as one."""

    quantization: str
    """Such as `Q4_K_M`; the file's name without `.gguf` if it says none."""
    files: tuple[HubFile, ...]
    """First shard first."""
    size_bytes: int
    bits_per_weight: float | None = None

    @property
    def path(self) -> str:
        """The file that names it: the first."""
        return self.files[0].path

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
    """What a repository offers. `incomplete` names shard sets of which files are missing; they are no rows."""

    rows: tuple[QuantizationRow, ...] = ()
    companions: tuple[CompanionFile, ...] = ()
    incomplete: tuple[str, ...] = ()


def sorted_files(files: Iterable[HubFile], *, parameters: int | None) -> RepositoryFiles:
    """Return the rows, smallest first. Files whose names are not safe to write are left out."""
    companions: list[CompanionFile] = []
    incomplete: list[str] = []
    sets: dict[tuple[str, str, int], dict[int, HubFile]] = {}
    for file in files:
        lower = file.path.lower()
        if not is_safe_path(file.path) or not lower.endswith((".gguf", ".gguf_file", "imatrix.dat")):
            continue
        companion = _COMPANION.search(file.path)
        if companion is not None or not lower.endswith(".gguf"):
            kind = companion["kind"].lower() if companion is not None else "imatrix"
            companions.append(CompanionFile(_COMPANION_KINDS.get(kind, _DRAFT), file))
            continue
        shard = parse_shard_name(file.name)
        folder = file.path[: -len(file.name)]
        key = (folder, shard.stem, shard.count) if shard is not None else (folder, file.name, 1)
        sets.setdefault(key, {})[shard.number if shard is not None else 1] = file
    rows: list[QuantizationRow] = []
    for (folder, stem, count), numbered in sets.items():
        if len(numbered) != count:
            incomplete.append(folder + stem)
            continue
        rows.append(_row(tuple(numbered[number] for number in sorted(numbered)), parameters))
    rows.sort(key=lambda row: (row.size_bytes, row.path))
    return RepositoryFiles(tuple(rows), tuple(companions), tuple(sorted(incomplete)))


def _row(files: tuple[HubFile, ...], parameters: int | None) -> QuantizationRow:
    first = files[0]
    shard = parse_shard_name(first.name)
    stem = shard.stem if shard is not None else first.name.removesuffix(".gguf")
    folders = first.path.split("/")[:-1]
    named = quantization_from_name(stem) or (quantization_from_name(folders[-1]) if folders else "")
    size_bytes = sum(file.size_bytes for file in files)
    bits = size_bytes * 8 / parameters if parameters else None
    return QuantizationRow(named or stem, files, size_bytes, bits if bits is not None and bits < 64 else None)
