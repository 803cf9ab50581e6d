"""The left edge: the mark, New chat, the conversations, the way back from a deletion, and the models."""

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
        models_asked(): the models page is wanted.
    """

    new_chat_asked = Signal()
    models_asked = Signal()

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
        shortcut.setProperty("scale", "small")
        inside = QHBoxLayout(new_chat)
        inside.setContentsMargins(0, 0, 12, 0)
        inside.addStretch()
        inside.addWidget(shortcut)
        self._models = QPushButton(self.tr("Models"))
        self._models.setProperty("kind", "place")
        self._models.setCheckable(True)
        self._models.setToolTip(self.tr("Find, download and manage models (Ctrl+Shift+M)"))
        self._models.clicked.connect(self._ask_for_models)
        self._summary = QLabel()
        self._summary.setProperty("tone", "faint")
        beside = QHBoxLayout(self._models)
        beside.setContentsMargins(0, 0, 8, 0)
        beside.addStretch()
        beside.addWidget(self._summary)
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        brand = BrandLabel(theme)
        brand.setContentsMargins(6, 0, 0, 6)
        column.addWidget(brand)
        column.addWidget(new_chat)
        column.addWidget(conversations, 1)
        column.addWidget(self.undo_bar)
        column.addWidget(line)
        column.addWidget(self._models)

    def show_models_summary(self, text: str) -> None:
        """Say how many models there are, such as `3 · 11.4 GB`."""
        self._summary.setText(text)
        self._models.setAccessibleName(self.tr("Models: {summary}").format(summary=text) if text else self.tr("Models"))

    def set_models_chosen(self, *, chosen: bool) -> None:
        """Mark the models page as the one that is shown."""
        self._models.setChecked(chosen)

    def _ask_for_models(self) -> None:
        self._models.setChecked(True)  # the click has toggled it; what is shown decides
        self.models_asked.emit()
