"""What a model writes is text: no HTML is interpreted anywhere, and nothing is fetched, whatever it looks like."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from app.documents.set_formula import set_formula
from tests.ui.documents.conftest import ShowDocument
from ui.documents.code_headers import CodeHeader
from ui.documents.document_view import DocumentView

TAG = '<img src="{url}/{n}.png" onerror="x"><script src={url}/{n}.js></script><b>bold</b>'
PLACES = {
    "a paragraph": "Text {tag} more.",
    "a heading": "# Head {tag}",
    "an underlined heading": "Head {tag}\n===",
    "a block of its own": "<div>\n{tag}\n</div>",
    "a table's cell": "| a | b |\n|---|---|\n| {tag} | c |",
    "a table's head": "| {tag} | b |\n|---|---|\n| c | d |",
    "a list": "- {tag}\n  - {tag}",
    "a task": "- [ ] {tag}",
    "a quote": "> {tag}",
    "a footnote": "a[^1]\n\n[^1]: {tag}",
    "code": "```\n{tag}\n```",
    "a code span": "`{tag}`",
    "emphasis": "**{tag}**",
    "a comment": "<!-- {tag} -->",
}


@pytest.fixture
def fetched() -> Iterator[list[str]]:
    """What was asked of a server on this machine; its address comes first."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    asked.append(f"http://127.0.0.1:{server.server_port}")
    yield asked
    server.shutdown()
    server.server_close()
    thread.join()


def hover_everywhere(view: DocumentView) -> None:
    for x in range(5, view.width(), 60):
        for y in range(5, view.height(), 40):
            QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, QPoint(x, y), QPoint(x, y)))


@pytest.mark.parametrize("place", PLACES)
def test_tags_are_letters_and_fetch_nothing(
    place: str, show_document: ShowDocument, qtbot: QtBot, fetched: list[str]
) -> None:
    tag = TAG.format(url=fetched[0], n=1)
    view = show_document(PLACES[place].replace("{tag}", tag))
    view.resize(640, view.heightForWidth(640))

    assert view.find("<b>bold</b>") == PLACES[place].count("{tag}")
    assert tag in view.plain_text()
    view.grab()
    hover_everywhere(view)
    qtbot.wait(20)
    assert not view.findChildren(QTextDocument)
    assert fetched[1:] == []


def test_pictures_are_their_descriptions_everywhere(
    show_document: ShowDocument, qtbot: QtBot, fetched: list[str]
) -> None:
    url = fetched[0]
    view = show_document(
        f'![one]({url}/1.png "<b>title</b>")\n\n# ![two]({url}/2.png)\n\n| ![three]({url}/3.png) |\n|---|\n'
        f"| [![four]({url}/4.png)]({url}/5) |\n\n- ![five][p]\n\nx[^1]\n\n[^1]: ![six]({url}/6.png)\n\n[p]: {url}/7"
        f"\n\n![](file:///etc/hostname)\n\n![seven](data:image/png;base64,iVBORw0KGgo=)\n\n![eight](\\\\\\\\{url}\\x.png)"
    )
    view.resize(640, view.heightForWidth(640))

    view.grab()
    hover_everywhere(view)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    qtbot.wait(20)

    for word in ("one", "two", "three", "four", "five", "six"):
        assert word in view.plain_text()
    assert fetched[1:] == []


def test_the_language_of_code_is_no_html(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document("```<b>x</b>\na\n```\n\n~~~<img/src=//h/x>\na\n~~~\n")
    qtbot.waitUntil(lambda: len(view.findChildren(CodeHeader)) == 2)

    labels = [label for label in view.findChildren(QLabel) if "<" in label.text()]
    assert len(labels) == 2
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_a_tooltip_shows_an_address_letter_by_letter(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document("![x](https://a.example/?q=&lt;b&gt;&amp;amp;)")

    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, QPoint(4, 8), view.mapToGlobal(QPoint(4, 8))))

    shown = QTextDocument()
    shown.setHtml(QToolTip.text())
    assert "https://a.example/?q=" in shown.toPlainText()
    assert "<b>" not in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<image href='http://127.0.0.1:9/x.png'/>}",
        r"\href{http://127.0.0.1:9/}{x}",
        r"\includegraphics{http://127.0.0.1:9/x.png}",
        r"\url{http://127.0.0.1:9/}",
        r"<image href='http://127.0.0.1:9/x.png'/>",
    ],
)
def test_a_formula_brings_no_pictures_and_no_links(latex: str) -> None:
    formula = set_formula(latex, is_display=True)

    svg = formula.svg if formula is not None else ""
    assert "<image" not in svg
    assert "http://127" not in svg


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"])
@pytest.mark.parametrize(
    "text", ["[x]({})", "[x]: {}\n\n[x]", "<{}>", "| [x]({}) |\n|---|", "# [x]({})", "x[^1]\n\n[^1]: {}"]
)
def test_links_that_run_or_read_something_are_none(address: str, text: str, show_document: ShowDocument) -> None:
    view = show_document(text.replace("{}", address))
    told: list[str] = []
    view.link_activated.connect(told.append)
    view.resize(640, view.heightForWidth(640))
    view.setFocus()

    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)
    for x in range(3, 200, 8):
        for y in range(6, view.height(), 12):
            place = QPointF(x, y).toPoint()
            QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
            QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)

    assert told == []
