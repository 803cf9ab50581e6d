"""The entries that the palette shows for what is typed, as Qt wants them."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.fuzzy_search import FuzzySearch, marked_letters

Index = QModelIndex | QPersistentModelIndex
_MOST_ROWS = 80


class PaletteKind(enum.StrEnum):
    """What is chosen with an entry."""

    HEADING = "heading"
    """Nothing: it says what the entries below it have in common, as long as nothing is typed."""
    ACTION = "action"
    MODEL = "model"
    CONVERSATION = "conversation"
    SETTING = "setting"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One line of the palette; `key` identifies it from one opening to the next, `more_words` find it too."""

    key: str
    kind: PaletteKind
    text: str
    choose: Callable[[], object]
    keys: str = ""
    """Its shortcut, as this system writes it."""
    detail: str = ""
    more_words: str = ""
    is_enabled: bool = True
    """Whether it can be chosen."""


class PaletteRole(enum.IntEnum):
    """What a row tells beside its text."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    MARKED = Qt.ItemDataRole.UserRole + 2
    """The places in the text of the letters that were typed."""


class PaletteModel(QAbstractListModel):
    """Keeps all entries, the recent ones first, and shows those that answer the query, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[PaletteEntry, ...] = ()
        self._shown: list[PaletteEntry] = []
        self._search = FuzzySearch(())
        self._query = ""

    def set_entries(self, entries: Sequence[PaletteEntry], query: str = "") -> None:
        """Offer these, the most recent first, as far as they answer the query."""
        self._all = tuple(entries)
        self._search = FuzzySearch([f"{entry.text} {entry.more_words}" for entry in entries])
        self.set_query(query)

    def set_query(self, query: str) -> None:
        """Show what answers this."""
        self.beginResetModel()
        self._query = query
        found = [self._all[hit.index] for hit in self._search.hits(query, limit=_MOST_ROWS)]
        self._shown = [one for one in found if not query.strip() or one.kind is not PaletteKind.HEADING]
        self.endResetModel()

    def entry(self, row: int) -> PaletteEntry | None:
        """Return what stands in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def spoken(self, entry: PaletteEntry) -> str:
        """Return an entry as it is read out."""
        return ", ".join(part for part in (entry.text, entry.detail, self.kind_text(entry.kind), entry.keys) if part)

    def kind_text(self, kind: PaletteKind) -> str:
        """Return what a kind is called."""
        match kind:
            case PaletteKind.MODEL:
                return self.tr("Model")
            case PaletteKind.CONVERSATION:
                return self.tr("Conversation")
            case PaletteKind.SETTING:
                return self.tr("Setting")
            case PaletteKind.QUESTION:
                return self.tr("Question")
        return self.tr("Action")

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many entries are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry's text, and what `PaletteRole` names."""
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(entry)
            case PaletteRole.ENTRY:
                return entry
            case PaletteRole.MARKED:
                return marked_letters(self._query, entry.text)
        return None
