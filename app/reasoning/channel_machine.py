"""Splits replies in which each thought and each answer is a message with a header of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto

from app.reasoning.delta import Kind
from app.reasoning.marker_search import MarkerSearch
from app.reasoning.reasoning_format import ChannelProtocol, MessageUse
from app.reasoning.segment_writer import SegmentWriter, indentation_of
from app.reasoning.token_alphabet import TokenAlphabet

_MAX_HEADER_CHARACTERS = 512
"""Far above any real header; a longer one is a reply that does not keep to the protocol."""


class _Part(Enum):
    """What a marker of the protocol begins or ends."""

    MESSAGE = auto()
    CHANNEL = auto()
    BODY = auto()
    END = auto()
    WORD = auto()


class _Stage(Enum):
    """Where in the protocol the machine is."""

    OPENING = auto()
    """At the start of the reply, or after the role: a header should follow."""
    HEADER = auto()
    """In a header, all of which is held."""
    BODY = auto()
    """In a message."""
    BETWEEN = auto()
    """After a marker that ends a message, provided that a header or nothing follows."""


class ChannelMachine:
    """The state of one reply in a channel protocol, on coded text (`TokenAlphabet`).

    A reply that leaves the protocol is not lost: text where a header should be is an answer, and an end marker in an
    answer that is text rather than a token, and is followed by neither a header nor the end, belongs to the answer.
    """

    def __init__(self, protocol: ChannelProtocol, alphabet: TokenAlphabet, *, tools_offered: bool = False) -> None:
        self._tools_offered = tools_offered
        self.writer = SegmentWriter()
        self._protocol = protocol
        self._alphabet = alphabet
        self._uses = [(re.compile(pattern), use) for pattern, use in protocol.uses]
        starts = self._forms((protocol.message_start,), _Part.MESSAGE)
        channels = self._forms((protocol.header_restart,), _Part.CHANNEL)
        bodies = self._forms(protocol.body_start, _Part.BODY)
        ends = self._forms(protocol.message_end, _Part.END)
        words = dict.fromkeys(protocol.header_words, _Part.WORD)
        self._start_forms = tuple(starts)
        self._header_markers = MarkerSearch({**starts, **channels, **bodies, **ends})
        self._opening_markers = MarkerSearch({**starts, **channels, **bodies, **ends, **words})
        certain = dict.fromkeys(alphabet.token_forms(protocol.message_start), _Part.MESSAGE)
        certain.update(dict.fromkeys(alphabet.token_forms(protocol.header_restart), _Part.CHANNEL))
        whole_start = {protocol.message_start + protocol.role: _Part.MESSAGE}
        self._body_markers = MarkerSearch({**ends, **certain, **whole_start})
        self._stage = _Stage.OPENING
        self._kind: Kind | None = None
        self._held = ""
        self._ending: list[str] = []
        self.closed_unopened: bool | None = None
        self._steps = {
            _Stage.OPENING: self._opening,
            _Stage.HEADER: self._header,
            _Stage.BODY: self._body,
            _Stage.BETWEEN: self._between,
        }

    @property
    def kind(self) -> Kind | None:
        """What the latest message is; None before the first one, and between a thought and what comes next."""
        is_between = self._kind == "thinking" and self._stage is not _Stage.BODY
        return None if is_between else self._kind

    def push(self, text: str) -> None:
        """Take the next piece of coded text."""
        text = self._held + text
        self._held = ""
        while text:
            text = self._steps[self._stage](text)

    def finish(self) -> None:
        """End the reply: what was held back becomes text, but for a header that was cut off."""
        held, self._held = self._held, ""
        if self._stage is _Stage.BETWEEN:
            return
        if self._stage is _Stage.HEADER and self._header_markers.at_start(held):
            return
        if self._stage is _Stage.OPENING and self._kind is not None:
            return
        if self._stage is not _Stage.BODY:
            self._begin_body("answer")
        self.writer.write(held)
        if self._kind == "answer":
            self.writer.flush_space()

    def _forms(self, markers: Iterable[str], part: _Part) -> dict[str, _Part]:
        return {form: part for marker in markers if marker for form in self._alphabet.forms(marker)}

    def _begin_body(self, kind: Kind) -> None:
        self._stage = _Stage.BODY
        self._kind = kind
        self.writer.begin(kind)

    def _opening(self, text: str) -> str:
        body = text.lstrip()
        text = indentation_of(text[: len(text) - len(body)]) + body
        found = self._opening_markers.at_start(body)
        if found is None:
            if not body or self._opening_markers.may_become_marker(body):
                return self._hold(text)
            self._begin_body("answer")
            return text
        if found.meaning is _Part.END:
            return body[found.end :]
        self._stage = _Stage.HEADER
        return body

    def _header(self, text: str) -> str:
        start = self._after_start(text)
        if start is not None:
            rest = text[start:].lstrip(" ")
            role_end = len(text) - len(rest) + len(self._protocol.role)
            if role_end <= _MAX_HEADER_CHARACTERS and rest.startswith(self._protocol.role):
                self._stage = _Stage.OPENING
                return text[role_end:]
            if role_end <= _MAX_HEADER_CHARACTERS and self._protocol.role.startswith(rest):
                return self._hold(text)
        text, end, part = self._read_header(text, start or 0)
        if part is _Part.MESSAGE:
            return text
        if not _is_likely_header(text[: end or None]):
            self._begin_body("answer")
            self.writer.write(text[:1])
            return text[1:]
        if part is _Part.BODY:
            self._open_message(text[:end])
        elif part is _Part.END:
            self._stage = _Stage.OPENING
        elif part is None:
            return self._hold(text)
        return text[end:]

    def _read_header(self, text: str, start: int) -> tuple[str, int, _Part | None]:
        """Return the header without parts that it took back, and the end and meaning of the marker that ends it."""
        channel_at = -1
        at = start
        while (found := self._header_markers.find(text, at)) is not None and _is_likely_header(text[: found.end]):
            at = found.end
            if found.meaning is _Part.MESSAGE:
                return text[found.start :], 0, _Part.MESSAGE
            if found.meaning is not _Part.CHANNEL:
                return text, found.end, found.meaning
            if channel_at < 0:
                channel_at = found.start
                continue
            text = text[:channel_at] + text[found.start :]
            at -= found.start - channel_at
        return text, 0, None

    def _after_start(self, text: str) -> int | None:
        return next((len(form) for form in self._start_forms if text.startswith(form)), None)

    def _open_message(self, coded_header: str) -> None:
        header = self._alphabet.decode(coded_header)
        uses = [use for pattern, use in self._uses if pattern.search(header)] or [MessageUse.ANSWER]
        use = uses[1] if len(uses) > 1 and uses[0] is MessageUse.CALL and not self._tools_offered else uses[0]
        self._begin_body("thinking" if use is MessageUse.THINKING else "answer")
        if use is MessageUse.CALL and self._tools_offered:  # else nobody reads the call, and it is text like any other
            self.writer.write(coded_header)

    def _body(self, text: str) -> str:
        found = self._body_markers.find(text)
        if found is None:
            ready = len(text) - self._body_markers.held_back(text)
            self.writer.write(text[:ready])
            return self._hold(text[ready:])
        self.writer.write(text[: found.start])
        if found.meaning is _Part.END:
            self._ending = [self.writer.take_space(), text[found.start : found.end]]
            self._stage = _Stage.BETWEEN
            return text[found.end :]
        self._stage = _Stage.HEADER
        return text[found.start :]

    def _between(self, text: str) -> str:
        body = text.lstrip()
        self._ending.append(text[: len(text) - len(body)])
        found = self._header_markers.at_start(body)
        if found is None:
            if not body or self._header_markers.may_become_marker(body):
                return self._hold(body)
            return self._go_on_without_header(body)
        if found.meaning is _Part.END:
            self._ending.append(body[: found.end])
            return body[found.end :]
        self._stage = _Stage.HEADER
        return body

    def _go_on_without_header(self, text: str) -> str:
        self._stage = _Stage.BODY
        if self._kind == "thinking":
            self._begin_body("answer")
        else:
            self.writer.write("".join(piece for piece in self._ending if not self._alphabet.is_certain(piece)))
        return text

    def _hold(self, text: str) -> str:
        self._held = text
        return ""


def _is_likely_header(text: str) -> bool:
    return len(text) <= _MAX_HEADER_CHARACTERS and "\n" not in text
