"""Takes the objects of a large JSON array out of a stream, one at a time: a file of many GB needs little memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import IO

_CHUNK_BYTES = 1 << 20
LARGEST_OBJECT_BYTES = 256 << 20
"""No conversation is larger than this."""

# A whole string, an opening or closing bracket, or a quote whose string goes on in the next chunk.
_TOKEN = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]|"', re.DOTALL)


class ObjectIsTooLarge(Exception):
    """An object of the array is beyond `LARGEST_OBJECT_BYTES`."""


class StreamIsCut(Exception):
    """The stream ends before the array does, or holds no array."""


def array_objects(
    stream: IO[bytes], *, on_bytes: Callable[[int], None], largest_bytes: int = LARGEST_OBJECT_BYTES
) -> Iterator[bytes]:
    """Yield each object of the first array of objects in a stream: its own, or one in the outermost object.

    What stands outside that array is passed over. `on_bytes` hears how much has been read.
    Raises `ObjectIsTooLarge`, `StreamIsCut`.
    """
    buffer = bytearray()
    place = 0  # where the search goes on
    begin = -1  # of the object that is being read
    depth = array_depth = 0
    read = 0
    while True:
        chunk = stream.read(_CHUNK_BYTES)
        if not chunk:
            raise StreamIsCut
        read += len(chunk)
        on_bytes(read)
        buffer += chunk
        keep = len(buffer)
        for token in _TOKEN.finditer(buffer, place):
            text = token[0]
            if text == b'"':
                keep = token.start()
                break
            place = token.end()
            if text[:1] == b'"':
                continue
            if text in b"{[":
                depth += 1
                if text == b"[" and not array_depth and depth <= 2:
                    array_depth = depth
                elif text == b"{" and array_depth and depth == array_depth + 1:
                    begin = token.start()
            else:
                depth -= 1
                if begin >= 0 and depth == array_depth:
                    yield bytes(buffer[begin : token.end()])
                    begin = -1
                if array_depth and depth < array_depth:
                    return
        place = max(place, keep if keep < len(buffer) else place)
        cut = begin if begin >= 0 else place
        if len(buffer) - cut > largest_bytes:
            raise ObjectIsTooLarge
        del buffer[:cut]
        place -= cut
        begin = 0 if begin >= 0 else -1
