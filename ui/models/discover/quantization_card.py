"""One quantization of a model: its size, whether it fits, and the button that downloads it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.models.parts.badge import Badge, BadgeText
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label, restyle, show_text, styled


class CardAction(enum.Enum):
    """What the button does."""

    DOWNLOAD = "download"
    WATCH = "watch"
    """It is being downloaded: show where."""
    RETRY = "retry"
    """Its download has stopped: go on with it."""
    USE = "use"
    """It is on this computer."""


@dataclass(frozen=True, slots=True)
class QuantizationEntry:
    """What a card shows; `path` names the quantization in its repository."""

    path: str
    name: str
    size: str
    detail: str = ""
    badge: BadgeText | None = None
    is_recommended: bool = False
    action: CardAction = CardAction.DOWNLOAD
    progress: str = ""
    """Such as `42 %`, while it is being downloaded."""
    problem: str = ""
    """Why its download has stopped."""


class QuantizationCard(QFrame):
    """A card that can be chosen by click, Enter or Space.

    Signals:
        chosen(str): its arithmetic is wanted; the text is the path.
        action_asked(CardAction): the button was pressed.
    """

    chosen = Signal(str)
    action_asked = Signal(object)

    def __init__(self, entry: QuantizationEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = styled(ElidedLabel(), weight="strong")
        self._size = label(tone="soft", scale="body")
        self._detail = label(tone="faint", scale="small", wraps=True)
        self._badge = Badge()
        self.button = button("", clicked=lambda: self.action_asked.emit(self.entry.action))
        left = column(row(self._name, self._size, 1, spacing=10), self._detail, spacing=3)
        above = row((left, 1), self._badge, self.button, spacing=10)
        self._problem = label(tone="danger", scale="small", wraps=True)
        column(above, self._problem, of=self, margins=(12, 9, 10, 9), spacing=6)
        self.show_entry(entry)

    def show_entry(self, entry: QuantizationEntry) -> None:
        """Show other facts of the same quantization."""
        self.entry = entry
        self._name.setText(entry.name)
        self._size.setText(entry.size)
        recommended = self.tr("recommended") if entry.is_recommended else ""
        self._detail.setText(" · ".join(part for part in (recommended, entry.detail) if part))
        self._badge.show_badge(entry.badge)
        show_text(self._problem, entry.problem)
        words, tip = self._button_words(entry)
        self.button.setText(words)
        self.button.setToolTip(tip)
        self.button.setAccessibleName(f"{tip} ({entry.name})")
        kind = "smallPrimary" if entry.is_recommended and entry.action is not CardAction.WATCH else "small"
        restyle(self.button, kind=kind)
        fit = entry.badge.text if entry.badge is not None else ""
        spoken = (entry.name, entry.size, fit, self._detail.text(), entry.problem)
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Mark the card whose arithmetic is shown."""
        restyle(self, chosen="true" if is_chosen else "false")

    def _button_words(self, entry: QuantizationEntry) -> tuple[str, str]:
        match entry.action:
            case CardAction.USE:
                return self.tr("Use"), self.tr("Load this model and go to the chat")
            case CardAction.RETRY:
                return self.tr("Try again"), self.tr("Go on with this download")
            case CardAction.WATCH:
                return entry.progress or self.tr("Queued"), self.tr("Show the download")
        return self.tr("Download"), self.tr("Download {name}, {size}").format(name=entry.name, size=entry.size)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        super().mousePressEvent(event)
        self.chosen.emit(self.entry.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose it with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.entry.path)
            return
        super().keyPressEvent(event)
