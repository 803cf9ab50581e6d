"""Methods that show parts of a widget, and may be called again by what that leads to."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QWidget

_W = TypeVar("_W", bound=QWidget)


def one_at_a_time(show: Callable[[_W], None]) -> Callable[[_W], None]:
    """Let a method that is called while it runs run again afterwards instead.

    Showing a widget lays out what is around it at once, which may ask for other parts: one that is hidden while Qt is
    showing it stays on the screen.
    """
    is_asked_again: WeakKeyDictionary[QWidget, bool] = WeakKeyDictionary()

    @functools.wraps(show)
    def shown(widget: _W) -> None:
        if widget in is_asked_again:
            is_asked_again[widget] = True
            return
        is_asked_again[widget] = True
        try:
            while is_asked_again[widget]:
                is_asked_again[widget] = False
                show(widget)
        finally:
            del is_asked_again[widget]

    return shown
