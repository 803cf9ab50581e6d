from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from app.documents.blocks import Block, CodePart, FormulaBlock, Paragraph, TableRow
from app.documents.growing_document import GrowingDocument

_NESTED = "Intro\n\n1. First\n" + "".join(
    f"   - sub {n} that goes on\n\n     more {n}\n\n     ```py\n     x={n}\n     ```\n" for n in range(30)
)
TEXTS = {
    "list": "".join(f"{n}. item **bold** {n}\n   - sub\n" for n in range(1, 60)) + "\nEnd\n",
    "nested": _NESTED + "2. second\n3. third\n\n   inner\nlazy\n\nEnd.\n",
    "deep": "".join("  " * min(n, 8) + f"- level {n} words words words words\n" for n in range(120)) + "\nEnd\n",
    "quote": "".join(f"> para {n}\n>\n" for n in range(120)) + "\nEnd\n",
    "table": "| a | b |\n|---|:-:|\n" + "".join(f"| {n} | x{n} |\n" for n in range(60)) + "\nEnd\n",
    "fence": "```python\n" + "".join(f"    x = {n}\n" for n in range(100)) + "```\nEnd\n",
    "fence in an item": "- item\n\n  ```python\n" + "".join(f"      x = {n}\n" for n in range(100)) + "  ```\n- next\n",
    "late definitions": "See [the page][a] and [b].\n\nMore.\n\n[a]: https://a.example\n[b]: https://b.example\n",
    "headings": "# A\n\nText\n===\n\nmore\n---\n\n***\n\n    code\n\n    more\n\n~~~\nopen",
    "formulas": "Let\n\\[\nx = 1\n\\]\nand $$y$$ in it\n\n$$\nz\n$$\n\n- a\n\n  $$\n  w\n  $$\n\nEnd\n",
    "environment": "So\n\n\\begin{align}\na &= b\n\\end{align}\n",
}


def read(text: str, step: int) -> list[Block]:
    document = GrowingDocument()
    blocks: list[Block] = []
    for at in range(0, len(text), step):
        document.append(text[at : at + step])
        _advance(document, blocks)
    document.finish()
    _advance(document, blocks)
    assert blocks == list(document.blocks)
    assert document.markdown() == text
    return blocks


def _advance(document: GrowingDocument, blocks: list[Block]) -> None:
    while (change := document.advance()) is not None:
        blocks[change.first :] = change.blocks


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("step", [1, 7, 211])
def test_a_text_reads_the_same_however_it_comes(name: str, step: int) -> None:
    assert read(TEXTS[name], step) == read(TEXTS[name], 10**9)


@settings(max_examples=60)
@given(st.text(alphabet="ab \n-*>`$#|1.[]()\\_~:", max_size=120), st.integers(1, 9))
def test_no_text_stops_the_reading_and_its_letters_stay(text: str, step: int) -> None:
    blocks = read(text, step)

    letters = [c for c in text if c in "a"]
    if not any(mark in text for mark in "[]|$\\`~"):
        assert sum(str(block).count("a") > 0 for block in blocks) > 0 or not letters


def test_settled_blocks_are_never_given_again() -> None:
    document = GrowingDocument()
    firsts: list[int] = []
    for number in range(200):
        document.append(f"{number + 1}. item with some words\n")
        while (change := document.advance()) is not None:
            firsts.append(change.first)
            assert len(change.blocks) <= 4

    assert firsts == sorted(firsts)
    assert firsts[-1] > 190


def test_numbers_of_a_list_go_on_where_it_was_cut() -> None:
    blocks = read("".join("1. again\n" for _ in range(30)), 5)

    assert [block.levels[0].marker for block in blocks] == [f"{n}." for n in range(1, 31)]


def test_an_unclosed_fence_of_any_length_is_code() -> None:
    blocks = read("```js\n" + "let a = 1;\n" * 5000, 3000)

    assert all(isinstance(block, CodePart) for block in blocks)
    assert sum(block.code.count("let a") for block in blocks if isinstance(block, CodePart)) == 5000


def test_a_line_of_enormous_length_keeps_every_letter() -> None:
    line = "word " * 60_000

    blocks = read(line, 10**9)

    assert "".join(block.text.text for block in blocks if isinstance(block, Paragraph)) == line.rstrip()


def test_fifty_thousand_markers_in_one_line_are_text() -> None:
    line = "- " * 50_000 + "end"

    blocks = read(line, 10**9)

    assert "".join(block.text.text for block in blocks if isinstance(block, Paragraph)) == line


def test_a_table_of_ten_thousand_cells_has_all_its_rows() -> None:
    row = "|" + " c |" * 10 + "\n"

    blocks = read(row + "|" + "---|" * 10 + "\n" + row * 1000, 10**9)

    assert [block.row for block in blocks if isinstance(block, TableRow)] == list(range(1001))


def test_an_open_formula_is_open_until_its_end_comes() -> None:
    document = GrowingDocument()
    document.append("$$\nx = 1\n")
    document.advance()
    opened = document.blocks[-1]
    document.append("$$\n")
    document.advance()

    assert isinstance(opened, FormulaBlock)
    assert opened.is_open
    closed = document.blocks[-1]
    assert isinstance(closed, FormulaBlock)
    assert not closed.is_open


def test_a_document_that_is_read_again_never_shrinks_meanwhile() -> None:
    text = "".join(f"Paragraph {n} with [a link][l] and words.\n\n" for n in range(300)) + "[l]: https://l.example\n"
    document = GrowingDocument()
    blocks: list[Block] = []
    document.append(text)
    document.finish()
    lengths: list[int] = []
    while (change := document.advance()) is not None:
        blocks[change.first :] = change.blocks
        lengths.append(len(blocks))

    assert lengths == sorted(lengths)
    assert lengths[-1] == 300
    assert all(isinstance(block, Paragraph) and block.text.spans[0].target == "https://l.example" for block in blocks)


def test_a_list_after_code_begins_with_its_own_number() -> None:
    text = "1. " + "long words " * 160 + "\n\n   more\n2. next\n\n```py\nx\n```\n\n1. anew\n2. on\n"

    markers = [block.levels[0].marker for block in read(text, 40) if block.levels and block.levels[0].is_first]

    assert markers == ["1.", "2.", "1.", "2."]
