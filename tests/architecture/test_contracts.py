"""The import contracts hold, and would notice a violation."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    for name in ("app", "ui"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold() -> None:
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("app/history/store.py", "import app.inference.client"),
        ("app/reasoning/__init__.py", "import app.settings"),
        ("app/messages/sampling.py", "import app.text"),
        ("app/conversation/session.py", "import PySide6.QtCore"),
        ("app/conversation/session.py", "import llama_cpp"),
        ("app/inference/client.py", "import llama_cpp"),
        ("app/inference/client.py", "import huggingface_hub"),
        ("ui/assembly.py", "import sqlite3"),
        ("ui/theme/__init__.py", "import ui.chat"),
        ("ui/models/__init__.py", "import ui.chat"),
    ],
)
def test_a_planted_violation_is_noticed(copied_tree: Path, module: str, line: str) -> None:
    path = copied_tree / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")

    result = lint_imports(copied_tree)

    assert result.returncode != 0, result.stdout
    assert "BROKEN" in result.stdout
