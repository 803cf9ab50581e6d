"""Fails if anything in a bundle asks for a newer C library than Aside promises to run on (GLIBC 2.34).

python packaging/check_symbols.py BUNDLE_FOLDER
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

NEWEST = {"GLIBC": (2, 34), "GLIBCXX": (3, 4, 29), "CXXABI": (1, 3, 13)}
"""The C library of RHEL 9; Ubuntu 22.04 and Debian 12 are newer. The C++ library is GCC 11's, of the same release."""
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


def too_new(folder: Path) -> list[str]:
    """Return a line for each file that asks for too much."""
    lines: list[str] = []
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not file.is_file():
            continue
        with file.open("rb") as stream:
            if stream.read(4) != _ELF:
                continue
        for library, version in needs(file).items():
            if version > NEWEST[library]:
                lines.append(f"{file.relative_to(folder)}: {library}_{'.'.join(map(str, version))}")
    return lines


def main() -> int:
    """Print what is too new and return 1, or return 0."""
    folder = Path(sys.argv[1])
    lines = too_new(folder)
    print("\n".join(lines) or f"Nothing in {folder} asks for more than GLIBC 2.34.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
