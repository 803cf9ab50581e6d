"""A model that is asked and whether it can answer: loading, unloading, losing it, and the idle clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from app.engines.engine import Engine
from app.engines.model_ref import LocalFile, ModelRef
from app.engines.model_status import ModelPhase, ModelStatus
from app.errors import UserError
from app.hardware.machine import HeldMemory
from app.inference.protocol import LoadOptions, ModelInfo

Engines = Mapping[type[ModelRef], Engine]
"""The engine of each kind of model."""


class ChosenModel:
    """Keeps a model's status in step with its engine: the one chosen, or one that some run asks beside it.

    The chosen model may differ from the one in memory (chosen during a reply): `is_ready` is about the chosen one.
    `load_ids` are given out to all models of the engines.
    """

    def __init__(
        self,
        *,
        engines: Engines,
        load_options: Callable[[ModelRef | None], LoadOptions],
        idle_unload_s: Callable[[], float | None],
        on_change: Callable[[ModelStatus], None],
        clock: Callable[[], float],
        load_ids: Iterator[int],
    ) -> None:
        self._engines = engines
        self._load_options = load_options
        self._idle_unload_s = idle_unload_s
        self._on_change = on_change
        self._clock = clock
        self._load_ids = load_ids
        self._load_id: int | None = None
        self._loading_key: tuple[ModelRef, LoadOptions] | None = None
        self._loaded_key: tuple[ModelRef, LoadOptions] | None = None
        self._last_used = clock()
        self.status = ModelStatus(ModelPhase.NONE)

    @property
    def is_ready(self) -> bool:
        """Whether the chosen model can answer now."""
        return self.status.phase is ModelPhase.READY

    @property
    def is_current(self) -> bool:
        """Whether it is ready, and loaded with the options that are wanted now."""
        return self.is_ready and self._loaded_key == (self.status.model, self._load_options(self.status.model))

    @property
    def engine(self) -> Engine | None:
        """What runs the chosen model."""
        return self._engine_of(self.status.model)

    def held(self) -> HeldMemory:
        """Return what is free again once the model that is loaded, chosen or not, is unloaded."""
        return self._loaded_engine.held() if self._loaded_engine is not None else HeldMemory()

    def choose(self, model: ModelRef, name: str) -> None:
        """Make this the model of the next run; it is not loaded yet."""
        self.cancel_load()
        self._load_id = None
        same = self._loaded_key is not None and self._loaded_key[0] == model
        if same and self.status.info is not None and self.status.model == model:
            return
        self._set(ModelStatus(ModelPhase.IDLE, model, name, self._engines[type(model)].capabilities))

    def load(self) -> None:
        """Load the chosen model unless it is there already (with the options wanted now) or on its way."""
        model, engine = self.status.model, self.engine
        if model is None or engine is None:
            return
        key = (model, self._load_options(model))
        if (self._loaded_key == key and self.is_ready) or (self._loading_key == key and self._load_id is not None):
            return
        if self._loaded_engine is not None and self._loaded_engine is not engine:
            self._loaded_engine.unload()
        self._load_id = next(self._load_ids)
        self._loading_key = key
        self._loaded_key = None
        self._set(replace(self.status, phase=ModelPhase.LOADING, fraction=0.0, error=None))
        engine.load(self._load_id, *key)

    def cancel_load(self) -> None:
        """Give up a running load; the model stays chosen."""
        engine = self.engine
        if self._load_id is not None and engine is not None:
            engine.cancel_load(self._load_id)

    def unload(self) -> None:
        """Give its memory back; it loads again on the next run."""
        engine = self._loaded_engine
        self._loaded_key = None
        if self._load_id is not None:
            self.cancel_load()
        elif engine is not None and self.is_ready:
            engine.unload()
            self._set(replace(self.status, phase=ModelPhase.IDLE))

    def give_way(self, engine: Engine | None) -> bool:
        """Another model takes the place in an engine; returns whether this one was there or on its way."""
        is_loading = self._load_id is not None and self.engine is engine
        if is_loading:
            self.cancel_load()
            self._load_id = None
        elif self._loaded_engine is not engine:
            return False
        self._loaded_key = None
        if is_loading or self.is_ready:
            self._set(replace(self.status, phase=ModelPhase.IDLE, fraction=0.0))
        return True

    def touch(self) -> None:
        """It is in use: start the idle clock anew."""
        self._last_used = self._clock()

    def unload_if_idle(self) -> None:
        """Unload after as long without use as the person has set."""
        idle_s = self._idle_unload_s()
        if idle_s is not None and self.is_ready and self._clock() - self._last_used > idle_s:
            self.unload()

    # --- the engine's reports ------------------------------------------------------------------------------------

    def progressed(self, load_id: int, fraction: float) -> bool:
        """More of the weights are in memory; returns whether it is those of the load that is waited for."""
        if load_id != self._load_id:
            return False
        self._set(replace(self.status, phase=ModelPhase.LOADING, fraction=fraction))
        return True

    def loaded(self, load_id: int, info: ModelInfo, load_s: float) -> bool:
        """Take note of the end of a load; returns whether it is the one that is waited for."""
        if load_id != self._load_id:
            return False
        self._load_id = None
        self._loaded_key = self._loading_key
        self.touch()
        ready = replace(self.status, phase=ModelPhase.READY, fraction=1.0, info=info, load_s=load_s, error=None)
        self._set(replace(ready, capabilities=self._loaded_engine.capabilities) if self._loaded_engine else ready)
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

    def lost(self) -> None:
        """The engine child is gone, and with it the model that it held; of one that it was loading is told apart."""
        if self._loaded_key is None or not isinstance(self._loaded_key[0], LocalFile):
            return
        self._loaded_key = None
        if self.is_ready:
            self._set(replace(self.status, phase=ModelPhase.IDLE))

    @property
    def _loaded_engine(self) -> Engine | None:
        return self._engine_of(self._loaded_key[0]) if self._loaded_key is not None else None

    def _engine_of(self, model: ModelRef | None) -> Engine | None:
        return self._engines[type(model)] if model is not None else None

    def _set(self, status: ModelStatus) -> None:
        self.status = status
        self._on_change(status)
