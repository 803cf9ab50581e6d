"""A thought and what can be done with it: read it, steer it while it runs, edit it when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.history.exchange.trace_form import TraceForm
from ui.chat.thoughts.thought_card import (
    Bookmarks,
    EditedThought,
    ThoughtCard,
    ThoughtProgress,
    ThoughtSteering,
    TraceWish,
)
from ui.chat.thoughts.thought_editor import ThoughtEditor
from ui.chat.thoughts.thought_foot import ThoughtFoot
from ui.chat.thoughts.thought_view import ThoughtView
from ui.chat.thoughts.trace_confidence import TraceConfidence
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from ui.chat.calls.call_list import CallList
    from ui.chat.thoughts.confidence_strip import ConfidenceStrip
    from ui.chat.thoughts.thought_outline import ThoughtOutline
    from ui.chat.thoughts.trace_outline import OutlineSection
    from ui.documents.formula_typesetter import FormulaTypesetter
    from ui.widgets.yielding_area import YieldingArea

_LEAST_CALLS_PX = 160
_CALLS_SHARE = 0.6
"""Of the panel's height is theirs; more of them is scrolled."""


class ThoughtPanel(QWidget):
    """Stands in the thinking pane, or above the answer in a narrow window, where its text has a fixed height.

    Signals:
        editing_changed(bool): the editor has taken the place of the thought, or given it back.
    """

    editing_changed = Signal(bool)

    def __init__(
        self,
        steering: ThoughtSteering,
        *,
        typesetter: FormulaTypesetter | None = None,
        text_px: int | None = None,
    ) -> None:
        super().__init__()
        self._steering = steering
        self.view = ThoughtView(typesetter=typesetter)
        self._foot = ThoughtFoot(steering, edit=self.edit_thought, export=self._export)
        self._editor = ThoughtEditor(steering.drafts)
        self._editor.setVisible(False)
        self._editor.submitted.connect(self._go_on)
        self._editor.cancelled.connect(self._close_editor)
        self.card: ThoughtCard | None = None
        """What is shown."""
        self._progress = ThoughtProgress()
        self._outline: ThoughtOutline | None = None
        self.call_list: CallList | None = None
        """Where calls of tools are shown, if there has been one here."""
        self._call_area: YieldingArea | None = None
        self._strip: ConfidenceStrip | None = None
        self._text_px = text_px
        self._body = column((self.view, 3), (self._editor, 3), spacing=8)
        column((self._body, 1), self._foot, of=self, spacing=0)
        if text_px is None:
            self._body.setContentsMargins(16, 14, 14, 8)
        else:
            self._body.setContentsMargins(12, 10, 6, 10)
            self.view.setFixedHeight(text_px)
            self._editor.setFixedHeight(text_px + 60)
        self._found = TraceConfidence()
        self._has_strip = False
        self.view.hint_of = self._nearly_said
        self.clear()

    @property
    def is_editing(self) -> bool:
        """Whether the thought is open for editing."""
        return not self._editor.isHidden()

    def show_thought(self, card: ThoughtCard) -> None:
        """Show the thought of another reply, from its beginning (a live one from its end)."""
        self.put_editor_away()
        self.card = card
        self.view.setVisible(True)
        self.view.show_thought(card.text, card.times, is_live=card.progress.is_live)
        self.show_progress(card.progress)

    def show_progress(self, progress: ThoughtProgress) -> None:
        """Offer what can be done now; what comes while the thought is edited is taken in after it."""
        was_live, could_edit = self._progress.is_live, self._progress.can_edit
        self._progress = progress
        if self.card is not None:
            self.view.set_live(is_live=progress.is_live)
        if self.is_editing:
            return
        if was_live and not progress.is_live:
            self._foot.close_nudge()
        self._show_calls(progress)
        self._foot.set_circling(is_circling=progress.is_circling)
        if progress.is_live != was_live or progress.can_edit != could_edit or self._foot.isHidden():
            self._foot.set_live(is_live=progress.is_live, can_edit=progress.can_edit)
        self._foot.setVisible(self.card is not None)
        if self._outline is not None:
            self._outline.can_fork, self._outline.can_bookmark = progress.can_edit, progress.is_over

    def show_outline(self, sections: Sequence[OutlineSection]) -> None:
        """Show the steps of the thought above it."""
        outline = self._outline or self._new_outline()
        outline.show_outline(sections, self.view.text())
        outline.setVisible(not self.is_editing)

    def grow_outline(self, sections: Sequence[OutlineSection], *, follows: bool = True) -> None:
        """Show the steps of the same thought as far as it has come; `follows` its end if that is in sight."""
        if self._outline is not None:
            self._outline.grow(sections, self.view.text(), follows=follows)
            if not follows and not self._outline.selectionModel().hasSelection():
                self._outline.begin_at(self.view.source_at_top())

    def hide_outline(self) -> None:
        """Show the thought alone."""
        if self._outline is not None:
            if self._outline.hasFocus():
                self.view.setFocus()
            self._outline.setVisible(False)
            self._outline.show_outline((), "")

    def show_confidence(self, found: TraceConfidence | None) -> None:
        """Mark the words that the model was unsure of, and show along a strip where; `None` shows nothing of it."""
        self._found = found or TraceConfidence()
        self.view.mark_source(self._found.unsure_spans())
        self._has_strip = found is not None
        if found is not None:
            self._strip = self._strip or self._new_strip()
            self._strip.show_confidence(found)
        if self._strip is not None:
            self._strip.setVisible(self._has_strip and not self.is_editing)

    @property
    def strip(self) -> ConfidenceStrip | None:
        """How sure the model was along the thought, while that is shown."""
        return self._strip if self._strip is not None and not self._strip.isHidden() else None

    @property
    def outline(self) -> ThoughtOutline | None:
        """The steps of the thought, while they are shown."""
        return self._outline if self._outline is not None and not self._outline.isHidden() else None

    def clear(self) -> None:
        """Show no thought."""
        self.put_editor_away()
        self.card = None
        self._progress = ThoughtProgress()
        self.view.show_thought("", None)
        self.view.setVisible(False)
        self._foot.setVisible(False)
        self._show_calls(self._progress)
        self.hide_outline()
        self.show_confidence(None)

    def open_nudge(self) -> None:
        """Open the field for a hint, if a thought runs."""
        if self._progress.is_live:
            self._foot.open_nudge()

    def edit_thought(self, *, place: int | None = None) -> None:
        """Open the thought for editing, if its reply is over: of several the last, or that at a place of the trace."""
        card = self.card
        if not self._progress.can_edit or card is None or self.is_editing:
            return
        self.view.setVisible(False)
        self._foot.setVisible(False)
        for beside in (self._outline, self._strip):
            if beside is not None:
                beside.setVisible(False)
        self._editor.setVisible(True)
        edited = self._thought_up_to(place)
        self._editor.edit(card.reply_id, edited.text, step=edited.step)
        self.editing_changed.emit(True)

    def put_editor_away(self) -> None:
        """Show the thought again; what was written is there when it is edited the next time."""
        if self.is_editing:
            self._editor.put_away()
            self._show_thought_again()

    # --- private ----------------------------------------------------------------------------------------------

    def _show_calls(self, progress: ThoughtProgress) -> None:
        if self.call_list is None and progress.calls and self._text_px is None:  # else they stand below it anyway
            from ui.chat.calls.call_list import CallList  # seldom needed
            from ui.widgets.yielding_area import YieldingArea

            self.call_list = CallList(self._steering.calls)
            self._call_area = YieldingArea(self.call_list, self, most_px=self._calls_most_px)
            self._call_area.setAccessibleName(self.tr("Calls of tools"))
            self._body.insertWidget(self._body.indexOf(self.view) + 1, self._call_area)
        if self.call_list is not None and self._call_area is not None:
            self.call_list.show_calls(progress.calls)
            self._call_area.setVisible(bool(progress.calls))

    def _calls_most_px(self) -> int:
        return max(_LEAST_CALLS_PX, round(self.height() * _CALLS_SHARE))

    def _go_on(self, edited: EditedThought) -> None:
        self._close_editor()
        self._steering.edited.emit(edited)

    def _close_editor(self) -> None:
        focused = self.focusWidget()
        had_keyboard = focused is not None and self._editor.isAncestorOf(focused)
        self._show_thought_again()
        if had_keyboard:
            self.view.setFocus()

    def _thought_up_to(self, place: int | None) -> EditedThought:
        """Return the thought that a place of the trace stands in, up to that; without a place the last one, whole."""
        assert self.card is not None, "a thought is shown"
        text, spans = self.view.text(), self._progress.thoughts
        before = [span for span in spans if place is None or span.begin <= place]
        if not before:
            return EditedThought(self.card.reply_id, text[:place])
        span = before[-1]
        end = span.end if place is None else min(place, span.end)
        return EditedThought(self.card.reply_id, text[span.begin : end], step=span.step)

    def _fork(self, place: int) -> None:
        if self.card is not None:
            self._steering.edited.emit(self._thought_up_to(place))

    def _ask_for_forks(self, place: int) -> None:
        from ui.chat.thoughts.fork_dialog import ForkDialog

        if self.card is not None:
            dialog = ForkDialog(self._thought_up_to(place), self.view.text()[place:], self.window())
            dialog.accepted.connect(lambda: self._steering.edited.emit(dialog.chosen))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _edit_from(self, place: int) -> None:
        """Open the thought up to this place for editing; what was written for it before makes way."""
        if self.card is not None:
            edited = self._thought_up_to(place)
            self._steering.drafts[self.card.reply_id, edited.step] = edited.text
            self.edit_thought(place=place)

    def _keep_bookmarks(self, section: OutlineSection) -> None:
        if self.card is not None:
            self._steering.bookmarked.emit(Bookmarks(self.card.reply_id, section.place, section.bookmarks))

    def _nearly_said(self, source: int) -> str:
        token = self._found.token_at(source)
        return self._found.words_of(token) if token is not None else ""

    def _show_token(self, place: int) -> None:
        token = self._found.token_at(place)
        if token is None:
            self.view.scroll_to_source(place)
        else:
            self.view.show_source(*self._found.place_of(token))

    def _fold_read(self) -> None:
        """Fold every step that ends above what is in sight."""
        if self._outline is not None:
            at_top = self.view.source_at_top()
            self.view.fold(part for part in self._outline.outline.parts() if part[1] <= at_top)

    def _export(self, form: TraceForm) -> None:
        if self.card is not None:
            self._steering.export_asked.emit(TraceWish(self.card.reply_id, form))

    def _new_outline(self) -> ThoughtOutline:
        from ui.chat.thoughts.thought_outline import ThoughtOutline  # not before somebody wants one

        outline = self._outline = ThoughtOutline(most_px=self._text_px // 2 if self._text_px is not None else None)
        outline.step_chosen.connect(self.view.scroll_to_source)
        outline.fold_toggled.connect(self.view.toggle_fold)
        outline.fold_read_asked.connect(self._fold_read)
        outline.unfold_asked.connect(self.view.unfold)
        outline.step_quoted.connect(self._steering.quoted)
        outline.fork_asked.connect(self._fork)
        outline.forks_asked.connect(self._ask_for_forks)
        outline.edit_asked.connect(self._edit_from)
        outline.bookmarks_changed.connect(self._keep_bookmarks)
        outline.can_fork, outline.can_bookmark = self._progress.can_edit, self._progress.is_over
        self._body.insertWidget(0, outline, 2)
        return outline

    def _new_strip(self) -> ConfidenceStrip:
        from ui.chat.thoughts.confidence_strip import ConfidenceStrip

        strip = ConfidenceStrip()
        strip.place_chosen.connect(self._show_token)
        strip.setting_asked.connect(self._steering.unsure_setting_asked)
        self._body.insertWidget(self._body.indexOf(self.view), strip)
        return strip

    def _show_thought_again(self) -> None:
        self._editor.setVisible(False)
        if self._outline is not None:
            self._outline.setVisible(self._steering.has_outlines and self.card is not None)
        if self._strip is not None:
            self._strip.setVisible(self._has_strip and self.card is not None)
        self.view.setVisible(self.card is not None)
        self.show_progress(self._progress)
        self.editing_changed.emit(False)
