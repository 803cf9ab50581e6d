"""A thought on the screen: light while it grows, rendered when it is finished and seen, never moved or changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.conversation.paragraph_times import ParagraphTimes
from tests.ui.window_actions import double_click
from ui.chat.thoughts.thought_page import ThoughtPage
from ui.chat.thoughts.thought_text import ThoughtText
from ui.chat.thoughts.thought_view import ThoughtView
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.verbatim_view import VerbatimView
from ui.platform.clipboard_release import release_clipboard
from ui.theme.theme import Theme

THOUGHT = (
    "So $x^2 = 4$, and it costs $5 and $6.\n\n"
    "Wait, `x = 2`? Then\n\\[ x = \\frac{4}{2} \\]\nor\n```python\nx = 4 / 2\n```\n"
    "  - and 🚄 so `on`\n```js\nnever closed\n"
)


@pytest.fixture
def typesetter(qapp: QApplication) -> Iterator[FormulaTypesetter]:
    typesetter = FormulaTypesetter()
    yield typesetter
    typesetter.close()


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, typesetter: FormulaTypesetter) -> ThoughtView:
    view = ThoughtView(typesetter=typesetter)
    qtbot.addWidget(view)
    view.resize(360, 300)
    view.show()
    return view


def page_of(view: ThoughtView) -> ThoughtPage:
    (page,) = view.findChildren(ThoughtPage)
    return page


def document_of(view: ThoughtView) -> VerbatimView:
    (document,) = view.findChildren(VerbatimView)
    return document


def read_at(view: ThoughtView) -> int:
    """Return which character of the text stands at the top of the view."""
    if view.is_rendered:
        return page_of(view).document.place_at(view.verticalScrollBar().value() + 1.0).source
    (live,) = view.findChildren(ThoughtText)
    found = live.place_at_top()
    return found.source if found is not None else 0


def test_a_running_thought_is_plain_text_and_a_finished_one_is_rendered(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought(THOUGHT, None, is_live=True)
    assert not view.is_rendered
    assert view.findChildren(ThoughtPage) == []
    view.resize(360, 700)

    view.set_live(is_live=False)
    qtbot.waitUntil(lambda: view.is_rendered)
    qtbot.waitUntil(lambda: not document_of(view).is_behind, timeout=20_000)

    document = document_of(view)
    qtbot.waitUntil(lambda: any(button.text() == "Copy" for button in document.findChildren(QPushButton)))
    assert document.find("\\]") == 0, "the formula is a picture"
    assert document.find("never closed") == 1
    assert view.text() == THOUGHT


def test_nothing_is_rendered_while_nobody_sees_it(view: ThoughtView, qtbot: QtBot) -> None:
    view.hide()
    view.show_thought(THOUGHT, None, is_live=True)
    view.set_live(is_live=False)
    qtbot.wait(50)
    assert view.findChildren(ThoughtPage) == []

    view.show()

    qtbot.waitUntil(lambda: view.is_rendered)


def test_all_of_it_and_any_part_of_it_is_copied_as_it_was_written(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought(THOUGHT, None)
    qtbot.waitUntil(lambda: not document_of(view).is_behind, timeout=20_000)
    document = document_of(view)

    for as_markdown in (False, True):
        document.select_all()
        document.copy(as_markdown=as_markdown)
        assert QGuiApplication.clipboard().text() == THOUGHT
    for begin, end in ((3, 10), (0, 36), (45, 60), (38, len(THOUGHT)), (90, 110)):
        document.select_source(begin, end)
        first, last = document.selected_source()
        document.copy()
        assert QGuiApplication.clipboard().text() == THOUGHT[first:last]
        assert first <= begin < end <= last or THOUGHT[begin:end].strip() in THOUGHT[first:last]
    release_clipboard()


def test_what_the_mouse_selects_is_copied_as_it_was_written_also_behind_an_emoji(
    view: ThoughtView, qtbot: QtBot
) -> None:
    text = "🚄🚄 then `code` and $y$ end"
    view.show_thought(text, None)
    qtbot.waitUntil(lambda: not document_of(view).is_behind, timeout=20_000)
    document = document_of(view)

    double_click(document, QPoint(document.hit_rect(0).center()))
    document.find("end")
    double_click(document, document.hit_rect(0).center())

    assert document.selected_text(as_markdown=False) == "end"


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7])
def test_the_line_that_is_being_read_stays_where_it_is_when_the_thought_is_rendered(
    view: ThoughtView, qtbot: QtBot, share: float
) -> None:
    text = "".join(
        f"Line {n}: $x_{{{n}}}$ and so on, until the train arrives at the station.\n\n```py\n{n}\n```\n"
        for n in range(120)
    )
    view.show_thought(text, None, is_live=True)
    bar = view.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
    before = read_at(view)

    view.set_live(is_live=False)
    qtbot.waitUntil(lambda: view.is_rendered)
    assert abs(read_at(view) - before) <= 16  # half a line
    qtbot.waitUntil(lambda: not document_of(view).is_behind, timeout=30_000)

    assert abs(read_at(view) - before) <= 16  # half a line


def test_the_reader_at_the_end_is_still_there_when_the_thought_is_rendered(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought("A line of $x^2$.\n\n" * 200, None, is_live=True)
    view.grow_thought(view.text() + "The end.")

    view.set_live(is_live=False)
    qtbot.waitUntil(lambda: view.is_rendered)
    qtbot.waitUntil(lambda: not document_of(view).is_behind, timeout=20_000)

    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def test_selection_hits_and_keyboard_go_over_to_the_rendered_thought(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought(THOUGHT, None, is_live=True)
    (live,) = view.findChildren(ThoughtText)
    live.setFocus()
    cursor = live.textCursor()
    cursor.setPosition(14)
    cursor.setPosition(26, cursor.MoveMode.KeepAnchor)
    live.setTextCursor(cursor)
    assert view.find_text("so") == 2
    view.show_hit(1)

    view.set_live(is_live=False)
    qtbot.waitUntil(lambda: view.is_rendered)

    assert document_of(view).selected_text(as_markdown=True) == THOUGHT[14:26]
    assert view.hit_count == 2
    assert document_of(view).hasFocus() or QApplication.focusWidget() is None


def test_a_thought_that_goes_on_is_text_again(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought(THOUGHT, None)
    qtbot.waitUntil(lambda: view.is_rendered)

    view.set_live(is_live=True)
    view.grow_thought(THOUGHT + "More.")

    assert not view.is_rendered
    assert view.text() == THOUGHT + "More."
    view.set_live(is_live=False)
    view.grow_thought(THOUGHT + "More. Last.")
    qtbot.waitUntil(lambda: view.is_rendered)
    assert document_of(view).markdown() == THOUGHT + "More. Last."


def test_hits_are_counted_as_a_thought_grows(view: ThoughtView) -> None:
    view.show_thought("A train.", None, is_live=True)
    told: list[int] = []
    view.hits_changed.connect(lambda: told.append(view.hit_count))
    assert view.find_text("TRAIN") == 1

    view.grow_thought("A train. Another tra")
    view.grow_thought("A train. Another train, and trains.")

    assert told[-1] == 3


def test_a_hit_far_below_is_brought_into_view(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought("Some line about nothing at all.\n" * 400 + "Here is the needle.\n" + "More.\n" * 100, None)
    view.find_text("needle")

    view.show_hit(0)
    qtbot.waitUntil(lambda: view.hit_count == 1 and not document_of(view).is_behind, timeout=20_000)

    def is_in_sight() -> bool:
        top = document_of(view).hit_rect(0).top() - view.verticalScrollBar().value()
        return 0 <= top <= page_of(view).viewport().height()

    qtbot.waitUntil(is_in_sight)


def test_a_finished_thought_is_scrolled_by_keyboard_and_read_by_assistive_technology(
    view: ThoughtView, qtbot: QtBot
) -> None:
    times = ParagraphTimes()
    text = "A line.\n" * 200
    times.feed(text, at_s=2.0)
    view.show_thought(text, times)
    qtbot.waitUntil(lambda: not document_of(view).is_behind, timeout=20_000)
    document, bar = document_of(view), view.verticalScrollBar()
    QTest.keyClick(document, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(document, Qt.Key.Key_PageUp)
    assert 0 < bar.value() < bar.maximum()
    QTest.keyClick(document, Qt.Key.Key_Home)
    assert bar.value() == 0

    interface = QAccessible.queryAccessibleInterface(document)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Thought"
    assert not page_of(view).grab().isNull()
