"""Engine packs: only whole, fitting, signed ones are installed, and nothing is left of the others."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import io
import json
import platform
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.inference.packs.errors import (
    NoSuchPack,
    NotAPack,
    PackDoesNotFit,
    PackIsDamaged,
    PackIsNotSigned,
    PackIsOld,
    PackIsOlder,
)
from app.inference.packs.pack_store import PackStore
from app.signed_file import Role, signed_text

ENGINE = "0.3.36"
MODULE = "libggml-cuda.so"


class PackFile:
    """A pack in the making."""

    def __init__(self, folder: Path) -> None:
        self.key = Ed25519PrivateKey.generate()
        self.path = folder / "cuda.tar.gz"
        self.files = {MODULE: b"not really a library", "libcudart.so.13": b"nor this"}
        self.manifest: dict[str, object] = {
            "name": "cuda",
            "backend": "cuda",
            "engine": ENGINE,
            "system": platform.system(),
            "machine": platform.machine(),
            "modules": [MODULE],
            "files": {name: hashlib.sha256(content).hexdigest() for name, content in self.files.items()},
        }

    @property
    def keys(self) -> tuple[bytes, ...]:
        return (self.key.public_key().public_bytes_raw(),)

    def write(self, *, signed: bool = True, extra: dict[str, bytes] | None = None) -> Path:
        content = json.dumps(self.manifest).encode()
        entries = {"pack.json": content}
        if signed:
            entries["pack.json.sig"] = self.key.sign(signed_text(Role.PACK, content))
        entries |= {**self.files, **(extra or {})}
        with tarfile.open(self.path, "w:gz") as archive:
            for name, data in entries.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
        return self.path


@pytest.fixture
def pack(tmp_path: Path) -> PackFile:
    return PackFile(tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> PackStore:
    return PackStore(tmp_path / "engine-packs", engine=ENGINE)


def test_a_signed_pack_is_installed_and_listed(pack: PackFile, store: PackStore) -> None:
    installed = store.install(pack.write(), keys=pack.keys)

    assert [module.read_bytes() for module in installed.modules] == [pack.files[MODULE]]
    assert [found.digest for found in store.installed()] == [installed.digest]


def test_a_pack_signed_by_somebody_else_is_refused(pack: PackFile, store: PackStore) -> None:
    stranger = Ed25519PrivateKey.generate().public_key().public_bytes_raw()

    with pytest.raises(PackIsNotSigned):
        store.install(pack.write(), keys=(stranger,))

    assert store.installed() == ()


def test_an_unsigned_pack_is_installed_only_when_trusted(pack: PackFile, store: PackStore) -> None:
    path = pack.write(signed=False)
    with pytest.raises(PackIsNotSigned):
        store.install(path, keys=pack.keys)

    store.install(path, keys=(), trusts_unsigned=True)

    assert [found.manifest.name for found in store.installed()] == ["cuda"]


def test_a_changed_file_is_noticed_and_the_older_pack_stays(pack: PackFile, store: PackStore, tmp_path: Path) -> None:
    before = store.install(pack.write(), keys=pack.keys)
    pack.files[MODULE] = b"changed after signing"

    with pytest.raises(PackIsDamaged):
        store.install(pack.write(), keys=pack.keys)

    assert [found.digest for found in store.installed()] == [before.digest]
    assert [entry.name for entry in (tmp_path / "engine-packs").iterdir()] == ["cuda"]


@pytest.mark.parametrize(("field", "value"), [("engine", "0.3.35"), ("system", "Plan9"), ("machine", "vax")])
def test_a_pack_for_something_else_is_refused(pack: PackFile, store: PackStore, field: str, value: str) -> None:
    pack.manifest[field] = value

    with pytest.raises(PackDoesNotFit):
        store.install(pack.write(), keys=pack.keys)


def test_a_pack_for_an_older_engine_is_not_used_after_an_update(
    pack: PackFile, store: PackStore, tmp_path: Path
) -> None:
    store.install(pack.write(), keys=pack.keys)

    assert PackStore(tmp_path / "engine-packs", engine="0.3.37").installed() == ()


@pytest.mark.parametrize("name", ["../outside.so", "/etc/outside.so", "folder/inside.so", ".hidden", ""])
def test_a_pack_cannot_name_files_outside_its_folder(
    pack: PackFile, store: PackStore, tmp_path: Path, name: str
) -> None:
    pack.manifest["files"] = {MODULE: hashlib.sha256(b"x").hexdigest(), name: hashlib.sha256(b"x").hexdigest()}

    with pytest.raises(NotAPack):
        store.install(pack.write(extra={name: b"x"} if name else None), keys=pack.keys)

    assert not (tmp_path / "outside.so").exists()


def test_a_pack_cannot_take_a_name_outside_the_folder_of_packs(pack: PackFile, store: PackStore) -> None:
    pack.manifest["name"] = "../cuda"

    with pytest.raises(NotAPack):
        store.install(pack.write(), keys=pack.keys)


@pytest.mark.parametrize("content", [b"", b"GGUF and more", b"\x1f\x8b broken"])
def test_another_file_is_no_pack(store: PackStore, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "something.tar.gz"
    path.write_bytes(content)

    with pytest.raises(NotAPack):
        store.install(path, keys=(), trusts_unsigned=True)


def test_a_missing_file_is_said_to_be_no_pack(store: PackStore, tmp_path: Path) -> None:
    with pytest.raises(NotAPack):
        store.install(tmp_path / "missing.tar.gz", keys=())


def test_a_pack_cut_short_leaves_nothing(pack: PackFile, store: PackStore, tmp_path: Path) -> None:
    path = pack.write()
    path.write_bytes(path.read_bytes()[:-60])

    with pytest.raises(NotAPack):
        store.install(path, keys=pack.keys)

    assert not list((tmp_path / "engine-packs").glob("*")) if (tmp_path / "engine-packs").exists() else True


def test_a_removed_pack_is_gone(pack: PackFile, store: PackStore) -> None:
    store.install(pack.write(), keys=pack.keys)

    store.remove("cuda")

    assert store.installed() == ()
    for name in ("cuda", "..", "."):
        with pytest.raises(NoSuchPack):
            store.remove(name)


@pytest.mark.parametrize("role", [Role.NEWS, Role.ARTEFACT, ""])
def test_a_signature_of_something_else_is_none_of_a_pack(pack: PackFile, store: PackStore, role: Role | str) -> None:
    content = json.dumps(pack.manifest).encode()
    text = signed_text(role, content) if isinstance(role, Role) else content
    path = pack.write(signed=False, extra={})
    with tarfile.open(path, "w:gz") as archive:
        for name, data in {"pack.json": content, "pack.json.sig": pack.key.sign(text), **pack.files}.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))

    with pytest.raises(PackIsNotSigned):
        store.install(path, keys=pack.keys)


def test_an_older_pack_does_not_take_the_place_of_a_newer_one(pack: PackFile, store: PackStore) -> None:
    pack.manifest["made_on"] = "2026-11-30T10:00:00+00:00"
    newer = store.install(pack.write(), keys=pack.keys)

    for made_on in ("2026-11-30T09:59:59+00:00", "2025-01-01", ""):
        pack.manifest["made_on"] = made_on
        with pytest.raises(PackIsOlder):
            store.install(pack.write(), keys=pack.keys)
    assert [found.digest for found in store.installed()] == [newer.digest]

    store.remove("cuda")
    pack.manifest["made_on"] = "2025-01-01"
    assert store.install(pack.write(), keys=pack.keys).manifest.made_on == "2025-01-01"


def test_a_pack_that_has_expired_is_not_installed_any_more(pack: PackFile, tmp_path: Path) -> None:
    pack.manifest["expires_on"] = "2028-11-30"
    path = pack.write()

    def store_on(day: str) -> PackStore:
        return PackStore(tmp_path / "engine-packs", engine=ENGINE, today=lambda: dt.date.fromisoformat(day))

    with pytest.raises(PackIsOld):
        store_on("2028-12-02").install(path, keys=pack.keys)
    assert store_on("2028-11-30").install(path, keys=pack.keys)
    assert store_on("2031-01-01").installed(), "what is installed goes on"


@pytest.mark.parametrize("name", ["con", "nul.so", "COM1", "libx.so\n", "libx.so.", "lpt9.dll"])
def test_a_name_that_some_system_takes_otherwise_is_refused(pack: PackFile, store: PackStore, name: str) -> None:
    pack.files[name] = b"x"
    files = pack.manifest["files"]
    assert isinstance(files, dict)
    pack.manifest["files"] = {**files, name: hashlib.sha256(b"x").hexdigest()}

    with pytest.raises(NotAPack):
        store.install(pack.write(), keys=pack.keys)


@pytest.mark.parametrize("name", ["con", "cuda\n", "nul", "cuda."])
def test_a_pack_is_not_called_what_some_system_takes_otherwise(pack: PackFile, store: PackStore, name: str) -> None:
    pack.manifest["name"] = name

    with pytest.raises(NotAPack):
        store.install(pack.write(), keys=pack.keys)


@pytest.mark.parametrize("change", ["gone", "other", "shorter", "link"])
def test_a_file_that_is_not_what_was_installed_is_noticed(
    pack: PackFile, store: PackStore, tmp_path: Path, change: str
) -> None:
    installed = store.install(pack.write(), keys=pack.keys)
    assert installed.changed_file() == ""
    module = installed.modules[0]
    content = module.read_bytes()
    module.unlink()
    if change == "other":
        module.write_bytes(content.replace(b"not", b"now"))
    elif change == "shorter":
        module.write_bytes(content[:-1])
    elif change == "link":
        (tmp_path / "elsewhere").write_bytes(b"code of somebody else")
        module.symlink_to(tmp_path / "elsewhere")

    assert installed.changed_file() == MODULE


class Bombs:
    """Small files that unpack to forty times what may be read of an archive before its signature is known."""

    def __init__(self, pack: PackFile) -> None:
        self._pack = pack

    def behind_the_manifest(self) -> bytes:
        return self._archive(lambda archive: self._add(archive, MODULE, 40_000_000))

    def as_manifest(self) -> bytes:
        content = io.BytesIO()
        with tarfile.open(fileobj=content, mode="w") as archive:
            self._add(archive, "pack.json", 40_000_000)
        return content.getvalue()

    def as_long_name(self) -> bytes:
        entry = tarfile.TarInfo("././@LongLink")
        entry.type = tarfile.GNUTYPE_LONGNAME
        entry.size = 40_000_000
        return entry.tobuf() + b"a" * 40_000_000

    def as_members(self) -> bytes:
        entry = tarfile.TarInfo("m000000").tobuf()
        checksum = int(entry[148:154], 8) - 6 * ord("0")

        def add_many(archive: tarfile.TarFile) -> None:
            assert archive.fileobj is not None
            for number in range(200_000):  # as `addfile` would write them, in a tenth of its time
                name = b"m%06d" % number
                archive.fileobj.write(name + entry[7:148] + b"%06o" % (checksum + sum(name[1:])) + entry[154:])

        return self._archive(add_many)

    def _archive(self, more: Callable[[tarfile.TarFile], object]) -> bytes:
        content = io.BytesIO()
        with tarfile.open(fileobj=content, mode="w") as archive:
            manifest = json.dumps(self._pack.manifest).encode()
            for name, data in {"pack.json": manifest, "pack.json.sig": b"x" * 64}.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
            more(archive)
        return content.getvalue()

    def _add(self, archive: tarfile.TarFile, name: str, size: int) -> None:
        entry = tarfile.TarInfo(name)
        entry.size = size
        archive.addfile(entry, io.BytesIO(bytes(size)))


@pytest.mark.parametrize("kind", ["behind_the_manifest", "as_manifest", "as_long_name", "as_members"])
def test_nothing_is_unpacked_before_the_signature_is_known_to_be_good(
    pack: PackFile, store: PackStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    path = tmp_path / "bomb.tar.gz"
    path.write_bytes(gzip.compress(getattr(Bombs(pack), kind)(), compresslevel=1))
    read: list[int] = []
    before = gzip.GzipFile.read

    def counted(self: gzip.GzipFile, size: int | None = -1) -> bytes:
        data = before(self, size)
        read.append(len(data))
        return data

    monkeypatch.setattr(gzip.GzipFile, "read", counted)
    with pytest.raises((NotAPack, PackIsNotSigned)):
        store.install(path, keys=pack.keys)

    assert sum(read) < 2_000_000
