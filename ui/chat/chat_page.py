"""The middle of the window: header, notices, the transcript or a welcome, the composer."""

from __future__ import annotations

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
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, give_icon
from ui.theme.reading import column_px
from ui.theme.spacing import HEADER_PX
from ui.theme.theme import Theme
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import column, row
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.sidebar_switch import SidebarSwitch
from ui.widgets.yielding_area import YieldingArea

_TOLD_SHARE = 0.4


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
            _centred(self.composer, bottom_px=18),
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
        return round((self.height() - self.header.height() - composer_px) * _TOLD_SHARE)

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


# The row above the transcript: sidebar, model, thinking, how often, tools, how it is answered, context gauge.


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
        """Give up first the gauge's bar, then words before controls, levels, the gauge, where room is scarce."""
        margins = self._row.contentsMargins()
        taken = margins.left() + margins.right() + self._picker.sizeHint().width() + 3 * self._row.spacing()
        for beside in (self._switch, self.votes, self.answering):
            if not beside.isHidden():
                taken += beside.sizeHint().width() + self._row.spacing()
        gap = self._row.spacing()
        taken += self.tools.fit_into(self.width() - taken - gap - self.thinking.short_px()) + gap
        free = self.width() - taken - self.thinking.roomy_px()
        beside_px = self.questions.sizeHint().width() + self._row.spacing()
        is_roomy = free >= self.gauge.tight_px() + beside_px  # the row of levels is worth more; keys and palette stay
        self.questions.setVisible(self._has_questions and is_roomy)
        if self._has_questions and is_roomy:
            taken += beside_px
            free -= beside_px
        left = free - self.gauge.tight_px()
        for part in (self.thinking, self.gauge):
            word_px = part.word_px()
            part.show_word(shown=left >= word_px)
            left -= word_px if left >= word_px else 0
        self.gauge.set_compact(compact=left < self.gauge.roomy_px() - self.gauge.tight_px())
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
