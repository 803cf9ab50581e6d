"""Ways of storing the cache and of computing attention, on architectures of every kind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.hardware.context_choices import CacheType, FlashAttention
from app.inference.errors import CacheTypeNotPossible
from app.inference.protocol import LoadModel, LoadOptions, ModelInfo, ModelLoaded
from tests.fakes.tiny_models import attention_models, tiny_model
from tests.fakes.tiny_models.greedy_choice import assert_same_choice
from tests.fakes.tiny_models.running_engine import RunningEngine, placement_of

QUESTION = "Which of these is the odd one out: an apple, a pear, a plum, a spoon?"


@pytest.fixture
def heads_of_32(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of quantized caches hold 32 numbers of one head."""
    for constant, value in (("HEAD", 32), ("HEADS", 2), ("KV_HEADS", 1)):
        monkeypatch.setattr(attention_models, constant, value)


def loaded(engine: RunningEngine, path: Path, options: LoadOptions) -> ModelInfo:
    engine.engine.load(LoadModel(1, str(path), options))
    event = engine.events[-1]
    assert isinstance(event, ModelLoaded)
    return event.info


@pytest.mark.usefixtures("heads_of_32")
@pytest.mark.parametrize("cache_type", [CacheType.F16, CacheType.Q8_0, CacheType.Q4_0])
@pytest.mark.parametrize("flash_attention", list(FlashAttention))
@pytest.mark.parametrize("architecture", ["llama", "qwen3moe", "gemma3", "gpt-oss", "mamba"])
def test_every_kind_of_cache_answers_and_is_used_again(
    architecture: str, flash_attention: FlashAttention, cache_type: CacheType, tmp_path: Path
) -> None:
    path = tiny_model(architecture, tmp_path, context=1024)
    options = LoadOptions(1024, threads=1, cache_type=cache_type, flash_attention=flash_attention)
    with RunningEngine() as engine:
        if cache_type.is_quantized and flash_attention is FlashAttention.OFF:
            with pytest.raises(CacheTypeNotPossible):
                loaded(engine, path, options)
            return
        info = loaded(engine, path, options)
        first = engine.answer(QUESTION)
        second = engine.answer(QUESTION, first.answer, "And why?")

    assert placement_of(info).cache_type is cache_type
    assert info.notes == ()
    assert len(first.raw.split()) == 24
    assert second.stats.cached_tokens > 0


@pytest.mark.parametrize("architecture", ["llama", "qwen2", "gemma3"])
def test_flash_attention_changes_no_reply(architecture: str, tmp_path: Path) -> None:
    path = tiny_model(architecture, tmp_path, context=1024)
    replies = []
    for choice in (FlashAttention.ON, FlashAttention.OFF):
        with RunningEngine() as engine:
            loaded(engine, path, LoadOptions(1024, threads=1, flash_attention=choice))
            replies.append(engine.answer(QUESTION).raw)

    assert_same_choice(path, [QUESTION], *replies)


def test_a_model_whose_heads_are_no_whole_blocks_keeps_f16_and_says_so(tmp_path: Path) -> None:
    path = tiny_model("llama", tmp_path, context=512)  # heads of 16 numbers
    with RunningEngine() as engine:
        info = loaded(engine, path, LoadOptions(512, threads=1, cache_type=CacheType.Q8_0))

    assert placement_of(info).cache_type is CacheType.F16
    (note,) = info.notes
    assert note.text() == "The cache of this model cannot be stored as q8_0; it is stored as f16."


@pytest.mark.parametrize("architecture", ["gemma3", "gpt-oss"])
def test_a_window_that_keeps_only_itself_answers_alike_and_reads_little_twice(
    architecture: str, tmp_path: Path
) -> None:
    path = tiny_model(architecture, tmp_path, context=1024)
    replies = []
    for keeps_whole_window in (True, False):
        with RunningEngine() as engine:
            loaded(engine, path, LoadOptions(1024, threads=1, keeps_whole_window=keeps_whole_window))
            first = engine.answer(QUESTION)
            engine.engine.rest(lambda: False)
            second = engine.answer(QUESTION, first.answer, "And why?")
            replies.append(second.raw)
            assert second.stats.prompt_tokens - second.stats.cached_tokens < 60

    assert_same_choice(path, [QUESTION, first.answer, "And why?"], *replies)


@pytest.mark.parametrize("batch", [32, 128, 1024])
def test_the_batch_changes_no_reply(batch: int, tmp_path: Path) -> None:
    path = tiny_model("qwen3", tmp_path, context=2048)
    question = QUESTION * 8
    with RunningEngine() as engine:
        info = loaded(engine, path, LoadOptions(2048, threads=1, batch=batch))
        reply = engine.answer(question).raw
    with RunningEngine(path) as engine:
        usual = engine.answer(question).raw

    assert placement_of(info).batch == batch
    assert_same_choice(path, [question], reply, usual)


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (("--kv-cache", "q8_0", "--threads", "1", "--batch", "64"), ""),
        (("--gpu-layers", "auto", "--flash-attention", "on", "--kv-cache", "q4_0"), ""),
        (("--gpu-layers", "0", "--flash-attention", "off"), ""),
        (("--flash-attention", "off", "--kv-cache", "q4_0"), "needs flash attention"),
        (("--batch", "5"), "not a whole number from 32 to 4096"),
    ],
)
def test_the_command_line_takes_them(flags: tuple[str, ...], told: str, aside_home: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "ui", "ask", "--temperature", "0", *flags, "What is 2 + 2?"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "ASIDE_HOME": str(aside_home)},
    )

    assert (run.returncode == 0) is (told == "")
    assert told in run.stderr
    assert ("4" in run.stdout) is (told == "")
