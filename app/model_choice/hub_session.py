"""What window and command line share for the Hub: settings and environment turned into clients, catalogue, library."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from app.hardware.context_choices import CacheType
from app.hardware.machine import Machine
from app.hardware.memory_bandwidth import memory_bandwidth
from app.hardware.memory_fit import FitWishes
from app.hardware.memory_needs import BATCH
from app.hub.catalogue.answer_cache import AnswerCache
from app.hub.catalogue.catalogue import Catalogue
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import ModelIsGated, RepositoryNotFound, TokenRefused
from app.hub.connection.token_store import TokenStore
from app.model_choice.computer import Computer
from app.model_choice.engine_probe import EngineProbe
from app.model_choice.known_models import library_of
from app.model_choice.model_chooser import ModelChooser
from app.model_choice.run_history import RunHistory
from app.model_choice.speed import SpeedEstimator
from app.paths import AppPaths
from app.settings import Settings, SettingsFile

T = TypeVar("T")


class HubSession:
    """A context manager; nothing connects, measures or starts before a command asks for it."""

    def __init__(self, paths: AppPaths) -> None:
        settings = self.settings = SettingsFile(paths.settings_file).load()
        """As they were at the start; whoever hears of a change sets them anew."""
        connection = HubConnection.from_environment(
            endpoint=settings.hub_endpoint, proxy=settings.proxy, is_offline=settings.stay_offline
        )
        self._paths = paths
        self.clients = HubClients.over(HubAccess(connection), bytes_per_s=settings.bandwidth_limit_kb_per_s * 1000)
        self.catalogue = Catalogue(self.clients, cache=AnswerCache(paths.cache / "hub"))
        self.library = library_of(paths)
        self.probe = EngineProbe()

    def __enter__(self) -> HubSession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clients.close()

    def with_token(self, action: Callable[[], T]) -> T:
        """Run `action`; if the Hub asks who we are, once more with the token that was saved, if one was.

        The keyring is asked only then: asking may open a dialog, and the token goes nowhere without need.
        """
        try:
            return action()
        except (ModelIsGated, TokenRefused, RepositoryNotFound):
            access = self.clients.access
            saved = "" if access.connection.token else TokenStore().load(access.connection.endpoint)
            if not saved:
                raise
            access.set_token(saved)
        return action()

    def chooser(self, *, cache_type: CacheType | None = None) -> ModelChooser:
        """Return what judges models for this computer, loaded as the settings say, or with another type of cache.

        Measures the memory's speed the first time.
        """
        wishes = wishes_of(self.settings, cache_type)
        return ModelChooser(self.catalogue, self.library, speeds=self.speeds(), probe=self.probe, wishes=wishes)

    def speeds(self) -> SpeedEstimator:
        """Return what expects speeds on this computer; measures the memory's speed the first time."""
        cores, history = Machine.now().physical_cores, RunHistory(self._paths.data / "speeds.json")
        bandwidth = memory_bandwidth(self._paths.cache / "bandwidth.json", cores=cores)
        return SpeedEstimator(bandwidth_bytes_per_s=bandwidth, cores=cores, history=history)

    def computer(self) -> Computer:
        """Return what is free now, devices included."""
        return Computer.now(gpus=self.probe.devices() if self.settings.uses_graphics_device else ())


def wishes_of(settings: Settings, cache_type: CacheType | None = None) -> FitWishes:
    """Return how the settings want models loaded, as far as it changes what they need."""
    return FitWishes(
        cache_type=cache_type or settings.cache_type,
        batch=settings.batch or BATCH,
        keeps_whole_window=settings.keeps_whole_window,
    )
