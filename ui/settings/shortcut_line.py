"""One action in the list of shortcuts: its words, and a button with its keys that takes others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QSizePolicy, QStackedWidget, QWidget

from ui.theme.fonts import scaled_px
from ui.theme.spacing import keep_spaced
from ui.widgets.announcement import announce
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label, restyle, show_text
from ui.widgets.window_action import WindowAction, spoken_keys

_KEYS_PX = 170


class ShortcutLine(QWidget):
    """Waits for keys after its button was pressed: the next ones that are pressed are told, whatever they are.

    `reset` is for the keys that the action is declared with, `take` for what the question offers.

    Signals:
        keys_pressed(str): these keys, in portable text, are wanted; empty for none.
    """

    keys_pressed = Signal(str)

    def __init__(self, action: WindowAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = action.name
        self.label = action.label
        words = label(action.label, wraps=True)
        self._button = button("", clicked=self.begin)
        self._button.setMinimumWidth(scaled_px(_KEYS_PX))
        words.setBuddy(self._button)
        self._edit = QKeySequenceEdit()
        self._edit.setMaximumSequenceLength(1)
        self._edit.setAccessibleName(self.tr("{action}: press the keys").format(action=action.label))
        self._edit.editingFinished.connect(self._finish)
        self._edit.installEventFilter(self)
        self._places = QStackedWidget()
        self._places.addWidget(self._button)
        self._places.addWidget(self._edit)
        self._places.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        own = "  ".join(map(spoken_keys, action.keys)) or self.tr("No keys")
        self.reset = button(
            self.tr("Reset"),
            self.tr("Back to: {default}").format(default=own),
            kind="link",
            scale="small",
            name=self.tr("{action}: reset the keys").format(action=action.label),
        )
        self._told = label(wraps=True)
        self.take = button("")
        self._leave = button(self.tr("Leave it"), self.tr("Leave the keys as they are"), clicked=self._leave_it)
        above = row((words, 1), self.reset, self._places, spacing=12)
        answers = row(self.take, self._leave, 1, spacing=8)
        keep_spaced(column(above, self._told, answers, of=self, margins=(0, 3, 0, 3), spacing=4))
        self.setFocusProxy(self._button)
        self.tell("")

    def show_keys(self, keys: tuple[str, ...], *, is_changed: bool) -> None:
        """Show the keys in use, and whether they are others than those declared."""
        spoken = "  ".join(map(spoken_keys, keys))
        self._button.setText(spoken or self.tr("No keys"))
        self._button.setAccessibleName(f"{self.label}: {self._button.text()}")
        self._button.setToolTip(self.tr("Press this, then the keys that you want"))
        self.reset.setVisible(is_changed)

    def begin(self) -> None:
        """Wait for the new keys."""
        self._edit.clear()
        self._places.setCurrentWidget(self._edit)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell(self.tr("Press the new keys. Backspace takes the keys away, Escape leaves them as they are."))

    def tell(self, text: str, *, offer: str = "") -> None:
        """Say something below the action; with an offer it is a question."""
        show_text(self._told, text)
        restyle(self._told, tone="danger" if offer else "soft")
        self.take.setText(offer)
        self.take.setToolTip(offer)
        self.take.setVisible(bool(offer))
        self._leave.setVisible(bool(offer))
        if offer:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            announce(self, text)

    # --- private ----------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        if self._places.currentWidget() is not self._edit:
            return
        keys = self._edit.keySequence()
        had_focus = self._edit.hasFocus()
        self._places.setCurrentWidget(self._button)
        self.tell("")
        if had_focus:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        if keys.isEmpty() or keys == QKeySequence(Qt.Key.Key_Escape):
            return
        is_taken_away = keys == QKeySequence(Qt.Key.Key_Backspace) or keys == QKeySequence(Qt.Key.Key_Delete)
        text = keys.toString(QKeySequence.SequenceFormat.PortableText)
        self.keys_pressed.emit("" if is_taken_away else text)

    def _leave_it(self) -> None:
        self.tell("")
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait no more once the person goes elsewhere."""
        if watched is self._edit and event.type() is QEvent.Type.FocusOut:
            self._finish()
        return False
