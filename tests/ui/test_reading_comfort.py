"""Contrast wherever text meets a ground, text at 200 %, and scripts that run from right to left."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.window_actions import field, has_ended
from ui.documents.code_colours import CodeColours
from ui.theme import style_sheet as sheet
from ui.theme.colours import DARK, LIGHT, Colours
from ui.theme.cut_text import paint_cut
from ui.widgets.long_words import PlainField

LEAST = 4.5
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
CODE = ("comment", "keyword", "string", "number", "function", "type_name", "attribute", "inserted", "deleted")
PAINTED = [
    ("soft_text", "accent_tint"),
    ("faint_text", "accent_tint"),
    ("accent_text", "raised"),
    ("accent_text", "sidebar"),
    ("accent_text", "pane"),
    ("text", "hover"),
    ("soft_text", "hover"),
    ("text", "danger_tint"),
    ("warm", "raised"),
]
ARABIC = "كم عدد الأيام في السنة؟"


def luminance(colour: str) -> float:
    channels = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs_of_the_sheet(template: str) -> list[tuple[str, str, str]]:
    """Return (selector, text, ground) of every rule that sets both; what is switched off need not be readable."""
    found = []
    for selector, body in RULE.findall(template):
        text = re.search(r"(?<![-\w])color: \$(\w+)", body)
        ground = re.search(r"(?<![-\w])background: \$(\w+)", body)
        chosen = re.search(r"selection-color: \$(\w+)", body)
        chosen_ground = re.search(r"selection-background-color: \$(\w+)", body)
        name = " ".join(selector.split())
        if text and ground and ":disabled" not in name:
            found.append((name, text[1], ground[1]))
        if chosen and chosen_ground:
            found.append((f"{name} selection", chosen[1], chosen_ground[1]))
    return found


SHEET_PAIRS = pairs_of_the_sheet(sheet._TEMPLATE.template)


def test_the_style_sheet_is_understood_here() -> None:
    assert len(SHEET_PAIRS) > 12


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("selector", "text", "ground"), SHEET_PAIRS)
def test_each_rule_of_the_style_sheet_can_be_read(colours: Colours, selector: str, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= LEAST, selector


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAINTED)
def test_what_is_painted_can_be_read(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= LEAST


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", CODE)
def test_code_can_be_read(colours: Colours, role: str) -> None:
    code = CodeColours.of(colours)
    assert contrast(getattr(code, role), code.ground) >= LEAST


def test_arabic_and_hebrew_are_written_from_the_right(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    edit = field(assembly)
    edit.setPlainText(f"{ARABIC}\nEnglish\nשלום 123")
    block = edit.document().firstBlock()
    directions = []
    while block.isValid():
        directions.append(block.textDirection())
        block = block.next()
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert directions == [right, left, right]
    edit.setPlainText(ARABIC)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(has_ended(assembly))
    assert ARABIC in assembly.content.sidebar.conversations.title(assembly.content.sidebar.conversations.ids()[0])


def test_painted_lines_and_plain_fields_run_as_their_words_do(qtbot: QtBot) -> None:
    field = PlainField()
    qtbot.addWidget(field)
    sides = []
    for text in (ARABIC, "English", ARABIC):
        field.setPlainText(text)
        sides.append(field.document().defaultTextOption().alignment())
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    assert sides == [right, left, right]

    ends = []
    for text in (f"{ARABIC} ...", "Words ..."):  # the dots end the line: at the left in Arabic
        picture = QImage(300, 30, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFF)
        painter = QPainter(picture)
        width = painter.fontMetrics().horizontalAdvance(text)
        paint_cut(painter, QRect(0, 0, 300, 30), text)
        painter.end()
        inked = [any(picture.pixelColor(x, y).lightness() < 200 for y in range(15)) for x in range(width)]
        ends.append(inked[:6].count(True) < inked[-6:].count(True))
    assert ends == [True, False], "what ends a line is low: it has no ink in the upper half"
