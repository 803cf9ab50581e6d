"""What can go wrong with a file that conversations come from or go to.

::

    UserError
    └── ExchangeError           carries the path
        ├── FileIsNotAnExport   nothing that we know
        ├── ExportIsBroken      known, but damaged: cut short, wrong types, impossible links
        ├── ExportIsTooLarge    one conversation in it is beyond all bounds
        └── FileIsOutOfReach    cannot be read or written
            ├── DiskHasNoRoom   for what should be written
            ├── NameIsTooLong   for the system, or the disk
            ├── FolderIsGone    with its disk, perhaps
            └── PlaceIsClosed   nothing may be written there
"""

from __future__ import annotations

import errno
from pathlib import Path

from app.errors import FileProblem
from app.text import translatable


class ExchangeError(FileProblem):
    """A file cannot be imported or exported; the subclasses say why."""


class FileIsNotAnExport(ExchangeError):
    """The file is none of the kinds that can be imported."""

    message = translatable("{name} holds no conversations that Aside can read.")
    advice = translatable(
        "Choose an export of Aside, ChatGPT, Claude, Open WebUI, LM Studio or llama.cpp’s page, a chat of"
        " SillyTavern, or messages.jsonl of a thread in Jan; zips of these are read, too."
    )


class ExportIsBroken(ExchangeError):
    """The file is cut short or holds what no export holds."""

    message = translatable("{name} is damaged, so nothing was imported.")
    advice = translatable("Export the conversations again, and check that the file was copied as a whole.")


class ExportIsTooLarge(ExchangeError):
    """A part of the file is larger than any conversation can be."""

    message = translatable("{name} holds a conversation that is too large to import.")
    advice = translatable("Leave that conversation out of the export.")


class FileIsOutOfReach(ExchangeError):
    """The system does not let us read or write it."""

    message = translatable("{name} cannot be read or written.")
    advice = translatable("Check that the file may be used, and that its disk works and has room.")


class DiskHasNoRoom(FileIsOutOfReach):
    """The disk is full, or what one may have of it."""

    message = translatable("There is no room for {name} on that disk.")
    advice = translatable("Free some space there, or choose another place. What is in the window is not lost.")


class NameIsTooLong(FileIsOutOfReach):
    """No file there can be called so."""

    message = translatable("The file was not written: its name is too long.")
    advice = translatable("Choose a shorter name.")


class FolderIsGone(FileIsOutOfReach):
    """It was there when it was chosen."""

    message = translatable("The folder for {name} is not there.")
    advice = translatable("Choose another folder, or connect its disk again.")


class PlaceIsClosed(FileIsOutOfReach):
    """Others own the folder, or the disk can only be read."""

    message = translatable("{name} may not be written in that folder.")
    advice = translatable("Choose another folder, or another disk.")


_KINDS = {
    errno.ENOSPC: DiskHasNoRoom,
    errno.EDQUOT: DiskHasNoRoom,
    errno.ENAMETOOLONG: NameIsTooLong,
    errno.ENOENT: FolderIsGone,
    errno.EACCES: PlaceIsClosed,
    errno.EPERM: PlaceIsClosed,
    errno.EROFS: PlaceIsClosed,
}


def not_written(path: Path, error: Exception) -> FileIsOutOfReach:
    """Return what is told where a file could not be written."""
    kind = _KINDS.get(getattr(error, "errno", None) or 0, FileIsOutOfReach)
    return kind(path, details=str(error))
