"""A finished thought: its code and formulas rendered, scrolled so that what is being read stays where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.conversation.paragraph_times import ParagraphTimes
from ui.chat.thoughts.text_marks import paint_times
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.verbatim_view import SourcePlace, VerbatimView
from ui.theme.fonts import scaled_px
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.timers import after

THOUGHT_PX = 13
TIMES_PX = 48
"""Left of the text, for the time at which each paragraph began."""
_BELOW_PX = 8
_STEP_PX = 40
_MOST_PASSES = 4


class ThoughtPage(QAbstractScrollArea):
    """Shows a text; heights above the reader may change as it is laid out, the line at the top does not move.

    Signals:
        read(): all of the text has been read, so that it can take the place of a running thought.
    """

    read = Signal()

    def __init__(self, *, typesetter: FormulaTypesetter | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thoughtPage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Opaque, so that scrolling moves what is painted instead of painting all of it again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.document = VerbatimView(self.tr("Thought"), size_px=THOUGHT_PX, typesetter=typesetter)
        self.document.setParent(self.viewport())
        FocusFrame(self, watched=self.document)
        self.document.read.connect(self.read)
        self.document.height_changed.connect(self._fit)
        self._times: ParagraphTimes | None = None
        self._anchor: SourcePlace | None = None
        """The line at the top; None at the very top, where all stays as it is."""
        self._is_at_end = False
        self._is_placing = False
        self._is_fitting = True
        self._soon = after(self, 0, self._fit)
        self.verticalScrollBar().setSingleStep(_STEP_PX)
        self.verticalScrollBar().valueChanged.connect(self._note_place)

    def show_thought(self, text: str, times: ParagraphTimes | None) -> None:
        """Show a finished thought, from its beginning."""
        self._times = times
        self._anchor, self._is_at_end = None, False
        self.document.set_markdown(text)
        self._fit()

    def scroll_to_end(self) -> None:
        """Go to the last line, and stay there."""
        self._is_at_end = True
        self._fit()

    def scroll_to(self, place: SourcePlace | None) -> None:
        """Put a line at the top; None is the beginning."""
        self._anchor, self._is_at_end = place, False
        self._fit()

    def bring_into_view(self, top: int, height: int) -> None:
        """Scroll as little as needed, so that a part of the document can be read."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 8 <= top <= bar.value() + room - height - 8:
            self._is_at_end = False
            line = self.document.place_at(float(top))
            # By the line itself: what is above it may turn out lower than was guessed.
            self._anchor = SourcePlace(line.source, line.below_px - room * 0.35)
            self._fit()

    # --- private ----------------------------------------------------------------------------------------------

    def _left_px(self) -> int:
        return scaled_px(TIMES_PX) if self._times is not None else 0

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
        self.viewport().update()

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
        self._is_at_end = value > 0 and value >= self.verticalScrollBar().maximum() - 4
        self._anchor = self.document.place_at(float(value)) if value > 0 else None

    # --- Qt ---------------------------------------------------------------------------------------------------

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Move what is painted."""
        if not self._is_placing:
            self.viewport().scroll(0, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out in the new width; the line at the top stays there."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what is seen now."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out in another size of text, when the document has taken it on."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._soon.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll: what the document does not need comes here."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, beside each paragraph in sight, when it began."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        if self._times is not None:
            top, seconds = float(self.verticalScrollBar().value()), self._times.seconds
            lines = self.document.lines_between(top, top + self.viewport().height())
            times = ((bottom - top, seconds[line]) for line, bottom in lines if line < len(seconds))
            colour = self.palette().color(QPalette.ColorRole.Mid)
            paint_times(painter, times, width=self._left_px(), colour=colour)
        painter.end()
