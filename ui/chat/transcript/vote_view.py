"""The vote over the replies to a question, above the one of them that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from app.conversation.shown_vote import MarkState, ShownVote, VoteMark
from ui.chat.transcript.card_requests import CardRequests
from ui.chat.transcript.vote_words import mark_explanation, mark_text, vote_text
from ui.widgets.flow_row import FlowRow
from ui.widgets.key_tip import KeyTip
from ui.widgets.lacks import Need, Needs
from ui.widgets.layouts import column, row
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.styled import button, label, restyle
from ui.widgets.tip_lines import tip_lines


class VoteView(QWidget):
    """A row of marks, one for each reply; below it a bar of the votes, a sentence, and what can be done.

    Left and Right go from mark to mark. `asks` is told what is wanted.
    """

    def __init__(self, asks: CardRequests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = asks
        self._shown_id = 0
        self._marks: list[QPushButton] = []
        self._ids: list[int | None] = []
        self._group = QButtonGroup(self)
        self._row = FlowRow()
        self._row.setAccessibleName(self.tr("Replies that vote"))
        self._bar = _VoteBar()
        self._words = label(wraps=True)
        self._answer_now = button(self.tr("Answer now"), kind="link", clicked=lambda: asks.answer_now_asked.emit())
        KeyTip(self._answer_now, self.tr("End all thoughts and go on to the answers"), action="answer_now")
        Needs(self._answer_now, Need.ENDS_THOUGHTS)
        self._go_on = button(
            self.tr("Continue the vote"),
            self.tr("What was finished counts; the others are asked anew"),
            kind="link",
            clicked=lambda: asks.vote_continued.emit(self._shown_id),
        )
        self._synthesis = button(
            self.tr("Synthesis"),
            self.tr("Let the model make one answer of all, and name where they differ"),
            kind="link",
            clicked=lambda: asks.synthesis_asked.emit(self._shown_id),
        )
        below = row((self._bar, Qt.AlignmentFlag.AlignVCenter), (self._words, 1), spacing=10)
        self._links = FlowRow(self._answer_now, self._go_on, self._synthesis)
        column(self._row, below, self._links, of=self, margins=(0, 0, 0, 6), spacing=6)

    def show_vote(self, vote: ShownVote) -> None:
        """Show how it stands."""
        self._shown_id = vote.shown_id
        self._fit_marks(len(vote.marks))
        self._ids = [mark.reply_id for mark in vote.marks]
        for number, (mark, shown) in enumerate(zip(vote.marks, self._marks, strict=True), start=1):
            self._show_mark(mark, number, shown, is_shown=mark.reply_id == vote.shown_id)
        words = vote_text(vote)
        self._words.setText(words)
        self.setAccessibleName(words)
        votes = [len(group.samples) for group in vote.outcome.groups if group.answer is not None]
        self._bar.show_votes(votes, of=max(len(vote.marks), sum(votes)))
        self._bar.setVisible(bool(votes))
        self._answer_now.setVisible(vote.is_running and bool(vote.count(MarkState.THINKING)))
        self._go_on.setVisible(vote.can_continue)
        self._synthesis.setVisible(vote.can_be_synthesized)
        self._links.setVisible(not all(one.isHidden() for one in (self._answer_now, self._go_on, self._synthesis)))

    def take_keyboard(self) -> None:
        """Give the keyboard to the mark of the reply that is shown."""
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def has_keyboard(self) -> bool:
        """Whether one of the marks has it."""
        return any(mark.hasFocus() for mark in self._marks)

    # --- private ----------------------------------------------------------------------------------------------

    def _fit_marks(self, count: int) -> None:
        while len(self._marks) > count:
            gone = self._marks.pop()
            self._group.removeButton(gone)
            self._row.take_out(gone)
        for index in range(len(self._marks), count):
            mark = button("", kind="mark", clicked=partial(self._ask_for, index))
            mark.setCheckable(True)
            mark.setAutoExclusive(True)
            self._group.addButton(mark)
            self._marks.append(mark)
            self._row.add(mark)
            mark.setVisible(True)

    def _show_mark(self, mark: VoteMark, number: int, shown: QPushButton, *, is_shown: bool) -> None:
        explanation = mark_explanation(mark, number)
        shown.setText(mark_text(mark))
        shown.setToolTip(tip_lines(explanation))
        shown.setAccessibleName(explanation)
        shown.setEnabled(mark.reply_id is not None)
        shown.setChecked(is_shown)
        restyle(shown, vote="agrees" if mark.agrees else "differs" if mark.answer is not None else "")

    def _ask_for(self, index: int) -> None:
        reply_id = self._ids[index]
        if reply_id is not None:
            self._asks.sample_asked.emit(reply_id)


class _VoteBar(QWidget):
    """As many parts as there are answers, the most votes first; what has no vote stays empty."""

    def __init__(self) -> None:
        super().__init__()
        self._votes: tuple[int, ...] = ()
        self._of = 1
        ScaledLength(self, lambda px: self.setFixedSize(16 * px, px), 6)

    def show_votes(self, votes: Sequence[int], *, of: int) -> None:
        """Show these numbers of votes as parts of all."""
        self._votes, self._of = tuple(votes), max(1, of)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts side by side on a rounded ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, roles = QRectF(self.rect()), QPalette.ColorRole
        outline = QPainterPath()
        outline.addRoundedRect(ground, 3, 3)
        painter.setClipPath(outline)
        quiet = self.palette().color(roles.Mid)
        quiet.setAlpha(50)
        painter.fillRect(ground, quiet)
        left, colours = 0.0, (roles.Highlight, roles.BrightText, roles.Mid)
        for place, votes in enumerate(self._votes):
            width = votes * ground.width() / self._of
            colour = self.palette().color(colours[min(place, 1 + place % 2)])
            painter.fillRect(QRectF(left, 0, max(1.0, width - 1), ground.height()), colour)
            left += width
        painter.end()
