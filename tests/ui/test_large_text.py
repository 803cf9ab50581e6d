"""What is beside each other still finds room when text is large or the window narrow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from ui.chat.thinking_pane import ThinkingPane
from ui.chat.thought_card import ThoughtCard, ThoughtProgress
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.widgets.number_frame import NumberFrame
from ui.widgets.pulse import Pulse
from ui.widgets.unfolding_box import UnfoldingBox


@pytest.fixture(autouse=True)
def usual_size(theme: Theme) -> Iterator[None]:
    yield
    theme.set_text_scale(1.0)


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_answer_now_is_whole_in_a_narrow_pane(qtbot: QtBot, theme: Theme, text_scale: float) -> None:
    theme.set_text_scale(text_scale)
    pane = ThinkingPane(theme, Icons(theme), Pulse())
    qtbot.addWidget(pane)
    pane.resize(300, 400)
    pane.show_thought(
        ThoughtCard(question_id=1, reply_id=None, text="Well", times=None, progress=ThoughtProgress(is_live=True))
    )
    pane.show()
    button = next(one for one in pane.findChildren(QPushButton) if one.text() == "Answer now" and one.isVisible())

    assert button.width() >= button.sizeHint().width()
    assert pane.rect().contains(button.mapTo(pane, button.rect().bottomRight()))


def test_a_number_is_as_high_as_a_list_that_unfolds(qtbot: QtBot, theme: Theme) -> None:
    number, choice = NumberFrame(QSpinBox()), UnfoldingBox()
    choice.addItem("As it is")
    for widget in (number, choice):
        qtbot.addWidget(widget)
        widget.show()

    assert number.sizeHint().height() == choice.sizeHint().height()
