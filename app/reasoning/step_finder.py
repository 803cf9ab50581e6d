"""Finds the steps of a thought while it streams, without a model: by its paragraphs and by what its words stand for.

Each sentence is looked at once, when it is complete, so the cost of a character does not depend on how long the thought
is. What is seen in it (`sentence_reader.py`), and where it stands, is weighed for each kind of step, and for its being
none, by weights that were learned of marked thoughts (`step_weights.py`). A step gathers evidence: what its later
sentences say, with what the next step begins, that another one beside it begins alike, that nothing follows. So its
kind may change while it goes on: a check that fails is told by its result, and the first of several cases by the
second.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import repeat

from app.reasoning.sentence_reader import Sentence, SentenceReader
from app.reasoning.step_weights import PACKED, unpacked
from app.reasoning.trace_steps import StepKind, TraceStep

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]*]*(?=\s)|[。！？][」』”）]*(?=[^」』”）])|\n")
_ITEM = re.compile(r"\s*(?:\d{1,3}|[A-Za-z])\.\Z")
"""The number of an item in a list, whose full stop ends no sentence."""
_VERBATIM = ("```", "~~~", "$$", "\\[")
"""Begin lines of code or of a formula, which belong to the step that they stand in."""
_CLOSING = {"\\[": "\\]"}
_LONGEST_SENTENCE = 2000
_HELD_BACK = 8
"""Characters at the end of what has come that may still belong to the end of a sentence."""
_SHAPES = ("bullet", "equation", "label", "number", "strong")
"""Forms that paragraphs and lines side by side may share."""
_RESUMING = frozenset({"equation", "found", "number", "numeric", "question", "recalled", "short"})
"""Forms that tell, after some kinds of step, whether a sentence of the same line goes on with it."""

_PARAGRAPH = 2
"""So many line breaks always begin a step."""
_SIDE_BY_SIDE = (StepKind.ALTERNATIVE, StepKind.CASE)
"""Each of these is a step of its own."""

KINDS = tuple(StepKind)
GOES_ON = len(KINDS)
"""The place behind the kinds, of what begins no step."""


class StepFinder:
    """Takes a thought in pieces; `steps` is what has been found of it."""

    def __init__(self) -> None:
        self.steps: list[TraceStep] = []
        self._reader = SentenceReader()
        self._pending = ""
        self._scanned = 0
        self._done = 0
        """Where what is pending begins in the thought."""
        self._newlines = _PARAGRAPH
        self._in_line = 0
        """How many sentences of the same line came before."""
        self._has_lines = False
        """Whether the thought has more lines than one."""
        self._verbatim = ""
        """What ends the code or the formula that is being taken."""
        self._before: set[str] = set()
        """What was seen in the sentence before,"""
        self._opened: set[str] = set()
        """and with what it began."""
        self._latest: tuple[int, set[str]] = (0, set())
        """Where the latest sentence begins, and what speaks for a step there."""
        self._first = Sentence(set(), set(), set(), "", set(), set())
        """The first sentence of the latest step."""
        self._is_block = False
        """Whether that began a paragraph or a line."""
        self._sentences = 0
        """How many the latest step has."""
        self._evidence: set[str] = set()
        """What is known of the latest step,"""
        self._score = 0
        """what that says for each kind, packed,"""
        self._verdict: set[str] = set()
        """and what the end of its latest sentence says."""
        self._marks: list[tuple[int, int, float]] = []
        """Where each piece began, after how many tokens and seconds; those of steps that have begun are forgotten."""
        self._changed = 0

    def feed(self, text: str, *, tokens: int = 0, seconds: float = 0.0) -> int:
        """Take what comes next, and return the place of the first step that is new or has changed.

        `tokens` and `seconds` are those of the thought before this text.
        """
        self._marks.append((self._done + len(self._pending), tokens, seconds))
        self._changed = len(self.steps)
        self._pending += text
        begun = 0
        while True:
            end = self._sentence_end(begun)
            if end is None:
                break
            closes = "\n" in self._pending[end - 1 : end + 1]
            self._take(self._pending[begun:end], self._done + begun, closes)
            begun = end
        self._done += begun
        self._pending = self._pending[begun:]
        self._scanned = max(0, len(self._pending) - _HELD_BACK)
        return self._changed

    def finish(self) -> list[TraceStep]:
        """Take what is left as complete, and return all steps."""
        if self._pending:
            self._take(self._pending, self._done, closes=True)
            self._done += len(self._pending)
            self._pending = ""
        if len(self.steps) > 1:
            self._end()
        return self.steps

    def _sentence_end(self, begun: int) -> int | None:
        scan = max(begun, self._scanned)
        while found := _SENTENCE_END.search(self._pending, scan):
            if found[0] != "." or not _ITEM.match(self._pending[begun : found.end()]):
                return found.end()
            scan = found.end()
        is_long = len(self._pending) - begun > _LONGEST_SENTENCE
        return begun + _LONGEST_SENTENCE if is_long else None

    def _take(self, text: str, start: int, closes: bool) -> None:
        words = text.lstrip()
        newlines = self._newlines + text.count("\n", 0, len(text) - len(words))
        if not words:
            self._newlines = newlines
            return
        self._newlines = int(text.endswith("\n"))
        if self._is_verbatim(words) and self.steps:
            return
        start += len(text) - len(words)
        sentence = self._reader.read(words)
        beside = self._beside(sentence) if newlines and self._is_block else set()
        if beside:
            self._add(beside)
        self._in_line = 0 if newlines else self._in_line + 1
        self._has_lines = self._has_lines or (newlines > 0 and bool(self.steps))
        features = self._features(sentence, newlines) | self._position(sentence, closes) | beside
        if newlines >= _PARAGRAPH or self._begins(features, start):
            if self.steps:
                begun = {f"next^{one}" for one in sentence.head} | {f"next~^{one}" for one in sentence.opening}
                self._add({"next"} | begun)
            self._begin(start, features)
            self._first, self._is_block = sentence, newlines > 0
        else:
            self._sentences += 1
            self._verdict = _verdict(sentence.end)
            said = {f"+{one}" for one in sentence.seen | _pairs(sentence.seen) | sentence.words}
            self._add(said | {f"+^{one}" for one in sentence.head} | {f"+~^{one}" for one in sentence.opening})
        self._before = sentence.seen
        self._opened = sentence.opening
        self._latest = (start, features)

    def _is_verbatim(self, line: str) -> bool:
        """Whether this is a line of code, or of a formula that stands by itself."""
        if self._verbatim:
            if self._verbatim in line:
                self._verbatim = ""
            return True
        for mark in _VERBATIM:
            if line.startswith(mark):
                end = _CLOSING.get(mark, mark)
                self._verbatim = "" if end in line[len(mark) :] else end
                return True
        return False

    def _features(self, sentence: Sentence, newlines: int) -> set[str]:
        """Return what speaks for and against a step that begins with this sentence."""
        now = self.steps[-1].kind.value if self.steps else "none"
        gap = min(newlines, 2)
        place = "p" if newlines else "i"
        features = {"bias", place, f"{gap}/{now}", f"{gap}/{now}/{min(self._sentences, 3)}"}
        features |= sentence.seen | _pairs(sentence.seen) | _verdict(sentence.end)
        features |= {f"{kind}^{one}" for kind in ("", place) for one in sentence.head}
        features |= sentence.words | {f"{kind}~^{one}" for kind in ("", place) for one in sentence.opening}
        features |= {f"~<{one}" for one in self._opened}
        back = self.steps[-2].kind.value if len(self.steps) > 1 else "none"
        features.add(f"{gap}/{now}/after {back}")
        if not newlines:
            features |= {f"{now}>{one}" for one in sentence.head | sentence.seen & _RESUMING}
            features |= {f"{now}>~{one}" for one in sentence.opening}
        if "question" in self._before:
            features |= {"asked", f"asked/{now}"}
        if "colon" in self._before:
            features.add("after colon")
        return features

    def _position(self, sentence: Sentence, closes: bool) -> set[str]:
        """Return where in the thought and in its paragraph a sentence stands."""
        now = self.steps[-1].kind.value if self.steps else "none"
        at, line = min(len(self.steps), 3), min(self._in_line, 3)
        features = {f"at{at}"}
        if line:
            features |= {f"i{line}", f"i{line}/{now}"}
            if closes:
                features |= {"closes", *(f"closes^{one}" for one in sentence.head)}
                features |= {f"closes~^{one}" for one in sentence.opening}
        if at <= 1:
            features |= {f"at{at}^{one}" for one in sentence.head}
            features |= {f"at{at}~^{one}" for one in sentence.opening}
        if self.steps and not self._has_lines:
            features |= {"lone", f"lone/{now}", *(f"lone^{one}" for one in sentence.head)}
        return features

    def _beside(self, sentence: Sentence) -> set[str]:
        """Return how a paragraph or line begins like the one before."""
        alike = {f"alike^{one}" for one in ("if", "case") if one in sentence.head & self._first.head}
        alike |= {f"alike/{one}" for one in _SHAPES if one in sentence.seen & self._first.seen}
        if sentence.first == self._first.first:
            alike |= {"alike", *(f"alike&{one}" for one in alike)}
        return alike

    def _begins(self, features: set[str], start: int) -> bool:
        """Whether a step begins with this sentence; inside a line none does that is of the same kind as the latest."""
        scores = unpacked(_weighed(features))
        best = scores.index(max(scores))
        return best != GOES_ON and (
            "p" in features or KINDS[best] is not self.steps[-1].kind or KINDS[best] in _SIDE_BY_SIDE
        )

    def _begin(self, start: int, features: set[str]) -> None:
        at = max(0, bisect_right(self._marks, (start + 1,)) - 1)
        _, tokens, seconds = self._marks[at]
        del self._marks[:at]
        self._sentences = 1
        self._verdict = {one for one in features if one.startswith("$")}
        self._evidence = features - self._verdict
        self._score = _weighed(self._evidence)
        self.steps.append(TraceStep(self._kind(start), start, tokens, seconds))

    def _add(self, features: set[str]) -> None:
        """Let the latest step be of another kind, if what has become known of it says so."""
        new = features - self._evidence
        self._evidence |= new
        self._score += _weighed(new)
        latest = self.steps[-1]
        kind = self._kind(latest.start)
        if kind is not latest.kind:
            self.steps[-1] = replace(latest, kind=kind)
            self._changed = min(self._changed, len(self.steps) - 1)

    def _kind(self, start: int) -> StepKind:
        scores = unpacked(self._score + _weighed(self._verdict))[:GOES_ON]
        return KINDS[scores.index(max(scores))]

    def _end(self) -> None:
        """Let the last sentence, and the last step, be judged by that nothing follows."""
        start, features = self._latest
        if start > self.steps[-1].start:
            features = features | _last(features)
            if self._begins(features, start):
                self._begin(start, features)
                return
        self._add(_last(self._evidence))


def _last(features: set[str]) -> set[str]:
    return {"last"} | {f"last{one}" for one in features if one.startswith("^")}


def _verdict(end: set[str]) -> set[str]:
    denied = {f"$not&{one}" for one in end if one != "not"} if "not" in end else set()
    return {f"${one}" for one in end} | denied


def _pairs(seen: set[str]) -> set[str]:
    """Return what is asked, and what is denied."""
    return {f"{one}&{other}" for one in ("question", "not") if one in seen for other in seen if other != one}


def _weighed(features: Iterable[str]) -> int:
    """Return what features say together, packed."""
    return sum(map(PACKED.get, features, repeat(0)))


@functools.lru_cache(maxsize=4)
def steps_of(thought: str) -> Sequence[TraceStep]:
    """Return the steps of a thought that is there as a whole; index, outline and confidence ask for those of one."""
    finder = StepFinder()
    finder.feed(thought)
    return tuple(finder.finish())


def first_steps_of(thought: str, length: int) -> Sequence[TraceStep]:
    """Return what is found in so many characters at the beginning: of these steps only the last may change."""
    finder = StepFinder()
    finder.feed(thought[:length])
    return finder.steps
