"""One line of loosely written text: inline code, formulas and emphasis in it, every character accounted for."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from app.documents.emphasis_rules import sides_of
from app.documents.math_rules import LONGEST_FORMULA, formula_at
from app.documents.rich_text import FORMULA_CHARACTER, RichText, Span, SpanStyle
from app.documents.scripts import is_caseless
from app.documents.unclosed_markup import NO_EMPHASIS

LONGEST_PIECE = 800
"""Characters that are laid out at once; what is longer goes on in the next block, on the same line."""
_LONGEST_CODE = 2400
"""Characters between backticks; beyond as many they are text."""
_TELLING = 16
"""Characters behind a formula that may tell whether it is one."""
_MOST_SPANS = 300
"""In one block; Qt takes long to lay out more."""

_MOST_TICKS = 8
_LONGEST_EMPHASIS = 400
_MARK = re.compile(r"\\[\\$`*]|\$|\\[(\[]|\\begin\{|`+|\*+")
_HEADING = re.compile(r"[ \t]{0,3}#{2,6}[ \t]+(?=\S)")
"""One sign alone begins a comment as often."""
_LONGEST_HEADING = 200
_EMPHASIS = {1: SpanStyle.ITALIC, 2: SpanStyle.BOLD, 3: SpanStyle.BOLD | SpanStyle.ITALIC}
"""By the number of asterisks."""
_SECOND_THOUGHTS = ("Wait,", "Wait.", "Wait ", "Wait…", "Wait:", "Wait!")
_BREAKS = re.compile(r"[.!?;:,。！？；，]\s|[。！？；，]|\s")
_SHOWN_OTHERWISE = str.maketrans({"\r": "\u200b", "\u2029": "\u2028", FORMULA_CHARACTER: "\ufffd"})
"""Qt would end paragraphs there. As many characters as before, so that places stay the same."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some shown characters. `start` to `end` count in the block's shown text, the others in the whole source.

    The inner range is what is shown; the outer one has the marks around it, too. Where `is_whole`, the shown
    characters stand for the source as a whole: a formula, of which no part can be copied.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    outer_start: int
    outer_end: int
    is_whole: bool = False
    region: int = -1
    """Pieces of one code block have the same: what is selected within them is copied without its fences."""

    def source_of(self, offset: int, *, is_end: bool) -> int:
        """Return which character of the source stands at a shown one, marks left out."""
        if self.is_whole:
            return self.inner_end if is_end else self.inner_start
        return min(self.inner_end, self.inner_start + max(0, offset - self.start))


class LineReader:
    """Reads a line in pieces that are short enough to be laid out; `text` is the line, `at` its place in the source.

    `begin` is where a piece before has ended. In a thought emphasis is shown, and where it turns. What has no end in a
    line that `is_open` has it where the line ends by now.
    """

    def __init__(self, text: str, at: int, *, begin: int = 0, is_thought: bool = True, is_open: bool = False) -> None:
        self._text = text
        self._at = at
        self._pos = begin
        self.reach = 0
        """How far into the line the last part depends on its characters."""
        self._shown: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._pieces: list[Piece] = []
        self._is_thought = is_thought
        self._is_open = is_open
        self._style = SpanStyle.PLAIN
        self._limit = len(text)
        """Where what is being read ends: the line, or the emphasis in it."""

    @property
    def is_read(self) -> bool:
        """Whether nothing is left."""
        return self._pos >= len(self._text)

    def next_part(self) -> tuple[RichText, tuple[Piece, ...]]:
        """Return the next part of the line; there is at least one character in it."""
        self._shown, self._length, self._spans, self._pieces = [], 0, [], []
        self.reach = 0
        begin = self._pos
        if self._is_thought and begin == 0 and self._text.startswith(_SECOND_THOUGHTS):
            self._spans.append(Span(0, 5, SpanStyle.SECOND_THOUGHT))
            self._plain(0, 5)
        heading = _HEADING.match(self._text) if self._is_thought and begin == 0 else None
        if heading is not None and len(self._text) <= _LONGEST_HEADING:
            self._read_styled(heading.start(), heading.end(), len(self._text), len(self._text), SpanStyle.BOLD)
        if heading is not None:
            self.reach = max(self.reach, _LONGEST_HEADING)
        self._read_marks()
        self._plain(self._pos, self._cut(self._pos))
        return RichText("".join(self._shown), tuple(self._spans)), tuple(self._pieces)

    # --- private ----------------------------------------------------------------------------------------------

    def _read_marks(self) -> None:
        """Read as far as the last mark that means something; what is behind it is plain."""
        search = self._pos
        while self._length + (search - self._pos) < LONGEST_PIECE and len(self._spans) < _MOST_SPANS:
            end = min(self._limit, self._pos + LONGEST_PIECE - self._length)
            found = _MARK.search(self._text, search, end)
            if found is None:
                break
            mark = found[0]
            read = self._code if mark[0] == "`" else self._emphasis if mark[0] == "*" else self._formula
            # An escaped sign, or one that begins nothing, is text like any other.
            search = read(found) or (found.start() + 1 if mark[0] == "$" else found.end())

    def _cut(self, begin: int) -> int:
        """Return where the plain text from `begin` on is to end."""
        text = self._text
        room = max(1, LONGEST_PIECE - self._length)
        limit = min(len(text), begin + room)
        self.reach = max(self.reach, begin + room)
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
            if self._style:
                self._spans.append(Span(self._length, end - begin, self._style))
            self._shown.append(self._text[begin:end].translate(_SHOWN_OTHERWISE))
            self._take(end - begin, inner=(begin, end), outer=(begin, end))
        self._pos = end

    def _code(self, found: re.Match[str]) -> int | None:
        begin, start, ticks = found.start(), found.end(), found[0]
        if len(ticks) > _MOST_TICKS:
            return None
        closing = _run_of(len(ticks)).search(self._text, start, min(self._limit, start + _LONGEST_CODE))
        self.reach = max(self.reach, start + _LONGEST_CODE if closing is None else closing.end())
        if closing is None and not self._ends_here(start + _LONGEST_CODE):
            return None
        end, after = (closing.start(), closing.end()) if closing is not None else (self._limit, self._limit)
        if not self._text[start:end].strip():
            return None
        self._plain(self._pos, begin)
        self._spans.append(Span(self._length, end - start, SpanStyle.CODE | self._style))
        self._shown.append(self._text[start:end].translate(_SHOWN_OTHERWISE))
        self._take(end - start, inner=(start, end), outer=(begin, after))
        self._pos = after
        return after

    def _ends_here(self, limit: int) -> bool:
        """Whether what is open ends with the line for now."""
        return self._is_open and self._limit == len(self._text) <= limit

    def _emphasis(self, found: re.Match[str]) -> int | None:
        """Read what stands between asterisks that touch it inside, and no letter outside."""
        begin, start, count = found.start(), found.end(), len(found[0])
        if not self._is_thought or count not in _EMPHASIS or not self._sides(found)[0]:
            return None
        if NO_EMPHASIS.match(self._text, begin):
            return None
        end, after = self._end_of_emphasis(start, found[0])
        if not self._text[start:end].strip():
            return None
        self._read_styled(begin, start, end, after, _EMPHASIS[count])
        return after

    def _read_styled(self, begin: int, start: int, end: int, after: int, style: SpanStyle) -> None:
        """Read what stands from `start` to `end` in a style; its marks begin and end where `begin` and `after` say."""
        self._plain(self._pos, begin)
        first, outer_style, outer_limit = len(self._pieces), self._style, self._limit
        self._style, self._limit, self._pos = outer_style | style, end, start
        self._read_marks()
        self._plain(self._pos, end)
        self._style, self._limit, self._pos = outer_style, outer_limit, after
        self._pieces[first] = replace(self._pieces[first], outer_start=self._at + begin)
        self._pieces[-1] = replace(self._pieces[-1], outer_end=self._at + after)

    def _end_of_emphasis(self, start: int, mark: str) -> tuple[int, int]:
        """Return where the text between two marks ends, and where the second one does; it is empty where none comes."""
        at, limit = start, min(self._limit, start + _LONGEST_EMPHASIS)
        while found := _MARK.search(self._text, at, limit):
            at = found.end()
            if found[0] == mark and self._sides(found)[1]:
                self.reach = max(self.reach, at + 1)
                return found.start(), at
            if found[0][0] == "`":  # what is code ends nothing
                closing = _run_of(len(found[0])).search(self._text, at, limit) if len(found[0]) <= _MOST_TICKS else None
                at = closing.end() if closing is not None else at
        self.reach = max(self.reach, start + _LONGEST_EMPHASIS + 1)
        return (limit, limit) if self._ends_here(start + _LONGEST_EMPHASIS) else (start, start)

    def _sides(self, found: re.Match[str]) -> tuple[bool, bool]:
        before, after = (
            self._text[found.start() - 1 : found.start()] or " ",
            self._text[found.end() : found.end() + 1] or " ",
        )
        return sides_of(before, after, len(found[0]), may_split_word=is_caseless(before) or is_caseless(after))

    def _formula(self, mark: re.Match[str]) -> int | None:
        begin = mark.start()
        found = formula_at(self._text, begin)
        self.reach = max(self.reach, _TELLING + (begin + LONGEST_FORMULA if found is None else found.end))
        if found is None or found.end > self._limit:
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
