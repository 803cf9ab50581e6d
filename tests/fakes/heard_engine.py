"""An engine that keeps what it is told and reports only what a test says."""

from __future__ import annotations

from app.engines.capabilities import Capabilities
from app.engines.engine import Listener, Steer
from app.engines.model_ref import ModelRef
from app.hardware.machine import HeldMemory
from app.inference.protocol import CountTokens, ForgetConversations, GenerationRequest, LoadOptions, ModelInfo
from app.messages import RunId

EVERYTHING = Capabilities(
    ends_thoughts=True, nudges=True, prefills=True, counts=True, reads_ahead=True, samples=True, images=True
)
INFO = ModelInfo("M", context=100, context_limit=100, thinks=True, thinking_levels=("off", "on"))


class HeardEngine:
    """Implements `Engine`. `loads`, `started`, `told` are what it was asked for, in order."""

    def __init__(self, on_event: Listener = lambda _event: None, capabilities: Capabilities = EVERYTHING) -> None:
        self.report = on_event
        self.capabilities = capabilities
        self.loads: list[tuple[int, ModelRef, LoadOptions]] = []
        self.started: list[tuple[RunId, GenerationRequest]] = []
        self.told: list[object] = []

    def warm_up(self) -> None:
        self.told.append("warm up")

    def load(self, load_id: int, model: ModelRef, options: LoadOptions) -> None:
        self.loads.append((load_id, model, options))

    def cancel_load(self, load_id: int) -> None:
        self.told.append(("cancel", load_id))

    def unload(self) -> None:
        self.told.append("unload")

    def start(self, run: RunId, request: GenerationRequest) -> None:
        self.started.append((run, request))

    def stop(self, run: RunId) -> None:
        self.told.append(("stop", run))

    def steer(self, order: Steer) -> None:
        self.told.append(order)

    def favour(self, conversation: str) -> None:
        self.told.append(("favour", conversation))

    def read_ahead(self, request: GenerationRequest) -> None:
        self.told.append(request)

    def count(self, question: CountTokens) -> None:
        self.told.append(question)

    def forget(self, order: ForgetConversations) -> None:
        self.told.append(order)

    def held(self) -> HeldMemory:
        return HeldMemory(1, 0)

    def close(self) -> None:
        self.told.append("close")
