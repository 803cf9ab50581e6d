"""The whole recipe in small: train on the CPU, resume, export, load in llama.cpp. Skipped where torch is not installed."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

RECIPE = Path(__file__).resolve().parents[2] / "packaging" / "starter_model"

pytestmark = pytest.mark.skipif(find_spec("torch") is None, reason="torch comes only with the starter-model group")


def _run(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(RECIPE / script), *arguments], capture_output=True, text=True, check=False, timeout=110
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.timeout(240)
def test_the_same_command_trains_a_tiny_model_resumes_and_exports_it(tmp_path: Path) -> None:
    first = json.loads(_run("train.py", "--tiny", "--out", str(tmp_path), "--minutes", "0.08").splitlines()[-1])
    again = json.loads(
        _run("train.py", "--tiny", "--out", str(tmp_path), "--minutes", "0.16", "--resume").splitlines()[-1]
    )
    assert again["steps"] > first["steps"] > 0
    assert again["loss"] < 7.3  # ln(1536): better than knowing nothing

    target = tmp_path / "tiny.gguf"
    _run("export.py", str(tmp_path), str(target), "--tiny")
    model = import_module("batched_decoding").BatchedModel(target, sequences=2)
    prompt = model.tokenize("<|im_start|>user\n2+2<|im_end|>\n<|im_start|>assistant\n")
    assert len(model.complete([prompt], limit=8)[0]) > 0
    model.close()
