"""A field for a number: its unit, its buttons, and below it a note where what was typed cannot be taken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, give_icon
from ui.theme.spacing import keep_spaced
from ui.widgets.announcement import announce
from ui.widgets.layouts import column, row
from ui.widgets.number_box import NumberBox, NumberRange
from ui.widgets.spoken_numbers import number_text
from ui.widgets.styled import label, restyle
from ui.widgets.tip_lines import tip_lines

_PADDING_PX = 8
_AROUND_PX = 26
"""What the frame, its padding and the cursor take beside the words."""
_LONGEST_QUOTED = 24


class NumberField(QWidget):
    """Looks like any other field. A number counts when it is entered: by Enter, by leaving the field, by a step.

    `box` tells what was entered.

    Signals:
        validity_changed(bool): whether what stands there can be taken.
    """

    validity_changed = Signal(bool)

    def __init__(
        self,
        limits: NumberRange,
        *,
        unit: str = "",
        has_buttons: bool = False,
        has_reset: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`has_buttons` for a step down and up, `has_reset` for one that empties the field, where it may be empty."""
        super().__init__(parent)
        self.box = NumberBox(limits, unit=unit)
        self.box.refused.connect(self._say_refused)
        self.box.given_up.connect(self._say_given_up)
        self.box.installEventFilter(self)
        self._name = self._description = ""
        self._least_px = 0
        self._unit = label(unit, tone="soft")
        self._frame = QFrame()
        self._frame.setObjectName("numberField")
        self._frame.setCursor(Qt.CursorShape.IBeamCursor)
        self._frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        margins = (_PADDING_PX, 5, _PADDING_PX, 6)  # as high as a list that unfolds
        inside = row((self.box, 1), self._unit, of=self._frame, margins=margins)
        keep_spaced(inside)
        self._reset = _button(IconName.CLOSE, self._empty, side_px=12) if has_reset else None
        if self._reset is not None:
            self._reset.setCursor(Qt.CursorShape.ArrowCursor)
            inside.addWidget(self._reset)
        self._note = label(tone="danger", scale="small", wraps=True)
        self._note.setVisible(False)
        self._buttons: tuple[QToolButton, ...] = ()
        if has_buttons:
            less = _button(IconName.SUBTRACT, self.box.stepDown)
            self._buttons = (less, _button(IconName.ADD, self.box.stepUp))
        column(row((self._frame, 1), *self._buttons, spacing=2), self._note, of=self, spacing=2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.box)
        self._frame.installEventFilter(self)
        self.box.lineEdit().textChanged.connect(self._note_text)
        self._note_text()

    @property
    def number(self) -> float | None:
        """The number in force; `None` for an empty field that stands for no number."""
        return self.box.number

    @property
    def note(self) -> str:
        """What is said below the field; empty for nothing."""
        return "" if self._note.isHidden() else self._note.text()

    def show_number(self, number: float | None) -> None:
        """Show the number in force."""
        self.box.show_number(number)

    def may_be_empty(self, words: str, *, stands_for: float | None = None, start: float | None = None) -> None:
        """Let an empty field say these words, and mean this; steps from there begin with `start`."""
        self.box.empty_number = stands_for
        self.box.set_placeholder(words, start=start)
        if self._reset is not None:
            self._reset.setToolTip(self.tr("Back to: {default}").format(default=words))
            name = self.tr("{setting}: reset to {default}").format(setting=self._name, default=words)
            self._reset.setAccessibleName(name)

    def name_it(self, name: str, tip: str, *, description: str = "") -> None:
        """Give the field and its buttons their names and tooltips."""
        self._name, self._description = name, description
        self.box.setAccessibleName(name)
        self.box.setAccessibleDescription(description)
        self.box.setToolTip(tip_lines(tip))
        for button, words in zip(self._buttons, (self.tr("{setting}: less"), self.tr("{setting}: more")), strict=False):
            button.setAccessibleName(words.format(setting=name))
            button.setToolTip(words.format(setting=name))

    def fit_words(self, least_px: int) -> None:
        """Be as wide as the words for the empty field and the greatest number need, and no narrower than this."""
        self._least_px = least_px
        metrics, limits = self.box.fontMetrics(), self.box.limits
        words = (self.box.lineEdit().placeholderText(), f"{number_text(limits.most)} {self._unit.text()}")
        widest = max(metrics.horizontalAdvance(text) for text in words)
        self._frame.setFixedWidth(max(scaled_px(least_px), widest + _AROUND_PX))

    # --- private ----------------------------------------------------------------------------------------------

    def _note_text(self) -> None:
        self._unit.setVisible(bool(self._unit.text() and self.box.lineEdit().text()))
        if self._reset is not None:
            self._reset.setVisible(bool(self.box.lineEdit().text()))
        self.validity_changed.emit(self.box.is_valid)

    def _empty(self) -> None:
        self.box.lineEdit().clear()
        self.box.enter()

    def _say_refused(self, text: str) -> None:
        """While it is typed this is announced once, not with every key."""
        is_new = not self.note
        self._show_note(self.tr("“{text}” is not taken: {numbers}.") if text else "", text)
        if is_new and text:
            announce(self.box, self.note)

    def _say_given_up(self, text: str) -> None:
        self._show_note(self.tr("“{text}” is not taken: {numbers}.") if text else self.tr("Takes {numbers}."), text)
        announce(self.box, self.note)

    def _show_note(self, words: str, text: str) -> None:
        quoted = text if len(text) <= _LONGEST_QUOTED else text[:_LONGEST_QUOTED] + "…"
        self._note.setText(words.format(text=quoted, numbers=self.box.limits.words()))
        self._note.setVisible(bool(words))
        self.box.setAccessibleDescription(self._note.text() or self._description)
        restyle(self._frame, invalid=bool(words) and not self.box.is_valid)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the field while it has the focus, and take a click beside the number."""
        if watched is self.box and event.type() is QEvent.Type.FontChange and self._least_px:
            self.fit_words(self._least_px)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self._frame, focused=event.type() is QEvent.Type.FocusIn)
        elif event.type() is QEvent.Type.MouseButtonPress and watched is self._frame and self.isEnabled():
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)


def _button(icon: IconName, step: Callable[[], None], *, side_px: int = 16) -> QToolButton:
    button = QToolButton()
    give_icon(button, icon, side_px=side_px)
    button.setAutoRepeat(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same in the field
    button.clicked.connect(lambda: step())
    return button
