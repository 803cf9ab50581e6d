"""Titles that the model writes, on wish, in a moment when it has nothing else to do."""

from __future__ import annotations

import logging
from collections.abc import Callable

from app.conversation.title import title_from_question
from app.engines.broker import Broker, BrokerEvent, RunGivenUp
from app.errors import UserError
from app.history.records import Conversation
from app.history.store import HistoryStore
from app.inference.protocol import GenerationRequest, ModelInfo, RunDelta, RunFailed, RunFinished
from app.messages import Message, RunId, Sampling, Text

_log = logging.getLogger(__name__)
_TASK = (
    "Give the conversation below a title of three to six words, in its own language. Write the title alone, without"
    " quotation marks and without a full stop.\n\nQuestion: {question}\n\nAnswer: {answer}"
)
_MOST_LETTERS = 1500
"""Of the question, and of the answer: a title needs no more."""
_THOUGHT_TOKENS, _TITLE_TOKENS = 160, 40
_QUOTES = " \t\"'`*_“”„‟‘’«»「」『』."


class TitleWriter:
    """A client of the broker. Each conversation is named once, after an answer, unless the person has named it."""

    def __init__(
        self,
        *,
        broker: Broker,
        store: HistoryStore,
        is_wanted: Callable[[], bool],
        on_change: Callable[[Conversation], None],
    ) -> None:
        """`on_change` is told of a conversation that has another title now."""
        self._broker = broker
        self._store = store
        self._is_wanted = is_wanted
        self._on_change = on_change
        self._unnamed: dict[int, None] = {}
        """Conversations that wait for a title, the latest last."""
        self._seen: set[int] = set()
        self._run: RunId | None = None
        self._named = 0
        self._written = ""

    def note_answered(self, conversation_id: int) -> None:
        """A reply of this conversation has ended."""
        if conversation_id not in self._seen and self._is_wanted():
            self._seen.add(conversation_id)
            self._unnamed[conversation_id] = None

    def tick(self) -> None:
        """Write a title if nobody else wants the model; call it every few seconds."""
        if self._run is None and self._unnamed and self._broker.is_idle:
            self._named, _ = self._unnamed.popitem()
            self._written = ""
            self._run = RunId(self._broker.next_turn())
            self._broker.ask(self, self._run)

    def give_way(self) -> None:
        """Somebody asks something: end what runs for a title, which is written later."""
        run, self._run = self._run, None
        if run is not None:
            self._unnamed[self._named] = None
            self._broker.stop(run)

    def close(self) -> None:
        """Ask for nothing more."""
        self._unnamed.clear()
        self._broker.leave(self)

    # --- what the broker asks and tells ---------------------------------------------------------------------------

    def request_for(self, run: RunId, info: ModelInfo) -> GenerationRequest:
        """Return what is asked for a title."""
        question, answer = self._beginning()
        task = _TASK.format(question=question[:_MOST_LETTERS], answer=answer[:_MOST_LETTERS])
        return GenerationRequest(
            messages=(Message.user(task),),
            sampling=Sampling(temperature=0.0, max_tokens=_THOUGHT_TOKENS + _TITLE_TOKENS),
            thinking=next((level for level in ("off", "low") if level in info.thinking_levels), "auto"),
            think_budget=_THOUGHT_TOKENS,
        )

    def hear(self, event: BrokerEvent) -> None:
        """Gather the title, and give it when it is whole."""
        match event:
            case RunDelta(run=run, parts=parts) if run == self._run:
                self._written += "".join(part.text for part in parts if isinstance(part, Text))
            case RunFinished(run=run) if run == self._run:
                self._run = None
                self._give(title_from_question(self._written.strip(_QUOTES + "\n")))
            case RunFailed(run=run) | RunGivenUp(run=run) if run == self._run:
                self._run = None

    # --- private ----------------------------------------------------------------------------------------------

    def _beginning(self) -> tuple[str, str]:
        """Return the first question and its answer; empty where they are gone."""
        branch = self._store.branch(self._named)
        question = next((message.answer for message in branch if message.role == "user"), "")
        return question, next((message.answer for message in branch if message.role == "assistant"), "")

    def _give(self, title: str) -> None:
        try:
            question, _ = self._beginning()
            before = self._store.conversation(self._named).title
            if title and question and before == title_from_question(question):
                self._on_change(self._store.rename(self._named, title.strip(_QUOTES)))
        except (UserError, LookupError) as error:  # it keeps the title that it has
            _log.warning("a conversation was not given a title: %s", error)
