"""The tab Discover: a search field, filters, and what was found or is recommended."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.hub.catalogue.search_query import SearchQuery, SearchSort, SizeClass
from ui.models.choice_chip import ChoiceChip
from ui.models.entry_list import EntryList
from ui.models.result_list_model import ResultListModel
from ui.theme.fonts import scaled_px
from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.key_tip import KeyTip
from ui.widgets.level_text import LevelText
from ui.widgets.notice_bar import NoticeBar

DEBOUNCE_MS = 350


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; `fits_only` is about this computer, the Hub knows nothing of it."""

    query: SearchQuery
    fits_only: bool = False

    @property
    def is_search(self) -> bool:
        """Whether the Hub has to be asked; otherwise the list that Aside recommends answers."""
        query = self.query
        return bool(query.text or query.thinks_only or query.licence or query.sort is not SearchSort.DOWNLOADS)


class DiscoverView(QWidget):
    """Turns what is typed and clicked into wishes; typing waits until it rests.

    Signals:
        wished(Wish): the list should show this.
        more_asked(): the next page is wanted.
        browse_asked(): the Hub's own list is wanted, without words.
    """

    wished = Signal(object)
    more_asked = Signal()
    browse_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = ResultListModel(self)
        self.notice = NoticeBar()
        self.notice.setVisible(False)
        self.list = EntryList(self.results, theme, self.tr("Models found"))
        self.field = QLineEdit()
        LevelText(self.field)
        self.field.setProperty("kind", "field")
        self.field.setFixedHeight(scaled_px(40))
        self.field.setMaxLength(2000)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search the Hugging Face Hub, or paste a model's address"))
        self.field.setAccessibleName(self.tr("Search the Hub"))
        KeyTip(self.field, self.tr("Nothing is sent before you type here"), action="find")
        self._heading = QLabel()
        self._heading.setProperty("tone", "faint")
        self._heading.setProperty("scale", "small")
        self._heading.setWordWrap(True)
        self._empty = QLabel()
        self._empty.setProperty("tone", "soft")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._more = QPushButton(self.tr("Show more"))
        self._more.setProperty("kind", "small")
        self._more.setToolTip(self.tr("Ask the Hub for the next page"))
        self._more.clicked.connect(self.more_asked)
        self._browse = QPushButton(self.tr("Browse the Hub"))
        self._browse.setProperty("kind", "small")
        self._browse.setToolTip(self.tr("Ask the Hub for its most downloaded models"))
        self._browse.clicked.connect(self.browse_asked)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE_MS)
        self._wait.timeout.connect(self._tell)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._tell)
        self._build_chips()
        self._arrange()

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
        self._empty.setText(empty)
        self._empty.setVisible(bool(empty))
        self.list.setVisible(not empty)
        self._more.setVisible(can_have_more)
        self._browse.setVisible(can_browse)

    def stop(self) -> None:
        """Forget what was typed last, if it has not been told yet."""
        self._wait.stop()

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
        self._chips = FlowRow()
        for chip in (self.fits_chip, self.thinks_chip):
            chip.toggled.connect(self._tell)
            self._chips.add(chip)
        for choice in (self.licence_chip, self.size_chip, self.sort_chip):
            choice.chosen.connect(self._tell)
            self._chips.add(choice)

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(self._more)
        below.addWidget(self._browse)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._chips)
        column.addWidget(self.notice)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(below)
        self.show_state()

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
    chip = QPushButton(text)
    chip.setProperty("kind", "toggle")
    chip.setCheckable(True)
    chip.setToolTip(tip)
    chip.setAccessibleName(text)
    return chip
