"""What a search has found, in the place of the conversation list."""

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
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.history.search_hit import FoundIn, SearchHit
from app.reasoning import StepKind
from app.text import visible_line
from ui.theme.cut_text import paint_cut
from ui.theme.fonts import text_font
from ui.theme.theme import Theme
from ui.widgets.escape_key import EscapeKey
from ui.widgets.layouts import column
from ui.widgets.list_ground import paint_ground
from ui.widgets.mouse_note import MouseNote
from ui.widgets.spoken_numbers import count_text
from ui.widgets.styled import label
from ui.widgets.tip_lines import tip_lines
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
        self._kinds.setToolTip(
            tip_lines(self.tr("Find the words everywhere, or only in steps of thoughts that do this"))
        )
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
        count = sum(max(1, len(hit.step_starts)) for hit in self.model.hits())
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


# Paints what a search has found: where, and the words around it with the found ones marked.

_PADDING_PX = 8
_EXCERPT_LINES = 2
_EXCERPT_PX = 12


class SearchHitDelegate(QStyledItemDelegate):
    """Three lines for a message, two for a title."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mouse = MouseNote(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Title and kind, then two lines of text; all hits are as tall as each other."""
        title = QFontMetrics(text_font(size_px=13)).height()
        line = QFontMetrics(text_font(size_px=_EXCERPT_PX)).height()
        return QSize(80, title + line * _EXCERPT_LINES + 2 * _PADDING_PX + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one hit."""
        hit = index.data(SEEN_ROLE)
        if not isinstance(hit, SearchHit):
            return
        colours = self._theme.colours
        painter.save()
        is_shown = bool(index.data(IS_SHOWN_ROLE))
        rect = paint_ground(painter, option, colours, by_mouse=self._mouse.is_by_mouse, is_shown=is_shown)
        inside = rect.adjusted(_PADDING_PX, _PADDING_PX - 2, -_PADDING_PX, -2)
        painter.setFont(text_font(size_px=11))
        kind = place_text(hit)
        kind_width = painter.fontMetrics().horizontalAdvance(kind)
        title_font = text_font(size_px=13, weight=QFont.Weight.Medium)
        height = QFontMetrics(title_font).height()
        painter.setPen(
            QColor(colours.accent_text if hit.found_in in (FoundIn.THINKING, FoundIn.TOOL) else colours.faint_text)
        )
        top = QRect(inside.left(), inside.top(), inside.width(), height)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
        painter.setFont(title_font)
        painter.setPen(QColor(colours.text))
        top.setRight(top.right() - kind_width - _PADDING_PX)
        paint_cut(painter, top, hit.title)
        self._paint_excerpt(painter, QRect(inside.left(), top.bottom() + 3, inside.width(), inside.height()), hit)
        painter.restore()

    def _paint_excerpt(self, painter: QPainter, place: QRect, hit: SearchHit) -> None:
        colours = self._theme.colours
        layout = QTextLayout(hit.excerpt, text_font(size_px=_EXCERPT_PX))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        formats = []
        for start, end in hit.matches:
            found = QTextLayout.FormatRange()
            # Qt counts UTF-16 units, we count characters.
            found.start = _units(hit.excerpt[:start])
            found.length = _units(hit.excerpt[start:end])
            look = QTextCharFormat()
            look.setForeground(QColor(colours.text))
            look.setBackground(QColor(colours.warm_tint))
            look.setFontWeight(QFont.Weight.DemiBold)
            found.format = look
            formats.append(found)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        for _ in range(_EXCERPT_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(place.width())
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        painter.setPen(QColor(colours.soft_text))
        painter.setClipRect(place)
        layout.draw(painter, QPointF(place.topLeft()))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# What a search has found, as Qt wants it.

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
                return f"{seen.title}, {place_text(hit)}: {seen.excerpt}"
            case Qt.ItemDataRole.ToolTipRole:
                again = "\n" + _tr("Chosen again it shows the next one") if len(hit.step_starts) > 1 else ""
                return f"{place_text(hit)} · {date_text(hit.created_at)}{again}"
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


def place_text(hit: SearchHit) -> str:
    """Return what people call the place where something was found; of several steps of a thought how many they are."""
    place = _place_name(hit.found_in)
    return f"{place} · {count_text(len(hit.step_starts))}" if len(hit.step_starts) > 1 else place


def _place_name(place: FoundIn) -> str:
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
