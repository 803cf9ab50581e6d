"""The chosen model and whether it is in memory: loading, unloading, losing it, and the idle clock."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.conversation.events import ModelPhase, ModelStatus
from app.conversation.preferences import SessionPreferences
from app.errors import UserError
from app.gguf.projectors import projector_beside
from app.hardware.machine import HeldMemory, held_memory_bytes
from app.history.attachments import StoredAttachment
from app.inference.client import EngineClient
from app.inference.device_failure import with_device_failure
from app.inference.errors import NoModelLoaded
from app.inference.image_errors import ModelSeesNoImages
from app.inference.protocol import CancelLoad, LoadModel, LoadOptions, ModelInfo, UnloadModel


def can_see(status: ModelStatus) -> bool:
    """Whether pictures can be shown to the chosen model: as loaded, or by what lies beside its file."""
    if status.phase is ModelPhase.READY and status.info is not None:
        return status.info.sees_images
    return projector_beside(Path(status.path)) is not None


class LoadedModel:
    """Keeps the one chosen model's status in step with the engine.

    The chosen model may differ from the one in memory (chosen during a reply): `is_ready` is about the chosen one.
    """

    def __init__(
        self,
        *,
        engine: EngineClient,
        preferences: Callable[[], SessionPreferences],
        on_change: Callable[[ModelStatus], None],
        clock: Callable[[], float],
    ) -> None:
        self._engine = engine
        self._preferences = preferences
        self._on_change = on_change
        self._clock = clock
        self._load_ids = itertools.count(1)
        self._load_id: int | None = None
        self._loading_key: tuple[str, LoadOptions] | None = None
        self._loaded_key: tuple[str, LoadOptions] | None = None
        self._loaded_info: ModelInfo | None = None
        """Of the model of this key; where there is none, of one that was."""
        self._last_used = clock()
        self._device = ""
        self._failed_devices: dict[str, str] = {}
        """Models whose load took the engine down, and on which device: they are loaded without it."""
        self.status = ModelStatus(ModelPhase.NONE)

    @property
    def is_ready(self) -> bool:
        """Whether the chosen model can answer now."""
        return self.status.phase is ModelPhase.READY

    @property
    def is_loading(self) -> bool:
        """Whether the chosen model is on its way."""
        return self.status.phase is ModelPhase.LOADING

    def held(self) -> HeldMemory:
        """Return what is free again once the model that is loaded, chosen or not, is unloaded.

        On devices only the weights that surely lie there count; what else is there is little beside them.
        """
        pid, info = self._engine.pid, self._loaded_info
        if pid is None or self._loaded_key is None:
            return HeldMemory()
        lies = info.placement if info is not None else None
        whole_layers = max(0, lies.gpu_layers - lies.experts_on_cpu) if lies is not None else 0
        gpu_bytes = lies.size_bytes * whole_layers // lies.total_layers if lies is not None and whole_layers else 0
        return HeldMemory(held_memory_bytes(pid), gpu_bytes)

    def require(self, files: Sequence[StoredAttachment] = ()) -> None:
        """Raise `NoModelLoaded` if none is chosen, `ModelSeesNoImages` for pictures that it cannot see."""
        if not self.status.path:
            raise NoModelLoaded
        if any(file.is_picture for file in files) and not can_see(self.status):
            raise ModelSeesNoImages(name=self.status.name)

    def choose(self, path: str, name: str) -> None:
        """Make this the model of the next turn; it is not loaded yet."""
        if self._load_id is not None:
            self._engine.send(CancelLoad(self._load_id))
            self._load_id = None
        same = self._loaded_key is not None and self._loaded_key[0] == path
        if same and self.status.info is not None and self.status.path == path:
            return
        self._set(ModelStatus(ModelPhase.IDLE, path, name))

    def load(self) -> None:
        """Load the chosen model unless it is there already (with the options wanted now) or on its way."""
        if self.status.phase is ModelPhase.NONE:
            return
        wanted = self._preferences()
        options = replace(
            wanted.loading,
            gpu_layers=0 if self.status.path in self._failed_devices else wanted.loading.gpu_layers,
            context=wanted.context,
            cache_folder=wanted.cache_folder,
            speculation=wanted.speculation,
            draft_model=wanted.draft_model,
        )
        key = (self.status.path, options)
        if (self._loaded_key == key and self.is_ready) or (self._loading_key == key and self._load_id is not None):
            return
        self._load_id = next(self._load_ids)
        self._loading_key = key
        self._loaded_key = None
        self._device = ""
        self._set(replace(self.status, phase=ModelPhase.LOADING, fraction=0.0, error=None))
        self._engine.send(LoadModel(self._load_id, self.status.path, options))

    def cancel_load(self) -> None:
        """Give up a running load; the model stays chosen."""
        if self._load_id is not None:
            self._engine.send(CancelLoad(self._load_id))

    def unload(self) -> None:
        """Give its memory back; it loads again on the next turn."""
        self._loaded_key = None
        if self._load_id is not None:
            self.cancel_load()
        elif self.is_ready:
            self._engine.send(UnloadModel())
            self._set(replace(self.status, phase=ModelPhase.IDLE))

    def touch(self) -> None:
        """It is in use: start the idle clock anew."""
        self._last_used = self._clock()

    def unload_if_idle(self) -> None:
        """Unload after as long without use as the person has set."""
        idle_s = self._preferences().idle_unload_s
        if idle_s is not None and self.is_ready and self._clock() - self._last_used > idle_s:
            self.unload()

    # --- the engine's reports ------------------------------------------------------------------------------------

    def progressed(self, load_id: int, fraction: float, device: str = "") -> None:
        """More of the weights are in memory, or on `device`."""
        if load_id == self._load_id:
            self._device = device
            self._set(replace(self.status, phase=ModelPhase.LOADING, fraction=fraction))

    def loaded(self, load_id: int, info: ModelInfo) -> bool:
        """Take note of the end of a load; returns whether it is the one that is waited for."""
        if load_id != self._load_id:
            return False
        self._load_id = None
        self._loaded_key = self._loading_key
        self._loaded_info = info
        path = self.status.path
        if path in self._failed_devices and info.placement is not None and not info.placement.gpu_layers:
            info = with_device_failure(info, self._failed_devices[path])
        self.touch()
        self._set(replace(self.status, phase=ModelPhase.READY, fraction=1.0, info=info, error=None))
        return True

    def failed(self, load_id: int, error: UserError) -> bool:
        """Take note of a failed load; returns whether it is the one that was waited for."""
        if load_id != self._load_id:
            return False
        self._load_id = None
        self._set(replace(self.status, phase=ModelPhase.FAILED, error=error))
        return True

    def cancelled(self, load_id: int) -> bool:
        """Take note of a load given up; returns whether it is the one that was waited for."""
        if load_id != self._load_id:
            return False
        self._load_id = None
        self._set(replace(self.status, phase=ModelPhase.IDLE, fraction=0.0))
        return True

    def lost(self, error: UserError | None) -> bool:
        """The engine child is gone, and the model with it; returns whether it loads again, without its device."""
        was_loading = self._load_id is not None
        self._load_id = None
        self._loaded_key = None
        if was_loading and error is not None and self._device and self.status.path not in self._failed_devices:
            self._failed_devices[self.status.path] = self._device
            self._loading_key = None
            self.load()
            return True
        if was_loading and error is not None:
            self._set(replace(self.status, phase=ModelPhase.FAILED, error=error))
        elif self.status.phase is not ModelPhase.NONE:
            self._set(replace(self.status, phase=ModelPhase.IDLE))
        return False

    def _set(self, status: ModelStatus) -> None:
        self.status = status
        self._on_change(status)
