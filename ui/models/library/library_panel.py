"""The right side of On this computer: one model, and what can be done with it."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.history.vote_figures import VoteFigures, VoteStatistics
from ui.models.parts.action_panel import ActionPanel
from ui.models.parts.badge import Badge, BadgeText
from ui.models.parts.fact_rows import FactRows
from ui.models.parts.panel_questions import RenameRow
from ui.theme.fonts import scaled_px
from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.spoken_numbers import count_text, duration_text
from ui.widgets.styled import button, label
from ui.widgets.work_row import WorkRow


class LibraryAction(enum.Enum):
    """What a person may do with a model on this computer."""

    USE = "use"
    SETTINGS = "settings"
    """Choose context, layers, system prompt and sampling for it alone."""
    VERIFY = "verify"
    REVEAL = "reveal"
    UPDATE = "update"
    """Ask the Hub for a newer version; once one is known, download it."""
    RENAME = "rename"
    REMOVE = "remove"
    """Delete it, or only forget it: the panel is told which."""


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """What the panel shows of a model."""

    name: str
    title: str
    """What it is shown as."""
    facts: tuple[tuple[str, str], ...]
    badge: BadgeText | None = None
    actions: frozenset[LibraryAction] = frozenset(LibraryAction)
    update_words: str = ""
    """The button: Check for update, or Download update with its size."""
    remove_words: str = ""
    """The button: Delete…, or Forget…"""
    remove_question: str = ""
    """Asked before, with what it frees."""
    remove_answer: str = ""
    """The button that does it."""


class LibraryPanel(ActionPanel):
    """Renames in place.

    Signals:
        rename_asked(str): this name was typed.
    """

    rename_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.work = WorkRow()
        self.votes = VoteBox(theme)
        self._badge = Badge()
        buttons: dict[enum.Enum, QPushButton] = {
            LibraryAction.USE: button(
                self.tr("Use"), self.tr("Load this model and go to the chat"), kind="smallPrimary"
            ),
            LibraryAction.SETTINGS: button(
                self.tr("Settings…"), self.tr("Context, layers, system prompt and sampling of this model")
            ),
            LibraryAction.VERIFY: button(
                self.tr("Verify"), self.tr("Read the whole file and compare it with the published or recorded hash")
            ),
            LibraryAction.REVEAL: button(self.tr("Show in folder"), self.tr("Open the folder in the file manager")),
            LibraryAction.UPDATE: button("", self.tr("Ask the Hub whether this file has changed there")),
            LibraryAction.RENAME: button(self.tr("Rename…"), self.tr("Call it differently; its file keeps its name")),
            LibraryAction.REMOVE: button("", self.tr("Asks first, and says what becomes free")),
        }
        self._rename = RenameRow()
        self._rename.renamed.connect(self.rename_asked)
        self.set_actions(buttons, LibraryAction.REMOVE, {LibraryAction.RENAME: self._rename})
        told = (self.said, self.notice, (self._badge, Qt.AlignmentFlag.AlignLeft), self.facts)
        parts = (*told, self.action_row, self.removal, self._rename, self.work, self.votes)
        self.fill(*parts, name=self.tr("About this model"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self.say_only(self.tr("Choose a model to see where it is and what you can do with it."))
        for widget in (self._badge, self.votes):
            widget.setVisible(False)

    def show_card(self, card: LibraryCard) -> None:
        """Show a model. An open question stays open while it is about the same one."""
        self.show_about(card.name, card.title, card.facts)
        self._rename.show_name(card.name)
        self._badge.show_badge(card.badge)
        for action, one in self._buttons.items():
            one.setVisible(action in card.actions)
        self._buttons[LibraryAction.UPDATE].setText(card.update_words)
        self._buttons[LibraryAction.REMOVE].setText(card.remove_words)
        self.removal.set_words(card.remove_question, card.remove_answer)

    def set_busy(self, actions: Sequence[LibraryAction], *, is_busy: bool) -> None:
        """Let some actions rest while work is under way."""
        for action in actions:
            self._buttons[action].setEnabled(not is_busy)


# How often a model agreed with itself: a small plot of its votes, and what they cost.

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
        ScaledLength(self, self.setFixedHeight, _HEIGHT_PX)

    def show_votes(self, votes: Sequence[VoteFigures]) -> None:
        """Plot these, the oldest at the left."""
        self._votes = tuple(votes)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a bar for each vote, its parts from below, on a line."""
        colours, painter = self._theme.colours, QPainter(self)
        height, step = self.height() - 2, min(scaled_px(_WIDEST_BAR_PX), self.width() / max(1, len(self._votes)))
        for place, vote in enumerate(self._votes):
            bottom, whole = float(height), max(1, vote.samples)
            others = vote.finished - vote.agreeing
            parts = (vote.agreeing, colours.accent), (others, colours.third), (vote.spared, "")
            for replies, colour in parts:
                part = replies * height / whole
                bar = QRectF(place * step, bottom - part, max(1.0, step - 2), max(0.0, part - 1))
                if colour:
                    painter.fillRect(bar, QColor(colour))
                elif replies:  # what was not needed is left empty
                    painter.setPen(QColor(colours.faint_text))
                    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
                bottom -= part
        painter.fillRect(QRectF(0, height + 1, self.width(), 1), QColor(colours.faint_text))
        painter.end()


def _percent(share: float) -> str:
    return f"{round(share * 100)} %"


def _counted(number: float | None) -> str:
    return count_text(round(number)) if number is not None else ""
