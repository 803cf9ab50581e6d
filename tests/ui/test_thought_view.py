"""A thought on the screen: typeset from its first word on, and what is read, selected or found stays where it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QMouseEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.conversation.paragraph_times import ParagraphTimes
from tests.ui.window_actions import double_click
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


def document_of(view: ThoughtView) -> VerbatimView:
    return view.document


def read_at(view: ThoughtView) -> int:
    """Return which character of the text stands at the top of the view."""
    return view.document.place_at(view.verticalScrollBar().value() + 1.0).source


def test_a_running_thought_is_typeset_as_far_as_it_has_come(view: ThoughtView, qtbot: QtBot) -> None:
    view.resize(360, 700)
    view.show_thought(THOUGHT[:100], None, is_live=True)
    document = document_of(view)
    qtbot.waitUntil(lambda: any(button.text() == "Copy" for button in document.findChildren(QPushButton)))
    assert document.find("\\]") == document.find("```") == 0, "formula and code are shown as what they are"
    assert document.find("x = 4") == 1

    view.grow_thought(THOUGHT)
    assert document.find("```") == 0, "a fence that is open is code"
    view.set_live(is_live=False)
    qtbot.waitUntil(lambda: not document.is_behind)

    assert document.find("```js") == 1, "one that has never been closed is text"
    assert view.text() == THOUGHT


def test_nothing_is_read_while_nobody_sees_it(view: ThoughtView, qtbot: QtBot) -> None:
    view.hide()
    view.show_thought(THOUGHT, None, is_live=True)
    view.grow_thought(THOUGHT + "More.")
    view.set_live(is_live=False)
    assert document_of(view).markdown() == ""
    assert not view.is_counted

    view.show()

    assert document_of(view).markdown() == THOUGHT + "More."
    qtbot.waitUntil(lambda: view.is_counted)


def test_each_time_stands_once_on_the_baseline_of_its_line(view: ThoughtView, qtbot: QtBot) -> None:
    times = ParagraphTimes()
    for second, text in ((0.0, "One.\n"), (0.02, "Two.\n\n"), (3.0, "Three $x$.\n"), (3.0, "Four.")):
        times.feed(text, seconds=second)
    view.show_thought("One.\nTwo.\n\nThree $x$.\nFour.", lambda line: times.marks[line].began_s)
    qtbot.waitUntil(lambda: not document_of(view).is_behind)

    picture = view.grab().toImage()
    ground = picture.pixelColor(1, 1)
    inked = [y for y in range(picture.height()) if any(picture.pixelColor(x, y) != ground for x in range(40))]
    baselines = [round(baseline) for _, baseline in document_of(view).lines_between(0, 300)]
    assert [baseline for baseline in baselines if baseline - 2 in inked] == [baselines[0], baselines[2]]
    assert not set(inked) & {baselines[0] + 2, baselines[2] + 2}


def test_all_of_it_and_any_part_of_it_is_copied_as_it_was_written(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought(THOUGHT, None)
    qtbot.waitUntil(lambda: not document_of(view).is_behind)
    document = document_of(view)

    for as_markdown in (False, True):
        document.select_all()
        document.copy(as_markdown=as_markdown)
        assert QGuiApplication.clipboard().text() == THOUGHT
    for begin, end in ((3, 10), (0, 36), (45, 60), (38, len(THOUGHT)), (90, 110)):
        document.select_source(begin, end)
        first, last = document._source_selection().source_range()
        document.copy()
        assert QGuiApplication.clipboard().text() == THOUGHT[first:last]
        assert first <= begin < end <= last or THOUGHT[begin:end].strip() in THOUGHT[first:last]
    release_clipboard()


def test_what_the_mouse_selects_is_copied_as_it_was_written_also_behind_an_emoji(
    view: ThoughtView, qtbot: QtBot
) -> None:
    text = "🚄🚄 then `code` and $y$ end"
    view.show_thought(text, None)
    qtbot.waitUntil(lambda: not document_of(view).is_behind)
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
    assert abs(read_at(view) - before) <= 16  # half a line
    qtbot.waitUntil(lambda: not document_of(view).is_behind)

    assert abs(read_at(view) - before) <= 16  # half a line


def test_the_reader_at_the_end_is_still_there_when_the_thought_is_rendered(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought("A line of $x^2$.\n\n" * 200, None, is_live=True)
    view.grow_thought(view.text() + "The end.")

    view.set_live(is_live=False)
    qtbot.waitUntil(lambda: not document_of(view).is_behind)

    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


@pytest.mark.parametrize(("begin", "end"), [(14, 26), (40, 44), (90, 104)])
def test_what_is_selected_and_found_stays_so_while_a_thought_grows(
    view: ThoughtView, qtbot: QtBot, begin: int, end: int
) -> None:
    view.show_thought(THOUGHT[:end], None, is_live=True)
    view.setFocus()
    document_of(view).select_source(begin, end)
    selected = document_of(view).selected_text(as_markdown=True)
    assert view.find_text("so") >= 1
    view.show_hit(0)

    for at in range(end, len(THOUGHT) + 1):
        view.grow_thought(THOUGHT[:at])
    view.set_live(is_live=False)
    qtbot.waitUntil(lambda: view.is_counted)

    assert document_of(view).selected_text(as_markdown=True) == selected
    assert view.hit_count == 2
    assert document_of(view).hasFocus() or QApplication.focusWidget() is None


class PaintedHeights(QObject):
    """How much of a widget is painted, each time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.seen.append(event.rect().height())
        return False


def test_of_a_thought_that_is_followed_only_what_is_new_is_painted(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought("A line.\n\n" * 200, None, is_live=True)
    qtbot.waitUntil(lambda: not document_of(view).is_behind)
    heights = PaintedHeights(document_of(view))
    for _ in range(2):  # what was still to be painted of the view as a whole goes with the first
        QApplication.processEvents()
        heights.seen.clear()
        view.grow_thought(view.text() + "Another line.\n\n")
        qtbot.waitUntil(lambda: bool(heights.seen))

    assert max(heights.seen) < view.height() / 2, "what is above is moved"


def test_a_thought_that_goes_on_stays_where_it_was(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought(THOUGHT * 20, None)
    qtbot.waitUntil(lambda: not document_of(view).is_behind)
    view.verticalScrollBar().setValue(200)
    place = read_at(view)

    view.set_live(is_live=True)
    view.grow_thought(THOUGHT * 20 + "More.")
    view.set_live(is_live=False)
    view.grow_thought(THOUGHT * 20 + "More. Last.")
    qtbot.waitUntil(lambda: not document_of(view).is_behind)

    assert read_at(view) == place, "whatever height a formula above takes when it is set"
    assert document_of(view).markdown() == THOUGHT * 20 + "More. Last."


def test_times_are_noted_once_for_each_paragraph_however_it_is_cut() -> None:
    times = ParagraphTimes()
    for index, piece in enumerate(("\n", "Fi", "rst.\n", "\nSec", "ond.", "\n")):
        times.feed(piece, seconds=float(index))

    assert [(mark.start, mark.began_s) for mark in times.marks] == [(1, 1.0), (9, 3.0)]


def test_selecting_beyond_an_edge_scrolls(view: ThoughtView, qtbot: QtBot) -> None:
    view.show_thought("A line.\n" * 200, None)
    qtbot.waitUntil(lambda: not document_of(view).is_behind)
    document = document_of(view)

    QTest.mousePress(document, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    for y in (200, 320, 420):
        at = QPointF(40, y + view.verticalScrollBar().value())
        left = Qt.MouseButton.LeftButton
        move = QMouseEvent(QEvent.Type.MouseMove, at, document.mapToGlobal(at), left, left, Qt.KeyboardModifier(0))
        QApplication.sendEvent(document, move)
    QTest.mouseRelease(document, Qt.MouseButton.LeftButton, pos=QPoint(40, 420 + view.verticalScrollBar().value()))

    assert view.verticalScrollBar().value() > 100
    assert document.selected_text(as_markdown=False).count("line") > 15


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
    qtbot.waitUntil(lambda: view.hit_count == 1 and not document_of(view).is_behind)

    def is_in_sight() -> bool:
        top = document_of(view).hit_rect(0).top() - view.verticalScrollBar().value()
        return 0 <= top <= view.viewport().height()

    qtbot.waitUntil(is_in_sight)


def test_a_finished_thought_is_scrolled_by_keyboard_and_read_by_assistive_technology(
    view: ThoughtView, qtbot: QtBot
) -> None:
    view.show_thought("A line.\n" * 200, lambda _line: 2.0)
    qtbot.waitUntil(lambda: not document_of(view).is_behind)
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
    assert not view.grab().isNull()
