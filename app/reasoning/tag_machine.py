"""Splits replies that mark the thought with an open and a close marker inside one message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import TypeAlias

from app.reasoning.delta import Kind
from app.reasoning.marker_search import MarkerSearch
from app.reasoning.quotation import Quotation
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.segment_writer import SegmentWriter, indentation_of
from app.reasoning.token_alphabet import TokenAlphabet

_MOST_UNDECIDED = 2_000
"""Characters that are held back at most because a thought may end that nothing began: some twenty lines."""
_MOST_UNLIKELY = 300
"""The same where the template does not say that the model thinks at all."""


class TagStage(Enum):
    """Where in the reply the machine is."""

    START = auto()
    """Nothing but whitespace so far; an open marker would begin a thought."""
    UNDECIDED = auto()
    """In text that a real close token may still show to be a thought."""
    LABEL = auto()
    """Right after an open marker that a label may follow."""
    THOUGHT_START = auto()
    """In a thought without text; a repeated open marker is dropped."""
    THOUGHT = auto()
    """In a thought."""
    ANSWER_START = auto()
    """After the thought; a repeated close marker or an answer wrapper is dropped."""
    RESUMED = auto()
    """In the answer, after a thought without text; a repeated close marker is dropped."""
    ANSWER = auto()
    """In the answer."""
    ENDING = auto()
    """After a marker that ends the answer if nothing follows."""


_THINKING_STAGES = frozenset({TagStage.LABEL, TagStage.THOUGHT_START, TagStage.THOUGHT})


class TagMachine:
    """The state of one reply in a format with tags.

    Works on coded text (`TokenAlphabet`). Each method of a stage takes the text not yet dealt with and returns what
    the next stage should look at; what may still become a marker is held.
    """

    def __init__(
        self,
        form: ReasoningFormat,
        alphabet: TokenAlphabet,
        *,
        stage: TagStage,
        tools_offered: bool = False,
        is_at_line_start: bool = False,
        awaits_close: bool = False,
    ) -> None:
        """With `awaits_close` a reply that begins with text is held for a while: it may be a thought nothing began."""
        self.writer = SegmentWriter()
        self._format = form
        self._alphabet = alphabet
        self._tables = TagTables(form, alphabet, tools_offered=tools_offered)
        self._holds_answer_space = form.reenters or bool(form.wrappers or form.trailers)
        self._wrapper: int | None = None
        self._held = ""
        self._ending: list[str] = []
        self._interrupted_space: str | None = None
        self._awaits_close = awaits_close
        self._undecided_text: list[str] = []
        self._is_closed_late = False
        """Whether a close token has come in an answer that was taken for no thought."""
        self.closed_unopened: bool | None = None
        """Whether a thought ended that nothing had begun; `None` where that was not asked."""
        self._steps = {
            TagStage.START: self._start,
            TagStage.UNDECIDED: self._undecided,
            TagStage.LABEL: self._label,
            TagStage.THOUGHT_START: self._thought_start,
            TagStage.THOUGHT: self._thought,
            TagStage.ANSWER_START: self._answer_start,
            TagStage.RESUMED: self._resumed,
            TagStage.ANSWER: self._answer,
            TagStage.ENDING: self._after_ending,
        }
        self._stage = stage
        if stage in _THINKING_STAGES:
            self.writer.begin("thinking", is_at_line_start=is_at_line_start)
        else:
            self.writer.begin("answer", holds_space=self._holds_answer_space, is_at_line_start=is_at_line_start)

    @property
    def kind(self) -> Kind | None:
        """What the next character will be: thinking, answer, or not known yet."""
        if self._stage in (TagStage.START, TagStage.UNDECIDED):
            return None
        return "thinking" if self._stage in _THINKING_STAGES else "answer"

    def set_wrapper(self, index: int) -> None:
        """Note that the prompt has opened the answer wrapper with this index."""
        self._wrapper = index

    def push(self, text: str) -> None:
        """Take the next piece of coded text."""
        text = self._held + text
        self._held = ""
        while text:
            text = self._steps[self._stage](text)

    def finish(self) -> None:
        """End the reply: what was held back becomes text."""
        if self._stage is TagStage.UNDECIDED:
            self.push(self._answer_after_all())
        held, self._held = self._held, ""
        if self._stage is TagStage.ENDING:
            return
        if self._stage is TagStage.LABEL and self._alphabet.decode(held) == self._format.label:
            return
        if not self._alphabet.is_certain(held):  # of a marker that was cut, its real tokens are no text
            self.writer.write(held)
        if self.kind != "thinking":
            self.writer.flush_space()

    def _begin_thought(self) -> None:
        self._stage = TagStage.LABEL if self._format.label else TagStage.THOUGHT_START
        self.writer.begin("thinking")

    def _begin_answer(self) -> None:
        interrupted, self._interrupted_space = self._interrupted_space, None
        if interrupted is not None and self.writer.is_fresh:
            self._stage = TagStage.RESUMED
            self.writer.resume("answer", interrupted)
            return
        self._stage = TagStage.ANSWER_START
        self.writer.begin("answer", holds_space=self._holds_answer_space)

    def _open_wrapper(self, index: int) -> None:
        self._begin_answer()
        self._wrapper = index

    def _start(self, text: str) -> str:
        text, body = _split_indentation(text)
        found = self._tables.start.at_start(body)
        if found is not None:
            return self._act(found.meaning, body[found.end :])
        must_wait = not body or self._tables.start.may_become_marker(body)
        awaits = self._awaits_close and self._alphabet.tells_tokens
        return self._wait_or_go_on(text, must_wait, TagStage.UNDECIDED if awaits else TagStage.ANSWER)

    def _undecided(self, text: str) -> str:
        found = self._tables.certain.find(text)
        while found is not None:
            before = "".join(self._undecided_text) + text[: found.start]
            quotation = Quotation()
            quotation.add(before)
            if not quotation.is_open():
                break
            found = self._tables.certain.find(text, found.end)
        if found is not None and found.meaning is Meaning.CLOSE:
            self.closed_unopened = True
            self._undecided_text.clear()
            self.writer.begin("thinking")
            self.writer.write(before)
            return self._act(found.meaning, text[found.end :])
        self._undecided_text.append(text)
        most = _MOST_UNDECIDED if self._format.thinks else _MOST_UNLIKELY
        if found is None and sum(map(len, self._undecided_text)) <= most:
            return ""
        return self._answer_after_all()

    def _answer_after_all(self) -> str:
        text = "".join(self._undecided_text)
        self._undecided_text.clear()
        self.closed_unopened = False
        self._stage = TagStage.ANSWER
        return text

    def _label(self, text: str) -> str:
        found = self._tables.label.at_start(text)
        if found is not None:
            self._stage = TagStage.THOUGHT_START
            return text[len(self._format.label) :]
        return self._wait_or_go_on(text, self._tables.label.may_become_marker(text), TagStage.THOUGHT_START)

    def _thought_start(self, text: str) -> str:
        text, body = _split_indentation(text)
        found = self._tables.openers.at_start(body)
        if found is not None:
            self._begin_thought()
            return body[found.end :]
        return self._wait_or_go_on(text, not body or self._tables.openers.may_become_marker(body), TagStage.THOUGHT)

    def _thought(self, text: str) -> str:
        found = self._tables.thought.find(text)
        if found is None:
            return self._write_all_but(text, self._tables.thought.held_back(text))
        self.writer.write(text[: found.start])
        if found.meaning is Meaning.IMPLICIT_CLOSE:
            self._begin_answer()
            self._stage = TagStage.ANSWER
            self.writer.write(text[found.start : found.end])
            return text[found.end :]
        return self._act(found.meaning, text[found.end :])

    def _answer_start(self, text: str) -> str:
        text, body = _split_indentation(text)
        table = self._tables.answer_start
        found = table.at_start(body)
        if found is None:
            return self._wait_or_go_on(text, not body or table.may_become_marker(body), TagStage.ANSWER)
        return self._act(found.meaning, body[found.end :])

    def _resumed(self, text: str) -> str:
        body = text.lstrip()
        found = self._tables.answer_start.at_start(body)
        if found is None:
            return self._wait_or_go_on(
                text, not body or self._tables.answer_start.may_become_marker(body), TagStage.ANSWER
            )
        if found.meaning is Meaning.OPEN:
            self._interrupt_answer(self.writer.take_space())
        elif isinstance(found.meaning, int):
            self._open_wrapper(found.meaning)
        return body[found.end :]

    def _answer(self, text: str) -> str:
        table = self._tables.answer(self._wrapper)
        found = table.find(text)
        if self._is_closed_late and text[: found.start if found is not None else None].strip():
            self.closed_unopened, self._is_closed_late = True, False
        if found is None:
            return self._write_all_but(text, table.held_back(text))
        self.writer.write(text[: found.start])
        marker = text[found.start : found.end]
        if found.meaning in (Meaning.OPEN, Meaning.CLOSE) and self.writer.is_quoting:
            self.writer.write(marker)
        elif found.meaning is Meaning.OPEN:
            self._interrupt_answer(self.writer.take_space())
        elif isinstance(found.meaning, int):
            self._open_wrapper(found.meaning)
        elif found.meaning is Meaning.CLOSE and self._alphabet.is_certain(marker):
            self._is_closed_late = self.closed_unopened is False
        elif found.meaning is Meaning.END or not self._alphabet.is_certain(marker):
            self._ending = [self.writer.take_space(), marker]
            self._stage = TagStage.ENDING
        return text[found.end :]

    def _after_ending(self, text: str) -> str:
        body = text.lstrip()
        if len(body) < len(text):
            self._ending.append(text[: len(text) - len(body)])
        table, calls = self._tables.answer(self._wrapper), self._tables.calls
        found = table.at_start(body)
        if found is not None:
            if found.meaning is Meaning.OPEN:
                self._interrupt_answer("")
            elif isinstance(found.meaning, int):
                self._open_wrapper(found.meaning)
            else:
                self._ending.append(body[: found.end])
            return body[found.end :]
        if not body or table.may_become_marker(body) or calls.may_become_marker(body):
            self._held = body
            return ""
        is_call = calls.at_start(body) is not None
        self.writer.write("".join(piece for piece in self._ending if self._is_text(piece, before_call=is_call)))
        self._stage = TagStage.ANSWER
        return body

    def _is_text(self, ending: str, *, before_call: bool) -> bool:
        """Whether a piece of what might have been the end is part of the answer, since more of it follows."""
        return not ending.strip() if before_call else not self._alphabet.is_certain(ending)

    def _interrupt_answer(self, space: str) -> None:
        self._interrupted_space = space if self.writer.has_spoken("answer") else None
        self._begin_thought()

    def _act(self, meaning: Meaning | int, rest: str) -> str:
        if meaning is Meaning.OPEN:
            self._begin_thought()
        elif meaning is Meaning.CLOSE:
            self._begin_answer()
        elif isinstance(meaning, int):
            self._open_wrapper(meaning)
        return rest

    def _wait_or_go_on(self, text: str, must_wait: bool, next_stage: TagStage) -> str:
        if not text or must_wait:
            self._held = text
            return ""
        self._stage = next_stage
        return text

    def _write_all_but(self, text: str, held_length: int) -> str:
        ready = len(text) - held_length
        self.writer.write(text[:ready])
        self._held = text[ready:]
        return ""


def _split_indentation(text: str) -> tuple[str, str]:
    """Return the text without blank lines at its beginning, and without any white space there."""
    body = text.lstrip()
    return indentation_of(text[: len(text) - len(body)]) + body, body


# The markers that count at each stage of a reply with tags.


class Meaning(Enum):
    """What a marker does."""

    OPEN = auto()
    """Begins a thought."""
    CLOSE = auto()
    """Ends a thought, or is dropped where no thought is."""
    IMPLICIT_CLOSE = auto()
    """Ends a thought and is itself part of the answer."""
    END = auto()
    """Ends the answer if nothing follows."""


Table: TypeAlias = MarkerSearch[Meaning | int]
"""Markers with their meaning; a number is the index of the wrapper that the marker opens."""


class TagTables:
    """The markers of one format, by stage, in all their coded forms."""

    def __init__(self, form: ReasoningFormat, alphabet: TokenAlphabet, *, tools_offered: bool) -> None:
        self._format = form
        self._alphabet = alphabet
        opens = self._forms(form.open_markers, Meaning.OPEN)
        closes = self._forms(form.close_markers, Meaning.CLOSE)
        implicit = self._forms(form.implicit_closes if tools_offered else (), Meaning.IMPLICIT_CLOSE)
        wraps = self._wrapper_opens(include_plain=True)
        self.start: Table = MarkerSearch({**opens, **closes, **wraps})
        self.openers: Table = MarkerSearch(opens)
        self.thought: Table = MarkerSearch({**closes, **implicit, **self._wrapper_opens(include_plain=False)})
        self.answer_start: Table = MarkerSearch({**closes, **wraps, **self._second_opens()})
        certain = {coded: Meaning.CLOSE for close in form.close_markers for coded in alphabet.token_forms(close)}
        self.certain: Table = MarkerSearch({**certain, **self._second_opens()})
        self.calls: Table = MarkerSearch(implicit)
        after_label = ("\n", *closes) if form.label else ()
        self.label: Table = MarkerSearch({form.label + after: Meaning.OPEN for after in after_label})
        self._answers: dict[int | None, Table] = {}

    def answer(self, wrapper: int | None) -> Table:
        """Return the markers that count in the answer when this wrapper is open."""
        if wrapper not in self._answers:
            self._answers[wrapper] = MarkerSearch(self._answer_meanings(wrapper))
        return self._answers[wrapper]

    def _answer_meanings(self, wrapper: int | None) -> dict[str, Meaning | int]:
        form = self._format
        markup = [marker for marker in form.close_markers if not marker[0].isalpha()]  # a phrase may be meant
        meanings = {**self._forms(markup, Meaning.CLOSE), **self._second_opens()}
        for index, answer_wrapper in enumerate(form.wrappers):
            meanings.update(dict.fromkeys(self._alphabet.token_forms(answer_wrapper.open_marker), index))
        closing = [w.close_marker for i, w in enumerate(form.wrappers) if i == wrapper or w.closes_alone]
        meanings.update(self._forms((*closing, *form.trailers), Meaning.END))
        return meanings

    def _second_opens(self) -> dict[str, Meaning | int]:
        """Return what begins another thought after an answer: real tokens, and text where the family does so."""
        form = self._format
        if form.reenters:
            return dict(self._forms(form.open_markers, Meaning.OPEN))
        return {coded: Meaning.OPEN for marker in form.open_markers for coded in self._alphabet.token_forms(marker)}

    def _wrapper_opens(self, *, include_plain: bool) -> dict[str, Meaning | int]:
        opens: dict[str, Meaning | int] = {}
        for index, wrapper in enumerate(self._format.wrappers):
            if include_plain or wrapper.open_marker not in self._format.plain_markers:
                opens.update(self._forms((wrapper.open_marker,), index))
        return opens

    def _forms(self, markers: Iterable[str], meaning: Meaning | int) -> Mapping[str, Meaning | int]:
        plain = self._format.plain_markers
        return {form: meaning for marker in markers for form in self._alphabet.forms(marker, is_plain=marker in plain)}
