"""The models page: tabs above, a list in the middle, one model at the right, the running download below."""

from __future__ import annotations

import enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ui.models.discover_view import DiscoverView
from ui.models.download_bar import DownloadBar
from ui.models.downloads_view import DownloadsView
from ui.models.library_panel import LibraryPanel
from ui.models.library_view import LibraryView
from ui.models.model_panel import ModelPanel
from ui.models.page_style import wear
from ui.models.panel_frame import HEADER_PX, PanelFrame
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, Icons
from ui.theme.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow_row import FlowRow
from ui.widgets.key_tip import KeyTip

_PANEL_BESIDE_PX = 760
_LEAST_PANEL_PX = 340
_MOST_PANEL_PX = 460
_PANEL_SHARE = 0.4
_HEADER_SIDES_PX = 36
_LEAST_COMPUTER_PX = 120
"""With less room beside the tabs, the line about the computer says too little."""


class Tab(enum.IntEnum):
    """The three tabs, in their order."""

    DISCOVER = 0
    LIBRARY = 1
    DOWNLOADS = 2


class ModelsPage(QWidget):
    """Arranges the views; where it is narrow, the panel takes the place of the list.

    Signals:
        sidebar_asked(): the list of conversations should appear or go.
        tab_changed(Tab): another tab is shown.
        close_asked(): Escape was pressed where there is nothing to go back to.
    """

    sidebar_asked = Signal()
    tab_changed = Signal(object)
    close_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("models")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(320)
        self.discover = DiscoverView(theme)
        self.library = LibraryView(theme)
        self.downloads = DownloadsView()
        self.model_panel = ModelPanel()
        self.library_panel = LibraryPanel()
        self.bar = DownloadBar()
        self._tab = Tab.DISCOVER
        self._is_panel_open = False
        self._centre_px = 0
        self._lists = QStackedWidget()
        for view in (self.discover, self.library, self.downloads):
            self._lists.addWidget(view)
        self._panels = QStackedWidget()
        for panel in (self.model_panel, self.library_panel):
            self._panels.addWidget(panel)
            panel.back_asked.connect(self.close_panel)
        self._tabs = self._build_tabs()
        self._tabs_row = FlowRow()  # large text needs a second line
        self._computer = ElidedLabel()
        self._computer.setProperty("tone", "soft")
        self._computer.setProperty("scale", "small")
        self._computer.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._switch = QToolButton()
        KeyTip(self._switch, self.tr("Show or hide the conversations"), action="sidebar")
        self._switch.setAccessibleName(self.tr("Show or hide the conversations"))
        self._switch.clicked.connect(self.sidebar_asked)
        self._switch.setVisible(False)
        icons.give(self._switch, IconName.SIDEBAR)
        self._arrange()
        wear(self, theme)
        self.show_tab(Tab.DISCOVER)

    @property
    def tab(self) -> Tab:
        """The tab shown."""
        return self._tab

    def show_tab(self, tab: Tab) -> None:
        """Show another tab."""
        is_other = tab is not self._tab
        self._tab = tab
        self._tabs[tab].setChecked(True)
        self._lists.setCurrentIndex(tab)
        if tab is not Tab.DOWNLOADS:
            self._panels.setCurrentIndex(tab)
        self._is_panel_open = self._is_panel_open and not is_other
        self._place_panel()
        if is_other:
            self.tab_changed.emit(tab)

    def show_computer(self, text: str) -> None:
        """Say what this computer has."""
        self._computer.setText(text)

    def show_download_count(self, count: int) -> None:
        """Say how many downloads are not done."""
        words = self.tr("Downloads · {count}").format(count=count) if count else self.tr("Downloads")
        self._tabs[Tab.DOWNLOADS].setText(words)
        self._place_tabs()

    def open_panel(self) -> None:
        """Show the panel, where it does not stand beside the list anyway."""
        self._is_panel_open = True
        self._place_panel()

    def close_panel(self) -> None:
        """Go back to the list."""
        self._is_panel_open = False
        self._place_panel()
        (self.discover.list if self._tab is Tab.DISCOVER else self.library.list).setFocus()

    def set_switch_visible(self, *, visible: bool) -> None:
        """Offer the sidebar switch only where the sidebar is not always there."""
        self._switch.setVisible(visible)

    # --- private ----------------------------------------------------------------------------------------------

    def _build_tabs(self) -> dict[Tab, QPushButton]:
        words = {
            Tab.DISCOVER: (self.tr("Discover"), self.tr("Find models on the Hub")),
            Tab.LIBRARY: (self.tr("On this computer"), self.tr("The models that are here, other apps' included")),
            Tab.DOWNLOADS: (self.tr("Downloads"), self.tr("What is being downloaded")),
        }
        tabs: dict[Tab, QPushButton] = {}
        for tab, (text, tip) in words.items():
            button = QPushButton(text)
            button.setProperty("kind", "tab")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setToolTip(tip)
            button.clicked.connect(lambda _checked=False, tab=tab: self.show_tab(tab))
            tabs[tab] = button
        return tabs

    def _arrange(self) -> None:
        header = QFrame()
        header.setObjectName("modelsHeader")
        header.setMinimumHeight(max(HEADER_PX, scaled_px(HEADER_PX - 8)))
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 4, _HEADER_SIDES_PX - 16, 4)
        row.setSpacing(8)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in self._tabs.values():
            self._tabs_row.add(button)
        row.addWidget(self._tabs_row, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._computer, 1)
        self._centre = QWidget()
        column = QVBoxLayout(self._centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._lists, 1)
        column.addWidget(self.bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._centre, 1)
        whole.addWidget(self._panels)

    def _place_panel(self) -> None:
        has_panel = self._tab is not Tab.DOWNLOADS
        is_beside = self.width() >= max(_PANEL_BESIDE_PX, scaled_px(_PANEL_BESIDE_PX))
        for panel in self._panels.findChildren(PanelFrame):
            panel.set_beside(is_beside=is_beside)
        if is_beside:
            wanted = int(self.width() * _PANEL_SHARE)
            self._panels.setFixedWidth(max(_LEAST_PANEL_PX, min(_MOST_PANEL_PX, wanted)))
        else:
            self._panels.setMinimumWidth(0)
            self._panels.setMaximumWidth(16_777_215)
        self._centre_px = self.width() - (self._panels.minimumWidth() if has_panel and is_beside else 0)
        self._place_tabs()
        self._panels.setVisible(has_panel and (is_beside or self._is_panel_open))
        self._centre.setVisible(is_beside or not (has_panel and self._is_panel_open))
        arrangement = self.layout()
        if arrangement is not None:
            arrangement.activate()  # else the panel may be painted once over the list, before it has its place

    def _place_tabs(self) -> None:
        """The tabs are in one line where that is possible; the line about the computer gets what is left."""
        switch_px = self._switch.sizeHint().width() + 8 if self._switch.isVisibleTo(self) else 0
        room_px = self._centre_px - _HEADER_SIDES_PX - switch_px
        tabs_px = sum(button.sizeHint().width() + 8 for button in self._tabs.values())
        self._tabs_row.setFixedWidth(max(1, min(tabs_px, room_px)))
        self._computer.setVisible(room_px - tabs_px >= _LEAST_COMPUTER_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the list or in its place."""
        super().resizeEvent(event)
        self._place_panel()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcut: here it leads back. Other words in the tabs need other widths."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_tabs()
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._is_panel_open and self._centre.isHidden():
            self.close_panel()
        else:
            self.close_asked.emit()
