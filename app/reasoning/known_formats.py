"""The formats of thinking that are known, as data, and which of them a chat template names by its markers.

A family is added as a format and, below, as the markers that tell it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.reasoning.reasoning_format import AnswerWrapper, ChannelProtocol, MessageUse, ReasoningFormat
from app.reasoning.spelled_tags import format_named_in
from app.text import translatable

ANSWER_TAGS = AnswerWrapper("<answer>", "</answer>")
RESPONSE_TAGS = AnswerWrapper("<response>", "</response>")
OTHER_ANSWER_TAGS = tuple(
    AnswerWrapper(f"<{word}>", f"</{word}>")
    for small in ("output", "solution", "final_answer", "result")
    for word in (small, small.capitalize())
)
"""What fine-tunes put around the answer; looked for only where the template does not tell the family."""
_ANY_ANSWER_TAGS = (ANSWER_TAGS, RESPONSE_TAGS, *OTHER_ANSWER_TAGS)
_PLAIN_WRAPPERS = frozenset(marker for one in _ANY_ANSWER_TAGS for marker in (one.open_marker, one.close_marker))

THINK_TAGS = ReasoningFormat(
    name="think-tags",
    description=translatable("<think> tags"),
    open_markers=("<think>",),
    close_markers=("</think>",),
    plain_markers=_PLAIN_WRAPPERS,
    forced_open="<think>\n",
    forced_close="\n</think>\n\n",
    off_prefix="<think>\n\n</think>\n\n",
)

THINK_TAGS_TIGHT = replace(
    THINK_TAGS,
    name="think-tags-tight",
    forced_open="<think>",
    forced_close="</think>",
    off_prefix="<think></think>",
)
"""For templates that put no line breaks inside the tags."""

THINK_TAGS_WRAPPED = replace(
    THINK_TAGS,
    name="think-tags-wrapped-answer",
    description=translatable("<think> tags, and tags around the answer"),
    wrappers=_ANY_ANSWER_TAGS,
)

DSML_TOKEN = "｜DSML｜"
DSML_CLOSES = (f"<{DSML_TOKEN}function_calls>", f"<{DSML_TOKEN}tool_calls>")
KIMI_TOOLS = "<|tool_calls_section_begin|>"
KIMI_CLOSES = (KIMI_TOOLS, "<|tool_call_begin|>")
XML_TOOL_CALL = "<tool_call>"


def suffixed_think_tags(suffix: str) -> ReasoningFormat:
    """Return the format of a family that writes a suffix, such as `:opensource`, into its tags."""
    opening, closing = f"<think{suffix}>", f"</think{suffix}>"
    return ReasoningFormat(
        name="think-tags-suffixed",
        description=translatable("<think> tags with a suffix"),
        open_markers=(opening,),
        close_markers=(closing,),
        opened_by_prompt=True,
        forced_open=opening,
        forced_close=closing,
        off_prefix=opening + closing,
    )


SUFFIXED_THINK_TAGS = suffixed_think_tags(":opensource")

BRACKET_THINK = ReasoningFormat(
    name="bracket-think",
    description=translatable("[THINK] control tokens"),
    open_markers=("[THINK]",),
    close_markers=("[/THINK]",),
    reenters=True,
    forced_open="[THINK]",
    forced_close="[/THINK]",
    off_prefix="[THINK][/THINK]",
)

SEED_THINK = ReasoningFormat(
    name="seed-think",
    description=translatable("<seed:think> tags"),
    open_markers=("<seed:think>",),
    close_markers=("</seed:think>",),
    forced_open="<seed:think>\n",
    forced_close="\n</seed:think>",
    off_prefix="<seed:think>\n</seed:think>\n",
)

THOUGHT_TAGS = ReasoningFormat(
    name="thought-tags",
    description=translatable("<thought> tags"),
    open_markers=("<thought>",),
    close_markers=("</thought>",),
    wrappers=_ANY_ANSWER_TAGS,
    plain_markers=_PLAIN_WRAPPERS | {"<thought>", "</thought>"},
    forced_open="<thought>\n",
    forced_close="\n</thought>\n\n",
    off_prefix="<thought>\n\n</thought>\n\n",
)

START_THINKING = ReasoningFormat(
    name="start-thinking",
    description=translatable("<|START_THINKING|> control tokens"),
    open_markers=("<|START_THINKING|>",),
    close_markers=("<|END_THINKING|>",),
    wrappers=(
        AnswerWrapper("<|START_RESPONSE|>", "<|END_RESPONSE|>", closes_alone=True),
        AnswerWrapper("<|START_TEXT|>", "<|END_TEXT|>", closes_alone=True),
    ),
    forced_open="<|START_THINKING|>",
    forced_close="<|END_THINKING|><|START_RESPONSE|>",
    off_prefix="<|START_THINKING|><|END_THINKING|>",
)

START_THINKING_TEXT = replace(START_THINKING, name="start-thinking-text", forced_close="<|END_THINKING|><|START_TEXT|>")

INNER_PREFIX = ReasoningFormat(
    name="inner-prefix",
    description=translatable("<|inner_prefix|> control tokens"),
    open_markers=("<|inner_prefix|>",),
    close_markers=("<|inner_suffix|>",),
    takes_other_tags=False,
    reenters=True,
    forced_open="<|inner_prefix|>",
    forced_close="<|inner_suffix|>",
    off_prefix="<|inner_prefix|><|inner_suffix|>",
)

MM_THINK = ReasoningFormat(
    name="mm-think",
    description=translatable("<mm:think> tags"),
    open_markers=("<mm:think>",),
    close_markers=("</mm:think>",),
    forced_open="<mm:think>",
    forced_close="</mm:think>",
    off_prefix="</mm:think>",
)

DIAMOND_THINK = ReasoningFormat(
    name="diamond-think",
    description=translatable("◁think▷ tags"),
    open_markers=("◁think▷",),
    close_markers=("◁/think▷",),
    forced_open="◁think▷",
    forced_close="◁/think▷",
    off_prefix="◁think▷◁/think▷",
)

UNUSED_TOKENS = ReasoningFormat(
    name="unused-tokens",
    description=translatable("<unused94> and <unused95> around the thought"),
    open_markers=("<unused94>",),
    close_markers=("<unused95>",),
    label="thought",
    forced_open="<unused94>thought\n",
    forced_close="<unused95>",
    off_prefix="<unused94>thought\n<unused95>",
)
"""MedGemma and other fine-tunes of Gemma 3, whose vocabularies all hold these tokens."""

GEMMA_CHANNEL = ReasoningFormat(
    name="gemma-channel",
    description=translatable("a thought channel"),
    open_markers=("<|channel>",),
    close_markers=("<channel|>",),
    label="thought",
    reenters=True,
    forced_open="<|channel>thought\n",
    forced_close="<channel|>",
    off_prefix="<|channel>thought\n<channel|>",
)

OPEN_SEP = ReasoningFormat(
    name="open-sep",
    description=translatable("think and response sections"),
    open_markers=("<|open|>think<|sep|>",),
    close_markers=("<|close|>think<|sep|>",),
    wrappers=(AnswerWrapper("<|open|>response<|sep|>", "<|close|>response<|sep|>", closes_alone=True),),
    implicit_closes=("<|open|>tools<|sep|>",),
    trailers=("<|close|>message<|sep|>", "<|end_of_msg|>"),
    token_parts=("<|open|>", "<|close|>", "<|sep|>"),
    reenters=True,
    opened_by_prompt=True,
    forced_open="<|open|>think<|sep|>",
    forced_close="<|close|>think<|sep|><|open|>response<|sep|>",
    off_prefix="<|open|>think<|sep|><|close|>think<|sep|><|open|>response<|sep|>",
)

_GRANITE_OPEN = ("Here is my thought process:", "Here's my thought process:")
_GRANITE_CLOSE = ("Here is my response:", "Here's my response:")
THOUGHT_PHRASES = ReasoningFormat(
    name="thought-phrases",
    description=translatable("the phrases “Here is my thought process:” and “Here is my response:”"),
    open_markers=_GRANITE_OPEN,
    close_markers=_GRANITE_CLOSE,
    plain_markers=frozenset(_GRANITE_OPEN + _GRANITE_CLOSE),
    forced_open="Here is my thought process:\n",
    forced_close="\n\nHere is my response:\n",
    off_prefix="",
)

FINAL_RESPONSE = ReasoningFormat(
    name="final-response",
    description=translatable("thinking up to [BEGIN FINAL RESPONSE]"),
    open_markers=("Here are my reasoning steps:",),
    close_markers=("[BEGIN FINAL RESPONSE]",),
    implicit_closes=("<tool_calls>",),
    trailers=("[END FINAL RESPONSE]", "<|end|>"),
    plain_markers=frozenset(
        {"Here are my reasoning steps:", "[BEGIN FINAL RESPONSE]", "[END FINAL RESPONSE]", "<tool_calls>"}
    ),
    starts_in_thinking=True,
    forced_close="\n[BEGIN FINAL RESPONSE]\n",
)

HARMONY = ReasoningFormat(
    name="harmony",
    description=translatable("an analysis channel beside the final one"),
    channels=ChannelProtocol(
        message_start="<|start|>",
        role="assistant",
        header_restart="<|channel|>",
        body_start=("<|message|>",),
        message_end=("<|end|>", "<|return|>", "<|call|>"),
        header_words=("to=",),
        header_extra=("<|constrain|>",),
        uses=(
            (r"\bto=(?!assistant\b|user\b)", MessageUse.CALL),
            (r"<\|channel\|>\s*analysis\b", MessageUse.THINKING),
        ),
    ),
    forced_open="<|channel|>analysis<|message|>",
    forced_close="<|end|><|start|>assistant<|channel|>final<|message|>",
    off_prefix="<|channel|>final<|message|>",
)

SOLAR = ReasoningFormat(
    name="solar",
    description=translatable("a think message before the content message"),
    channels=ChannelProtocol(
        message_start="<|begin|>",
        role="assistant",
        body_start=("<|think|>", "<|content|>"),
        message_end=("<|end|>", "<|flush|>", "<|calls|>"),
        uses=((r"<\|think\|>\Z", MessageUse.THINKING),),
    ),
    forced_open="<|think|>",
    forced_close="<|end|><|begin|>assistant<|content|>",
    off_prefix="<|content|>",
)

MUSE = ReasoningFormat(
    name="recipient-self",
    description=translatable("messages of the model to itself"),
    channels=ChannelProtocol(
        message_start="<|start|>",
        role="assistant",
        body_start=("<|message|>",),
        message_end=("<|eom|>", "<|eot|>"),
        header_words=("to=",),
        uses=(
            (r"\bto=self\b", MessageUse.THINKING),
            (r"\bto=(?!user\b|assistant\b)", MessageUse.CALL),
        ),
    ),
    forced_open=" to=self<|message|>",
    forced_close="<|eom|><|start|>assistant to=user<|message|>",
    off_prefix=" to=user<|message|>",
)

AS_WRITTEN = ReasoningFormat(
    name="as-written", description=translatable("no thinking"), takes_other_tags=False, thinks=False
)
"""For texts that a model goes on with: nothing in them is a marker."""

NO_THINKING = ReasoningFormat(
    name="none",
    description=translatable("no thinking"),
    fallbacks=(
        THINK_TAGS_WRAPPED,
        SUFFIXED_THINK_TAGS,
        BRACKET_THINK,
        SEED_THINK,
        THOUGHT_TAGS,
        START_THINKING,
        INNER_PREFIX,
        MM_THINK,
        DIAMOND_THINK,
        UNUSED_TOKENS,
        GEMMA_CHANNEL,
        OPEN_SEP,
        HARMONY,
        SOLAR,
    ),
    thinks=False,
    can_be_disabled=True,
)
"""For models that answer straight away; a reply that begins with a known open marker is split all the same."""


@dataclass(frozen=True, slots=True)
class DetectionRule:
    """A template that contains any of `marks`, and all of `also`, has this format."""

    form: ReasoningFormat
    marks: tuple[str, ...]
    also: tuple[str, ...] = ()

    def matches(self, template: str) -> bool:
        """Return whether the template has this format."""
        return any(mark in template for mark in self.marks) and all(mark in template for mark in self.also)


_RULES = (
    DetectionRule(HARMONY, ("<|channel|>",)),
    DetectionRule(GEMMA_CHANNEL, ("<|channel>", "<channel|>")),
    DetectionRule(BRACKET_THINK, ("[THINK]", "[/THINK]")),
    DetectionRule(START_THINKING_TEXT, ("<|START_THINKING|>", "<|END_THINKING|>"), ("<|START_TEXT|>",)),
    DetectionRule(START_THINKING, ("<|START_THINKING|>", "<|END_THINKING|>")),
    DetectionRule(INNER_PREFIX, ("inner_prefix", "<|inner_suffix|>")),
    DetectionRule(SEED_THINK, ("<seed:think>", "</seed:think>")),
    DetectionRule(MM_THINK, ("<mm:think>", "</mm:think>")),
    DetectionRule(OPEN_SEP, ("<|end_of_msg|>", "<|open|>think", "<|close|>think")),
    DetectionRule(SOLAR, ("<|think|>",)),
    DetectionRule(SUFFIXED_THINK_TAGS, ("reasoning_mode_token", "<think:", "</think:")),
    DetectionRule(MUSE, ("to=self",)),
    DetectionRule(FINAL_RESPONSE, ("[BEGIN FINAL RESPONSE]", "Here are my reasoning steps:")),
    DetectionRule(THOUGHT_TAGS, ("<thought>", "</thought>")),
    DetectionRule(DIAMOND_THINK, ("◁think▷", "◁/think▷")),
    DetectionRule(THOUGHT_PHRASES, ("Here is my thought process", "Here's my thought process")),
    DetectionRule(UNUSED_TOKENS, ("<unused94>", "<unused95>")),
    DetectionRule(THINK_TAGS, ("<think>", "</think>")),
)
"""In this order: markers of the later ones also occur in templates of the earlier ones."""

_LINE_BREAK_AFTER_OPEN = re.compile(r"<think>(?:['\"]\s*[~+]\s*['\"])?(?:\\n|\n)")
_SUFFIX = re.compile(r"</?think(:[\w-]{1,40})>|HYTK\s*=\s*['\"](:[\w-]{1,40})['\"]")
_R1_TURN = "<｜Assistant｜>"
"""Where a reply begins in the templates of R1-Zero and the first R1; the model opens the thought itself."""
_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"\s*[+~]\s*\w")
"""More text is put behind what a name stands for."""
_JSON_TOOL_CALL = "<args-json-object>"
"""Templates that ask for tool calls as JSON belong to families that close the thought before a call."""


def detect_format(template: str) -> ReasoningFormat:
    """Return the format that a template, or a part of one, names the markers of."""
    form = next((rule.form for rule in _RULES if rule.matches(template)), None)
    form = form or format_named_in(template) or NO_THINKING
    if form is THINK_TAGS:
        form = _think_tags_of(template)
    elif form is SUFFIXED_THINK_TAGS and (suffix := _SUFFIX.search(template)) is not None:
        form = suffixed_think_tags(suffix[1] or suffix[2])
    return replace(form, opened_by_prompt=True) if _is_opened_by_prompt(form, template) else form


def _think_tags_of(template: str) -> ReasoningFormat:
    """Return the `<think>` format with what this family puts around it."""
    form = THINK_TAGS if _LINE_BREAK_AFTER_OPEN.search(template) or "<think>" not in template else THINK_TAGS_TIGHT
    if "{{" not in template and "{%" not in template:
        # A fragment names the tags but not the family: whatever a family puts around them may come.
        closes = (XML_TOOL_CALL, *KIMI_CLOSES, *DSML_CLOSES)
        return replace(form, wrappers=(ANSWER_TAGS, RESPONSE_TAGS), implicit_closes=closes)
    if "dsml_token" in template or DSML_TOKEN in template:
        form = replace(form, implicit_closes=DSML_CLOSES, token_parts=(DSML_TOKEN,))
    elif KIMI_TOOLS in template:
        form = replace(form, implicit_closes=KIMI_CLOSES)
    elif XML_TOOL_CALL in template and _JSON_TOOL_CALL not in template:
        form = replace(form, implicit_closes=(XML_TOOL_CALL,))
    wrappers = tuple(
        wrapper
        for wrapper in (ANSWER_TAGS, RESPONSE_TAGS)
        # MiniMax wraps the results of tools in <response>.
        if wrapper.open_marker in template and "minimax" not in template
    )
    if _R1_TURN in template and "<think>" not in template:
        wrappers = (ANSWER_TAGS,)
    return replace(form, wrappers=wrappers)


def _is_opened_by_prompt(form: ReasoningFormat, template: str) -> bool:
    """Return whether the part of the template that opens the reply names the open marker other than to close it."""
    if form.starts_in_thinking or form.opened_by_prompt:
        return True
    opening = template[template.rfind("add_generation_prompt") :] if "add_generation_prompt" in template else ""
    closed = re.compile(rf"{form.label}(?:\\n|\s)*(?:{'|'.join(map(re.escape, form.close_markers))})")
    for marker in form.open_markers:
        # Looked up rather than searched for: a stranger's template may set any number of names.
        names = set(re.findall(rf"set\s+(\w+)\s*=\s*['\"]{re.escape(marker)}", template))
        ends = [match.end() for match in re.finditer(re.escape(marker), opening)]
        ends += [
            word.end()
            for word in _WORD.finditer(opening)
            if word[0] in names and not _JOINED.match(opening, word.end())
        ]
        if any(closed.match(opening, end) is None for end in ends):
            return True
    return False
