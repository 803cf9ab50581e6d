"""The models page put together: views, what they ask, and the threads behind them. Imported when first opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.errors import UserError
from app.hardware.machine import HeldMemory
from app.hub.catalogue.hub_address import HubAddress
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadState
from app.hub.transfer.queued_download import QueuedDownload
from app.paths import AppPaths
from ui.bridges.background import Background
from ui.bridges.settings_store import SettingsStore
from ui.models.discover_controller import DiscoverController
from ui.models.downloads_controller import DownloadsController
from ui.models.fit_words import computer_words
from ui.models.hub_desk import HubDesk
from ui.models.hub_notice import hub_notice
from ui.models.library_controller import LibraryController
from ui.models.models_page import ModelsPage, Tab
from ui.models.panel_controller import PanelController
from ui.models.result_entry import ResultEntry
from ui.theme.icons import Icons
from ui.theme.theme import Theme

_LOOK_MS = 5000


class ModelsRoom(QObject):
    """Connects the page's parts with each other. Nothing connects to the Hub before the person asks for something.

    Signals:
        use_asked(LibraryModel): this model should be loaded, and the chat shown.
        listed(tuple[LibraryModel, ...]): the library was read.
        removing(str): the file at this path is about to be deleted.
        close_asked(): the chat should be shown again.
    """

    use_asked = Signal(object)
    listed = Signal(object)
    removing = Signal(str)
    close_asked = Signal()

    def __init__(
        self,
        paths: AppPaths,
        *,
        theme: Theme,
        icons: Icons,
        background: Background,
        kept: SettingsStore,
        held: Callable[[], HeldMemory],
    ) -> None:
        super().__init__()
        self._kept = kept
        self._background = background
        self.desk = HubDesk(paths, settings_file=kept.file, held=held)
        self._theme = theme
        self._icons = icons
        self.downloads = DownloadsController(
            self.desk,
            background,
            queue_file=queue_file(paths),
            at_once=kept.now().simultaneous_downloads,
            parent=self,
        )
        self.library = LibraryController(self.desk, background, is_downloading=self.downloads_are_running, parent=self)
        self._is_downloading = False
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_MS)
        self._looks.timeout.connect(self._show_computer)
        self._connect()
        self._follow_settings()
        self._make_page(Tab.DISCOVER)
        background.run(lambda _stop: self.desk.look_at_devices(), lambda _none: self._devices_known())

    def entered(self) -> None:
        """The page is shown: look at the computer and the library as they are now."""
        self._show_computer()
        self._looks.start()
        self.library.refresh()
        self.page.discover.field.setFocus()

    def downloads_are_running(self) -> bool:
        """Whether something is being written into the folder of models."""
        return self._is_downloading

    def left(self) -> None:
        """The page is hidden: look at nothing; downloads go on."""
        self._looks.stop()

    def make_page_anew(self) -> None:
        """Another language is spoken: another page takes the place of the one before. The Hub is not asked again."""
        before = self.page
        self._make_page(before.tab)
        if isValid(before):  # it was never shown
            before.deleteLater()
        self._show_computer()

    def show_downloads(self) -> None:
        """Show the tab of downloads."""
        self.page.show_tab(Tab.DOWNLOADS)

    def show_address(self, address: HubAddress) -> None:
        """Show a model's page. Asks the Hub, downloads nothing."""
        self.page.show_tab(Tab.DISCOVER)
        self.page.discover.list.mark(address.repo)
        self.page.open_panel()
        self.panel.show_address(address)

    def move_downloads(self, folder: Path) -> None:
        """Move the downloaded models into another folder, and show how far that is."""
        self.page.show_tab(Tab.LIBRARY)
        self.library.move_downloads(folder)

    def close(self) -> None:
        """Stop and join everything but the threads that were given."""
        self._looks.stop()
        self.downloads.close()

    def close_desk(self) -> None:
        """Close the connections, once no thread uses them."""
        self.desk.close()
        self.page.deleteLater()

    # --- private ----------------------------------------------------------------------------------------------

    def _make_page(self, tab: Tab) -> None:
        page = self.page = ModelsPage(self._theme, self._icons)
        page.show_tab(tab)
        self.discover = DiscoverController(page.discover, self.desk, self._background)
        self.panel = PanelController(page.model_panel, self.desk, self._background)
        page.discover.list.entry_chosen.connect(self._show_entry)
        page.library.list.entry_chosen.connect(lambda _entry: page.open_panel())
        page.tab_changed.connect(self._tab_changed)
        page.close_asked.connect(self.close_asked)
        page.bar.opened.connect(lambda: page.show_tab(Tab.DOWNLOADS))
        self.discover.address_entered.connect(self.show_address)
        self.panel.download_asked.connect(self._download)
        self.panel.downloads_asked.connect(lambda: page.show_tab(Tab.DOWNLOADS))
        self.panel.repository_gone.connect(self.discover.hide_gone)
        self.panel.use_asked.connect(self.use_asked)
        self.downloads.attach(page.downloads, page.bar)
        self.library.attach(page.library, page.library_panel)
        self.discover.begin()

    def _connect(self) -> None:
        self.downloads.changed.connect(self._downloads_changed)
        self.downloads.became_ready.connect(self.library.refresh)
        self.library.listed.connect(self.listed)
        self.library.removing.connect(self.removing)
        self.library.removing.connect(self.downloads.forget_ready)
        self.library.settings_written.connect(self._kept.reload)
        self._kept.changed.connect(self._settings_changed)
        self.library.download_asked.connect(self._download)
        self._background.failed.connect(self._show_problem)
        for source in (self.library.use_asked, self.downloads.use_asked):
            source.connect(self.use_asked)

    def _show_entry(self, entry: ResultEntry) -> None:
        self.page.open_panel()
        if entry.key != self.panel.repo:
            self.panel.show_address(HubAddress(entry.key))

    def _download(self, plan: DownloadPlan) -> None:
        self.downloads.add(plan)

    def _downloads_changed(self, downloads: tuple[QueuedDownload, ...]) -> None:
        self._is_downloading = any(
            download.state not in (DownloadState.DONE, DownloadState.PAUSED, DownloadState.FAILED)
            for download in downloads
        )
        self.page.show_download_count(sum(download.state is not DownloadState.DONE for download in downloads))
        self.panel.show_downloads(downloads)

    def _tab_changed(self, tab: Tab) -> None:
        if tab is Tab.LIBRARY:
            self.library.refresh()

    def find(self) -> None:
        """Go to the field that searches the Hub."""
        self.page.show_tab(Tab.DISCOVER)
        self.page.close_panel()
        self.page.discover.field.setFocus()
        self.page.discover.field.selectAll()

    def _devices_known(self) -> None:
        self._show_computer()
        self.discover.refresh_fits()

    def _show_computer(self) -> None:
        self.page.show_computer(computer_words(self.desk.computer()))

    def _settings_changed(self, names: frozenset[str]) -> None:
        self._follow_settings()
        if names & {"models_folder", "model_folders"}:
            self.library.refresh()

    def _follow_settings(self) -> None:
        settings = self._kept.now()
        self.desk.follow(settings)
        self.downloads.use_library(self.desk.library)
        self.downloads.change_limits(
            at_once=settings.simultaneous_downloads, bytes_per_s=settings.bandwidth_limit_kb_per_s * 1000
        )

    def _show_problem(self, error: UserError) -> None:
        self.page.discover.notice.show_notice(hub_notice(error))


def queue_file(paths: AppPaths) -> Path:
    """Return where the queue is kept between two runs."""
    return paths.data / "downloads.json"
