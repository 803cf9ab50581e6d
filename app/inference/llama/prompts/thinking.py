"""How one loaded model thinks: its format, its markers as tokens, and the switches its template has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from app.inference.chat_template import ChatTemplate
from app.inference.errors import UnknownThinkingLevel
from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.marker_guard import MarkerGuard
from app.inference.prompt_change import PromptChange
from app.inference.protocol import GenerationRequest, TemplateWants
from app.inference.template_measuring import measured_wants
from app.inference.turn_ends import TurnEnds, turn_ends_of
from app.messages import Message, Thinking
from app.reasoning import (
    AS_WRITTEN,
    PromptState,
    ReasoningFormat,
    StreamSplitter,
    ThinkingRequest,
    controls_for_template,
    format_for_model,
    state_of_prompt,
)
from app.reasoning.tool_calls import NO_CALLS, CallFormat, CallReader

_TAIL_CHARACTERS = 4096


@dataclass(frozen=True, slots=True)
class Markers:
    """The format's markers as tokens of this vocabulary."""

    tokens: frozenset[int]
    are_single_tokens: bool
    """Whether the vocabulary holds all of them as single tokens, so that look-alike text need not act."""


class WrittenText(Protocol):
    """A prompt, and what of a reply it ends with."""

    @property
    def text(self) -> str:
        """All of it."""

    @property
    def beginning(self) -> str:
        """The end of it that is the reply's."""


class ModelThinking:
    """The thinking side of one model, from its template and vocabulary."""

    def __init__(self, template: str, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._format = format_for_model(template, has_token=lambda text: vocabulary.single_token(text) is not None)
        self._controls = controls_for_template(template)
        self._guard = MarkerGuard(self._format.markers)
        self._closes: dict[str, tuple[int, ...]] = {}
        self._thought_guards: dict[str, MarkerGuard] = {}
        self._latest: StreamSplitter | None = None
        self._opens_thoughts: bool | None = None
        self._call_format: CallFormat | None = None
        self.turn_ends = TurnEnds()
        """What ends a turn besides the vocabulary's end token; found by `wants_of`."""
        tokens = {text: vocabulary.single_token(text) for text in self._format.markers}
        single = frozenset(token for token in tokens.values() if token is not None)
        vocabulary.preserve(single)
        essential = _essential_markers(self._format)
        self.markers = Markers(
            tokens=single,
            are_single_tokens=bool(essential) and all(tokens[text] is not None for text in essential),
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

    @property
    def default_level(self) -> str:
        """The level that `auto` stands for."""
        return self._controls.default.value

    @property
    def format(self) -> ReasoningFormat:
        """How its thoughts are marked."""
        return self._format

    def wants_of(self, template: ChatTemplate) -> TemplateWants:
        """Return what the model's template wants back, measured; what ends a turn in it is measured too."""
        self.turn_ends = turn_ends_of(template, self._format, self._vocabulary.single_token)
        has_token = self._vocabulary.single_token
        wants = measured_wants(
            template, self._controls, self._format, has_token=lambda text: has_token(text) is not None
        )
        self._call_format = wants.call_format
        if self._call_format is not None:
            markers = self._vocabulary.guard.markers_in(self._call_format.literals)
            tokens = map(self._vocabulary.single_token, markers)
            self._vocabulary.preserve({*self.markers.tokens, *(token for token in tokens if token is not None)})
        return wants

    def is_off(self, level: str) -> bool:
        """Whether this level is to answer without thinking."""
        return self._controls.is_off(level)

    def request_for(self, level: str | None, *, keeps_thoughts: bool | None = None) -> PromptChange:
        """Return what `level` does to the prompt, and the choice about old thoughts; raises `UnknownThinkingLevel`.

        `None` leaves the template to itself.
        """
        if level is not None and not self._controls.accepts(level):
            raise UnknownThinkingLevel(level=level, levels=self.levels)
        request = self._controls.request_for(level) if level is not None else ThinkingRequest()
        variables = dict(request.template_variables)
        if keeps_thoughts is not None:
            variables |= dict(self._controls.history_variables(keep=keeps_thoughts))
        return PromptChange(variables, request.system_suffix, request.user_suffix)

    def level_that_fits(self, prompt_text: str, request: GenerationRequest) -> str:
        """Return the level under which the reply's given beginning makes sense after the prompt.

        A thought cannot go on after a prompt that has closed it, nor an answer after one that has opened a thought.
        """
        beginning = request.beginning
        if beginning is None:
            return request.thinking
        state = state_of_prompt(self._format, prompt_text[-_TAIL_CHARACTERS:])
        if state is PromptState.CLOSED and beginning.has_thought:
            return "auto"
        is_bare_answer = bool(beginning.text) and not beginning.has_thought
        has_close = any(marker in beginning.raw for marker in self._format.close_markers)
        if state is PromptState.OPEN and is_bare_answer and not has_close and self._controls.accepts("off"):
            return "off"
        return request.thinking

    def closed_thought_for(self, prompt_text: str) -> str:
        """Return what keeps the model from thinking after this prompt; empty if the prompt has seen to it."""
        if self._splitter(prompt_text, self._format, written="").state != "start":
            return ""
        return self._format.off_prefix

    def written(self, prompt_text: str, beginning: Message) -> str:
        """Return what to append to the prompt so that it ends as a reply with this beginning would; guarded text."""
        if beginning.raw:
            return self._protected(beginning)
        is_open = state_of_prompt(self._format, prompt_text[-_TAIL_CHARACTERS:]) is PromptState.OPEN
        thought = next((part for part in beginning.parts if isinstance(part, Thinking)), None)
        if thought is None:
            return (self._format.forced_close if is_open else "") + self.quoted(beginning.text, self._format)
        form = self._format_of(thought.origin)
        text = ("" if is_open else form.forced_open) + self.quoted(thought.text, form)
        if not beginning.is_past_thought:
            return text.rstrip(" \t")
        return text.rstrip() + form.forced_close + self.quoted(beginning.text, form)

    def quoted(self, text: str, form: ReasoningFormat) -> str:
        """Return a person's text with a cut in each marker, so that none acts inside a thought of this format."""
        if form.name not in self._thought_guards:
            self._thought_guards[form.name] = self._vocabulary.guard.with_markers(form.markers)
        return self._thought_guards[form.name].protect(text)

    def close_for(self, splitter: StreamSplitter) -> tuple[int, ...]:
        """Return the tokens that end the running thought; empty if it cannot be ended."""
        text = splitter.format.forced_close
        if text not in self._closes:
            self._closes[text] = tuple(self._vocabulary.tokenize(text, add_special=False, parse_special=True))
        return self._closes[text]

    def reply_splitter(self, prompt: WrittenText, request: GenerationRequest) -> StreamSplitter:
        """Return a splitter for the reply to this request's prompt.

        Whether the model opens its thoughts is learnt from its replies: one that only closes them is shown thinking
        from its second reply on, and one that answers without a thought is not waited for again.
        """
        if request.as_text:
            return StreamSplitter(AS_WRITTEN, prompt_tail="")
        self._learn()
        form = self._format
        may_think = not self.is_off(request.thinking) and request.think_budget != 0
        if may_think and self._opens_thoughts is False:
            form = replace(form, starts_in_thinking=True)
        self._latest = self._splitter(
            prompt.text,
            form,
            written=prompt.beginning,
            told=request.told_beginning if not request.tools else None,
            tools_offered=bool(request.tools),
            awaits_close=may_think and self._opens_thoughts is None,
        )
        return self._latest

    def call_reader(self, splitter: StreamSplitter, request: GenerationRequest) -> CallReader:
        """Return what takes calls out of what this splitter of the reply gives; without tools everything passes."""
        form = self._call_format if request.tools and not request.as_text else None
        told = request.told_beginning
        return CallReader.continuing(
            form or NO_CALLS, request.tools, given=splitter.given, told=told.text if told is not None else ""
        )

    def _learn(self) -> None:
        unopened = self._latest.closed_unopened if self._latest is not None else None
        if unopened is not None:
            self._opens_thoughts = not unopened

    def _splitter(
        self,
        prompt_text: str,
        form: ReasoningFormat,
        *,
        written: str,
        told: Message | None = None,
        tools_offered: bool = False,
        awaits_close: bool = False,
    ) -> StreamSplitter:
        """Return a splitter for a reply to this prompt, which ends with what is `written` of it.

        `told` is what the asker knows of that already.
        """
        return StreamSplitter.continuing(
            form,
            prompt_tail=prompt_text.removesuffix(written)[-_TAIL_CHARACTERS:],
            written=written,
            told_thinking=told.thinking if told is not None else "",
            told_answer=told.text if told is not None else "",
            tools_offered=tools_offered,
            awaits_close=awaits_close,
        )

    def _protected(self, beginning: Message) -> str:
        """Return the raw text with a cut in each marker that its thought or answer only quotes."""
        raw, done, pieces = beginning.raw, 0, []
        for part in (beginning.thinking.strip(), beginning.text.strip()):
            at = raw.find(part, done) if part else -1
            if at >= 0:
                pieces += [raw[done:at], self._guard.protect(part)]
                done = at + len(part)
        return "".join(pieces) + raw[done:]

    def _format_of(self, raw: str) -> ReasoningFormat:
        """Return the format of a reply with this raw text, where the template does not tell."""
        if not self._format.fallbacks:
            return self._format
        splitter = StreamSplitter(self._format, prompt_tail="")
        splitter.feed(raw[:_TAIL_CHARACTERS])
        return splitter.format if splitter.format.forced_close else self._format.fallbacks[0]


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
