"""In the place of the chat when the conversations cannot be opened: what happened, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.history.backups import Backup
from ui.chat.exchange.backup_dialog import backup_words
from ui.theme.fonts import code_font, scaled_px
from ui.widgets.announcement import announce
from ui.widgets.centred_area import CentredArea
from ui.widgets.flow_row import FlowRow
from ui.widgets.notice_bar import Notice

_WIDTH_PX = 520
_ROWS = 5


class HistoryTrouble(CentredArea):
    """Nothing is deleted by anything that is offered here.

    Signals:
        restore_asked(Backup): this copy should take the place of the file, which is kept.
        salvage_asked(): what can be read of the file should go on in a new one; the file is kept.
        accept_asked(): the file is the right one, whatever the backups hold.
        fresh_asked(): an empty history should begin; the file is kept.
        retry_asked(): the file should be opened again.
        quit_asked(): the person does not want to go on.
    """

    restore_asked = Signal(object)
    salvage_asked = Signal()
    accept_asked = Signal()
    fresh_asked = Signal()
    retry_asked = Signal()
    quit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = _label("")
        self._message.setProperty("scale", "title")
        self._advice = _label("soft")
        self._said = _label("danger")
        self._choose = QLabel(self.tr("Backups, the newest first"))
        self._list = QListWidget()
        self._list.setAccessibleName(self._choose.text())
        self._list.itemActivated.connect(self._restore)
        self._choose.setBuddy(self._list)
        self._restore_button = _button(self.tr("Restore this backup"), "primary")
        self._restore_button.setToolTip(self.tr("Put the backup in the place of the file; the file is kept beside it"))
        self._restore_button.clicked.connect(self._restore)
        self._retry = _button(self.tr("Try again"), "raised")
        self._retry.setToolTip(self.tr("Open the conversations again"))
        self._retry.clicked.connect(self.retry_asked)
        self._salvage = _button(self.tr("Go on with what can be read"), "raised")
        self._salvage.setToolTip(self.tr("Whatever can be read is written into a new file; the damaged one is kept"))
        self._salvage.clicked.connect(self.salvage_asked)
        self._accept = _button(self.tr("Go on with this one"), "raised")
        self._accept.setToolTip(self.tr("Open the file as it is; the backups stay"))
        self._accept.clicked.connect(self.accept_asked)
        self._fresh = _button(self.tr("Start with an empty history"), "raised")
        self._fresh.setToolTip(self.tr("The file is kept beside the new one"))
        self._fresh.clicked.connect(self.fresh_asked)
        self._quit = _button(self.tr("Quit"), "raised")
        self._quit.setToolTip(self.tr("Leave everything as it is"))
        self._quit.clicked.connect(self.quit_asked)
        self._more = _button(self.tr("Details"), "quiet")
        self._more.setCheckable(True)
        self._more.setToolTip(self.tr("Show the technical details"))
        self._details = _label("soft")
        self._details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._more.toggled.connect(self._show_details)
        row = FlowRow()
        self._deeds = (self._restore_button, self._retry, self._salvage, self._accept, self._fresh, self._quit)
        for button in self._deeds:
            row.add(button)
        inside = self._inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(12)
        for widget in (self._message, self._advice, self._choose, self._list, row, self._said):
            column.addWidget(widget)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)
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
        self._fresh.setVisible(can_start_fresh)
        self._retry.setVisible(can_retry)
        self._salvage.setVisible(can_salvage)
        self._accept.setVisible(can_accept)
        self._retry.setProperty("kind", "raised" if backups else "primary")
        self._retry.style().polish(self._retry)
        self.say("", is_busy=False)
        self._fit()
        self.setAccessibleName(f"{notice.message} {notice.advice}".strip())
        first = self._list if backups else next(button for button in self._deeds if not button.isHidden())
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def say(self, text: str, *, is_busy: bool) -> None:
        """Say how what was chosen goes on; nothing else can be chosen meanwhile."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._said.setProperty("tone", "soft" if is_busy else "danger")
        self._said.style().polish(self._said)
        for widget in (*self._deeds, self._list):
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


def _label(tone: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    return label


def _button(text: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    return button
