"""What can go wrong with the engine, in words. Errors raised in the child cross the pipe as `ErrorReport`."""

from __future__ import annotations

from app.errors import UserError
from app.inference.protocol import ErrorReport
from app.text import quoted, translatable


class ReportedError(UserError):
    """An error that the child reported; keeps the kind it had there."""

    def __init__(self, report: ErrorReport) -> None:
        super().__init__(report.message, report.advice, values=dict(report.values), details=report.details)
        self._kind = report.kind

    @property
    def kind(self) -> str:
        """The kind it had in the child."""
        return self._kind


def report_of(error: UserError) -> ErrorReport:
    """Return `error` as a value that can cross the pipe; values other than numbers become text."""
    values = tuple((name, v if isinstance(v, (int, float, str)) else str(v)) for name, v in error.values.items())
    return ErrorReport(error.kind, error.message, error.advice, values, error.details)


class EngineDied(UserError):
    """The child ended without being asked; `device` is the graphics device that it computed on when llama.cpp gave up.

    A driver tells of memory that other programs took only by failing, and llama.cpp ends the process then.
    """

    def __init__(self, *, reason: str, details: str = "", device: str = "") -> None:
        if device:
            super().__init__(
                translatable("The engine stopped while it computed on {device}: its memory may have run out."),
                translatable(
                    "What was written is kept. Close other programs that use the graphics card, or choose a shorter "
                    "context or fewer layers on it, and ask again."
                ),
                values={"device": device},
                details=f"{reason}; {details}",
            )
            return
        super().__init__(
            translatable("The engine stopped unexpectedly: {reason}."),
            translatable("What was written is kept. Ask again; if it happens again, try a shorter context."),
            values={"reason": reason},
            details=details,
        )


class EngineHung(UserError):
    """The child gave no sign of life, so it was ended."""

    def __init__(self, *, silent_s: float) -> None:
        super().__init__(
            translatable("The engine gave no sign of life for {seconds} seconds and was ended."),
            translatable("What was written is kept. Ask again; the model loads anew."),
            values={"seconds": round(silent_s)},
        )


class EngineDidNotStart(UserError):
    """The child could not be started at all."""

    def __init__(self, *, details: str) -> None:
        super().__init__(
            translatable("The engine could not be started."),
            translatable("Close other programs and try again, or reinstall Aside."),
            details=details,
        )


class EngineBug(UserError):
    """Something in the child failed that we did not foresee."""

    def __init__(self, *, what: str, details: str) -> None:
        super().__init__(
            translatable("The engine failed in a way that was not foreseen: {what}."),
            translatable("Please report this with its details. You can ask again."),
            values={"what": what},
            details=details,
        )


class ModelFileMissing(UserError):
    """The file is not there (any more)."""

    def __init__(self, path: str) -> None:
        super().__init__(
            translatable("The model file {path} is not there any more."),
            translatable("Connect the drive it lies on, or open the file at its new place."),
            values={"path": path},
        )


class ModelFileUnreadable(UserError):
    """The file is there, but the system does not let us read it."""

    def __init__(self, path: str, *, details: str) -> None:
        super().__init__(
            translatable("The model file {path} cannot be read."),
            translatable("Check that you may read it and that the drive works."),
            values={"path": path},
            details=details,
        )


class UnsupportedArchitecture(UserError):
    """llama.cpp does not know this kind of model."""

    def __init__(self, *, architecture: str, details: str = "") -> None:
        super().__init__(
            translatable(
                "The architecture “{architecture}” is newer than this version of Aside, or made for another program."
            ),
            translatable("Look for an update of Aside, or choose another model."),
            values={"architecture": quoted(architecture)},
            details=details,
        )


class ModelNotLoadable(UserError):
    """llama.cpp refused the file for another reason."""

    def __init__(self, *, name: str, details: str) -> None:
        super().__init__(
            translatable("{name} could not be loaded; the file may be damaged or of an unknown kind."),
            translatable("Download it again, or choose another model."),
            values={"name": name},
            details=details,
        )


class OutOfMemoryForWeights(UserError):
    """The weights found no room, whatever was tried."""

    def __init__(self, *, name: str, details: str) -> None:
        super().__init__(
            translatable("There is not enough memory to load {name}."),
            translatable("Choose a smaller quantization or a smaller model, or close other programs."),
            values={"name": name},
            details=details,
        )


class OutOfMemoryWhileComputing(UserError):
    """Everything was loaded, but a batch found no room."""

    def __init__(self, *, details: str) -> None:
        super().__init__(
            translatable("Memory ran out while the model was computing."),
            translatable("Close other programs or choose a shorter context; the conversation is kept, ask again."),
            details=details,
        )


class CacheTypeNotPossible(UserError):
    """The chosen way of storing the KV cache does not go with this model or with the other settings."""

    def __init__(self, *, cache_type: str, details: str = "") -> None:
        super().__init__(
            translatable("A cache of the type {cache_type} needs flash attention."),
            translatable("Leave flash attention on automatic, or choose f16 for the cache."),
            values={"cache_type": cache_type},
            details=details,
        )


class OutOfMemoryForContext(UserError):
    """The weights are in, the cache for this context is not."""

    def __init__(self, *, context: int, details: str) -> None:
        super().__init__(
            translatable("There is not enough memory for a context of {context} tokens."),
            translatable("Choose a shorter context or a smaller quantization."),
            values={"context": context},
            details=details,
        )


class NoModelLoaded(UserError):
    """A turn was asked for without a model."""

    def __init__(self) -> None:
        super().__init__(
            translatable("No model is loaded."),
            translatable("Choose a model first."),
        )


class PromptTooLong(UserError):
    """The conversation does not fit into the context."""

    def __init__(self, *, prompt_tokens: int, context: int) -> None:
        super().__init__(
            translatable("The conversation needs {prompt_tokens} tokens, and the context holds {context}."),
            translatable("Shorten the question, start a new conversation, or load the model with a larger context."),
            values={"prompt_tokens": prompt_tokens, "context": context},
        )


class NudgeTooLong(UserError):
    """The hint would use up the room that the thought and the answer need."""

    def __init__(self, *, nudge_tokens: int, left_tokens: int) -> None:
        super().__init__(
            translatable("The hint needs {nudge_tokens} tokens, and {left_tokens} are left of the context."),
            translatable("Make it shorter; the thought goes on as before."),
            values={"nudge_tokens": nudge_tokens, "left_tokens": left_tokens},
        )


class TemplateFailed(UserError):
    """The model's chat template cannot be used as it is."""

    def __init__(self, *, details: str) -> None:
        super().__init__(
            translatable("The model's chat template failed: {reason}"),
            translatable("Use another copy of this model; its template is broken or of an unknown kind."),
            values={"reason": quoted(details.partition("\n")[0], longest=200)},
            details=details,
        )


class TemplateTookTooLong(UserError):
    """The model's chat template does not come to an end."""

    def __init__(self, *, limit_s: float) -> None:
        super().__init__(
            translatable("The model's chat template did not finish within {seconds} seconds and was stopped."),
            translatable("Use another copy of this model; its template is broken."),
            values={"seconds": round(limit_s)},
        )


class UnknownThinkingLevel(UserError):
    """The model has no such thinking level."""

    def __init__(self, *, level: str, levels: tuple[str, ...]) -> None:
        super().__init__(
            translatable("This model has no thinking level “{level}”."),
            translatable("It has: {levels}."),
            values={"level": level, "levels": ", ".join(levels) or "none"},
        )
