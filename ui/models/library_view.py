"""The tab On this computer: every model there is, whoever put it there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.models.entry_list import EntryList
from ui.models.result_list_model import ResultListModel
from ui.models.work_row import WorkRow
from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.notice_bar import NoticeBar


class LibraryView(QWidget):
    """Shows the models; reading a file that is added is told above them.

    Signals:
        add_file_asked(): a model file should be chosen and registered where it lies.
        add_folder_asked(): a folder should be looked through from now on.
        move_asked(): the folder of downloaded models should lie elsewhere.
    """

    add_file_asked = Signal()
    add_folder_asked = Signal()
    move_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.models = ResultListModel(self)
        self.list = EntryList(self.models, theme, self.tr("Models on this computer"))
        self.notice = NoticeBar()
        self.notice.setVisible(False)
        self.work = WorkRow()
        self._heading = QLabel()
        self._heading.setProperty("tone", "soft")
        self._heading.setProperty("scale", "body")
        self._unreachable = QLabel()
        self._unreachable.setProperty("tone", "warm")
        self._unreachable.setWordWrap(True)
        self._unreachable.setVisible(False)
        self._empty = QLabel(self.tr("Looking …"))
        self._empty.setProperty("tone", "soft")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        file = _button(self.tr("Add file…"), self.tr("Register a GGUF file where it lies; nothing is copied"))
        file.clicked.connect(self.add_file_asked)
        folder = _button(self.tr("Add folder…"), self.tr("Show the models of a folder; they are never changed"))
        folder.clicked.connect(self.add_folder_asked)
        move = _button(self.tr("Move downloads…"), self.tr("Keep downloaded models in another folder"))
        move.clicked.connect(self.move_asked)
        row = FlowRow()
        for button in (file, folder, move):
            row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(8)
        column.addWidget(row)
        column.addWidget(self._heading)
        column.addWidget(self._unreachable)
        column.addWidget(self.work)
        column.addWidget(self.notice)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        self.list.setVisible(False)

    def show_summary(self, heading: str, *, empty: str = "") -> None:
        """Say how many there are, or what to do where there are none."""
        self._heading.setText(heading)
        self._empty.setText(empty)
        self._empty.setVisible(bool(empty))
        self.list.setVisible(not empty)

    def show_unreachable(self, folders: Sequence[Path]) -> None:
        """Name the folders that cannot be looked into: what lies there is offline, not gone."""
        names = ", ".join(str(folder) for folder in folders)
        words = self.tr("Cannot be reached now: {folders}. The models in it come back when its disk is connected.")
        self._unreachable.setText(words.format(folders=names) if folders else "")
        self._unreachable.setVisible(bool(folders))

    def unreachable_text(self) -> str:
        """What is said of folders that cannot be looked into; empty if there are none."""
        return self._unreachable.text()


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "small")
    button.setToolTip(tip)
    return button
