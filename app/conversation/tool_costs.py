"""What offered tools cost of every prompt: counted by the loaded model, guessed as long as there is none."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.engines.token_counting import TokenCounting
from app.inference.protocol import GenerationRequest, TokensCounted
from app.inference.template_values import tool_value
from app.messages import Message, ToolSpec

_EACH, _WITH, _WITHOUT = "each tool", "tools", "no tools"
_QUESTION = (Message.user("?"),)
_MOST_AT_ONCE = 100
"""Of servers with many tools these are counted first: other questions to the engine go between."""


class TokenCost(NamedTuple):
    """So many tokens of a prompt: counted, or about that."""

    tokens: int
    is_counted: bool


class ToolCosts:
    """Knows what was counted with the model that is loaded; `on_counted` is called when more is known.

    `forget` when another model is loaded.
    """

    def __init__(self, counting: TokenCounting, on_counted: Callable[[], None]) -> None:
        self._counting = counting
        self._on_counted = on_counted
        self._each: dict[ToolSpec, int] = {}
        self._all: dict[tuple[ToolSpec, ...], int] = {}

    def of(self, spec: ToolSpec) -> TokenCost:
        """Return the tokens of what is told of a tool."""
        return TokenCost(self._each[spec], True) if spec in self._each else TokenCost(spec.tokens, False)

    def of_all(self, specs: Sequence[ToolSpec]) -> TokenCost:
        """Return what a prompt is longer by if it offers these, with what a template says of tools at all."""
        counted = self._all.get(tuple(specs))
        if counted is None:
            return TokenCost(sum(self.of(spec).tokens for spec in specs), not specs)
        return TokenCost(counted, True)

    def count(self, known: Sequence[ToolSpec], offered: Sequence[ToolSpec]) -> None:
        """Count each known tool and all that are offered together, unless it is done; without a model nothing comes."""
        missing = [spec for spec in known if spec not in self._each][:_MOST_AT_ONCE]
        together = tuple(offered)

        def take_each(told: TokensCounted) -> None:
            self._each.update(zip(missing, told.text_tokens, strict=False))
            self._on_counted()

        def take_with(told: TokensCounted) -> None:
            self._counting.ask(
                _WITHOUT,
                lambda without: take_difference(told.prompt_tokens - without.prompt_tokens),
                request=GenerationRequest(_QUESTION),
            )

        def take_difference(tokens: int) -> None:
            self._all[together] = max(0, tokens)
            self._on_counted()

        if missing:
            texts = [json.dumps(tool_value(spec), ensure_ascii=False) for spec in missing]
            self._counting.ask(_EACH, take_each, texts=texts)
        if together and together not in self._all:
            self._counting.ask(_WITH, take_with, request=GenerationRequest(_QUESTION, tools=together))

    def forget(self) -> None:
        """Another model counts otherwise."""
        self._each.clear()
        self._all.clear()
        for subject in (_EACH, _WITH, _WITHOUT):
            self._counting.forget(subject)
