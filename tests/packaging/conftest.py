"""Loads the scripts of `packaging/`, which is a folder of scripts and no package."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
Script = Callable[[str], ModuleType]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[Script]:
    """A function that loads a script by its path below `packaging/`."""
    known = set(sys.modules)
    for folder in ("packaging", "packaging/linux"):
        monkeypatch.syspath_prepend(str(ROOT / folder))

    def load(path: str) -> ModuleType:
        file = ROOT / "packaging" / path
        spec = importlib.util.spec_from_file_location(f"aside_packaging_{file.stem}", file)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, spec.name, module)  # dataclasses look their module up
        spec.loader.exec_module(module)
        return module

    yield load
    for name in set(sys.modules) - known:
        file = getattr(sys.modules[name], "__file__", None)
        if file and Path(file).is_relative_to(ROOT / "packaging"):
            del sys.modules[name]
