"""Keeps the context gauge: how much of it the running reply, or the last one, takes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.conversation.leaving_out import longer_context
from app.conversation.session import Session
from app.errors import UserError
from ui.bridges.window_events import WindowEvents
from ui.chat.composer.context_gauge import ContextGauge, ContextUse
from ui.chat.transcript.transcript_presenter import TranscriptPresenter


class GaugePresenter(QObject):
    """Shows the use of the conversation that is shown; nothing without a loaded model whose context is known.

    `load_with` loads the model again with a longer context, which is offered where the model was made for one.
    """

    def __init__(
        self,
        gauge: ContextGauge,
        *,
        session: Session,
        transcript: TranscriptPresenter,
        load_with: Callable[[int], None],
        events: WindowEvents,
    ) -> None:
        super().__init__(gauge)
        gauge.longer_wanted.connect(load_with)
        self._gauge = gauge
        self._session = session
        self._branch = transcript.branch
        transcript.branch_shown.connect(self._show)
        transcript.reply_ended.connect(self._show)
        events.turn_progressed.connect(self._show)
        events.model_changed.connect(self._show)

    def _show(self) -> None:
        info = self._session.model_status.info
        has_context = info is not None and bool(info.context)
        self._gauge.offer_longer(longer_context(info, info.context) if info is not None and has_context else None)
        self._gauge.show_use(self._use(info.context) if info is not None and has_context else None)

    def _use(self, context: int) -> ContextUse:
        running = self._session.running_turn
        if running is not None and running.conversation_id == self._branch.conversation_id:
            return ContextUse(context, running.prompt_tokens, running.thinking_tokens, running.answer_tokens)
        try:
            last = self._branch.last_ended_reply()
        except UserError:  # told where the messages are shown
            last = None
        if last is None:
            return ContextUse(context)
        figures = last.figures
        return ContextUse(context, figures.prompt_tokens or 0, figures.thinking_tokens or 0, figures.answer_tokens or 0)
