"""The markers that count at each stage of a reply with tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import TypeAlias

from app.reasoning.marker_search import MarkerSearch
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.token_alphabet import TokenAlphabet


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
