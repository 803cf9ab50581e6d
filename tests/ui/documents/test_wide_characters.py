"""Characters of which Qt counts two: what stands behind them is styled, found and selected where it is."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window_actions import double_click
from ui.documents.document_view import DocumentView
from ui.documents.qt_text import from_qt, qt_range, to_qt
from ui.platform.clipboard_release import release_clipboard
from ui.theme.theme import Theme

TEXTS = st.text(alphabet="ab🚄😀é\n", max_size=20)


@given(TEXTS)
def test_places_go_to_qt_and_back(text: str) -> None:
    for place in range(len(text) + 1):
        assert to_qt(text, place) == len(text[:place].encode("utf-16-le")) // 2
        assert from_qt(text, to_qt(text, place)) == place
    assert qt_range(text, 0, len(text)) == (0, len(text.encode("utf-16-le")) // 2)


@given(TEXTS)
def test_the_middle_of_a_character_is_before_it(text: str) -> None:
    for place, character in enumerate(text):
        if character > "\uffff":
            assert from_qt(text, to_qt(text, place) + 1) == place


@pytest.mark.parametrize(
    "markdown", ["{} so the **end** is", "```\n{} so the end is\n```", "| {} so the end is |\n| --- |"]
)
def test_words_behind_emoji_stand_where_they_are_marked(markdown: str, qtbot: QtBot, theme: Theme) -> None:
    places = []
    for wide in ("", "🚄🚄🚄"):
        view = DocumentView()
        qtbot.addWidget(view)
        view.resize(500, 200)
        view.show()
        view.set_markdown(markdown.format(wide))
        while view.is_behind:
            QApplication.processEvents()
        assert view.find("end") == 1
        rectangle = view.hit_rect(0)
        view.find("the")
        places.append((rectangle.left() - view.hit_rect(0).left(), rectangle.width()))

    assert places[0] == pytest.approx(places[1], abs=2)


def test_what_is_selected_behind_emoji_is_what_is_copied(qtbot: QtBot, theme: Theme) -> None:
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()
    view.set_markdown("🚄🚄🚄 so the end is")
    view.find("end")
    place = view.hit_rect(0)

    double_click(view, place.center())
    view.copy()

    assert QGuiApplication.clipboard().text() == "end"
    release_clipboard()
