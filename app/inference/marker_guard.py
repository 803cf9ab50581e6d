"""Keeps text from people text: a typed `</think>` or `<|im_end|>` must not close anything.

Tokenizing a rendered prompt turns marker texts into marker tokens wherever they stand (llama.cpp does so for
user-defined tokens even when told not to parse special ones). So before rendering, every marker inside a person's text
gets a sign put into it, and the rendered prompt is cut at these signs and its parts are tokenized apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.inference.sourced_text import SOURCE_SIGNS

CUT = "\ufdd0"
"""A Unicode noncharacter: never exchanged as text, and taken out of what people write."""

_ESCAPED_CUT = r"\ufdd0"
"""How templates write it that put lists and objects into the prompt as Python or as ASCII would."""

_IMAGE = "\ufdd1"
_IMAGE_END = "\ufdd2"
_SIGNS = (CUT, _IMAGE, _IMAGE_END, *SOURCE_SIGNS)
IMAGE_SIGN = re.compile(f"{_IMAGE}([0-9]{{1,9}}){_IMAGE_END}")
"""What `image_sign` returns; its group is the number."""


def with_cuts(text: str) -> str:
    """Return a rendered prompt with the cuts that its template has spelled out; people's own spelling is cut itself."""
    return text.replace(_ESCAPED_CUT, CUT)


def image_sign(number: int) -> str:
    """Return what stands for an image in a prompt's text; `protect` takes it out of what people write."""
    return f"{_IMAGE}{number}{_IMAGE_END}"


def parts_at_images(text: str) -> list[str | int]:
    """Return the text between the image signs, and the numbers of the images, in their order."""
    parts = IMAGE_SIGN.split(text)
    return [int(part) if index % 2 else part for index, part in enumerate(parts)]


class MarkerGuard:
    """Knows the marker texts of one vocabulary."""

    def __init__(self, markers: Iterable[str]) -> None:
        self._markers = frozenset([_ESCAPED_CUT, *(marker for marker in markers if len(marker) > 1)])
        starts: dict[str, set[int]] = {}
        for marker in self._markers:
            starts.setdefault(marker[0], set()).add(len(marker))
        self._lengths_by_start = {start: tuple(lengths) for start, lengths in starts.items()}
        self._starts = re.compile("[" + re.escape("".join(starts)) + "]")

    def markers_in(self, texts: Iterable[str]) -> frozenset[str]:
        """Return the markers that stand in any of these."""
        together = "\n".join(texts)
        return frozenset(filter(together.__contains__, self._markers))

    def with_markers(self, markers: Iterable[str]) -> MarkerGuard:
        """Return a guard that knows these markers too: ones that the vocabulary spells out in ordinary tokens."""
        return MarkerGuard(self._markers.union(markers))

    def protect(self, text: str) -> str:
        """Return `text` with a cut inside every marker it contains; overlapping ones each get theirs.

        Linear in the text for a given vocabulary: each position tries only the lengths of markers with its character.
        """
        for sign in _SIGNS:
            text = text.replace(sign, "")
        pieces: list[str] = []
        done = 0
        for match in self._starts.finditer(text):
            position = match.start()
            lengths = self._lengths_by_start[match.group()]
            found = [length for length in lengths if text[position : position + length] in self._markers]
            if not found:
                continue
            # "</think>" is cut behind its stroke: some templates look for the bare word "/think" as a switch.
            cut = position + (2 if min(found) > 2 and text.startswith("</", position) else 1)
            if cut > done:
                pieces.append(text[done:cut])
                done = cut
        pieces.append(text[done:])
        return CUT.join(pieces)
