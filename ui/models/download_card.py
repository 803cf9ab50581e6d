"""One download: progress, what went wrong, and what can be done about it."""

from __future__ import annotations

import enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.hub.transfer.download_progress import DownloadState
from app.hub.transfer.queued_download import QueuedDownload
from ui.models.download_words import cancel_question, fraction_of, problem_of, status_of, title_of
from ui.models.work_row import thin_bar
from ui.theme.icons import IconName, give_icon
from ui.widgets.elided_label import ElidedLabel


class DownloadAction(enum.Enum):
    """What a person may do with a download."""

    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    EARLIER = "earlier"
    LATER = "later"
    USE = "use"


class DownloadCard(QFrame):
    """Asks before what has arrived is deleted.

    Signals:
        action_asked(DownloadAction): do this.
    """

    action_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._download: QueuedDownload | None = None
        self._standing: tuple[object, ...] | None = None
        self._name = ElidedLabel()
        self._name.setProperty("weight", "strong")
        self._status = ElidedLabel()
        self._status.setProperty("tone", "soft")
        self._status.setProperty("scale", "body")
        self._problem = _wrapped("danger")
        self._advice = _wrapped("soft")
        self._bar = thin_bar()
        self._question = _wrapped("")
        self._buttons = {
            DownloadAction.EARLIER: _button("", self.tr("Earlier"), self.tr("Download it before the one above")),
            DownloadAction.LATER: _button("", self.tr("Later"), self.tr("Download it after the one below")),
            DownloadAction.PAUSE: _button(self.tr("Pause"), "", self.tr("Stop for now; what has arrived is kept")),
            DownloadAction.RESUME: _button(self.tr("Resume"), "", self.tr("Go on where it stopped")),
            DownloadAction.USE: _button(self.tr("Use now"), "", self.tr("Load this model and go to the chat")),
            DownloadAction.CANCEL: _button(self.tr("Cancel"), "", self.tr("Give this download up")),
        }
        give_icon(self._buttons[DownloadAction.EARLIER], IconName.UP)
        give_icon(self._buttons[DownloadAction.LATER], IconName.DOWN)
        self._buttons[DownloadAction.USE].setProperty("kind", "smallPrimary")
        upper = QHBoxLayout()
        upper.setSpacing(6)
        upper.addWidget(self._name, 1)
        for action, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, action=action: self._act(action))
            upper.addWidget(button)
        self._confirm = QWidget()
        asked = QHBoxLayout(self._confirm)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(6)
        asked.addWidget(self._question, 1)
        yes = _button(self.tr("Delete"), "", self.tr("Delete what has arrived"))
        yes.setProperty("kind", "danger")
        yes.clicked.connect(lambda: self.action_asked.emit(DownloadAction.CANCEL))
        keep = _button(self.tr("Keep"), "", self.tr("Go on as before"))
        keep.clicked.connect(lambda: self._confirm.setVisible(False))
        asked.addWidget(yes)
        asked.addWidget(keep)
        self._confirm.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 12)
        column.setSpacing(7)
        column.addLayout(upper)
        column.addWidget(self._bar)
        for widget in (self._status, self._problem, self._advice):
            column.addWidget(widget)
        column.addWidget(self._confirm)

    def show_download(self, download: QueuedDownload, *, is_first: bool, is_last: bool) -> None:
        """Show how it stands. While bytes arrive only the figures change, and only they are touched."""
        state = download.state
        self._download = download
        status = status_of(download)
        self._status.setText(status)
        self._bar.setValue(round(fraction_of(download) * self._bar.maximum()))
        if not self._confirm.isHidden():
            self._question.setText(cancel_question(download))
        message, advice = problem_of(download)
        self.setAccessibleName(", ".join(part for part in (title_of(download), status, message) if part))
        standing = (state, is_first, is_last, title_of(download), message, advice)
        if standing != self._standing:
            self._standing = standing
            self._show_standing(download, message, advice, is_first=is_first, is_last=is_last)

    def _show_standing(
        self, download: QueuedDownload, message: str, advice: str, *, is_first: bool, is_last: bool
    ) -> None:
        state = download.state
        self._name.setText(title_of(download))
        for label, text in ((self._problem, message), (self._advice, advice)):
            label.setText(text)
            label.setVisible(bool(text))
        self._bar.setVisible(state is not DownloadState.DONE)
        is_stopped = state in (DownloadState.PAUSED, DownloadState.FAILED)
        is_done = state is DownloadState.DONE
        resume = self._buttons[DownloadAction.RESUME]
        resume.setText(self.tr("Try again") if state is DownloadState.FAILED else self.tr("Resume"))
        shown = {
            DownloadAction.EARLIER: not is_done and not is_first,
            DownloadAction.LATER: not is_done and not is_last,
            DownloadAction.PAUSE: not is_done and not is_stopped,
            DownloadAction.RESUME: is_stopped,
            DownloadAction.USE: is_done,
            DownloadAction.CANCEL: True,
        }
        for action, is_shown in shown.items():
            self._buttons[action].setVisible(is_shown)
        self._buttons[DownloadAction.CANCEL].setText(self.tr("Dismiss") if is_done else self.tr("Cancel"))

    def button(self, action: DownloadAction) -> QPushButton:
        """Return the button of an action."""
        return self._buttons[action]

    def confirm_buttons(self) -> tuple[QPushButton, ...]:
        """Return Delete and Keep."""
        return tuple(self._confirm.findChildren(QPushButton))

    def _act(self, action: DownloadAction) -> None:
        download = self._download
        is_asked = download is not None and download.received_bytes > 0 and download.state is not DownloadState.DONE
        if action is DownloadAction.CANCEL and download is not None and is_asked:
            self._question.setText(cancel_question(download))
            self._confirm.setVisible(True)
        else:
            self.action_asked.emit(action)


def _wrapped(tone: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    label.setProperty("scale", "body")
    return label


def _button(text: str, name: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "small")
    button.setAccessibleName(name or text)
    button.setToolTip(tip)
    return button
