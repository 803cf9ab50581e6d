"""What the person asked, in a bubble on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.tall_text import TallText

_PADDING_PX = 14
_WIDEST_SHARE = 0.84


class QuestionBubble(QWidget):
    """As wide as its text needs, at most most of the column."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bubble = QFrame()
        self._bubble.setObjectName("bubble")
        self._text = TallText()
        self._text.set_text(text)
        self._text.setAccessibleName(self.tr("Your question"))
        inside = QHBoxLayout(self._bubble)
        inside.setContentsMargins(_PADDING_PX, 12, _PADDING_PX, 6)
        inside.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(self._bubble)
        self._ideal_px = _ideal_width(self._text, text)

    def fit(self, column_px: int) -> None:
        """Take the width for a column of this width."""
        self._bubble.setFixedWidth(min(self._ideal_px, int(column_px * _WIDEST_SHARE)))


def _ideal_width(view: TallText, text: str) -> int:
    metrics = view.fontMetrics()
    lines = text.split("\n")[:200]
    widest = max(metrics.horizontalAdvance(line[:400]) for line in lines)
    return widest + 2 * _PADDING_PX + 4
