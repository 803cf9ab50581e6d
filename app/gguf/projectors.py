"""Finds the part of a model that sees images: a file of its own (`mmproj`), beside the model's.

It holds an encoder ("clip") and a projector into the model's embeddings, and lies in the same repository, so in the
same folder. Nothing but the folder says that both belong together.
"""

from __future__ import annotations

import functools
from pathlib import Path

from app.errors import UserError
from app.gguf.gguf_header import GgufHeader
from app.gguf.header_reader import read_header

ARCHITECTURE = "clip"
_MARK = "mmproj"
MEMORY_SHARE = 1.2
"""It takes its file's size, and this times it with the buffers that it computes an image in."""
_BEST_FIRST = ("f16", "bf16", "q8_0", "f32")
"""What F16 adds beyond Q8_0 is little to store; F32 doubles it and adds nothing."""


def is_projector_name(name: str) -> bool:
    """Whether a file of this name is likely to be one; the header decides."""
    return name.lower().endswith(".gguf") and _MARK in name.lower()


def sees_images(header: GgufHeader) -> bool:
    """Whether a header is that of a part that sees images; some only hear."""
    return header.architecture == ARCHITECTURE and bool(header.metadata.get("clip.has_vision_encoder", False))


def projector_beside(model: Path) -> Path | None:
    """Return the part that sees images for a model file, `None` if none lies in its folder.

    Of several, one whose name begins like the model's comes first, then the one of the best quantization. Files that
    cannot be read are passed over.
    """
    try:
        names = sorted(entry.name for entry in model.parent.iterdir() if is_projector_name(entry.name))
    except (OSError, ValueError):
        return None
    candidates = [model.parent / name for name in names if name != model.name]
    candidates.sort(key=lambda path: (-_shared_words(path.name, model.name), preference(path.name), path.name))
    return next((path for path in candidates if _is_one(path)), None)


def preference(name: str) -> int:
    """Return how good the quantization in a file's name is, the best 0."""
    words = name.lower().replace(".gguf", "").replace("-", ".").split(".")
    return next((place for place, mark in enumerate(_BEST_FIRST) if mark in words), len(_BEST_FIRST))


def _is_one(path: Path) -> bool:
    try:
        stat = path.stat()
        return _has_eyes(path, stat.st_size, stat.st_mtime_ns)
    except (UserError, OSError):
        return False


@functools.lru_cache(maxsize=256)
def _has_eyes(path: Path, _size_bytes: int, _changed_ns: int) -> bool:
    """Read the header once as long as the file stays as it is."""
    return sees_images(read_header(path))


def _shared_words(name: str, model: str) -> int:
    """Return with how many of its words the model's name begins as this one does, the mark left out."""
    ours = [word for word in name.lower().replace("_", "-").split("-") if word not in (_MARK, "model")]
    theirs = model.lower().replace("_", "-").split("-")
    count = 0
    for left, right in zip(ours, theirs, strict=False):
        if left != right:
            break
        count += 1
    return count
