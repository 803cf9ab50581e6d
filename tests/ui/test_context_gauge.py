"""The gauge of the context: its arithmetic adds up, and is reached and left by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.chat.composer.context_gauge import ContextGauge, ContextUse
from ui.theme.theme import Theme


@pytest.fixture
def gauge(qtbot: QtBot, theme: Theme) -> ContextGauge:
    gauge = ContextGauge(theme)
    qtbot.addWidget(gauge)
    gauge.show()
    return gauge


def numbers(gauge: ContextGauge) -> list[int]:
    assert gauge.popup is not None
    texts = [label.text().replace(",", "") for label in gauge.popup.findChildren(QLabel)]
    return [int(text) for text in texts if text.isdecimal()]


@pytest.mark.parametrize(
    "use", [ContextUse(2048), ContextUse(2048, 700, 300, 24), ContextUse(512, 500, 12, 0), ContextUse(16_384, 1, 2, 3)]
)
def test_the_parts_add_up_to_the_context(gauge: ContextGauge, use: ContextUse) -> None:
    gauge.show_use(use)
    gauge.open_popup()

    *parts, total = numbers(gauge)
    assert (sum(parts), total) == (use.context, use.context)
    assert gauge.popup is not None
    gauge.popup.close()


def test_more_than_the_context_holds_is_said_to_be_too_much(gauge: ContextGauge) -> None:
    gauge.show_use(ContextUse(512, 700, 100, 12))
    gauge.open_popup()

    assert numbers(gauge) == [700, 100, 12, 300, 512]
    assert "More than fits: 300" in gauge.accessibleName()
    assert gauge.popup is not None
    gauge.popup.close()


def test_it_is_opened_and_closed_by_keyboard_and_read_aloud(gauge: ContextGauge, qtbot: QtBot) -> None:
    gauge.show_use(ContextUse(2048, 700, 300, 24))
    assert gauge.focusPolicy() & Qt.FocusPolicy.TabFocus
    spoken = QAccessible.queryAccessibleInterface(gauge)
    assert spoken.role() is QAccessible.Role.PushButton
    assert spoken.text(QAccessible.Text.Name) == (
        "Context, in tokens, Prompt: 700, Thinking: 300, Answer: 24, Free: 1,024"
    )

    QTest.keyClick(gauge, Qt.Key.Key_Space)
    popup = gauge.popup
    assert popup is not None
    assert popup.isVisible()
    assert "Free: 1,024, Context: 2,048" in QAccessible.queryAccessibleInterface(popup).text(QAccessible.Text.Name)
    gauge.show_use(ContextUse(2048, 700, 300, 48))  # a reply goes on meanwhile
    assert numbers(gauge) == [700, 300, 48, 1000, 2048]
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_longer_context_is_offered_where_the_tokens_are_shown(gauge: ContextGauge, qtbot: QtBot) -> None:
    gauge.show_use(ContextUse(2048, 100))
    gauge.open_popup()
    assert gauge.popup is not None
    assert gauge.popup.longer.isHidden()

    gauge.offer_longer(32_768)
    gauge.open_popup()
    assert gauge.popup.longer.text() == "Load with 32,768"
    with qtbot.waitSignal(gauge.longer_wanted) as wanted:
        gauge.popup.longer.click()
    assert wanted.args == [32_768]
    assert not gauge.popup.isVisible()


def test_nothing_opens_while_no_context_is_known(gauge: ContextGauge) -> None:
    gauge.show_use(None)
    gauge.open_popup()
    assert gauge.popup is None
    assert not gauge.isEnabled()
