"""How one loaded model thinks: its format, its markers as tokens, and the switches its template has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.inference.errors import UnknownThinkingLevel
from app.inference.llama.reply import Markers
from app.inference.llama.vocabulary import Vocabulary
from app.inference.protocol import ChatMessage
from app.reasoning import ReasoningFormat, StreamSplitter, controls_for_template, format_for_template

_TAIL_CHARACTERS = 4096


@dataclass(frozen=True, slots=True)
class PromptChange:
    """What a thinking level does to the prompt."""

    variables: Mapping[str, object] = field(default_factory=dict)
    system_suffix: str = ""
    user_suffix: str = ""

    def apply_to(self, messages: Sequence[ChatMessage]) -> list[ChatMessage]:
        """Return the messages with the switches that live in their text."""
        changed = list(messages)
        if self.system_suffix:
            if changed and changed[0].role == "system":
                changed[0] = ChatMessage("system", f"{changed[0].content}\n{self.system_suffix}")
            else:
                changed.insert(0, ChatMessage("system", self.system_suffix))
        if self.user_suffix and changed and changed[-1].role == "user":
            changed[-1] = ChatMessage("user", f"{changed[-1].content} {self.user_suffix}")
        return changed


class ModelThinking:
    """The thinking side of one model, from its template and vocabulary."""

    def __init__(self, template: str, vocabulary: Vocabulary) -> None:
        self._format = format_for_template(template)
        self._controls = controls_for_template(template)
        tokens = {text: vocabulary.single_token(text) for text in self._format.markers}
        single = frozenset(token for token in tokens.values() if token is not None)
        vocabulary.preserve(single)
        essential = _essential_markers(self._format)
        close = self._format.forced_close
        self.markers = Markers(
            tokens=single,
            are_single_tokens=bool(essential) and all(tokens[text] is not None for text in essential),
            close_thinking=tuple(vocabulary.tokenize(close, add_special=False, parse_special=True)) if close else (),
        )

    @property
    def thinks(self) -> bool:
        """Whether the template knows of thinking."""
        return self._format.thinks

    @property
    def description(self) -> str:
        """The format in words."""
        return self._format.description

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels that can be asked for besides `auto`."""
        return tuple(level.value for level in self._controls.levels)

    def request_for(self, level: str) -> PromptChange:
        """Return what `level` does to the prompt; raises `UnknownThinkingLevel`."""
        if level != "auto" and level not in self.levels:
            raise UnknownThinkingLevel(level=level, levels=self.levels)
        request = self._controls.request_for(level)
        return PromptChange(dict(request.template_variables), request.system_suffix, request.user_suffix)

    def closed_thought_for(self, prompt_text: str) -> str:
        """Return what keeps the model from thinking after this prompt; empty if the prompt has seen to it."""
        if self.splitter(prompt_text, prefill="").state != "start":
            return ""
        return self._format.off_prefix

    def splitter(self, prompt_text: str, *, prefill: str) -> StreamSplitter:
        """Return a splitter for a reply to this prompt; `prefill` is the reply's beginning, already written."""
        tail = prompt_text.removesuffix(prefill)[-_TAIL_CHARACTERS:]
        return StreamSplitter.continuing(self._format, prompt_tail=tail, written=prefill)


def _essential_markers(reasoning_format: ReasoningFormat) -> frozenset[str]:
    """Return the markers without which the format cannot be told from text by token identity.

    Markers of other families, kept as a fallback, and of tools do not count: a vocabulary need not have them.
    """
    if reasoning_format.channels is not None:
        return reasoning_format.markers
    if reasoning_format.token_parts:
        return frozenset(reasoning_format.token_parts)
    own = {*reasoning_format.open_markers, *reasoning_format.close_markers}
    return frozenset(own - reasoning_format.plain_markers)
