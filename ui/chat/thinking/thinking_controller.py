"""Connects the thinking control and the pane with the session: levels, limits, Answer now, Nudge, editing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.conversation.session import Session
from app.conversation.thinking_levels import AUTO
from app.engines.broker import Broker
from app.engines.model_status import ModelPhase, ModelStatus
from app.errors import UserError
from app.history.records import ThinkingOptions
from ui.chat.thinking.thought_follower import ThoughtFollower
from ui.chat.thoughts.thought_card import EditedThought
from ui.chat.window_content import WindowContent
from ui.widgets.lacks import Need, publish_lacks


class ThinkingController(QObject):
    """Keeps the level of the conversation shown, and steers the running thought.

    Signals:
        problem_occurred(UserError): the level could not be read or kept.
        turn_begun(Turn): another version of a reply goes on from an edited thought.
    """

    problem_occurred = Signal(object)
    turn_begun = Signal(object)

    def __init__(self, *, content: WindowContent, session: Session, broker: Broker, thoughts: ThoughtFollower) -> None:
        super().__init__(content)
        self._thoughts = thoughts
        self._content = content
        self._control = content.page.header.thinking
        self._session = session
        self._broker = broker
        self._lacks: dict[Need, str] = {}
        self._conversation_id: int | None = None
        self._control.level_chosen.connect(self._choose)
        self._control.options_chosen.connect(self._choose_options)
        content.dock.pane.thought_edited.connect(self._continue_thought)
        content.dock.pane.answer_now_asked.connect(session.answer_now)
        content.dock.pane.nudged.connect(session.nudge)
        content.page.transcript.answer_now_asked.connect(session.answer_now)

    def show_conversation(self, conversation_id: int | None) -> None:
        """Show the level of this conversation, or of the next new one."""
        self._conversation_id = conversation_id
        self._show_levels()

    def show_model(self, status: ModelStatus) -> None:
        """Offer the levels of the chosen model, once it is known, and grey out what its engine cannot do."""
        self.show_lacks()
        self._show_levels()

    def show_lacks(self) -> None:
        """Grey out what the engines cannot do: that of the running reply, or of the model that is asked next."""
        status = self._broker.status
        lacks: dict[Need, str] = {}
        if not self._broker.can_steer:
            lacks[Need.STEERS] = self.tr("This model runs on a server, which lets nobody reach into a running thought.")
        if not status.capabilities.prefills:
            lacks[Need.PREFILLS] = self.tr(
                "This model runs on a server, which cannot go on from words that are given to it."
            )
        if status.phase is ModelPhase.NONE:
            lacks = {}
        if lacks != self._lacks:
            self._lacks = lacks
            publish_lacks(self._content.window(), lacks)

    def open_nudge(self) -> None:
        """Open the field for a hint to the running thought, and the thought if it is folded away."""
        self._thoughts.nudge()

    def edit_thought(self) -> None:
        """Open the thought for editing, wherever it is shown."""
        self._thoughts.edit()

    def _continue_thought(self, edited: EditedThought) -> None:
        try:
            turn = self._session.continue_thought(edited.reply_id, edited.text, answers_now=edited.answers_now)
        except UserError as error:
            self._content.dock.pane.drafts[edited.reply_id] = edited.text  # there again when it is edited the next time
            self.problem_occurred.emit(error)
            return
        self.turn_begun.emit(turn)
        if self._content.is_narrow:
            self._thoughts.unfold(turn.reply_id)
        self._content.page.composer.setFocus()

    def _show_levels(self) -> None:
        info = self._session.model_status.info
        level, options = AUTO, ThinkingOptions()
        try:
            level = self._session.thinking_levels.of(self._conversation_id)
            options = self._session.thinking_levels.options_of(self._conversation_id)
        except UserError as error:
            self.problem_occurred.emit(error)
        self._control.show_options(
            options,
            can_keep_thoughts=info is not None and info.wants.can_keep_thoughts,
            default_level=info.thinking_default if info is not None else "",
        )
        self._control.show_levels(info.thinking_levels if info is not None and info.thinks else (), level)

    def _choose(self, level: str) -> None:
        try:
            self._session.thinking_levels.choose(self._conversation_id, level)
        except UserError as error:
            self.problem_occurred.emit(error)
            self._show_levels()

    def _choose_options(self, options: ThinkingOptions) -> None:
        try:
            self._session.thinking_levels.choose_options(self._conversation_id, options)
        except UserError as error:
            self.problem_occurred.emit(error)
            self._show_levels()
