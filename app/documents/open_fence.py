"""A fenced code block whose end has not come: its lines need no Markdown parser, only their parts."""

from __future__ import annotations

import re

from app.documents.block_reader import LONGEST_PIECE, PART_LINES
from app.documents.blocks import CodePart, Level
from app.documents.fence_rules import OPENER, FenceLines
from app.documents.line_indents import without_indent


class OpenFence:
    """Takes the lines of a fence at the text's top level and gives them as parts; the finished ones are given once."""

    def __init__(self, opener: str, *, levels: tuple[Level, ...], first_line: int, is_spaced: bool) -> None:
        found = OPENER.match(opener)
        assert found is not None, "the parser has found a fence here"
        self._indent = len(found[1])
        self._language = found[3].split(maxsplit=1)[0] if found[3].strip() else ""
        self._lines = FenceLines.after(found[2], found[3])
        """As far as parts have been settled."""
        self._levels = levels
        self._line = first_line
        self._first_line = first_line
        self._is_spaced = is_spaced
        self._part = 0
        self._maybe_closing = re.compile(r"^ {0,3}" + re.escape(found[2][0]) + "+$")

    @staticmethod
    def is_opener(line: str) -> bool:
        """Whether a line begins a fence."""
        return OPENER.match(line) is not None

    def take(self, tail: str, *, is_final: bool) -> tuple[list[CodePart], list[CodePart], str, bool]:
        """Read the lines not yet settled.

        Returns the parts that are settled, the part that is open, the text still to be read, and whether the fence
        has been closed (the text is then what follows it).
        """
        settled: list[CodePart] = []
        gathered: list[str] = []
        at = 0
        fence = self._lines.copy()
        while True:
            end = tail.find("\n", at)
            is_whole = end >= 0
            line = tail[at:end] if is_whole else tail[at:]
            if not is_whole and not is_final:
                break
            following = _line_at(tail, end + 1) if is_whole else None
            fence_before = fence.copy() if len(gathered) == PART_LINES else fence
            if following is None and is_whole and not is_final and fence.may_depend_on_next(line):
                break
            if fence.closes(line, following):
                # An empty block, or the last lines of one.
                settled.append(self._make(gathered, is_last=True, is_open=False, extra_line=True))
                return settled, [], tail[end + 1 :] if is_whole else "", True
            if not is_whole:
                break
            if len(gathered) == PART_LINES:  # and more comes
                settled.append(self._make(gathered, is_last=False, is_open=False))
                gathered = []
                self._lines = fence_before
                end -= at
                tail, at = tail[at:], 0
            line = self._cut_indent(line)
            if len(line) > LONGEST_PIECE:
                break
            gathered.append(line)
            at = end + 1
        rest = self._cut_indent(tail[at:] if "\n" not in tail[at:] else tail[at : tail.find("\n", at)])
        if len(rest) > LONGEST_PIECE:
            # One line of enormous length: its pieces are settled at once.
            self._lines = fence
            gathered.append(rest[:LONGEST_PIECE])
            settled.append(self._make(gathered, is_last=False, is_open=False, joins_next=True))
            skipped = len(tail[at:]) - len(tail[at:].lstrip(" ")) if len(rest) < len(tail[at:].split("\n", 1)[0]) else 0
            more, open_parts, tail, is_closed = self.take(tail[at + skipped + LONGEST_PIECE :], is_final=is_final)
            return settled + more, open_parts, tail, is_closed
        # Of a line that has not begun nothing is shown: the block would be lower again with its end.
        shown = [] if not rest or (self._maybe_closing.match(rest) and not is_final) else [rest]
        part, line_number = self._part, self._line
        open_part = self._make(gathered + shown, is_last=True, is_open=not is_final)
        if not is_final:
            self._part, self._line = part, line_number
            return settled, [open_part], tail, False
        return [*settled, open_part], [], "", False

    def _make(
        self,
        lines: list[str],
        *,
        is_last: bool,
        is_open: bool,
        extra_line: bool = False,
        joins_next: bool = False,
    ) -> CodePart:
        begin = self._line
        self._line += len(lines) - joins_next
        part = CodePart(
            code="\n".join(lines),
            language=self._language,
            part=self._part,
            is_last=is_last,
            is_open=is_open,
            joins_next=joins_next,
            levels=self._levels,
            is_spaced=self._is_spaced and self._part == 0,
            first_line=self._first_line if self._part == 0 else begin,
            end_line=self._line + extra_line,
        )
        self._part += 1
        return part

    def _cut_indent(self, line: str) -> str:
        return without_indent(line, self._indent)


def _line_at(text: str, begin: int) -> str | None:
    """Return a line as far as it has come; None while nothing tells whether anything stands in it."""
    end = text.find("\n", begin)
    line = text[begin:] if end < 0 else text[begin:end]
    return line if end >= 0 or line.strip() else None
