"""Everything behind the models page that knows no window: the Hub, the library, this computer, the token.

Made when the page is first opened; the heavy imports happen here, not at the app's start.
"""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.cancellation import StopSignal
from app.hardware.gpu import Gpu
from app.hardware.machine import HeldMemory
from app.hub.catalogue.catalogue import Catalogue
from app.hub.catalogue.model_page import ModelPage
from app.hub.catalogue.search_page import SearchPage
from app.hub.catalogue.search_query import SearchQuery
from app.hub.connection.access import HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.token_store import TokenStore
from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel
from app.hub.quantization_row import QuantizationRow
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.folder_move import FolderMove
from app.hub.transfer.model_updates import update_of
from app.model_choice.computer import Computer
from app.model_choice.hub_session import HubSession
from app.model_choice.known_models import library_of, unreachable_folders
from app.model_choice.model_chooser import ModelChooser, PageChoice
from app.model_choice.model_fit import ModelFit
from app.paths import AppPaths
from app.settings import Settings, SettingsFile

T = TypeVar("T")

_LOOK_AGAIN_S = 20.0


@dataclass(frozen=True, slots=True)
class SavedToken:
    """Whose token was accepted, and whether it will still be known after the next start."""

    account: str
    is_lasting: bool


class HubDesk:
    """Answers the page's questions. Calls about the Hub connect and block; any thread may call."""

    def __init__(self, paths: AppPaths, *, settings_file: SettingsFile, held: Callable[[], HeldMemory]) -> None:
        self._paths = paths
        self._settings_file = settings_file
        self._session = HubSession(paths)
        self._held = held
        self._tokens = TokenStore(record=paths.saved_tokens)
        self._lock = threading.Lock()
        self._looking, self._judging = threading.Lock(), threading.Lock()
        """Apart from the other: the window waits neither for a child that looks at devices nor for a measurement."""
        self._gpus: tuple[Gpu, ...] | None = None
        self._looked_at = 0.0
        self._chooser: ModelChooser | None = None
        settings = settings_file.load()
        self._folders = (settings.models_folder, settings.model_folders)

    @property
    def library(self) -> Library:
        """The models on this computer, those of other apps included."""
        return self._session.library

    @property
    def clients(self) -> HubClients:
        """The ways to the Hub."""
        return self._session.clients

    @property
    def catalogue(self) -> Catalogue:
        """What the Hub offers."""
        return self._session.catalogue

    @property
    def endpoint(self) -> str:
        """The Hub, or the mirror, in use."""
        return self.clients.access.connection.endpoint

    @property
    def host(self) -> str:
        """Its name for people."""
        return self.clients.access.connection.host

    def follow(self, settings: Settings) -> None:
        """Use these settings from now on: switch, mirror, proxy, limit of speed, folders."""
        access = self.clients.access
        before = access.connection
        connection = HubConnection.from_environment(
            endpoint=settings.hub_endpoint, proxy=settings.proxy, is_offline=settings.stay_offline
        )
        if connection.endpoint == before.endpoint:  # a token is for one Hub only
            connection = dataclasses.replace(connection, token=before.token, token_variable=before.token_variable)
        access.change(connection)
        with self._lock:
            if settings != self._session.settings:
                self._session.settings = settings
                self._chooser = None  # the type of the cache changes what fits
        self.clients.bandwidth.change(settings.bandwidth_limit_kb_per_s * 1000)
        folders = (settings.models_folder, settings.model_folders)
        if folders != self._folders:
            self._folders = folders
            self._read_library_settings(settings)

    def unreachable_folders(self) -> tuple[Path, ...]:
        """Return the folders of models that cannot be looked into now."""
        return unreachable_folders(self._paths, settings=self._session.settings)

    def look_at_devices(self) -> None:
        """Find out which graphics devices there are and what is free on them; starts a child for that.

        Where there are none it is asked once; elsewhere again after a while, because what is free there changes.
        """
        with self._looking:
            is_old = time.monotonic() - self._looked_at > _LOOK_AGAIN_S
            if self._gpus is None or (self._gpus and is_old):
                self._gpus = self._session.probe.devices()
                self._looked_at = time.monotonic()

    def computer(self) -> Computer:
        """Return what is free now; devices count once they were looked at."""
        gpus = self._gpus if self._session.settings.uses_graphics_device else ()
        return Computer.now(gpus=gpus or (), held=self._held())

    def search(self, query: SearchQuery, cursor: str = "") -> SearchPage:
        """Return a page of results."""
        return self.catalogue.search(query, cursor=cursor)

    def with_token(self, action: Callable[[], T]) -> T:
        """Run `action`, once more with the saved token if the Hub asks for one."""
        return self._session.with_token(action)

    def page(self, repo: str) -> ModelPage:
        """Return a model's page; tried again with the saved token where the Hub asks for one."""
        return self._session.with_token(lambda: self.catalogue.page(repo))

    def choose(self, page: ModelPage, stop: StopSignal) -> PageChoice:
        """Return the page's rows with their fits."""
        self.look_at_devices()
        choice = self._judge().choose(page, self.computer(), stop=stop)
        problem = choice.problem
        if problem is not None and problem.kind in ("model_is_gated", "token_refused"):
            saved = "" if self.clients.access.connection.token else self._tokens.load(self.endpoint)
            if saved:
                self.clients.access.set_token(saved)
                choice = self._judge().choose(page, self.computer(), stop=stop)
        return choice

    def fit_of_row(self, page: ModelPage, row: QuantizationRow, stop: StopSignal) -> ModelFit:
        """Return the fit of one row, confirmed by llama.cpp's own dry run."""
        self.look_at_devices()
        return self._judge().fit_of_row(page, row, self.computer(), stop=stop)

    def save_token(self, token: str) -> SavedToken:
        """Check a token with the Hub, use it, and keep it in the system's keyring. Raises `HubProblem`."""
        token = token.strip()
        account = self.clients.hub.account_name(token)
        self.clients.access.set_token(token)
        return SavedToken(account, self._tokens.save(self.endpoint, token))

    def add_folder(self, folder: Path) -> None:
        """Look through a folder from now on. Raises `SettingsNotSaved`."""
        known = self._settings_file.load().model_folders
        if str(folder) not in known:
            self._settings_file.update(model_folders=(*known, str(folder)))

    def move_downloads(self, folder: Path, stop: StopSignal, on_moved: Callable[[int, int], None]) -> None:
        """Move the downloaded models into `folder` and keep new ones there; no download may run meanwhile.

        `on_moved` gets bytes moved and in all. Raises `DiskProblem`, `LibraryNotSaved`, `SettingsNotSaved`.
        """
        FolderMove(self.library, folder, stop=stop, on_moved=on_moved).run()
        self._read_library_settings(self._settings_file.update(models_folder=str(folder)))

    def forget_token(self) -> None:
        """Delete the token of this Hub from the keyring and from memory."""
        self._tokens.forget(self.endpoint)
        self.clients.access.set_token(HubConnection.from_environment().token)

    def update_of(self, model: LibraryModel) -> DownloadPlan | None:
        """Return what to download for the newest version of a model; `None` if this is it. Raises `HubProblem`."""
        return self._session.with_token(lambda: update_of(self.catalogue, model))

    def _read_library_settings(self, settings: Settings) -> None:
        with self._lock:
            self._session.library = library_of(self._paths, settings=settings)
            self._chooser = None

    def close(self) -> None:
        """Close the connections kept open."""
        self.clients.close()

    def _judge(self) -> ModelChooser:
        with self._judging:
            with self._lock:
                chooser, known = self._chooser, (self._session.settings, self._session.library)
            if chooser is None:
                chooser = self._session.chooser()
                with self._lock:
                    if known == (self._session.settings, self._session.library):  # else it is old already
                        self._chooser = chooser
            return chooser
