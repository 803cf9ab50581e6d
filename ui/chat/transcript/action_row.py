"""The quiet row under a message: its versions and what can be done with it, as many buttons as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.chat.transcript.card_action import CardAction, action_explanation, action_text, key_name
from ui.theme.icons import IconName, give_icon
from ui.widgets.lacks import Need, Needs, lack_of
from ui.widgets.layouts import row
from ui.widgets.menus import open_at, passing_menu
from ui.widgets.styled import button, label, show_text
from ui.widgets.timers import after

_SPACING_PX = 12
_COPIED_MS = 1500


_NEEDS = {CardAction.CONTINUE: Need.PREFILLS}


class ActionRow(QWidget):
    """‹ 2/3 › and buttons; what finds no room, and the seldom used, is in a menu.

    Signals:
        action_chosen(CardAction): a button or a line of the menu was pressed.
    """

    action_chosen = Signal(object)

    def __init__(
        self,
        *,
        shown: Sequence[CardAction],
        in_menu: Sequence[CardAction],
        is_on_the_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.available: frozenset[CardAction] = frozenset()
        """What can be done with the message now."""
        self._in_menu = tuple(in_menu)
        self._before = self._button(CardAction.EARLIER_VERSION)
        self._after = self._button(CardAction.LATER_VERSION)
        self._version = label(tone="faint", scale="small")
        self._buttons = {action: self._button(action) for action in shown}
        for action, need in _NEEDS.items():
            if action in self._buttons:
                Needs(self._buttons[action], need)
        tip = self.tr("More that can be done with this message (Enter)")
        self._more = button("", tip, kind="quiet", name=self.tr("More actions"), clicked=self.open_menu)
        give_icon(self._more, IconName.MORE)
        self._all_figures: tuple[str, ...] = ()
        self._figures = label(tone="faint", scale="small")
        parts = (self._before, self._version, self._after, *self._buttons.values(), self._more)
        whole = row(*parts, self._figures, of=self, spacing=_SPACING_PX)
        whole.insertStretch(0 if is_on_the_right else len(parts))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._copied = after(self, _COPIED_MS, self._offer_copy_again)

    def show_actions(
        self, available: frozenset[CardAction], *, version: int, versions: int, figures: Sequence[str] = ()
    ) -> None:
        """Show what makes sense for this message; `version` counts from 1; the first of the figures have room first."""
        several = versions > 1
        ends = set()
        if version > 1:
            ends.add(CardAction.EARLIER_VERSION)
        if version < versions:
            ends.add(CardAction.LATER_VERSION)
        self.available = available | ends | ({CardAction.COMPARE} if several else frozenset())
        for widget in (self._before, self._version, self._after):
            widget.setVisible(several)
        self._before.setEnabled(version > 1)
        self._after.setEnabled(version < versions)
        self._version.setText(f"{version}/{versions}")
        self._version.setAccessibleName(self.tr("Version {number} of {count}").format(number=version, count=versions))
        self._all_figures = tuple(figures)
        self._fit()

    def say_copied(self) -> None:
        """Confirm the copy in the button itself."""
        if CardAction.COPY in self._buttons:
            self._buttons[CardAction.COPY].setText(self.tr("Copied"))
            self._copied.start()

    def open_menu(self) -> None:
        """Open the menu of everything that can be done."""
        menu = passing_menu(self)
        for action in (*self._buttons, *self._in_menu):
            if action in self.available:
                words = f"{action_text(action)}\t{key_name(action)}"
                line = menu.addAction(words, partial(self.action_chosen.emit, action))
                reason = lack_of(self, _NEEDS[action]) if action in _NEEDS else ""
                line.setEnabled(not reason)
                line.setToolTip(reason)
        open_at(menu, self._more)

    # --- private ----------------------------------------------------------------------------------------------

    def _button(self, action: CardAction) -> QPushButton:
        text, tip = action_text(action), action_explanation(action)
        chosen = partial(self.action_chosen.emit, action)
        return button(text, tip, kind="quiet", name="" if text.isalpha() else tip, clicked=chosen)

    def _offer_copy_again(self) -> None:
        self._buttons[CardAction.COPY].setText(action_text(CardAction.COPY))

    def _fit(self) -> None:
        """Leave out the figures first, then buttons from the last one, until the row fits."""
        several = not self._version.isHidden()
        left = self.width() - self._more.sizeHint().width()
        if several:
            left -= sum(w.sizeHint().width() + _SPACING_PX for w in (self._before, self._version, self._after))
        is_full = False
        for action, one in self._buttons.items():
            needed = one.sizeHint().width() + _SPACING_PX
            is_full = is_full or (action in self.available and needed > left)
            one.setVisible(action in self.available and not is_full)
            if not one.isHidden():
                left -= needed
        self._fit_figures(left - _SPACING_PX)
        self._more.setVisible(bool(self.available))

    def _fit_figures(self, room_px: int) -> None:
        metrics = self._figures.fontMetrics()
        for count in range(len(self._all_figures), -1, -1):
            text = " · ".join(self._all_figures[:count])
            if not text or metrics.horizontalAdvance(text) <= room_px:
                break
        show_text(self._figures, text)
        self._figures.setToolTip("\n".join(self._all_figures) if count < len(self._all_figures) else "")

    # --- Qt ---------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as fit."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()
