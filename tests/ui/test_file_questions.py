"""Where dialogs for files begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.file_questions import ask_for_file


def test_a_dialog_begins_in_the_last_folder_that_is_still_there(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, last = tmp_path / "Documents", tmp_path / "last"
    begun: list[str] = []

    def choose(_window: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        begun.append(folder)
        return str(last / "a.gguf"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(documents))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    application, window = QCoreApplication.instance(), QWidget()
    assert application is not None
    application.setProperty("lastFolder", "")
    qtbot.addWidget(window)

    ask_for_file(window, "Which?")
    documents.mkdir()
    ask_for_file(window, "Which?")
    last.mkdir()
    ask_for_file(window, "Which?")

    application.setProperty("lastFolder", "")
    assert begun == [str(tmp_path), str(documents), str(last)]
