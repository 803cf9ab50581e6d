from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.documents.document_view import DocumentView
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.theme.theme import Theme

ShowDocument = Callable[..., DocumentView]


@pytest.fixture
def typesetter(theme: Theme) -> Iterator[FormulaTypesetter]:
    made = FormulaTypesetter()
    yield made
    made.close()


@pytest.fixture
def show_document(qtbot: QtBot, typesetter: FormulaTypesetter) -> Iterator[ShowDocument]:
    """Return a function that shows a text in a document of its own, read and laid out to its end."""
    shown: list[DocumentView] = []

    def show(markdown: str = "", *, width: int = 640, formulas: bool = True) -> DocumentView:
        view = DocumentView(typesetter=typesetter if formulas else None)
        shown.append(view)
        view.resize(width, 400)
        view.show()
        if markdown:
            view.set_markdown(markdown)
            qtbot.waitUntil(lambda: not view.is_behind)
        return view

    yield show
    for view in shown:
        view.close()
        view.deleteLater()
