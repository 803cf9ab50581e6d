"""Waits for the first text of a reply, and takes the format that its first marker belongs to."""

from __future__ import annotations

from app.reasoning.channel_machine import ChannelMachine
from app.reasoning.delta import Kind
from app.reasoning.marker_search import MarkerSearch
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.segment_writer import SegmentWriter, indentation_of
from app.reasoning.spelled_tags import LONGEST_TAG, format_of_reply, may_become_tag
from app.reasoning.tag_machine import TagMachine, TagStage
from app.reasoning.token_alphabet import TokenAlphabet


class FirstMarkerMachine:
    """The state of a reply that may turn out to have another format than its template says.

    Fine-tunes and merges often keep the template of a base model that does not think, or thinks in other tags. If such
    a reply begins with the open marker of a fallback, or with any tag that has a word for thinking in it, it is split
    in that format; anywhere else the tag is ordinary text.
    """

    def __init__(
        self,
        form: ReasoningFormat,
        alphabet: TokenAlphabet,
        *,
        tools_offered: bool = False,
        is_at_line_start: bool = False,
        awaits_close: bool = False,
    ) -> None:
        self._alphabet = alphabet
        self._tools_offered = tools_offered
        self._is_at_line_start = is_at_line_start
        self._awaits_close = awaits_close
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

    @property
    def closed_unopened(self) -> bool | None:
        """Whether a thought ended that nothing had begun; `None` where that was not asked."""
        return self._chosen.closed_unopened if self._chosen else None

    def push(self, text: str) -> None:
        """Take the next piece of coded text."""
        if self._chosen is None:
            text = self._held + text
            body = text.lstrip()
            text = indentation_of(text[: len(text) - len(body)]) + body
            found = self._openers.at_start(body)
            plain = self._alphabet.without_shadows(body[:LONGEST_TAG])
            must_wait = not body or self._openers.may_become_marker(body) or may_become_tag(plain)
            if found is None and must_wait:
                self._held = text
                return
            spelled = None if plain.startswith(self._plain.open_markers) else format_of_reply(plain)
            self._choose(self._plain.fallbacks[found.meaning] if found else spelled)
            self._held = ""
        assert self._chosen is not None, "the first text has been seen"
        self._chosen.push(text)

    def finish(self) -> None:
        """End the reply: what was held back becomes text."""
        if self._chosen is None:
            self._choose(None).push(self._held)
        assert self._chosen is not None, "the reply is over"
        self._chosen.finish()

    def _choose(self, form: ReasoningFormat | None) -> TagMachine | ChannelMachine:
        self.form = form or self._plain
        if self.form.channels is not None:
            self._chosen = ChannelMachine(self.form.channels, self._alphabet, tools_offered=self._tools_offered)
        else:
            stage = TagStage.ANSWER if form is None and self._plain.fallbacks else TagStage.START
            self._chosen = TagMachine(
                self.form,
                self._alphabet,
                stage=stage,
                tools_offered=self._tools_offered,
                is_at_line_start=self._is_at_line_start,
                awaits_close=self._awaits_close and form is None,
            )
        return self._chosen


def _first_markers(form: ReasoningFormat) -> tuple[str, ...]:
    """Return what a reply in this format may begin with: a close marker too, where the model thought nothing."""
    return form.channels.markers if form.channels else form.open_markers + form.close_markers
