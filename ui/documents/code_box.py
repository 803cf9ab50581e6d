"""Some lines of a code block on the screen; the parts of a block share one ground and one scroll position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QTextCharFormat, QTextLayout, QTextOption

from app.documents.blocks import CodePart
from app.documents.visible_code import VisibleCode
from ui.documents.box import Box
from ui.documents.code_colours import CodeColours
from ui.documents.document_style import DocumentStyle
from ui.documents.qt_text import Mark, format_range, from_qt, line_rectangles, mark_ranges, paint_lines, to_qt
from ui.documents.scroll_group import ScrollGroup

HEADER_PX = 30.0
_PADDING_X, _PADDING_BOTTOM = 14.0, 12.0
_FACTOR = 1.5
_RADIUS = 8.0
_AROUND = 12.0
"""Between a picture and what is above and below it."""
_FAR = 1e6
TOLD_BY_TOOLS = ("asked", "result", "error")
"""Behind a fence of a trace: what a tool was given, and what it said. Wrapped and folded until somebody wants more."""


@dataclass(frozen=True, slots=True)
class CodeColour:
    """Characters of a part in the colour of what they are; `colour` is `#rrggbb`."""

    start: int
    length: int
    colour: str


class CodeBox(Box[CodePart]):
    """Code as it is, not wrapped unless the person asks. Characters that hide are shown."""

    def __init__(self, block: CodePart, style: DocumentStyle, group: ScrollGroup) -> None:
        super().__init__(block, style)
        self.group: ScrollGroup = group
        group.restyle(style.size_px)
        self.visible = VisibleCode.of(block.code)
        self.colours: tuple[CodeColour, ...] = ()
        self.needs_colours = True
        self._layout: QTextLayout | None = None
        self._was_wrapped = False
        self._was_folded = False
        self.is_cut = False
        """Whether lines of it are folded away, or parts that follow."""
        if group.is_folded is None:
            group.is_folded = style.is_verbatim and block.language in TOLD_BY_TOOLS
            group.is_wrapped = group.is_wrapped or group.is_folded
        self._widest = 0.0
        self._is_current = False
        """Whether the lines have the present colours."""

    def set_colours(self, colours: Sequence[CodeColour]) -> bool:
        """Colour the characters of `visible.text`; return whether anything changed."""
        coloured = tuple(colours)
        if coloured == self.colours:
            return False
        self.colours = coloured
        self._is_current = False
        if self._layout is not None and self.width >= 0:
            # Qt forgets the lines of a layout whose formats change.
            self.lay_out(self.width)
        return True

    def inherit_colours(self, older: CodeBox) -> None:
        """Keep the colours of what was there before, until there are better ones."""
        if self.visible.text.startswith(older.visible.text[:-1]):
            self.colours = older.colours

    def restyle(self, style: DocumentStyle) -> None:
        """Look otherwise from now on; the colours are those of the old theme."""
        super().restyle(style)
        self.group.restyle(style.size_px)
        self._layout, self._is_current = None, False
        self.colours, self.needs_colours = (), True

    def is_laid_out(self, width: float) -> bool:
        """Also not, when it is to be wrapped or no longer."""
        is_same = self._was_wrapped == self.group.is_wrapped and self._was_folded == self._is_folded
        return super().is_laid_out(width) and is_same

    def let_go(self) -> None:
        """Forget the lines."""
        self._layout = None

    def guess(self, width: float) -> None:
        """Count lines."""
        lines = self.visible.text.count("\n") + 1
        if self.group.is_wrapped:
            per_line = max(1, int((width - 2 * self.style.px(_PADDING_X)) / (self.style.px(13) * 0.6)))
            lines = sum(max(1, -(-len(line) // per_line)) for line in self.visible.text.split("\n"))
        if self._is_folded:
            lines = min(lines, self.group.folded_lines if self.block.part == 0 else 0)
        self.height = self._top() + lines * self._line_height() + self._bottom()

    def lay_out(self, width: float) -> None:
        """Place the lines; without wrapping they are the same in every width."""
        is_as_before = self._was_wrapped == self.group.is_wrapped and self._was_folded == self._is_folded
        is_as_before = is_as_before and not self._draws  # a picture is as tall as its width lets it
        if self._layout is not None and self._is_current and not self.group.is_wrapped and is_as_before:
            self.group.view_width = width
            self.group.take_width(self._widest)
            self.width = width
            return
        font = self.style.code_font()
        layout = QTextLayout(self.visible.text.replace("\n", "\u2028"), font)
        option = QTextOption()
        is_wrapped = self.group.is_wrapped
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere if is_wrapped else QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(" ") * 4)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        inner = max(1.0, width - 2 * self.style.px(_PADDING_X))
        metrics = QFontMetricsF(font)
        step = self._line_height()
        y, widest = self._top(), 0.0
        most = (self.group.folded_lines if self.block.part == 0 else 0) if self._is_folded else -1
        self.is_cut = self._is_folded and not self.block.is_last
        layout.beginLayout()
        while True:
            if layout.lineCount() == most:
                self.is_cut = self.is_cut or _has_more(layout, self.visible.text)
                break
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(inner if is_wrapped else _FAR)
            line.setPosition(QPointF(0, y + (step - metrics.height()) / 2))
            widest = max(widest, line.naturalTextWidth())
            y += step
        layout.endLayout()
        self._layout, self._is_current = layout, True
        self.group.view_width = width
        self.group.content_width = 0.0 if is_wrapped else self.group.content_width
        self._widest = min(widest + 2 * self.style.px(_PADDING_X), width if is_wrapped else _FAR)
        self.group.take_width(self._widest)
        self.height = y + self._bottom()
        self.width = width
        self._was_wrapped, self._was_folded = is_wrapped, self._is_folded

    def paint(self, painter: QPainter, origin: QPointF, area: QRectF, marks: Sequence[Mark]) -> None:
        """Paint the ground, then the lines."""
        if self.height <= 0:
            return
        ground = QRectF(origin.x(), origin.y(), self.width, self.height)
        painter.save()
        painter.setClipRect(ground.adjusted(0, 0, 1, 0), Qt.ClipOperation.IntersectClip)
        self._paint_ground(painter, ground)
        painter.setClipRect(ground.adjusted(1, 0, -1, 0), Qt.ClipOperation.IntersectClip)
        corner = origin + QPointF(self.style.px(_PADDING_X) - self.group.offset, 0)
        self._paint_notes(painter, origin)
        layout = self._lines()
        if layout is not None:
            painter.setPen(QColor(self.style.colours.text))
            paint_lines(painter, layout, corner, mark_ranges(self.text, marks), area)
        if self._is_end and self.group.picture is not None:
            self.group.picture.paint(painter, self._picture_area().translated(origin))
        if self._is_end:
            self.group.paint_bar(painter, ground, self.style.colours.faint_text)
        painter.restore()

    @property
    def text(self) -> str:
        """The lines as they are shown."""
        return self.visible.text

    def plain(self, start: int, end: int) -> str:
        """The code as it was written."""
        return self.visible.written(start, end)

    def position_at(self, point: QPointF) -> int:
        """Return the position nearest to a point."""
        layout = self._lines()
        if layout is None or not layout.lineCount():
            return 0
        step = self._line_height()
        index = min(layout.lineCount() - 1, max(0, int((point.y() - self._top()) // step)))
        line = layout.lineAt(index)
        at = int(line.xToCursor(point.x() - self.style.px(_PADDING_X) + self.group.offset))
        start = from_qt(self.text, line.textStart())
        return min(from_qt(self.text, at), start + len(self.text[start:].split("\n", 1)[0]))

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Return where characters stand, one rectangle per line."""
        layout, x = self._lines(), self.style.px(_PADDING_X) - self.group.offset
        found = line_rectangles(layout, self.text, start, end) if layout is not None else []
        return [rectangle.translated(x, 0) for rectangle in found]

    def line_position(self, position: int, step: int, x: float) -> int | None:
        """Return the position in the next line."""
        layout = self._lines()
        if layout is None or not layout.lineCount():
            return None
        index = layout.lineForTextPosition(to_qt(self.text, position)).lineNumber() + step
        if not 0 <= index < layout.lineCount():
            return None
        return self.position_at(QPointF(x, self._top() + (index + 0.5) * self._line_height()))

    # --- private ----------------------------------------------------------------------------------------------

    def _lines(self) -> QTextLayout | None:
        if self._layout is None and self.width >= 0:
            self.lay_out(self.width)
        return self._layout

    @property
    def _is_folded(self) -> bool:
        return bool(self.group.is_folded)

    @property
    def _is_end(self) -> bool:
        """Whether nothing of the block is shown below it."""
        return self.block.part == 0 if self._is_folded else self.block.is_last

    def _top(self) -> float:
        return self.style.px(HEADER_PX) if self.block.part == 0 else 0.0

    def _bottom(self) -> float:
        if not self._is_end:
            return 0.0
        around = self._picture_area().height() + 2 * self.style.px(_AROUND) if self._draws else 0.0
        return self.style.px(_PADDING_BOTTOM) + around

    @property
    def _draws(self) -> bool:
        return self.group.picture is not None

    def _picture_area(self) -> QRectF:
        """Return where the picture stands, below the lines and in the middle."""
        room = self.group.view_width - 2 * self.style.px(_PADDING_X)
        size = self.group.picture.size(room, self.style.px(1)) if self.group.picture is not None else QSizeF()
        below = self.height - self.style.px(_PADDING_BOTTOM + _AROUND) - size.height()
        return QRectF(QPointF(self.style.px(_PADDING_X) + (room - size.width()) / 2, below), size)

    def _line_height(self) -> float:
        return float(round(self.style.px(13 * _FACTOR)))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats: list[QTextLayout.FormatRange] = []
        for coloured in self.colours:
            looks = QTextCharFormat()
            looks.setForeground(QColor(coloured.colour))
            formats.append(format_range(self.text, coloured.start, coloured.start + coloured.length, looks))
        return formats

    def _paint_ground(self, painter: QPainter, ground: QRectF) -> None:
        colours = self.style.colours
        radius = _RADIUS
        tall = ground.adjusted(0.5, 0.5 if self.block.part == 0 else -20, -0.5, -0.5 if self._is_end else 20)
        path = QPainterPath()
        path.addRoundedRect(tall, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, QColor(CodeColours.of(colours).ground))
        painter.setPen(QColor(colours.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_notes(self, painter: QPainter, origin: QPointF) -> None:
        for start, end in self.visible.notes:
            for rectangle in self.rectangles(start, end):
                painter.fillRect(rectangle.translated(origin), QColor(self.style.colours.warm_tint))


def code_in(boxes: Sequence[CodeBox]) -> str:
    """Return the code of a block, whose boxes these are, as it was written."""
    pieces: list[str] = []
    for box in boxes:
        pieces.append(box.block.code)
        pieces.append("" if box.block.joins_next or box.block.is_last else "\n")
    return "".join(pieces)


def _has_more(layout: QTextLayout, text: str) -> bool:
    """Whether characters follow the lines that have been made."""
    if not layout.lineCount():
        return bool(text)
    last = layout.lineAt(layout.lineCount() - 1)
    return from_qt(text, last.textStart() + last.textLength()) < len(text)
