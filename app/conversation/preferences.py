"""What the person has set that a session needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.history.preset_records import ThinkingOptions
from app.inference.protocol import LoadOptions, ModelInfo, SpeculationKind
from app.messages import Sampling, ToolRule
from app.settings import ModelSettings, Settings


@dataclass(frozen=True, slots=True)
class SessionPreferences:
    """`context` in tokens, `None` for the default; `idle_unload_s` seconds without a turn, `None` for never."""

    sampling: Sampling = field(default_factory=Sampling)
    """Of models that have none of their own; `sampling_for` knows which have."""
    sampling_of: Mapping[str, Sampling] = field(default_factory=dict)
    """What holds for those that have, by what the settings know them by."""
    chosen: str = ""
    """What they know the chosen model by."""
    context: int | None = None
    idle_unload_s: float | None = 1800.0
    system_prompt: str = ""
    thinking_level: str = "auto"
    """The level that new conversations begin with."""
    thinking_options: ThinkingOptions = field(default_factory=ThinkingOptions)
    """The bounds that new conversations begin with."""
    ends_loops: bool = False
    """Whether a thought that goes round in circles is ended, instead of offering it."""
    answer_reserve_share: float = 0.25
    """How much of what is left of the context no thought may use up."""
    keeps_confidence: bool = False
    """Whether how sure the model was of each token is kept with the reply, and what it nearly said."""
    reads_ahead: bool = True
    """Whether the engine may read a question while it is typed."""
    answers_one_by_one: bool = False
    """Whether a question waits while another conversation is answered."""
    speculation: SpeculationKind = SpeculationKind.AUTO
    draft_model: str = ""
    """The path of a smaller model that drafts; empty for none."""
    loading: LoadOptions = field(default_factory=LoadOptions)
    """How models are loaded, but for what is named here."""
    cache_folder: str = ""
    """Where the engine keeps the caches of conversations; empty for none."""
    offered_tools: tuple[str, ...] = ()
    """What conversations offer that have chosen nothing."""
    tool_rules: tuple[ToolRule, ...] = ()
    """What was said of tools for all conversations."""

    @classmethod
    def of(cls, settings: Settings, *, cache_folder: Path, model: str = "") -> SessionPreferences:
        """Return what these settings mean for the model that they know by this name."""
        own, usual = settings.model_settings.get(model, ModelSettings()), Sampling.of(settings)
        return cls(
            sampling=usual,
            sampling_of={key: one.sampling.completed_by(usual) for key, one in settings.model_settings.items()},
            chosen=model,
            context=own.context or settings.context or None,
            system_prompt=settings.system_prompt if own.system_prompt is None else own.system_prompt,
            idle_unload_s=settings.idle_unload_minutes * 60 or None,
            cache_folder=str(cache_folder),
            thinking_level=settings.thinking_level.value,
            thinking_options=ThinkingOptions(
                budget_tokens=settings.think_budget_tokens or None, budget_s=settings.think_budget_s or None
            ),
            ends_loops=settings.ends_loops,
            keeps_confidence=settings.keeps_confidence,
            answer_reserve_share=settings.answer_reserve_percent / 100,
            reads_ahead=settings.reads_along,
            answers_one_by_one=settings.answers_one_by_one,
            loading=LoadOptions(
                threads=settings.threads or None,
                gpu_layers=own.gpu_layers if settings.uses_graphics_device else 0,
                cache_type=settings.cache_type,
                flash_attention=settings.flash_attention,
                batch=settings.batch or None,
                mmproj=None if settings.looks_at_images else "",
                keeps_whole_window=settings.keeps_whole_window,
                cache_limit_bytes=settings.cache_limit_gb * 1_000_000_000,
            ),
            speculation=SpeculationKind(settings.drafting.value),
            draft_model=settings.draft_model,
            offered_tools=settings.offered_tools,
            tool_rules=settings.tool_rules,
        )

    def sampling_for(self, info: ModelInfo | None) -> Sampling:
        """Return how this model draws; of one on a server, or of none, as the chosen one does."""
        placement = info.placement if info is not None else None
        return self.sampling_of.get(placement.path if placement is not None else self.chosen, self.sampling)

    @property
    def most_at_once(self) -> int | None:
        """How many replies may be written at once, `None` for as many as the engine takes."""
        return 1 if self.answers_one_by_one else None

    def load_options(self) -> LoadOptions:
        """Return how models are loaded."""
        return replace(
            self.loading,
            context=self.context,
            cache_folder=self.cache_folder,
            speculation=self.speculation,
            draft_model=self.draft_model,
        )
