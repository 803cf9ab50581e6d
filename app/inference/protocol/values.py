"""What both commands and events carry."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Literal

from app.hardware.context_choices import CacheType, FlashAttention
from app.messages import Message, Sampling, ToolSpec

Backend = Literal["cpu", "metal", "cuda", "vulkan", "rocm"]


class FinishReason(enum.StrEnum):
    """Why a reply ended."""

    STOP = "stop"
    """The model ended it."""
    LENGTH = "length"
    """`max_tokens` or the context was used up."""
    STOPPED = "stopped"
    """The person stopped it."""
    TOOL_CALLS = "tool_calls"
    """The model waits for what it has asked tools to do."""
    CUT = "cut"
    """The vote was decided without it: said by who counts, never by an engine."""


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


class SpeculationKind(enum.StrEnum):
    """Where drafts of the next tokens come from; what is written stays the same."""

    AUTO = "auto"
    """From the conversation itself, and from the draft model if there is one."""
    OFF = "off"
    NGRAM = "ngram"
    """From the conversation itself only."""
    DRAFT = "draft"
    """From the draft model only."""


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
class LoadOptions:
    """How to load: `context` in tokens, `None` for the default; `threads` `None` for one per physical core.

    `gpu_layers` are offloaded to graphics devices, the output counted as one, and of the first `experts_on_cpu` layers
    the experts stay in memory; `None` takes what fits. At most `gpu_memory_bytes` of each device are used. `batch`
    tokens of a prompt are computed at once. Without `keeps_whole_window`, layers with a sliding window keep only that.
    `device_sampling` draws tokens on the device that computes them; `None` does so unless that is the CPU.
    `speculation` says where drafts may come from, `draft_model` is the path of a small model with the same vocabulary.
    `cache_folder` keeps the caches of conversations, together at most `cache_limit_bytes`; empty keeps none.
    `mmproj` is the path of the part that sees images; `None` takes one that lies beside the model, empty takes none.
    """

    context: int | None = None
    threads: int | None = None
    gpu_layers: int | None = None
    experts_on_cpu: int | None = None
    gpu_memory_bytes: int | None = None
    cache_type: CacheType = CacheType.F16
    flash_attention: FlashAttention = FlashAttention.AUTO
    batch: int | None = None
    keeps_whole_window: bool = True
    device_sampling: bool | None = None
    speculation: SpeculationKind = SpeculationKind.AUTO
    draft_model: str = ""
    mmproj: str | None = None
    cache_folder: str = ""
    cache_limit_bytes: int = 4_000_000_000


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """One turn: the messages up to and including the person's last one, and how to answer them.

    An assistant's message behind them is the given beginning of the reply: with `raw` the reply goes on exactly there,
    and nothing of it is reported again but the calls in it. Without, its parts are written as the model writes them,
    and reported as the first delta; a thought is over if text follows it, be it empty.

    `thinking` is a level named by `ModelInfo.thinking_levels`, or `auto`. `think_budget` (tokens) and `think_budget_s`
    (seconds) bound the thought; `ends_loops` ends one that goes round in circles, instead of telling only.
    """

    messages: tuple[Message, ...]
    sampling: Sampling = field(default_factory=Sampling)
    thinking: str = "auto"
    think_budget: int | None = None
    think_budget_s: float | None = None
    answer_reserve_share: float = 0.25
    """How much of what is left of the context no thought may use up."""
    ends_loops: bool = False
    keeps_thoughts: bool | None = None
    """Whether the prompt repeats old thoughts, where the template can choose; `None` is as the model has it."""
    tools: tuple[ToolSpec, ...] = ()
    """What the model may call; a template that lists no tools (`TemplateWants.tools`) is not given them."""
    samples: int = 1
    """How many replies to write, as many at once as memory allows, each with the whole context.

    Each ends with a `RunFinished` of its own. Sample k draws with `sampling.seed` + k.
    """
    told_candidates: int = 0
    """Of each token that is drawn, how many of the likeliest are told with their probabilities, at most 8; what is next
    to impossible is not. 0 tells nothing, and costs nothing. Such a reply is drawn on the CPU."""
    conversation: str = ""
    """Names the conversation for the cache on disk; empty keeps nothing of it."""
    as_text: bool = False
    """Go on with the messages' text as it stands, without a template: what base models are made for."""
    began_at: float | None = None
    """When the conversation began, in seconds since 1970: a template that tells the time tells that in every turn.

    `None` is when the engine has first seen its first message.
    """

    @property
    def beginning(self) -> Message | None:
        """The given beginning of the reply, if there is one."""
        last = self.messages[-1] if self.messages else None
        return last if last is not None and last.role == "assistant" else None

    @property
    def told_beginning(self) -> Message | None:
        """The given beginning, if it is one that the asker has had from the model: nothing of it is reported again."""
        beginning = self.beginning
        return beginning if beginning is not None and beginning.raw else None

    @property
    def asked(self) -> tuple[Message, ...]:
        """The messages before the reply."""
        return self.messages if self.beginning is None else self.messages[:-1]
