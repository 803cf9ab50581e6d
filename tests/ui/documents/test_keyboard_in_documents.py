from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.documents.conftest import ShowDocument
from ui.documents.document_view import DocumentView
from ui.documents.formula_typesetter import FormulaKey, FormulaTypesetter

LINKS = (
    "See [one](https://a.example/1) and [two](https://a.example/2).\n\n[no](javascript:x)\n\nAlso <https://b.example>."
)
WIDE = "|" + " a wide column |" * 30 + "\n|" + "---|" * 30 + "\n|" + " some words here |" * 30 + "\n"
LATEX = " + ".join(f"\\frac{{a_{{{n}}}}}{{b_{{{n}}}}}" for n in range(30))


def left_edge(view: DocumentView) -> int:
    """Return where the first hit stands: it moves with what is scrolled."""
    return view.hit_rect(0).left()


def test_tab_goes_through_the_links_and_enter_tells_of_them(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document(LINKS)
    view.setFocus()
    told: list[str] = []
    view.link_activated.connect(told.append)

    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        assert view.accessibleName().startswith("Link: ")
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert told == ["https://a.example/1", "https://a.example/2", "https://b.example"]
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.accessibleName() == "Answer"


def test_a_wide_table_is_scrolled_by_the_arrow_keys(show_document: ShowDocument) -> None:
    view = show_document(WIDE)
    view.find("some words")
    before = left_edge(view)

    QTest.keyClick(view, Qt.Key.Key_Right)

    assert left_edge(view) < before
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert left_edge(view) == before


def test_the_bar_of_a_wide_table_can_be_dragged(show_document: ShowDocument) -> None:
    view = show_document(WIDE)
    view.find("some words")
    before = left_edge(view)
    grip = QPoint(20, view.heightForWidth(view.width()) - 4)

    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(view, grip + QPoint(200, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=grip + QPoint(200, 0))

    assert left_edge(view) < before - 200
    assert not view.has_selection()


def test_keys_move_nothing_where_everything_fits(show_document: ShowDocument) -> None:
    view = show_document("| a |\n|---|\n| some words |\n")
    view.find("some words")
    before = left_edge(view)

    QTest.keyClick(view, Qt.Key.Key_Right)

    assert left_edge(view) == before


def test_a_formula_too_wide_for_the_column_can_be_scrolled(
    show_document: ShowDocument, typesetter: FormulaTypesetter, qtbot: QtBot
) -> None:
    view = show_document(f"$${LATEX}$$\n")
    qtbot.waitUntil(lambda: typesetter.is_known(FormulaKey(LATEX, True)))
    assert typesetter.formula(FormulaKey(LATEX, True)) is not None
    qtbot.waitUntil(lambda: not view.is_behind)
    qtbot.wait(50)
    start = view.grab().toImage()

    QTest.keyClick(view, Qt.Key.Key_Right)

    assert view.grab().toImage() != start


def test_everything_is_selected_also_what_is_read_later(show_document: ShowDocument, qtbot: QtBot) -> None:
    text = "A paragraph.\n\n" * 3000 + "The end."
    view = show_document()
    view.set_markdown(text)
    assert view.is_behind

    view.select_all()
    view.find("The end")
    qtbot.waitUntil(lambda: not view.is_behind)

    assert view.selected_text(as_markdown=True) == text
    assert view.selected_text(as_markdown=False).endswith("The end.")
    assert view.hit_count == 1
