"""Asks for files and printers with the system's own dialogs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QStandardPaths
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


_MARGINS_MM = QMarginsF(20, 18, 20, 14)


class FileDialogs:
    """Each question returns `None` when the person thinks better of it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def file_to_write(self, name: str) -> Path | None:
        """Ask where a file of this name shall go."""
        chosen, _ = QFileDialog.getSaveFileName(self._window, _tr("Export"), str(Path(self._folder) / name))
        return self._remembered(chosen)

    def file_to_read(self) -> Path | None:
        """Ask which export shall be imported."""
        kinds = _tr("Exports of conversations (*.json *.jsonl *.zip)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, _tr("Import conversations"), self._folder, kinds)
        return self._remembered(chosen)

    def printer(self) -> QPrinter | None:
        """Ask which printer shall be used."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # a library of its own, loaded when it is needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)
        dialog = QPrintDialog(printer, self._window)
        return printer if dialog.exec() else None

    def _remembered(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        self._folder = str(Path(chosen).parent)
        return Path(chosen)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileDialogs", text)
