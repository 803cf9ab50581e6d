"""The installed engine packs: a folder each below `engine-packs`, written completely or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import hashlib
import io
import platform
import re
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

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

    def left_out(self) -> tuple[tuple[InstalledPack, PackDoesNotFit], ...]:
        """Return the packs that are there for another engine or system, and why they are not used."""
        found: list[tuple[InstalledPack, PackDoesNotFit]] = []
        with contextlib.suppress(OSError):
            packs = [pack for folder in sorted(self._folder.iterdir()) if (pack := _read(folder)) is not None]
            misfits = [(pack, self._mismatch(pack.manifest)) for pack in packs]
            found += [(pack, misfit) for pack, misfit in misfits if misfit is not None]
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


# Reads a pack file from its beginning, once: manifest and signature first, and no more until they are believed.
#
# What is unpacked is bounded at every step: a small file that unpacks to gigabytes is left at its first megabytes.

_FRONT_BYTES = 1_000_000
"""Most that manifest and signature may take, with what tar puts around them."""
_MOST_BYTES = 8 << 30
_AROUND_BYTES = 16_384
"""What tar may put around a file."""
_CHUNK_BYTES = 1 << 20
_GZIP = b"\x1f\x8b"
_FAULTS = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError, ValueError)


class PackArchive:
    """A pack file that is open. Raises `NotAPack` wherever it is none, or is cut short."""

    def __init__(self, file: Path) -> None:
        self._name = file.name
        self._stack = contextlib.ExitStack()
        try:
            with self._telling():
                self._bytes = _Bounded(self._open(file))
                self._archive = self._stack.enter_context(tarfile.TarFile.open(fileobj=self._bytes, mode="r|"))
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def front(self) -> tuple[bytes, bytes]:
        """Return the manifest and its signature, which is empty where there is none."""
        with self._telling():
            manifest = self._next(MANIFEST_NAME)
            if manifest is None:
                raise NotAPack(file=self._name, details=f"{MANIFEST_NAME} is not its first file")
            content = self._content(manifest)
            self._held_back = self._archive.next()
            if self._held_back is None or _name_of(self._held_back) != SIGNATURE_NAME:
                return content, b""
            signature = self._content(self._held_back)
            self._held_back = None
            return content, signature

    def files(self, manifest: PackManifest) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Yield each file of the manifest with its content, to be read at once; one more, less or twice is no pack."""
        most = sum(manifest.sizes.values()) if manifest.sizes else _MOST_BYTES
        self._bytes.allow(most + (len(manifest.files) + 2) * _AROUND_BYTES)
        left = set(manifest.files)
        while True:
            with self._telling():
                member, self._held_back = self._held_back or self._archive.next(), None
            if member is None:
                break
            name = _name_of(member)
            if name not in left or not member.isreg():
                raise NotAPack(file=self._name, details=f"{name[:80]!r} does not belong into it")
            if manifest.sizes and member.size != manifest.sizes[name]:
                raise NotAPack(file=self._name, details=f"{name} is of another size than it says")
            left.remove(name)
            yield name, self._chunks(member)
        if left:
            raise NotAPack(file=self._name, details=f"{min(left)} is missing")
        with self._telling():
            while self._bytes.read(_CHUNK_BYTES):  # to the end, where compressed data says whether it is whole
                pass

    def _open(self, file: Path) -> BinaryIO:
        try:
            opened = self._stack.enter_context(open_file(file))
        except OSError as error:
            raise NotAPack(file=file.name, details=str(error)) from error
        begin = opened.read(len(_GZIP))
        opened.seek(0)
        return self._stack.enter_context(gzip.open(opened)) if begin == _GZIP else opened  # type: ignore[return-value]

    def _next(self, name: str) -> tarfile.TarInfo | None:
        member = self._archive.next()
        return member if member is not None and _name_of(member) == name and member.isreg() else None

    def _chunks(self, member: tarfile.TarInfo) -> Iterator[bytes]:
        stream = self._archive.extractfile(member)
        assert stream is not None, "it is a regular file"
        while True:
            with self._telling():
                data = stream.read(_CHUNK_BYTES)
            if not data:
                return
            yield data

    def _content(self, member: tarfile.TarInfo) -> bytes:
        stream = self._archive.extractfile(member)
        return stream.read() if stream is not None else b""

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except _FAULTS as error:
            raise NotAPack(file=self._name, details=repr(error)) from error


class _Bounded(io.RawIOBase):
    """Passes bytes on until as many have come as are allowed; then it is a fault to ask for more."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self._left = _FRONT_BYTES

    def allow(self, count: int) -> None:
        self._left = count

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._source.read(min(size, self._left + 1) if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise tarfile.ReadError("more unpacks than it says")
        return data


def _name_of(member: tarfile.TarInfo) -> str:
    return member.name.removeprefix("./")


# What an engine pack says of itself: the file `pack.json` in it.

MANIFEST_NAME = "pack.json"
SIGNATURE_NAME = "pack.json.sig"
MOST_FILES = 200
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,39}[a-z0-9])?")
_FILE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,119}[A-Za-z0-9])?")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever stands behind the dot."""
_HASH = re.compile(r"[0-9a-f]{64}")


class PackManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """`modules` are loaded in this order; `files` maps every file of the pack to its SHA-256."""

    name: str
    backend: str
    """As ggml names it: `cuda`, `vulkan` or `rocm`."""
    engine: str
    """The version of llama-cpp-python that the modules were built for; another one's may not fit."""
    system: str
    """As `platform.system()`: `Linux`, `Windows`."""
    machine: str
    """As `platform.machine()`: `x86_64`, `aarch64`, `AMD64`."""
    modules: tuple[str, ...]
    files: dict[str, str]
    sizes: dict[str, int] = {}
    """In bytes, of every file; packs of before 0.1.0 have none."""
    made_on: str = ""
    """A moment as in `2026-12-31T12:00:00+00:00`."""
    expires_on: str = ""
    """The last day as in `2028-12-31` on which it is installed; what is installed goes on."""

    def is_sound(self) -> bool:
        """Whether names are plain file names on every system and every module is among the files."""
        names = [*self.files, *self.modules]
        return (
            _NAME.fullmatch(self.name) is not None
            and _DEVICE.fullmatch(self.name) is None
            and bool(self.modules)
            and len(names) <= MOST_FILES
            and all(_FILE_NAME.fullmatch(name) and not _DEVICE.fullmatch(name) for name in names)
            and len({name.casefold() for name in self.files}) == len(self.files)
            and all(_HASH.fullmatch(sha256) for sha256 in self.files.values())
            and all(module in self.files for module in self.modules)
            and (not self.sizes or (self.sizes.keys() == self.files.keys() and min(self.sizes.values()) >= 0))
            and _is_day(self.expires_on)
            and MANIFEST_NAME not in self.files
            and SIGNATURE_NAME not in self.files
        )

    def has_expired(self, today: dt.date) -> bool:
        """Whether it is too old to be installed; a day more is allowed for clocks."""
        if not self.expires_on:
            return False
        return today > dt.date.fromisoformat(self.expires_on) + dt.timedelta(days=1)


def _is_day(text: str) -> bool:
    try:
        return not text or bool(dt.date.fromisoformat(text))
    except ValueError:
        return False
