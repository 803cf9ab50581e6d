"""How often the next question of the conversation shown is thought about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from app.conversation.session import Session
from app.conversation.shown_branch import ShownBranch
from app.conversation.turn import Turn
from app.conversation.vote_cost import VoteCost, vote_cost
from app.engines.model_status import ModelPhase
from app.hardware.machine import Machine
from app.history.preset_records import ThinkingOptions
from app.history.store import HistoryStore
from ui.bridges.window_events import WindowEvents
from ui.chat.thinking.vote_button import VoteButton, sending_text


class VotePresenter(QObject):
    """Keeps the button as the conversation shown has it, and keeps what is chosen there with the conversation.

    `tell_cost` is told what the next question will cost, where it is written.
    """

    def __init__(
        self,
        button: VoteButton,
        *,
        tell_cost: Callable[[str], None],
        branch: ShownBranch,
        session: Session,
        store: HistoryStore,
        events: WindowEvents,
    ) -> None:
        super().__init__(button)
        self._button = button
        self._tell_cost = tell_cost
        self._branch = branch
        self._session = session
        self._store = store
        self._events = events
        button.costs = self.costs
        button.options_chosen.connect(self._choose)
        events.model_changed.connect(self._show)
        events.conversation_shown.connect(self._show)
        events.choices_changed.connect(self._show)
        events.vote_ended.connect(self._show)
        events.turn_ended.connect(self._show_after)

    def costs(self, samples: Sequence[int]) -> Mapping[int, VoteCost]:
        """Return what asking so often would cost, by how often; nothing while no model is loaded."""
        status = self._session.model_status
        if status.info is None:
            return {}
        with self._events.reporting_problems():
            votes, replies = self._store.vote_figures(status.name), self._store.reply_figures(status.name)
            free_bytes, info = Machine.now().available_memory_bytes, status.info
            return {
                count: vote_cost(count, info=info, votes=votes, replies=replies, free_bytes=free_bytes)
                for count in samples
            }
        return {}

    def _show(self) -> None:
        options = ThinkingOptions()
        with self._events.reporting_problems():
            options = self._session.thinking_levels.options_of(self._branch.conversation_id)
        cost = self.costs((options.samples,)).get(options.samples) if options.samples > 1 else None
        self._button.show_options(options, cost)
        self._tell_cost(sending_text(options, cost))
        self._button.want(wanted=self._session.model_status.phase is not ModelPhase.NONE)

    def _show_after(self, turn: Turn) -> None:
        """The model is known better by now: of a vote once it is over."""
        if not turn.is_sample:
            self._show()

    def _choose(self, options: ThinkingOptions) -> None:
        with self._events.reporting_problems():
            self._session.thinking_levels.choose_options(self._branch.conversation_id, options)
        self._events.choices_changed.emit()
