"""Reads GGUF headers, of files and of downloads of which only the beginning has arrived.

The input is not trusted: counts and lengths are checked against the file's size before anything is read or kept, and
long arrays (the vocabulary) are skipped. What llama.cpp would refuse or abort on is refused here, in a sentence.
The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from struct import Struct

from app.file_facts import open_file
from app.gguf.errors import (
    BigEndianGguf,
    DamagedGguf,
    NotAGguf,
    TruncatedGguf,
    UnknownGgufVersion,
    UnknownTensorType,
    UnwrittenGguf,
)
from app.gguf.gguf_header import GgufHeader, MetadataArray, MetadataValue, Scalar, ValueType
from app.gguf.tensors import TensorInfo, TensorType

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_DEFAULT_ALIGNMENT = 32
_ALIGNMENT_KEY = "general.alignment"

_MAX_HEADER_BYTES = 128 * 2**20
_MAX_METADATA = 65_536
_MAX_TENSORS = 65_536
_MAX_KEY_BYTES = 65_535
_MAX_STRING_BYTES = 16 * 2**20
_MAX_TENSOR_NAME_BYTES = 63
_MAX_DIMENSIONS = 4
_MAX_KEPT_ELEMENTS = 4096
_MAX_KEPT_ELEMENTS_TOGETHER = 262_144
_MAX_SKIPPED_STRINGS = 4_000_000
_MAX_INT64 = 2**63 - 1
_LEAST_STRING_BYTES = 8
_LEAST_METADATA_BYTES = 8 + 1 + 4 + 1
_LEAST_TENSOR_BYTES = 8 + 4 + 4 + 8

_LOOK_BYTES = 64 * 1024
"""Of a file that is no GGUF, enough to say what it is."""
_FIRST_READ_BYTES = 512 * 1024
_READ_GROWTH = 4


def read_header(path: Path, *, keep_arrays: Collection[str] = ()) -> GgufHeader:
    """Return the header of a file that is complete.

    `keep_arrays` names arrays to keep however long they are, such as `tokenizer.ggml.tokens`. Raises `NotAGguf`,
    `TruncatedGguf`, `DamagedGguf`, `UnsupportedGguf`, and `OSError` if the file cannot be read.
    """
    with open_file(path) as file:
        file_size_bytes = file.seek(0, 2)
        file.seek(0)
        data = file.read(min(_FIRST_READ_BYTES, file_size_bytes))
        while True:
            try:
                return parse_header(data, file_size_bytes, name=path.name, keep_arrays=keep_arrays)
            except MoreBytesNeeded as more:
                wanted = max(more.at_least, len(data) * _READ_GROWTH)
                chunk = file.read(min(wanted, file_size_bytes, _MAX_HEADER_BYTES) - len(data))
                if not chunk:
                    raise TruncatedGguf(path.name, present_bytes=len(data), needed_bytes=more.at_least) from None
                data += chunk


def parse_header(
    data: bytes, file_size_bytes: int, *, name: str = "The file", keep_arrays: Collection[str] = ()
) -> GgufHeader:
    """Return the header that `data`, the leading bytes of a file of `file_size_bytes`, holds.

    Raises `MoreBytesNeeded` if the header goes on beyond `data`, and the errors of `read_header`. `name` is for
    their messages.
    """
    return _HeaderReader(data, file_size_bytes, name, frozenset(keep_arrays)).read()


class _HeaderReader:
    """Reads one header."""

    def __init__(self, data: bytes, file_size_bytes: int, name: str, keep_arrays: frozenset[str]) -> None:
        self._data = data
        self._cursor = ByteCursor(data)
        self._file_size_bytes = file_size_bytes
        self._name = name
        self._keep_arrays = keep_arrays
        self._elements_left = _MAX_KEPT_ELEMENTS_TOGETHER

    def read(self) -> GgufHeader:
        """Return the header, or say what is wrong with it."""
        try:
            return self._read()
        except MoreBytesNeeded as more:
            if more.at_least > self._file_size_bytes:
                raise self._truncated(more.at_least) from None
            if more.at_least > _MAX_HEADER_BYTES:
                raise self._damaged(f"the header is longer than {_MAX_HEADER_BYTES} bytes") from None
            raise

    def _read(self) -> GgufHeader:
        version = self._read_version()
        tensor_count = self._count("tensors", at_most=_MAX_TENSORS, least_bytes=_LEAST_TENSOR_BYTES)
        metadata_count = self._count("metadata", at_most=_MAX_METADATA, least_bytes=_LEAST_METADATA_BYTES)
        metadata: dict[str, MetadataValue] = {}
        for _ in range(metadata_count):
            key = self._string(at_most=_MAX_KEY_BYTES)
            if not key or key in metadata:
                raise self._damaged(f"the metadata key {key!r} is empty or repeated")
            metadata[key] = self._value(key)
        tensors = self._read_tensors(tensor_count)
        alignment = self._alignment(metadata)
        header_bytes = _padded(self._cursor.position, alignment) if tensors else self._cursor.position
        self._check_offsets(tensors, alignment)
        header = GgufHeader(version, metadata, tensors, header_bytes)
        if header.needed_file_bytes > self._file_size_bytes:
            raise self._truncated(header.needed_file_bytes)
        return header

    def _read_version(self) -> int:
        if not self._data[: len(_MAGIC)] == _MAGIC[: len(self._data)] or self._file_size_bytes < len(_MAGIC):
            raise NotAGguf(self._name, beginning=self._data[:_LOOK_BYTES], size_bytes=self._file_size_bytes)
        self._cursor.advance(len(_MAGIC))
        version = self._cursor.uint32()
        if version & 0xFFFF == 0 and version != 0:
            raise BigEndianGguf(self._name)
        if version not in _VERSIONS:
            raise UnknownGgufVersion(self._name, version=version, newest=max(_VERSIONS))
        return version

    def _count(self, what: str, *, at_most: int, least_bytes: int) -> int:
        count = self._cursor.uint64()
        if count > at_most:
            raise self._damaged(f"{count} {what} are more than any model has")
        self._must_fit(count * least_bytes)
        return count

    def _must_fit(self, length: int) -> None:
        """Refuse a length that the file cannot hold, before anything is read."""
        end = self._cursor.position + length
        if end > self._file_size_bytes:
            raise self._truncated(end)

    def _string(self, *, at_most: int) -> str:
        length = self._cursor.uint64()
        if length > at_most:
            raise self._damaged(f"a string of {length} bytes")
        self._must_fit(length)
        return self._cursor.text(length)

    def _value_type(self) -> ValueType:
        number = self._cursor.uint32()
        try:
            return ValueType(number)
        except ValueError:
            raise self._damaged(f"the value type {number} does not exist") from None

    def _value(self, key: str) -> MetadataValue:
        value_type = self._value_type()
        if value_type is ValueType.ARRAY:
            return self._array(key)
        return self._scalar(value_type)

    def _scalar(self, value_type: ValueType) -> Scalar:
        if value_type.layout is not None:
            return self._cursor.number(value_type.layout)
        return self._string(at_most=_MAX_STRING_BYTES)

    def _array(self, key: str) -> MetadataArray:
        element_type = self._value_type()
        if element_type is ValueType.ARRAY:
            raise self._damaged(f"{key} is an array of arrays")
        count = self._cursor.uint64()
        layout = element_type.layout
        self._must_fit(count * (layout.size if layout is not None else _LEAST_STRING_BYTES))
        if layout is None and count > _MAX_SKIPPED_STRINGS:
            raise self._damaged(f"{key} has {count} strings")
        if key in self._keep_arrays or count <= min(_MAX_KEPT_ELEMENTS, self._elements_left):
            self._elements_left -= count
            values = tuple(self._scalar(element_type) for _ in range(count))
            return MetadataArray(element_type, count, values)
        if layout is not None:
            self._cursor.advance(count * layout.size)
        else:
            self._cursor.skip_strings(count)
        return MetadataArray(element_type, count, None)

    def _read_tensors(self, count: int) -> tuple[TensorInfo, ...]:
        tensors = tuple(self._tensor() for _ in range(count))
        if len({tensor.name for tensor in tensors}) != count:
            raise self._damaged("two tensors have the same name")
        return tensors

    def _tensor(self) -> TensorInfo:
        name = self._string(at_most=_MAX_TENSOR_NAME_BYTES)
        dimensions = self._cursor.uint32()
        if dimensions > _MAX_DIMENSIONS:
            raise self._damaged(f"the tensor {name!r} has {dimensions} dimensions")
        shape = tuple(self._cursor.uint64() for _ in range(dimensions))
        number = self._cursor.uint32()
        try:
            tensor_type = TensorType(number)
        except ValueError:
            raise UnknownTensorType(self._name, tensor=name, number=number) from None
        tensor = TensorInfo(name, shape, tensor_type, self._cursor.uint64())
        if (shape[0] if shape else 1) % tensor_type.block_elements or tensor.element_count > _MAX_INT64:
            raise self._damaged(f"the tensor {name!r} has the shape {shape}")
        return tensor

    def _alignment(self, metadata: dict[str, MetadataValue]) -> int:
        alignment = metadata.get(_ALIGNMENT_KEY, _DEFAULT_ALIGNMENT)
        if type(alignment) is not int or alignment < 1 or alignment & (alignment - 1) or alignment > 2**31:
            raise self._damaged(f"the alignment is {alignment!r}")
        return alignment

    def _check_offsets(self, tensors: tuple[TensorInfo, ...], alignment: int) -> None:
        """Check that the tensors follow each other without gaps, as llama.cpp demands."""
        expected = 0
        for tensor in tensors:
            if tensor.offset != expected:
                raise self._damaged(f"the tensor {tensor.name!r} is at {tensor.offset}, not at {expected}")
            expected += _padded(tensor.size_bytes, alignment)

    def _truncated(self, needed_bytes: int) -> TruncatedGguf:
        return TruncatedGguf(self._name, present_bytes=self._file_size_bytes, needed_bytes=needed_bytes)

    def _damaged(self, details: str) -> DamagedGguf:
        return DamagedGguf(self._name, details=details)


def _padded(length: int, alignment: int) -> int:
    return (length + alignment - 1) // alignment * alignment


# Reads numbers and strings from the leading bytes of a file.

_UINT32 = Struct("<I")
_UINT64 = Struct("<Q")


class MoreBytesNeeded(Exception):
    """The leading bytes end inside the header: at least `at_least` bytes from the start of the file are needed."""

    def __init__(self, at_least: int) -> None:
        super().__init__(f"at least {at_least} bytes are needed")
        self.at_least = at_least


class ByteCursor:
    """A place in the leading bytes of a file. Nothing is allocated that the bytes themselves do not justify."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.position = 0

    def number(self, layout: Struct) -> int | float | bool:
        start = self.advance(layout.size)
        value: int | float | bool = layout.unpack_from(self._data, start)[0]
        return value

    def uint32(self) -> int:
        """Read a 32-bit count or type."""
        return int(self.number(_UINT32))

    def uint64(self) -> int:
        """Read a 64-bit length or offset."""
        return int(self.number(_UINT64))

    def text(self, length: int) -> str:
        """Read a string of this many bytes; invalid UTF-8 is replaced."""
        start = self.advance(length)
        return self._data[start : start + length].decode("utf-8", errors="replace")

    def skip_strings(self, count: int) -> None:
        """Skip an array of strings."""
        data, position, end = self._data, self.position, len(self._data)
        unpack = _UINT64.unpack_from
        for _ in range(count):
            if position + 8 > end:
                raise MoreBytesNeeded(position + 8)
            position += 8 + int(unpack(data, position)[0])
            if position > end:
                raise MoreBytesNeeded(position)
        self.position = position

    def advance(self, length: int) -> int:
        """Skip this many bytes and return where they begin."""
        start = self.position
        if start + length > len(self._data):
            raise MoreBytesNeeded(start + length)
        self.position = start + length
        return start


# Finds files that have their full size and not their content: room was taken first, then the download broke off.

_SMALLEST = 2**20
"""Bytes of weights; a smaller model may well end in zeros."""
_BLOCK_BYTES = 4096
_LOOKED_AT = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)


def check_written(path: Path, header: GgufHeader) -> None:
    """Raise `UnwrittenGguf` if the last third of the weights is zeros wherever one looks; and `OSError`.

    A few pages are read. Weights that are zero exist, but not for a third of a model.
    """
    if header.tensor_bytes < _SMALLEST:
        return
    with open_file(path) as file:
        for share in _LOOKED_AT:
            file.seek(header.header_bytes + int((header.tensor_bytes - _BLOCK_BYTES) * share))
            if file.read(_BLOCK_BYTES).strip(b"\0"):
                return
    raise UnwrittenGguf(path.name)
