"""What this copy of Aside is, what it is made of, and where it keeps its files."""

from __future__ import annotations

import importlib.metadata
import platform
from collections.abc import Callable
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.file_facts import read_file
from app.paths import AppPaths, resources_directory
from app.private_files import make_private_folder
from ui.settings.fact_list import FactList
from ui.theme.fonts import code_font, scaled_px
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column, row
from ui.widgets.styled import BY_MOUSE, button, label
from ui.widgets.window_size import open_at

_MADE_OF = (
    ("llama.cpp, llama-cpp-python", "MIT"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("huggingface_hub", "Apache-2.0"),
    ("Jinja2, markdown-it-py, msgspec, psutil, NumPy", "BSD-3-Clause, MIT"),
    ("Inter, JetBrains Mono", "SIL OFL 1.1"),
    ("Remix Icon, QtAwesome", "Apache-2.0, MIT"),
)


class AboutPanel(QWidget):
    """Facts and ways to them. `report` returns what whoever helps needs to know, and `notices` is the file of others'
    licences, which a packaged copy brings."""

    def __init__(self, paths: AppPaths, *, report: Callable[[], str], notices: Path | None = None) -> None:
        super().__init__()
        facts = (
            (self.tr("Aside"), _version("aside")),
            (self.tr("Engine"), f"llama-cpp-python {_version('llama-cpp-python')}"),
            (self.tr("Window"), f"PySide {PySide6.__version__}, Python {platform.python_version()}"),
            (self.tr("Computer"), platform.platform()),
            (self.tr("Data"), str(paths.data)),
            (self.tr("Settings"), str(paths.settings_file)),
            (self.tr("Log"), str(paths.logs)),
        )
        own = resources_directory().parent / "LICENSE"
        inside = notices if notices is not None else resources_directory() / "third-party-notices.txt"
        self._report = button(
            self.tr("Copy diagnostic report"),
            self.tr("Versions, this computer, settings and the log's end; no conversation, name or path of yours"),
            clicked=lambda: self._copy(report()),
        )
        licence, of_others = self.tr("Licence"), self.tr("Licences of what is inside")
        shown = [
            button(
                self.tr("Open the data folder"),
                self.tr("Conversations and lists, in the file manager"),
                clicked=lambda: _show_folder(paths.data),
            ),
            button(
                self.tr("Open the log folder"),
                self.tr("What Aside has noted of its work"),
                clicked=lambda: _show_folder(paths.logs),
            ),
            self._report,
            button(licence, self.tr("Show the licence of Aside"), clicked=lambda: self._show(licence, own)),
        ]
        shown[-1].setEnabled(own.is_file())
        if inside.is_file():  # packaged copies have it; others bring nothing along
            tip = self.tr("Every part of Aside that others made, and its licence")
            shown.append(button(of_others, tip, clicked=lambda: self._show(of_others, inside)))
        buttons = row(FlowRow(*shown), margins=(17, 0, 0, 12))
        made_of = label(self.tr("Made with"), weight="strong")
        made_of.setContentsMargins(17, 8, 0, 0)
        parts = [label(f"{name} · {terms}", tone="soft", wraps=True, selected=BY_MOUSE) for name, terms in _MADE_OF]
        made_with = column(*parts, margins=(17, 4, 0, 8), spacing=6)
        column(FactList(facts), buttons, made_of, made_with, of=self, spacing=4)

    def _copy(self, report: str) -> None:
        QGuiApplication.clipboard().setText(report)
        self._report.setText(self.tr("Copied"))

    def _show(self, title: str, file: Path) -> None:
        dialog = NoticesDialog(title, read_file(file).decode(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class NoticesDialog(QDialog):
    """Shown by Aside itself: a bare system has no program for text files."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        open_at(self, scaled_px(760), scaled_px(600))
        notices = QPlainTextEdit()
        notices.setObjectName("box")
        notices.setReadOnly(True)
        notices.setFont(code_font(size_px=12))
        notices.setAccessibleName(self.windowTitle())
        notices.setToolTip(title)
        notices.setPlainText(text)
        close = button(self.tr("Close"), self.tr("Close (Esc)"), clicked=self.accept)
        close.setDefault(True)
        column((notices, 1), row(1, close), of=self, margins=(20, 16, 20, 16), spacing=10)


def _show_folder(folder: Path) -> None:
    make_private_folder(folder)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "?"
