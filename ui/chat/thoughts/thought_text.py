"""The text of a thought: append-only, soft in colour, with the time of each paragraph beside it while it is known."""

from __future__ import annotations

import bisect
from collections import deque

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from app.conversation.paragraph_times import ParagraphTimes
from ui.chat.thoughts.text_marks import MOST_MARKS, marks_of, paint_times, shown_marks
from ui.documents.verbatim_view import SourcePlace
from ui.theme.fonts import scaled_px
from ui.widgets.flowing_text import FlowingText
from ui.widgets.timers import after

_LABEL_WIDTH_PX = 48
NEAR_END_PX = 4
"""Who is as near to the end is there."""
_AT_ONCE, _SLICE = 16_000, 6_000
"""Characters of a long thought that are laid out before the window looks at other events."""
_SECOND_THOUGHTS = ("Wait,", "Wait.", "Wait ", "Wait…", "Wait:", "Wait!")


class ThoughtText(FlowingText):
    """Follows its end while the reader is there; otherwise nothing moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, size_px=13)
        self.setObjectName("thought")
        self.setAccessibleName(self.tr("Thought"))
        # Opaque, so that scrolling moves what is painted instead of painting all of it again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._times: ParagraphTimes | None = None
        self._paragraphs: list[int] = []
        self._unchecked: int | None = None
        self._found = ""
        self._hit: int | None = None
        self._marks: list[QTextCursor] = []
        self._searched = 0
        self._waiting: deque[str] = deque()
        self._more = after(self, 0, self._take_more)
        self._is_at_end = True
        self._is_taking = False
        self.verticalScrollBar().valueChanged.connect(self._note_place)
        self.verticalScrollBar().rangeChanged.connect(self._follow)

    @property
    def is_at_end(self) -> bool:
        """Whether the newest text is in view, and is followed."""
        return self._is_at_end

    def show_thought(self, text: str, times: ParagraphTimes | None) -> None:
        """Show a thought from its beginning; `times` is read again as it grows."""
        self._times = times
        self._paragraphs = []
        self._unchecked = None
        self._marks = []
        self._waiting.clear()
        self.set_left_margin(scaled_px(_LABEL_WIDTH_PX) if times is not None else 0)
        self._take(text[:_AT_ONCE])
        self._waiting.extend(text[at : at + _SLICE] for at in range(_AT_ONCE, len(text), _SLICE))
        if self._waiting:
            self._more.start()

    def append_thought(self, text: str) -> None:
        """Let it grow."""
        if self._waiting:
            self._waiting.append(text)
        else:
            self._take(text)

    def _take_more(self) -> None:
        self._take(self._waiting.popleft())
        if self._waiting:
            self._more.start()

    def _take(self, text: str) -> None:
        self._is_taking = True
        self.append_text(text)
        self._look_for_second_thoughts()
        self._search_on()
        self._is_taking = False
        self._follow()

    def scroll_to_end(self) -> None:
        """Go to the newest text, and follow it from here."""
        self._is_at_end = True
        self._follow()

    def _follow(self) -> None:
        """Stay at the end if the reader is there: the text is longer now, or is laid out in another width."""
        if self._is_at_end and not self._is_taking:  # once for what comes at once: each step moves what is painted
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _note_place(self, value: int) -> None:
        self._is_at_end = value >= self.verticalScrollBar().maximum() - NEAR_END_PX

    # --- what a rendered thought takes over -----------------------------------------------------------------------

    def place_at_top(self) -> SourcePlace | None:
        """Return the line at the top of the view; None at the very beginning."""
        if self.verticalScrollBar().value() == 0:
            return None
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, 0))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        while cursor.block().length() == 1 and cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
            pass  # an empty line is only room in a rendered thought
        return SourcePlace(self.source_position(cursor.position()), float(-self.cursorRect(cursor).top()))

    def scroll_to_source(self, source: int) -> None:
        """Put the line with this character of the text at the top, or as near to it as there is text."""
        while self._waiting:
            self._take_more()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.document_position(source))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def selected_range(self) -> tuple[int, int] | None:
        """Return which characters of the text are selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.source_position(cursor.selectionStart()), self.source_position(cursor.selectionEnd())

    # --- finding ----------------------------------------------------------------------------------------------

    @property
    def hit_count(self) -> int:
        """How many places have been found."""
        return len(self._marks)

    def find_text(self, text: str) -> int:
        """Mark all places of a text, whatever the case, and return their number; an empty text ends it."""
        self._found, self._hit = text, None
        self._marks = marks_of(self, text) if text else []
        self._show_marks()
        return len(self._marks)

    def show_hit(self, index: int | None) -> None:
        """Mark one hit more strongly than the others and bring it into view, or none."""
        self._hit = index
        self._show_marks()
        if index is not None and index < len(self._marks):
            place = self.cursorRect(self._marks[index])
            if not 8 <= place.top() <= self.viewport().height() - place.height() - 8:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + place.top() - round(self.viewport().height() * 0.35))

    def _search_on(self) -> None:
        """Find what is looked for in the text that has come."""
        if not self._found or len(self._marks) >= MOST_MARKS:
            return
        last = self._marks[-1].selectionEnd() if self._marks else 0
        begin = max(last, self._searched - len(self._found))
        self._searched = max(0, self.document().characterCount() - 1)
        cursor = self.document().find(self._found, begin, QTextDocument.FindFlag(0))
        has_more = not cursor.isNull()
        while not cursor.isNull() and len(self._marks) < MOST_MARKS:
            self._marks.append(cursor)
            cursor = self.document().find(self._found, cursor, QTextDocument.FindFlag(0))
        if has_more:
            self._show_marks()

    def _show_marks(self) -> None:
        self._searched = max(0, self.document().characterCount() - 1)
        self.setExtraSelections(shown_marks(self, self._marks, self._hit))

    def paragraph_began(self, block_number: int) -> None:
        """Remember which block the paragraph's time belongs to."""
        self._look_for_second_thoughts(is_over=True)
        self._paragraphs.append(block_number)
        self._unchecked = block_number

    def _look_for_second_thoughts(self, *, is_over: bool = False) -> None:
        """Emphasise a paragraph that begins with “Wait”, once enough of it is there."""
        if self._unchecked is None:
            return
        block = self.document().findBlockByNumber(self._unchecked)
        if block.length() <= 5 and not is_over:
            return
        self._unchecked = None
        if block.text().startswith(_SECOND_THOUGHTS):
            self.emphasise(block.position(), 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the beginning or the end, as in a rendered thought."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif event.key() == Qt.Key.Key_End:
            self.scroll_to_end()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text and, beside each paragraph that is in sight, when it began."""
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Base))
        ground.end()
        super().paintEvent(event)
        if self._times is None:
            return
        times, colour = self._times_in_sight(self._times.seconds), self.palette().color(QPalette.ColorRole.Mid)
        painter = QPainter(self.viewport())
        paint_times(painter, times, width=scaled_px(_LABEL_WIDTH_PX), colour=colour)
        painter.end()

    def _times_in_sight(self, seconds: list[float]) -> list[tuple[float, float]]:
        """Return the bottom of the first line and the time of each paragraph in sight."""
        top = float(self.verticalScrollBar().value())
        bottom = top + self.viewport().height()
        first = max(0, bisect.bisect_right(self._paragraphs, top, key=self._top_of) - 1)
        times = []
        for ordinal in range(first, min(len(self._paragraphs), len(seconds))):
            block = self.document().findBlockByNumber(self._paragraphs[ordinal])
            block_top = self.document().documentLayout().blockBoundingRect(block).top()
            if block_top > bottom:
                break
            line_px = block.layout().lineAt(0).height() if block.layout().lineCount() else 0.0
            times.append((block_top - top + line_px, seconds[ordinal]))
        return times

    def _top_of(self, block_number: int) -> float:
        block = self.document().findBlockByNumber(block_number)
        return float(self.document().documentLayout().blockBoundingRect(block).top())
