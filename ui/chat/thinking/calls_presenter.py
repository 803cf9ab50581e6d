"""What becomes of calls of tools: decides on them as the person wants, and says where one waits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.conversation.conversation_overrides import with_rule
from app.conversation.events import ToolCallProgressed
from app.conversation.session import Session
from app.conversation.session_tools import SessionTools
from app.conversation.turn import Turn
from app.history.store import HistoryStore
from app.messages import ToolRule
from app.text import visible_line
from ui.bridges.settings_store import SettingsStore
from ui.bridges.window_events import WindowEvents
from ui.chat.calls.asking_bar import AskingBar
from ui.chat.calls.call_requests import CallRequests
from ui.chat.calls.call_source import CallSource
from ui.chat.calls.shown_call import CallDecision, InputGiven, ShownCall, Standing
from ui.chat.thinking.thinking_presenter import ThinkingPresenter
from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.transcript_presenter import TranscriptPresenter
from ui.widgets.timers import after

_SOON_MS = 200


class CallsPresenter(QObject):
    """Hears the cards of the transcript and of the pane.

    Signals:
        page_asked(): the page of tools should be shown: a server asks something there.
    """

    page_asked = Signal()

    def __init__(
        self,
        bar: AskingBar,
        *,
        requests: tuple[CallRequests, ...],
        calls: CallSource,
        tools: SessionTools,
        session: Session,
        store: HistoryStore,
        transcript: TranscriptPresenter,
        thinking: ThinkingPresenter,
        kept: SettingsStore,
        events: WindowEvents,
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._calls = calls
        self._tools = tools
        self._session = session
        self._store = store
        self._transcript = transcript
        self._thinking = thinking
        self._kept = kept
        self._events = events
        self._moved: dict[int, Turn] = {}
        self._soon = after(self, _SOON_MS, self._show_moved)
        for one in requests:
            one.decided.connect(self._decide)
            one.answered.connect(self._answer)
            one.answer_now_asked.connect(session.answer_now)
            one.edit_asked.connect(self._edit_thought)
        bar.show_asked.connect(self.show_waiting)
        events.call_progressed.connect(self._note_progress)
        for told in (events.tool_input_asked, events.tool_input_over):
            told.connect(self._show_all)
        events.turn_changed.connect(self._say_waiting)
        events.turn_ended.connect(self._note_ended)
        events.conversation_shown.connect(self._say_waiting)
        transcript.view.reply_came_into_view.connect(self._say_waiting)
        self._say_waiting()

    def close(self) -> None:
        """Show nothing more."""
        self._soon.stop()

    # --- what the person wants --------------------------------------------------------------------------------

    def _decide(self, decided: CallDecision) -> None:
        call, turn = decided.call, self._turn(decided.call.turn_id)
        if turn is None:
            return
        with self._events.reporting_problems():
            rule = self._rule(decided)
            if decided.standing in (Standing.ALWAYS_HERE, Standing.NEVER_HERE) and rule is not None:
                self._session.overrides.add_tool_rule(turn.conversation_id, rule)
            elif rule is not None:
                self._kept.set(tool_rules=with_rule(self._kept.now().tool_rules, rule))
        self._session.decide(call.turn_id, call.place, decided.decision)
        if decided.standing is not None:
            self._session.note_tool_rules()

    def _rule(self, decided: CallDecision) -> ToolRule | None:
        try:
            match decided.standing:
                case Standing.ALWAYS_HERE | Standing.ALWAYS:
                    return self._tools.rule_allowing(decided.call.call)
                case Standing.NEVER_HERE | Standing.NEVER:
                    return self._tools.rule_forbidding(decided.call.call.name)
        except LookupError:  # it is not offered any more
            return None
        return None

    def _answer(self, given: InputGiven) -> None:
        self._tools.servers.answer(given.question.question, given.content)
        self._calls.forget_question(given.question.question)
        self._show_all()

    def _edit_thought(self, call: ShownCall) -> None:
        """Stop the turn, and open the thought that led to the call for editing."""
        turn = self._turn(call.turn_id)
        if turn is not None:
            self._session.cancel(turn.id)
            self._thinking.edit_thought(turn.reply_id)

    @property
    def is_anything_waiting(self) -> bool:
        """Whether a call waits for the person."""
        return self._waiting_turn() is not None or bool(self._calls.questions)

    def show_waiting(self) -> None:
        """Go to the call that waits, the keyboard where it is answered."""
        turn = self._waiting_turn()
        if turn is None:
            self.page_asked.emit()
            return
        if not self._transcript.shows(turn):
            self._events.conversation_wanted.emit(turn.conversation_id)
            if not self._transcript.shows(turn):  # another version of the reply is shown
                self._transcript.show_version(turn.reply_id)
        self._transcript.view.show_card(CardKey(True, turn.reply_id))
        view = self._transcript.view.reply(turn.reply_id)
        cards = view.call_list.cards if view is not None and view.call_list is not None else ()
        asking = next((card for card in cards if card.call.asks), None)
        if asking is not None:
            asking.take_keyboard()

    # --- what happens -----------------------------------------------------------------------------------------

    def _note_progress(self, progressed: ToolCallProgressed) -> None:
        self._calls.note_progress(progressed.turn, progressed.place, progressed.progress)
        self._moved[progressed.turn.id] = progressed.turn
        if not self._soon.isActive():  # a server may tell a thousand times a second
            self._soon.start()

    def _show_moved(self) -> None:
        moved, self._moved = self._moved, {}
        for turn in moved.values():
            if not turn.has_ended:
                self._events.turn_changed.emit(turn)

    def _note_ended(self, turn: Turn) -> None:
        self._calls.forget(turn)
        self._say_waiting()

    def _show_all(self, _question: object = None) -> None:
        for turn in self._session.running_turns:
            self._events.turn_changed.emit(turn)
        self._say_waiting()

    def _turn(self, turn_id: int) -> Turn | None:
        return next((turn for turn in self._session.running_turns if turn.id == turn_id), None)

    def _waiting_turn(self) -> Turn | None:
        """Return a turn in which something waits for the person, one that is shown first."""
        turns = [turn for turn in self._session.running_turns if any(call.asks for call in self._calls.of(turn))]
        return next((turn for turn in turns if self._transcript.shows(turn)), turns[0] if turns else None)

    def _say_waiting(self) -> None:
        turn = self._waiting_turn()
        if turn is None:
            asking = next(iter(self._calls.questions.values()), None)
            words = self.tr("The tool server {name} asks you something.") if asking is not None else ""
            self._bar.say(words.format(name=visible_line(asking.server)) if asking is not None else "")
            return
        call = next(call for call in self._calls.of(turn) if call.asks)
        name = visible_line(call.tool.name)
        if self._transcript.view.reply_in_view() == turn.reply_id:
            self._bar.say("")  # its card is before the eyes
        elif turn.conversation_id == self._transcript.branch.conversation_id:
            self._bar.say(self.tr("A call of {tool} waits for your answer.").format(tool=name))
        else:
            self._say_elsewhere(turn, name)

    def _say_elsewhere(self, turn: Turn, name: str) -> None:
        with self._events.reporting_problems():
            title = visible_line(self._store.conversation(turn.conversation_id).title)
            words = self.tr("In “{title}” a call of {tool} waits for your answer.").format(title=title, tool=name)
            self._bar.say(words)
