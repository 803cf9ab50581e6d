"""The way to the models page: cheap to make at the start; everything behind it is imported when it is first opened."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.paths import AppPaths
from ui.bridges.settings_store import SettingsStore
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.widgets.spoken_numbers import size_text

if TYPE_CHECKING:
    from app.cancellation import StopSignal
    from app.hardware.machine import HeldMemory
    from app.hub.library.library_model import LibraryModel
    from app.inference.protocol import Placement, RunStats
    from ui.bridges.background import Background
    from ui.models.hub_desk import SavedToken
    from ui.models.models_room import ModelsRoom

_COUNT_AFTER_MS = 1200


class ModelsDoor(QObject):
    """Opens the page; counts the models a moment after the start.

    Signals:
        opened(QWidget): this page should be shown in place of the chat.
        left(): the chat should be shown again.
        use_asked(LibraryModel): this model should be loaded, and the chat shown.
        listed(tuple[LibraryModel, ...]): the library was read.
        summary_changed(str): how many models there are and how large they are, such as `3 · 11.4 GB`.
        removing(str): the file at this path is about to be deleted.
        sidebar_asked(): the list of conversations should appear or go.
        downloads_changed(tuple[QueuedDownload, ...]): the queue of downloads, as it is now.
    """

    opened = Signal(QWidget)
    left = Signal()
    use_asked = Signal(object)
    listed = Signal(object)
    summary_changed = Signal(str)
    removing = Signal(str)
    sidebar_asked = Signal()
    downloads_changed = Signal(object)

    def __init__(
        self,
        paths: AppPaths,
        *,
        theme: Theme,
        icons: Icons,
        kept: SettingsStore,
        held: Callable[[], HeldMemory],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._theme = theme
        self._icons = icons
        self._kept = kept
        self._held = held
        self._background: Background | None = None
        self._room: ModelsRoom | None = None
        self._is_shown = False
        self._is_switch_visible = False
        self._is_closed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_COUNT_AFTER_MS)
        self._soon.timeout.connect(self._count)
        kept.changed.connect(self._settings_changed)

    @property
    def room(self) -> ModelsRoom | None:
        """What is behind the page, once it was opened."""
        return self._room

    @property
    def is_shown(self) -> bool:
        """Whether the page is in place of the chat."""
        return self._is_shown

    def begin(self) -> None:
        """Count the models when the window has come to rest."""
        self._soon.start()

    def open(self) -> None:
        """Show the page."""
        if self._is_closed:
            return
        room = self._room or self._make_room()
        self._is_shown = True
        self.opened.emit(room.page)
        room.entered()

    def open_downloads(self) -> None:
        """Show what is being downloaded."""
        self.open()
        if self._room is not None:
            self._room.show_downloads()

    def toggle(self) -> None:
        """Show the page, or go back to the chat."""
        if self._is_shown:
            self.left.emit()
        else:
            self.open()

    def open_link(self, text: str) -> bool:
        """Show the page that a link or an address of the Hub names; `False` if it is neither. Downloads nothing."""
        from app.hub.catalogue.hub_address import HubAddress
        from app.hub.connection.access import HubConnection

        mirror = HubConnection.from_environment(endpoint=self._kept.now().hub_endpoint)
        address = HubAddress.parse_link(text, endpoint=mirror.endpoint)
        if address is None or self._is_closed:
            return False
        self.open()
        if self._room is not None:
            self._room.show_address(address)
        return True

    def leave(self) -> None:
        """Go back to the chat, if the page is shown."""
        if self._is_shown:
            self.left.emit()

    def has_token_at_hand(self) -> bool:
        """Whether an access token was entered, or fetched from the keyring, since Aside started."""
        return self._room is not None and bool(self._room.desk.clients.access.connection.token)

    def use_token(self, token: str, saved: Callable[[SavedToken], None], failed: Callable[[UserError], None]) -> None:
        """Check an access token with the Hub and keep it."""
        desk = (self._room or self._make_room()).desk
        self._threads().run(lambda _stop: desk.save_token(token), saved, failed)

    def forget_token(self, done: Callable[[], None]) -> None:
        """Delete the access token of this Hub."""
        desk = (self._room or self._make_room()).desk
        self._threads().run(lambda _stop: desk.forget_token(), lambda _none: done())

    def move_models(self, folder: str) -> None:
        """Move the downloaded models, and show how far that is."""
        self.open()
        if self._room is not None:
            self._room.move_downloads(Path(folder))

    def note_left(self) -> None:
        """The chat is shown again."""
        self._is_shown = False
        if self._room is not None:
            self._room.left()

    def note_used(self, path: str) -> None:
        """A model was loaded: remember when, and say no more that it is ready to be."""
        if self._room is not None:
            self._room.downloads.forget_ready(path)
        from app.hub.library.library import Library

        def work(_stop: StopSignal) -> None:
            with contextlib.suppress(UserError):  # a list that cannot be written now is no reason to disturb a reply
                Library(self._paths).mark_used(Path(path))

        self._threads().run(work, lambda _none: None)

    def set_switch_visible(self, *, visible: bool) -> None:
        """Offer the sidebar switch on the page, where the sidebar is not always there."""
        self._is_switch_visible = visible
        if self._room is not None:
            self._room.page.set_switch_visible(visible=visible)

    def make_page_anew(self) -> None:
        """Another language is spoken; what goes on behind the page, if there was one, goes on."""
        if self._room is not None:
            self._room.make_page_anew()
            self._wire_page(self._room)

    def tell(self) -> None:
        """Tell those who listen since how many models there are, and what is being downloaded."""
        if self._room is None:
            self._count()
        else:
            self._room.library.refresh()
            self._room.downloads.tell()

    def note_reply(self, placement: Placement, stats: RunStats) -> None:
        """A reply was written: its speed corrects what is expected of models from now on."""
        from app.model_choice.observed_run import record_reply
        from app.model_choice.run_history import RunHistory

        def work(_stop: StopSignal) -> None:
            with contextlib.suppress(
                UserError, OSError
            ):  # the file may have gone; an expectation is no reason to disturb
                record_reply(RunHistory(self._paths.data / "speeds.json"), placement, stats)

        self._threads().run(work, lambda _none: None)

    def close(self) -> None:
        """Stop downloads and everything else; what has arrived is kept."""
        self._is_closed = True
        self._soon.stop()
        if self._room is not None:
            self._room.close()
        self._threads().close()  # what is asked for from now on, by what the engine said last, is not begun
        if self._room is not None:
            self._room.close_desk()
            self._room = None

    # --- private ----------------------------------------------------------------------------------------------

    def _threads(self) -> Background:
        if self._background is None:
            from ui.bridges.background import Background

            self._background = Background(parent=self)
        return self._background

    def _make_room(self) -> ModelsRoom:
        from ui.models.models_room import ModelsRoom

        room = ModelsRoom(
            self._paths,
            theme=self._theme,
            icons=self._icons,
            background=self._threads(),
            kept=self._kept,
            held=self._held,
        )
        self._room = room
        room.use_asked.connect(self.use_asked)
        room.listed.connect(self._show_count)
        room.removing.connect(self.removing)
        room.downloads.changed.connect(self.downloads_changed)
        room.close_asked.connect(self.left)
        self._wire_page(room)
        return room

    def _wire_page(self, room: ModelsRoom) -> None:
        room.page.sidebar_asked.connect(self.sidebar_asked)
        room.page.set_switch_visible(visible=self._is_switch_visible)

    def _count(self) -> None:
        from app.model_choice.known_models import library_of

        if self._room is not None:
            return  # the page has listed them itself
        settings = self._kept.now()

        def work(_stop: StopSignal) -> tuple[LibraryModel, ...]:
            return library_of(self._paths, settings=settings).list()

        self._threads().run(work, self._show_count)

    def _settings_changed(self, names: frozenset[str]) -> None:
        if names & {"models_folder", "model_folders"} and self._room is None and not self._is_closed:
            self._count()

    def _show_count(self, models: tuple[LibraryModel, ...]) -> None:
        usable = [model for model in models if model.is_usable()]
        size = size_text(sum(model.size_bytes for model in usable))
        self.summary_changed.emit(self.tr("{count} · {size}").format(count=len(usable), size=size) if usable else "")
        self.listed.emit(models)
