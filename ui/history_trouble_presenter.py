"""What can be done when the conversations cannot be opened, and how the window goes on then."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.file_facts import size_of_file
from app.history.backups import Backup, Backups
from app.history.check_marks import CheckMarks
from app.history.damaged_file import replace_damaged, set_aside_damaged
from app.history.errors import (
    DatabaseHoldsLess,
    DatabaseIsDamaged,
    DatabaseIsMissing,
    DatabaseIsNewer,
    DatabaseWasReplaced,
)
from app.history.lost_history import LostHistory
from app.history.salvage import Salvage, salvage
from ui.assembly import Assembly
from ui.bridges.background import Background
from ui.bridges.notice_of import notice_of
from ui.chat.conversations.history_trouble import HistoryTrouble
from ui.widgets.notice_bar import Notice

_log = logging.getLogger(__name__)


class HistoryTroublePresenter(QObject):
    """Shows the page in the place of the chat until history opens. Made only when it does not.

    Signals:
        quit_asked(): the person does not want to go on.
    """

    quit_asked = Signal()

    def __init__(self, assembly: Assembly, database: Path) -> None:
        super().__init__(assembly)
        self._assembly = assembly
        self._database = database
        self._background = Background(threads=1, parent=self)
        self._kept_at: Path | None = None
        self._salvaged: Salvage | None = None
        self._page = HistoryTrouble()
        self._page.restore_asked.connect(self._restore)
        self._page.salvage.clicked.connect(self._salvage)
        self._page.accept.clicked.connect(lambda: self._go_on(None))
        self._page.fresh.clicked.connect(self._start_fresh)
        self._page.retry.clicked.connect(self._retry)
        self._page.quit.clicked.connect(self.quit_asked)
        assembly.started.connect(self._started)

    def show(self, error: UserError, lost: LostHistory | None = None) -> None:
        """Say why history cannot be opened, and offer what helps; what is still open of a lost one is saved first."""
        self._assembly.content.show_page(self._page)
        self._assembly.content.sidebar.setEnabled(False)  # there is nothing behind it yet
        self._offer(error)
        if lost is not None:
            self._page.say(self.tr("Saving what is still open of it…"), is_busy=True)
            self._background.run(lambda _stop: lost.rescue(), lambda _nothing: self._offer(error))

    def close(self) -> None:
        """Join the thread; a restore that has begun is finished, for it leaves nothing half done."""
        self._background.close()

    # --- private ----------------------------------------------------------------------------------------------

    def _offer(self, error: UserError) -> None:
        is_less = isinstance(error, DatabaseHoldsLess)
        has_lost = is_less or isinstance(error, DatabaseIsDamaged | DatabaseIsMissing | DatabaseWasReplaced)
        self._page.show_trouble(
            notice_of(error),
            Backups(self._database).all() if has_lost else (),
            can_start_fresh=(has_lost and not is_less) or isinstance(error, DatabaseIsNewer),
            can_retry=not isinstance(error, DatabaseIsDamaged),
            can_salvage=isinstance(error, DatabaseIsDamaged) and bool(size_of_file(self._database)),
            can_accept=is_less,
        )

    def _salvage(self) -> None:
        def done(found: Salvage) -> None:
            self._salvaged = found
            self._go_on(found.kept_at)

        self._page.say(self.tr("Reading what can be read…"), is_busy=True)
        self._background.run(lambda _stop: salvage(self._database), done, self._fail)

    def _restore(self, backup: Backup) -> None:
        self._page.say(self.tr("Restoring…"), is_busy=True)
        self._background.run(lambda _stop: replace_damaged(self._database, backup), self._go_on, self._fail)

    def _start_fresh(self) -> None:
        try:
            kept_at = set_aside_damaged(self._database)
            self._assembly.begin_empty_history()
            self._go_on(kept_at)
        except UserError as error:
            self._fail(error)

    def _go_on(self, kept_at: Path | None) -> None:
        if kept_at is not None:
            _log.warning("the history that could not be opened is kept as %s", kept_at)
        self._kept_at = kept_at
        CheckMarks(self._database).accept()
        self._retry()

    def _retry(self) -> None:
        self._page.say(self.tr("Opening the conversations…"), is_busy=True)
        QTimer.singleShot(0, self._assembly, self._assembly.start)

    def _fail(self, error: UserError) -> None:
        notice = notice_of(error)
        self._page.say(f"{notice.message} {notice.advice}".strip(), is_busy=False)

    def _started(self) -> None:
        content = self._assembly.content
        content.sidebar.setEnabled(True)
        content.show_chat()
        content.page.composer.setFocus()
        self._page.deleteLater()
        if self._kept_at is not None:
            content.page.notices.show_notice(
                Notice(
                    self._what_was_read() or self.tr("The file that could not be opened is kept."),
                    self.tr("It lies at {path}; nothing in it was changed.").format(path=self._kept_at),
                )
            )
        self.deleteLater()

    def _what_was_read(self) -> str:
        if self._salvaged is None:
            return ""
        conversations = self.tr("%Ln conversations", "", self._salvaged.conversations)
        messages = self.tr("%Ln messages", "", self._salvaged.messages)
        words = self.tr("Read from the damaged file: {conversations} with {messages}.")
        return words.format(conversations=conversations, messages=messages)
