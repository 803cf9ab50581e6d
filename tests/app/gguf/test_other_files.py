"""Files that bear a model's name and are something else: each is told by what it is, and by what to do."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
from pathlib import Path

import gguf
import numpy as np
import pytest

from app.gguf import (
    NotAChatModel,
    NotAGguf,
    UnsupportedGguf,
    UnwrittenGguf,
    check_written,
    not_a_chat_model,
    read_header,
)


def _zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, b"GGUF" + bytes(200))
    return buffer.getvalue()


def _tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("model.gguf"), io.BytesIO())
    return buffer.getvalue()


_HEADER = json.dumps({"w": {"dtype": "F16", "shape": [1], "data_offsets": [0, 2]}}).encode()


@pytest.mark.parametrize(
    ("content", "words", "advice"),
    [
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"a" * 64 + b"\nsize 4683073536\n",
            "4.7 GB",
            "git lfs",
        ),
        (b"<!DOCTYPE html>\n<html><head><title>Log in</title>", "web page", "again"),
        (b'{"error":"Repository not found"}', "Repository not found", "again"),
        (gzip.compress(b"GGUF" * 100, mtime=0), "gzip", "Unpack"),
        (_zip("ok.gguf"), "zip", "Unpack"),
        (struct.pack("<Q", len(_HEADER)) + _HEADER + bytes(2), "safetensors", "GGUF"),
        (b"lmgg" + b"\1\0\0\0" * 8, "older", "GGUF"),
        (b"tjgg" + struct.pack("<I", 3) + bytes(100), "older", "GGUF"),
        (b"", "empty", "again"),
        (bytes(100_000), "zeros", "again"),
        (_zip("archive/data.pkl"), "PyTorch", "GGUF"),
        # kept aside while the code was written
        (b"\n\n <html lang='en'>", "web page", "again"),
        (b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "AccessDenied", "again"),
        (b"Access to model is restricted. You must be authenticated.", "You must be authenticated", "again"),
        (b"Entry not found", "Entry not found", "again"),
        (bz2.compress(b"GGUF" * 100), "bzip2", "Unpack"),
        (lzma.compress(b"GGUF" * 100), "xz", "Unpack"),
        (b"\x28\xb5\x2f\xfd" + bytes(50), "Zstandard", "Unpack"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "7-Zip", "Unpack"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(50), "RAR", "Unpack"),
        (_tar(), "tar", "Unpack"),
        (b"\x80\x02}q\x00(X\x05\x00\x00\x00model", "PyTorch", "GGUF"),
        (b"\x89HDF\r\n\x1a\n" + bytes(50), "Keras", "GGUF"),
        (b"algg" + bytes(60), "LoRA", "model"),
        (b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X" + bytes(60), "macOS", "._"),
        (b"[InternetShortcut]\r\nURL=https://example.org/m.gguf\r\n", "shortcut", "again"),
        (b"%PDF-1.7", "not a GGUF", "GGUF"),
        (bytes(range(7, 250)), "not a GGUF", "GGUF"),
    ],
)
def test_another_file_is_told_by_what_it_is(tmp_path: Path, content: bytes, words: str, advice: str) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(content)

    with pytest.raises(NotAGguf) as caught:
        read_header(path)

    assert "m.gguf" in caught.value.message_text()
    assert words in caught.value.message_text()
    assert advice in caught.value.advice_text()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Big.Q6_K.gguf.part2of2", "part 2"),
        ("Big.Q8_0.gguf-split-b", "part 2"),
        ("big.gguf.partab", "part 2"),
        ("big.gguf.002", "part 2"),
    ],
)
def test_a_later_part_of_a_file_is_told_so(tmp_path: Path, name: str, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(bytes(range(7, 250)))

    with pytest.raises(NotAGguf) as caught:
        read_header(path)
    assert words in caught.value.message_text()
    assert "join" in caught.value.advice_text().lower()


@pytest.mark.parametrize(
    ("content", "words", "advice"),
    [
        (b"GGUF" + struct.pack("<III", 1, 0, 0) + bytes(64), "version 1", "newer file"),
        (b"GGUF" + struct.pack("<I", 9) + bytes(64), "version 9", "update"),
        (
            b"GGUF"
            + struct.pack("<IQQ", 3, 1, 0)
            + struct.pack("<Q", 1)
            + b"w"
            + struct.pack("<IQIQ", 1, 32, 137, 0)
            + bytes(64),
            "137",
            "another quantization",
        ),
    ],
)
def test_a_gguf_of_another_kind_says_which(tmp_path: Path, content: bytes, words: str, advice: str) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(content)

    with pytest.raises(UnsupportedGguf) as caught:
        read_header(path)
    assert words in caught.value.message_text()
    assert advice in caught.value.advice_text()


def _gguf(folder: Path, architecture: str, *, tensors: tuple[str, ...] = ("x.weight",), **values: str | int) -> Path:
    path = folder / "m.gguf"
    writer = gguf.GGUFWriter(path, architecture)
    for key, value in values.items():
        kind = gguf.GGUFValueType.STRING if isinstance(value, str) else gguf.GGUFValueType.UINT32
        writer.add_key_value(key.replace("__", "."), value, kind)
    for name in tensors:
        writer.add_tensor(name, np.ones((32, 32), dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


@pytest.mark.parametrize(
    ("architecture", "values", "tensors", "words"),
    [
        ("llama", {"general__type": "adapter", "adapter__type": "lora"}, ("x.lora_a",), "LoRA"),
        ("llama", {"general__type": "imatrix"}, ("x",), "importance matrix"),
        ("controlvector", {}, ("direction.1",), "control vector"),
        ("clip", {"general__type": "mmproj"}, ("v.x",), "images"),
        ("bert", {}, ("x.weight",), "compare"),
        ("flux", {}, ("x.weight",), "images"),
        ("whisper", {}, ("x.weight",), "speech"),
        # kept aside while the code was written
        ("qwen2", {"general__type": "adapter", "adapter__type": "control_vector"}, ("x",), "adapter"),
        ("imatrix", {"imatrix__chunk_count": 3}, ("x.in_sum2",), "importance matrix"),
        ("llama", {}, (), "vocabulary"),
        ("llama", {"general__type": "vocab"}, (), "vocabulary"),
        ("nomic-bert-moe", {}, ("x.weight",), "compare"),
        ("wan", {}, ("x.weight",), "images"),
        ("snac-dec", {}, ("x.weight",), "speech"),
        ("mmproj", {}, ("v.x",), "images"),
        ("llama", {"llama__pooling_type": 1}, ("x.weight",), "compare"),
        ("llama", {}, ("blk.0.attn_q.weight.lora_a", "blk.0.attn_q.weight.lora_b"), "LoRA"),
    ],
)
def test_a_gguf_that_is_no_chat_model_says_what_it_is(
    tmp_path: Path, architecture: str, values: dict[str, str | int], tensors: tuple[str, ...], words: str
) -> None:
    header = read_header(_gguf(tmp_path, architecture, tensors=tensors, **values))

    error = not_a_chat_model(header, "m.gguf")
    assert isinstance(error, NotAChatModel)
    assert words in error.message_text()
    assert "m.gguf" in error.message_text()
    assert error.advice_text()


@pytest.mark.parametrize(("written", "is_whole"), [(0.0, False), (0.5, False), (0.6, False), (0.96, True), (1.0, True)])
def test_a_file_whose_end_was_never_written_is_not_whole(tmp_path: Path, written: float, is_whole: bool) -> None:
    path = tmp_path / "m.gguf"
    writer = gguf.GGUFWriter(path, "llama")
    weights = np.ones((1024, 1024), dtype=np.float32)
    weights[int(1024 * written) :] = 0
    writer.add_tensor("x.weight", weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()

    if is_whole:
        check_written(path, read_header(path))
    else:
        with pytest.raises(UnwrittenGguf, match=r"m\.gguf"):
            check_written(path, read_header(path))


@pytest.mark.parametrize("architecture", ["llama", "qwen3", "gemma4", "zorblax9", "t5", "mamba2"])
def test_models_and_what_may_be_one_are_let_through(tmp_path: Path, architecture: str) -> None:
    header = read_header(_gguf(tmp_path, architecture, general__type="model"))

    assert not_a_chat_model(header, "m.gguf") is None
