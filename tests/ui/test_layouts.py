"""Rows and columns give each part the room, or the place, that is said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.layouts import column


def test_a_part_has_a_share_of_the_room_or_a_place_in_it(qtbot: QtBot) -> None:
    outer, placed, wide = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(outer)
    placed.setFixedSize(40, 20)
    made = column((placed, Qt.AlignmentFlag.AlignHCenter), (wide, 2), of=outer)
    outer.resize(200, 100)
    outer.show()

    assert (made.stretch(0), made.stretch(1)) == (0, 2)
    assert placed.geometry().center().x() == outer.rect().center().x()
