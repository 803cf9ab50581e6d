"""Everything behind the models page that knows no window: the Hub, the library, this computer, the token.

Made when it is first needed; the heavy imports happen here, not at the app's start.
"""

from __future__ import annotations

import contextlib
import dataclasses
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.cancellation import StopSignal
from app.errors import UserError
from app.hardware.machine import Gpu, HeldMemory
from app.hub.catalogue.model_page import ModelPage, image_part_of
from app.hub.catalogue.recommended_models import recommended_models
from app.hub.connection.access import HubConnection
from app.hub.connection.errors import NoSuchQuantization
from app.hub.connection.token_store import TokenStore
from app.hub.library.library_model import LibraryModel
from app.hub.quantization_row import QuantizationRow
from app.hub.transfer.disk import free_bytes_at
from app.hub.transfer.download_plan import DownloadPlan, update_of
from app.model_choice.best_model import RankedModel, ranked_models
from app.model_choice.computer import Computer
from app.model_choice.hub_session import HubSession
from app.model_choice.known_models import library_of, unreachable_folders
from app.model_choice.local_facts import LocalFacts
from app.model_choice.model_chooser import ModelChooser, PageChoice
from app.model_choice.model_fit import ModelFit, RoughFit
from app.model_choice.speed import SpeedEstimator
from app.paths import AppPaths
from app.settings import ModelSettings, Settings, SettingsFile

_LOOK_AGAIN_S = 20.0


@dataclass(frozen=True, slots=True)
class SavedToken:
    """Whose token was accepted, and whether it will still be known after the next start."""

    account: str
    is_lasting: bool


class HubService(HubSession):
    """Answers the window's questions, and follows its settings. Calls about the Hub connect and block; any thread may
    call."""

    def __init__(self, paths: AppPaths, *, settings_file: SettingsFile, held: Callable[[], HeldMemory]) -> None:
        super().__init__(paths)
        self._settings_file = settings_file
        self._held = held
        self._tokens = TokenStore(record=paths.saved_tokens)
        self._lock = threading.Lock()
        self._looking, self._judging = threading.Lock(), threading.Lock()
        """Apart from the other: the window waits neither for a child that looks at devices nor for a measurement."""
        self._gpus: tuple[Gpu, ...] | None = None
        self._looked_at = 0.0
        self._chooser: ModelChooser | None = None
        self._estimator: SpeedEstimator | None = None
        self._looked_upon: Computer | None = None
        """As it was when it was first looked at: what is best does not change from one list to the next."""
        self._folders = _folders_of(settings_file.load())

    @property
    def connection(self) -> HubConnection:
        """The Hub, or the mirror, in use, and the token."""
        return self.clients.access.connection

    def follow(self, settings: Settings) -> None:
        """Use these settings from now on: switch, mirror, proxy, limit of speed, folders."""
        before = self.connection
        connection = HubConnection.from_environment(
            endpoint=settings.hub_endpoint, proxy=settings.proxy, is_offline=settings.stay_offline
        )
        if connection.endpoint == before.endpoint:  # a token is for one Hub only
            connection = dataclasses.replace(connection, token=before.token, token_variable=before.token_variable)
        self.clients.access.change(connection)
        with self._lock:
            if settings != self.settings:
                self.settings = settings
                self._chooser = self._looked_upon = None  # whether the device is used, and the cache's type
        self.clients.bandwidth.change(settings.bandwidth_limit_kb_per_s * 1000)
        if _folders_of(settings) != self._folders:
            self._folders = _folders_of(settings)
            self._read_library_settings(settings)

    def unreachable_folders(self) -> tuple[Path, ...]:
        """Return the folders of models that cannot be looked into now."""
        return unreachable_folders(self._paths, settings=self.settings)

    def look_at_devices(self) -> None:
        """Find out which graphics devices there are and what is free on them, which starts a child, and how fast the
        memory is.

        Where there are none it is asked once; elsewhere again after a while, because what is free there changes.
        """
        with self._looking:
            if self._estimator is None:
                self._estimator = self.speeds()
            is_old = time.monotonic() - self._looked_at > _LOOK_AGAIN_S
            if self._gpus is None or (self._gpus and is_old):
                self._gpus = self.probe.devices()
                self._looked_at = time.monotonic()
            self._looked_upon = self._looked_upon or self.computer()

    def computer(self) -> Computer:
        """Return what is free now; devices count once they were looked at."""
        gpus = self._gpus if self.settings.uses_graphics_device else ()
        return Computer.now(gpus=gpus or (), held=self._held())

    def ranked(self, language: str) -> tuple[RankedModel, ...]:
        """Return the recommended models, the best for this computer first; speeds are known once it was looked at."""
        return ranked_models(
            recommended_models(),
            self._looked_upon or self.computer(),
            free_disk_bytes=free_bytes_at(self.library.models_folder),
            language=language,
            speeds=self._estimator,
        )

    def rough_fit(self, parameters: int | None) -> RoughFit | None:
        """Return what a model of so many parameters would be here."""
        return RoughFit.of(parameters, self.computer(), speeds=self._estimator)

    def facts_of(self, path: Path, own: ModelSettings | None = None) -> LocalFacts | None:
        """Return what a model on this computer can do and whether it fits; `None` if its file cannot be read now.

        `own` is what is chosen for it, in place of what the settings say.
        """
        if own is None:
            own = self.settings.model_settings.get(str(path), ModelSettings())
        context = own.context or self.settings.context or None
        self.look_at_devices()
        with contextlib.suppress(UserError, OSError):
            return self._judge().facts_of_file(path, self.computer(), context=context, layers=own.gpu_layers)
        return None

    def plan_of(self, repo: str, stop: StopSignal) -> DownloadPlan:
        """Return what to download of a repository for this computer, its part that sees images included.

        Raises `HubProblem`, `NoSuchQuantization`, `UnsupportedArchitecture`, `Cancelled`.
        """
        page = self.page(repo)
        choice = self.choose(page, stop)
        if choice.problem is not None:
            raise choice.problem
        row = choice.recommended or next(iter(page.quantizations), None)
        if row is None:
            raise NoSuchQuantization(repo, "", available=())
        return DownloadPlan.of(page, row, image_part=image_part_of(page))

    def page(self, repo: str) -> ModelPage:
        """Return a model's page; tried again with the saved token where the Hub asks for one."""
        return self.with_token(lambda: self.catalogue.page(repo))

    def choose(self, page: ModelPage, stop: StopSignal) -> PageChoice:
        """Return the page's rows with their fits."""
        self.look_at_devices()
        choice = self._judge().choose(page, self.computer(), stop=stop)
        problem = choice.problem
        if problem is not None and problem.kind in ("model_is_gated", "token_refused"):
            saved = "" if self.connection.token else self._tokens.load(self.connection.endpoint)
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
        return SavedToken(account, self._tokens.save(self.connection.endpoint, token))

    def forget_token(self) -> None:
        """Delete the token of this Hub from the keyring and from memory."""
        self._tokens.forget(self.connection.endpoint)
        self.clients.access.set_token(HubConnection.from_environment().token)

    def add_folder(self, folder: Path) -> None:
        """Look through a folder from now on. Raises `SettingsNotSaved`."""
        known = self._settings_file.load().model_folders
        if str(folder) not in known:
            self._settings_file.update(model_folders=(*known, str(folder)))

    def move_downloads(self, folder: Path, stop: StopSignal, on_moved: Callable[[int, int], None]) -> None:
        """Move the downloaded models into `folder` and keep new ones there; no download may run meanwhile.

        `on_moved` gets bytes moved and in all. Raises `DiskProblem`, `LibraryNotSaved`, `SettingsNotSaved`.
        """
        from app.hub.transfer.folder_move import FolderMove  # brings OpenSSL, 4 MB, and is seldom needed

        FolderMove(self.library, folder, stop=stop, on_moved=on_moved).run()
        self._read_library_settings(self._settings_file.update(models_folder=str(folder)))

    def update_of(self, model: LibraryModel) -> DownloadPlan | None:
        """Return what to download for the newest version of a model; `None` if this is it. Raises `HubProblem`."""
        return self.with_token(lambda: update_of(self.catalogue, model))

    def close(self) -> None:
        """Close the connections kept open."""
        self.clients.close()

    # --- private ----------------------------------------------------------------------------------------------

    def _read_library_settings(self, settings: Settings) -> None:
        with self._lock:
            self.library = library_of(self._paths, settings=settings)
            self._chooser = None

    def _judge(self) -> ModelChooser:
        with self._judging:
            with self._lock:
                chooser, known = self._chooser, (self.settings, self.library)
            if chooser is None:
                chooser = self.chooser()
                with self._lock:
                    if known == (self.settings, self.library):  # else it is old already
                        self._chooser = chooser
            return chooser


def _folders_of(settings: Settings) -> tuple[str, tuple[str, ...]]:
    return settings.models_folder, settings.model_folders
