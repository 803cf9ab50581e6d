"""Model files that cannot be used: each ends in one clear sentence with advice, and the engine lives on."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import gguf
import numpy as np
import pytest

from app.errors import UserError
from app.gguf import NotAChatModel, TruncatedGguf
from app.hardware.errors import ModelDoesNotFit
from app.inference.errors import ModelFileMissing, ModelNotLoadable, UnsupportedArchitecture
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.tiny_models import tiny_model
from tests.fakes.tiny_models.running_engine import RunningEngine


def refuse(path: Path, error: type[UserError], *, context: int | None = None) -> UserError:
    """Expect this error, well put, and that the engine can load another model afterwards."""
    with RunningEngine() as engine:
        with pytest.raises(error) as refusal:
            engine.load(path, context=context)
        good = tiny_model("qwen3", path.parent / "good")
        engine.load(good)
        assert engine.answer("Hello?", max_tokens=2).stats.answer_tokens == 2
    assert refusal.value.message_text().endswith((".", "?"))
    assert refusal.value.advice_text()
    return refusal.value


def test_an_unknown_architecture_is_named(tmp_path: Path) -> None:
    error = refuse(write_gguf(tmp_path / "m.gguf", architecture="fancy9000"), UnsupportedArchitecture)

    assert "fancy9000" in error.message_text()


def test_a_file_that_has_gone_is_named(tmp_path: Path) -> None:
    error = refuse(tmp_path / "gone.gguf", ModelFileMissing)

    assert "gone.gguf" in error.message_text()


def test_a_missing_shard_is_named(tmp_path: Path) -> None:
    first = tiny_model("llama", tmp_path, shards=3)
    second = next(path for path in tmp_path.glob("*.gguf") if "00002-of" in path.name)
    second.unlink()

    error = refuse(first, ModelFileMissing)

    assert second.name in error.message_text()


def test_a_model_larger_than_memory_is_refused_with_the_arithmetic(tmp_path: Path) -> None:
    path = tmp_path / "giant.gguf"
    writer = gguf.GGUFWriter(path, "llama")
    for add, value in (
        (writer.add_block_count, 2),
        (writer.add_context_length, 4096),
        (writer.add_embedding_length, 4096),
        (writer.add_feed_forward_length, 8192),
        (writer.add_head_count, 32),
    ):
        add(value)
    rows = 64_000_000  # × 4,096 × 4 bytes: a terabyte that is not there
    writer.add_tensor_info("token_embd.weight", (rows, 4096), np.dtype(np.float32), rows * 4096 * 4)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    writer.close()
    os.truncate(path, path.stat().st_size + rows * 4096 * 4 + 4096)

    error = refuse(path, ModelDoesNotFit)

    assert "free" in error.message_text()
    assert "weights" in error.details


def test_a_context_that_does_not_fit_names_one_that_does(tmp_path: Path) -> None:
    path = tiny_model("llama", tmp_path, context=2_000_000_000)

    error = refuse(path, ModelDoesNotFit, context=2_000_000_000)

    assert "context of at most" in error.advice_text()


def test_a_projector_is_not_a_model(tmp_path: Path) -> None:
    refuse(write_gguf(tmp_path / "mmproj.gguf", architecture="clip"), NotAChatModel)


def test_a_model_without_its_tensors_is_refused(tmp_path: Path) -> None:
    refuse(write_gguf(tmp_path / "hollow.gguf", architecture="llama"), ModelNotLoadable)


def test_a_cut_file_never_reaches_llama_cpp(tmp_path: Path) -> None:
    path = tiny_model("qwen3", tmp_path)
    os.truncate(path, path.stat().st_size - 5000)

    refuse(path, TruncatedGguf)


def test_what_is_no_model_of_ours_is_told_before_it_is_loaded(
    aside: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    for architecture, words in (("fancy9000", "fancy9000"), ("controlvector", "control vector")):
        path = write_gguf(tmp_path / f"{architecture}.gguf", architecture=architecture)
        result = aside("models", "fit", str(path))
        assert result.returncode == 1
        assert words in result.stderr
