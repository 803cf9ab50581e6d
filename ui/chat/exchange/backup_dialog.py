"""Asks which copy of the conversations should be put in the place of the present ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from app.history.backups import Backup, BackupKind
from ui.widgets.dialog_buttons import DialogButtons
from ui.widgets.layouts import column
from ui.widgets.spoken_numbers import size_text
from ui.widgets.styled import label


class BackupDialog(QDialog):
    """The copies, newest first.

    Signals:
        chosen(Backup): this one shall be restored.
    """

    chosen = Signal(object)

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore from a backup"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Backups, the newest first"))
        self._list.setMinimumSize(420, 220)
        for backup in backups:
            item = QListWidgetItem(backup_words(backup))
            item.setData(Qt.ItemDataRole.UserRole, backup)
            self._list.addItem(item)
        about = label(
            self.tr("All conversations are put back as they were then. What is here now is kept as a backup first.")
            if backups
            else self.tr("There is no backup yet. Aside makes one each day."),
            tone="soft",
            wraps=True,
        )
        self._running = label(wraps=True)
        buttons = DialogButtons(self, self.tr("Restore"))
        self._confirm = buttons.confirm
        self._confirm.setEnabled(bool(backups))
        self._confirm.clicked.connect(self._accept)
        self.show_running(0)
        self._list.itemActivated.connect(self._accept)
        column(about, self._list, self._running, buttons, of=self, margins=(24, 24, 24, 16), spacing=12)
        if backups:
            self._list.setCurrentRow(0)

    def show_running(self, count: int) -> None:
        """Say what becomes of so many replies that are being written or wait."""
        self._running.setVisible(bool(count))
        self._running.setText(
            self.tr(
                "%n replies are being written or wait: they are stopped first, and what is written of them is in the"
                " backup that is made of what is here now.",
                "",
                count,
            )
        )
        self._confirm.setText(self.tr("Stop and restore") if count else self.tr("Restore"))

    def _accept(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()


def backup_words(backup: Backup) -> str:
    """Return when a copy was made, how large it is, and why it was made."""
    kind = {
        BackupKind.DAILY: _tr("daily"),
        BackupKind.BY_HAND: _tr("made by hand"),
        BackupKind.BEFORE_RESTORE: _tr("before a restore"),
        BackupKind.RESCUED: _tr("what was still open when the file was gone"),
        BackupKind.BEFORE_UPDATE: _tr("before an update of Aside"),
        BackupKind.SET_ASIDE: _tr("set aside, because it could not be opened"),
    }[backup.kind]
    moment = QDateTime.fromSecsSinceEpoch(int(backup.made_at))
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    return _tr("{when} · {size} · {kind}").format(when=when, size=size_text(backup.size_bytes), kind=kind)


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackupDialog", text)
