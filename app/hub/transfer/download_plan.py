"""What will be downloaded, decided and pinned to a commit; kept on disk by the queue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.hub.catalogue.model_page import ModelPage
from app.hub.connection.remote_file import HubFile
from app.hub.connection.server_paths import local_path
from app.hub.library.library_model import LibraryModel
from app.hub.quantization_row import QuantizationRow

if TYPE_CHECKING:
    from app.hub.catalogue.catalogue import Catalogue


class DownloadPlan(msgspec.Struct, frozen=True, kw_only=True):
    """One model: a file, all files of a shard set, or the pieces of a file that was cut; and perhaps the part that sees
    images, which comes last.
    """

    repo: str
    commit: str
    quantization: str
    files: tuple[HubFile, ...]
    image_part: str = ""
    """The path of the part that sees images, if it is to come along."""
    whole_path: str = ""
    """The path of the file that the files are pieces of, if it was cut; they are joined then."""

    @classmethod
    def of(cls, page: ModelPage, row: QuantizationRow, *, image_part: HubFile | None = None) -> DownloadPlan:
        """Return the plan for a row of a page, and for a part that sees images."""
        return cls(
            repo=page.model.repo,
            commit=page.model.commit,
            quantization=row.quantization,
            files=(*row.files, image_part) if image_part is not None else row.files,
            image_part=image_part.path if image_part is not None else "",
            whole_path=row.whole_path if row.is_cut else "",
        )

    @property
    def model_files(self) -> tuple[HubFile, ...]:
        """The files without the part that sees images."""
        return self.files[:-1] if self.image_part else self.files

    @property
    def total_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files)

    @property
    def name(self) -> str:
        """What people call it: the first file's name."""
        return (self.whole_path or self.files[0].path).rsplit("/", 1)[-1]

    def whole_target(self, models_folder: Path) -> Path | None:
        """Return where the joined file belongs, `None` if nothing is to be joined; raises `FileNameIsUnsafe`."""
        return local_path(models_folder, self.repo, self.whole_path) if self.whole_path else None

    def targets(self, models_folder: Path) -> tuple[Path, ...]:
        """Return where the files belong, the part that sees images beside the model; raises `FileNameIsUnsafe`."""
        folder = self.files[0].path.removesuffix(self.files[0].name)
        return tuple(
            local_path(models_folder, self.repo, folder + file.name if file.path == self.image_part else file.path)
            for file in self.files
        )


# Whether the Hub has a newer version of a model on this computer. Asked only when the person wants to know.


def update_of(catalogue: Catalogue, model: LibraryModel) -> DownloadPlan | None:
    """Return what to download to have the newest version; `None` if this is it, or the Hub has the file no more.

    Raises `HubProblem`.
    """
    if model.source is None:
        return None
    page = catalogue.page(model.source.repo, with_card=False)
    if page.model.commit == model.source.commit:
        return None
    row = next((row for row in page.quantizations if row.path == model.source.paths[0]), None)
    if row is None:
        return None
    is_same = row.size_bytes == model.size_bytes and (row.is_cut or row.files[0].sha256 == model.sha256)
    return None if is_same else DownloadPlan.of(page, row)
