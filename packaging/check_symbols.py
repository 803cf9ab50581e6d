"""Fails if anything in a bundle asks for a newer C library than Aside promises to run on (GLIBC 2.34; Arm: 2.39).

python packaging/check_symbols.py BUNDLE_FOLDER
"""

from __future__ import annotations

import platform
import re
import subprocess
import sys
from pathlib import Path

NEWEST = {
    "x86_64": {"GLIBC": (2, 34), "GLIBCXX": (3, 4, 29), "CXXABI": (1, 3, 13)},
    "aarch64": {"GLIBC": (2, 39), "GLIBCXX": (3, 4, 33), "CXXABI": (1, 3, 15)},
}
"""The C library of RHEL 9 (Ubuntu 22.04 and Debian 12 are newer) with GCC 11's C++ library; for 64-bit Arm
that of Ubuntu 24.04, as Qt's own builds ask for it, with GCC 14's."""
_SYMBOL = re.compile(r"\b(GLIBC|GLIBCXX|CXXABI)_([\d.]+)\b")
_ELF = b"\x7fELF"


def needs(file: Path) -> dict[str, tuple[int, ...]]:
    """Return the newest version of each library that an ELF file asks for."""
    text = subprocess.run(["readelf", "--version-info", "-W", str(file)], capture_output=True, text=True).stdout
    text = "\n".join(part for part in re.split(r"\n(?=Version )", text) if part.startswith("Version needs"))
    found: dict[str, tuple[int, ...]] = {}
    for library, version in _SYMBOL.findall(text):
        number = tuple(int(part) for part in version.split("."))
        found[library] = max(found.get(library, ()), number)
    return found


def too_new_of(file: Path, machine: str | None = None) -> list[str]:
    """Return what an ELF file asks too much of, for a `platform.machine()`, this one by default; nothing for others."""
    with file.open("rb") as stream:
        if stream.read(4) != _ELF:
            return []
    newest = NEWEST[machine or platform.machine()]
    return [
        f"{library}_{'.'.join(map(str, version))}"
        for library, version in needs(file).items()
        if version > newest[library]
    ]


def too_new(folder: Path, machine: str | None = None) -> list[str]:
    """Return a line for each file that asks for too much."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink()]
    return [f"{file.relative_to(folder)}: {asked}" for file in files for asked in too_new_of(file, machine)]


def main() -> int:
    """Print what is too new and return 1, or return 0."""
    folder = Path(sys.argv[1])
    lines = too_new(folder)
    promise = "GLIBC " + ".".join(map(str, NEWEST[platform.machine()]["GLIBC"]))
    print("\n".join(lines) or f"Nothing in {folder} asks for more than {promise}.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
