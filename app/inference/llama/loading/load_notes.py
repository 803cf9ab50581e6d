"""What the person is told of a load that did not go as wished, a sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from app.hardware.context_choices import CacheType
from app.hardware.load_attempt import LoadAttempt, StepBack
from app.hardware.machine import Gpu
from app.inference.protocol import Note
from app.text import translatable

_STEPS = {
    StepBack.EXPERTS_IN_MEMORY: translatable(
        "Video memory ran out while loading, so the model's experts stay in the computer's memory."
    ),
    StepBack.FEWER_LAYERS: translatable(
        "Video memory ran out while loading, so only {layers} of {total} layers are on the graphics device."
    ),
    StepBack.SMALLER_BATCH: translatable(
        "Memory ran out while loading, so prompts are read {batch} tokens at a time, which is slower."
    ),
    StepBack.PROCESSOR_ONLY: translatable("Video memory ran out while loading, so the model runs on the processor."),
    StepBack.SHORTER_CONTEXT: translatable("Memory ran out while loading, so the context is {context} tokens."),
}


def step_notes(attempt: LoadAttempt) -> tuple[Note, ...]:
    """Return a note for each kind of step that led to this attempt; the processor alone makes others pointless."""
    kinds = list(dict.fromkeys(attempt.steps))
    if StepBack.PROCESSOR_ONLY in kinds:
        kinds = [kind for kind in kinds if kind not in (StepBack.EXPERTS_IN_MEMORY, StepBack.FEWER_LAYERS)]
    values: tuple[tuple[str, object], ...] = (
        ("layers", attempt.plan.gpu_layers),
        ("total", attempt.plan.total_layers),
        ("batch", attempt.batch),
        ("context", attempt.context),
    )
    return tuple(Note(_STEPS[kind], values) for kind in kinds)


def no_room_note(gpus: Sequence[Gpu]) -> Note:
    """There are devices, but none has room for a single layer."""
    return Note(
        translatable("There is no room for this model on {device}, so it runs on the processor."),
        (("device", ", ".join(gpu.name for gpu in gpus)),),
    )


NO_TEMPLATE_NOTE = Note(
    translatable(
        "This file lacks its model's chat template, so the model is asked in the most common way and may answer oddly."
    )
)
BASE_MODEL_NOTE = Note(
    translatable("This is a base model: it goes on with your text instead of answering. Instruct models answer.")
)


def cache_type_note(wanted: CacheType, used: CacheType) -> Note:
    """The cache is stored otherwise than wished."""
    return Note(
        translatable("The cache of this model cannot be stored as {wanted}; it is stored as {used}."),
        (("wanted", wanted.value), ("used", used.value)),
    )
