"""Where a loaded model is, for the picker's tooltip: layers on devices, the cache, and what did not go as wished."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.hardware.cache_type import CacheType
from app.inference.protocol import ModelInfo

_CONTEXT = "PlacementWords"


def placement_words(info: ModelInfo) -> tuple[str, ...]:
    """Return lines such as `28 of 28 layers on NVIDIA H100`, the notes of the load last."""
    placement = info.placement
    if placement is None or not placement.total_layers:
        return tuple(_note(note.message, dict(note.values)) for note in info.notes)
    if placement.gpu_layers:
        lines = [
            _tr("{layers} of {total} layers on {device}").format(
                layers=placement.gpu_layers, total=placement.total_layers, device=placement.device
            )
        ]
    else:
        lines = [_tr("On the processor")]
    if placement.experts_on_cpu:
        lines.append(_counted("Experts of %n layers in the computer's memory", placement.experts_on_cpu))
    if placement.cache_type is not CacheType.F16:
        lines.append(_tr("Cache stored as {type}").format(type=placement.cache_type.value))
    return (*lines, *(_note(note.message, dict(note.values)) for note in info.notes))


def _note(template: str, values: dict[str, object]) -> str:
    return QCoreApplication.translate("app", template).format(**values)


def _counted(text: str, count: int) -> str:
    return QCoreApplication.translate(_CONTEXT, text, "", count)


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
