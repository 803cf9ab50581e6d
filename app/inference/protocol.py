"""What crosses the pipe between the app and the engine child: commands down, events up.

All values are frozen and picklable. Every value of a turn carries its `turn_id`, every value of a load its `load_id`:
late ones are dropped by identity, never by position. Errors cross as `ErrorReport`, not as exceptions.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Literal

Role = Literal["system", "user", "assistant"]
Backend = Literal["cpu", "metal", "cuda", "vulkan", "rocm"]
DeltaKind = Literal["thinking", "answer"]


class FinishReason(enum.StrEnum):
    """Why a reply ended."""

    STOP = "stop"
    """The model ended it."""
    LENGTH = "length"
    """`max_tokens` or the context was used up."""
    STOPPED = "stopped"
    """The person stopped it."""


class ThinkingEnd(enum.StrEnum):
    """What ended the thought of a reply."""

    MODEL = "model"
    BUDGET = "budget"
    ANSWER_NOW = "answer_now"
    LOOP = "loop"
    LENGTH = "length"
    STOPPED = "stopped"
    NONE = "none"
    """There was no thought."""


class LoadStage(enum.StrEnum):
    """What the child is busy with before a model can answer."""

    OPENING = "opening"
    READING = "reading"
    PREPARING = "preparing"


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """A `UserError` on its way through the pipe; templates as in `app.errors`."""

    kind: str
    message: str
    advice: str
    values: tuple[tuple[str, object], ...] = ()
    details: str = ""


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message of the conversation, as the chat template will see it."""

    role: Role
    content: str
    thinking: str = ""


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is drawn; `None` leaves a value to the model's own recommendation, else Aside's default."""

    temperature: float | None = None
    top_k: int | None = None
    top_p: float | None = None
    min_p: float | None = None
    repeat_penalty: float | None = None
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load: `context` in tokens, `None` for the default; `threads` `None` for one per physical core.

    `cache_folder` keeps the caches of conversations, together at most `cache_limit_bytes`; empty keeps none.
    """

    context: int | None = None
    threads: int | None = None
    gpu_layers: int | None = None
    cache_folder: str = ""
    cache_limit_bytes: int = 4_000_000_000


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """One turn: the messages up to and including the person's last one, and how to answer them.

    `thinking` is a level named by `ModelInfo.thinking_levels`, or `auto`. `prefill` is raw text that the reply begins
    with (it is part of the prompt and not reported again). `max_tokens` bounds thinking and answer together,
    `think_budget` the thought; `ends_loops` ends a thought that goes round in circles, instead of telling only.
    """

    messages: tuple[ChatMessage, ...]
    sampling: Sampling = Sampling()
    max_tokens: int | None = None
    thinking: str = "auto"
    think_budget: int | None = None
    ends_loops: bool = False
    prefill: str = ""
    conversation: str = ""
    """Names the conversation for the cache on disk; empty keeps nothing of it."""


# --- commands, parent to child ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Load this GGUF file (the first shard of a set); a loaded one is given up first."""

    load_id: int
    path: str
    options: LoadOptions = LoadOptions()


@dataclass(frozen=True, slots=True)
class CancelLoad:
    """Give up a running load."""

    load_id: int


@dataclass(frozen=True, slots=True)
class UnloadModel:
    """Give the model's memory back."""


@dataclass(frozen=True, slots=True)
class StartTurn:
    """Answer."""

    turn_id: int
    request: GenerationRequest


@dataclass(frozen=True, slots=True)
class StopTurn:
    """End the running reply where it is."""

    turn_id: int


@dataclass(frozen=True, slots=True)
class EndThinking:
    """Close the running thought now and go on to the answer."""

    turn_id: int


@dataclass(frozen=True, slots=True)
class NudgeThinking:
    """Put this hint into the running thought."""

    turn_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Shutdown:
    """End the child."""


Command = LoadModel | CancelLoad | UnloadModel | StartTurn | StopTurn | EndThinking | NudgeThinking | Shutdown


# --- events, child to parent -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EngineReady:
    """The child runs and listens."""

    pid: int
    engine: str
    """Name and version, for the self-check and reports."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """The child's threads run; sent about once a second while it is busy."""


@dataclass(frozen=True, slots=True)
class LoadProgress:
    """`fraction` in 0…1 of the weights read."""

    load_id: int
    fraction: float
    stage: LoadStage = LoadStage.READING


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What the app may know of a loaded model."""

    path: str
    name: str
    architecture: str
    quantization: str
    parameters: int
    size_bytes: int
    context: int
    context_limit: int
    """The context that the model was trained for."""
    backend: Backend
    device: str
    thinks: bool
    thinking_format: str
    """For people, such as `<think> tags, opened by the prompt`."""
    thinking_levels: tuple[str, ...] = ()
    sampling: Sampling = Sampling()
    """The values used where the request leaves them open."""


@dataclass(frozen=True, slots=True)
class ModelLoaded:
    """The model can answer; `load_s` seconds after the command arrived."""

    load_id: int
    info: ModelInfo
    load_s: float


@dataclass(frozen=True, slots=True)
class LoadFailed:
    """The model cannot be used; nothing is loaded now."""

    load_id: int
    error: ErrorReport


@dataclass(frozen=True, slots=True)
class LoadCancelled:
    """The load was given up as asked; nothing is loaded now."""

    load_id: int


@dataclass(frozen=True, slots=True)
class ModelUnloaded:
    """Its memory is free again."""


@dataclass(frozen=True, slots=True)
class PromptProgress:
    """`read_tokens` of `prompt_tokens` are in the cache, `cached_tokens` of them from before."""

    turn_id: int
    read_tokens: int
    prompt_tokens: int
    cached_tokens: int


@dataclass(frozen=True, slots=True)
class DeltaPart:
    """A piece of thinking or answer."""

    kind: DeltaKind
    text: str


@dataclass(frozen=True, slots=True)
class TurnDelta:
    """New text of a reply; `raw` is what the model wrote, `parts` how it splits. Counts are totals so far."""

    turn_id: int
    sample: int
    raw: str
    parts: tuple[DeltaPart, ...]
    thinking_tokens: int
    answer_tokens: int
    is_thinking: bool
    """Whether the stream stands inside the thought now."""


@dataclass(frozen=True, slots=True)
class LoopNoticed:
    """The running thought repeats itself without end; ending it is offered."""

    turn_id: int


@dataclass(frozen=True, slots=True)
class NudgeRefused:
    """The hint does not fit into what is left of the context."""

    turn_id: int
    error: ErrorReport


@dataclass(frozen=True, slots=True)
class TurnStats:
    """Figures of a finished reply. Counts are of sampled tokens, `forced_tokens` apart; unknown times are `None`."""

    reason: FinishReason
    thinking_ended: ThinkingEnd
    prompt_tokens: int
    cached_tokens: int
    thinking_tokens: int
    answer_tokens: int
    forced_tokens: int = 0
    time_to_first_token_s: float | None = None
    thinking_s: float | None = None
    tokens_per_s: float | None = None
    context: int = 0


@dataclass(frozen=True, slots=True)
class TurnFinished:
    """The reply is complete as far as it goes."""

    turn_id: int
    sample: int
    stats: TurnStats


@dataclass(frozen=True, slots=True)
class TurnFailed:
    """The reply could not be made or broke off; what was sent before stands."""

    turn_id: int
    error: ErrorReport


@dataclass(frozen=True, slots=True)
class EngineStopped:
    """Made by the client when the child is gone: expected (`error` is `None`) or with the reason in words."""

    error: ErrorReport | None
    exit_code: int | None = None


Event = (
    EngineReady
    | Heartbeat
    | LoadProgress
    | ModelLoaded
    | LoadFailed
    | LoadCancelled
    | ModelUnloaded
    | PromptProgress
    | TurnDelta
    | LoopNoticed
    | NudgeRefused
    | TurnFinished
    | TurnFailed
    | EngineStopped
)
