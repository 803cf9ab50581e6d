"""The import contracts hold, and would notice a violation wherever it is."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

_QT = ("ui", "ui.")
_NETWORK = "app.network."
_FAILURES = "app.hub.connection.failures"
_SERVERS = "app.engines.endpoint_call"
_ADDRESSES = (
    "app.model_choice.pack_download",
    "app.documents.addresses",
    "app.engines.known_endpoints",
    "app.hub.catalogue.hub_address",
    "app.hub.connection.clients",
    "app.settings.addresses",
    "app.updates.",
)
BELONGS: dict[str, tuple[str, ...]] = {
    "PySide6": _QT,
    "shiboken6": _QT,
    "llama_cpp": ("app.inference.llama.",),
    "sqlite3": ("app.history.",),
    "huggingface_hub": ("app.hub.connection.",),
    "httpx2": (
        _NETWORK,
        "app.hub.connection.",
        "app.tools.built_in.fetch",
        "app.tools.server_process.connection",
        "app.updates.update_check",
        _SERVERS,
    ),
    "mcp": ("app.tools.server_process.",),
    "anyio": ("app.tools.server_process.",),
    "pydantic_monty": ("app.tools.built_in.python",),
    "httpcore2": (_NETWORK,),
    "ssl": (_NETWORK, _FAILURES, _SERVERS),
    "http": (),
    "socket": (_NETWORK, _FAILURES, _SERVERS),
    "urllib": (_NETWORK, *_ADDRESSES),
}
"""Where a package may be imported; with a dot at the end: by all that is in a room."""

_PLANTED = "\n\ndef planted() -> None:\n    import {imported}\n"
_SEEN = re.compile(r"([\w.]+) -> ([\w.]+)")
_UNLISTED = re.compile(r"^- ([\w.]+)$", re.MULTILINE)


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def ruff(folder: Path) -> str:
    command = [str(Path(sys.executable).with_name("ruff")), "check", "--no-cache", "--output-format=concise"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of everything that the contracts are about."""
    for name in ("app", "ui"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def modules_of(tree: Path) -> dict[str, Path]:
    """Return the files of all modules, by name."""
    found = {}
    for path in itertools.chain((tree / "app").rglob("*.py"), (tree / "ui").rglob("*.py")):
        parts = path.relative_to(tree).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def plant(path: Path, imported: Iterable[str]) -> None:
    """Let a module import these, in a function: that counts as well."""
    names = ", ".join(imported)
    if names:
        with path.open("a", encoding="utf-8") as file:
            file.write(_PLANTED.format(imported=names))


def seen_in(result: subprocess.CompletedProcess[str]) -> set[tuple[str, str]]:
    """Return the imports that were reported."""
    assert result.returncode == 1, result.stdout + result.stderr
    return set(_SEEN.findall(result.stdout))


def contracts() -> list[dict[str, Any]]:
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(configured["tool"]["importlinter"]["contracts"])


def layers_of(room: str) -> list[list[str]]:
    """Return the layers of `app` or `ui`, the highest first."""
    (layers,) = (one["layers"] for one in contracts() if one.get("containers") == [room])
    return [[f"{room}.{name.strip()}" for name in layer.split("|")] for layer in layers]


def guarded() -> list[str]:
    """Return all packages of others that a contract is about."""
    names = {name for one in contracts() for name in one.get("forbidden_modules", ())}
    return sorted(name for name in names if not name.startswith(("app.", "ui.")))


def belongs(name: str, module: str) -> bool:
    """Whether a module may import a package; what `BELONGS` does not know belongs nowhere."""
    places = BELONGS.get(name, ())
    return any(module.startswith(place) if place.endswith(".") else module == place for place in places)


def test_the_contracts_hold() -> None:
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout + result.stderr


def test_a_package_is_noticed_in_every_module_where_it_does_not_belong(tree: Path) -> None:
    assert set(BELONGS) <= set(guarded())
    planted: set[tuple[str, str]] = set()
    for module, path in modules_of(tree).items():
        strange = [name for name in guarded() if not belongs(name, module)]
        plant(path, strange)
        planted |= {(module, name) for name in strange}

    assert len(planted) > 10_000
    assert seen_in(lint_imports(tree)) == planted


def test_an_engine_that_knows_history_is_noticed_in_every_module(tree: Path) -> None:
    engines = {module: path for module, path in modules_of(tree).items() if module.startswith("app.engines.")}
    for path in engines.values():
        plant(path, ["app.history.store"])

    assert seen_in(lint_imports(tree)) == {(module, "app.history.store") for module in engines}


def test_a_package_is_allowed_where_it_belongs(tree: Path) -> None:
    for module, path in modules_of(tree).items():
        plant(path, [name for name in BELONGS if belongs(name, module)])

    result = lint_imports(tree)

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("room", ["app", "ui"])
def test_an_import_upwards_or_beside_is_noticed_between_all_neighbours(tree: Path, room: str) -> None:
    layers = layers_of(room)
    planted: set[tuple[str, str]] = set()
    modules = modules_of(tree)
    for above, layer in itertools.pairwise([[], *layers]):
        for module in layer:
            strange = [*above, *(other for other in layer if other != module)]
            plant(modules[module], strange)
            planted |= {(module, name) for name in strange}

    assert seen_in(lint_imports(tree)) >= planted


def test_the_app_does_not_import_the_window(tree: Path) -> None:
    plant(tree / "app" / "text.py", ["ui.theme.colours"])

    assert ("app.text", "ui.theme.colours") in seen_in(lint_imports(tree))


def test_a_new_module_that_stands_in_no_layer_is_noticed(tree: Path) -> None:
    for new in ("app/brand_new.py", "ui/brand_new.py", "app/newroom/__init__.py", "app/newroom/x.py"):
        (tree / new).parent.mkdir(exist_ok=True)
        (tree / new).write_text('"""New."""\n', encoding="utf-8")

    result = lint_imports(tree)

    assert result.returncode == 1
    assert set(_UNLISTED.findall(result.stdout)) == {"app.brand_new", "app.newroom", "ui.brand_new"}


def test_what_the_contracts_cannot_see_is_noticed_by_ruff(tree: Path) -> None:
    (tree / "app" / "newroom").mkdir()
    (tree / "app" / "newroom" / "x.py").write_text('"""In a folder without an `__init__.py`."""\n', encoding="utf-8")
    banned = ("importlib.import_module", "importlib.__import__", "runpy", "urllib.request", "PySide6.QtSql")
    lines = ["import importlib", *(f'{way}("llama_cpp")' for way in banned[:2])]
    lines += ["import runpy", "import urllib.request", "from PySide6 import QtSql"]
    (tree / "app" / "text.py").write_text("\n".join(['"""Planted."""', *lines]), encoding="utf-8")

    seen = ruff(tree)

    assert "app/newroom/x.py:1:1: INP001" in seen
    assert all(f"TID251 `{way}` is banned" in seen for way in banned), seen
