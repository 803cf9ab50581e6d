"""The installed engine packs: a folder each below `engine-packs`, written completely or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import open_file, read_file
from app.inference.packs.errors import (
    NoRoomForPack,
    NoSuchPack,
    NotAPack,
    PackDoesNotFit,
    PackIsDamaged,
    PackIsNotSigned,
    PackIsOld,
    PackIsOlder,
)
from app.inference.packs.pack_archive import PackArchive
from app.inference.packs.pack_manifest import MANIFEST_NAME, PackManifest
from app.private_files import make_private_file, make_private_folder
from app.signed_file import Role, is_signed


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

    def changed_file(self) -> str:
        """Return the first file that is not what was installed, or nothing; reads all of them."""
        for name, sha256 in self.manifest.files.items():
            try:
                with open_file(self.folder / name) as file:
                    if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                        return name
            except OSError:
                return name
        return ""


class PackStore:
    """Installs, lists and removes packs in `folder`. `engine` is the version of the binding in use."""

    def __init__(self, folder: Path, *, engine: str, today: Callable[[], dt.date] = dt.date.today) -> None:
        self._folder = folder
        self._engine = engine
        self._today = today

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

        Nothing but its manifest is unpacked before the signature is known to be good. Raises `NotAPack`,
        `PackDoesNotFit`, `PackIsNotSigned`, `PackIsOld`, `PackIsOlder`, `PackIsDamaged` and `NoRoomForPack`.
        """
        with PackArchive(file) as archive:
            content, signature = archive.front()
            try:
                manifest = msgspec.json.decode(content, type=PackManifest)
            except msgspec.MsgspecError as error:
                raise NotAPack(file=file.name, details=repr(error)) from error
            if not trusts_unsigned and not is_signed(Role.PACK, content, signature, keys=keys):
                raise PackIsNotSigned
            if not manifest.is_sound():
                raise NotAPack(file=file.name)
            self._refuse_unfit(manifest, trusts_unsigned=trusts_unsigned)
            return self._unpack(archive, manifest, content)

    def remove(self, name: str) -> None:
        """Delete a pack. Raises `NoSuchPack`."""
        folder = self._folder / name
        if folder.parent != self._folder or not (folder / MANIFEST_NAME).is_file():
            raise NoSuchPack(name=name)
        shutil.rmtree(folder)

    def _refuse_unfit(self, manifest: PackManifest, *, trusts_unsigned: bool) -> None:
        mismatch = self._mismatch(manifest)
        if mismatch is not None:
            raise mismatch
        if not trusts_unsigned and manifest.has_expired(self._today()):
            raise PackIsOld(expires_on=manifest.expires_on)
        before = _read(self._folder / manifest.name)
        if (
            before is not None
            and self._mismatch(before.manifest) is None
            and manifest.made_on < before.manifest.made_on
        ):
            made, installed = manifest.made_on or "?", before.manifest.made_on
            raise PackIsOlder(name=manifest.name, made_on=made, installed_on=installed)

    def _unpack(self, archive: PackArchive, manifest: PackManifest, content: bytes) -> InstalledPack:
        target = self._folder / manifest.name
        try:
            make_private_folder(self._folder)
            with tempfile.TemporaryDirectory(dir=self._folder, prefix=".new-") as place:
                fresh = Path(place) / "pack"
                make_private_folder(fresh)
                for name, chunks in archive.files(manifest):
                    _write(chunks, fresh / name, sha256=manifest.files[name])
                write_atomically(fresh / MANIFEST_NAME, content)
                if target.exists():
                    target.rename(Path(place) / "old")
                fresh.rename(target)
        except OSError as error:
            size_bytes = sum(manifest.sizes.values())
            raise NoRoomForPack(folder=str(self._folder), size_bytes=size_bytes, details=str(error)) from error
        return InstalledPack(target, manifest, hashlib.sha256(content).hexdigest())

    def _mismatch(self, manifest: PackManifest) -> PackDoesNotFit | None:
        made_for = f"{manifest.engine} {manifest.system} {manifest.machine}"
        needed = f"{self._engine} {platform.system()} {platform.machine()}"
        return None if made_for == needed else PackDoesNotFit(made_for=made_for, needed=needed)


def _read(folder: Path) -> InstalledPack | None:
    try:
        content = read_file(folder / MANIFEST_NAME)
        manifest = msgspec.json.decode(content, type=PackManifest)
    except (OSError, msgspec.MsgspecError):
        return None
    if not manifest.is_sound() or manifest.name != folder.name:
        return None
    return InstalledPack(folder, manifest, hashlib.sha256(content).hexdigest())


def _write(chunks: Iterator[bytes], target: Path, *, sha256: str) -> None:
    digest = hashlib.sha256()
    make_private_file(target)
    with target.open("wb") as output:
        for chunk in chunks:
            digest.update(chunk)
            output.write(chunk)
    if digest.hexdigest() != sha256:
        raise PackIsDamaged(file=target.name)
