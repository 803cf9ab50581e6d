"""Lets a library run with an older C library, where all it asks of a new one exists there under an older version.

Linking on a new system ties, for example, `hypot` to `GLIBC_2.35`, though every older libm has `hypot@GLIBC_2.2.5` and
the new one keeps it for old programs; the C++ library of GCC 12 does so with waiting for a condition. This rewrites
such a version in the table of needed versions (`.gnu.version_r`); code and symbols stay as they are. Only functions
known to exist in both are touched.

    python packaging/linux/lower_symbol_versions.py FILE …
"""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass
from pathlib import Path

_FIRST = {62: "GLIBC_2.2.5", 183: "GLIBC_2.17"}
"""ELF's number of a processor (x86-64, 64-bit Arm) -> the C library's first version for it."""
OLDER = {
    ("GLIBC_2.35", "hypot"): _FIRST,
    ("GLIBC_2.35", "hypotf"): _FIRST,
    ("GLIBCXX_3.4.30", "_ZNSt18condition_variable4waitERSt11unique_lockISt5mutexE"): dict.fromkeys(
        _FIRST, "GLIBCXX_3.4.11"
    ),
}
"""(version asked for, function) -> by processor, the version under which every older library has it."""
_DYNSYM, _STRTAB, _VERSYM, _VERNEED = 11, 3, 0x6FFFFFFF, 0x6FFFFFFE
_NO_VERSION = 1


class CannotLower(Exception):
    """The file asks a new C library for something that older ones lack."""


@dataclass(frozen=True, slots=True)
class _Section:
    kind: int
    offset: int
    size_bytes: int
    link: int
    entries: int


@dataclass(frozen=True, slots=True)
class _NeededVersion:
    """An entry of the table of needed versions; `offset` is its place in the file."""

    offset: int
    index: int
    name: str
    name_offset: int


def lowered(content: bytes) -> bytes:
    """Return the file with every version that can be lowered, lowered. Raises `CannotLower`."""
    file = bytearray(content)
    sections = _sections(file)
    versions = _needed_versions(file, sections)
    processor = struct.unpack_from("<H", file, 0x12)[0]
    too_new = {version for version, _ in OLDER}
    for needed in versions:
        if needed.name not in too_new:
            continue
        functions = _functions_of(file, sections, needed.index)
        targets = {OLDER.get((needed.name, function), {}).get(processor) for function in functions}
        target = targets.pop() if len(targets) == 1 else None
        if target is None:
            raise CannotLower(f"{needed.name}: {', '.join(sorted(functions))}")
        same = next((version for version in versions if version.name == target), None)
        if same is None:
            raise CannotLower(f"{target} is not named in the file")
        struct.pack_into("<I", file, needed.offset, _elf_hash(target))
        struct.pack_into("<I", file, needed.offset + 8, same.name_offset)
    return bytes(file)


def _sections(file: bytearray) -> list[_Section]:
    if file[:5] != b"\x7fELF\x02" or file[5] != 1:
        raise CannotLower("not a 64-bit little-endian ELF file")
    (start,) = struct.unpack_from("<Q", file, 0x28)
    size, count = struct.unpack_from("<HH", file, 0x3A)
    found: list[_Section] = []
    for number in range(count):
        _, kind, _, _, offset, length, link, info, _, _ = struct.unpack_from("<IIQQQQIIQQ", file, start + number * size)
        found.append(_Section(kind, offset, length, link, info))
    return found


def _needed_versions(file: bytearray, sections: list[_Section]) -> list[_NeededVersion]:
    table = next((section for section in sections if section.kind == _VERNEED), None)
    if table is None:
        return []
    strings = sections[table.link].offset
    found: list[_NeededVersion] = []
    place = table.offset
    for _ in range(table.entries):
        _, count, _, first, following = struct.unpack_from("<HHIII", file, place)
        entry = place + first
        for _ in range(count):
            _, _, index, name, after = struct.unpack_from("<IHHII", file, entry)
            found.append(_NeededVersion(entry, index, _text(file, strings + name), name))
            entry += after
        place += following
    return found


def _functions_of(file: bytearray, sections: list[_Section], index: int) -> set[str]:
    symbols = next(section for section in sections if section.kind == _DYNSYM)
    versions = next(section for section in sections if section.kind == _VERSYM)
    strings = sections[symbols.link].offset
    found: set[str] = set()
    for number in range(versions.size_bytes // 2):
        (version,) = struct.unpack_from("<H", file, versions.offset + number * 2)
        if version & 0x7FFF == index and version > _NO_VERSION:
            (name,) = struct.unpack_from("<I", file, symbols.offset + number * 24)
            found.add(_text(file, strings + name))
    return found


def _text(file: bytearray, start: int) -> str:
    return file[start : file.index(b"\0", start)].decode()


def _elf_hash(text: str) -> int:
    """Return the System V hash of a name (ELF specification, "Hash Table")."""
    value = 0
    for byte in text.encode():
        value = (value << 4) + byte
        high = value & 0xF0000000
        value ^= high >> 24
        value &= ~high & 0xFFFFFFFF
    return value


def main() -> int:
    """Lower the files in place."""
    for name in sys.argv[1:]:
        path = Path(name)
        before = path.read_bytes()
        after = lowered(before)
        if after != before:
            path.write_bytes(after)
            print(f"{name}: versions lowered")
    return 0


if __name__ == "__main__":
    sys.exit(main())
