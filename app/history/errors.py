"""What can go wrong with the file that holds the conversations.

::

    UserError
    └── HistoryError               carries the path
        ├── DatabaseIsLocked       another program holds it
        ├── DatabaseIsDamaged      not a database, or broken inside
        ├── DatabaseIsMissing      there was one, and it is not where it was
        ├── DatabaseWasReplaced    moved, deleted or written over while it was open
        ├── DatabaseHoldsLess      the newest copy has what it lacks, and nobody has deleted
        ├── NothingCanBeRead       damaged so that no message is found in it
        ├── DatabaseIsNewer        written by a later version of Aside
        ├── BackupIsDamaged        a copy that cannot be put back
        ├── DiskIsFull             nothing can be added
        ├── NoRoomForBackup        a copy that did not fit on the disk
        ├── HistoryIsBeingReplaced a backup is being put in the place of everything
        └── DatabaseIsNotWritable  missing rights, read-only medium, failing disk

    DatabaseWasInterrupted         no error: a read that nobody waits for any more was ended
"""

from __future__ import annotations

from pathlib import Path

from app.errors import UserError
from app.text import translatable


class HistoryError(UserError):
    """The conversations cannot be read or saved; the subclasses say why."""

    def __init__(self, message: str, advice: str, *, path: Path, details: str = "") -> None:
        super().__init__(message, advice, values={"path": str(path)}, details=details)
        self.path = path


class DatabaseIsLocked(HistoryError):
    """Another program holds the file for longer than we wait."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("Another program is using the conversations."),
            translatable("Close the other program that has {path} open; Aside keeps trying to save."),
            path=path,
            details=details,
        )


class DatabaseIsDamaged(HistoryError):
    """The file is not a database of ours, or is broken inside."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("The file with the conversations is damaged."),
            translatable("Put a backup in the place of {path}, or start a new history: the file is kept beside it."),
            path=path,
            details=details,
        )


class DatabaseIsMissing(HistoryError):
    """There was a file with conversations, and it is gone: an empty one in its place would be taken for it."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("The file with the conversations is not where it was."),
            translatable(
                "Look for {path}: it was moved, renamed or deleted, or its disk is not there."
                " Put it back and try again, or restore a backup."
            ),
            path=path,
            details=details,
        )


class DatabaseWasReplaced(HistoryError):
    """What lies at the path is no longer what was opened there."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("The file with the conversations was moved, deleted or replaced while Aside had it open."),
            translatable(
                "What Aside still had of it is among the backups. Restore that, or put {path} back and try again."
            ),
            path=path,
            details=details,
        )


class DatabaseHoldsLess(HistoryError):
    """What lies at the path lacks what the newest copy has, and was not deleted: it was shortened, or is another."""

    def __init__(self, path: Path, *, missing: int, details: str = "") -> None:
        super().__init__(
            translatable("The file with the conversations holds less than the newest backup."),
            translatable(
                "Missing conversations and messages: {missing}. Restore a backup, or put the right file in the place of"
                " {path} and try again. If this is the right one, go on with it."
            ),
            path=path,
            details=details,
        )
        self.values["missing"] = missing


class NothingCanBeRead(HistoryError):
    """A damaged file of which nothing is left."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translatable("No message can be read in the damaged file."),
            translatable("Restore a backup, or start with an empty history; {path} is kept beside it."),
            path=path,
        )


class BackupIsDamaged(HistoryError):
    """A copy of the database is broken, so it is not put in the place of anything."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("This backup is damaged and cannot be restored."),
            translatable("Choose another backup than {path}. Your conversations are as they were."),
            path=path,
            details=details,
        )


class DatabaseIsNewer(HistoryError):
    """A later version of Aside has written the file; this one would not understand it."""

    def __init__(self, path: Path, *, found_version: int, known_version: int) -> None:
        super().__init__(
            translatable("The conversations were last opened with a newer version of Aside."),
            translatable("Update Aside, or move {path} away to start a new history. Nothing was changed."),
            path=path,
            details=f"format {found_version}; this version reads up to {known_version}",
        )


class DiskIsFull(HistoryError):
    """There is no room for what should be saved."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("The disk is full, so the conversation cannot be saved."),
            translatable("Free some space on the disk that holds {path}; Aside saves as soon as there is room."),
            path=path,
            details=details,
        )


class NoRoomForBackup(HistoryError):
    """The disk holds no second copy of the conversations."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("There is no room for a backup of the conversations."),
            translatable(
                "Free some space on the disk that holds {path}. The conversations and the older backups are whole."
            ),
            path=path,
            details=details,
        )


class DatabaseIsNotWritable(HistoryError):
    """The file or its folder cannot be made, opened or written."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("The conversations cannot be saved to their file."),
            translatable("Check that {path} may be written, and that its disk works and has room for you."),
            path=path,
            details=details,
        )


class HistoryIsBeingReplaced(HistoryError):
    """What would be written now would be lost a moment later."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translatable("A backup is being restored, so nothing can be changed just now."),
            translatable("Try again when it is restored, or stop that. What you have typed is kept."),
            path=path,
        )


class DatabaseWasInterrupted(Exception):
    """`Database.interrupt` has ended a read; whoever asked for that knows, nobody else sees it."""
