"""What a person does with the window, and what can be read there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.ui.conftest import session_of
from ui.assembly import Assembly
from ui.chat.thoughts.thought_view import ThoughtView
from ui.chat.transcript.reply_view import ReplyView
from ui.documents.verbatim_view import VerbatimView
from ui.widgets.growing_edit import GrowingEdit
from ui.widgets.number_field import NumberField


def field(assembly: Assembly) -> GrowingEdit:
    (edit,) = assembly.content.page.composer.findChildren(GrowingEdit)
    return edit


def ask(assembly: Assembly, text: str) -> None:
    edit = field(assembly)
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def last_reply(assembly: Assembly) -> ReplyView:
    reply_id = assembly.content.page.transcript.reply_in_view()
    assert reply_id is not None
    view = assembly.content.page.transcript.reply(reply_id)
    assert view is not None
    return view


def answer_of(view: ReplyView) -> str:
    return view.text_view().markdown()


def thought_in_pane(assembly: Assembly) -> str:
    (thought,) = assembly.content.dock.pane.findChildren(ThoughtView)
    return thought.text()


def has_ended(assembly: Assembly) -> Callable[[], bool]:
    return lambda: session_of(assembly).running_turn is None and not session_of(assembly).queued_turns


def button(parent: QWidget, text: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.text().startswith(text) and not b.isHidden())


def settle() -> None:
    """Let layouts and waiting events have their turn."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def double_click(widget: QWidget, place: QPoint) -> None:
    """Click twice with the left button; Qt's own `mouseDClick` leaves it pressed for all tests that follow."""
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=place)


def type_number(number: NumberField, text: str) -> None:
    """Type into the field in the place of what stands there, and press Enter."""
    box = number.box
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def marked_text(view: VerbatimView) -> list[str]:
    """Return the pieces of a text that are marked."""
    text = view.markdown()
    return [text[start:end] for start, end in view._marked]
