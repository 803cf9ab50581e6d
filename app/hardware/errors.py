"""What a model can ask too much of this machine."""

from __future__ import annotations

from app.errors import UserError
from app.hardware.memory_fit import MemoryFit
from app.text import format_bytes, translatable


class ModelDoesNotFit(UserError):
    """The model needs more memory than this machine can give it."""

    def __init__(self, fit: MemoryFit) -> None:
        if fit.max_context > 0:
            advice = translatable("Choose a context of at most {max_context} tokens, or a smaller quantization.")
        else:
            advice = translatable("Choose a smaller quantization or a smaller model, or close other programs.")
        super().__init__(
            translatable("{name} needs {need} of memory; {free} are free."),
            advice,
            name=fit.model_name,
            need=format_bytes(fit.needed_bytes),
            free=format_bytes(max(0, fit.free_bytes)),
            max_context=fit.max_context,
            details=fit.arithmetic(),
        )
        self.fit = fit
