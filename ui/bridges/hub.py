"""The Hub for the window: its service and threads, made when they are first needed, and the access token in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from app.errors import UserError
from app.hardware.machine import HeldMemory
from app.paths import AppPaths
from ui.bridges.background import Background
from ui.bridges.notice_of import notice_of
from ui.bridges.settings_store import SettingsStore

if TYPE_CHECKING:
    from app.hardware.memory_fit import MemoryFit
    from app.model_choice.hub_service import HubService, SavedToken
    from ui.widgets.token_field import TokenField


def system_language() -> str:
    """Return the language of the desktop, such as `de`: what a person asks in, whatever the window speaks."""
    return QLocale.system().name().split("_")[0]


class Hub(QObject):
    """Costs nothing until something is asked of it. `held` is the memory that the engines' models hold."""

    def __init__(self, paths: AppPaths, kept: SettingsStore, *, held: Callable[[], HeldMemory]) -> None:
        super().__init__()
        self._paths = paths
        self._kept = kept
        self._held = held
        self._service: HubService | None = None
        self.background = Background(parent=self)
        kept.changed.connect(self._follow)

    @property
    def service(self) -> HubService:
        """What answers questions about Hub, library and computer."""
        if self._service is None:
            from app.model_choice.hub_service import HubService

            self._service = HubService(self._paths, settings_file=self._kept.file, held=self._held)
            self._service.follow(self._kept.now())
        return self._service

    def look_at_computer(self, done: Callable[[], object], *, owner: QObject) -> None:
        """Find out beside the window what this computer can do; what the service imports is imported there, too."""

        def imported(_stop: object) -> type[HubService]:
            from app.model_choice.hub_service import HubService

            return HubService

        def look(_imported: object) -> None:
            self.background.run(lambda _stop: self.service.look_at_devices(), told, owner=owner)

        def told(_none: None) -> None:
            done()

        self.background.run(imported, look, owner=owner)

    def use_token(self, field: TokenField, token: str, accepted: Callable[[], None] = lambda: None) -> None:
        """Check a token with the Hub and keep it; the field says what becomes of it."""

        def saved(kept: SavedToken) -> None:
            place = self.tr("kept in the keyring") if kept.is_lasting else self.tr("kept until Aside ends")
            field.say(self.tr("Signed in as {name}, {kept}.").format(name=kept.account, kept=place))
            accepted()

        def refused(error: UserError) -> None:
            notice = notice_of(error)
            field.say(f"{notice.message} {notice.advice}".strip())

        field.say(self.tr("Asking the Hub whose token this is …"), is_busy=True)
        self.background.run(lambda _stop: self.service.save_token(token), saved, refused, owner=field)

    def forget_token(self, field: TokenField) -> None:
        """Delete the token of this Hub."""
        self.background.run(
            lambda _stop: self.service.forget_token(),
            lambda _none: field.say(self.tr("The token is forgotten.")),
            owner=field,
        )

    def token_words(self) -> str:
        """Return whether there is a token for the Hub in use, and where. Nothing connects, the keyring is not asked."""
        from app.hub.connection.access import HubConnection
        from app.hub.connection.token_store import TokenStore

        connection = HubConnection.from_environment(endpoint=self._kept.now().hub_endpoint)
        if connection.token_variable:
            return self.tr("{name} is set for this computer and is used.").format(name=connection.token_variable)
        if TokenStore(record=self._paths.saved_tokens).is_saved(connection.endpoint):
            return self.tr("A token for {host} is kept in the keyring.").format(host=connection.host)
        if self._service is not None and self._service.connection.token:
            return self.tr("A token for {host} is kept until Aside ends.").format(host=connection.host)
        return self.tr("No token for {host} is saved.").format(host=connection.host)

    def tell_fit(self, path: str, told: Callable[[MemoryFit], None], *, owner: QObject) -> None:
        """Find out on a thread how a model on this computer fits; of what cannot be read nothing is told."""
        self.background.run(
            lambda _stop: self.service.facts_of(Path(path)),
            lambda facts: told(facts.fit.memory) if facts is not None else None,
            owner=owner,
        )

    def close(self) -> None:
        """Join the threads, and close the connections once none uses them."""
        self.background.close()  # what is asked for from now on, by what the engine said last, is not begun
        if self._service is not None:
            self._service.close()

    def _follow(self, _names: object) -> None:
        if self._service is not None:
            self._service.follow(self._kept.now())
