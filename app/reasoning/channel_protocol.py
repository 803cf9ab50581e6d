"""Protocols in which the thought is a message of its own rather than a tagged part of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
