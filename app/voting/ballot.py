"""Counts the answers of several replies to one question, and knows when more would change nothing.

Waves: samples of one batch end together, and then nothing is left to save. So a vote *until sure* is begun with three
replies and goes on with as many as it takes at the least; it costs the tokens of asking one after another. The rule,
three more agree than disagree, is a sequential test: early-stopping self-consistency (2401.10480) with a margin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from app.voting.answer import Answer, AnswerGroup, AnswerKind, Outcome
from app.voting.words import ARTICLES, COPULA

_SAYS = re.compile(rf"(?:{COPULA}) ?(?:(?:{'|'.join(ARTICLES)}) )*$")
"""What a sentence has before the answer that it ends with."""
SURE_MARGIN = 3
"""So many more agree than disagree when a vote is sure."""


class Ballot:
    """Holds the votes of at most `samples` replies."""

    def __init__(self, samples: int, *, until_sure: bool = False) -> None:
        self.samples = samples
        self.until_sure = until_sure
        self._replies: dict[int, str] = {}
        self._answers: dict[int, Answer | None] = {}
        self._left_out = 0
        self._is_decided = False

    def count(self, sample: int, reply: str) -> None:
        """Count a reply that has ended by itself."""
        self._replies[sample] = reply = reply.encode(errors="replace").decode()  # JSON holds no lone surrogates
        from app.voting.extraction import answer_of  # what reads answers is loaded when there are some

        self._answers[sample] = answer_of(reply)
        self._is_decided = not self.needed

    def leave_out(self) -> None:
        """One reply has no vote: it was cut by its length."""
        self._left_out += 1
        self._is_decided = not self.needed

    def answer(self, sample: int) -> str | None:
        """Return what a reply that was counted answers, if that has a common form."""
        found = self._answers.get(sample)
        return found.text if found is not None else None

    @property
    def finished(self) -> int:
        """How many replies have been counted."""
        return len(self._replies)

    @property
    def needed(self) -> int:
        """How many more votes it takes at the least until the vote is over; 0 once it is."""
        left = self._left if not self._is_decided else 0  # what ends a moment too late changes no decision
        if not self.until_sure or not left:
            return left
        if not self.finished and not self._left_out:
            return min(SURE_MARGIN, left)
        votes = sorted((len(samples) for samples in self._answered()), reverse=True) or [0]
        lead, second, disagree = votes[0], sum(votes[1:2]), sum(votes[1:])
        to_be_sure = max(0, SURE_MARGIN + disagree - lead)
        to_be_fixed = max(0, (second + left - lead) // 2 + 1)
        return min(left, to_be_sure, to_be_fixed)

    def outcome(self) -> Outcome:
        """Return what the votes so far come to."""
        answered = self._answered()
        groups = [AnswerGroup(self._text(samples), samples) for samples in answered]
        kind, winner, is_by_likeness = AnswerKind.NONE, None, False
        if groups:
            kind = self._kind(answered[0])
            is_tie = len(groups) > 1 and len(groups[0].samples) == len(groups[1].samples)
            winner = None if is_tie else groups[0].answer
        else:
            groups = self._alike()
            kind = AnswerKind.TEXT if groups else kind
            is_by_likeness = bool(groups)
        grouped = {sample for group in groups for sample in group.samples}
        rest = tuple(sorted(self._replies.keys() - grouped))
        without = (AnswerGroup(None, rest),) if rest else ()
        cut = 0 if self.needed else self._left
        return Outcome(winner, kind, (*groups, *without), self.finished, cut, is_by_likeness)

    @property
    def _left(self) -> int:
        """How many have not voted that still could."""
        return max(0, self.samples - self.finished - self._left_out)

    def _answered(self) -> list[tuple[int, ...]]:
        """Return the samples with the same answers, most votes first."""
        groups: dict[tuple[str, str], list[int]] = {}
        for sample, answer in self._answers.items():
            if answer is not None:
                groups.setdefault((answer.key, answer.unit), []).append(sample)
        in_order = sorted(groups.values(), key=lambda samples: (-len(samples), min(samples)))
        joined: list[list[int]] = []
        for samples in in_order:
            same = next((other for other in joined if self._are_same(samples[0], other[0])), None)
            if same is None:
                joined.append(samples)
            else:
                same.extend(samples)
        return sorted((tuple(sorted(samples)) for samples in joined), key=lambda one: (-len(one), one[0]))

    def _are_same(self, one: int, other: int) -> bool:
        """Whether two answers with different keys are the same: a unit was left out, or one is a whole sentence."""
        first, second = self._answers[one], self._answers[other]
        assert first is not None
        assert second is not None
        if first.kind is AnswerKind.NUMBER is second.kind:
            bare, full = (second, first) if first.unit else (first, second)
            if full.unit == "%" and not bare.unit and Fraction(bare.key) * 100 == Fraction(full.key):
                return True
            if first.unit == second.unit:
                return _rounds(first.key, second.key) or _rounds(second.key, first.key)
            return not bare.unit and bare.key == full.written
        kinds = {first.kind, second.kind}
        if AnswerKind.NUMBER in kinds:
            number, words = (first, second) if first.kind is AnswerKind.NUMBER else (second, first)
            constant = re.fullmatch(r"~(-?\d[\d.e+-]*)", words.key)
            if constant is not None:
                return not number.unit and _rounds(constant[1], number.key, is_endless=True)
            return words.written != "" and words.written in (number.key, number.written)
        if first.kind is AnswerKind.TEXT is second.kind:
            short, long = sorted((first.key, second.key), key=len)
            return long.endswith(short) and _SAYS.search(long.removesuffix(short)) is not None
        return False

    def _text(self, samples: tuple[int, ...]) -> str:
        first = self._answers[samples[0]]
        assert first is not None
        return first.text

    def _kind(self, samples: tuple[int, ...]) -> AnswerKind:
        first = self._answers[samples[0]]
        assert first is not None
        return first.kind

    def _alike(self) -> list[AnswerGroup]:
        """Return the replies without a common form that say nearly the same, if there are such."""
        texts = {sample: reply for sample, reply in sorted(self._replies.items()) if reply.strip()}
        groups = sorted((group for group in alike(texts) if len(group) > 1), key=lambda group: (-len(group), group[0]))
        return [AnswerGroup(texts[group[0]].strip(), group) for group in groups]


def _rounds(exact: str, decimal: str, *, is_endless: bool = False) -> bool:
    """Whether a number without an end as a decimal is a decimal of four digits or more, rounded or cut off."""
    places = _places(Fraction(decimal))
    if (
        not places
        or len(decimal.partition("/")[0].lstrip("-")) < 4
        or not (is_endless or _places(Fraction(exact)) is None)
    ):
        return False
    return abs(Fraction(decimal) - Fraction(exact)) < Fraction(1, 10**places)


def _places(value: Fraction) -> int | None:
    """Return how many decimal places a number has, `None` for one without an end."""
    return next((places for places in range(13) if (value * 10**places).denominator == 1), None)


# Which texts say nearly the same.

_ALIKE = 0.6
_RUN = 3
_WORD = re.compile(r"[⺀-鿿]|[^\W⺀-鿿]+")


def alike(texts: Mapping[int, str]) -> list[tuple[int, ...]]:
    """Return the keys of texts in groups that share most of their word triples; each text is like its group's first."""
    groups: list[list[int]] = []
    found = {key: _triples(text) for key, text in texts.items()}
    for key, triples in found.items():
        for group in groups:
            first = found[group[0]]
            if len(triples & first) >= _ALIKE * len(triples | first):
                group.append(key)
                break
        else:
            groups.append([key])
    return [tuple(group) for group in groups]


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
