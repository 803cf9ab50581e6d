from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widgets.flowing_text import FlowingText
from ui.widgets.tall_text import TallText

UNBROKEN = "so the second train gains forty kilometres in an hour and " * 200


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> FlowingText:
    view = FlowingText()
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    return view


@pytest.mark.parametrize("step", [1, 7, 300, 100_000])
@pytest.mark.parametrize(
    "text",
    ["", "one line", "\n\nempty lines\n\n\nbetween and after\n\n", UNBROKEN, f"{UNBROKEN}\n{UNBROKEN}", "x" * 5000],
)
def test_the_text_is_what_was_given_however_it_came_in_pieces(view: FlowingText, text: str, step: int) -> None:
    for start in range(0, len(text), step):
        view.append_text(text[start : start + step])

    assert view.text() == text


def test_an_unbroken_paragraph_is_laid_out_in_pieces_that_stay_short(view: FlowingText) -> None:
    for start in range(0, len(UNBROKEN), 40):
        view.append_text(UNBROKEN[start : start + 40])

    block = view.document().firstBlock()
    lengths = []
    while block.isValid():
        lengths.append(block.length())
        block = block.next()
    assert max(lengths) < 1500
    assert len(lengths) > 5


def test_copied_text_does_not_show_where_a_paragraph_was_cut(view: FlowingText) -> None:
    view.append_text(f"{UNBROKEN}\n\nThe end.")

    view.selectAll()
    view.copy()

    assert QGuiApplication.clipboard().text() == f"{UNBROKEN}\n\nThe end."


def test_what_is_selected_behind_an_emoji_is_what_is_copied(view: FlowingText) -> None:
    view.append_text("A train 🚄🚄 and the end.")
    found = view.document().find("the end")

    view.setTextCursor(found)
    view.copy()

    assert QGuiApplication.clipboard().text() == "the end"
    assert view.source_position(found.selectionStart()) == len("A train 🚄🚄 and ")


def test_line_ends_of_other_systems_and_paragraph_separators_become_line_breaks(view: FlowingText) -> None:
    view.append_text("one\r\ntwo\u2029three")

    assert view.text() == "one\ntwo\nthree"


def test_tall_text_is_as_tall_as_its_text_needs(qtbot: QtBot, theme: Theme) -> None:
    view = TallText()
    qtbot.addWidget(view)
    view.resize(300, 10)
    view.show()
    view.set_text("one")
    one = view.height()

    view.append_text("\ntwo\nthree")

    assert view.height() > 2.5 * one
    assert view.verticalScrollBar().maximum() == 0


def test_a_process_that_has_copied_ends_well() -> None:
    program = """
import sys
from PySide6.QtWidgets import QApplication
from ui.platform.clipboard_release import release_clipboard
from ui.widgets.flowing_text import FlowingText
application = QApplication([])
view = FlowingText()
view.append_text("copied words")
view.selectAll()
view.copy()
release_clipboard()
assert application.clipboard().text() == "copied words"
view.close()
"""
    root = Path(__file__).resolve().parents[2]
    result = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr
