"""Keeps a header above each code block that has been seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.documents.code_box import HEADER_PX, CodeBox
from ui.documents.code_header import CodeHeader
from ui.documents.document_layout import DocumentLayout
from ui.documents.scroll_group import ScrollGroup


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
        """Make the headers that are wanted, put all in their places, drop those whose code is gone."""
        if not self._headers and not self._wanted:
            return
        alive: set[ScrollGroup] = set()
        height = round(self._layout.style.px(HEADER_PX))
        for index, box in enumerate(self._layout.boxes):
            if not isinstance(box, CodeBox) or box.block.part != 0:
                continue
            group = box.group
            if group in self._wanted and group not in self._headers:
                self._headers[group] = self._make(box.block.language, group)
            header = self._headers.get(group)
            if header is None:
                continue
            alive.add(group)
            header.set_language(box.block.language)
            area = self._layout.area(index)
            header.setGeometry(round(area.x()), round(area.y()), round(area.width()), height)
        self._wanted.clear()
        for group in [group for group in self._headers if group not in alive]:
            self._headers.pop(group).deleteLater()

    def restyle(self) -> None:
        """Boxes have been made anew: their headers too."""
        for header in self._headers.values():
            header.hide()
            header.deleteLater()
        self._headers.clear()

    def _make(self, language: str, group: ScrollGroup) -> CodeHeader:
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
