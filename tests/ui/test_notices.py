"""The licences of what a packaged copy brings can be read in the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.paths import AppPaths
from ui.settings.about_panel import AboutPanel


def test_about_shows_the_notices_of_a_packaged_copy(qtbot: QtBot, tmp_path: Path) -> None:
    notices = tmp_path / "notices.txt"
    notices.write_text("Qt is under the LGPL.", encoding="utf-8")
    panel = AboutPanel(AppPaths.from_environment(), report=str, notices=notices)
    qtbot.addWidget(panel)
    (button,) = [found for found in panel.findChildren(QPushButton) if found.text() == "Licences of what is inside"]

    button.click()

    (text,) = panel.window().findChildren(QPlainTextEdit)
    assert text.toPlainText() == "Qt is under the LGPL."
    assert text.isReadOnly()


def test_about_offers_no_notices_where_there_are_none(qtbot: QtBot, tmp_path: Path) -> None:
    panel = AboutPanel(AppPaths.from_environment(), report=str, notices=tmp_path / "missing.txt")
    qtbot.addWidget(panel)

    assert "Licences of what is inside" not in [button.text() for button in panel.findChildren(QPushButton)]


def test_about_shows_the_licence_of_aside(qtbot: QtBot) -> None:
    panel = AboutPanel(AppPaths.from_environment(), report=str)
    qtbot.addWidget(panel)
    (button,) = [found for found in panel.findChildren(QPushButton) if found.text() == "Licence"]

    button.click()

    (text,) = panel.window().findChildren(QPlainTextEdit)
    assert text.toPlainText().startswith("MIT License")
