"""The composition root: builds the window and everything behind it, wires it, closes it in reverse order.

Until the first paint only views are built. Then history is opened, the library read and the engine child started.
"""

from __future__ import annotations

import base64
import gc
import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.errors import UserError
from app.paths import AppPaths
from app.settings import Settings, SettingsFile
from ui.bridges.kept_settings import KeptSettings
from ui.bridges.languages import Languages
from ui.chat.chat_views import ChatViews
from ui.chat.chat_window import ChatWindow
from ui.models.model_picker import ModelPicker
from ui.session_preferences import session_preferences
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.widgets.action_registry import ActionRegistry

if TYPE_CHECKING:
    from app.conversation.events import SessionEvent
    from app.conversation.preferences import SessionPreferences
    from app.inference.engine import EngineFactory
    from app.inference.protocol import Event
    from ui.bridges.retranslation import Retranslation

_log = logging.getLogger(__name__)
_TICK_MS = 5000
_KEEP_DELETED_S = 24 * 3600


class Assembly(QObject):
    """The window, from the first pixel to the last thread.

    Signals:
        started(): everything behind the window works; a question can be asked.
        history_failed(UserError): the conversations cannot be opened; nothing else has been started.
        history_lost(UserError): their file is damaged, or not there any more; all should be closed, and begin anew.
    """

    started = Signal()
    history_failed = Signal(object)
    history_lost = Signal(object)

    def __init__(
        self,
        application: QApplication,
        paths: AppPaths,
        *,
        engine_factory: Callable[[], EngineFactory],
        file_to_open: str = "",
        trouble: UserError | None = None,
    ) -> None:
        """`trouble`: what is known already to be wrong with the conversations; they are opened when that is settled."""
        super().__init__()
        self._trouble = trouble
        self._paths = paths
        self._engine_factory = engine_factory
        self._file_to_open = file_to_open
        self.kept = KeptSettings(SettingsFile(paths.settings_file), self)
        self.languages = Languages(application, self.settings().language, parent=self)
        self.languages.changed.connect(self._retell)
        self.kept.changed.connect(self._follow_language)
        self._is_closed = False
        self._running: RunningParts | None = None
        settings = self.settings()
        self.theme = Theme(application, settings.theme, text_scale=settings.text_scale, density=settings.density)
        self._icons = Icons(self.theme)
        self.picker = ModelPicker()
        self.views = ChatViews(ChatWindow(), theme=self.theme, icons=self._icons, picker=self.picker)
        self.actions = ActionRegistry(self.views.window)
        self.theme.wear()
        self._restore_window()
        window = self.views.window
        window.first_painted.connect(lambda: QTimer.singleShot(0, self, self.start))
        self.views.content.pane_resized.connect(lambda width: self.remember(thinking_pane_width=width))
        self.views.dock.collapsed_changed.connect(lambda is_so: self.remember(thinking_pane_collapsed=is_so))

    def show(self) -> None:
        """Show the window; everything else follows its first paint."""
        self.views.window.show()

    def start(self) -> None:
        """Open history, start the engine child, read the library; called after the first paint."""
        if self._running is not None or self._is_closed:
            return
        gc.enable()
        trouble, self._trouble = self._trouble, None
        try:
            if trouble is not None:
                raise trouble
            self._running = RunningParts(self, self._paths, self._engine_factory())
        except UserError as error:
            _log.warning("the conversations cannot be opened: %s (%s)", error, error.details)
            self.history_failed.emit(error)
            return
        self._running.begin(self.settings(), self._file_to_open)
        self._icons.start()
        gc.freeze()  # what is there now stays; a full collection while a reply streams in need not look at it
        self.started.emit()

    def begin_empty_history(self) -> None:
        """Open an empty history at the next `start`: the person knows that the former is not there."""
        self.kept.change(has_history=False)
        database = self._paths.database
        from app.history.store import HistoryStore

        HistoryStore.begin(database).close()

    def open_file(self, path: str) -> None:
        """Come forward and open a model file or a link to the Hub (an empty path: only come forward)."""
        self.views.window.bring_forward()
        if path and self._running is not None:
            self._running.open_file(path)
        elif path:
            self._file_to_open = path

    def close(self) -> None:
        """Save, stop and join everything, in the reverse order of its making."""
        if self._is_closed:
            return
        self._is_closed = True
        geometry = bytes(self.views.window.saveGeometry().data())
        self.remember(window_geometry=base64.b64encode(geometry).decode())
        self.kept.save()
        self.views.window.hide()
        if self._running is not None:
            self._running.close()
            self._running = None
        self.views.window.close()
        self.views.window.deleteLater()
        self.languages.close()

    @property
    def icons(self) -> Icons:
        """The icons, for pages that are made later."""
        return self._icons

    @property
    def running(self) -> RunningParts | None:
        """What works behind the window, once it has started."""
        return self._running

    def settings(self) -> Settings:
        """Return the settings as they are now."""
        return self.kept.now()

    def remember(self, **changes: object) -> None:
        """Keep settings; they are written a moment later."""
        self.kept.remember(**changes)

    def _follow_language(self, names: frozenset[str]) -> None:
        if "language" in names:
            self.languages.choose(self.settings().language)

    def _retell(self, retranslation: Retranslation) -> None:
        retranslation.apply()
        if self._running is not None:
            self._running.retell()

    def _restore_window(self) -> None:
        window, settings = self.views.window, self.settings()
        if settings.window_geometry:
            try:
                window.restoreGeometry(base64.b64decode(settings.window_geometry, validate=True))
            except ValueError:
                _log.warning("the remembered place of the window is not readable")
        self.views.content.set_pane(width_px=settings.thinking_pane_width, collapsed=settings.thinking_pane_collapsed)


class RunningParts:
    """Everything behind the window. Made after the first paint: what it needs is imported here, not before.

    Raises `UserError` from its constructor when history cannot be opened; nothing is left running then.
    """

    def __init__(self, assembly: Assembly, paths: AppPaths, factory: EngineFactory) -> None:
        from app.conversation.session import Session
        from app.history.store import HistoryStore
        from app.history.writer import HistoryWriter
        from app.inference.client import EngineClient
        from app.model_choice.known_models import library_of
        from ui.attention_wiring import AttentionWiring
        from ui.bridges.engine_bridge import EngineBridge
        from ui.bridges.history_jobs import HistoryJobs
        from ui.bridges.history_watch import HistoryWatch
        from ui.bridges.keep_awake import KeepAwake
        from ui.bridges.problem_bridge import ProblemBridge
        from ui.bridges.update_watch import UpdateWatch
        from ui.chat.chat_controller import ChatController
        from ui.chat.composing import Composing
        from ui.chat.conversation_controller import ConversationController
        from ui.chat.thinking_controller import ThinkingController
        from ui.command_wiring import CommandWiring
        from ui.models.model_controller import ModelController
        from ui.models_wiring import ModelsWiring
        from ui.settings_wiring import SettingsWiring
        from ui.window_actions import WindowActions
        from ui.window_deeds import WindowDeeds

        self._assembly = assembly
        self.is_file_gone = False
        """Whether what is open is no longer at its path: then it is saved when all is closed."""
        self._cache_folder = paths.cache / "sequences"
        views = assembly.views
        self.store = HistoryStore.open(paths.database, is_expected=assembly.settings().has_history)
        try:
            self.store.recover_interrupted()
        except UserError:
            self.store.close()
            raise
        self._problems = ProblemBridge()
        self._writer = HistoryWriter(paths.database, on_problem=self._problems.post)
        self._bridge = EngineBridge()
        self.engine = EngineClient(self._bridge.post, factory=factory)
        self.session = Session(
            store=self.store,
            writer=self._writer,
            engine=self.engine,
            listener=self._hear,
            preferences=self._preferences,
        )
        self._keep_awake = KeepAwake()
        self.jobs = HistoryJobs(self.store)
        self.watch = HistoryWatch(self.store, self.jobs)
        self.chat = ChatController(views=views, session=self.session, store=self.store, jobs=self.jobs)
        self.thinking = ThinkingController(views=views, session=self.session, thoughts=self.chat.thoughts)
        self.conversations = ConversationController(
            views=views, session=self.session, store=self.store, jobs=self.jobs, typesetter=self.chat.typesetter
        )
        self.composing = Composing(
            views=views,
            session=self.session,
            store=self.store,
            engine=self.engine,
            chat=self.chat,
            kept=assembly.kept,
            jobs=self.jobs,
        )
        self.models = ModelController(
            picker=assembly.picker,
            window=views.content,
            session=self.session,
            library=lambda: library_of(paths, settings=assembly.settings(), with_other_apps=False),
        )
        self.composing.presets.model_names = lambda: [model.name for model in self.models.entries()]
        self.composing.presets.model_wanted.connect(self.models.choose_named)
        self._ticks = QTimer()
        self._ticks.setInterval(_TICK_MS)
        self._connect()
        self.places = ModelsWiring(
            paths,
            views=views,
            theme=assembly.theme,
            icons=assembly.icons,
            kept=assembly.kept,
            chat=self.chat,
            models=self.models,
            session=self.session,
        )
        self.door = self.places.door
        self.settings = SettingsWiring(
            paths,
            views=views,
            theme=assembly.theme,
            icons=assembly.icons,
            kept=assembly.kept,
            places=self.places,
            actions=assembly.actions,
        )
        self.commands = CommandWiring(
            assembly.actions,
            views=views,
            theme=assembly.theme,
            kept=assembly.kept,
            chat=self.chat,
            models=self.models,
        )
        self.attention = AttentionWiring(views=views, kept=assembly.kept, chat=self.chat)
        self.commands.spoken.connect(self.attention.announcer.say)
        deeds = WindowDeeds(
            views=views,
            theme=assembly.theme,
            kept=assembly.kept,
            session=self.session,
            chat=self.chat,
            conversations=self.conversations,
            thinking=self.thinking,
            picker=assembly.picker,
            models=self.models,
            places=self.places,
            settings=self.settings,
            store=self.store,
        )
        self._actions = WindowActions(deeds)
        assembly.actions.add(*self._actions.all())
        assembly.actions.add_hints(self._actions.hints())
        self._updates = UpdateWatch(paths, assembly.kept)
        self._updates.news_arrived.connect(views.problem_bar.show_notice)

    def begin(self, settings: Settings, file_to_open: str) -> None:
        """Show what there is, and warm the engine child up."""
        self.conversations.show_all()
        starter = self.models.starter()
        if starter is not None:
            self.chat.set_starter(str(starter.path), self.models.starter_description())
        self.models.choose_first(settings.last_model_path)
        self.chat.show_model(self.session.model_status)
        known = self._assembly.views.conversations.ids()
        last = settings.last_conversation_id
        self.chat.show_conversation(last if last in known else None)
        self.engine.start()
        status = self.session.model_status
        if starter is not None and status.path == str(starter.path):  # small: ready before the first question is typed
            self.session.choose_model(status.path, status.name)
        self._ticks.start()
        self.watch.begin()
        self._updates.begin()
        self.door.begin()
        if file_to_open:
            self.open_file(file_to_open)

    def open_file(self, path: str) -> None:
        """Open a model file in the chat, or a link to the Hub on the models page."""
        if not self.door.open_link(path):
            self.door.leave()
            self.models.open_file(path)

    def retell(self) -> None:
        """Say what changes as the app works in the language that is spoken now; nothing that runs is touched."""
        status = self.session.model_status
        self.models.show_status(status)
        self.chat.show_model(status)
        self.thinking.show_model(status)
        self.conversations.show_all()
        self.commands.retell(self._actions.all(), self._actions.hints())
        self.door.retell()
        self.settings.door.retell()

    def close(self) -> None:
        """End the running reply, then stop and join every thread."""
        self._ticks.stop()
        self.watch.close()
        self._updates.close()
        self.door.close()
        self.settings.door.close()
        self.attention.close()
        self.jobs.close()
        self.conversations.close()
        self.composing.close()
        self._bridge.drain()
        self.chat.close()
        self.session.close()
        self._bridge.close()
        self.engine.close()
        self._writer.close()
        self._keep_awake.release()
        from app.inference.kept_sequences import forget_sequences

        if self.is_file_gone:
            from app.history.backups import Backups

            Backups(self.store.path).rescue(self.store.database)
        else:
            try:
                if self.store.purge_deleted(time.time() - _KEEP_DELETED_S):
                    forget_sequences(self._cache_folder)
            except UserError as error:
                _log.warning("deleted conversations are kept for now: %s", error)
        self.store.close()

    # --- private ----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        assembly, views = self._assembly, self._assembly.views
        self._bridge.received.connect(self._take)
        self._problems.occurred.connect(self.chat.show_problem)
        self.chat.problem_shown.connect(self.watch.note)
        self.watch.lost.connect(self._lose_history, Qt.ConnectionType.QueuedConnection)
        self._ticks.timeout.connect(self.session.tick)
        self.conversations.conversation_chosen.connect(self.chat.show_conversation)
        self.conversations.hit_chosen.connect(self.chat.find.show_choice)
        self.conversations.conversation_deleted.connect(self.chat.forget)
        for part in (self.conversations, self.thinking, self.models, self.composing):
            part.problem_occurred.connect(self.chat.show_problem)
        self.chat.conversation_shown.connect(self.thinking.show_conversation)
        self.thinking.turn_begun.connect(self.chat.show_begun)
        self.chat.conversation_changed.connect(self.conversations.show)
        self.models.model_chosen.connect(lambda path: assembly.remember(last_model_path=path))
        self.chat.conversation_shown.connect(self._remember_shown)
        self.chat.turns_changed.connect(self._turns_changed)
        for strip in (views.sidebar.work_strip, views.strip_below):
            self.jobs.begun.connect(strip.show_job)
        restoring = self.conversations.exchange.restoring
        restoring.begun.connect(self.chat.drafts.save_now)
        restoring.given_up.connect(self.chat.drafts.save_now)
        restoring.replacing.connect(self.chat.prepare_for_replacement)
        restoring.restored.connect(self._history_replaced)
        views.welcome.open_asked.connect(self.models.ask_for_file)
        views.content.file_dropped.connect(self.open_file)

    def _remember_shown(self, conversation_id: int | None) -> None:
        self._assembly.remember(last_conversation_id=conversation_id)
        if conversation_id is not None or self._assembly.views.conversations.ids():
            self._assembly.remember(has_history=True)

    def _lose_history(self, error: UserError) -> None:
        from app.history.errors import DatabaseWasReplaced

        self.is_file_gone = isinstance(error, DatabaseWasReplaced)
        self._assembly.history_lost.emit(error)

    def _take(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.session.handle(event)
            self.composing.take(event)
        self.chat.flush()

    def _hear(self, event: SessionEvent) -> None:
        from app.conversation import events

        self.composing.hear(event)
        match event:
            case events.ModelStatusChanged(status):
                self.models.show_status(status)
                self.chat.show_model(status)
                self.thinking.show_model(status)
            case events.ConversationChanged(conversation):
                self.conversations.show(conversation)
            case events.ProblemOccurred(error):
                self.chat.show_problem(error)
            case events.TurnChanged() | events.TurnGrew() | events.TurnEnded() | events.LoopSuspected():
                self.chat.hear(event)
                self.attention.hear(event)
                info = self.session.model_status.info
                if isinstance(event, events.TurnEnded) and event.turn.stats is not None and info is not None:
                    self.door.note_reply(info, event.turn.stats)

    def _history_replaced(self) -> None:
        """All conversations are others now: nothing that knew one by its id may go on."""
        self.session.forget_history()
        self.attention.notifications.close()
        self.conversations.history_replaced()
        self.composing.presets.history_replaced()
        self.chat.history_replaced()

    def _turns_changed(self) -> None:
        self.conversations.exchange.note_turns()
        self.conversations.show_running()
        is_wanted = self._assembly.settings().keep_awake and self.session.running_turn is not None
        self._keep_awake.set_wanted(wanted=is_wanted)

    def _preferences(self) -> SessionPreferences:
        return session_preferences(self._assembly.settings(), cache_folder=self._cache_folder)
