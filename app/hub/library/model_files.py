"""Which files make up a model, and what it is called after them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.file_facts import full_path, is_file, size_of_file
from app.gguf import parse_shard_name, shard_set
from app.gguf.projectors import is_projector_name
from app.text import visible_line


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files that should be there, first shard first; not all of them need exist."""

    stem: str
    """The file name without `.gguf` and shard number, all of it seen: what the model is called unless it is named
    otherwise."""
    paths: tuple[Path, ...]

    @classmethod
    def of(cls, path: Path) -> ModelFiles:
        """Return the files of the model that `path`, whichever of its files, belongs to."""
        absolute = full_path(path)
        shard = parse_shard_name(absolute.name)
        stem = shard.stem if shard is not None else absolute.stem
        return cls(visible_line(stem), shard_set(absolute).paths)

    @property
    def first(self) -> Path:
        """The file that llama.cpp is given."""
        return self.paths[0]

    @property
    def has_storable_name(self) -> bool:
        """Whether its path is valid Unicode; on Linux a name may be any bytes, and JSON cannot hold those."""
        try:
            str(self.first).encode()
        except UnicodeEncodeError:
            return False
        return True

    def missing(self) -> tuple[Path, ...]:
        """Return the files that are not there."""
        return tuple(path for path in self.paths if not is_file(path))

    def size_bytes(self) -> int:
        """Return the sizes of the files that are there, added up."""
        return sum(size_of_file(path) or 0 for path in self.paths)


def parts_left_alone(model_files: Iterable[Path]) -> tuple[Path, ...]:
    """Return the parts that see images beside a model, which serve no other model in its folder."""
    files = tuple(model_files)
    folders = {path.parent for path in files}
    found: list[Path] = []
    for folder in folders:
        try:
            beside = [path for path in folder.glob("*.gguf") if path not in files and is_file(path)]
        except OSError:
            continue
        if all(is_projector_name(path.name) for path in beside):
            found += beside
    return tuple(sorted(found))
