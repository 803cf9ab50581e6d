"""Makes characters seen that would hide in code, or make it read otherwise than it runs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff\u00ad\u061c]"
)


@dataclass(frozen=True, slots=True)
class VisibleCode:
    """Code as it is shown. `notes` are the (start, end) of what stands for a hidden character."""

    text: str
    notes: tuple[tuple[int, int], ...]
    _originals: tuple[str, ...]

    @classmethod
    def of(cls, code: str) -> VisibleCode:
        """Return code with every hidden character as `⟨U+202E⟩`."""
        if _HIDDEN.search(code) is None:
            return cls(code, (), ())
        pieces: list[str] = []
        notes: list[tuple[int, int]] = []
        originals: list[str] = []
        at = length = 0
        for found in _HIDDEN.finditer(code):
            before, shown = code[at : found.start()], f"⟨U+{ord(found[0]):04X}⟩"
            pieces += [before, shown]
            notes.append((length + len(before), length + len(before) + len(shown)))
            originals.append(found[0])
            length += len(before) + len(shown)
            at = found.end()
        pieces.append(code[at:])
        return cls("".join(pieces), tuple(notes), tuple(originals))

    def written(self, start: int, end: int) -> str:
        """Return what was written where `text[start:end]` is shown."""
        pieces: list[str] = []
        at = start
        for (begin, stop), original in zip(self.notes, self._originals, strict=True):
            if stop <= at:
                continue
            if begin >= end:
                break
            pieces += [self.text[at:begin], original]
            at = stop
        if at < end:
            pieces.append(self.text[at:end])
        return "".join(pieces)
