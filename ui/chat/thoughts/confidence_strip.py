"""A strip over a whole thought: how unsure the model was along it, where it turned, and the forks in its road."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.history.confidence import TokenConfidence
from ui.chat.thoughts.trace_confidence import TraceConfidence
from ui.documents.document_style import DocumentStyle
from ui.theme.fonts import scaled_px
from ui.widgets.announcement import announce
from ui.widgets.layouts import column, row
from ui.widgets.spoken_numbers import count_text
from ui.widgets.styled import button, label, show_text
from ui.widgets.tip_lines import tip_lines

_PARTS = 320
"""Into so many the thought is divided, whatever the width."""
_BAR_PX = 22
_TURN_PX = 5
_MOST_BITS = 2.0
"""Of mean entropy: more does not rise any higher."""


class ConfidenceStrip(QWidget):
    """Click it, or go through the forks with the arrow keys; below it stands what was nearly said there.

    Signals:
        place_chosen(int): this place in the text of the trace should be shown.
        setting_asked(): the person wants to see the setting that keeps how sure models are.
    """

    place_chosen = Signal(int)
    setting_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar(self)
        self._words = label(wraps=True, tone="soft", scale="small")
        self._setting = button(
            self.tr("Open the setting"),
            self.tr("Show the setting that keeps how sure models are"),
            kind="link",
            clicked=self.setting_asked.emit,
        )
        column(self._bar, self._words, row(self._setting, 1), of=self, spacing=4)
        self._found = TraceConfidence()
        self._forks: list[TokenConfidence] = []
        self._place = -1
        self.setFocusProxy(self._bar)
        show_text(self._words, "")

    def show_confidence(self, found: TraceConfidence) -> None:
        """Show how sure the model was of this trace."""
        self._found, self._place = found, -1
        self._forks = found.forks()
        self._bar.show_parts(_heights(found), [self._share(turn) for turn in found.turns])
        count = count_text(len(self._forks))
        self._bar.setAccessibleName(
            self.tr("How unsure the model was · forks in the road: {count}").format(count=count)
        )
        words = self.tr(
            "How unsure the model was, from beginning to end; ticks: it turned; gaps: nobody knows\n"
            "Forks in the road: {count} (← →)"
        )
        self._bar.setToolTip(tip_lines(words.format(count=count)))
        self._bar.setVisible(bool(found.tokens))
        unknown = self.tr(
            "It is not known how sure the model was of this reply. “Keep how sure the model was of each word” in the "
            "settings keeps it from now on, where the model tells it."
        )
        show_text(self._words, "" if found.tokens else unknown)
        self._setting.setVisible(not found.tokens)

    def step(self, by: int) -> None:
        """Go to the next fork in the road, or to the one before."""
        starts = [fork.start for fork in self._forks]
        at = bisect_right(starts, self._place) if by > 0 else bisect_left(starts, self._place) - 1
        if 0 <= at < len(starts):
            self._go_to(self._forks[at])
            return
        if self._found.tokens and not starts:
            show_text(self._words, self.tr("The model was torn about no word here."))
        announce(self, self._words.text())

    def choose(self, share: float) -> None:
        """Go to where the model was least sure in this part of the thought."""
        place, reach = share * len(self._found.text), len(self._found.text) / _PARTS
        here = [token for token in self._found.tokens if place - reach <= token.start <= place + reach]
        token = min(here, key=lambda token: token.margin, default=self._found.token_at(round(place)))
        if token is None:
            self.place_chosen.emit(round(place))
        else:
            self._go_to(token)

    def _go_to(self, token: TokenConfidence) -> None:
        self._place = token.start
        self._bar.show_place(self._share(token.start))
        show_text(self._words, self._found.words_of(token))
        self._bar.setAccessibleDescription(self._words.text())
        announce(self._bar, self._words.text())
        self.place_chosen.emit(token.start)

    def _share(self, place: int) -> float:
        return place / max(1, len(self._found.text))


class _Bar(QWidget):
    def __init__(self, strip: ConfidenceStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._parts: list[float | None] = []
        self._turns: list[float] = []
        self._place: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("spokenRole", "group")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: list[float | None], turns: list[float]) -> None:
        self._parts, self._turns, self._place = parts, turns, None
        self.update()

    def show_place(self, share: float) -> None:
        self._place = share
        self.update()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As tall as the size of text has it."""
        return QSize(120, scaled_px(_BAR_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a column for each part, ticks where it turned, and where the person is."""
        colours = DocumentStyle.from_palette(QGuiApplication.palette()).colours
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        width, height = self.width(), self.height()
        lane = scaled_px(_TURN_PX)
        each = width / max(1, len(self._parts))
        for place, part in enumerate(self._parts):
            if part is not None:
                ground = QRectF(place * each, lane, each + 1.0, height - lane)
                painter.fillRect(ground, QColor(colours.hover))
                painter.fillRect(
                    ground.adjusted(0, (1.0 - part) * (ground.height() - 1.0), 0, 0), QColor(colours.accent)
                )
        for turn in self._turns:
            painter.fillRect(QRectF(turn * width - 1, 0, 3, lane), QColor(colours.warm))
        if self._place is not None:
            painter.fillRect(QRectF(self._place * width - 1, 0, 2, height), QColor(colours.text))
        if self.hasFocus():
            painter.setPen(QColor(colours.accent_text))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() is Qt.MouseButton.LeftButton and self.width():
            self._strip.choose(min(1.0, max(0.0, event.position().x() / self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from fork to fork."""
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._strip.step(by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()


def _heights(found: TraceConfidence) -> list[float | None]:
    """Return the mean entropy of each part of a trace, from 0 to 1; `None` where nothing is known of it."""
    length = max(1, len(found.text))
    sums, letters = [0.0] * _PARTS, [0.0] * _PARTS
    for token in found.tokens:
        begin, end = token.start * _PARTS / length, token.end * _PARTS / length
        for part in range(int(begin), min(_PARTS, math.ceil(end))):
            share = min(end, part + 1.0) - max(begin, float(part))
            sums[part] += token.entropy * share
            letters[part] += share
    return [min(1.0, total / share / _MOST_BITS) if share else None for total, share in zip(sums, letters, strict=True)]
