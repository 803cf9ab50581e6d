"""Reads the tail of a growing document: its text as tokens, the tokens as blocks."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from markdown_it.token import Token

from app.documents.block_reader import Surroundings, read_blocks
from app.documents.blocks import Block, Paragraph, TableRow
from app.documents.document_tail import DocumentTail
from app.documents.element_rules import open_elements
from app.documents.fence_rules import FenceLines
from app.documents.markdown_parser import markdown_parser

_MOST_REFERENCES = 400


class TailReader:
    """Parses a tail in what surrounds it; remembers the definitions of links that have been settled."""

    def __init__(self) -> None:
        self._parser = markdown_parser()
        self._references: dict[str, object] = {}
        self._found: dict[str, object] = {}
        """Those known when the tail was last parsed, and those in it."""
        self._definitions: list[list[int]] = []
        """The lines of each that is in it."""

    @property
    def reference_count(self) -> int:
        """How many definitions of links are known."""
        return len(self._references)

    def parse(self, tail: DocumentTail, *, is_final: bool, is_calm: bool = False) -> tuple[list[Token], list[str]]:
        """Return the tokens of a tail and its lines; `is_calm`: no half marks are shown."""
        shown = hide_unclosed_markup(tail.text) if is_calm else tail.text
        source = tail.table_head + shown
        before = tail.line - tail.table_head.count("\n")
        environment: dict[str, object] = {
            "references": dict(self._references),
            "is_growing": not is_final,
            "lazy_lines": {line - before for line in tail.lazy_lines},
        }
        tokens = self._parser.parse(source, environment)
        references = environment["references"]
        assert isinstance(references, dict)
        self._found = references
        repeated = environment.get("duplicate_refs")
        new = [one for label, one in references.items() if label not in self._references]
        self._definitions = [one["map"] for one in (*new, *(repeated if isinstance(repeated, list) else []))]
        return tokens, source.split("\n")

    def blocks_of(self, tail: DocumentTail, tokens: list[Token], lines: list[str]) -> list[Block]:
        """Return the blocks of a tail."""
        head_lines = tail.table_head.count("\n")
        around = Surroundings(
            outer=tail.outer,
            first_line=tail.line - head_lines,
            is_spaced=tail.is_spaced,
            next_item=tail.next_item,
            goes_on_in_quote=tail.goes_on_in_quote,
        )
        blocks = read_blocks(tokens, lines, around)
        if tail.table_head and blocks:
            # The head has been given with the first rows.
            rows = [block for block in itertools.takewhile(_is_row, blocks[1:]) if isinstance(block, TableRow)]
            rows = [replace(row, row=row.row + tail.rows_done) for row in rows]
            blocks = [*rows, *blocks[1 + len(rows) :]]
        if tail.is_continued and blocks and isinstance(blocks[0], Paragraph):
            blocks[0] = replace(blocks[0], is_continued=True)
        return blocks

    def end_of_definitions(self, line: int) -> int:
        """Return the last line up to this one in which no definition goes on."""
        return min((begin for begin, end in self._definitions if begin < line < end), default=line)

    def keep_references(self, settled_lines: int) -> None:
        """Remember the definitions that end within so many lines of what was parsed last."""
        for label, reference in self._found.items():
            place = reference.get("map") if isinstance(reference, dict) else None
            is_full = len(self._references) >= _MOST_REFERENCES
            if isinstance(place, list) and place[1] <= settled_lines and not is_full:
                self._references.setdefault(label, reference)


def _is_row(block: Block) -> bool:
    """Whether a block is a row of the table before it, and no head of another."""
    return isinstance(block, TableRow) and block.row > 0


# Makes the end of a growing text look calm: marks whose other half is still to come do not flash as raw signs.
#
# Works on the last paragraph only, and only on what is shown: the text itself is never changed.

_TRAILING_MARKS = re.compile(r"(?:(?<=\s)|^)(?:[*_~`$\[]+|!\[)\Z|\\\Z")
_OPEN_LINK = re.compile(r"(!?)\[([^\[\]\n]*)(?:\]\(([^()\s]*)?)?$")
_TICKS = re.compile(r"`+")
_CLOSED_FORMULA = re.compile(r"\$\$.+?\$\$|\$[^$\s](?:[^$]*[^$\s])?\$|\\\(.+?\\\)|\\\[.+?\\\]", re.DOTALL)
_PENDING_DOLLAR = re.compile(r"(?<![\w$\\])\$(?=[^\s\d$])[^$\n]{0,200}$")
_OPEN_FORMULA = re.compile(r"(?:\\\((?!.*\\\))|\\\[(?!.*\\\])|\$\$(?!.*\$\$)).*$", re.DOTALL)
_BEGINNING = re.compile(r"(?=.*\S)[-=*_`~#+>|:. \t0-9]{1,5}")
_FENCE = re.compile(r"^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`\n]*$)|~{3,})(.*)")
_HALF_TAG = re.compile(r"</?[a-z]{0,8}[ \t]*/?\Z")
_LONGEST = 1500


def hide_unclosed_markup(source: str) -> str:
    """Return the text as it is to be shown while more of it comes."""
    mark = _open_fence(source)
    if mark:
        line = source[source.rfind("\n") + 1 :]
        return source[: len(source) - len(line)] if set(line.strip(" \t>")) == {mark} else source
    begin = max(source.rfind("\n\n") + 2 if "\n\n" in source else 0, len(source) - _LONGEST)
    head, last = source[:begin], source[begin:]
    line = last[last.rfind("\n") + 1 :]
    if _BEGINNING.fullmatch(line) and not line.strip().isdigit():
        # What this line will be cannot be known yet: a rule, an underline, a fence, an item.
        return head + last[: len(last) - len(line)]
    return head + _close(last)


def _open_fence(source: str) -> str:
    """Return the sign of the code fence that the text ends in: what is in it is code; empty if there is none."""
    if "```" not in source and "~~~" not in source:
        return ""
    mark = ""
    fence: FenceLines | None = None
    lines = source.split("\n")[:-1]
    for place, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence is None and found is not None:
            mark, fence = found[1], FenceLines.after(found[1], found[2].strip())
        elif fence is not None:
            following = lines[place + 1] if place + 1 < len(lines) else None
            if fence.closes(line.lstrip(" \t>"), following):
                fence = None
    return mark[:1] if fence is not None else ""


def _close(text: str) -> str:
    text = _HALF_TAG.sub("", _TRAILING_MARKS.sub("", text))
    plain = _without_code(_blank(_ESCAPED_BUT_MATH, text))
    tick = plain.find("`")
    if tick >= 0:
        run = len(plain) - tick - len(plain[tick:].lstrip("`"))
        return text + "`" * run if text[tick:].strip("` \n") else text[:tick]
    plain = _blank(_CLOSED_FORMULA, plain)
    formula = _OPEN_FORMULA.search(plain) or _PENDING_DOLLAR.search(plain)
    if formula is not None:
        before = text[: formula.start()]
        # On a line of its own it is read as a formula that is open.
        return (
            text if not before[before.rfind("\n") + 1 :].strip() and not _PENDING_DOLLAR.match(formula[0]) else before
        )
    link = _OPEN_LINK.search(plain)
    if link is not None and (link[3] is not None or len(link[2]) < 120):
        shown = text[link.start(2) : link.end(2)] if not link[1] else ""
        text = text[: link.start()] + shown
        plain = plain[: link.start()] + "x" * len(shown)
    return text + _missing_marks(plain, text) + (open_elements(plain) if "<" in plain else "")


_ESCAPED_BUT_MATH = re.compile(r"\\[^()\[\]]", re.DOTALL)


def _missing_marks(plain: str, text: str) -> str:
    """Return the marks that close what is open, innermost first."""
    open_marks: list[str] = []
    for found in re.finditer(r"\*{1,3}|~~|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)", plain):
        mark = found[0]
        before, after = plain[found.start() - 1 : found.start()], plain[found.end() : found.end() + 1]
        at_line_start = not before or before == "\n"
        if at_line_start and after in (" ", "\t"):
            continue
        pieces = ["**", "*"] if mark == "***" else [mark]
        for piece in pieces:
            if piece in open_marks and before.strip():
                open_marks.remove(piece)
            elif after.strip():
                open_marks.append(piece)
    if not open_marks or text[-1:].isspace():
        return "" if not open_marks else _closing_after_space(text, open_marks)
    return "".join(reversed(open_marks))


def _closing_after_space(text: str, open_marks: list[str]) -> str:
    # A closing mark does not count after a space; a word joiner, which is not seen, stands between.
    return "\u2060" + "".join(reversed(open_marks)) if text.strip() else ""


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: "x" * len(found[0]), text)


def _without_code(text: str) -> str:
    """Blank what stands between two runs of as many backticks."""
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(text)]
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[index][1] - runs[index][0], []).append(index)
    pieces: list[str] = []
    at = index = 0
    while index < len(runs):
        start, end = runs[index]
        same = later[end - start]
        while same and same[-1] <= index:
            same.pop()
        if not same:
            index += 1
            continue
        stop = runs[same[-1]][1]
        pieces += [text[at:start], "x" * (stop - start)]
        at, index = stop, same[-1] + 1
    return "".join(pieces) + text[at:]
