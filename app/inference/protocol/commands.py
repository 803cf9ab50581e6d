"""Commands, from the app to the engine child."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from app.inference.protocol.values import GenerationRequest, LoadOptions
from app.messages import Image, RunId


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Load this GGUF file (the first shard of a set); a loaded one is given up first."""

    load_id: int
    path: str
    options: LoadOptions = field(default_factory=LoadOptions)


@dataclass(frozen=True, slots=True)
class CancelLoad:
    """Give up a running load."""

    load_id: int


@dataclass(frozen=True, slots=True)
class UnloadModel:
    """Give the model's memory back."""


@dataclass(frozen=True, slots=True)
class StartRun:
    """Answer. Where several samples are asked for, `run` is the first; the others have the numbers after its own."""

    run: RunId
    request: GenerationRequest

    @property
    def runs(self) -> tuple[RunId, ...]:
        """The run of each sample."""
        first = self.run.sample
        return tuple(replace(self.run, sample=number) for number in range(first, first + self.request.samples))


@dataclass(frozen=True, slots=True)
class StopRun:
    """End a running reply where it is."""

    run: RunId


@dataclass(frozen=True, slots=True)
class EndThinking:
    """Close the running thought now and go on to the answer."""

    run: RunId


@dataclass(frozen=True, slots=True)
class NudgeThinking:
    """Put this hint into the running thought."""

    run: RunId
    text: str


@dataclass(frozen=True, slots=True)
class FavourConversation:
    """The runs of this conversation come first where not all can: it is looked at. Empty favours none."""

    conversation: str


@dataclass(frozen=True, slots=True)
class ReadAhead:
    """Read in what the prompt will begin with if the person goes on typing: nothing is reported.

    The last message is what has been typed so far. Any later command interrupts it.
    """

    request: GenerationRequest


@dataclass(frozen=True, slots=True)
class CountTokens:
    """Say how long the prompt of `request` would be, if there is one, and how many tokens texts and images take."""

    count_id: int
    request: GenerationRequest | None = None
    texts: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    accounts: bool = False
    """Whether the prompt's account is wanted, too."""


@dataclass(frozen=True, slots=True)
class ForgetConversations:
    """Forget all that is kept of these in memory and, for every model, in `cache_folder`; nothing is reported.

    Every child is told as soon as it has nothing else to do; no turn of theirs follows.
    """

    conversations: tuple[str, ...]
    cache_folder: str = ""


@dataclass(frozen=True, slots=True)
class Shutdown:
    """End the child."""


Command = (
    LoadModel
    | CancelLoad
    | UnloadModel
    | StartRun
    | StopRun
    | EndThinking
    | NudgeThinking
    | FavourConversation
    | ReadAhead
    | CountTokens
    | ForgetConversations
    | Shutdown
)
