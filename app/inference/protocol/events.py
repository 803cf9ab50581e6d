"""Events, from the engine child to the app."""

from __future__ import annotations

from dataclasses import dataclass

from app.inference.protocol.model_info import ModelInfo
from app.inference.protocol.prompt_account import PromptAccount
from app.inference.protocol.values import ErrorReport, FinishReason, LoadStage, ThinkingEnd
from app.messages import ReplyPart, RunId


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
    at_once: int = 1
    """How many samples are written side by side; where there are more of them, the others follow."""


@dataclass(frozen=True, slots=True)
class RunWaits:
    """Memory is short: the run goes on, or begins, when others have ended. What it has written stays."""

    run: RunId


Candidate = tuple[bytes, float]
"""A token that might stand somewhere: its bytes, perhaps a part of a character, and the natural logarithm of its
probability, before temperature and every other setting of sampling. Bare tuples go through the pipe fastest."""
DrawnToken = tuple[Candidate, tuple[Candidate, ...]]
"""A token that was drawn, and the likeliest there, likeliest first."""


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
    drawn: tuple[DrawnToken, ...] = ()
    """What was drawn since the last one, if that was asked for; text may be held back for some tokens."""

    def __reduce__(self) -> tuple[type[RunDelta], tuple[object, ...]]:
        """Without this each field would be asked for by name, in both processes."""
        counts = (self.thinking_tokens, self.answer_tokens, self.is_thinking)
        return RunDelta, (self.run, self.raw, self.parts, *counts, self.drawn)


@dataclass(frozen=True, slots=True)
class LoopNoticed:
    """The running thought, or the answer, repeats itself without end, and was not ended; told once of each."""

    run: RunId
    is_answer: bool


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
    account: PromptAccount | None = None
    error: ErrorReport | None = None
    """Why there is no account, if one was asked for."""


@dataclass(frozen=True, slots=True)
class RunStats:
    """Figures of a finished reply. Counts are of sampled tokens, `forced_tokens` apart; unknown times are `None`.

    `uncounted` names the counts that nobody tells: what stands there is how many pieces came, or 0.
    """

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
    saved_by_drafts: float = 0.0
    """The share of the decoding time that drafts have saved."""
    uncounted: tuple[str, ...] = ()


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


RunEvent = PromptProgress | RunWaits | RunDelta | LoopNoticed | NudgeRefused | RunFinished | RunFailed

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
