"""The composition root: builds the window and everything behind it, wires it, closes it in reverse order.

Until the first paint only views are built. Then history is opened, the library read and the engine child started. When
another language is chosen, the views are made anew in it, in the same window; what works behind them goes on.
"""

from __future__ import annotations

import base64
import gc
import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from app.errors import UserError
from app.paths import AppPaths
from app.settings import Settings, SettingsFile
from ui.bridges.settings_store import SettingsStore
from ui.chat.chat_window import ChatWindow
from ui.chat.window_content import WindowContent
from ui.models.picker.model_picker import ModelPicker
from ui.platform.languages import Languages
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.widgets.composed_word import ComposedWord
from ui.widgets.growing_edit import GrowingEdit

if TYPE_CHECKING:
    from app.history.lost_history import LostHistory
    from app.inference.engine import EngineFactory
    from ui.presenters import Presenters
    from ui.services import Services
    from ui.widgets.action_registry import ActionRegistry

_log = logging.getLogger(__name__)
_LONGEST_TURN_S = 0.0005
"""How long a thread in pure Python keeps the window waiting for the interpreter, each time that it comes back to it."""
_LOOK_AGAIN_MS = 100


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
        self.kept = SettingsStore(SettingsFile(paths.settings_file), self)
        self.languages = Languages(application, self.settings().language, parent=self)
        self.languages.changed.connect(self._make_views_anew)
        self.kept.changed.connect(self._follow_language)
        self._composed_word = ComposedWord(self)
        application.focusChanged.connect(self._watch_composed_word)
        self._is_closed = False
        self.services: Services | None = None
        """What works behind the window, once it has started."""
        self.presenters: Presenters | None = None
        """What its parts show and do, once it has started; another one when another language is spoken."""
        settings = self.settings()
        self.theme = Theme(
            application,
            settings.theme,
            text_scale=settings.text_scale,
            density=settings.density,
            reading_width=settings.reading_width,
            reading_font=settings.reading_font,
        )
        self._icons = Icons(self.theme)
        self.window = ChatWindow()
        self._make_views()
        self.theme.wear()
        self._restore_window()
        self.window.first_painted.connect(lambda: QTimer.singleShot(0, self, self.start))

    def show(self) -> None:
        """Show the window; everything else follows its first paint."""
        self.window.show()

    def start(self) -> None:
        """Open history, start the engine child, read the library; called after the first paint."""
        if self.services is not None or self._is_closed:
            return
        gc.enable()
        sys.setswitchinterval(_LONGEST_TURN_S)
        trouble, self._trouble = self._trouble, None
        from ui.services import Services  # what it needs is imported after the first paint

        try:
            if trouble is not None:
                raise trouble
            services = self.services = Services(
                self._paths,
                self._engine_factory(),
                window=self.window,
                theme=self.theme,
                kept=self.kept,
            )
        except UserError as error:
            _log.warning("the conversations cannot be opened: %s (%s)", error, error.details)
            self.history_failed.emit(error)
            return
        services.watch.lost.connect(self._tell_lost, Qt.ConnectionType.QueuedConnection)
        self._present()
        self._begin(services)
        self._icons.start()
        gc.freeze()  # what is there now stays; a full collection while a reply streams in need not look at it
        self.started.emit()

    def begin_empty_history(self) -> None:
        """Open an empty history at the next `start`: the person knows that the former is not there."""
        self.kept.set(has_history=False)
        database = self._paths.database
        from app.history.store import HistoryStore

        HistoryStore.begin(database).close()

    def open_file(self, path: str) -> None:
        """Come forward and open a model file or a link to the Hub (an empty path: only come forward)."""
        self.window.bring_forward()
        if self.services is None:
            self._file_to_open = path or self._file_to_open
        elif path and not self.services.models.open_link(path):
            self.services.models.leave()
            self.services.picker.open_file(path)

    def close(self) -> LostHistory | None:
        """Save, stop and join everything, in the reverse order of its making.

        Returns what is still open of a history whose file is gone: it should be rescued.
        """
        if self._is_closed:
            return None
        self._is_closed = True
        self.window.is_held_open = lambda: False
        lost: LostHistory | None = None
        geometry = bytes(self.window.saveGeometry().data())
        self.remember(window_geometry=base64.b64encode(geometry).decode())
        if self.presenters is not None:
            self.presenters.is_saved()
        self.kept.save()  # a full disk has a little room now
        self.window.hide()
        if self.services is not None and self.presenters is not None:
            self.services.stop()
            self.presenters.close()
            lost = self.services.close(typed=self.presenters.chat.drafts.unsaved_texts())
            self.services = self.presenters = None
        self.window.close()
        self.window.deleteLater()
        self.languages.close()
        return lost

    @property
    def actions(self) -> ActionRegistry:
        """The actions of the window, once it has started."""
        assert self.presenters is not None, "before that nothing can be done"
        return self.presenters.actions

    def settings(self) -> Settings:
        """Return the settings as they are now."""
        return self.kept.now()

    def remember(self, **changes: object) -> None:
        """Keep settings; they are written a moment later."""
        self.kept.set_later(**changes)

    # --- private ----------------------------------------------------------------------------------------------

    def _watch_composed_word(self, _: object, field: QWidget | None) -> None:
        if not isinstance(field, GrowingEdit):  # it watches by itself
            self._composed_word.watch(field)

    def _make_views(self) -> None:
        self.picker = ModelPicker(self.theme)
        self.content = WindowContent(self.theme, self._icons, self.picker)
        self.window.hold(self.content)
        settings = self.settings()
        self.content.set_pane(width_px=settings.thinking_pane_width, collapsed=settings.thinking_pane_collapsed)
        self.content.pane_resized.connect(lambda width: self.remember(thinking_pane_width=width))
        self.content.dock.collapsed_changed.connect(lambda is_so: self.remember(thinking_pane_collapsed=is_so))

    def _follow_language(self, names: frozenset[str]) -> None:
        if "language" in names:
            QTimer.singleShot(0, self, self._choose_language)  # what has changed it may be a part of what is made anew

    def _choose_language(self) -> None:
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, self._choose_language)  # somebody waits for its answer
        elif self.services is not None and not self._is_closed:
            self.languages.choose(self.settings().language)

    def _make_views_anew(self) -> None:
        """Put views that speak the language of now in the place of those before; what works behind them goes on."""
        presenters = self.presenters
        assert presenters is not None, "the language is chosen in the settings, which come after the start"
        self.window.setUpdatesEnabled(False)
        self.kept.save()  # what is only remembered so far is read below
        state, sidebar = presenters.state(), self.content.is_sidebar_wanted
        presenters.close()
        delete(self.content)
        self._make_views()
        self.content.want_sidebar(sidebar)
        self._present().restore(state)
        self.window.setUpdatesEnabled(True)
        gc.unfreeze()  # what belonged to the views before is garbage now
        gc.collect()
        gc.freeze()

    def _present(self) -> Presenters:
        """Let presenters serve the views that are there now."""
        from ui.presenters import Presenters
        from ui.window_actions import WindowActions

        assert self.services is not None, "views are served when what they show is there"
        self.presenters = Presenters(self.services, self.content, self.picker, paths=self._paths, theme=self.theme)
        WindowActions(self.presenters, self.services, self.content, picker=self.picker, theme=self.theme).register_in(
            self.presenters.actions
        )
        self.window.is_held_open = self.presenters.hold_open
        self.window.key_left.connect(self.presenters.typing.take)
        self.content.file_dropped.connect(self.open_file)
        return self.presenters

    def _begin(self, services: Services) -> None:
        """Show what there is."""
        settings = self.settings()
        services.picker.choose_first(settings.last_model_path, settings.last_remote_model)
        last, known = settings.last_conversation_id, self.content.sidebar.conversations.ids()
        services.events.conversation_wanted.emit(last if last in known else None)
        services.begin()
        if self._file_to_open:
            self.open_file(self._file_to_open)

    def _tell_lost(self, error: UserError) -> None:
        self.history_lost.emit(error)

    def _restore_window(self) -> None:
        settings = self.settings()
        if settings.window_geometry:
            try:
                self.window.restoreGeometry(base64.b64decode(settings.window_geometry, validate=True))
            except ValueError:
                _log.warning("the remembered place of the window is not readable")
