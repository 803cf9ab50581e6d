"""Asks the engine how long prompts would be, with the loaded model's own template and vocabulary."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from app.engines.engine import Engine
from app.inference.protocol import CountTokens, GenerationRequest, TokensCounted
from app.messages import Image

CountAnswer = Callable[[TokensCounted], None]


class TokenCounting:
    """Sends questions and hands the answers to who asked, on the thread that calls `take`.

    A question with the same `subject` as an earlier one takes its place: what comes for that is dropped. Without a
    loaded model, or when the template fails, no answer comes.
    """

    def __init__(self, engine: Callable[[], Engine | None]) -> None:
        self._engine = engine
        self._ids = itertools.count(1)
        self._waiting: dict[int, tuple[str, CountAnswer]] = {}

    def ask(
        self,
        subject: str,
        answer: CountAnswer,
        *,
        request: GenerationRequest | None = None,
        texts: Sequence[str] = (),
        images: Sequence[Image] = (),
        accounts: bool = False,
    ) -> None:
        """Count the prompt of `request`, and each of `texts` and `images` as it would stand in a prompt.

        With `accounts` the answer says who put what into the prompt, or why that cannot be told.
        """
        self.forget(subject)
        count_id = next(self._ids)
        self._waiting[count_id] = (subject, answer)
        engine = self._engine()
        if engine is not None:
            engine.count(CountTokens(count_id, request, tuple(texts), tuple(images), accounts))

    def forget(self, subject: str) -> None:
        """Nobody waits for this any more."""
        self._waiting = {id_: waiting for id_, waiting in self._waiting.items() if waiting[0] != subject}

    def forget_all(self) -> None:
        """The engine is gone or has another model: what was asked is not answered."""
        self._waiting.clear()

    def take(self, event: TokensCounted) -> None:
        """Hand over an answer; one that nobody waits for is dropped."""
        waiting = self._waiting.pop(event.count_id, None)
        if waiting is not None:
            waiting[1](event)
