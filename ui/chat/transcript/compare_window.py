"""Two versions of a message side by side, thoughts included, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QWidget,
)

from app.documents.word_differences import MarkedText, differences
from app.history.records import MessageState, StoredMessage
from app.reasoning import AlignedSteps, aligned
from app.text import quoted
from ui.chat.thoughts.trace_text import trace_of
from ui.chat.transcript.aligned_thoughts import AlignedThoughts
from ui.chat.transcript.cards import shown_text
from ui.chat.transcript.reply_words import ending_text
from ui.documents.document_view import DocumentView
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.verbatim_view import VerbatimView
from ui.widgets.flow_row import FlowRow
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.layouts import column, grid, row, scrolled
from ui.widgets.styled import button, label, show_text
from ui.widgets.tip_lines import tip_lines
from ui.widgets.unfolding_box import UnfoldingBox
from ui.widgets.window_size import open_at

_LONGEST_PART = 30
_BESIDE = (8, 0, 8, 0)
"""Room around texts for the frame of the keyboard."""


class CompareWindow(QDialog):
    """Shows any two of the versions, at first the `pair`; `message` reads one of them.

    `answers` are what candidates of a vote have answered, by their ids.

    Signals:
        version_chosen(int): the conversation should go on with this version.
    """

    version_chosen = Signal(int)

    def __init__(
        self,
        version_ids: Sequence[int],
        *,
        message: Callable[[int], StoredMessage],
        pair: tuple[int, int],
        answers: Mapping[int, str] | None = None,
        typesetter: FormulaTypesetter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ids = tuple(version_ids)
        self._message = message
        found = [message(one) for one in self._ids]
        is_of_one = len({one.model_name for one in found}) == 1
        versions = [
            self._version_text(number, "" if is_of_one else one.model_name, (answers or {}).get(one.id, ""), one.state)
            for number, one in enumerate(found, start=1)
        ]
        sides = self.tr("Version at the left"), self.tr("Version at the right")
        self._columns = [_Version(side, versions, typesetter, self) for side in sides]
        self._aligned = AlignedThoughts()
        self._marks = QCheckBox(self.tr("Mark the words that differ"))
        self._marks.setToolTip(tip_lines(self.tr("Shows the text as it was written, and what only this version has")))
        self._marks.toggled.connect(self._show)
        self._parting = QCheckBox(self.tr("Lay the thoughts side by side, step by step"))
        self._parting.setToolTip(
            tip_lines(self.tr("Steps about the same stand beside each other; where both part is marked"))
        )
        self._parting.toggled.connect(self._show_parting)
        self._place_of_parting: int | None = None
        self._parted = label(tone="warm", wraps=True)
        self._parted.setVisible(False)
        close = button(self.tr("Close"), self.tr("Close this window (Esc)"), clicked=self.close)
        inside = QWidget()
        inside.setObjectName("transcriptColumn")
        rows = grid(of=inside, margins=(16, 20, 16, 20), across_px=8, down_px=10)
        for place, side in enumerate(self._columns):
            rows.addLayout(row(side.head, margins=_BESIDE), 0, place, Qt.AlignmentFlag.AlignTop)
            for line, part in ((1, side.thought), (3, side.answer)):
                rows.addWidget(part, line, place, Qt.AlignmentFlag.AlignTop)
            rows.setColumnStretch(place, 1)
            side.changed.connect(self._show_parting)
            side.keep.clicked.connect(partial(self._keep, side))
        rows.addWidget(self._aligned, 2, 0, 1, 2)  # in a row of its own: Qt has no room above one that it shares
        rows.setRowStretch(4, 1)
        foot = column(self._parted, FlowRow(self._marks, self._parting, at_end=close), margins=(24, 10, 24, 16))
        self._area = scrolled(inside)
        self._aligned.row_reached.connect(self._show_row)
        column((self._area, 1), foot, of=self, margins=(1, 1, 1, 0), spacing=0)
        for side, version_id in zip(self._columns, pair, strict=True):
            side.choose(self._ids.index(version_id))
        open_at(self, 1040, 720)
        self._show()

    def note_changed(self, message_id: int, *, is_over: bool) -> None:
        """A reply has come further: show it again, if it is one of the two. Words are compared when it is over."""
        is_here = message_id in (self._ids[side.chosen] for side in self._columns)
        if is_here and (is_over or not (self._marks.isChecked() or self._parting.isChecked())):
            self._show()

    def _show_parting(self) -> None:
        """Lay the thoughts side by side or below each other's head, and bring into view where they part."""
        self._show()
        place = self._place_of_parting
        if place is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # else it stands where it last stood
            top = self._aligned.y() + self._aligned.top_of(place)
            self._area.verticalScrollBar().setValue(max(0, top - self._area.height() // 3))
            self._aligned.go_to(place)

    def _show_row(self, top: int, height: int) -> None:
        middle = self._aligned.y() + top + height // 2
        self._area.ensureVisible(0, middle, 0, min(height // 2 + 8, self._area.height() // 2))

    def _align(self, left: StoredMessage, right: StoredMessage) -> None:
        """Lay the steps of both side by side, and say in words where they part: colours are not seen by all."""
        texts = trace_of(left), trace_of(right)
        found = aligned(*texts)
        self._place_of_parting = found.parting
        self._aligned.show_thoughts(texts, found)
        pair = found.pairs[found.parting] if found.parting is not None else None
        self._parted.setText(self._parting_text(pair, bool(texts[0] and texts[1])))

    def _parting_text(self, pair: AlignedSteps | None, has_both: bool) -> str:
        if not has_both:
            return self.tr("Only one of them has a thought.")
        if pair is None:
            return self.tr("The thoughts do not part.")
        if pair.first is None or pair.second is None:
            return self.tr("From the marked step on, one thinks of what the other does not.")
        words = self.tr("They first come to different things in step {left} at the left and step {right} at the right.")
        return words.format(left=pair.first + 1, right=pair.second + 1)

    def _show(self) -> None:
        left, right = (self._message(self._ids[column.chosen]) for column in self._columns)
        self._show_versions(left, right)
        is_aligned = self._parting.isChecked()
        self._parted.setVisible(is_aligned)
        self._aligned.setVisible(is_aligned)
        self._place_of_parting = None
        if is_aligned:
            self._align(left, right)
            for side in self._columns:
                side.fold_thought()

    def _version_text(self, number: int, writer: str, answer: str, state: MessageState) -> str:
        """Return what a version is called: who wrote it where there are several, what it answers, how it ended."""
        words = self.tr("Version {number} of {count}").format(number=number, count=len(self._ids))
        told = (quoted(part, longest=_LONGEST_PART) for part in (writer, answer))
        return " · ".join(part for part in (words, *told, ending_text(state)) if part)

    def _show_versions(self, left: StoredMessage, right: StoredMessage) -> None:
        if not self._marks.isChecked():
            for side, message in zip(self._columns, (left, right), strict=True):
                side.show_message(message)
            return
        thoughts = differences(trace_of(left), trace_of(right))
        answers = differences(shown_text(left.answer), shown_text(right.answer))
        for side, message, thought, answer in zip(self._columns, (left, right), thoughts, answers, strict=True):
            side.show_marked(message, thought, answer)

    def _keep(self, side: _Version) -> None:
        self.version_chosen.emit(self._ids[side.chosen])
        self.close()


class _Version(QObject):
    """One side: its `head`, `thought` and `answer` stand in rows with those of the other."""

    changed = Signal()

    def __init__(
        self, name: str, versions: Sequence[str], typesetter: FormulaTypesetter | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._choice = UnfoldingBox()
        self._choice.setAccessibleName(name)
        self._choice.setToolTip(self.tr("Choose which version stands here"))
        self._choice.addItems(list(versions))
        self._choice.setMinimumWidth(1)  # its words are cut where half a narrow window has no room for them
        self.keep = button(self.tr("Go on with this one"), self.tr("Show this version in the conversation"))
        self.head = FlowRow(self._choice, self.keep)
        self._thought = VerbatimView(self.tr("Thought"), size_px=13, typesetter=typesetter)
        self._answer = DocumentView(typesetter=typesetter)
        self._source = VerbatimView(self.tr("Answer"), size_px=15)
        self.thought, self.answer = QWidget(), QWidget()
        column(label(self.tr("Thought"), tone="faint"), self._thought, 1, of=self.thought, margins=_BESIDE, spacing=10)
        self._answer_title = label(self.tr("Answer"), tone="faint")
        self._ending = label(tone="soft", wraps=True)
        column(
            self._answer_title, self._answer, self._source, self._ending, 1, of=self.answer, margins=_BESIDE, spacing=10
        )
        FocusFrame(self.thought, watched=self._thought)
        for text in (self._answer, self._source):
            FocusFrame(self.answer, watched=text)
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
        self._show_parts(message, MarkedText(trace_of(message), ()))
        is_growing = message.state is MessageState.RUNNING
        self._answer.set_markdown(shown_text(message.answer), is_growing=is_growing)
        self._answer.setVisible(bool(message.answer) or is_growing)
        self._source.setVisible(False)

    def show_marked(self, message: StoredMessage, thought: MarkedText, answer: MarkedText) -> None:
        """Show a version as it was written, with what only it has."""
        self._show_parts(message, thought)
        self._source.set_markdown(answer.text)
        self._source.mark_source(answer.marks)
        self._answer.setVisible(False)
        self._source.setVisible(bool(answer.text))

    def fold_thought(self) -> None:
        """Leave the head of the thought alone: its steps stand below."""
        self._thought.setVisible(False)

    def _show_parts(self, message: StoredMessage, thought: MarkedText) -> None:
        version = self._choice.currentText()
        for part, name in ((self._thought, self.tr("Thought")), (self._answer, self.tr("Answer"))):
            part.setAccessibleName(f"{name} · {version}")
        self._source.setAccessibleName(self._answer.accessibleName())
        self.keep.setAccessibleName(f"{self.keep.text()} · {version}")
        show_text(self._ending, "" if message.answer else ending_text(message.state))
        self._thought.setVisible(True)
        self._thought.set_markdown(thought.text)
        self._thought.mark_source(thought.marks)
        self.thought.setVisible(bool(thought.text))
        self._answer_title.setVisible(bool(thought.text))
