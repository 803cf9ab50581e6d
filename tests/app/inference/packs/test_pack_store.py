"""Engine packs: only whole, fitting, signed ones are installed, and nothing is left of the others."""

from __future__ import annotations

import hashlib
import io
import json
import platform
import tarfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.inference.packs.errors import NoSuchPack, NotAPack, PackDoesNotFit, PackIsDamaged, PackIsNotSigned
from app.inference.packs.pack_store import PackStore

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
        entries = {"pack.json": content, **self.files, **(extra or {})}
        if signed:
            entries["pack.json.sig"] = self.key.sign(content)
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
