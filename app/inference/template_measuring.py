"""Finds out what a chat template wants back, by rendering small talks in which every text is a word of its own.

Nothing is known by a model's name. All renderings together have a second of the processor, and no more than three by
the clock on a busy machine; a template that takes longer, or that raises at what it is asked, wants nothing of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from msgspec import structs

from app.inference.chat_template import ChatTemplate, RenderingWasStopped
from app.inference.errors import TemplateFailed, TemplateTookTooLong
from app.inference.protocol.template_wants import PastThoughts, TemplateWants, ThoughtField
from app.inference.replay import can_be_inline, replayed
from app.inference.template_values import parsed_json
from app.inference.token_prefix import shared_prefix
from app.messages import Message, Part, Text, Thinking, ToolCall, ToolResult, ToolSpec
from app.reasoning import Delta, ReasoningFormat, StreamSplitter, ThinkingControls, ThinkingRequest
from app.reasoning.tool_calls import CALL_FORMATS, CallFormat, CallReader
from app.reasoning.tool_calls.call_writer import can_write
from app.reasoning.tool_calls.derived_format import derived_format

MEASURING_LIMIT_S = 1.0
_BY_THE_CLOCK = 3.0
"""So many times the limit it may take where other programs have the processor."""

_CALL_ID = "call_1"
_TOOL = ToolSpec(
    "zorvanek",
    "Tells the brisquil of a town.",
    '{"type": "object", "properties": {"town": {"type": "string", "description": "A town."}}, "required": ["town"]}',
)
_QUESTION, _NEXT_QUESTION = Message.user("Qualvexi?"), Message.user("Qualdromi?")
_ANSWER = "Ansvorti."
_TEXT = "Textelvi."
_THOUGHT, _LAST_THOUGHT = "Thovantri.", "Thoquellim."
_ARGUMENT, _OTHER_ARGUMENT = "Argundel", "Argomiris"
_RESULT, _OTHER_RESULT = "Resulvaro.", "Resombrik."
_FIELDS = (ThoughtField.REASONING_CONTENT, ThoughtField.THINKING, ThoughtField.REASONING, ThoughtField.BLOCK)


def measured_wants(
    template: ChatTemplate,
    controls: ThinkingControls,
    form: ReasoningFormat,
    *,
    has_token: Callable[[str], bool] = lambda _text: False,
    limit_s: float = MEASURING_LIMIT_S,
) -> TemplateWants:
    """Return what the template wants with thinking on, found within `limit_s` of the processor.

    `has_token` tells whether the vocabulary has a text as a single token: the mark of calls that a template leaves to
    the model's own writing. Never raises because of a template.
    """
    try:
        wants = _Measuring(template, controls, form, limit_s).wants(has_token)
        return replace(wants, system_message=template.takes_system_message())
    except (RenderingWasStopped, TemplateTookTooLong):
        return TemplateWants()


class _Measuring:
    def __init__(
        self, template: ChatTemplate, controls: ThinkingControls, form: ReasoningFormat, limit_s: float
    ) -> None:
        self._template = template
        self._controls = controls
        self._form = form
        self._ends_at = time.monotonic() + limit_s * _BY_THE_CLOCK
        self._spent_at = time.process_time() + limit_s
        self._on = controls.request_for("on" if controls.thinks else "auto")

    def wants(self, has_token: Callable[[str], bool]) -> TemplateWants:
        wants = TemplateWants(tools=_TOOL.name in self._prompt([_QUESTION], TemplateWants(tools=True)))
        wants = self._with_calls(wants, has_token)
        wants = replace(wants, thoughts=self._thought_field(wants))
        if wants.thoughts is ThoughtField.NONE:
            return replace(wants, text_with_calls=self._takes_text_with_calls(wants))
        in_loop = wants.thoughts is ThoughtField.INLINE or _THOUGHT in self._prompt(_loop(Thinking(_THOUGHT)), wants)
        wants = replace(wants, in_tool_loop=in_loop and wants.tool_calls and wants.tool_results)
        wants = replace(wants, text_with_calls=self._takes_text_with_calls(wants))
        if wants.thoughts is ThoughtField.INLINE:
            return wants
        return replace(
            wants,
            in_history=_THOUGHT in self._prompt(_talk(), replace(wants, tools=False)),
            in_history_with_tools=self._kept_with_tools(wants),
            can_keep_thoughts=self._decides_over_history(wants),
            only_while_thinking=self._drops_thoughts_when_off(wants),
        )

    def _with_calls(self, wants: TemplateWants, has_token: Callable[[str], bool]) -> TemplateWants:
        """Return in which form calls and results are shown, if any."""
        shown = replace(wants, tool_calls=True, tool_results=True)
        takes_results = False
        for is_short in (False, True):
            for as_text in (False, True):
                form = replace(shown, arguments_as_text=as_text, short_call_ids=is_short)
                prompt = self._prompt(_loop(), form)
                takes_results |= _RESULT in prompt
                if _RESULT in prompt and _ARGUMENT in prompt and str({"town": _ARGUMENT}) not in prompt:
                    form = replace(form, one_call_a_message=self._takes_one_call_a_message(form))
                    return replace(form, call_format=self._call_format(form, prompt))
        wants = replace(wants, tool_results=takes_results)
        return self._with_calls_in_text(wants, has_token) if wants.tools and takes_results else wants

    def _with_calls_in_text(self, wants: TemplateWants, has_token: Callable[[str], bool]) -> TemplateWants:
        """Return the wants of a template that shows calls as the model writes them, if it tells how that is."""
        told = self._prompt([_QUESTION], wants)
        known_ones = sorted(filter(can_write, CALL_FORMATS), key=lambda known: known.heads[0].strip() not in told)
        for known in known_ones:  # what the template names comes before what the vocabulary has
            opening = known.heads[0].strip()
            form = replace(wants, tool_calls=True, calls_in_text=True, call_format=known)
            if (opening in told or has_token(opening)) and _ARGUMENT in self._prompt(_loop(), form):
                return form
        return wants

    def _call_format(self, wants: TemplateWants, prompt: str) -> CallFormat | None:
        """Return the syntax that reads the rendered call back, with the least text before it; `None` if none does."""
        header = shared_prefix(prompt, self._prompt([_QUESTION], wants))
        start = prompt.find(_QUESTION.text) + len(_QUESTION.text)
        splitter = StreamSplitter(self._form, prompt_tail=prompt[:header], tools_offered=True)
        reply = [*splitter.feed(prompt[header:]), *splitter.finish()]
        for deltas in (reply, [Delta("answer", prompt[header:])], [Delta("answer", prompt[start:])]):
            left_over = {known.name: _text_before_call(known, deltas) for known in CALL_FORMATS}
            found = [known for known in CALL_FORMATS if left_over[known.name] is not None]
            if found:
                return min(found, key=lambda known: len(left_over[known.name] or ""))
        call = ToolCall(_CALL_ID, _TOOL.name, _arguments(_ARGUMENT))
        return derived_format(prompt[header:], call, elsewhere=self._prompt(_talk(), replace(wants, tools=False)))

    def _takes_one_call_a_message(self, wants: TemplateWants) -> bool:
        calls = (ToolCall(_CALL_ID, _TOOL.name, _arguments(_ARGUMENT)), _other_call())
        results = (ToolResult(_CALL_ID, _RESULT), ToolResult("call_2", _OTHER_RESULT))
        talk = [_QUESTION, Message("assistant", calls), Message("tool", results)]
        words = (_ARGUMENT, _OTHER_ARGUMENT, _RESULT, _OTHER_RESULT)
        together, apart = (self._prompt(talk, replace(wants, one_call_a_message=one)) for one in (False, True))
        return not all(word in together for word in words) and all(word in apart for word in words)

    def _takes_text_with_calls(self, wants: TemplateWants) -> bool:
        if not wants.tool_calls:
            return True
        before = (Thinking(_THOUGHT),) if wants.in_tool_loop else ()
        prompt = self._prompt(_loop(*before, Text(_TEXT)), wants)
        return _TEXT in prompt and (not before or _THOUGHT in prompt)

    def _thought_field(self, wants: TemplateWants) -> ThoughtField:
        keep = dict(self._controls.history_variables(keep=True))
        talks = [(_talk(), replace(wants, tools=False), keep)]
        if wants.tool_calls:
            talks.insert(0, (_loop(), wants, {}))
        for talk, wanted, variables in talks:
            bare = self._prompt(talk, wanted, variables=variables)
            for field in _FIELDS:
                prompt = self._prompt(_thoughtful(talk), replace(wanted, thoughts=field), variables=variables)
                if _shows(prompt, field, bare):
                    return field
        return (
            ThoughtField.INLINE
            if wants.tools and wants.tool_calls and wants.tool_results and self._takes_inline(wants)
            else ThoughtField.NONE
        )

    def _takes_inline(self, wants: TemplateWants) -> bool:
        """Whether a thought in the content stands where the model has written it: right after the reply's header."""
        if not can_be_inline(self._form):
            return False
        prompt = self._prompt(_loop(Thinking(_THOUGHT)), replace(wants, thoughts=ThoughtField.INLINE))
        begun = "".join(prompt.partition(_THOUGHT)[0].split())
        header = "".join(self._prompt([_QUESTION], wants).split())
        opening = self._form.forced_open.strip()
        return prompt.count(_THOUGHT) == 1 and bool(header) and begun in (header, header + opening)

    def _kept_with_tools(self, wants: TemplateWants) -> PastThoughts:
        if not (wants.tool_calls and wants.tool_results):
            return PastThoughts.NEVER
        prompt = self._prompt(_long_talk(), wants)
        if _THOUGHT not in prompt:
            return PastThoughts.NEVER
        return PastThoughts.ALWAYS if _LAST_THOUGHT in prompt else PastThoughts.OF_CALLS

    def _decides_over_history(self, wants: TemplateWants) -> bool:
        if not self._controls.can_keep_history:
            return False
        keep, drop = (dict(self._controls.history_variables(keep=choice)) for choice in (True, False))
        talks = [(_talk(), replace(wants, tools=False))]
        if wants.in_tool_loop:
            talks.append((_long_talk(), wants))
        return any(
            _THOUGHT in self._prompt(talk, wanted, variables=keep)
            and _THOUGHT not in self._prompt(talk, wanted, variables=drop)
            for talk, wanted in talks
        )

    def _drops_thoughts_when_off(self, wants: TemplateWants) -> bool:
        if not self._controls.can_be_disabled:
            return False
        off = self._controls.request_for("off")
        if wants.in_tool_loop:
            return _THOUGHT not in self._prompt(_loop(Thinking(_THOUGHT)), wants, level=off)
        return wants.in_history and _THOUGHT not in self._prompt(_talk(), replace(wants, tools=False), level=off)

    def _prompt(
        self,
        messages: Iterable[Message],
        wants: TemplateWants,
        *,
        variables: dict[str, object] | None = None,
        level: ThinkingRequest | None = None,
    ) -> str:
        """Return the prompt, empty if the template raises; the tool is declared if it is known to list tools."""
        level = level or self._on
        system = [Message.system(level.system_suffix)] if level.system_suffix else []
        try:
            return self._template.render(
                [*system, *replayed(list(messages), wants, self._form)],
                tools=(_TOOL,) if wants.tools else (),
                wants=wants,
                variables={**dict(level.template_variables), **(variables or {})},
                is_stopped=lambda: time.process_time() >= self._spent_at or time.monotonic() >= self._ends_at,
            )
        except TemplateFailed:
            return ""


def _text_before_call(known: CallFormat, reply: list[Delta]) -> str | None:
    """Return what a format takes for text before the rendered call; `None` if it cannot read that."""
    reader = CallReader(known, (_TOOL,))
    pieces = [*reader.feed(reply), *reader.finish()]
    at = next((place for place, piece in enumerate(pieces) if isinstance(piece, ToolCall)), len(pieces))
    call = pieces[at] if at < len(pieces) else None
    if not isinstance(call, ToolCall) or call.name != _TOOL.name:
        return None
    if parsed_json(call.arguments) != {"town": _ARGUMENT}:
        return None
    return "".join(piece.text for piece in pieces[:at] if isinstance(piece, Text)).strip()


def _arguments(town: str) -> str:
    return f'{{"town": "{town}"}}'


def _other_call() -> ToolCall:
    return ToolCall("call_2", _TOOL.name, _arguments(_OTHER_ARGUMENT))


def _loop(*before: Part) -> list[Message]:
    call = ToolCall(_CALL_ID, _TOOL.name, _arguments(_ARGUMENT))
    return [_QUESTION, Message("assistant", (*before, call)), Message("tool", (ToolResult(_CALL_ID, _RESULT),))]


def _long_talk() -> list[Message]:
    return [*_loop(Thinking(_THOUGHT)), Message.assistant(_ANSWER, _LAST_THOUGHT), _NEXT_QUESTION]


def _talk() -> list[Message]:
    return [_QUESTION, Message.assistant(_ANSWER, _THOUGHT), _NEXT_QUESTION]


def _thoughtful(talk: list[Message]) -> list[Message]:
    return [
        structs.replace(message, parts=(Thinking(_THOUGHT), *[p for p in message.parts if not isinstance(p, Thinking)]))
        if message.role == "assistant"
        else message
        for message in talk
    ]


def _shows(prompt: str, field: ThoughtField, bare: str) -> bool:
    """Whether the thought is in the prompt, as a thought and not as the JSON that it came in."""
    if _THOUGHT not in prompt:
        return False
    names = ("type", "thinking") if field is ThoughtField.BLOCK else (field.value,)
    is_dumped = any(prompt.count(quote + name) > bare.count(quote + name) for name in names for quote in "\"'")
    return not is_dumped and (field is not ThoughtField.BLOCK or prompt.count(_THOUGHT) == 1)
