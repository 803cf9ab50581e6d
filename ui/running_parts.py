"""Everything behind the window: what lives as long as the app, and what is made for the views of one language."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from app.conversation import events
from app.conversation.session import Session
from app.engines.broker import Broker, ModelStatusChanged
from app.engines.endpoint_engine import EndpointEngine
from app.engines.known_endpoints import KnownEndpoints
from app.engines.local_engine import LocalEngine
from app.engines.model_ref import LocalFile, Remote
from app.errors import UserError
from app.history.errors import DatabaseWasReplaced
from app.history.lost_history import LostHistory
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.kept_sequences import keep_sequences
from app.model_choice.known_models import library_of
from app.paths import AppPaths
from ui.attention_wiring import AttentionWiring
from ui.bridges.background import Background
from ui.bridges.engine_bridge import EngineBridge
from ui.bridges.history_jobs import HistoryJobs
from ui.bridges.history_watch import HistoryWatch
from ui.bridges.hub import Hub
from ui.bridges.problem_bridge import ProblemBridge
from ui.bridges.update_watch import UpdateWatch
from ui.chat.chat_controller import ChatController
from ui.chat.chat_state import ChatState
from ui.chat.composer.composing import Composing
from ui.chat.composer.summary_controller import SummaryController
from ui.chat.conversations.conversation_controller import ConversationController
from ui.chat.thinking.thinking_controller import ThinkingController
from ui.chat.transcript.branching import Branching
from ui.command_wiring import CommandWiring
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.models.models_presenter import ModelsPresenter
from ui.models.picker.picker_presenter import PickerPresenter
from ui.platform.keep_awake import KeepAwake
from ui.session_preferences import session_preferences
from ui.settings.settings_presenter import SettingsPresenter
from ui.widgets.action_registry import ActionRegistry
from ui.window_actions import WindowActions
from ui.window_deeds import WindowDeeds
from ui.window_pages import WindowPages

if TYPE_CHECKING:
    from app.conversation.events import SessionEvent
    from app.conversation.preferences import SessionPreferences
    from app.engines.model_status import ModelStatus
    from app.inference.engine import EngineFactory
    from app.inference.protocol import Event
    from ui.bridges.settings_store import SettingsStore
    from ui.chat.chat_window import ChatWindow
    from ui.chat.window_content import WindowContent
    from ui.models.picker.model_picker import ModelPicker
    from ui.settings.settings_presenter import SettingsState
    from ui.theme.icons import Icons
    from ui.theme.theme import Theme

_log = logging.getLogger(__name__)
_TICK_MS = 5000


@dataclass(frozen=True, slots=True)
class WindowState:
    """Where the person is in views that are about to be made anew."""

    chat: ChatState
    searched: str
    """What is looked for in all conversations."""
    is_in_models: bool
    settings: SettingsState | None
    has_preset_panel: bool


class RunningParts:
    """What lives on when another language is spoken is made here; `attach` makes what belongs to the views.

    `on_history_lost` is called when the file with the conversations is damaged, or not there any more.

    Raises `UserError` from its constructor when history cannot be opened; nothing is left running then.
    """

    def __init__(
        self,
        paths: AppPaths,
        factory: EngineFactory,
        *,
        window: ChatWindow,
        theme: Theme,
        icons: Icons,
        kept: SettingsStore,
        on_history_lost: Callable[[UserError], None],
    ) -> None:
        self._paths = paths
        self._window = window
        self._theme = theme
        self._icons = icons
        self._kept = kept
        self._tell_history_lost = on_history_lost
        self._is_file_gone = False
        self._cache_folder = paths.cache / "sequences"
        self.store = HistoryStore.open(paths.database, is_expected=kept.now().has_history)
        try:
            self.store.recover_interrupted()
        except UserError:
            self.store.close()
            raise
        self._problems = ProblemBridge()
        self._writer = HistoryWriter(paths.database, on_problem=self._problems.post)
        self._bridge = EngineBridge()
        self.engine = LocalEngine(self._bridge.post, factory=factory)
        servers = KnownEndpoints(paths.endpoints_file)
        access = servers.access(kept.now)
        self.broker = Broker(
            {
                LocalFile: self.engine,
                Remote: EndpointEngine(self._bridge.post, access=access, adjusted=servers.adjusted),
            },
            load_options=lambda: self._preferences().load_options(),
            idle_unload_s=lambda: self._preferences().idle_unload_s,
            most_at_once=lambda: self._preferences().most_at_once,
        )
        self.session = Session(
            store=self.store,
            writer=self._writer,
            broker=self.broker,
            listener=self._hear,
            preferences=self._preferences,
        )
        self._keep_awake = KeepAwake()
        self._typesetter = FormulaTypesetter()
        self._readers = Background(threads=2)
        self.jobs = HistoryJobs(self.store)
        self.watch = HistoryWatch(self.store, self.jobs)
        self.conversations = ConversationController(
            session=self.session,
            store=self.store,
            jobs=self.jobs,
            typesetter=self._typesetter,
            cache_folder=self._cache_folder,
        )
        self._branching = Branching(
            session=self.session, store=self.store, jobs=self.jobs, shown=lambda: self.chat.conversation_id
        )
        self._summaries = SummaryController(session=self.session, store=self.store, jobs=self.jobs)
        self.picker = PickerPresenter(
            broker=self.broker,
            library=lambda: library_of(paths, settings=kept.now(), with_other_apps=False),
        )
        self.hub = Hub(paths, kept, held=self.broker.held)
        self.models = ModelsPresenter(paths, hub=self.hub, picker=self.picker, theme=theme, kept=kept)
        self.attention = AttentionWiring(window, kept=kept)
        self._updates = UpdateWatch(paths, kept)
        self._ticks = QTimer()
        self._ticks.setInterval(_TICK_MS)
        self._connect_what_lives_on()

    def attach(self, content: WindowContent, picker: ModelPicker) -> None:
        """Make what belongs to these views, and let the rest serve them."""
        session, store, theme, kept = self.session, self.store, self._theme, self._kept
        self._content = content
        self.chat = ChatController(content=content, session=session, store=store, typesetter=self._typesetter)
        self.thinking = ThinkingController(
            content=content, session=session, broker=self.broker, thoughts=self.chat.thoughts
        )
        self.conversations.attach(content)
        self.composing = Composing(
            content=content,
            session=session,
            store=store,
            counting=self.broker.counting,
            chat=self.chat,
            kept=kept,
            background=self._readers,
            summary=self._summaries,
        )
        self.picker.attach(picker)
        self.composing.presets.model_names = lambda: [model.name for model in self.picker.entries()]
        self.composing.presets.model_wanted.connect(self.picker.choose_named)
        self._connect(content)
        self._window.key_left.connect(self.chat.typing.take)
        self.models.attach(content.page)
        self.actions = ActionRegistry(content)
        self.settings = SettingsPresenter(
            self._paths,
            theme=theme,
            kept=kept,
            hub=self.hub,
            actions=self.actions,
            move_models=self.models.move_models,
            parent=content,
        )
        now, listed = kept.now(), content.sidebar.conversations
        listed.fold(closed_folders=now.closed_folders, is_archive_open=now.is_archive_open)
        listed.folds_changed.connect(self._remember_folds)
        self.pages = WindowPages(content, chat=self.chat, models=self.models, settings=self.settings)
        self.commands = CommandWiring(
            self.actions,
            content=content,
            theme=theme,
            kept=kept,
            chat=self.chat,
            models=self.picker,
        )
        self.attention.attach(content, self.chat)
        self.commands.spoken.connect(self.attention.announcer.say)
        actions = WindowActions(
            WindowDeeds(
                content=content,
                theme=theme,
                kept=kept,
                session=session,
                broker=self.broker,
                chat=self.chat,
                conversations=self.conversations,
                thinking=self.thinking,
                picker=self.picker,
                models=self.models,
                pages=self.pages,
                settings=self.settings,
                store=store,
            )
        )
        self.actions.add(*actions.all())
        self.actions.add_hints(actions.hints())
        starter = self.picker.starter()
        if starter is not None:
            self.chat.set_starter(str(starter.path), self.picker.starter_description())
        self._show_model(session.model_status)

    def detach(self) -> WindowState:
        """The views are about to be deleted: end what belongs to them, and return where the person is."""
        state = WindowState(
            chat=self.chat.state(),
            searched=self._content.sidebar.search_field.text(),
            is_in_models=self.models.is_shown,
            settings=self.settings.state(),
            has_preset_panel=self.composing.presets.is_panel_shown,
        )
        self.settings.close()
        self.conversations.detach()
        self.composing.close()
        self.chat.close()
        return state

    def restore(self, state: WindowState) -> None:
        """Bring the person back to where they were, in the views that are attached now."""
        self.chat.restore(state.chat)
        self.composing.attachments.add_paths(state.chat.waiting_files)
        self._content.sidebar.search_field.setText(state.searched)
        self.models.tell()
        if state.has_preset_panel:
            self.composing.presets.show_panel()
        if state.is_in_models:
            self.models.open()
        elif state.settings is not None:
            self.settings.restore(state.settings)

    def begin(self, file_to_open: str) -> None:
        """Show what there is, and warm the engine child up."""
        settings = self._kept.now()
        self.picker.choose_first(settings.last_model_path)
        self.chat.show_model(self.session.model_status)
        known = self._content.sidebar.conversations.ids()
        last = settings.last_conversation_id
        self.chat.show_conversation(last if last in known else None)
        self.engine.warm_up()
        status, starter = self.session.model_status, self.picker.starter()
        if starter is not None and status.path == str(starter.path):  # small: ready before the first question is typed
            self.session.choose_model(status.path, status.name)
        self._ticks.start()
        self.watch.begin()
        self._updates.begin()
        self.models.begin()
        self._kept.tell_trouble()
        if file_to_open:
            self.open_file(file_to_open)

    def open_file(self, path: str) -> None:
        """Open a model file in the chat, or a link to the Hub on the models page."""
        if not self.models.open_link(path):
            self.models.leave()
            self.picker.open_file(path)

    def close(self) -> LostHistory | None:
        """End the running reply, then stop and join every thread.

        Returns what is still open of a file that is no longer at its path: saving it may take longer than a frame.
        """
        self._ticks.stop()
        self.watch.close()
        self._updates.close()
        self.models.close()
        self.hub.close()
        self.settings.close()
        self.attention.close()
        self.jobs.close()
        self.conversations.close()
        self.composing.close()
        self._readers.close()
        self._bridge.drain()
        self.chat.close()
        self._typesetter.close()
        self.session.close()
        self._bridge.close()
        self.broker.close()
        self._writer.close()
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

    def _connect_what_lives_on(self) -> None:
        self._bridge.received.connect(self._take)
        self.watch.lost.connect(self._lose_history, Qt.ConnectionType.QueuedConnection)
        self._ticks.timeout.connect(self.broker.tick)
        self._branching.branched_elsewhere.connect(self.conversations.show)
        self.picker.model_chosen.connect(self._remember_model)
        self.conversations.exchange.restoring.restored.connect(self._history_replaced)
        self.conversations.forgetting.hidden.connect(self._forget)

    def _connect(self, content: WindowContent) -> None:
        self._problems.occurred.connect(self.chat.show_problem)
        self._kept.problem_occurred.connect(self.chat.show_problem)
        self.chat.problem_shown.connect(self.watch.note)
        self._updates.news_arrived.connect(content.page.notices.show_notice)
        self.conversations.conversation_chosen.connect(self.chat.show_conversation)
        self.conversations.hit_chosen.connect(self.chat.find.show_choice)
        self.conversations.conversation_deleted.connect(self.chat.forget)
        for part in (self.conversations, self.thinking, self.picker, self.composing, self._branching):
            part.problem_occurred.connect(self.chat.show_problem)
        self.chat.conversation_shown.connect(self.thinking.show_conversation)
        self.thinking.turn_begun.connect(self.chat.show_begun)
        self.chat.conversation_changed.connect(self.conversations.show)
        self.chat.conversation_shown.connect(self._remember_shown)
        self.chat.turns_changed.connect(self._turns_changed)
        content.page.transcript.branch_asked.connect(self._branching.branch_off)
        self._branching.branched.connect(self.chat.show_made)
        for strip in (content.sidebar.work_strip, content.strip_below):
            for job in self.jobs.running():
                if not job.is_quiet:
                    strip.show_job(job)
            self.jobs.begun.connect(strip.show_job)
        restoring = self.conversations.exchange.restoring
        restoring.begun.connect(self.chat.drafts.save_now)
        restoring.given_up.connect(self.chat.drafts.save_now)
        restoring.replacing.connect(self.chat.prepare_for_replacement)
        content.page.welcome.open_asked.connect(self.picker.ask_for_file)
        content.file_dropped.connect(self.open_file)

    def _remember_model(self, path: str) -> None:
        self._kept.set_later(last_model_path=path)

    def _remember_folds(self) -> None:
        known = self._content.sidebar.conversations
        self._kept.set_later(closed_folders=known.closed_folders, is_archive_open=known.is_archive_open)

    def _remember_shown(self, conversation_id: int | None) -> None:
        self._kept.set_later(last_conversation_id=conversation_id)
        if conversation_id is not None or self._content.sidebar.conversations.ids():
            self._kept.set_later(has_history=True)

    def _lose_history(self, error: UserError) -> None:
        self._is_file_gone = isinstance(error, DatabaseWasReplaced)
        self._tell_history_lost(error)

    def _take(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.broker.handle(event)
        self.chat.flush()

    def _hear(self, event: SessionEvent) -> None:
        self.composing.hear(event)
        match event:
            case ModelStatusChanged(status):
                self.picker.show_status(status)
                self.chat.show_model(status)
                self.thinking.show_model(status)
            case events.ConversationChanged(conversation):
                self.conversations.show(conversation)
            case events.ProblemOccurred(error):
                self.chat.show_problem(error)
            case events.TurnChanged() | events.TurnGrew() | events.TurnEnded() | events.LoopSuspected():
                self.chat.hear(event)
                self.attention.hear(event)
                if not isinstance(event, events.TurnGrew):
                    self.thinking.show_lacks()
                info = self.session.model_status.info
                placement = info.placement if info is not None else None
                if isinstance(event, events.TurnEnded) and event.turn.stats is not None and placement is not None:
                    self.models.note_reply(placement, event.turn.stats)

    def _show_model(self, status: ModelStatus) -> None:
        """Show the chosen model in views that were just made."""
        self.composing.hear(ModelStatusChanged(status))
        self.chat.show_model(status)
        self.thinking.show_model(status)

    def _history_replaced(self) -> None:
        """All conversations are others now: nothing that knew one by its id may go on."""
        self.session.forget_history()
        self.attention.notifications.close()
        self.conversations.history_replaced()
        self.composing.presets.history_replaced()
        self.chat.history_replaced()

    def _forget(self, conversation_ids: tuple[int, ...]) -> None:
        """These are gone for good: nothing may hold anything of them."""
        self.chat.forget_for_good(conversation_ids)
        self.commands.forget(conversation_ids)
        self.attention.notifications.close()
        self._kept.save()

    def _turns_changed(self) -> None:
        self.conversations.exchange.note_turns()
        self.conversations.forgetting.note_turns()
        self.conversations.show_running()
        is_wanted = self._kept.now().keep_awake and self.session.running_turn is not None
        self._keep_awake.set_wanted(wanted=is_wanted)

    def _preferences(self) -> SessionPreferences:
        return session_preferences(self._kept.now(), cache_folder=self._cache_folder)
