"""How the models page stands in the window: what leads to it, what leaves it, and what the chat learns from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.chat.window_content import WindowContent
from ui.models.models_door import ModelsDoor

if TYPE_CHECKING:
    from app.hub.library.library_model import LibraryModel
    from app.hub.transfer.queued_download import QueuedDownload
    from ui.chat.chat_controller import ChatController
    from ui.models.download_strip import DownloadStrip
    from ui.models.model_controller import ModelController


class ModelsWiring(QObject):
    """Connects the door to the models page with the chat.

    Signals:
        page_shown(): the models page or the chat is shown.
    """

    page_shown = Signal()

    def __init__(
        self, door: ModelsDoor, *, content: WindowContent, chat: ChatController, models: ModelController
    ) -> None:
        super().__init__(content)
        self._content = content
        self._chat = chat
        self._models = models
        self._strip: DownloadStrip | None = None
        self.door = door
        self._connect()

    def show_chat(self) -> None:
        """Show the conversation again that was shown last."""
        self._chat.show_conversation(self._chat.conversation_id)

    def leave_page(self) -> None:
        """Another page takes the place of the models."""
        self._content.sidebar.set_models_chosen(chosen=False)
        self.door.note_left()

    # --- private ----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        door, content = self.door, self._content
        content.sidebar.models_asked.connect(door.open)
        content.switch_needed.connect(lambda is_so: door.set_switch_visible(visible=is_so))
        door.set_switch_visible(visible=content.sidebar.isHidden())
        door.opened.connect(self._show_models)
        door.left.connect(self.show_chat)
        door.use_asked.connect(self._use)
        door.summary_changed.connect(content.sidebar.show_models_summary)
        door.sidebar_asked.connect(content.toggle_sidebar)
        door.downloads_changed.connect(self._show_strip)
        self._chat.conversation_shown.connect(self._leave_models)

    def _show_models(self, page: QWidget) -> None:
        self._content.show_page(page)
        self._content.sidebar.set_models_chosen(chosen=True)
        self._content.sidebar.set_shown(None)  # so that a click on any conversation, the present one too, leads back
        self.page_shown.emit()

    def _leave_models(self, _conversation_id: object) -> None:
        self._content.show_chat()
        self.leave_page()
        self.page_shown.emit()

    def _show_strip(self, downloads: tuple[QueuedDownload, ...]) -> None:
        if self._strip is None:
            if not any(download.is_active for download in downloads):
                return
            from ui.models.download_strip import DownloadStrip

            below = self._content.page.layout()
            assert below is not None, "the chat's page has a column"
            self._strip = DownloadStrip()
            self._strip.clicked.connect(self.door.open_downloads)
            below.addWidget(self._strip)
        self._strip.show_downloads(downloads)

    def _use(self, model: LibraryModel) -> None:
        self._models.use(model)
        self.show_chat()
