"""The tab On this computer. Reading and hashing happen beside the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.atomic_write import write_atomically
from app.cancellation import StopSignal
from app.errors import FileProblem, UserError
from app.history.vote_figures import VoteFigures, votes_as_csv
from app.hub.library.library_model import LibraryModel, ModelState
from app.hub.library.verification import ReadProgress
from app.hub.transfer.download_plan import DownloadPlan
from app.model_choice.local_facts import LocalFacts
from app.text import shortened_name, translatable
from ui.bridges.background import Task
from ui.bridges.hub import Hub
from ui.bridges.settings_store import SettingsStore
from ui.models.downloads.downloads_presenter import DownloadsPresenter
from ui.models.library.file_reveal import reveal
from ui.models.library.library_panel import LibraryAction, LibraryPanel
from ui.models.library.library_view import LibraryView
from ui.models.library.library_words import UpdateState, card_of_model, entry_of_model
from ui.models.parts.entry_list import ResultEntry
from ui.models.parts.hub_notice import hub_notice
from ui.widgets.file_questions import ask_for_file, ask_for_folder, ask_where_to_save
from ui.widgets.spoken_numbers import size_text
from ui.widgets.work_row import WorkRow

_PROGRESS_S = 0.05
T = TypeVar("T")


class DownloadsAreRunning(UserError):
    """A download writes into the folder that should move."""

    def __init__(self) -> None:
        super().__init__(
            translatable("The folder cannot be moved while something downloads."),
            translatable("Pause or finish the downloads first."),
        )


class TableNotWritten(FileProblem):
    """The disk does not take the table of votes."""

    message = translatable("{path} could not be written.")
    advice = translatable("Choose another folder, or free some space.")


class LibraryPresenter(QObject):
    """Shows the library as it is where it is attached, and does with it what the person asks.

    `use` loads a model; `let_go` unloads the one whose file, of this path, is about to be deleted or moved. `votes`
    reads those of the model of a name. `open_settings` lets the person choose for the model at a path, and
    `loaded` returns the path of the one in memory.

    Signals:
        listed(tuple[LibraryModel, ...]): the library was read.
    """

    listed = Signal(object)

    def __init__(
        self,
        hub: Hub,
        *,
        downloads: DownloadsPresenter,
        kept: SettingsStore,
        use: Callable[[LibraryModel], None],
        let_go: Callable[[str], None],
        open_settings: Callable[[str], None],
        loaded: Callable[[], str],
        votes: Callable[[str], Sequence[VoteFigures]],
    ) -> None:
        super().__init__()
        self._service = hub.service
        self._background = hub.background
        self._downloads = downloads
        self._kept = kept
        self._use = use
        self._let_go = let_go
        self._open_settings = open_settings
        self._loaded = loaded
        self._local: dict[str, LocalFacts | None] = {}
        self._votes = votes
        self._models: tuple[LibraryModel, ...] = ()
        self._chosen = ""
        self._listing: Task[tuple[LibraryModel, ...]] | None = None
        self._reading: Task[tuple[LibraryModel, ...]] | None = None
        self._work: Task[Any] | None = None
        """What is told above the list: a file is read in, or the folder is moved; `_doing` says which."""
        self._doing: Callable[[], str] = str
        self._updates: dict[str, DownloadPlan | None] = {}

    def attach(self, view: LibraryView, panel: LibraryPanel) -> None:
        """Fill these from now on, in the place of others; what is being done is shown in them."""
        self._view = view
        self._panel = panel
        view.list.entry_chosen.connect(self._choose)
        view.list.entry_activated.connect(lambda _entry: self._act(LibraryAction.USE))
        view.add_file.clicked.connect(self._ask_for_file)
        view.add_folder.clicked.connect(self._ask_for_folder)
        view.move_downloads.clicked.connect(self._ask_where_to_move)
        view.work.stop.clicked.connect(self._stop_work)
        panel.action_asked.connect(self._act)
        panel.rename_asked.connect(self._rename)
        panel.votes.export.clicked.connect(self._ask_where_to_export)
        panel.work.stop.clicked.connect(self._stop_reading)
        if self._models:
            self._show(self._models)
        if self._work is not None:
            view.work.show_work(self._doing(), 0.0)
        if self._reading is not None:
            self._show_verifying()

    def refresh(self) -> None:
        """Read the library anew."""
        self._local.clear()  # what is free has changed, or what is chosen
        if self._listing is not None:
            self._listing.cancel()
        self._background.run(
            lambda _stop: self._service.unreachable_folders(), self._view.show_unreachable, self._tell_view
        )
        self._listing = self._background.run(lambda _stop: self._service.library.list(), self._show, self._tell_view)

    def import_file(self, path: Path) -> None:
        """Register a file where it lies, with its hash."""
        tell = self._progress_teller(lambda: self._view.work, lambda: self.tr("Reading {name}: {read} of {total}"))
        self._begin(
            lambda: self.tr("Reading {name} …").format(name=path.name),
            lambda stop: self._service.library.import_file(path, on_progress=tell, is_cancelled=stop.is_set),
            self._imported,
        )

    def add_folder(self, folder: Path) -> None:
        """Look through a folder from now on."""
        self._background.run(
            lambda _stop: self._service.add_folder(folder), lambda _none: self._settings_written(), self._tell_view
        )

    def move_downloads(self, folder: Path) -> None:
        """Move the downloaded models into another folder, and keep new ones there."""
        if self._downloads.is_writing:
            self._tell_view(DownloadsAreRunning())
            return
        for model in self._models:
            if model.path.is_relative_to(self._service.library.models_folder):
                self._make_way(model)
        tell = self._progress_teller(lambda: self._view.work, lambda: self.tr("Moving: {read} of {total}"))
        self._begin(
            lambda: self.tr("Moving to {folder} …").format(folder=folder),
            lambda stop: self._service.move_downloads(
                folder, stop, lambda done, total: tell(ReadProgress(name="", read_bytes=done, total_bytes=total))
            ),
            lambda _none: self._settings_written(),
        )

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
            freed_bytes = self._service.library.freed_by_removing(model)
            self._look_into(model)
            card = card_of_model(
                model,
                freed_bytes=freed_bytes,
                update=update,
                local=self._local.get(self._chosen),
                is_loaded=self._loaded() == self._chosen,
            )
            self._panel.show_card(card)
            self._panel.votes.show_votes(self._votes_of(model))

    def _look_into(self, model: LibraryModel) -> None:
        """Find out from its header what a model can do and whether it fits, and show that."""
        path = str(model.path)
        if path in self._local or not model.is_usable():
            return

        def show(local: LocalFacts | None) -> None:
            self._local[path] = local
            if self._chosen == path:
                self._show_panel()

        self._background.run(lambda _stop: self._service.facts_of(model.path), show, owner=self)

    def export_votes(self, path: Path) -> None:
        """Write the votes of the model shown as a table, a line for each."""
        model = self._model()
        if model is not None:
            table = votes_as_csv(self._votes_of(model))
            self._background.run(lambda _stop: _write(path, table), lambda _none: None, self._tell_panel)

    def _ask_where_to_export(self) -> None:
        model = self._model()
        if model is not None:
            name = f"{shortened_name(model.name)} votes.csv"
            chosen = ask_where_to_save(self._panel.window(), self.tr("Export the votes"), name)
            if chosen is not None:
                self.export_votes(chosen)

    def _votes_of(self, model: LibraryModel) -> Sequence[VoteFigures]:
        try:
            return self._votes(model.name)
        except UserError as error:  # the history cannot be read just now
            self._tell_panel(error)
            return ()

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
                    self._use(model)
            case LibraryAction.SETTINGS:
                self._open_settings(str(model.path))
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

        self._reading = self._background.run(
            lambda stop: self._service.library.verify(model.name, on_progress=tell, is_cancelled=stop.is_set),
            self._verified,
            self._tell_panel,
        )
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
            self._downloads.add(plan)
            return

        def told(found: DownloadPlan | None) -> None:
            self._updates[key] = found
            self._panel.set_busy([LibraryAction.UPDATE], is_busy=False)
            self._show_panel()

        self._panel.set_busy([LibraryAction.UPDATE], is_busy=True)
        self._background.run(lambda _stop: self._service.update_of(model), told, self._tell_panel)

    def _ask_where_to_move(self) -> None:
        folder = ask_for_folder(self._view.window(), self.tr("Keep downloaded models in"))
        if folder is not None:
            self.move_downloads(folder)

    def _verified(self, _models: tuple[LibraryModel, ...]) -> None:
        self._stop_reading()
        self.refresh()

    def _remove(self, model: LibraryModel) -> None:
        self._make_way(model)
        self._panel.set_busy([LibraryAction.REMOVE], is_busy=True)
        self._background.run(lambda _stop: self._service.library.remove(model.name), self._removed, self._tell_panel)

    def _removed(self, _deleted: tuple[Path, ...]) -> None:
        self._panel.set_busy([LibraryAction.REMOVE], is_busy=False)
        self._chosen = ""
        self.refresh()

    def _rename(self, name: str) -> None:
        model = self._model()
        if model is None or name.strip() == model.name:
            return
        self._background.run(
            lambda _stop: self._service.library.rename(model.name, name),
            lambda _model: self.refresh(),
            self._tell_panel,
        )

    def _ask_for_file(self) -> None:
        kinds = self.tr("Models (*.gguf);;All files (*)")
        path = ask_for_file(self._view.window(), self.tr("Add a GGUF file"), kinds)
        if path is not None:
            self.import_file(path)

    def _ask_for_folder(self) -> None:
        folder = ask_for_folder(self._view.window(), self.tr("Add a folder with models"))
        if folder is not None:
            self.add_folder(folder)

    def _begin(self, doing: Callable[[], str], work: Callable[[StopSignal], T], done: Callable[[T], None]) -> None:
        """Do something that is told above the list, in the place of what was done there before."""

        def finished(result: T) -> None:
            self._stop_work()
            done(result)

        def failed(error: UserError) -> None:
            self._stop_work()
            self._tell_view(error)

        self._view.notice.setVisible(False)
        self._stop_work()
        self._work, self._doing = self._background.run(work, finished, failed), doing
        self._view.work.show_work(doing(), 0.0)

    def _stop_work(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None
            self._kept.reload()  # what was moved took its settings along
            self.refresh()
        self._view.work.setVisible(False)

    def _make_way(self, model: LibraryModel) -> None:
        """Its file is about to be deleted or moved: nobody may hold it, or be told that it is ready."""
        self._let_go(str(model.path))
        self._downloads.forget_ready(str(model.path))

    def _settings_written(self) -> None:
        """A folder was added or moved, and the settings say so."""
        self._kept.reload()
        self.refresh()

    def _imported(self, model: LibraryModel | None) -> None:
        if model is not None:
            self._chosen = str(model.path)

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._panel.work.setVisible(False)
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


def _write(path: Path, table: str) -> None:
    try:
        write_atomically(path, table.encode())
    except OSError as error:
        raise TableNotWritten(path, details=str(error)) from error
