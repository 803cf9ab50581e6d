"""A document through Qt's accessibility tree: all of it can be gone through, whatever its length."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from tests.ui.documents.conftest import ShowDocument
from tests.ui.documents.test_long_paragraphs import PROSE
from ui.documents.code_headers import CodeHeader
from ui.documents.document_view import DocumentView
from ui.platform.spoken_roles import tell_roles
from ui.theme.theme import Theme

ROLE = QAccessible.Role
NAME, VALUE, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description
DOCUMENT = """# Trains

See [a page](https://a.example) and [no](javascript:x), then $t$.

- one
- two

```python
x = 1

y = 2
```

| train | speed |
|---|---|
| first | 80 |

$$t = 1$$
"""


@pytest.fixture(autouse=True)
def roles_are_known() -> None:
    tell_roles()


def spoken(view: DocumentView) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found


def children(parent: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(parent.childCount()):
        child = parent.child(index)
        assert child is not None
        assert child.isValid()
        assert parent.indexOfChild(child) == index
        yield child


def test_each_piece_is_an_item_with_its_role_and_its_text(show_document: ShowDocument) -> None:
    root = spoken(show_document(DOCUMENT, formulas=False))

    assert root.role() == ROLE.Document
    assert [(item.role(), item.text(NAME)) for item in children(root) if item.object() is None] == [
        (ROLE.Heading, "Trains"),
        (ROLE.Paragraph, "See a page and [no](javascript:x), then $t$."),
        (ROLE.Paragraph, "• one"),
        (ROLE.Paragraph, "• two"),
        (ROLE.StaticText, "x = 1\n\ny = 2"),
        (ROLE.Row, "train, speed"),
        (ROLE.Row, "first, 80"),
        (ROLE.Equation, "$$t = 1$$"),
    ]
    assert [item.text(DESCRIPTION) for item in children(root)][:1] == ["Heading of level 1"]


def test_links_are_inside_their_paragraph_and_can_be_pressed(show_document: ShowDocument) -> None:
    view = show_document(DOCUMENT)
    told: list[str] = []
    view.link_activated.connect(told.append)
    paragraph = spoken(view).child(1)

    (link,) = children(paragraph)

    assert (link.role(), link.text(NAME), link.text(VALUE)) == (ROLE.Link, "a page", "https://a.example")
    assert link.parent() is paragraph
    assert paragraph.rect().contains(link.rect().center())
    link.actionInterface().doAction("Press")
    assert told == ["https://a.example"]


def test_text_beyond_twenty_thousand_characters_is_read(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document("\n\n".join(f"Paragraph {n}. {PROSE[:200]}" for n in range(300)) + "\n\nThe very end.")
    root = spoken(view)

    assert root.childCount() == 301
    assert root.child(300).text(NAME) == "The very end."
    assert root.child(250).text(NAME).startswith("Paragraph 250.")
    assert len(root.text(VALUE)) == 20_000


def test_a_long_paragraph_is_one_item_and_can_be_gone_through(show_document: ShowDocument) -> None:
    root = spoken(show_document(f"Before.\n\n{PROSE}\n\nAfter."))

    assert [item.text(NAME) for item in children(root)] == ["Before.", PROSE, "After."]
    letters = root.child(1).textInterface()
    assert letters.characterCount() == len(PROSE)
    assert letters.text(4000, 4010) == PROSE[4000:4010]
    assert root.child(1).actionInterface() is None
    assert root.child(1).valueInterface() is None


def test_what_comes_later_is_there(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document()
    view.set_markdown("One.\n\nTw", is_growing=True)
    root = spoken(view)
    assert [item.text(NAME) for item in children(root)] == ["One.", "Tw"]

    view.set_markdown("One.\n\nTwo.\n\n```\nx\n```\n")
    qtbot.waitUntil(lambda: not view.is_behind)

    assert [item.text(NAME) for item in children(root)][:3] == ["One.", "Two.", "x"]
    view.set_markdown("Another.")
    qtbot.waitUntil(lambda: not view.is_behind)
    assert [item.text(NAME) for item in children(root) if item.object() is None] == ["Another."]


def test_items_are_found_by_their_place_on_the_screen(show_document: ShowDocument) -> None:
    root = spoken(show_document(DOCUMENT, formulas=False))
    for item in children(root):
        if item.object() is None and item.role() != ROLE.StaticText:
            centre = item.rect().center()
            assert root.childAt(centre.x(), centre.y()) is item


def test_the_buttons_of_code_are_named_and_come_in_their_order(show_document: ShowDocument, qtbot: QtBot) -> None:
    view = show_document("Go.\n\n" + "".join(f"```{name}\nx\n```\n\n" for name in ("python", "rust")))
    qtbot.waitUntil(lambda: len(view.findChildren(CodeHeader)) == 2)
    headers = [child for child in children(spoken(view)) if child.object() is not None]
    names = [one.text(NAME) for header in headers for one in children(header) if one.role() == ROLE.Button]

    assert [name for name in names if name.startswith("Copy")] == ["Copy this code (Python)", "Copy this code (Rust)"]


def test_what_was_handed_out_ends_with_its_view(theme: Theme) -> None:
    view = DocumentView()
    view.set_markdown(DOCUMENT)
    item = spoken(view).child(1)
    link = item.child(0)
    assert link.isValid()

    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert not any(Shiboken.isValid(part) and part.isValid() for part in (item, link))
