"""Tables share the width there is, and keep words whole while that is possible."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.documents.conftest import ShowDocument
from ui.documents.document_links import DocumentMenu

TAGS = (
    "| way | finds a tag | keeps order | integrity | best for |\n|---|:---:|:---:|:---:|---|\n"
    "| comma-separated text | slow | yes | none | a handful of rows |\n"
    "| JSON array | with `json_each` | yes | weak | tags that travel with the row |\n"
    "| table of its own | by index | with a column | foreign keys | everything else |\n"
)
LIST_OR_TUPLE = "| a | b |\n|---|---|\n| `list` | yes |\n| `tuple` | no |\n"


@pytest.mark.parametrize(("table", "word"), [(TAGS, "json_each"), (LIST_OR_TUPLE, "tuple")])
def test_a_word_stays_whole_in_its_cell(show_document: ShowDocument, table: str, word: str) -> None:
    view = show_document(f"{table}\n`{word}`\n")
    view.resize(545, view.height())

    view.find(word)

    assert view.hit_count == 2
    assert abs(view.hit_rect(0).width() - view.hit_rect(1).width()) <= 1  # pixels are whole


def test_a_table_whose_words_fit_is_not_scrolled(show_document: ShowDocument) -> None:
    view = show_document(TAGS)
    view.resize(545, view.height())
    view.find("slow")
    before = view.hit_rect(0).left()

    QTest.keyClick(view, Qt.Key.Key_Right)

    assert view.hit_rect(0).left() == before


ARABIC = "| النوع | يتغير |\n|---|---|\n| `list` | نعم |\n| `tuple` | لا |\n"


def test_a_table_in_arabic_begins_at_the_right(show_document: ShowDocument) -> None:
    view = show_document(ARABIC)
    view.resize(545, view.height())

    def left_of(word: str) -> float:
        view.find(word)
        return view.hit_rect(0).left()

    assert left_of("list") > left_of("نعم") > 545 / 2
    view.find("list")
    first = view.hit_rect(0).right()
    view.find("tuple")
    assert view.hit_rect(0).right() == first  # cells in Latin letters stand at the right of their column, too


def test_a_wide_table_in_arabic_shows_its_first_column_first(show_document: ShowDocument) -> None:
    wide = " | ".join(["النوع", *("طويل" * 6 for _ in range(8))])
    view = show_document(f"| {wide} |\n{'|---' * 9}|\n| {wide} |\n")
    view.resize(400, view.height())
    view.find("النوع")
    before = view.hit_rect(0)

    assert 0 <= before.left() < before.right() <= 400
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.hit_rect(0).left() > before.left()


def test_a_table_is_copied_for_other_programs_and_nothing_in_it_is_computed(
    show_document: ShowDocument, qtbot: QtBot
) -> None:
    table = "| what | sum |\n|---|---|\n| a, *b* | -5 |\n| =HYPERLINK(1) | $x^2$ |\n"
    view = show_document(f"before\n\n{table}\nafter\n")
    QGuiApplication.clipboard().clear()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    QGuiApplication.sendEvent(view, event)
    (menu,) = view.findChildren(DocumentMenu)
    copied = {}
    for action in menu.actions():
        if action.text().startswith("Copy table"):
            action.trigger()
            copied[action.text()] = QGuiApplication.clipboard().text()
    menu.close()

    assert copied["Copy table as CSV"].splitlines() == ["what,sum", '"a, b",-5', "=HYPERLINK(1),$x^2$"]
    assert copied["Copy table for a spreadsheet"] == "what\tsum\na, b\t-5\n'=HYPERLINK(1)\t$x^2$"
