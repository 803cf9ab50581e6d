"""Reading loosely written text: what is rendered, what stays text, and that nothing is ever lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings, strategies as st

from app.documents.blocks import CodePart, FormulaBlock, Paragraph, TableRow
from app.documents.rich_text import SpanStyle
from app.documents.verbatim_document import VerbatimBlock, VerbatimDocument, source_range


def read(text: str) -> list[VerbatimBlock]:
    document = VerbatimDocument()
    document.append(text)
    document.finish()
    while document.is_behind:
        document.advance()
    return document.blocks


def shown(text: str) -> list[str]:
    """Return what is shown: text as it is, code after its language, formulas in double angle brackets."""
    lines = []
    for block in (found.block for found in read(text)):
        match block:
            case Paragraph():
                pieces = list(block.text.text)
                for span in block.text.spans:
                    if span.style & SpanStyle.FORMULA:
                        pieces[span.start] = f"«{span.target}»"
                lines.append("".join(pieces))
            case CodePart():
                lines.append(f"{block.language}: {block.code}")
            case FormulaBlock():
                lines.append(f"«« {block.latex} »»")
            case TableRow():
                lines.append(" ¦ ".join(cell.text for cell in block.cells))
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\n two\n\nthree", ["one", " two", "three"]),
        ("so $x^2 = 4$ holds", ["so «x^2 = 4» holds"]),
        ("it costs $5 and $6 there", ["it costs $5 and $6 there"]),
        ("US$5, or $7.50 - $8.00 for two", ["US$5, or $7.50 - $8.00 for two"]),
        (r"so \(a\) and \[b\]", ["so «a» and «b»"]),
        ("see:\n$$\na + b\n$$\nso", ["see:", "«« a + b »»", "so"]),
        (r"\[ a + b \].", [r"«« a + b »»"]),
        ("thus: \\[\n a + b\n\\]\nand", ["thus: ", "«« a + b »»", "and"]),
        ("is $$a$$ and $$\nb\n$$.", ["is «a» and ", "«« b »»"]),
        ("is $$a$$ and\n$$b$$ so", ["is «a» and", "«b» so"]),
        ("open \\[ and\n\nnever \\]", ["open \\[ and", "never \\]"]),
        ("  \\[\n  a\n\n  b \\]", ["  \\[", "  a", "  b \\]"]),
        (r"\begin{align}a &= b\end{align}", [r"«« \begin{align}a &= b\end{align} »»"]),
        ("the `x $y$ z` of it", ["the x $y$ z of it"]),
        ("so ``two ` in`` it and ` alone", ["so two ` in it and ` alone"]),
        (r"a price of \$5 and x$", [r"a price of \$5 and x$"]),
        ("try:\n```python\nx = 1\n\n  y\n```\ndone", ["try:", "python: x = 1\n\n  y", "done"]),
        ("- so\n  ```\n  code\n  ```", ["- so", ":   code"]),
        ("~~~ js\n```\n~~~", ["js: ```"]),
        ("```python\nnever closed\n$x$ **bold** - list", ["```python", "never closed", "«x» bold - list"]),
        (
            "so:\n| a | **b** |\n|---|:-:|\n| 1 |\n|| 2 | 3 |\n|x| is\n|x|\n\n| no |\n| - | - |",
            ["so:", "a ¦ b", "1 ¦ ", " ¦ 2 | 3", "x ¦ is", "x ¦ ", "| no |", "| - | - |"],
        ),
        ("### Step **two *of* 3**: $x$\n## \n#no", ["Step two of 3: «x»", "## ", "#no"]),
        ("**Step `a*b`:** $x$, ***so*** *it* is **你好**吗", ["Step a*b: «x», so it is 你好吗"]),
        (
            "2*3*4, a*b*c, x**2 + y**2, 5 * 3, *args, **kw, \\*so\\*",
            ["2*3*4, a*b*c, x**2 + y**2, 5 * 3, *args, **kw, \\*so\\*"],
        ),
        ("```py\nnot closed\n```js\ncode\n```", ["```py", "not closed", "js: code"]),
        ("```\n```", [": "]),
        (
            "* one\n1. two\n# three\n> four\n| a | b |\n---",
            ["* one", "1. two", "# three", "> four", "| a | b |", "---"],
        ),
    ],
)
def test_code_and_formulas_are_found_and_all_else_stays_as_it_was_written(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_a_turn_of_the_thought_is_marked_at_the_beginning_of_a_line_only() -> None:
    (first, second) = read("Wait, no.\nNo. Wait, yes.")

    assert isinstance(first.block, Paragraph)
    assert isinstance(second.block, Paragraph)
    assert [(span.start, span.length, span.style) for span in first.block.text.spans] == [
        (0, 5, SpanStyle.SECOND_THOUGHT)
    ]
    assert second.block.text.spans == ()


def test_lines_are_counted_as_the_times_of_paragraphs_are() -> None:
    blocks = read("one\n\ntwo\n```\na\n\nb\n```\n \nlast")

    assert [(block.line) for block in blocks] == [0, 1, 2, 7]


PARTS = st.sampled_from(
    ["$", "$$", "`", "```", "```py", "~~~", "\n", "\n\n", "x", " ", "5", r"\[", r"\]", r"\(", r"\)", "Wait, ",
     "é🤔", "\\", "\r", "\u2029", "\ufffc", r"\begin{align}", r"\end{align}", "a = b", "    ", "word " * 30,
     "word " * 200, "x" * 790, "row\n" * 45, "\n```\n", "\n\\[", "*", "**", "***", "是", "\n## ", "|",
     "\n| a | b |", "\n|---|--:|\n", "\n| 1 | "]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PARTS, max_size=80), st.integers(1, 9))
def test_a_text_that_came_in_pieces_reads_as_one_that_came_at_once(parts: list[str], count: int) -> None:
    text = "".join(parts)
    document = VerbatimDocument()
    told: list[object] = []
    for at in range(0, len(parts), count):
        document.append("".join(parts[at : at + count]))
        if at % 2:
            document.finish()
        while (change := document.advance()) is not None:
            told[change.first :] = change.blocks
        assert told == [block.block for block in document.blocks]
    document.finish()
    while document.advance() is not None:
        pass

    assert document.blocks == read(text)


@settings(max_examples=300)
@given(st.lists(PARTS, max_size=60).map("".join))
def test_every_character_is_accounted_for_and_every_selection_is_a_part_of_the_text(text: str) -> None:
    blocks = read(text)
    at = 0
    for block in blocks:
        for piece in block.pieces:
            assert text[at : piece.outer_start].strip() == ""
            assert piece.outer_start <= piece.inner_start <= piece.inner_end <= piece.outer_end
            if isinstance(block.block, Paragraph) and not piece.is_whole:
                assert piece.end - piece.start == piece.inner_end - piece.inner_start
            at = piece.outer_end
    assert text[at:].strip() == ""
    if blocks:
        whole = source_range(blocks, (0, 0), (len(blocks) - 1, blocks[-1].pieces[-1].end))
        if len([piece for block in blocks for piece in block.pieces]) > 1 and blocks[0].pieces[0].region < 0:
            assert text[slice(*whole)].strip() == text.strip()


def test_marks_are_copied_only_with_what_is_beyond_them() -> None:
    text = "see `code` and\n```py\nx = 1\n```\nend"
    blocks = read(text)

    def copied(start: tuple[int, int], end: tuple[int, int]) -> str:
        return text[slice(*source_range(blocks, start, end))]

    assert copied((0, 4), (0, 8)) == "code"
    assert copied((0, 0), (0, 8)) == "see `code`"
    assert copied((0, 4), (0, 9)) == "`code` "
    assert copied((1, 0), (1, 5)) == "x = 1"
    assert copied((0, 9), (1, 5)) == "and\n```py\nx = 1\n```"
    assert copied((1, 0), (2, 3)) == "```py\nx = 1\n```\nend"
    assert copied((1, 2), (2, 3)) == "= 1\n```\nend"


def test_a_formula_is_copied_whole_with_its_signs() -> None:
    text = "so $a+b$ is"
    blocks = read(text)

    assert text[slice(*source_range(blocks, (0, 3), (0, 4)))] == "$a+b$"
    assert text[slice(*source_range(blocks, (0, 0), (0, 4)))] == "so $a+b$"


def test_long_lines_and_long_code_come_in_pieces_that_are_quickly_laid_out() -> None:
    line = "word and $x$ or `code` " * 2000
    blocks = read(line + "\n```\n" + "print()\n" * 500 + "```")

    assert all(len(block.block.text.text) <= 2600 for block in blocks if isinstance(block.block, Paragraph))
    assert all(block.block.code.count("\n") <= 40 for block in blocks if isinstance(block.block, CodePart))
    assert [block.block.is_continued for block in blocks if isinstance(block.block, Paragraph)][:2] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "$" * 100_000,
        "`" * 100_000,
        "``` `" * 20_000,
        "```py\n" * 20_000,
        "````\n```\n" * 10_000,
        "\\[" * 50_000,
        "$x " * 30_000,
        "`a " * 30_000,
        "*a **b " * 5_000,
        "$$\n" * 30_000,
        "\\begin{align} " * 8_000,
        "```" + " " * 100_000 + "x",
        "x" * 500_000,
        "\n" * 200_000,
        " " * 200_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_no_text_takes_long_and_no_step_does(text: str) -> None:
    document = VerbatimDocument()
    document.append(text)
    document.finish()
    begin = time.process_time()
    longest = 0.0
    while document.is_behind:
        step = time.process_time()
        document.advance()
        longest = max(longest, time.process_time() - step)

    assert longest < 1.0  # 0.04 s here; what grows with the square takes tens of seconds
    assert time.process_time() - begin < 5
