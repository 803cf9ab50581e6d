"""The right side of On this computer: one model, and what can be done with it."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.models.library.vote_box import VoteBox
from ui.models.parts.badge import Badge, BadgeText
from ui.models.parts.fact_rows import FactRows
from ui.models.parts.panel_frame import PanelFrame
from ui.models.parts.panel_questions import RemovalQuestion, RenameRow
from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column, scrolled
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.styled import button, label
from ui.widgets.work_row import WorkRow


class LibraryAction(enum.Enum):
    """What a person may do with a model on this computer."""

    USE = "use"
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


class LibraryPanel(PanelFrame):
    """Asks before it removes, in place; renames in place.

    Signals:
        action_asked(LibraryAction): do this with the model shown; removal has been confirmed.
        rename_asked(str): this name was typed.
    """

    action_asked = Signal(object)
    rename_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._card: LibraryCard | None = None
        self.notice = NoticeBar()
        self.notice.setVisible(False)
        self.work = WorkRow()
        self.facts = FactRows()
        self.votes = VoteBox(theme)
        self._badge = Badge()
        self._state = label(tone="faint", wraps=True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = {
            LibraryAction.USE: button(
                self.tr("Use"), self.tr("Load this model and go to the chat"), kind="smallPrimary"
            ),
            LibraryAction.VERIFY: button(
                self.tr("Verify"), self.tr("Read the whole file and compare it with the published or recorded hash")
            ),
            LibraryAction.REVEAL: button(self.tr("Show in folder"), self.tr("Open the folder in the file manager")),
            LibraryAction.UPDATE: button("", self.tr("Ask the Hub whether this file has changed there")),
            LibraryAction.RENAME: button(self.tr("Rename…"), self.tr("Call it differently; its file keeps its name")),
            LibraryAction.REMOVE: button("", self.tr("Asks first, and says what becomes free")),
        }
        for action, one in self._buttons.items():
            one.clicked.connect(lambda _checked=False, action=action: self._act(action))
        self._actions = FlowRow(*self._buttons.values())
        self._confirm = RemovalQuestion()
        self._confirm.confirmed.connect(lambda: self.action_asked.emit(LibraryAction.REMOVE))
        self._rename = RenameRow()
        self._rename.renamed.connect(self.rename_asked)
        body = QWidget()
        badge = (self._badge, Qt.AlignmentFlag.AlignLeft)
        told = (self._state, self.notice, badge, self.facts)
        parts = (*told, self._actions, self._confirm, self._rename, self.work, self.votes)
        column(*parts, 1, of=body, margins=(20, 18, 16, 20), spacing=12)
        self.add_body(scrolled(body, name=self.tr("About this model")))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._card = None
        self.set_title("")
        self._state.setText(self.tr("Choose a model to see where it is and what you can do with it."))
        self._state.setVisible(True)
        for widget in (self.facts, self._actions, self._confirm, self._rename, self._badge, self.notice, self.votes):
            widget.setVisible(False)

    def show_card(self, card: LibraryCard) -> None:
        """Show a model. An open question stays open while it is about the same one."""
        is_other = self._card is None or self._card.name != card.name
        self._card = card
        self.set_title(card.name)
        self._state.setVisible(False)
        self._badge.show_badge(card.badge)
        self.facts.show_facts(card.facts)
        self.facts.setVisible(True)
        for action, one in self._buttons.items():
            one.setVisible(action in card.actions)
        self._buttons[LibraryAction.UPDATE].setText(card.update_words)
        self._buttons[LibraryAction.REMOVE].setText(card.remove_words)
        self._confirm.set_words(card.remove_question, card.remove_answer)
        self._actions.setVisible(True)
        if is_other:
            self.notice.setVisible(False)
            self._confirm.setVisible(False)
            self._rename.setVisible(False)

    def set_busy(self, actions: Sequence[LibraryAction], *, is_busy: bool) -> None:
        """Let some actions rest while work is under way."""
        for action in actions:
            self._buttons[action].setEnabled(not is_busy)

    def button(self, action: LibraryAction) -> QPushButton:
        """Return the button of an action."""
        return self._buttons[action]

    def confirm_button(self) -> QPushButton:
        """Return the button that answers the question yes."""
        return self._confirm.answer

    def _act(self, action: LibraryAction) -> None:
        self._confirm.setVisible(False)
        self._rename.setVisible(False)
        if action is LibraryAction.REMOVE:
            self._confirm.ask()
        elif action is LibraryAction.RENAME and self._card is not None:
            self._rename.ask(self._card.name)
        else:
            self.action_asked.emit(action)
