"""The text of a thought: append-only, soft in colour, with the time of each paragraph beside it while it is known."""

from __future__ import annotations

import bisect

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from ui.chat.paragraph_times import ParagraphTimes
from ui.theme.fonts import scaled_px, text_font
from ui.widgets.flowing_text import FlowingText
from ui.widgets.spoken_numbers import decimal_text

_LABEL_WIDTH_PX = 48
_SECOND_THOUGHTS = ("Wait,", "Wait.", "Wait ", "Wait…", "Wait:", "Wait!")


class ThoughtText(FlowingText):
    """Follows its end while the reader is there; otherwise nothing moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, size_px=13)
        self.setObjectName("thought")
        self.setAccessibleName(self.tr("Thought"))
        # Opaque, so that scrolling moves what is painted instead of painting all of it again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._times: ParagraphTimes | None = None
        self._paragraphs: list[int] = []
        self._unchecked: int | None = None

    def show_thought(self, text: str, times: ParagraphTimes | None) -> None:
        """Show a thought from its beginning; `times` is read again as it grows."""
        self._times = times
        self._paragraphs = []
        self._unchecked = None
        self.set_left_margin(scaled_px(_LABEL_WIDTH_PX) if times is not None else 0)
        self.append_thought(text)

    def append_thought(self, text: str) -> None:
        """Let it grow; stay at the end if the reader is there."""
        bar = self.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum() - 4
        self.append_text(text)
        self._look_for_second_thoughts()
        if is_at_end:
            bar.setValue(bar.maximum())

    def scroll_to_end(self) -> None:
        """Go to the newest text."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def paragraph_began(self, block_number: int) -> None:
        """Remember which block the paragraph's time belongs to."""
        self._look_for_second_thoughts(is_over=True)
        self._paragraphs.append(block_number)
        self._unchecked = block_number

    def _look_for_second_thoughts(self, *, is_over: bool = False) -> None:
        """Emphasise a paragraph that begins with “Wait”, once enough of it is there."""
        if self._unchecked is None:
            return
        block = self.document().findBlockByNumber(self._unchecked)
        if block.length() <= 5 and not is_over:
            return
        self._unchecked = None
        if block.text().startswith(_SECOND_THOUGHTS):
            self.emphasise(block.position(), 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text and, beside each paragraph that is in sight, when it began."""
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Base))
        ground.end()
        super().paintEvent(event)
        if self._times is None:
            return
        labels = self._labels_in_sight(self._times.seconds)
        painter = QPainter(self.viewport())
        painter.setFont(text_font(size_px=12))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        height = painter.fontMetrics().height()
        for bottom, label in labels:
            spot = QRectF(0, bottom - height, scaled_px(_LABEL_WIDTH_PX) - 8, height)
            painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, label)
        painter.end()

    def _labels_in_sight(self, seconds: list[float]) -> list[tuple[float, str]]:
        """Return the bottom of the first line and the time of each paragraph in sight."""
        top = float(self.verticalScrollBar().value())
        bottom = top + self.viewport().height()
        first = max(0, bisect.bisect_right(self._paragraphs, top, key=self._top_of) - 1)
        labels = []
        for ordinal in range(first, min(len(self._paragraphs), len(seconds))):
            block = self.document().findBlockByNumber(self._paragraphs[ordinal])
            block_top = self.document().documentLayout().blockBoundingRect(block).top()
            if block_top > bottom:
                break
            line_px = block.layout().lineAt(0).height() if block.layout().lineCount() else 0.0
            label = self.tr("{seconds} s").format(seconds=decimal_text(seconds[ordinal]))
            labels.append((block_top - top + line_px, label))
        return labels

    def _top_of(self, block_number: int) -> float:
        block = self.document().findBlockByNumber(block_number)
        return float(self.document().documentLayout().blockBoundingRect(block).top())
