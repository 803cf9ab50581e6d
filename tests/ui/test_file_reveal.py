"""“Show in folder” never ends in nothing: where no file manager can select the file, its folder is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from ui.models.library import file_reveal


def test_without_a_file_manager_on_the_bus_the_folder_is_opened(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.setattr(file_reveal, "_is_selected_over_the_bus", lambda _path: False)
    monkeypatch.setattr("sys.platform", "linux")

    file_reveal.reveal(tmp_path / "ein Modell.gguf")

    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


def test_a_program_that_is_not_there_counts_as_not_shown() -> None:
    assert not file_reveal._has_started(["aside-has-no-such-program"])
