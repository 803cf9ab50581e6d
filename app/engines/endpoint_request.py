"""From what is asked to the body of a chat completion, in the words of the server that gets it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from app.engines.endpoint_profile import ModelProfile, Prefill, SendsBack, ThinkingSwitch
from app.engines.errors import CannotGoOn
from app.inference.errors import UnknownThinkingLevel
from app.inference.prompt_change import PromptChange
from app.inference.protocol import GenerationRequest
from app.inference.template_values import object_of, parsed_json, tool_value
from app.messages import Image, Message, Text, Thinking, ToolCall, ToolResult

Json = dict[str, object]

_COMMON_SAMPLERS = ("temperature", "top_p", "seed", "max_tokens")
_PICTURES = ((b"\x89PNG", "png"), (b"\xff\xd8", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"))
_OPENED = "<think>\n"
_CLOSED = "\n</think>\n\n"


def body_of(
    model: ModelProfile,
    request: GenerationRequest,
    *,
    sample: int = 0,
    samples: int = 1,
    field: str = "",
    details: Callable[[str], object] = lambda _thought: None,
) -> Json:
    """Return what is sent for `samples` replies, the first of which is number `sample`.

    `field` is where this model's thoughts have come so far, and `details` returns what came with a thought and must be
    sent back as it was. Raises `UnknownThinkingLevel`, and `CannotGoOn` where the server takes no beginning.
    """
    change = _change(model, request)
    beginning = request.beginning
    if beginning is not None and model.server.prefill is Prefill.NONE:
        raise CannotGoOn(name=model.name)
    body: Json = {
        "model": model.name,
        "messages": list(_messages(model, request, change, field or model.server.back_field, details)),
        "stream": True,
        "stream_options": {"include_usage": True},
        **dict(model.server.extra),
        **_sampling(model, request, sample),
    }
    if samples > 1:
        body["n"] = samples
    if request.tools:
        body["tools"] = [tool_value(tool) for tool in request.tools]
    for path, value in _thinking(model, request, change):
        _put(body, path, value)
    if beginning is not None:
        body |= {"continue_final_message": _continued(model, beginning), "add_generation_prompt": False}
    return body


def without_what_is_refused(body: Json, words: str) -> Json | None:
    """Return the body without what a server's refusal names, if it can be done without; else `None`."""
    if "stream_options" in body and "stream_options" in words:
        return {name: value for name, value in body.items() if name != "stream_options"}
    if "max_tokens" in body and "max_completion_tokens" in words:
        return {("max_completion_tokens" if name == "max_tokens" else name): value for name, value in body.items()}
    return None


def _change(model: ModelProfile, request: GenerationRequest) -> PromptChange:
    """Return what the level does to the prompt of a model whose template is known."""
    level, levels = request.thinking, model.thinking_levels
    if model.controls is None:
        if level != "auto" and level not in levels and not (level == "on" and len(levels) > 1):
            raise UnknownThinkingLevel(level=level, levels=levels)
        return PromptChange()
    if not model.controls.accepts(level):
        raise UnknownThinkingLevel(level=level, levels=levels)
    asked = model.controls.request_for(level)
    variables = dict(asked.template_variables) if level != "auto" else {}
    if request.keeps_thoughts is not None:
        variables |= dict(model.controls.history_variables(keep=request.keeps_thoughts))
    return PromptChange(variables, *((asked.system_suffix, asked.user_suffix) if level != "auto" else ("", "")))


def _thinking(model: ModelProfile, request: GenerationRequest, change: PromptChange) -> Iterator[tuple[str, object]]:
    level, switch = request.thinking, model.server.switch
    if model.controls is not None:
        if change.variables:
            yield "chat_template_kwargs", dict(change.variables)
    elif level != "auto" and model.thinks is not False:
        is_effort = level not in ("off", "on")
        match switch:
            case ThinkingSwitch.EFFORT:
                yield "reasoning_effort", {"off": "none", "on": "medium"}.get(level, level)
            case ThinkingSwitch.TEMPLATE:  # templates differ in the name
                yield "chat_template_kwargs", {"enable_thinking": level != "off", "thinking": level != "off"}
                if is_effort:
                    yield "reasoning_effort", level
            case ThinkingSwitch.TYPE:
                yield "thinking", {"type": "disabled" if level == "off" else "enabled"}
                if is_effort:
                    yield "reasoning_effort", level
            case ThinkingSwitch.THINK:
                yield "think", level if is_effort else level == "on"
            case ThinkingSwitch.REASONING:
                yield "reasoning", {"effort": level} if is_effort else {"enabled": level == "on"}
            case ThinkingSwitch.NONE:
                pass
    if request.think_budget is not None and model.server.budget and level != "off":
        yield model.server.budget, request.think_budget


def _put(body: Json, path: str, value: object) -> None:
    name, _, inner = path.partition(".")
    if not inner:
        body[name] = value
        return
    within = body.setdefault(name, {})
    if isinstance(within, dict):
        within[inner] = value


def _sampling(model: ModelProfile, request: GenerationRequest, sample: int) -> Json:
    sampling = request.sampling
    if sampling.seed is not None:
        sampling = replace(sampling, seed=sampling.seed + sample)
    names = (*((name, name) for name in _COMMON_SAMPLERS), *model.server.samplers)
    wishes = {theirs: getattr(sampling, ours) for ours, theirs in names}
    return {name: value for name, value in wishes.items() if value is not None}


def _messages(
    model: ModelProfile,
    request: GenerationRequest,
    change: PromptChange,
    field: str,
    details: Callable[[str], object],
) -> Iterator[Json]:
    messages: Sequence[Message] = change.apply_to(request.asked)
    asked = max((index for index, message in enumerate(messages) if message.role == "user"), default=-1)
    for index, message in enumerate(messages):
        repeats = {
            SendsBack.ALWAYS: request.keeps_thoughts is not False or index > asked,
            SendsBack.IN_LOOP: request.keeps_thoughts is True or index > asked,
            SendsBack.NEVER: False,
        }[model.server.sends_back]
        yield from _message(message, field if repeats else "", details)
    beginning = request.beginning
    if beginning is not None:
        yield _beginning(model, beginning)


def _message(message: Message, field: str, details: Callable[[str], object]) -> Iterator[Json]:
    results = [part for part in message.parts if isinstance(part, ToolResult)]
    for result in results:
        yield {"role": "tool", "tool_call_id": result.call_id, "content": result.content}
    if results:
        return
    if message.images:
        yield {"role": message.role, "content": [_content(part) for part in message.parts]}
        return
    written: Json = {"role": message.role, "content": message.text}
    calls = [part for part in message.parts if isinstance(part, ToolCall)]
    if calls:
        written["tool_calls"] = [
            {"id": call.call_id, "type": "function", "function": {"name": call.name, "arguments": _arguments(call)}}
            for call in calls
        ]
    if message.thinking and field:
        given = details(message.thinking)
        if given is not None:
            written["reasoning_details"] = given
        else:
            written[field] = message.thinking
    yield written


def _arguments(call: ToolCall) -> str:
    """Return a call's arguments as it wrote them, unless they are no JSON: servers refuse the whole talk then."""
    value = object_of(call.arguments)
    return call.arguments if parsed_json(call.arguments) == value else json.dumps(value, ensure_ascii=False)


def _content(part: object) -> Json:
    if isinstance(part, Image):
        kind = next((kind for start, kind in _PICTURES if part.data.startswith(start)), "png")
        address = f"data:image/{kind};base64,{base64.b64encode(part.data).decode()}"
        return {"type": "image_url", "image_url": {"url": address}}
    return {"type": "text", "text": part.text if isinstance(part, Text | Thinking) else ""}


def _continued(model: ModelProfile, beginning: Message) -> object:
    """Return how a server is told that it goes on with the last message, and in which part of it."""
    if model.server.prefill is Prefill.CONTINUE:
        return True
    is_in_thought = beginning.has_thought and not beginning.is_past_thought
    return "reasoning_content" if is_in_thought else "content"


def _beginning(model: ModelProfile, beginning: Message) -> Json:
    if model.server.prefill is Prefill.LAST_MESSAGE:
        written: Json = {"role": "assistant", "content": beginning.text}
        if beginning.thinking:
            written["reasoning_content"] = beginning.thinking
        return written
    thought = ""
    if beginning.has_thought:
        thought = _OPENED + beginning.thinking + (_CLOSED if beginning.is_past_thought else "")
    return {"role": "assistant", "content": thought + beginning.text}
