from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.paths import resources_directory
from app.settings.choices import ThemeChoice
from ui.documents.document_view import DocumentView
from ui.theme.colours import DARK, LIGHT, Colours
from ui.theme.icons import IconName, Icons
from ui.theme.style_sheet import style_sheet
from ui.theme.theme import Theme


def luminance(colour: str) -> float:
    channels = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = ("window", "sidebar", "pane", "raised")
PAIRS = [
    *((text, ground) for text in ("text", "soft_text", "faint_text") for ground in GROUNDS),
    ("text", "bubble"),
    ("text", "accent_tint"),
    ("text", "warm_tint"),
    ("soft_text", "warm_tint"),
    ("faint_text", "warm_tint"),
    ("faint_text", "hover"),
    ("accent_text", "accent_tint"),
    ("accent_text", "window"),
    ("accent_text", "warm_tint"),
    ("on_accent", "accent"),
    ("warm", "pane"),
    ("warm", "warm_tint"),
    ("good", "good_tint"),
    ("danger", "danger_tint"),
    ("danger", "window"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_every_colour_filled_in(qapp: QApplication, colours: Colours) -> None:
    assert "$" not in style_sheet(colours)


def test_the_choice_overrides_the_system_and_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    assert theme.colours is LIGHT
    with qtbot.waitSignal(theme.changed) as changed:
        theme.choose(ThemeChoice.DARK)

    assert changed.args == [DARK]
    assert qapp.palette().window().color() == QColor(DARK.window)
    theme.choose(ThemeChoice.LIGHT)


def test_the_fonts_are_our_own_and_come_with_their_licences(theme: Theme) -> None:
    assert "Inter" in QFontDatabase.families()
    folder = resources_directory() / "fonts"
    for family in ("Inter", "JetBrainsMono"):
        assert "SIL OPEN FONT LICENSE" in (folder / f"{family}-LICENSE.txt").read_text(encoding="utf-8")


def test_every_icon_exists_in_the_set(theme: Theme, qtbot: QtBot) -> None:
    icons = Icons(theme)
    buttons = {name: QPushButton() for name in IconName}
    for name, button in buttons.items():
        qtbot.addWidget(button)
        icons.give(button, name)
    icons.start()

    drawn = {name: button.icon().pixmap(32).toImage() for name, button in buttons.items()}
    for name, picture in drawn.items():
        pixels = [picture.pixelColor(x, y) for x in range(32) for y in range(32)]
        assert 20 < sum(pixel.alpha() > 0 for pixel in pixels) < 700, name
        assert max(pixels, key=QColor.alpha).name() == theme.colours.faint_text, name
    assert len({bytes(picture.constBits()) for picture in drawn.values()}) == len(drawn)


def test_icons_follow_the_theme_and_the_size_of_text(theme: Theme, qtbot: QtBot) -> None:
    icons = Icons(theme)
    button = QPushButton()
    qtbot.addWidget(button)
    icons.give(button, IconName.MORE)
    icons.start()
    theme.choose(ThemeChoice.DARK)
    theme.set_text_scale(2)

    assert button.iconSize() == QSize(32, 32)
    picture = button.icon().pixmap(button.iconSize()).toImage()
    pixels = [picture.pixelColor(x, y) for x in range(32) for y in range(32)]
    assert max(pixels, key=QColor.alpha).name() == theme.colours.faint_text == DARK.faint_text
    theme.set_text_scale(1)
    theme.choose(ThemeChoice.LIGHT)


def test_all_text_follows_the_scale_that_was_chosen(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT, text_scale=1.5)
    try:
        theme.wear()
        view = DocumentView()
        qtbot.addWidget(view)
        assert qapp.font().pixelSize() == 21
        assert "font-size: 18px" in style_sheet(theme.colours)
        assert view._layout.style.size_px == 21

        theme.set_text_scale(1.0)
        qtbot.waitUntil(lambda: view._layout.style.size_px == 14)
        assert "font-size: 12px" in style_sheet(theme.colours)
    finally:
        theme.set_text_scale(1.0)
