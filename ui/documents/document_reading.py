"""Reads, lays out and colours a document in slices, so that the window answers whatever the text is."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QWidget

from app.documents.document_change import DocumentSource
from ui.documents.code_box import CodeBox
from ui.documents.code_headers import CodeHeaders
from ui.documents.code_highlighter import CodeHighlighter
from ui.documents.document_layout import DocumentLayout
from ui.documents.document_style import DocumentStyle
from ui.documents.formula_typesetter import FormulaKey, FormulaTypesetter
from ui.documents.reading_budget import ReadingBudget
from ui.documents.scroll_anchor import ScrollAnchor
from ui.documents.scroll_group import ScrollGroup
from ui.widgets.timers import after

_SLICE_S = 0.007
_AIR_MS = 2
"""Between two slices, so that other events have their turn."""
_MANY_BOXES = 4000
"""Python looks through all objects now and then, and stops for it; so many boxes more are taken out of that search."""


class DocumentReading(QObject):
    """Keeps a layout in step with a text. What takes long goes on whenever the event loop is free.

    Signals:
        height_changed(): the layout has another height.
        seen_moved(int): the line at the upper edge of what is seen stands so many pixels further down.
        blocks_changed(int): from this block on there are other ones.
        ended(): all of a finished text has been read.
    """

    height_changed = Signal()
    seen_moved = Signal(int)
    blocks_changed = Signal(int)
    ended = Signal()

    def __init__(
        self,
        view: QWidget,
        layout: DocumentLayout,
        typesetter: FormulaTypesetter | None,
        *,
        new_document: Callable[[], DocumentSource],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._layout = layout
        self._new_document = new_document
        self.document = new_document()
        self._begins_anew = False
        svg_painter = typesetter.svg_painter if typesetter is not None else None
        self._headers = CodeHeaders(view, layout, self.lay_out, painter=svg_painter, drawn=self._take_picture)
        self._highlighter = CodeHighlighter(layout.code_of, has_lexer=typesetter.has_lexer if typesetter else None)
        self._budget = ReadingBudget()
        self._anchor = ScrollAnchor(view, layout)
        self._arrived: set[FormulaKey] = set()
        self._settled_boxes = 0
        self._told_height = 0
        self._is_telling = False
        self._timer = after(self, _AIR_MS, self._go_on)

    @property
    def is_behind(self) -> bool:
        """Whether there is something left to read or to lay out."""
        is_laid_out = self._layout.is_complete or self._view.width() <= 1
        return self.document.is_behind or not is_laid_out or bool(self._arrived)

    @property
    def is_read(self) -> bool:
        """Whether the text has ended and all of it has been read."""
        return self.document.is_finished and not self.document.is_behind

    def _take_picture(self, _svg: object) -> None:
        """A picture that somebody waits for is there, or cannot be drawn."""
        self._headers.place()
        self._view.update()

    def begin_anew(self) -> None:
        """What comes next is another text, however it begins."""
        self._begins_anew = True

    def set_text(self, text: str, *, is_growing: bool) -> bool:
        """Show a text, finished or growing; return whether it is another one, rather than the same that has grown."""
        known, is_finished = self.document.markdown(), self.document.is_finished
        if text == known and is_finished is not is_growing and not self._begins_anew:
            return False
        is_other = self._begins_anew or not text.startswith(known)
        if is_other:
            self._begins_anew = False
            self.document = self._new_document()
            self.document.append(text)
            self._layout.replace(0, ())
            self._anchor.forget()
            self._settled_boxes = 0
            self.blocks_changed.emit(0)
        else:
            self.document.append(text[len(known) :])
        if not is_growing:
            self.document.finish()
        self._read()
        return is_other

    def read_until(self, is_enough: Callable[[], bool]) -> None:
        """Read at once what is left, or enough of it: somebody asks for it."""
        while self.document.is_behind and not is_enough():
            change = self.document.advance()
            if change is not None:
                self._layout.replace(change.first, change.blocks)
                self.blocks_changed.emit(change.first)

    def lay_out(self) -> None:
        """Lay out what is seen, then what comes next; soon, if this is an answer to what is being told just now."""
        if self._is_telling:
            self.go_on_soon()
            return
        view, layout = self._view, self._layout
        if view.width() > 1:
            with self._anchor:
                layout.set_width(float(view.width()))
                seen = view.visibleRegion().boundingRect()
                if not seen.isEmpty():
                    layout.lay_out_between(seen.top(), seen.bottom())
                self.lay_out_more()
        self._headers.place()
        self.tell_height()
        self._paint_what_changed()
        self.go_on_soon()

    def lay_out_more(self) -> None:
        """Lay out what comes next, as far as there is time in this turn."""
        with self._anchor:
            self._layout.lay_out_more(self._budget.over())

    def lay_out_in(self, width: float) -> None:
        """Take another width, and lay out as far as there is time in this turn, the rest soon."""
        if width != self._layout.width:
            with self._anchor:
                self._layout.set_width(width)
                self.lay_out_more()
            self.go_on_soon()

    def lay_out_seen(self, area: QRectF) -> None:
        """Lay out what is about to be painted; what comes next soon."""
        with self._anchor:
            self._layout.set_width(float(self._view.width()))
            self._layout.lay_out_between(area.top(), area.bottom())
        self.go_on_soon()

    def restyle(self, style: DocumentStyle) -> None:
        """Look otherwise: what is seen at once, the rest when there is time."""
        with self._anchor:
            self._layout.set_style(style)
            self._headers.restyle()
            self.lay_out()
        self.tell_height()

    def take_formula(self, key: FormulaKey) -> None:
        """A picture has come: the boxes that wait for it can be laid out, soon."""
        if self._layout.waits_for(key):
            self._arrived.add(key)
            self.go_on_soon()

    def see(self, index: int) -> None:
        """Code that is seen gets a header and its colours: not while it is painted, but soon."""
        box = self._layout.boxes[index]
        if isinstance(box, CodeBox):
            self._headers.want(index)
            if self._highlighter.want(box):
                self.go_on_soon()

    def point_at(self, index: int | None) -> None:
        """The pointer is on this box, or on none."""
        box = self._layout.boxes[index] if index is not None else None
        self._headers.point_at(box.group if isinstance(box, CodeBox) else None)

    def unfold(self, group: ScrollGroup) -> None:
        """Show all of a block: what is looked for stands in it."""
        self._headers.fold(group, is_folded=False)

    def go_on_soon(self) -> None:
        """Go on as soon as the event loop is free; with nothing but growing code to colour, a little later."""
        if self.is_behind:
            if not self._timer.isActive() or self._timer.interval() > _AIR_MS:
                self._timer.start(_AIR_MS)
        elif self._highlighter.is_behind:
            self._timer.start(round(self._highlighter.wait_s() * 1000))

    def take_height(self) -> int:
        """Return the height: who asks has been told."""
        self._told_height = round(self._layout.height)
        return self._told_height

    def tell_height(self) -> None:
        """Tell if the height is another one than was told. Who is told may resize the view; that tells nothing anew."""
        if self._is_telling:
            return
        self._is_telling = True
        try:
            if round(self._layout.height) != self._told_height:
                self.take_height()
                self.height_changed.emit()
            moved = self._anchor.take()
            if moved:
                self.seen_moved.emit(moved)
        finally:
            self._is_telling = False

    # --- private ----------------------------------------------------------------------------------------------

    def _read(self) -> None:
        is_over = self._budget.over()
        first: int | None = None
        while self.document.is_behind:
            change = self.document.advance()
            if change is None:
                break
            first = len(self._layout.boxes) if first is None else first
            first = min(first, change.first)
            self._layout.replace(change.first, change.blocks)
            if is_over():
                break
        if first is not None:
            self.blocks_changed.emit(first)
        if len(self._layout.boxes) - self._settled_boxes > _MANY_BOXES:
            self._settled_boxes = len(self._layout.boxes)
            gc.collect(1)
            gc.freeze()
        self.lay_out()
        if self.is_read:
            self.ended.emit()

    def _go_on(self) -> None:
        """Do a slice of what is left; documents take turns, so that other events have theirs in between."""
        if not self._budget.take_turn(_SLICE_S):
            self._timer.start(_AIR_MS)
            return
        self._place_formulas()
        if self.document.is_behind:
            self._read()
        elif self.is_behind:
            self.lay_out()
        if self._highlighter.is_behind and self._highlighter.step(self._budget.over()):
            self._view.update()
        self._budget.end_turn(_AIR_MS / 2000)
        self.go_on_soon()

    def _paint_what_changed(self) -> None:
        """Paint again from the first block on that has changed: while a text streams in, that is near its end."""
        top = self._layout.take_touched()
        if top is not None:
            above = max(0, int(top) - 1)
            self._view.update(0, above, self._view.width(), max(1, self._view.height() - above))

    def _place_formulas(self) -> None:
        """Lay out what has waited for pictures, as far as there is time."""
        is_over = self._budget.over()
        has_changed = False
        with self._anchor:
            while self._arrived:
                has_changed |= self._layout.forget(self._arrived.pop())
                if is_over():
                    break
        if has_changed:
            self._headers.place()
            self.tell_height()
        self._paint_what_changed()
