"""The right side of Discover: one model's page, and its quantizations to download."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.model_choice.model_fit import ModelFit
from app.text import visible
from ui.models.arithmetic_box import ArithmeticBox
from ui.models.fact_rows import FactRows
from ui.models.gated_box import GatedBox
from ui.models.image_part_box import ImagePartBox
from ui.models.panel_frame import PanelFrame
from ui.models.quantization_card import CardAction, QuantizationCard, QuantizationEntry
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.notice_bar import NoticeBar


class ModelPanel(PanelFrame):
    """Shows what it is told; the arithmetic stands below the chosen quantization.

    Signals:
        row_chosen(str): the arithmetic of this quantization (its path) is wanted.
        action_asked(str, CardAction): a quantization's button was pressed.
    """

    row_chosen = Signal(str)
    action_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_button = QPushButton(self.tr("Open on the Hub"))
        self.open_button.setProperty("kind", "small")
        self.open_button.setToolTip(self.tr("Open the model's page in the browser"))
        self.open_button.setVisible(False)
        self.add_to_header(self.open_button)
        self.notice = NoticeBar()
        self.notice.setVisible(False)
        self.gated = GatedBox()
        self.eyes = ImagePartBox()
        self.facts = FactRows()
        self.box = ArithmeticBox()
        self._cards: list[QuantizationCard] = []
        self._about = _text("soft")
        self._about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = _text("faint")
        self._state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QWidget()
        body.setObjectName("panelBody")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(20, 18, 16, 20)
        self._column.setSpacing(8)
        for widget in (self._state, self.notice, self._about, self.facts, self.gated, self.eyes):
            self._column.addWidget(widget)
        self.facts.setContentsMargins(0, 6, 0, 2)
        self._column.addSpacing(4)
        self._rows_begin = self._column.count()
        self._column.addWidget(self.box)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("About this model"))
        FocusFrame(self._scroll, watched=self._scroll)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        self.add_body(self._scroll)
        self.show_nothing(self.tr("Choose a model to see what it is and whether it fits."))

    def show_nothing(self, text: str, *, title: str = "") -> None:
        """Show a sentence only: nothing is chosen, or it is on its way."""
        self.set_title(title)
        self._state.setText(text)
        self._state.setVisible(bool(text))
        self._about.setVisible(False)
        self.facts.setVisible(False)
        self.gated.setVisible(False)
        self.notice.setVisible(False)
        self.open_button.setVisible(False)
        self.eyes.show_part(None)
        self.show_rows([])
        self.box.setVisible(False)

    def show_page(self, title: str, about: str, facts: Sequence[tuple[str, str]]) -> None:
        """Show what a model is."""
        self.set_title(title)
        self._state.setVisible(False)
        self._about.setText(visible(about))
        self._about.setVisible(bool(about))
        self.facts.show_facts(facts)
        self.facts.setVisible(True)
        self.open_button.setVisible(True)
        self._scroll.verticalScrollBar().setValue(0)

    def show_rows(self, entries: Sequence[QuantizationEntry]) -> None:
        """Show these quantizations; cards of the same ones stay, so that nothing flickers or loses the focus."""
        if [card.entry.path for card in self._cards] == [entry.path for entry in entries]:
            for card, entry in zip(self._cards, entries, strict=True):
                if card.entry != entry:
                    card.show_entry(entry)
            return
        self._column.removeWidget(self.box)
        for card in self._cards:
            self._column.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        self._cards = [self._card(entry) for entry in entries]
        for offset, card in enumerate(self._cards):
            self._column.insertWidget(self._rows_begin + offset, card)
        self._column.insertWidget(self._rows_begin + len(self._cards), self.box)
        self.box.setVisible(False)

    def show_chosen(self, path: str, fit: ModelFit | None, *, is_asking: bool = False) -> None:
        """Mark a quantization and show its arithmetic below it."""
        for index, card in enumerate(self._cards):
            is_chosen = card.entry.path == path
            card.set_chosen(is_chosen=is_chosen)
            if is_chosen:
                self._column.removeWidget(self.box)
                self._column.insertWidget(self._rows_begin + index + 1, self.box)
                self.box.show_fit(fit, is_asking=is_asking)
                self.box.setVisible(True)

    def cards(self) -> tuple[QuantizationCard, ...]:
        """Return the cards shown."""
        return tuple(self._cards)

    def _card(self, entry: QuantizationEntry) -> QuantizationCard:
        card = QuantizationCard(entry)
        card.chosen.connect(self.row_chosen)
        card.action_asked.connect(lambda action, card=card: self._tell(card, action))
        return card

    def _tell(self, card: QuantizationCard, action: CardAction) -> None:
        self.action_asked.emit(card.entry.path, action)


def _text(tone: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    return label
