"""What is beside each other still finds room when text is large or the window narrow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from ui.chat.thinking.thinking_pane import ThinkingPane
from ui.chat.thoughts.thought_card import ThoughtCard, ThoughtProgress
from ui.settings.settings_page import STYLE as SETTINGS_STYLE
from ui.theme.icons import Icons
from ui.theme.page_style import PageStyle
from ui.theme.theme import Theme
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.pulse import Pulse
from ui.widgets.styled import LevelText
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
    pane.show_thought(ThoughtCard(reply_id=1, text="Well", times=None, progress=ThoughtProgress(is_live=True)))
    pane.show()
    button = next(one for one in pane.findChildren(QPushButton) if one.text() == "Answer now" and one.isVisible())

    assert button.width() >= button.sizeHint().width()
    assert pane.rect().contains(button.mapTo(pane, button.rect().bottomRight()))


def test_the_figures_of_a_thought_with_a_budget_are_whole(qtbot: QtBot, theme: Theme) -> None:
    pane = ThinkingPane(theme, Icons(theme), Pulse())
    qtbot.addWidget(pane)
    pane.resize(380, 400)
    progress = ThoughtProgress(is_live=True, seconds=12, tokens=1024, budget=4096, tokens_per_s=46.5)
    pane.show_thought(ThoughtCard(reply_id=1, text="Well", times=None, progress=progress))
    pane.show()
    figures = next(one for one in pane.findChildren(QLabel) if one.text().startswith("12 s"))

    assert figures.width() >= figures.sizeHint().width()
    assert pane.rect().contains(figures.mapTo(pane, figures.rect().bottomRight()))


def test_an_empty_pane_keeps_its_title_at_the_top(qtbot: QtBot, theme: Theme) -> None:
    pane = ThinkingPane(theme, Icons(theme), Pulse())
    qtbot.addWidget(pane)
    pane.resize(300, 600)
    pane.show()
    title = next(one for one in pane.findChildren(QLabel) if one.text() == "Thinking")

    assert title.mapTo(pane, title.rect().center()).y() < 60


def test_a_number_is_as_high_as_a_list_that_unfolds(qtbot: QtBot, theme: Theme) -> None:
    number, choice = NumberField(NumberRange(0, 9)), UnfoldingBox()
    choice.addItem("As it is")
    for widget in (number, choice):
        qtbot.addWidget(widget)
        widget.show()

    assert number.sizeHint().height() == choice.sizeHint().height()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_a_list_unfolds_with_all_its_lines_and_their_words(qtbot: QtBot, theme: Theme, text_scale: float) -> None:
    theme.set_text_scale(text_scale)
    page = QWidget()
    qtbot.addWidget(page)
    PageStyle(page, theme, SETTINGS_STYLE)
    choice = UnfoldingBox(page)
    choice.addItems(["As the system", "English", "简体中文", "A longer word than all"])
    page.show()

    choice.showPopup()
    lines = choice.view()
    qtbot.waitUntil(lines.isVisible)

    last = lines.visualRect(lines.model().index(3, 0))
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    is_menu = choice.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, option, choice)
    assert not is_menu, "as a menu it is too low on X11, and its last line is cut"
    assert lines.verticalScrollBar().maximum() == 0
    assert lines.viewport().rect().contains(last)
    assert last.width() >= lines.sizeHintForIndex(lines.model().index(3, 0)).width()
    choice.hidePopup()


def test_a_letter_stands_as_high_beside_chinese_ones(qtbot: QtBot, theme: Theme) -> None:
    theme.set_text_scale(2.0)

    def lowest_row(text: str) -> int:
        """Of the letter that the text begins with."""
        field = QLineEdit(text)
        qtbot.addWidget(field)
        LevelText(field)
        field.show()
        picture = field.grab(QRect(8, 4, 12, field.height() - 8)).toImage()
        rows = [y for y in range(picture.height()) for x in range(12) if picture.pixelColor(x, y).lightness() < 100]
        return max(rows)

    assert abs(lowest_row("H") - lowest_row("H限")) <= 1


def test_the_room_of_a_field_is_its_own_again_without_such_letters(qtbot: QtBot, theme: Theme) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    LevelText(field)
    field.setText("限制")
    field.setText("Limit")

    assert field.textMargins().isNull()
