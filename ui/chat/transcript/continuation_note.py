"""Above a conversation that goes on from another one's summary: says so, shows the summary, leads back."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from app.text import visible_line
from ui.theme.fonts import scaled_px
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column
from ui.widgets.long_words import PlainField
from ui.widgets.styled import BY_MOUSE_AND_KEYS, label, styled

_SUMMARY_PX = 150


class ContinuationNote(QFrame):
    """Hidden for every other conversation. The summary is unfolded while there is nothing else to read.

    `back` leads to the conversation before this one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("box")
        self._words = label(wraps=True, tone="soft")
        self._fold = styled(QPushButton(), kind="link")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._show_summary)
        self.back = styled(QPushButton(self.tr("Go back to it")), kind="link")
        self._about = label(
            self.tr("The model is given this summary instead of the messages there:"), wraps=True, tone="soft"
        )
        self._summary = PlainField()
        self._summary.setReadOnly(True)
        self._summary.setTabChangesFocus(True)
        self._summary.setFixedHeight(scaled_px(_SUMMARY_PX))
        self._summary.setAccessibleName(self.tr("Summary of the conversation before this one"))
        row = FlowRow()
        row.add(self._fold)
        row.add(self.back)
        column(self._words, row, self._about, self._summary, of=self, margins=(14, 6, 10, 6), spacing=4)
        self.show_nothing()

    def show_nothing(self) -> None:
        """The conversation shown begins by itself."""
        self.setVisible(False)

    def show_origin(self, title: str, summary: str, *, is_open: bool) -> None:
        """Say what the conversation goes on from; an empty title stands for one that is no longer there."""
        title = visible_line(title)
        words = self.tr("Goes on from “{title}”").format(title=title)
        self._words.setText(words if title else self.tr("Goes on from a conversation that is no longer here"))
        self.back.setVisible(bool(title))
        self.back.setToolTip(self.tr("Show “{title}”").format(title=title))
        self.back.setAccessibleName(self.back.toolTip())
        self._summary.setPlainText(summary)
        self._fold.setVisible(bool(summary))
        self._fold.setChecked(is_open and bool(summary))
        self._show_summary(self._fold.isChecked())
        self.setAccessibleName(self._words.text())
        self.setVisible(True)

    def _show_summary(self, shown: bool) -> None:
        self._fold.setText(self.tr("Hide the summary") if shown else self.tr("Show the summary"))
        self._about.setVisible(shown)
        self._summary.setVisible(shown)
        self._summary.setTextInteractionFlags(BY_MOUSE_AND_KEYS)
