"""How the settings page stands in the window, and what a changed setting does at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.hub.connection.access import HubConnection
from app.hub.connection.token_store import TokenStore
from app.paths import AppPaths
from ui.bridges.notice_of import notice_of
from ui.bridges.settings_store import SettingsStore
from ui.chat.window_content import WindowContent
from ui.models_wiring import ModelsWiring
from ui.settings.settings_door import SettingsDoor
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.widgets.action_keys import chosen_keys
from ui.widgets.action_registry import ActionRegistry

if TYPE_CHECKING:
    from ui.models.hub_desk import SavedToken


class SettingsWiring(QObject):
    """Owns the door to the settings page; runs its errands at the models page."""

    def __init__(
        self,
        paths: AppPaths,
        *,
        content: WindowContent,
        theme: Theme,
        icons: Icons,
        kept: SettingsStore,
        places: ModelsWiring,
        actions: ActionRegistry,
    ) -> None:
        super().__init__(content)
        self._kept = kept
        self._saved_tokens = paths.saved_tokens
        self._theme = theme
        self._content = content
        self._places = places
        self._actions = actions
        self.door = SettingsDoor(
            paths,
            theme=theme,
            icons=icons,
            kept=kept,
            errands=self,
            actions=actions,
            parent=self,
        )
        door = self.door
        content.sidebar.settings_asked.connect(door.open)
        content.switch_needed.connect(lambda is_so: door.set_switch_visible(visible=is_so))
        door.set_switch_visible(visible=content.sidebar.isHidden())
        door.opened.connect(self._show)
        door.left.connect(places.show_chat)
        door.sidebar_asked.connect(content.toggle_sidebar)
        places.page_shown.connect(self._leave)
        kept.changed.connect(self._follow)
        self._follow(frozenset({"shortcuts"}))
        now = kept.now()
        content.sidebar.conversations.fold(closed_folders=now.closed_folders, is_archive_open=now.is_archive_open)
        content.sidebar.conversations.folds_changed.connect(self._remember_folds)

    # --- errands of the page --------------------------------------------------------------------------------------

    def use_token(self, token: str, said: Callable[[str], None]) -> None:
        """Check a token with the Hub and keep it."""

        def saved(kept: SavedToken) -> None:
            place = self.tr("kept in the keyring") if kept.is_lasting else self.tr("kept until Aside ends")
            said(self.tr("Signed in as {name}, {kept}.").format(name=kept.account, kept=place))

        def failed(error: UserError) -> None:
            notice = notice_of(error)
            said(f"{notice.message} {notice.advice}".strip())

        self._places.door.use_token(token, saved, failed)

    def token_words(self) -> str:
        """Return whether there is a token for the Hub in use, and where. Nothing connects, the keyring is not asked."""
        connection = HubConnection.from_environment(endpoint=self._kept.now().hub_endpoint)
        if connection.token_variable:
            return self.tr("{name} is set for this computer and is used.").format(name=connection.token_variable)
        if TokenStore(record=self._saved_tokens).is_saved(connection.endpoint):
            return self.tr("A token for {host} is kept in the keyring.").format(host=connection.host)
        if self._places.door.has_token_at_hand():
            return self.tr("A token for {host} is kept until Aside ends.").format(host=connection.host)
        return self.tr("No token for {host} is saved.").format(host=connection.host)

    def forget_token(self, said: Callable[[str], None]) -> None:
        """Delete the token of this Hub."""
        self._places.door.forget_token(lambda: said(self.tr("The token is forgotten.")))

    def move_models(self, folder: str) -> None:
        """Move the downloaded models, where the models page shows how far that is."""
        self._places.door.move_models(folder)

    # --- private ----------------------------------------------------------------------------------------------

    def _show(self, page: QWidget) -> None:
        self._places.leave_page()
        self._content.show_page(page)
        self._actions.tell_tips()
        self._content.sidebar.set_settings_chosen(chosen=True)
        self._content.sidebar.set_shown(None)

    def _leave(self) -> None:
        self.door.is_shown = False
        self._content.sidebar.set_settings_chosen(chosen=False)

    def _remember_folds(self) -> None:
        known = self._content.sidebar.conversations
        self._kept.set_later(closed_folders=known.closed_folders, is_archive_open=known.is_archive_open)

    def _follow(self, names: frozenset[str]) -> None:
        settings, theme = self._kept.now(), self._theme
        if "theme" in names:
            theme.choose(settings.theme)
        if "text_scale" in names:
            theme.set_text_scale(settings.text_scale)
        if "density" in names:
            theme.set_density(settings.density)
        if "shortcuts" in names:
            self._actions.choose_keys(chosen_keys(settings.shortcuts))
