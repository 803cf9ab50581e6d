"""Two versions of a message side by side, thoughts included, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
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
from ui.widgets.unfolding_box import UnfoldingBox
from ui.widgets.window_size import open_at


class CompareWindow(QDialog):
    """Shows any two of the versions; `message` reads one of them.

    Signals:
        version_chosen(int): the conversation should go on with this version.
    """

    version_chosen = Signal(int)

    def __init__(
        self,
        version_ids: Sequence[int],
        *,
        message: Callable[[int], StoredMessage],
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
        close = QPushButton(self.tr("Close"))
        close.setProperty("kind", "small")
        close.setToolTip(self.tr("Close this window (Esc)"))
        close.clicked.connect(self.close)
        inside = QWidget()
        inside.setObjectName("transcriptColumn")
        row = QHBoxLayout(inside)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(24)
        for column in self._columns:
            row.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
            column.changed.connect(self._show)
            column.kept.connect(self._keep)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 16)
        foot.addWidget(self._marks)
        foot.addStretch()
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)
        self._columns[0].choose(max(0, len(self._ids) - 2))
        self._columns[1].choose(len(self._ids) - 1)
        open_at(self, 1040, 720)
        self._show()

    def note_changed(self, message_id: int, *, is_over: bool) -> None:
        """A reply has come further: show it again, if it is one of the two. Words are compared when it is over."""
        is_here = message_id in (self._ids[column.chosen] for column in self._columns)
        if is_here and (is_over or not self._marks.isChecked()):
            self._show()

    def _show(self) -> None:
        left, right = (self._message(self._ids[column.chosen]) for column in self._columns)
        if not self._marks.isChecked():
            for column, message in zip(self._columns, (left, right), strict=True):
                column.show_message(message)
            return
        thoughts = differences(trace_of(left), trace_of(right))
        answers = differences(shown_text(left.answer), shown_text(right.answer))
        for column, thought, answer in zip(self._columns, thoughts, answers, strict=True):
            column.show_marked(thought, answer)

    def _keep(self) -> None:
        column = self.sender()
        if isinstance(column, _VersionColumn):
            self.version_chosen.emit(self._ids[column.chosen])
            self.close()


class _VersionColumn(QWidget):
    changed = Signal()
    kept = Signal()

    def __init__(self, count: int, typesetter: FormulaTypesetter | None) -> None:
        super().__init__()
        self._choice = UnfoldingBox()
        self._choice.setAccessibleName(self.tr("Version"))
        self._choice.setToolTip(self.tr("Choose which version stands here"))
        for number in range(1, count + 1):
            self._choice.addItem(self.tr("Version {number} of {count}").format(number=number, count=count))
        keep = QPushButton(self.tr("Go on with this one"))
        keep.setProperty("kind", "small")
        keep.setToolTip(self.tr("Show this version in the conversation"))
        keep.clicked.connect(self.kept)
        self._thought_title = QLabel(self.tr("Thought"))
        self._thought_title.setProperty("tone", "faint")
        self._answer_title = QLabel(self.tr("Answer"))
        self._answer_title.setProperty("tone", "faint")
        self._thought = VerbatimView(self.tr("Thought"), size_px=13, typesetter=typesetter)
        self._answer = DocumentView(typesetter=typesetter)
        self._source = VerbatimView(self.tr("Answer"), size_px=15)
        head = FlowRow()
        head.add(self._choice)
        head.add(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(head)
        for widget in (self._thought_title, self._thought, self._answer_title, self._answer, self._source):
            column.addWidget(widget)
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
