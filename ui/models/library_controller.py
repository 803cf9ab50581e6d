"""Connects the tab On this computer with the library. Reading and hashing happen beside the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.cancellation import StopSignal
from app.errors import UserError
from app.hub.library.library_model import LibraryModel, ModelState
from app.hub.library.verification import ReadProgress
from app.hub.transfer.download_plan import DownloadPlan
from ui.bridges.background import Background, Task
from ui.models.downloads_running import DownloadsAreRunning
from ui.models.file_reveal import reveal
from ui.models.hub_desk import HubDesk
from ui.models.hub_notice import hub_notice
from ui.models.library_panel import LibraryAction, LibraryPanel
from ui.models.library_view import LibraryView
from ui.models.library_words import UpdateState, card_of_model, entry_of_model
from ui.models.result_entry import ResultEntry
from ui.models.work_row import WorkRow
from ui.widgets.spoken_numbers import size_text

_PROGRESS_S = 0.05


class LibraryController(QObject):
    """Shows the library as it is where it is attached, and does with it what the person asks.

    Signals:
        listed(tuple[LibraryModel, ...]): the library was read.
        use_asked(LibraryModel): this model should be loaded.
        removing(str): the file at this path is about to be deleted or moved; whoever holds it should let go.
        download_asked(DownloadPlan): a newer version should be downloaded.
        settings_written(): a folder was added or moved, and the settings say so.
    """

    listed = Signal(object)
    use_asked = Signal(object)
    removing = Signal(str)
    download_asked = Signal(object)
    settings_written = Signal()

    def __init__(
        self,
        desk: HubDesk,
        background: Background,
        *,
        is_downloading: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._background = background
        self._models: tuple[LibraryModel, ...] = ()
        self._chosen = ""
        self._listing: Task[tuple[LibraryModel, ...]] | None = None
        self._reading: Task[tuple[LibraryModel, ...]] | None = None
        self._importing: Task[LibraryModel | None] | None = None
        self._moving: Task[None] | None = None
        self._updates: dict[str, DownloadPlan | None] = {}
        self._is_downloading = is_downloading
        self._doing: Callable[[], str] = str

    def attach(self, view: LibraryView, panel: LibraryPanel) -> None:
        """Fill these from now on, in the place of others; what is being done is shown in them."""
        self._view = view
        self._panel = panel
        view.list.entry_chosen.connect(self._choose)
        view.list.entry_activated.connect(lambda _entry: self._act(LibraryAction.USE))
        view.add_file_asked.connect(self._ask_for_file)
        view.add_folder_asked.connect(self._ask_for_folder)
        view.move_asked.connect(self._ask_where_to_move)
        view.work.stop_asked.connect(self._stop_import)
        panel.action_asked.connect(self._act)
        panel.rename_asked.connect(self._rename)
        panel.work.stop_asked.connect(self._stop_reading)
        if self._models:
            self._show(self._models)
        if self._importing is not None or self._moving is not None:
            view.work.show_work(self._doing(), 0.0)
        if self._reading is not None:
            self._show_verifying()

    def refresh(self) -> None:
        """Read the library anew."""
        if self._listing is not None:
            self._listing.cancel()
        self._background.run(
            lambda _stop: self._desk.unreachable_folders(), self._view.show_unreachable, self._tell_view
        )
        self._listing = self._background.run(lambda _stop: self._desk.library.list(), self._show, self._tell_view)

    def import_file(self, path: Path) -> None:
        """Register a file where it lies, with its hash."""
        self._view.notice.setVisible(False)
        self._stop_import()
        tell = self._progress_teller(lambda: self._view.work, lambda: self.tr("Reading {name}: {read} of {total}"))

        def work(stop: StopSignal) -> LibraryModel | None:
            return self._desk.library.import_file(path, on_progress=tell, is_cancelled=stop.is_set)

        self._importing = self._background.run(work, self._imported, self._import_failed)
        self._doing = lambda: self.tr("Reading {name} …").format(name=path.name)
        self._view.work.show_work(self._doing(), 0.0)

    def add_folder(self, folder: Path) -> None:
        """Look through a folder from now on."""

        def work(_stop: StopSignal) -> None:
            self._desk.add_folder(folder)

        def added(_none: None) -> None:
            self.settings_written.emit()
            self.refresh()

        self._background.run(work, added, self._tell_view)

    # --- private ----------------------------------------------------------------------------------------------

    def _show(self, models: tuple[LibraryModel, ...]) -> None:
        self._listing = None
        self._models = models
        self._view.models.show_entries([entry_of_model(model) for model in models])
        size = size_text(sum(model.size_bytes for model in models if model.state is not ModelState.OFFLINE))
        heading = self.tr("%Ln models · {size}", "", len(models)).format(size=size)
        empty = self.tr("No models yet. Find one under Discover, or add a file.") if not models else ""
        self._view.show_summary(heading if models else "", empty=empty)
        self._view.list.mark(self._chosen)
        self._show_panel()
        self.listed.emit(models)

    def _show_panel(self) -> None:
        model = self._model()
        if model is None:
            self._chosen = ""
            self._panel.show_nothing()
        else:
            plan = self._updates.get(self._chosen)
            update = UpdateState(self._chosen in self._updates, plan.total_bytes if plan is not None else 0)
            freed_bytes = self._desk.library.freed_by_removing(model)
            self._panel.show_card(card_of_model(model, freed_bytes=freed_bytes, update=update))

    def _choose(self, entry: ResultEntry) -> None:
        self._chosen = entry.key
        self._show_panel()

    def _model(self) -> LibraryModel | None:
        return next((model for model in self._models if str(model.path) == self._chosen), None)

    def _act(self, action: LibraryAction) -> None:
        model = self._model()
        if model is None:
            return
        match action:
            case LibraryAction.USE:
                if model.is_usable():
                    self.use_asked.emit(model)
            case LibraryAction.VERIFY:
                self._verify(model)
            case LibraryAction.REVEAL:
                reveal(model.path)
            case LibraryAction.UPDATE:
                self._update(model)
            case LibraryAction.REMOVE:
                self._remove(model)

    def _verify(self, model: LibraryModel) -> None:
        self._stop_reading()
        tell = self._progress_teller(lambda: self._panel.work, lambda: self.tr("Verifying: {read} of {total}"))

        def work(stop: StopSignal) -> tuple[LibraryModel, ...]:
            return self._desk.library.verify(model.name, on_progress=tell, is_cancelled=stop.is_set)

        self._reading = self._background.run(work, self._verified, self._tell_panel)
        self._show_verifying()

    def _show_verifying(self) -> None:
        self._panel.work.show_work(self.tr("Verifying …"), 0.0)
        self._panel.set_busy([LibraryAction.VERIFY, LibraryAction.REMOVE], is_busy=True)

    def _update(self, model: LibraryModel) -> None:
        """Ask the Hub, or download what it has told of."""
        key = str(model.path)
        plan = self._updates.pop(key, None)
        if plan is not None:
            self._show_panel()
            self.download_asked.emit(plan)
            return

        def told(found: DownloadPlan | None) -> None:
            self._updates[key] = found
            self._panel.set_busy([LibraryAction.UPDATE], is_busy=False)
            self._show_panel()

        self._panel.set_busy([LibraryAction.UPDATE], is_busy=True)
        self._background.run(lambda _stop: self._desk.update_of(model), told, self._tell_panel)

    def move_downloads(self, folder: Path) -> None:
        """Move the downloaded models into another folder, and keep new ones there."""
        if self._is_downloading():
            self._tell_view(DownloadsAreRunning())
            return
        self._view.notice.setVisible(False)
        self._stop_import()
        for model in self._models:
            if model.path.is_relative_to(self._desk.library.models_folder):
                self.removing.emit(str(model.path))

        def words() -> str:
            return self.tr("Moving: {read} of {total}")

        def moved(done: int, total: int) -> None:
            progress = ReadProgress(name="", read_bytes=done, total_bytes=total)
            self._background.post(lambda: self._show_progress(self._view.work, words(), progress))

        def work(stop: StopSignal) -> None:
            self._desk.move_downloads(folder, stop, moved)

        def finished(_none: None) -> None:
            self._stop_import()
            self.settings_written.emit()
            self.refresh()

        self._moving = self._background.run(work, finished, self._import_failed)
        self._doing = lambda: self.tr("Moving to {folder} …").format(folder=folder)
        self._view.work.show_work(self._doing(), 0.0)

    def _ask_where_to_move(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._view.window(), self.tr("Keep downloaded models in"))
        if folder:
            self.move_downloads(Path(folder))

    def _verified(self, _models: tuple[LibraryModel, ...]) -> None:
        self._stop_reading()
        self.refresh()

    def _remove(self, model: LibraryModel) -> None:
        self.removing.emit(str(model.path))
        self._panel.set_busy([LibraryAction.REMOVE], is_busy=True)

        def work(_stop: StopSignal) -> tuple[Path, ...]:
            return self._desk.library.remove(model.name)

        self._background.run(work, self._removed, self._tell_panel)

    def _removed(self, _deleted: tuple[Path, ...]) -> None:
        self._panel.set_busy([LibraryAction.REMOVE], is_busy=False)
        self._chosen = ""
        self.refresh()

    def _rename(self, name: str) -> None:
        model = self._model()
        if model is None or name.strip() == model.name:
            return

        def work(_stop: StopSignal) -> LibraryModel:
            return self._desk.library.rename(model.name, name)

        self._background.run(work, lambda _model: self.refresh(), self._tell_panel)

    def _ask_for_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self._view.window(), self.tr("Add a GGUF file"), "", self.tr("Models (*.gguf);;All files (*)")
        )
        if path:
            self.import_file(Path(path))

    def _ask_for_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._view.window(), self.tr("Add a folder with models"))
        if folder:
            self.add_folder(Path(folder))

    def _imported(self, model: LibraryModel | None) -> None:
        self._stop_import()
        if model is not None:
            self._chosen = str(model.path)
            self.refresh()

    def _import_failed(self, error: UserError) -> None:
        self._stop_import()
        self._tell_view(error)

    def _stop_import(self) -> None:
        if self._importing is not None:
            self._importing.cancel()
            self._importing = None
        if self._moving is not None:
            self._moving.cancel()
            self._moving = None
            self.refresh()
        self._view.work.finish()

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._panel.work.finish()
        self._panel.set_busy([LibraryAction.VERIFY, LibraryAction.REMOVE], is_busy=False)
        self._panel.set_busy([LibraryAction.UPDATE], is_busy=False)

    def _progress_teller(self, row: Callable[[], WorkRow], words: Callable[[], str]) -> Callable[[ReadProgress], None]:
        """Return what the reading thread may call for each piece; the row hears of it twenty times a second."""
        told_at = 0.0

        def tell(progress: ReadProgress) -> None:
            nonlocal told_at
            now = time.monotonic()
            if now - told_at < _PROGRESS_S:
                return
            told_at = now
            self._background.post(lambda: self._show_progress(row(), words(), progress))

        return tell

    def _show_progress(self, row: WorkRow, words: str, progress: ReadProgress) -> None:
        if not row.isHidden():  # stopped meanwhile
            read, total = size_text(progress.read_bytes), size_text(progress.total_bytes)
            text = words.format(name=progress.name, read=read, total=total)
            row.show_work(text, progress.read_bytes / max(1, progress.total_bytes))

    def _tell_view(self, error: UserError) -> None:
        self._view.notice.show_notice(hub_notice(error))

    def _tell_panel(self, error: UserError) -> None:
        self._stop_reading()
        self._panel.notice.show_notice(hub_notice(error))
