"""What happens that several parts of the window need to know: told once, heard wherever something is done about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from app.conversation import events
from app.conversation.events import SessionEvent
from app.engines.broker import ModelStatusChanged
from app.errors import UserError


class WindowEvents(QObject):
    """Lives as long as the window; what listens goes with the views of its language.

    Signals:
        problem_occurred(UserError): something failed; the person is told. Told on any thread.
        subject_changed(Subject): what a notice may be about is another now.
        model_changed(ModelStatus): another model is chosen, or it has come further.
        turn_changed(Turn): a turn waits, runs, or goes on to another state.
        turn_grew(Turn): text has come.
        turn_ended(Turn, StoredMessage): a reply is over.
        vote_ended(VoteEnded): a vote is over, and has come to something or not.
        call_progressed(ToolCallProgressed): a call of a tool has come further.
        tools_changed(): of the servers of tools something is known otherwise.
        tool_input_asked(InputAsked), tool_input_over(int): a server asks the person something; nobody waits any more.
        loop_suspected(Turn): its thought, or its answer, goes round in circles.
        engine_heard(): a bundle of events is handled; what has grown may be shown.
        turn_progressed(Turn): four times a second while a reply is written.
        turn_begun(Turn): another version of a reply is being written in the conversation shown.
        conversation_changed(Conversation): it is new, has moved in the list or is called otherwise, or is deleted.
        conversation_wanted(object): this conversation should be shown, by its id; `None`: an empty one.
        conversation_shown(object): this one is shown now.
        conversations_deleted(tuple[int, ...]): these are gone from the list, for now.
        conversations_forgotten(tuple[int, ...]): these are gone for good: nobody may hold anything of them.
        history_pausing(): from now on nothing can be written; what is not saved yet must be now.
        history_kept(): the conversations are those from before, and can be written again.
        history_replacing(): the last moment in which ids are what they were.
        history_replaced(): all conversations are others now: nothing that knew one by its id may go on.
        choices_changed(): the next question of the conversation shown is asked otherwise: preset, sampling, thinking.
    """

    problem_occurred = Signal(object)
    subject_changed = Signal(object)
    model_changed = Signal(object)
    turn_changed = Signal(object)
    turn_grew = Signal(object)
    turn_ended = Signal(object, object)
    vote_ended = Signal(object)
    call_progressed = Signal(object)
    tools_changed = Signal()
    tool_input_asked = Signal(object)
    tool_input_over = Signal(object)
    loop_suspected = Signal(object)
    engine_heard = Signal()
    turn_progressed = Signal(object)
    turn_begun = Signal(object)
    conversation_changed = Signal(object)
    conversation_wanted = Signal(object)
    conversation_shown = Signal(object)
    conversations_deleted = Signal(object)
    conversations_forgotten = Signal(object)
    history_pausing = Signal()
    history_kept = Signal()
    history_replacing = Signal()
    history_replaced = Signal()
    choices_changed = Signal()

    def handle(self, event: SessionEvent) -> None:
        """Take in what the session tells."""
        match event:
            case ModelStatusChanged(status):
                self.model_changed.emit(status)
            case events.TurnChanged(turn):
                self.turn_changed.emit(turn)
            case events.TurnGrew(turn):
                self.turn_grew.emit(turn)
            case events.TurnEnded(turn, reply):
                self.turn_ended.emit(turn, reply)
            case events.VoteEnded():
                self.vote_ended.emit(event)
            case events.ToolCallProgressed():
                self.call_progressed.emit(event)
            case events.ToolServersChanged():
                self.tools_changed.emit()
            case events.ToolInputAsked(question):
                self.tool_input_asked.emit(question)
            case events.ToolInputOver(question_id):
                self.tool_input_over.emit(question_id)
            case events.LoopSuspected(turn):
                self.loop_suspected.emit(turn)
            case events.ConversationChanged(conversation):
                self.conversation_changed.emit(conversation)
            case events.ProblemOccurred(error):
                self.report(error)

    def report(self, error: UserError) -> None:
        """Tell the person what failed; called on any thread."""
        self.problem_occurred.emit(error)

    @contextmanager
    def reporting_problems(self) -> Iterator[None]:
        """Tell the person of what fails inside."""
        try:
            yield
        except UserError as error:
            self.report(error)
