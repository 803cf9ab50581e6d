"""What a search has found, as Qt wants it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from app.history.search_hit import FoundIn, SearchHit
from app.text import visible_line

Index = QModelIndex | QPersistentModelIndex
HIT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The `SearchHit` of a row."""
IS_SHOWN_ROLE = HIT_ROLE + 1
"""Whether it stands in the conversation that is open."""
SEEN_ROLE = HIT_ROLE + 2
"""The `SearchHit` as it is shown: with title and excerpt in which everything is seen."""


class SearchHitModel(QAbstractListModel):
    """Adapts a growing list of `SearchHit`."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: list[SearchHit] = []
        self._shown: int | None = None

    def set_shown(self, conversation_id: int | None) -> None:
        """Mark what was found in the conversation that is open."""
        self._shown = conversation_id
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1))

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._hits = list(hits)
        self.endResetModel()

    def add_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show these after the others."""
        if hits:
            self.beginInsertRows(QModelIndex(), len(self._hits), len(self._hits) + len(hits) - 1)
            self._hits.extend(hits)
            self.endInsertRows()

    def hits(self) -> Sequence[SearchHit]:
        """Return all that are shown."""
        return self._hits

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, or the hit itself for `HIT_ROLE`; a screen reader hears the whole of it."""
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _seen(hit).title
            case Qt.ItemDataRole.AccessibleTextRole:
                seen = _seen(hit)
                return f"{seen.title}, {place_text(hit.found_in)}: {seen.excerpt}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{place_text(hit.found_in)} · {date_text(hit.created_at)}"
        if role == IS_SHOWN_ROLE:
            return hit.conversation_id == self._shown
        if role == SEEN_ROLE:
            return _seen(hit)
        return hit if role == HIT_ROLE else None


def _seen(hit: SearchHit) -> SearchHit:
    excerpt = visible_line(hit.excerpt)
    matches = hit.matches
    if excerpt != hit.excerpt:
        matches = tuple((_seen_place(hit.excerpt, start), _seen_place(hit.excerpt, end)) for start, end in matches)
    return replace(hit, title=visible_line(hit.title), excerpt=excerpt, matches=matches)


def _seen_place(text: str, place: int) -> int:
    return len(visible_line(text[:place]))


def place_text(place: FoundIn) -> str:
    """Return what people call the place where something was found."""
    match place:
        case FoundIn.TITLE:
            return _tr("Title")
        case FoundIn.QUESTION:
            return _tr("Question")
        case FoundIn.THINKING:
            return _tr("Thought")
        case FoundIn.TOOL:
            return _tr("Tool")
    return _tr("Answer")


def date_text(created_at: float) -> str:
    """Return a time (seconds since the epoch) as a short date."""
    moment = QDateTime.fromSecsSinceEpoch(int(max(0.0, min(created_at, 253402300799.0))))
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SearchResults", text)
