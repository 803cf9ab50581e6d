"""Export, import, print and backups in the window, each a job of its own."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QDialog, QWidget

from app.conversation.errors import ReplyIsNotSaved, ReplyIsRunning
from app.conversation.session import Session
from app.errors import UserError
from app.history.backups import Backup, BackupKind, Backups
from app.history.errors import DatabaseIsLocked, DiskIsFull, HistoryIsBeingReplaced
from app.history.exchange.exporting import ending_of, export_file, file_name_of
from app.history.exchange.importing import ImportResult, import_file
from app.history.exchange.left_out import LeftOut
from app.history.exchange.trace_document import export_trace
from app.history.exchange.tree_reader import TreeReader
from app.history.search_upkeep import merge_search_index
from app.history.store import HistoryStore
from app.text import visible_line
from ui.bridges.history_jobs import HistoryJobs, JobControl, JobIsInTheWay
from ui.bridges.job import CONVERSATIONS, Claim, Job
from ui.bridges.window_events import WindowEvents
from ui.chat.exchange.backup_dialog import BackupDialog
from ui.chat.exchange.export_dialog import ExportChoice, ExportDialog
from ui.chat.thoughts.thought_card import TraceWish
from ui.widgets.file_questions import ask_for_file, ask_where_to_save

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.documents.document_printer import PrintedPart
    from ui.documents.formula_typesetter import FormulaTypesetter


# Asks for files and printers with the system's own dialogs.

_MARGINS_MM = QMarginsF(20, 18, 20, 14)


class FileDialogs:
    """Each question returns `None` when the person thinks better of it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def file_to_write(self, name: str) -> Path | None:
        """Ask where a file of this name shall go."""
        return ask_where_to_save(self._window, _tr("Export"), name)

    def file_to_read(self) -> Path | None:
        """Ask which export shall be imported."""
        kinds = _tr("Exports of conversations (*.json *.jsonl *.zip)")
        return ask_for_file(self._window, _tr("Import conversations"), kinds)

    def printer(self) -> QPrinter | None:
        """Ask which printer shall be used."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # a library of its own, loaded when it is needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)
        dialog = QPrintDialog(printer, self._window)
        return printer if dialog.exec() else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileDialogs", text)


T = TypeVar("T")
_LONGEST_TITLE = 60
"""In the name of a file that says more."""
_FIRST_BACKUP_MS = 20_000
_BACKUP_CHECK_MS = 3_600_000
_SAVED_WITHIN_S = 2.0
_WRITERS_WITHIN_S = 10.0
"""Before a backup is restored nobody may be writing any more."""
"""A running reply is exported and printed as far as it is seen."""


class ExchangePresenter(QObject):
    """Asks above `window`, and lives as long as that: a job goes on while the views are made anew.

    Signals:
        conversations_added(): read the list anew.
    """

    conversations_added = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        session: Session,
        store: HistoryStore,
        jobs: HistoryJobs,
        typesetter: FormulaTypesetter,
        events: WindowEvents,
    ) -> None:
        super().__init__()
        self._window = window
        self._files = FileDialogs(window)
        self._store = store
        self._events = events
        self._session = session
        self._backups = Backups(store.path)
        self._jobs = jobs
        self._typesetter = typesetter
        self._dialog: QDialog | None = None
        self.restoring = Restoring(session=session, store=store, backups=self._backups, jobs=jobs, events=events)
        self._daily = QTimer(self)
        self._daily.timeout.connect(self.back_up_daily)
        self._daily.start(_FIRST_BACKUP_MS)
        events.turn_changed.connect(self._show_turns)
        events.turn_ended.connect(self._show_turns)

    def close(self) -> None:
        """Begin nothing more; the jobs have ended."""
        self._daily.stop()
        if self._dialog is not None:
            self._dialog.close()
        self.restoring.close()

    def export(self, conversation_ids: tuple[int, ...], choice: ExportChoice) -> None:
        """Ask for a file and write the conversations to it."""
        title = self._title(conversation_ids[0]) if len(conversation_ids) == 1 else ""
        ending = ending_of(choice.form, len(conversation_ids))
        target = self._files.file_to_write(file_name_of(title or self.tr("Conversations"), ending))
        if target is None:
            return

        def work(store: HistoryStore, control: JobControl) -> int:
            self._session.flush(_SAVED_WITHIN_S)
            return export_file(
                store.database,
                conversation_ids,
                target,
                choice.form,
                with_thoughts=choice.with_thoughts,
                on_progress=control.report,
                is_stopped=control.is_stopped,
            )

        job = Job(
            lambda: self.tr("Exporting to {name}…").format(name=target.name),
            told_if_stopped=lambda: self.tr("Stopped; {name} was not written.").format(name=target.name),
            claims=(Claim(target.resolve()),),
        )

        def exported(_count: int) -> str:
            return self.tr("Exported to {name}").format(name=target.name)

        self._run(job, work, exported)

    def export_trace(self, wish: TraceWish) -> None:
        """Ask for a file and write the trace of a reply to it."""
        with self._events.reporting_problems():
            title = self._title(self._session.message(wish.reply_id).conversation_id)[:_LONGEST_TITLE]
            name = self.tr("{title} (thought)").format(title=title)
            target = self._files.file_to_write(file_name_of(name, wish.form.value))
            if target is None:
                return

            def work(store: HistoryStore, _control: JobControl) -> None:
                self._session.flush(_SAVED_WITHIN_S)
                export_trace(store.database, wish.reply_id, target, wish.form)

            job = Job(
                lambda: self.tr("Exporting to {name}…").format(name=target.name), claims=(Claim(target.resolve()),)
            )
            self._run(job, work, lambda _nothing: self.tr("Exported to {name}").format(name=target.name))

    def import_from(self, path: Path) -> None:
        """Add the conversations of a file."""

        def work(store: HistoryStore, control: JobControl) -> ImportResult:
            return import_file(store.database, path, on_progress=control.report, is_stopped=control.is_stopped)

        job = Job(
            lambda: self.tr("Importing {name}…").format(name=path.name),
            told_if_stopped=lambda: self.tr("Stopped; nothing of {name} was imported.").format(name=path.name),
            claims=(Claim(CONVERSATIONS, only_adds=True), Claim(("import", path.resolve()))),
        )
        self._run(job, work, self._imported)

    def back_up_daily(self) -> None:
        """Copy the database unless it was copied today; looked at every hour. The search index is put in order then."""
        self._daily.start(_BACKUP_CHECK_MS)
        if self._backups.is_due():
            self.back_up(BackupKind.DAILY)

    def back_up(self, kind: BackupKind) -> None:
        """Copy the database; a daily copy is made in silence, or tomorrow if something is in its way."""
        is_quiet = kind is BackupKind.DAILY

        def work(store: HistoryStore, control: JobControl) -> None:
            self._backups.make(kind, on_progress=control.report, is_stopped=control.is_stopped)
            if is_quiet:
                with contextlib.suppress(DatabaseIsLocked, DiskIsFull, HistoryIsBeingReplaced):  # then tomorrow
                    merge_search_index(store.database, is_stopped=control.is_stopped)

        job = Job(
            lambda: self.tr("Backing up…"),
            told_if_stopped=lambda: self.tr("Stopped; no backup was made."),
            claims=(Claim(kind),),
            is_quiet=is_quiet,
        )

        def made(_nothing: None) -> str:
            return "" if is_quiet else self.tr("The conversations are backed up.")

        try:
            self._jobs.run(job, work, made, self._events.report)
        except JobIsInTheWay as error:
            if not is_quiet:
                self._events.report(error)

    def print_conversation(self, conversation_id: int) -> None:
        """Ask for a printer, lay out the branch shown as pages and print them."""
        printer = self._files.printer()
        if printer is None:
            return
        title = self._title(conversation_id) or self.tr("Untitled")
        untitled = self.tr("Untitled")
        target = printer.outputFileName()
        job = Job(
            lambda: self.tr("Printing “{title}”…").format(title=title),
            told_if_stopped=lambda: self.tr("Printing was stopped."),
            claims=(Claim(Path(target).resolve()),) if target else (),
        )

        def work(store: HistoryStore, _control: JobControl) -> list[PrintedPart]:
            from ui.chat.exchange.printed_conversation import printed_parts

            self._session.flush(_SAVED_WITHIN_S)
            with store.database.snapshot():
                return printed_parts(TreeReader(store.database).read(conversation_id), untitled=untitled)

        self._run(job, work, lambda parts: self._print(job, parts, printer))

    # --- private ----------------------------------------------------------------------------------------------

    def _run(self, job: Job, work: Callable[[HistoryStore, JobControl], T], done: Callable[[T], str | None]) -> None:
        with self._events.reporting_problems():
            self._jobs.run(job, work, done, self._events.report)

    def _imported(self, result: ImportResult) -> str:
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
        words = "; ".join((words, *(self._left_out(one.kind, one.count) for one in result.left_out)))
        self.conversations_added.emit()
        return words

    def _left_out(self, kind: LeftOut, count: int) -> str:
        match kind:
            case LeftOut.PICTURES:
                return self.tr("%Ln pictures were left out", "", count)
            case LeftOut.RECORDINGS:
                return self.tr("%Ln recordings were left out", "", count)
            case LeftOut.FILES:
                return self.tr("%Ln files were left out", "", count)
            case LeftOut.SOURCES:
                return self.tr("%Ln sources without an address were left out", "", count)
            case LeftOut.PARTS:
                return self.tr("%Ln parts of other kinds were left out", "", count)
            case LeftOut.LINES:
                return self.tr("%Ln damaged lines were left out", "", count)

    def ask_export(self, conversation_ids: tuple[int, ...]) -> None:
        """Ask how conversations should be written to a file, and do it."""
        if conversation_ids:
            dialog = ExportDialog(count=len(conversation_ids), parent=self._window)
            dialog.chosen.connect(lambda choice: self.export(conversation_ids, choice))
            self._open(dialog)

    def ask_import(self) -> None:
        """Ask for a file with conversations, and add them."""
        path = self._files.file_to_read()
        if path is not None:
            self.import_from(path)

    def ask_restore(self) -> None:
        """Ask which backup should take the place of all conversations, and restore it."""
        dialog = BackupDialog(self._backups.all(), self._window)
        dialog.show_running(self._session.turn_count)
        dialog.chosen.connect(lambda backup: self.restoring.restore(backup, stops_replies=True))
        self._open(dialog)

    def _show_turns(self) -> None:
        if isinstance(self._dialog, BackupDialog):
            self._dialog.show_running(self._session.turn_count)

    def _title(self, conversation_id: int) -> str:
        with self._events.reporting_problems():
            return visible_line(self._store.conversation(conversation_id).title)
        return ""

    def _open(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda: setattr(self, "_dialog", None))
        dialog.open()

    def _print(self, job: Job, parts: list[PrintedPart], printer: QPrinter) -> None:
        if job.is_stopping:
            job.note_stopped()
            return
        from ui.documents.document_printer import DocumentPrinter

        printing = DocumentPrinter(parts, printer, self._typesetter, job)

        def ended(is_printed: bool) -> None:
            if is_printed:
                job.finish(self.tr("“{title}” has been handed to the printer.").format(title=parts[0].text))
            else:
                words = self.tr("The printer could not be used; choose another one, or print to a file.")
                job.note_failed(words)

        def stop() -> None:
            printing.cancel()
            job.note_stopped()

        printing.progressed.connect(job.report)
        printing.ended.connect(ended)
        job.stop_asked.connect(stop)
        printing.start()


# Puts a backup in the place of all conversations: replies end first, and nothing is written meanwhile.


class Restoring(QObject):
    """Does it as a job.

    From its beginning to its end nothing else can be written: sending, editing, moving and the like are refused, and
    drafts wait. Replies that run go on until the backup has been checked; then they are stopped, and what is written of
    them goes into the copy that is made of everything before. It can be stopped up to the moment in which the window
    stands still and shows the other conversations.
    """

    def __init__(
        self, *, session: Session, store: HistoryStore, backups: Backups, jobs: HistoryJobs, events: WindowEvents
    ) -> None:
        super().__init__()
        self._events = events
        events.turn_changed.connect(self._note_turns)
        events.turn_ended.connect(self._note_turns)
        self._session = session
        self._replacement = store.replacement
        self._path: Path = store.path
        self._backups = backups
        self._jobs = jobs
        self._are_replies_over = threading.Event()
        self._waits_for_replies = False

    def restore(self, backup: Backup, *, stops_replies: bool = False) -> None:
        """Begin; refused while a reply runs or waits, unless the person knows that it will be stopped."""
        if self._session.turn_count and not stops_replies:
            self._events.report(ReplyIsRunning())
            return
        job = Job(
            lambda: self.tr("Restoring…"),
            told_if_stopped=lambda: self.tr("Stopped; the conversations are as they were."),
            claims=(Claim(CONVERSATIONS),),
        )
        self._are_replies_over.clear()

        def work(store: HistoryStore, control: JobControl) -> None:
            def end_writing() -> None:
                control.post(lambda: self._end_replies(job))
                control.wait_for(self._are_replies_over)
                if not self._session.flush(_WRITERS_WITHIN_S):
                    raise ReplyIsNotSaved
                if not self._replacement.wait_for_writers(_WRITERS_WITHIN_S):
                    raise DatabaseIsLocked(self._path)

            self._backups.restore(
                backup,
                store.database,
                on_progress=control.report,
                is_stopped=control.is_stopped,
                before_copying=end_writing,
                committing=lambda: control.window_standing(
                    before=self._events.history_replacing.emit, after=self._show_restored
                ),
            )

        try:
            self._jobs.run(job, work, self._told, self._events.report)
        except UserError as error:  # something else writes: it has not begun
            self._events.report(error)
            return
        self._events.history_pausing.emit()
        self._replacement.hold()
        job.ended.connect(self._give_up)

    def _note_turns(self) -> None:
        """A reply has ended or gone on, or has begun anew because the engine was lost."""
        if not self._waits_for_replies:
            return
        if self._session.turn_count:
            self._session.stop_all()
        else:
            self._waits_for_replies = False
            self._are_replies_over.set()

    def close(self) -> None:
        """Let what is left be written; the jobs have ended."""
        self._replacement.release()

    # --- private ----------------------------------------------------------------------------------------------

    def _end_replies(self, job: Job) -> None:
        if job.is_stopping:
            return
        if self._session.turn_count:
            job.told_if_stopped = lambda: self.tr(
                "Stopped; the conversations are as they were, but the replies were ended."
            )
        self._waits_for_replies = True
        self._note_turns()

    def _show_restored(self) -> None:
        self._replacement.release()
        self._session.forget_history()
        self._events.history_replaced.emit()

    def _told(self, _nothing: None) -> str:
        return self.tr("The conversations are as they were then.")

    def _give_up(self) -> None:
        self._waits_for_replies = False
        if self._replacement.is_held:
            self._replacement.release()
            self._events.history_kept.emit()
