"""The part of a model that sees images: which one to take of a repository."""

from __future__ import annotations

from app.errors import UserError
from app.gguf.projectors import is_projector_name, preference
from app.hub.catalogue.model_page import ModelPage
from app.hub.connection.hub_file import HubFile
from app.hub.quantization_row import IMAGE_PROJECTOR
from app.text import translatable


class NoImagePart(UserError):
    """A repository has no part that sees images."""

    def __init__(self, repo: str) -> None:
        super().__init__(
            translatable("{repo} has no part that sees images (an mmproj file)."),
            translatable("Download it without images, or choose the repository of a model that sees."),
            values={"repo": repo},
        )


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
