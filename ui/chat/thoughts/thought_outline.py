"""The outline of a thought: a line for each step, with what it does and what it cost; a way to each, and out of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.reasoning import StepKind
from ui.chat.thoughts.outline_model import BOOKMARK_ROLE, COST_ROLE, KIND_ROLE, Index, OutlineModel
from ui.chat.thoughts.trace_outline import OutlineSection, kind_text
from ui.documents.document_style import DocumentStyle
from ui.theme.colours import Colours
from ui.theme.cut_text import paint_cut
from ui.theme.fonts import text_font
from ui.widgets.lacks import Need, lack_of
from ui.widgets.list_ground import paint_ground
from ui.widgets.menus import passing_menu
from ui.widgets.mouse_note import MouseNote

_PADDING_PX = 8
_COST_FITS_PX = 300
_MOST_LINES = 200
"""More never fit on a screen."""
_TURNS = frozenset({StepKind.DOUBT, StepKind.FAILED_CHECK, StepKind.RETURN})
_RESULTS = frozenset({StepKind.CHECK, StepKind.CONCLUSION})

_STEPS = frozenset(
    (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
)


class ThoughtOutline(QListView):
    """Follows a running thought while its last step is in sight, until the chosen one would be out of it.

    Signals:
        step_chosen(int): this place in the text of the trace should be shown.
        fold_toggled(tuple): this part of the text should be folded, or shown again.
        fold_read_asked(): what stands above what is in sight should be folded.
        unfold_asked(): all should be shown again.
        step_quoted(str): the person wants to ask about this.
        fork_asked(int): the model should think anew from this place on.
        forks_asked(int): the same, once it is said how often and how much.
        bookmarks_changed(OutlineSection): the person has marked other steps of this thought.
        edit_asked(int): the person wants to write on from this place, where a step ends.
    """

    step_chosen = Signal(int)
    fold_toggled = Signal(tuple)
    fold_read_asked = Signal()
    unfold_asked = Signal()
    step_quoted = Signal(str)
    fork_asked = Signal(int)
    forks_asked = Signal(int)
    bookmarks_changed = Signal(object)
    edit_asked = Signal(int)

    def __init__(self, *, most_px: int | None = None, parent: QWidget | None = None) -> None:
        """`most_px`: how tall it may be; else it takes as much as its lines need, if there is so much."""
        super().__init__(parent)
        self._most_px = most_px
        self.outline = OutlineModel()
        self.outline.setParent(self)
        self.setObjectName("traceOutline")
        self.setModel(self.outline)
        self.setItemDelegate(_StepDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Outline of the thought"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.clicked.connect(self._choose)
        self.can_fork = False
        """Whether the reply is over and its thought can be gone on from."""
        self.can_bookmark = False
        """Whether the reply is over."""

    def show_outline(self, sections: Sequence[OutlineSection], text: str) -> None:
        """Show the outline of another trace, from its beginning."""
        self.outline.show_outline(sections, text)
        self._fit()
        self.scrollToTop()

    def begin_at(self, place: int) -> None:
        """Have the step in sight, and at the keyboard's hand, that stands at a place of the text."""
        row = max(0, bisect_right(self.outline.parts(), place, key=lambda part: part[0]) - 1)
        index = self.outline.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def grow(self, sections: Sequence[OutlineSection], text: str, *, follows: bool = True) -> None:
        """Show the outline of a trace as far as it has come, or is looked through."""
        bar, count = self.verticalScrollBar(), self.outline.rowCount()
        is_at_end = bar.value() >= bar.maximum()
        chosen = self.selectionModel().hasSelection() and self.visualRect(self.currentIndex())
        is_chosen_in_sight = chosen and self.viewport().rect().intersects(chosen)
        self.outline.grow(sections, text)
        if self.outline.rowCount() != count:
            self._fit()
            if is_at_end and follows:
                self.scrollToBottom()
                if is_chosen_in_sight:
                    self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        """Take no more room than the lines need."""
        line_px = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        needed_px = max(1, min(self.outline.rowCount(), _MOST_LINES)) * line_px + 2
        self.setMaximumHeight(needed_px)
        if self._most_px is not None:
            self.setFixedHeight(min(needed_px, self._most_px))

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.step_chosen.emit(self.outline.begin_of(index.row()))

    def _copy(self) -> None:
        if self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(self.outline.text_of(self.currentIndex().row()))

    def _quote(self) -> None:
        if self.currentIndex().isValid():
            self.step_quoted.emit(self.outline.text_of(self.currentIndex().row()))

    def _fork(self, told: SignalInstance) -> None:
        row = self.currentIndex().row()
        if row > 0 and self._may_fork():
            told.emit(self.outline.begin_of(row))

    def _edit(self) -> None:
        row = self.currentIndex().row()
        if row >= 0 and self._may_fork():
            self.edit_asked.emit(self.outline.end_of(row))

    def _bookmark(self) -> None:
        row = self.currentIndex().row()
        if row >= 0 and self.can_bookmark and (changed := self.outline.toggle_bookmark(row)) is not None:
            self.bookmarks_changed.emit(changed)

    def _fold(self) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            self.fold_toggled.emit((self.outline.begin_of(row), self.outline.end_of(row)))

    def _go_to_bookmark(self, by: int) -> None:
        row = self.outline.bookmarked_row(self.currentIndex().row(), by)
        if row is not None:
            self.setCurrentIndex(self.outline.index(row))
            self._choose(self.currentIndex())

    def _may_fork(self) -> bool:
        return self.can_fork and not lack_of(self, Need.PREFILLS)

    def _entries(self) -> list[tuple[Qt.Key, str, Callable[[], object]]]:
        """Return what can be done with the current step, each with its key."""
        return [
            (Qt.Key.Key_Return, self.tr("Go to this step"), lambda: self._choose(self.currentIndex())),
            (Qt.Key.Key_C, self.tr("Copy this step"), self._copy),
            (Qt.Key.Key_Q, self.tr("Quote it in the question"), self._quote),
            (Qt.Key.Key_Z, self.tr("Fold or show this step"), self._fold),
            (Qt.Key.Key_R, self.tr("Fold what is read"), self.fold_read_asked.emit),
            (Qt.Key.Key_U, self.tr("Show all that is folded"), self.unfold_asked.emit),
            (Qt.Key.Key_B, self.tr("Bookmark this step"), self._bookmark),
            (Qt.Key.Key_N, self.tr("Go to the next bookmark"), lambda: self._go_to_bookmark(1)),
            (Qt.Key.Key_F, self.tr("Think anew from here"), lambda: self._fork(self.fork_asked)),
            (Qt.Key.Key_G, self.tr("Think anew several times, or less…"), lambda: self._fork(self.forks_asked)),
            (Qt.Key.Key_E, self.tr("Go on after this step in my words…"), self._edit),
        ]

    def _open_menu(self, spot: QPoint) -> None:
        index = self.indexAt(spot)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = passing_menu(self)
        entries: dict[Qt.Key, QAction] = {}
        for key, text, does in self._entries():
            if key in (Qt.Key.Key_B, Qt.Key.Key_F):
                menu.addSeparator()
            entries[key] = menu.addAction(text, does)
            entries[key].setShortcut(key)  # it only says so: the keys are the list's
        marks = entries[Qt.Key.Key_B]
        marks.setCheckable(True)
        marks.setChecked(self.outline.is_bookmarked(index.row()))
        marks.setEnabled(self.can_bookmark and index.data(KIND_ROLE) is not None)
        entries[Qt.Key.Key_N].setEnabled(self.outline.bookmarked_row(index.row(), 1) is not None)
        for key in (Qt.Key.Key_F, Qt.Key.Key_G, Qt.Key.Key_E):
            entries[key].setEnabled((index.row() > 0 or key == Qt.Key.Key_E) and self._may_fork())
            is_first = index.row() == 0 and key != Qt.Key.Key_E
            tip = self.tr("Nothing comes before it: Regenerate thinks it anew") if is_first else ""
            entries[key].setToolTip(
                tip or lack_of(self, Need.PREFILLS) or self.tr("The reply as it is stays as a version")
            )
        menu.popup(self.viewport().mapToGlobal(spot))

    # --- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A few lines."""
        return QSize(200, 8 * self.sizeHintForRow(0) if self.outline.rowCount() else 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a step, copy or quote it, or open its menu; going through the list shows each."""
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
        deeds = {key: does for key, _, does in self._entries()}
        if key == Qt.Key.Key_N and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go_to_bookmark(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_C) or (key in deeds and not event.modifiers()):
            deeds[Qt.Key(key)]()
        elif key == Qt.Key.Key_Menu:
            self._open_menu(self.visualRect(self.currentIndex()).center())
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if key in _STEPS:  # at an end, too: the messages around it are gone through with the same keys
                event.accept()
            if self.currentIndex() != before:
                self._choose(self.currentIndex())


class _StepDelegate(QStyledItemDelegate):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._mouse = MouseNote(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(80, QFontMetrics(text_font(size_px=13)).height() + _PADDING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what a step does in words and colour, its first words, and what it cost if there is room."""
        colours = DocumentStyle.from_palette(QGuiApplication.palette()).colours
        painter.save()
        rect = paint_ground(painter, option, colours, by_mouse=self._mouse.is_by_mouse)
        inside = rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        cost = str(index.data(COST_ROLE) or "") if rect.width() >= _COST_FITS_PX else ""
        if cost:
            painter.setFont(text_font(size_px=11))
            painter.setPen(QColor(colours.faint_text))
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | middle, cost)
            inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(cost) - _PADDING_PX)
        if index.data(BOOKMARK_ROLE):
            width, top = inside.height() // 4, inside.top() + inside.height() // 5
            ribbon = QRect(inside.left(), top, width, inside.height() * 3 // 5)
            points = [ribbon.topLeft(), ribbon.topRight(), ribbon.bottomRight(), ribbon.center(), ribbon.bottomLeft()]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawPolygon(points)
            inside.setLeft(ribbon.right() + _PADDING_PX)
        kind = index.data(KIND_ROLE)
        name = kind_text(StepKind(kind)) if kind else ""  # what a call was says so itself
        if name:
            painter.setFont(text_font(size_px=12, weight=QFont.Weight.DemiBold))
            painter.setPen(QColor(_colour(kind, colours)))
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | middle, name)
            inside.setLeft(inside.left() + painter.fontMetrics().horizontalAdvance(name) + _PADDING_PX)
        painter.setFont(text_font(size_px=12))
        painter.setPen(QColor(colours.soft_text))
        paint_cut(painter, inside, str(index.data()))
        painter.restore()


def _colour(kind: object, colours: Colours) -> str:
    if kind in _TURNS:
        return colours.warm
    return colours.accent_text if kind in _RESULTS else colours.text
