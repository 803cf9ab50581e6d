"""What may be known of a loaded model: what anybody can ask of it, and apart from that where it lies."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.hardware.context_choices import CacheType
from app.inference.protocol.template_wants import TemplateWants
from app.inference.protocol.values import Backend
from app.messages import Sampling


@dataclass(frozen=True, slots=True)
class Placement:
    """Where and how a model's file is held by this computer."""

    path: str
    """The GGUF file, the first of a set."""
    architecture: str
    quantization: str
    parameters: int
    size_bytes: int
    backend: Backend
    device: str = ""
    """The graphics device in use, if any."""
    gpu_layers: int = 0
    """Layers on `device`, of `total_layers`; the output counts as one."""
    total_layers: int = 0
    experts_on_cpu: int = 0
    """Of the layers on `device`, those that leave their experts in the computer's memory."""
    cache_type: CacheType = CacheType.F16
    batch: int = 512
    """Tokens of a prompt that are computed at once."""
    cache_bytes: int = 0
    """What the context of one reply takes, on devices with the layers that are there."""
    replies_at_once: int = 0
    """For how many replies side by side there was room when it was loaded, on devices, too; 0 where nobody knows."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What may be asked of a model that can answer, wherever it runs."""

    name: str
    context: int
    """In tokens; 0 where nobody says."""
    context_limit: int = 0
    """The context that the model was trained for, in tokens; 0 where nobody says."""
    thinks: bool = False
    thinking_format: str = ""
    """For people, such as `<think> tags, opened by the prompt`."""
    thinking_levels: tuple[str, ...] = ()
    thinking_default: str = ""
    """The level that `auto` stands for."""
    wants: TemplateWants = field(default_factory=TemplateWants)
    """How it takes tools, and what it is given again of thoughts."""
    sampling: Sampling = field(default_factory=Sampling)
    """The values used where the request leaves them open."""
    sees_images: bool = False
    takes_tools: bool = False
    """Whether it can be told of tools, and calls them in a way that is understood."""
    goes_on_with_text: bool = False
    """It is a base model: what it is asked is a text that it goes on with, without turns and without thoughts."""
    notes: tuple[Note, ...] = ()
    """What the person should know of how it was loaded."""
    placement: Placement | None = None
    """Where it lies on this computer, `None` if it runs elsewhere."""


# A sentence that the child has for the person: no error, but something to know.


@dataclass(frozen=True, slots=True)
class Note:
    """An untranslated template and its values."""

    message: str
    values: tuple[tuple[str, object], ...] = ()

    def text(self) -> str:
        """Return it in English, for the command line."""
        return self.message.format(**dict(self.values))
