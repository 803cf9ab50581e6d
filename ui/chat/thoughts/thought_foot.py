"""The foot of the thinking pane while a thought runs: a hint into it, and a word when it goes round in circles."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from app.history.exchange.trace_form import TraceForm
from ui.chat.thoughts.thought_card import ThoughtSteering, trace_form_text
from ui.theme.icons import IconName, give_icon
from ui.widgets.flow_row import FlowRow
from ui.widgets.hint_edit import HintEdit
from ui.widgets.key_tip import KeyTip
from ui.widgets.lacks import Need, Needs
from ui.widgets.layouts import column, row
from ui.widgets.menus import add_ticked, open_at, passing_menu
from ui.widgets.styled import label, styled


class ThoughtFoot(QFrame):
    """A button that opens a field of one line, and above it a notice when there is a reason.

    `edit` opens the thought, which is over then, for editing.
    """

    def __init__(
        self, steering: ThoughtSteering, *, edit: Callable[[], None], export: Callable[[TraceForm], None]
    ) -> None:
        super().__init__()
        self._steering = steering
        self.setObjectName("paneFoot")
        self._circling = QWidget()
        text = label(self.tr("The thought goes round in circles"), wraps=True, tone="warm")
        answer = styled(QPushButton(self.tr("Answer now")), kind="link")
        KeyTip(answer, self.tr("End the thought and go on to the answer"), action="answer_now")
        Needs(answer, Need.ENDS_THOUGHTS)
        answer.clicked.connect(lambda: steering.answer_now_asked.emit())
        row((text, 1), answer, of=self._circling)
        self._open = styled(QPushButton(self.tr("Nudge…")), kind="small")
        KeyTip(self._open, self.tr("Put a hint into the running thought"), action="nudge")
        Needs(self._open, Need.NUDGES)
        self._open.setAccessibleName(self.tr("Nudge the thought"))
        self._open.clicked.connect(self.open_nudge)
        self._edit = HintEdit()
        self._edit.setObjectName("nudge")
        self._edit.setPlaceholderText(self.tr("A hint for the thought · Enter sends, Esc closes"))
        self._edit.setAccessibleName(self.tr("A hint for the running thought"))
        self._edit.submitted.connect(self._nudge)
        self._edit.cancelled.connect(self.close_nudge)
        self._edit_thought = styled(QPushButton(self.tr("Edit and continue…")), kind="small")
        KeyTip(
            self._edit_thought, self.tr("Change the thought and let the model go on from there"), action="edit_thought"
        )
        Needs(self._edit_thought, Need.PREFILLS)
        self._edit_thought.clicked.connect(edit)
        self._outline = QPushButton(self.tr("Outline"))
        self._outline.setProperty("kind", "small")
        self._outline.setCheckable(True)
        KeyTip(self._outline, self.tr("Show or hide the steps of the thought"), action="outline")
        self._outline.clicked.connect(steering.toggle_outlines)
        steering.outline_toggled.connect(self._show_outline)
        self._show_outline()
        self._more = QPushButton()
        self._more.setProperty("kind", "quiet")
        self._more.setToolTip(self.tr("More that can be done with the thought"))
        self._more.setAccessibleName(self.tr("More actions of the thought"))
        give_icon(self._more, IconName.MORE)
        self._more.clicked.connect(self._open_menu)
        self._export = export
        column(
            self._circling,
            self._edit,
            FlowRow(self._edit_thought, self._open, self._outline, self._more),
            of=self,
            margins=(16, 10, 16, 10),
            spacing=8,
        )
        self._circling.setVisible(False)
        self._edit.setVisible(False)
        self.set_live(is_live=True)

    def set_live(self, *, is_live: bool, can_edit: bool = False) -> None:
        """Offer a hint while the thought runs, editing when it is over."""
        self._edit_thought.setVisible(can_edit)
        self._more.setVisible(not is_live)
        self._open.setVisible(is_live)
        self._edit.setVisible(False)

    def open_nudge(self) -> None:
        """Open the field and put the keyboard there."""
        self._open.setVisible(False)
        self._edit.setVisible(True)
        self._edit.setFocus()

    def close_nudge(self) -> None:
        """Close the field; what was typed is given up."""
        self._edit.clear()
        had_keyboard = self._edit.hasFocus()
        self._edit.setVisible(False)
        self._open.setVisible(True)
        if had_keyboard:
            self._open.setFocus()

    def set_circling(self, *, is_circling: bool) -> None:
        """Say that the thought repeats itself, or no more."""
        self._circling.setVisible(is_circling)

    def _open_menu(self) -> None:
        menu = passing_menu(self)
        words = self.tr("Mark where the model was unsure")
        tip = self.tr("Words less likely than not, in replies for which the settings let this be kept")
        add_ticked(menu, words, self._steering.toggle_unsure, is_ticked=self._steering.marks_unsure, tip=tip)
        menu.addSeparator()
        for form in TraceForm:
            menu.addAction(trace_form_text(form)).triggered.connect(partial(self._export, form))
        open_at(menu, self._more, above=True)

    def _show_outline(self) -> None:
        self._outline.setChecked(self._steering.has_outlines)

    def _nudge(self, text: str) -> None:
        self.close_nudge()
        self._steering.nudged.emit(text)
