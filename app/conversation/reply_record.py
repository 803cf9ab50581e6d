"""From an ended turn to the message that history keeps."""

from __future__ import annotations

from dataclasses import replace

from app.conversation.turn import Turn, TurnState
from app.history.records import MessageState, ReplyFigures, StoredMessage
from app.inference.protocol import FinishReason


def finished_reply(reply: StoredMessage, turn: Turn) -> StoredMessage:
    """Return `reply` with the ended turn's text, state and figures."""
    return replace(
        reply,
        raw=turn.raw,
        thinking=turn.thinking.strip(),
        answer=turn.answer,
        state=_state_of(turn),
        figures=_figures_of(turn),
        error=str(turn.failure) if turn.failure is not None else "",
    )


def _state_of(turn: Turn) -> MessageState:
    if turn.state is TurnState.FAILED:
        return MessageState.FAILED
    if turn.state is TurnState.STOPPED:
        return MessageState.STOPPED
    if turn.stats is not None and turn.stats.reason is FinishReason.LENGTH:
        return MessageState.LENGTH
    return MessageState.COMPLETE


def _figures_of(turn: Turn) -> ReplyFigures:
    return replace(_measured(turn), is_thought_edited=turn.is_thought_edited)


def _measured(turn: Turn) -> ReplyFigures:
    stats = turn.stats
    if stats is None:
        return ReplyFigures(
            thinking_s=turn.thinking_s(),
            thinking_tokens=turn.thinking_tokens,
            answer_tokens=turn.answer_tokens,
            tokens_per_s=turn.tokens_per_s(),
        )
    before = turn.continues.figures.thinking_s if turn.continues is not None else None
    return ReplyFigures(
        thinking_s=_sum(before, stats.thinking_s),
        thinking_tokens=turn.thinking_tokens,
        answer_tokens=turn.answer_tokens,
        tokens_per_s=stats.tokens_per_s,
        time_to_first_token_s=stats.time_to_first_token_s,
        prompt_tokens=stats.prompt_tokens if "prompt_tokens" not in stats.uncounted else None,
        cached_tokens=stats.cached_tokens if "cached_tokens" not in stats.uncounted else None,
        thinking_ended=stats.thinking_ended.value,
    )


def _sum(before: float | None, now: float | None) -> float | None:
    return now if before is None else before if now is None else before + now
