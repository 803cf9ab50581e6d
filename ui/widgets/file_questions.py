"""Asks for files and folders with the system's own dialogs: they begin in the documents, then where the last one was.

That place belongs to the application, like the size of text. What the person thinks better of is `None`, or nothing.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_FOLDER = "lastFolder"


def ask_for_file(window: QWidget, title: str, kinds: str = "") -> Path | None:
    """Ask which file shall be read; `kinds` is a filter as Qt writes it."""
    chosen, _ = QFileDialog.getOpenFileName(window, title, _folder(), kinds)
    return _remembered(chosen)


def ask_for_files(window: QWidget, title: str) -> list[Path]:
    """Ask which files shall be read."""
    chosen, _ = QFileDialog.getOpenFileNames(window, title, _folder())
    return [path for path in map(_remembered, chosen) if path is not None]


def ask_where_to_save(window: QWidget, title: str, name: str) -> Path | None:
    """Ask where a file of this name shall go."""
    chosen, _ = QFileDialog.getSaveFileName(window, title, str(Path(_folder()) / name))
    return _remembered(chosen)


def ask_for_folder(window: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(window, title, _folder())
    return _remembered(chosen, is_folder=True)


def _folder() -> str:
    application = QCoreApplication.instance()
    last = str(application.property(_FOLDER) or "") if application is not None else ""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    # One that is not there would stand in the dialog as a file's name.
    return next((folder for folder in (last, documents) if folder and Path(folder).is_dir()), str(Path.home()))


def _remembered(chosen: str, *, is_folder: bool = False) -> Path | None:
    if not chosen:
        return None
    path, application = Path(chosen), QCoreApplication.instance()
    if application is not None:
        application.setProperty(_FOLDER, str(path if is_folder else path.parent))
    return path
