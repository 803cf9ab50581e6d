"""The left edge: the mark, New chat, search, the conversations, the way back from a deletion, and the models."""

from __future__ import annotations

import enum
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from ui.chat.conversations.conversation_list import ConversationList
from ui.chat.conversations.conversation_model import ConversationModel
from ui.chat.exchange.work_strip import WorkStrip
from ui.chat.search.search_field import SearchField
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, give_icon
from ui.theme.spacing import keep_spaced
from ui.theme.theme import Theme
from ui.widgets.brand_label import BrandLabel
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import column, row
from ui.widgets.menus import look_for_mouse
from ui.widgets.pulse import Pulse
from ui.widgets.sidebar_switch import SidebarSwitch
from ui.widgets.styled import label, styled
from ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from ui.chat.search.search_results import SearchResults

SIDEBAR_PX = 248
_RESULTS_PX, _WIDEST_PX, _ANY_PX = 340, 380, 16_777_215


class ListCommand(enum.Enum):
    """What the menu of all conversations offers."""

    NEW_FOLDER = "new folder"
    EXPORT_ALL = "export all"
    IMPORT = "import"
    BACK_UP = "back up"
    RESTORE = "restore"


class Sidebar(QFrame):
    """Holds the list of conversations and what a search has found; `new_chat` is for whoever begins conversations.

    Signals:
        models_asked(): the models page is wanted.
        settings_asked(): the settings page is wanted.
        commanded(ListCommand): chosen in the menu.
    """

    models_asked = Signal()
    settings_asked = Signal()
    commanded = Signal(object)

    def __init__(self, theme: Theme, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.undo_bar = UndoBar()
        self.work_strip = WorkStrip()
        self.search_field = SearchField()
        self._theme = theme
        self.conversations = ConversationModel(parent=self)
        self.list = ConversationList(self.conversations, theme, pulse)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.setMinimumHeight(1)  # the list is scrolled; what stands below it is not
        self.new_chat = new_chat = styled(QPushButton(self.tr("New chat")), kind="raised")
        KeyTip(new_chat, self.tr("Begin a new conversation"), action="new_chat")
        self._new_chat_keys = shortcut = label(tone="faint", scale="small")
        row(1, shortcut, of=new_chat, margins=(0, 0, 12, 0))
        self._models = styled(QPushButton(self.tr("Models")), kind="place", spokenRole="tab")
        self._models.setCheckable(True)
        KeyTip(self._models, self.tr("Find, download and manage models"), action="models")
        self._models.clicked.connect(self._ask_for_models)
        self._settings = styled(QPushButton(self.tr("Settings")), kind="place", spokenRole="tab")
        self._settings.setCheckable(True)
        KeyTip(self._settings, self.tr("Change how Aside looks and works"), action="settings")
        self._settings.clicked.connect(self._ask_for_settings)
        self._summary = label(tone="faint")
        row(1, self._summary, of=self._models, margins=(0, 0, 8, 0))
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        brand = BrandLabel(theme)
        brand.setContentsMargins(6, 0, 0, 6)
        self._switch = SidebarSwitch()
        self.spread(wide=False)
        keep_spaced(
            column(
                row((brand, 1), (self._switch, Qt.AlignmentFlag.AlignTop)),
                new_chat,
                self._search_row(),
                (self._stack, 1),
                self.work_strip,
                self.undo_bar,
                line,
                self._models,
                self._settings,
                of=self,
                margins=(12, 16, 12, 12),
                spacing=8,
            )
        )

    @cached_property
    def results(self) -> SearchResults:
        """What a search has found; made after the first paint, when it is first asked for."""
        from ui.chat.search.search_results import SearchResults

        results = SearchResults(self._theme)
        self._stack.addWidget(results)
        return results

    @property
    def usual_px(self) -> int:
        """How wide it is beside a page."""
        return min(scaled_px(SIDEBAR_PX), _WIDEST_PX)

    def spread(self, *, wide: bool) -> None:
        """Take all the room there is, with a switch of its own, or stand beside a page."""
        self._switch.setVisible(wide)
        self._fit(wide=wide)

    def _fit(self, *, wide: bool) -> None:
        """What a search has found has more to say than a title, and gets more room where the window has it."""
        is_list = self._stack.currentWidget() is self.list
        width = (
            self.usual_px if is_list else max(self.usual_px, min(scaled_px(_RESULTS_PX), self.window().width() // 4))
        )
        self.setMinimumWidth(self.usual_px if wide else width)
        self.setMaximumWidth(_ANY_PX if wide else width)

    def show_new_chat_keys(self, keys: str) -> None:
        """Say on the button which keys begin a new conversation."""
        self._new_chat_keys.setText(keys)

    def show_models_summary(self, text: str) -> None:
        """Say how many models there are, such as `3 · 11.4 GB`."""
        self._summary.setText(text)
        self._models.setAccessibleName(self.tr("Models: {summary}").format(summary=text) if text else self.tr("Models"))

    def set_models_chosen(self, *, chosen: bool) -> None:
        """Mark the models page as the one that is shown."""
        self._models.setChecked(chosen)

    def set_settings_chosen(self, *, chosen: bool) -> None:
        """Mark the settings as what is shown."""
        self._settings.setChecked(chosen)

    def set_shown(self, conversation_id: int | None) -> None:
        """Mark the conversation that is open, in the list and in what a search has found; `None` for no mark."""
        self.list.set_chosen(conversation_id)
        self.results.model.set_shown(conversation_id)

    def show_results(self, shown: bool) -> None:
        """Show what the search has found, or the conversations again."""
        self._stack.setCurrentWidget(self.results if shown else self.list)
        self._fit(wide=self.maximumWidth() == _ANY_PX)

    def menu(self) -> QMenu:
        """Return the menu of all conversations."""
        menu = QMenu(self)
        for text, command in (
            (self.tr("New folder"), ListCommand.NEW_FOLDER),
            (self.tr("Mark all conversations"), None),
            ("", None),
            (self.tr("Export all…"), ListCommand.EXPORT_ALL),
            (self.tr("Import…"), ListCommand.IMPORT),
            ("", None),
            (self.tr("Back up now"), ListCommand.BACK_UP),
            (self.tr("Restore from a backup…"), ListCommand.RESTORE),
        ):
            if not text:
                menu.addSeparator()
            elif command is None:
                menu.addAction(text, self._mark_all)
            else:
                menu.addAction(text, partial(self.commanded.emit, command))
        return menu

    def _search_row(self) -> QHBoxLayout:
        more = QToolButton()
        give_icon(more, IconName.MORE)
        more.setAccessibleName(self.tr("All conversations: folders, export, import, backups"))
        more.setToolTip(self.tr("New folder, export, import, backups"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setObjectName("moreButton")
        menu = self.menu()
        menu.aboutToHide.connect(partial(look_for_mouse, more))
        more.setMenu(menu)
        return row((self.search_field, 1), more, spacing=4)

    def _mark_all(self) -> None:
        self.show_results(False)
        self.list.setFocus()
        self.list.selectAll()

    def _ask_for_settings(self) -> None:
        self._settings.setChecked(True)  # as below
        self.settings_asked.emit()

    def _ask_for_models(self) -> None:
        self._models.setChecked(True)  # the click has toggled it; what is shown decides
        self.models_asked.emit()
