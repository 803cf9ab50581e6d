"""The quiet row under a finished reply: versions, copy, regenerate, and how fast it was."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.chat.reply_card import ReplyCard, ReplyPhase
from ui.widgets.spoken_numbers import decimal_text


class ReplyFooter(QWidget):
    """Buttons and figures of one reply.

    Signals:
        copy_asked(): the answer should go to the clipboard.
        regenerate_asked(): the question should be answered anew.
        continue_asked(): the reply should go on where it stopped.
        version_asked(int): -1 for the version before, +1 for the one after.
    """

    copy_asked = Signal()
    regenerate_asked = Signal()
    continue_asked = Signal()
    version_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = self._button("‹", self.tr("Show the version before"))
        self._after = self._button("›", self.tr("Show the version after"))
        self._version = QLabel()
        self._version.setProperty("tone", "faint")
        self._version.setProperty("scale", "small")
        self._copy = self._button(self.tr("Copy"), self.tr("Copy the answer"))
        self._regenerate = self._button(
            self.tr("Regenerate"), self.tr("Answer the question anew; this version is kept")
        )
        self._continue = self._button(self.tr("Continue"), self.tr("Go on exactly where this reply stopped"))
        self._figures = QLabel()
        self._figures.setProperty("tone", "faint")
        self._figures.setProperty("scale", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (self._before, self._version, self._after, self._copy, self._regenerate, self._continue):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._figures)
        self._before.clicked.connect(lambda: self.version_asked.emit(-1))
        self._after.clicked.connect(lambda: self.version_asked.emit(1))
        self._copy.clicked.connect(self.copy_asked)
        self._regenerate.clicked.connect(self.regenerate_asked)
        self._continue.clicked.connect(self.continue_asked)

    def show_card(self, card: ReplyCard) -> None:
        """Show the buttons and figures that make sense for this reply."""
        several = card.versions > 1
        for widget in (self._before, self._version, self._after):
            widget.setVisible(several)
        self._before.setEnabled(card.version > 1)
        self._after.setEnabled(card.version < card.versions)
        self._version.setText(f"{card.version}/{card.versions}")
        self._version.setAccessibleName(
            self.tr("Version {number} of {count}").format(number=card.version, count=card.versions)
        )
        self._copy.setVisible(bool(card.answer))
        self._regenerate.setVisible(card.failure is None)  # the notice above offers both
        self._continue.setVisible(card.can_continue and card.failure is None)
        self._figures.setText(" · ".join(self._figure_texts(card)))

    def say_copied(self) -> None:
        """Confirm the copy in the button itself."""
        self._copy.setText(self.tr("Copied"))

    def leaveEvent(self, event: object) -> None:
        """Offer to copy again."""
        self._copy.setText(self.tr("Copy"))

    def _figure_texts(self, card: ReplyCard) -> list[str]:
        texts = []
        if card.phase is ReplyPhase.STOPPED:
            texts.append(self.tr("Stopped while thinking") if card.broke_off_thinking else self.tr("Stopped"))
        if card.phase is ReplyPhase.LENGTH:
            texts.append(
                self.tr("Reached the length limit while thinking")
                if card.broke_off_thinking
                else self.tr("Ended at the length limit")
            )
        if card.tokens_per_s is not None:
            texts.append(self.tr("{speed} tokens/s").format(speed=decimal_text(card.tokens_per_s)))
        if card.first_token_s is not None:
            at_least = max(0.1, card.first_token_s)  # nobody tells apart what is shorter
            texts.append(self.tr("first token {seconds} s").format(seconds=decimal_text(at_least)))
        return texts

    def _button(self, text: str, explanation: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "quiet")
        button.setToolTip(explanation)
        button.setAccessibleName(explanation)
        return button
