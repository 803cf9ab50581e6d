"""The header gives each part its word as long as it can, and nothing stands without one at the usual sizes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.history.preset_records import ThinkingOptions
from tests.ui.clipped import clipped
from tests.ui.window_actions import settle
from ui.chat.chat_page import HeaderBar
from ui.chat.composer.context_gauge import ContextUse
from ui.models.picker.model_picker import ModelPicker, PickerState
from ui.theme.theme import Theme
from ui.widgets.layouts import column
from ui.widgets.sidebar_switch import SidebarSwitch


def shown(header: HeaderBar) -> list[str]:
    """Return the words that are read in a header, from left to right."""
    words = [w for w in header.findChildren(QWidget) if isinstance(w, QLabel | QAbstractButton) and w.isVisible()]
    words.sort(key=lambda one: one.mapTo(header, one.rect().topLeft()).x())
    return [str(one.property("text")) for one in words if one.property("text")]


@pytest.fixture
def header(qtbot: QtBot, theme: Theme) -> Iterator[HeaderBar]:
    picker = ModelPicker(theme)
    picker.show_state(PickerState(name="Qwen3 8B Instruct 2507", quantization="Q4_K_M"))
    window = QWidget()
    qtbot.addWidget(window)
    header = HeaderBar(theme, picker)
    column(header, 1, of=window)
    for switch in header.findChildren(SidebarSwitch):
        switch.setVisible(False)  # the conversations are there
    header.thinking.show_levels(("off", "on"), "auto")
    header.votes.show_options(ThinkingOptions())
    header.tools.say(None, "Tools")
    for button in (header.votes, header.tools):
        button.want(wanted=True)
    header.gauge.show_use(ContextUse(16_384, 2_048))
    header.offer_questions(offered=True)
    window.resize(680, 200)  # at 1280 pixels, the conversations and the thought beside it
    window.show()
    settle()
    yield header
    window.close()


def test_beside_the_thought_at_1280_pixels_each_part_has_its_word(header: HeaderBar) -> None:
    assert shown(header) == ["Qwen3 8B Instruct 2507", "Q4_K_M", "Thinking: On", "Context 2,048 of 16,384"]

    for picker in header.findChildren(ModelPicker):
        picker.show_state(PickerState(name="Qwen3 8B", quantization="Q4_K_M"))
    settle()
    assert shown(header)[:5] == ["Qwen3 8B", "Q4_K_M", "Thinking", "Off", "On"]

    header.window().resize(1500, 200)
    settle()
    assert [words for words in shown(header) if words in ("Think once", "Tools")] == ["Think once", "Tools"]


def test_what_was_chosen_to_differ_stays_longer_than_what_is_as_usual(header: HeaderBar) -> None:
    header.votes.show_options(ThinkingOptions(samples=3))
    header.tools.say("2", "Tools: 2")
    settle()

    assert {"3×", "2", "Thinking: On"} < set(shown(header))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_at_no_width_is_anything_cut_and_what_thinks_is_said(header: HeaderBar, theme: Theme, scale: float) -> None:
    theme.set_text_scale(scale)
    header.thinking.show_levels(("off", "on", "low", "high"), "high")
    try:
        for width in range(round(330 * scale), 1700, 40):
            header.window().resize(width, 200)
            settle()
            assert not clipped(header), width
            if "Off" in shown(header):  # what is worth less than the model's name takes nothing from it
                assert all(picker.width() >= picker.sizeHint().width() for picker in header.findChildren(ModelPicker))
            assert any(words.startswith("Thinking") for words in shown(header)) or width < 400 * scale, width
    finally:
        theme.set_text_scale(1.0)
