"""From the settings to what a session needs to know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.conversation.preferences import SessionPreferences
    from app.settings import Settings


def session_preferences(settings: Settings, *, cache_folder: Path) -> SessionPreferences:
    """Return the preferences that these settings mean. What it needs is imported when it is first called."""
    from app.conversation.preferences import SessionPreferences
    from app.history.preset_records import ThinkingOptions
    from app.inference.protocol import LoadOptions, SpeculationKind
    from app.messages import Sampling

    return SessionPreferences(
        sampling=Sampling.of(settings),
        context=settings.context or None,
        idle_unload_s=settings.idle_unload_minutes * 60 or None,
        cache_folder=str(cache_folder),
        thinking_level=settings.thinking_level.value,
        thinking_options=ThinkingOptions(
            budget_tokens=settings.think_budget_tokens or None, budget_s=settings.think_budget_s or None
        ),
        ends_loops=settings.ends_loops,
        answer_reserve_share=settings.answer_reserve_percent / 100,
        reads_ahead=settings.reads_along,
        answers_one_by_one=settings.answers_one_by_one,
        loading=LoadOptions(
            threads=settings.threads or None,
            gpu_layers=None if settings.uses_graphics_device else 0,
            cache_type=settings.cache_type,
            flash_attention=settings.flash_attention,
            batch=settings.batch or None,
            mmproj=None if settings.looks_at_images else "",
            keeps_whole_window=settings.keeps_whole_window,
            cache_limit_bytes=settings.cache_limit_gb * 1_000_000_000,
        ),
        speculation=SpeculationKind(settings.drafting.value),
        draft_model=settings.draft_model,
    )
