"""Names of quantizations in headers and file names."""

from __future__ import annotations

import pytest

from app.gguf import quantization_from_name, quantization_of_file_type, split_model_name


@pytest.mark.parametrize(
    ("file_name", "quantization"),
    [
        ("Qwen3-8B-Q4_K_M.gguf", "Q4_K_M"),
        ("qwen3-8b-q4_k_m.gguf", "Q4_K_M"),
        ("DeepSeek-R1-Distill-Qwen-7B-UD-Q4_K_XL.gguf", "UD-Q4_K_XL"),
        ("DeepSeek-R1-UD-IQ1_S-00001-of-00003.gguf", "UD-IQ1_S"),
        ("SmolLM2-135M-Instruct.Q4_1.gguf", "Q4_1"),
        ("gpt-oss-20b-MXFP4.gguf", "MXFP4"),
        ("gpt-oss-120b-mxfp4_moe.gguf", "MXFP4"),
        ("model-NVFP4.gguf", "NVFP4"),
        ("BitNet-b1.58-TQ2_0.gguf", "TQ2_0"),
        ("Qwen3-8B-BF16.gguf", "BF16"),
        ("Qwen3-8B-f16.gguf", "F16"),
        ("Qwen3-8B.fp16.gguf", "F16"),
        ("gemma-3-4b-it-qat-Q4_0.gguf", "Q4_0"),
        ("Llama-3.1-8B-IQ4_NL.gguf", "IQ4_NL"),
        ("Phi-4-Q6_K_L.gguf", "Q6_K_L"),
        ("BF16/Qwen3-235B-BF16-00002-of-00010.gguf", "BF16"),
        ("F16-to-Q8_0.gguf", "Q8_0"),
        ("Qwen3-8B.gguf", ""),
        ("ggml-model.gguf", ""),
        ("Q4gate.gguf", ""),
    ],
)
def test_a_file_name_tells_the_quantization(file_name: str, quantization: str) -> None:
    assert quantization_from_name(file_name) == quantization


@pytest.mark.parametrize(
    ("file_type", "quantization"),
    [(0, "F32"), (1, "F16"), (7, "Q8_0"), (15, "Q4_K_M"), (1024 + 15, "Q4_K_M"), (38, "MXFP4"), (32, "BF16")],
)
def test_a_header_tells_the_quantization(file_type: int, quantization: str) -> None:
    assert quantization_of_file_type(file_type) == quantization


@pytest.mark.parametrize("file_type", [None, -1, 4, 999, 2**32 - 1])
def test_a_file_type_that_is_not_known_has_no_name(file_type: int | None) -> None:
    assert quantization_of_file_type(file_type) == ""


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("SmolLM2-135M-Instruct-Q4_1", ("SmolLM2-135M-Instruct", "Q4_1")),
        ("qwen3-8b.UD-q4_k_xl", ("qwen3-8b", "UD-q4_k_xl")),
        ("Aside Starter", ("Aside Starter", "")),
        ("lab/big", ("lab/big", "")),
        ("Q8_0", ("Q8_0", "")),
        ("", ("", "")),
    ],
)
def test_a_model_s_name_is_told_from_its_quantization(name: str, parts: tuple[str, str]) -> None:
    assert split_model_name(name) == parts
