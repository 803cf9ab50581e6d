"""The end of a growing text: marks whose other half is still to come do not flash up as raw signs.

It concerns the last paragraph only, and only what is shown: the text itself is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.documents.element_rules import open_elements
from app.documents.emphasis_rules import sides_of
from app.documents.fence_rules import FenceLines
from app.documents.math_rules import formula_at

_TRAILING_MARKS = re.compile(
    r"(?:[*_~`]+|(?<!\$)\$|(?:(?<=\s)|^)[$\[!]+|!\[|!?\[\^[^\]\s]*|\\\n?|&#?[a-zA-Z0-9]{0,8}"
    r"|\\b(?:e(?:g(?:i(?:n(?:\{[a-zA-Z]*\*?)?)?)?)?)?)\Z"
)
"""Marks that may be a half of what they will be."""
_LINE_END = re.compile(r"(?:\*+|`+|\$+|\\+)+\Z|\A[ \t]*#+[ \t]*\Z")
_OPEN_LINK = re.compile(r"(!?)\[(?!\^)([^\[\]\n]*)(?:\](\((?:[^()\n]|\([^()\n]*\)?)*)?)?$")
_TICKS = re.compile(r"`+")
_FORMULA_MARK = re.compile(r"\$\$?|\\[(\[]|\\begin\{")
_PENDING_DOLLAR = re.compile(
    r"(?<![a-zA-Z0-9_$\\])\$(?:(?=[^\s\d$])[^$\n]{0,200}|[\d.,]* ?(?:[=^\\{+][^$\n]{0,60})?)$"
    r"|(?<=\w)\$(?:[_^\\][^$\n]{0,60})?$"
)
_OPEN_FORMULA = re.compile(
    r"(?:\\\((?!.*\\\))|\\\[(?!.*\\\])|\$\$(?!.*\$\$)|\\begin\{(?!.*\\end\{[^{}]*\})).*$", re.DOTALL
)
_BEGINNING = re.compile(r"(?=.*\S)[-=*_`~#+>|:. \t0-9]{1,5}")
_CONTAINERS = r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*"
_HELD_LINE = re.compile(
    _CONTAINERS + r"(?:`{3,}[^`]*|~{3,}.*|\[[ xX]?\]?|\[![A-Z]*\]?|\[\^[^\[\]]+\]:?[ \t]*|\[[^\[\]]+\]:.*)",
)
"""The beginning of a code block, a box, a note or the address of a link."""
TABLE_HEAD = re.compile(_CONTAINERS + r"\|(?:[ \t].*|[^|]*(?:\|(?:\S.*)?)?)")
"""Not `|x| is large`."""
_OPEN_HEAD = re.compile(_CONTAINERS + r"[^|\s.!?`][^|\n.!?`]{0,39}?(?=[ \t]*\|)(?:[ \t]*\|[^|\n.!?`]{0,40})+")
"""The head of a table without pipes at its sides, as far as a line of prose does not look like one."""
TABLE_RULE = re.compile(r"[ \t>]*[-:|][-:| \t]*")
_FENCE = re.compile(rf"^{_CONTAINERS}(`{{3,}}(?=[^`\n]*$)|~{{3,}})(.*)")
_HALF_TAG = re.compile(r"</?[a-z]{0,8}[ \t]*/?\Z")
_LONGEST = 1500
_NAME = r"(?:kw)?args|kwds|kw"
NO_EMPHASIS = re.compile(
    rf"(?<![\w*])\*{{1,2}}(?:(?:{_NAME})(?![\w*])|[./](?:(?!\*\*)\S)*(?<!\*)(?=\s))"
    r"|(?<=\()\*{1,2}\w+(?=[,)])"
)
"""What Python and C write before names, and patterns of files: what is not closed at the end of the word never is."""
_HALF_NAME = re.compile(
    r"(?<![\w*])\*{1,2}(?:a|ar|arg|args|k|kw|kwa|kwar|kwarg|kwargs|kwd|kwds|[./](?:(?!\*\*)\S)*)\Z|(?<=\()\*{1,2}\w{1,24}\Z"
)


def hide_unclosed_markup(source: str, *, is_first: bool = True) -> str:
    """Return the text as it is to be shown while more of it comes; `is_first`: nothing stands before it."""
    mark, behind_code = _open_fence(source)
    if mark:
        line = source[source.rfind("\n") + 1 :]
        return source[: len(source) - len(line)] if set(line.strip(" \t>")) == {mark} else source
    begin = max(source.rfind("\n\n") + 2 if "\n\n" in source else 0, len(source) - _LONGEST, behind_code)
    lines = source[begin:].split("\n")
    is_number = is_first and begin == 0 and lines[-1].strip().isdigit()
    head = _open_head(lines)
    if head is not None:
        return source[:begin] + "\n".join(head)
    held = _held_lines(lines, is_number=is_number and len(lines) == 1)
    if held:  # what these lines will be cannot be known yet
        return source[:begin] + "".join(line + "\n" for line in lines[:-held])
    return source[:begin] + _close(source[begin:])


def end_of_whole(line: str) -> int:
    """Return how much of a line that grows is shown where marks stay: not a half mark, nor a formula without an end."""
    shown = _LINE_END.sub("", _HALF_NAME.sub("", _LINE_END.sub("", line)))
    plain = _without_formulas(_without_code(_blank(_ESCAPED_BUT_MATH, shown)), shown)
    formula = _OPEN_FORMULA.search(plain) or _PENDING_DOLLAR.search(plain)
    if formula is not None and "`" not in plain[: formula.start()]:
        shown = _LINE_END.sub("", shown[: formula.start()])
    return len(shown)


def _held_lines(lines: Sequence[str], *, is_number: bool) -> int:
    """Return how many lines at the end may turn out to be something else: a rule, a fence, an item, a table's head."""
    line, before = lines[-1], lines[-2] if len(lines) > 1 else ""
    if any("-" in one and "|" in one and TABLE_RULE.fullmatch(one) for one in lines[:-1]):  # its rows are shown
        return int(TABLE_RULE.fullmatch(line) is not None)
    if not line or TABLE_RULE.fullmatch(line):
        if TABLE_HEAD.fullmatch(before):
            return 2
        if line and "|" in before:
            return 1
    is_held = _BEGINNING.fullmatch(line) or _HELD_LINE.fullmatch(line) or TABLE_HEAD.fullmatch(line)
    return int(bool(is_held) and not is_number)


def _open_head(lines: Sequence[str]) -> list[str] | None:
    """Return the lines without what may be the rest of a table's head: its first cell is shown as the text it is."""
    last = len(lines) - 1
    at = last if not (last and (not lines[last] or TABLE_RULE.fullmatch(lines[last]))) else last - 1
    if not _OPEN_HEAD.fullmatch(lines[at]) or any("-" in one and TABLE_RULE.fullmatch(one) for one in lines[: at + 1]):
        return None
    return [*lines[:at], lines[at][: lines[at].index("|")].rstrip()]


def _open_fence(source: str) -> tuple[str, int]:
    """Return the sign of the code fence that the text ends in, or nothing, and where what follows the last one begins.

    What is in a fence is code.
    """
    if "```" not in source and "~~~" not in source:
        return "", 0
    mark, at, behind = "", 0, 0
    fence: FenceLines | None = None
    lines = source.split("\n")[:-1]
    for place, line in enumerate(lines):
        at += len(line) + 1
        found = _FENCE.match(line)
        if fence is None and found is not None:
            mark, fence = found[1], FenceLines.after(found[1], found[2].strip())
        elif fence is not None:
            following = lines[place + 1] if place + 1 < len(lines) else None
            if fence.closes(line.lstrip(" \t>"), following):
                fence, behind = None, at
    return mark[:1] if fence is not None else "", behind


def _close(text: str) -> str:
    text = _without_trailing_marks(_HALF_NAME.sub("", _HALF_TAG.sub("", _without_trailing_marks(text))))
    plain = _without_code(_blank(_ESCAPED_BUT_MATH, text))
    tick = plain.find("`")
    if tick >= 0:
        run = len(plain) - tick - len(plain[tick:].lstrip("`"))
        has_code = bool(text[tick:].strip("` \n"))
        text = text + "`" * run if has_code else _without_trailing_marks(text[:tick])
        plain = plain[:tick].ljust(len(text), "x")[: len(text)]
    plain = _without_formulas(plain, text)
    formula = _OPEN_FORMULA.search(plain) or _PENDING_DOLLAR.search(plain)
    if formula is not None:
        before = text[: formula.start()]
        if not before[before.rfind("\n") + 1 :].strip() and not _PENDING_DOLLAR.match(formula[0]):
            return text  # on a line of its own it is read as a formula that is open
        text = _without_trailing_marks(before)
        plain = plain[: len(text)]
    link = _OPEN_LINK.search(plain)
    if link is not None and (link[3] is not None or len(link[2]) < 120):
        is_shown = not link[1] and not link[2].isdigit()  # a number in brackets is what it will be
        shown = text[link.start(2) : link.end(2)] if is_shown else ""
        text = text[: link.start()] + shown
        plain = plain[: link.start()] + "x" * len(shown)
    return text + _missing_marks(plain, text) + (open_elements(plain) if "<" in plain else "")


def _without_trailing_marks(text: str) -> str:
    while found := _TRAILING_MARKS.search(text):
        text = text[: found.start()]
    return text


_ESCAPED_BUT_MATH = re.compile(r"\\[^()\[\]a-zA-Z0-9\s]")


def _missing_marks(plain: str, text: str) -> str:
    """Return the marks that close what is open, innermost first."""
    open_marks: list[str] = []
    for found in re.finditer(r"\*{1,3}|_{1,3}|~~", NO_EMPHASIS.sub(lambda one: "x" * len(one[0]), plain)):
        mark = found[0]
        before, after = plain[found.start() - 1 : found.start()] or " ", plain[found.end() : found.end() + 1] or " "
        opens, closes = sides_of(before, after, len(mark), may_split_word=mark[0] != "_")
        for piece in [mark[:2], mark[0]] if len(mark) == 3 else [mark]:
            if closes and piece in open_marks:
                open_marks.remove(piece)
            elif opens:
                open_marks.append(piece)
    if not open_marks or text[-1:].isspace():
        return "" if not open_marks else _closing_after_space(text, open_marks)
    return "".join(reversed(open_marks))


def _closing_after_space(text: str, open_marks: list[str]) -> str:
    # A closing mark does not count after a space; a word joiner, which is not seen, stands between.
    return "\u2060" + "".join(reversed(open_marks)) if text.strip() else ""


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: "x" * len(found[0]), text)


def _without_formulas(plain: str, text: str) -> str:
    """Blank the formulas of a text in what is left of it."""
    at = 0
    while found := _FORMULA_MARK.search(plain, at):
        formula = formula_at(text, found.start())
        at = found.end() if formula is None else formula.end
        if formula is not None:
            plain = plain[: found.start()] + "x" * (at - found.start()) + plain[at:]
    return plain


def _without_code(text: str) -> str:
    """Blank what stands between two runs of as many backticks."""
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(text)]
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[index][1] - runs[index][0], []).append(index)
    pieces: list[str] = []
    at = index = 0
    while index < len(runs):
        start, end = runs[index]
        same = later[end - start]
        while same and same[-1] <= index:
            same.pop()
        if not same:
            index += 1
            continue
        stop = runs[same[-1]][1]
        pieces += [text[at:start], "x" * (stop - start)]
        at, index = stop, same[-1] + 1
    return "".join(pieces) + text[at:]
