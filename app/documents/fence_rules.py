"""Where a fenced code block ends. A block of Markdown may hold fences itself, as models write them: with as many marks.

CommonMark ends a block at the first fence without a word. But a README in a fence has fences of its own: there a fence
with a language begins a block within, which ends first; and in a block that says it is Markdown so does a fence without
one that stands after an empty line or a colon, with code directly under it.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from app.documents.line_indents import indent_of

OPENER = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*)$")
"""A line that begins a code block: its indentation, marks and info."""

_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,})[ \t]*(.*?)[ \t]*$")
_LANGUAGE = re.compile(r"\{?\.?[A-Za-z][\w+#.-]{0,30}\}?(?:[ \t{:].*)?$")
_MARKDOWN = frozenset({"markdown", "md", "mdx", "mdown", "mkd", "gfm", "rmd", "qmd", "rmarkdown"})
_TEXT = frozenset({"", "text", "txt", "plain", "plaintext", "prompt", "mdc", "readme"})


class FenceLines:
    """Takes the lines of a code block one by one, and tells which of them ends it."""

    def __init__(self, open_fences: tuple[_Fence, ...], before: str) -> None:
        self._open = open_fences
        self._before = before

    @classmethod
    def after(cls, mark: str, info: str) -> FenceLines:
        """Return one for the lines after the one that opens a block."""
        return cls((_Fence(mark, info),), mark)

    def copy(self) -> FenceLines:
        """Return one that goes on from here by itself."""
        return FenceLines(self._open, self._before)

    @property
    def closing(self) -> str:
        """The lines that would end the block."""
        return "\n".join(fence.mark for fence in reversed(self._open))

    def closes(self, line: str, following: str | None) -> bool:
        """Take the next line; return whether it ends the block. `following` is the line after it, if there is one."""
        before, self._before = self._before.strip(), line
        found = _FENCE.match(line)
        if found is None:
            return False
        _, mark, info = found.groups()
        fence = self._open[-1]
        outer = self._open[0]
        if not info and fence.is_ended_by(mark):
            if len(self._open) == 1 and indent_of(line) > 3:
                return False
            if fence.holds_bare and _begins_block(before, following):
                self._open += (_Fence(mark, "plain"),)
                return False
            self._open = self._open[:-1]
            return not self._open
        if fence.holds and outer.is_ended_by(mark) and "`" not in info and _LANGUAGE.match(info):
            self._open += (_Fence(mark, info),)
        return False

    def may_depend_on_next(self, line: str) -> bool:
        """Whether it takes the line after this one, which comes next, to know if it ends the block."""
        found = _FENCE.match(line)
        fence = self._open[-1]
        return (
            found is not None
            and not found[3]
            and fence.holds_bare
            and fence.is_ended_by(found[2])
            and _begins_block(self._before.strip(), "x")
        )


class _Fence:
    """One open fence. `holds`: fences with a language may stand in it; `holds_bare`: others, too."""

    __slots__ = ("holds", "holds_bare", "mark")

    def __init__(self, mark: str, info: str) -> None:
        self.mark = mark
        words = info.lower().split(maxsplit=1)
        language = words[0].strip("{}.") if words else ""
        self.holds_bare = language in _MARKDOWN
        self.holds = self.holds_bare or language in _TEXT

    def is_ended_by(self, mark: str) -> bool:
        return mark[0] == self.mark[0] and len(mark) >= len(self.mark)


def install_fences(parser: MarkdownIt) -> None:
    """Let a parser read code blocks so. Their token says in `meta` whether the end is there."""
    parser.block.ruler.at("fence", _fence, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _begins_block(before: str, following: str | None) -> bool:
    is_code = bool(following and following.strip()) and _FENCE.match(following or "") is None
    return is_code and (not before or before.endswith((":", "：")))


def _fence(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    found = OPENER.match(_text(state, start_line).lstrip(" "))
    if found is None:
        return False
    if silent:
        return True
    fence = FenceLines.after(found[2], found[3])
    is_closed = False
    line = start_line + 1
    while line < end_line and not is_closed and _is_inside(state, line):
        following = _text(state, line + 1) if line + 1 < end_line and _is_inside(state, line + 1) else None
        is_closed = fence.closes(_text(state, line), following)
        line += 1
    token = state.push("fence", "code", 0)
    token.info = found[3]
    token.content = state.getLines(start_line + 1, line - is_closed, state.sCount[start_line], True)
    token.markup = found[2]
    token.map = [start_line, line]
    token.meta = {"is_closed": is_closed, "closing": fence.closing}
    state.line = line
    return True


def _is_inside(state: StateBlock, line: int) -> bool:
    if state.bMarks[line] + state.tShift[line] >= len(state.src):
        return False  # nothing stands in the last line
    return state.isEmpty(line) or state.sCount[line] >= state.blkIndent


def _text(state: StateBlock, line: int) -> str:
    """Return a line as it stands within its quotes and lists."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    return " " * max(0, state.sCount[line] - state.blkIndent) + text
