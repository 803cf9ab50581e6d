"""Has the prompt of a reply written again when somebody wants to see it, and shows it in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.conversation.reply_prompt import ReplyPrompt, ask_for_prompt
from app.conversation.session import Session
from app.engines.broker import Broker
from app.errors import UserError
from app.text import translatable
from ui.bridges.window_events import WindowEvents
from ui.chat.transcript.transcript import Transcript

if TYPE_CHECKING:
    from ui.chat.transcript.prompt_window import PromptWindow


class PromptNeedsModel(UserError):
    """Without a model on this computer nobody can write the prompt."""

    message = translatable("A prompt is written by a model's template, and no model is loaded that shows its own.")
    advice = translatable("Load a model on this computer, and ask again. Servers do not show their prompts.")


class PromptPresenter(QObject):
    """One prompt at a time: a later wish takes the place of an earlier one."""

    def __init__(self, view: Transcript, *, session: Session, broker: Broker, events: WindowEvents) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._broker = broker
        self._events = events
        self._window: PromptWindow | None = None
        view.asks.prompt_asked.connect(self.show)
        events.conversations_forgotten.connect(self.close)
        events.history_replaced.connect(self.close)

    def show(self, reply_id: int, *, step: int | None = None) -> None:
        """Show what the model got for a step of this reply, without one for the last, once the prompt is written."""
        with self._events.reporting_problems():
            info = self._broker.status.info
            if info is None or not self._broker.status.capabilities.counts:
                raise PromptNeedsModel
            wrote = self._session.message(reply_id).model_name
            by = "" if wrote in ("", info.name, self._broker.status.name) else info.name

            def take(prompt: ReplyPrompt | UserError) -> None:
                if not isValid(self):  # the window speaks another language now
                    return
                if isinstance(prompt, UserError):
                    self._events.report(prompt)
                else:
                    self._open(reply_id, prompt, by)

            ask_for_prompt(self._session, self._broker.counting, reply_id, take, step=step)

    def close(self) -> None:
        """Put the window away."""
        if self._window is not None:
            self._window.close()

    def _open(self, reply_id: int, prompt: ReplyPrompt, written_by: str) -> None:
        from ui.chat.transcript.prompt_window import PromptWindow  # not needed before somebody asks

        self.close()
        window = self._window = PromptWindow(prompt, written_by=written_by, parent=self._view.window())
        window.step_wanted.connect(lambda step: self.show(reply_id, step=step))
        window.destroyed.connect(lambda: self._forget(window))
        window.show()

    def _forget(self, window: PromptWindow) -> None:
        if self._window is window:
            self._window = None
