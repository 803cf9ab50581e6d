"""A vocabulary of bytes and of the markers it is given, and a prompt writer with it, for templates without a model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any, cast

from app.inference.chat_template import ChatTemplate
from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.llama.prompts.prompt_accounting import account_for
from app.inference.llama.prompts.prompt_writer import PromptWriter
from app.inference.llama.prompts.thinking import ModelThinking
from app.inference.marker_guard import CUT, MarkerGuard
from app.inference.protocol import GenerationRequest, PromptAccount
from app.reasoning import format_for_template

BEGAN_AT = 1_780_000_000.0
"""When all conversations began."""


class SpellingVocabulary:
    """What `PromptWriter` and its like ask of a `Vocabulary`; a marker is a token wherever it is not cut."""

    def __init__(self, markers: Iterable[str]) -> None:
        self._markers = sorted(markers, key=len, reverse=True)
        self.guard = MarkerGuard(self._markers)

    def preserve(self, tokens: Iterable[int]) -> None:
        """Nothing is hidden."""

    def single_token(self, text: str) -> int | None:
        """Return the marker's token."""
        return 256 + self._markers.index(text) if text in self._markers else None

    def tokenize(self, text: str, **_: Any) -> list[int]:
        """Return markers and bytes."""
        tokens: list[int] = []
        while text:
            marker = next((marker for marker in self._markers if text.startswith(marker)), None)
            piece = marker or text[0]
            tokens += [256 + self._markers.index(marker)] if marker else piece.encode("utf-8", "replace")
            text = text[len(piece) :]
        return tokens

    def tokenize_inner(self, text: str) -> list[int]:
        """Return the tokens of guarded text."""
        return [token for part in text.split(CUT) for token in self.tokenize(part)]

    tokenize_prompt = tokenize_inner

    def piece(self, token: int, *, special: bool = True) -> bytes:
        """Return a token's bytes."""
        return bytes([token]) if token < 256 else self._markers[token - 256].encode()


def account_of(source: str, request: GenerationRequest, *, bos_token: str = "<s>") -> PromptAccount:
    """Return the account of the prompt that a template makes of a request."""
    writer, thinking, vocabulary = _writer_of(source, bos_token)
    return account_for(replace(request, began_at=BEGAN_AT), writer, thinking, vocabulary)


@cache
def _writer_of(source: str, bos_token: str) -> tuple[PromptWriter, ModelThinking, Vocabulary]:
    form = format_for_template(source)
    vocabulary = cast(Vocabulary, SpellingVocabulary({*form.markers, "<|im_start|>", "<|im_end|>"}))
    template = ChatTemplate(source, bos_token=bos_token, eos_token="</s>")
    thinking = ModelThinking(source, vocabulary)
    writer = PromptWriter(template, vocabulary, thinking, wants=thinking.wants_of(template))
    return writer, thinking, vocabulary


def levels_of(source: str) -> tuple[str, ...]:
    """Return the levels of thinking that a template has."""
    return ModelThinking(source, cast(Vocabulary, SpellingVocabulary(()))).levels
