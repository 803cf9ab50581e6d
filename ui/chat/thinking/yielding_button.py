"""A button of the header that leaves words out, and then goes, where there is no room for it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.menu_button import MenuButton
from ui.widgets.one_at_a_time import one_at_a_time

_HEIGHT_PX = 34
_NOTHING, _SHORT, _WHOLE = range(3)


class YieldingButton(MenuButton):
    """Hidden until it is wanted. Where it is not seen keys and palette open its menu below a stand-in."""

    def __init__(self, stand_in: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("kind", "small")
        self.setMinimumHeight(_HEIGHT_PX)
        self.is_wanted = False
        self._stand_in = stand_in
        self._short: str | None = None
        self._whole = ""
        self._form = _WHOLE
        self.setVisible(False)

    def want(self, *, wanted: bool) -> None:
        """Show it where there is room, or not at all."""
        self.is_wanted = wanted
        self._show_form()

    def say(self, short: str | None, whole: str) -> None:
        """Show these words, or the short ones; without short ones there is nothing to tell, and it goes first."""
        self._short, self._whole = short, whole
        self._show_form()

    def forms_px(self) -> tuple[int, int, int]:
        """How wide it is while it yields, with its short words, with all of them."""
        if not self.is_wanted:
            return (0, 0, 0)
        short_px = 0 if self._short is None else self.px_with(self._short)
        return (0, short_px, max(short_px, self.px_with(self._whole)))

    def show_form(self, form: int) -> None:
        """Take one of the forms."""
        if form != self._form:
            self._form = form
            self._show_form()

    def menu_place(self) -> QWidget:
        """Return what a menu opens below."""
        return self if self.isVisible() else self._stand_in or self

    @one_at_a_time
    def _show_form(self) -> None:
        is_whole = self._form == _WHOLE
        self.setText(self._whole if is_whole else self._short or "")
        self.setVisible(self.is_wanted and (is_whole or (self._form == _SHORT and self._short is not None)))
