"""Engine packs whose one module is compiled from a few lines of C."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
import subprocess
from pathlib import Path

from app.inference.packs.pack_store import InstalledPack, PackStore

MODULE = "libggml-cuda.so"


def installed_pack(home: Path, *, source: str) -> InstalledPack:
    """Compile the module, lay the pack where the app looks, and return it."""
    folder = home / "data" / "engine-packs" / "cuda"
    folder.mkdir(parents=True)
    code = folder.parent / "module.c"
    code.write_text(source, encoding="utf-8")
    subprocess.run(["gcc", "-shared", "-fPIC", "-Wl,-z,now", "-o", str(folder / MODULE), str(code)], check=True)
    engine = importlib.metadata.version("llama_cpp_python")
    manifest = {
        "name": "cuda",
        "backend": "cuda",
        "engine": engine,
        "system": platform.system(),
        "machine": platform.machine(),
        "modules": [MODULE],
        "files": {MODULE: hashlib.sha256((folder / MODULE).read_bytes()).hexdigest()},
    }
    (folder / "pack.json").write_text(json.dumps(manifest), encoding="utf-8")
    (pack,) = PackStore(folder.parent, engine=engine).installed()
    return pack
