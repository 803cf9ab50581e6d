"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(p for room in ("app", "ui", "tests", "packaging") for p in (ROOT / room).rglob("*.py"))
MAX_LINES = 600
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}


def test_there_are_sources() -> None:
    assert len(SOURCES) > 50


def test_no_source_is_longer_than_a_person_reads() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}

    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_every_source_is_named_for_its_meaning() -> None:
    names = {path.relative_to(ROOT) for path in SOURCES}

    assert [n for n in names if EMPTY_NAMES.intersection(part.removesuffix(".py") for part in n.parts)] == []


def test_every_module_says_what_lives_in_it_and_why() -> None:
    modules = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in {"app", "ui"}]

    assert [str(p) for p in modules if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))] == []


def test_processes_of_our_own_are_started_in_one_place_only() -> None:
    """Elsewhere the current folder would be forgotten: Python puts it before its own library."""
    ways = ("get_context(", "multiprocessing.Process", "sys.executable", "set_start_method", "ProcessPoolExecutor")
    starters = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if path.relative_to(ROOT).parts[0] in {"app", "ui"}
        and any(way in path.read_text(encoding="utf-8") for way in ways)
    ]

    assert starters == [str(Path("app", "processes.py"))]


def test_files_are_opened_for_reading_in_one_place_only() -> None:
    """Elsewhere a pipe would be waited for: `app.file_facts` opens nothing but files."""
    way = re.compile(r"\.open\(\"r|\.read_bytes\(\)|\.read_text\(|(?<![\w.])open\(|tarfile\.open\((?!fileobj)")
    openers = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if path.relative_to(ROOT).parts[0] in {"app", "ui"}
        and any(way.search(line) for line in path.read_text(encoding="utf-8").splitlines() if "def " not in line)
    ]

    assert openers == []


def test_no_package_is_shadowed() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert not (ROOT / "tests" / "app" / "__init__.py").exists()


def test_folders_are_made_in_one_place_which_knows_who_may_read_them() -> None:
    modules = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in {"app", "ui"}]
    makers = [str(p.relative_to(ROOT)) for p in modules if ".mkdir(" in p.read_text(encoding="utf-8")]

    assert makers == ["app/private_files.py"]


def test_nothing_is_imported_by_its_name_as_text() -> None:
    """The import contracts would not see it; the other ways to do so are forbidden by ruff."""
    modules = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in {"app", "ui"}]

    assert [str(path) for path in modules if "__import__(" in path.read_text(encoding="utf-8")] == []
