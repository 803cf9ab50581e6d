"""Who is told of another height resizes the document, which must not tell of it again from within."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.documents.document_view import DocumentView

_WIDTH_PX = 400


class Column:
    """Gives a document the height it wants as soon as it is told, as the transcript does, read in its middle."""

    def __init__(self, qtbot: QtBot) -> None:
        self.ground = QWidget()
        qtbot.addWidget(self.ground)
        self.ground.resize(_WIDTH_PX, 600)
        self.view = DocumentView(self.ground)
        self.view.setGeometry(0, -30_000, _WIDTH_PX, 60_000)
        self.depth = self.deepest = self.told = 0
        self.view.height_changed.connect(self.fit)
        self.view.seen_moved.connect(self.follow)
        self.ground.show()

    def fit(self) -> None:
        self.told += 1
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        self.view.resize(_WIDTH_PX, self.view.heightForWidth(_WIDTH_PX))
        self.depth -= 1

    def follow(self, moved_px: int) -> None:
        self.view.move(0, self.view.y() - moved_px)
        self.fit()


@pytest.mark.parametrize("text", ["a" * 400_000, "word *x* and `y` " * 25_000], ids=["one word", "words"])
def test_a_document_that_is_resized_while_it_tells_of_its_height_tells_once(qtbot: QtBot, text: str) -> None:
    column = Column(qtbot)
    column.view.set_markdown(text)
    qtbot.waitUntil(lambda: not column.view.is_behind)

    assert column.told > 3
    assert column.deepest == 1
    assert column.view.height() == column.view.heightForWidth(_WIDTH_PX)
