"""One turn: a question that waits, is read, thought about and answered."""

from __future__ import annotations

import enum
from collections.abc import Callable

from app.errors import UserError
from app.history.records import ReplyFigures, StoredMessage
from app.history.unsent import Unsent
from app.inference.protocol import FinishReason, RunStats
from app.messages import Message, ReplyPart, RunId, Text, Thinking


class TurnState(enum.StrEnum):
    """Where a turn stands."""

    QUEUED = "queued"
    """Another turn runs; this one waits for it."""
    LOADING = "loading"
    """The model is being loaded for it."""
    READING = "reading"
    """The model reads the prompt."""
    THINKING = "thinking"
    ANSWERING = "answering"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"


ENDED = frozenset({TurnState.FINISHED, TurnState.STOPPED, TurnState.FAILED})


class Turn:
    """A running or ended turn; owned and changed by `Session`, read by anybody on its thread.

    `raw`, `thinking` and `answer` are all that has come so far, and cost little however often they are asked for.
    """

    def __init__(
        self,
        *,
        turn_id: int,
        conversation_id: int,
        question_id: int,
        reply_id: int,
        clock: Callable[[], float],
    ) -> None:
        self.id = turn_id
        self.conversation_id = conversation_id
        self.question_id = question_id
        self.reply_id = reply_id
        self.state = TurnState.QUEUED
        self.thinking_tokens = 0
        self.answer_tokens = 0
        self.read_tokens = 0
        self.prompt_tokens = 0
        self.cached_tokens = 0
        self.stats: RunStats | None = None
        self.failure: UserError | None = None
        self.continues: StoredMessage | None = None
        """The cut reply that this one goes on from, if it does."""
        self.beginning: Message | None = None
        """What the reply begins with: that of the cut one, or an edited thought."""
        self._is_thought_edited = False
        self.unsent: Unsent | None = None
        """What this turn alone leaves out, in the place of what the conversation does."""
        self._clock = clock
        self._raw: list[str] = []
        self._thinking: list[str] = []
        self._answer: list[str] = []
        self._thinking_began: float | None = None
        self._thinking_ended: float | None = None
        self._first_token: float | None = None

    @property
    def run(self) -> RunId:
        """The run that writes it."""
        return RunId(self.id)

    @property
    def raw(self) -> str:
        """What the model wrote so far."""
        return _joined(self._raw)

    @property
    def thinking(self) -> str:
        """The thought so far."""
        return _joined(self._thinking)

    @property
    def answer(self) -> str:
        """The answer so far."""
        return _joined(self._answer)

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ENDED

    def has_failed(self) -> bool:
        """Whether it broke off with an error (`failure` says which)."""
        return self.state is TurnState.FAILED

    def thinking_s(self) -> float | None:
        """Return how long the thought has taken so far, in seconds; `None` before it begins."""
        if self._thinking_began is None:
            return None
        end = self._thinking_ended if self._thinking_ended is not None else self._clock()
        return end - self._thinking_began

    def tokens_per_s(self) -> float | None:
        """Return the speed since the first token; `None` before two tokens have come."""
        count = self.thinking_tokens + self.answer_tokens
        if self._first_token is None or count < 2:
            return None
        elapsed = self._clock() - self._first_token
        return (count - 1) / elapsed if elapsed > 0 else None

    def begin_with(self, cut: StoredMessage) -> None:
        """Go on from a reply that was cut: its text comes first, its tokens count."""
        self.continues = cut
        self.beginning = Message.assistant(cut.answer, cut.thinking, raw=cut.raw)
        self._raw.append(cut.raw)
        self._thinking.append(cut.thinking)
        self._answer.append(cut.answer)
        self.thinking_tokens = cut.figures.thinking_tokens or 0
        self.answer_tokens = cut.figures.answer_tokens or 0

    def note_progress(self, *, read: int, prompt: int, cached: int) -> None:
        """Take note of how much of the prompt is read, in tokens."""
        self.read_tokens, self.prompt_tokens, self.cached_tokens = read, prompt, cached

    def accept(
        self,
        *,
        raw: str,
        parts: tuple[ReplyPart, ...],
        thinking_tokens: int,
        answer_tokens: int,
        is_thinking: bool,
    ) -> None:
        """Take in new text; the counts are totals of this run."""
        now = self._clock()
        if self._first_token is None:
            self._first_token = now
        self._raw.append(raw)
        for part in parts:
            (self._thinking if isinstance(part, Thinking) else self._answer).append(part.text)
        before = self.continues.figures if self.continues is not None else ReplyFigures()
        self.thinking_tokens = thinking_tokens + (before.thinking_tokens or 0)
        self.answer_tokens = answer_tokens + (before.answer_tokens or 0)
        if is_thinking and self._thinking_began is None:
            self._thinking_began = now
        if not is_thinking and self._thinking_began is not None and self._thinking_ended is None:
            self._thinking_ended = now
        self.state = TurnState.THINKING if is_thinking else TurnState.ANSWERING

    def begin_thought(self, text: str, *, is_closed: bool, edited: StoredMessage) -> None:
        """Let the model go on from this text in the place of another reply's thought, or answer from it."""
        thought = Thinking(text, origin=edited.raw)
        self.beginning = Message("assistant", (thought, Text("")) if is_closed else (thought,))
        self._is_thought_edited = edited.figures.is_thought_edited or text.strip() != edited.thinking.strip()

    @property
    def is_thought_edited(self) -> bool:
        """Whether the thought, or its beginning, is a person's."""
        return self._is_thought_edited or (self.continues is not None and self.continues.figures.is_thought_edited)

    def end(self, *, stats: RunStats | None = None, failure: UserError | None = None) -> None:
        """Close the turn as finished, stopped (by the stats' reason) or failed."""
        if self._thinking_began is not None and self._thinking_ended is None:
            self._thinking_ended = self._clock()
        self.stats = stats
        self.failure = failure
        if self.beginning is not None and not self._raw:  # the engine never came to it: the person's words stay
            self._thinking.append(self.beginning.thinking)
        if failure is not None:
            self.state = TurnState.FAILED
        elif stats is None or stats.reason is FinishReason.STOPPED:
            self.state = TurnState.STOPPED
        else:
            self.state = TurnState.FINISHED


def _joined(pieces: list[str]) -> str:
    """Return a text that grows by pieces; they become one, so that the next time only new ones are joined to it."""
    if len(pieces) > 1:
        pieces[:] = ["".join(pieces)]
    return pieces[0] if pieces else ""
