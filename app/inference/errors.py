"""What can go wrong with the engine, in words. Errors raised in the child cross the pipe as `ErrorReport`."""

from __future__ import annotations

from app.errors import UserError
from app.inference.protocol import ErrorReport
from app.text import quoted, translatable


class ReportedError(UserError):
    """An error that the child reported; keeps the kind it had there."""

    def __init__(self, report: ErrorReport) -> None:
        super().__init__(report.message, report.advice, details=report.details, **dict(report.values))
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

    message = translatable("The engine stopped unexpectedly.")
    advice = translatable("Ask again; if it happens again, try a shorter context.")

    def __init__(self, message: str = "", *, details: str = "", device: str = "") -> None:
        if device:
            super().__init__(
                translatable("The engine stopped while it computed on {device}: its memory may have run out."),
                translatable(
                    "Close other programs that use the graphics card, or choose a shorter context or fewer layers on "
                    "it, and ask again."
                ),
                device=device,
                details=details,
            )
            return
        super().__init__(message, details=details)


class EngineHung(UserError):
    """The child gave no sign of life, so it was ended."""

    message = translatable("The engine gave no sign of life for {seconds} seconds and was ended.")
    advice = translatable("Ask again; the model loads anew.")

    def __init__(self, *, silent_s: float) -> None:
        super().__init__(seconds=round(silent_s))


class EngineDidNotStart(UserError):
    """The child could not be started at all."""

    message = translatable("The engine could not be started.")
    advice = translatable("Close other programs and try again, or reinstall Aside.")


class EngineBug(UserError):
    """Something in the child failed that we did not foresee."""

    message = translatable("The engine failed in a way that was not foreseen: {what}.")
    advice = translatable("Please report this with its details. You can ask again.")


class ModelFileMissing(UserError):
    """The file is not there (any more)."""

    message = translatable("The model file {path} is not there any more.")
    advice = translatable("Connect the drive it lies on, or open the file at its new place.")

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class ModelFileUnreadable(UserError):
    """The file is there, but the system does not let us read it."""

    message = translatable("The model file {path} cannot be read.")
    advice = translatable("Check that you may read it and that the drive works.")

    def __init__(self, path: str, *, details: str) -> None:
        super().__init__(path=path, details=details)


class UnsupportedArchitecture(UserError):
    """llama.cpp does not know this kind of model."""

    message = translatable(
        "The architecture “{architecture}” is newer than this version of Aside, or made for another program."
    )
    advice = translatable("Look for an update of Aside, or choose another model.")

    def __init__(self, *, architecture: str, details: str = "") -> None:
        super().__init__(architecture=quoted(architecture), details=details)


class ModelNotLoadable(UserError):
    """llama.cpp refused the file for another reason."""

    message = translatable("{name} could not be loaded; the file may be damaged or of an unknown kind.")
    advice = translatable("Download it again, or choose another model.")


class OutOfMemoryForWeights(UserError):
    """The weights found no room, whatever was tried."""

    message = translatable("There is not enough memory to load {name}.")
    advice = translatable("Choose a smaller quantization or a smaller model, or close other programs.")


class OutOfMemoryWhileComputing(UserError):
    """Everything was loaded, but a batch found no room."""

    message = translatable("Memory ran out while the model was computing.")
    advice = translatable("Close other programs or choose a shorter context; the conversation is kept, ask again.")


class CacheTypeNotPossible(UserError):
    """The chosen way of storing the KV cache does not go with this model or with the other settings."""

    message = translatable("A cache of the type {cache_type} needs flash attention.")
    advice = translatable("Leave flash attention on automatic, or choose f16 for the cache.")


class OutOfMemoryForContext(UserError):
    """The weights are in, the cache for this context is not."""

    message = translatable("There is not enough memory for a context of {context} tokens.")
    advice = translatable("Choose a shorter context or a smaller quantization.")


class NoModelLoaded(UserError):
    """A turn was asked for without a model."""

    message = translatable("No model is loaded.")
    advice = translatable("Choose a model first.")


class PromptTooLong(UserError):
    """The conversation does not fit into the context."""

    message = translatable("The conversation needs {prompt_tokens} tokens, and the context holds {context}.")
    advice = translatable("Shorten the question, start a new conversation, or load the model with a larger context.")


class NudgeTooLong(UserError):
    """The hint would use up the room that the thought and the answer need."""

    message = translatable("The hint needs {nudge_tokens} tokens, and {left_tokens} are left of the context.")
    advice = translatable("Make it shorter; the thought goes on as before.")


class TemplateFailed(UserError):
    """The model's chat template cannot be used as it is."""

    message = translatable("The model's chat template failed: {reason}")
    advice = translatable("Use another copy of this model; its template is broken or of an unknown kind.")

    def __init__(self, *, details: str) -> None:
        super().__init__(reason=quoted(details.partition("\n")[0], longest=200), details=details)


class TemplateTookTooLong(UserError):
    """The model's chat template does not come to an end."""

    message = translatable("The model's chat template did not finish within {seconds} seconds and was stopped.")
    advice = translatable("Use another copy of this model; its template is broken.")

    def __init__(self, *, limit_s: float) -> None:
        super().__init__(seconds=round(limit_s))


class UnknownThinkingLevel(UserError):
    """The model has no such thinking level."""

    message = translatable("This model has no thinking level “{level}”.")
    advice = translatable("It has: {levels}.")

    def __init__(self, *, level: str, levels: tuple[str, ...]) -> None:
        super().__init__(level=level, levels=", ".join(levels) or "none")
