"""The row above the transcript: sidebar, model, thinking, how often, tools, how it is answered, context gauge."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from ui.chat.composer.context_gauge import ContextGauge
from ui.chat.thinking.thinking_control import ThinkingControl
from ui.chat.thinking.tools_button import ToolsButton
from ui.chat.thinking.vote_button import VoteButton
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, give_icon
from ui.theme.spacing import HEADER_PX
from ui.theme.theme import Theme
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import row
from ui.widgets.sidebar_switch import SidebarSwitch


class HeaderBar(QFrame):
    """Holds the model picker it is given."""

    def __init__(self, theme: Theme, picker: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(max(HEADER_PX, scaled_px(HEADER_PX - 8)))
        self.gauge = ContextGauge(theme)
        self.thinking = ThinkingControl()
        self.votes = VoteButton()
        self.tools = ToolsButton()
        self.answering = QToolButton()
        words = self.tr("How this conversation is answered")
        KeyTip(self.answering, f"{words}\n{self.tr('System prompt, model, thinking, sampling')}", action="answering")
        self.answering.setAccessibleName(words)
        give_icon(self.answering, IconName.ADJUST)
        self._switch = SidebarSwitch()
        self._picker = picker
        parts = (self._switch, picker, self.thinking, self.votes, self.tools, self.answering, 1, self.gauge)
        self._row = row(*parts, of=self, margins=(16, 0, 20, 0), spacing=8)

    # --- private ----------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Give up first the gauge's bar, then the row of levels, its words, then the gauge, where room is scarce."""
        margins = self._row.contentsMargins()
        taken = margins.left() + margins.right() + self._picker.sizeHint().width() + 3 * self._row.spacing()
        for beside in (self._switch, self.votes, self.tools, self.answering):
            if not beside.isHidden():
                taken += beside.sizeHint().width() + self._row.spacing()
        free = self.width() - taken - self.thinking.roomy_px()
        self.gauge.set_compact(compact=free < self.gauge.roomy_px())
        self.thinking.set_compact(compact=free < self.gauge.tight_px())
        free = self.width() - taken - self.thinking.menu_px()
        self.thinking.set_short(short=free < self.gauge.tight_px())
        free = self.width() - taken - self.thinking.short_px()
        self.gauge.set_hidden(hidden=free < self.gauge.tight_px())

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts into the new width."""
        self._fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Fit them again when one of them needs more or less room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)
