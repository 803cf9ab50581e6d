"""Decides whose thought is shown, and keeps it growing: in the pane, or above the answer in a narrow window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.conversation.turn import Turn, TurnState
from app.history.records import StoredMessage
from app.messages import ReplyPart, Thinking
from ui.chat.thinking.thinking_pane import ThinkingPane
from ui.chat.thoughts.thought_card import ParagraphTimes, ThoughtCard, ThoughtProgress
from ui.chat.thoughts.thought_panel import ThoughtPanel
from ui.chat.thoughts.thought_view import ThoughtView
from ui.chat.thoughts.trace_text import call_count, trace_of, trace_of_turn
from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.cards import thinking_s_of
from ui.chat.transcript.reply_view import ReplyView
from ui.chat.window_content import WindowContent
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.widgets.long_words import LONGEST_EDITED

_INLINE_THOUGHT_PX = 240


class ThoughtFollower(QObject):
    """Shows the thought of the reply that the reader clicks, scrolls to, or sees being written.

    `turn_of` and `reply_of` find the live turn that writes a reply, and the reply as it is stored.

    Signals:
        hits_changed(int): what is looked for stands in other places of the thought of this reply, too.
    """

    hits_changed = Signal(int)

    def __init__(
        self,
        *,
        content: WindowContent,
        turn_of: Callable[[int], Turn | None],
        reply_of: Callable[[int], StoredMessage | None],
        typesetter: FormulaTypesetter,
    ) -> None:
        super().__init__(content)
        self._typesetter = typesetter
        content.dock.pane.set_typesetter(typesetter)
        self._content = content
        self._turn_of = turn_of
        self._reply_of = reply_of
        self._shown: int | None = None
        self._times: dict[int, ParagraphTimes] = {}
        self._circling: int | None = None
        self._found_text = ""
        content.page.transcript.reply_came_into_view.connect(self.show)
        content.page.transcript.thought_asked.connect(self.open)
        content.narrow_changed.connect(self._move)
        content.dock.collapsed_changed.connect(self._offer_answer_now)
        content.dock.pane.view.hits_changed.connect(self._tell_hits)
        self._offer_answer_now()

    def show(self, reply_id: int) -> None:
        """Show the thought of this reply in the pane."""
        if reply_id != self._shown and not self._content.dock.pane.is_editing:
            self._show_in_pane(reply_id)

    def open(self, reply_id: int) -> None:
        """Show the thought of this reply where it can be seen now; a second time folds it away in a narrow window."""
        view = self._content.page.transcript.reply(reply_id)
        if not self._content.is_narrow:
            if self._content.dock.is_collapsed:
                self._content.dock.toggle()
            if not self._content.dock.pane.is_editing:
                self._show_in_pane(reply_id)
        elif view is not None and view.is_thought_open:
            view.fold_thought()
        else:
            self._unfolded(reply_id)

    def edit(self, reply_id: int | None = None) -> None:
        """Open a thought for editing where it can be seen: that of this reply, or the one the reader is at."""
        place = self._unfolded(reply_id)
        if place is not None:
            place.edit_thought()

    def nudge(self) -> None:
        """Open the field for a hint to the running thought where it can be seen."""
        place = self._unfolded(None)
        if place is not None:
            place.open_nudge()

    def unfold(self, reply_id: int) -> None:
        """Show the thought of this reply where it can be seen."""
        self._unfolded(reply_id)

    def show_nothing(self) -> None:
        """Nothing is shown that could have a thought."""
        self._shown = None
        self._content.dock.pane.show_nothing(self.tr("The model's thought appears here, beside its answer."))
        self._content.dock.show_progress(ThoughtProgress())

    def note_times(self, turn: Turn, parts: Sequence[ReplyPart]) -> None:
        """Remember when the paragraphs of a running thought begin."""
        text = "".join(part.text for part in parts if isinstance(part, Thinking))
        times = self._times_of(turn) if text else None
        if times is not None:
            times.feed(text, at_s=thinking_s_of(turn) or 0.0)

    def grow(self, reply_id: int) -> None:
        """Show a running thought, where it is shown, as far as it has come."""
        text = self._text(reply_id)
        panel = self._panel(reply_id)
        if panel is not None:
            panel.view.grow_thought(text)
        if reply_id != self._shown:
            if self._found_text:
                self.hits_changed.emit(reply_id)
        elif not self._content.dock.pane.is_empty:
            self._content.dock.pane.view.grow_thought(text)
        elif text:
            self._show_in_pane(reply_id)

    def show_progress(self, reply_id: int) -> None:
        """Show seconds and tokens of a running or just ended thought."""
        progress = self._progress(reply_id)
        self._content.dock.show_progress(progress)
        panel = self._panel(reply_id)
        if panel is not None:
            panel.show_progress(progress)
        if reply_id == self._shown and not self._content.dock.pane.is_empty:
            self._content.dock.pane.show_progress(progress)

    def end(self, reply_id: int) -> None:
        """Show the thought of a reply that has just ended as it is kept."""
        self.grow(reply_id)
        self.show_progress(reply_id)
        if reply_id == self._shown and self._content.dock.pane.is_empty:
            self._show_in_pane(reply_id)

    def note_circling(self, turn: Turn) -> None:
        """The running thought repeats itself: it will be said beside it."""
        self._circling = turn.id

    def history_replaced(self) -> None:
        """All replies are others now: nothing is known of the times of their thoughts."""
        self._times.clear()

    def edited(self) -> int | None:
        """Return the reply whose thought is being edited, wherever that is."""
        if self._content.dock.pane.is_editing:
            return self._shown
        replies = (view for view in self._content.page.transcript.cards() if isinstance(view, ReplyView))
        panels = (view.thought_panel for view in replies if view.thought_panel is not None)
        return next((panel.card.reply_id for panel in panels if panel.is_editing and panel.card), None)

    def put_editors_away(self) -> None:
        """Keep what is written in editors of thoughts as drafts."""
        self._content.dock.pane.put_editor_away()
        self._content.page.transcript.fold_thoughts()

    @property
    def times(self) -> dict[int, ParagraphTimes]:
        """When the paragraphs of thoughts began, by reply, as far as it is known."""
        return self._times

    # --- finding ----------------------------------------------------------------------------------------------

    def find_everywhere(self, text: str) -> None:
        """Mark a text in every thought that is shown, also later; an empty one ends it."""
        self._found_text = text
        for view in self._shown_views().values():
            view.find_text(text)

    def show_hit(self, reply_id: int, index: int) -> None:
        """Show the thought of this reply where it can be seen, and one hit in it, marked more strongly."""
        self.show_no_hit()
        transcript, key = self._content.page.transcript, CardKey(True, reply_id)
        card = transcript.reply(reply_id)
        if card is None or card.visibleRegion().isEmpty():
            transcript.show_card(key)
        if not self._content.is_narrow:
            self._content.dock.pane.put_editor_away()
        place = self._unfolded(reply_id)
        if place is not None:
            place.view.show_hit(index)
            if isinstance(place, ThoughtPanel):
                transcript.fit_card(key)
                transcript.show_card(key, inside_px=0)
        transcript.hold_reply()

    def show_no_hit(self) -> None:
        """Mark all hits alike: the one that is shown is elsewhere."""
        for view in self._shown_views().values():
            view.show_hit(None)

    def hit_count(self, reply_id: int) -> int | None:
        """Return how many hits the thought of this reply has; None if it is not shown, or not read."""
        view = self._shown_views().get(reply_id)
        return view.hit_count if view is not None and view.is_counted else None

    def text(self, reply_id: int) -> str:
        """Return the thought of this reply."""
        return self._text(reply_id)

    # --- private ----------------------------------------------------------------------------------------------

    def _show_in_pane(self, reply_id: int) -> None:
        """Show a thought from its beginning, a running one from its end."""
        self._shown = reply_id
        card = self._card(reply_id)
        if card.text:
            self._content.dock.pane.show_thought(card)
        elif self._turn_of(reply_id) is not None:
            self._content.dock.pane.show_nothing(self.tr("The thought appears here when it begins."))
        else:
            self._content.dock.pane.show_nothing(self.tr("This reply came without a thought."))

    def _panel(self, reply_id: int) -> ThoughtPanel | None:
        """Return what shows the thought above its answer, if it is unfolded there."""
        view = self._content.page.transcript.reply(reply_id)
        return view.thought_panel if view is not None else None

    def _times_of(self, turn: Turn) -> ParagraphTimes | None:
        """Return when the paragraphs of a running thought began; None if it goes on from one of an earlier session."""
        if turn.reply_id not in self._times:
            before = turn.continues
            known = self._times.get(before.id) if before is not None and before.thinking.strip() else ParagraphTimes()
            if known is None:
                return None
            self._times[turn.reply_id] = known.copy()
        return self._times[turn.reply_id]

    def _shown_views(self) -> dict[int, ThoughtView]:
        """Return what shows thoughts, by reply."""
        found = {-1 if self._shown is None else self._shown: self._content.dock.pane.view}
        for card in self._content.page.transcript.cards():
            panel = card.thought_panel if isinstance(card, ReplyView) else None
            if panel is not None and panel.card is not None:
                found[panel.card.reply_id] = panel.view
        return found

    def _tell_hits(self) -> None:
        if self._shown is not None:
            self.hits_changed.emit(self._shown)

    def _unfolded(self, reply_id: int | None) -> ThoughtPanel | ThinkingPane | None:
        """Show a thought where it can be seen, and return what shows it."""
        if not self._content.is_narrow:
            if self._content.dock.is_collapsed:
                self._content.dock.toggle()
            if reply_id is not None:
                self.show(reply_id)
            return self._content.dock.pane
        reply_id = self._content.page.transcript.reply_in_view() if reply_id is None else reply_id
        view = self._content.page.transcript.reply(reply_id) if reply_id is not None else None
        if view is None or reply_id is None:
            return None
        if not view.is_thought_open and (self._text(reply_id) or self._turn_of(reply_id) is not None):
            view.unfold_thought(self._new_panel(reply_id))
        return view.thought_panel

    def _card(self, reply_id: int) -> ThoughtCard:
        turn = self._turn_of(reply_id)
        text, progress = self._text(reply_id), self._progress(reply_id)
        if turn is not None:
            return ThoughtCard(reply_id, text, progress, self._times_of(turn))
        reply = self._reply_of(reply_id)
        if reply is None:
            return ThoughtCard(reply_id, text, progress)
        return ThoughtCard(reply_id, text, progress, self._times.get(reply.id))

    def _new_panel(self, reply_id: int) -> ThoughtPanel:
        """Make what shows a thought above its answer; what it asks for goes the way of the pane."""
        pane = self._content.dock.pane
        panel = ThoughtPanel(drafts=pane.drafts, typesetter=self._typesetter, text_px=_INLINE_THOUGHT_PX)
        panel.show_thought(replace(self._card(reply_id), times=None))
        panel.view.find_text(self._found_text)
        panel.view.hits_changed.connect(lambda: self.hits_changed.emit(reply_id))
        panel.nudged.connect(pane.nudged)
        panel.thought_edited.connect(pane.thought_edited)
        panel.answer_now_asked.connect(pane.answer_now_asked)
        return panel

    def _text(self, reply_id: int) -> str:
        turn = self._turn_of(reply_id)
        if turn is not None:
            return trace_of_turn(turn)
        reply = self._reply_of(reply_id)
        return trace_of(reply) if reply is not None else ""

    def _progress(self, reply_id: int) -> ThoughtProgress:
        turn = self._turn_of(reply_id)
        if turn is not None:
            return ThoughtProgress(
                is_live=turn.state is TurnState.THINKING,
                is_circling=turn.id == self._circling,
                is_edited=turn.is_thought_edited,
                seconds=thinking_s_of(turn),
                tokens=turn.thinking_tokens,
            )
        reply = self._reply_of(reply_id)
        if reply is None:
            return ThoughtProgress()
        return ThoughtProgress(
            can_edit=len(reply.thinking) <= LONGEST_EDITED and not call_count(reply.steps),
            is_edited=reply.figures.is_thought_edited,
            seconds=reply.figures.thinking_s,
            tokens=reply.figures.thinking_tokens or 0,
        )

    def _move(self, narrow: bool) -> None:
        """Fold the thoughts above answers when the pane is back beside them; what is edited goes along."""
        edited = self.edited()
        self._content.dock.pane.put_editor_away()
        if not narrow:
            self._content.page.transcript.fold_thoughts()
        self._offer_answer_now()
        if edited is not None:
            self.edit(edited)

    def _offer_answer_now(self) -> None:
        is_hidden = self._content.is_narrow or self._content.dock.is_collapsed
        self._content.page.transcript.offer_answer_now(offered=is_hidden)
