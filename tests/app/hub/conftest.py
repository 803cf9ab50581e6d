"""A library in a temporary home, without a built-in model."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.hub.library.library import Library
from app.paths import AppPaths


@pytest.fixture
def paths(aside_home: Path) -> AppPaths:
    return AppPaths.from_environment({"ASIDE_HOME": str(aside_home)})


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture
def library(paths: AppPaths, tmp_path: Path) -> Library:
    return Library(paths, resources=tmp_path / "no resources", clock=lambda: 1000.0)
