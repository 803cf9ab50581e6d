"""What is in the window, built together: sidebar, page, thinking pane; who is beside whom at which width."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.chat.chat_page import ChatPage
from ui.chat.conversations.sidebar import Sidebar
from ui.chat.exchange.work_strip import WorkStrip
from ui.chat.thinking.thinking_dock import ThinkingDock, rail_px
from ui.theme.fonts import scaled_px
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.widgets.drop_overlay import DropOverlay
from ui.widgets.layouts import column, row
from ui.widgets.pulse import Pulse
from ui.widgets.sidebar_switch import SidebarSwitch

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

NARROW_PX = 860
"""Below this width the thought moves above its answer."""

_SIDEBAR_FITS_PX = 1040
_PANE_SHARE, _LEAST_PANE_PX, _WIDEST_PANE_PX = 0.34, 280, 640
"""What the thought takes of the room beside the conversations until the person draws its edge; longer lines tire."""
_WIDEST_PANE_SHARE = 0.6
_LEAST_PAGE_PX = 320
"""With less room beside them the conversations take the place of the page."""


class WindowContent(QWidget):
    """Builds and arranges the parts, and takes dropped files. The parts know values and signals, and nothing of each
    other: a presenter is given those that it presents.

    Signals:
        file_dropped(str): a GGUF file was dropped.
        files_dropped(tuple): other files were dropped, by their paths.
        picture_dropped(QImage): a picture that is no file was dropped, such as one of a web page.
        narrow_changed(bool): the thought has moved above its answer, or back beside it.
        pane_resized(int): the person has set the thinking pane's width in pixels.
    """

    file_dropped = Signal(str)
    files_dropped = Signal(object)
    picture_dropped = Signal(object)
    narrow_changed = Signal(bool)
    pane_resized = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, picker: QWidget) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.pulse = Pulse(theme)
        self.sidebar = Sidebar(theme, self.pulse)
        self.page = ChatPage(theme, picker)
        self.dock = ThinkingDock(theme, icons, self.pulse)
        self.strip_below = WorkStrip(beside_px=24, below_px=12)
        """Shows the jobs where the sidebar, which has a strip of its own, does not."""
        self.is_narrow = False
        """Whether the thought stands above its answer."""
        self.is_sidebar_wanted: bool | None = None
        """Whether the person has shown or hidden the conversations; `None`: they are there where there is room."""
        self._drawn_pane_px: int | None = None
        """As wide as the person has drawn the pane; `None`: it has its share."""
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.page)
        self._splitter.addWidget(self.dock)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._splitter)
        self._below = QWidget()
        row(self.strip_below, of=self._below)
        self._beside = QWidget()
        column((self._pages, 1), self._below, of=self._beside, spacing=0)
        row(self.sidebar, (self._beside, 1), of=self, spacing=0)
        self._overlay = DropOverlay(theme, self)
        self._splitter.installEventFilter(self)
        self._splitter.splitterMoved.connect(self._note_pane_width)
        self.dock.shown_changed.connect(self._restore_pane_width)
        for part in (self.sidebar, self.page):
            self._serve_switch(part)

    def set_pane(self, *, width_px: int | None, collapsed: bool) -> None:
        """Bring the thinking pane to a remembered width and state; without a width it has its share."""
        self._drawn_pane_px = width_px
        self.dock.set_collapsed(collapsed=collapsed)
        self._restore_pane_width()

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the chat; the sidebar stays."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
            self._serve_switch(page)
            self._arrange()
        self._pages.setCurrentWidget(page)
        self._uncover()

    def show_chat(self) -> None:
        """Show the chat again."""
        self._pages.setCurrentWidget(self._splitter)
        self._uncover()

    def want_sidebar(self, wanted: bool | None) -> None:
        """Show or hide the conversations as the person has wanted it."""
        self.is_sidebar_wanted = wanted
        self._arrange()

    def toggle_sidebar(self) -> None:
        """Show the conversations, or hide them."""
        self.is_sidebar_wanted = self.sidebar.isHidden()
        self._arrange()

    def toggle_full_screen(self) -> None:
        """Let the window take the whole screen, or give it back."""
        self.window().setWindowState(self.window().windowState() ^ Qt.WindowState.WindowFullScreen)

    # --- private ----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        width = self.width()
        fits = width >= _grown(_SIDEBAR_FITS_PX)
        is_sidebar_shown = fits if self.is_sidebar_wanted is None else self.is_sidebar_wanted
        self.sidebar.setVisible(is_sidebar_shown)
        self._below.setVisible(not is_sidebar_shown)
        beside_px = self.sidebar.usual_px if is_sidebar_shown and not fits else 0
        covers = beside_px > 0 and width - beside_px < scaled_px(_LEAST_PAGE_PX)
        is_narrow = width - beside_px < _grown(NARROW_PX)
        is_switch_needed = not fits or self.sidebar.isHidden()
        for switch in self.findChildren(SidebarSwitch):
            switch.setVisible(is_switch_needed)
        self.sidebar.spread(wide=covers)
        self._beside.setVisible(not covers)
        self.dock.setVisible(not is_narrow)
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self._restore_pane_width()
            self.narrow_changed.emit(is_narrow)

    def _uncover(self) -> None:
        """What is shown is to be seen: the conversations give its place back."""
        if self._beside.isHidden():
            self.want_sidebar(wanted=False)

    def _serve_switch(self, page: QWidget) -> None:
        for switch in page.findChildren(SidebarSwitch):
            switch.clicked.connect(self.toggle_sidebar)

    def _note_pane_width(self) -> None:
        if not self.dock.is_collapsed:
            self._drawn_pane_px = self.dock.width()
            self.pane_resized.emit(self._drawn_pane_px)

    def _restore_pane_width(self) -> None:
        room = self._splitter.width() - self._splitter.handleWidth()
        share = min(max(round(room * _PANE_SHARE), _grown(_LEAST_PANE_PX)), scaled_px(_WIDEST_PANE_PX))
        wanted = min(self._drawn_pane_px or share, round(room * _WIDEST_PANE_SHARE))
        width = rail_px() if self.dock.is_collapsed else wanted
        self._splitter.setSizes([max(1, room - width), width])

    def _dropped(self, event: QDragEnterEvent | QDropEvent) -> tuple[str, tuple[str, ...]]:
        """Return the model file, if there is one, else the other files: they go along with a question."""
        urls: list[QUrl] = event.mimeData().urls()
        paths = tuple(url.toLocalFile() for url in urls if url.isLocalFile())
        model = next((path for path in paths if Path(path).suffix.lower() == ".gguf"), "")
        is_chat = self._pages.currentWidget() is self._splitter
        return model, (paths if is_chat and not model else ())

    def _is_picture(self, event: QDropEvent) -> bool:
        """Whether the chat is shown and a picture without a file hovers over it."""
        return self._pages.currentWidget() is self._splitter and event.mimeData().hasImage()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share another width out between answer and thought."""
        if event.type() is QEvent.Type.Resize:
            self._restore_pane_width()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Arrange the parts again in another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.isVisible():
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the new width; a crossing of a border forgets what was wanted before."""
        old, new = event.oldSize().width(), event.size().width()
        if (old < _grown(_SIDEBAR_FITS_PX)) != (new < _grown(_SIDEBAR_FITS_PX)):
            self.is_sidebar_wanted = None
        self._arrange()
        super().resizeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what dropping would do."""
        path, files = self._dropped(event)
        if path:
            event.acceptProposedAction()
            self._overlay.show_text(self.tr("Drop to open {name}").format(name=Path(path).name))
        elif files:
            event.acceptProposedAction()
            one = self.tr("Drop to send {name} along").format(name=Path(files[0]).name)
            self._overlay.show_text(one if len(files) == 1 else self.tr("Drop to send %n files along", "", len(files)))
        elif self._is_picture(event):
            event.acceptProposedAction()
            self._overlay.show_text(self.tr("Drop to send the picture along"))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the sheet away."""
        self._overlay.setVisible(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file."""
        self._overlay.setVisible(False)
        path, files = self._dropped(event)
        if path or files or self._is_picture(event):
            event.acceptProposedAction()
        if path:
            self.file_dropped.emit(path)
        elif files:
            self.files_dropped.emit(files)
        elif self._is_picture(event):
            self.picture_dropped.emit(QImage(event.mimeData().imageData()))


def _grown(px: int) -> int:
    """Return a border that large text shifts, half as far as it grows: some narrowness is better than parts folded."""
    return (px + scaled_px(px)) // 2
