"""From messages and turns to what the transcript shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.conversation.turn import Turn, TurnState
from app.errors import UserError
from app.history.failures import failure_of
from app.history.records import MessageState, StoredMessage
from ui.bridges.notice_of import notice_of
from ui.chat.thoughts.trace_text import call_count, pictures_of, trace_of
from ui.chat.transcript.reply_card import ReplyCard, ReplyPhase

_TURN_PHASES = {
    TurnState.QUEUED: ReplyPhase.WAITING,
    TurnState.LOADING: ReplyPhase.LOADING,
    TurnState.READING: ReplyPhase.READING,
    TurnState.WAITING: ReplyPhase.WAITING,
    TurnState.THINKING: ReplyPhase.THINKING,
    TurnState.ANSWERING: ReplyPhase.ANSWERING,
    TurnState.CALLING: ReplyPhase.CALLING,
    TurnState.FINISHED: ReplyPhase.COMPLETE,
    TurnState.STOPPED: ReplyPhase.STOPPED,
    TurnState.FAILED: ReplyPhase.FAILED,
}
_MESSAGE_PHASES = {
    MessageState.RUNNING: ReplyPhase.STOPPED,  # cut off; nobody writes it any more
    MessageState.COMPLETE: ReplyPhase.COMPLETE,
    MessageState.STOPPED: ReplyPhase.STOPPED,
    MessageState.LENGTH: ReplyPhase.LENGTH,
    MessageState.FAILED: ReplyPhase.FAILED,
}
_CUT = frozenset({MessageState.RUNNING, MessageState.STOPPED, MessageState.LENGTH, MessageState.FAILED})


def shown_text(text: str) -> str:
    """Return a thought or answer without the empty lines that models begin with."""
    return text.lstrip("\n")


def card_of_reply(reply: StoredMessage, version_ids: Sequence[int]) -> ReplyCard:
    """Return the card of a stored reply; `version_ids` are its own and its siblings'."""
    figures = reply.figures
    failure = None
    can_continue = reply.state in _CUT and bool(reply.raw)
    if reply.state is MessageState.FAILED:
        error = failure_of(reply.error) if reply.error else UserError(_tr("This reply broke off."))
        failure = notice_of(error, action=_tr("Try again"), second_action=_tr("Continue") if can_continue else "")
    return ReplyCard(
        question_id=reply.parent_id or 0,
        reply_id=reply.id,
        phase=_MESSAGE_PHASES[reply.state],
        answer=shown_text(reply.answer),
        has_thought=bool(trace_of(reply)),
        calls=call_count(reply.steps),
        pictures=pictures_of(reply.steps),
        thinking_s=figures.thinking_s,
        thinking_tokens=figures.thinking_tokens or 0,
        tokens_per_s=figures.tokens_per_s,
        first_token_s=figures.time_to_first_token_s,
        saved_by_drafts=figures.saved_by_drafts or 0.0,
        version=version_ids.index(reply.id) + 1 if reply.id in version_ids else 1,
        versions=max(1, len(version_ids)),
        failure=failure,
        can_continue=can_continue,
        is_thought_edited=figures.is_thought_edited,
        is_answer_edited=figures.is_answer_edited,
        is_synthesis=figures.is_synthesis,
        goes_on_with_text=figures.goes_on_with_text,
        model_name=reply.model_name,
    )


def card_of_turn(turn: Turn, *, waiting_for: str, version: int = 1, versions: int = 1) -> ReplyCard:
    """Return the card of a turn that waits, runs or has ended without a stored reply."""
    progress = None
    if turn.state is TurnState.LOADING:
        progress = turn.load_fraction
    elif turn.state is TurnState.READING and turn.prompt_tokens:
        progress = turn.read_tokens / turn.prompt_tokens
    failure = notice_of(turn.failure, action=_tr("Try again")) if turn.failure is not None else None
    return ReplyCard(
        question_id=turn.question_id,
        reply_id=turn.reply_id,
        phase=_TURN_PHASES[turn.state],
        answer=shown_text(turn.answer),
        has_thought=turn.thinking_s() is not None or bool(turn.ended_steps) or bool(turn.thinking.strip()),
        calls=call_count(turn.ended_steps),
        pictures=pictures_of(turn.ended_steps),
        thinking_s=turn.whole_thinking_s(),
        thinking_tokens=turn.thinking_tokens,
        progress=progress,
        waiting_for=waiting_for,
        tokens_per_s=turn.tokens_per_s() if turn.state is TurnState.ANSWERING or turn.has_ended else None,
        version=version,
        versions=versions,
        failure=failure,
        is_thought_edited=turn.is_thought_edited,
        goes_on_with_text=turn.goes_on_with_text,
        model_name=turn.model_name,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)
