"""Splits a model's stream into thinking and answer, whatever the chunks.

A marker may be cut anywhere between two chunks, so the splitter holds back the longest suffix that could still
become a marker, and the whitespace that might end a thought, and nothing more: text appears as early as it safely can.
One thing is waited for longer: whether the beginning of a reply that opens no thought is one all the same, which only
its real close token tells; see `awaits_close`.
Cost is linear in the stream.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from app.reasoning.channel_machine import ChannelMachine
from app.reasoning.delta import Delta, Kind
from app.reasoning.marker_search import MarkerSearch
from app.reasoning.reasoning_format import ChannelProtocol, ReasoningFormat
from app.reasoning.segment_writer import SegmentWriter, indentation_of
from app.reasoning.spelled_tags import LONGEST_TAG, format_of_prompt, format_of_reply, may_become_tag
from app.reasoning.tag_machine import TagMachine, TagStage
from app.reasoning.token_alphabet import TokenAlphabet

_MAX_STEP_CHARACTERS = 4096
"""A chunk is worked through in steps of this size: each marker found copies at most the rest of a step."""


_WORDS = re.compile(r"(?:[^\W_]|[ ,.;'])+")


def is_words(text: str) -> bool:
    """Return whether a text has nothing but letters, digits, spaces, and what stands between words."""
    return _WORDS.fullmatch(text) is not None


class StreamSplitter:
    """Splits one reply. Feed it decoded text in any pieces; the result does not depend on where they were cut.

    `prompt_tail` is the end of the rendered prompt, which tells whether it has opened a thought. With `tools_offered`,
    tool markup that a model writes inside a thought ends it. Blank lines around thinking and answer are dropped.

    With `awaits_close`, text at the beginning of a reply in a format that thinks is held back for some twenty lines
    where the stream tells real tokens: if a close token comes, it was a thought. Where only the vocabulary tells that
    the model may think, a few lines are held back. Leave it out where the model has been told not to think, or is known
    to answer without a thought.
    """

    def __init__(
        self,
        format: ReasoningFormat,  # noqa: A002
        *,
        prompt_tail: str,
        tools_offered: bool = False,
        awaits_close: bool = True,
    ) -> None:
        format = _format_by_tail(format, prompt_tail)  # noqa: A001
        self._format = format
        self._alphabet = TokenAlphabet(format.markers)
        self._machine = _machine_for(
            format, self._alphabet, prompt_tail, tools_offered=tools_offered, awaits_close=awaits_close
        )
        self._machine.writer.take()
        self.given: tuple[Delta, ...] = ()
        """What a beginning has given that is not repeated."""
        self._judged: ReasoningFormat | None = None
        self._has_marks = False
        self._told: dict[str, str] = {}
        """What has been told already of what is held back, by kind."""

    @classmethod
    def continuing(
        cls,
        format: ReasoningFormat,  # noqa: A002
        *,
        prompt_tail: str,
        written: str,
        told_thinking: str = "",
        told_answer: str = "",
        tools_offered: bool = False,
        awaits_close: bool = True,
    ) -> StreamSplitter:
        """Return a splitter for the rest of a reply whose beginning is `written`.

        `prompt_tail` is the end of the prompt without the beginning. What the beginning itself gives is not repeated;
        what is held back at its end comes with the first delta, but for what was told of it when the reply was cut:
        `told_thinking` and `told_answer` are all that was known of it then.
        """
        splitter = cls(format, prompt_tail=prompt_tail, tools_offered=tools_offered, awaits_close=awaits_close)
        splitter.given = given = tuple(splitter.feed(written))
        for kind, text in (("thinking", told_thinking), ("answer", told_answer)):
            before = "".join(delta.text for delta in given if delta.kind == kind)
            if text.startswith(before):
                splitter._told[kind] = text[len(before) :]
        return splitter

    @property
    def state(self) -> Literal["start", "thinking", "answer"]:
        """What the next character would be; `start` as long as the reply has not shown which."""
        return self._machine.kind or "start"

    @property
    def is_thinking(self) -> bool:
        """Whether the reply is inside a thought."""
        return self._machine.kind == "thinking"

    @property
    def format(self) -> ReasoningFormat:
        """The format of this reply: for a model without one, that of the marker which the reply began with."""
        return self._machine.form if isinstance(self._machine, FirstMarkerMachine) else self._format

    @property
    def passes_words(self) -> bool:
        """Whether words (`is_words`) that come next change nothing: all that does ends with something else."""
        form = self.format
        if form is not self._judged:
            self._judged = form
            markers = form.markers.union(form.plain_markers)
            self._has_marks = form.channels is None and not any(is_words(marker[-1]) for marker in markers)
        return self._has_marks and self._machine.kind is not None

    @property
    def closed_unopened(self) -> bool | None:
        """Whether the reply's first thought was one that nothing had opened; `None` as long as nobody can know."""
        return self._machine.closed_unopened

    def feed(self, text: str, *, is_marker_token: bool | None = None) -> list[Delta]:
        """Take the next piece and return what can be shown.

        `is_marker_token` is True for a piece that is one of the format's single-token markers and False for one that is
        not: look-alike text in it does not act. Pass None unless this vocabulary holds the markers as single tokens.
        """
        for start in range(0, len(text), _MAX_STEP_CHARACTERS) if is_marker_token is not True else (0,):
            step = text if is_marker_token is True else text[start : start + _MAX_STEP_CHARACTERS]
            self._machine.push(self._alphabet.code(step, is_marker_token=is_marker_token))
        return self._take()

    def finish(self) -> list[Delta]:
        """End the reply and return what was still held back."""
        self._machine.finish()
        return self._take()

    def _take(self) -> list[Delta]:
        pieces = self._machine.writer.take()
        if len(pieces) == 1:
            deltas = [Delta(pieces[0][0], self._alphabet.decode(pieces[0][1]))]
        else:
            deltas = [
                Delta(kind, self._alphabet.decode("".join(text for _, text in run)))
                for kind, run in groupby(pieces, key=itemgetter(0))
            ]
        return self._untold(deltas) if self._told else deltas

    def _untold(self, deltas: list[Delta]) -> list[Delta]:
        """Return what has not been told already."""
        rest = [Delta(kind, text.removeprefix(self._told.pop(kind, ""))) for kind, text in deltas]
        return [delta for delta in rest if delta.text]


def _format_by_tail(form: ReasoningFormat, prompt_tail: str) -> ReasoningFormat:
    """Return the format whose open marker the prompt ends with, if the model's own does not say, else its own."""
    tail = prompt_tail.rstrip()
    by_marker = next((fallback for fallback in form.fallbacks if tail.endswith(fallback.open_markers)), None)
    return by_marker or (format_of_prompt(tail) if form.fallbacks else None) or form


def _machine_for(
    form: ReasoningFormat, alphabet: TokenAlphabet, prompt_tail: str, *, tools_offered: bool, awaits_close: bool
) -> TagMachine | ChannelMachine | FirstMarkerMachine:
    if form.channels is not None:
        channel_machine = ChannelMachine(form.channels, alphabet, tools_offered=tools_offered)
        channel_machine.push(begun_message(form.channels, prompt_tail))
        return channel_machine
    is_at_line_start = not prompt_tail or prompt_tail.endswith("\n")
    state = state_after_prompt(form, prompt_tail)
    if form.fallbacks or (state.stage is TagStage.START and form.takes_other_tags):
        may_be_unopened = bool(form.close_markers) and not (form.label or form.token_parts)
        return FirstMarkerMachine(
            form,
            alphabet,
            tools_offered=tools_offered,
            is_at_line_start=is_at_line_start,
            awaits_close=awaits_close and may_be_unopened and not prompt_tail.rstrip().endswith(form.close_markers),
        )
    machine = TagMachine(
        form, alphabet, stage=state.stage, tools_offered=tools_offered, is_at_line_start=is_at_line_start
    )
    if state.wrapper is not None:
        machine.set_wrapper(state.wrapper)
    return machine


# Decides from the end of a prompt whether it left a thought open.
#
# Only the tail counts: the history above may contain closed thoughts, and people quote markers.

_ROLE = r"(?:assistant|chatbot|bot|model|ai|user|human|system|response|instruction)"
_TURN_BOUNDARY = re.compile(
    r"<[|｜][^<>|｜\n]{1,40}[|｜]>|\[\|\w{1,20}\|\]|\[/?(?:INST|SYSTEM_PROMPT|TOOL_RESULTS)\]|<(?:\|turn|turn\|)>"
    r"|<[^<>\s]{0,30}(?:bos|eos|turn|sentence|role|special)[^<>\s]{0,30}>|[\]\[]~[!b]?[\]\[]|\[e~\["
    rf"|</?(?:s|{_ROLE})>|(?:^|\n)[ \t#]*{_ROLE}[ \t]*:",
    re.IGNORECASE,
)
"""What separates turns in templates; a marker that a person quoted has one of these after it."""
_ROLE_HEADER = re.compile(rf"(?:{_TURN_BOUNDARY.pattern}|\b{_ROLE})\W{{0,12}}\Z", re.IGNORECASE)
"""What a reply follows directly."""
_LOOK_BACK_CHARACTERS = 60


class TailState(NamedTuple):
    """Where a reply begins: the stage, and the index of the answer wrapper that the prompt opened."""

    stage: TagStage
    wrapper: int | None = None


def state_after_prompt(form: ReasoningFormat, prompt_tail: str) -> TailState:
    """Return where a reply in a format with tags begins after this end of a prompt."""
    tail = prompt_tail.rstrip()
    if form.label and tail.endswith(tuple(marker + form.label for marker in form.open_markers)):
        return TailState(TagStage.THOUGHT_START)
    if tail.endswith(form.open_markers):
        return TailState(TagStage.LABEL if form.label else TagStage.THOUGHT_START)
    if tail.endswith(form.close_markers):
        return TailState(TagStage.START)
    for index, wrapper in enumerate(form.wrappers):
        if tail.endswith(wrapper.open_marker):
            return TailState(TagStage.ANSWER_START, index)
    if form.starts_in_thinking:
        return TailState(TagStage.THOUGHT_START)
    return TailState(_stage_of_begun_reply(form, prompt_tail) or TagStage.START)


def _stage_of_begun_reply(form: ReasoningFormat, tail: str) -> TagStage | None:
    """Return the stage inside a reply that the prompt has begun, as when one that was cut off is continued.

    Careful, since the history holds thoughts too: the thought must follow a role directly, nothing that ends a turn
    may come after it, and the prompt must not end with a role.
    """
    opened_at, opener = max(((tail.rfind(marker), marker) for marker in form.open_markers), default=(-1, ""))
    if opened_at < 0 or not _follows_role(tail, opened_at) or _follows_role(tail, len(tail)):
        return None
    written = tail[opened_at + len(opener) :]
    is_closed = any(marker in written for marker in form.close_markers)
    for marker in form.close_markers:
        written = written.replace(marker, "")
    if _TURN_BOUNDARY.search(written):
        return None
    return TagStage.ANSWER if is_closed else TagStage.THOUGHT


def _follows_role(tail: str, at: int) -> bool:
    return _ROLE_HEADER.search(tail[max(0, at - _LOOK_BACK_CHARACTERS) : at]) is not None


def begun_message(protocol: ChannelProtocol, prompt_tail: str) -> str:
    """Return the part of the tail that belongs to the reply in a channel protocol: from its header on."""
    at = prompt_tail.rfind(protocol.message_start + protocol.role)
    if at < 0:
        places = [prompt_tail.rfind(marker) for marker in (protocol.header_restart, *protocol.body_start) if marker]
        at = min((place for place in places if place >= 0), default=-1)
    return prompt_tail[at:] if at >= 0 else ""


# Waits for the first text of a reply, and takes the format that its first marker belongs to.


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
