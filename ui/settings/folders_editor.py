"""Edits a list of folders."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.settings.setting_editor import SettingEditor
from ui.widgets.elided_label import ElidedLabel


class FoldersEditor(SettingEditor):
    """A line per folder, each with a button that takes it out of the list; the folders themselves stay as they are."""

    is_wide = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders: tuple[str, ...] = ()
        self._lines: list[QWidget] = []
        self._add = QPushButton(self.tr("Add a folder…"))
        self._add.setProperty("kind", "small")
        self._add.clicked.connect(self._ask)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        below = QHBoxLayout()
        below.addWidget(self._add)
        below.addStretch()
        self._column.addLayout(below)
        self.setFocusProxy(self._add)

    def show_value(self, value: object) -> None:
        """Show the folders."""
        self._folders = tuple(str(folder) for folder in value) if isinstance(value, tuple | list) else ()
        for line in self._lines:
            self._column.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        self._lines = [self._line(folder) for folder in self._folders]
        for index, line in enumerate(self._lines):
            self._column.insertWidget(index, line)

    def name_it(self, name: str, tip: str) -> None:
        """Name the button."""
        self._add.setAccessibleName(self.tr("{setting}: add a folder").format(setting=name))
        self._add.setToolTip(tip)

    def add(self, folder: str) -> None:
        """Put a folder into the list, once."""
        if folder and folder not in self._folders:
            self.value_chosen.emit((*self._folders, folder))

    def _line(self, folder: str) -> QWidget:
        line = QWidget()
        path = ElidedLabel()
        path.setText(folder)
        remove = QPushButton(self.tr("Take out"))
        remove.setProperty("kind", "quiet")
        remove.setAccessibleName(self.tr("Take {folder} out of the list").format(folder=folder))
        remove.setToolTip(self.tr("Look through this folder no more; nothing in it is deleted"))
        remove.clicked.connect(lambda: self.value_chosen.emit(tuple(f for f in self._folders if f != folder)))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(path, 1)
        row.addWidget(remove)
        return line

    def _ask(self) -> None:
        self.add(QFileDialog.getExistingDirectory(self.window(), self.tr("Add a folder with models")))
