"""The seam: what every kind of engine can be told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.engines.capabilities import Capabilities
from app.engines.model_ref import ModelRef
from app.hardware.machine import HeldMemory
from app.inference.protocol import (
    CountTokens,
    EndThinking,
    Event,
    ForgetConversations,
    GenerationRequest,
    LoadOptions,
    NudgeThinking,
)
from app.messages import RunId

Listener = Callable[[Event], None]
"""Hears what an engine reports, on a thread of the engine's."""
Steer = EndThinking | NudgeThinking


class Engine(Protocol):
    """One way to run models. No method blocks, and none fails: what happens is reported to the engine's listener.

    Every load ends with one of `ModelLoaded`, `LoadFailed` and `LoadCancelled`, every sample of a run with
    `RunFinished` or `RunFailed`. `EngineStopped` says that what was loaded is gone, before the ends of what was going
    on are told; it has an error only if nothing was. What `capabilities` denies does nothing.
    """

    @property
    def capabilities(self) -> Capabilities:
        """What it can be asked for with the model that is loaded, or before that with any."""

    def warm_up(self) -> None:
        """A model will be asked for soon."""

    def load(self, load_id: int, model: ModelRef, options: LoadOptions) -> None:
        """Make this model ready to answer, in the place of the one before."""

    def cancel_load(self, load_id: int) -> None:
        """Give up a load."""

    def unload(self) -> None:
        """Give the model's memory back, after what runs."""

    def start(self, run: RunId, request: GenerationRequest) -> None:
        """Answer. Where more samples than one are asked for, `run` is the first of them."""

    def stop(self, run: RunId) -> None:
        """End a sample's reply where it is."""

    def steer(self, order: Steer) -> None:
        """Reach into a running thought."""

    def favour(self, conversation: str) -> None:
        """Let the runs of this conversation come first where not all can; empty favours none."""

    def read_ahead(self, request: GenerationRequest) -> None:
        """Read in what a prompt will begin with; nothing is reported."""

    def count(self, question: CountTokens) -> None:
        """Answer with `TokensCounted`, or not at all where that cannot be told."""

    def forget(self, order: ForgetConversations) -> None:
        """Keep nothing of these conversations; nothing is reported."""

    def held(self) -> HeldMemory:
        """Return what of this computer's memory is free again once the model is unloaded."""

    def close(self) -> None:
        """End it; blocks until nothing of it is left."""
