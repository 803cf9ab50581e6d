"""The thinking pane: the thought of one reply, beside its answer."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSpacerItem, QToolButton, QWidget

from ui.chat.thoughts.progress_words import figures_text, widest_text
from ui.chat.thoughts.thought_card import ThoughtCard, ThoughtProgress, ThoughtSteering
from ui.theme.icons import IconName, Icons
from ui.theme.spacing import HEADER_PX
from ui.theme.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.key_tip import KeyTip
from ui.widgets.lacks import Need, Needs
from ui.widgets.layouts import column, row
from ui.widgets.pulse import Pulse, PulseDot
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.styled import label, styled

if TYPE_CHECKING:
    from ui.chat.thoughts.thought_panel import ThoughtPanel
    from ui.chat.thoughts.thought_view import ThoughtView
    from ui.documents.formula_typesetter import FormulaTypesetter


class ThinkingPane(QFrame):
    """Shows one `ThoughtCard` and lets it grow; while it runs, it can be ended or given a hint."""

    def __init__(self, theme: Theme, icons: Icons, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setMinimumWidth(240)
        self.setAccessibleName(self.tr("Thinking"))
        self.steering = ThoughtSteering(self)
        self.steering.answer_now_asked.connect(self._note_asked)
        self._typesetter: FormulaTypesetter | None = None
        self._dot = PulseDot(theme, pulse)
        self._title = ElidedLabel()
        self._title.setObjectName("paneTitle")
        self._figures = styled(ElidedLabel(), tone="soft")
        self._answer_now = styled(QPushButton(self.tr("Answer now")), kind="small")
        KeyTip(self._answer_now, self.tr("End the thought and go on to the answer"), action="answer_now")
        Needs(self._answer_now, Need.ENDS_THOUGHTS)
        self._answer_now.clicked.connect(self.ask_for_answer)
        self.collapse = collapse = QToolButton()
        KeyTip(collapse, self.tr("Hide the thinking pane"), action="thinking_pane")
        collapse.setAccessibleName(self.tr("Hide the thinking pane"))
        icons.give(collapse, IconName.HIDE_PANE)
        header = QFrame()
        header.setObjectName("paneHeader")
        self._row = row(margins=(16, 0, 8, 0), spacing=8)
        strut = QSpacerItem(0, 0)
        self._row.addItem(strut)
        ScaledLength(header, lambda px: strut.changeSize(0, max(HEADER_PX, px) - 1), HEADER_PX - 8)
        self._row.addWidget(self._dot)
        self._row.addWidget(self._title)
        self._row.addWidget(self._figures, 1)
        self._row.addWidget(self._answer_now)
        self._row.addWidget(collapse)
        self._below = column(spacing=8)
        self._parts_below: list[QWidget] = []
        """What of figures and button stands below the title."""
        column(self._row, self._below, of=header, margins=(0, 0, 0, 1), spacing=0)
        self._empty = label(wraps=True, tone="faint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self.is_empty = True
        """Whether no thought is shown."""
        self._is_live = False
        self._progress = ThoughtProgress()
        self._column = column(header, (self._empty, 1), of=self, spacing=0)
        self.show_nothing(self.tr("The model's thought appears here, beside its answer."))

    @property
    def is_editing(self) -> bool:
        """Whether a thought is open for editing."""
        return not self.is_empty and self.panel.is_editing

    @property
    def view(self) -> ThoughtView:
        """Where the text of the thought stands."""
        return self.panel.view

    def set_typesetter(self, typesetter: FormulaTypesetter) -> None:
        """Say who sets formulas, before the first thought is shown."""
        self._typesetter = typesetter

    def show_thought(self, card: ThoughtCard) -> None:
        """Show the thought of another reply, from its beginning (a live one from its end)."""
        self.is_empty = False
        self._empty.setVisible(False)
        self.panel.setVisible(True)
        self.panel.show_thought(card)
        self.show_progress(card.progress)

    def show_progress(self, progress: ThoughtProgress) -> None:
        """Show how long and how much."""
        self._progress = progress
        self.panel.show_progress(progress)
        self._show_live(is_live=progress.is_live)
        self._show_title()

    def show_nothing(self, reason: str) -> None:
        """Say in a sentence why there is no thought here."""
        if not self.is_empty:
            self.panel.clear()
            self.panel.setVisible(False)
        self.is_empty = True
        self._progress = ThoughtProgress()
        self._show_live(is_live=False)
        self._title.setText(self.tr("Thinking"))
        self._figures.setText("")
        self._empty.setText(reason)
        self._empty.setVisible(True)

    def ask_for_answer(self) -> None:
        """Ask for the end of the running thought, once."""
        if self._is_live and self._answer_now.isEnabled():
            self.steering.answer_now_asked.emit()

    @functools.cached_property
    def panel(self) -> ThoughtPanel:
        """Where the thought stands; made after the first paint, when it is first asked for."""
        from ui.chat.thoughts.thought_panel import ThoughtPanel

        panel = ThoughtPanel(self.steering, typesetter=self._typesetter)
        panel.editing_changed.connect(self._show_title)
        panel.setVisible(False)
        self._column.addWidget(panel, 1)
        return panel

    # --- private ----------------------------------------------------------------------------------------------

    def _note_asked(self) -> None:
        self._answer_now.setEnabled(False)

    def _show_live(self, *, is_live: bool) -> None:
        if is_live and not self._is_live:
            self._answer_now.setEnabled(True)
        self._is_live = is_live
        self._dot.setVisible(is_live)
        self._answer_now.setVisible(is_live)
        self._place_parts()

    def _place_parts(self) -> None:
        """Put figures and button below the title where there is no room beside it."""
        beside = (self._dot, self._title, self.collapse)
        room = self.width() - 24 - sum(self._width_px(widget) for widget in beside)
        figures, button = self._widest_figures_px() + self._row.spacing(), self._width_px(self._answer_now)
        below: list[QWidget] = []
        if self._is_live and figures + button > room:
            below.append(self._figures)  # the button is where it always is
            if button > room:
                below.append(self._answer_now)
        if below == self._parts_below:
            return
        self._parts_below = below
        for part in (self._figures, self._answer_now):
            (self._row if self._row.indexOf(part) >= 0 else self._below).removeWidget(part)
            if part in below:
                self._below.addWidget(part)
            else:
                at_end = Qt.AlignmentFlag.AlignRight if part is self._answer_now else Qt.AlignmentFlag(0)
                self._row.insertWidget(self._row.indexOf(self.collapse), part, part is self._figures, at_end)
        self._below.setContentsMargins(16, 0, 8, 10 if below else 0)

    def _width_px(self, widget: QWidget) -> int:
        return widget.sizeHint().width() + self._row.spacing()

    def _show_title(self) -> None:
        progress = self._progress
        if self.is_editing:
            self._title.setText(self.tr("Edit the thought"))
            self._figures.setText("")
            return
        self._title.setText(self.tr("Thinking") if progress.is_live else self.tr("Thought"))
        edited = self.tr("edited") if progress.is_edited else ""
        self._figures.setText(" · ".join(part for part in (figures_text(progress), edited) if part))

    def _widest_figures_px(self) -> int:
        """How wide the figures of a long thought become: nothing leaves its row in mid-thought."""
        return self._figures.fontMetrics().horizontalAdvance(widest_text(self._progress))

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the places of figures and button."""
        super().resizeEvent(event)
        self._place_parts()
