"""What a search has found, in the place of the conversation list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.history.search_hit import SearchHit
from app.reasoning import StepKind
from ui.chat.search.search_hit_delegate import SearchHitDelegate
from ui.chat.search.search_hit_model import HIT_ROLE, SearchHitModel
from ui.theme.theme import Theme
from ui.widgets.escape_key import EscapeKey
from ui.widgets.layouts import column
from ui.widgets.styled import label
from ui.widgets.unfolding_box import UnfoldingBox

_NEAR_END_ROWS = 8


class SearchResults(QWidget):
    """A line that says how much was found, and the hits; more are asked for near the end of the list.

    Signals:
        hit_chosen(SearchHit): the person wants to see this place.
        more_wanted(): the end of the list is near.
        left(): the person wants the conversations back.
        kind_changed(): only a kind of step should be found from now on, or everything again; see `kind`.
    """

    hit_chosen = Signal(object)
    more_wanted = Signal()
    left = Signal()
    kind_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SearchHitModel()
        self.model.setParent(self)
        self.list = _HitList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(SearchHitDelegate(theme, self.list))
        self.list.setAccessibleName(self.tr("Search results"))
        self._words = label(wraps=True, tone="faint", scale="small")
        self._words.setContentsMargins(8, 0, 8, 0)
        self._kinds = UnfoldingBox()
        self._kinds.setAccessibleName(self.tr("What should be found"))
        self._kinds.setToolTip(self.tr("Find the words everywhere, or only in steps of thoughts that do this"))
        for name, kind in self._named_kinds():
            self._kinds.addItem(name, kind)
        self._kinds.currentIndexChanged.connect(self._tell_kind)
        column(self._kinds, self._words, (self.list, 1), of=self, spacing=4)
        EscapeKey(self._kinds, self.left.emit)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        EscapeKey(self.list, self.left.emit)
        self.list.verticalScrollBar().valueChanged.connect(self._look_ahead)

    @property
    def kind(self) -> StepKind | None:
        """The kind of step that is looked for in thoughts; `None`: words anywhere."""
        kind = self._kinds.currentData()
        return StepKind(kind) if kind else None

    def choose_kind(self, kind: StepKind | None) -> None:
        """Look for a kind of step, or for words anywhere."""
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(kind)) if kind is not None else 0)

    def show_hits(self, hits: list[SearchHit], *, has_more: bool) -> None:
        """Show the first page."""
        self.model.show_hits(hits)
        self.list.scrollToTop()
        self._say(has_more=has_more)

    def add_hits(self, hits: list[SearchHit], *, has_more: bool) -> None:
        """Show the next page."""
        self.model.add_hits(hits)
        self._say(has_more=has_more)

    def focus_first(self) -> None:
        """Give the keyboard to the first hit."""
        if self.model.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0))

    def choose_current(self) -> None:
        """Show the current hit, or the first."""
        index = self.list.currentIndex()
        self._choose(index if index.isValid() else self.model.index(0))

    def _say(self, *, has_more: bool) -> None:
        count = self.model.rowCount()
        if not count and self.kind is not None:
            text = self.tr("No thought does this with these words.")
        elif not count:
            text = self.tr('Nothing found. Words match from their beginning; "quotes" keep words together.')
        elif has_more:
            text = self.tr("More than %Ln places, newest first", "", count)
        elif count == 1:
            text = self.tr("One place")
        else:
            text = self.tr("%Ln places, newest first", "", count)
        self._words.setText(text)

    def _named_kinds(self) -> tuple[tuple[str, StepKind | None], ...]:
        return (
            (self.tr("Everywhere"), None),
            (self.tr("Where thoughts doubt"), StepKind.DOUBT),
            (self.tr("Checks that failed"), StepKind.FAILED_CHECK),
            (self.tr("Checks"), StepKind.CHECK),
            (self.tr("Other ways tried"), StepKind.ALTERNATIVE),
            (self.tr("Returns to an idea"), StepKind.RETURN),
            (self.tr("Conclusions"), StepKind.CONCLUSION),
        )

    def _tell_kind(self) -> None:
        self.kind_changed.emit()

    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if isinstance(hit, SearchHit):
            self.hit_chosen.emit(hit)

    def _look_ahead(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value >= bar.maximum() - _NEAR_END_ROWS * 60:
            self.more_wanted.emit()


class _HitList(QListView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows what is current."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
