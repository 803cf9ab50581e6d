"""The settings of how models are loaded: devices, cache, threads. `schema.py` has the others."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from app.hardware.cache_type import CacheType
from app.hardware.flash_attention import FlashAttention
from app.settings.appearance_settings import AppearanceSettings
from app.settings.settings_group import SettingsGroup
from app.text import translatable


class PerformanceSettings(AppearanceSettings, frozen=True, kw_only=True):
    """What `LoadOptions` is made of; a change takes effect when a model is loaded next."""

    uses_graphics_device: Annotated[
        bool,
        Meta(
            title=translatable("Use graphics devices"),
            description=translatable("As much of a model as fits is put on the graphics card, which is faster."),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = True

    cache_type: Annotated[
        CacheType,
        Meta(
            title=translatable("Storage of the cache"),
            description=translatable(
                "What a model has read, stored smaller: room for a longer context, a little less exact."
            ),
            extra={
                "group": SettingsGroup.PERFORMANCE,
                "choices": {
                    CacheType.F16: translatable("Full (f16)"),
                    CacheType.Q8_0: translatable("Half (q8_0)"),
                    CacheType.Q4_0: translatable("A quarter (q4_0)"),
                },
            },
        ),
    ] = CacheType.F16

    flash_attention: Annotated[
        FlashAttention,
        Meta(
            title=translatable("Flash attention"),
            description=translatable("Saves memory and time; switch it off only if a model writes nonsense."),
            extra={
                "group": SettingsGroup.PERFORMANCE,
                "choices": {
                    FlashAttention.AUTO: translatable("Where possible"),
                    FlashAttention.ON: translatable("On"),
                    FlashAttention.OFF: translatable("Off"),
                },
            },
        ),
    ] = FlashAttention.AUTO

    looks_at_images: Annotated[
        bool,
        Meta(
            title=translatable("Look at images"),
            description=translatable(
                "The part of a model that sees images is loaded with it, if there is one; it takes memory."
            ),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = True

    keeps_whole_window: Annotated[
        bool,
        Meta(
            title=translatable("Keep everything of models with a sliding window"),
            description=translatable(
                "Off saves memory with models such as Gemma; going back in a conversation reads more."
            ),
            extra={"group": SettingsGroup.PERFORMANCE},
        ),
    ] = True

    threads: Annotated[
        int,
        Meta(
            ge=0,
            le=1024,
            title=translatable("Processor threads"),
            description=translatable("At most so many work on a reply; 0 is one for each core."),
            extra={"group": SettingsGroup.PERFORMANCE, "zero": translatable("One for each core")},
        ),
    ] = 0

    batch: Annotated[
        int,
        Meta(
            ge=0,
            le=4096,
            title=translatable("Prompt tokens at once"),
            description=translatable("More reads long questions faster and takes more memory; 0 is the usual 512."),
            extra={"group": SettingsGroup.PERFORMANCE, "unit": translatable("tokens"), "zero": translatable("Usual")},
        ),
    ] = 0
