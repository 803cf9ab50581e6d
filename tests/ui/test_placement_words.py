"""Where a loaded model is, in words for the picker's tooltip."""

from __future__ import annotations

from dataclasses import replace

from app.hardware.context_choices import CacheType
from app.inference.protocol import ModelInfo, Note, Placement
from ui.models.picker.loaded_words import placement_words


def info(*, notes: tuple[Note, ...] = (), **changes: object) -> ModelInfo:
    placement = Placement("m.gguf", "qwen3", "Q8_0", 1, 1, "cuda", "NVIDIA H100", total_layers=29)
    return ModelInfo("M", 1, notes=notes, placement=replace(placement, **changes))  # type: ignore[arg-type]


def test_layers_experts_cache_and_notes_are_named() -> None:
    note = Note("The context is {context} tokens.", (("context", 2048),))
    words = placement_words(info(gpu_layers=28, experts_on_cpu=9, cache_type=CacheType.Q8_0, notes=(note,)))

    assert words == (
        "28 of 29 layers on NVIDIA H100",
        "Experts of 9 layers in the computer's memory",
        "Cache stored as q8_0",
        "The context is 2048 tokens.",
    )


def test_a_model_on_the_processor_says_so() -> None:
    assert placement_words(info()) == ("On the processor",)
