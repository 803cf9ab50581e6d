"""Whoever raises an error gives it what its words name."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import string
from pathlib import Path

import app
from app.errors import UserError

ROOT = Path(__file__).resolve().parents[2]


def plain_errors() -> dict[str, set[str]]:
    """Return the errors without a constructor of their own, each with the names in its words."""
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if module.name.endswith("errors"):
            importlib.import_module(module.name)
    found: dict[str, set[str]] = {}
    waiting = [UserError]
    while waiting:
        error = waiting.pop()
        waiting += error.__subclasses__()
        if error.message and error.__init__ is UserError.__init__:
            words = f"{error.message} {error.advice}"
            found[error.__name__] = {name for _, name, _, _ in string.Formatter().parse(words) if name}
    return found


def test_an_error_is_given_what_its_words_name() -> None:
    wanted = plain_errors()
    assert len(wanted) > 30
    faults: list[str] = []
    for path in (*(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in wanted:
                given = {word.arg for word in call.keywords} - {"details"}
                if not call.args and given != wanted[call.func.id]:
                    faults.append(
                        f"{path.relative_to(ROOT)}:{call.lineno}: {call.func.id} wants {wanted[call.func.id]}"
                    )
    assert faults == []
