"""Keeps text from people text: a typed `</think>` or `<|im_end|>` must not close anything.

Tokenizing a rendered prompt turns marker texts into marker tokens wherever they stand (llama.cpp does so for
user-defined tokens even when told not to parse special ones). So before rendering, every marker inside a person's text
gets a sign put into it, and the rendered prompt is cut at these signs and its parts are tokenized apart.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable
from typing import Any

from app.inference.protocol.prompt_account import PromptSource
from app.inference.protocol.template_wants import TemplateWants
from app.inference.sourced_text import SOURCE_SIGNS, marked
from app.inference.template_values import parsed_json
from app.messages import Image, Part, Text, Thinking, ToolCall, ToolResult, ToolSpec

CUT = "\ufdd0"
"""A Unicode noncharacter: never exchanged as text, and taken out of what people write."""

_ESCAPED_CUT = r"\ufdd0"
"""How templates write it that put lists and objects into the prompt as Python or as ASCII would."""

_IMAGE = "\ufdd1"
_IMAGE_END = "\ufdd2"
_ESCAPED_IMAGE = r"\ufdd1"
_ESCAPED_SIGN = re.compile(r"\\ufdd1([0-9]{1,9})\\ufdd2")
_SIGNS = (CUT, _IMAGE, _IMAGE_END, *SOURCE_SIGNS)
IMAGE_SIGN = re.compile(f"{_IMAGE}([0-9]{{1,9}}){_IMAGE_END}")
"""What `image_sign` returns; its group is the number."""


def with_cuts(text: str) -> str:
    """Return a rendered prompt with the cuts and image signs that its template has spelled out.

    People's own spelling is cut itself.
    """
    text = text.replace(_ESCAPED_CUT, CUT)
    for sign in _ESCAPED_SIGN.finditer(text):
        text = text.replace(sign[0], image_sign(int(sign[1])))  # what knows its sources still does
    return text


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
        self._markers = frozenset([_ESCAPED_CUT, _ESCAPED_IMAGE, *(marker for marker in markers if len(marker) > 1)])
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


# Messages and tools with every text in them guarded, so that none forms a marker (see `marker_guard`).


class GuardedParts:
    """Guards the parts of one prompt in their order: its images are numbered as they come."""

    def __init__(self, guard: MarkerGuard, wants: TemplateWants, *, is_sourced: bool = False) -> None:
        """With `is_sourced` each text is marked with its source, too."""
        self._guard = guard
        self._wants = wants
        self._is_sourced = is_sourced
        self._numbers = itertools.count()

    def part(self, part: Part, source: PromptSource) -> Part:
        """Return the part guarded, an image as its sign; `source` is that of plain text."""
        protect = self._guard.protect
        match part:
            case Text(text, is_file):
                return Text(self._marked(protect(text), PromptSource.FILE if is_file else source))
            case Thinking(text):
                return Thinking(self._marked(protect(text), PromptSource.THINKING))
            case Image():
                return Text(self._marked(image_sign(next(self._numbers)), PromptSource.FILE))
            case ToolCall(call_id, name, arguments):
                guarded = self._of_tool(arguments) if self._wants.arguments_as_text else self._json(arguments)
                return ToolCall(protect(call_id), self._of_tool(name), guarded)
            case ToolResult(call_id, content, is_error, images):
                signs = [self._marked(image_sign(next(self._numbers)), PromptSource.FILE) for _ in images]
                return ToolResult(protect(call_id), "\n".join([self._of_tool(content), *signs]), is_error)

    def tool(self, tool: ToolSpec) -> ToolSpec:
        """Return the tool guarded: strangers' servers describe it."""
        return ToolSpec(self._of_tool(tool.name), self._of_tool(tool.description), self._json(tool.parameters))

    def _of_tool(self, text: str) -> str:
        return self._marked(self._guard.protect(text), PromptSource.TOOLS)

    def _marked(self, text: str, source: PromptSource) -> str:
        return marked(text, source) if self._is_sourced else text

    def _json(self, text: str) -> str:
        """Return JSON whose strings are guarded once they are read: escaped there, a marker would pass unseen."""
        value = parsed_json(text)
        return self._of_tool(text) if value is text else json.dumps(self._guarded(value), ensure_ascii=False)

    def _guarded(self, value: Any) -> Any:
        match value:
            case str():
                return self._of_tool(value)
            case list():
                return [self._guarded(one) for one in value]
            case dict():
                return {self._of_tool(key): self._guarded(one) for key, one in value.items()}
        return value
