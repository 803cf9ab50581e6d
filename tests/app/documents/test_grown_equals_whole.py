"""A text that has grown ends as the same text read by the parser at once: for every text, and however it was cut."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.documents import growing_document, source_text
from app.documents.block_reader import Surroundings, read_blocks
from app.documents.blocks import Block, CodePart, Paragraph
from app.documents.growing_document import GrowingDocument
from app.documents.markdown_parser import markdown_parser
from app.documents.rich_text import RichText, Span
from tests.app.documents.compositions import few_lines, many_blocks

CASES = 2000


def whole(text: str) -> list[Block]:
    """Return the blocks of a text that is parsed at once."""
    tokens = markdown_parser().parse(text, {"references": {}, "is_growing": False})
    return joined(read_blocks(tokens, text.split("\n"), Surroundings()))


def grown(text: str, dice: random.Random, most: int) -> list[Block]:
    """Return the blocks of a text that came in pieces of up to so many characters, as they were told."""
    document = GrowingDocument()
    blocks: list[Block] = []
    at = 0
    while at < len(text):
        end = at + dice.randint(1, most)
        document.append(text[at:end])
        at = end
        _advance(document, blocks)
    document.finish()
    _advance(document, blocks)
    assert blocks == list(document.blocks)
    return joined(blocks)


def joined(blocks: list[Block]) -> list[Block]:
    """Return blocks in which what was cut for its length is one."""
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        if isinstance(block, Paragraph) and block.is_continued and isinstance(last, Paragraph):
            moved = tuple(replace(span, start=span.start + len(last.text.text)) for span in block.text.spans)
            text = RichText(last.text.text + block.text.text, _merged((*last.text.spans, *moved)))
            result[-1] = replace(last, text=text)
        elif isinstance(block, CodePart) and block.part and isinstance(last, CodePart):
            code = last.code + ("" if last.joins_next else "\n") + block.code
            result[-1] = replace(last, code=code, is_last=block.is_last, is_open=False, joins_next=block.joins_next)
        else:
            result.append(replace(block, is_open=False) if isinstance(block, CodePart) else block)
    return result


def _merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    result: list[Span] = []
    for span in spans:
        if (
            result
            and result[-1].end == span.start
            and (result[-1].style, result[-1].target) == (span.style, span.target)
        ):
            result[-1] = replace(result[-1], length=result[-1].length + span.length)
        else:
            result.append(span)
    return tuple(result)


def _advance(document: GrowingDocument, blocks: list[Block]) -> None:
    while (change := document.advance()) is not None:
        blocks[change.first :] = change.blocks


def test_a_composition_ends_as_it_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(CASES):
        dice = random.Random(seed)
        text = few_lines(dice) if seed % 4 else many_blocks(dice)
        # Small slices cut a small text as large ones cut a long one.
        monkeypatch.setattr(growing_document, "SLICE", dice.choice((30, 100, 2500)))
        monkeypatch.setattr(growing_document, "LONG_ITEM", dice.choice((200, 1500)))
        monkeypatch.setattr(growing_document, "MANY_LINES", dice.choice((2, 8)))
        monkeypatch.setattr(growing_document, "LONG_QUOTE", dice.choice((40, 1800)))
        monkeypatch.setattr(source_text, "MOST_LINES", dice.choice((1, 3, 50)))

        assert grown(text, dice, dice.choice((3, 7, 60, 1000))) == whole(text), (seed, text)


def test_a_long_poem_keeps_its_lines_wherever_it_is_cut() -> None:
    dice = random.Random(3)
    words = ["alpha", "beta", "**bold**", "`code`", "$x$", "12", "-", "3.", "end,", "of"]
    for _ in range(8):
        lines = ["A " + " ".join(dice.choices(words, k=dice.randint(2, 9))) for _ in range(dice.randint(60, 100))]
        text = "\n".join(lines) + "\n\nLast.\n"

        assert grown(text, dice, 400) == whole(text)


def test_a_table_that_was_cut_ends_where_the_next_begins() -> None:
    table = "| f | g |\n|---|---|\n" + "| 1 | 2 |\n" * 60 + "\n"
    dice = random.Random(1)

    assert grown(table * 3 + "Last.\n", dice, 50) == whole(table * 3 + "Last.\n")
