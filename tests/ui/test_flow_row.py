"""Widgets that flow from line to line."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.flow_row import FlowRow


def test_what_is_hidden_leaves_no_gap_and_what_comes_back_gets_room(qtbot: QtBot) -> None:
    row = FlowRow()
    qtbot.addWidget(row)
    row.resize(600, 40)
    first, middle, last = (QPushButton(text) for text in ("First", "In the middle", "Last"))
    for button in (first, middle, last):
        row.add(button)
    row.show()
    apart = last.x()

    middle.setVisible(False)
    assert last.x() == middle.x()

    middle.setVisible(True)
    assert last.x() == apart
