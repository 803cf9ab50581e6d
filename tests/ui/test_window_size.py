"""Windows open no larger than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.window_size import open_at


def test_a_window_opens_as_large_as_it_wants_where_there_is_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_at(window, 300, 200)

    assert (window.width(), window.height()) == (300, 200)


def test_a_window_opens_within_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_at(window, 100_000, 100_000)

    room = window.screen().availableSize()
    assert 0 < window.width() < room.width()
    assert 0 < window.height() < room.height()
