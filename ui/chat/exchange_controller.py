"""Export, import, print and backups in the window: on history's thread, with progress, one after the other."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog

from app.conversation.session import Session
from app.errors import UserError
from app.history.backups import Backup, BackupKind, Backups, BackupStopped
from app.history.errors import DatabaseIsLocked, DiskIsFull
from app.history.exchange.errors import ExchangeStopped
from app.history.exchange.exporting import ending_of, export_file, file_name_of
from app.history.exchange.importing import ImportResult, import_file
from app.history.exchange.tree_reader import TreeReader
from app.history.search_upkeep import merge_search_index
from app.history.store import HistoryStore
from app.hub.stop_signal import DownloadStopped, StopSignal
from app.text import translatable
from ui.bridges.background import Job
from ui.bridges.history_desk import HistoryDesk
from ui.chat.backup_dialog import BackupDialog
from ui.chat.chat_views import ChatViews
from ui.chat.conversation_wish import ConversationWish, WishKind
from ui.chat.export_dialog import ExportChoice, ExportDialog
from ui.chat.file_questions import FileQuestions

if TYPE_CHECKING:  # loaded when something is printed
    from ui.documents.document_printer import DocumentPrinter, PrintedPart
    from ui.documents.formula_typesetter import FormulaTypesetter

_FIRST_BACKUP_MS = 20_000
_BACKUP_CHECK_MS = 3_600_000
T = TypeVar("T")


class ReplyIsRunning(UserError):
    """The conversations cannot be replaced while a reply is written into them."""

    def __init__(self) -> None:
        super().__init__(
            translatable("A reply is being written, so the backup was not restored."),
            translatable("Stop the reply, or wait for its end, and restore again."),
        )


class ExchangeController(QObject):
    """Takes the wishes of the sidebar's menu and of the conversations' menus.

    Signals:
        conversations_changed(): conversations were added, or all replaced; read the list anew.
        restored(): all conversations are others now; what is shown may be gone.
        problem_occurred(UserError): it did not work.
    """

    conversations_changed = Signal()
    restored = Signal()
    problem_occurred = Signal(object)

    def __init__(self, *, views: ChatViews, session: Session, path: Path, files: FileQuestions) -> None:
        super().__init__(views.window)
        self._views = views
        self._session = session
        self._files = files
        self._backups = Backups(path)
        self._strip = views.sidebar.work_strip
        self._desk = HistoryDesk(path, self)
        self._job: Job[object] | None = None
        self._dialog: QDialog | None = None
        self._printing: DocumentPrinter | None = None
        self._typesetter: FormulaTypesetter | None = None
        sidebar = views.sidebar
        sidebar.export_all_asked.connect(lambda: self._ask_export(tuple(views.conversations.ids())))
        sidebar.import_asked.connect(self._ask_import)
        sidebar.back_up_asked.connect(lambda: self.back_up(BackupKind.BY_HAND))
        sidebar.restore_asked.connect(self._ask_restore)
        views.problem_bar.action_chosen.connect(self._ask_restore)  # offered when the history is damaged
        self._strip.stop_asked.connect(self._stop)
        self._daily = QTimer(self)
        self._daily.timeout.connect(self.back_up_daily)
        self._daily.start(_FIRST_BACKUP_MS)

    def close(self) -> None:
        """End what runs and join the thread."""
        self._daily.stop()
        self._end_printing()
        if self._typesetter is not None:
            self._typesetter.close()
        if self._job is not None:
            self._job.cancel()
        if self._dialog is not None:
            self._dialog.close()
        self._desk.close()

    def fulfil(self, wish: ConversationWish) -> None:
        """Export or print conversations."""
        if wish.kind is WishKind.EXPORT:
            self._ask_export(wish.conversation_ids)
        elif wish.kind is WishKind.PRINT and wish.conversation_ids:
            self.print_conversation(wish.conversation_ids[0])

    def export(self, conversation_ids: tuple[int, ...], choice: ExportChoice) -> None:
        """Ask for a file and write the conversations to it."""
        title = self._views.conversations.title(conversation_ids[0]) if len(conversation_ids) == 1 else ""
        ending = ending_of(choice.form, len(conversation_ids))
        target = self._files.file_to_write(file_name_of(title or self.tr("Conversations"), ending))
        if target is None:
            return

        def work(store: HistoryStore, stop: StopSignal) -> int:
            return export_file(
                store.database,
                conversation_ids,
                target,
                choice.form,
                with_thoughts=choice.with_thoughts,
                on_progress=self._tell,
                is_stopped=stop.is_set,
            )

        done = self.tr("Exported to {name}").format(name=target.name)
        self._start(self.tr("Exporting…"), work, lambda count: self._strip.show_result(done))

    def import_from(self, path: Path) -> None:
        """Add the conversations of a file."""

        def work(store: HistoryStore, stop: StopSignal) -> ImportResult:
            return import_file(store.database, path, on_progress=self._tell, is_stopped=stop.is_set)

        self._start(self.tr("Importing {name}…").format(name=path.name), work, self._imported)

    def back_up_daily(self) -> None:
        """Copy the database unless it was copied today; looked at every hour."""
        self._daily.start(_BACKUP_CHECK_MS)
        if self._job is None and self._backups.is_due():
            self.back_up(BackupKind.DAILY)

    def back_up(self, kind: BackupKind) -> None:
        """Copy the database; a daily copy is made in silence, and then the search index is put in order."""
        is_loud = kind is BackupKind.BY_HAND

        def work(store: HistoryStore, stop: StopSignal) -> Backup:
            backup = self._backups.make(
                kind, on_progress=self._tell if is_loud else lambda fraction: None, is_stopped=stop.is_set
            )
            if not is_loud:
                with contextlib.suppress(DatabaseIsLocked, DiskIsFull):  # then tomorrow
                    merge_search_index(store.database, is_stopped=stop.is_set)
            return backup

        def done(_backup: Backup) -> None:
            if is_loud:
                self._strip.show_result(self.tr("The conversations are backed up."))

        self._start(self.tr("Backing up…") if is_loud else "", work, done)

    def restore(self, backup: Backup) -> None:
        """Put a copy in the place of all conversations."""
        if self._session.running_turn is not None or self._session.queued_turns:
            self.problem_occurred.emit(ReplyIsRunning())
            return

        def done(_before: Backup) -> None:
            self._strip.show_result(self.tr("The conversations are as they were then."))
            self._views.problem_bar.withdraw()
            self.conversations_changed.emit()
            self.restored.emit()

        self._start(self.tr("Restoring…"), lambda store, _stop: store.restore(backup), done)

    def print_conversation(self, conversation_id: int) -> None:
        """Lay out the branch shown as pages and print them where the person says."""

        untitled = self.tr("Untitled")

        def work(store: HistoryStore, _stop: StopSignal) -> list[PrintedPart]:
            from ui.chat.printed_conversation import printed_parts

            return printed_parts(TreeReader(store.database).read(conversation_id), untitled=untitled)

        if self._printing is not None:
            self._strip.show_result(self.tr("Something else is still running; try again in a moment."))
            return
        self._start("", work, self._print)

    # --- private ----------------------------------------------------------------------------------------------

    def _start(self, words: str, work: Callable[[HistoryStore, StopSignal], T], done: Callable[[T], None]) -> None:
        if self._job is not None and words:
            self._strip.show_result(self.tr("Something else is still running; try again in a moment."))
            return
        if words:
            self._strip.show_work(words)

        def ended(result: T) -> None:
            self._job = None
            done(result)

        def guarded(store: HistoryStore, stop: StopSignal) -> T:
            try:
                return work(store, stop)
            except (ExchangeStopped, BackupStopped) as error:
                raise DownloadStopped from error

        job = self._desk.run(guarded, ended, self._fail)
        self._job = job  # type: ignore[assignment]  # only cancelled, whatever it brings

    def _tell(self, fraction: float) -> None:
        self._desk.post(lambda: self._strip.show_fraction(fraction))

    def _fail(self, error: UserError) -> None:
        self._job = None
        self._strip.withdraw()
        self.problem_occurred.emit(error)

    def _stop(self) -> None:
        if self._printing is not None:
            self._end_printing()
            self._strip.show_result(self.tr("Printing was stopped."))
            return
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._strip.show_result(self.tr("Stopped; nothing was changed."))

    def _imported(self, result: ImportResult) -> None:
        conversations = self.tr("%Ln conversations", "", len(result.conversation_ids))
        messages = self.tr("%Ln messages", "", result.messages)
        words = self.tr("Imported {conversations} with {messages}").format(
            conversations=conversations, messages=messages
        )
        if not result.conversation_ids:
            words = self.tr("Nothing was imported: there is no message in the file.")
        elif result.skipped:
            empty = self.tr("%Ln without a message were left out", "", result.skipped)
            words = f"{words}; {empty}"
        if result.pictures_left_out:
            pictures = self.tr("%Ln pictures were left out", "", result.pictures_left_out)
            words = f"{words}; {pictures}"
        self._strip.show_result(words)
        self.conversations_changed.emit()

    def _ask_export(self, conversation_ids: tuple[int, ...]) -> None:
        if conversation_ids:
            dialog = ExportDialog(count=len(conversation_ids), parent=self._views.window)
            dialog.chosen.connect(lambda choice: self.export(conversation_ids, choice))
            self._open(dialog)

    def _ask_import(self) -> None:
        path = self._files.file_to_read()
        if path is not None:
            self.import_from(path)

    def _ask_restore(self) -> None:
        dialog = BackupDialog(self._backups.all(), self._views.window)
        dialog.chosen.connect(self.restore)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda: setattr(self, "_dialog", None))
        dialog.open()

    def _print(self, parts: list[PrintedPart]) -> None:
        printer = self._files.printer()
        if printer is None:
            return
        from ui.documents.document_printer import DocumentPrinter
        from ui.documents.formula_typesetter import FormulaTypesetter

        if self._typesetter is None:
            self._typesetter = FormulaTypesetter(self)
        self._strip.show_work(self.tr("Printing…"))
        self._printing = DocumentPrinter(parts, printer, self._typesetter, self)
        self._printing.progressed.connect(self._strip.show_fraction)
        self._printing.ended.connect(self._printed)
        self._printing.start()

    def _printed(self, is_printed: bool) -> None:
        self._end_printing()
        self._strip.show_result(
            self.tr("The conversation has been handed to the printer.")
            if is_printed
            else self.tr("The printer could not be used; choose another one, or print to a file.")
        )

    def _end_printing(self) -> None:
        if self._printing is not None:
            self._printing.cancel()
            self._printing.deleteLater()
            self._printing = None
