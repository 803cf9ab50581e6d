"""Keeps the context gauge: how much of it the running reply, or the last one, takes."""

from __future__ import annotations

from app.conversation.session import Session
from app.errors import UserError
from app.history.records import StoredMessage
from ui.chat.composer.context_gauge import ContextGauge, ContextUse
from ui.chat.transcript.shown_branch import ShownBranch


class GaugeFollower:
    """Shows the use of the conversation that `branch` is of."""

    def __init__(self, *, gauge: ContextGauge, session: Session, branch: ShownBranch) -> None:
        self._gauge = gauge
        self._session = session
        self._branch = branch

    def show(self) -> None:
        """Show it as it is now; nothing without a loaded model whose context is known."""
        info = self._session.model_status.info
        if info is None or not info.context:
            self._gauge.show_use(None)
            return
        running = self._session.running_turn
        use = ContextUse(info.context)
        if running is not None and running.conversation_id == self._branch.conversation_id:
            use = ContextUse(info.context, running.prompt_tokens, running.thinking_tokens, running.answer_tokens)
        elif (last := self._last_reply()) is not None:
            figures = last.figures
            use = ContextUse(
                info.context, figures.prompt_tokens or 0, figures.thinking_tokens or 0, figures.answer_tokens or 0
            )
        self._gauge.show_use(use)

    def _last_reply(self) -> StoredMessage | None:
        try:
            return self._branch.last_ended_reply()
        except UserError:  # told where the messages are shown
            return None
