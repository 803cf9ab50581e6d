"""What servers send as files: resources under a name that says what they are, pictures that can be shown."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from app.attachments.errors import AttachmentError
from app.attachments.picture import checked_picture
from app.cancellation import StopSignal
from app.messages import Image
from app.text import visible_line
from app.tools.server_process.messages import Picture, ResourceRead, ServerResource

_LONGEST_NAME = 80
_LARGEST_PICTURE_BYTES = 8 << 20
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_ENDINGS = {"text/plain": ".txt", "text/markdown": ".md", "application/json": ".json", "text/x-python": ".py"}


@dataclass(frozen=True, slots=True)
class ResourceFile:
    """A resource as a file that was not read from a disk; its name has no folders."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WantedResource:
    """A resource that a question should have; `read` waits for it, and raises `UserError` and `Cancelled`."""

    name: str
    read: Callable[[StopSignal], ResourceFile]


def file_of(resource: ServerResource, read: ResourceRead) -> ResourceFile:
    """Return what a server has sent for a resource, under a name with the ending of its kind."""
    said = resource.name or PurePosixPath(resource.uri.rstrip("/")).name
    name = _NOT_IN_NAMES.sub("-", visible_line(said)).strip(" .-")[-_LONGEST_NAME:] or "resource"
    kind = (read.kind or resource.kind).partition(";")[0].strip().lower()
    ending = _ENDINGS.get(kind) or mimetypes.guess_extension(kind) or ""
    if ending and not name.lower().endswith(ending) and not PurePosixPath(name).suffix:
        name += ending
    return ResourceFile(name, read.data or read.text.encode(errors="replace"))


def pictures_of(sent: Iterable[Picture]) -> tuple[Image, ...]:
    """Return those that can be shown, by what they are, whatever was said of them."""
    found: list[Image] = []
    for picture in sent:
        try:
            kind = checked_picture("picture", picture.data).kind
        except AttachmentError:
            continue
        if len(picture.data) <= _LARGEST_PICTURE_BYTES:
            found.append(Image(f"picture-{len(found) + 1}.{kind.value}", picture.data))
    return tuple(found)
