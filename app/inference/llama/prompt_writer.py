"""From a request to prompt tokens, and what of them the next turn's prompt will share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.inference.chat_template import ChatTemplate
from app.inference.errors import TemplateFailed
from app.inference.llama.thinking import ModelThinking
from app.inference.llama.vocabulary import Vocabulary
from app.inference.protocol import ChatMessage, GenerationRequest
from app.inference.token_prefix import shared_prefix

_ANY_QUESTION = "a"
_ANOTHER_QUESTION = "b"


@dataclass(frozen=True, slots=True)
class WrittenPrompt:
    """A prompt as text and as tokens."""

    text: str
    tokens: list[int]
    stable_tokens: int
    """How many of them stay when the next turn is asked, whatever the reply: up to where the reply's header begins."""


class PromptWriter:
    """Renders and tokenizes with one model's template and vocabulary."""

    def __init__(self, template: ChatTemplate, vocabulary: Vocabulary, thinking: ModelThinking) -> None:
        self._template = template
        self._vocabulary = vocabulary
        self._thinking = thinking

    def write(self, request: GenerationRequest) -> WrittenPrompt:
        """Return the prompt of a turn; what people and models wrote in it cannot form markers."""
        text = self._render(request)
        if request.think_budget == 0 and not request.prefill:
            text += self._thinking.closed_thought_for(text)
        text += request.prefill
        tokens = self._vocabulary.tokenize_prompt(text)
        history = self._vocabulary.tokenize_prompt(self._render(request, add_generation_prompt=False))
        return WrittenPrompt(text, tokens, shared_prefix(tokens, history))

    def next_prefix(self, request: GenerationRequest, *, thinking: str, answer: str) -> list[int]:
        """Return the tokens that the next turn's prompt will begin with, once this reply is part of the history.

        Found by asking two different questions next: what both prompts share does not depend on the question. Empty if
        the template cannot tell.
        """
        reply = ChatMessage("assistant", answer, thinking)
        prompts: list[list[int]] = []
        for question in (_ANY_QUESTION, _ANOTHER_QUESTION):
            messages = (*request.messages, reply, ChatMessage("user", question))
            try:
                text = self._render(replace(request, messages=messages))
            except TemplateFailed:
                return []
            prompts.append(self._vocabulary.tokenize_prompt(text))
        return prompts[0][: shared_prefix(*prompts)]

    def _render(self, request: GenerationRequest, *, add_generation_prompt: bool = True) -> str:
        guard = self._vocabulary.guard
        change = self._thinking.request_for(request.thinking)
        messages = [
            ChatMessage(message.role, guard.protect(message.content), guard.protect(message.thinking))
            for message in request.messages
        ]
        return self._template.render(
            change.apply_to(messages), variables=change.variables, add_generation_prompt=add_generation_prompt
        )
