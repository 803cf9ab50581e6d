"""How full the context is: a sentence, a bar, and the arithmetic as a tooltip."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme.theme import Theme
from ui.widgets.share_bar import ShareBar
from ui.widgets.spoken_numbers import count_text


@dataclass(frozen=True, slots=True)
class ContextUse:
    """Tokens of the last turn in a context of `context` tokens."""

    context: int
    prompt: int = 0
    thinking: int = 0
    answer: int = 0

    @property
    def used(self) -> int:
        """All of them."""
        return self.prompt + self.thinking + self.answer


class ContextGauge(QWidget):
    """Shows a `ContextUse`, or nothing while no context is known."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setProperty("tone", "faint")
        self._text.setProperty("scale", "small")
        self._bar = ShareBar(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text)
        row.addWidget(self._bar)
        self._use: ContextUse | None = None
        self._is_compact = False
        self._is_hidden = False
        self.show_use(None)

    def show_use(self, use: ContextUse | None) -> None:
        """Show how full it is."""
        if use is not None and use == self._use:
            return
        self._use = use
        self._text.setVisible(use is not None and not self._is_hidden)
        self._bar.setVisible(use is not None and not self._is_compact and not self._is_hidden)
        if use is None or use.context <= 0:
            self.setToolTip("")
            return
        text = self.tr("{used} of {context}")
        self._text.setText(text.format(used=count_text(use.used), context=count_text(use.context)))
        self._bar.show_shares(*(part / use.context for part in (use.prompt, use.thinking, use.answer)))
        explanation = self.tr(
            "Context, in tokens\nPrompt: {prompt}\nThinking: {thinking}\nAnswer: {answer}\nFree: {free}"
        ).format(
            prompt=count_text(use.prompt),
            thinking=count_text(use.thinking),
            answer=count_text(use.answer),
            free=count_text(max(0, use.context - use.used)),
        )
        self.setToolTip(explanation)
        self.setAccessibleName(explanation.replace("\n", ", "))

    def roomy_px(self) -> int:
        """The width of text and bar."""
        return self.tight_px() + self._bar.minimumWidth() + 8 if self._use is not None else 0

    def tight_px(self) -> int:
        """The width of the text alone."""
        return self._text.sizeHint().width() if self._use is not None else 0

    def set_hidden(self, *, hidden: bool) -> None:
        """Show nothing where there is no room at all."""
        self._is_hidden = hidden
        self._text.setVisible(not hidden and self._use is not None)
        self._bar.setVisible(not hidden and not self._is_compact and self._use is not None)

    def set_compact(self, *, compact: bool) -> None:
        """Leave out the bar where there is little room."""
        self._is_compact = compact
        self._bar.setVisible(not compact and not self._is_hidden and self._use is not None)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Say it anew in another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            use, self._use = self._use, None
            self.show_use(use)
