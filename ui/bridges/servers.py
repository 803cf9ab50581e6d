"""The kept servers of models for the window: what each has, asked for on threads, and as it was listed last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.cancellation import StopSignal
from app.engines.endpoint_adding import AddedEndpoint, add_endpoint
from app.engines.endpoint_call import EndpointCall, Patience
from app.engines.endpoint_finding import FoundServer, find_server, look_closer
from app.engines.endpoint_profile import ModelProfile
from app.engines.errors import EndpointIsElsewhere
from app.engines.known_endpoints import KeptEndpoint, KnownEndpoints
from app.engines.model_ref import ModelRef, Remote
from app.errors import UserError
from app.paths import AppPaths
from app.settings.addresses import is_this_computer
from ui.bridges.background import Background
from ui.bridges.settings_store import SettingsStore

_PATIENCE = Patience(connect_s=3.0)
"""Somebody looks at a menu."""


@dataclass(frozen=True, slots=True)
class ListedServer:
    """A kept server, its models as they were listed last, and why they were not."""

    kept: KeptEndpoint
    models: tuple[ModelProfile, ...] = ()
    problem: UserError | None = None
    is_asked: bool = False
    """It is being asked now."""

    @property
    def is_here(self) -> bool:
        """Whether it is on this computer."""
        return is_this_computer(self.kept.url)


class Servers(QObject):
    """Costs nothing until it is asked. A server that the person has not allowed in the window is never called.

    Signals:
        changed(): other servers are kept, or other models are listed.
        problem_occurred(UserError): the list of servers cannot be read or written.
    """

    changed = Signal()
    problem_occurred = Signal(object)

    def __init__(self, paths: AppPaths, settings: SettingsStore) -> None:
        super().__init__()
        self.known = KnownEndpoints(paths.endpoints_file)
        self.access = self.known.access(settings.now)
        self.background = Background(parent=self)
        self._told_damage = ""
        self._listed: dict[str, ListedServer] = {}
        """What was told last, by address: models as they are found."""
        self._looked_at: set[tuple[str, str]] = set()

    def list(self) -> tuple[ListedServer, ...]:
        """Return the servers that are kept now."""
        return tuple(self._now(kept) for kept in self._kept())

    def named(self, name: str) -> KeptEndpoint | None:
        """Return the kept one of this name."""
        return next((kept for kept in self._kept() if kept.name == name), None)

    def key_of(self, model: ModelRef | None) -> str:
        """Return what a model is known by in lists: its file, or `SERVER/MODEL` as on the command line."""
        if isinstance(model, Remote):
            return f"{self.place_of(model)}/{model.name}"
        return model.path if model is not None else ""

    def place_of(self, model: ModelRef | None) -> str:
        """Return what the server is called that runs it; empty if it runs here."""
        if not isinstance(model, Remote):
            return ""
        kept = self.at(model.endpoint)
        return kept.name if kept is not None else model.endpoint

    def at(self, address: str) -> KeptEndpoint | None:
        """Return the kept one at this address."""
        return next((kept for kept in self._kept() if kept.url == address), None)

    def keep(self, kept: KeptEndpoint) -> bool:
        """Keep a server as it is given here; returns whether that was done."""
        try:
            self.known.add(kept)
        except UserError as error:
            self.problem_occurred.emit(error)
            return False
        self.changed.emit()
        return True

    def add(
        self,
        url: str,
        done: Callable[[AddedEndpoint], None],
        failed: Callable[[UserError], None],
        *,
        key: str = "",
        tried: str = "",
        may_be_asked: bool = False,
    ) -> None:
        """Find out on a thread what speaks at an address, and keep it; `tried` gets a test turn."""

        def added(found: AddedEndpoint) -> None:
            self.refresh()
            self.changed.emit()
            done(found)

        self.background.run(
            lambda stop: add_endpoint(
                self.known, self.access, url, key=key, tried=tried, may_be_asked=may_be_asked, stop=stop
            ),
            added,
            failed,
        )

    def remove(self, name: str) -> None:
        """Forget a server and its key."""
        try:
            self.known.remove(name)
        except UserError as error:
            self.problem_occurred.emit(error)
        self.changed.emit()

    def refresh(self) -> None:
        """Ask every server that may be asked what it has."""
        for server in self.list():
            if server.kept.is_allowed and not server.is_asked:
                self._ask(server)

    def look_closer(self, url: str, name: str) -> None:
        """Ask a server, once since it listed its models, what it tells of one of them only when it is asked for it."""
        last = self._listed.get(url)
        if last is None or last.problem is not None or (url, name) in self._looked_at or not last.models:
            return
        self._looked_at.add((url, name))
        found = FoundServer(last.models[0].server, last.models)

        def look(stop: StopSignal) -> ModelProfile:
            with EndpointCall(url, self.access, _PATIENCE) as call, stop.calling(call.stop):
                return look_closer(call, found, name)

        def show(model: ModelProfile) -> None:
            now = self._listed[url]
            models = tuple(model if one.name == name else one for one in now.models)
            self._listed[url] = replace(now, models=models)
            self.changed.emit()

        self.background.run(look, show, lambda _error: None)

    def close(self) -> None:
        """Hang up everywhere, and join the threads."""
        self.background.close()

    # --- private ----------------------------------------------------------------------------------------------

    def _kept(self) -> tuple[KeptEndpoint, ...]:
        try:
            kept = self.known.list()
        except UserError as error:
            if error.details != self._told_damage:  # it is asked for again and again
                self._told_damage = error.details
                self.problem_occurred.emit(error)
            return ()
        self._told_damage = ""
        return kept

    def _now(self, kept: KeptEndpoint) -> ListedServer:
        last = self._listed.get(kept.url, ListedServer(kept))
        problem = last.problem
        if self.access.is_offline() and not last.is_here:
            problem = EndpointIsElsewhere(endpoint=kept.url)
        elif isinstance(problem, EndpointIsElsewhere):
            problem = None
        return ListedServer(kept, tuple(map(kept.adjusted, last.models)), problem, last.is_asked)

    def _ask(self, server: ListedServer) -> None:
        url = server.kept.url
        before = self._listed.get(url, ListedServer(server.kept)).models

        def look(stop: StopSignal) -> tuple[ModelProfile, ...]:
            with EndpointCall(url, self.access, _PATIENCE) as call, stop.calling(call.stop):
                return find_server(call).models

        def show(models: tuple[ModelProfile, ...], problem: UserError | None = None) -> None:
            self._listed[url] = ListedServer(server.kept, models, problem)
            self._looked_at = {one for one in self._looked_at if one[0] != url}
            self.changed.emit()

        self._listed[url] = ListedServer(server.kept, before, server.problem, is_asked=True)
        self.background.run(look, show, lambda error: show(before, error))
