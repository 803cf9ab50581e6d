"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(p for room in ("app", "ui", "tests", "packaging") for p in (ROOT / room).rglob("*.py"))
MAX_LINES = 400
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}


def test_there_are_sources() -> None:
    assert len(SOURCES) > 50


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_source_is_short_documented_and_named_for_its_meaning(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    relative = path.relative_to(ROOT)

    assert len(text.splitlines()) <= MAX_LINES
    assert not EMPTY_NAMES.intersection(part.removesuffix(".py") for part in relative.parts)
    if relative.parts[0] in {"app", "ui"}:
        assert ast.get_docstring(ast.parse(text)), "a module says what lives in it and why"


def test_no_package_is_shadowed() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert not (ROOT / "tests" / "app" / "__init__.py").exists()
