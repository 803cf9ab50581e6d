"""Every page and dialog shows its words whole: in each language, from 100 to 200 %, from 700 to 2,560 pixels."""

from __future__ import annotations

import itertools
import os

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.paths import AppPaths
from app.settings import SettingsFile
from app.settings.choices import Language, ThemeChoice
from tests.ui.accessible_tree import nameless
from tests.ui.clipped import clipped, poor_tips
from tests.ui.conftest import OpenWindow, services_of, session_of
from tests.ui.every_place import furnish, open_furnished, places
from tests.ui.window_actions import settle

LANGUAGES = ("en", "de", "zh_CN")
SCALES, WIDTHS, THEMES = (1.0, 1.25, 1.5, 2.0), (700, 1000, 1280, 1800, 2560), (ThemeChoice.LIGHT, ThemeChoice.DARK)
SAMPLED = {
    "en": [(1.25, 1280, ThemeChoice.LIGHT)],
    "de": [(2.0, 700, ThemeChoice.DARK), (1.5, 1000, ThemeChoice.LIGHT)],
    "zh_CN": [(2.0, 2560, ThemeChoice.DARK)],
}
"""The longest words at the largest sizes in the least room; ASIDE_SIZES=all tries every combination."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_shows_its_words_whole_and_names_its_controls(
    paths: AppPaths, open_window: OpenWindow, qtbot: QtBot, language: str
) -> None:
    furnish(paths)
    SettingsFile(paths.settings_file).update(language=Language(language))
    assembly = open_furnished(open_window, paths, qtbot)
    everything = itertools.product(SCALES, WIDTHS, THEMES[:1])
    found: dict[str, list[str]] = {}
    for scale, width, theme in everything if os.environ.get("ASIDE_SIZES") == "all" else SAMPLED[language]:
        services_of(assembly).kept.set(text_scale=scale, theme=theme)
        assembly.window.resize(width, max(700, width * 9 // 16))
        at = f"{language} {scale:.0%} {width} px"
        for name, place in places(assembly):
            settle()
            widest = max(assembly.window.width(), place.window().minimumSizeHint().width())
            if widest > width:
                found.setdefault("window", []).append(f"{at}: {name} is {widest} px wide")
            lines = clipped(place)
            if lines:  # what was read on a thread may have come in the meantime
                settle()
                lines = clipped(place)
            for line in lines:
                found.setdefault(f"{name}: {line.split(': ')[0]}", []).append(f"{at}: {line.partition(': ')[2]}")
            for line in nameless(place):
                found.setdefault(f"{name}: {line}", []).append("has no name")
            for line in poor_tips(place):
                found.setdefault(f"tooltip {line}", []).append(f"{at}: {name}")
    session_of(assembly).stop()
    assert not found, "\n".join(f"{where}\n    " + "\n    ".join(what[:4]) for where, what in found.items())


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 100)
    whole, narrow, flat, outside = (QLabel("Some words to read", page) for _ in range(4))
    whole.adjustSize()
    narrow.resize(whole.width() // 2, whole.height())
    flat.setWordWrap(True)
    flat.resize(whole.width() // 2, whole.height())
    outside.setGeometry(590, 0, whole.width(), whole.height())
    page.show()

    assert [line.partition(": ")[2].split()[0] for line in clipped(page)] == ["needs", "needs", "cut"]
