"""The order in which Tab goes through a window: as things stand, from above to below and from left to right.

Qt's own is that in which they were made: what is made later (a message, the buttons of another model) would come last.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def move_keyboard(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to what stands next to what has it in a window, or to the first behind the last one.

    What has it may just have been hidden. Takes some milliseconds. Returns whether anything else takes it.
    """
    now = window.focusWidget()
    standing = list(_as_they_stand(window, now))
    place = standing.index(now) if now in standing else -1
    others = standing[place + 1 :] + standing[: max(0, place)]
    following = next((one for one in (others if forward else reversed(others)) if _is_stop(one)), None)
    if following is not None:
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if (has_it := window.focusWidget()) is not None and has_it is not following:
            from PySide6.QtGui import QAccessible, QAccessibleEvent  # its two hundred names, after the first paint

            # A screen reader is told first of what the keyboard was handed on to, then of what has handed it on.
            QAccessible.updateAccessibility(QAccessibleEvent(has_it, QAccessible.Event.Focus))
    return following is not None


def _as_they_stand(widget: QWidget, now: QWidget | None) -> Iterator[QWidget]:
    inside = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    met = [one for one in inside if one.isVisible() or (now is not None and (one is now or one.isAncestorOf(now)))]
    for child in sorted(met, key=functools.cmp_to_key(_compare)):
        yield child
        yield from _as_they_stand(child, now)


def _compare(one: QWidget, other: QWidget) -> int:
    first, second = one.geometry(), other.geometry()
    if first.bottom() < second.top():
        return -1
    if second.bottom() < first.top():
        return 1
    return first.x() - second.x() or first.y() - second.y()


def _is_stop(widget: QWidget) -> bool:
    reaches_all = QGuiApplication.styleHints().tabFocusBehavior() is Qt.TabFocusBehavior.TabFocusAllControls
    wanted = Qt.FocusPolicy.TabFocus if reaches_all else Qt.FocusPolicy.StrongFocus  # macOS may leave buttons out
    takes_it = widget.focusPolicy() & wanted == wanted and widget.focusProxy() is None
    return takes_it and widget.isVisible() and widget.isEnabled()
