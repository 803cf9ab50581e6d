"""Two thoughts side by side: a row for each pair of steps about the same, a gap where one has nothing like it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.reasoning import AlignedSteps, StepKind, TraceAlignment, TraceStep, with_ends
from app.text import visible
from ui.chat.thoughts.trace_outline import kind_text
from ui.documents.document_style import DocumentStyle
from ui.theme.colours import Colours
from ui.theme.fonts import text_font

Index = QModelIndex | QPersistentModelIndex
_PADDING_PX = 10
_GAP_PX = 24
"""Between the two sides: as between the answers below."""
_TEXT_PX = 13
_SHOWN_LETTERS = 6000
_LINE_BREAK = "\u2028"
"""What a layout breaks a line at."""
_ROWS_AT_ONCE = 400
_PAUSE_MS = 150
"""More rows are broken anew when the width has not changed for so long."""
_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class _Cell:
    """A step of one side in a row; without a text it is a gap."""

    kind: StepKind = StepKind.STATEMENT
    text: str = ""
    disagrees: bool = False
    is_parting: bool = False
    is_same: bool = False
    """Whether the other side says it in the same words."""


class AlignedThoughts(QTableView):
    """As tall as all its rows: what it stands in scrolls. Ctrl+C copies a step.

    Signals:
        row_reached(int, int): the keyboard is in a row that begins so far down and is so tall, in pixels.
    """

    row_reached = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._model = _AlignedModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(self.tr("Both thoughts, step by step"))
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setVisible(False)
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._fitting = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._fitting.timeout.connect(self._fit)

    def show_thoughts(self, texts: tuple[str, str], found: TraceAlignment) -> None:
        """Show two thoughts and how their steps stand to each other."""
        self._model.show_rows(_rows(texts, found))
        self._fit()

    def go_to(self, row: int) -> None:
        """Put the keyboard into a row, if it is in this view."""
        self.setCurrentIndex(self._model.index(row, 0))

    def top_of(self, row: int) -> int:
        """Return how far down a row begins, in pixels."""
        return self.rowViewportPosition(row)

    def _fit(self) -> None:
        self.resizeRowsToContents()
        self.setFixedHeight(max(1, self.verticalHeader().length()))

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where the width is another."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        if self._model.rowCount() <= _ROWS_AT_ONCE:
            self._fit()
        else:
            self._fitting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy a step."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(str(self.currentIndex().data()))
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            row = self.currentIndex().row()
            self.row_reached.emit(self.top_of(row), self.rowHeight(row))


class _AlignedModel(QAbstractTableModel):
    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._rows: list[tuple[_Cell, _Cell]] = []

    def show_rows(self, rows: list[tuple[_Cell, _Cell]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a step says; a screen reader hears what it does, and where the thoughts part."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("They part here") if cell.is_parting else self.tr("Disagrees") if cell.disagrees else ""
            words = cell.text or self.tr("Nothing like it")
            return " · ".join(part for part in (said, kind_text(cell.kind), words) if part)
        return cell if role == _ROLE else None


class _CellDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as its words need in the width of its column."""
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 200
        cell: _Cell = index.data(_ROLE)
        layout = _laid_out(cell, QColor("black"), _inside(QRect(0, 0, width, 0), index.column()).width())
        return QSize(width, round(layout.boundingRect().height()) + 2 * _PADDING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what a step does and says; on a tint where they disagree, faint where they are the same."""
        colours = DocumentStyle.from_palette(QGuiApplication.palette()).colours
        cell: _Cell = index.data(_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        inside = _inside(rect, index.column())
        ground = inside.adjusted(-_PADDING_PX, 2, _PADDING_PX, -2)
        painter.save()
        if cell.disagrees or cell.is_parting:
            painter.fillRect(ground, QColor(colours.warm_tint))
        if cell.is_parting:
            painter.fillRect(QRect(ground.left(), ground.top(), 3, ground.height()), QColor(colours.warm))
        if not cell.text:
            painter.setPen(QColor(colours.line))
            painter.drawLine(inside.left(), rect.center().y(), inside.right(), rect.center().y())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(ground.adjusted(0, 0, -1, -1))
        tone = QColor(colours.faint_text if cell.is_same else colours.text)
        _laid_out(cell, tone, inside.width(), colours).draw(painter, QPointF(inside.left(), rect.top() + _PADDING_PX))
        painter.restore()


def _inside(rect: QRect, column: int) -> QRect:
    """Return where the words of a cell stand, with room between both sides."""
    left, right = (_PADDING_PX, _GAP_PX // 2 + _PADDING_PX)
    return rect.adjusted(left, 0, -right, 0) if column == 0 else rect.adjusted(right, 0, -left, 0)


def _laid_out(cell: _Cell, tone: QColor, width_px: int, colours: Colours | None = None) -> QTextLayout:
    """Return the lines of a cell; what the step does stands before its words."""
    kind = kind_text(cell.kind) if cell.text else ""
    shown = (f"{kind}  {cell.text}" if kind else cell.text).replace("\n", _LINE_BREAK)
    layout = QTextLayout(shown, text_font(size_px=_TEXT_PX))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    words, whole = QTextLayout.FormatRange(), QTextLayout.FormatRange()
    whole.start, whole.length = 0, len(layout.text())
    whole.format.setForeground(tone)
    words.start, words.length = 0, len(kind)
    words.format.setFontWeight(QFont.Weight.DemiBold)
    words.format.setForeground(QColor(colours.warm) if colours is not None and cell.is_parting else tone)
    layout.setFormats([whole, words])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width_px))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _rows(texts: tuple[str, str], found: TraceAlignment) -> list[tuple[_Cell, _Cell]]:
    sides = [_step_texts(steps, text) for steps, text in zip((found.first, found.second), texts, strict=True)]
    parting = found.parting

    def cells(place: int, pair: AlignedSteps) -> tuple[_Cell, _Cell]:
        steps = [None if at is None else side[at] for side, at in zip(sides, (pair.first, pair.second), strict=True)]
        is_same = steps[0] == steps[1]
        first, second = (
            _Cell(is_parting=place == parting)
            if step is None
            else _Cell(*step, disagrees=pair.disagrees, is_parting=place == parting, is_same=is_same)
            for step in steps
        )
        return first, second

    return [cells(place, pair) for place, pair in enumerate(found.pairs)]


def _step_texts(steps: Sequence[TraceStep], text: str) -> list[tuple[StepKind, str]]:
    return [(step.kind, _shown(text[step.start : end])) for step, end in with_ends(steps, len(text))]


def _shown(text: str) -> str:
    words = visible(text.strip())
    return words if len(words) <= _SHOWN_LETTERS else words[:_SHOWN_LETTERS] + "…"
