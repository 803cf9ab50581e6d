"""Keeps a header above each code block that has been seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.documents.blocks import Block, CodePart
from ui.documents.code_box import HEADER_PX, CodeBox
from ui.documents.code_header import CodeHeader
from ui.documents.document_layout import DocumentLayout
from ui.documents.scroll_group import ScrollGroup

_FAR_PX = 3000
"""Beyond this from what is seen, code needs no header."""


class CodeHeaders:
    """Makes headers when their code is first painted, and moves them with it."""

    def __init__(self, view: QWidget, layout: DocumentLayout, changed: Callable[[], None]) -> None:
        self._view = view
        self._layout = layout
        self._changed = changed
        self._headers: dict[ScrollGroup, CodeHeader] = {}
        self._wanted: set[ScrollGroup] = set()
        self._timer = QTimer(view)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.place)

    def want(self, index: int) -> None:
        """A box is seen: if it begins a code block, it gets a header soon (not while painting)."""
        box = self._layout.boxes[index]
        if isinstance(box, CodeBox) and box.block.part == 0 and box.group not in self._headers:
            self._wanted.add(box.group)
            self._timer.start()

    def place(self) -> None:
        """Make the headers that are wanted, put all in their places, drop those whose code is gone or far away."""
        if not self._headers and not self._wanted:
            return
        layout = self._layout
        has_new = False
        for group in self._wanted:
            index = layout.beginning_of(group)
            if index is not None and group not in self._headers:
                self._headers[group] = self._make(layout.boxes[index].block, group)
                has_new = True
        self._wanted.clear()
        if has_new:
            # Tab goes through them as they stand one above the other, not as they were made.
            for group in sorted(self._headers, key=lambda group: group.first_box):
                self._headers[group].raise_()
        seen = self._view.visibleRegion().boundingRect()
        height = round(layout.style.px(HEADER_PX))
        for group, header in list(self._headers.items()):
            index = layout.beginning_of(group)
            if index is None:
                self._drop(group)
                continue
            box = layout.boxes[index]
            if isinstance(box, CodeBox):
                header.set_language(box.block.language)
            place = QRect(
                round(layout.left(index)), round(layout.top(index)), round(layout.area(index).width()), height
            )
            if header.geometry() != place:
                header.setGeometry(place)
            is_far = place.top() > seen.bottom() + _FAR_PX or place.bottom() < seen.top() - _FAR_PX
            if is_far and not seen.isEmpty() and not header.isAncestorOf(QApplication.focusWidget() or self._view):
                self._drop(group)

    def restyle(self) -> None:
        """Sizes are other ones: make the headers anew when their code is painted."""
        for header in self._headers.values():
            header.hide()
            header.deleteLater()
        self._headers.clear()

    def _drop(self, group: ScrollGroup) -> None:
        header = self._headers.pop(group)
        header.hide()
        header.deleteLater()

    def _make(self, block: Block, group: ScrollGroup) -> CodeHeader:
        language = block.language if isinstance(block, CodePart) else ""
        header = CodeHeader(language, self._view)
        header.set_wrapped(wrapped=group.is_wrapped)
        header.copy_asked.connect(lambda: self._copy(group, header))
        header.wrap_changed.connect(lambda wrapped: self._wrap(group, wrapped))
        header.show()
        return header

    def _copy(self, group: ScrollGroup, header: CodeHeader) -> None:
        QGuiApplication.clipboard().setText(self._code(group))
        header.say_copied()

    def _code(self, group: ScrollGroup) -> str:
        pieces: list[str] = []
        for box in self._layout.code_of(group):
            pieces.append(box.block.code)
            pieces.append("" if box.block.joins_next or box.block.is_last else "\n")
        return "".join(pieces)

    def _wrap(self, group: ScrollGroup, wrapped: bool) -> None:
        group.is_wrapped = wrapped
        group.offset = group.content_width = 0.0
        self._layout.forget_group(group)
        self._changed()
