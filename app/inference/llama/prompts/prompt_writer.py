"""From a request to prompt tokens, and what of them the next turn's prompt will share."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.inference.chat_template import ChatTemplate
from app.inference.errors import TemplateFailed, TemplateTookTooLong
from app.inference.image_errors import ModelSeesNoImages
from app.inference.llama.images.image_reader import ImageReader
from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.llama.prompts.thinking import ModelThinking
from app.inference.marker_guard import CUT, GuardedParts, parts_at_images, with_cuts
from app.inference.protocol import GenerationRequest, TemplateWants
from app.inference.protocol.prompt_account import PromptSource
from app.inference.replay import replayed
from app.inference.sourced_text import SourcedText, sourced
from app.inference.token_prefix import shared_prefix
from app.messages import Image, Message

_ANY_QUESTION = "a"
_ANOTHER_QUESTION = "b"
_MOST_DATED = 256


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class AheadPrompt:
    """The beginning of a prompt whose last question is still being typed."""

    tokens: list[int]
    history_tokens: int
    """How many of them are there whatever is asked."""


@dataclass(frozen=True, slots=True)
class WrittenPrompt:
    """A prompt as text and as tokens."""

    text: str
    tokens: list[int]
    stable_tokens: int
    """How many of them stay when the next turn is asked, whatever the reply: up to where the reply's header begins."""
    beginning: str = ""
    """The end of the text that is the reply's given beginning, guarded."""

    @property
    def beginning_as_written(self) -> str:
        """The reply's given beginning as it would have been written."""
        return self.beginning.replace(CUT, "")


class PromptWriter:
    """Renders and tokenizes with one model's template and vocabulary."""

    def __init__(
        self,
        template: ChatTemplate,
        vocabulary: Vocabulary,
        thinking: ModelThinking,
        *,
        wants: TemplateWants,
        model_name: str = "",
        images: ImageReader | None = None,
    ) -> None:
        """`images` sees what messages bring along; without it `write` raises `ModelSeesNoImages` for such."""
        self._wants = wants
        self._model_name = model_name
        self._images = images
        self._template = template
        self._vocabulary = vocabulary
        self._thinking = thinking
        self._first_seen: dict[int, float] = {}
        """When conversations began that nobody dates, by their first messages."""

    def write(self, request: GenerationRequest, *, is_stopped: Callable[[], bool] = _never) -> WrittenPrompt:
        """Return the prompt of a turn; what people and models wrote in it cannot form markers.

        Raises `TemplateFailed`, `TemplateTookTooLong` and, as all that render here, `RenderingWasStopped`.
        """
        request, text, written = self._whole(request, is_stopped)
        images = self._images_of(request)
        tokens = self._tokenize(text, images)
        history = self._tokenize(self._render(request, is_stopped, add_generation_prompt=False), images)
        return WrittenPrompt(text, tokens, shared_prefix(tokens, history), written)

    def sourced(self, request: GenerationRequest, *, by_itself: bool = False) -> SourcedText:
        """Return the text of the prompt that `write` returns, with its sources; `by_itself` no level is asked for.

        Images are their signs. Raises as `write` does.
        """
        _, text, _ = self._whole(request, _never, is_sourced=True, by_itself=by_itself)
        text = SourcedText(text).replace(CUT, "")
        return text if self._template.follows_sources else SourcedText.by(text.plain, PromptSource.QUESTION)

    def ahead(self, request: GenerationRequest, *, is_stopped: Callable[[], bool] = _never) -> AheadPrompt:
        """Return what the prompt begins with if the person goes on typing after the whole words of the last message.

        Found like `next_prefix`; empty if there is no whole word yet, or the template cannot tell.
        """
        *earlier, typed = request.messages
        words = typed.text[: _end_of_whole_words(typed.text)]
        if not words.strip():
            return AheadPrompt([], 0)
        endings = (f"{words} {_ANY_QUESTION}", f"{words} {_ANOTHER_QUESTION}", _ANY_QUESTION, _ANOTHER_QUESTION)
        prompts: list[list[int]] = []
        for content in endings:
            try:
                asked = replace(request, messages=(*earlier, Message.user(content, images=typed.images)))
                text = self._render(asked, is_stopped)
            except (TemplateFailed, TemplateTookTooLong):
                return AheadPrompt([], 0)
            prompts.append(self._tokenize(text, self._images_of(request)))
        tokens = prompts[0][: shared_prefix(prompts[0], prompts[1])]
        return AheadPrompt(tokens, min(len(tokens), shared_prefix(prompts[2], prompts[3])))

    def next_prefix(
        self, request: GenerationRequest, *, thinking: str, answer: str, is_stopped: Callable[[], bool] = _never
    ) -> list[int]:
        """Return the tokens that the next turn's prompt will begin with, once this reply is part of the history.

        Found by asking two different questions next: what both prompts share does not depend on the question. Empty if
        the template cannot tell.
        """
        reply = Message.assistant(answer, thinking)
        prompts: list[list[int]] = []
        for question in (_ANY_QUESTION, _ANOTHER_QUESTION):
            messages = (*request.asked, reply, Message.user(question))
            try:
                text = self._render(replace(request, messages=messages), is_stopped)
            except (TemplateFailed, TemplateTookTooLong):
                return []
            prompts.append(self._tokenize(text, self._images_of(request)))
        return prompts[0][: shared_prefix(*prompts)]

    def _whole(
        self,
        request: GenerationRequest,
        is_stopped: Callable[[], bool],
        *,
        is_sourced: bool = False,
        by_itself: bool = False,
    ) -> tuple[GenerationRequest, str, str]:
        """Return the request with the level that fits its beginning, the prompt's text, and what of it is the reply's.

        `by_itself` the template is not told of any level.
        """

        def render(asked: GenerationRequest) -> str:
            return self._render(asked, is_stopped, is_sourced=is_sourced, by_itself=by_itself)

        text = render(request)
        fitting = self._thinking.level_that_fits(str.__str__(text), request)
        if fitting != request.thinking:
            request = replace(request, thinking=fitting)
            text = render(request)
        plain = str.__str__(text)
        beginning = request.beginning
        closed = written = ""
        if request.think_budget == 0 and not request.as_text and (beginning is None or not beginning.has_thought):
            closed = self._thinking.closed_thought_for(plain)
        if beginning is not None:
            written = self._thinking.written(plain + closed, beginning)
        added = SourcedText.by(closed + written, PromptSource.THINKING) if is_sourced else closed + written
        return request, text + added, written

    def _images_of(self, request: GenerationRequest) -> list[Image]:
        images = [image for message in request.asked for image in message.all_images]
        if images and self._images is None:
            raise ModelSeesNoImages(name=self._model_name)
        return images

    def _tokenize(self, text: str, images: Sequence[Image]) -> list[int]:
        """Return the tokens of a rendered prompt, with each image where its sign stands.

        The last token is a word in any case: an image leaves no logits.
        """
        if self._images is None or not images:
            return self._vocabulary.tokenize_prompt(text)
        tokens: list[int] = []
        for index, part in enumerate(parts_at_images(text)):
            if isinstance(part, str):
                one = self._vocabulary.tokenize_inner if index else self._vocabulary.tokenize_prompt
                tokens += one(part)
            elif part < len(images):
                tokens += self._images.tokens_of(images[part])
        return tokens + self._vocabulary.tokenize_inner("\n") if tokens[-1:] and tokens[-1] < 0 else tokens

    def _render(
        self,
        request: GenerationRequest,
        is_stopped: Callable[[], bool],
        *,
        add_generation_prompt: bool = True,
        is_sourced: bool = False,
        by_itself: bool = False,
    ) -> str:
        guarded = GuardedParts(self._vocabulary.guard, self._wants, is_sourced=is_sourced)
        messages = _guarded(request.asked, guarded)
        if request.as_text:
            text = _as_text(messages)
            return SourcedText(sourced(text)) if is_sourced else text
        level = None if by_itself else request.thinking
        change = self._thinking.request_for(level, keeps_thoughts=request.keeps_thoughts)
        if is_sourced:
            change = change.marked()
        messages = replayed(
            messages,
            self._wants,
            self._thinking.format,
            is_thinking=not self._thinking.is_off(request.thinking),
            keeps_thoughts=request.keeps_thoughts,
        )
        text = self._template.render(
            change.apply_to(messages),
            tools=tuple(map(guarded.tool, request.tools)) if self._wants.tools else (),
            wants=self._wants,
            variables=change.variables,
            add_generation_prompt=add_generation_prompt,
            told_time=self._time_told(request),
            is_stopped=is_stopped,
        )
        return with_cuts(text)

    def _time_told(self, request: GenerationRequest) -> dt.datetime:
        """Return when the conversation began: a clock that goes on would cost what the cache holds of it each turn."""
        began_at = request.began_at
        if began_at is None:
            first = hash(next((message.text for message in request.messages if message.role == "user"), ""))
            began_at = self._first_seen.setdefault(first, time.time())
            if len(self._first_seen) > _MOST_DATED:
                del self._first_seen[next(iter(self._first_seen))]
        return dt.datetime.fromtimestamp(began_at)


def _guarded(messages: Sequence[Message], guarded: GuardedParts) -> list[Message]:
    asked = max((index for index, message in enumerate(messages) if message.role == "user"), default=None)
    found = []
    for index, message in enumerate(messages):
        source = PromptSource.QUESTION if index == asked else PromptSource.HISTORY
        if message.role == "system":
            source = PromptSource.SYSTEM
        found.append(Message(message.role, tuple([guarded.part(part, source) for part in message.parts])))
    return found


def _end_of_whole_words(text: str) -> int:
    """Return where the last word begins that may still grow, without the white space before it."""
    end = len(text)
    while end and not text[end - 1].isspace():
        end -= 1
    return len(text[:end].rstrip())


def _as_text(messages: Sequence[Message]) -> str:
    """Return messages as one text: what a person adds to a reply begins a paragraph, as what stands before all does."""
    text = before = ""
    for message in messages:
        is_apart = before in ("system", "assistant") and message.role == "user"
        text += ("\n\n" if is_apart and not text[-1:].isspace() else "") + message.text
        before = message.role
    return text
