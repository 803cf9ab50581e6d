from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.documents.conftest import ShowDocument
from ui.documents.document_view import DocumentView

ANSWER = """# Trains

The first is **40 km** ahead, so $t = 1$ h.

- one
- two

```python
x = 1
```
"""


def test_the_plain_text_of_an_answer_has_no_marks(show_document: ShowDocument) -> None:
    view = show_document(ANSWER)

    assert view.plain_text() == "Trains\n\nThe first is 40 km ahead, so $t = 1$ h.\n\n• one\n• two\n\nx = 1"


def test_a_text_that_streams_in_ends_like_one_that_came_at_once(show_document: ShowDocument, qtbot: QtBot) -> None:
    whole = show_document(ANSWER)
    streamed = show_document()

    for at in range(0, len(ANSWER), 3):
        streamed.set_markdown(ANSWER[: at + 3], is_growing=True)
    streamed.set_markdown(ANSWER)
    qtbot.waitUntil(lambda: not streamed.is_behind)

    assert streamed.plain_text() == whole.plain_text()
    assert streamed.heightForWidth(640) == whole.heightForWidth(640)


def test_all_of_it_can_be_copied_as_markdown(show_document: ShowDocument) -> None:
    view = show_document(ANSWER)

    view.select_all()

    assert view.selected_text(as_markdown=True) == ANSWER.rstrip("\n")


def test_found_text_has_a_place(show_document: ShowDocument) -> None:
    view = show_document(ANSWER)

    assert view.find("AHEAD") == 1
    assert view.rect().contains(view.hit_rect(0))
    assert view.find("AHEAD", case_sensitive=True) == 0


def test_a_narrow_document_is_higher(show_document: ShowDocument) -> None:
    view: DocumentView = show_document("word " * 400)

    assert view.heightForWidth(300) > view.heightForWidth(640)
