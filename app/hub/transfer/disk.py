"""Whether the disk can take what is downloaded, and what can go wrong when that is written.

The tree of errors is drawn in `app.hub.library.errors`.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.errors import UserError
from app.file_facts import is_folder, real_path
from app.text import format_bytes, translatable

FAT32_LARGEST_FILE_BYTES = 2**32 - 1
_WINDOWS_DISK_FULL = {39, 112}
_WINDOWS_WRITE_PROTECTED = {5, 19}
_WINDOWS_NAME_TOO_LONG = {123, 206}
_WINDOWS_DRIVE_GONE = {3, 15, 21, 55, 1006, 1167}


class DiskProblem(UserError):
    """The models folder cannot take the file."""


class DiskIsFull(DiskProblem):
    """There is less room than the downloads need."""

    def __init__(
        self, folder: Path, *, needed_bytes: int | None = None, free_bytes: int | None = None, spare_bytes: int = 0
    ) -> None:
        if needed_bytes is not None and free_bytes is not None and needed_bytes < free_bytes:
            message = translatable(
                "The downloads need {needed} on the disk of {folder}, and {spare} should stay free; {free} are free."
            )
        elif needed_bytes is not None and free_bytes is not None:
            message = translatable("The downloads need {needed} on the disk of {folder}; {free} are free.")
        else:
            message = translatable("The disk of {folder} is full.")
        super().__init__(
            message,
            translatable("Free some space, remove models you do not use, or move the models folder."),
            folder=str(folder),
            needed=format_bytes(needed_bytes or 0),
            free=format_bytes(free_bytes or 0),
            spare=format_bytes(spare_bytes),
        )


class FolderIsReadOnly(DiskProblem):
    """Nothing may be written there."""

    message = translatable("Nothing can be written in {folder}.")
    advice = translatable("Allow writing there, or choose another models folder in the settings.")

    def __init__(self, folder: Path, *, details: str = "") -> None:
        super().__init__(folder=str(folder), details=details)


class FileTooLargeForDisk(DiskProblem):
    """The disk's format has a limit: 4 GiB on FAT32."""

    message = translatable("The disk of {folder} cannot hold a file of {size}: its format (FAT32) ends at 4.3 GB.")
    advice = translatable("Choose a models folder on another disk, or a smaller or divided file.")

    def __init__(self, folder: Path, *, size_bytes: int, details: str = "") -> None:
        super().__init__(folder=str(folder), size=format_bytes(size_bytes), details=details)


class PathIsTooLong(DiskProblem):
    """The system does not allow a path of this length."""

    message = translatable("The path of {file} is too long for this system ({length} characters).")
    advice = translatable("Choose a models folder with a shorter path in the settings.")

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(file=path.name[:80], length=len(str(path)), details=details)


class DriveIsGone(DiskProblem):
    """The folder was there, and is not any more."""

    message = translatable("The disk of {folder} is not there any more.")
    advice = translatable("Connect it again and continue the download.")

    def __init__(self, folder: Path, *, details: str = "") -> None:
        super().__init__(folder=str(folder), details=details)


class DownloadNotWritten(DiskProblem):
    """The system refuses for a reason of its own."""

    message = translatable("{path} cannot be written.")
    advice = translatable("Check the disk, or choose another models folder in the settings.")

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(path=str(path), details=details)


def disk_problem(error: OSError, path: Path, *, size_bytes: int = 0) -> DiskProblem:
    """Return what an error from writing `path` means."""
    details = f"{type(error).__name__}: {error}"
    code, windows = error.errno, getattr(error, "winerror", None)
    folder = path.parent
    if code in (errno.ENOSPC, errno.EDQUOT) or windows in _WINDOWS_DISK_FULL:
        return DiskIsFull(folder)
    if code == errno.EFBIG:
        return FileTooLargeForDisk(folder, size_bytes=size_bytes, details=details)
    if code == errno.ENAMETOOLONG or windows in _WINDOWS_NAME_TOO_LONG:
        return PathIsTooLong(path, details=details)
    if code in (errno.EROFS, errno.EACCES, errno.EPERM) or windows in _WINDOWS_WRITE_PROTECTED:
        return FolderIsReadOnly(folder, details=details)
    gone = (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, getattr(errno, "ESTALE", errno.EIO))
    if code in gone or windows in _WINDOWS_DRIVE_GONE:
        return DriveIsGone(folder, details=details)
    return DownloadNotWritten(path, details=details)


_MARGIN_BYTES = 64 * 1024**2
_FAT = {"vfat", "msdos", "fat", "fat32", "msdosfs"}


@dataclass(frozen=True, slots=True)
class RoomNeed:
    """A file to come: where, how large it will be, and how much of it is already there."""

    target: Path
    size_bytes: int
    present_bytes: int = 0

    @property
    def missing_bytes(self) -> int:
        """What is still to be written."""
        return max(0, self.size_bytes - self.present_bytes)


def check_room(needs: Iterable[RoomNeed]) -> None:
    """Raise `DiskIsFull` or `FileTooLargeForDisk` if the files together do not go on their disks."""
    by_disk: dict[int, list[tuple[Path, RoomNeed]]] = {}
    for need in needs:
        folder = existing_folder(need.target.parent)
        try:
            by_disk.setdefault(folder.stat().st_dev, []).append((folder, need))
        except OSError as error:
            raise disk_problem(error, need.target, size_bytes=need.size_bytes) from error
    for group in by_disk.values():
        folder = group[0][0]
        needed_bytes = sum(need.missing_bytes for _, need in group)
        largest_bytes = max(need.size_bytes for _, need in group)
        if largest_bytes > FAT32_LARGEST_FILE_BYTES and _file_system(folder) in _FAT:
            raise FileTooLargeForDisk(folder, size_bytes=largest_bytes)
        free_bytes = shutil.disk_usage(folder).free
        if needed_bytes and needed_bytes + _MARGIN_BYTES > free_bytes:
            raise DiskIsFull(folder, needed_bytes=needed_bytes, free_bytes=free_bytes, spare_bytes=_MARGIN_BYTES)


def free_bytes_at(folder: Path) -> int:
    """Return what is free on the disk of a folder, there or still to be made; 0 where it cannot be looked at."""
    try:
        return shutil.disk_usage(existing_folder(folder)).free
    except OSError:
        return 0


def existing_folder(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that exists."""
    while not is_folder(folder) and folder != folder.parent:
        folder = folder.parent
    return folder


def _file_system(folder: Path) -> str:
    """Return the name of the file system that a folder is on, in lower case; empty if unknown."""
    resolved = real_path(folder)
    best, name = -1, ""
    for partition in psutil.disk_partitions(all=True):
        mount = Path(partition.mountpoint)
        if resolved.is_relative_to(mount) and len(mount.parts) > best:
            best, name = len(mount.parts), partition.fstype.lower()
    return name
