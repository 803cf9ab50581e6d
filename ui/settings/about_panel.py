"""What this copy of Aside is, what it is made of, and where it keeps its files."""

from __future__ import annotations

import importlib.metadata
import platform
from collections.abc import Sequence
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.file_facts import read_file
from app.paths import AppPaths, resources_directory
from ui.settings.fact_list import FactList

_MADE_OF = (
    ("llama.cpp, llama-cpp-python", "MIT"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("huggingface_hub", "Apache-2.0"),
    ("Jinja2, markdown-it-py, msgspec, psutil, NumPy", "BSD-3-Clause, MIT"),
    ("Inter, JetBrains Mono", "SIL OFL 1.1"),
    ("Remix Icon, QtAwesome", "Apache-2.0, MIT"),
)


class AboutPanel(QWidget):
    """Facts and ways to them. `notices` is the file of others' licences, which a packaged copy brings.

    Signals:
        folder_asked(str): this folder should be shown in the file manager.
        report_asked(): a report for whoever helps should be copied.
    """

    folder_asked = Signal(str)
    report_asked = Signal()

    def __init__(self, paths: AppPaths, parent: QWidget | None = None, *, notices: Path | None = None) -> None:
        super().__init__(parent)
        facts = (
            (self.tr("Aside"), _version("aside")),
            (self.tr("Engine"), f"llama-cpp-python {_version('llama-cpp-python')}"),
            (self.tr("Window"), f"PySide {PySide6.__version__}, Python {platform.python_version()}"),
            (self.tr("Computer"), platform.platform()),
            (self.tr("Data"), str(paths.data)),
            (self.tr("Settings"), str(paths.settings_file)),
            (self.tr("Log"), str(paths.logs)),
        )
        buttons = QGridLayout()  # two in a row: large text in a narrow window leaves no room for more
        buttons.setContentsMargins(17, 0, 0, 12)
        buttons.setSpacing(8)
        buttons.setColumnStretch(2, 1)
        for column_index, (text, tip, folder) in enumerate(
            (
                (self.tr("Open the data folder"), self.tr("Conversations and lists, in the file manager"), paths.data),
                (self.tr("Open the log folder"), self.tr("What Aside has noted of its work"), paths.logs),
            )
        ):
            button = _small(text, tip)
            button.clicked.connect(lambda _checked=False, folder=folder: self.folder_asked.emit(str(folder)))
            buttons.addWidget(button, 0, column_index)
        self._report = _small(
            self.tr("Copy diagnostic report"),
            self.tr("Versions, this computer, settings and the log's end; no conversation, name or path of yours"),
        )
        self._report.clicked.connect(self.report_asked)
        buttons.addWidget(self._report, 1, 0)
        licence = _small(self.tr("Licence"), self.tr("Show the licence of Aside"))
        own = resources_directory().parent / "LICENSE"
        licence.setEnabled(own.is_file())
        licence.clicked.connect(lambda: self._show(licence.text(), own))
        buttons.addWidget(licence, 1, 1)
        file = notices if notices is not None else resources_directory() / "third-party-notices.txt"
        if file.is_file():  # packaged copies have it; others bring nothing along
            inside = _small(
                self.tr("Licences of what is inside"), self.tr("Every part of Aside that others made, and its licence")
            )
            inside.clicked.connect(lambda: self._show(inside.text(), file))
            buttons.addWidget(inside, 2, 0)
        made_of = QLabel(self.tr("Made with"))
        made_of.setProperty("weight", "strong")
        made_of.setContentsMargins(17, 8, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(FactList(facts))
        column.addLayout(buttons)
        column.addWidget(made_of)
        column.addWidget(_lines(_MADE_OF))

    def say_copied(self) -> None:
        """Say that the report is in the clipboard."""
        self._report.setText(self.tr("Copied"))

    def _show(self, title: str, file: Path) -> None:
        from ui.settings.notices_dialog import NoticesDialog

        dialog = NoticesDialog(title, read_file(file).decode(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _lines(parts: Sequence[tuple[str, str]]) -> QWidget:
    """Return what it is made of, each part with its licence: lines that break where large text has little room."""
    lines = QWidget()
    column = QVBoxLayout(lines)
    column.setContentsMargins(17, 4, 0, 8)
    column.setSpacing(6)
    for name, licence in parts:
        label = QLabel(f"{name} · {licence}")
        label.setProperty("tone", "soft")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
    return lines


def _small(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "small")
    button.setToolTip(tip)
    return button


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "?"
