"""Asks several models one question: that which is written, or that of a reply, of which theirs are further versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.conversation.session import Session
from app.history.votes import KeptVote
from ui.bridges.window_events import WindowEvents
from ui.chat.composer.composer import Composer
from ui.chat.thinking.vote_button import VoteButton
from ui.chat.transcript.transcript_presenter import TranscriptPresenter
from ui.widgets.spoken_numbers import size_text

if TYPE_CHECKING:
    from app.hardware.memory_fit import MemoryFit
    from ui.bridges.hub import Hub
    from ui.bridges.servers import Servers
    from ui.chat.presets.models_chooser import Answerer, ModelsChooser


class AskingModels(QObject):
    """Opens the chooser, and asks.

    `models` are those that can be asked, and the name of the chosen one; `allow` asks whether a server may be asked;
    `send` asks a text as the composer does.
    """

    def __init__(
        self,
        transcript: TranscriptPresenter,
        *,
        composer: Composer,
        button: VoteButton,
        send: Callable[[str, KeptVote], None],
        session: Session,
        models: Callable[[], tuple[Sequence[Answerer], str]],
        allow: Callable[[str, QWidget], None],
        servers: Servers,
        hub: Hub,
        events: WindowEvents,
    ) -> None:
        super().__init__(transcript)
        self._transcript = transcript
        self._composer = composer
        self._ask_written = send
        self._session = session
        self._models = models
        self._allow = allow
        self._servers = servers
        self._hub = hub
        self._events = events
        self._chooser: ModelsChooser | None = None
        self._offered: Sequence[Answerer] = ()
        button.models_asked.connect(self.offer)
        button.can_ask_models = self.can_offer
        transcript.view.asks.models_asked.connect(self.offer_for)
        servers.changed.connect(self._show_models)

    def can_offer(self) -> bool:
        """Whether there is a question that could be asked."""
        return self._composer.can_be_sent or self._transcript.last_reply() is not None

    def offer(self) -> None:
        """Let the person choose who is asked what is written, else the question of the last reply."""
        if self._composer.can_be_sent:
            self._open(self._composer.draft, self._send)
            return
        last = self._transcript.last_reply()
        if last is not None and last.parent_id is not None:
            self.offer_for(last.parent_id)

    def offer_for(self, question_id: int) -> None:
        """Let the person choose who answers a question anew."""
        with self._events.reporting_problems():
            text = self._session.message(question_id).answer
            self._open(text, partial(self._transcript.regenerate, question_id))

    # --- private ----------------------------------------------------------------------------------------------

    def _open(self, question: str, ask: Callable[[KeptVote], None]) -> None:
        from ui.chat.presets.models_chooser import ModelsChooser

        self._offered, chosen_name = self._models()
        self._chooser = chooser = ModelsChooser(question, chosen_name, self._composer.window())
        chooser.chosen.connect(lambda names: ask(KeptVote.of_models(names)))
        chooser.way_chosen.connect(lambda key: self._allow(key, chooser))
        chooser.finished.connect(self._close)
        self._show_offered()
        self._servers.refresh()
        chooser.open()

    def _close(self) -> None:
        if self._chooser is not None:
            self._chooser.deleteLater()
            self._chooser = None

    def _show_models(self) -> None:
        """Servers have told what they have."""
        if self._chooser is not None:
            before, (self._offered, _name) = self._offered, self._models()
            if self._offered != before:
                self._show_offered()

    def _show_offered(self) -> None:
        assert self._chooser is not None
        self._chooser.show_models(self._offered)
        for model in self._offered:
            if model.path and model.is_usable:
                self._hub.tell_fit(model.path, partial(self._show_fit, model), owner=self._chooser)

    def _show_fit(self, model: Answerer, fit: MemoryFit) -> None:
        if self._chooser is None:
            return
        words = self.tr("needs {size}") if fit.fits else self.tr("does not fit: needs {size}")
        told = " · ".join(filter(None, (model.detail, words.format(size=size_text(fit.total_bytes)))))
        self._chooser.show_detail(model.name, told, is_warning=not fit.fits)

    def _send(self, vote: KeptVote) -> None:
        text = self._composer.take_question()
        if text is not None:
            self._ask_written(text, vote)
