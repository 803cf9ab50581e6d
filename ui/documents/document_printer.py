"""Puts documents on paper as they are on the screen: formulas, code in its colours, tables; in the light theme.

Everything is read, laid out and painted in slices, so that the window answers while thousands of messages are printed;
what is on paper is forgotten.
"""

from __future__ import annotations

import enum
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from app.documents.blocks import Paragraph
from app.documents.document_change import DocumentSource
from app.documents.growing_document import GrowingDocument
from app.documents.rich_text import RichText
from app.documents.verbatim_document import VerbatimDocument
from ui.documents.code_box import CodeBox, code_in
from ui.documents.code_headers import display_name
from ui.documents.code_highlighter import CodeHighlighter
from ui.documents.document_layout import DocumentLayout
from ui.documents.document_style import DocumentStyle
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.level_painter import LevelPainter
from ui.documents.paragraph_box import ParagraphBox
from ui.documents.scroll_group import ScrollGroup
from ui.documents.svg_picture import SvgPicture
from ui.theme.colours import LIGHT
from ui.theme.fonts import TEXT_SIZE_PX, text_font
from ui.widgets.timers import after

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_TEXT_PT = 10.5
_FINENESS = 4
"""Laid out so many times as large and made smaller by the painter: Qt rounds the widths of letters to whole pixels."""
_SLICE_S = 0.008
_AIR_MS = 2
_BAR_PX, _INDENT_PX = 3.0, 16.0
_TALLEST_PICTURE_SHARE = 0.4
_FOOT_PX = 34.0
_FEWEST_LINES = 2
_HAIR_PX = 6.0
"""Lines that only touch what is painted belong to the other page."""


class PrintedKind(enum.Enum):
    """What a part of the paper is."""

    TITLE = "title"
    NOTE = "note"
    """A date, the name of a model: smaller, and never alone at the end of a page."""
    QUESTION = "question"
    """Text as it was written, its code and formulas typeset."""
    ANSWER = "answer"
    """Markdown."""
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """Something to be printed: text, or an image."""

    kind: PrintedKind
    text: str = ""
    image: QImage = field(default_factory=QImage)


_GAPS_PX = {
    PrintedKind.TITLE: 0.0,
    PrintedKind.NOTE: 10.0,
    PrintedKind.QUESTION: 26.0,
    PrintedKind.ANSWER: 14.0,
    PrintedKind.PICTURE: 10.0,
}


class DocumentPrinter(QObject):
    """Prints parts, one below the other.

    Signals:
        progressed(float): so much of it, from 0 to 1, is on paper.
        ended(bool): all of it is, or the printer could not be used.
    """

    progressed = Signal(float)
    ended = Signal(bool)

    def __init__(
        self,
        parts: Sequence[PrintedPart],
        printer: QPrinter,
        typesetter: FormulaTypesetter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = deque(parts)
        self._count = max(1, len(parts))
        self._printer = printer
        self._typesetter = typesetter
        self._painter = QPainter()
        self._part: _Part | None = None
        self._width = self._height = self._y = 0.0
        self._page = 1
        self._timer = after(self, _AIR_MS, self._go_on)

    def start(self) -> None:
        """Begin; `ended` follows later."""
        self._timer.start()

    def cancel(self) -> None:
        """Print no more; nothing is told."""
        self._timer.stop()
        self._parts.clear()
        self._part = None
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()

    # --- private ----------------------------------------------------------------------------------------------

    def _begin(self) -> bool:
        if not self._painter.begin(self._printer):
            return False
        pixels_per_inch = self._printer.resolution()
        scale = pixels_per_inch / 72 * _TEXT_PT / (TEXT_SIZE_PX * _FINENESS)
        self._painter.scale(scale, scale)
        area = self._printer.pageLayout().paintRectPixels(pixels_per_inch)
        self._width = area.width() / scale
        self._height = area.height() / scale - _px(_FOOT_PX)
        return True

    def _go_on(self) -> None:
        if not self._painter.isActive() and not self._begin():
            self.ended.emit(False)
            return
        end = time.perf_counter() + _SLICE_S
        while time.perf_counter() < end:
            if self._part is None:
                if not self._parts:
                    self._paint_number()
                    self.ended.emit(self._painter.end())
                    return
                self._part = _Part(self._parts.popleft(), self._width, self._typesetter)
                self.progressed.emit(1 - len(self._parts) / self._count)
            if not self._part.prepare(end):
                break
            if not self._print_more(self._part, end):
                self._part = None
        self._timer.start()

    def _print_more(self, part: _Part, end: float) -> bool:
        """Paint what is ready; return whether something of the part is left."""
        while not part.is_over:
            gap = part.gap() if self._y > 0 else 0.0
            room = self._height - self._y - gap
            height = part.fitting(room)
            if height <= 0 and self._y > 0:
                self._turn_page()
                continue
            height = height if height > 0 else min(part.rest(), room)
            self._y += gap
            self._painter.save()
            part.paint(self._painter, self._y, height)
            self._painter.restore()
            self._y += height
            if time.perf_counter() >= end:
                return True
        return False

    def _turn_page(self) -> None:
        self._paint_number()
        self._printer.newPage()
        self._page += 1
        self._y = 0.0

    def _paint_number(self) -> None:
        font = text_font()
        font.setPixelSize(round(_px(11)))
        self._painter.setFont(font)
        self._painter.setPen(QColor(LIGHT.faint_text))
        foot = QRectF(0, self._height, self._width, _px(_FOOT_PX))
        at_end = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(foot, at_end, str(self._page))


class _Part:
    """One part, laid out for a width, and how much of it is on paper."""

    def __init__(self, part: PrintedPart, width: float, typesetter: FormulaTypesetter) -> None:
        self._part = part
        self._is_question = part.kind in (PrintedKind.QUESTION, PrintedKind.PICTURE)
        self._left = _px(_INDENT_PX) if self._is_question else 0.0
        self._width = width - self._left
        self._typesetter = typesetter
        self._image = part.image
        self._layout = DocumentLayout(_style_of(part.kind), typesetter)
        self._layout.set_width(self._width)
        self._levels = LevelPainter(self._layout)
        self._highlighter = CodeHighlighter(self._layout.code_of)
        self._begun: set[ScrollGroup] = set()
        """Code that shows what it shows on paper."""
        self._pictures: list[ScrollGroup] = []
        """Code whose pictures are still to be drawn."""
        self._document: DocumentSource | None = None
        self._next = 0
        self._done = 0.0
        """How much of the next piece has been painted, on the page before."""
        self._is_ready = False
        self._begin()

    def _begin(self) -> None:
        if self._part.kind is PrintedKind.TITLE:
            self._layout.replace(0, [Paragraph(text=RichText(self._part.text), heading=1)])
        elif self._part.kind is not PrintedKind.PICTURE:
            is_answer = self._part.kind is PrintedKind.ANSWER
            self._document = GrowingDocument() if is_answer else VerbatimDocument(is_thought=False)
            self._document.append(self._part.text)
            self._document.finish()

    def prepare(self, end: float) -> bool:
        """Read, lay out, set formulas and colour code until `end`; return whether all of it is done."""
        if self._is_ready:
            return True
        while self._document is not None and self._document.is_behind:
            change = self._document.advance()
            if change is not None:
                self._layout.replace(change.first, change.blocks)
            if time.perf_counter() >= end:
                return False
        layout = self._layout
        while not layout.is_complete:
            layout.lay_out_more(lambda: time.perf_counter() >= end)
            for box in layout.boxes:
                if isinstance(box, CodeBox):
                    if box.group not in self._begun:
                        self._begin_code(box.group)
                    self._highlighter.want(box)
            if time.perf_counter() >= end:
                return False
        while self._highlighter.is_behind:
            self._highlighter.step(lambda: time.perf_counter() >= end)
            if time.perf_counter() >= end:
                return False
        while self._pictures and self._pictures[-1].picture is not None and self._pictures[-1].picture.is_drawn:
            group = self._pictures.pop()
            if group.picture is not None and group.picture.has_failed:
                group.picture, group.is_folded = None, False
                layout.forget_group(group)
                return False
        if self._pictures:
            return False
        pending = {key for box in layout.boxes for key in box.pending}
        if pending:
            for key in pending:
                if self._typesetter.is_known(key):
                    layout.forget(key)
            return False
        self._is_ready = True
        return True

    def _begin_code(self, group: ScrollGroup) -> None:
        """Show all of its lines; of an SVG its picture alone."""
        self._begun.add(group)
        boxes = self._layout.code_of(group)
        group.picture = SvgPicture.of(code_in(boxes), boxes[0].block.language, self._typesetter.svg_painter())
        group.is_wrapped, group.is_folded, group.folded_lines = True, group.picture is not None, 0
        if group.picture is not None:
            self._pictures.append(group)
        self._layout.forget_group(group)

    @property
    def is_over(self) -> bool:
        """Whether all of it has been painted."""
        return self._next >= (len(self._layout.boxes) if self._image.isNull() else 1)

    def rest(self) -> float:
        """Return how high the rest of the next piece is."""
        height = self._picture_size()[1] if not self._image.isNull() else self._layout.boxes[self._next].height
        return height - self._done

    def fitting(self, room: float) -> float:
        """Return how much of the next piece is to be painted in so much room: all, some lines or nothing."""
        rest = self.rest()
        if rest + self._height_that_stays() <= room:
            return rest
        ends = self._line_ends()
        fitting = [end for end in ends if end - self._done <= room]
        left = len(ends) - len(fitting)
        few = min(_FEWEST_LINES, len(ends) // 2)
        if left < few:  # no single line at the top of a page
            fitting = fitting[: left - few]
        return fitting[-1] - self._done if few and len(fitting) >= few else 0.0

    def gap(self) -> float:
        """Return the room above the next piece; less than nothing if it goes on in the line before."""
        if self._done:
            return 0.0
        if self._next == 0:
            return _px(_GAPS_PX[self._part.kind])
        return self._layout.top(self._next) - self._layout.area(self._next - 1).bottom()

    def paint(self, painter: QPainter, y: float, height: float) -> None:
        """Paint so much of the next piece with its top at `y`."""
        done, self._done = self._done, self._done + height
        rest_before = height + self.rest()
        if self._is_question:
            painter.fillRect(QRectF(0, y, _px(_BAR_PX), height), QColor(LIGHT.accent))
        if not self._image.isNull():
            painter.drawImage(QRectF(self._left, y, *self._picture_size()), self._image)
            self._advance()
            return
        layout, index = self._layout, self._next
        box = layout.boxes[index]
        top = layout.top(index) + done
        painter.translate(self._left, y - top)
        if height < rest_before or done:
            painter.setClipRect(QRectF(-self._left, top, self._left + self._width, height))
        self._levels.paint(painter, index)
        area = QRectF(0, top + _HAIR_PX, self._width, height - 2 * _HAIR_PX)
        box.paint(painter, layout.origin(index), area, [])
        if isinstance(box, CodeBox) and box.block.part == 0 and not done:
            painter.setPen(QColor(LIGHT.faint_text))
            font = text_font()
            font.setPixelSize(round(_px(11)))
            painter.setFont(font)
            place = layout.area(index).topLeft() + QPointF(_px(14), _px(19))
            painter.drawText(place, display_name(box.block.language))
        if self.rest() < 1:
            self._advance()

    def _advance(self) -> None:
        self._next, self._done = self._next + 1, 0.0

    def _height_that_stays(self) -> float:
        """Return how much of what follows must be on the same page: a heading is not left alone."""
        if self._part.kind is PrintedKind.NOTE:
            return _px(60)
        boxes = self._layout.boxes
        block = boxes[self._next].block if self._next < len(boxes) else None
        if isinstance(block, Paragraph) and block.heading and self._next + 1 < len(boxes):
            return min(boxes[self._next + 1].height, _px(80))
        return 0.0

    def _line_ends(self) -> list[float]:
        """Return where the lines of the next piece end that are still to be painted; none if it stays whole."""
        if not self._image.isNull():
            return []
        box = self._layout.boxes[self._next]
        if not isinstance(box, CodeBox | ParagraphBox):
            return []
        ends = {round(line.bottom() + _px(2)) for line in box.rectangles(0, len(box.text))}
        return [*sorted(end for end in ends if self._done < end < box.height - 1), box.height]

    def _picture_size(self) -> tuple[float, float]:
        width, height = _px(self._image.width()), _px(self._image.height())
        share = min(1.0, self._width / max(1.0, width), self._width * _TALLEST_PICTURE_SHARE / max(1.0, height))
        return width * share, height * share


def _px(length: float) -> float:
    return length * _FINENESS


class _PaperStyle(DocumentStyle):
    """Without the shapes that Inter gives signs beside figures: in a PDF they stand for no letter.

    A copied "17 + 25" would lack its sign.
    """

    __slots__ = ()

    def text_font(self, *, heading: int = 0) -> QFont:
        font = super().text_font(heading=heading)
        font.setFeature(QFont.Tag("calt"), 0)
        return font


def _style_of(kind: PrintedKind) -> DocumentStyle:
    is_verbatim = kind in (PrintedKind.QUESTION, PrintedKind.NOTE)
    colours, size_px = LIGHT, TEXT_SIZE_PX
    if kind is PrintedKind.NOTE:
        colours, size_px = structs.replace(LIGHT, text=LIGHT.soft_text), 12
    return _PaperStyle(colours, size_px * _FINENESS, is_verbatim=is_verbatim)
