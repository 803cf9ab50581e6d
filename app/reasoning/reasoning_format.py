"""How one family of models marks its thinking, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class ReasoningFormat:
    """Everything that the splitter, the engine and the window need to know about a family's way of thinking.

    Only what differs from the ordinary case is given: a family is added by adding one of these to the table in
    `known_formats`.
    """

    name: str
    """Stable name for logs and tests, such as `think-tags`."""
    description: str
    """Plain words for people, such as `<think> tags`."""
    open_markers: tuple[str, ...] = ()
    close_markers: tuple[str, ...] = ()
    implicit_closes: tuple[str, ...] = ()
    """Tool markup that ends a thought without a close marker, if tools were offered. It stays in the answer."""
    wrappers: tuple[AnswerWrapper, ...] = ()
    trailers: tuple[str, ...] = ()
    """Markers that end the whole reply and are removed there."""
    label: str = ""
    """A word that the model writes right after the open marker, on a line of its own."""
    plain_markers: frozenset[str] = frozenset()
    """Markers that are ordinary text in every vocabulary: they act whatever the token identity says."""
    token_parts: tuple[str, ...] = ()
    """Single tokens that markers of several tokens are made of; without them each marker is one token."""
    reenters: bool = False
    """Whether an open marker in mid-answer starts another thought even as text; a real token does so everywhere."""
    starts_in_thinking: bool = False
    """Whether the reply is a thought from its first character, unless the prompt ends with a close marker."""
    channels: ChannelProtocol | None = None
    """Set when thinking is a message of its own; then the fields above do not apply."""
    fallbacks: tuple[ReasoningFormat, ...] = ()
    """Formats to change to if their open marker is the first thing a reply contains."""
    takes_other_tags: bool = True
    """Whether a reply that begins with another tag of a thought is split by that; else such a tag is text."""
    thinks: bool = True
    """False for models that answer straight away."""
    can_be_disabled: bool = False
    """Whether the model's own template, prompt or switches can turn thinking off."""
    opened_by_prompt: bool = False
    """Whether the template normally opens the thought itself. A hint for people; the prompt's tail decides."""
    forced_open: str = ""
    """What to append to a prompt that has not opened a thought, so that what follows is one."""
    forced_close: str = ""
    """What to append to a running thought to make the model answer now."""
    off_prefix: str = ""
    """What to append to a prompt that has not opened a thought, so that the model answers without one."""

    @property
    def markers(self) -> frozenset[str]:
        """The strings that may be single tokens: find their ids, and print these tokens even if they are control."""
        if self.channels is not None:
            return frozenset(self.channels.markers)
        whole = {
            *self.open_markers,
            *self.close_markers,
            *self.implicit_closes,
            *self.trailers,
            *(wrapper.open_marker for wrapper in self.wrappers),
            *(wrapper.close_marker for wrapper in self.wrappers),
        }
        whole -= self.plain_markers
        single = {marker for marker in whole if not any(part in marker for part in self.token_parts)}
        own = frozenset(single | set(self.token_parts))
        return own.union(*(fallback.markers for fallback in self.fallbacks))


# Protocols in which the thought is a message of its own rather than a tagged part of one.


class MessageUse(Enum):
    """What a message is for, as its header says."""

    THINKING = "thinking"
    """A thought."""
    ANSWER = "answer"
    """Words for the reader."""
    CALL = "call"
    """A tool call: shown as answer, where tools were offered with its header, which a tool parser needs."""


@dataclass(frozen=True, slots=True)
class ChannelProtocol:
    """The markers of one protocol, and what its headers mean.

    A message is `message_start` role header `body_start` body `message_end`. `header_restart` begins the header again
    (a model may change its mind). `header_words` may open a header without a marker. `uses` are regular expressions
    that are tried in order on the header, body start included; a header that none of them matches opens an answer. A
    call where no tools were offered is what the next one of them says.
    """

    message_start: str
    role: str
    body_start: tuple[str, ...]
    message_end: tuple[str, ...]
    uses: tuple[tuple[str, MessageUse], ...]
    header_restart: str = ""
    header_words: tuple[str, ...] = ()
    header_extra: tuple[str, ...] = ()

    @property
    def markers(self) -> tuple[str, ...]:
        """Every marker of the protocol, each of them a single token in the vocabularies that use it."""
        restart = (self.header_restart,) if self.header_restart else ()
        return (self.message_start, *restart, *self.body_start, *self.message_end, *self.header_extra)


# A pair of markers that some models put around their whole answer.


@dataclass(frozen=True, slots=True)
class AnswerWrapper:
    """Markers around the answer, such as `<answer>` and `</answer>`.

    They are removed at the very start and the very end of the answer only. The closing one counts only after the
    opening one, unless `closes_alone`.
    """

    open_marker: str
    close_marker: str
    closes_alone: bool = False
