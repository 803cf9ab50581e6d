"""Colours the code of a document by its language, a slice at a time, and only code that is seen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from app.documents.lexers import lexer_of
from ui.documents.code_box import CodeBox, CodeColour
from ui.documents.code_colours import CodeColours
from ui.documents.scroll_group import ScrollGroup

_LONGEST_CODE = 400_000
"""Characters; longer code stays in one colour."""
_OPEN_EVERY_S, _OPEN_SIZE = 0.35, 8_000
"""How often code that streams in is coloured: from its beginning, for a string may have begun there, and so the more
seldom the longer it is. So many characters take some 25 ms.
"""
_LOADING_S = 0.03
"""How often it is looked whether a lexer has been loaded."""


@dataclass(slots=True)
class _Job:
    """Colouring some parts of one block, begun and not finished."""

    boxes: list[CodeBox]
    tokens: Iterator[tuple[object, str]]
    box: int = 0
    offset: int = 0
    colours: list[CodeColour] = field(default_factory=list)


class CodeHighlighter:
    """Give it the boxes that are seen by `want`; `step` colours until it is told to stop."""

    def __init__(
        self, parts_of: Callable[[ScrollGroup], list[CodeBox]], *, has_lexer: Callable[[str], bool] | None = None
    ) -> None:
        self._parts_of = parts_of
        self._has_lexer = has_lexer
        self._wanted: dict[ScrollGroup, float] = {}
        self._job: _Job | None = None
        self._job_group: ScrollGroup | None = None

    @property
    def is_behind(self) -> bool:
        """Whether there is something to colour now."""
        return self._job is not None or bool(self._wanted)

    def wait_s(self) -> float:
        """Return how long the next step may wait: code that still grows is not coloured with every letter."""
        if self._job is not None:
            return 0.0
        return max(0.0, min(self._wanted.values(), default=0.0) - time.monotonic())

    def want(self, box: CodeBox) -> bool:
        """A box is seen; return whether it needs colouring."""
        if not box.needs_colours or box.group in self._wanted or box.group is self._job_group:
            return False
        pause = 0.0
        if box.block.is_open:
            size = sum(len(part.visible.text) for part in self._parts_of(box.group))
            pause = _OPEN_EVERY_S * max(1.0, size / _OPEN_SIZE)
        self._wanted[box.group] = time.monotonic() + pause
        return True

    def step(self, is_over: Callable[[], bool]) -> bool:
        """Colour until told to stop; return whether anything looks different."""
        has_changed = False
        while True:
            if self._job is None and not self._begin():
                return has_changed
            job = self._job
            assert job is not None, "just begun"
            for count, (token, text) in enumerate(job.tokens):
                has_changed |= self._take(job, token, text)
                if count % 16 == 15 and is_over():
                    return has_changed
            has_changed |= self._end_box(job)
            self._job = self._job_group = None
            if is_over():
                return has_changed

    # --- private ----------------------------------------------------------------------------------------------

    def _begin(self) -> bool:
        now = time.monotonic()
        group = next((group for group, due in self._wanted.items() if due <= now + 0.002), None)
        if group is None:
            return False
        del self._wanted[group]
        boxes = self._parts_of(group)
        language = boxes[0].block.language.lower() if boxes else ""
        if self._has_lexer is not None and language and not self._has_lexer(language):
            self._wanted[group] = now + _LOADING_S
            return any(due <= now for due in self._wanted.values()) and self._begin()
        for box in boxes:
            box.needs_colours = False
        lexer = lexer_of(language)
        size = sum(len(box.visible.text) for box in boxes)
        if lexer is None or size > _LONGEST_CODE or any(box.block.joins_next for box in boxes):
            return bool(self._wanted) and self._begin()
        code = "".join(box.visible.text + "\n" for box in boxes)
        self._job = _Job(boxes, iter(lexer.get_tokens(code)))
        self._job_group = group
        return True

    def _take(self, job: _Job, token: object, text: str) -> bool:
        """Give the characters of a token to the boxes that they stand in."""
        has_changed = False
        while text and job.box < len(job.boxes):
            box = job.boxes[job.box]
            room = len(box.visible.text) - job.offset
            colour = CodeColours.of(box.style.colours).colour_of(token)
            piece = text[:room]
            if piece and colour and piece.strip():
                job.colours.append(CodeColour(job.offset, len(piece), colour))
            job.offset += len(piece)
            if len(text) <= room:
                return has_changed
            # One character more is the line's end between two parts.
            text = text[room + 1 :]
            has_changed |= self._end_box(job)
        return has_changed

    def _end_box(self, job: _Job) -> bool:
        if job.box >= len(job.boxes):
            return False
        has_changed = job.boxes[job.box].set_colours(job.colours)
        job.box += 1
        job.offset = 0
        job.colours = []
        return has_changed
