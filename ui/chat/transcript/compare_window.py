"""Two versions of a message side by side, thoughts included, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QWidget,
)

from app.documents.word_differences import MarkedText, differences
from app.history.records import MessageState, StoredMessage
from ui.chat.thoughts.trace_text import trace_of
from ui.chat.transcript.cards import shown_text
from ui.documents.document_view import DocumentView
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.verbatim_view import VerbatimView
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column, row, scrolled
from ui.widgets.styled import button, label
from ui.widgets.unfolding_box import UnfoldingBox
from ui.widgets.window_size import open_at


class CompareWindow(QDialog):
    """Shows any two of the versions, at first the `pair` or the last two; `message` reads one of them.

    Signals:
        version_chosen(int): the conversation should go on with this version.
    """

    version_chosen = Signal(int)

    def __init__(
        self,
        version_ids: Sequence[int],
        *,
        message: Callable[[int], StoredMessage],
        pair: tuple[int, int] | None = None,
        typesetter: FormulaTypesetter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ids = tuple(version_ids)
        self._message = message
        self._columns = [_VersionColumn(len(self._ids), typesetter) for _ in range(2)]
        self._marks = QCheckBox(self.tr("Mark the words that differ"))
        self._marks.setToolTip(self.tr("Shows the text as it was written, and what only this version has"))
        self._marks.toggled.connect(self._show)
        close = button(self.tr("Close"), self.tr("Close this window (Esc)"), clicked=self.close)
        inside = QWidget()
        inside.setObjectName("transcriptColumn")
        sides = row(of=inside, margins=(24, 20, 24, 20), spacing=24)
        for side in self._columns:
            sides.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)
            side.changed.connect(self._show)
            side.keep.clicked.connect(partial(self._keep, side))
        foot = row(self._marks, 1, close, margins=(24, 10, 24, 16))
        column((scrolled(inside), 1), foot, of=self, margins=(1, 1, 1, 0), spacing=0)
        for side, version_id in zip(self._columns, pair or (self._ids[-2:][0], self._ids[-1]), strict=True):
            side.choose(self._ids.index(version_id))
        open_at(self, 1040, 720)
        self._show()

    def note_changed(self, message_id: int, *, is_over: bool) -> None:
        """A reply has come further: show it again, if it is one of the two. Words are compared when it is over."""
        is_here = message_id in (self._ids[side.chosen] for side in self._columns)
        if is_here and (is_over or not self._marks.isChecked()):
            self._show()

    def _show(self) -> None:
        left, right = (self._message(self._ids[column.chosen]) for column in self._columns)
        if not self._marks.isChecked():
            for side, message in zip(self._columns, (left, right), strict=True):
                side.show_message(message)
            return
        thoughts = differences(trace_of(left), trace_of(right))
        answers = differences(shown_text(left.answer), shown_text(right.answer))
        for side, thought, answer in zip(self._columns, thoughts, answers, strict=True):
            side.show_marked(thought, answer)

    def _keep(self, side: _VersionColumn) -> None:
        self.version_chosen.emit(self._ids[side.chosen])
        self.close()


class _VersionColumn(QWidget):
    changed = Signal()

    def __init__(self, count: int, typesetter: FormulaTypesetter | None) -> None:
        super().__init__()
        self._choice = UnfoldingBox()
        self._choice.setAccessibleName(self.tr("Version"))
        self._choice.setToolTip(self.tr("Choose which version stands here"))
        for number in range(1, count + 1):
            self._choice.addItem(self.tr("Version {number} of {count}").format(number=number, count=count))
        self.keep = button(self.tr("Go on with this one"), self.tr("Show this version in the conversation"))
        self._thought_title = label(self.tr("Thought"), tone="faint")
        self._answer_title = label(self.tr("Answer"), tone="faint")
        self._thought = VerbatimView(self.tr("Thought"), size_px=13, typesetter=typesetter)
        self._answer = DocumentView(typesetter=typesetter)
        self._source = VerbatimView(self.tr("Answer"), size_px=15)
        head = FlowRow(self._choice, self.keep)
        shown = (self._thought_title, self._thought, self._answer_title, self._answer, self._source)
        column(head, *shown, of=self, spacing=10)
        self._choice.currentIndexChanged.connect(lambda: self.changed.emit())

    @property
    def chosen(self) -> int:
        """The position of the version shown here."""
        return max(0, self._choice.currentIndex())

    def choose(self, position: int) -> None:
        """Show a version without telling of it."""
        self._choice.blockSignals(True)
        self._choice.setCurrentIndex(position)
        self._choice.blockSignals(False)

    def show_message(self, message: StoredMessage) -> None:
        """Show a version as it reads."""
        self._show_thought(MarkedText(trace_of(message), ()))
        is_growing = message.state is MessageState.RUNNING
        self._answer.set_markdown(shown_text(message.answer), is_growing=is_growing)
        self._answer.setVisible(True)
        self._source.setVisible(False)

    def show_marked(self, thought: MarkedText, answer: MarkedText) -> None:
        """Show a version as it was written, with what only it has."""
        self._show_thought(thought)
        self._source.set_markdown(answer.text)
        self._source.mark_source(answer.marks)
        self._answer.setVisible(False)
        self._source.setVisible(True)

    def _show_thought(self, thought: MarkedText) -> None:
        self._thought.set_markdown(thought.text)
        self._thought.mark_source(thought.marks)
        for widget in (self._thought_title, self._thought, self._answer_title):
            widget.setVisible(bool(thought.text))
