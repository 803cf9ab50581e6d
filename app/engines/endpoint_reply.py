"""A reply of a server as its chunks come in: thoughts and answer told apart, whatever field or tags they stand in."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.engines.endpoint_call import ChunkChoice, ChunkText, ChunkUsage
from app.engines.endpoint_profile import FIELDS, ThoughtsOut
from app.inference.loop_guard import LEAST_ANSWER_TOKENS, TextLoopGuard
from app.inference.protocol import EndThinking, FinishReason, NudgeThinking, RunDelta, RunStats, ThinkingEnd
from app.messages import Message, RunId, Text, Thinking, ToolCall

if TYPE_CHECKING:
    from app.reasoning import StreamSplitter


_OPEN, _CLOSE = "<think>\n", "\n</think>\n\n"
"""What a thought that came apart is kept between, so that the stream that is kept tells them apart as well."""
_REASONS = {
    "stop": FinishReason.STOP,
    "length": FinishReason.LENGTH,
    "tool_calls": FinishReason.TOOL_CALLS,
    "function_call": FinishReason.TOOL_CALLS,
}
_TextPart = Thinking | Text
_LONGEST_TEXT = 16 * 2**20


@dataclass(frozen=True, slots=True)
class ThoughtsSeen:
    """Where a reply's thought stood, and what came with it that is sent back as it is."""

    place: ThoughtsOut
    text: str = ""
    details: tuple[object, ...] = ()


class EndpointReply:
    """One reply. `beginning` is what it was given to begin with; a server may send that again, and it is left out.

    A server sends a chunk for each token as a rule: they are counted as such while it writes.
    """

    def __init__(self, run: RunId, *, thoughts: ThoughtsOut, beginning: Message | None = None) -> None:
        self.run = run
        self._given = beginning
        self._splitter = _splitter_of(thoughts, beginning)
        self._repeated = beginning.text if beginning is not None else ""
        self._repeated_thought = beginning.thinking if beginning is not None else ""
        self._place = thoughts
        self._thought: list[str] = []
        self._answer: list[str] = []
        self._details: list[object] = []
        self._calls = EndpointCalls()
        self._length = 0
        self._is_open = bool(beginning is not None and beginning.has_thought and not beginning.is_past_thought)
        """Whether what is kept of the stream stands inside a thought."""
        self._inline: list[str] = []
        self._thinking_tokens = self._answer_tokens = 0
        self._began = time.monotonic()
        self._first: float | None = None
        self._thought_began: float | None = None
        self._thought_ended: float | None = None
        self._last = self._began
        self._is_closed = False
        """Whether the thought was ended from outside."""
        self.ends_as = ThinkingEnd.ANSWER_NOW
        """What ends the thought if it is ended from outside."""
        self.reason: FinishReason | None = None
        self._guards = _guards()

    @property
    def is_thinking(self) -> bool:
        """Whether it stands inside its thought."""
        return bool(self._thought or self._is_open) and not self._answer and self.reason is None

    @property
    def thought_began(self) -> float | None:
        """When its thought began, on the monotonic clock."""
        return self._thought_began

    @property
    def pieces(self) -> int:
        """How many pieces have come: about as many as tokens."""
        return self._thinking_tokens + self._answer_tokens

    @property
    def so_far(self) -> Message:
        """What has come of it, with what it was given to begin with, as a beginning to go on from."""
        given = self._given
        thought = (given.thinking if given is not None else "") + "".join(self._thought)
        answer = (given.text if given is not None else "") + "".join(self._answer)
        parts = (Thinking(thought), Text(answer)) if answer or self._is_closed else (Thinking(thought),)
        return Message("assistant", parts, raw=thought + answer)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it has come."""
        return self.reason is None and not self._length

    @property
    def is_too_long(self) -> bool:
        """Whether it has gone beyond what any reply is."""
        return self._length > _LONGEST_TEXT

    def begins_to_circle(self) -> bool:
        """Return whether its thought, or its answer, goes round in circles; once of each."""
        circling = [kind for kind, guard in self._guards.items() if guard.is_looping]
        for kind in circling:
            del self._guards[kind]
        return bool(circling)

    @property
    def seen(self) -> ThoughtsSeen | None:
        """Where its thought stood, if it had one."""
        if self._thought:
            return ThoughtsSeen(self._place, "".join(self._thought), tuple(self._details))
        answer = "".join(self._answer)
        head, closes, _ = answer.partition("</think>")
        if closes and "<think>" not in head:
            return ThoughtsSeen(ThoughtsOut.OPENED, head)
        return None

    def told_beginning(self, beginning: Message) -> RunDelta:
        """Return what it was given to begin with as its first piece."""
        raw = ""
        if beginning.has_thought:
            raw = _OPEN + beginning.thinking + (_CLOSE if beginning.is_past_thought else "")
        parts: list[_TextPart] = [Thinking(beginning.thinking)] if beginning.thinking else []
        if beginning.text:
            parts.append(Text(beginning.text))
        is_thinking = beginning.has_thought and not beginning.is_past_thought
        return RunDelta(self.run, raw + beginning.text, tuple(parts), 0, 0, is_thinking)

    def take(self, choice: ChunkChoice) -> RunDelta | None:
        """Take in a piece and return its text, if it has some; what comes after the end is none."""
        if self.reason is not None:
            return None
        said = choice.delta or choice.message or ChunkText()
        raw, parts = self._parts(said)
        self._length += self._calls.take(said.tool_calls) + self._calls.take(said.function_call)
        if not choice.finish_reason:  # some write an empty one as long as it goes on
            return self._delta(raw, parts)
        self.reason = _REASONS.get(choice.finish_reason, FinishReason.STOP)
        more, rest = self._finished()
        told = self._delta(raw + more, [*parts, *rest])
        calls = self._calls.calls if self.reason in (FinishReason.STOP, FinishReason.TOOL_CALLS) else []
        if not calls:
            if self.reason is FinishReason.TOOL_CALLS:
                self.reason = FinishReason.STOP
            return told
        self.reason = FinishReason.TOOL_CALLS
        told = told or RunDelta(self.run, "", (), self._thinking_tokens, self._answer_tokens, is_thinking=False)
        return replace(told, parts=(*told.parts, *calls), is_thinking=False)

    def steer(self, order: EndThinking | NudgeThinking) -> RunDelta | None:
        """Put a hint into the thought, or end it; what is to come goes on from `so_far`."""
        raw, parts = self._finished()
        if isinstance(order, NudgeThinking):
            hint = f"\n\n{order.text.strip()}\n\n"
            raw, parts = raw + hint, [*parts, Thinking(hint)]
            self._guards = _guards()
        else:
            self._is_closed = True
        told = self._delta(raw, parts, counts=False)
        so_far = self.so_far
        self._splitter = _splitter_of(self._place, so_far)
        self._repeated, self._repeated_thought = so_far.text, so_far.thinking
        return told

    def end(self) -> RunDelta | None:
        """Return what was still held back when it broke off or was stopped."""
        return self._delta(*self._finished()) if self.reason is None else None

    def stats(self, usage: ChunkUsage | None, *, is_stopped: bool, is_alone: bool) -> RunStats:
        """Return the figures. Counts are the server's own, and `uncounted` what it does not say.

        They are of all replies together unless this one `is_alone`.
        """
        reason = FinishReason.STOPPED if is_stopped or self.reason is None else self.reason
        usage = usage or ChunkUsage()
        written = usage.count("completion_tokens") if is_alone else None
        thought = usage.count("completion_tokens_details", "reasoning_tokens") if self._thought else 0
        is_split = written is not None and thought is not None and (thought > 0 or not self._thought)
        counts = {
            "prompt_tokens": usage.count("prompt_tokens"),
            "cached_tokens": usage.count("prompt_tokens_details", "cached_tokens"),
            "thinking_tokens": thought if is_split else None,
            "answer_tokens": max(0, (written or 0) - (thought or 0)) if is_split else None,
        }
        seen = {"thinking_tokens": self._thinking_tokens, "answer_tokens": self._answer_tokens}
        told = {name: seen.get(name, 0) if count is None else count for name, count in counts.items()}
        elapsed = self._last - self._first if self._first is not None else 0.0
        return RunStats(
            reason,
            self._thinking_end(reason),
            **told,
            time_to_first_token_s=self._first - self._began if self._first is not None else None,
            thinking_s=(self._thought_ended or self._last) - self._thought_began if self._thought_began else None,
            tokens_per_s=(written - 1) / elapsed if written is not None and written > 1 and elapsed > 0 else None,
            uncounted=tuple(name for name, count in counts.items() if count is None),
        )

    # --- private -------------------------------------------------------------------------------------------------

    def _parts(self, said: ChunkText) -> tuple[str, list[_TextPart]]:
        """Return what is kept of a piece of the stream, and how it splits."""
        raw, parts = "", list[_TextPart]()
        thought, content = self._thought_in(said), said.content
        if not isinstance(content, str):
            blocks = _blocks_of(content)
            thought += "".join(part.text for part in blocks if isinstance(part, Thinking))
            content = "".join(part.text for part in blocks if isinstance(part, Text))
        thought, self._repeated_thought = _without_repetition(thought, self._repeated_thought)
        content, self._repeated = _without_repetition(content, self._repeated)
        if thought and not self._thought and not self._is_open:
            thought = thought.lstrip()
        if thought:
            raw += (_OPEN if not self._is_open else "") + thought
            self._is_open = True
            parts.append(Thinking(thought))
        if content:
            apart = [Thinking(d.text) if d.kind == "thinking" else Text(d.text) for d in self._splitter.feed(content)]
            told = [part for part in apart if not self._was_told(part)]
            parts += told
            if self._is_open and any(isinstance(part, Text) for part in told):
                raw, self._is_open = raw + _CLOSE, False
                content = content.lstrip()
            raw += content if len(told) == len(apart) else "".join(part.text for part in told)
        return raw, parts

    def _was_told(self, part: _TextPart) -> bool:
        """Whether a thought between tags is one that has come in its field already: some servers send it twice."""
        if not isinstance(part, Thinking) or self._place not in (*FIELDS, ThoughtsOut.DETAILS) or not self._thought:
            return False
        self._inline.append(part.text)
        return "".join(self._thought).strip().startswith("".join(self._inline).strip())

    def _thought_in(self, said: ChunkText) -> str:
        details = said.reasoning_details
        if isinstance(details, list):
            self._details.extend(details)
        for place in FIELDS:
            text = getattr(said, place.value)
            if isinstance(text, str) and text:
                self._place = place
                return text
        if isinstance(details, list):
            texts = [_text_of(detail) for detail in details]
            if any(texts):
                self._place = ThoughtsOut.DETAILS
            return "".join(texts)
        return ""

    def _finished(self) -> tuple[str, list[_TextPart]]:
        parts: list[_TextPart] = []
        for delta in self._splitter.finish():
            parts.append(Thinking(delta.text) if delta.kind == "thinking" else Text(delta.text))
        return "", [part for part in parts if not self._was_told(part)]

    def _delta(self, raw: str, parts: list[_TextPart], *, counts: bool = True) -> RunDelta | None:
        if not raw and not parts:
            return None
        now = self._last = time.monotonic()
        self._first = self._first if self._first is not None else now
        for part in parts:
            self._length += len(part.text)
            if type(part) in self._guards:
                self._guards[type(part)].add(part.text)
            if isinstance(part, Thinking):
                if self._place in (ThoughtsOut.UNKNOWN, ThoughtsOut.NONE):
                    self._place = ThoughtsOut.INLINE
                self._thought.append(part.text)
                self._thought_began = self._thought_began if self._thought_began is not None else now
            else:
                self._answer.append(part.text)
                if self._thought and self._thought_ended is None:
                    self._thought_ended = now
        if parts and counts:
            if isinstance(parts[-1], Thinking):
                self._thinking_tokens += 1
            else:
                self._answer_tokens += 1
        is_thinking = bool(self._thought or self._is_open) and not self._answer and not self._is_closed
        return RunDelta(self.run, raw, tuple(parts), self._thinking_tokens, self._answer_tokens, is_thinking)

    def _thinking_end(self, reason: FinishReason) -> ThinkingEnd:
        if not self._thought:
            return ThinkingEnd.NONE
        if self._is_closed:
            return self.ends_as
        if self._answer:
            return ThinkingEnd.MODEL
        ends = {FinishReason.LENGTH: ThinkingEnd.LENGTH, FinishReason.STOPPED: ThinkingEnd.STOPPED}
        return ends.get(reason, ThinkingEnd.MODEL)


def _guards() -> dict[type[_TextPart], TextLoopGuard]:
    return {Thinking: TextLoopGuard(), Text: TextLoopGuard(least_tokens=LEAST_ANSWER_TOKENS)}


def _splitter_of(thoughts: ThoughtsOut, beginning: Message | None) -> StreamSplitter:
    from app.reasoning import StreamSplitter, format_for_template
    from app.reasoning.known_formats import THINK_TAGS

    is_in_thought = beginning is not None and beginning.has_thought and not beginning.is_past_thought
    form = format_for_template("")
    if thoughts is ThoughtsOut.OPENED or (is_in_thought and thoughts not in FIELDS):
        form = replace(THINK_TAGS, starts_in_thinking=True)
    if beginning is None or (is_in_thought and thoughts in FIELDS):
        return StreamSplitter(form, prompt_tail="")
    if is_in_thought:
        said = beginning.thinking
        return StreamSplitter.continuing(form, prompt_tail="", written=said, told_thinking=said)
    said = beginning.text
    return StreamSplitter.continuing(format_for_template(""), prompt_tail="", written=said, told_answer=said)


def _blocks_of(content: object) -> list[_TextPart]:
    """Return the parts of a content that is a list: of text, and of thoughts that are lists in their turn."""
    parts: list[_TextPart] = []
    for block in content if isinstance(content, list) else ():
        if isinstance(block, dict) and block.get("type") == "thinking":
            inner = block.get("thinking")
            texts = inner if isinstance(inner, list) else [{"text": inner}]
            parts.append(Thinking("".join(_text_of(one) for one in texts)))
        else:
            parts.append(Text(_text_of(block)))
    return parts


def _text_of(block: object) -> str:
    if isinstance(block, dict):
        for name in ("text", "summary"):
            if isinstance(block.get(name), str):
                return str(block[name])
    return ""


def _without_repetition(text: str, repeated: str) -> tuple[str, str]:
    """Return the first piece without what the server was given to begin with, and that nothing of it comes any more."""
    if not text or not repeated:
        return text, repeated
    again = next((given for given in (repeated, repeated.rstrip()) if text.startswith(given)), "")
    return text[len(again) :], ""


# Calls of tools as servers stream them: in pieces that name their place, or an id, or neither.

_MOST_CALLS = 256


@dataclass(slots=True)
class _Pieces:
    call_id: str = ""
    name: str = ""
    arguments: list[str] = field(default_factory=list)


class EndpointCalls:
    """The calls of one reply, put together from `tool_calls` of its chunks, whatever of their fields is missing.

    Servers that leave out the place, or give every call the first one, tell a new call by its id or its name.
    """

    def __init__(self) -> None:
        self._calls: list[_Pieces] = []
        self._places: dict[int, _Pieces] = {}

    def take(self, told: object) -> int:
        """Take what a chunk says of calls; returns how many letters of arguments it has brought."""
        letters = 0
        for one in told if isinstance(told, list) else [told] if isinstance(told, dict) else ():
            if isinstance(one, dict):
                letters += self._take(one)
        return letters

    @property
    def calls(self) -> list[ToolCall]:
        """The calls so far, with what has come of their arguments."""
        return [ToolCall(one.call_id, one.name, "".join(one.arguments).strip() or "{}") for one in self._calls]

    def _take(self, told: dict[str, object]) -> int:
        function = told.get("function")
        said = function if isinstance(function, dict) else told
        name, call_id = _text(said.get("name")), _text(told.get("id"))
        pieces = self._pieces_at(told.get("index"), call_id, name)
        if pieces is None:
            return 0
        pieces.call_id = pieces.call_id or call_id
        if name and name != pieces.name:
            pieces.name += name
        arguments = said.get("arguments")
        text = json.dumps(arguments, ensure_ascii=False) if isinstance(arguments, dict | list) else _text(arguments)
        pieces.arguments.append(text)
        return len(text) + len(name)

    def _pieces_at(self, index: object, call_id: str, name: str) -> _Pieces | None:
        """Return the call that goes on; a new one if this cannot belong to it."""
        last = self._calls[-1] if self._calls else None
        known = self._places.get(index) if isinstance(index, int) else last
        if known is not None and not _is_another(known, call_id, name):
            return known
        if len(self._calls) == _MOST_CALLS or not (call_id or name or last is None):
            return None
        self._calls.append(_Pieces())
        if isinstance(index, int):
            self._places[index] = self._calls[-1]
        return self._calls[-1]


def _is_another(known: _Pieces, call_id: str, name: str) -> bool:
    if call_id and known.call_id:
        return call_id != known.call_id
    return bool(name and known.name and "".join(known.arguments).strip())


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
