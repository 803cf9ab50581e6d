"""One line of loosely written text: inline code and formulas in it, every character accounted for."""

from __future__ import annotations

import functools
import re

from app.documents.math_rules import formula_at
from app.documents.rich_text import FORMULA_CHARACTER, RichText, Span, SpanStyle
from app.documents.verbatim_block import Piece

LONGEST_PIECE = 2400
"""Characters that are laid out at once; what is longer goes on in the next block, on the same line."""
_MOST_SPANS = 300
"""In one block; Qt takes long to lay out more."""

_MOST_TICKS = 8
_MARK = re.compile(r"\\[\\$`]|\$|\\[(\[]|\\begin\{|`+")
_SECOND_THOUGHTS = ("Wait,", "Wait.", "Wait ", "Wait…", "Wait:", "Wait!")
_BREAKS = re.compile(r"[.!?;:,。！？；，]\s|[。！？；，]|\s")
_SHOWN_OTHERWISE = str.maketrans({"\r": "\u200b", "\u2029": "\u2028", FORMULA_CHARACTER: "\ufffd"})
"""Qt would end paragraphs there. As many characters as before, so that places stay the same."""


class LineReader:
    """Reads a line in pieces that are short enough to be laid out; `text` is the line, `at` its place in the source."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._at = at
        self._pos = 0
        self._shown: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._pieces: list[Piece] = []
        self._is_first = True

    @property
    def is_read(self) -> bool:
        """Whether nothing is left."""
        return self._pos >= len(self._text)

    def next_part(self) -> tuple[RichText, tuple[Piece, ...]]:
        """Return the next part of the line; there is at least one character in it."""
        self._shown, self._length, self._spans, self._pieces = [], 0, [], []
        text, begin = self._text, self._pos
        if self._is_first and text.startswith(_SECOND_THOUGHTS):
            self._spans.append(Span(0, 5, SpanStyle.SECOND_THOUGHT))
            self._plain(0, 5)
            begin = self._pos = 5
        self._is_first = False
        search = begin
        while self._length + (search - begin) < LONGEST_PIECE and len(self._spans) < _MOST_SPANS:
            found = _MARK.search(text, search, begin + LONGEST_PIECE)
            if found is None:
                break
            mark = found[0]
            taken = self._code(found.start(), mark) if mark[0] == "`" else self._formula(found.start())
            # An escaped sign, or one that begins nothing, is text like any other.
            search = taken or (found.end() if mark[0] in "\\`" else found.start() + 1)
            begin = taken or begin
        self._plain(self._pos, self._cut(self._pos))
        return RichText("".join(self._shown), tuple(self._spans)), tuple(self._pieces)

    # --- private ----------------------------------------------------------------------------------------------

    def _cut(self, begin: int) -> int:
        """Return where the plain text from `begin` on is to end."""
        text = self._text
        room = max(1, LONGEST_PIECE - self._length)
        limit = min(len(text), begin + room)
        if len(self._spans) >= _MOST_SPANS:
            mark = _MARK.search(text, begin, limit)
            return mark.start() if mark is not None else limit
        if limit == len(text):
            return limit
        best = limit
        for found in _BREAKS.finditer(text, max(begin, limit - 300), limit):
            best = found.end()
        return best

    def _plain(self, begin: int, end: int) -> None:
        if end > begin:
            self._shown.append(self._text[begin:end].translate(_SHOWN_OTHERWISE))
            self._take(end - begin, inner=(begin, end), outer=(begin, end))
        self._pos = end

    def _code(self, begin: int, ticks: str) -> int | None:
        start = begin + len(ticks)
        if len(ticks) > _MOST_TICKS:
            return None
        closing = _run_of(len(ticks)).search(self._text, start, start + LONGEST_PIECE)
        if closing is None or not self._text[start : closing.start()].strip():
            return None
        end = closing.start()
        self._plain(self._pos, begin)
        self._spans.append(Span(self._length, end - start, SpanStyle.CODE))
        self._shown.append(self._text[start:end].translate(_SHOWN_OTHERWISE))
        self._take(end - start, inner=(start, end), outer=(begin, end + len(ticks)))
        self._pos = end + len(ticks)
        return self._pos

    def _formula(self, begin: int) -> int | None:
        found = formula_at(self._text, begin)
        if found is None:
            return None
        self._plain(self._pos, begin)
        style = SpanStyle.FORMULA | SpanStyle.DISPLAY if found.is_display else SpanStyle.FORMULA
        self._spans.append(Span(self._length, 1, style, found.latex))
        self._shown.append(FORMULA_CHARACTER)
        self._take(1, inner=(begin, found.end), outer=(begin, found.end), is_whole=True)
        self._pos = found.end
        return self._pos

    def _take(self, length: int, *, inner: tuple[int, int], outer: tuple[int, int], is_whole: bool = False) -> None:
        at = self._at
        self._pieces.append(
            Piece(
                self._length,
                self._length + length,
                at + inner[0],
                at + inner[1],
                at + outer[0],
                at + outer[1],
                is_whole=is_whole,
            )
        )
        self._length += length


@functools.lru_cache(maxsize=_MOST_TICKS)
def _run_of(count: int) -> re.Pattern[str]:
    """Return what finds so many backticks, no more and no less."""
    return re.compile(f"(?<!`)`{{{count}}}(?!`)")
