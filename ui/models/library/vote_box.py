"""How often a model agreed with itself: a small plot of its votes, and what they cost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.history.vote_figures import VoteFigures, VoteStatistics
from ui.models.parts.fact_rows import FactRows
from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column
from ui.widgets.spoken_numbers import count_text, duration_text
from ui.widgets.styled import button, label

_HEIGHT_PX = 56
_WIDEST_BAR_PX = 14
_MOST_BARS = 60


class VoteBox(QWidget):
    """Hidden for a model that nobody has let vote. `export` is the button that writes the table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = FactRows(name_px=120)
        self._plot = _VotePlot(theme)
        title = label(self.tr("Votes"), weight="strong")
        legend = label(
            self.tr("Each bar is a vote: how many agreed, how many did not, how many were not needed."),
            tone="faint",
            scale="small",
            wraps=True,
        )
        self.export = button(self.tr("Export the table…"), self.tr("Write a line for each vote, as CSV"))
        column(title, self._plot, legend, self._facts, FlowRow(self.export), of=self, spacing=8)
        self.setVisible(False)

    def show_votes(self, votes: Sequence[VoteFigures]) -> None:
        """Show the votes of a model, oldest first."""
        self.setVisible(bool(votes))
        if not votes:
            return
        whole = VoteStatistics.of(votes)
        self._facts.show_facts(
            (
                (self.tr("Votes"), count_text(whole.votes)),
                (self.tr("Agreement"), _percent(whole.agreement)),
                (self.tr("Tokens per reply"), _counted(whole.tokens_each)),
                (
                    self.tr("Time per reply"),
                    duration_text(whole.seconds_each) if whole.seconds_each else "",
                ),
                (self.tr("Not needed"), _percent(whole.spared)),
            )
        )
        self._plot.show_votes(votes[-_MOST_BARS:])
        words = self.tr("{count} votes; {share} of the replies agreed")
        self._plot.setAccessibleName(words.format(count=len(votes), share=_percent(whole.agreement)))

    def facts(self) -> dict[str, str]:
        """Return what is shown."""
        return self._facts.texts()


class _VotePlot(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._votes: tuple[VoteFigures, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT_PX)

    def show_votes(self, votes: Sequence[VoteFigures]) -> None:
        """Plot these, the oldest at the left."""
        self._votes = tuple(votes)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a bar for each vote, its parts from below, on a line."""
        colours, painter = self._theme.colours, QPainter(self)
        height, step = self.height() - 2, min(_WIDEST_BAR_PX, self.width() / max(1, len(self._votes)))
        for place, vote in enumerate(self._votes):
            bottom, whole = float(height), max(1, vote.samples)
            others = vote.finished - vote.agreeing
            parts = (vote.agreeing, colours.accent), (others, colours.third), (vote.spared, colours.line)
            for replies, colour in parts:
                part = replies * height / whole
                painter.fillRect(QRectF(place * step, bottom - part, max(1.0, step - 2), part), QColor(colour))
                bottom -= part
        painter.fillRect(QRectF(0, height + 1, self.width(), 1), QColor(colours.line))
        painter.end()


def _percent(share: float) -> str:
    return f"{round(share * 100)} %"


def _counted(number: float | None) -> str:
    return count_text(round(number)) if number is not None else ""
