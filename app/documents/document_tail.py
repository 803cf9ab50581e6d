"""The end of a growing document: the text that is not settled, and what surrounds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from app.documents.block_reader import NextItem
from app.documents.blocks import Level
from app.documents.line_indents import indent_of, without_indent
from app.documents.list_rules import LEAST_INDENT, inside_indent, is_next_item
from app.documents.open_fence import OpenFence


@dataclass(frozen=True, slots=True)
class CutItem:
    """An item that is cut: the text that follows is its inside as long as lines are indented by `indent` columns.

    Two columns are enough as long as `is_loose`, but for the item after that whose first line is `first_line`.
    `next_item` is that of the list that the item belongs to.
    """

    level: Level
    indent: int
    next_item: NextItem | None
    first_line: str
    is_loose: bool

    def holds(self, line: str, indent: int) -> bool:
        """Whether a line is inside that is indented so far from where the item's marker stands."""
        if indent >= self.indent:
            return True
        return self.is_loose and indent >= LEAST_INDENT and not is_next_item(self.first_line, line.strip())


@dataclass(slots=True)
class DocumentTail:
    """The text that is still to be settled. `raw` has come inside a cut item and still has its indentation."""

    text: str = ""
    line: int = 0
    is_spaced: bool = False
    next_item: NextItem | None = None
    goes_on_in_quote: bool = False
    is_continued: bool = False
    """It begins in the middle of a paragraph that was cut."""
    table_head: str = ""
    rows_done: int = 0
    containers: list[CutItem] = field(default_factory=list)
    lazy_lines: set[int] = field(default_factory=set)
    """Where lines stand that belong to a paragraph of a cut item although they are not indented."""
    fence: OpenFence | None = None
    raw: str = ""
    is_mid_line: bool = False

    @property
    def outer(self) -> tuple[Level, ...]:
        """The levels of the cut items."""
        return tuple(container.level for container in self.containers)

    @property
    def indent(self) -> int:
        """Columns that lines are indented by to be inside all cut items."""
        return sum(container.indent for container in self.containers)

    def holding(self, line: str) -> int:
        """Return how many of the cut items a line is inside of."""
        indent = indent_of(line)
        for count, container in enumerate(self.containers):
            if not container.holds(line, indent):
                return count
            indent = max(0, indent - container.indent)
        return len(self.containers)

    def moved(self, characters: int) -> None:
        """Leave the first characters behind."""
        gone = self.text[:characters]
        self.text = self.text[characters:]
        self.line += gone.count("\n")
        last = gone[:-1].rsplit("\n", 1)[-1] if gone else "x"
        self.is_spaced = not last.strip(" \t>") if gone else self.is_spaced
        self.lazy_lines = {line for line in self.lazy_lines if line >= self.line}
        self.next_item, self.goes_on_in_quote, self.is_continued = None, False, False
        self.table_head, self.rows_done = "", 0

    def take(self, text: str, is_lazy: Callable[[str], bool]) -> bool:
        """Add text, without the indentation of cut items; return whether such an item has ended before what is left.

        `is_lazy` tells whether a line that is not indented goes on with a paragraph all the same.
        """
        self.raw += text
        while self.raw:
            indent = self.indent
            if not indent:
                # The indentation of a line is taken whole: it tells what the line belongs to.
                begin = self.raw.rfind("\n") + 1
                kept = (
                    ""
                    if self.raw[begin:].strip() or (not begin and self.text[-1:] not in ("", "\n"))
                    else self.raw[begin:]
                )
                self.text += self.raw[: len(self.raw) - len(kept)]
                self.raw = kept
                break
            end = self.raw.find("\n") + 1 or len(self.raw)
            line = self.raw[:end]
            if not self.is_mid_line and line.strip():
                holding = self.holding(line)
                if holding < len(self.containers):
                    if not is_lazy(line):
                        return True
                    self.lazy_lines.add(self.line + self.text.count("\n"))
                    self.containers[holding:] = [replace(one, is_loose=False) for one in self.containers[holding:]]
                line = without_indent(line, indent)
            elif not self.is_mid_line and not line.endswith("\n"):
                break
            elif not self.is_mid_line:
                line = "\n"
            self.text += line
            self.raw = self.raw[end:]
            self.is_mid_line = not line.endswith("\n")
        return False


def length_of_lines(text: str, count: int) -> int:
    """Return how many characters the first lines have."""
    at = 0
    for _ in range(count):
        end = text.find("\n", at)
        if end < 0:
            return len(text)
        at = end + 1
    return at


def item_indent(lines: Sequence[str], first: int) -> int | None:
    """Return the column where the inside of an item begins; None where that is not plain to see."""
    if lines[first][:1] in (" ", "\t") or "\t" in lines[first]:
        return None
    following = next((line for line in lines[first + 1 :] if line.strip()), "")
    wanted = inside_indent(lines[first], None)
    return wanted if inside_indent(lines[first], following if indent_of(following) else None) == wanted else None
