"""Another theme or size of text: nothing is read again, what is seen comes first, and the end is as if made anew."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from app.settings.choices import ThemeChoice
from tests.ui.documents.conftest import ShowDocument
from tests.ui.documents.test_long_paragraphs import PROSE, layout_of
from ui.documents import document_layout
from ui.documents.document_style import DocumentStyle
from ui.documents.document_view import DocumentView
from ui.theme.colours import DARK, LIGHT
from ui.theme.theme import Theme

DOCUMENT = f"""# Trains

See [a page](https://a.example) and `code`, then $\\frac{{1}}{{2}}$.

{PROSE}

> Quoted, *softly*.

- one
  - two

| train | speed | where it stops, in many words that need a line or two |
|---|--:|---|
| first | 80 | here and there and in many other places besides these |

```python
def catch_up(lead_h: float) -> float:
    return lead_h * 2  # hours
```

$$t = \\frac{{40}}{{40}}$$
"""


@pytest.fixture(autouse=True)
def usual_look(theme: Theme) -> Iterator[None]:
    yield
    theme.choose(ThemeChoice.LIGHT)
    theme.set_text_scale(1.0)


WITHOUT_TABLE = "\n".join(line for line in DOCUMENT.split("\n") if not line.startswith("|"))
"""Columns are scaled, not measured again, and may be some pixels wider or narrower than new ones."""


@pytest.mark.parametrize(("scale", "text"), [(1.0, DOCUMENT), (1.6, WITHOUT_TABLE)])
def test_a_restyled_document_looks_like_a_new_one(
    theme: Theme, show_document: ShowDocument, qtbot: QtBot, scale: float, text: str
) -> None:
    old = show_document(text)
    _wait_until_painted(old, qtbot)

    theme.choose(ThemeChoice.DARK)
    theme.set_text_scale(scale)
    new = show_document(text)
    _wait_until_painted(old, qtbot)
    _wait_until_painted(new, qtbot)

    qtbot.waitUntil(lambda: _picture(old) == _picture(new))
    assert old.heightForWidth(640) == new.heightForWidth(640)


def test_heights_are_those_of_a_new_layout_in_the_end(qtbot: QtBot) -> None:
    style = DocumentStyle(DARK, 22)
    changed = layout_of(DOCUMENT)
    guess = changed.height
    changed.set_style(style)
    scaled = changed.height
    while not changed.is_complete:
        changed.lay_out_more(lambda: True)
    fresh = layout_of(DOCUMENT, style=style)

    assert scaled == pytest.approx(guess * 22 / 14)
    assert changed.height == pytest.approx(fresh.height)
    assert [box.height for box in changed.boxes] == pytest.approx([box.height for box in fresh.boxes])


def test_what_is_not_seen_is_left_for_later(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_layout, "_SEEN_S", 60.0)
    layout = layout_of("A paragraph.\n\n" * 2000)

    layout.set_style(DocumentStyle(DARK, 20))
    layout.lay_out_between(layout.height / 2, layout.height / 2 + 800)

    touched = [box for box in layout.boxes if box.style.colours is DARK]
    assert 10 < len(touched) < 80
    assert all(box.style.colours is LIGHT for box in layout.boxes[:500])


def test_the_line_at_the_top_is_told_when_the_text_grows(theme: Theme, qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.resize(600, 500)
    view = DocumentView()
    area.setWidget(view)
    bar = area.verticalScrollBar()

    def follow(moved_px: int) -> None:
        view.resize(view.width(), view.heightForWidth(view.width()))
        bar.setRange(0, view.height() - area.viewport().height())
        bar.setValue(bar.value() + moved_px)

    view.seen_moved.connect(follow)
    area.show()
    view.set_markdown("\n\n".join(f"Paragraph {n}. {PROSE[:400]}" for n in range(60)))
    qtbot.waitUntil(lambda: not view.is_behind)
    view.find("Paragraph 30.")
    qtbot.waitUntil(lambda: bar.maximum() > view.hit_rect(0).top())
    bar.setValue(view.hit_rect(0).top())
    qtbot.wait(20)

    theme.set_text_scale(1.5)

    qtbot.waitUntil(lambda: not view.is_behind)
    qtbot.wait(30)
    assert abs(view.hit_rect(0).top() - bar.value()) <= 4


def _picture(view: DocumentView) -> QImage:
    view.resize(640, view.heightForWidth(640))  # a formula that has arrived made it higher
    return view.grab().toImage()


def _wait_until_painted(view: DocumentView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view.is_behind)
    _picture(view)
    qtbot.wait(40)
    qtbot.waitUntil(lambda: not view.is_behind)
