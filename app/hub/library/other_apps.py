"""Where other apps keep their models. Only looked at, never written (reference: hub.md A6)."""

from __future__ import annotations

import contextlib
import enum
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.environment import variable
from app.file_facts import full_path, is_folder, open_file, read_file, real_path
from app.hub.library.library_model import ModelOrigin

_LARGEST_SETTINGS_BYTES = 1024 * 1024


class FolderLayout(enum.Enum):
    """How an app arranges its files."""

    FILES = "files"
    """`*.gguf` at any depth."""
    OLLAMA = "ollama"
    """Manifests that name blobs without an extension."""
    HUGGING_FACE = "hugging face"
    """`models--OWNER--NAME/snapshots/COMMIT/…`, links to blobs."""


@dataclass(frozen=True, slots=True)
class ForeignFolder:
    """A folder of another app."""

    origin: ModelOrigin
    path: Path
    layout: FolderLayout = FolderLayout.FILES


class OtherApps:
    """Knows the folders of other apps for this user, as their own rules find them."""

    def __init__(
        self,
        *,
        home: Path,
        environment: Mapping[str, str],
        platform: str = sys.platform,
        more_folders: Sequence[Path] = (),
    ) -> None:
        self._home = home
        self._environment = environment
        self._platform = platform
        self._more_folders = tuple(more_folders)

    @classmethod
    def of_this_user(cls, *, more_folders: Sequence[Path] = ()) -> OtherApps:
        """Return those of the person who runs the app; `more_folders` are those that she named."""
        return cls(home=Path.home(), environment=os.environ, more_folders=more_folders)

    def folders(self) -> tuple[ForeignFolder, ...]:
        """Return the folders that exist now, each once."""
        found: dict[Path, ForeignFolder] = {}
        for folder in self._candidates():
            with contextlib.suppress(OSError):
                if is_folder(folder.path):
                    found.setdefault(real_path(folder.path), folder)
        return tuple(found.values())

    def _candidates(self) -> Iterator[ForeignFolder]:
        for path in self._more_folders:
            yield ForeignFolder(ModelOrigin.FOLDER, path)
        yield ForeignFolder(ModelOrigin.LM_STUDIO, self._lm_studio())
        yield ForeignFolder(ModelOrigin.JAN, self._jan())
        yield ForeignFolder(ModelOrigin.GPT4ALL, self._local_data() / "nomic.ai" / "GPT4All")
        for path in self._ollama():
            yield ForeignFolder(ModelOrigin.OLLAMA, path, FolderLayout.OLLAMA)
        for path in self._llama_cpp():
            yield ForeignFolder(ModelOrigin.LLAMA_CPP, path)
        yield ForeignFolder(ModelOrigin.HUGGING_FACE_CACHE, self._hugging_face(), FolderLayout.HUGGING_FACE)

    def _lm_studio(self) -> Path:
        home = self._set("LMSTUDIO_HOME")
        if home is None:
            pointer = self._home / ".lmstudio-home-pointer"
            with contextlib.suppress(OSError, UnicodeDecodeError, ValueError):
                home = Path(read_file(pointer).decode().strip())
        if home is None:
            old = self._home / ".cache" / "lm-studio"
            home = old if is_folder(old) else self._home / ".lmstudio"
        chosen = _text_in(home / "settings.json", "downloadsFolder")
        return Path(chosen) if chosen else home / "models"

    def _jan(self) -> Path:
        folder = self._set("JAN_DATA_FOLDER")
        if folder is None:
            data = self._roaming_data() / "Jan"
            chosen = _text_in(data / "settings.json", "data_folder")
            folder = Path(chosen) if chosen else data / "data"
        return folder / "llamacpp" / "models"

    def _ollama(self) -> Iterator[Path]:
        yield self._set("OLLAMA_MODELS") or self._home / ".ollama" / "models"
        if self._platform == "linux":
            yield Path("/usr/share/ollama/.ollama/models")

    def _llama_cpp(self) -> Iterator[Path]:
        own = self._set("LLAMA_CACHE")
        if own is not None:
            yield own
        elif self._platform == "darwin":
            yield self._home / "Library" / "Caches" / "llama.cpp"
        elif self._platform == "win32":
            yield self._local_data() / "llama.cpp"
        else:
            yield (self._set("XDG_CACHE_HOME") or self._home / ".cache") / "llama.cpp"

    def _hugging_face(self) -> Path:
        for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
            folder = self._set(name)
            if folder is not None:
                return folder
        home = self._set("HF_HOME")
        if home is not None:
            return home / "hub"
        return (self._set("XDG_CACHE_HOME") or self._home / ".cache") / "huggingface" / "hub"

    def _local_data(self) -> Path:
        if self._platform == "win32":
            return self._set("LOCALAPPDATA") or self._home / "AppData" / "Local"
        return self._data()

    def _roaming_data(self) -> Path:
        if self._platform == "win32":
            return self._set("APPDATA") or self._home / "AppData" / "Roaming"
        return self._data()

    def _data(self) -> Path:
        if self._platform == "darwin":
            return self._home / "Library" / "Application Support"
        return self._set("XDG_DATA_HOME") or self._home / ".local" / "share"

    def _set(self, name: str) -> Path | None:
        value = variable(self._environment, name)
        return full_path(Path(value)) if value else None


def _text_in(path: Path, key: str) -> str:
    """Return a text of another app's settings; empty if there is none."""
    try:
        with open_file(path) as file:
            settings: Any = json.loads(file.read(_LARGEST_SETTINGS_BYTES))
    except (OSError, ValueError, RecursionError):
        return ""
    value = settings.get(key) if isinstance(settings, dict) else None
    return value if isinstance(value, str) else ""
