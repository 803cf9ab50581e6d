"""What is told of a run that breaks off, or that was stopped before its first token."""

from __future__ import annotations

from app.errors import UserError
from app.inference.errors import EngineBug, OutOfMemoryWhileComputing
from app.inference.llama.sequences.token_batch import DecodeFailed
from app.inference.protocol import FinishReason, RunStats, ThinkingEnd


def failure_of(error: Exception, *, trace: str, log: str) -> UserError:
    """Return an error as a person is told of it; `log` is what llama.cpp has said."""
    if isinstance(error, UserError):
        return error
    if isinstance(error, DecodeFailed):
        details = f"{error}\n{log}"
        if error.is_out_of_memory:
            return OutOfMemoryWhileComputing(details=details)
        return EngineBug(what="llama.cpp could not compute", details=details)
    what = "out of memory" if isinstance(error, MemoryError) else type(error).__name__
    return EngineBug(what=what, details=trace)


def stopped_stats(prompt_tokens: int, *, context: int) -> RunStats:
    """Return the figures of a run that ended before its first token."""
    return RunStats(FinishReason.STOPPED, ThinkingEnd.NONE, prompt_tokens, 0, 0, 0, context=context)
