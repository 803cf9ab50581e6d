"""From an ended turn to the message that history keeps."""

from __future__ import annotations

from dataclasses import replace

from app.conversation.turn import Turn, TurnState
from app.history.records import MessageState, ReplyFigures, StoredMessage
from app.inference.protocol import FinishReason, RunStats
from app.text import without_blank_edges


def finished_reply(reply: StoredMessage, turn: Turn) -> StoredMessage:
    """Return `reply` with the ended turn's steps, state and figures; a last step without any text is none."""
    last = turn.step_at_work()
    last = turn.noted(
        replace(last, thinking=without_blank_edges(last.thinking), figures=step_figures(turn, turn.stats))
    )
    return replace(
        reply.with_steps(turn.ended_steps if last.is_empty else (*turn.ended_steps, last)),
        state=_state_of(turn),
        figures=reply_figures(turn, turn.stats),
        error=str(turn.failure) if turn.failure is not None else "",
    )


def reply_figures(turn: Turn, stats: RunStats | None) -> ReplyFigures:
    """Return what the reply has cost by the end of a run, of which `stats` are the figures if it came to its end."""
    return replace(
        _measured(turn, stats, spent=turn.spent),
        is_thought_edited=turn.is_thought_edited,
        is_synthesis=bool(turn.answers),
        goes_on_with_text=turn.goes_on_with_text,
    )


def step_figures(turn: Turn, stats: RunStats | None) -> ReplyFigures:
    """Return what the step at work has cost by the end of its run."""
    if not turn.step:
        return reply_figures(turn, stats)
    return _measured(turn, stats, spent=turn.spent_on_step)


def _state_of(turn: Turn) -> MessageState:
    if turn.state is TurnState.FAILED:
        return MessageState.FAILED
    if turn.state is TurnState.STOPPED:
        return MessageState.STOPPED
    if turn.stats is not None and turn.stats.reason is FinishReason.LENGTH:
        return MessageState.LENGTH
    return MessageState.COMPLETE


def _measured(turn: Turn, stats: RunStats | None, *, spent: ReplyFigures) -> ReplyFigures:
    """Return what the run at work has cost, and what was `spent` before it on the same thing."""
    thinking_tokens = turn.thinking_tokens - (turn.spent.thinking_tokens or 0) + (spent.thinking_tokens or 0)
    answer_tokens = turn.answer_tokens - (turn.spent.answer_tokens or 0) + (spent.answer_tokens or 0)
    if stats is None:
        return ReplyFigures(
            thinking_s=turn.thinking_s(),
            thinking_tokens=thinking_tokens,
            answer_tokens=answer_tokens,
            tokens_per_s=turn.tokens_per_s(),
        )
    return ReplyFigures(
        thinking_s=_sum(spent.thinking_s, stats.thinking_s),
        thinking_tokens=thinking_tokens,
        answer_tokens=answer_tokens,
        tokens_per_s=stats.tokens_per_s,
        time_to_first_token_s=stats.time_to_first_token_s,
        prompt_tokens=stats.prompt_tokens if "prompt_tokens" not in stats.uncounted else None,
        cached_tokens=stats.cached_tokens if "cached_tokens" not in stats.uncounted else None,
        thinking_ended=stats.thinking_ended.value,
    )


def _sum(before: float | None, now: float | None) -> float | None:
    return now if before is None else before if now is None else before + now
