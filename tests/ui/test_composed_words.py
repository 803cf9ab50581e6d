"""Keys that choose a word of an input method do nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.test_command_palette import open_palette
from ui.widgets.growing_edit import GrowingEdit


def _compose(field: QWidget, letters: str) -> None:
    QCoreApplication.sendEvent(field, QInputMethodEvent(letters, []))


def _choose(field: QWidget, word: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(word)
    QCoreApplication.sendEvent(field, event)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("letters", ["ni hao", "にほn", "ㅎ", "ไ", "´"])
def test_enter_belongs_to_the_word_that_is_composed(qtbot: QtBot, key: Qt.Key, letters: str) -> None:
    field = GrowingEdit()
    qtbot.addWidget(field)
    sent: list[str] = []
    field.submitted.connect(lambda: sent.append(field.toPlainText()))
    field.setPlainText("请问 ")
    field.moveCursor(field.textCursor().MoveOperation.End)

    _compose(field, letters)
    QTest.keyClick(field, key)
    assert not sent
    assert field.toPlainText() == "请问 "

    _choose(field, "你好")
    QTest.keyClick(field, key)
    assert sent == ["请问 你好"]


def test_a_word_that_is_given_up_leaves_enter_as_it_was(qtbot: QtBot) -> None:
    field = GrowingEdit()
    qtbot.addWidget(field)
    _compose(field, "ni")
    _compose(field, "")

    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_shift_enter_and_escape_are_the_word_s_too(qtbot: QtBot) -> None:
    field = GrowingEdit()
    qtbot.addWidget(field)
    _compose(field, "ni")

    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert field.toPlainText() == ""
    assert field.textCursor().block().layout().preeditAreaText() == "ni"


def test_every_field_of_the_window_keeps_the_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    palette = open_palette(assembly, qtbot)
    field = palette.findChild(QLineEdit)
    assert field is not None
    qtbot.waitUntil(field.hasFocus)

    _compose(field, "she zhi")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert palette.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert palette.isVisible()

    _choose(field, "设置")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
