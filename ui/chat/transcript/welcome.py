"""What an empty conversation shows: one clear next step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.theme.fonts import scaled_px
from ui.theme.theme import Theme
from ui.widgets.brand_label import MarkView
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import CentredArea, column
from ui.widgets.styled import button, label, styled

_WIDTH_PX = 440


class Welcome(CentredArea):
    """A title, a sentence, and either a button or examples.

    Signals:
        open_asked(): the person wants to open a model file.
        example_chosen(str): this question should be asked.
    """

    open_asked = Signal()
    example_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(scale="title")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setWordWrap(True)
        self._text = label(wraps=True, tone="soft")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._open = styled(QPushButton(self.tr("Open a GGUF file…")), kind="primary")
        KeyTip(self._open, self.tr("Choose a model file on this computer"), action="open_file")
        self._open.clicked.connect(lambda: self.open_asked.emit())
        self._hint = label(self.tr("or drop the file anywhere in this window"), tone="faint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._examples = QVBoxLayout()
        self._examples.setSpacing(8)
        inside = self._inside = QWidget()
        below = column(
            (MarkView(theme, 44), Qt.AlignmentFlag.AlignHCenter),
            self._title,
            self._text,
            of=inside,
            margins=(16, 16, 16, 16),
            spacing=12,
        )
        below.addSpacing(8)
        below.addWidget(self._open, 0, Qt.AlignmentFlag.AlignHCenter)
        below.addWidget(self._hint)
        below.addLayout(self._examples)
        self.set_inside(inside)

    def show_without_model(self) -> None:
        """No model is chosen: the next step is to open one."""
        self._fill(
            self.tr("A thought beside every answer"),
            self.tr(
                "Aside runs reasoning models on this computer. Nothing you write leaves it. Open a model file to begin."
            ),
            (),
            wants_model=True,
        )

    def show_with_model(self, description: str, examples: Sequence[str] = ()) -> None:
        """A model is chosen: the next step is a question."""
        self._fill(self.tr("What shall we think about?"), description, examples, wants_model=False)

    def _fill(self, title: str, text: str, examples: Sequence[str], *, wants_model: bool) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._open.setVisible(wants_model)
        self._hint.setVisible(wants_model)
        while (item := self._examples.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()  # not taken out of its parent: it would be a window for a moment
                gone.deleteLater()
        for example in examples:
            ask = partial(self.example_chosen.emit, example)
            self._examples.addWidget(button(example, self.tr("Ask this"), kind="example", clicked=ask))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable, and as wide as there is room."""
        self._inside.setFixedWidth(max(200, min(scaled_px(_WIDTH_PX), self.width() - 48)))
        super().resizeEvent(event)
