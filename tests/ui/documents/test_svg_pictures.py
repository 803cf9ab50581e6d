"""SVG in an answer is seen as a picture, in bounded time; what is no picture stays named source."""

from __future__ import annotations

import multiprocessing
import threading
import time

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.documents.checked_svg import checked_svg
from tests.app.documents.test_checked_svg import CASES, svg_of
from tests.ui.documents.conftest import ShowDocument
from ui.documents.code_headers import CodeHeader, display_name
from ui.documents.svg_painter import drawn_beside

COMMENTS = "  <!-- a comment -->\n" * 12
RED_SQUARE = f'<svg viewBox="0 0 10 10">\n{COMMENTS}  <rect width="10" height="10" fill="#c00"/>\n</svg>'
_DRAWN = [case for case in (*CASES["hostile"], *CASES["kind"]) if case["then"] == "drawn"]


def drawn(case: dict[str, object]) -> QImage:
    """Return what the process draws; this one draws the harmless ones itself, which is quicker."""
    checked = checked_svg(svg_of(case))
    renderer = QSvgRenderer(QByteArray(checked.text.encode()))
    assert renderer.isValid()
    image = QImage(300, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


@pytest.mark.parametrize("case", _DRAWN, ids=lambda case: case["name"])
def test_what_may_be_drawn_is_valid_and_shows_its_colours(qtbot: QtBot, case: dict[str, object]) -> None:
    image = drawn(case)
    if case in CASES["kind"]:
        seen = {image.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 300, 3)}
        assert seen & {"#cc0000", "#ff0000", "#0000ff"} or len(seen) > 20, "its colours are seen"


def test_what_takes_too_long_is_ended() -> None:
    points = " ".join(f"{n * 37 % 101},{n * 53 % 97}" for n in range(1450))
    slow = checked_svg(f'<svg viewBox="0 0 100 100"><polygon points="{points}" fill="#c00"/></svg>')
    begun = time.perf_counter()

    assert drawn_beside(slow, is_given_up=threading.Event(), limit_s=0.1).isNull()
    assert time.perf_counter() - begun < 10
    assert not multiprocessing.active_children()


def test_a_picture_stands_below_its_source_which_is_folded(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document(f"Look:\n\n```svg\n{RED_SQUARE}\n```\n\nAfter.\n")
    before = view.heightForWidth(640)
    qtbot.waitUntil(lambda: view.heightForWidth(640) > before + 100)
    view.resize(640, view.heightForWidth(640))

    def red_lines() -> int:
        image = view.grab().toImage()
        return sum(image.pixelColor(image.width() // 2, y).name() == "#cc0000" for y in range(image.height()))

    qtbot.waitUntil(lambda: red_lines() > 300)
    (header,) = view.findChildren(CodeHeader)
    assert any(one.text() == "Show all" for one in header.findChildren(type(header.copy_button)) if one.isVisible())
    view.resize(300, view.heightForWidth(300))
    assert view.heightForWidth(300) < view.heightForWidth(640), "a narrower picture is less tall"


def test_a_half_written_or_refused_one_is_source(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document('```svg\n<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"><text>&a;</text></svg>\n```\n')
    qtbot.waitUntil(lambda: bool(view.findChildren(CodeHeader)))
    (header,) = view.findChildren(CodeHeader)

    qtbot.waitUntil(lambda: any("·" in one.text() for one in header.findChildren(QLabel)))
    assert [one.text() for one in header.findChildren(QLabel)] == ["SVG · Cannot be drawn: broken, or too large"]
    assert display_name("mermaid") == "Mermaid, source of a diagram"
    assert display_name("dot") == "Graphviz, source of a diagram"
