"""Finds files that have their full size and not their content: room was taken first, then the download broke off."""

from __future__ import annotations

from pathlib import Path

from app.file_facts import open_file
from app.gguf.errors import UnwrittenGguf
from app.gguf.gguf_header import GgufHeader

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
