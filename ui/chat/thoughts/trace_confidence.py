"""How sure the model was of the words of a trace, if somebody took note: where it wavered, and what it nearly said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from PySide6.QtCore import QCoreApplication

from app.history.confidence import TokenConfidence, confidence_in
from app.history.records import ModelStep, Step
from app.reasoning import StepKind
from app.text import quoted
from ui.chat.thoughts.trace_outline import outline_of
from ui.chat.thoughts.trace_text import GAP, piece_of
from ui.widgets.spoken_numbers import number_text

_UNSURE = 0.5
"""Below this probability another word was nearly said."""
_NEAR_TIE = 0.15
"""Where the likeliest word was no further ahead of the second, the road forks."""
_TURNS = frozenset({StepKind.DOUBT, StepKind.FAILED_CHECK, StepKind.RETURN, StepKind.ALTERNATIVE})


@dataclass(frozen=True, slots=True)
class TraceConfidence:
    """The drawn tokens of a trace in order, where they stand in its text, and where a step turns to something else."""

    text: str = ""
    tokens: tuple[TokenConfidence, ...] = ()
    turns: tuple[int, ...] = ()

    def unsure_spans(self) -> list[tuple[int, int]]:
        """Return from where to where words stand that were less likely than not, in order."""
        spans: list[tuple[int, int]] = []
        for token in self.tokens:
            if token.probability >= _UNSURE:
                continue
            if spans and spans[-1][1] == token.start:
                spans[-1] = (spans[-1][0], token.end)
            else:
                spans.append((token.start, token.end))
        return [span for span in (self._without_space(*one) for one in spans) if span[0] < span[1]]

    def place_of(self, token: TokenConfidence) -> tuple[int, int]:
        """Return from where to where a token stands, without the space before its word."""
        begin, end = self._without_space(token.start, token.end)
        return (begin, end) if begin < end else (token.start, token.end)

    def forks(self) -> list[TokenConfidence]:
        """Return the tokens beside which another one was almost as likely."""
        return [token for token in self.tokens if token.margin <= _NEAR_TIE and token.nearly_said]

    def token_at(self, place: int) -> TokenConfidence | None:
        """Return the token that a character of the trace is of."""
        at = bisect_right(self.tokens, place, key=lambda token: token.start) - 1
        return self.tokens[at] if at >= 0 and place < self.tokens[at].end else None

    def words_of(self, token: TokenConfidence) -> str:
        """Return in words how sure the model was of a token, and what it nearly said."""
        said = _chance_text(self.text[token.start : token.end], token.probability)
        if not token.nearly_said:
            return said
        others = (_chance_text(word, chance) for word, chance in token.nearly_said)
        listed = reduce(lambda some, one: _tr("{some}, {one}").format(some=some, one=one), others)
        return _tr("{said} · nearly said: {others}").format(said=said, others=listed)

    def _without_space(self, begin: int, end: int) -> tuple[int, int]:
        words = self.text[begin:end]
        return begin + len(words) - len(words.lstrip()), begin + len(words.rstrip())


def confidence_of_trace(steps: Sequence[Step]) -> TraceConfidence:
    """Return what is known of a reply's trace: nothing if nobody took note."""
    tokens: list[TokenConfidence] = []
    pieces: list[str] = []
    begin = 0
    for step in steps:
        piece = piece_of(step)
        pieces += [piece] if piece else []
        if isinstance(step, ModelStep):
            known = (token for token in confidence_in(step, piece) if token.end > token.start)
            tokens += [replace(token, start=begin + token.start, end=begin + token.end) for token in known]
        begin += len(piece) + len(GAP) if piece else 0
    if not tokens:
        return TraceConfidence()
    sections = outline_of(steps)
    turns = [step.start + section.offset for section in sections for step in section.steps if step.kind in _TURNS]
    return TraceConfidence(GAP.join(pieces), tuple(tokens), tuple(turns))


def _chance_text(word: str, chance: float) -> str:
    return _tr("“{word}” {percent}").format(word=_word(word), percent=_percent(chance))


def _word(word: str) -> str:
    return quoted(word.replace("\n", "⏎").strip(" ") or "␣")


def _percent(share: float) -> str:
    return _tr("{number} %").format(number=number_text(round(share * 100)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("TraceConfidence", text)
