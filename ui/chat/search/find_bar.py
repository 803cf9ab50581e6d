"""The bar that finds words in the conversation shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.theme.icons import IconName, give_icon
from ui.widgets.hint_edit import HintEdit
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import row
from ui.widgets.spoken_numbers import count_text
from ui.widgets.styled import button, label
from ui.widgets.timers import after

_PAUSE_MS = 150


class FindBar(QFrame):
    """A field, the number of hits, and buttons for the next and the previous one.

    Signals:
        text_changed(str): these words should be found; told a moment after the last key.
        step_asked(int): go to the next hit (+1) or to the one before (-1).
        closed(): nothing should be found any more.
    """

    text_changed = Signal(str)
    step_asked = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undoBar")
        self.setAccessibleName(self.tr("Find in this conversation"))
        self._field = _FindEdit()
        self._field.setPlaceholderText(self.tr("Find in this conversation"))
        self._field.setAccessibleName(self.tr("Find in this conversation"))
        KeyTip(self._field, self.tr("Enter goes to the next hit, Shift+Enter to the previous one"), action="find")
        self._field.setObjectName("findField")
        self._field.setFrame(False)
        self._count = label(tone="faint", scale="small")
        self._previous = _icon_button(IconName.UP, self.tr("Previous hit (Shift+F3)"))
        self._next = _icon_button(IconName.DOWN, self.tr("Next hit (F3)"))
        close = button(
            self.tr("Close"), self.tr("Close the bar (Esc)"), kind="quiet", name=self.tr("Close the bar (Esc)")
        )
        parts = ((self._field, 1), self._count, self._previous, self._next, close)
        row(*parts, of=self, margins=(12, 4, 8, 4), spacing=10)
        self._pause = after(self, _PAUSE_MS, lambda: self.text_changed.emit(self._field.text()))
        self._field.textChanged.connect(lambda: self._pause.start())
        self._field.returnPressed.connect(self._go_on)
        self._field.backward_asked.connect(lambda: self.step_asked.emit(-1))
        self._field.cancelled.connect(self.close_bar)
        self._previous.clicked.connect(lambda: self.step_asked.emit(-1))
        self._next.clicked.connect(lambda: self.step_asked.emit(1))
        close.clicked.connect(self.close_bar)
        self.show_count(0, 0)
        self.setVisible(False)

    @property
    def text(self) -> str:
        """What is to be found."""
        return self._field.text()

    def open_bar(self, text: str = "") -> None:
        """Show the bar, with some words in it or those of the last time, and let the person type."""
        if text:
            self._field.setText(text)
        self.setVisible(True)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._pause.start()

    def close_bar(self) -> None:
        """Hide the bar."""
        self._pause.stop()
        self.closed.emit()  # first: with what has the keyboard hidden, Qt would give it on, and a reader would be moved
        self.setVisible(False)

    def show_count(self, number: int, total: int) -> None:
        """Show which hit (from 1, 0 for none yet) of how many is shown."""
        if not self._field.text():
            text = ""
        elif total == 0:
            text = self.tr("Nothing found")
        elif number:
            text = self.tr("{number} of {total}").format(number=count_text(number), total=count_text(total))
        else:
            text = self.tr("{total} found").format(total=count_text(total))
        self._count.setText(text)
        self._count.setAccessibleName(text)
        for step in (self._previous, self._next):
            step.setEnabled(total > 0)

    def _go_on(self) -> None:
        if self._pause.isActive():  # typed and pressed at once: find first
            self._pause.stop()
            self.text_changed.emit(self._field.text())
        else:
            self.step_asked.emit(1)


class _FindEdit(HintEdit):
    """Knows Shift+Enter too."""

    backward_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() is QEvent.Type.KeyPress and is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.backward_asked.emit()
            return
        super().keyPressEvent(event)


def _icon_button(name: IconName, explanation: str) -> QPushButton:
    made = button("", explanation, kind="quiet", name=explanation)
    give_icon(made, name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the field beside it
    return made
