"""The installed engine packs: a folder each below `engine-packs`, written completely or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import platform
import shutil
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.inference.packs.errors import (
    NoRoomForPack,
    NoSuchPack,
    NotAPack,
    PackDoesNotFit,
    PackIsDamaged,
    PackIsNotSigned,
)
from app.inference.packs.pack_manifest import MANIFEST_NAME, SIGNATURE_NAME, PackManifest
from app.signed_file import is_signed

_LONGEST_MANIFEST_BYTES = 1_000_000
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack on the disk; `digest` is of its manifest, and so of all its files."""

    folder: Path
    manifest: PackManifest
    digest: str

    @property
    def modules(self) -> tuple[Path, ...]:
        """The libraries to load, in order."""
        return tuple(self.folder / name for name in self.manifest.modules)


class PackStore:
    """Installs, lists and removes packs in `folder`. `engine` is the version of the binding in use."""

    def __init__(self, folder: Path, *, engine: str) -> None:
        self._folder = folder
        self._engine = engine

    def installed(self) -> tuple[InstalledPack, ...]:
        """Return the packs by name; what cannot be read or does not fit this engine is left out."""
        found: list[InstalledPack] = []
        with contextlib.suppress(OSError):
            for folder in sorted(self._folder.iterdir()):
                pack = _read(folder)
                if pack is not None and self._mismatch(pack.manifest) is None:
                    found.append(pack)
        return tuple(found)

    def install(self, file: Path, *, keys: Sequence[bytes], trusts_unsigned: bool = False) -> InstalledPack:
        """Check and unpack a pack file, in place of an older pack of its name.

        Raises `NotAPack`, `PackDoesNotFit`, `PackIsNotSigned`, `PackIsDamaged` and `NoRoomForPack`.
        """
        try:
            with tarfile.open(file) as archive:
                return self._install(archive, file.name, keys, trusts_unsigned)
        except FileNotFoundError as error:
            raise NotAPack(file=str(file), details=str(error)) from error
        except (tarfile.TarError, EOFError, msgspec.MsgspecError, UnicodeDecodeError, KeyError) as error:
            raise NotAPack(file=file.name, details=repr(error)) from error

    def remove(self, name: str) -> None:
        """Delete a pack. Raises `NoSuchPack`."""
        folder = self._folder / name
        if folder.parent != self._folder or not (folder / MANIFEST_NAME).is_file():
            raise NoSuchPack(name=name)
        shutil.rmtree(folder)

    def _install(
        self, archive: tarfile.TarFile, name: str, keys: Sequence[bytes], trusts_unsigned: bool
    ) -> InstalledPack:
        members = {member.name.removeprefix("./"): member for member in archive.getmembers() if member.isfile()}
        content = _small_file(archive, members[MANIFEST_NAME])
        manifest = msgspec.json.decode(content, type=PackManifest)
        if not manifest.is_sound():
            raise NotAPack(file=name)
        if not trusts_unsigned:
            signature = _small_file(archive, members[SIGNATURE_NAME]) if SIGNATURE_NAME in members else b""
            if not is_signed(content, signature, keys):
                raise PackIsNotSigned
        mismatch = self._mismatch(manifest)
        if mismatch is not None:
            raise mismatch
        size_bytes = sum(members[file].size for file in manifest.files)
        target = self._folder / manifest.name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self._folder, prefix=".new-") as place:
                fresh = Path(place) / "pack"
                fresh.mkdir()
                for file, sha256 in manifest.files.items():
                    _unpack(archive, members[file], fresh / file, sha256)
                (fresh / MANIFEST_NAME).write_bytes(content)
                if target.exists():
                    target.rename(Path(place) / "old")
                fresh.rename(target)
        except OSError as error:
            raise NoRoomForPack(folder=str(self._folder), size_bytes=size_bytes, details=str(error)) from error
        return InstalledPack(target, manifest, hashlib.sha256(content).hexdigest())

    def _mismatch(self, manifest: PackManifest) -> PackDoesNotFit | None:
        made_for = f"{manifest.engine} {manifest.system} {manifest.machine}"
        needed = f"{self._engine} {platform.system()} {platform.machine()}"
        return None if made_for == needed else PackDoesNotFit(made_for=made_for, needed=needed)


def _read(folder: Path) -> InstalledPack | None:
    try:
        content = (folder / MANIFEST_NAME).read_bytes()
        manifest = msgspec.json.decode(content, type=PackManifest)
    except (OSError, msgspec.MsgspecError):
        return None
    if not manifest.is_sound() or manifest.name != folder.name:
        return None
    return InstalledPack(folder, manifest, hashlib.sha256(content).hexdigest())


def _small_file(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    stream = archive.extractfile(member)
    return stream.read(_LONGEST_MANIFEST_BYTES) if stream is not None else b""


def _unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path, sha256: str) -> None:
    stream = archive.extractfile(member)
    assert stream is not None, "only regular files are asked for"
    digest = hashlib.sha256()
    with target.open("xb") as output:
        while chunk := stream.read(_CHUNK_BYTES):
            digest.update(chunk)
            output.write(chunk)
    if digest.hexdigest() != sha256:
        raise PackIsDamaged(file=member.name)
