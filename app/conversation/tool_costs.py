"""What offered tools cost of every prompt: counted by the loaded model, guessed as long as there is none."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from app.engines.token_counting import TokenCounting
from app.inference.protocol import GenerationRequest, TokensCounted
from app.inference.template_values import tool_value
from app.messages import Message, ToolSpec

_WITH, _WITHOUT = "tools", "no tools"
_QUESTION = (Message.user("?"),)


class ToolCosts:
    """Knows what was counted with the model that is loaded; `on_counted` is called when more is known.

    `forget` when another model is loaded.
    """

    def __init__(self, counting: TokenCounting, on_counted: Callable[[], None]) -> None:
        self._counting = counting
        self._on_counted = on_counted
        self._each: dict[ToolSpec, int] = {}
        self._all: dict[tuple[ToolSpec, ...], int] = {}

    def of(self, spec: ToolSpec) -> tuple[int, bool]:
        """Return the tokens of what is told of a tool, and whether they were counted."""
        return (self._each[spec], True) if spec in self._each else (spec.tokens, False)

    def of_all(self, specs: Sequence[ToolSpec]) -> tuple[int, bool]:
        """Return what a prompt is longer by if it offers these, with what a template says of tools at all."""
        counted = self._all.get(tuple(specs))
        return (counted, True) if counted is not None else (sum(self.of(spec)[0] for spec in specs), False)

    def count(self, known: Sequence[ToolSpec], offered: Sequence[ToolSpec]) -> None:
        """Count each known tool and all that are offered together, unless it is done; without a model nothing comes."""
        missing = [spec for spec in known if spec not in self._each]
        together = tuple(offered)
        if not missing and (together in self._all or not together):
            return

        def take_with(told: TokensCounted) -> None:
            self._each.update(zip(missing, told.text_tokens, strict=False))
            self._counting.ask(
                _WITHOUT,
                lambda without: take_without(told.prompt_tokens - without.prompt_tokens),
                request=GenerationRequest(_QUESTION),
            )

        def take_without(difference: int) -> None:
            self._all[together] = max(0, difference)
            self._on_counted()

        texts = [json.dumps(tool_value(spec), ensure_ascii=False) for spec in missing]
        self._counting.ask(_WITH, take_with, request=GenerationRequest(_QUESTION, tools=together), texts=texts)

    def forget(self) -> None:
        """Another model counts otherwise."""
        self._each.clear()
        self._all.clear()
        for subject in (_WITH, _WITHOUT):
            self._counting.forget(subject)
