"""How the models page stands in the window: what leads to it, what leaves it, and what the chat learns from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.paths import AppPaths
from ui.models.models_door import ModelsDoor

if TYPE_CHECKING:
    from app.conversation.session import Session
    from app.hub.library_model import LibraryModel
    from ui.assembly import Assembly
    from ui.chat.chat_controller import ChatController
    from ui.models.model_controller import ModelController


class ModelsWiring(QObject):
    """Owns the door to the models page and connects it with the chat."""

    def __init__(
        self,
        assembly: Assembly,
        paths: AppPaths,
        *,
        chat: ChatController,
        models: ModelController,
        session: Session,
    ) -> None:
        super().__init__()
        self._views = assembly.views
        self._chat = chat
        self._models = models
        self._session = session
        self.door = ModelsDoor(
            paths,
            theme=assembly.theme,
            icons=assembly.icons,
            kept=assembly.kept,
            given_back_bytes=self._loaded_bytes,
        )
        self._connect()

    def _connect(self) -> None:
        door, views = self.door, self._views
        views.sidebar.models_asked.connect(door.open)
        views.window.switch_needed.connect(lambda is_so: door.set_switch_visible(visible=is_so))
        door.set_switch_visible(visible=views.sidebar.isHidden())
        door.opened.connect(self._show_models)
        door.left.connect(self._show_chat)
        door.use_asked.connect(self._use)
        door.removing.connect(self._models.let_go)
        door.listed.connect(self._models.show_listed)
        door.summary_changed.connect(views.sidebar.show_models_summary)
        door.sidebar_asked.connect(views.window.toggle_sidebar)
        self._models.model_loaded.connect(door.note_used)
        self._chat.conversation_shown.connect(self._leave_models)
        QShortcut(QKeySequence("Ctrl+Shift+M"), views.window).activated.connect(door.toggle)

    def _show_models(self, page: QWidget) -> None:
        self._views.window.show_page(page)
        self._views.sidebar.set_models_chosen(chosen=True)
        self._views.list.set_chosen(None)  # so that a click on any conversation, the present one too, leads back

    def _show_chat(self) -> None:
        self._chat.show_conversation(self._chat.conversation_id)

    def _leave_models(self, _conversation_id: object) -> None:
        self._views.window.show_chat()
        self._views.sidebar.set_models_chosen(chosen=False)
        self.door.note_left()

    def _use(self, model: LibraryModel) -> None:
        self._models.use(model)
        self._show_chat()

    def _loaded_bytes(self) -> int:
        status = self._session.model_status
        try:
            return Path(status.path).stat().st_size if status.info is not None else 0
        except OSError:
            return 0
