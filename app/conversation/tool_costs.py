"""What offered tools cost of every prompt: counted by the loaded model, guessed as long as there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from app.engines.token_counting import TokenCounting
from app.inference.protocol import GenerationRequest, TokensCounted
from app.messages import Message, ToolSpec

_QUESTION = (Message.user("?"),)
_OTHER = ToolSpec("other", "Another tool.", '{"type": "object", "properties": {}}')
"""Beside it a tool costs what it adds: what a template says of tools at all is said already."""
_MOST_AT_ONCE = 20
"""Of many prompts these are counted first: other questions to the engine go between."""


class TokenCost(NamedTuple):
    """So many tokens of a prompt: counted, or about that."""

    tokens: int
    is_counted: bool


class ToolCosts:
    """Knows what was counted with the model that is loaded; `on_counted` is called when more is known.

    Templates tell of tools each in its own way, so what is counted are prompts with them and without. `forget` when
    another model is loaded.
    """

    def __init__(self, counting: TokenCounting, on_counted: Callable[[], None]) -> None:
        self._counting = counting
        self._on_counted = on_counted
        self._lengths: dict[tuple[ToolSpec, ...], int] = {}
        """Of prompts that offer these."""

    def of(self, spec: ToolSpec) -> TokenCost:
        """Return the tokens that a tool adds to others."""
        return self._difference((_OTHER, spec), (_OTHER,)) or TokenCost(spec.tokens, False)

    def of_all(self, specs: Sequence[ToolSpec]) -> TokenCost:
        """Return what a prompt is longer by if it offers these, with what a template says of tools at all."""
        about = TokenCost(sum(self.of(spec).tokens for spec in specs), not specs)
        return self._difference(tuple(specs), ()) or about

    def count(self, known: Sequence[ToolSpec], offered: Sequence[ToolSpec]) -> None:
        """Count all that are offered together, and each known tool, unless it is done; some of them at a time."""
        wanted = dict.fromkeys([(), tuple(offered), (_OTHER,), *((_OTHER, spec) for spec in known)])
        missing = [tools for tools in wanted if tools not in self._lengths][:_MOST_AT_ONCE]

        def take(tools: tuple[ToolSpec, ...], told: TokensCounted) -> None:
            self._lengths[tools] = told.prompt_tokens
            if tools == missing[-1]:
                self._on_counted()

        for place, tools in enumerate(missing):
            request = GenerationRequest(_QUESTION, tools=tools)
            self._counting.ask(_subject(place), partial(take, tools), request=request)

    def forget(self) -> None:
        """Another model counts otherwise."""
        self._lengths.clear()
        for place in range(_MOST_AT_ONCE):
            self._counting.forget(_subject(place))

    def _difference(self, longer: tuple[ToolSpec, ...], shorter: tuple[ToolSpec, ...]) -> TokenCost | None:
        if longer not in self._lengths or shorter not in self._lengths:
            return None
        return TokenCost(max(0, self._lengths[longer] - self._lengths[shorter]), True)


def _subject(place: int) -> str:
    return f"tools {place}"
