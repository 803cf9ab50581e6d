"""Whether the disk can take what is about to be downloaded."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.file_facts import is_folder, real_path
from app.hub.transfer.disk_errors import FAT32_LARGEST_FILE_BYTES, DiskIsFull, FileTooLargeForDisk, disk_problem

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
