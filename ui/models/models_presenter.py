"""The models page and what goes on behind it. Cheap to make: all else is imported when it is first opened."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.history.vote_figures import VoteFigures
from app.paths import AppPaths
from ui.bridges.hub import Hub
from ui.bridges.servers import Servers
from ui.bridges.settings_store import SettingsStore
from ui.bridges.window_events import WindowEvents
from ui.theme.theme import Theme
from ui.widgets.spoken_numbers import size_text
from ui.widgets.timers import after, every

if TYPE_CHECKING:
    from app.conversation.session_tools import SessionTools
    from app.conversation.tool_costs import ToolCosts
    from app.hub.catalogue.hub_address import HubAddress
    from app.hub.library.library_model import LibraryModel
    from app.hub.transfer.download_plan import DownloadPlan
    from app.hub.transfer.download_progress import QueuedDownload
    from app.inference.protocol import Placement, RunStats
    from app.tools.resource_file import WantedResource
    from app.tools.server_process.messages import InputAsked
    from ui.models.discover.discover_presenter import DiscoverPresenter
    from ui.models.discover.first_model_presenter import FirstModelPresenter
    from ui.models.discover.model_panel_presenter import ModelPanelPresenter
    from ui.models.downloads.downloads_presenter import DownloadsPresenter
    from ui.models.library.library_presenter import LibraryPresenter
    from ui.models.models_page import ModelsPage, Tab
    from ui.models.parts.entry_list import ResultEntry
    from ui.models.picker.picker_presenter import PickerPresenter
    from ui.models.servers.servers_presenter import ServersPresenter
    from ui.models.tools.tools_presenter import ToolsPagePresenter

_COUNT_AFTER_MS = 1200
_LOOK_MS = 5000
_SHOWN_OF_LINK = 100


class ModelsPresenter(QObject):
    """Opens the page, and counts the models a moment after the start. Nothing connects before the person asks.

    Signals:
        opened(QWidget): this page should be shown in place of the chat.
        left(): the chat should be shown again.
        resource_wanted(WantedResource): the question that is being written should have it.
        prompt_filled(str): this text of a server should be put into it.
        summary_changed(str): how many models there are and how large they are, such as `3 · 11.4 GB`.
    """

    opened = Signal(QWidget)
    left = Signal()
    resource_wanted = Signal(object)
    prompt_filled = Signal(str)
    summary_changed = Signal(str)

    library: LibraryPresenter
    downloads: DownloadsPresenter
    discover: DiscoverPresenter
    panel: ModelPanelPresenter
    servers: ServersPresenter
    tools: ToolsPagePresenter

    def __init__(
        self,
        paths: AppPaths,
        *,
        hub: Hub,
        servers: Servers,
        picker: PickerPresenter,
        theme: Theme,
        kept: SettingsStore,
        votes: Callable[[str], Sequence[VoteFigures]],
        tools: SessionTools,
        tool_costs: ToolCosts,
        questions: Mapping[int, InputAsked],
        events: WindowEvents,
    ) -> None:
        """`votes` reads those of the model of a name, `questions` are what servers of tools ask now, by number."""
        super().__init__()
        self._paths = paths
        self.hub = hub
        self._kept_servers = servers
        self._picker = picker
        self._theme = theme
        self._kept = kept
        self._votes = votes
        self._session_tools = tools
        self._tool_costs = tool_costs
        self._questions = questions
        self._events = events
        self._page: ModelsPage | None = None
        self._has_strip = False
        self._first: FirstModelPresenter | None = None
        self.is_shown = False
        self._is_closed = False
        self._soon = after(self, _COUNT_AFTER_MS, self._count)
        self._looks = every(self, _LOOK_MS, self._show_computer)
        kept.changed.connect(self._follow)
        picker.model_loaded.connect(self.note_used)

    @property
    def is_made(self) -> bool:
        """Whether the page was ever opened."""
        return self._page is not None

    @property
    def page(self) -> ModelsPage:
        """The page; there is none before it is first opened."""
        assert self._page is not None, "it has not been opened"
        return self._page

    def attach(self, below: QWidget, offer: Callable[[QWidget], None]) -> None:
        """Other views are shown, perhaps in another language; the running download is shown at the end of this one.

        `offer` shows a newcomer the way to a real model. What goes on behind the page, if there was one, goes on; the
        Hub is not asked again.
        """
        self._strip_place = below.layout()
        self._has_strip = False
        self._offer = offer
        if self._first is not None or not self._kept.now().last_model_path:
            self._offer_first()
        before = self._page
        if before is not None:
            self._make_page(before.tab)
            if isValid(before):  # it was never shown
                before.deleteLater()
            self._show_computer()

    def begin(self) -> None:
        """Count the models when the window has come to rest."""
        self._soon.start()

    def open(self) -> None:
        """Show the page, and look at the computer and the library as they are now."""
        if self._is_closed:
            return
        if self._page is None:
            self._make()
        self.is_shown = True
        self.opened.emit(self.page)
        self._show_computer()
        self._looks.start()
        self.library.refresh()
        self.page.discover.field.setFocus()

    def toggle(self) -> None:
        """Show the page, or go back to the chat."""
        if self.is_shown:
            self.left.emit()
        else:
            self.open()

    def leave(self) -> None:
        """Go back to the chat, if the page is shown."""
        if self.is_shown:
            self.left.emit()

    def note_left(self) -> None:
        """Something else is shown: look at nothing; downloads go on."""
        self.is_shown = False
        self._looks.stop()

    def open_downloads(self) -> None:
        """Show what is being downloaded."""
        from ui.models.models_page import Tab

        self.open()
        if self._page is not None:
            self._page.show_tab(Tab.DOWNLOADS)

    def open_servers(self) -> None:
        """Show the servers whose models can be asked."""
        from ui.models.models_page import Tab

        self.open()
        if self._page is not None:
            self._page.show_tab(Tab.SERVERS)
            self._page.servers.list.setFocus()

    def open_tools(self) -> None:
        """Show what models may call."""
        from ui.models.models_page import Tab

        self.open()
        if self._page is not None:
            self._page.show_tab(Tab.TOOLS)
            self._page.tools.list.setFocus()

    def open_asking_tools(self) -> None:
        """Show what a server of tools asks the person."""
        self.open_tools()
        if self._page is not None:
            self._page.open_panel()
            self.tools.show_question()

    def open_library(self) -> None:
        """Show the models on this computer."""
        from ui.models.models_page import Tab

        self.open()
        if self._page is not None:
            self._page.show_tab(Tab.LIBRARY)

    def open_link(self, text: str) -> bool:
        """Show the page of a link or an address of the Hub; `False` for the path of a file. Downloads nothing."""
        from app.hub.catalogue.hub_address import HubAddress, LinkNamesNoModel
        from app.hub.connection.access import HubConnection

        mirror = HubConnection.from_environment(endpoint=self._kept.now().hub_endpoint)
        address = HubAddress.parse_link(text, endpoint=mirror.endpoint)
        if self._is_closed:
            return False
        if address is None:
            is_link = "://" in text
            if is_link:
                self._events.report(LinkNamesNoModel(link=text[:_SHOWN_OF_LINK]))
            return is_link
        self.open()
        self.show_address(address)
        return True

    def show_address(self, address: HubAddress) -> None:
        """Show a model on the open page. Asks the Hub, downloads nothing."""
        from ui.models.models_page import Tab

        self.page.show_tab(Tab.DISCOVER)
        self.page.discover.list.mark(address.repo)
        self.page.open_panel()
        self.panel.show_address(address)

    def find(self) -> None:
        """Go to the field that searches the Hub."""
        from ui.models.models_page import Tab

        self.page.show_tab(Tab.DISCOVER)
        self.page.close_panel()
        self.page.discover.field.setFocus()
        self.page.discover.field.selectAll()

    def move_models(self, folder: Path) -> None:
        """Move the downloaded models into another folder, and show how far that is."""
        from ui.models.models_page import Tab

        self.open()
        self.page.show_tab(Tab.LIBRARY)
        self.library.move_downloads(folder)

    def use(self, model: LibraryModel) -> None:
        """Load a model, and show the chat."""
        self._picker.use(model)
        self.left.emit()

    def use_named(self, key: str) -> None:
        """Use a model of a server, and show the chat."""
        self._picker.choose(key)
        self.left.emit()

    def note_used(self, path: str) -> None:
        """A model was loaded: remember when, and say no more that it is ready to be."""
        if self.is_made:
            self.downloads.forget_ready(path)
        from app.hub.library.library import Library

        # A list that cannot be written now is no reason to disturb a reply.
        self._note(lambda: Library(self._paths).mark_used(Path(path)))
        if self.is_made:
            self.library.refresh()

    def note_reply(self, placement: Placement, stats: RunStats) -> None:
        """A reply was written: its speed corrects what is expected of models from now on."""
        from app.model_choice.run_history import RunHistory
        from app.model_choice.speed import record_reply

        # The file may have gone; an expectation is no reason to disturb.
        self._note(lambda: record_reply(RunHistory(self._paths.data / "speeds.json"), placement, stats))

    def tell(self) -> None:
        """Tell those who listen since how many models there are, and what is being downloaded."""
        if self.is_made:
            self.library.refresh()
            self.downloads.tell()
        else:
            self._count()

    def close(self) -> None:
        """Stop downloads and everything else; what has arrived is kept. The Hub is to be closed after that."""
        self._is_closed = True
        self._soon.stop()
        self._looks.stop()
        if self._page is not None:
            self.downloads.close()
            self.tools.close()
            if isValid(self._page):
                self._page.deleteLater()

    # --- private ----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        from ui.models.downloads.downloads_presenter import DownloadsPresenter
        from ui.models.library.library_presenter import LibraryPresenter
        from ui.models.models_page import Tab
        from ui.models.servers.servers_presenter import ServersPresenter
        from ui.models.tools.tools_presenter import ToolsPagePresenter

        hub, settings = self.hub, self._kept.now()
        self.downloads = DownloadsPresenter(
            hub, queue_file=queue_file(self._paths), at_once=settings.simultaneous_downloads, use=self.use
        )
        self.library = LibraryPresenter(
            hub,
            downloads=self.downloads,
            kept=self._kept,
            use=self.use,
            let_go=self._picker.let_go,
            open_settings=self._picker.open_settings,
            loaded=lambda: self._picker.loaded_path,
            votes=self._votes,
        )
        self.servers = ServersPresenter(self._kept_servers, use=self.use_named)
        self.tools = ToolsPagePresenter(
            self._session_tools,
            costs=self._tool_costs,
            questions=self._questions,
            kept=self._kept,
            background=hub.background,
            events=self._events,
        )
        self.tools.resource_wanted.connect(self._send_along)
        self.tools.prompt_filled.connect(self._put_into_question)
        self.downloads.changed.connect(self._show_downloads)
        self.downloads.became_ready.connect(self.library.refresh)
        self.library.listed.connect(self._show_count)
        hub.background.failed.connect(self._show_problem)
        self._make_page(Tab.DISCOVER)
        self._limit_downloads()
        hub.background.run(lambda _stop: hub.service.look_at_devices(), lambda _none: self._devices_known())

    def _make_page(self, tab: Tab) -> None:
        from ui.models.discover.discover_presenter import DiscoverPresenter
        from ui.models.discover.model_panel_presenter import ModelPanelPresenter
        from ui.models.models_page import ModelsPage

        page = self._page = ModelsPage(self._theme)
        page.show_tab(tab)
        self.discover = DiscoverPresenter(page.discover, self.hub, open_address=self.show_address)
        self.panel = ModelPanelPresenter(
            page.model_panel,
            self.hub,
            download=self.downloads.add,
            use=self.use,
            show_downloads=self.open_downloads,
            hide_gone=self.discover.hide_gone,
        )
        page.discover.list.entry_chosen.connect(self._show_entry)
        page.library.list.entry_chosen.connect(lambda _entry: page.open_panel())
        page.tab_changed.connect(self._tab_changed)
        page.close_asked.connect(self.leave)
        page.bar.opened.connect(self.open_downloads)
        self.downloads.attach(page.downloads, page.bar)
        self.library.attach(page.library, page.library_panel)
        page.servers.list.entry_chosen.connect(lambda _entry: page.open_panel())
        self.servers.attach(page.servers, page.server_panel)
        page.tools.list.entry_chosen.connect(lambda _entry: page.open_panel())
        self.tools.attach(page.tools, page.tool_panel)
        self.discover.begin()

    def _send_along(self, wanted: WantedResource) -> None:
        self.left.emit()
        self.resource_wanted.emit(wanted)

    def _put_into_question(self, text: str) -> None:
        self.left.emit()
        self.prompt_filled.emit(text)

    def _show_entry(self, entry: ResultEntry) -> None:
        from app.hub.catalogue.hub_address import HubAddress

        self.page.open_panel()
        if entry.key != self.panel.repo:
            self.panel.show_address(HubAddress(entry.key))

    def _tab_changed(self, tab: Tab) -> None:
        from ui.models.models_page import Tab

        if tab is Tab.LIBRARY:
            self.library.refresh()
        elif tab is Tab.SERVERS:
            self.servers.refresh()
        elif tab is Tab.TOOLS:
            self.tools.refresh()

    def _show_downloads(self, downloads: tuple[QueuedDownload, ...]) -> None:
        self.page.show_download_count(self.downloads.unfinished)
        self.panel.show_downloads(downloads)
        if self._first is not None:
            self._first.show_downloads(downloads)
        if not self._has_strip and any(download.is_active for download in downloads):
            from ui.models.downloads.download_bar import DownloadBar

            self._has_strip = True
            strip = DownloadBar()
            strip.opened.connect(self.open_downloads)
            assert self._strip_place is not None, "it has a column"
            self._strip_place.addWidget(strip)
            self.downloads.show_also_in(strip)

    def _devices_known(self) -> None:
        self._show_computer()
        self.discover.refresh_fits()

    def _show_computer(self) -> None:
        from ui.models.parts.fit_words import computer_words

        self.page.show_computer(computer_words(self.hub.service.computer()))

    def _show_problem(self, error: UserError) -> None:
        from ui.models.parts.hub_notice import hub_notice

        self.page.discover.notice.show_notice(hub_notice(error))

    def _follow(self, names: frozenset[str]) -> None:
        if self.is_made:
            self._limit_downloads()
        if names & {"models_folder", "model_folders"} and not self._is_closed:
            if self.is_made:
                self.library.refresh()
            else:
                self._count()

    def _limit_downloads(self) -> None:
        settings = self._kept.now()
        self.downloads.use_library(self.hub.service.library)
        self.downloads.change_limits(
            at_once=settings.simultaneous_downloads, bytes_per_s=settings.bandwidth_limit_kb_per_s * 1000
        )

    def _note(self, work: Callable[[], object]) -> None:
        def quietly(_stop: object) -> None:
            with contextlib.suppress(UserError, OSError):
                work()

        self.hub.background.run(quietly, lambda _none: None)

    def _count(self) -> None:
        from app.model_choice.known_models import library_of

        settings = self._kept.now()
        if not self.is_made:  # else the page has listed them itself
            self.hub.background.run(lambda _stop: library_of(self._paths, settings=settings).list(), self._show_count)

    def _show_count(self, models: tuple[LibraryModel, ...]) -> None:
        usable = [model for model in models if model.is_usable()]
        size = size_text(sum(model.size_bytes for model in usable))
        self.summary_changed.emit(self.tr("{count} · {size}").format(count=len(usable), size=size) if usable else "")
        self._picker.show_listed(models)
        if self._picker.has_starter_chosen:
            if self._first is None:
                self._offer_first()
            assert self._first is not None, "it was just made"
            self._first.show_library(models)

    def _offer_first(self) -> None:
        """Show the way from the starter to a real model on the views that are there now."""
        from ui.models.discover.first_model_card import FirstModelCard
        from ui.models.discover.first_model_presenter import FirstModelPresenter

        if self._first is None:
            self._first = FirstModelPresenter(
                self.hub,
                download=self._download,
                pause=lambda download_id: self.downloads.pause(download_id),
                use=self.use,
                browse=self.open,
                take_up=self._take_up_downloads,
                choose=self._picker.open_list,
            )
        card = FirstModelCard()
        self._offer(card)
        self._first.attach(card)

    def _take_up_downloads(self) -> None:
        """Show what an earlier run has not finished; nothing goes on before the person wants it."""
        from app.hub.transfer.download_queue import QueueFile

        if self._page is None and QueueFile(queue_file(self._paths)).load():
            self._make()
            self.downloads.tell()

    def _download(self, plan: DownloadPlan) -> None:
        if self._page is None:
            self._make()
        self.downloads.add(plan)


def queue_file(paths: AppPaths) -> Path:
    """Return where the queue is kept between two runs."""
    return paths.data / "downloads.json"
