"""Finds the steps of a thought while it streams, without a model: by its paragraphs and by the words it turns with.

Each sentence is looked at once, when it is complete, so the cost of a character does not depend on how long the thought
is. A step may change its kind while what it says goes on: a check that fails is told by its result, and the first of
several cases by the second.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from app.reasoning.step_cues import (
    BUT,
    CASE_HEADING,
    CONSEQUENCE,
    DENIED,
    FAILED,
    FIRST_AND_THEN,
    GENERAL_CUES,
    HELD,
    LAST_WORD,
    SENTENCE_PLAN,
    STRONG_CUES,
    VERDICT_NO,
    WEAK_CASE,
    WEAK_CONCLUSION,
    YES_NO,
)
from app.reasoning.trace_steps import StepKind, TraceStep

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]*]*(?=\s)|[。！？][」』”）]*|\n")
_ITEM = re.compile(r"\s*(?:\d{1,3}|[A-Za-z])\.\Z")
"""The number of an item in a list, whose full stop ends no sentence."""
_MARKUP = re.compile(r"\A[\s*_#>•\-–—\"“«(¿¡]*(?:\d{1,3}[.)]\s+[*_]*)?")
_QUESTION = re.compile(r"[?？][\"”’»)\]*」]*\s*\Z|か(?:な|しら)?[。？]\s*\Z|[吗呢][？。]\s*\Z")
_WORD = re.compile(r"\w+")
_HEAD = 80
_LONGEST_SENTENCE = 2000
_SENTENCE_TAIL = 16
_HELD_BACK = 8
"""Characters at the end of what has come that may still belong to the end of a sentence."""
_MEASURED = re.compile(r"\d")
_FEWEST_BEFORE_AN_END = 2
_SHORT = 3
"""Words of a remark that belongs to what it follows: `Good.`"""

_ONE_SENTENCE = frozenset({StepKind.PLAN, StepKind.RETURN})
"""Kinds that end with their sentence, if the next one does not go on so."""
_LASTING = frozenset(StepKind) - _ONE_SENTENCE - {StepKind.STATEMENT, StepKind.DOUBT}
"""Kinds that last to the end of their paragraph, or to the next turn."""
_CHECKS = frozenset({StepKind.CHECK, StepKind.FAILED_CHECK})
_GOES_ON = frozenset({StepKind.PLAN, StepKind.DOUBT, StepKind.CHECK, StepKind.CONCLUSION})
"""Kinds of which a second cue begins no second step."""


class StepFinder:
    """Takes a thought in pieces; `steps` is what has been found of it."""

    def __init__(self) -> None:
        self.steps: list[TraceStep] = []
        self._pending = ""
        self._scanned = 0
        self._done = 0
        """Where what is pending begins in the thought."""
        self._newlines = 2
        self._was_question = False
        self._block: int | None = None
        """The step that the latest paragraph or line began."""
        self._is_weak_case = False
        self._denied = -1
        """The check that failed by a denial alone."""
        self._latest = (0, "")
        """Where the latest sentence begins, and its first words."""
        self._ends_with_last_word = False
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
            self._take(self._pending[begun:end], self._done + begun)
            begun = end
        self._done += begun
        self._pending = self._pending[begun:]
        self._scanned = max(0, len(self._pending) - _HELD_BACK)
        return self._changed

    def finish(self) -> list[TraceStep]:
        """Take what is left as complete, and return all steps."""
        if self._pending:
            self._take(self._pending, self._done)
            self._done += len(self._pending)
            self._pending = ""
        if len(self.steps) >= _FEWEST_BEFORE_AN_END:
            self._end()
        return self.steps

    def _end(self) -> None:
        """Let the last words be a conclusion, where they look like one because nothing follows."""
        last = self.steps[-1]
        start, head = self._latest
        if last.kind is StepKind.CONCLUSION:
            return
        if last.kind is StepKind.PLAN or (self._ends_with_last_word and last.kind is StepKind.STATEMENT):
            self._set_kind(len(self.steps) - 1, StepKind.CONCLUSION)
        elif start > last.start and (WEAK_CONCLUSION.match(head) or LAST_WORD.match(head)):
            self._begin(StepKind.CONCLUSION, start, 0)

    def _sentence_end(self, begun: int) -> int | None:
        scan = max(begun, self._scanned)
        while found := _SENTENCE_END.search(self._pending, scan):
            if found[0] != "." or not _ITEM.match(self._pending[begun : found.end()]):
                return found.end()
            scan = found.end()
        is_long = len(self._pending) - begun > _LONGEST_SENTENCE
        return begun + _LONGEST_SENTENCE if is_long else None

    def _take(self, sentence: str, start: int) -> None:
        words = sentence.lstrip()
        newlines = self._newlines + sentence.count("\n", 0, len(sentence) - len(words))
        if not words:
            self._newlines = newlines
            return
        self._newlines = int(sentence.endswith("\n"))
        start += len(sentence) - len(words)
        head = _MARKUP.sub("", words[:_HEAD], count=1).replace("*", "")
        is_question = _QUESTION.search(words[-_HELD_BACK:]) is not None
        kind = self._kind_of(head, words, is_question=is_question, newlines=newlines)
        if kind is not None:
            self._begin(kind, start, newlines)
        self._was_question, self._latest = is_question, (start, head)
        self._judge(words, begins=kind is not None)
        if newlines:
            self._note_block(head)

    def _judge(self, words: str, *, begins: bool) -> None:
        """Let a check be one that failed, by what this sentence says; one that is denied may yet turn out to hold."""
        place = len(self.steps) - 1
        kind = self.steps[place].kind
        if kind is StepKind.PLAN and begins and _MEASURED.search(words) and FAILED.search(words):
            self._set_kind(place, StepKind.FAILED_CHECK)  # it has been done in the same breath
        elif kind is StepKind.CHECK and FAILED.search(words):
            self._set_kind(place, StepKind.FAILED_CHECK)
        elif kind is StepKind.CHECK and not begins and _is_denied(words):
            self._set_kind(place, StepKind.FAILED_CHECK)
            self._denied = place
        elif (
            kind is StepKind.FAILED_CHECK and self._denied == place and HELD.search(words) and not DENIED.search(words)
        ):
            self._set_kind(place, StepKind.CHECK)  # what was denied was no verdict

    def _kind_of(self, head: str, words: str, *, is_question: bool, newlines: int) -> StepKind | None:
        """Return the kind of the step that begins with this sentence; `None` if it belongs to the one before."""
        now = self.steps[-1].kind if self.steps else None
        if now in _CHECKS and not newlines and VERDICT_NO.match(head):
            return None
        cue = self._cue(head, words, is_question=is_question, newlines=newlines)
        if newlines >= 2 or now is None:
            return cue or StepKind.STATEMENT
        if cue is StepKind.PLAN and now in _LASTING and not newlines:
            return None
        if cue is not None:
            is_same = cue is now or (cue is StepKind.CHECK and now is StepKind.FAILED_CHECK)
            return None if is_same and cue in _GOES_ON else cue
        if now in _ONE_SENTENCE or (now is StepKind.DOUBT and self._ends_doubt(head, is_question=is_question)):
            return StepKind.STATEMENT
        return None

    def _cue(self, head: str, words: str, *, is_question: bool, newlines: int) -> StepKind | None:
        found = STRONG_CUES.match(head)
        if found is None and newlines and CASE_HEADING.match(head):
            return StepKind.CASE
        if found is None:
            found = GENERAL_CUES.match(head)
            if found is not None and found.lastgroup == StepKind.PLAN and not newlines:
                found = None  # within a paragraph it is only the next move
        if (
            is_question
            and (found is None or found.lastgroup == StepKind.PLAN)
            and (BUT.match(head) or (YES_NO.match(head) and (newlines or len(self.steps) > 1)))
        ):
            return StepKind.DOUBT
        if found is not None:
            kind = StepKind(found.lastgroup or "")
            is_too_early = kind is StepKind.CONCLUSION and not self.steps
            is_an_equation = kind is StepKind.CASE and "=" in found[0] and not newlines
            return None if is_too_early or is_an_equation else kind
        if newlines and (
            SENTENCE_PLAN.search(words[-_SENTENCE_TAIL:]) or (self.steps and FIRST_AND_THEN.search(words))
        ):
            return StepKind.PLAN
        if newlines >= 1 and self.steps and WEAK_CONCLUSION.match(head):
            return StepKind.CONCLUSION
        return None

    def _ends_doubt(self, head: str, *, is_question: bool) -> bool:
        """Whether this sentence goes on from a doubt: neither asks on, nor answers the question, nor is a remark."""
        if is_question or (len(_WORD.findall(head)) <= _SHORT and not _is_dense(head)):
            return False
        return not self._was_question or CONSEQUENCE.match(head) is not None

    def _begin(self, kind: StepKind, start: int, newlines: int) -> None:
        at = max(0, bisect_right(self._marks, (start + 1,)) - 1)
        _, tokens, seconds = self._marks[at]
        del self._marks[:at]
        self.steps.append(TraceStep(kind, start, tokens, seconds))
        if newlines == 0:
            self._block = None

    def _note_block(self, head: str) -> None:
        """Let paragraphs and lines beside each other that begin with a condition be cases."""
        place = len(self.steps) - 1
        step = self.steps[place]
        is_weak = step.kind in (StepKind.STATEMENT, StepKind.ALTERNATIVE) and WEAK_CASE.match(head) is not None
        before = self._block
        if before is not None and before < place and (is_weak or step.kind is StepKind.CASE):
            if self._is_weak_case:
                self._set_kind(before, StepKind.CASE)
            if self.steps[before].kind is StepKind.CASE:
                self._set_kind(place, StepKind.CASE)
        self._block, self._is_weak_case = place, is_weak
        self._ends_with_last_word = place > 0 and LAST_WORD.match(head) is not None

    def _set_kind(self, place: int, kind: StepKind) -> None:
        self.steps[place] = replace(self.steps[place], kind=kind)
        self._changed = min(self._changed, place)


def _is_denied(words: str) -> bool:
    return VERDICT_NO.match(words) is not None or (DENIED.search(words) is not None and HELD.search(words) is None)


def _is_dense(text: str) -> bool:
    """Whether it is written without spaces between words: then words cannot be counted."""
    return any("\u3040" <= one <= "\u9fff" for one in text[:8])


def steps_of(thought: str) -> list[TraceStep]:
    """Return the steps of a thought that is there as a whole."""
    finder = StepFinder()
    finder.feed(thought)
    return finder.finish()
