"""What is to be seen in a sentence of a thought, and where it stands: by names that `step_network.py` knows."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque

from app.reasoning.sentence_reader import DENSE, Sentence, SentenceReader

_SHAPES = ("bullet", "equation", "label", "number", "strong")
"""Forms that paragraphs and lines side by side may share."""
_PARAGRAPH = 2
_MOST_BEFORE = 6
_MOST_IN_LINE, _MOST_IN_PARAGRAPH = 4, 5
_NOTHING = Sentence(set(), set(), set(), "", set(), set())
_QUESTION = 3
"""So many sentences say what is asked, mostly."""
_LATEST = 5
"""What was said longer ago is come back to."""
_SHORT = 3
"""Words of so many letters say little of what a sentence is about."""
_SHARES = (0.08, 0.2, 0.4)


class SentencePlace:
    """Looks at the sentences of one thought, one after another."""

    def __init__(self) -> None:
        self._reader = SentenceReader()
        self._count = self._in_line = self._in_paragraph = 0
        self._has_lines = False
        """Whether the thought has more lines than one."""
        self._line = self._paragraph = _NOTHING
        """With what sentence the latest ones began."""
        self._asked: set[str] = set()
        self._earlier: set[str] = set()
        self._latest: deque[set[str]] = deque()
        """The words of the first sentences, of the latest, and of all before these."""

    def seen(self, text: str, gap: int, *, closes: bool) -> tuple[set[str], set[str]]:
        """Return how the next sentence is built and where it stands, and its words.

        `closes` tells that its line ends with it.
        """
        sentence = self._reader.read(text)
        self._in_line = 0 if gap else self._in_line + 1
        self._in_paragraph = 0 if gap == _PARAGRAPH else self._in_paragraph + 1
        self._has_lines = self._has_lines or (gap > 0 and self._count > 0)
        place = "p" if gap else "i"
        forms = {
            "bias",
            f"gap{gap}",
            f"line{min(self._in_line, _MOST_IN_LINE)}",
            f"paragraph{min(self._in_paragraph, _MOST_IN_PARAGRAPH)}",
            f"at{min(self._count, _MOST_BEFORE)}",
        }
        if closes:
            forms.add("closes")
        if not self._has_lines:
            forms.add("lone")
        forms |= sentence.seen | _pairs(sentence.seen) | _verdict(sentence.end)
        forms |= {f"{kind}^{one}" for kind in ("", place) for one in sentence.head}
        if gap:
            forms |= _alike("line", sentence, self._line)
            self._line = sentence
        if gap == _PARAGRAPH:
            forms |= _alike("paragraph", sentence, self._paragraph)
            self._paragraph = sentence
        forms |= self._repeated({name for name in sentence.words if _is_telling(name)})
        self._count += 1
        return forms, sentence.words | {f"{kind}~^{one}" for kind in ("", place) for one in sentence.opening}

    def _repeated(self, words: set[str]) -> set[str]:
        """Return how many of a sentence's words were there before, and where."""
        seen: set[str] = set()
        if self._count < _QUESTION:
            self._asked |= words
        else:
            seen = {f"asked{_share(words & self._asked, words)}", f"echo{_share(words & self._latest[-1], words)}"}
        if self._earlier:
            fresh = words.difference(self._earlier, *self._latest)
            seen |= {f"earlier{_share(words & self._earlier, words)}", f"fresh{_share(fresh, words)}"}
        self._latest.append(words)
        if len(self._latest) > _LATEST:
            self._earlier |= self._latest.popleft()
        return seen


def _is_telling(name: str) -> bool:
    """Whether the name of a feature is that of a word that says what a sentence is about."""
    word = name[1:]
    return (len(word) > _SHORT or word >= DENSE) and " " not in word and word[0] != "-" and word[-1] != "$"


def _share(part: set[str], words: set[str]) -> int:
    return bisect_right(_SHARES, len(part) / max(1, len(words)))


def _alike(what: str, sentence: Sentence, other: Sentence) -> set[str]:
    """Return how a line or a paragraph begins like the one before."""
    alike = {f"{what} alike^{one}" for one in ("if", "case") if one in sentence.head & other.head}
    alike |= {f"{what} alike/{one}" for one in _SHAPES if one in sentence.seen & other.seen}
    if sentence.first and sentence.first == other.first:
        alike |= {f"{what} alike", *(f"{what} alike&{one}" for one in alike)}
    return alike


def _verdict(end: set[str]) -> set[str]:
    denied = {f"$not&{one}" for one in end if one != "not"} if "not" in end else set()
    return {f"${one}" for one in end} | denied


def _pairs(seen: set[str]) -> set[str]:
    """Return what is asked, and what is denied."""
    return {f"{one}&{other}" for one in ("question", "not") if one in seen for other in seen if other != one}
