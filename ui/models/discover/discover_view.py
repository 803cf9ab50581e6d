"""The tab Discover: a search field, filters, and what was found or is recommended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.hub.catalogue.search import SearchQuery, SearchSort, SizeClass
from ui.models.parts.entry_list import WIDEST_PX, EntryList, ResultListModel
from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import column, row
from ui.widgets.menu_button import MenuButton
from ui.widgets.menus import add_ticked, open_at, passing_menu
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.styled import button, label, line_field, offer_clearing, show_text
from ui.widgets.timers import after

DEBOUNCE_MS = 350


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; `fits_only` is about this computer, the Hub knows nothing of it."""

    query: SearchQuery
    fits_only: bool = False

    @property
    def is_search(self) -> bool:
        """Whether the Hub has to be asked; otherwise the list that Aside recommends answers, filtered."""
        return bool(self.query.text or self.query.sort is not SearchSort.DOWNLOADS)


class DiscoverView(QWidget):
    """Turns what is typed and clicked into wishes; typing waits until it rests. `more` and `browse` are buttons for the
    next page and for the Hub's own list.

    Signals:
        wished(Wish): the list should show this.
    """

    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = ResultListModel(self)
        self.notice = NoticeBar()
        self.list = EntryList(self.results, theme, self.tr("Models found"))
        hint = self.tr("Search the Hugging Face Hub, or paste a model's address")
        self.field = line_field(self.tr("Search the Hub"), hint=hint, height_px=40, longest=2000)
        offer_clearing(self.field)
        KeyTip(self.field, self.tr("Nothing is sent before you type here"), action="find")
        self._heading = label(tone="faint", scale="small", wraps=True)
        self._empty = label(tone="soft", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.more = button(self.tr("Show more"), self.tr("Ask the Hub for the next page"))
        self.browse = button(self.tr("Browse the Hub"), self.tr("Ask the Hub for its most downloaded models"))
        self._wait = after(self, DEBOUNCE_MS, self._tell)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._tell)
        self._build_chips()
        whole = QWidget()
        ScaledLength(whole, whole.setMaximumWidth, WIDEST_PX)  # a name and its badge are read together
        column(
            self.field,
            FlowRow(self.fits_chip, self.thinks_chip, self.licence_chip, self.size_chip, self.sort_chip),
            self.notice,
            self._heading,
            (self.list, 1),
            (self._empty, 1),
            row(1, self.more, self.browse, 1),
            of=whole,
            spacing=8,
        )
        row((whole, 1000), 1, of=self, margins=(24, 18, 24, 12))
        self.show_state()

    @property
    def wish(self) -> Wish:
        """What is looked for now."""
        size, licence, sort = self.size_chip.value, self.licence_chip.value, self.sort_chip.value
        assert isinstance(sort, SearchSort), "the chip holds nothing else"
        return Wish(
            SearchQuery(
                text=self.field.text().strip(),
                sort=sort,
                size=size if isinstance(size, SizeClass) else None,
                licence=licence if isinstance(licence, str) else "",
                thinks_only=self.thinks_chip.isChecked(),
            ),
            fits_only=self.fits_chip.isChecked(),
        )

    def show_heading(self, text: str) -> None:
        """Say what the list is."""
        self._heading.setText(text)

    def show_state(self, *, empty: str = "", can_have_more: bool = False, can_browse: bool = False) -> None:
        """Show the list, or a sentence in its place; offer what can be asked for."""
        show_text(self._empty, empty)
        self.list.setVisible(not empty)
        self.more.setVisible(can_have_more)
        self.browse.setVisible(can_browse)

    def _build_chips(self) -> None:
        self.fits_chip = _chip(self.tr("Fits this computer"), self.tr("Only models that this computer can run"))
        self.thinks_chip = _chip(self.tr("Thinks"), self.tr("Only models that reason before they answer"))
        self.licence_chip = ChoiceChip(
            self.tr("Licence"),
            [("", self.tr("Any licence")), ("apache-2.0", "Apache 2.0"), ("mit", "MIT"), ("gemma", "Gemma")],
        )
        self.size_chip = ChoiceChip(
            self.tr("Size in parameters"),
            [
                (None, self.tr("Any size")),
                (SizeClass.TINY, self.tr("Up to 2 B")),
                (SizeClass.SMALL, self.tr("2 to 6 B")),
                (SizeClass.MEDIUM, self.tr("6 to 15 B")),
                (SizeClass.LARGE, self.tr("15 to 40 B")),
                (SizeClass.HUGE, self.tr("40 B and more")),
            ],
        )
        self.sort_chip = ChoiceChip(
            self.tr("Order"),
            [
                (SearchSort.DOWNLOADS, self.tr("Most downloaded")),
                (SearchSort.LIKES, self.tr("Most liked")),
                (SearchSort.RECENT, self.tr("Newest")),
                (SearchSort.TRENDING, self.tr("Trending")),
            ],
        )
        for toggle in (self.fits_chip, self.thinks_chip):
            toggle.toggled.connect(self._tell)
        for choice in (self.licence_chip, self.size_chip, self.sort_chip):
            choice.chosen.connect(self._tell)

    def _typed(self, text: str) -> None:
        if text.strip():
            self._wait.start()
        else:
            self._tell()  # an emptied field shows the recommended list at once

    def _tell(self) -> None:
        self._wait.stop()
        self.wished.emit(self.wish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the field into the list with the down arrow."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self.results.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.results.index(0))
            return
        super().keyPressEvent(event)


def _chip(text: str, tip: str) -> QPushButton:
    chip = button(text, tip, kind="toggle", name=text)
    chip.setCheckable(True)
    return chip


class ChoiceChip(MenuButton):
    """Choices are (value, words); the first one is the default and leaves the chip quiet.

    Signals:
        chosen(object): another value was chosen.
    """

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = name
        self._choices = tuple(choices)
        self._value = self._choices[0][0]
        self.setProperty("kind", "toggle")
        self.setCheckable(True)
        self.clicked.connect(self._open)
        self._show()

    @property
    def value(self) -> object:
        """The value chosen."""
        return self._value

    def choose(self, value: object) -> None:
        """Choose a value as if its line had been clicked."""
        is_other = value != self._value
        self._value = value
        self._show()
        if is_other:
            self.chosen.emit(value)

    def _open(self) -> None:
        self._show()  # the click has toggled the chip
        menu = passing_menu(self)
        for value, words in self._choices:
            add_ticked(menu, words, partial(self.choose, value), is_ticked=value == self._value)
        open_at(menu, self)

    def _show(self) -> None:
        index = next(i for i, (value, _) in enumerate(self._choices) if value == self._value)
        words = self._choices[index][1]
        self.setText(words)
        self.setChecked(index > 0)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(self._name)
        self.updateGeometry()
