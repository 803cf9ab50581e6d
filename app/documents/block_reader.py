"""Turns the parser's tokens into flat blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown_it.token import Token

from app.documents.addresses import may_be_opened
from app.documents.blocks import (
    Alignment,
    Block,
    CodePart,
    FormulaBlock,
    Level,
    LevelKind,
    Paragraph,
    Rule,
    TableRow,
)
from app.documents.rich_text import FORMULA_CHARACTER, LINE_BREAK, RichText, Span, SpanStyle

BULLETS = ("•", "◦", "▪")
UNTICKED, TICKED = "☐", "☑"
_TASK = re.compile(r"\[([ xX])\](?: |$)")
_ALIGNMENTS = {"center": Alignment.CENTRE, "right": Alignment.END}


@dataclass(frozen=True, slots=True)
class NextItem:
    """What the next item of a numbered list would be."""

    number: int
    delimiter: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What came before the text that is read.

    `first_line` is its place in the document; `is_spaced`: an empty line stands before it; `next_item` goes on with
    a list that was cut between two items; `goes_on_in_quote` with a quote that was cut.
    """

    outer: tuple[Level, ...] = ()
    first_line: int = 0
    is_spaced: bool = False
    next_item: NextItem | None = None
    goes_on_in_quote: bool = False


def read_blocks(tokens: Sequence[Token], lines: Sequence[str], around: Surroundings) -> list[Block]:
    """Return the blocks of parsed text. `lines` are its lines of Markdown."""
    return _Reader(lines, around).read(tokens)


class _Reader:
    def __init__(self, lines: Sequence[str], around: Surroundings) -> None:
        self._lines = lines
        self._around = around
        self._levels: list[Level] = [replace(level, is_first=False) for level in around.outer]
        self._fresh: list[bool] = [False] * len(self._levels)
        self._openings: list[Token] = []
        """Of the containers that are open."""
        if around.outer and around.outer[-1].is_first:
            self._levels[:] = around.outer
            self._fresh = [level.is_first for level in around.outer]
        self._numbers: list[int | None] = []
        self._bullets = sum(1 for level in around.outer if level.kind is LevelKind.ITEM)
        self._heading = 0
        self._cells: list[RichText] = []
        self._alignments: list[Alignment] = []
        self._row = 0
        self._row_token: Token | None = None
        self._is_in_cell = False
        self._blocks: list[Block] = []

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        for token in tokens:
            self._take(token)
        return self._blocks

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._inline(token)
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "fence" | "code_block":
                self._code(token)
            case "formula_block":
                latex, source = token.content, token.markup
                is_open = bool(token.meta["is_open"])
                self._add(FormulaBlock(latex=latex, source=source, is_open=is_open, **self._place(token)))
            case "hr":
                self._add(Rule(**self._place(token)))
            case "blockquote_open":
                is_new = not (self._around.goes_on_in_quote and self._is_first(token))
                self._enter(Level(LevelKind.QUOTE, is_new), token)
            case "footnote_reference_open":
                self._enter(Level(LevelKind.FOOTNOTE, True, str(token.meta["label"])), token)
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token)
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "list_item_open":
                self._enter(Level(LevelKind.ITEM, True, self._marker()), token)
            case "list_item_close" | "blockquote_close" | "footnote_reference_close":
                self._leave()
            case "tr_open":
                self._cells, self._row_token = [], token
            case "th_close" | "td_close":
                self._is_in_cell = False
            case "th_open" | "td_open":
                self._is_in_cell = True
                if self._row == 0:
                    style = str(token.attrs.get("style", "")).removeprefix("text-align:")
                    self._alignments.append(_ALIGNMENTS.get(style, Alignment.START))
            case "table_open":
                self._row, self._alignments = 0, []
            case "tr_close":
                self._close_row()
            case "table_close":
                self._end_table()

    # --- containers -------------------------------------------------------------------------------------------

    def _enter(self, level: Level, opening: Token) -> None:
        self._levels.append(level)
        self._fresh.append(level.is_first)
        self._openings.append(opening)

    def _leave(self) -> None:
        opening = self._openings.pop()
        if self._fresh[-1] and opening.type == "list_item_open":
            self._add(Paragraph(text=RichText(), **self._place(opening)))
        self._levels.pop()
        self._fresh.pop()

    def _open_list(self, token: Token) -> None:
        number: int | None = None
        if token.type == "ordered_list_open":
            number = int(token.attrs.get("start", 1))
            following = self._around.next_item
            if following is not None and following.delimiter == token.markup and self._is_first(token):
                number = following.number
        self._numbers.append(number)

    def _is_first(self, opening: Token) -> bool:
        """Whether a container is the first thing in the text."""
        is_outermost = len(self._levels) == len(self._around.outer)
        return is_outermost and not any(line.strip() for line in self._lines[: (opening.map or [0])[0]])

    def _marker(self) -> str:
        number = self._numbers[-1]
        if number is None:
            depth = self._bullets + len(self._numbers) - 1
            return BULLETS[min(depth, len(BULLETS) - 1)]
        self._numbers[-1] = number + 1
        return f"{number}."

    def _place(self, token: Token) -> dict[str, Any]:
        """Return what every block has; containers have begun with this one."""
        levels = tuple(
            level if fresh else replace(level, is_first=False)
            for level, fresh in zip(self._levels, self._fresh, strict=True)
        )
        self._fresh = [False] * len(self._fresh)
        begin, end = token.map if token.map else (len(self._lines), len(self._lines))
        is_spaced = self._lines[begin - 1].strip(" \t>") == "" if 0 < begin <= len(self._lines) else False
        return {
            "levels": levels,
            "first_line": begin + self._around.first_line,
            "end_line": end + self._around.first_line,
            "is_spaced": is_spaced or (begin == 0 and self._around.is_spaced),
        }

    def _add(self, block: Block) -> None:
        self._blocks.append(block)

    # --- leaves -----------------------------------------------------------------------------------------------

    def _inline(self, token: Token) -> None:
        text = read_inline(token.children or [])
        if self._is_in_cell:
            self._cells.append(text)
            return
        if self._heading == 0 and self._levels and self._levels[-1].kind is LevelKind.ITEM and self._fresh[-1]:
            text = self._take_task(text)
        if not text.text and any(child.type == "fold" for child in token.children or ()):
            return  # nothing but tags of what would fold
        formula = _only_formula(text)
        if formula is not None and not self._heading:
            self._add(FormulaBlock(latex=formula, source=token.content, **self._place(token)))
            return
        self._add(Paragraph(text=text, heading=self._heading, **self._place(token)))

    def _take_task(self, text: RichText) -> RichText:
        found = _TASK.match(text.text)
        if found is None or any(span.start < found.end() for span in text.spans):
            return text
        marker = UNTICKED if found[1] == " " else TICKED
        self._levels[-1] = replace(self._levels[-1], marker=marker)
        cut = found.end()
        moved = tuple(Span(span.start - cut, span.length, span.style, span.target) for span in text.spans)
        return RichText(text.text[cut:], moved)

    def _code(self, token: Token) -> None:
        place = self._place(token)
        language = token.info.strip().split(maxsplit=1)[0] if token.info.strip() else ""
        code = token.content.removesuffix("\n")
        pieces = cut_code(code)
        is_open = token.type == "fence" and not token.meta["is_closed"]
        line = place["first_line"] + (token.type == "fence")
        for part, piece in enumerate(pieces):
            is_last = part == len(pieces) - 1
            self._add(
                CodePart(
                    code=piece.code,
                    language=language,
                    part=part,
                    is_last=is_last,
                    is_open=is_open and is_last,
                    joins_next=piece.joins_next,
                    levels=place["levels"],
                    is_spaced=place["is_spaced"] and part == 0,
                    first_line=place["first_line"] if part == 0 else line,
                    end_line=place["end_line"] if is_last else line + piece.lines,
                )
            )
            line += piece.lines
            place["levels"] = tuple(replace(level, is_first=False) for level in place["levels"])

    def _close_row(self) -> None:
        missing = len(self._alignments) - len(self._cells)
        cells = (*self._cells, *([RichText()] * max(0, missing)))
        assert self._row_token is not None, "a row begins before it ends"
        place = self._place(self._row_token)
        self._add(TableRow(cells=cells, alignments=tuple(self._alignments), row=self._row, is_last=False, **place))
        self._row += 1

    def _end_table(self) -> None:
        if self._blocks and isinstance(self._blocks[-1], TableRow):
            self._blocks[-1] = replace(self._blocks[-1], is_last=True)


def _only_formula(text: RichText) -> str | None:
    """Return the LaTeX of a paragraph that is one displayed formula and nothing else."""
    if len(text.spans) != 1 or not text.spans[0].style & SpanStyle.DISPLAY:
        return None
    span = text.spans[0]
    rest = text.text[: span.start] + text.text[span.end :]
    return span.target if rest.strip(" .,;:") == "" else None


# Turns the parser's inline tokens into text with spans.

_OVERRIDES = {code: f"⟨U+{code:04X}⟩" for code in (0x202A, 0x202B, 0x202D, 0x202E)}
"""Characters that can make text read otherwise than it is written; isolates and marks are left to honest use."""

_OPENING = {
    "strong_open": SpanStyle.BOLD,
    "em_open": SpanStyle.ITALIC,
    "s_open": SpanStyle.STRUCK,
    "link_open": SpanStyle.LINK,
}
_CLOSING = {
    "strong_close": SpanStyle.BOLD,
    "em_close": SpanStyle.ITALIC,
    "s_close": SpanStyle.STRUCK,
    "link_close": SpanStyle.LINK,
}
_ELEMENTS = {
    "sub": SpanStyle.SUBSCRIPT,
    "sup": SpanStyle.SUPERSCRIPT,
    "kbd": SpanStyle.CODE,
    "samp": SpanStyle.CODE,
    "u": SpanStyle.ITALIC,
    "ins": SpanStyle.ITALIC,
    "mark": SpanStyle.BOLD,
    "summary": SpanStyle.BOLD,
}
"""What elements without a sign in Markdown look like; others are plain."""


def read_inline(tokens: Sequence[Token]) -> RichText:
    """Return the text of a paragraph's tokens. An address that may not be opened leaves its text plain."""
    writer = _Writer()
    for token in tokens:
        writer.take(token)
    return writer.rich_text()


class _Writer:
    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._open: list[SpanStyle] = []
        self._style = SpanStyle.PLAIN
        self._target = ""

    def take(self, token: Token) -> None:
        kind = token.type
        if kind == "text" or kind == "text_special":
            self._write(token.content.replace("\n", LINE_BREAK))
        elif kind in _OPENING:
            self._enter(_OPENING[kind], token)
        elif kind in _CLOSING:
            self._leave(_CLOSING[kind])
        elif kind == "softbreak" or kind == "hardbreak":
            self._write(LINE_BREAK)
        elif kind == "element_open":
            self._enter(_ELEMENTS.get(token.tag, SpanStyle.PLAIN), token)
        elif kind == "element_close":
            self._leave(_ELEMENTS.get(token.tag, SpanStyle.PLAIN))
        elif kind == "code_inline":
            self._write(token.content, SpanStyle.CODE)
        elif kind == "formula":
            display = SpanStyle.DISPLAY if token.meta["is_display"] else SpanStyle.PLAIN
            self._write(FORMULA_CHARACTER, SpanStyle.FORMULA | display, target=token.content)
        elif kind == "image":
            address = str(token.attrs.get("src", ""))
            self._write(token.content or address, SpanStyle.IMAGE, target=address)
        elif kind == "footnote_mark":
            self._write(token.content, SpanStyle.FOOTNOTE, target=token.content)
        elif token.content:
            self._write(token.content)

    def rich_text(self) -> RichText:
        text = "".join(self._pieces)
        end = len(text.rstrip(LINE_BREAK))
        if end == len(text):
            return RichText(text, tuple(self._spans))
        kept = (replace(span, length=min(span.length, end - span.start)) for span in self._spans if span.start < end)
        return RichText(text[:end], tuple(kept))

    def _enter(self, style: SpanStyle, token: Token) -> None:
        if style is SpanStyle.LINK:
            self._target = str(token.attrs.get("href", ""))
            if not may_be_opened(self._target):
                self._target = ""
                style = SpanStyle.PLAIN
        self._open.append(style)
        self._style = self._all_open()

    def _leave(self, style: SpanStyle) -> None:
        if style is SpanStyle.LINK:
            style = SpanStyle.LINK if self._target else SpanStyle.PLAIN
            self._target = ""
        if style in self._open:  # elements and emphasis may cross
            del self._open[len(self._open) - 1 - self._open[::-1].index(style)]
        self._style = self._all_open()

    def _all_open(self) -> SpanStyle:
        together = SpanStyle.PLAIN
        for style in self._open:
            together |= style
        return together

    def _write(self, text: str, style: SpanStyle = SpanStyle.PLAIN, target: str = "") -> None:
        if style is SpanStyle.PLAIN and self._style is SpanStyle.PLAIN and text.isascii():
            self._pieces.append(text)  # most of what is written
            self._length += len(text)
            return
        shown = text.translate(_OVERRIDES)
        if not style & SpanStyle.FORMULA:
            shown = shown.replace(FORMULA_CHARACTER, "\ufffd")
        if not shown:
            return
        style |= self._style
        target = target or (self._target if style & SpanStyle.LINK else "")
        if style is not SpanStyle.PLAIN:
            last = self._spans[-1] if self._spans else None
            is_same = last is not None and last.end == self._length and (last.style, last.target) == (style, target)
            if last is not None and is_same and not style & (SpanStyle.FORMULA | SpanStyle.FOOTNOTE):
                self._spans[-1] = Span(last.start, last.length + len(shown), style, target)
            else:
                self._spans.append(Span(self._length, len(shown), style, target))
        self._pieces.append(shown)
        self._length += len(shown)


# Cuts code into parts of bounded size, so that any length of it is shown and coloured piece by piece.

PART_LINES = 40
LONGEST_PIECE = 1000
"""Characters of one line that are laid out at once; a longer line goes on in the next part."""


@dataclass(frozen=True, slots=True)
class CodePiece:
    """Some lines of code; `lines` counts those that end in it; `joins_next`: the last one goes on in the next piece."""

    code: str
    lines: int
    joins_next: bool


def cut_code(code: str) -> list[CodePiece]:
    """Return code in pieces; there is at least one."""
    pieces: list[CodePiece] = []
    gathered: list[str] = []
    for line in code.split("\n"):
        while len(line) > LONGEST_PIECE:
            gathered.append(line[:LONGEST_PIECE])
            pieces.append(CodePiece("\n".join(gathered), len(gathered) - 1, joins_next=True))
            gathered = []
            line = line[LONGEST_PIECE:]
        gathered.append(line)
        if len(gathered) == PART_LINES:
            pieces.append(CodePiece("\n".join(gathered), len(gathered), joins_next=False))
            gathered = []
    if gathered or not pieces:
        pieces.append(CodePiece("\n".join(gathered), len(gathered), joins_next=False))
    return pieces
