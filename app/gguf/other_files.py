"""Says what a file is that is called a model and is none: a pointer, a page, an archive, another format."""

from __future__ import annotations

import re

from app.gguf.shards import parse_part_name
from app.text import format_bytes, quoted, translatable

_DOWNLOAD_AGAIN = translatable("Download the file again; its page may ask you to log in or to accept a licence first.")
_UNPACK = translatable("Unpack it, and choose the .gguf file in it.")
_ANOTHER_FORMAT = translatable("Look for a GGUF file of the same model.")

_ARCHIVES = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
)
_OLD_FORMATS = (b"lmgg", b"tjgg", b"fmgg", b"ggml", b"ggjt", b"ggmf")
_OLD_ADAPTERS = (b"algg", b"ggla")

Told = tuple[str, str, dict[str, object]]
"""Message and advice, untranslated, and their values."""


def told_by_content(name: str, data: bytes, size_bytes: int) -> Told:
    """Return what to say of a file that is no GGUF, from its first bytes."""
    for look in (_by_size, _by_text, _by_format, _by_name):
        told = look(name, data, size_bytes)
        if told is not None:
            return told
    return (
        translatable("{name} is not a GGUF model file."),
        translatable("Choose a file that ends in .gguf, or download a GGUF file from the Hub."),
        {},
    )


def _by_size(_name: str, data: bytes, size_bytes: int) -> Told | None:
    if size_bytes == 0:
        return translatable("{name} is empty."), _DOWNLOAD_AGAIN, {}
    if size_bytes >= 64 and data and not data.strip(b"\0"):
        return translatable("{name} holds nothing but zeros: its download never arrived."), _DOWNLOAD_AGAIN, {}
    return None


def _by_text(_name: str, data: bytes, size_bytes: int) -> Told | None:
    beginning = data[:1000]
    if sum(byte < 32 and byte not in b"\t\r\n" for byte in beginning):
        return None
    text = beginning.decode("utf-8", "replace").strip()
    if text.startswith("version https://git-lfs"):
        size = re.search(r"^size (\d+)", text, re.MULTILINE)
        return (
            translatable("{name} only points to a model of {size} that was not fetched (Git LFS)."),
            translatable("Run “git lfs pull” in its folder, or download the file from its page."),
            {"size": format_bytes(int(size[1])) if size is not None else "?"},
        )
    if text.startswith("[InternetShortcut]"):
        return translatable("{name} is a shortcut to a page, not the model."), _DOWNLOAD_AGAIN, {}
    if re.match(r"<(?:!doctype|html|head)\b", text, re.IGNORECASE):
        return translatable("{name} is a web page that was saved in the place of the model."), _DOWNLOAD_AGAIN, {}
    if size_bytes < 20_000 and "\ufffd" not in text and " " in text:
        return (
            translatable("{name} is a text and no model; it says: {words}"),
            _DOWNLOAD_AGAIN,
            {"words": quoted(text)},
        )
    return None


def _by_format(_name: str, data: bytes, _size_bytes: int) -> Told | None:
    if (data.startswith(b"PK\x03\x04") and b"data.pkl" in data[:4096]) or data.startswith(b"\x80\x02"):
        return _of_format("PyTorch")
    if data[8:9] == b"{" and 2 <= int.from_bytes(data[:8], "little") < 1 << 30:
        return _of_format("safetensors")
    if data.startswith(b"\x89HDF"):
        return _of_format("Keras")
    if data[257:262] == b"ustar":
        return _archive("tar")
    for mark, archive in _ARCHIVES:
        if data.startswith(mark):
            return _archive(archive)
    if data.startswith(_OLD_ADAPTERS):
        return (
            translatable("{name} is a LoRA adapter of a format older than GGUF."),
            translatable("Choose a whole model in GGUF."),
            {},
        )
    if data.startswith(_OLD_FORMATS):
        return translatable("{name} is of a format older than GGUF, which nothing reads any more."), _ANOTHER_FORMAT, {}
    if data.startswith(b"\x00\x05\x16\x07"):
        return (
            translatable("{name} holds what macOS notes about a file, not the file."),
            translatable("Choose the file of the same name without “._” before it."),
            {},
        )
    return None


def _by_name(name: str, _data: bytes, _size_bytes: int) -> Told | None:
    part = parse_part_name(name)
    if part is None:
        return None
    return (
        translatable("{name} is part {number} of a file that was cut into pieces."),
        translatable("Join the pieces to one file, in their order: {whole}"),
        {"number": part.number, "whole": quoted(part.whole)},
    )


def _of_format(what: str) -> Told:
    return translatable("{name} holds a model in the format of {what}, not in GGUF."), _ANOTHER_FORMAT, {"what": what}


def _archive(what: str) -> Told:
    return translatable("{name} is an archive ({what}), not the model itself."), _UNPACK, {"what": what}
