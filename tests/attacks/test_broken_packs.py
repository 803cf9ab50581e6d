"""Pack files that are damaged at random end in a sentence, never in a bug, and leave nothing behind."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import platform
import random
import tarfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.errors import UserError
from app.inference.packs.pack_store import PackStore
from app.signed_file import Role, signed_text

ENGINE = "0.3.36"
FILES = {"libggml-cuda.so": bytes(range(256)) * 400, "libcudart.so.13": b"nothing much"}


def sound_pack(key: Ed25519PrivateKey) -> bytes:
    manifest = {
        "name": "cuda",
        "backend": "cuda",
        "engine": ENGINE,
        "system": platform.system(),
        "machine": platform.machine(),
        "modules": ["libggml-cuda.so"],
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()},
        "sizes": {name: len(content) for name, content in FILES.items()},
    }
    content = json.dumps(manifest).encode()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, data in {
            "pack.json": content,
            "pack.json.sig": key.sign(signed_text(Role.PACK, content)),
            **FILES,
        }.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


def damaged(pack: bytes, dice: random.Random) -> bytes:
    inside = dice.random() < 0.5
    content = bytearray(gzip.decompress(pack) if inside else pack)
    for _ in range(dice.choice((1, 1, 3, 30))):
        place = dice.randrange(min(len(content), dice.choice((600, len(content)))))
        match dice.randrange(5):
            case 0:
                content[place] ^= 1 << dice.randrange(8)
            case 1:
                content[place : place + dice.randrange(600)] = dice.randbytes(dice.randrange(600))
            case 2:
                del content[place:]
            case 3:
                content[place:place] = content[max(0, place - 512) : place] * dice.randrange(1, 4)
            case _:
                content[place : place + 8] = dice.choice((b"\0" * 8, b"\xff" * 8, b"77777777", b"-1-1-1-1"))
        if not content:
            content = bytearray(b"\0")
    again = gzip.compress(bytes(content), compresslevel=1) if inside else bytes(content)
    return again + dice.randbytes(dice.choice((0, 0, 40)))


def test_a_damaged_pack_is_a_sentence_and_leaves_nothing(attacks: int, dice: random.Random, tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    keys = (key.public_key().public_bytes_raw(),)
    pack = sound_pack(key)
    told = 0
    for number in range(attacks * 3):
        file = tmp_path / "pack.tar.gz"
        file.write_bytes(damaged(pack, dice))
        store = PackStore(tmp_path / f"packs{number}", engine=ENGINE)
        trusts = dice.random() < 0.5
        try:
            installed = store.install(file, keys=keys, trusts_unsigned=trusts)
        except UserError:
            told += 1
            assert not list((tmp_path / f"packs{number}").glob("*"))
        else:
            assert installed.changed_file() == ""
            assert trusts or {module.name: module.read_bytes() for module in installed.folder.glob("lib*")} == FILES
    assert told
