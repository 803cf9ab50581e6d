from __future__ import annotations

import pytest

from app.documents.blocks import Paragraph, TableRow
from app.documents.growing_document import GrowingDocument
from app.documents.html_writer import html_of
from app.documents.text_direction import runs_right_to_left


def runs_left(text: str) -> bool:
    document = GrowingDocument()
    document.append(text)
    document.finish()
    while document.advance() is not None:
        pass
    block = document.blocks[0]
    assert isinstance(block, Paragraph)
    return runs_right_to_left(block.text)


@pytest.mark.parametrize(
    "text",
    [
        "`./run.sh -v` ثم انتظر النتيجة حتى تظهر.",
        "$x^2$ هو مربع العدد.",
        "Google هي شركة كبيرة، وموقعها google.com.",
        "- אני בונה פרויקט חדש עם Next.js ו-TypeScript.",
        "`x` ثم ص",
        "https://a.example/x هو الموقع",
        "**`pip`** و `npm` أدوات",
        "42 هو الجواب",
        "# `git push` را اجرا کنید",
        "![صورة](https://a.example/x.png)",
    ],
)
def test_code_formulas_and_addresses_have_no_vote(text: str) -> None:
    assert runs_left(text)


@pytest.mark.parametrize(
    "text",
    ["The word שלום means peace.", "`شغل` runs it", "42", "", "$س$ is x", "Read [this](https://a.example/سلام) now"],
)
def test_a_text_of_latin_words_runs_to_the_right(text: str) -> None:
    assert not runs_left(text or "x")


def test_a_table_and_a_page_know_the_direction_of_each_cell() -> None:
    document = GrowingDocument()
    document.append("| الاسم | x |\n|---|---|\n| `x` ثم ص | 12 |\n")
    document.finish()
    while document.advance() is not None:
        pass
    row = document.blocks[1]

    assert isinstance(row, TableRow)
    assert [runs_right_to_left(cell) for cell in row.cells] == [True, False]
    assert '<p dir="rtl">' in html_of("`x` ثم ص")
    assert '<p dir="auto">' in html_of("plain")
