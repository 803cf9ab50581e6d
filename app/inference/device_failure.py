"""What to do when a graphics device takes the engine child down while a model loads: do without it, and say so."""

from __future__ import annotations

from dataclasses import replace

from app.inference.protocol import ModelInfo, Note
from app.text import translatable


def with_device_failure(info: ModelInfo, device: str) -> ModelInfo:
    """Return what is known of a model that was loaded on the processor after the engine had stopped on `device`."""
    note = Note(
        translatable("The engine stopped while it loaded the model on {device}, so the model runs on the processor."),
        (("device", device),),
    )
    return replace(info, notes=(*info.notes, note))
