"""The queue on disk, so that it survives the app."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file
from app.hub.connection.server_paths import is_repository_name, is_safe_path
from app.hub.transfer.download_plan import DownloadPlan
from app.private_files import make_private_folder


class _Contents(msgspec.Struct):
    downloads: list[DownloadPlan] = []


class QueueFile:
    """Keeps the plans that are not done, in order. A file that cannot be read or written is no error: parts remain."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[DownloadPlan, ...]:
        """Return the plans; what makes no sense is dropped."""
        try:
            contents = msgspec.json.decode(read_file(self._path), type=_Contents)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return ()
        return tuple(plan for plan in contents.downloads if _is_sound(plan))

    def save(self, plans: Iterable[DownloadPlan]) -> None:
        """Replace the plans."""
        with contextlib.suppress(OSError):
            make_private_folder(self._path.parent)
            write_atomically(self._path, msgspec.json.encode(_Contents(list(plans))))


def _is_sound(plan: DownloadPlan) -> bool:
    return bool(plan.files) and is_repository_name(plan.repo) and all(is_safe_path(file.path) for file in plan.files)
