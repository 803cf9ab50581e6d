"""The left edge: the mark, New chat, the conversations, and the way back from a deletion."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.chat.conversation_list import ConversationList
from ui.theme.theme import Theme
from ui.widgets.brand_label import BrandLabel
from ui.widgets.undo_bar import UndoBar

SIDEBAR_PX = 248


class Sidebar(QFrame):
    """Holds the conversation list it is given.

    Signals:
        new_chat_asked(): an empty conversation is wanted.
    """

    new_chat_asked = Signal()

    def __init__(self, theme: Theme, conversations: ConversationList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(SIDEBAR_PX)
        self.undo_bar = UndoBar()
        new_chat = QPushButton(self.tr("New chat"))
        new_chat.setProperty("kind", "raised")
        new_chat.setToolTip(self.tr("Begin a new conversation (Ctrl+N)"))
        new_chat.clicked.connect(self.new_chat_asked)
        shortcut = QLabel(self.tr("Ctrl N"))
        shortcut.setProperty("tone", "faint")
        shortcut.setStyleSheet("font-size: 12px;")
        inside = QHBoxLayout(new_chat)
        inside.setContentsMargins(0, 0, 12, 0)
        inside.addStretch()
        inside.addWidget(shortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        brand = BrandLabel(theme)
        brand.setContentsMargins(6, 0, 0, 6)
        column.addWidget(brand)
        column.addWidget(new_chat)
        column.addWidget(conversations, 1)
        column.addWidget(self.undo_bar)
