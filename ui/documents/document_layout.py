"""Where the blocks of a document stand: boxes below each other, laid out only as far as they are needed."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from app.documents.blocks import Block, CodePart, FormulaBlock, Level, LevelKind, Paragraph, Rule, TableRow
from ui.documents.box import B, Box, RuleBox
from ui.documents.code_box import CodeBox
from ui.documents.document_style import DocumentStyle
from ui.documents.formula_box import FormulaBox
from ui.documents.formula_typesetter import FormulaKey, FormulaTypesetter
from ui.documents.paragraph_box import ParagraphBox
from ui.documents.prefix_sums import PrefixSums
from ui.documents.scroll_group import ScrollGroup
from ui.documents.table_row_box import TableRowBox

_EMPTY_LINE_PX = 10.0
"""In text that is shown as it was written."""
_ITEM_PX, _QUOTE_PX = 28.0, 18.0
_DEEPEST_INDENT_SHARE = 0.5
"""However deep a list nests, half of the width is left for its text."""
_GUESSED_AT_ONCE = 300
"""Boxes whose heights are guessed again in another width; the others keep what they have until they are laid out."""
_SEEN_S = 0.015
"""How long laying out what is seen may take at once."""
_KEPT_LINES = 300
"""Boxes that keep their lines; the others make them again when they are seen."""

AnyBox = Box[Block]


def gap_between(above: Block, below: Block, style: DocumentStyle) -> float:
    """Return the room between two blocks in pixels."""
    if style.is_verbatim and isinstance(above, Paragraph) and isinstance(below, Paragraph):
        return style.gap(_EMPTY_LINE_PX if below.is_spaced else 0)
    if (isinstance(below, CodePart) and below.part > 0) or (isinstance(below, TableRow) and below.row > 0):
        return 0.0
    if isinstance(below, Paragraph) and below.is_continued:
        return 0.0
    if isinstance(below, Paragraph) and below.heading:
        return style.gap(26 if below.heading <= 2 else 20)
    if isinstance(above, Paragraph) and above.heading:
        return style.gap(8)
    if isinstance(below, Paragraph) and isinstance(above, Paragraph):
        if below.levels and below.levels[-1].is_first and below.levels[-1].kind is LevelKind.ITEM:
            return style.gap(8 if below.is_spaced else 4)
        if above.levels and below.levels and not below.is_spaced:
            return style.gap(4)
        return style.gap(12)
    if isinstance(above, FormulaBlock) and isinstance(below, FormulaBlock):
        return style.gap(4)
    return style.gap(12)


class DocumentLayout:
    """The boxes of a document in a width. Heights are guesses where nothing has been laid out yet."""

    def __init__(self, style: DocumentStyle, typesetter: FormulaTypesetter | None) -> None:
        self.style = style
        self._typesetter = typesetter
        self.width = 0.0
        """In which everything is laid out; another one is set by `set_width`, another style by `set_style`."""
        self.boxes: list[AnyBox] = []
        self._gaps: list[float] = []
        self._heights = PrefixSums()
        self._first_guessed = 0
        self._touched: int | None = None
        self._with_lines: OrderedDict[AnyBox, None] = OrderedDict()
        self._waiting: dict[FormulaKey, dict[AnyBox, int]] = {}

    @property
    def height(self) -> float:
        """Of all boxes together."""
        return self._heights.total

    @property
    def is_complete(self) -> bool:
        """Whether no height is a guess."""
        return self._first_guessed >= len(self.boxes)

    def set_width(self, width: float) -> None:
        """Lay out in another width, when it is needed."""
        if width == self.width:
            return
        self.width = width
        for index, box in enumerate(self.boxes[:_GUESSED_AT_ONCE]):
            if box.width < 0 and box.style is self.style:
                box.guess(self._inner(box))
                self._measured(index)
        self._first_guessed = 0

    def set_style(self, style: DocumentStyle) -> None:
        """Look otherwise: a box learns of it when it is laid out next; heights are guesses until then."""
        if style.size_px != self.style.size_px:
            self._heights.scale(style.size_px / self.style.size_px)
        self.style = style
        self._first_guessed = 0

    def replace(self, first: int, blocks: Sequence[Block]) -> None:
        """From `first` on, show these blocks; boxes of equal blocks are kept."""
        keep = first
        limit = min(len(self.boxes), first + len(blocks))
        while keep < limit and _is_same(self.boxes[keep].block, blocks[keep - first]):
            self.boxes[keep].block = blocks[keep - first]
            keep += 1
        old = self.boxes[keep:]
        self._touch(keep)
        for box in old:
            self._with_lines.pop(box, None)
        del self.boxes[keep:], self._gaps[keep:]
        self._heights.cut(keep)
        for offset, block in enumerate(blocks[keep - first :]):
            before = old[offset] if offset < len(old) else None
            is_kept = before is not None and _is_same(before.block, block)
            box = before if is_kept and before is not None else self._make(block, before)
            box.block = block
            gap = gap_between(self.boxes[-1].block, block, self.style) if self.boxes else 0.0
            self.boxes.append(box)
            self._gaps.append(gap)
            if not is_kept:
                box.guess(self._inner(box))
            self._heights.append(gap + box.height)
        self._first_guessed = min(self._first_guessed, keep)

    def lay_out_between(self, top: float, bottom: float) -> bool:
        """Lay out the boxes that are seen between two heights; return whether any height has changed.

        What would take too long is left for `lay_out_more`, which begins there.
        """
        if not self.boxes:
            return False
        index = self.index_at(top)
        has_changed = False
        end_s = time.perf_counter() + _SEEN_S
        while index < len(self.boxes):
            if self.top(index) > bottom:
                break
            has_changed |= self.lay_out_box(index)
            index += 1
            if time.perf_counter() > end_s and index < len(self.boxes):
                self._first_guessed = min(self._first_guessed, index)
                break
        return has_changed

    def lay_out_more(self, is_over: Callable[[], bool]) -> bool:
        """Lay out what comes next until told to stop, at least one box; return whether any height has changed."""
        has_changed = False
        index = self._first_guessed
        while index < len(self.boxes):
            has_changed |= self.lay_out_box(index)
            index += 1
            if is_over():
                break
        self._first_guessed = index
        return has_changed

    def waits_for(self, key: FormulaKey) -> bool:
        """Whether a box has been laid out without this formula."""
        return key in self._waiting

    def forget(self, key: FormulaKey) -> bool:
        """Lay out the boxes again that wait for a formula; return whether there are any."""
        has_any = False
        for box, index in self._waiting.pop(key, {}).items():
            if index < len(self.boxes) and self.boxes[index] is box and key in box.pending:
                box.forget_layout()
                self.lay_out_box(index)
                has_any = True
        return has_any

    def forget_group(self, group: ScrollGroup) -> None:
        """Lay out the boxes of a group again when they are needed: it is to be wrapped, or no longer."""
        for index in self._indices_of(group):
            self._first_guessed = min(self._first_guessed, index)
            self.boxes[index].guess(self._inner(self.boxes[index]))
            self._measured(index)

    def code_of(self, group: ScrollGroup) -> list[CodeBox]:
        """Return the parts of a code block."""
        boxes = (self._in_style(index) for index in self._indices_of(group))
        return [box for box in boxes if isinstance(box, CodeBox)]

    def table_at(self, index: int) -> list[TableRow]:
        """Return the rows of the table that a box belongs to, in their order; nothing for another box."""
        box = self.boxes[index]
        if not isinstance(box, TableRowBox):
            return []
        rows = (self.boxes[at] for at in self._indices_of(box.group))
        return [row.block for row in rows if isinstance(row, TableRowBox)]

    def beginning_of(self, group: ScrollGroup) -> int | None:
        """Return the first box of a group; None if it is gone."""
        first = group.first_box
        return first if first < len(self.boxes) and self.boxes[first].group is group else None

    def top(self, index: int) -> float:
        """Return where a box begins."""
        return self._heights.top_of(index) + self._gaps[index]

    def area(self, index: int) -> QRectF:
        """Return where a box stands."""
        box = self.boxes[index]
        return QRectF(self.left(index), self.top(index), self._inner(box), box.height)

    def left(self, index: int) -> float:
        """Return where the inside of a box begins: right-to-left text is indented from the right."""
        box = self.boxes[index]
        return 0.0 if not box.block.levels or box.is_right_to_left() else self._indent(box.block.levels)

    def index_at(self, y: float) -> int:
        """Return the box at a height, or the nearest; the room above a box belongs to the one before."""
        index = self._heights.index_at(y)
        return index - 1 if index and self.boxes and self.top(index) > y else index

    def indices_between(self, top: float, bottom: float) -> Iterator[int]:
        """Give the boxes that are seen between two heights."""
        index = self.index_at(top) if self.boxes else 0
        while index < len(self.boxes) and self.top(index) <= bottom:
            yield index
            index += 1

    def box_under(self, point: QPointF) -> int | None:
        """Return the box under a point; None between boxes."""
        index = self.index_under(point) if self.boxes else 0
        return index if self.boxes and self.area(index).contains(point) else None

    def index_under(self, point: QPointF) -> int:
        """Return the box at a place, or the nearest: two parts of a paragraph may share a line."""
        index = self.index_at(point.y())
        while index + 1 < len(self.boxes) and self.top(index + 1) <= point.y():
            following = self.boxes[index + 1]
            if not isinstance(following, ParagraphBox) or not following.has_run_in_at(point.x() - self.left(index + 1)):
                break
            index += 1
        return index

    def overlap(self, index: int) -> float:
        """Return how much of a box stands in the last line of the one before."""
        return max(0.0, -self._gaps[index])

    def goes_on(self, index: int) -> bool:
        """Whether a box is there and goes on with the paragraph before, which was cut for its length."""
        return index < len(self.boxes) and _goes_on(self.boxes[index])

    def run_of(self, index: int) -> range:
        """Return the boxes of the paragraph that a box is a part of; of all others that box alone."""
        first, end = index, index + 1
        while first and _goes_on(self.boxes[first]):
            first -= 1
        while end < len(self.boxes) and _goes_on(self.boxes[end]):
            end += 1
        return range(first, end)

    def origin(self, index: int) -> QPointF:
        """Return the top left corner of a box."""
        return QPointF(self.left(index), self.top(index))

    def step_px(self, level: Level) -> float:
        """Return how far a level indents."""
        if level.kind is LevelKind.QUOTE:
            return self.style.px(_QUOTE_PX)
        return self.style.px(max(_ITEM_PX, 9.5 * len(level.marker) + 6))

    def take_touched(self) -> float | None:
        """Return from where on it looks otherwise than when this was asked last; None if nothing does."""
        index, self._touched = self._touched, None
        if index is None:
            return None
        above = self._heights.top_of(index)
        return min(above, self.top(index)) if index < len(self.boxes) else above

    # --- private ----------------------------------------------------------------------------------------------

    def _touch(self, index: int) -> None:
        self._touched = index if self._touched is None else min(self._touched, index)

    def _inner(self, box: AnyBox) -> float:
        if not box.block.levels:
            return max(1.0, self.width)
        return max(1.0, self.width - self._indent(box.block.levels))

    def _indent(self, levels: Sequence[Level]) -> float:
        wanted = sum(self.step_px(level) for level in levels)
        return min(wanted, self.width * _DEEPEST_INDENT_SHARE) if self.width else wanted

    def _measured(self, index: int) -> None:
        self._heights.put(index, self._gaps[index] + self.boxes[index].height)

    def lay_out_box(self, index: int) -> bool:
        """Lay out one box, seen or not; return whether any height has changed."""
        box = self._in_style(index)
        self._keep_lines(box)
        has_changed = self._run_in(index)
        if box.is_laid_out(self._inner(box)):
            return has_changed
        total = self._heights.total
        self._lay_out_alone(index)
        self._share_line(index)
        if self.goes_on(index + 1):
            # It begins where this one ends.
            self._first_guessed = min(self._first_guessed, index + 1)
        return has_changed or self._heights.total != total

    def _run_in(self, index: int) -> bool:
        """Tell a part of a paragraph where the part before ends; return whether that has got another height."""
        parts = self._parts(index)
        if parts is None:
            return False
        has_changed = False
        if not parts[0].is_laid_out(self._inner(self.boxes[index - 1])):
            has_changed = self._lay_out_alone(index - 1)
        parts[1].go_on_from(parts[0])
        return has_changed

    def _in_style(self, index: int) -> AnyBox:
        """Return a box, in the present style; the heights of all have been scaled with it."""
        box = self.boxes[index]
        if box.style is not self.style:
            factor = self.style.size_px / box.style.size_px
            box.height *= factor
            self._gaps[index] *= factor
            box.restyle(self.style)
        return box

    def _lay_out_alone(self, index: int) -> bool:
        box = self.boxes[index]
        before = box.height
        self._keep_lines(box)
        self._touch(index)
        box.lay_out(self._inner(box))
        for key in box.pending:
            self._waiting.setdefault(key, {})[box] = index
        if box.height == before:
            return False
        self._measured(index)
        return True

    def _share_line(self, index: int) -> None:
        parts = self._parts(index)
        if parts is not None:
            if parts[0].make_room_for(parts[1]):
                self._measured(index - 1)
            if self._gaps[index] != -parts[1].overlap_px:
                self._gaps[index] = -parts[1].overlap_px
                self._measured(index)

    def _parts(self, index: int) -> tuple[ParagraphBox, ParagraphBox] | None:
        """Return a part of a paragraph that goes on with the one before, and that one first."""
        if not index or not _goes_on(self.boxes[index]):
            return None
        before, box = self.boxes[index - 1 : index + 1]
        if isinstance(before, ParagraphBox) and isinstance(box, ParagraphBox):
            return before, box
        return None

    def _keep_lines(self, box: AnyBox) -> None:
        self._with_lines[box] = None
        self._with_lines.move_to_end(box)
        if len(self._with_lines) > _KEPT_LINES:
            self._with_lines.popitem(last=False)[0].let_go()

    def _indices_of(self, group: ScrollGroup) -> range:
        first = self.beginning_of(group)
        if first is None:
            return range(0)
        end = first
        while end < len(self.boxes) and self.boxes[end].group is group:
            end += 1
        return range(first, end)

    def _make(self, block: Block, old: AnyBox | None) -> AnyBox:
        style, typesetter = self.style, self._typesetter
        made: object
        if isinstance(block, Paragraph):
            made = ParagraphBox(block, style, typesetter)
        elif isinstance(block, CodePart):
            made = CodeBox(block, style, self._group(block.part == 0, CodeBox, old))
            if isinstance(old, CodeBox) and old.group is made.group:
                made.inherit_colours(old)
        elif isinstance(block, TableRow):
            made = TableRowBox(block, style, typesetter, self._group(block.row == 0, TableRowBox, old))
        elif isinstance(block, FormulaBlock):
            made = FormulaBox(block, style, typesetter, self._group(True, FormulaBox, old))
        else:
            assert isinstance(block, Rule), "there are no other blocks"
            made = RuleBox(block, style)
        return made  # type: ignore[return-value]  # a box of its own kind of block is a box of a block

    def _group(self, is_first: bool, kind: type[Box[B]], old: AnyBox | None) -> ScrollGroup:
        """Return the group of the box before, or of the box that this one stands for."""
        before = self.boxes[-1] if self.boxes else None
        if not is_first and before is not None and isinstance(before, kind) and before.group is not None:
            return before.group
        if old is not None and isinstance(old, kind) and old.group is not None and _begins_group(old.block):
            return old.group
        return ScrollGroup(first_box=len(self.boxes))


def _goes_on(box: AnyBox) -> bool:
    return isinstance(box.block, Paragraph) and box.block.is_continued


def _begins_group(block: Block) -> bool:
    if isinstance(block, CodePart):
        return block.part == 0
    return not isinstance(block, TableRow) or block.row == 0


def _is_same(one: Block, other: Block) -> bool:
    return one is other or one == other
