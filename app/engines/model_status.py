"""How the chosen model stands."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from pathlib import Path

from app.engines.capabilities import Capabilities
from app.engines.model_ref import LocalFile, ModelRef, Remote
from app.errors import UserError
from app.gguf.projectors import projector_beside
from app.inference.protocol import ModelInfo


class ModelPhase(enum.StrEnum):
    """Where the chosen model stands."""

    NONE = "none"
    """No model is chosen."""
    IDLE = "idle"
    """Chosen but not in memory; it loads on the next question."""
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """The chosen model: `info` once it has been loaded, `fraction` 0…1 while loading, `error` when that failed."""

    phase: ModelPhase
    model: ModelRef | None = None
    name: str = ""
    capabilities: Capabilities = field(default_factory=Capabilities)
    """Of the engine that runs it."""
    fraction: float = 0.0
    info: ModelInfo | None = None
    load_s: float = 0.0
    """How long the load took, in seconds."""
    error: UserError | None = None

    @property
    def path(self) -> str:
        """Its file; empty for none, and for a model that runs elsewhere."""
        return self.model.path if isinstance(self.model, LocalFile) else ""

    @property
    def sees_images(self) -> bool:
        """Whether pictures can be shown to it: as loaded, or by what lies beside its file; a server is asked first."""
        if not self.capabilities.images:
            return False
        if self.phase is ModelPhase.READY and self.info is not None:
            return self.info.sees_images
        return isinstance(self.model, Remote) or (bool(self.path) and projector_beside(Path(self.path)) is not None)
