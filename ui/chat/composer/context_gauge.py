"""How full the context is: a sentence and a bar, and behind them the arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget

from ui.theme.rounded import paint_rounded
from ui.theme.theme import Theme
from ui.widgets.announcement import announce
from ui.widgets.layouts import clear, column, grid, row
from ui.widgets.one_at_a_time import one_at_a_time
from ui.widgets.share_bar import ShareBar
from ui.widgets.spoken_numbers import count_text
from ui.widgets.styled import button, label, show_text

_SIDE_PX = 6
_HIDDEN, _NUMBERS, _WITH_WORD, _WITH_BAR = range(4)


class ContextUse(Struct, frozen=True):
    """Tokens of the last turn in a context of `context` tokens."""

    context: int
    prompt: int = 0
    thinking: int = 0
    answer: int = 0

    @property
    def used(self) -> int:
        """All of them."""
        return self.prompt + self.thinking + self.answer


class ContextGauge(QAbstractButton):
    """Shows a `ContextUse`, or nothing while no context is known. Pressed, it shows where the tokens are.

    Signals:
        longer_wanted(int): the model should be loaded with a context of so many tokens.
    """

    longer_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = label(tone="faint", scale="small")
        self._bar = ShareBar(theme)
        for part in (self._text, self._bar):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        row(self._text, self._bar, of=self, margins=(_SIDE_PX, 4, _SIDE_PX, 4), spacing=8)
        self._longer: int | None = None
        self.popup: ContextPopup | None = None
        """The arithmetic, once it was opened."""
        self._use: ContextUse | None = None
        self._form = _WITH_BAR
        self.clicked.connect(self.open_popup)
        self.show_use(None)

    def show_use(self, use: ContextUse | None) -> None:
        """Show how full it is."""
        if use is not None and use == self._use:
            return
        self._use = use
        self._show_parts()
        if use is None or use.context <= 0:
            self.setToolTip("")
            if self.popup is not None:
                self.popup.close()
            return
        self._bar.show_shares(*(part / use.context for part in (use.prompt, use.thinking, use.answer)))
        lines = [f"{words}: {count_text(tokens)}" for words, tokens in self._lines(use)]
        self.setToolTip("\n".join((self.tr("Context, in tokens"), *lines)))
        self.setAccessibleName(", ".join((self.tr("Context, in tokens"), *lines)))
        if self.popup is not None and self.popup.isVisible():
            self._show_in_popup(self.popup, use)

    def offer_longer(self, tokens: int | None) -> None:
        """Offer to load the model with so long a context, where the tokens are shown."""
        self._longer = tokens

    def open_popup(self) -> None:
        """Show where the tokens are, below the gauge; nothing happens while no context is known."""
        if self._use is None or not self.can_open():
            return
        if self.popup is None:
            self.popup = ContextPopup(self)
            self.popup.longer.clicked.connect(self._want_longer)
        self._show_in_popup(self.popup, self._use)
        self.popup.open_at(self.mapToGlobal(QPoint(self.width(), self.height() + 4)))

    def can_open(self) -> bool:
        """Whether there is something to show."""
        return self._use is not None and self._form != _HIDDEN

    def forms_px(self) -> tuple[int, ...]:
        """How wide it is while it is hidden, as numbers, with a word before them, with the bar."""
        if self._use is None:
            return (2 * _SIDE_PX,) * 4
        numbers, words = (self._text.fontMetrics().horizontalAdvance(text) for text in self._texts(self._use))
        bar_px = self._bar.minimumWidth() + 8
        return tuple(px + 2 * _SIDE_PX for px in (0, numbers, words, words + bar_px))

    def show_form(self, form: int) -> None:
        """Take one of the forms."""
        if form != self._form:
            self._form = form
            self._show_parts()

    # --- private ----------------------------------------------------------------------------------------------

    @one_at_a_time
    def _show_parts(self) -> None:
        is_shown = self.can_open()
        self._text.setVisible(is_shown)
        self._bar.setVisible(is_shown and self._form == _WITH_BAR)
        self.setEnabled(is_shown)
        if self._use is not None:
            self._text.setText(self._texts(self._use)[self._form >= _WITH_WORD])

    def _texts(self, use: ContextUse) -> tuple[str, str]:
        """Return the numbers, and the numbers with a word before them."""
        used, context = count_text(use.used), count_text(use.context)
        words = self.tr("{used} of {context}").format(used=used, context=context)
        return words, f"{self.tr('Context')} {words}"

    def _lines(self, use: ContextUse) -> list[tuple[str, int]]:
        """Return the parts in words with their tokens; they add up to the context, or to what is asked of it."""
        lines = [
            (self.tr("Prompt"), use.prompt),
            (self.tr("Thinking"), use.thinking),
            (self.tr("Answer"), use.answer),
        ]
        free = use.context - use.used
        lines.append((self.tr("Free"), free) if free >= 0 else (self.tr("More than fits"), -free))
        return lines

    def _show_in_popup(self, popup: ContextPopup, use: ContextUse) -> None:
        popup.show_lines(self.tr("Context, in tokens"), self._lines(use), (self.tr("Context"), use.context))
        words = self.tr("Load with {count}")
        show_text(popup.longer, words.format(count=count_text(self._longer)) if self._longer is not None else "")

    def _want_longer(self) -> None:
        if self.popup is not None and self._longer is not None:
            self.popup.close()
            self.longer_wanted.emit(self._longer)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint the ground under the mouse, and ring it with the focus."""
        painter = QPainter(self)
        colours, area = self._theme.colours, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = colours.hover if self.underMouse() and self.isEnabled() else None
        paint_rounded(painter, area, 6, ground=ground, edge=colours.accent if self.hasFocus() else None)
        painter.end()


class ContextPopup(QFrame):
    """Closes with Escape, Enter, or a press elsewhere; whoever had the keyboard has it again then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grid = grid(across_px=28, down_px=6)
        self.longer = button("", self.tr("Load the model again, with room for more; it keeps that"))
        """Offers a longer context; hidden where there is none."""
        column(self._grid, self.longer, of=self, margins=(16, 12, 16, 12), spacing=10)

    def show_lines(self, title: str, lines: Sequence[tuple[str, int]], total: tuple[str, int]) -> None:
        """Show the parts (words, tokens) below a title, and the whole below a line."""
        clear(self._grid)
        self._grid.addWidget(label(title, tone="soft"), 0, 0, 1, 2)
        for at, (words, tokens) in enumerate(lines, start=1):
            self._add_line(at, words, tokens)
        rule = QFrame()
        rule.setObjectName("line")
        rule.setFixedHeight(1)
        self._grid.addWidget(rule, len(lines) + 1, 0, 1, 2)
        self._add_line(len(lines) + 2, *total)
        said = [f"{words}: {count_text(tokens)}" for words, tokens in (*lines, total)]
        self.setAccessibleName(", ".join((title, *said)))

    def open_at(self, corner: QPoint) -> None:
        """Open with the upper right corner there, on the screen as a whole, and take the keyboard."""
        self.adjustSize()
        place = corner - QPoint(self.width(), 0)
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(place.x(), screen.right() - self.width()))
        y = max(screen.top(), min(place.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.accessibleName())

    # --- private ----------------------------------------------------------------------------------------------

    def _add_line(self, at: int, words: str, tokens: int) -> None:
        number = QLabel(count_text(tokens))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setAccessibleName(f"{words}: {number.text()}")
        self._grid.addWidget(QLabel(words), at, 0)
        self._grid.addWidget(number, at, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the keys that close or confirm."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.close()
        else:
            super().keyPressEvent(event)
