"""The list of models survives other processes, other versions and accidents."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import filelock
import msgspec
import pytest

from app.hub.library.errors import LibraryNotSaved
from app.hub.library.library_file import LibraryEntry, LibraryFile, LibraryFilePart
from app.hub.library.library_model import ModelOrigin

_ADD_TEN = """
import sys
from pathlib import Path
from app.hub.library.library_file import LibraryEntry, LibraryFilePart
from app.hub.library.library_file import LibraryFile
from app.hub.library.library_model import ModelOrigin

file = LibraryFile(Path(sys.argv[1]))
for number in range(10):
    part = LibraryFilePart(path=f"/{sys.argv[2]}/{number}.gguf", size_bytes=1)
    entry = LibraryEntry(name=f"{sys.argv[2]}-{number}", files=(part,), origin=ModelOrigin.IMPORTED)
    file.change(lambda entries: (*entries, entry))
"""


def _entry(name: str) -> LibraryEntry:
    part = LibraryFilePart(path=f"/models/{name}.gguf", size_bytes=7, sha256="ab")
    return LibraryEntry(name=name, files=(part,), origin=ModelOrigin.IMPORTED)


@pytest.fixture
def file(tmp_path: Path) -> LibraryFile:
    return LibraryFile(tmp_path / "data" / "library.json")


def test_what_was_changed_is_there_for_the_next_reader(file: LibraryFile, tmp_path: Path) -> None:
    file.change(lambda entries: (*entries, _entry("a")))
    file.change(lambda entries: (*entries, _entry("b")))

    assert LibraryFile(tmp_path / "data" / "library.json").entries() == (_entry("a"), _entry("b"))


def test_processes_that_write_at_once_lose_nothing(file: LibraryFile, tmp_path: Path) -> None:
    path = tmp_path / "data" / "library.json"
    writers = [
        subprocess.Popen([sys.executable, "-c", _ADD_TEN, str(path), name], cwd=Path(__file__).parents[3])
        for name in ("window", "command")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]

    assert len(file.entries()) == 20


def test_a_lock_held_too_long_is_given_up(file: LibraryFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.atomic_write._LOCK_TIMEOUT_S", 0.1)
    file.change(lambda entries: (*entries, _entry("a")))

    with filelock.FileLock(tmp_path / "data" / "library.json.lock"), pytest.raises(LibraryNotSaved):
        file.change(lambda entries: (*entries, _entry("held twice")))
    file.change(lambda entries: (*entries, _entry("free again")))

    assert file.entries() == (_entry("a"), _entry("free again"))


def test_entries_of_a_newer_version_are_kept(file: LibraryFile, tmp_path: Path) -> None:
    path = tmp_path / "data" / "library.json"
    path.parent.mkdir()
    foreign = {"name": "future", "origin": "beamed", "files": [], "colour": {"r": 1.0}}
    path.write_text(json.dumps({"models": [foreign, msgspec.to_builtins(_entry("a"))]}))

    assert file.entries() == (_entry("a"),)
    file.change(lambda entries: (*entries, _entry("b")))

    assert foreign in json.loads(path.read_text())["models"]
    assert file.entries() == (_entry("a"), _entry("b"))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\x00", b'{"models": 3}'])
def test_a_broken_list_is_moved_aside_and_not_overwritten(file: LibraryFile, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "data" / "library.json"
    path.parent.mkdir()
    path.write_bytes(content)

    assert file.entries() == ()
    assert path.read_bytes() == content
    file.change(lambda entries: (*entries, _entry("a")))

    [kept] = path.parent.glob("library.broken-*.json")
    assert kept.read_bytes() == content
    assert file.entries() == (_entry("a"),)
