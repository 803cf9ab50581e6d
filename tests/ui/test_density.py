"""Density: things stand closer to each other at once, and come apart again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.settings.choices import Density
from tests.ui.conftest import OpenWindow, presenters_of
from ui.chat.presets.presets_dialog import PresetsDialog
from ui.chat.transcript.card_place import CardKey, gap_px
from ui.documents.document_style import DocumentStyle
from ui.documents.document_view import DocumentView
from ui.theme.spacing import is_compact, keep_spaced, set_compact, spaced_paddings, spaced_px
from ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def comfortable(qapp: QApplication) -> Iterator[None]:
    yield
    set_compact(qapp, compact=False)


def test_room_above_and_below_shrinks_and_text_does_not(qapp: QApplication) -> None:
    sheet = "padding: 10px 12px; font-size: 14px; margin: 6px 8px"
    assert spaced_paddings(sheet) == sheet
    set_compact(qapp, compact=True)
    assert spaced_paddings(sheet) == "padding: 6px 12px; font-size: 14px; margin: 6px 8px"
    assert (spaced_px(0), spaced_px(1), spaced_px(14)) == (0, 1, 8)


def test_a_layout_follows_the_density_whenever_it_is_made(qtbot: QtBot, qapp: QApplication) -> None:
    early, late = QWidget(), QWidget()
    qtbot.addWidget(early)
    qtbot.addWidget(late)

    def fill(widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout(widget)
        column.setContentsMargins(10, 20, 10, 20)
        column.setSpacing(10)
        keep_spaced(column)
        return column

    first = fill(early)
    set_compact(qapp, compact=True)
    second = fill(late)
    for column in (first, second):
        margins = column.contentsMargins()
        assert (margins.left(), margins.top(), margins.bottom(), column.spacing()) == (10, 12, 12, 6)
    set_compact(qapp, compact=False)
    for column in (first, second):
        assert (column.contentsMargins().top(), column.spacing()) == (20, 10)


def test_the_lines_of_an_answer_come_closer_too(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.set_markdown("Many words that go on for some lines. " * 20)
    view.show()
    roomy_px = view.heightForWidth(300)

    theme.set_density(Density.COMPACT)
    assert view.heightForWidth(300) < 0.95 * roomy_px
    theme.set_density(Density.COMFORTABLE)
    assert view.heightForWidth(300) == roomy_px


def test_the_window_becomes_compact_while_it_is_open(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    composer, settings = assembly.content.page.composer, presenters_of(assembly).settings
    settings.open()
    assert settings.page is not None
    row = settings.page.sections[settings.page.group].rows[0]
    roomy = composer.sizeHint().height(), row.sizeHint().height()

    assembly.kept.set(density=Density.COMPACT)

    assert is_compact()
    assert composer.sizeHint().height() < roomy[0]
    assert row.sizeHint().height() < roomy[1]
    assembly.kept.set(density=Density.COMFORTABLE)
    assert (composer.sizeHint().height(), row.sizeHint().height()) == roomy


def test_the_room_between_blocks_and_between_cards_shrinks(qapp: QApplication) -> None:
    def rooms() -> tuple[float, int, int]:
        paragraph = DocumentStyle.from_palette(qapp.palette()).gap(12)
        return paragraph, gap_px(CardKey(True, 1)), gap_px(CardKey(False, 1))

    roomy = rooms()
    set_compact(qapp, compact=True)
    assert all(0 < less < usual for less, usual in zip(rooms(), roomy, strict=True))


def test_the_presets_dialog_follows_the_density(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    dialog = PresetsDialog((), None)
    qtbot.addWidget(dialog)
    layout = dialog.layout()
    assert layout is not None
    roomy_px = layout.contentsMargins().top()

    theme.set_density(Density.COMPACT)

    assert 0 < layout.contentsMargins().top() < roomy_px
