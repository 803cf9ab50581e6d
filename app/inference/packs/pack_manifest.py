"""What an engine pack says of itself: the file `pack.json` in it."""

from __future__ import annotations

import re

import msgspec

MANIFEST_NAME = "pack.json"
SIGNATURE_NAME = "pack.json.sig"
_NAME = re.compile(r"^[a-z0-9][a-z0-9._-]{0,40}$")
_FILE_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._+-]{0,120}$")


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
    made_on: str = ""

    def is_sound(self) -> bool:
        """Whether names are plain file names and every module is among the files."""
        names = [*self.files, *self.modules]
        return (
            _NAME.match(self.name) is not None
            and bool(self.modules)
            and all(_FILE_NAME.match(name) for name in names)
            and all(module in self.files for module in self.modules)
            and MANIFEST_NAME not in self.files
            and SIGNATURE_NAME not in self.files
        )
