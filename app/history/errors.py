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
        ├── NotSavedYet            what closing would lose
        ├── LeftElsewhere          a file with what could not be saved at the end
        ├── NoRoomForBackup        a copy that did not fit on the disk
        ├── HistoryIsBeingReplaced a backup is being put in the place of everything
        └── DatabaseIsNotWritable  missing rights, read-only medium, failing disk

    DatabaseWasInterrupted         no error: a read that nobody waits for any more was ended
"""

from __future__ import annotations

from pathlib import Path

from app.errors import FileProblem
from app.text import translatable


class HistoryError(FileProblem):
    """The conversations cannot be read or saved; the subclasses say why."""


class DatabaseIsLocked(HistoryError):
    """Another program holds the file for longer than we wait."""

    message = translatable("Another program is using the conversations.")
    advice = translatable("Close the other program that has {path} open; Aside keeps trying to save.")


class DatabaseIsDamaged(HistoryError):
    """The file is not a database of ours, or is broken inside."""

    message = translatable("The file with the conversations is damaged.")
    advice = translatable("Put a backup in the place of {path}, or start a new history: the file is kept beside it.")


class DatabaseIsMissing(HistoryError):
    """There was a file with conversations, and it is gone: an empty one in its place would be taken for it."""

    message = translatable("The file with the conversations is not where it was.")
    advice = translatable(
        "Look for {path}: it was moved, renamed or deleted, or its disk is not there."
        " Put it back and try again, or restore a backup."
    )


class DatabaseWasReplaced(HistoryError):
    """What lies at the path is no longer what was opened there."""

    message = translatable("The file with the conversations was moved, deleted or replaced while Aside had it open.")
    advice = translatable(
        "What Aside still had of it is among the backups. Restore that, or put {path} back and try again."
    )


class DatabaseHoldsLess(HistoryError):
    """What lies at the path lacks what the newest copy has, and was not deleted: it was shortened, or is another."""

    message = translatable("The file with the conversations holds less than the newest backup.")
    advice = translatable(
        "Missing conversations and messages: {missing}. Restore a backup, or put the right file in the place of"
        " {path} and try again. If this is the right one, go on with it."
    )

    def __init__(self, path: Path, *, missing: int, details: str = "") -> None:
        super().__init__(path, details=details)
        self.values["missing"] = missing


class NothingCanBeRead(HistoryError):
    """A damaged file of which nothing is left."""

    message = translatable("No message can be read in the damaged file.")
    advice = translatable("Restore a backup, or start with an empty history; {path} is kept beside it.")


class BackupIsDamaged(HistoryError):
    """A copy of the database is broken, so it is not put in the place of anything."""

    message = translatable("This backup is damaged and cannot be restored.")
    advice = translatable("Choose another backup than {path}. Your conversations are as they were.")


class DatabaseIsNewer(HistoryError):
    """A later version of Aside has written the file; this one would not understand it."""

    message = translatable("The conversations were last opened with a newer version of Aside.")
    advice = translatable("Update Aside, or move {path} away to start a new history. Nothing was changed.")

    def __init__(self, path: Path, *, found_version: int, known_version: int) -> None:
        super().__init__(path, details=f"format {found_version}; this version reads up to {known_version}")


class DiskIsFull(HistoryError):
    """There is no room for what should be saved."""

    message = translatable("The disk is full, so the conversation cannot be saved.")
    advice = translatable(
        "Free some space on the disk that holds {path}. What is on the screen stays, and is saved when there is room."
    )


class NotSavedYet(HistoryError):
    """Something that was written or said is not in the file, which refuses it just now."""

    message = translatable("What came last is not saved yet.")
    advice = translatable(
        "Check that the disk that holds {path} has room and works; Aside goes on trying."
        " Closing now leaves it in a file elsewhere, if one can be written."
    )


class LeftElsewhere(HistoryError):
    """The last run has ended with something that history refused."""

    message = translatable("What could not be saved when Aside was closed is kept in a file.")
    advice = translatable("It is {path}. This is said until the file is moved or deleted.")


class NoRoomForBackup(HistoryError):
    """The disk holds no second copy of the conversations."""

    message = translatable("There is no room for a backup of the conversations.")
    advice = translatable(
        "Free some space on the disk that holds {path}. The conversations and the older backups are whole."
    )


class DatabaseIsNotWritable(HistoryError):
    """The file or its folder cannot be made, opened or written."""

    message = translatable("The conversations cannot be saved to their file.")
    advice = translatable("Check that {path} may be written, and that its disk works and has room for you.")


class HistoryIsBeingReplaced(HistoryError):
    """What would be written now would be lost a moment later."""

    message = translatable("A backup is being restored, so nothing can be changed just now.")
    advice = translatable("Try again when it is restored, or stop that. What you have typed is kept.")


class DatabaseWasInterrupted(Exception):
    """`Database.interrupt` has ended a read; whoever asked for that knows, nobody else sees it."""
