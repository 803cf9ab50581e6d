"""Finds the format of thinking in a chat template by the markers that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.reasoning.known_formats import (
    ANSWER_TAGS,
    BRACKET_THINK,
    DIAMOND_THINK,
    DSML_CLOSES,
    DSML_TOKEN,
    FINAL_RESPONSE,
    GEMMA_CHANNEL,
    HARMONY,
    INNER_PREFIX,
    KIMI_CLOSES,
    KIMI_TOOLS,
    MM_THINK,
    MUSE,
    NO_THINKING,
    OPEN_SEP,
    RESPONSE_TAGS,
    SEED_THINK,
    SOLAR,
    START_THINKING,
    START_THINKING_TEXT,
    SUFFIXED_THINK_TAGS,
    THINK_TAGS,
    THINK_TAGS_TIGHT,
    THOUGHT_PHRASES,
    THOUGHT_TAGS,
    UNUSED_TOKENS,
    XML_TOOL_CALL,
    suffixed_think_tags,
)
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.spelled_tags import format_named_in


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
