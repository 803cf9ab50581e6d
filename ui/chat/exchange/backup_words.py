"""What a copy of the conversations is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.history.backups import Backup, BackupKind
from ui.widgets.spoken_numbers import size_text


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
