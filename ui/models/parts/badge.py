"""A few words on a tint: whether something fits, or how it stands."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme.colours import Colours
from ui.theme.fonts import scaled_px, text_font
from ui.theme.rounded import paint_rounded
from ui.widgets.styled import restyle

_HEIGHT_PX = 22
_PADDING_PX = 8


class BadgeTone(enum.StrEnum):
    """What the words mean for the person."""

    GOOD = "good"
    WARM = "warm"
    """It works, with a drawback."""
    BAD = "bad"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class BadgeText:
    """Words and their tone."""

    text: str
    tone: BadgeTone = BadgeTone.PLAIN


class Badge(QLabel):
    """Shows a `BadgeText`; hidden without one."""

    def __init__(self, shown: BadgeText | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(scaled_px(_HEIGHT_PX))
        self.setContentsMargins(_PADDING_PX, 0, _PADDING_PX, 0)
        self.show_badge(shown)

    def show_badge(self, shown: BadgeText | None) -> None:
        """Show other words, or none."""
        self.setVisible(shown is not None)
        if shown is not None:
            self.setText(shown.text)
            restyle(self, badge=shown.tone.value)
            self.updateGeometry()


def badge_width(shown: BadgeText) -> float:
    """Return how wide a badge in a list is, in pixels."""
    return QFontMetricsF(_badge_font()).horizontalAdvance(shown.text) + 2 * _PADDING_PX


def _badge_font() -> QFont:
    return text_font(size_px=12, weight=QFont.Weight.Medium)


def paint_badge(painter: QPainter, top_right: QPointF, shown: BadgeText, colours: Colours) -> None:
    """Paint a badge in a list, its right top corner here."""
    ground, text = {
        BadgeTone.GOOD: (colours.good_tint, colours.good),
        BadgeTone.WARM: (colours.warm_tint, colours.warm),
        BadgeTone.BAD: (colours.danger_tint, colours.danger),
        BadgeTone.PLAIN: (colours.hover, colours.soft_text),
    }[shown.tone]
    width = badge_width(shown)
    place = QRectF(top_right.x() - width, top_right.y(), width, scaled_px(_HEIGHT_PX))
    paint_rounded(painter, place, 6, ground=ground)
    painter.setFont(_badge_font())
    painter.setPen(QColor(text))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown.text)
