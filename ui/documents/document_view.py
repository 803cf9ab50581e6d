"""A document on the screen: Markdown that may still grow, painted only where it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.documents.document_change import DocumentSource
from app.documents.growing_document import GrowingDocument
from app.documents.rich_text import Span, SpanStyle
from ui.documents.accessible_document import AccessibleDocument
from ui.documents.document_hits import DocumentHits
from ui.documents.document_layout import DocumentLayout
from ui.documents.document_links import DocumentLinks, DocumentMenu, show_address
from ui.documents.document_pointer import DocumentPointer
from ui.documents.document_reading import DocumentReading
from ui.documents.document_selection import DocumentSelection, plain_text_of
from ui.documents.document_style import DocumentStyle
from ui.documents.formula_typesetter import FormulaKey, FormulaTypesetter
from ui.documents.level_painter import LevelPainter
from ui.documents.qt_text import Mark
from ui.documents.side_scrolling import SideScrolling
from ui.theme.fonts import TEXT_SIZE_PX

_CHANGED_LOOKS = frozenset(
    {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange}
)


class DocumentView(QWidget):
    """Shows Markdown, read-only; its height follows its width (`heightForWidth`). Costs the same at any length.

    Without a typesetter formulas are shown as source. Reading and laying out long texts is cut into slices of a few
    milliseconds; the height is a good guess until they are done.

    Signals:
        link_activated(str): a link was chosen; the address is http, https or mailto. Nothing has been opened.
        height_changed(): the height for the present width is another one.
        seen_moved(int): something above what is seen has got another height, and the line at the upper edge stands so
            many pixels further down; who scrolls the document follows it, so that the reader sees nothing move.
        hits_changed(): what `find` looked for has been found in other places, too.
    """

    link_activated = Signal(str)
    height_changed = Signal()
    seen_moved = Signal(int)
    hits_changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        typesetter: FormulaTypesetter | None = None,
        size_px: int = TEXT_SIZE_PX,
    ) -> None:
        super().__init__(parent)
        self._size_px = size_px
        self._layout = DocumentLayout(self._new_style(), typesetter)
        self._selection = self._new_selection(self._layout)
        self._levels = LevelPainter(self._layout)
        self._hits = DocumentHits(self._layout)
        self._reading = DocumentReading(self, self._layout, typesetter, new_document=self._new_document)
        self._reading.height_changed.connect(self._height_changed)
        self._reading.seen_moved.connect(self.seen_moved)
        self._reading.blocks_changed.connect(self._search_on)
        self._reading.ended.connect(self._copy_at_last)
        self._copies_when_read = False
        self._pointer = DocumentPointer(self._layout, self._selection)
        self._links = DocumentLinks(self._layout)
        self._sideways = SideScrolling(self._layout)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        # Were it fixed, Qt would bound its height by one that it has kept from another width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say_name()
        self.setProperty("spokenRole", "document")
        if typesetter is not None:
            typesetter.arrived.connect(self._formula_arrived)

    # --- what other kinds of documents do otherwise ---------------------------------------------------------------

    def _new_document(self) -> DocumentSource:
        """Return what reads a new text."""
        return GrowingDocument()

    def _new_selection(self, layout: DocumentLayout) -> DocumentSelection:
        """Return what is copied of the boxes of a layout."""
        return DocumentSelection(layout)

    def _new_style(self) -> DocumentStyle:
        """Return how it looks in the present theme and size of text."""
        return DocumentStyle.from_palette(self.palette(), size_px=self._size_px)

    def _spoken_name(self) -> str:
        """Return what a screen reader calls it."""
        return self.tr("Answer")

    # --- text -------------------------------------------------------------------------------------------------

    def set_markdown(self, text: str, *, is_growing: bool = False) -> None:
        """Show a text, or one that more is to come of; where it only grew, just what is new is read."""
        if self._reading.set_text(text, is_growing=is_growing):
            self._copies_when_read = False
            self._selection.set(self._pointer.beginning, self._pointer.beginning)
            self._hits.clear()

    def begin_anew(self) -> None:
        """What is shown next is another text, though it may begin like this one."""
        self._reading.begin_anew()

    def markdown(self) -> str:
        """Return the text as it was given."""
        return self._reading.document.markdown()

    def plain_text(self) -> str:
        """Return the text without marks; formulas as LaTeX."""
        self._reading.read_until(lambda: False)
        return plain_text_of(self._layout.boxes)

    def spoken(self) -> AccessibleDocument:
        """Return the document as a screen reader goes through it; asked for once, while one listens."""
        document = AccessibleDocument(self, self._layout, self.link_activated.emit)
        self._reading.blocks_changed.connect(document.forget)
        return document

    @property
    def is_behind(self) -> bool:
        """Whether slices of reading or laying out are left to do."""
        return self._reading.is_behind

    @property
    def is_caught_up(self) -> bool:
        """Whether all text so far has been read, though perhaps not laid out."""
        return not self._reading.document.is_behind

    # --- selection --------------------------------------------------------------------------------------------

    def has_selection(self) -> bool:
        """Whether something is selected."""
        return not self._selection.is_empty

    def selected_text(self, *, as_markdown: bool) -> str:
        """Return what is selected."""
        if self._selection.is_empty:
            return ""
        return self._selection.markdown(self.markdown()) if as_markdown else self._selection.plain_text()

    def select_all(self) -> None:
        """Select the whole document."""
        self._selection.select_all()
        self.update()

    def copy(self, *, as_markdown: bool = False) -> None:
        """Put what is selected on the clipboard, or the whole document if nothing is: as soon as it has been read."""
        is_all = self._selection.is_empty or self._selection.is_everything
        if is_all and not as_markdown:
            self.copy_all()
            return
        text = self.markdown() if is_all else self.selected_text(as_markdown=as_markdown)
        QGuiApplication.clipboard().setText(text)

    def copy_all(self) -> None:
        """Put the whole document on the clipboard, without marks, as soon as it has been read."""
        self._copies_when_read = not self._reading.is_read and self._reading.document.is_finished
        if not self._copies_when_read:
            QGuiApplication.clipboard().setText(self.plain_text())

    # --- finding ----------------------------------------------------------------------------------------------

    def find(self, text: str, *, case_sensitive: bool = False) -> int:  # type: ignore[override]  # not QWidget's search by id
        """Highlight all places of a text and return their number; an empty text ends it.

        In a long text that is still being read, more are found as it is: `hits_changed` tells.
        """
        self._hits.find(text, case_sensitive=case_sensitive)
        self.update()
        return self._hits.count

    @property
    def hit_count(self) -> int:
        """How many places have been found so far."""
        return self._hits.count

    def hit_rect(self, index: int) -> QRect:
        """Return where a hit stands, in this widget's coordinates; the text is read as far as it."""
        self._reading.read_until(lambda: self._hits.count > index)
        if self._hits.lay_out(index):
            self._reading.tell_height()
        return self._hits.rectangle(index).toAlignedRect()

    def show_hit(self, index: int | None) -> None:
        """Mark one hit more strongly than the others, or none."""
        self._hits.current = index
        group = self._hits.group(index) if index is not None else None
        if group is not None:
            self._reading.unfold(group)
        self.update()

    # --- looks ------------------------------------------------------------------------------------------------

    def restyle(self) -> None:
        """Take on the theme's colours and the person's size of text; nothing is read again."""
        style = self._new_style()
        if style == self._layout.style:
            return
        self._reading.restyle(style)

    def _formula_arrived(self, key: FormulaKey) -> None:
        self._reading.take_formula(key)

    def _say_name(self) -> None:
        link = self._links.text
        self.setAccessibleName(self.tr("Link: {text}").format(text=link) if link else self._spoken_name())

    def _seen(self) -> QRectF:
        return QRectF(self.visibleRegion().boundingRect())

    def _search_on(self, first: int) -> None:
        if self._hits.go_on(first):
            self.hits_changed.emit()

    def _copy_at_last(self) -> None:
        if self._copies_when_read:
            self.copy_all()

    def _height_changed(self) -> None:
        self.updateGeometry()
        self.height_changed.emit()

    # --- private: painting --------------------------------------------------------------------------------------

    def _marks(self, index: int) -> list[Mark]:
        colours = self._layout.style.colours
        marks = self._hits.marks(index, colours)
        part = self._selection.part_of(index)
        if part is not None:
            marks.append(Mark(*part, colours.accent, colours.on_accent))
        return marks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes that are seen."""
        layout = self._layout
        if not layout.boxes:
            return
        area = QRectF(event.rect())
        self._reading.lay_out_seen(area)
        painter = QPainter(self)
        for index in layout.indices_between(area.top(), area.bottom()):
            if layout.boxes[index].width >= 0:
                self._levels.paint(painter, index)
                layout.boxes[index].paint(painter, layout.origin(index), area, self._marks(index))
                self._reading.see(index)
        self._pointer.paint(painter, self)
        self._links.paint(painter)

    # --- private: links -----------------------------------------------------------------------------------------

    def _span_at(self, point: QPointF) -> Span | None:
        index = self._layout.box_under(point)
        if index is None:
            return None
        return self._layout.boxes[index].span_at(point - self._layout.origin(index))

    def _address_at(self, point: QPointF) -> str:
        span = self._span_at(point)
        return span.target if span is not None and span.style & SpanStyle.LINK else ""

    # --- Qt ---------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """It has."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in a width; a guess where nothing is laid out yet."""
        if width > 1:
            self._reading.lay_out_in(float(width))
        return max(1, self._reading.take_height())

    def sizeHint(self) -> QSize:
        """Return the present size."""
        return QSize(max(320, self.width()), max(1, round(self._layout.height)))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(120, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() or not self._layout.is_complete:
            self._reading.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Take on other colours, or another size of text."""
        super().changeEvent(event)
        if event.type() in _CHANGED_LOOKS:
            self.restyle()

    def event(self, event: QEvent) -> bool:
        """Show the address under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_address(self, self._span_at(QPointF(event.pos())), event.globalPos())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._links.leave()
            if self._sideways.press(event.position()):
                self.update()
                return
            self._pointer.press(event.position(), extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._pointer.double_click(event.position())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select as far as the pointer; show what is a link."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            if not self._sideways.drag(event.position()):
                self._pointer.drag(event.position())
            self.update()
            return
        self._reading.point_at(self._layout.box_under(event.position()))
        shape = Qt.CursorShape.PointingHandCursor if self._address_at(event.position()) else Qt.CursorShape.IBeamCursor
        if self._sideways.is_on_bar(event.position()):
            shape = Qt.CursorShape.ArrowCursor
        if self.cursor().shape() is not shape:
            self.setCursor(QCursor(shape))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self._reading.point_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a link, if nothing was selected."""
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and not self._sideways.release() and self._pointer.release(event.position()):
            address = self._address_at(event.position())
            if address:
                self.link_activated.emit(address)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll wide code and tables sideways; everything else is for whoever scrolls the document."""
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
        sideways = delta.x() or (delta.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if sideways and self._sideways.scroll(event.position(), -float(sideways)):
            self.update()
            event.accept()
            return
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select and copy; open the chosen link; scroll what is wide."""
        if self._links.address and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.link_activated.emit(self._links.address)
            return
        if self._sideways.press_key(event, self._seen()):
            self.update()
            return
        if self._pointer.press_key(event, copy=self.copy, select_all=self.select_all):
            self.update()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, is_forward: bool) -> bool:
        """Go through the links that are seen before the keyboard goes elsewhere; a button in the document just goes."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self:
            return super().focusNextPrevChild(is_forward)
        is_at_link = self._links.move(1 if is_forward else -1, self._seen())
        self._say_name()
        self.update()
        return is_at_link or super().focusNextPrevChild(is_forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self._links.leave()
        self._say_name()
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy; by keyboard also the first table that is seen."""
        point, seen = QPointF(event.pos()), self._seen()
        index = self._layout.box_under(point)
        places = [] if index is None else [index]
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            places = list(self._layout.indices_between(seen.top(), seen.bottom()))
        table = next((found for found in map(self._layout.table_at, places) if found), [])
        DocumentMenu(self, self._address_at(point), table).show_at(event.globalPos())
