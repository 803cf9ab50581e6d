"""The few elements of HTML that models write for want of a sign in Markdown, read as signs: no HTML is interpreted.

`<br>` breaks a line; `<sub>`, `<sup>`, `<kbd>` and the like style what stands between them and their end; `<details>`
and `<summary>` at a line's end or beginning go, and what they would fold stays open. Elements that Markdown has signs
for, and everything with attributes, stay the letters that they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_TAG = re.compile(r"<(/?)(sub|sup|kbd|samp|u|ins|mark|small|summary)[ \t]*>")
_BREAK = re.compile(r"<br[ \t]*/?>[ \t]*\n?[ \t]*")
_NOTHING = re.compile(r"<wbr[ \t]*/?>")
_FOLD = re.compile(r"</?details(?:[ \t]+open)?[ \t]*>")


def install_elements(parser: MarkdownIt) -> None:
    """Add the rules to a parser."""
    parser.inline.ruler.before("autolink", "element", _element)
    parser.inline.ruler2.push("paired_elements", _pair)


def open_elements(text: str) -> str:
    """Return the tags that close what is open in a text, innermost first."""
    open_names: list[str] = []
    for found in _TAG.finditer(text):
        if not found[1]:
            open_names.append(found[2])
        elif found[2] in open_names:
            del open_names[len(open_names) - 1 - open_names[::-1].index(found[2]) :]
    return "".join(f"</{name}>" for name in reversed(open_names))


def _pair(state: StateInline) -> None:
    if "<" in state.src:
        state.tokens[:] = _paired(state.tokens)


def _paired(tokens: Sequence[Token]) -> list[Token]:
    """Return inline tokens in which every tag has its other half; tags without one have become text."""
    open_places: list[int] = []
    matched: set[int] = set()
    for place, token in enumerate(tokens):
        if token.type == "element_open":
            open_places.append(place)
        elif token.type == "element_close":
            begin = next((at for at in reversed(open_places) if tokens[at].tag == token.tag), None)
            if begin is not None:
                del open_places[open_places.index(begin) :]
                matched |= {begin, place}
    return [
        token
        if place in matched or token.type not in ("element_open", "element_close")
        else Token("text", "", 0, content=token.markup)
        for place, token in enumerate(tokens)
    ]


def _element(state: StateInline, silent: bool) -> bool:
    source, at = state.src, state.pos
    if source[at] != "<":
        return False
    for pattern, take in ((_TAG, _take_tag), (_BREAK, _take_break), (_NOTHING, _take_nothing), (_FOLD, _take_fold)):
        found = pattern.match(source, at, state.posMax)
        if found is not None:
            end = take(state, found, silent)
            if end is None:
                return False
            state.pos = end
            return True
    return False


def _take_tag(state: StateInline, found: re.Match[str], silent: bool) -> int | None:
    if not silent:
        token = state.push("element_close" if found[1] else "element_open", found[2], 0)
        token.markup = found[0]
    return found.end()


def _take_break(state: StateInline, found: re.Match[str], silent: bool) -> int | None:
    if not silent:
        state.pending = state.pending.rstrip(" ")
        state.push("hardbreak", "br", 0)
    return found.end()


def _take_nothing(state: StateInline, found: re.Match[str], silent: bool) -> int | None:
    return found.end()


def _take_fold(state: StateInline, found: re.Match[str], silent: bool) -> int | None:
    """Take a tag that stands at the end or the beginning of a line, with the line's end behind it."""
    source = state.src
    before = source[source.rfind("\n", 0, found.start()) + 1 : found.start()]
    line_end = source.find("\n", found.end())
    after = source[found.end() : len(source) if line_end < 0 else line_end]
    if before.strip() and after.strip():
        return None
    if not silent:
        state.push("fold", "", 0)
    if after.strip():
        return found.end()
    if line_end < 0:
        return len(source)
    return line_end if before.strip() else len(source) - len(source[line_end:].lstrip())
