"""Reads the tail of a growing document: its text as tokens, the tokens as blocks."""

from __future__ import annotations

import itertools
from dataclasses import replace

from markdown_it.token import Token

from app.documents.block_reader import Surroundings, read_blocks
from app.documents.blocks import Block, Paragraph, TableRow
from app.documents.document_tail import DocumentTail
from app.documents.markdown_parser import markdown_parser
from app.documents.unclosed_markup import hide_unclosed_markup

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
        source = tail.table_head + tail.text
        if is_calm:
            source = hide_unclosed_markup(source, is_first=tail.line == 0)
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
