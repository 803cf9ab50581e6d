"""Emphasis that works in every script.

CommonMark asks for a space outside where punctuation stands inside: `**“this”** is`. Scripts without capitals have no
such spaces, and the punctuation of Chinese, Japanese and Korean brings its own: there a mark may open or close wherever
a letter of theirs, or such punctuation, stands at it. An asterisk behind a number or a bracket, and before another, is
a sign of arithmetic (`2*3*4`). All other text is read as CommonMark says.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from app.documents.scripts import is_caseless, is_wide_punctuation

_SHORTEST_STRIKE = 2


def install_emphasis(parser: MarkdownIt) -> None:
    """Let a parser read `*`, `_` and `~~` so; how they pair stays as it is."""
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("strikethrough", _strike)


def _emphasis(state: StateInline, silent: bool) -> bool:
    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    length = _run(state)
    opens, closes = _sides(state, length, may_split_word=mark == "*")
    for _ in range(length):
        _push(state, mark, length=length, opens=opens, closes=closes)
    state.pos += length
    return True


def _strike(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "~":
        return False
    length = _run(state)
    if length < _SHORTEST_STRIKE:
        return False
    opens, closes = _sides(state, length, may_split_word=True)
    if length % 2:
        state.push("text", "", 0).content = "~"
    for _ in range(length // 2):
        # Without a length the rule that asks for unlike lengths of emphasis does not hold.
        _push(state, "~", length=0, opens=opens, closes=closes, text="~~")
    state.pos += length
    return True


def _push(state: StateInline, mark: str, *, length: int, opens: bool, closes: bool, text: str = "") -> None:
    state.push("text", "", 0).content = text or mark
    place = len(state.tokens) - 1
    state.delimiters.append(Delimiter(marker=ord(mark), length=length, token=place, end=-1, open=opens, close=closes))


def _sides(state: StateInline, length: int, *, may_split_word: bool) -> tuple[bool, bool]:
    end = state.pos + length
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < state.posMax else " "
    return sides_of(before, after, length, may_split_word=may_split_word)


def _run(state: StateInline) -> int:
    end = state.pos
    while end < state.posMax and state.src[end] == state.src[state.pos]:
        end += 1
    return end - state.pos


def sides_of(before: str, after: str, length: int, *, may_split_word: bool) -> tuple[bool, bool]:
    """Return whether a run of marks between two characters may open, and whether it may close."""
    begins = _touches(after, other_side=before)
    ends = _touches(before, other_side=after)
    if may_split_word:
        return begins and not _multiplies(before, after, length), ends
    return begins and (not ends or _is_punctuation(before)), ends and (not begins or _is_punctuation(after))


def _multiplies(before: str, after: str, length: int) -> bool:
    """Return whether one asterisk, or two, stand between numbers or what is in brackets."""
    if not before.isascii() or not (before.isdigit() or before == ")"):
        return False
    return after.isascii() and (after.isdigit() or (length == 1 and (after.isalpha() or after == "(")))


def _touches(inside: str, *, other_side: str) -> bool:
    """Return whether what stands at one side of a run of marks can be the inside of emphasis."""
    if isWhiteSpace(ord(inside)):
        return False
    if not _is_punctuation(inside) or is_wide_punctuation(inside):
        return True
    return isWhiteSpace(ord(other_side)) or _is_punctuation(other_side) or is_caseless(other_side)


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)
