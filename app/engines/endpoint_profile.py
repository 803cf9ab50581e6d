"""What is known of a server and of a model that it has: which words it understands, and in which it answers.

A dialect is data: a server that differs gets an entry in `DIALECTS`, and no code of its own. What of it is wrong for
one server can be set by hand, and what stays unknown is found by a test turn (`app.engines.endpoint_adding`).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from app.engines.capabilities import Capabilities

if TYPE_CHECKING:
    from app.reasoning import ThinkingControls


class Dialect(enum.StrEnum):
    """What speaks there."""

    LLAMA_SERVER = "llama-server"
    VLLM = "vllm"
    SGLANG = "sglang"
    OLLAMA = "ollama"
    LM_STUDIO = "lm-studio"
    OPENROUTER = "openrouter"
    DEEPSEEK = "deepseek"
    OTHER = "other"


class ThoughtsOut(enum.StrEnum):
    """Where thoughts stand in what a server sends."""

    UNKNOWN = "unknown"
    """Wherever they are found."""
    REASONING_CONTENT = "reasoning_content"
    REASONING = "reasoning"
    THINKING = "thinking"
    DETAILS = "reasoning_details"
    INLINE = "inline"
    """In the content, between tags."""
    OPENED = "opened"
    """The same, but the opening tag is the prompt's and does not come."""
    NONE = "none"


FIELDS = (ThoughtsOut.REASONING_CONTENT, ThoughtsOut.REASONING, ThoughtsOut.THINKING)
"""The fields that hold a thought as text, beside the content."""


class ThinkingSwitch(enum.StrEnum):
    """The field of a request that says how much to think."""

    EFFORT = "reasoning_effort"
    TEMPLATE = "chat_template_kwargs"
    TYPE = "thinking.type"
    THINK = "think"
    REASONING = "reasoning"
    NONE = "none"


class SendsBack(enum.StrEnum):
    """Which thoughts are sent again."""

    NEVER = "never"
    IN_LOOP = "in_loop"
    """Those of the turn that is still going on."""
    ALWAYS = "always"
    """All: the server's template has its rule for them."""


class Prefill(enum.StrEnum):
    """How a server is given a reply's beginning."""

    NONE = "none"
    LAST_MESSAGE = "last_message"
    """As a last message of the assistant, its thought in a field."""
    CONTINUE = "continue_final_message"
    """The same, with a field that says so, and the thought between tags."""


class ServerProfile(msgspec.Struct, frozen=True, omit_defaults=True):
    """How one server is spoken to."""

    dialect: Dialect = Dialect.OTHER
    version: str = ""
    api: str = "/v1"
    """What stands between the address and `/chat/completions`."""
    thoughts: ThoughtsOut = ThoughtsOut.UNKNOWN
    sends_back: SendsBack = SendsBack.IN_LOOP
    back_field: str = ""
    """The field for thoughts that are sent again; empty for the one in which they came."""
    switch: ThinkingSwitch = ThinkingSwitch.EFFORT
    budget: str = ""
    """The field that bounds a thought, in tokens; empty if there is none. A dot leads into an object."""
    prefill: Prefill = Prefill.NONE
    takes_n: bool = False
    """Whether one request can ask for several replies."""
    tells_probabilities: bool = False
    samplers: tuple[tuple[str, str], ...] = ()
    """Names of our sampling values, and the server's, beyond those that all servers take."""
    extra: tuple[tuple[str, str], ...] = ()
    """Fields that each request has."""


_RUNS_AT_ONCE = 4
"""What a server does with more is not known."""
_LLAMA_SAMPLERS = (("top_k", "top_k"), ("min_p", "min_p"), ("repeat_penalty", "repeat_penalty"))
_VLLM_SAMPLERS = (("top_k", "top_k"), ("min_p", "min_p"), ("repeat_penalty", "repetition_penalty"))

DIALECTS: dict[Dialect, ServerProfile] = {
    Dialect.LLAMA_SERVER: ServerProfile(
        Dialect.LLAMA_SERVER,
        thoughts=ThoughtsOut.REASONING_CONTENT,
        sends_back=SendsBack.ALWAYS,
        back_field="reasoning_content",
        switch=ThinkingSwitch.TEMPLATE,
        budget="thinking_budget_tokens",
        prefill=Prefill.LAST_MESSAGE,
        takes_n=True,
        tells_probabilities=True,
        samplers=_LLAMA_SAMPLERS,
        extra=(("reasoning_format", "auto"),),
    ),
    Dialect.VLLM: ServerProfile(
        Dialect.VLLM,
        sends_back=SendsBack.ALWAYS,
        switch=ThinkingSwitch.TEMPLATE,
        budget="thinking_token_budget",
        prefill=Prefill.CONTINUE,
        takes_n=True,
        tells_probabilities=True,
        samplers=_VLLM_SAMPLERS,
    ),
    Dialect.SGLANG: ServerProfile(
        Dialect.SGLANG,
        sends_back=SendsBack.ALWAYS,
        back_field="reasoning_content",
        switch=ThinkingSwitch.TEMPLATE,
        takes_n=True,
        tells_probabilities=True,
        samplers=_VLLM_SAMPLERS,
    ),
    Dialect.OLLAMA: ServerProfile(
        Dialect.OLLAMA,
        thoughts=ThoughtsOut.REASONING,
        sends_back=SendsBack.ALWAYS,
        back_field="reasoning",
    ),
    Dialect.LM_STUDIO: ServerProfile(Dialect.LM_STUDIO, samplers=_LLAMA_SAMPLERS),
    Dialect.OPENROUTER: ServerProfile(
        Dialect.OPENROUTER,
        switch=ThinkingSwitch.REASONING,
        budget="reasoning.max_tokens",
        samplers=_VLLM_SAMPLERS,
    ),
    Dialect.DEEPSEEK: ServerProfile(
        Dialect.DEEPSEEK,
        api="",
        thoughts=ThoughtsOut.REASONING_CONTENT,
        back_field="reasoning_content",
        switch=ThinkingSwitch.TYPE,
        tells_probabilities=True,
    ),
    Dialect.OTHER: ServerProfile(),
}

LEVELS: dict[ThinkingSwitch, tuple[str, ...]] = {
    ThinkingSwitch.EFFORT: ("off", "low", "medium", "high"),
    ThinkingSwitch.TEMPLATE: ("off", "on", "low", "medium", "high"),
    ThinkingSwitch.TYPE: ("off", "on", "low", "medium", "high"),
    ThinkingSwitch.THINK: ("off", "on", "low", "medium", "high"),
    ThinkingSwitch.REASONING: ("off", "on", "low", "medium", "high"),
    ThinkingSwitch.NONE: (),
}


@dataclass(frozen=True, slots=True)
class ModelProfile:
    """What is known of one model of a server; what nobody says is 0, empty or `None`."""

    name: str
    server: ServerProfile = field(default_factory=ServerProfile)
    context: int = 0
    """In tokens, as the server runs it."""
    context_limit: int = 0
    thinks: bool | None = None
    sees_images: bool | None = None
    takes_tools: bool | None = None
    levels: tuple[str, ...] | None = None
    """The levels of thinking that the server says it has; `None` for all that its switch has."""
    controls: ThinkingControls | None = None
    """Read from the template, where the server shows it."""

    @property
    def thinking_levels(self) -> tuple[str, ...]:
        """The levels that can be asked for."""
        if self.thinks is False:
            return ("off",)
        if self.controls is not None:
            return tuple(level.value for level in self.controls.levels)
        return LEVELS[self.server.switch] if self.levels is None else self.levels

    @property
    def capabilities(self) -> Capabilities:
        """What its server lets it be asked for."""
        return Capabilities(
            ends_thoughts=self.server.prefill is not Prefill.NONE,
            nudges=self.server.prefill is Prefill.LAST_MESSAGE,
            bounds_thoughts=bool(self.server.budget) and self.thinks is not False,
            prefills=self.server.prefill is not Prefill.NONE,
            samples=True,
            runs_at_once=_RUNS_AT_ONCE,
            tools=True,
            images=self.sees_images is not False,
        )
