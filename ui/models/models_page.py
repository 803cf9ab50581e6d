"""The models page: tabs above, a list in the middle, one model at the right, the running download below."""

from __future__ import annotations

import enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from ui.models.discover.discover_view import DiscoverView
from ui.models.discover.model_panel import ModelPanel
from ui.models.downloads.download_bar import DownloadBar
from ui.models.downloads.downloads_view import DownloadsView
from ui.models.library.library_panel import LibraryPanel
from ui.models.library.library_view import LibraryView
from ui.models.parts.page_style import STYLE
from ui.models.parts.panel_frame import HEADER_PX, PanelFrame
from ui.models.servers.server_panel import ServerPanel
from ui.models.servers.servers_view import ServersView
from ui.models.tools.tool_panel import ToolPanel
from ui.models.tools.tools_view import ToolsView
from ui.theme.fonts import scaled_px
from ui.theme.page_style import PageStyle
from ui.theme.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.escape_key import EscapeKey
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column, row
from ui.widgets.sidebar_switch import SidebarSwitch
from ui.widgets.styled import button, styled

_PANEL_BESIDE_PX = 760
_LEAST_PANEL_PX = 340
_MOST_PANEL_PX = 460
_PANEL_SHARE = 0.4
_HEADER_SIDES_PX = 36


class Tab(enum.IntEnum):
    """The tabs, in their order."""

    DISCOVER = 0
    LIBRARY = 1
    DOWNLOADS = 2
    SERVERS = 3
    TOOLS = 4


class ModelsPage(QWidget):
    """Arranges the views; where it is narrow, the panel takes the place of the list. One of nothing takes no place.

    Signals:
        tab_changed(Tab): another tab is shown.
        close_asked(): Escape was pressed where there is nothing to go back to.
    """

    tab_changed = Signal(object)
    close_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("models")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(320)
        self.discover = DiscoverView(theme)
        self.library = LibraryView(theme)
        self.downloads = DownloadsView()
        self.servers = ServersView(theme)
        self.model_panel = ModelPanel()
        self.library_panel = LibraryPanel(theme)
        self.server_panel = ServerPanel()
        self.tools = ToolsView(theme)
        self.tool_panel = ToolPanel()
        self.bar = DownloadBar()
        self._tab = Tab.DISCOVER
        self._is_panel_open = False
        self._centre_px = 0
        self._lists = QStackedWidget()
        for view in (self.discover, self.library, self.downloads, self.servers, self.tools):
            self._lists.addWidget(view)
        self._panels = QStackedWidget()
        self._panel_of = {
            Tab.DISCOVER: self.model_panel,
            Tab.LIBRARY: self.library_panel,
            Tab.SERVERS: self.server_panel,
            Tab.TOOLS: self.tool_panel,
        }
        for panel in self._panel_of.values():
            self._panels.addWidget(panel)
            panel.back.clicked.connect(self.close_panel)
            panel.titled.connect(self._place_panel)
        self._tabs = self._build_tabs()
        self._tabs_row = FlowRow(*self._tabs.values())  # large text needs a second line
        self._computer = styled(ElidedLabel(), tone="soft", scale="small")
        self._switch = SidebarSwitch()
        header = QFrame()
        header.setObjectName("modelsHeader")
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._header_row = row(
            (self._switch, middle),
            (self._tabs_row, middle),
            1,
            of=header,
            margins=(16, 4, _HEADER_SIDES_PX - 16, 4),
            spacing=8,
        )
        # a strut and no least height: that would be in the place of what two lines of tabs need
        self._header_row.addStrut(max(HEADER_PX, scaled_px(HEADER_PX - 8)) - 9)
        self._below_header = row(margins=(24, 10, 24, 0))
        self._below_header.addWidget(self._computer)
        self._centre = QWidget()
        column(header, self._below_header, (self._lists, 1), self.bar, of=self._centre, spacing=0)
        self._arrangement = row((self._centre, 1), self._panels, of=self, spacing=0)
        PageStyle(self, theme, STYLE)
        EscapeKey(self, self._go_back)
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
        if tab in self._panel_of:
            self._panels.setCurrentWidget(self._panel_of[tab])
        self._is_panel_open = self._is_panel_open and not is_other
        self._place_panel()
        self.bar.set_wanted(is_wanted=tab is not Tab.DOWNLOADS)
        if is_other:
            self.tab_changed.emit(tab)

    def show_computer(self, text: str) -> None:
        """Say what this computer has."""
        self._computer.setText(text)
        self._place_tabs()

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
        lists = {Tab.LIBRARY: self.library.list, Tab.SERVERS: self.servers.list, Tab.TOOLS: self.tools.list}
        lists.get(self._tab, self.discover.list).setFocus()

    # --- private ----------------------------------------------------------------------------------------------

    def _go_back(self) -> None:
        if self._is_panel_open and self._centre.isHidden():
            self.close_panel()
        else:
            self.close_asked.emit()

    def _build_tabs(self) -> dict[Tab, QPushButton]:
        tabs = {
            Tab.DISCOVER: button(self.tr("Discover"), self.tr("Find models on the Hub"), kind="tab"),
            Tab.LIBRARY: button(
                self.tr("On this computer"), self.tr("The models that are here, other apps' included"), kind="tab"
            ),
            Tab.DOWNLOADS: button(self.tr("Downloads"), self.tr("What is being downloaded"), kind="tab"),
            Tab.SERVERS: button(self.tr("Servers"), self.tr("Models that other computers or programs run"), kind="tab"),
            Tab.TOOLS: button(self.tr("Tools"), self.tr("What models may call, and who decides on it"), kind="tab"),
        }
        for tab, one in tabs.items():
            one.setCheckable(True)
            one.setAutoExclusive(True)
            one.setProperty("spokenRole", "tab")
            one.clicked.connect(lambda _checked=False, tab=tab: self.show_tab(tab))
        return tabs

    def _place_panel(self) -> None:
        shown = self._panel_of.get(self._tab)
        has_panel = shown is not None and (self._is_panel_open or bool(shown.title()))
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
        self._arrangement.activate()  # else the panel may be painted once over the list, before it has its place

    def _place_tabs(self) -> None:
        """The tabs are in one line where that is possible; so is the line about the computer, or else below."""
        switch_px = self._switch.sizeHint().width() + 8 if self._switch.isVisibleTo(self) else 0
        room_px = self._centre_px - _HEADER_SIDES_PX - switch_px
        tabs_px = sum(button.sizeHint().width() + 8 for button in self._tabs.values())
        self._tabs_row.setFixedWidth(max(1, min(tabs_px, room_px)))
        words_px = self._computer.fontMetrics().horizontalAdvance(self._computer.text())
        is_beside = room_px - tabs_px >= words_px + 2 * _HEADER_SIDES_PX
        place, other = self._header_row, self._below_header
        place, other = (place, other) if is_beside else (other, place)
        if place.indexOf(self._computer) < 0:
            other.removeWidget(self._computer)
            place.addWidget(self._computer)
            self._below_header.setContentsMargins(*((0, 0, 0, 0) if is_beside else (24, 10, 24, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the list or in its place."""
        super().resizeEvent(event)
        self._place_panel()

    def event(self, event: QEvent) -> bool:
        """Other words in the tabs need other widths."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_tabs()
        return super().event(event)
