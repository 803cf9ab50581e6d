"""A paragraph that is cut for its length reads, wraps, selects, is found and copied as one."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.documents.growing_document import GrowingDocument
from tests.ui.documents.conftest import ShowDocument
from tests.ui.window_actions import double_click
from ui.documents.document_layout import DocumentLayout
from ui.documents.document_style import DocumentStyle
from ui.documents.document_view import DocumentView
from ui.theme.colours import LIGHT
from ui.theme.fonts import TEXT_SIZE_PX

PROSE = " ".join(f"The train of {n % 24}:{n % 60:02} takes {n * 7} people along the coast, slowly." for n in range(120))
HEBREW = " ".join(f"הרכבת של {n} יוצאת לאט לאורך החוף." for n in range(200))
WIDTH = 500
STYLE = DocumentStyle(LIGHT, TEXT_SIZE_PX)
_KERNING_PX = 1.0
"""Letters on both sides of a cut do not move closer together."""


def layout_of(text: str, *, width: float = WIDTH, step: int = 10**9, style: DocumentStyle = STYLE) -> DocumentLayout:
    document = GrowingDocument()
    layout = DocumentLayout(style, None)
    for at in range(0, len(text), step):
        document.append(text[at : at + step])
        _take(document, layout)
    document.finish()
    _take(document, layout)
    layout.set_width(width)
    while not layout.is_complete:
        layout.lay_out_more(lambda: False)
    return layout


def _take(document: GrowingDocument, layout: DocumentLayout) -> None:
    while (change := document.advance()) is not None:
        layout.replace(change.first, change.blocks)


def lines_of(layout: DocumentLayout) -> list[str]:
    """Return what stands on each line of the screen, whatever boxes it comes from."""
    lines: dict[int, str] = {}
    for index, box in enumerate(layout.boxes):
        text = box.text
        for at in range(len(text)):
            (place,) = box.rectangles(at, at + 1)
            y = round(layout.top(index) + place.center().y())
            lines[y] = lines.get(y, "") + text[at]
    return [lines[y].rstrip() for y in sorted(lines)]


def are_full(lines: list[str], text: str, width: float) -> bool:
    """Whether each line holds as many words as it has room for: what a paragraph in one piece looks like."""
    metrics = QFontMetricsF(STYLE.text_font())
    at = 0
    for line, following in itertools.pairwise(lines):
        at = text.index(following[:40], at + len(line))
        word = following.split(" ")[0] if text[at - 1] == " " else following[0]
        joint = " " if text[at - 1] == " " else ""
        wide, wider = (metrics.horizontalAdvance(shown) for shown in (line, line + joint + word))
        if not wide - _KERNING_PX < width < wider + _KERNING_PX:
            return False
    return True


@pytest.mark.parametrize("width", [WIDTH, 320, 713])
@pytest.mark.parametrize("text", [PROSE, HEBREW, "word" * 3000], ids=["prose", "Hebrew", "without a space"])
def test_lines_break_as_in_one_piece(text: str, width: float, qtbot: QtBot) -> None:
    layout = layout_of(text, width=width)

    assert len(layout.boxes) > 2
    lines = lines_of(layout)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert are_full(lines, text, width)


def test_lines_stand_at_even_distances(qtbot: QtBot) -> None:
    layout = layout_of(PROSE)
    baselines = sorted(
        {
            round(layout.top(index) + place.bottom())
            for index, box in enumerate(layout.boxes)
            for place in box.rectangles(0, len(box.text))
        }
    )

    steps = {below - above for above, below in itertools.pairwise(baselines)}
    assert max(steps) - min(steps) <= 1
    assert abs(layout.height - len(baselines) * TEXT_SIZE_PX * 1.5) < 2


def test_a_streamed_paragraph_ends_as_high_as_a_whole_one(qtbot: QtBot) -> None:
    assert layout_of(PROSE, step=11).height == pytest.approx(layout_of(PROSE).height)


def test_what_is_laid_out_from_the_middle_is_right_in_the_end(qtbot: QtBot) -> None:
    layout = layout_of(PROSE)
    layout.set_width(413)
    layout.lay_out_between(layout.height * 0.7, layout.height * 0.8)
    while not layout.is_complete:
        layout.lay_out_more(lambda: True)

    assert are_full(lines_of(layout), PROSE, 413)


def test_every_place_leads_to_its_own_letter(qtbot: QtBot) -> None:
    layout = layout_of(PROSE)
    for index, box in enumerate(layout.boxes[1:], 1):
        first = box.rectangles(0, 1)[0].translated(layout.origin(index)).center()
        before = layout.boxes[index - 1]
        last = before.rectangles(len(before.text) - 2, len(before.text) - 1)[0]
        assert layout.index_under(first) == index
        assert layout.index_under(last.translated(layout.origin(index - 1)).center()) == index - 1


def test_all_of_it_is_copied_once(show_document: ShowDocument) -> None:
    view = show_document(f"Before.\n\n{PROSE}\n\nAfter.")
    view.select_all()
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    assert view.selected_text(as_markdown=False) == f"Before.\n\n{PROSE}\n\nAfter"
    assert view.selected_text(as_markdown=True) == f"Before.\n\n{PROSE}\n\nAfter"


def test_a_third_click_takes_the_whole_paragraph(show_document: ShowDocument) -> None:
    view = show_document(PROSE)
    place = QPoint(20, view.heightForWidth(view.width()) // 2)

    double_click(view, place)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)

    assert view.selected_text(as_markdown=False) == PROSE
    assert view.selected_text(as_markdown=True) == PROSE


def cut_of(view: DocumentView) -> int:
    document = GrowingDocument()
    document.append(view.markdown())
    document.finish()
    while document.advance() is not None:
        pass
    return len(document.blocks[0].text.text)  # type: ignore[attr-defined]  # all are paragraphs


def test_words_on_both_sides_of_the_cut_are_found(show_document: ShowDocument) -> None:
    view = show_document(PROSE)
    cut = cut_of(view)
    words = PROSE[cut - 12 : cut + 12]

    assert view.find(words) == PROSE.count(words) >= 1
    assert view.hit_rect(0).height() < 40


def test_the_cursor_goes_down_line_by_line(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document(PROSE, width=WIDTH)
    view.setFocus()
    lines = lines_of(layout_of(PROSE))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(0, 8))
    for count in range(1, len(lines)):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        selected = view.selected_text(as_markdown=False)
        assert selected.split() == " ".join(lines[:count]).split(), count
    for count in range(len(lines) - 2, 0, -1):
        QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        selected = view.selected_text(as_markdown=False)
        assert selected.split() == " ".join(lines[:count]).split(), count


def test_a_high_formula_behind_the_cut_has_room(show_document: ShowDocument, qtbot: QtBot) -> None:
    head = "word " * 359 + "end. "
    plain = show_document(head + "then x and " + "more " * 100, width=WIDTH)
    high = show_document(head + r"$\dfrac{\dfrac{a}{b}}{\dfrac{c}{d}}$ and " + "more " * 100, width=WIDTH)

    qtbot.waitUntil(lambda: not high.is_behind)
    line = QFontMetricsF(STYLE.text_font()).height()
    qtbot.waitUntil(lambda: high.heightForWidth(WIDTH) > plain.heightForWidth(WIDTH) + line / 2)
