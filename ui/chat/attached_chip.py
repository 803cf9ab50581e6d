"""A file that goes along with the question: its name, how long it is, and a way to take it out again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.widgets.spoken_numbers import count_text, size_text

_LONGEST_NAME = 28


@dataclass(frozen=True, slots=True)
class ChipState:
    """What a chip says; `tokens` is exact or about, `None` while the file is being read."""

    name: str
    size_bytes: int = 0
    tokens: int | None = None
    is_exact: bool = False
    note: str = ""


class AttachedChip(QFrame):
    """One file.

    Signals:
        opened(): its text should be shown.
        removed(): it should not be sent.
    """

    opened = Signal()
    removed = Signal()

    def __init__(self, state: ChipState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("box")
        self._name = QPushButton()
        self._name.setProperty("kind", "quiet")
        self._name.clicked.connect(self.opened)
        self._remove = QToolButton()
        self._remove.setText("✕")
        self._remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(4)
        row.addWidget(self._name)
        row.addWidget(self._remove)
        self.state = state
        self.show_state(state)

    def show_state(self, state: ChipState) -> None:
        """Say it."""
        self.state = state
        short = shortened(state.name)
        if state.tokens is None:
            text = self.tr("{name} · reading…").format(name=short)
        else:
            words = (
                self.tr("{name} · {size} · {count} tokens")
                if state.is_exact
                else self.tr("{name} · {size} · about {count} tokens")
            )
            text = words.format(name=short, size=size_text(state.size_bytes), count=count_text(state.tokens))
        self._name.setText(text)
        self._name.setEnabled(state.tokens is not None)
        tip = self.tr("Show the text of {name}").format(name=state.name)
        self._name.setToolTip(f"{tip}\n{state.note}" if state.note else tip)
        self._name.setAccessibleName(text if not state.note else f"{text}. {state.note}")
        self._remove.setToolTip(self.tr("Do not send {name}").format(name=state.name))
        self._remove.setAccessibleName(self._remove.toolTip())
        self.updateGeometry()


def shortened(name: str) -> str:
    """Return a file name cut in its middle: its beginning and its ending tell most."""
    plain = " ".join(name.split())
    if len(plain) <= _LONGEST_NAME:
        return plain
    return f"{plain[: _LONGEST_NAME - 11]}…{plain[-10:]}"
