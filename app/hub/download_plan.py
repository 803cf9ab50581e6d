"""What will be downloaded, decided and pinned to a commit; kept on disk by the queue."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.hub.hub_file import HubFile
from app.hub.model_page import ModelPage
from app.hub.quantization_row import QuantizationRow
from app.hub.server_paths import local_path


class DownloadPlan(msgspec.Struct, frozen=True, kw_only=True):
    """One model: a file, or all files of a shard set."""

    repo: str
    commit: str
    quantization: str
    files: tuple[HubFile, ...]

    @classmethod
    def of(cls, page: ModelPage, row: QuantizationRow) -> DownloadPlan:
        """Return the plan for a row of a page."""
        return cls(repo=page.model.repo, commit=page.model.commit, quantization=row.quantization, files=row.files)

    @property
    def total_bytes(self) -> int:
        """All files together."""
        return sum(file.size_bytes for file in self.files)

    @property
    def name(self) -> str:
        """What people call it: the first file's name."""
        return self.files[0].name

    def targets(self, models_folder: Path) -> tuple[Path, ...]:
        """Return where the files belong; raises `FileNameIsUnsafe`."""
        return tuple(local_path(models_folder, self.repo, file.path) for file in self.files)
