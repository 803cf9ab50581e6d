"""A thought on the screen, typeset from its first word on: what is being read stays where it is, whatever comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.chat.thoughts.folded_text import FoldedText
from ui.chat.thoughts.trace_times import TraceTimes
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.verbatim_view import SourcePlace, VerbatimView
from ui.theme.fonts import scaled_px, text_font
from ui.widgets.end_button import EndButton
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.spoken_numbers import clock_text
from ui.widgets.timers import after

_TEXT_PX = 13
_TIMES_PX = 48
"""Left of the text, for the time at which each paragraph began."""
_BELOW_PX = 8
_STEP_PX = 40
_LEAD = 0.35
"""Which part of what is in sight stands above what is shown in it."""
_NEAR_END_PX = 4
"""Who is as near to the end is there."""
_MOST_PASSES = 4


class ThoughtView(QAbstractScrollArea):
    """Shows one thought, as soon as somebody sees it; follows its end while the reader is there.

    Signals:
        hits_changed(): what is looked for has been found in other places, too.
    """

    hits_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, typesetter: FormulaTypesetter | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thought")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Opaque, so that scrolling moves what is painted instead of painting all of it again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.document = VerbatimView(self.tr("Thought"), size_px=_TEXT_PX, typesetter=typesetter)
        self.document.setParent(self.viewport())
        self.document.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.document.height_changed.connect(self._fit)
        self.document.hits_changed.connect(self._tell_hits)
        self.document.hint_of = self._hint_at
        self.document.source_clicked.connect(self._click)
        self.document.installEventFilter(self)
        self.hint_of: Callable[[int], str] = lambda _source: ""
        """What is told of a character of the thought under the pointer."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.document)
        FocusFrame(self, watched=self.document)
        self._end_button = EndButton(self, is_of_thought=True)
        self._end_button.clicked.connect(self._go_to_end)
        self._text = ""
        self._folds: set[tuple[int, int]] = set()
        self._folded = FoldedText("")
        self._marks: Sequence[tuple[int, int]] = ()
        self._times: TraceTimes | None = None
        self._is_live = False
        self._is_other = False
        """Whether another thought is to be shown than the document shows."""
        self._found = ""
        self._hit: int | None = None
        self._is_hit_due = False
        self._anchor: SourcePlace | None = None
        """The line at the top; None at the very top, where all stays as it is."""
        self._is_at_end = False
        self._is_placing = False
        self._is_fitting = True
        self._soon = after(self, 0, self._fit)
        bar = self.verticalScrollBar()
        bar.setSingleStep(_STEP_PX)
        bar.valueChanged.connect(self._note_place)
        bar.valueChanged.connect(self._place_end_button)
        bar.rangeChanged.connect(self._place_end_button)

    def text(self) -> str:
        """Return the thought as it was given."""
        return self._text

    def show_thought(self, text: str, times: TraceTimes | None, *, is_live: bool = False) -> None:
        """Show a thought from its beginning, a running one from its end; `times` is read again as it grows."""
        self._text, self._times, self._is_live = text, times, is_live
        self._folds.clear()
        self._folded = FoldedText(text)
        self._anchor, self._is_at_end, self._is_other = None, is_live, True
        self.mark_source(())
        self._show()

    def grow_thought(self, text: str) -> None:
        """Show the same thought as far as it has come, or as it is kept at last."""
        if text != self._text:
            self._text = text
            self._folded = FoldedText(text, self._folds)
            if not self._end_button.isHidden():
                self._end_button.set_marked(marked=True)
            self._show()

    def set_live(self, *, is_live: bool) -> None:
        """Say that the thought has ended, or goes on."""
        if is_live != self._is_live:
            self._is_live = is_live
            self._show()

    def scroll_to_end(self) -> None:
        """Go to the newest text, and follow it from here."""
        self._is_at_end = True
        self._fit()

    def mark_source(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark these characters of the thought; another thought has no marks."""
        self._marks = spans
        self.document.mark_source(self._folded.spans(spans))

    def scroll_to_source(self, source: int) -> None:
        """Put the line with this character of the thought at the top, or as near to it as there is text."""
        self._set_folds({part for part in self._folds if not part[0] < source < part[1]})
        self._scroll_to(SourcePlace(self._folded.shown_of(source)) if source else None)

    def show_source(self, begin: int, end: int) -> None:
        """Bring these characters of the thought into view, below some of what leads to them, and select them."""
        self._set_folds({part for part in self._folds if not part[0] < begin < part[1]})
        self._scroll_to(SourcePlace(self._folded.shown_of(begin), -self.viewport().height() * _LEAD))
        for span in self._folded.spans([(begin, end)]):
            self.document.select_source(*span)

    def source_at_top(self) -> int:
        """Return the first character of the thought that is in sight."""
        place = self.document.place_at(float(self.verticalScrollBar().value()))
        return self._folded.source_of(place.source)

    # --- folding ----------------------------------------------------------------------------------------------

    @property
    def is_folded(self) -> bool:
        """Whether any part of the thought is folded."""
        return self._folded.is_folded

    def fold(self, parts: Iterable[tuple[int, int]]) -> None:
        """Let a line stand for each of these parts of the thought, unless it is short."""
        self._set_folds(self._folds | set(parts))

    def toggle_fold(self, part: tuple[int, int]) -> None:
        """Fold a part, or show it again."""
        if self._folded.fold_at(part[0]) is None:
            self.fold([part])
        else:
            self._unfold_at(part[0])

    def unfold(self) -> None:
        """Show all of the thought."""
        self._set_folds(set())

    def _unfold_at(self, source: int) -> None:
        self._set_folds({part for part in self._folds if not part[0] <= source < part[1]})

    def _set_folds(self, folds: set[tuple[int, int]]) -> None:
        """Fold these parts and no others; what is being read stays where it is."""
        if folds == self._folds:
            return
        at_top = self._folded.source_of(self._anchor.source) if self._anchor is not None else None
        below_px = self._anchor.below_px if self._anchor is not None else 0.0
        self._folds, self._folded = folds, FoldedText(self._text, folds)
        self.document.mark_source(self._folded.spans(self._marks))
        if at_top is not None:
            self._anchor = SourcePlace(self._folded.shown_of(at_top), below_px)
        self._show()

    # --- finding ----------------------------------------------------------------------------------------------

    def find_text(self, text: str) -> int:
        """Mark all places of a text, whatever the case, and return their number; an empty text ends it."""
        self._found, self._hit, self._is_hit_due = text, None, False
        if text:
            self.unfold()
        return self.document.find(text)

    @property
    def is_counted(self) -> bool:
        """Whether `hit_count` is right: all of the thought is there, or as much as has come."""
        return self.document.is_caught_up and self.document.markdown() == self._folded.shown

    @property
    def hit_count(self) -> int:
        """How many places have been found so far."""
        return self.document.hit_count

    def show_hit(self, index: int | None) -> None:
        """Mark one hit more strongly than the others and bring it into view, as soon as it is found, or none."""
        self._hit = index
        self._is_hit_due = index is not None and index >= self.hit_count
        self.document.show_hit(index)
        if index is not None and not self._is_hit_due:
            place, room = self.document.hit_rect(index), self.viewport().height()
            top = self.verticalScrollBar().value()
            if not top + 8 <= place.top() <= top + room - place.height() - 8:
                line = self.document.place_at(float(place.top()))
                # By the line itself: what is above it may turn out lower than was guessed.
                self._scroll_to(SourcePlace(line.source, line.below_px - room * _LEAD))

    # --- private ----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Have the text read, if somebody sees it."""
        if not self.isVisible():
            return
        is_other, self._is_other = self._is_other, False
        if is_other:
            self.document.begin_anew()
        self.document.set_markdown(self._folded.shown, is_growing=self._is_live)
        if is_other and self._found:
            self.document.find(self._found)
            self.document.show_hit(self._hit)
        self._fit()

    def _tell_hits(self) -> None:
        if self._is_hit_due and self._hit is not None and self.hit_count > self._hit:
            self.show_hit(self._hit)
        self.hits_changed.emit()

    def _left_px(self) -> int:
        return scaled_px(_TIMES_PX) if self._times is not None else 0

    def _scroll_to(self, place: SourcePlace | None) -> None:
        self._anchor, self._is_at_end = place, False
        self._fit()

    def _fit(self) -> None:
        """Give the document its height, and put what is being read where it was."""
        if self._is_placing:  # laying out what has come into view has changed heights: once more
            self._is_fitting = False
            return
        self._is_placing = True
        for _ in range(_MOST_PASSES):
            self._is_fitting = True
            self._place()
            if self._is_fitting:
                break
        else:  # it is laid out bit by bit: see to the rest when there is time
            self._soon.start(0)
        self._is_placing = False
        self._place_end_button()
        self.viewport().update(0, 0, self._left_px(), self.viewport().height())

    def _place(self) -> None:
        left, room = self._left_px(), self.viewport().height()
        width = max(1, self.viewport().width() - left)
        height = max(room, self.document.heightForWidth(width) + _BELOW_PX)
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, room))
        bar.setRange(0, max(0, height - room))
        if self._is_at_end:
            bar.setValue(bar.maximum())
        elif self._anchor is not None:
            bar.setValue(round(self.document.y_of(self._anchor)))
        else:
            bar.setValue(0)
        self.document.setGeometry(left, -bar.value(), width, height)

    def _note_place(self, value: int) -> None:
        """The reader has gone to another place."""
        if self._is_placing:
            return
        self._is_at_end = value >= self.verticalScrollBar().maximum() - _NEAR_END_PX
        self._anchor = self.document.place_at(float(value)) if value > 0 else None

    def _place_end_button(self) -> None:
        """Offer a way to the newest text while that is out of sight; what it stands on is painted anew, not moved."""
        if self._is_placing:
            return
        bar = self.verticalScrollBar()
        is_below = bar.value() < bar.maximum() - _NEAR_END_PX
        if not is_below and self._end_button.is_marked:
            self._end_button.set_marked(marked=False)
        self._end_button.stand(self.size(), is_wanted=is_below)

    def _go_to_end(self) -> None:
        if self._end_button.hasFocus():  # it goes away
            self.setFocus()
        self.scroll_to_end()

    def _hint_at(self, shown: int) -> str:
        return self.hint_of(self._folded.source_of(shown))

    def _click(self, shown: int) -> None:
        """Show what is folded where the person clicks."""
        if self._folded.is_folded:
            self._unfold_at(self._folded.source_of(shown))

    # --- Qt ---------------------------------------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Scroll while the mouse selects beyond an edge."""
        if isinstance(event, QMouseEvent) and event.buttons() & Qt.MouseButton.LeftButton:
            y, bar = round(event.position().y()) + self.document.y(), self.verticalScrollBar()
            bar.setValue(bar.value() + min(0, y) + max(0, y - self.viewport().height()))
        return False

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Move what is painted, and the document with it."""
        self.viewport().scroll(0, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out in the new width; the line at the top stays there."""
        super().resizeEvent(event)
        self._fit()
        self._place_end_button()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has come while nobody saw it."""
        super().showEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out in another size of text, when the document has taken it on."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._end_button.fit()
            self._place_end_button()
            self._soon.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll: what the document does not need comes here."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            self.scroll_to_end()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, beside each paragraph in sight, when it began, unless the one before says the same."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        if self._times is not None and event.rect().left() < self._left_px():
            painter.setFont(text_font(size_px=_TEXT_PX - 1))
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            top, said = float(self.verticalScrollBar().value()), ""
            for line, baseline in self.document.lines_between(top, top + self.viewport().height()):
                seconds = self._times(self._folded.line_of(line))
                words = clock_text(seconds) if seconds is not None else ""
                if words and words != said:
                    painter.drawText(QPointF(0.0, baseline - top), words)
                    said = words
        painter.end()
