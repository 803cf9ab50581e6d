"""What the model got for a reply of history: the prompt as it would be written now, accounted for piece by piece."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.conversation.session import Session
from app.engines.token_counting import TokenCounting
from app.errors import UserError
from app.history.records import ModelStep, StoredMessage
from app.inference.errors import ReportedError
from app.inference.protocol import PromptAccount, TokensCounted

_SUBJECT = "reply's prompt"


@dataclass(frozen=True, slots=True)
class ReplyPrompt:
    """The prompt of a step of a reply. A system prompt, files or a model may have changed since: see `is_as_it_was`."""

    account: PromptAccount
    prompt_tokens: int | None
    """How many it had then, if that was told."""
    cached_tokens: int | None
    """How many of these were not read again, if that was told."""
    left_out: tuple[StoredMessage, ...]
    """Questions and replies that the model was not given, of the branch up to this reply."""
    place: int = 0
    """Which step of the reply it is of."""
    places: tuple[int, ...] = ()
    """The steps of the reply that a model has written: each has a prompt of its own."""

    @property
    def cached_length(self) -> int:
        """How many characters of the text were not read again."""
        return self.account.length_of(self.cached_tokens or 0)

    @property
    def is_as_it_was(self) -> bool:
        """Whether it is as long as it was, as far as that is known: nothing that it is made of has changed since."""
        return self.prompt_tokens in (None, self.account.tokens)


def ask_for_prompt(
    session: Session,
    counting: TokenCounting,
    reply_id: int,
    answer: Callable[[ReplyPrompt | UserError], None],
    *,
    step: int | None = None,
) -> None:
    """Have the loaded model's template write the prompt of a reply's step, by its place; of the last, if `None`.

    `answer` is called on the thread of the session, or never: without a loaded model, or one that cannot be asked for
    it. A later question takes the place of one that waits.
    """
    reply = session.message(reply_id)
    branch = session.branch(reply.conversation_id, reply.parent_id)
    places = tuple(at for at, one in enumerate(reply.steps) if isinstance(one, ModelStep))
    place = (places or (0,))[-1] if step is None else step
    at_hand = reply.steps[place] if place < len(reply.steps) else None
    figures = at_hand.figures if isinstance(at_hand, ModelStep) else reply.figures
    request, left_out = session.requests.for_reply(reply, branch, session.model_status.info, place=place)

    def take(counted: TokensCounted) -> None:
        if counted.error is not None:
            answer(ReportedError(counted.error))
        elif counted.account is not None:
            answer(ReplyPrompt(counted.account, figures.prompt_tokens, figures.cached_tokens, left_out, place, places))

    counting.ask(_SUBJECT, take, request=request, accounts=True)
