"""Decides whose thought is shown, beside its answer or above it; steers it, and how much the model may think."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from msgspec import structs
from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.conversation.conversation_overrides import AUTO
from app.conversation.session import Session
from app.conversation.turn import Turn, TurnState
from app.engines.broker import Broker
from app.engines.model_ref import Remote
from app.engines.model_status import ModelPhase
from app.errors import UserError
from app.history.preset_records import ThinkingOptions
from ui.bridges.window_events import WindowEvents
from ui.chat.calls.call_source import CallSource
from ui.chat.thinking.thinking_control import ThinkingControl
from ui.chat.thinking.thinking_dock import ThinkingDock
from ui.chat.thoughts.progress_words import live_text
from ui.chat.thoughts.thought_card import Bookmarks, EditedThought, ThoughtCard, ThoughtProgress
from ui.chat.thoughts.thought_panel import ThoughtPanel
from ui.chat.thoughts.thought_view import ThoughtView
from ui.chat.thoughts.trace_confidence import TraceConfidence, confidence_of_trace
from ui.chat.thoughts.trace_outline import OutlineSection, outline_of, outline_of_thought
from ui.chat.thoughts.trace_text import closed_steps, steps_of, thoughts_of, trace_of, trace_of_turn
from ui.chat.thoughts.trace_times import times_of_reply, times_of_turn
from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.reply_view import ReplyView
from ui.chat.transcript.transcript_presenter import TranscriptPresenter
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.widgets.lacks import Need, publish_lacks
from ui.widgets.long_words import LONGEST_EDITED

_INLINE_THOUGHT_PX = 240
_AT_ONCE = 20_000
"""Characters of a thought whose steps are found at once; ten times as many take a fifth of a second."""
_FIRST = 4_000
"""Of a longer one those that are: their steps fill the outline, the others follow."""


@dataclass(frozen=True, slots=True)
class ThinkingState:
    """What would be lost with the views: drafts by reply and step, whose thought is being edited."""

    drafts: Mapping[tuple[int, int], str]
    edited: int | None


class ThinkingPresenter(QObject):
    """Shows the thought of the reply that the reader clicks, scrolls to, or sees being written.

    Signals:
        hits_changed(int): what is looked for stands in other places of the thought of this reply, too.
        thought_continued(): the person has let the model go on from an edited thought.
    """

    hits_changed = Signal(int)
    thought_continued = Signal()

    def __init__(
        self,
        dock: ThinkingDock,
        control: ThinkingControl,
        *,
        transcript: TranscriptPresenter,
        session: Session,
        broker: Broker,
        typesetter: FormulaTypesetter,
        calls: CallSource,
        events: WindowEvents,
    ) -> None:
        super().__init__(dock)
        self._dock = dock
        self._pane = dock.pane
        self._pane.set_typesetter(typesetter)
        self._control = control
        self._transcript = transcript.view
        self._reader = transcript.reader
        self._branch = transcript.branch
        self._session = session
        self._broker = broker
        self._typesetter = typesetter
        self._calls = calls
        self._events = events
        self._is_narrow = False
        self._shown: int | None = None
        self._grown: dict[int, Turn] = {}
        self._lacks: dict[Need, str] = {}
        self._circling: int | None = None
        self._found_text = ""
        self._ended_outline: tuple[tuple[int, int], list[OutlineSection]] = ((0, 0), [])
        """Of the steps of a running reply that are over, for its id and their number."""
        self._budgets: dict[int, ThinkingOptions] = {}
        """What bounds running thoughts, by turn."""
        transcript.branch_changing.connect(self.show_nothing)
        transcript.reply_pointed_at.connect(self.show)
        transcript.turn_shown.connect(self._show_turn)
        transcript.reply_ended.connect(self._end)
        self._transcript.reply_came_into_view.connect(self.show)
        self._transcript.asks.thought_asked.connect(self.open)
        self._transcript.asks.answer_now_asked.connect(session.answer_now)
        dock.shown_changed.connect(self._offer_answer_now)
        self._pane.view.hits_changed.connect(self._tell_hits)
        self._pane.steering.answer_now_asked.connect(session.answer_now)
        self._pane.steering.nudged.connect(session.nudge)
        self._pane.steering.edited.connect(self._continue_thought)
        self._pane.steering.bookmarked.connect(self._keep_bookmarks)
        self._pane.steering.outline_toggled.connect(self._show_outlines)
        self._pane.steering.unsure_toggled.connect(self._show_confidence_everywhere)
        control.level_chosen.connect(self._choose)
        control.options_chosen.connect(self._choose_options)
        events.turn_grew.connect(self._note_grown)
        events.engine_heard.connect(self._show_grown)
        events.turn_progressed.connect(self._show_progress_of)
        events.loop_suspected.connect(self._note_circling)
        events.turn_changed.connect(self._show_lacks)
        events.turn_ended.connect(self._show_lacks)
        events.model_changed.connect(self._show_model)
        events.conversation_shown.connect(self._show_levels)
        events.choices_changed.connect(self._show_levels)
        events.conversations_forgotten.connect(self._forget)
        self._offer_answer_now()

    def show(self, reply_id: int) -> None:
        """Show the thought of this reply in the pane; one that waits behind the one shown has none yet."""
        turn = self._branch.turn(reply_id)
        is_queued = turn is not None and turn.state is TurnState.QUEUED
        is_behind = is_queued and self._shown is not None and self._branch.turn(self._shown) is not None
        if reply_id != self._shown and not self._pane.is_editing and not is_behind:
            self._show_in_pane(reply_id)

    def open(self, reply_id: int) -> None:
        """Show the thought of this reply where it can be seen now; a second time folds it away in a narrow window."""
        view = self._transcript.reply(reply_id)
        if not self._is_narrow:
            if self._dock.is_collapsed:
                self._dock.toggle()
            if not self._pane.is_editing:
                self._show_in_pane(reply_id)
        elif view is not None and view.is_thought_open:
            view.fold_thought()
        else:
            self._unfolded(reply_id)

    def edit_thought(self, reply_id: int | None = None) -> None:
        """Open a thought for editing where it can be seen: that of this reply, or the one the reader is at."""
        place = self._unfolded(reply_id)
        if place is not None:
            place.edit_thought()

    def open_nudge(self) -> None:
        """Open the field for a hint to the running thought where it can be seen."""
        place = self._unfolded(None)
        if place is not None:
            place.open_nudge()

    def toggle_outline(self) -> None:
        """Show the steps of the thought where it can be seen, with the keyboard in them; a second time hide them."""
        self._pane.steering.toggle_outlines()
        if self._pane.steering.has_outlines:
            place = self._unfolded(None)
            if place is not None and place.outline is not None:
                place.outline.setFocus()

    def show_nothing(self) -> None:
        """Nothing is shown that could have a thought."""
        self._shown = None
        self._pane.show_nothing(self.tr("The model's thought appears here, beside its answer."))
        self._dock.show_progress(ThoughtProgress())
        self._rest()

    def _grow(self, reply_id: int) -> None:
        """Show a running thought, where it is shown, as far as it has come."""
        text = self.text(reply_id)
        panel = self._panel(reply_id)
        if panel is not None:
            panel.view.grow_thought(text)
            self._grow_outline(panel, reply_id)
        if reply_id != self._shown:
            if self._found_text:
                self.hits_changed.emit(reply_id)
        elif not self._pane.is_empty:
            self._pane.view.grow_thought(text)
            self._grow_outline(self._pane.panel, reply_id)
        elif text:
            self._show_in_pane(reply_id)

    def _show_progress(self, reply_id: int) -> None:
        """Show seconds and tokens of a running or just ended thought."""
        progress = self._progress(reply_id)
        self._dock.show_progress(progress)
        panel = self._panel(reply_id)
        if panel is not None:
            panel.show_progress(progress)
        view = self._transcript.reply(reply_id)
        if view is not None:
            view.show_live_figures(live_text(progress) if progress.is_live else "")
        if reply_id == self._shown and not self._pane.is_empty:
            self._pane.show_progress(progress)
        elif reply_id == self._shown and progress.calls:
            self._show_in_pane(reply_id)

    def _edited(self) -> int | None:
        """Return the reply whose thought is being edited, wherever that is."""
        if self._pane.is_editing:
            return self._shown
        return next((one.card.reply_id for one in self._shown_panels() if one.is_editing and one.card), None)

    def state(self) -> ThinkingState:
        """Put editors away, and return what would be lost with the views."""
        edited = self._edited()
        self._pane.panel.put_editor_away()
        self._transcript.fold_thoughts()
        return ThinkingState(self._pane.steering.drafts, edited)

    def take_over(self, state: ThinkingState) -> None:
        """Know of other views' thoughts; the one that was edited is for the caller to open."""
        self._pane.steering.drafts.update(state.drafts)

    # --- finding ----------------------------------------------------------------------------------------------

    def find_everywhere(self, text: str) -> None:
        """Mark a text in every thought that is shown, also later; an empty one ends it."""
        self._found_text = text
        for view in self._shown_views().values():
            view.find_text(text)

    def show_hit(self, reply_id: int, index: int) -> None:
        """Show the thought of this reply where it can be seen, and one hit in it, marked more strongly."""
        self.show_no_hit()
        transcript, key = self._transcript, CardKey(True, reply_id)
        card = transcript.reply(reply_id)
        if card is None or card.visibleRegion().isEmpty():
            transcript.show_card(key)
        if not self._is_narrow:
            self._pane.panel.put_editor_away()
        place = self._unfolded(reply_id)
        if place is not None:
            place.view.show_hit(index)
            if self._is_narrow:
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

    # --- private ----------------------------------------------------------------------------------------------

    def _show_in_pane(self, reply_id: int) -> None:
        """Show a thought from its beginning, a running one from its end."""
        self._shown = reply_id
        card = self._card(reply_id)
        if card.text or card.progress.calls:
            self._dock.set_resting(resting=False)
            self._pane.show_thought(card)
            self._show_outline(self._pane.panel, reply_id)
            self._show_confidence(self._pane.panel, reply_id)
        elif self._branch.turn(reply_id) is not None:
            self._pane.show_nothing(self.tr("The thought appears here when it begins."))
        else:
            self._pane.show_nothing(self.tr("This reply came without a thought."))
            self._rest()

    def _panel(self, reply_id: int) -> ThoughtPanel | None:
        """Return what shows the thought above its answer, if it is unfolded there."""
        view = self._transcript.reply(reply_id)
        return view.thought_panel if view is not None else None

    def _shown_views(self) -> dict[int, ThoughtView]:
        """Return what shows thoughts, by reply."""
        found = {-1 if self._shown is None else self._shown: self._pane.view}
        for card in self._transcript.cards():
            panel = card.thought_panel if isinstance(card, ReplyView) else None
            if panel is not None and panel.card is not None:
                found[panel.card.reply_id] = panel.view
        return found

    def _shown_panels(self) -> list[ThoughtPanel]:
        """Return what shows thoughts, above answers and beside them."""
        replies = (view for view in self._transcript.cards() if isinstance(view, ReplyView))
        panels = [view.thought_panel for view in replies if view.thought_panel is not None]
        return panels if self._pane.is_empty else [*panels, self._pane.panel]

    def _tell_hits(self) -> None:
        if self._shown is not None:
            self.hits_changed.emit(self._shown)

    def _unfolded(self, reply_id: int | None) -> ThoughtPanel | None:
        """Show a thought where it can be seen, and return what shows it."""
        if not self._is_narrow:
            if self._dock.is_collapsed:
                self._dock.toggle()
            if reply_id is not None:
                self.show(reply_id)
            return self._pane.panel
        reply_id = self._transcript.reply_in_view() if reply_id is None else reply_id
        view = self._transcript.reply(reply_id) if reply_id is not None else None
        if view is None or reply_id is None:
            return None
        if not view.is_thought_open and (self.text(reply_id) or self._branch.turn(reply_id) is not None):
            view.unfold_thought(self._new_panel(reply_id))
        return view.thought_panel

    def _card(self, reply_id: int) -> ThoughtCard:
        turn = self._branch.turn(reply_id)
        text, progress = self.text(reply_id), self._progress(reply_id)
        if turn is not None:
            return ThoughtCard(reply_id, text, progress, times_of_turn(turn))
        reply = self._branch.reply(reply_id)
        if reply is None:
            return ThoughtCard(reply_id, text, progress)
        return ThoughtCard(reply_id, text, progress, times_of_reply(reply))

    def _new_panel(self, reply_id: int) -> ThoughtPanel:
        """Make what shows a thought above its answer."""
        panel = ThoughtPanel(self._pane.steering, typesetter=self._typesetter, text_px=_INLINE_THOUGHT_PX)
        panel.show_thought(structs.replace(self._card(reply_id), times=None))
        panel.view.find_text(self._found_text)
        panel.view.hits_changed.connect(lambda: self.hits_changed.emit(reply_id))
        self._show_outline(panel, reply_id)
        self._show_confidence(panel, reply_id)
        return panel

    # --- outlines ---------------------------------------------------------------------------------------------

    def _show_outlines(self) -> None:
        """Show outlines beside all thoughts that are shown, or none."""
        for panel in self._shown_panels():
            if panel.card is not None and not panel.is_editing:
                self._show_outline(panel, panel.card.reply_id)

    def step_fork(self, by: int) -> None:
        """Go to the next word that the model was torn about, or to the one before; what is not shown yet is."""
        if not self._pane.steering.marks_unsure:
            self._pane.steering.toggle_unsure()
        place = self._unfolded(None)
        if place is not None and place.strip is not None:
            place.strip.step(by)

    def _show_confidence_everywhere(self) -> None:
        for panel in self._shown_panels():
            if panel.card is not None:
                self._show_confidence(panel, panel.card.reply_id)

    def _show_confidence(self, panel: ThoughtPanel, reply_id: int) -> None:
        """Show how sure the model was of a finished thought, if that is wanted."""
        reply = self._branch.reply(reply_id)
        if not self._pane.steering.marks_unsure or reply is None or self._branch.turn(reply_id) is not None:
            panel.show_confidence(None)
        elif len(panel.view.text()) <= _AT_ONCE:
            panel.show_confidence(confidence_of_trace(steps_of(reply)))
        else:

            def take(found: TraceConfidence) -> None:
                if isValid(panel) and panel.card is not None and panel.card.reply_id == reply_id:
                    panel.show_confidence(found)

            self._reader.run(lambda _store, _stop: confidence_of_trace(steps_of(reply)), take, self._events.report)

    def _show_outline(self, panel: ThoughtPanel, reply_id: int) -> None:
        """Show the steps of a thought from its beginning, of a running one from its end, if that is wanted."""
        if self._pane.steering.has_outlines:
            reply, runs = self._branch.reply(reply_id), self._branch.turn(reply_id) is not None
            is_long = not runs and len(panel.view.text()) > _AT_ONCE
            panel.show_outline(outline_of(steps_of(reply), most=_FIRST) if reply is not None and is_long else ())
            self._find_outline(panel, reply_id, lambda found: panel.grow_outline(found, follows=runs))
        else:
            panel.hide_outline()

    def _grow_outline(self, panel: ThoughtPanel, reply_id: int) -> None:
        if panel.outline is not None:
            self._find_outline(panel, reply_id, panel.grow_outline)

    def _find_outline(self, panel: ThoughtPanel, reply_id: int, show: Callable[[list[OutlineSection]], None]) -> None:
        """Find the steps of a thought: they are known while it runs, and looked for elsewhere if it is long."""
        turn, reply = self._branch.turn(reply_id), self._branch.reply(reply_id)
        if turn is not None:
            closed = closed_steps(turn)
            if self._ended_outline[0] != (turn.id, len(closed)):
                self._ended_outline = ((turn.id, len(closed)), outline_of(closed))
            show(outline_of_thought(turn, self._ended_outline[1]))
        elif reply is not None and len(panel.view.text()) <= _AT_ONCE:
            show(outline_of(steps_of(reply)))
        elif reply is not None:

            def take(sections: list[OutlineSection]) -> None:
                if isValid(panel) and panel.card is not None and panel.card.reply_id == reply_id and panel.outline:
                    show(sections)

            self._reader.run(lambda _store, _stop: outline_of(steps_of(reply)), take, self._events.report)

    def _keep_bookmarks(self, marked: Bookmarks) -> None:
        with self._events.reporting_problems(), contextlib.suppress(LookupError):  # it may be gone meanwhile
            self._branch.note_reply(self._session.bookmark(marked.reply_id, marked.step, marked.places))

    def text(self, reply_id: int) -> str:
        """Return the thought of this reply."""
        turn = self._branch.turn(reply_id)
        if turn is not None:
            return trace_of_turn(turn)
        reply = self._branch.reply(reply_id)
        return trace_of(reply) if reply is not None else ""

    def _progress(self, reply_id: int) -> ThoughtProgress:
        turn = self._branch.turn(reply_id)
        if turn is not None:
            is_live = turn.state is TurnState.THINKING
            limits = self._limits_of(turn) if is_live else ThinkingOptions()
            return ThoughtProgress(
                is_live=is_live,
                is_circling=turn.id == self._circling,
                is_edited=turn.is_thought_edited,
                seconds=turn.whole_thinking_s(),
                tokens=turn.thinking_tokens,
                budget=limits.budget_tokens if turn.think_budget is None or not is_live else turn.think_budget,
                budget_s=limits.budget_s,
                tokens_per_s=turn.tokens_per_s() if is_live else None,
                calls=self._calls.of(turn),
            )
        reply = self._branch.reply(reply_id)
        if reply is None:
            return ThoughtProgress()
        thoughts = thoughts_of(reply)
        return ThoughtProgress(
            is_over=True,
            can_edit=bool(thoughts) and len(reply.thinking) <= LONGEST_EDITED,
            thoughts=thoughts,
            is_edited=reply.figures.is_thought_edited,
            seconds=reply.figures.thinking_s,
            tokens=reply.figures.thinking_tokens or 0,
        )

    def _limits_of(self, turn: Turn) -> ThinkingOptions:
        if turn.id not in self._budgets:
            self._budgets = {turn.id: self._session.thinking_levels.options_of(turn.conversation_id)}
        return self._budgets[turn.id]

    def set_narrow(self, narrow: bool) -> None:
        """Fold the thoughts above answers when the pane is back beside them; what is edited goes along."""
        edited = self._edited()
        self._is_narrow = narrow
        self._pane.panel.put_editor_away()
        if not narrow:
            self._transcript.fold_thoughts()
        self._offer_answer_now()
        if edited is not None:
            self.edit_thought(edited)

    def _offer_answer_now(self) -> None:
        is_hidden = self._is_narrow or self._dock.is_collapsed
        self._transcript.offer_answer_now(offered=is_hidden)

    # --- what the session tells -----------------------------------------------------------------------------------

    def _note_grown(self, turn: Turn) -> None:
        self._grown[turn.id] = turn

    def _show_grown(self) -> None:
        grown, self._grown = self._grown, {}
        for turn in grown.values():
            if not turn.has_ended and self._branch.turn(turn.reply_id) is not None:
                self._grow(turn.reply_id)

    def _show_turn(self, turn: Turn) -> None:
        if turn.state is not TurnState.ANSWERING and self._transcript.reply_in_view() == turn.reply_id:
            self.show(turn.reply_id)
        self._show_progress(turn.reply_id)

    def _show_progress_of(self, turn: Turn) -> None:
        if self._branch.turn(turn.reply_id) is not None:
            self._show_progress(turn.reply_id)

    def _end(self, reply_id: int) -> None:
        """Show the thought of a reply that has just ended as it is kept."""
        self._grow(reply_id)
        self._show_progress(reply_id)
        if reply_id == self._shown and self._pane.is_empty:
            self._show_in_pane(reply_id)
        self._show_confidence_everywhere()

    def _note_circling(self, turn: Turn) -> None:
        if turn.state is TurnState.THINKING:
            self._circling = turn.id

    def _forget(self, conversation_ids: Sequence[int]) -> None:
        """Hold no draft of a thought whose reply is gone."""
        drafts = self._pane.steering.drafts
        with self._events.reporting_problems():
            for reply_id, step in list(drafts):
                try:
                    is_gone = self._session.message(reply_id).conversation_id in conversation_ids
                except LookupError:
                    is_gone = True
                if is_gone:
                    del drafts[reply_id, step]

    # --- how much the model may think, and what it can be told ------------------------------------------------------

    def _rest(self) -> None:
        """Fold the pane where there is no thought to show, and none is to come: the model writes none, or rests."""
        info = self._session.model_status.info
        if info is not None:
            is_none_to_come = not info.thinks
        else:
            is_none_to_come = self._shown is not None and self._branch.turn(self._shown) is None
        self._dock.set_resting(resting=self._pane.is_empty and is_none_to_come)

    def _show_model(self) -> None:
        self._rest()
        self._show_lacks()
        self._show_levels()

    def _show_lacks(self) -> None:
        """Grey out what the engines cannot do: that of the running reply, or of the model that is asked next."""
        status, running = self._broker.status, self._broker.running_capabilities
        lacks: dict[Need, str] = {}
        if status.phase is not ModelPhase.NONE:
            ends = self.tr("This model runs on a server, which cannot end a running thought.")
            nudges = self.tr("This model runs on a server, which takes no hints into a running thought.")
            prefills = self.tr("This model runs on a server, which cannot go on from words that are given to it.")
            if isinstance(status.model, Remote) and status.info is None:
                prefills = self.tr("This model runs on a server that has not been asked yet what it can do.")
            can = [
                (Need.ENDS_THOUGHTS, running.ends_thoughts, ends),
                (Need.NUDGES, running.nudges, nudges),
                (Need.PREFILLS, status.capabilities.prefills, prefills),
            ]
            info = status.info
            if info is not None and not info.takes_tools:
                can.append((Need.TOOLS, False, self.tr("The template of this model has no place for tools.")))
            lacks = {need: reason for need, is_able, reason in can if not is_able}
        if lacks != self._lacks:
            self._lacks = lacks
            publish_lacks(self._dock.window(), lacks)

    def _continue_thought(self, edited: EditedThought) -> None:
        try:
            turn = self._session.continue_thought(
                edited.reply_id,
                edited.text,
                answers_now=edited.answers_now,
                budget_tokens=edited.budget_tokens,
                samples=edited.samples,
                place=edited.step,
            )
        except UserError as error:
            drafts = self._pane.steering.drafts  # there again when it is edited the next time
            drafts[edited.reply_id, edited.step] = edited.text
            self._events.report(error)
            return
        self._events.turn_begun.emit(turn)
        if self._is_narrow:
            self._unfolded(turn.reply_id)
        self.thought_continued.emit()

    def _show_levels(self) -> None:
        """Show the level of the conversation shown, or of the next new one."""
        info, shown, levels = (
            self._session.model_status.info,
            self._branch.conversation_id,
            self._session.thinking_levels,
        )
        level, options = AUTO, ThinkingOptions()
        with self._events.reporting_problems():
            level, options = levels.of(shown), levels.options_of(shown)
        self._control.show_options(
            options,
            can_keep_thoughts=info is not None and info.wants.can_keep_thoughts,
            default_level=info.thinking_default if info is not None else "",
        )
        self._control.show_levels(info.thinking_levels if info is not None and info.thinks else (), level)

    def _choose(self, level: str) -> None:
        with self._events.reporting_problems():
            self._session.thinking_levels.choose(self._branch.conversation_id, level)
        self._events.choices_changed.emit()

    def _choose_options(self, options: ThinkingOptions) -> None:
        with self._events.reporting_problems():
            self._session.thinking_levels.choose_options(self._branch.conversation_id, options)
        self._events.choices_changed.emit()
