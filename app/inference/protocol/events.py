"""Events, from the engine child to the app."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.hardware.cache_type import CacheType
from app.inference.protocol.note import Note
from app.inference.protocol.values import Backend, ErrorReport, FinishReason, LoadStage, ThinkingEnd
from app.messages import ReplyPart, RunId, Sampling


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
    device: str = ""
    """The graphics device in use, if any."""


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
    thinking_default: str = ""
    """The level that `auto` stands for."""
    can_keep_thoughts: bool = False
    """Whether the template can repeat old thoughts in the prompt, or leave them out."""
    sampling: Sampling = field(default_factory=Sampling)
    """The values used where the request leaves them open."""
    gpu_layers: int = 0
    """Layers on `device`, of `total_layers`; the output counts as one."""
    total_layers: int = 0
    experts_on_cpu: int = 0
    """Of the layers on `device`, those that leave their experts in the computer's memory."""
    cache_type: CacheType = CacheType.F16
    batch: int = 512
    sees_images: bool = False
    notes: tuple[Note, ...] = ()
    """What the person should know of how it was loaded."""


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
    """`read_tokens` of `prompt_tokens` are in the cache, `cached_tokens` of them from before.

    The samples of a step have one prompt: it is told of the first of them.
    """

    run: RunId
    read_tokens: int
    prompt_tokens: int
    cached_tokens: int


@dataclass(frozen=True, slots=True)
class RunDelta:
    """New text of a reply; `raw` is what the model wrote, `parts` how it splits. Counts are totals so far."""

    run: RunId
    raw: str
    parts: tuple[ReplyPart, ...]
    thinking_tokens: int
    answer_tokens: int
    is_thinking: bool
    """Whether the stream stands inside the thought now."""


@dataclass(frozen=True, slots=True)
class LoopNoticed:
    """The running thought repeats itself without end; ending it is offered."""

    run: RunId


@dataclass(frozen=True, slots=True)
class NudgeRefused:
    """The hint does not fit into what is left of the context."""

    run: RunId
    error: ErrorReport


@dataclass(frozen=True, slots=True)
class TokensCounted:
    """What was counted with the loaded model's template and vocabulary; `prompt_tokens` is 0 without a request."""

    count_id: int
    prompt_tokens: int = 0
    text_tokens: tuple[int, ...] = ()
    image_tokens: tuple[int, ...] = ()
    """Of each image; 0 for one that the model cannot be shown."""


@dataclass(frozen=True, slots=True)
class RunStats:
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
    drafted_tokens: int = 0
    accepted_tokens: int = 0
    """How many of the drafted ones were drawn indeed, and so cost nothing."""


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The reply is complete as far as it goes."""

    run: RunId
    stats: RunStats


@dataclass(frozen=True, slots=True)
class RunFailed:
    """The reply could not be made or broke off; what was sent before stands."""

    run: RunId
    error: ErrorReport


@dataclass(frozen=True, slots=True)
class EngineStopped:
    """Made by the client when the child is gone: expected (`error` is `None`) or with the reason in words."""

    error: ErrorReport | None
    exit_code: int | None = None


RunEvent = PromptProgress | RunDelta | LoopNoticed | NudgeRefused | RunFinished | RunFailed

Event = (
    EngineReady
    | Heartbeat
    | LoadProgress
    | ModelLoaded
    | LoadFailed
    | LoadCancelled
    | ModelUnloaded
    | TokensCounted
    | RunEvent
    | EngineStopped
)
