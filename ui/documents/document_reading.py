"""Reads, lays out and colours a document in slices, so that the window answers whatever the text is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.documents.growing_document import GrowingDocument
from ui.documents.code_box import CodeBox
from ui.documents.code_headers import CodeHeaders
from ui.documents.code_highlighter import CodeHighlighter
from ui.documents.document_layout import DocumentLayout, until
from ui.documents.formula_typesetter import FormulaKey

AT_ONCE_S = 0.025
"""How long setting a text or a width may take before the rest is left for later."""
_SLICE_S = 0.006


class DocumentReading(QObject):
    """Keeps a layout in step with a text. What takes long goes on whenever the event loop is free.

    Signals:
        height_changed(): the layout has another height.
    """

    height_changed = Signal()

    def __init__(self, view: QWidget, layout: DocumentLayout) -> None:
        super().__init__(view)
        self._view = view
        self._layout = layout
        self._document = GrowingDocument()
        self._headers = CodeHeaders(view, layout, self.lay_out)
        self._highlighter = CodeHighlighter(layout.code_of)
        self._told_height = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_behind(self) -> bool:
        """Whether there is something left to read or to lay out."""
        return self._document.is_behind or (not self._layout.is_complete and self._view.width() > 1)

    def markdown(self) -> str:
        """Return the text as it was given."""
        return self._document.markdown()

    def set_text(self, text: str) -> bool:
        """Show a finished text; return whether it is another one, rather than the same that has grown."""
        known = self._document.markdown()
        is_other = not known or not text.startswith(known)
        if is_other:
            self._document = GrowingDocument()
            self._document.append(text)
            self._layout.replace(0, ())
        elif text == known and self._document.is_finished:
            return False
        else:
            self._document.append(text[len(known) :])
        self._document.finish()
        self._read(AT_ONCE_S)
        return is_other

    def append(self, text: str) -> None:
        """Let the text grow."""
        self._document.append(text)
        self._read(AT_ONCE_S)

    def finish(self) -> None:
        """No more text comes."""
        if not self._document.is_finished:
            self._document.finish()
            self._read(AT_ONCE_S)

    def read_all(self) -> None:
        """Read what is left at once: somebody asks for all of it."""
        while self._document.is_behind:
            change = self._document.advance()
            if change is not None:
                self._layout.replace(change.first, change.blocks)

    def lay_out(self, budget_s: float = AT_ONCE_S) -> None:
        """Lay out what is seen, then what comes next."""
        view, layout = self._view, self._layout
        if view.width() > 1:
            layout.set_width(float(view.width()))
            seen = view.visibleRegion().boundingRect()
            if not seen.isEmpty():
                layout.lay_out_between(seen.top(), seen.bottom())
            layout.lay_out_more(until(budget_s))
        self._headers.place()
        self.tell_height()
        view.update()
        self.go_on_soon()

    def restyle(self) -> None:
        """All boxes are new: lay them out."""
        self._headers.restyle()
        self.lay_out()

    def take_formula(self, key: FormulaKey) -> None:
        """A picture has come: the boxes that wait for it can be laid out."""
        if self._layout.forget(key):
            self._headers.place()
            self.tell_height()
            self._view.update()

    def see(self, index: int) -> None:
        """Code that is seen gets a header and its colours: not while it is painted, but soon."""
        box = self._layout.boxes[index]
        if isinstance(box, CodeBox):
            self._headers.want(index)
            if self._highlighter.want(box):
                self.go_on_soon()

    def go_on_soon(self) -> None:
        """Go on as soon as the event loop is free; with nothing but growing code to colour, a little later."""
        if self.is_behind:
            self._timer.start(0)
        elif self._highlighter.is_behind:
            self._timer.start(round(self._highlighter.wait_s() * 1000))

    def tell_height(self) -> None:
        """Tell if the height is another one than was told."""
        height = round(self._layout.height)
        if height != self._told_height:
            self._told_height = height
            self.height_changed.emit()

    # --- private ----------------------------------------------------------------------------------------------

    def _read(self, budget_s: float) -> None:
        is_over = until(budget_s)
        while self._document.is_behind:
            change = self._document.advance()
            if change is None:
                break
            self._layout.replace(change.first, change.blocks)
            if is_over():
                break
        self.lay_out(_SLICE_S if is_over() else budget_s)

    def _go_on(self) -> None:
        """Do a slice of what is left."""
        if self._document.is_behind:
            self._read(_SLICE_S)
        elif self.is_behind:
            self.lay_out(_SLICE_S)
        if self._highlighter.is_behind and self._highlighter.step(until(_SLICE_S)):
            self._view.update()
        self.go_on_soon()
