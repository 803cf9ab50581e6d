from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.app.documents.markdown_examples import EXAMPLES
from tests.ui.documents.conftest import ShowDocument


@pytest.mark.parametrize("section", EXAMPLES)
def test_a_section_is_painted_copied_and_selected(section: str, show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document("\n\n".join(EXAMPLES[section]))
    view.resize(view.width(), view.heightForWidth(view.width()))

    assert not view.grab().isNull()
    qtbot.waitUntil(lambda: not view.is_behind)
    view.select_all()

    assert view.selected_text(as_markdown=False) == view.plain_text()
    assert view.plain_text().strip()
