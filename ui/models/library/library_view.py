"""The tab On this computer: every model there is, whoever put it there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.models.parts.entry_list import EntryList, ResultListModel
from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.styled import button, label, show_text
from ui.widgets.work_row import WorkRow


class LibraryView(QWidget):
    """Shows the models; reading a file that is added is told above them. What its buttons do is the presenter's."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.models = ResultListModel(self)
        self.list = EntryList(self.models, theme, self.tr("Models on this computer"))
        self.list.setVisible(False)
        self.notice = NoticeBar()
        self.work = WorkRow()
        self._heading = label(tone="soft", scale="body")
        self._unreachable = label(tone="warm", wraps=True)
        self._unreachable.setVisible(False)
        self._empty = label(self.tr("Looking …"), tone="soft", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add_file = button(self.tr("Add file…"), self.tr("Register a GGUF file where it lies; nothing is copied"))
        self.add_folder = button(self.tr("Add folder…"), self.tr("Show the models of a folder; they are never changed"))
        self.move_downloads = button(self.tr("Move downloads…"), self.tr("Keep downloaded models in another folder"))
        column(
            FlowRow(self.add_file, self.add_folder, self.move_downloads),
            self._heading,
            self._unreachable,
            self.work,
            self.notice,
            (self.list, 1),
            (self._empty, 1),
            of=self,
            margins=(24, 18, 24, 12),
            spacing=8,
        )

    def show_summary(self, heading: str, *, empty: str = "") -> None:
        """Say how many there are, or what to do where there are none."""
        self._heading.setText(heading)
        show_text(self._empty, empty)
        self.list.setVisible(not empty)

    def show_unreachable(self, folders: Sequence[Path]) -> None:
        """Name the folders that cannot be looked into: what lies there is offline, not gone."""
        names = ", ".join(str(folder) for folder in folders)
        words = self.tr("Cannot be reached now: {folders}. The models in it come back when its disk is connected.")
        show_text(self._unreachable, words.format(folders=names) if folders else "")

    def unreachable_text(self) -> str:
        """What is said of folders that cannot be looked into; empty if there are none."""
        return self._unreachable.text()
