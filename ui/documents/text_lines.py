"""Lays out and paints one rich text: lines, formulas on the baseline, links, selections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from app.documents.rich_text import RichText, Span, SpanStyle
from app.documents.text_direction import isolated, runs_right_to_left
from ui.documents.document_style import DocumentStyle
from ui.documents.formula_typesetter import FormulaKey, FormulaTypesetter
from ui.documents.qt_text import (
    Mark,
    format_range,
    from_qt,
    line_rectangles,
    mark_ranges,
    paint_lines,
    paint_pending,
    to_qt,
)
from ui.documents.span_formats import NO_BREAK_SPACE, SpanFormats
from ui.theme.rounded import paint_rounded

_MANY_SIGNS = re.compile(r"[^\w\s]{80}")
_EVERYWHERE = QRectF()
_CHIP = SpanStyle.CODE | SpanStyle.IMAGE


@dataclass(frozen=True, slots=True)
class LineRoom:
    """How far a line reaches above and below its baseline, in pixels."""

    above: float
    below: float

    @property
    def height(self) -> float:
        """Of the whole line."""
        return self.above + self.below

    def joined(self, other: LineRoom) -> LineRoom:
        """Return the room that is enough for both."""
        return LineRoom(max(self.above, other.above), max(self.below, other.below))


@dataclass(frozen=True, slots=True)
class RunIn:
    """Where the text before ends: `end_px` from the side where lines begin, in a line with this room."""

    end_px: float
    line: LineRoom
    is_right_to_left: bool
    is_mid_word: bool
    """It was cut where there is no space."""


def breaks_between_words(layout: QTextLayout, position: int) -> bool:
    """Return whether a line may end at a position, rather than had to for want of room."""
    text = layout.text()
    at = from_qt(text, position)
    if at >= len(text) or text[at - 1 : at].isspace():
        return True
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    finder.setPosition(position)
    return finder.isAtBoundary()


class TextLines:
    """One rich text in a width. Positions count characters of `text`, in which a formula that cannot be set is source.

    Lay it out before painting or measuring; `pending` holds the formulas whose pictures are still to come.
    """

    def __init__(self, rich: RichText, style: DocumentStyle, typesetter: FormulaTypesetter | None) -> None:
        self._style = style
        self._typesetter = typesetter
        self._rich = rich
        self.rich = rich
        """What is shown, with its spans."""
        self._layout: QTextLayout | None = None
        self._last_call: tuple[float, QFont, Qt.AlignmentFlag | None, float] | None = None
        self._baselines: list[float] = []
        self._chips: list[tuple[QRectF, bool]] | None = None
        """Grounds of code and of pictures' names; None while nobody has asked where they stand."""
        self.run_in: RunIn | None = None
        """Where the text before ends, with which this one goes on; to be set before laying out."""
        self.is_run_in = False
        """Whether the first line stands on the last one of the text before."""
        self.first_line = LineRoom(0.0, 0.0)
        self.last_line = LineRoom(0.0, 0.0)
        self.end_px = 0.0
        """Where the last line ends, from the side where it begins, with the space behind it."""
        self._wanted_last: LineRoom | None = None
        self.height = 0.0
        self.pending: frozenset[FormulaKey] = frozenset()

    @property
    def text(self) -> str:
        """The characters that positions count."""
        return self.rich.text

    def is_right_to_left(self) -> bool:
        """Whether most of it is of a script that runs to the left."""
        if self.run_in is not None:
            return self.run_in.is_right_to_left
        return runs_right_to_left(self._rich)

    def lay_out(
        self, width: float, font: QFont, *, alignment: Qt.AlignmentFlag | None = None, factor: float = 0.0
    ) -> None:
        """Break into lines of a width; `factor` is the distance of baselines by size of the font."""
        if self._last_call is None or self._last_call[0] != width:
            self._wanted_last = None
        self._last_call = (width, font, alignment, factor)
        self._resolve_formulas()
        shown = self.rich
        if _MANY_SIGNS.search(shown.text):
            # The font looks for signs to join at each of them, with all that follow.
            font = QFont(font)
            font.setFeature(QFont.Tag("calt"), 0)
        characters = list(shown.text)
        formats: list[QTextLayout.FormatRange] = []
        formats_of = SpanFormats(self._style, font)
        for span in shown.spans:
            if span.style & SpanStyle.FORMULA:
                characters[span.start] = NO_BREAK_SPACE
                looks = formats_of.of_formula(span.style, self._formula_size(span, font)[0])
            else:
                looks = formats_of.of(span.style)
            formats.append(format_range(shown.text, span.start, span.end, looks))
        layout = QTextLayout("".join(characters), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        is_rtl = self.is_right_to_left()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        if alignment is None:
            alignment = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(alignment | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(formats)
        self._layout, self._chips = layout, None
        self._place_lines(max(1.0, width), font, factor or self._style.line_height_factor)

    def make_room_in_last_line(self, room: LineRoom) -> bool:
        """What goes on in the last line is higher than it; return whether anything had to move."""
        taller = self.last_line.joined(room)
        layout = self._lines()
        if taller == self.last_line or layout is None or not self._baselines:
            return False
        self._chips = None
        line = layout.lineAt(layout.lineCount() - 1)
        down = taller.above - self.last_line.above
        line.setPosition(line.position() + QPointF(0, down))
        self._baselines[-1] += down
        self.height += taller.height - self.last_line.height
        self.last_line = self._wanted_last = taller
        return True

    def restyle(self, style: DocumentStyle) -> None:
        """Look otherwise; it is to be laid out again."""
        self._style = style
        self._layout = self._last_call = self._wanted_last = self.run_in = None

    def let_go(self) -> None:
        """Forget the lines; they are made again when they are needed."""
        self._layout = self._chips = None
        self._baselines = []

    def paint(
        self,
        painter: QPainter,
        origin: QPointF,
        colour: QColor,
        marks: Sequence[Mark] = (),
        *,
        area: QRectF = _EVERYWHERE,
    ) -> None:
        """Paint with the top left corner at `origin` the lines that touch an area."""
        layout = self._lines()
        if layout is None:
            return
        painter.setPen(colour)
        self._paint_grounds(painter, origin, area)
        paint_lines(painter, layout, origin, mark_ranges(self.text, marks), area)
        self._paint_formulas(painter, origin, colour, marks, area)

    def position_at(self, point: QPointF) -> int:
        """Return the position nearest to a point."""
        layout = self._lines()
        if layout is None or layout.lineCount() == 0:
            return 0
        lines = map(layout.lineAt, range(layout.lineCount()))
        last = layout.lineAt(layout.lineCount() - 1)
        nearest = next((line for line in lines if point.y() < line.y() + line.height()), last)
        return from_qt(self.text, int(nearest.xToCursor(point.x())))

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Return where characters stand, one rectangle per line."""
        layout = self._lines()
        return line_rectangles(layout, self.text, start, end) if layout is not None else []

    def line_position(self, position: int, step: int, x: float) -> int | None:
        """Return the position in the line above (-1) or below (+1) at `x`; None beyond the first and the last."""
        layout = self._lines()
        if layout is None:
            return None
        index = layout.lineForTextPosition(to_qt(self.text, position)).lineNumber() + step if layout.lineCount() else -1
        if not 0 <= index < layout.lineCount():
            return None
        return from_qt(self.text, int(layout.lineAt(index).xToCursor(x)))

    def span_at(self, point: QPointF) -> Span | None:
        """Return the span under a point."""
        for span in self.rich.spans:
            if any(rectangle.contains(point) for rectangle in self.rectangles(span.start, span.end)):
                return span
        return None

    # --- private ----------------------------------------------------------------------------------------------

    def _lines(self) -> QTextLayout | None:
        if self._layout is None and self._last_call is not None:
            width, font, alignment, factor = self._last_call
            self.lay_out(width, font, alignment=alignment, factor=factor)
        return self._layout

    def _resolve_formulas(self) -> None:
        """Ask for the formulas; those that cannot be set become source. Code in a text that runs left is isolated."""
        pending: set[FormulaKey] = set()
        pieces: list[str] = []
        spans: list[Span] = []
        at = shift = 0
        is_rtl = self.is_right_to_left()
        for span in self._rich.spans:
            moved = Span(span.start + shift, span.length, span.style, span.target)
            if span.style & SpanStyle.FORMULA:
                key = _key(span)
                is_known = self._typesetter is not None and self._typesetter.is_known(key)
                if self._typesetter is None or (is_known and self._typesetter.formula(key) is None):
                    source = " ".join(span.formula_source.split())
                    pieces += [self._rich.text[at : span.start], source]
                    at = span.end
                    shift += len(source) - span.length
                    moved = Span(moved.start, len(source), SpanStyle.CODE)
                elif not is_known:
                    pending.add(key)
            elif is_rtl and span.style & SpanStyle.CODE:
                code = isolated(self._rich.text[span.start : span.end])
                pieces += [self._rich.text[at : span.start], code]
                at = span.end
                shift += len(code) - span.length
                moved = Span(moved.start, len(code), span.style, span.target)
            spans.append(moved)
        self.pending = frozenset(pending)
        self.rich = RichText("".join(pieces) + self._rich.text[at:], tuple(spans)) if pieces else self._rich

    def _formula_size(self, span: Span, font: QFont) -> tuple[float, float, float]:
        """Return width, ascent and descent in pixels; guessed while the picture is to come."""
        em_px = float(font.pixelSize()) * 1.06
        formula = self._typesetter.formula(_key(span)) if self._typesetter is not None else None
        if formula is not None:
            return formula.width_em * em_px, formula.ascent_em * em_px, formula.descent_em * em_px
        return min(20.0, 0.42 * len(span.target) + 0.4) * em_px, em_px * 0.8, em_px * 0.2

    def _place_lines(self, width: float, font: QFont, factor: float) -> None:
        layout = self._layout
        assert layout is not None, "made by lay_out"
        run_in = self.run_in
        if run_in is None or run_in.end_px >= width or not self._break_lines(width, font, factor, run_in):
            self._break_lines(width, font, factor, None)
        if self._wanted_last is not None:
            self.make_room_in_last_line(self._wanted_last)

    def _break_lines(self, width: float, font: QFont, factor: float, run_in: RunIn | None) -> bool:
        """Break the lines; return whether the first word had room behind what the text goes on with."""
        layout = self._layout
        assert layout is not None, "made by lay_out"
        formulas = [span for span in self.rich.spans if span.style & SpanStyle.FORMULA]
        metrics = QFontMetricsF(font)
        usual = font.pixelSize() * factor
        lead = max(0.0, usual - metrics.ascent() - metrics.descent()) / 2
        least = LineRoom(metrics.ascent() + lead, metrics.descent() + lead)
        self._baselines = []
        self.is_run_in = run_in is not None
        y = 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            indent = run_in.end_px if run_in is not None and not self._baselines else 0.0
            line.setLineWidth(width - indent)
            begin, end = line.textStart(), line.textStart() + line.textLength()
            if run_in is not None and indent:
                is_forced = not run_in.is_mid_word and not breaks_between_words(layout, end)
                if is_forced or line.naturalTextWidth() > width - indent:
                    layout.endLayout()
                    return False
            room = least if run_in is None or self._baselines else least.joined(run_in.line)
            for span in formulas:
                if begin <= to_qt(self.text, span.start) < end:
                    _, up, down = self._formula_size(span, font)
                    room = room.joined(LineRoom(up + 2, down + 2))
            left = indent if run_in is not None and not run_in.is_right_to_left else 0.0
            line.setPosition(QPointF(left, y + room.above - line.ascent()))
            if not self._baselines:
                self.first_line = room
            self._baselines.append(y + room.above)
            y += room.height
            self.last_line = room
            self.end_px = indent + line.naturalTextWidth()
        layout.endLayout()
        self.height = y
        return True

    def _paint_grounds(self, painter: QPainter, origin: QPointF, area: QRectF) -> None:
        if self._chips is None:
            chips = [span for span in self.rich.spans if span.style & _CHIP]
            self._chips = [
                (place.adjusted(-2.5, 0.5, 2.5, -0.5), bool(chip.style & SpanStyle.IMAGE))
                for chip in chips
                for place in self.rectangles(chip.start, chip.end)
            ]
        if not self._chips:
            return
        painter.save()
        colours = self._style.colours
        for place, is_image in self._chips:
            chip = place.translated(origin)
            if area.isNull() or chip.intersects(area):
                paint_rounded(painter, chip, 4, ground=colours.accent_tint if is_image else colours.bubble)
        painter.restore()

    def _paint_formulas(
        self, painter: QPainter, origin: QPointF, colour: QColor, marks: Sequence[Mark], area: QRectF
    ) -> None:
        layout, typesetter = self._lines(), self._typesetter
        if layout is None or typesetter is None:
            return
        font = layout.font()
        for span in self.rich.spans:
            if not span.style & SpanStyle.FORMULA:
                continue
            line = layout.lineForTextPosition(to_qt(self.text, span.start))
            if not line.isValid():
                continue
            rectangles = self.rectangles(span.start, span.end)
            if not rectangles:
                continue
            baseline = self._baselines[line.lineNumber()]
            left = origin.x() + rectangles[0].left()
            width, up, down = self._formula_size(span, font)
            place = QRectF(left, origin.y() + baseline - up, width, up + down)
            if not area.isNull() and not place.intersects(area):
                continue
            key = _key(span)
            ink = colour
            if span.style & SpanStyle.LINK:
                ink = QColor(self._style.colours.accent_text)
            for mark in marks:
                if mark.start <= span.start < mark.end:
                    ink = QColor(mark.ink)
                    painter.fillRect(place, QColor(mark.ground))
            if not typesetter.is_there_to_be_seen(key):
                room, faint = QRectF(rectangles[0]).translated(origin), self._style.colours.faint_text
                paint_pending(painter, room, span.target, font, faint, Qt.AlignmentFlag.AlignLeft)
                continue
            typesetter.paint(painter, key, QPointF(left, origin.y() + baseline), font.pixelSize() * 1.06, ink)


def _key(span: Span) -> FormulaKey:
    return FormulaKey(span.target, bool(span.style & SpanStyle.DISPLAY))
