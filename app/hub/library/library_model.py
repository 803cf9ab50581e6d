"""A model on this computer, as people and programs see it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

from app.gguf.quantization import quantization_from_name, split_model_name


def repository_title(repo: str) -> str:
    """Return a repository's name without its owner and without what all of them end in."""
    name = repo.split("/")[-1]
    return name[:-5] if name.lower().endswith("-gguf") and len(name) > 5 else name


class ModelOrigin(enum.StrEnum):
    """How a model came to be known."""

    IMPORTED = "imported"
    """Registered where it lies, by import or by opening it."""
    DOWNLOADED = "downloaded"
    """In our models folder."""
    BUILT_IN = "built in"
    """Shipped with the app."""
    LM_STUDIO = "LM Studio"
    """Another app's: used where it lies, never changed; so are those below."""
    JAN = "Jan"
    GPT4ALL = "GPT4All"
    OLLAMA = "Ollama"
    LLAMA_CPP = "llama.cpp"
    HUGGING_FACE_CACHE = "Hugging Face cache"
    FOLDER = "folder"
    """In a folder that the person named."""

    @property
    def is_of_another_app(self) -> bool:
        """Whether somebody else keeps the file."""
        return self not in (ModelOrigin.IMPORTED, ModelOrigin.DOWNLOADED, ModelOrigin.BUILT_IN)


class ModelState(enum.StrEnum):
    """Whether a model can be used now; found out each time it is listed."""

    READY = "ready"
    INCOMPLETE = "incomplete"
    """A shard is missing or a file is cut short."""
    OFFLINE = "offline"
    """Its file cannot be reached: moved, deleted, on a disk that is not connected, or not to be read by this person."""
    DAMAGED = "damaged"
    """It is not the file that was registered, or not a model at all."""


@dataclass(frozen=True, slots=True)
class ModelSource:
    """Where on the Hub a model came from: repository, commit, and its files' paths there."""

    repo: str
    commit: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LibraryModel:
    """A model: one file, or a shard set that counts as one (`path` is its first shard, `size_bytes` the sum).

    `sha256` is of the first file and empty where it was never taken. Times are seconds since the epoch.
    """

    name: str
    path: Path
    size_bytes: int
    origin: ModelOrigin
    state: ModelState
    quantization: str = ""
    architecture: str = ""
    is_for_chat: bool = True
    """Whether it is a model that writes text, not what lies beside one: a part that sees images, an adapter."""
    sha256: str = ""
    imported_at: float | None = None
    verified_at: float | None = None
    files: tuple[Path, ...] = ()
    """All files, in the order of the shards."""
    source: ModelSource | None = None
    last_used_at: float | None = None
    image_part: Path | None = None
    """The file beside it that lets it see images, if it can be used now."""

    @property
    def title(self) -> str:
        """What it is called beside its quantization, wherever it is shown: as the Hub does, unless it was renamed."""
        if self.source is not None and self.path.stem.casefold().startswith(self.name.casefold()):
            return repository_title(self.source.repo)
        return split_model_name(self.name)[0]

    @property
    def shown_quantization(self) -> str:
        """What its file's name says, as the Hub does; else what its header does."""
        return quantization_from_name(self.path.name) or self.quantization

    @property
    def sees_images(self) -> bool:
        """Whether it can be shown pictures."""
        return self.image_part is not None

    def is_usable(self) -> bool:
        """Whether it can be loaded now."""
        return self.state is ModelState.READY
