"""The palette: one field, and everything that the letters in it may mean: commands, or models below their button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ui.theme.fonts import scaled_px, text_font
from ui.theme.rounded import paint_rounded
from ui.theme.spacing import spaced_px
from ui.theme.theme import Theme
from ui.widgets.escape_key import EscapeKey
from ui.widgets.layouts import column
from ui.widgets.palette_model import PaletteEntry, PaletteKind, PaletteModel, PaletteRole
from ui.widgets.styled import label, line_field
from ui.widgets.tip_lines import tip_lines

_WIDTH_PX = 620
_MOST_LINES = 10
_MARGIN_PX = 24
_TOP_SHARE = 0.12
_BELOW_PX = 4
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: _MOST_LINES - 1,
    Qt.Key.Key_PageUp: 1 - _MOST_LINES,
}


@dataclass(frozen=True, slots=True)
class PaletteWords:
    """What a palette is called: itself, its field, what stands in that while it is empty, and its list."""

    name: str
    field: str
    hint: str
    found: str


class CommandPalette(QWidget):
    """Lies over its window until something is chosen, Esc is pressed, or the keyboard goes elsewhere.

    The field has the keyboard; arrows go through the list, and so does Tab where no buttons stand below it. It stands
    below an anchor, or in the middle.

    Signals:
        chosen(PaletteEntry): this is wanted; the palette is gone and the keyboard is back where it was.
        reached(str): the line gone to, or how many there are, in words for a screen reader.
    """

    chosen = Signal(object)
    reached = Signal(str)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        words: PaletteWords,
        *,
        delegate: QAbstractItemDelegate | None = None,
        anchor: QWidget | None = None,
        footer: QWidget | None = None,
    ) -> None:
        super().__init__(window)
        self._anchor = anchor
        self._footer = footer
        self._theme = theme
        self._window = window
        self._came_from: QWidget | None = None
        self._model = PaletteModel(self)
        self._panel = QFrame(self)
        self._panel.setObjectName("palette")
        self._panel.setAccessibleName(words.name)
        self._field = line_field(
            words.field,
            hint=words.hint,
            tip=self.tr("Type a few letters; ↑ and ↓ choose, Enter does it, Esc closes"),
            height_px=0,
            longest=200,
        )
        self._field.setObjectName("paletteField")
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(delegate or PaletteDelegate(self._model, theme, self))
        self._list.setUniformItemSizes(delegate is None)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(words.found)
        self._nothing = label(self.tr("Nothing is called that. Try fewer letters."), tone="soft")
        self._nothing.setContentsMargins(12, 8, 12, 8)
        parts = (self._field, self._list, self._nothing, *((footer,) if footer is not None else ()))
        column(*parts, of=self._panel, margins=(8, 8, 8, 8), spacing=6)
        for before, after in pairwise(
            (self._field, *(footer.findChildren(QAbstractButton) if footer is not None else ()))
        ):
            QWidget.setTabOrder(before, after)
            after.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the field
        self._field.textChanged.connect(self._find)
        self._field.installEventFilter(self)
        EscapeKey(self._panel, self.close_palette, when=self.isVisible)
        EscapeKey(self._field, self.close_palette, when=self.isVisible)
        self._list.clicked.connect(lambda index: self._choose(index.row()))
        theme.changed.connect(self.update)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need an application"
        application.focusChanged.connect(self._note_focus)
        window.installEventFilter(self)
        self.setVisible(False)

    @property
    def model(self) -> PaletteModel:
        """What is shown."""
        return self._model

    def open(self, entries: Sequence[PaletteEntry]) -> None:
        """Offer these entries, the most recent first."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self._model.set_entries(entries)
        self._field.clear()
        self.setGeometry(self._window.rect())
        self.setVisible(True)
        self.raise_()
        self._show_found()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def current(self) -> PaletteEntry | None:
        """Return the entry that is marked."""
        return self._model.entry(self._list.currentIndex().row())

    def update_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Offer others while it is open; what was typed and where the person is stay."""
        before = self._model.entry(self._list.currentIndex().row())
        place = self._list.verticalScrollBar().value()
        self._model.set_entries(entries, self._field.text())
        row = next((at for at in range(self._model.rowCount()) if before is not None and self._is_at(at, before)), None)
        self._show_found(row)
        self._list.verticalScrollBar().setValue(place)

    def close_palette(self) -> None:
        """Go away and give the keyboard back."""
        if not self.isVisible():
            return
        came_from, self._came_from = self._came_from, None
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self._panel.isAncestorOf(focused)
        self.setVisible(False)
        self._model.set_entries(())
        if had_keyboard and came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    # --- private ----------------------------------------------------------------------------------------------

    def _find(self, text: str) -> None:
        if self.isVisible():
            self._model.set_query(text)
            self._show_found()

    def _is_at(self, row: int, wanted: PaletteEntry) -> bool:
        entry = self._model.entry(row)
        return entry is not None and entry.key == wanted.key

    def _show_found(self, row: int | None = None) -> None:
        count = self._model.rowCount()
        self._list.setVisible(count > 0)
        self._nothing.setVisible(count == 0)
        self._arrange()
        first = self._next_enabled(-1, 1) if row is None else row
        if first is not None:
            self._go_to(first)
        elif not count:
            self.reached.emit(self._nothing.text())

    def _next_enabled(self, row: int, step: int) -> int | None:
        """Return the nearest row from here in this direction that can be chosen, around the ends."""
        count = self._model.rowCount()
        for distance in range(1, count + 1):
            at = (row + distance * step) % count
            entry = self._model.entry(at)
            if entry is not None and entry.is_enabled:
                return at
        return None

    def _go_to(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row))
        self._list.scrollTo(self._list.currentIndex())
        entry = self._model.entry(row)
        if entry is not None:
            self.reached.emit(self._model.spoken(entry))

    def _step(self, key: Qt.Key) -> None:
        count = self._model.rowCount()
        if not count:
            return
        row, step = self._list.currentIndex().row(), _STEPS[key]
        if abs(step) > 1:  # a page: not around the ends
            row, step = max(0, min(count - 1, row + step)) - step // abs(step), step // abs(step)
        found = self._next_enabled(row, step)
        if found is not None:
            self._go_to(found)

    def _choose(self, row: int) -> None:
        entry = self._model.entry(row)
        if entry is not None and entry.is_enabled:
            self.close_palette()
            self.chosen.emit(entry)

    def _arrange(self) -> None:
        width = min(scaled_px(_WIDTH_PX), self.width() - 2 * _MARGIN_PX)
        left, top = (self.width() - width) // 2, round(self.height() * _TOP_SHARE)
        if self._anchor is not None:
            below = self._anchor.mapTo(self._window, self._anchor.rect().bottomLeft())
            left, top = max(_MARGIN_PX, min(below.x(), self.width() - width - _MARGIN_PX)), below.y() + _BELOW_PX
        self._panel.setFixedWidth(width)
        line_px = max(1, self._list.sizeHintForRow(self._model.rowCount() - 1))
        room = self.height() - top - _MARGIN_PX - self._field.sizeHint().height() - 30
        if self._footer is not None:
            self._footer.setFixedWidth(width - 18)
            room -= self._footer.height() + 6
        rows = [self._list.sizeHintForRow(row) for row in range(min(_MOST_LINES, self._model.rowCount()))]
        wanted = sum(rows)
        if wanted > room:
            wanted = room // line_px * line_px
        self._list.setFixedHeight(max(line_px, wanted) + 2)
        self._panel.adjustSize()
        self._panel.move(left, top)

    def _note_focus(self, _old: object, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and not self._panel.isAncestorOf(new):
            self._came_from = None
            self.close_palette()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go through the list; stay as large as the window."""
        if watched is self._window:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self._window.rect())
                self._arrange()
            return False
        if isinstance(event, QKeyEvent) and self.isVisible():
            key = Qt.Key(event.key())
            if key == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                key = Qt.Key.Key_Backtab
            if event.type() == QEvent.Type.KeyPress:
                is_tab = key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
                if key in _STEPS and not (is_tab and self._footer is not None):
                    self._step(key)
                    return True
                if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self._choose(self._list.currentIndex().row())
                    return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes it."""
        event.accept()
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window a little."""
        painter = QPainter(self)
        shade = QColor("#000000")
        shade.setAlpha(120 if self._theme.colours.is_dark else 60)
        painter.fillRect(self.rect(), shade)
        painter.end()


# Paints one line of the palette: the text with its marked letters, what it is, and its shortcut.

_ROW_PX = 36
_TEXT_PX = 20
_SIDE_PX = 12
_GAP_PX = 16
_KEY_PADDING_PX = 6
_MOST_LETTERS = 300


class PaletteDelegate(QStyledItemDelegate):
    """Lines of one height; the chosen one lies on the accent's tint."""

    def __init__(self, model: PaletteModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._cut: set[str] = set()
        """The texts that were last painted without their end."""

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say the whole of what is cut."""
        whole = str(index.data())
        QToolTip.showText(event.globalPos(), tip_lines(whole) if whole in self._cut else "", view.viewport())
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every line is as high as the person's size of text asks for."""
        return QSize(100, scaled_px(_TEXT_PX + spaced_px(_ROW_PX - _TEXT_PX)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        entry = index.data(PaletteRole.ENTRY)
        if not isinstance(entry, PaletteEntry):
            return
        colours = self._theme.colours
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            paint_rounded(painter, QRectF(rect), 8, ground=colours.accent_tint)
        inner = rect.adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
        right = self._paint_keys(painter, inner, entry.keys)
        kind = entry.detail or (self._model.kind_text(entry.kind) if entry.kind is not PaletteKind.ACTION else "")
        if kind:
            painter.setFont(text_font(size_px=12))
            painter.setPen(QColor(colours.soft_text))
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(kind, Qt.TextElideMode.ElideRight, inner.width() // 3)
            width = metrics.horizontalAdvance(shown)
            place = QRect(right - width, inner.top(), width, inner.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
            right -= width + _GAP_PX
        self._paint_text(painter, QRect(inner.left(), inner.top(), right - inner.left(), inner.height()), index)
        painter.restore()

    def _paint_keys(self, painter: QPainter, inner: QRect, keys: str) -> int:
        """Paint the shortcut at the right end and return where the rest may end."""
        if not keys:
            return inner.right()
        colours = self._theme.colours
        painter.setFont(text_font(size_px=12))
        metrics = QFontMetrics(painter.font())
        width = metrics.horizontalAdvance(keys) + 2 * _KEY_PADDING_PX
        height = metrics.height() + 4
        box = QRectF(inner.right() - width, inner.center().y() - height / 2 + 0.5, width, height)
        paint_rounded(painter, box, 5, ground=colours.raised, edge=colours.line)
        painter.setPen(QColor(colours.soft_text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
        return round(box.left()) - _GAP_PX

    def _paint_text(self, painter: QPainter, place: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        colours = self._theme.colours
        font = text_font()
        metrics = QFontMetrics(font)
        whole = " ".join(str(index.data())[:_MOST_LETTERS].split())
        text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, max(0, place.width()))
        (self._cut.discard if text == whole else self._cut.add)(str(index.data()))
        layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        marked = QTextCharFormat()
        marked.setForeground(QColor(colours.accent_text))
        marked.setFontWeight(font.Weight.DemiBold)
        layout.setFormats([_range(text, at, marked) for at in index.data(PaletteRole.MARKED) if at < len(text)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, place.width() + _GAP_PX))
        layout.endLayout()
        painter.setPen(QColor(colours.text))
        layout.draw(painter, QPointF(place.left(), place.center().y() - line.height() / 2 + 1))


def _range(text: str, at: int, marked: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = (len(part.encode("utf-16-le", "surrogatepass")) // 2 for part in (text[:at], text[at]))
    found.format = marked
    return found
