"""The blocks of a document, flat: what nests in Markdown is a block's `levels` here.

A list of ten thousand items is ten thousand blocks, not one, so that whatever grows at the end costs the same at any
length, and only what is seen needs laying out. For the same reason code comes in parts and tables in rows.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from app.documents.rich_text import RichText


class LevelKind(enum.Enum):
    """What indents a block."""

    QUOTE = "quote"
    ITEM = "item"
    """An item of a list."""
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Level:
    """One container around a block, the outermost first.

    `marker` (a bullet, a number, a box) is shown beside the block with which the container begins (`is_first`); the
    other blocks in it are indented by its width too.
    """

    kind: LevelKind
    is_first: bool = False
    marker: str = ""


class Alignment(enum.Enum):
    """Where the text of a table's column stands."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What all blocks have.

    `first_line` and `end_line` bound its Markdown, counted in lines of the whole document from 0. `is_spaced`: an
    empty line stands before it.
    """

    levels: tuple[Level, ...] = ()
    first_line: int = field(default=0, compare=False)
    end_line: int = field(default=0, compare=False)
    is_spaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """A paragraph, or a heading of level 1 to 6. `is_continued`: it goes on with the one before, cut for length."""

    text: RichText
    heading: int = 0
    is_continued: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePart(Block):
    """Some lines of a code block. `part` counts from 0; `joins_next`: its last line goes on in the next part."""

    code: str
    language: str = ""
    part: int = 0
    is_last: bool = True
    is_open: bool = False
    """More lines may come."""
    joins_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaBlock(Block):
    """A formula on lines of its own. `latex` without delimiters, `source` with them; `is_open`: its end is to come."""

    latex: str
    source: str
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow(Block):
    """One row of a table; row 0 is its head, with which a table begins."""

    cells: tuple[RichText, ...]
    alignments: tuple[Alignment, ...]
    row: int
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Block):
    """A line across."""
