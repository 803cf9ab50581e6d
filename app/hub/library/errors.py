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
    ├── HubProblem (connection.errors)      those that may pass are tried again by themselves:
    │   ├── NoNetwork, HostNotFound, ConnectionBroke, ServerStalled
    │   ├── TooManyRequests (429), ServerFailed (5xx, 408), AddressExpired (403 of the storage)
    │   ├── TransferWasAltered, FileChangedOnHub
    │   │   the others never:
    │   ├── OfflineSwitchIsOn, EndpointIsUnusable, TokenIsUnusable
    │   ├── CertificateNotTrusted, CertificatesUnreadable, ProxyRefused, ProxyIsUnusable
    │   ├── TokenRefused (401), ModelIsGated, AccessForbidden (403)
    │   ├── RepositoryNotFound, FileNotOnHub (404), RangeRefused (416)
    │   ├── AnswerNotUnderstood, HeaderTooLong, FileNameIsUnsafe, HashIsWrong
    │   └── DownloadRunsElsewhere, NoSuchQuantization, SeveralFilesMatch
    └── DiskProblem (transfer.disk)
        ├── DiskIsFull, FolderIsReadOnly, FileTooLargeForDisk (FAT32), PathIsTooLong
        └── DriveIsGone, DownloadNotWritten
"""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import FileProblem, UserError
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
            name=name,
            close_matches=", ".join(close_matches),
        )


class AmbiguousModelName(UserError):
    """Several models answer to this name."""

    message = translatable("“{name}” may mean several models.")
    advice = translatable("Use one of these names: {matches}.")

    def __init__(self, name: str, matches: Sequence[str]) -> None:
        super().__init__(name=name, matches=", ".join(matches))


class NameIsTaken(UserError):
    """A model cannot be called what another one is called already, or nothing at all."""

    message = translatable("No model can be renamed to “{name}”.")
    advice = translatable("Choose a name that no other model has.")

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class ModelFileIsMissing(FileProblem):
    """There is no file at this path."""

    message = translatable("There is no file {path}.")
    advice = translatable("Check the path; if the file is on another disk, connect it.")


class ModelFileIsUnreadable(FileProblem):
    """The file is there but cannot be read."""

    message = translatable("{path} cannot be read.")
    advice = translatable("Check that you may read it and that its disk works.")


class ModelIsIncomplete(UserError):
    """Parts of the model are missing."""

    message = translatable("“{name}” is incomplete.")
    advice = translatable("Put the missing files beside the others: {missing}.")

    def __init__(self, name: str, missing: Sequence[str]) -> None:
        super().__init__(name=name, missing=", ".join(missing))


class ModelsAreDamaged(UserError):
    """Verifying found files that are not what they were, or not there."""

    message = translatable("Not sound: {names}.")
    advice = translatable("Get the file again, or remove the model with: aside models remove.")

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names=", ".join(names))


class ModelsAreOffline(UserError):
    """Verifying could not reach the files; nothing is known to be wrong with them."""

    message = translatable("Cannot be reached now: {names}.")
    advice = translatable("Connect the disk that the files are on, or check that you may read them.")

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names=", ".join(names))


class StarterCannotBeRemoved(UserError):
    """The built-in model is part of the app."""

    message = translatable("“{name}” belongs to Aside and cannot be removed.")
    advice = translatable("It is small; simply choose another model.")

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class ModelNotRemoved(FileProblem):
    """The file cannot be deleted, for example because a program has it open."""

    message = translatable("{path} cannot be deleted.")
    advice = translatable("Unload the model, close programs that use the file, and check that you may delete it.")


class LibraryNotSaved(FileProblem):
    """The list of models cannot be written, or another program holds it."""

    message = translatable("The list of models cannot be saved.")
    advice = translatable("Check that {path} may be written and that its disk has room.")


class LastModelIsGone(UserError):
    """The model that was used last cannot be used now."""

    def __init__(self, name: str) -> None:
        super().__init__(
            translatable("The model {name} that was used last is not there now."),
            translatable("Connect its disk and start Aside again, or choose another model."),
            name=name,
        )
