"""Says what of a conversation goes for good, and which copies still hold it until when; then the person decides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from app.history.backups import BackupKind
from app.history.held_copies import HeldCopies, HeldCopy
from ui.chat.exchange.backup_dialog import backup_words
from ui.widgets.dialog_buttons import DialogButtons
from ui.widgets.fitted_dialog import FittedDialog
from ui.widgets.layouts import column, row
from ui.widgets.styled import label, show_text

_WIDTH_PX = 460


class ForgetDialog(FittedDialog):
    """Can be answered as soon as the copies have been looked into.

    Signals:
        chosen(bool): it shall go; true: out of the copies, too.
    """

    chosen = Signal(bool)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Forget everything"))
        inside = QWidget()
        goes = (
            self.tr("all questions, answers and thoughts, in all versions, and what was typed and not sent"),
            self.tr("its files and pictures"),
            self.tr("its words in the search"),
            self.tr("what models keep of it, in memory and on the disk"),
        )
        self._copies = label(self.tr("Looking into the backups…"), wraps=True)
        self._copies.setContentsMargins(0, 8, 0, 0)
        self._list = label(tone="soft", wraps=True)
        self._list.setVisible(False)
        self._too = QCheckBox(self.tr("Take it out of these, too; all else in them stays"))
        self._too.setToolTip(self.tr("The copies are written anew without it"))
        self._too.setChecked(True)
        self._too.setVisible(False)
        stays = label(
            self.tr(
                "What was exported, printed or copied elsewhere stays, and so do conversations that were branched"
                " off or begun with a summary."
            ),
            tone="soft",
            wraps=True,
        )
        stays.setContentsMargins(0, 8, 0, 0)
        column(
            label(self._heading(titles), scale="title", wraps=True),
            label(self.tr("This goes now, and cannot be brought back:"), wraps=True),
            *map(_point, goes),
            self._copies,
            self._list,
            self._too,
            stays,
            of=inside,
            margins=(24, 24, 24, 8),
            spacing=8,
        )
        buttons = DialogButtons(self, self.tr("Forget everything"))
        buttons.setContentsMargins(24, 8, 24, 16)
        self.confirm = buttons.confirm
        self.confirm.setEnabled(False)
        self.confirm.clicked.connect(self._accept)
        self.set_parts(inside, buttons, width_px=_WIDTH_PX)

    def show_copies(self, copies: HeldCopies) -> None:
        """Say which copies hold it, and which could not be read."""
        lines = [self._line(copy) for copy in copies.holding]
        lines += [
            self.tr("{copy} · cannot be read: it may hold it").format(copy=self._line(copy))
            for copy in copies.unreadable
        ]
        self._copies.setText(
            self.tr("%n copies still hold it:", "", len(lines)) if lines else self.tr("No backup holds it.")
        )
        show_text(self._list, "\n".join(lines))
        self._too.setVisible(bool(copies.holding))
        self.confirm.setEnabled(True)

    def text(self) -> str:
        """Return all that is said, line by line."""
        return "\n".join(one.text() for one in self.findChildren(QLabel) if not one.isHidden())

    # --- private ----------------------------------------------------------------------------------------------

    def _heading(self, titles: Sequence[str]) -> str:
        if len(titles) == 1:
            return self.tr("“{title}”").format(title=titles[0] or self.tr("Untitled"))
        return self.tr("%n conversations", "", len(titles))

    def _line(self, copy: HeldCopy) -> str:
        words = backup_words(copy.backup)
        if copy.backup.kind in (BackupKind.BY_HAND, BackupKind.BEFORE_RESTORE):
            return self.tr("{copy} · until it is deleted, or seven newer ones are made").format(copy=words)
        if copy.goes_on is None:
            return self.tr("{copy} · until it is deleted").format(copy=words)
        day = QDate(copy.goes_on.year, copy.goes_on.month, copy.goes_on.day)
        until = QLocale().toString(day, QLocale.FormatType.ShortFormat)
        return self.tr("{copy} · until about {day}").format(copy=words, day=until)

    def _accept(self) -> None:
        self.chosen.emit(self._too.isChecked() and not self._too.isHidden())
        self.accept()


def _point(text: str) -> QHBoxLayout:
    """Return one of several things that are listed."""
    bullet = (label("•", tone="soft"), Qt.AlignmentFlag.AlignTop)
    return row(bullet, (label(text, tone="soft", wraps=True), 1), spacing=8)
