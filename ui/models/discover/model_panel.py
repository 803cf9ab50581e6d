"""The right side of Discover: one model, its quantizations, and whether they fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from app.model_choice.model_fit import ModelFit
from app.text import visible
from ui.models.discover.quantization_card import QuantizationCard, QuantizationEntry
from ui.models.parts.arithmetic_box import ArithmeticBox
from ui.models.parts.fact_rows import FactRows
from ui.models.parts.panel_frame import PanelFrame
from ui.widgets.layouts import column, row, scrolled, take_out
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.spoken_numbers import size_text
from ui.widgets.styled import BY_MOUSE, button, label, show_text
from ui.widgets.tip_lines import tip_lines
from ui.widgets.token_field import TokenField


class ModelPanel(PanelFrame):
    """Shows what it is told; the arithmetic stands below the chosen quantization.

    Signals:
        row_chosen(str): the arithmetic of this quantization (its path) is wanted.
        action_asked(str, CardAction): a quantization's button was pressed.
    """

    row_chosen = Signal(str)
    action_asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.open_button = button(self.tr("Open on the Hub"), self.tr("Open the model's page in the browser"))
        self.add_to_header(self.open_button)
        self.notice = NoticeBar()
        self.gated = GatedBox()
        self.eyes = ImagePartBox()
        self.facts = FactRows()
        self.facts.setContentsMargins(0, 6, 0, 2)
        self.box = ArithmeticBox()
        self._cards: list[QuantizationCard] = []
        self._about = label(tone="soft", wraps=True, selected=BY_MOUSE)
        self._state = label(tone="faint", wraps=True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QWidget()
        body.setObjectName("panelBody")
        parts = (self._state, self.notice, self._about, self.facts, self.gated, self.eyes)
        self._column = column(*parts, of=body, margins=(20, 18, 16, 20), spacing=8)
        self._column.addSpacing(4)
        self._rows_begin = self._column.count()
        self._column.addWidget(self.box)
        self._column.addStretch(1)
        self._scroll = scrolled(body, name=self.tr("About this model"))
        self.add_body(self._scroll)
        self.show_nothing(self.tr("Choose a model to see what it is and whether it fits."))

    def show_nothing(self, text: str, *, title: str = "") -> None:
        """Show a sentence only: nothing is chosen, or it is on its way."""
        self.set_title(title)
        show_text(self._state, text)
        for widget in (self._about, self.facts, self.gated, self.notice, self.open_button, self.box):
            widget.setVisible(False)
        self.eyes.show_part(None)
        self.show_rows([])

    def show_page(self, title: str, about: str, facts: Sequence[tuple[str, str]]) -> None:
        """Show what a model is."""
        self.set_title(title)
        self._state.setVisible(False)
        show_text(self._about, visible(about))
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
            take_out(card)
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
        card.action_asked.connect(lambda action: self.action_asked.emit(card.entry.path, action))
        return card


class GatedBox(QFrame):
    """For models whose maker wants to be asked first: where to ask, and a field for the access token."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = label(scale="body", wraps=True)
        self.token = TokenField(hint=self.tr("Access token (hf_…)"))
        self.page_button = button(
            self.tr("Ask for access on the Hub"), self.tr("Open the model's page in the browser"), kind="link"
        )
        column(self._text, row(self.page_button, 1), self.token, of=self, margins=(14, 10, 12, 10), spacing=8)

    def show_need(self, text: str) -> None:
        """Say what is needed; what was typed before is forgotten."""
        self._text.setText(text)
        self.token.field.clear()
        self.token.say("")


class ImagePartBox(QWidget):
    """Whether the part that sees images comes along; `get_button` gets it for a model that is here without it.

    Hidden for models that have none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = QCheckBox()
        self.check.setChecked(True)
        self.check.setToolTip(tip_lines(self.tr("With it, pictures can be shown to the model; without it, only text")))
        tip = self.tr("Download the part that sees images for the model that is here already")
        self.get_button = button(self.tr("Get it"), tip)
        row(self.check, 1, self.get_button, of=self, margins=(0, 4, 0, 4), spacing=8)
        self.setVisible(False)
        self.get_button.setVisible(False)

    @property
    def is_wanted(self) -> bool:
        """Whether it comes along with the next download."""
        return not self.isHidden() and self.check.isChecked()

    def show_part(self, size_bytes: int | None) -> None:
        """Offer a part of this size; `None` if there is none."""
        self.setVisible(size_bytes is not None)
        if size_bytes is not None:
            words = self.tr("Also the part that sees images, {size}").format(size=size_text(size_bytes))
            self.check.setText(words)
