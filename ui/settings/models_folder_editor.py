"""Shows where downloaded models are kept, and asks where to move them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ui.settings.setting_editor import SettingEditor
from ui.widgets.elided_label import ElidedLabel


class ModelsFolderEditor(SettingEditor):
    """Changes nothing itself: models are moved file by file, and the setting follows.

    Signals:
        move_asked(str): the downloaded models should be moved into this folder.
    """

    move_asked = Signal(str)
    is_wide = True

    def __init__(self, own_folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_folder = own_folder
        self._path = ElidedLabel()
        self._move = QPushButton(self.tr("Move…"))
        self._move.setProperty("kind", "small")
        self._move.clicked.connect(self._ask)
        self._back = QPushButton(self.tr("Move back"))
        self._back.setProperty("kind", "small")
        self._back.setToolTip(self.tr("Move the models to {folder}").format(folder=own_folder))
        self._back.clicked.connect(lambda: self.move_asked.emit(self._own_folder))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._path, 1)
        row.addWidget(self._back)
        row.addWidget(self._move)
        self.setFocusProxy(self._move)

    def show_value(self, value: object) -> None:
        """Show the folder in use."""
        folder = str(value or "") or self._own_folder
        self._path.setText(folder)
        self._back.setVisible(folder != self._own_folder)

    def name_it(self, name: str, tip: str) -> None:
        """Name the button."""
        self._move.setAccessibleName(self.tr("{setting}: move the models").format(setting=name))
        self._move.setToolTip(tip)

    def _ask(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.window(), self.tr("Keep downloaded models in"))
        if folder:
            self.move_asked.emit(folder)
