"""Reads numbers and strings from the leading bytes of a file."""

from __future__ import annotations

from struct import Struct

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
