"""Waits for the first text of a reply of unknown format, and takes the format that its first marker belongs to."""

from __future__ import annotations

from app.reasoning.channel_machine import ChannelMachine
from app.reasoning.delta import Kind
from app.reasoning.marker_search import MarkerSearch
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.segment_writer import SegmentWriter
from app.reasoning.tag_machine import TagMachine, TagStage
from app.reasoning.token_alphabet import TokenAlphabet


class FirstMarkerMachine:
    """The state of a reply whose template names no markers.

    Fine-tunes and merges often keep the template of a base model that does not think. If such a reply begins with the
    open marker of a known format, it is split in that format; anywhere else the marker is ordinary text.
    """

    def __init__(self, form: ReasoningFormat, alphabet: TokenAlphabet, *, tools_offered: bool = False) -> None:
        self._alphabet = alphabet
        self._tools_offered = tools_offered
        self._fallbacks = form.fallbacks
        self._openers = MarkerSearch(
            {
                coded: index
                for index, fallback in reversed(list(enumerate(form.fallbacks)))
                for marker in _first_markers(fallback)
                for coded in alphabet.forms(marker, is_plain=marker in fallback.plain_markers)
            }
        )
        self._held = ""
        self._chosen: TagMachine | ChannelMachine | None = None
        self._waiting_writer = SegmentWriter()
        self._plain = form
        self.form = form
        """The format that the reply turned out to have."""

    @property
    def writer(self) -> SegmentWriter:
        """Where the pieces are collected."""
        return self._chosen.writer if self._chosen else self._waiting_writer

    @property
    def kind(self) -> Kind | None:
        """What the next character will be: thinking, answer, or not known yet."""
        return self._chosen.kind if self._chosen else None

    def push(self, text: str) -> None:
        """Take the next piece of coded text."""
        if self._chosen is None:
            text = (self._held + text).lstrip()
            found = self._openers.at_start(text)
            if found is None and (not text or self._openers.may_become_marker(text)):
                self._held = text
                return
            self._chosen = self._choose(self._fallbacks[found.meaning] if found else None)
        self._chosen.push(text)

    def finish(self) -> None:
        """End the reply: what was held back becomes text."""
        if self._chosen is None:
            self._chosen = self._choose(None)
            self._chosen.push(self._held)
        self._chosen.finish()

    def _choose(self, form: ReasoningFormat | None) -> TagMachine | ChannelMachine:
        self.form = form or self._plain
        if form is None:
            return TagMachine(self._plain, self._alphabet, stage=TagStage.ANSWER)
        if form.channels is not None:
            return ChannelMachine(form.channels, self._alphabet)
        return TagMachine(form, self._alphabet, stage=TagStage.START, tools_offered=self._tools_offered)


def _first_markers(form: ReasoningFormat) -> tuple[str, ...]:
    """Return what a reply in this format may begin with: a close marker too, where the model thought nothing."""
    return form.channels.markers if form.channels else form.open_markers + form.close_markers
