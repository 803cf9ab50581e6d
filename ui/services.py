"""What works behind the window, whatever language it speaks: history, engines, session, jobs on conversations."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.conversation.preferences import SessionPreferences
from app.conversation.session import Session
from app.conversation.session_tools import SessionTools
from app.conversation.titles import TitleWriter
from app.conversation.tool_costs import ToolCosts
from app.engines.broker import Broker
from app.engines.endpoint_engine import EndpointEngine
from app.engines.local_engine import LocalEngine
from app.engines.model_ref import LocalFile, ModelRef, Remote
from app.engines.model_status import ModelPhase
from app.errors import UserError
from app.history.errors import DatabaseWasReplaced, LeftElsewhere
from app.history.last_place import KeptRoom, places, write_elsewhere, written_elsewhere
from app.history.lost_history import LostHistory
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.kept_sequences import keep_sequences
from app.model_choice.known_models import library_of
from app.paths import AppPaths
from ui.attention_presenter import AttentionPresenter
from ui.bridges.background import Background
from ui.bridges.engine_bridge import EngineBridge
from ui.bridges.history_jobs import HistoryJobs
from ui.bridges.history_watch import HistoryWatch
from ui.bridges.hub import Hub
from ui.bridges.servers import Servers
from ui.bridges.update_watch import UpdateWatch
from ui.bridges.window_events import WindowEvents
from ui.chat.calls.call_source import CallSource
from ui.chat.composer.summing_up import SummingUp
from ui.chat.conversations.forgetting import Forgetting
from ui.chat.exchange.exchange_presenter import ExchangePresenter
from ui.chat.search.search_index import SearchIndex
from ui.chat.transcript.branching import Branching
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.models.models_presenter import ModelsPresenter
from ui.models.picker.picker_presenter import PickerPresenter
from ui.platform.keep_awake import KeepAwake
from ui.widgets.notice_bar import Subject

if TYPE_CHECKING:
    from app.conversation.turn import Turn
    from app.history.records import StoredMessage
    from app.inference.engine import EngineFactory
    from app.inference.protocol import Event
    from ui.bridges.settings_store import SettingsStore
    from ui.chat.chat_window import ChatWindow
    from ui.theme.theme import Theme

_log = logging.getLogger(__name__)
_STARTER_TOOLS = ("calculate",)
"""What the starter has learned to use; it only computes."""
_TICK_MS = 5000
_RETRY_S = 2.0
_MOST_RECENT = 8


class Services:
    """Raises `UserError` from its constructor when history cannot be opened; nothing is left running then."""

    def __init__(
        self,
        paths: AppPaths,
        factory: EngineFactory,
        *,
        window: ChatWindow,
        theme: Theme,
        kept: SettingsStore,
    ) -> None:
        self.kept = kept
        self._is_file_gone = False
        self._finds_steps = False
        self._cache_folder = paths.cache / "sequences"
        self._last_places = places(paths.data)
        self._room = KeptRoom(paths.database)
        self.store = store = HistoryStore.open(paths.database, is_expected=kept.now().has_history)
        try:
            store.recover_interrupted()
        except UserError:
            store.close()
            raise
        self.events = events = WindowEvents()
        self._writer = HistoryWriter(
            paths.database,
            on_problem=events.report,
            on_recovery=lambda: events.subject_changed.emit(Subject.HISTORY),
        )
        self._bridge = EngineBridge()
        self.engine = LocalEngine(self._bridge.post, factory=factory)
        self.servers = Servers(paths, kept)
        self.broker = self._made_broker()
        self.readers = Background(threads=2)
        self.tools = SessionTools(
            paths,
            is_offline=lambda: kept.now().stay_offline,
            proxy=lambda: kept.now().proxy,
            choices=lambda conversation_id: self.session.overrides.tools(conversation_id),
            preferences=self._preferences,
            listener=events.handle,
            post=self.readers.post,
        )
        self.tool_costs = ToolCosts(self.broker.counting, events.tools_changed.emit)
        self.calls = CallSource(self.tools)
        events.tool_input_asked.connect(self.calls.note_question)  # before anybody shows it
        events.tool_input_over.connect(self.calls.forget_question)
        self.session = session = Session(
            store=store,
            writer=self._writer,
            broker=self.broker,
            listener=events.handle,
            preferences=self._preferences,
            tools=self.tools,
            find_model=lambda name: self.picker.named(name),
        )
        self.titles = TitleWriter(
            broker=self.broker,
            store=store,
            is_wanted=lambda: kept.now().titles_by_model,
            on_change=events.conversation_changed.emit,
        )
        self.typesetter = FormulaTypesetter()
        self._keep_awake = KeepAwake()
        self._updates = UpdateWatch(paths, kept)
        self.news = self._updates.news_arrived
        self.jobs = jobs = HistoryJobs(store)
        self.watch = HistoryWatch(store, jobs)
        self.exchange = ExchangePresenter(
            window, session=session, store=store, jobs=jobs, typesetter=self.typesetter, events=events
        )
        self.forgetting = Forgetting(
            window, session=session, store=store, jobs=jobs, cache_folder=self._cache_folder, events=events
        )
        self.branching = Branching(session=session, store=store, jobs=jobs, events=events)
        self.summing_up = SummingUp(session=session, store=store, jobs=jobs, events=events)
        self.search_index = SearchIndex(store=store, jobs=jobs, events=events)
        self.attention = AttentionPresenter(window, store=store, kept=kept, events=events)
        self.hub = Hub(paths, kept, held=self.broker.held)
        self.picker = PickerPresenter(
            broker=self.broker,
            library=lambda: library_of(paths, settings=kept.now(), with_other_apps=False),
            servers=self.servers,
            hub=self.hub,
            kept=kept,
        )
        self.models = ModelsPresenter(
            paths,
            hub=self.hub,
            servers=self.servers,
            picker=self.picker,
            theme=theme,
            kept=kept,
            votes=store.vote_figures,
            tools=self.tools,
            tool_costs=self.tool_costs,
            questions=self.calls.questions,
            events=events,
        )
        self._ticks = QTimer(interval=_TICK_MS)
        self._connect()

    def begin(self) -> None:
        """Warm the engine child up, and look after what needs it from now on."""
        self.engine.warm_up()
        status = self.session.model_status
        if status.path and status.path == self._starter_path:  # small: ready before the first question is typed
            self.session.choose_model(status.path, status.name)
        self._ticks.start()
        self.watch.begin()
        self._updates.begin()
        self.models.begin()
        self.kept.tell_trouble()
        self.readers.run(lambda _stop: written_elsewhere(self._last_places), self._tell_elsewhere)

    @property
    def has_unsaved(self) -> bool:
        """Whether history has refused something that was said."""
        return self._writer.is_failing

    def save_what_was_refused(self) -> None:
        """Try once more, with the room that was kept for the end."""
        self._room.give_back()
        self.session.flush(_RETRY_S)

    def prepare_for_thought(self) -> None:
        """Have what finds the steps of thoughts compiled beside the window: a question is being typed, or asked."""
        if not self._finds_steps:
            self._finds_steps = True
            self.readers.run(_import_step_finder, lambda _none: None)

    def renew_engine(self) -> bool:
        """End the engine child, so that the next load finds what was installed; `False` while something runs."""
        if self.broker.is_running or self.broker.status.phase is ModelPhase.LOADING:
            return False
        self.engine.renew()
        return True

    def stop(self) -> None:
        """Begin nothing new: the window is about to close."""
        self._ticks.stop()
        self.watch.close()
        self._updates.close()
        self.models.close()
        self.hub.close()
        self.servers.close()
        self.attention.close()
        self.jobs.close()
        self.search_index.close()
        self.exchange.close()
        self.forgetting.close()

    def close(self, typed: Sequence[str] = ()) -> LostHistory | None:
        """End the running reply, then stop and join every thread; what the window shows is closed already.

        What history refuses to the end, and what was `typed` and refused, is written elsewhere.
        Returns what is still open of a file that is no longer at its path: saving it may take longer than a frame.
        """
        self.readers.close()
        self._bridge.drain()
        self.typesetter.close()
        self.titles.close()
        self.session.close()
        self.tools.close()
        self._bridge.close()
        self.broker.close()
        if not self.session.flush(_RETRY_S):
            self._room.give_back()
        self._writer.close()
        self._keep_elsewhere([*typed, *map(self._text_of, self.session.unsaved_replies.values())])
        self._keep_awake.release()
        if self._is_file_gone:
            return LostHistory(self.store)
        try:
            keep_sequences(self._cache_folder, tuple(map(str, self.store.conversation_ids())))
        except UserError as error:
            _log.warning("what models keep of conversations is not looked through: %s", error)
        self.store.close()
        return None

    # --- private ----------------------------------------------------------------------------------------------

    def _keep_elsewhere(self, texts: Sequence[str]) -> None:
        if texts:
            found = write_elsewhere(texts, self._last_places)
            told = f"what could not be saved is in {found}" if found else "what came last could not be saved anywhere"
            _log.warning(told)
            if sys.stderr is not None:
                print(f"Aside: {told}.", file=sys.stderr)

    def _tell_elsewhere(self, found: Sequence[Path]) -> None:
        for path in found[-1:]:
            self.events.report(LeftElsewhere(path))

    def _text_of(self, reply: StoredMessage) -> str:
        title = ""
        with contextlib.suppress(UserError):
            title = self.store.conversation(reply.conversation_id).title
        return "\n\n".join(text for text in (f"# {title}", reply.thinking, reply.answer) if text)

    def _made_broker(self) -> Broker:
        servers = self.servers
        remote = EndpointEngine(self._bridge.post, access=servers.access, adjusted=servers.known.adjusted)
        return Broker(
            {LocalFile: self.engine, Remote: remote},
            load_options=lambda model: self._preferences_for(model).load_options(),
            idle_unload_s=lambda: self._preferences().idle_unload_s,
            most_at_once=lambda: self._preferences().most_at_once,
        )

    def _connect(self) -> None:
        events = self.events
        self._bridge.received.connect(self._take)
        self._ticks.timeout.connect(self.broker.tick)
        self._ticks.timeout.connect(self.titles.tick)
        self.watch.lost.connect(self._note_lost)
        self.watch.refused.connect(events.report)
        self.watch.recovered.connect(self._note_recovered)
        self.kept.problem_occurred.connect(events.report)
        self.picker.problem_occurred.connect(events.report)
        self.servers.problem_occurred.connect(events.report)
        self.picker.model_chosen.connect(self._remember_model)
        events.problem_occurred.connect(self.watch.note)
        events.model_changed.connect(self.picker.show_status)
        events.conversation_shown.connect(self._remember_shown)
        events.turn_changed.connect(self._note_turn)
        events.turn_ended.connect(self._keep_awake_while_writing)
        events.turn_ended.connect(self._note_reply)

    def _take(self, bundle: tuple[Event, ...]) -> None:
        for event in bundle:
            self.broker.handle(event)
        self.events.engine_heard.emit()

    def _note_lost(self, error: UserError) -> None:
        self._is_file_gone = isinstance(error, DatabaseWasReplaced)

    def _note_recovered(self) -> None:
        if not self.has_unsaved:  # else that is told when it is saved
            self.events.subject_changed.emit(Subject.HISTORY)

    def _remember_model(self, model: ModelRef) -> None:
        self.events.subject_changed.emit(Subject.LAST_MODEL)
        key = self.servers.key_of(model)
        others = (other for other in self.kept.now().recent_models if other != key)
        self.kept.set_later(recent_models=(key, *others)[:_MOST_RECENT])
        if isinstance(model, Remote):
            self.kept.set_later(last_remote_model=(model.endpoint, model.name))
        else:
            self.kept.set_later(last_model_path=model.path, last_remote_model=())

    def _remember_shown(self, conversation_id: int | None) -> None:
        self.kept.set_later(last_conversation_id=conversation_id)
        if conversation_id is not None or self.store.conversation_ids():
            self.kept.set_later(has_history=True)

    def _note_turn(self) -> None:
        self.prepare_for_thought()
        self.titles.give_way()
        self._keep_awake_while_writing()

    def _keep_awake_while_writing(self) -> None:
        is_wanted = self.kept.now().keep_awake and self.session.running_turn is not None
        self._keep_awake.set_wanted(wanted=is_wanted)

    def _note_reply(self, turn: Turn) -> None:
        """Remember how fast the model is here, and that the conversation may be named."""
        self.titles.note_answered(turn.conversation_id)
        info = self.session.model_status.info
        is_alone = not turn.is_sample  # side by side each is slower
        if is_alone and info is not None and info.placement is not None and turn.stats is not None:
            self.models.note_reply(info.placement, turn.stats)

    def _preferences(self) -> SessionPreferences:
        return self._preferences_for(self.broker.status.model)

    def _preferences_for(self, model: ModelRef | None) -> SessionPreferences:
        key = self.servers.key_of(model)
        own = SessionPreferences.of(self.kept.now(), cache_folder=self._cache_folder, model=key)
        if key and key == self._starter_path and not own.offered_tools:
            return replace(own, offered_tools=_STARTER_TOOLS)
        return own

    @cached_property
    def _starter_path(self) -> str:
        starter = self.picker.starter()
        return str(starter.path) if starter is not None else ""


def _import_step_finder(_stop: object) -> None:
    """Compile what finds the steps of thoughts: a tenth of a second."""
    import app.reasoning.step_finder  # noqa: F401
