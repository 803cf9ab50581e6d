"""What each kind of architecture remembers per layer, against the figures that llama.cpp logs for the tiny models."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.gguf import GgufHeader, MetadataArray, ValueType, read_header
from app.hardware.context_choices import CacheType
from app.hardware.memory_needs import (
    compute_bytes,
    kv_bytes,
    layer_memories,
    padded_context,
    weights_bytes,
    window_tokens,
)
from tests.fakes.tiny_models import ARCHITECTURES, tiny_model

_MIB = 1024**2
_KV_MIB = {
    "llama": 1.0,
    "qwen2": 1.0,
    "qwen3": 1.0,
    "qwen3moe": 1.0,
    "deepseek2": 0.94,
    "llama4": 2.0,
    "gpt-oss": 1.0,
    "mistral3": 1.0,
    "gemma3": 3.0,
    "qwen35": 0.52,
    "lfm2": 0.5,
    "mamba": 0.02,
    "rwkv7": 0.03,
}
"""At 4096 tokens in f16, as llama.cpp logs it."""
_COMPUTE_MIB = {
    "llama": 4.8887,
    "qwen3moe": 4.7637,
    "deepseek2": 5.1973,
    "llama4": 8.8984,
    "gpt-oss": 8.6465,
    "gemma3": 8.9590,
    "qwen35": 5.1460,
    "lfm2": 4.9512,
    "mamba": 1.6382,
    "rwkv7": 2.3008,
}


@pytest.fixture(scope="module")
def headers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, GgufHeader]:
    folder = tmp_path_factory.mktemp("models")
    found: dict[str, GgufHeader] = {}
    for architecture in ARCHITECTURES:
        (folder / architecture).mkdir()
        found[architecture] = read_header(tiny_model(architecture, folder / architecture))
    return found


@pytest.mark.parametrize("architecture", _KV_MIB)
def test_the_cache_is_what_llama_cpp_reports(headers: dict[str, GgufHeader], architecture: str) -> None:
    assert kv_bytes(headers[architecture], 4096) / _MIB == pytest.approx(_KV_MIB[architecture], abs=0.0101)


@pytest.mark.parametrize("architecture", _COMPUTE_MIB)
def test_the_computation_is_about_what_llama_cpp_reports(headers: dict[str, GgufHeader], architecture: str) -> None:
    assert compute_bytes(headers[architecture], 4096) / _MIB == pytest.approx(_COMPUTE_MIB[architecture], rel=0.15)


def test_weights_are_the_files_without_their_header(tmp_path: Path) -> None:
    path = tiny_model("llama", tmp_path)
    header = read_header(path)

    assert weights_bytes(header, path.stat().st_size) == pytest.approx(header.tensor_bytes, rel=0.001)


@pytest.mark.parametrize(
    ("cache_type", "share"),
    [(CacheType.F32, 2), (CacheType.BF16, 1), (CacheType.Q8_0, 17 / 32), (CacheType.Q4_0, 9 / 32)],
)
def test_the_cache_type_counts(headers: dict[str, GgufHeader], cache_type: CacheType, share: float) -> None:
    header = headers["llama"]

    assert kv_bytes(header, 4096, cache_type=cache_type) == kv_bytes(header, 4096) * share


def test_a_state_is_f32_whatever_the_cache_type_and_does_not_grow(headers: dict[str, GgufHeader]) -> None:
    header = headers["mamba"]

    assert kv_bytes(header, 512) == kv_bytes(header, 65_536, cache_type=CacheType.Q4_0) > 0


def test_a_window_saves_memory_where_it_may_be_forgotten(headers: dict[str, GgufHeader]) -> None:
    header = headers["gemma3"]
    full = kv_bytes(header, 16_384)
    windowed = kv_bytes(header, 16_384, keeps_whole_window=False)

    assert [layer.has_window for layer in layer_memories(header)] == [True] * 5 + [False]
    assert window_tokens(header) == 32
    assert windowed == full // 6 + full * 5 // 6 * 768 // 16_384
    assert compute_bytes(header, 16_384, keeps_whole_window=False) < compute_bytes(header, 16_384)
    assert kv_bytes(headers["llama"], 16_384, keeps_whole_window=False) == kv_bytes(headers["llama"], 16_384)


def test_latent_attention_keeps_keys_only(headers: dict[str, GgufHeader]) -> None:
    assert {(layer.key_values, layer.value_values) for layer in layer_memories(headers["deepseek2"])} == {(40, 0)}


def _header(architecture: str, **values: int | list[int] | list[bool]) -> GgufHeader:
    metadata: dict[str, str | int | MetadataArray] = {"general.architecture": architecture}
    for name, value in {"block_count": 4, "embedding_length": 64, **values}.items():
        key = f"{architecture}.{name.replace('__', '.')}"
        if isinstance(value, list):
            metadata[key] = MetadataArray(ValueType.INT32, len(value), tuple(value))
        else:
            metadata[key] = value
    return GgufHeader(3, metadata, (), 32)


def test_patterns_in_the_file_win_over_the_usual_ones() -> None:
    more = {"attention__head_count": 4, "attention__head_count_kv": 2, "attention__sliding_window": 512}
    named = _header("gemma4", attention__sliding_window_pattern=[True, False, True, True], **more)
    usual = _header("gpt-oss", **more)

    assert [layer.has_window for layer in layer_memories(named)] == [True, False, True, True]
    assert [layer.has_window for layer in layer_memories(usual)] == [True, False, True, False]


def test_layers_that_share_or_predict_ahead_keep_nothing() -> None:
    more = {"attention__head_count": 4, "attention__head_count_kv": 2}

    shared = layer_memories(_header("gemma4", attention__shared_kv_layers=1, **more))
    ahead = layer_memories(_header("glm4moe", nextn_predict_layers=1, **more))

    assert [layer.key_values > 0 for layer in shared] == [True, True, True, False]
    assert len(ahead) == 3


def test_a_layer_of_nemotron_is_attention_state_or_feed_forward() -> None:
    header = _header(
        "nemotron_h",
        attention__head_count=4,
        attention__head_count_kv=[0, 0, 2, 0],
        feed_forward_length=[0, 128, 0, 0],
        ssm__conv_kernel=4,
        ssm__inner_size=128,
        ssm__state_size=16,
        ssm__group_count=1,
    )

    layers = layer_memories(header)

    assert [layer.key_values > 0 for layer in layers] == [False, False, True, False]
    assert [layer.state_values > 0 for layer in layers] == [True, False, False, True]


def test_nonsense_is_no_error() -> None:
    header = _header("llama", block_count=10**9, attention__head_count_kv=[1, 2])

    assert len(layer_memories(header)) == 4096
    assert padded_context(0) == 256
