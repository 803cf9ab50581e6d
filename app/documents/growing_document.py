"""A document that grows: only its last open block is read again when text comes.

Everything before the last top-level block is settled as soon as that block's first line is whole: no later line can
change it (CommonMark). So that one long list, table, quote, fence or paragraph is no worse, the last block itself is
cut where it safely can be: a list between items, a table between rows, an item between the blocks in it, a quote
between paragraphs, a fence between lines, a paragraph between sentences.

Where it is cut depends on how the text came. So a text that came in pieces is read once more as a whole when it has
ended: a finished document is the same, however it grew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from app.documents.block_reader import NextItem
from app.documents.blocks import Block, CodePart, FormulaBlock, Paragraph, TableRow
from app.documents.document_change import DocumentChange
from app.documents.document_tail import (
    CutItem,
    DocumentTail,
    item_indent,
    length_of_lines,
)
from app.documents.line_indents import indent_of, without_indent
from app.documents.list_rules import LEAST_INDENT
from app.documents.markdown_parser import DEEPEST
from app.documents.open_fence import OpenFence
from app.documents.rich_text import LINE_BREAK, RichText
from app.documents.source_text import SourceText
from app.documents.tail_reader import TailReader
from app.documents.text_cuts import LONGEST_LINE, paragraph_cut, too_deep

SLICE = 2500
"""Characters read in one step: a few milliseconds."""

_MOST_ROUNDS = 100_000
_ROUNDS = 3
"""How often the open block may be cut and read again in one step."""
_LONG_PARAGRAPH = 1800
LONG_ITEM = 1500
LONG_QUOTE = 1800
MANY_LINES = 8
_LONGEST_TAIL = 24_000
_MOST_TAIL_LINES = 110
"""An open block beyond this is cut at any line: it can be nothing that a person wrote."""

_BLOCK_START = re.compile(
    r"[ \t]*(?:>|(?:[-+*]|#{1,6}|\d{1,9}[.)])(?:\s|$)|(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$"
    r"|`{3}[^`]*$|~{3}|\$\$|\\\[|\[\^)"
)
_TEXT = ("blockquote_open", "paragraph_open")
_QUOTED = re.compile(r" {0,3}>")


class GrowingDocument:
    """Reads Markdown as it comes. `append` takes text, `advance` reads a bounded piece of it and tells what changed.

    A finished document has the blocks that the text has when it is read at once; text may go on after `finish`.
    """

    def __init__(self) -> None:
        self._reader = TailReader()
        self._source = SourceText()
        self._settled: list[Block] = []
        self._open: list[Block] = []
        self._tail = DocumentTail()
        self._known_at_start = 0
        self._held: list[Block] | None = None
        """What is shown while all is read again."""
        self._same = 0
        """How many blocks have been read again and are what was held."""
        self._has_grown = False
        """Whether it came in pieces, or was read before it had ended, since it was read as a whole."""
        self._is_finished = False
        self._needs_end = False
        self._needs_more = False

    def append(self, text: str) -> None:
        """Take more text; nothing is read yet."""
        if not text:
            return
        self._has_grown = self._has_grown or not self._source.is_empty
        self._source.append(text)
        if self._is_finished:  # what was open has been settled as if this text would never come
            self._is_finished = self._needs_end = False
            self._read_again()

    def finish(self) -> None:
        """No more text comes: what is open is settled by the next steps."""
        self._is_finished = True
        self._needs_end = True

    def markdown(self) -> str:
        """Return all text so far."""
        return self._source.whole()

    @property
    def blocks(self) -> Sequence[Block]:
        """All blocks so far."""
        return self._held if self._held is not None else [*self._settled, *self._open]

    @property
    def is_finished(self) -> bool:
        """Whether no more text is to come."""
        return self._is_finished

    @property
    def is_behind(self) -> bool:
        """Whether there is text that has not been read."""
        return not self._source.is_read or self._needs_end or self._needs_more

    def advance(self) -> DocumentChange | None:
        """Read at most `SLICE` characters more; return what changed, None if nothing was left to read."""
        if not self.is_behind:
            return None
        self._has_grown = self._has_grown or not self._is_finished
        first = len(self._settled)
        while self._tail.take(
            self._source.next_slice(SLICE) if not self._tail.raw.strip() and not self._needs_more else "", self._is_lazy
        ):
            self._leave_containers()
        is_final = self._is_finished and self._source.is_read
        self._read(is_final=is_final)
        is_final = is_final and not self._needs_more
        if is_final:
            self._needs_end = False
        if self._held is None:
            change = DocumentChange(first, (*self._settled[first:], *self._open))
        else:
            change = self._compared(self._held, is_over=is_final or not (self._is_finished or self.is_behind))
        if is_final and self._has_grown:
            self._has_grown = False
            self._reader = TailReader()
            self._read_again()
        elif is_final and self._reader.reference_count > self._known_at_start:
            self._read_again()  # definitions of links have come after their uses
        return change

    # --- private ----------------------------------------------------------------------------------------------

    def _read_again(self) -> None:
        """Read all of it from the start, knowing what is known by now.

        What is there stays meanwhile, or the document would shrink to nothing and grow again under the reader's eyes.
        """
        self._held = list(self.blocks)
        self._same = 0
        self._settled, self._open, self._tail = [], [], DocumentTail()
        self._source.start_again()
        self._known_at_start = self._reader.reference_count
        self._needs_more = False
        self._needs_end = self._is_finished

    def _compared(self, held: list[Block], *, is_over: bool) -> DocumentChange:
        """Return no change until all has been read again, then what is different."""
        read = [*self._settled, *self._open] if is_over else self._settled
        while self._same < min(len(held), len(read)) and held[self._same] == read[self._same]:
            self._same += 1
        if not is_over:
            return DocumentChange(len(held), ())
        self._held = None
        return DocumentChange(self._same, tuple(read[self._same :]))

    def _read(self, *, is_final: bool, is_whole: bool = False) -> None:
        """Settle what can be settled, and read what is open; in the end all of it, if it must be `is_whole`."""
        self._needs_more = False
        for _ in range(_MOST_ROUNDS if is_whole else _ROUNDS):
            tail = self._tail
            if tail.fence is not None:
                if self._read_fence(tail.fence, is_final=is_final):
                    continue
                return
            if self._cut_enormous_line(is_final=is_final):
                continue
            if not self._read_tail(is_final=is_final):
                return
        self._needs_more = True

    def _read_fence(self, fence: OpenFence, *, is_final: bool) -> bool:
        """Return whether text is left to read in another way."""
        tail = self._tail
        before = len(tail.text)
        settled, self._open[:], rest, is_closed = fence.take(tail.text, is_final=is_final)
        self._settled.extend(settled)
        gone = tail.text[: before - len(rest)] if rest or is_closed or is_final else ""
        tail.line += gone.count("\n")
        tail.text = rest
        if is_closed or is_final:
            tail.fence = None
            tail.is_spaced = bool(gone) and not gone[:-1].rsplit("\n", 1)[-1].strip()
        return is_closed

    def _cut_enormous_line(self, *, is_final: bool) -> bool:
        """Show a line that is too long or too deep to be Markdown as text; return whether there was one."""
        tail = self._tail
        end = tail.text.find("\n")
        line = tail.text if end < 0 else tail.text[:end]
        is_long = len(line) > LONGEST_LINE or (tail.is_continued and end < 0 and len(line) > _LONG_PARAGRAPH)
        if not is_long and not too_deep(line, DEEPEST):
            return False
        if end < 0 and not is_final and len(line) <= _LONG_PARAGRAPH:
            return False
        cut = line.rfind(" ", _LONG_PARAGRAPH // 2, _LONG_PARAGRAPH) + 1 or min(len(line), _LONG_PARAGRAPH)
        if len(line) <= _LONG_PARAGRAPH:
            cut = len(line)
        is_end_of_line = cut == len(line)
        paragraph = Paragraph(
            text=RichText(line[:cut]),
            is_continued=tail.is_continued,
            levels=self._tail.outer,
            is_spaced=tail.is_spaced,
            first_line=tail.line,
            end_line=tail.line + 1,
        )
        self._settled.append(paragraph)
        self._open = []
        is_over = end >= 0 and is_end_of_line
        tail.moved(cut + is_over)
        tail.is_continued = not is_over
        return bool(tail.text)

    def _read_tail(self, *, is_final: bool) -> bool:
        """Read the tail; return whether its beginning was settled and the rest is to be read again."""
        tail = self._tail
        if not tail.text.strip() and not tail.table_head:
            if is_final:
                tail.text = ""
            self._open = []
            return False
        tokens, lines = self._reader.parse(tail, is_calm=not is_final and not self._is_finished, is_final=is_final)
        tops = [token for token in tokens if token.level == 0 and token.nesting >= 0 and token.map]
        cut = self._cut_between_blocks(tops, is_final=is_final)
        if cut is None and not is_final:
            if len(tops) == 1 and self._cut_last_block(tops[0], tokens):
                return True
            if not tops and tail.text.count("\n") > MANY_LINES:
                cut = self._reader.end_of_definitions(tail.text.count("\n") - 2) or None
            is_text = bool(tops) and tops[0].type in _TEXT and len(_without_open_formula(tops)) == len(tops)
            if len(tail.text) > _LONGEST_TAIL or (is_text and tail.text.count("\n") > _MOST_TAIL_LINES):
                cut = max(1, tail.text.count("\n"))
        shown = self._reader.blocks_of(tail, tokens, lines)
        if cut is None:
            self._open = shown
            self._open_fence(tops, is_final=is_final)
            return tail.fence is not None
        settled_lines = tail.line + cut
        self._settled.extend(block for block in shown if block.first_line < settled_lines)
        self._reader.keep_references(cut + tail.table_head.count("\n"))
        self._open = [block for block in shown if block.first_line >= settled_lines]
        gone = length_of_lines(tail.text, cut)
        tail.moved(gone)
        tail.goes_on_in_quote = not is_final and len(tops) == 1 and tops[0].type == "blockquote_open"
        return bool(tail.text)

    def _cut_between_blocks(self, tops: list[Token], *, is_final: bool) -> int | None:
        """Return the number of lines of the tail that can be settled because whole blocks end there."""
        if is_final:
            return self._tail.text.count("\n") + 1
        whole_lines = self._tail.text.count("\n")
        head_lines = self._tail.table_head.count("\n")
        starts = [(token.map or [0])[0] - head_lines for token in _without_open_formula(tops)]
        if len(starts) > 1 and starts[-1] < whole_lines:
            return starts[-1]
        if len(starts) > 2:
            return starts[-2]
        return None

    def _cut_last_block(self, last: Token, tokens: list[Token]) -> bool:
        """Settle the beginning of the last block, if it can be cut; return whether it was."""
        if last.type in ("bullet_list_open", "ordered_list_open"):
            return self._cut_list(last, tokens)
        if last.type == "table_open":
            return self._cut_table(last, tokens)
        if last.type == "blockquote_open" and len(self._tail.text) > LONG_QUOTE:
            return self._cut_quote(tokens)
        if last.type == "paragraph_open" and len(self._tail.text) > _LONG_PARAGRAPH:
            return self._cut_paragraph()
        return False

    def _cut_list(self, top: Token, tokens: list[Token]) -> bool:
        tail = self._tail
        items = [token for token in tokens if token.type == "list_item_open" and token.level == 1]
        whole_lines = tail.text.count("\n")
        starts = [(item.map or [0])[0] for item in items]
        keep = next((n for n in (len(starts) - 1, len(starts) - 2) if n > 0 and starts[n] < whole_lines), 0)
        number: int | None = None
        if top.type == "ordered_list_open":
            is_next = tail.next_item is not None and tail.next_item.delimiter == top.markup
            number = tail.next_item.number if tail.next_item and is_next else int(top.attrs.get("start", 1))
        if keep:
            self._settle_lines(starts[keep], tokens)
            tail.next_item = NextItem(number + keep, top.markup) if number is not None else None
            return True
        if len(tail.text) > LONG_ITEM and items:
            next_item = None if number is None else NextItem(number + 1, top.markup)
            return self._cut_item(top, tokens, next_item=next_item)
        return False

    def _cut_item(self, top: Token, tokens: list[Token], *, next_item: NextItem | None) -> bool:
        """Settle the blocks of the only item but its last; what follows is the inside of that item."""
        tail = self._tail
        inner = _without_open_formula([t for t in tokens if t.level == 2 and t.nesting >= 0 and t.map])
        whole_lines = tail.text.count("\n")
        if len(inner) < 2 or len(tail.containers) >= DEEPEST:
            return False
        start = (inner[-1].map or [0])[0]
        if start >= whole_lines or start == (top.map or [0])[0] or (top.map or [0, 0])[1] < whole_lines:
            return False
        lines = tail.text.split("\n")
        indent = item_indent(lines, (top.map or [0])[0])
        if indent is None or indent_of(lines[start]) < indent or _has_tabs_before_text(tail.text):
            return False
        depth = len(tail.containers)
        self._settle_lines(start, tokens)
        level = replace(self._settled[-1].levels[depth], is_first=False)
        first, *rest = lines[(top.map or [0])[0] :]
        is_loose = all(indent_of(line) >= LEAST_INDENT for line in rest if line.strip())
        item = CutItem(level, indent, next_item, first, is_loose)
        tail.containers.append(item)
        tail.is_mid_line = not tail.text.endswith("\n")
        lines = tail.text.split("\n")
        lazy = (at for at, line in enumerate(lines) if line.strip() and not item.holds(line, indent_of(line)))
        tail.lazy_lines.update(tail.line + at for at in lazy)
        tail.text = "\n".join(without_indent(line, indent) for line in lines)
        return True

    # --- inside an item that was cut ----------------------------------------------------------------------------

    def _is_lazy(self, line: str) -> bool:
        """Whether a line that is not indented goes on with an open paragraph all the same."""
        tail = self._tail
        before = tail.text[:-1].rsplit("\n", 1)[-1]
        if tail.fence is not None or not before.strip() or _BLOCK_START.match(line):
            return False
        last = self._open[-1] if self._open else None
        return (isinstance(last, Paragraph) and not last.heading) or (isinstance(last, FormulaBlock) and last.is_open)

    def _leave_containers(self) -> None:
        """Settle what was inside, and go on where the next line belongs."""
        tail = self._tail
        self._read(is_final=True, is_whole=True)
        holding = tail.holding(tail.raw.partition("\n")[0])
        is_spaced = tail.is_spaced
        while len(tail.containers) > holding:
            left = tail.containers.pop()
            tail.next_item = left.next_item
        tail.is_spaced = is_spaced
        tail.is_mid_line = False

    def _cut_table(self, top: Token, tokens: list[Token]) -> bool:
        tail = self._tail
        rows = [token for token in tokens if token.type == "tr_open"]
        if len(rows) < MANY_LINES:
            return False
        head_lines = tail.table_head.count("\n")
        start = (rows[-2].map or [0])[0] - head_lines
        if (top.map or [0])[0] - head_lines > 0 or start <= 0:
            return False
        head = tail.table_head or "".join(line + "\n" for line in tail.text.split("\n")[:2])
        done = tail.rows_done + len(rows) - 3
        self._settle_lines(start, tokens)
        if self._settled and isinstance(self._settled[-1], TableRow):
            self._settled[-1] = replace(self._settled[-1], is_last=False)
        tail.table_head, tail.rows_done = head, done
        return True

    def _cut_quote(self, tokens: list[Token]) -> bool:
        """Settle the blocks of a quote but its last, where that begins with the quote's mark."""
        tail = self._tail
        inner = _without_open_formula([t for t in tokens if t.level == 1 and t.nesting >= 0 and t.map])
        start = (inner[-1].map or [0])[0] if len(inner) > 1 else 0
        lines = tail.text.split("\n", start + 1)
        if not 0 < start < tail.text.count("\n") or not _QUOTED.match(lines[start]):
            return False
        self._settle_lines(start, tokens)
        tail.goes_on_in_quote = True
        return True

    def _cut_paragraph(self) -> bool:
        tail = self._tail
        cut = paragraph_cut(tail.text, _LONG_PARAGRAPH * 2 // 3)
        if cut is None:
            return False
        whole = tail.text
        tail.text = whole[:cut]
        tokens, lines = self._reader.parse(tail, is_final=True)
        cut_off = self._reader.blocks_of(tail, tokens, lines)
        if cut_off and isinstance(cut_off[-1], Paragraph) and whole[cut - 1].isspace():
            text = cut_off[-1].text
            gap = LINE_BREAK if "\n" in whole[len(whole[:cut].rstrip()) : cut] else " "
            cut_off[-1] = replace(cut_off[-1], text=RichText(text.text + gap, text.spans))
        self._settled.extend(cut_off)
        self._reader.keep_references(tail.text.count("\n"))
        tail.text = whole
        tail.moved(cut)
        tail.is_continued = True
        return True

    def _settle_lines(self, count: int, tokens: list[Token]) -> None:
        """Settle the blocks that begin in the first `count` lines of the tail."""
        tail = self._tail
        lines = (tail.table_head + tail.text).split("\n")
        settled_lines = tail.line + count
        blocks = self._reader.blocks_of(tail, tokens, lines)
        self._settled.extend(block for block in blocks if block.first_line < settled_lines)
        self._open = [block for block in blocks if block.first_line >= settled_lines]
        self._reader.keep_references(count + tail.table_head.count("\n"))
        tail.moved(length_of_lines(tail.text, count))

    def _open_fence(self, tops: list[Token], *, is_final: bool) -> None:
        """Go on without the parser when the tail is one fence without an end."""
        tail = self._tail
        if is_final or len(tops) != 1 or tops[0].type != "fence" or not self._open:
            return
        first, last = self._open[0], self._open[-1]
        opener, newline, rest = tail.text.lstrip("\n").partition("\n")
        if newline and isinstance(last, CodePart) and last.is_open and OpenFence.is_opener(opener):
            line = tail.line + tail.text.count("\n") - rest.count("\n")
            tail.fence = OpenFence(opener, levels=first.levels, first_line=line - 1, is_spaced=first.is_spaced)
            tail.line, tail.text = line, rest
            tail.next_item, tail.goes_on_in_quote = None, False


def _without_open_formula(blocks: list[Token]) -> list[Token]:
    """Leave out a formula without an end behind others: it may turn out to be the text of the block before it."""
    is_open = bool(blocks) and blocks[-1].type == "formula_block" and blocks[-1].meta["is_open"]
    return blocks[:-1] if is_open else blocks


def _has_tabs_before_text(text: str) -> bool:
    return re.search(r"^ *\t", text, re.MULTILINE) is not None
