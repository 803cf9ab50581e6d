from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.documents.growing_document import GrowingDocument
from tests.ui.documents.conftest import ShowDocument
from ui.documents.code_box import CodeBox
from ui.documents.code_colours import CodeColours
from ui.documents.code_headers import CodeHeader
from ui.documents.code_highlighter import CodeHighlighter
from ui.documents.document_layout import DocumentLayout
from ui.documents.document_style import DocumentStyle
from ui.documents.verbatim_view import VerbatimView
from ui.theme.colours import DARK, LIGHT, Colours
from ui.theme.theme import Theme

CODE = "def f():\n    return 'a long line " + "x " * 100 + "'\n"
BLOCK = f"```python\n{CODE}```\n"


def test_code_that_streams_in_is_coloured_from_its_beginning(theme: Theme) -> None:
    layout = DocumentLayout(DocumentStyle(theme.colours, 16), None)
    layout.set_width(600)
    document = GrowingDocument()
    document.append('```python\ntext = """\n' + "if it is said for 12 of them\n" * 200)
    while document.is_behind:
        change = document.advance()
        if change is not None:
            layout.replace(change.first, change.blocks)
    boxes = [box for box in layout.boxes if isinstance(box, CodeBox)]
    highlighter = CodeHighlighter(layout.code_of)

    highlighter.want(boxes[-1])
    while highlighter.is_behind:
        highlighter.step(lambda: False)

    assert len(boxes) > 3
    string = CodeColours.of(theme.colours).string
    assert {colour.colour for box in boxes[1:] for colour in box.colours} == {string}


def luminance(colour: str) -> float:
    shown = QColor(colour)
    parts = (shown.redF(), shown.greenF(), shown.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_code_can_be_read(colours: Colours) -> None:
    code = CodeColours.of(colours)
    for name in ("comment", "keyword", "string", "number", "function", "type_name", "attribute", "inserted", "deleted"):
        high, low = sorted((luminance(getattr(code, name)), luminance(code.ground)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, name


def button(show_document: ShowDocument, qtbot: QtBot, name: str) -> tuple[object, QPushButton]:
    view = show_document(BLOCK)
    qtbot.waitUntil(lambda: bool(view.findChildren(CodeHeader)))
    found = next(b for b in view.findChildren(QPushButton) if b.text() == name)
    return view, found


def test_the_button_copies_the_code_alone(show_document: ShowDocument, qtbot: QtBot) -> None:
    _view, copy = button(show_document, qtbot, "Copy")

    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == CODE.removesuffix("\n")
    assert copy.text() == "Copied"


def test_the_code_is_saved_as_a_file_of_its_language(
    show_document: ShowDocument, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def chosen(_window: object, _title: str, name: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "there" / "f.py" if len(asked) > 1 else tmp_path / "f.py"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    _view, save = button(show_document, qtbot, "Save")

    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert Path(asked[0]).name == "code.py"
    assert (tmp_path / "f.py").read_text() == CODE.removesuffix("\n")

    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert Path(asked[1]).parent == tmp_path, "the next dialog begins where the last one was"
    assert save.text() == "Not saved", "that folder is not there"
    assert "f.py cannot be written" in save.toolTip()


def test_wrapped_code_is_higher(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document(BLOCK)
    qtbot.waitUntil(lambda: bool(view.findChildren(CodeHeader)))
    before = view.heightForWidth(640)
    wrap = next(b for b in view.findChildren(QPushButton) if b.text() == "Wrap")

    QTest.mouseClick(wrap, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: view.heightForWidth(640) > before)


def test_the_buttons_of_code_have_names_and_tooltips(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document(BLOCK)
    qtbot.waitUntil(lambda: bool(view.findChildren(CodeHeader)))

    for found in view.findChildren(QPushButton):
        assert found.accessibleName()
        assert found.toolTip()
        assert found.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_link_is_told_and_not_opened(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document("[a page](https://a.example/x)")
    place = next(QPoint(x, 10) for x in range(2, 60, 4) if view.rect().contains(QPoint(x, 10)))

    with qtbot.waitSignal(view.link_activated) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place + QPoint(6, 0))

    assert told.args == ["https://a.example/x"]


def test_dragging_selects_across_blocks(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document("First paragraph.\n\nSecond paragraph.\n\nThird.")

    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(0, 10))
    QTest.mouseMove(view, QPoint(630, 46))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(630, 46))

    assert view.selected_text(as_markdown=False) == "First paragraph.\n\nSecond paragraph."


def test_keys_select_and_copy_everything(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document("A **bold** word.\n\n- one\n- two")
    view.setFocus()

    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "A bold word.\n\n• one\n• two"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.has_selection()


def test_a_part_of_a_paragraph_is_copied_with_its_marks(show_document: ShowDocument) -> None:
    view = show_document("A **bold** word and `code`.")
    view.select_all()

    assert view.selected_text(as_markdown=True) == "A **bold** word and `code`."


def test_restyling_reads_nothing_again(show_document: ShowDocument) -> None:
    view = show_document("# Title\n\nText.")
    before = view.plain_text()

    view.restyle()

    assert view.plain_text() == before


def test_buttons_of_what_a_tool_was_asked_show_under_the_pointer_and_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    view = VerbatimView("Thought")
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.set_markdown("```asked\nx: 1\n```\n\nSo much.")
    view.show()
    qtbot.waitUntil(lambda: bool(view.findChildren(CodeHeader)))
    copy = next(b for b in view.findChildren(QPushButton) if b.text() == "Copy")
    for y, rests in ((190, True), (40, False), (190, True)):
        QTest.mouseMove(view, QPoint(60, y))
        assert copy.property("rests") is rests
        assert copy.isVisible(), "Tab reaches it"
