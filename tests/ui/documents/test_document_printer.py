"""What is printed is on paper once, in order, on as many pages as it takes; formulas are set, code keeps its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.fakes.pictures import png
from ui.documents.document_printer import DocumentPrinter, PrintedKind, PrintedPart
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.theme.fonts import load_text_fonts


@pytest.fixture
def typesetter() -> Iterator[FormulaTypesetter]:
    typesetter = FormulaTypesetter()
    yield typesetter
    typesetter.close()


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    return printer


def pages(qtbot: QtBot, printer: QPrinter, typesetter: FormulaTypesetter, parts: Sequence[PrintedPart]) -> list[str]:
    """Print, and return the text of each page with single spaces."""
    printing = DocumentPrinter(parts, printer, typesetter)
    with qtbot.waitSignal(printing.ended) as told:
        printing.start()
    assert told.args == [True]
    document = pypdfium2.PdfDocument(printer.outputFileName())
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def test_all_kinds_of_parts_are_on_one_page(qtbot: QtBot, printer: QPrinter, typesetter: FormulaTypesetter) -> None:
    answer = (
        "It is **so**: $x = \\sqrt2$ and\n\n$$\\int_0^1 f$$\n\n- one\n- two\n\n| a | b |\n|--|--|\n| c | d |\n\n"
        "```python\ndef f(x):\n    return x\n```\n"
    )
    parts = [
        PrintedPart(PrintedKind.TITLE, "Two trains"),
        PrintedPart(PrintedKind.NOTE, "Sunday"),
        PrintedPart(PrintedKind.PICTURE, image=QImage.fromData(png(40, 30, (250, 0, 0)))),
        PrintedPart(PrintedKind.QUESTION, "When do <b>they</b> meet?\n\nAnd **where**?"),
        PrintedPart(PrintedKind.ANSWER, answer),
    ]
    (page,) = pages(qtbot, printer, typesetter, parts)
    for words in (
        "Two trains Sunday When do <b>they</b> meet? And **where**?",
        "It is so:",
        "• one • two a b c d",
        "def f(x): return x",
    ):
        assert words in page
    assert "sqrt" not in page
    assert "int_0" not in page


def test_svg_is_printed_as_its_picture_and_what_may_not_be_drawn_as_its_source(
    qtbot: QtBot, printer: QPrinter, typesetter: FormulaTypesetter
) -> None:
    drawn = '```svg\n<svg viewBox="0 0 9 9"><rect width="9" height="9" fill="#c00"/></svg>\n```\n'
    refused = '```svg\n<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"><text>&a;</text></svg>\n```\n'

    (page,) = pages(qtbot, printer, typesetter, [PrintedPart(PrintedKind.ANSWER, f"{drawn}\n{refused}\nAfter.")])

    assert "After." in page
    assert page.count("<svg") == page.count("<!DOCTYPE") == 1
    document = pypdfium2.PdfDocument(printer.outputFileName())
    blue, green, red = document[0].render().to_numpy()[..., :3].astype(int).T
    document.close()
    assert (red - green - blue > 150).sum() > 1000


def test_signs_between_figures_can_be_copied_from_the_paper(
    qtbot: QtBot, printer: QPrinter, typesetter: FormulaTypesetter
) -> None:
    load_text_fonts()
    signs = "17 + 25 - 3 * (4) at 12:30 -> 42 => 6 x 7"
    parts = [PrintedPart(kind, signs) for kind in (PrintedKind.TITLE, PrintedKind.NOTE, PrintedKind.QUESTION)]
    parts.append(PrintedPart(PrintedKind.ANSWER, signs.replace("*", r"\*")))

    (page,) = pages(qtbot, printer, typesetter, parts)

    assert page.count(signs) == len(parts)


def test_a_long_answer_fills_pages_and_no_line_is_lost_or_doubled(
    qtbot: QtBot, printer: QPrinter, typesetter: FormulaTypesetter
) -> None:
    code = "".join(f"line_{number} = {number}\n" for number in range(150))
    words = " ".join(f"word{number}" for number in range(1500))
    parts = [
        PrintedPart(PrintedKind.QUESTION, "\n".join(f"ask{number}" for number in range(80))),
        PrintedPart(PrintedKind.ANSWER, f"# Head\n\n{words}\n\n```python\n{code}```\n\nEnd."),
    ]
    printed = pages(qtbot, printer, typesetter, parts)

    assert len(printed) > 5
    assert [page.split()[-1] for page in printed] == [str(number + 1) for number in range(len(printed))]
    everything = " ".join(page.rpartition(" ")[0] for page in printed).split()
    assert [one for one in everything if one.startswith("ask")] == [f"ask{number}" for number in range(80)]
    assert [one for one in everything if one.startswith("word")] == words.split()
    assert [one for one in everything if one.startswith("line_")] == [f"line_{number}" for number in range(150)]
    assert everything[-1] == "End."


def test_a_heading_stays_with_what_follows(qtbot: QtBot, printer: QPrinter, typesetter: FormulaTypesetter) -> None:
    sections = "".join(f"## Head{number}\n\nText{number} and more.\n\n" for number in range(60))
    for page in pages(qtbot, printer, typesetter, [PrintedPart(PrintedKind.ANSWER, sections)]):
        assert not page.split()[-2].startswith("Head")


def test_printing_can_be_stopped(qtbot: QtBot, printer: QPrinter, typesetter: FormulaTypesetter) -> None:
    parts = [PrintedPart(PrintedKind.ANSWER, "So it is. " * 200)] * 300
    printing = DocumentPrinter(parts, printer, typesetter)
    with qtbot.waitSignal(printing.progressed):
        printing.start()
    ended: list[bool] = []
    printing.ended.connect(ended.append)
    printing.cancel()
    qtbot.wait(50)
    assert ended == []


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\)", extend=True)
def test_a_printer_that_cannot_be_used_is_told(qtbot: QtBot, printer: QPrinter, typesetter: FormulaTypesetter) -> None:
    printer.setOutputFileName("/nowhere/at/all.pdf")
    printing = DocumentPrinter([PrintedPart(PrintedKind.ANSWER, "So.")], printer, typesetter)
    with qtbot.waitSignal(printing.ended) as told:
        printing.start()
    assert told.args == [False]
