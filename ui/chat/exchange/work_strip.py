"""The jobs that run: what each does, how far it is, its own way to stop it; then what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from app.text import visible_line
from ui.bridges.job import Job, JobState
from ui.theme.fonts import scaled_px
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import column, row, scrolls_down
from ui.widgets.long_words import breakable
from ui.widgets.styled import button, label

if TYPE_CHECKING:
    from ui.bridges.history_jobs import HistoryJobs

_SHOWN_AFTER_MS = 150
"""What is over by then is not worth a look."""
_TOLD_MS = 8000
_STEPS = 1000
_TALLEST_PX = 230


class WorkStrip(QScrollArea):
    """Hidden while there is nothing to tell; the newest is on top, many are scrolled."""

    def __init__(self, *, beside_px: int = 0, below_px: int = 0, parent: QWidget | None = None) -> None:
        """The two are room that is kept around the rows, as long as there are any."""
        super().__init__(parent)
        self.setObjectName("workStrip")
        self.setAccessibleName(self.tr("What is being done"))
        scrolls_down(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._inside = QWidget()
        self._inside.setObjectName("workRows")
        self._rows = column(of=self._inside, margins=(beside_px, 0, beside_px, below_px), spacing=6)
        self.setWidget(self._inside)
        self._inside.installEventFilter(self)
        self.setVisible(False)

    def follow(self, jobs: HistoryJobs) -> None:
        """Show the jobs that run, and those that are begun from now on."""
        for job in jobs.running():
            if not job.is_quiet:
                self.show_job(job)
        jobs.begun.connect(self.show_job)

    def show_job(self, job: Job) -> None:
        """Show a job until it has ended, and for some seconds what came of it."""
        row = _JobRow(job)
        row.setVisible(False)
        row.appeared.connect(lambda: self._show(row))
        row.left.connect(lambda: self._remove(row))
        self._rows.insertWidget(0, row)

    def texts(self) -> list[str]:
        """Return what is shown, the oldest first."""
        return [row.text for row in self._shown()]

    def _shown(self) -> list[_JobRow]:
        rows = self._inside.findChildren(_JobRow, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [row for row in rows if not row.isHidden()]

    def _show(self, row: _JobRow) -> None:
        row.setVisible(True)
        self.setVisible(True)
        self.updateGeometry()
        self.verticalScrollBar().setValue(0)  # the newest is what the person has just begun

    def _remove(self, row: _JobRow) -> None:
        row.setVisible(False)
        self._rows.removeWidget(row)
        row.deleteLater()
        self.setVisible(bool(self._shown()))
        self.updateGeometry()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As tall as the rows, up to a bound."""
        rows, width = self._rows, self.viewport().width()
        height = rows.heightForWidth(width) if rows.hasHeightForWidth() else rows.sizeHint().height()
        return QSize(rows.sizeHint().width(), min(height, scaled_px(_TALLEST_PX), self.window().height() // 3))

    def minimumSizeHint(self) -> QSize:
        """Not less than is needed."""
        return QSize(0, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of rows that grow."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _JobRow(QFrame):
    """Signals: appeared(): there is something to see. left(): there is not any more."""

    appeared = Signal()
    left = Signal()

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.setObjectName("undoBar")
        self._job = job
        self.text = ""
        self._doing = ElidedLabel()
        self._told = label(wraps=True)
        self._told.setVisible(False)
        self._bar = QProgressBar()
        self._bar.setObjectName("workBar")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setFixedHeight(scaled_px(4))
        self._bar.setVisible(False)
        self._stop = button(
            self.tr("Stop"), kind="link", name=self.tr("Stop: {job}").format(job=visible_line(job.doing()))
        )
        self._stop.setToolTip(self._stop.accessibleName())
        self._stop.clicked.connect(job.stop)
        column(row((self._doing, 1), (self._told, 1), self._stop), self._bar, of=self, margins=(12, 6, 6, 8), spacing=4)
        job.changed.connect(self._follow)
        job.ended.connect(self._tell)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._appear)
        self._timer.start(_SHOWN_AFTER_MS)
        self._follow()

    def _follow(self) -> None:
        is_stopping = self._job.state is JobState.STOPPING
        doing = self._job.doing()
        self._say(self.tr("Stopping: {job}").format(job=doing) if is_stopping else doing)
        self._doing.setText(self.text)
        self._stop.setVisible(not is_stopping)
        fraction = self._job.fraction
        self._bar.setVisible(fraction is not None)
        self._bar.setValue(round((fraction or 0.0) * _STEPS))
        self._bar.setAccessibleName(self.text)

    def _tell(self) -> None:
        self._timer.stop()
        if not self._job.told:
            self.left.emit()
            return
        self._say(self._job.told)
        self._told.setText(breakable(self.text))
        self._told.setVisible(True)
        for gone in (self._doing, self._stop, self._bar):
            gone.setVisible(False)
        self.appeared.emit()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # costs 10 ms, seldom needed

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))
        self._timer.timeout.disconnect(self._appear)
        self._timer.timeout.connect(self._leave)
        self._timer.start(_TOLD_MS)

    def _appear(self) -> None:
        self.appeared.emit()

    def _say(self, text: str) -> None:
        self.text = visible_line(text)
        self.setAccessibleName(self.text)

    def _leave(self) -> None:
        if self.underMouse():  # somebody reads it
            self._timer.start(_TOLD_MS)
        else:
            self.left.emit()
