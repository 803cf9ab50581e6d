"""Everything about one repository that a person decides by, and the part that sees images to take of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import UserError
from app.gguf.projectors import is_projector_name, preference
from app.hub.catalogue.search import HubModel
from app.hub.connection.errors import NoSuchQuantization, SeveralFilesMatch
from app.hub.connection.remote_file import HubFile
from app.hub.quantization_row import IMAGE_PROJECTOR, CompanionFile, QuantizationRow
from app.text import translatable


@dataclass(frozen=True, slots=True)
class ModelPage:
    """A model's page: facts, what the card says first, and what can be downloaded."""

    model: HubModel
    address: str
    description: str
    """The first paragraphs of the card, as plain text; empty if there is none."""
    quantizations: tuple[QuantizationRow, ...]
    companions: tuple[CompanionFile, ...] = ()
    incomplete: tuple[str, ...] = ()

    def row(self, wanted: str) -> QuantizationRow:
        """Return the row of a file's path, a quantization, or a file's name; capitals matter only between several.

        Raises `NoSuchQuantization` and `SeveralFilesMatch`.
        """
        path = wanted.strip("/")
        lower = path.lower()
        matches = [row for row in self.quantizations if any(file.path == path for file in row.files)]
        matches = matches or [
            row for row in self.quantizations if any(file.path.lower() == lower for file in row.files)
        ]
        matches = matches or [row for row in self.quantizations if row.quantization.lower() == lower]
        matches = matches or [
            row for row in self.quantizations if any(file.name.lower() == lower for file in row.files)
        ]
        if not matches:
            available = tuple(dict.fromkeys(row.quantization for row in self.quantizations))
            raise NoSuchQuantization(self.model.repo, wanted, available=available)
        if len(matches) > 1:
            raise SeveralFilesMatch(self.model.repo, wanted, files=tuple(row.path for row in matches))
        return matches[0]


class NoImagePart(UserError):
    """A repository has no part that sees images."""

    message = translatable("{repo} has no part that sees images (an mmproj file).")
    advice = translatable("Download it without images, or choose the repository of a model that sees.")

    def __init__(self, repo: str) -> None:
        super().__init__(repo=repo)


def image_part_of(page: ModelPage) -> HubFile | None:
    """Return the file to take of a page's parts that see images: F16 before Q8_0 and others; `None` without one."""
    files = [
        companion.file
        for companion in page.companions
        if companion.kind == IMAGE_PROJECTOR and is_projector_name(companion.file.name)
    ]
    return min(files, key=lambda file: (preference(file.name), file.path.count("/"), file.size_bytes), default=None)


def image_part_of_page(page: ModelPage) -> HubFile:
    """Return the file to take; raises `NoImagePart`."""
    part = image_part_of(page)
    if part is None:
        raise NoImagePart(page.model.repo)
    return part
