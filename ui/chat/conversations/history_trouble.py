"""In the place of the chat when the conversations cannot be opened: what happened, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from app.history.backups import Backup
from ui.chat.exchange.backup_dialog import backup_words
from ui.theme.fonts import code_font, scaled_px
from ui.widgets.announcement import announce
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import CentredArea, column
from ui.widgets.notice_bar import Notice
from ui.widgets.styled import BY_MOUSE_AND_KEYS, button, label, restyle, show_text

_WIDTH_PX = 520
_ROWS = 5


class HistoryTrouble(CentredArea):
    """Nothing is deleted by anything that is offered here. What the buttons do is for whoever shows it:

    `salvage` lets what can be read of the file go on in a new one, `accept` takes the file as it is, `fresh` begins an
    empty history, `retry` opens the file again, and `quit` does none of that.

    Signals:
        restore_asked(Backup): this copy should take the place of the file, which is kept.
    """

    restore_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = label(scale="title", wraps=True)
        self._advice = label(tone="soft", wraps=True)
        self._said = label(tone="danger", wraps=True)
        self._choose = QLabel(self.tr("Backups, the newest first"))
        self._list = QListWidget()
        self._list.setAccessibleName(self._choose.text())
        self._list.itemActivated.connect(self._restore)
        self._choose.setBuddy(self._list)
        restore_tip = self.tr("Put the backup in the place of the file; the file is kept beside it")
        self._restore_button = button(
            self.tr("Restore this backup"), restore_tip, kind="primary", clicked=self._restore
        )
        self.retry = button(self.tr("Try again"), self.tr("Open the conversations again"), kind="raised")
        self.salvage = button(
            self.tr("Go on with what can be read"),
            self.tr("Whatever can be read is written into a new file; the damaged one is kept"),
            kind="raised",
        )
        accept_tip = self.tr("Open the file as it is; the backups stay")
        self.accept = button(self.tr("Go on with this one"), accept_tip, kind="raised")
        fresh_tip = self.tr("The file is kept beside the new one")
        self.fresh = button(self.tr("Start with an empty history"), fresh_tip, kind="raised")
        self.quit = button(self.tr("Quit"), self.tr("Leave everything as it is"), kind="raised")
        self._more = button(self.tr("Details"), self.tr("Show the technical details"), kind="quiet")
        self._more.setCheckable(True)
        self._details = label(tone="soft", wraps=True, selected=BY_MOUSE_AND_KEYS)
        self._more.toggled.connect(self._show_details)
        self._offered = (self._restore_button, self.retry, self.salvage, self.accept, self.fresh, self.quit)
        inside = self._inside = QWidget()
        parts = (self._message, self._advice, self._choose, self._list, FlowRow(*self._offered), self._said)
        more = (self._more, Qt.AlignmentFlag.AlignLeft)
        column(*parts, more, self._details, of=inside, margins=(0, 16, 0, 16), spacing=12)
        self.set_inside(inside)

    def show_trouble(
        self,
        notice: Notice,
        backups: Sequence[Backup],
        *,
        can_start_fresh: bool,
        can_retry: bool,
        can_salvage: bool = False,
        can_accept: bool = False,
    ) -> None:
        """Say what happened, and offer what helps; the first thing offered gets the keyboard."""
        self._message.setText(notice.message)
        self._advice.setText(notice.advice)
        self._details.setText(notice.details)
        self._details.setFont(code_font(size_px=12))
        self._details.setVisible(False)
        self._more.setChecked(False)
        self._more.setVisible(bool(notice.details))
        self._list.clear()
        for backup in backups:
            item = QListWidgetItem(backup_words(backup))
            item.setData(Qt.ItemDataRole.UserRole, backup)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        line = max(1, self._list.sizeHintForRow(0))
        self._list.setFixedHeight(line * min(_ROWS, max(1, len(backups))) + scaled_px(12))
        for widget in (self._choose, self._list, self._restore_button):
            widget.setVisible(bool(backups))
        self.fresh.setVisible(can_start_fresh)
        self.retry.setVisible(can_retry)
        self.salvage.setVisible(can_salvage)
        self.accept.setVisible(can_accept)
        self.retry.setProperty("kind", "raised" if backups else "primary")
        self.retry.style().polish(self.retry)
        self.say("", is_busy=False)
        self._fit()
        self.setAccessibleName(f"{notice.message} {notice.advice}".strip())
        first = self._list if backups else next(one for one in self._offered if not one.isHidden())
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def say(self, text: str, *, is_busy: bool) -> None:
        """Say how what was chosen goes on; nothing else can be chosen meanwhile."""
        show_text(self._said, text)
        restyle(self._said, tone="soft" if is_busy else "danger")
        for widget in (*self._offered, self._list):
            widget.setEnabled(not is_busy)
        self._fit()

    # --- private ----------------------------------------------------------------------------------------------

    def _show_details(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self._fit()

    def _restore(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.restore_asked.emit(item.data(Qt.ItemDataRole.UserRole))

    def _fit(self) -> None:
        width = max(200, min(scaled_px(_WIDTH_PX), self.width() - 48))
        self._inside.setFixedWidth(width)
        layout = self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():  # its own guess is for another width
            layout.activate()
            self._inside.setMinimumHeight(layout.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable, and as wide as there is room."""
        self._fit()
        super().resizeEvent(event)
