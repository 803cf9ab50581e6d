from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.chat.composer.composer import Composer
from ui.theme.theme import Theme
from ui.widgets.growing_edit import GrowingEdit


@pytest.fixture
def composer(qtbot: QtBot, theme: Theme) -> Composer:
    composer = Composer()
    composer.set_can_send(can_send=True)
    qtbot.addWidget(composer)
    composer.resize(500, 100)
    composer.show()
    return composer


def field(composer: Composer) -> GrowingEdit:
    (edit,) = composer.findChildren(GrowingEdit)
    return edit


def button(composer: Composer) -> QPushButton:
    (only,) = composer.findChildren(QPushButton)
    return only


def test_enter_sends_and_empties_the_field(composer: Composer, qtbot: QtBot) -> None:
    QTest.keyClicks(field(composer), "Why? ")
    with qtbot.waitSignal(composer.sent) as sent:
        QTest.keyClick(field(composer), Qt.Key.Key_Return)

    assert sent.args == ["Why?"]
    assert composer.draft == ""


def test_blank_lines_are_not_sent_and_indentation_is(composer: Composer, qtbot: QtBot) -> None:
    field(composer).setPlainText("\n \n    return x\n    y\n\n")
    with qtbot.waitSignal(composer.sent) as sent:
        QTest.keyClick(field(composer), Qt.Key.Key_Return)

    assert sent.args == ["    return x\n    y"]


def test_shift_enter_breaks_the_line(composer: Composer, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(composer.sent):
        QTest.keyClicks(field(composer), "one")
        QTest.keyClick(field(composer), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(field(composer), "two")

    assert composer.draft.splitlines() == ["one", "two"]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_is_not_sent(composer: Composer, qtbot: QtBot, text: str) -> None:
    composer.set_draft(text)
    with qtbot.assertNotEmitted(composer.sent):
        QTest.keyClick(field(composer), Qt.Key.Key_Return)

    assert not button(composer).isEnabled()


def test_without_a_model_the_text_stays(composer: Composer, qtbot: QtBot) -> None:
    composer.set_can_send(can_send=False)
    composer.set_draft("Why?")
    with qtbot.assertNotEmitted(composer.sent):
        QTest.keyClick(field(composer), Qt.Key.Key_Return)

    assert composer.draft == "Why?"


def test_the_button_stops_while_a_reply_is_written_and_sends_what_is_typed_meanwhile(
    composer: Composer, qtbot: QtBot
) -> None:
    composer.set_running(running=True)
    with qtbot.waitSignal(composer.stop_asked):
        button(composer).click()

    composer.set_draft("And then?")
    with qtbot.waitSignal(composer.sent) as sent:
        button(composer).click()

    assert sent.args == ["And then?"]


def test_the_field_grows_to_eight_lines_and_then_scrolls(composer: Composer) -> None:
    heights = []
    for lines in (1, 2, 8, 9, 40):
        composer.set_draft("\n".join("line" for _ in range(lines)))
        heights.append(field(composer).height())

    assert heights[0] < heights[1] < heights[2]
    assert heights[2] == heights[3] == heights[4]
    assert field(composer).verticalScrollBar().maximum() > 0
