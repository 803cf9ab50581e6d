"""A button that opens a menu, and says so with an arrow at its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, themed_icon
from ui.widgets.menus import look_for_mouse

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton

_ARROW_PX = 16
_OVERHANG_PX = 4
_ICON_GAP_PX = 6
"""The glyph is narrower than its square: so much of it reaches into the padding."""


class MenuButton(QPushButton):
    """Words and an arrow, or the arrow alone; the menu is the caller's to open, or set with `setMenu`."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._arrow = themed_icon(IconName.EXPAND)
        self.setProperty("spokenRole", "menu")

    def setMenu(self, menu: QMenu) -> None:
        """Open this menu when pressed."""
        super().setMenu(menu)
        menu.aboutToHide.connect(partial(look_for_mouse, self))

    def arrow_px(self) -> int:
        """How much room the arrow takes beside the words, or alone."""
        return scaled_px(_ARROW_PX - _OVERHANG_PX) if self._has_words else scaled_px(_ARROW_PX)

    @property
    def _has_words(self) -> bool:
        return bool(self.text()) or not self.icon().isNull()

    def sizeHint(self) -> QSize:
        """As much as the words need, and the arrow."""
        return self._size_with(self.text())

    def px_with(self, text: str) -> int:
        """How wide it is with other words."""
        return self._size_with(text).width()

    def _size_with(self, text: str) -> QSize:
        from PySide6.QtWidgets import QStyle  # costs 10 ms, and none is seen at the first paint

        option = self._option()
        style = self.style()
        words = option.fontMetrics.size(Qt.TextFlag.TextShowMnemonic, text)
        has_icon = not self.icon().isNull()
        glyph_px = self.iconSize().width() + (_ICON_GAP_PX if text else 0) if has_icon else 0
        arrow_px = scaled_px(_ARROW_PX - _OVERHANG_PX if text or has_icon else _ARROW_PX)
        inside = QSize(words.width() + glyph_px + arrow_px, max(words.height(), scaled_px(_ARROW_PX)))
        return style.sizeFromContents(QStyle.ContentsType.CT_PushButton, option, inside, self)

    def minimumSizeHint(self) -> QSize:
        """No less than all of it."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open as a list that unfolds does; Qt would go on to the next button."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, its words left of the arrow, and the arrow."""
        from PySide6.QtWidgets import QStyle, QStylePainter

        option = self._option()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        side = scaled_px(_ARROW_PX)
        top = inside.center().y() - side // 2 + 1
        if self._has_words:
            arrow = QRect(inside.right() + 1 - side + scaled_px(_OVERHANG_PX), top, side, side)
            option.rect = inside.adjusted(0, 0, -self.arrow_px(), 0)
            painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        else:
            arrow = QRect(inside.center().x() - side // 2 + 1, top, side, side)
        self._arrow.paint(painter, arrow)
        painter.end()

    def _option(self) -> QStyleOptionButton:
        from PySide6.QtWidgets import QStyleOptionButton

        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu  # the arrow is ours
        return option
