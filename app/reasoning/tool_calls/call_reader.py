"""Reads calls of tools from an answer as it is written, whatever the chunks.

What cannot be the beginning of a call any more comes out at once; a call comes out when it is whole. What only looks
like a call is text: in code or quotation marks, or where nothing follows that its syntax could go on with. A call that
is begun and cannot be read is a call all the same, with its arguments as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from app.messages import ReplyPart, Text, Thinking, ToolCall, ToolSpec
from app.reasoning.delta import Delta
from app.reasoning.marker_search import MarkerSearch
from app.reasoning.quotation import Quotation
from app.reasoning.tool_calls.call_format import BodyScan, BrokenCall, CallFormat, Head
from app.reasoning.tool_calls.offered_tools import OfferedTools
from app.reasoning.tool_calls.written_pattern import WrittenPattern

_BETWEEN_TEXTS = "\n\n"
_LEFT_OVER = re.compile(r"[\s\]})`]+")
"""What models write too much of at the end of a call."""
_SEPARATOR = re.compile(r"[,;]?\s*")
_FENCES = ("```json ", "``` ")
_MOST_HELD = 1_000
"""Characters: no head of a call is as long."""


class _IsNoCode(Exception):
    """What began as calls in a code block is an answer."""


class _Stage(Enum):
    TEXT = auto()
    CALL = auto()
    """In the body of a call, all of which is held."""
    BROKEN = auto()
    """In a call that cannot be read: it ends where something closes it, or another one begins."""
    AFTER = auto()
    """Behind a call."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A call that has begun; its body follows at `body_at`."""

    head: Head
    body_at: int
    is_bare: bool = False
    """Whether nothing tells yet that it is one: then it is a call only if it names tools that were offered."""


class CallReader:
    """Reads the answer of one reply; thoughts pass."""

    def __init__(self, form: CallFormat, tools: Sequence[ToolSpec]) -> None:
        self._form = form
        self._body = form.body
        self._tools = OfferedTools(tools)
        self._heads = [WrittenPattern.of(head) for head in form.heads]
        self._first_heads = [WrittenPattern.of(head) for head in form.first_heads]
        self._fences = [WrittenPattern.of(fence) for fence in _FENCES] if form.may_be_code else []
        self._code = ""
        """The answer so far, as long as it may be nothing but calls in a code block."""
        self._calls_in_code: list[ToolCall] = []
        openings = [literal for head in self._heads for literal in head.literals]
        self._openings = _search(openings)
        self._closings = _search((*form.closings, "```") if form.may_be_code else form.closings)
        self._ends = _search((*form.closings, *openings))
        self._text_heads = _search(form.text_heads)
        self._reads = bool(form.heads or form.first_heads)
        self._stage = _Stage.TEXT
        self._held = ""
        self._begun = _Begun({}, 0)
        self._scan: BodyScan = form.body.scan(0)
        self._searched = 0
        """So far a broken call has been looked through for its end."""
        self._is_first = True
        """Whether neither text nor a call has come yet."""
        self._is_apart = False
        """Whether a call stands between the next text and the one before it."""
        self._told = ""
        """What has been told already of what is held."""
        self._quotation = Quotation()
        self._pieces: list[ReplyPart] = []

    @classmethod
    def continuing(
        cls, form: CallFormat, tools: Sequence[ToolSpec], *, given: Iterable[Delta], told: str
    ) -> CallReader:
        """Return a reader for the rest of a reply whose beginning has `given` that; of it only calls are repeated.

        `told` is all that was known of the answer when the reply was cut.
        """
        reader = cls(form, tools)
        pieces = reader.feed(given)
        said = "".join([piece.text for piece in pieces if isinstance(piece, Text)])
        reader._pieces = [piece for piece in pieces if isinstance(piece, ToolCall)]
        reader._told = told.removeprefix(said) if told.startswith(said) else ""
        return reader

    @property
    def is_in_call(self) -> bool:
        """Whether a call has begun and is not whole yet."""
        return self._stage in (_Stage.CALL, _Stage.BROKEN)

    def feed(self, deltas: Iterable[Delta]) -> list[ReplyPart]:
        """Take what the splitter gives, and return what can be shown of it, and the calls that are whole."""
        for kind, text in deltas:
            if kind == "thinking":
                self._settle()
                self._pieces.append(Thinking(text))
            elif not self._reads:
                self._pieces.append(Text(text))
            else:
                self._held += text
                self._code += text if self._code else ""
                self._work()
        return self._take()

    def finish(self, *, is_cut: bool = False) -> list[ReplyPart]:
        """End the reply. Of one that `is_cut` an unfinished call is none, and not text either: its stream is kept."""
        if is_cut and (self.is_in_call or self._openings.find(self._held) is not None):
            self._held = ""
        self._settle()
        self._pieces += self._calls_in_code
        self._calls_in_code, self._code = [], ""
        return self._take()

    # --- private -------------------------------------------------------------------------------------------------

    def _take(self) -> list[ReplyPart]:
        pieces, self._pieces = self._pieces, []
        return pieces

    def _say(self, text: str) -> None:
        if not text:
            return
        if self._code and text.strip():
            raise _IsNoCode
        self._quotation.add(text)
        if not text.strip() and self._is_first:
            return
        self._is_first = False
        text = (_BETWEEN_TEXTS + text if self._is_apart else text).removeprefix(self._told)
        self._is_apart, self._told = False, ""
        if text:
            self._pieces.append(Text(text))

    def _settle(self) -> None:
        """Let what is held become what it is, since nothing follows that could tell more."""
        while self._held:
            try:
                self._settle_first()
            except _IsNoCode:
                self._be_an_answer()
            self._work()

    def _settle_first(self) -> None:
        if self.is_in_call:
            self._searched = self._begun.body_at
            self._break(self._end_of_broken() or len(self._held))
        elif self._stage is _Stage.AFTER:
            self._held = self._held.rstrip()
            self._read_after(is_over=True)
        else:
            self._say(self._held[:1])
            self._held = self._held[1:]

    def _work(self) -> None:
        """Deal with what is held as far as that can be told."""
        try:
            self._read()
        except _IsNoCode:
            self._be_an_answer()
            self._read()

    def _be_an_answer(self) -> None:
        """Begin anew with what is no code block of calls."""
        self._held, self._code = self._code, ""
        self._calls_in_code.clear()
        self._fences.clear()
        self._stage, self._is_first, self._is_apart = _Stage.TEXT, True, False

    def _read(self) -> None:
        steps = {
            _Stage.TEXT: self._read_text,
            _Stage.CALL: self._read_body,
            _Stage.BROKEN: self._read_broken,
            _Stage.AFTER: self._read_after,
        }
        while self._held and steps[self._stage]():
            pass

    def _read_text(self) -> bool:
        """Return whether more can be told of what is held now; so do the other steps."""
        if self._is_first and (told := self._read_first()) is not None:
            return told
        found = self._openings.find(self._held)
        start = found.start if found is not None else len(self._held) - self._openings.held_back(self._held)
        before = self._held[:start]
        if found is None:
            begun: _Begun | bool | None = None
        elif self._is_quoted(before):
            begun = False
        elif (text_head := self._text_heads.at_start(self._held[start:])) is not None:
            self._say(before.rstrip())
            self._held = self._held[start + text_head.end :]
            self._is_apart = not self._is_first
            return True
        else:
            begun = self._begun_at(self._heads, start)
        if begun is False:
            self._say(self._held[: start + 1])
            self._held = self._held[start + 1 :]
            return True
        ready = max(len(before.rstrip()), len(before) - _MOST_HELD)
        self._say(before[:ready])
        if isinstance(begun, _Begun):
            self._begin(begun, start)
            return True
        self._held = self._held[ready:]
        return False

    def _read_first(self) -> bool | None:
        """Deal with what counts only at the beginning of an answer; `None` if there is none of it."""
        text_head = self._text_heads.at_start(self._held)
        if text_head is not None:
            self._held = self._held[text_head.end :]
            return True
        start = len(self._held) - len(self._held.lstrip())
        begun = self._begun_at(self._first_heads, start, is_bare=True) if self._first_heads else False
        in_code = self._begun_at(self._fences, start, is_bare=True) if self._fences else False
        if isinstance(in_code, _Begun):
            begun, self._code = in_code, self._held
        if isinstance(begun, _Begun):
            self._begin(begun, start)
            return True
        is_open = begun is None or in_code is None or self._text_heads.may_become_marker(self._held)
        return False if is_open else None

    def _begun_at(self, heads: Sequence[WrittenPattern], start: int, *, is_bare: bool = False) -> _Begun | bool | None:
        """Return the call that begins there; false if none does, `None` if that cannot be told yet."""
        is_open = self._text_heads.may_become_marker(self._held[start:])
        for head in heads:
            is_open |= head.may_match(self._held, start)
            found = head.match(self._held, start)
            if found is None:
                continue
            fields = found.groupdict()
            if is_bare and "name" in fields and fields["name"] not in self._tools:
                continue
            begins = self._body.begins(self._held, found.end(), is_bare=is_bare)
            if begins:
                return _Begun(fields, found.end(), is_bare and "name" not in fields)
            is_open |= begins is None
        return None if is_open and len(self._held) - start <= _MOST_HELD else False

    def _is_quoted(self, before: str) -> bool:
        if self._quotation.is_open() and not before:
            return True
        quotation = self._quotation.copy()
        quotation.add(before)
        return quotation.is_open()

    def _begin(self, begun: _Begun, start: int) -> None:
        self._held = self._held[start:]
        self._begun = _Begun(begun.head, begun.body_at - start, begun.is_bare)
        self._scan = self._body.scan(self._begun.body_at)
        self._stage = _Stage.CALL

    def _read_body(self) -> bool:
        end = self._scan.end(self._held)
        if end is None:
            if not self._scan.is_broken:
                return False
            if self._begun.is_bare:
                self._be_text(1)
            else:
                self._stage, self._searched = _Stage.BROKEN, self._begun.body_at
            return True
        try:
            calls = self._body.calls(self._held[self._begun.body_at : end], self._begun.head, self._tools)
        except BrokenCall:
            calls = []
            if not self._begun.is_bare:
                self._break(end)
                return True
        if self._begun.is_bare and not (calls and all(call.name in self._tools for call in calls)):
            self._be_text(end)
        else:
            (self._calls_in_code if self._code else self._pieces).extend(calls)
            self._close(end)
        return True

    def _be_text(self, end: int) -> None:
        """Give out what was no call after all."""
        self._stage = _Stage.TEXT
        self._say(self._held[:end])
        self._held = self._held[end:]

    def _read_broken(self) -> bool:
        end = self._end_of_broken()
        if end is None:
            return False
        self._break(end)
        return True

    def _end_of_broken(self) -> int | None:
        found = self._ends.find(self._held, self._searched)
        if found is not None:
            return found.start
        self._searched = max(self._searched, len(self._held) - self._ends.held_back(self._held))
        return None

    def _break(self, end: int) -> None:
        if self._code:
            raise _IsNoCode
        self._pieces.append(self._body.broken(self._held[self._begun.body_at : end], self._begun.head))
        self._close(end)

    def _close(self, end: int) -> None:
        self._held = self._held[end:]
        self._stage = _Stage.AFTER
        self._is_apart = not self._is_first or self._is_apart

    def _read_after(self, *, is_over: bool = False) -> bool:
        body = self._held.lstrip()
        following = self._following(body)
        if isinstance(following, _Begun):
            self._held = body
            self._begin(following, 0)
            return True
        if following is None and not is_over:
            return False
        closing = self._closings.at_start(body)
        if closing is not None:
            self._held = body[closing.end :]
            return True
        if not is_over and (not body or self._closings.may_become_marker(body)):
            return False
        left_over = _LEFT_OVER.match(body)
        rest = body[left_over.end() :] if left_over is not None else ""
        if left_over is not None and self._closings.at_start(rest) is not None:
            self._held = rest
            return True
        if left_over is not None and not is_over and (not rest or self._closings.may_become_marker(rest)):
            return False
        self._go_on(body)
        return True

    def _following(self, body: str) -> _Begun | bool | None:
        """Return the call that begins there without a head; false if none does, `None` if that cannot be told yet."""
        if not self._form.repeats:
            return False
        is_open = False
        for separator in [*(self._fences if self._code else ()), _SEPARATOR]:
            found = separator.match(body)
            begins = self._body.begins(body, found.end(), is_bare=True) if found is not None else False
            if begins and found is not None:
                return _Begun({}, found.end(), self._begun.is_bare)
            is_open |= begins is None or (isinstance(separator, WrittenPattern) and separator.may_match(body))
        return None if is_open else False

    def _go_on(self, text: str) -> None:
        """Go on with text behind a call."""
        self._held = text
        self._stage = _Stage.TEXT
        self._quotation = Quotation()
        self._is_first = False


def _search(literals: Iterable[str]) -> MarkerSearch[None]:
    """Return a search for these; one that begins with another is found by that."""
    shortest: list[str] = []
    for literal in sorted(set(literals), key=len):
        if not literal.startswith(tuple(shortest)):
            shortest.append(literal)
    return MarkerSearch(dict.fromkeys(shortest))
