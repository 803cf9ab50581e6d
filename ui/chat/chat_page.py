"""The middle of the window: header, notices, the transcript or a welcome, the composer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QWidget

from ui.chat.calls.asking_bar import AskingBar
from ui.chat.composer.composer import Composer
from ui.chat.composer.context_bar import ContextBar
from ui.chat.composer.context_gauge import ContextGauge
from ui.chat.search.find_bar import FindBar
from ui.chat.thinking.thinking_control import ThinkingControl
from ui.chat.thinking.tools_button import ToolsButton
from ui.chat.thinking.vote_button import VoteButton
from ui.chat.transcript.continuation_note import ContinuationNote
from ui.chat.transcript.transcript import Transcript
from ui.chat.transcript.welcome import Welcome
from ui.theme.icons import IconName, give_icon
from ui.theme.reading import column_px
from ui.theme.spacing import HEADER_PX
from ui.theme.theme import Theme
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import column, row
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.sidebar_switch import SidebarSwitch
from ui.widgets.yielding_area import YieldingArea

_TOLD_SHARE = 0.4
_BELOW_PX = 18


class ChatPage(QWidget):
    """The parts above each other, in one column."""

    def __init__(self, theme: Theme, picker: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setMinimumWidth(320)
        self.header = HeaderBar(theme, picker)
        self.transcript = Transcript()
        self.welcome = Welcome(theme)
        self.composer = Composer()
        self.notices = NoticeBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.transcript)
        self.find_bar = FindBar()
        self.continuation = ContinuationNote()
        self.context_bar = ContextBar()
        self.asking_bar = AskingBar()
        above, below = QWidget(), QWidget()
        column(
            self._told(self.notices),
            _centred(self.find_bar, top_px=8),
            _centred(self.continuation, top_px=8),
            of=above,
            spacing=0,
        )
        column(_centred(self.context_bar, bottom_px=8), _centred(self.asking_bar, bottom_px=8), of=below, spacing=0)
        column(
            self.header,
            YieldingArea(above, self, self.composer, most_px=self._beside_transcript_px),
            (self._stack, 1),
            YieldingArea(below, self, self.composer, most_px=self._beside_transcript_px),
            _centred(self.composer, bottom_px=_BELOW_PX),
            of=self,
            spacing=0,
        )

    def show_transcript(self) -> None:
        """Show the conversation."""
        self._stack.setCurrentWidget(self.transcript)

    def show_welcome(self) -> None:
        """Show the empty state."""
        self._stack.setCurrentWidget(self.welcome)

    def _told(self, notices: NoticeBar) -> QWidget:
        around = QWidget()
        around.setLayout(_centred(notices, top_px=12, bottom_px=8))
        around.setVisible(False)
        notices.shown.connect(around.show)
        notices.dismissed.connect(around.hide)
        return around

    def _beside_transcript_px(self) -> int:
        """How tall what is told above the transcript, or below it, may be; more of it is scrolled."""
        composer_px = max(self.composer.minimumSizeHint().height(), self.composer.heightForWidth(self.composer.width()))
        free = self.height() - self.header.height() - composer_px - _BELOW_PX
        return min(round(free * _TOLD_SHARE), (free - self._stack.minimumSizeHint().height()) // 2)

    def _fit(self) -> None:
        """Keep composer and notices as wide as the transcript's column."""
        for part in (
            self.composer,
            self.context_bar,
            self.asking_bar,
            self.notices,
            self.find_bar,
            self.continuation,
        ):
            part.setFixedWidth(column_px(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts into the new width."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit them again in another size of text, or another width of the column."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()


def _centred(widget: QWidget, *, top_px: int = 0, bottom_px: int = 0) -> QHBoxLayout:
    return row(1, widget, 1, margins=(0, top_px, 0, bottom_px))


class _Yielding(Protocol):
    def forms_px(self) -> Sequence[int]: ...

    def show_form(self, form: int) -> None: ...


# The row above the transcript: sidebar, model, thinking, how often, tools, how it is answered, context gauge.


class HeaderBar(QFrame):
    """Holds the model picker it is given."""

    def __init__(self, theme: Theme, picker: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        ScaledLength(self, lambda px: self.setFixedHeight(max(HEADER_PX, px)), HEADER_PX - 8)
        self.gauge = ContextGauge(theme)
        self.thinking = ThinkingControl()
        self.answering = QToolButton()
        self.votes = VoteButton(self.answering)
        self.tools = ToolsButton(self.answering)
        words = self.tr("How this conversation is answered")
        what = self.tr("System prompt, model, thinking, how often, tools, sampling")
        KeyTip(self.answering, f"{words}\n{what}", action="answering")
        self.answering.setAccessibleName(words)
        give_icon(self.answering, IconName.ADJUST)
        self.questions = QToolButton()
        words = self.tr("Go to a question of this conversation")
        KeyTip(self.questions, words, action="questions")
        self.questions.setAccessibleName(words)
        give_icon(self.questions, IconName.OUTLINE)
        self._has_questions = False
        self._switch = SidebarSwitch()
        self._picker = picker
        beside = (self.thinking, self.votes, self.tools, self.answering)
        parts = (self._switch, picker, *beside, 1, self.questions, self.gauge)
        self._row = row(*parts, of=self, margins=(16, 0, 20, 0), spacing=8)
        self.offer_questions(offered=False)

    def offer_questions(self, *, offered: bool) -> None:
        """Offer to go to one of several questions, where there is room."""
        self._has_questions = offered
        self._fit()

    # --- private ----------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Share the width out: what tells most has it first, and nothing stands without its word while one fits."""
        gap, margins = self._row.spacing(), self._row.contentsMargins()
        parts: tuple[_Yielding, ...] = (self.thinking, self.votes, self.tools, self.gauge)
        widths = [[px + gap if px else 0 for px in part.forms_px()] for part in parts]
        forms = [0] * len(parts)
        room = self.width() - margins.left() - margins.right() + gap - sum(px[0] for px in widths)
        for part in (self._switch, self._picker, self.answering):
            room -= 0 if part.isHidden() else part.minimumSizeHint().width() + gap

        def grow(*steps: tuple[int, int]) -> None:
            nonlocal room
            for part, form in steps:
                px = widths[part]
                if form < len(px) and forms[part] == form - 1 and px[form] - px[form - 1] <= room:
                    forms[part] = form
                    room -= px[form] - px[form - 1]

        thinking, votes, tools, gauge = range(len(parts))
        grow((thinking, 1), (votes, 1), (gauge, 1), (tools, 1))
        room -= max(0, min(room, self._picker.sizeHint().width() - self._picker.minimumSizeHint().width()))
        grow((gauge, 2), (thinking, 2), (votes, 2))
        questions_px = self.questions.sizeHint().width() + gap if self._has_questions else 0
        self.questions.setVisible(0 < questions_px <= room)
        room -= questions_px if questions_px <= room else 0
        grow((tools, 2), (gauge, 3))
        for one, form in zip(parts, forms, strict=True):
            one.show_form(form)

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
