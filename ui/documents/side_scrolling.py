"""Scrolling wide code, tables and formulas sideways: by wheel, by their bars, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from app.documents.blocks import CodePart, TableRow
from ui.documents.document_layout import DocumentLayout
from ui.documents.scroll_group import GRIP_PX, ScrollGroup

_STEP_PX = 60.0


class SideScrolling:
    """Finds what is wide and moves it. What was moved last is what the keyboard moves."""

    def __init__(self, layout: DocumentLayout) -> None:
        self._layout = layout
        self._last: ScrollGroup | None = None
        self._dragged: tuple[ScrollGroup, QRectF, float, float] | None = None

    def scroll(self, point: QPointF, pixels: float) -> bool:
        """Scroll what is under a point; return whether it moved."""
        index = self._layout.box_under(point)
        group = self._layout.boxes[index].group if index is not None else None
        return group is not None and self._move(group, group.offset + pixels)

    def press(self, point: QPointF) -> bool:
        """Return whether a bar has been taken; then `drag` moves it until `release`."""
        index = self._layout.box_under(point)
        if index is None or not self._has_bar(index):
            return False
        group, area = self._layout.boxes[index].group, self._layout.area(index)
        if group is None or point.y() < area.bottom() - GRIP_PX:
            return False
        bar = group.bar(area)
        if not bar.left() <= point.x() <= bar.right():
            self._move(group, group.offset + group.pixels_for(point.x() - bar.center().x(), area))
        self._dragged = (group, area, point.x(), group.offset)
        return True

    def drag(self, point: QPointF) -> bool:
        """Move the bar that was taken; return whether there is one."""
        if self._dragged is None:
            return False
        group, area, begin_x, begin_offset = self._dragged
        self._move(group, begin_offset + group.pixels_for(point.x() - begin_x, area))
        return True

    def release(self) -> bool:
        """Let go of the bar; return whether there was one."""
        was_dragged, self._dragged = self._dragged is not None, None
        return was_dragged

    def is_on_bar(self, point: QPointF) -> bool:
        """Whether a bar can be taken at a point."""
        index = self._layout.box_under(point)
        return index is not None and self._has_bar(index) and point.y() >= self._layout.area(index).bottom() - GRIP_PX

    def press_key(self, event: QKeyEvent, seen: QRectF) -> bool:
        """Scroll with the arrow keys what was scrolled last, or the first wide thing that is seen."""
        steps = {Qt.Key.Key_Left: -_STEP_PX, Qt.Key.Key_Right: _STEP_PX}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        group = self._wide_in(seen)
        return group is not None and self._move(group, group.offset + step)

    # --- private ----------------------------------------------------------------------------------------------

    def _move(self, group: ScrollGroup, offset: float) -> bool:
        self._last = group
        return group.scroll_to(offset)

    def _has_bar(self, index: int) -> bool:
        box = self._layout.boxes[index]
        is_last = box.block.is_last if isinstance(box.block, CodePart | TableRow) else True
        return is_last and box.group is not None and box.group.farthest > 0

    def _wide_in(self, seen: QRectF) -> ScrollGroup | None:
        groups = [self._layout.boxes[index].group for index in self._layout.indices_between(seen.top(), seen.bottom())]
        wide = [group for group in groups if group is not None and group.farthest]
        return self._last if self._last in wide else wide[0] if wide else None
