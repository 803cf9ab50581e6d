"""One download: progress, what went wrong, and what can be done about it."""

from __future__ import annotations

import enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from ui.models.downloads.download_words import cancel_question, fraction_of, problem_of, status_of, title_of
from ui.theme.icons import IconName, give_icon
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label, show_text, styled
from ui.widgets.work_row import thin_bar


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
        self._name = styled(ElidedLabel(), weight="strong")
        self._status = styled(ElidedLabel(), tone="soft", scale="body")
        self._problem = label(tone="danger", scale="body", wraps=True)
        self._advice = label(tone="soft", scale="body", wraps=True)
        self._bar = thin_bar()
        self._question = label(scale="body", wraps=True)
        self._buttons = {
            DownloadAction.EARLIER: button("", self.tr("Download it before the one above"), name=self.tr("Earlier")),
            DownloadAction.LATER: button("", self.tr("Download it after the one below"), name=self.tr("Later")),
            DownloadAction.PAUSE: button(self.tr("Pause"), self.tr("Stop for now; what has arrived is kept")),
            DownloadAction.RESUME: button(self.tr("Resume"), self.tr("Go on where it stopped")),
            DownloadAction.USE: button(
                self.tr("Use now"), self.tr("Load this model and go to the chat"), kind="smallPrimary"
            ),
            DownloadAction.CANCEL: button(self.tr("Cancel"), self.tr("Give this download up")),
        }
        give_icon(self._buttons[DownloadAction.EARLIER], IconName.UP)
        give_icon(self._buttons[DownloadAction.LATER], IconName.DOWN)
        for action, one in self._buttons.items():
            one.clicked.connect(lambda _checked=False, action=action: self._act(action))
        self._confirm = QWidget()
        delete = button(self.tr("Delete"), self.tr("Delete what has arrived"), kind="danger")
        delete.clicked.connect(lambda: self.action_asked.emit(DownloadAction.CANCEL))
        keep = button(self.tr("Keep"), self.tr("Go on as before"), clicked=self._confirm.hide)
        row((self._question, 1), delete, keep, of=self._confirm, spacing=6)
        self._confirm.setVisible(False)
        column(
            row((self._name, 1), *self._buttons.values(), spacing=6),
            self._bar,
            self._status,
            self._problem,
            self._advice,
            self._confirm,
            of=self,
            margins=(14, 10, 10, 12),
            spacing=7,
        )

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
        for shown, text in ((self._problem, message), (self._advice, advice)):
            show_text(shown, text)
        self._bar.setVisible(state is not DownloadState.DONE)
        is_stopped = state in (DownloadState.PAUSED, DownloadState.FAILED)
        is_done = state is DownloadState.DONE
        resume = self._buttons[DownloadAction.RESUME]
        resume.setText(self.tr("Try again") if state is DownloadState.FAILED else self.tr("Resume"))
        shown_buttons = {
            DownloadAction.EARLIER: not is_done and not is_first,
            DownloadAction.LATER: not is_done and not is_last,
            DownloadAction.PAUSE: not is_done and not is_stopped,
            DownloadAction.RESUME: is_stopped,
            DownloadAction.USE: is_done,
            DownloadAction.CANCEL: True,
        }
        for action, is_shown in shown_buttons.items():
            self._buttons[action].setVisible(is_shown)
        self._buttons[DownloadAction.CANCEL].setText(self.tr("Dismiss") if is_done else self.tr("Cancel"))

    def button(self, action: DownloadAction) -> QPushButton:
        """Return the button of an action."""
        return self._buttons[action]

    def confirm_buttons(self) -> tuple[QPushButton, ...]:
        """Return Delete and Keep."""
        return tuple(self._confirm.findChildren(QPushButton))

    def hideEvent(self, event: QHideEvent) -> None:
        """A question that was walked away from is answered: it goes on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._confirm.hide()

    def _act(self, action: DownloadAction) -> None:
        download = self._download
        is_asked = download is not None and download.received_bytes > 0 and download.state is not DownloadState.DONE
        if action is DownloadAction.CANCEL and download is not None and is_asked:
            self._question.setText(cancel_question(download))
            self._confirm.setVisible(True)
        else:
            self.action_asked.emit(action)
