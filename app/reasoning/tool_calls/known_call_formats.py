"""The syntaxes of calls that are known, as data. A family is added here; its template tells that it is the one."""

from __future__ import annotations

from dataclasses import replace

from app.reasoning.tool_calls.call_format import CallFormat
from app.reasoning.tool_calls.json_calls import JsonArguments, JsonCalls
from app.reasoning.tool_calls.marked_texts import MarkedTexts
from app.reasoning.tool_calls.python_calls import PythonCalls
from app.reasoning.tool_calls.tagged_arguments import NestedTags, TaggedArguments


def _json_between(name: str, opening: str, closing: str, *, name_is_key: bool = False) -> CallFormat:
    """Return a format of objects between two marks."""
    body = JsonCalls(name_is_key=name_is_key)
    return CallFormat(
        name,
        body,
        heads=(f"{opening} ",),
        first_heads=() if name_is_key else ("",),
        closings=(closing,) if closing else (),
        repeats=True,
        may_be_code=not name_is_key,
    )


def _functions(name: str, wrapper: str, *, padding: str) -> CallFormat:
    """Return a format of `<function=…>` with tagged parameters, in a wrapper that may be missing."""
    body = TaggedArguments("<parameter={key}>", "</parameter>", ("</function>", f"</{wrapper}>"), padding)
    return CallFormat(name, body, heads=(f"(<{wrapper}> )<function={{name}}>",), closings=(f"</{wrapper}>",))


def _keys_and_values(name: str, suffix: str = "", *, space: str = "") -> CallFormat:
    """Return a format of `<arg_key>` and `<arg_value>`."""
    call, key, value = f"tool_call{suffix}", f"arg_key{suffix}", f"arg_value{suffix}"
    body = TaggedArguments(f"<{key}>{{key}}</{key}> <{value}>", f"</{value}>", (f"</{call}>",))
    calls = f"tool_calls{suffix}"
    head = f"(<{calls}> )<{call}> {{name}}{space} (<tool_sep{suffix}> )" if suffix else f"<{call}> {{name}} "
    return CallFormat(name, body, heads=(head,), closings=(f"</{calls}>",) if suffix else ())


def _invocations(name: str, mark: str, *sections: str) -> CallFormat:
    """Return a format of `<invoke name="…">` with a mark before each tag's name, in one of several sections."""
    body = TaggedArguments(
        f'<{mark}parameter name="{{key}}"( string="{{type}}")>',
        f"</{mark}parameter>",
        (f"</{mark}invoke>", *(f"</{section}>" for section in sections)),
    )
    heads = tuple(f'(<{section}> )<{mark}invoke name="{{name}}">' for section in sections)
    return CallFormat(name, body, heads=heads, closings=tuple(f"</{section}>" for section in sections))


_HARMONY_RECIPIENT = "(<|start|>assistant )(<|channel|>{word} )to=(functions.){name}"
_HARMONY_HEAD = f"{_HARMONY_RECIPIENT}( <|channel|>{{word}})( <|constrain|>)( {{word}} )<|message|>"

NO_CALLS = CallFormat("none", JsonCalls())
"""For replies to which no tools were offered: nothing in them is a call."""

TOOL_CALL_JSON = _json_between("tool-call-json", "<tool_call>", "</tool_call>")

CALL_FORMATS = (
    CallFormat("bare-json", JsonCalls(), heads=("<|python_tag|> ",), first_heads=("",), closings=(";",), repeats=True),
    TOOL_CALL_JSON,
    _functions("function-tags-tight", "tool_call", padding=""),
    _functions("function-tags", "tool_call", padding="\n"),
    _functions("seed-function-tags", "seed:tool_call", padding=""),
    _keys_and_values("argument-keys"),
    _keys_and_values("argument-keys-suffixed", ":opensource"),
    _invocations("minimax-invoke", "", "minimax:tool_call"),
    _invocations("dsml", "｜DSML｜", "｜DSML｜function_calls", "｜DSML｜tool_calls"),
    replace(
        _invocations("atem", "atem:", "atem:function_calls"),
        heads=('(<|start|>assistant )to={word}<|message|> <atem:function_calls> <atem:invoke name="{name}">',),
    ),
    CallFormat(
        "nested-tags",
        NestedTags("]<]minimax[>[", "</invoke>"),
        heads=('(]<]minimax[>[<tool_call> )]<]minimax[>[<invoke name="{name}">',),
        closings=("]<]minimax[>[</tool_call>",),
    ),
    CallFormat(
        "function-name-tags",
        TaggedArguments('<param name="{key}">', "</param>", ("</function>",)),
        heads=('<function name="{name}">',),
    ),
    CallFormat(
        "open-sep-calls",
        TaggedArguments(
            '<|open|>argument key="{key}"( type="{type}")<|sep|>', "<|close|>argument<|sep|>", ("<|close|>call<|sep|>",)
        ),
        heads=('(<|open|>tools<|sep|> )<|open|>call tool="{name}"( index="{word}")<|sep|>',),
        closings=("<|close|>tools<|sep|>", "<|close|>message<|sep|>", "<|end_of_msg|>"),
    ),
    CallFormat(
        "kimi-sections",
        JsonArguments(name_in_id=True, ends=("<|tool_call_end|>",)),
        heads=("(<|tool_calls_section_begin|> )<|tool_call_begin|> {name} <|tool_call_argument_begin|>",),
        closings=("<|tool_call_end|>", "<|tool_calls_section_end|>"),
    ),
    CallFormat(
        "deepseek-calls",
        JsonArguments(ends=("<｜tool▁call▁end｜>",)),
        heads=(
            "(<｜tool▁calls▁begin｜> )<｜tool▁call▁begin｜>function<｜tool▁sep｜>{name} ```json ",
            "(<｜tool▁calls▁begin｜> )<｜tool▁call▁begin｜>{name}<｜tool▁sep｜>",
        ),
        closings=("```", "<｜tool▁call▁end｜>", "<｜tool▁calls▁end｜>"),
    ),
    CallFormat(
        "solar-calls",
        JsonArguments(ends=("<|tool_call:end|>",)),
        heads=(
            "(<|begin|>assistant )(<|tool_calls|> )<|tool_call:begin|>{id}<|tool_call:name|>{name}<|tool_call:args|>",
        ),
        closings=("<|tool_call:end|>", "<|calls|>"),
    ),
    CallFormat("named-tool-calls", JsonArguments(), heads=("[TOOL_CALLS] {name}( [CALL_ID]{id})[ARGS]",)),
    _json_between("tool-calls-list", "[TOOL_CALLS]", ""),
    CallFormat("harmony-calls", JsonArguments(takes_text=True), heads=(_HARMONY_HEAD,)),
    CallFormat(
        "marked-texts",
        MarkedTexts('<|"|>'),
        heads=("<|tool_call>( call:){name} ",),
        closings=("<tool_call|>",),
    ),
    CallFormat(
        "python-list",
        PythonCalls(),
        heads=("<|tool_call_start|> ",),
        closings=("<|tool_call_end|>",),
    ),
    CallFormat(
        "function-json",
        JsonArguments(ends=("</function>",)),
        heads=("<function={name}>",),
        closings=("</function>",),
    ),
    CallFormat(
        "recipients",
        JsonArguments(),
        heads=(">>>{name}\n",),
        first_heads=("{name}\n",),
        text_heads=("all\n", ">>>all\n"),
    ),
    _json_between("tool-calls-json", "<tool_calls>", "</tool_calls>"),
    _json_between("toolcall-json", "<TOOLCALL>", "</TOOLCALL>"),
    _json_between("action-json", "<|START_ACTION|>", "<|END_ACTION|>"),
    _json_between("action-fence", "Action: ```json", "```"),
    _json_between("tools-prefix", "<|tools_prefix|>", "<|tools_suffix|>", name_is_key=True),
    _json_between("functools", "functools", ""),
    _json_between("function-call", "<|function_call|>", "<|message_sep|>"),
    _json_between("function-call-message", "(<|message_sep|> )function call<|role_sep|>", "<|message_sep|>"),
    _json_between("tool-call-token", "<|tool_call|>", "<|/tool_call|>"),
    CallFormat("bare-python", PythonCalls(), first_heads=("",)),
)
"""In this order they are tried on what a template makes of calls: bare JSON first, which others read as well."""
