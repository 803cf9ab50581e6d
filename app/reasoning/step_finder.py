"""Finds the steps of a thought while it streams, without a model: by its paragraphs and by what its words stand for.

Each sentence is looked at once, when it is complete, so the cost of a character does not depend on how long the thought
is. What is seen in it (`sentence_reader.py`), and where it stands (`sentence_place.py`), tells a small network what it
does (`step_network.py`). What comes later counts too, so a step may be found, or change its kind, some sentences after
it began: a check that fails is told by its result, and the first of several cases by the second.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from app.reasoning.sentence_place import SentencePlace
from app.reasoning.step_network import COUNT, KINDS, StepNetwork
from app.reasoning.trace_steps import TraceStep, marked_places, with_marks

_SENTENCE_END = re.compile(r"[.!?…](?:\s»)?[\"”“’»)\]*]*(?=\n|\s[^»])|[。！？][」』”）]*(?=[^」』”）])|\n")
_ITEM = re.compile(r"\s*(?:\d{1,3}|[A-Za-z])\.\Z")
"""The number of an item in a list, whose full stop ends no sentence."""
_VERBATIM = ("```", "~~~", "$$", "\\[")
"""Begin code or a formula: all of its lines belong to one step."""
_CLOSING = {"\\[": "\\]"}
_LONGEST_SENTENCE = 2000
_HELD_BACK = 8
"""Characters at the end of what has come that may still belong to the end of a sentence."""
_PARAGRAPH = 2
"""So many line breaks begin a paragraph, and with it a step."""


class StepFinder:
    """Takes a thought in pieces; `steps` is what has been found of it."""

    def __init__(self) -> None:
        self.steps: list[TraceStep] = []
        self._place = SentencePlace()
        self._network = StepNetwork()
        self._sentences: list[tuple[int, int, float]] = []
        """Where each sentence begins, after how many tokens and seconds."""
        self._pending = ""
        self._scanned = 0
        self._done = 0
        """Where what is pending begins in the thought."""
        self._newlines = _PARAGRAPH
        self._verbatim = ""
        """What ends the code or the formula that is being taken."""
        self._marks: list[tuple[int, int, float]] = []
        """The same of each piece; those of sentences that have begun are forgotten."""

    def feed(self, text: str, *, tokens: int = 0, seconds: float = 0.0) -> int:
        """Take what comes next, and return the place of the first step that is new or has changed.

        `tokens` and `seconds` are those of the thought before this text.
        """
        self._marks.append((self._done + len(self._pending), tokens, seconds))
        self._pending += text
        begun, before = 0, len(self._sentences)
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
        return self._note_steps() if len(self._sentences) > before else len(self.steps)

    def tell(self, marks: str) -> None:
        """Take from marks when what has come was thought: what may still begin a step, too."""
        self.steps[:] = with_marks(self.steps, marks)
        if found := marked_places([*(sentence[0] for sentence in self._sentences), self._done], marks):
            self._sentences[:] = found[:-1]
            self._marks = [*found[-1:]]

    def finish(self) -> list[TraceStep]:
        """Take what is left as complete, and return all steps."""
        if self._pending:
            self._take(self._pending, self._done, closes=True)
            self._done += len(self._pending)
            self._pending = ""
        self._note_steps(has_ended=True)
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
        is_inside = bool(self._verbatim)
        if self._is_verbatim(words) and self._sentences and (is_inside or newlines < _PARAGRAPH):
            return
        start += len(text) - len(words)
        gap = min(newlines, _PARAGRAPH)
        self._network.take(*self._place.seen(words, gap, closes=closes), gap)
        at = max(0, bisect_right(self._marks, (start + 1,)) - 1)
        self._sentences.append((start, *self._marks[at][1:]))
        del self._marks[:at]

    def _note_steps(self, *, has_ended: bool = False) -> int:
        """Let the steps be those that the network tells now, and return the place of the first that is another."""
        begun, labels = self._network.labels(has_ended=has_ended)
        if not labels:
            return len(self.steps)
        same = bisect_left(self.steps, self._sentences[begun][0], key=lambda step: step.start)
        before = {step.start: step for step in self.steps[same:]}
        now = []
        for (start, tokens, seconds), label in zip(self._sentences[begun:], labels, strict=True):
            if label < COUNT:
                step = before.get(start, TraceStep(KINDS[label], start, tokens, seconds))
                now.append(step if step.kind is KINDS[label] else replace(step, kind=KINDS[label]))
        pairs = zip(self.steps[same:], now, strict=False)
        first = next((at for at, (old, new) in enumerate(pairs) if old != new), min(len(before), len(now)))
        self.steps[same:] = now
        return same + first

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


@functools.lru_cache(maxsize=4)
def steps_of(thought: str) -> Sequence[TraceStep]:
    """Return the steps of a thought that is there as a whole; index, outline and confidence ask for those of one."""
    finder = StepFinder()
    finder.feed(thought)
    return tuple(finder.finish())


def first_steps_of(thought: str, length: int) -> Sequence[TraceStep]:
    """Return what is found in so many characters at the beginning: of these steps the last few may change."""
    finder = StepFinder()
    finder.feed(thought[:length])
    return finder.steps
