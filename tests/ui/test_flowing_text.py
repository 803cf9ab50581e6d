from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.conversation.paragraph_times import ParagraphTimes
from ui.chat.thoughts.thought_text import ThoughtText
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


def test_the_reader_who_has_scrolled_up_stays_where_he_is_while_the_thought_grows(qtbot: QtBot, theme: Theme) -> None:
    thought = ThoughtText()
    qtbot.addWidget(thought)
    thought.resize(300, 200)
    thought.show()
    thought.show_thought("line\n" * 100, None)
    thought.verticalScrollBar().setValue(40)

    thought.append_thought("more\n" * 100)

    assert thought.verticalScrollBar().value() == 40


def test_the_reader_at_the_end_stays_at_the_end(qtbot: QtBot, theme: Theme) -> None:
    thought = ThoughtText()
    qtbot.addWidget(thought)
    thought.resize(300, 200)
    thought.show()
    thought.show_thought("line\n" * 100, None)
    thought.scroll_to_end()

    for _ in range(20):
        thought.append_thought("more\n")

    assert thought.verticalScrollBar().value() == thought.verticalScrollBar().maximum()


def test_a_thought_with_times_can_be_painted_and_reads_the_same(qtbot: QtBot, theme: Theme) -> None:
    times = ParagraphTimes()
    text = "First.\n\nWait, second.\n\nThird."
    times.feed(text, at_s=3.0)
    thought = ThoughtText()
    qtbot.addWidget(thought)
    thought.show_thought(text, times)
    thought.show()

    assert not thought.grab().isNull()
    assert thought.text() == text
    assert thought.emphasised_text() == ["Wait,"]


def test_times_are_noted_once_for_each_paragraph_however_it_is_cut() -> None:
    times = ParagraphTimes()
    for index, piece in enumerate(("\n", "Fi", "rst.\n", "\nSec", "ond.", "\n")):
        times.feed(piece, at_s=float(index))

    assert times.seconds == [1.0, 3.0]


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
