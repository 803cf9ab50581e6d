"""What can go wrong with models: on this computer (below), on the way from the Hub, and on the disk.

::

    UserError
    ├── NoSuchModel              nothing has this name
    ├── AmbiguousModelName       several models answer to it
    ├── NameIsTaken              a new name that another model has
    ├── ModelFileIsMissing       no file at this path
    ├── ModelFileIsUnreadable    there, but the system does not let us read it
    ├── ModelIsIncomplete        shards are missing, or a download was cut
    ├── ModelsAreDamaged, ModelsAreOffline  found by verifying
    ├── StarterCannotBeRemoved   it belongs to the app
    ├── ModelNotRemoved          the system refuses to delete its file
    ├── LibraryNotSaved          the list of models cannot be written
    ├── HubProblem (hub_errors)
    │   ├── PassingProblem       tried again by itself
    │   │   ├── NoNetwork, HostNotFound, ConnectionBroke, ServerStalled
    │   │   ├── TooManyRequests (429), ServerFailed (5xx, 408), AddressExpired (403 of the storage)
    │   │   └── TransferWasAltered, FileChangedOnHub
    │   ├── OfflineSwitchIsOn, EndpointIsUnusable, TokenIsUnusable
    │   ├── CertificateNotTrusted, CertificatesUnreadable, ProxyRefused, ProxyIsUnusable
    │   ├── TokenRefused (401), ModelIsGated, AccessForbidden (403)
    │   ├── RepositoryNotFound, FileNotOnHub (404), RangeRefused (416)
    │   ├── AnswerNotUnderstood, HeaderTooLong, FileNameIsUnsafe, HashIsWrong
    │   └── DownloadRunsElsewhere, NoSuchQuantization, SeveralFilesMatch
    └── DiskProblem (disk_errors)
        ├── DiskIsFull, FolderIsReadOnly, FileTooLargeForDisk (FAT32), PathIsTooLong
        └── DriveIsGone, DownloadNotWritten
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.errors import UserError
from app.text import translatable


class NoSuchModel(UserError):
    """No model on this computer has this name."""

    def __init__(self, name: str, *, close_matches: Sequence[str] = ()) -> None:
        if close_matches:
            advice = translatable("Did you mean {close_matches}?")
        else:
            advice = translatable("See the names with: aside models list. A file is named by its path.")
        super().__init__(
            translatable("There is no model “{name}” on this computer."),
            advice,
            values={"name": name, "close_matches": ", ".join(close_matches)},
        )


class AmbiguousModelName(UserError):
    """Several models answer to this name."""

    def __init__(self, name: str, matches: Sequence[str]) -> None:
        super().__init__(
            translatable("“{name}” may mean several models."),
            translatable("Use one of these names: {matches}."),
            values={"name": name, "matches": ", ".join(matches)},
        )


class NameIsTaken(UserError):
    """A model cannot be called what another one is called already, or nothing at all."""

    def __init__(self, name: str) -> None:
        super().__init__(
            translatable("No model can be renamed to “{name}”."),
            translatable("Choose a name that no other model has."),
            values={"name": name},
        )


class ModelFileIsMissing(UserError):
    """There is no file at this path."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translatable("There is no file {path}."),
            translatable("Check the path; if the file is on another disk, connect it."),
            values={"path": str(path)},
        )


class ModelFileIsUnreadable(UserError):
    """The file is there but cannot be read."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("{path} cannot be read."),
            translatable("Check that you may read it and that its disk works."),
            values={"path": str(path)},
            details=details,
        )


class ModelIsIncomplete(UserError):
    """Parts of the model are missing."""

    def __init__(self, name: str, missing: Sequence[str]) -> None:
        super().__init__(
            translatable("“{name}” is incomplete."),
            translatable("Put the missing files beside the others: {missing}."),
            values={"name": name, "missing": ", ".join(missing)},
        )


class ModelsAreDamaged(UserError):
    """Verifying found files that are not what they were, or not there."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            translatable("Not sound: {names}."),
            translatable("Get the file again, or remove the model with: aside models remove."),
            values={"names": ", ".join(names)},
        )


class ModelsAreOffline(UserError):
    """Verifying could not reach the files; nothing is known to be wrong with them."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            translatable("Cannot be reached now: {names}."),
            translatable("Connect the disk that the files are on, or check that you may read them."),
            values={"names": ", ".join(names)},
        )


class StarterCannotBeRemoved(UserError):
    """The built-in model is part of the app."""

    def __init__(self, name: str) -> None:
        super().__init__(
            translatable("“{name}” belongs to Aside and cannot be removed."),
            translatable("It is small; simply choose another model."),
            values={"name": name},
        )


class ModelNotRemoved(UserError):
    """The file cannot be deleted, for example because a program has it open."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("{path} cannot be deleted."),
            translatable("Unload the model, close programs that use the file, and check that you may delete it."),
            values={"path": str(path)},
            details=details,
        )


class LibraryNotSaved(UserError):
    """The list of models cannot be written, or another program holds it."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("The list of models cannot be saved."),
            translatable("Check that {path} may be written and that its disk has room."),
            values={"path": str(path)},
            details=details,
        )
