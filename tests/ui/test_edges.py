"""What has the keyboard is seen, and where one can write: at least 3 : 1, as WCAG 2.2 asks (1.4.11, 2.4.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.settings.choices import ThemeChoice
from tests.ui.test_reading_comfort import RULE, contrast, luminance
from ui.models.parts.page_style import STYLE as MODELS_STYLE
from ui.settings.settings_page import STYLE as SETTINGS_STYLE
from ui.theme import style_sheet as sheet
from ui.theme.colours import DARK, LIGHT, Colours
from ui.theme.page_style import PageStyle
from ui.theme.theme import Theme
from ui.widgets.styled import line_field
from ui.widgets.unfolding_box import UnfoldingBox

LEAST = 3.0
FRAMED_SHARE = 0.7
"""So much of the way around a control changes at least; corners are blurred."""
TEMPLATES = (sheet._TEMPLATE, MODELS_STYLE, SETTINGS_STYLE)
FIELD = re.compile(r"QLineEdit|QComboBox(?![: ])|#\w*[fF]ield|#composer")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_fields_and_frames_stand_out_from_their_grounds(colours: Colours) -> None:
    for ground in ("window", "sidebar", "pane", "raised"):
        for line in ("edge", "accent"):
            assert contrast(getattr(colours, line), getattr(colours, ground)) >= LEAST, (line, ground)
    assert contrast(colours.text, colours.accent) >= LEAST


def test_every_field_has_an_edge() -> None:
    framed = [
        (" ".join(selector.split()), border[1])
        for template in TEMPLATES
        for selector, body in RULE.findall(template.template)
        if FIELD.search(selector) and (border := re.search(r"border: \dpx solid \$(\w+)", body))
    ]
    assert len(framed) > 8
    assert not [rule for rule in framed if rule[1] not in ("edge", "accent")]


def test_a_field_that_has_the_keyboard_has_a_frame_of_two_pixels() -> None:
    focused = [
        (" ".join(selector.split()), body)
        for template in TEMPLATES
        for selector, body in RULE.findall(template.template)
        if re.search(r'(QLineEdit|QComboBox|#\w*[fF]ield|#composer)\S*(:focus|focused="true")', selector)
    ]
    assert len(focused) > 5
    assert not [rule for rule in focused if "border: 2px solid $accent" not in rule[1]]


def controls() -> Iterator[tuple[str, QWidget]]:
    """Every kind of control that the keyboard comes to, as it is and chosen."""
    kinds = {kind for one in TEMPLATES for kind in re.findall(r'QPushButton\[kind="(\w+)"', one.template)}
    for kind in ("", *sorted(kinds)):
        button = QPushButton(kind or "plain")
        button.setProperty("kind", kind)
        yield kind, button
    for chosen in ("segment", "mark", "toggle", "tab", "small", "group", "place"):
        button = QPushButton(chosen)
        button.setProperty("kind", chosen)
        button.setCheckable(True)
        button.setChecked(True)
        yield f"{chosen}, chosen", button
    for made in (QCheckBox, QRadioButton):
        for is_on in (False, True):
            box = made("Box")
            box.setAutoExclusive(False)
            box.setChecked(is_on)
            yield f"{made.__name__} {is_on}", box
    tool, unfolding, listed, field = QToolButton(), UnfoldingBox(), QListWidget(), QPlainTextEdit()
    tool.setText("tool")
    unfolding.addItem("one")
    listed.addItems(["one", "two"])
    field.setObjectName("promptField")
    search = QLineEdit()
    search.setObjectName("searchField")
    yield from (("tool", tool), ("unfolding", unfolding), ("list of lines", listed), ("field", line_field("Name")))
    yield from (("prompt", field), ("search", search))


def changed_px(before: QImage, after: QImage) -> int:
    """Count the pixels that have changed by as much as is asked."""
    count = 0
    seen: dict[tuple[int, int], bool] = {}
    for y in range(before.height()):
        for x in range(before.width()):
            pair = before.pixel(x, y), after.pixel(x, y)
            if pair[0] != pair[1]:
                if pair not in seen:
                    one, other = (luminance(QColor(rgb).name()) + 0.05 for rgb in pair)
                    seen[pair] = max(one, other) / min(one, other) >= LEAST
                count += seen[pair]
    return count


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_whatever_has_the_keyboard_is_framed(qtbot: QtBot, theme: Theme, choice: ThemeChoice) -> None:
    theme.choose(choice)
    window = QWidget()
    window.setObjectName("page")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qtbot.addWidget(window)
    PageStyle(window, theme, MODELS_STYLE)
    elsewhere = QToolButton(window)
    grid = QGridLayout(window)
    made = dict(controls())
    for place, control in enumerate(made.values()):
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.setFixedSize(90, 40)
        grid.addWidget(control, place // 6, place % 6)
    faint = []
    try:
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        for name, control in made.items():
            images = []
            for focused in (elsewhere, control):
                focused.setFocus(Qt.FocusReason.TabFocusReason)
                area = QRect(control.mapTo(window, QPoint(-2, -2)), control.size() + QSize(4, 4))
                images.append(window.grab(area).toImage())
            frame = control.sizeHint() if isinstance(control, QAbstractButton) else control.size()
            least = FRAMED_SHARE * 2 * (min(frame.width(), 90) + min(frame.height(), 40))
            if changed_px(*images) < least:
                faint.append((name, changed_px(*images), round(least)))
    finally:
        theme.choose(ThemeChoice.LIGHT)
    assert not faint
