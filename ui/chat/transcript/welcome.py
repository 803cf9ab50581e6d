"""What an empty conversation shows: one clear next step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.fonts import scaled_px
from ui.theme.theme import Theme
from ui.widgets.brand_label import MarkView
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import CentredArea, clear, column
from ui.widgets.styled import button, label, styled

_WIDTH_PX = 440
_WIDTH_WITH_OFFER_PX = 720
_BESIDE_FROM_PX = 600


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
        self._offer = QWidget()
        column(of=self._offer)
        self._examples = QVBoxLayout()
        self._examples.setSpacing(8)
        self._offers = False
        """Whether a newcomer is shown the way to a real model: while the starter answers."""
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(12)
        self._beside.addWidget(self._offer, 1)
        self._beside.addLayout(self._examples, 1)
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
        below.addLayout(self._beside)
        self.set_inside(inside)
        self._fill("", "", (), wants_model=False)  # until it is known whether there is a model, nothing is asked for

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

    def show_offer(self, offer: QWidget) -> None:
        """Show this beside the examples of the starter, as long as it is not hidden."""
        layout = self._offer.layout()
        assert layout is not None, "it was made with one"
        clear(layout)
        layout.addWidget(offer)
        offer.installEventFilter(self)
        self._arrange()

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
        self._examples.addStretch(1)
        self._offers = bool(examples)
        self._arrange()

    def _arrange(self) -> None:
        """Keep the column readable, and as wide as there is room; put the offer beside the examples or above them."""
        offers = self._offer.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        has_offer = self._offers and any(not offer.isHidden() for offer in offers)
        self._offer.setVisible(has_offer)
        widest = scaled_px(_WIDTH_WITH_OFFER_PX if has_offer else _WIDTH_PX)
        width = max(200, min(widest, self.width() - 48))
        is_beside = has_offer and width >= scaled_px(_BESIDE_FROM_PX)
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(direction)
        self._inside.setFixedWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange it anew."""
        self._arrange()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange it anew when the offer comes or goes."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
        return super().eventFilter(watched, event)
