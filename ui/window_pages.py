"""Which page is in the middle of the window: the chat, the models or the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.bridges.window_events import WindowEvents
from ui.chat.chat_presenter import ChatPresenter
from ui.chat.window_content import WindowContent
from ui.models.models_presenter import ModelsPresenter
from ui.settings.settings_presenter import SettingsPresenter


class WindowPages(QObject):
    """Lets each page take the place of another, and marks in the sidebar which one it is."""

    def __init__(
        self,
        content: WindowContent,
        *,
        chat: ChatPresenter,
        models: ModelsPresenter,
        settings: SettingsPresenter,
        events: WindowEvents,
    ) -> None:
        super().__init__(content)
        self._content = content
        self._sidebar = content.sidebar
        self._chat = chat
        self._models = models
        self._settings = settings
        content.sidebar.models_asked.connect(models.open)
        content.sidebar.settings_asked.connect(settings.open)
        models.opened.connect(self._show)
        models.left.connect(self.show_chat)
        models.summary_changed.connect(content.sidebar.show_models_summary)
        settings.opened.connect(self._show)
        settings.left.connect(self.show_chat)
        events.conversation_shown.connect(self._show_chat)

    @property
    def is_chat_shown(self) -> bool:
        """Whether the chat is shown, and not the models or the settings."""
        return not self._models.is_shown and not self._settings.is_shown

    def show_chat(self) -> None:
        """Show the conversation again that was shown last."""
        self._chat.show_conversation(self._chat.conversation_id)

    # --- private ----------------------------------------------------------------------------------------------

    def _show(self, page: QWidget) -> None:
        self._content.show_page(page)
        self._mark(is_models=page is not self._settings.page, is_settings=page is self._settings.page)
        self._sidebar.set_shown(None)  # so that a click on any conversation, the present one too, leads back

    def _show_chat(self, _conversation_id: object) -> None:
        self._content.show_chat()
        self._mark(is_models=False, is_settings=False)

    def _mark(self, *, is_models: bool, is_settings: bool) -> None:
        self._sidebar.set_models_chosen(chosen=is_models)
        self._sidebar.set_settings_chosen(chosen=is_settings)
        self._settings.is_shown = is_settings
        if not is_models:
            self._models.note_left()
