"""All views of the chat, built together; who they talk to is decided elsewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.chat.chat_page import ChatPage
from ui.chat.chat_window import ChatWindow
from ui.chat.composer.composer import Composer
from ui.chat.conversations.conversation_list import ConversationList
from ui.chat.conversations.conversation_model import ConversationModel
from ui.chat.conversations.sidebar import Sidebar
from ui.chat.exchange.work_strip import WorkStrip
from ui.chat.header_bar import HeaderBar
from ui.chat.thinking.thinking_dock import ThinkingDock, ThinkingRail
from ui.chat.thinking.thinking_pane import ThinkingPane
from ui.chat.transcript.transcript import Transcript
from ui.chat.transcript.welcome import Welcome
from ui.chat.window_content import WindowContent
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.pulse import Pulse


class ChatViews:
    """What is in the window; the parts know values and signals, and nothing of each other or of the session."""

    def __init__(self, window: ChatWindow, *, theme: Theme, icons: Icons, picker: QWidget) -> None:
        self.window = window
        self.pulse = Pulse(theme)
        self.conversations = ConversationModel()
        self.list = ConversationList(self.conversations, theme, self.pulse)
        self.sidebar = Sidebar(theme, self.list)
        self.header = HeaderBar(theme, icons, picker)
        self.transcript = Transcript()
        self.welcome = Welcome(theme)
        self.composer = Composer()
        self.problem_bar = NoticeBar()
        self.page = ChatPage(
            header=self.header,
            transcript=self.transcript,
            welcome=self.welcome,
            composer=self.composer,
            problem_bar=self.problem_bar,
        )
        self.pane = ThinkingPane(theme, icons, self.pulse)
        self.dock = ThinkingDock(self.pane, ThinkingRail(theme, icons, self.pulse))
        self.strip_below = WorkStrip(beside_px=24, below_px=12)
        self.content = WindowContent(
            theme=theme,
            sidebar=self.sidebar,
            header=self.header,
            page=self.page,
            dock=self.dock,
            strip=self.strip_below,
        )
        self.conversations.setParent(self.content)
        window.hold(self.content)
