"""The room between things, in the density that the person has chosen.

Compact takes room away above and below, never at the sides, and leaves the size of text as it is. Like the size of
text, which is the application's font, the density belongs to the application.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QLayout, QVBoxLayout

_PROPERTY = "isCompact"
_COMFORTABLE = "comfortable"
HEADER_PX = 52
"""The row above a page."""
SHARE = 0.6
"""Of the usual room is left."""
_PADDING = re.compile(r"padding: (\d+)px (\d+)px")


def is_compact() -> bool:
    """Whether things stand close to each other."""
    application = QCoreApplication.instance()
    return application is not None and application.property(_PROPERTY) is True


def spaced_px(px: float) -> int:
    """Return a height of empty room in the present density."""
    return max(1, round(px * SHARE)) if px and is_compact() else round(px)


def spaced_paddings(sheet: str) -> str:
    """Return a style sheet with the paddings above and below in the present density."""
    return _PADDING.sub(lambda found: f"padding: {spaced_px(int(found[1]))}px {found[2]}px", sheet)


def keep_spaced(layout: QLayout) -> None:
    """Let a layout's margins above and below, and its room between rows, follow the density from now on.

    Call it when margins and spacing are set.
    """
    margins = layout.contentsMargins()
    rows = _row_spacing(layout)
    layout.setProperty(_COMFORTABLE, [margins.top(), margins.bottom(), rows])
    if is_compact():
        _space(layout)


def set_compact(application: QApplication, *, compact: bool) -> None:
    """Put things closer to each other, or apart; the style sheet is its owner's business."""
    if compact == is_compact():
        return
    application.setProperty(_PROPERTY, compact)
    for window in application.topLevelWidgets():
        for layout in window.findChildren(QLayout):
            if layout.property(_COMFORTABLE) is not None:
                _space(layout)


def _row_spacing(layout: QLayout) -> int:
    if isinstance(layout, QGridLayout):
        return layout.verticalSpacing()
    is_column = isinstance(layout, QVBoxLayout) or (
        isinstance(layout, QBoxLayout)
        and layout.direction() in (QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop)
    )
    return layout.spacing() if is_column else -1


def _space(layout: QLayout) -> None:
    top, bottom, rows = layout.property(_COMFORTABLE)
    margins = layout.contentsMargins()
    layout.setContentsMargins(margins.left(), spaced_px(top), margins.right(), spaced_px(bottom))
    if rows < 0:
        return
    if isinstance(layout, QGridLayout):
        layout.setVerticalSpacing(spaced_px(rows))
    else:
        layout.setSpacing(spaced_px(rows))
