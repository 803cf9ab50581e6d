"""The panel of one thing that a list has: what it is, what can be done with it, and what is asked before."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.models.parts.fact_rows import FactRows
from ui.models.parts.panel_frame import PanelFrame
from ui.models.parts.panel_questions import RemovalQuestion
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import Part, column, scrolled
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.styled import label, show_text


class ActionPanel(PanelFrame):
    """Asks before it removes, in place. Subclasses give it buttons (`set_actions`) and parts (`fill`).

    Signals:
        action_asked(Enum): do this; removal has been confirmed.
    """

    action_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.notice = NoticeBar()
        self.said = label(tone="soft", wraps=True)
        self.facts = FactRows()
        self.removal = RemovalQuestion()
        self._key = ""

    def set_actions(
        self,
        buttons: Mapping[enum.Enum, QPushButton],
        removal: enum.Enum,
        opened: Mapping[enum.Enum, QWidget] | None = None,
    ) -> None:
        """Let these be done; some open a part of the panel, as `removal` opens its question, and close it again."""
        self._buttons = buttons
        self._opened = {removal: self.removal, **(opened or {})}
        self.removal.confirmed.connect(lambda: self.action_asked.emit(removal))
        for action, one in buttons.items():
            one.clicked.connect(lambda _checked=False, action=action: self._act(action))
        self.action_row = FlowRow(*buttons.values())

    def fill(self, *parts: Part, name: str) -> None:
        """Put the parts below each other; `name` is for a screen reader."""
        body = QWidget()
        column(*parts, 1, of=body, margins=(20, 18, 16, 20), spacing=12)
        self.add_body(scrolled(body, name=name))

    def button(self, action: enum.Enum) -> QPushButton:
        """Return the button of an action."""
        return self._buttons[action]

    def allow(self, actions: Collection[enum.Enum]) -> None:
        """Let these be done now, and no others."""
        for action in sorted(self._buttons, key=lambda one: one not in actions):  # the keyboard goes to one of these
            self._buttons[action].setEnabled(action in actions)

    def say_only(self, words: str) -> None:
        """Nothing is chosen: say what could be."""
        self.set_title("")
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        show_text(self.said, words)
        for widget in (self.facts, self.action_row):
            widget.setVisible(False)
        self._begin("")

    def show_about(self, key: str, title: str, facts: Sequence[tuple[str, str]], *, said: str = "") -> None:
        """Show what is known by this key; what is open stays open while it is the same."""
        self.set_title(title)
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft)
        show_text(self.said, said)
        self.facts.show_facts(facts)
        self.facts.setVisible(bool(facts))
        self.action_row.setVisible(True)
        self._begin(key)

    def _begin(self, key: str) -> None:
        if key != self._key or not key:
            self._close_opened()
            self.notice.setVisible(False)
        self._key = key

    def _close_opened(self) -> None:
        for part in self._opened.values():
            part.setVisible(False)

    def _act(self, action: enum.Enum) -> None:
        part = self._opened.get(action)
        is_wanted = part is not None and part.isHidden()
        self._close_opened()
        if part is None:
            self.action_asked.emit(action)
        elif is_wanted:
            part.setVisible(True)
            part.setFocus(Qt.FocusReason.TabFocusReason)
