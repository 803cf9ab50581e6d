"""Finds out from a chat template how the model's thinking is switched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from app.reasoning.known_formats import UNUSED_TOKENS, detect_format
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.thinking_controls import TemplateVariables, ThinkingControls, ThinkingLevel, ThinkingRequest

if TYPE_CHECKING:
    from app.reasoning.template_facts import TemplateFacts

Requests: TypeAlias = dict[ThinkingLevel, ThinkingRequest]

_LEVEL_OF_EFFORT = {"low": ThinkingLevel.LOW, "medium": ThinkingLevel.MEDIUM, "high": ThinkingLevel.HIGH}
_HIGHEST_EFFORTS = ("xhigh", "max")
"""Words that stand for `high` where a template does not know that word."""
_DEFAULT_SYSTEM_NAMES = ("default_system_message", "default_system_prompt")
_ANSWER_AT_ONCE = "Answer directly, without drafting your thoughts first."
"""Takes the place of a default system prompt that asks for thinking."""


def controls_for_template(chat_template: str) -> ThinkingControls:
    """Return the switches of the model with this chat template. Never raises."""
    return controls_for(detect_format(chat_template), _facts_of(chat_template))


def _facts_of(chat_template: str) -> TemplateFacts:
    """Read a template. Jinja is imported for that alone: the window itself reads templates of servers only."""
    from app.reasoning.template_facts import read_template

    return read_template(chat_template)


def controls_for(form: ReasoningFormat, facts: TemplateFacts) -> ThinkingControls:
    """Return the switches that the facts about a template show."""
    requests, default = _requests(form, facts)
    history = [(name, choice) for name, choice in HISTORY_VARIABLES if name in facts.variables]
    return ThinkingControls(
        requests=tuple((level, requests[level]) for level in ThinkingLevel if level in requests),
        default=default,
        keep_history=tuple((name, choice.keep) for name, choice in history),
        drop_history=tuple((name, choice.drop) for name, choice in history),
    )


def _requests(form: ReasoningFormat, facts: TemplateFacts) -> tuple[Requests, ThinkingLevel]:
    """Return how each level is asked for, and the level that `auto` stands for."""
    for switch in WHOLE_SWITCHES:
        if switch.variable in facts.variables and switch.mark in facts.text:
            whole = {level: ThinkingRequest(((switch.variable, value),)) for level, value in switch.values}
            return whole, ThinkingLevel.ON
    requests = _by_variables(facts)
    if requests:
        usual = (level for level in reversed(ThinkingLevel) if level is not ThinkingLevel.MAX)
        levels = (ThinkingLevel.ON, _default_effort(facts), *usual, ThinkingLevel.MAX)
        return requests, next(level for level in levels if level in requests)
    if form.thinks:
        return _by_system_prompt(form, facts) or {ThinkingLevel.ON: ThinkingRequest()}, ThinkingLevel.ON
    return {ThinkingLevel.OFF: ThinkingRequest()}, ThinkingLevel.OFF


def _by_variables(facts: TemplateFacts) -> Requests:
    switches = [name for name in ON_OFF_VARIABLES if name in facts.variables]
    on: TemplateVariables = tuple((name, True) for name in switches)
    requests: Requests = {}
    if switches:
        requests[ThinkingLevel.ON] = ThinkingRequest(on)
        if not facts.refused.intersection(switches):
            requests[ThinkingLevel.OFF] = ThinkingRequest(tuple((name, False) for name in switches))
        if LOW_EFFORT_VARIABLE in facts.variables:
            requests[ThinkingLevel.LOW] = ThinkingRequest((*on, (LOW_EFFORT_VARIABLE, True)))
    for name in EFFORT_VARIABLES:
        if name not in facts.variables:
            continue
        for level, effort in _efforts(name, facts).items():
            if level is not ThinkingLevel.OFF:
                requests[level] = ThinkingRequest((*on, (name, effort)))
            elif not switches:
                requests[level] = ThinkingRequest(((name, effort),))
    if _default_effort(facts) in requests:
        requests.pop(ThinkingLevel.ON, None)
    return requests


def _efforts(name: str, facts: TemplateFacts) -> dict[ThinkingLevel, str]:
    """Return the words for the levels that the template tells apart; the usual ones if it takes any word."""
    known = set(facts.compared.get(name, ()))
    if not known:
        return {level: effort for effort, level in _LEVEL_OF_EFFORT.items()}
    known.update(facts.defaults.get(name, ()))
    words = [(ThinkingLevel.OFF, effort) for effort in OFF_EFFORTS]
    words += [(ThinkingLevel.HIGH, effort) for effort in _HIGHEST_EFFORTS]
    words += [(level, effort) for effort, level in _LEVEL_OF_EFFORT.items()]
    words += [(ThinkingLevel.MAX, "max")] if "high" in known else []
    return {level: effort for level, effort in words if effort in known}


def _default_effort(facts: TemplateFacts) -> ThinkingLevel | None:
    """Return the level that the template takes by itself, if it is one that can be asked for."""
    for name in EFFORT_VARIABLES:
        if name not in facts.variables:
            continue
        defaults = facts.defaults.get(name, frozenset())
        for level, effort in _efforts(name, facts).items():
            if effort in defaults and level is not ThinkingLevel.OFF:
                return level
    return None


def _by_system_prompt(form: ReasoningFormat, facts: TemplateFacts) -> Requests:
    for name in _DEFAULT_SYSTEM_NAMES:
        prompt = facts.texts.get(name, "")
        if any(marker in prompt for marker in form.open_markers):
            return _system_requests(on=prompt, off=_ANSWER_AT_ONCE)
    for switch in SYSTEM_SWITCHES:
        if all(mark in facts.text for mark in switch.marks):
            return _system_requests(on=switch.on, off=switch.off)
    return {}


def _system_requests(*, on: str, off: str) -> Requests:
    return {
        ThinkingLevel.ON: ThinkingRequest(system_suffix=on),
        ThinkingLevel.OFF: ThinkingRequest(system_suffix=off),
    }


# The names by which templates know the switches of thinking, as data.
#
# Collected from the templates of the families that llama.cpp supports. A template is only ever given variables that
# it names itself: some raise an error on values they do not know.

ON_OFF_VARIABLES = ("enable_thinking", "thinking", "reasoning")
"""True or false; left out, some templates take the one and some the other."""

EFFORT_VARIABLES = ("reasoning_effort", "reasoning_strength", "thinking_effort")
"""How much to think, as a word."""

OFF_EFFORTS = ("no_think", "none")
"""Words for no thinking at all."""

LOW_EFFORT_VARIABLE = "low_effort"
"""True for brief thinking."""


@dataclass(frozen=True, slots=True)
class WholeSwitch:
    """A variable that by itself says everything about thinking, in templates that contain `mark`."""

    variable: str
    values: tuple[tuple[ThinkingLevel, object], ...]
    mark: str = ""


WHOLE_SWITCHES = (
    # MiniMax-M3; "adaptive" is what it takes when nothing is said.
    WholeSwitch("thinking_mode", ((ThinkingLevel.ON, "enabled"), (ThinkingLevel.OFF, "disabled")), "<mm:think>"),
    # Seed-OSS: tokens, in multiples of 512; -1 is without limit.
    WholeSwitch(
        "thinking_budget",
        (
            (ThinkingLevel.OFF, 0),
            (ThinkingLevel.ON, -1),
            (ThinkingLevel.LOW, 512),
            (ThinkingLevel.MEDIUM, 4096),
            (ThinkingLevel.HIGH, 16384),
        ),
        "<seed:think>",
    ),
    # Solar Open: the template writes an empty thought for "low" and "minimal", and treats all else alike.
    WholeSwitch("reasoning_effort", ((ThinkingLevel.OFF, "minimal"), (ThinkingLevel.ON, "high")), "<|think|>"),
)


@dataclass(frozen=True, slots=True)
class SystemSwitch:
    """Words in the system prompt that switch thinking, in templates that contain all of `marks`."""

    marks: tuple[str, ...]
    on: str
    off: str


SYSTEM_SWITCHES = (
    SystemSwitch(("detailed thinking",), on="detailed thinking on", off="detailed thinking off"),
    SystemSwitch(("/no_think", "'/think'"), on="/think", off="/no_think"),
    SystemSwitch(("/no_think", '"/think"'), on="/think", off="/no_think"),
    SystemSwitch(("/no_think",), on="", off="/no_think"),
)


class HistoryChoice(NamedTuple):
    """The values of a variable that keep old thoughts in the prompt, and that drop them."""

    keep: object
    drop: object


HISTORY_VARIABLES = (
    ("preserve_thinking", HistoryChoice(keep=True, drop=False)),
    ("preserved_thinking", HistoryChoice(keep=True, drop=False)),
    ("keep_past_thinking", HistoryChoice(keep=True, drop=False)),
    ("clear_thinking", HistoryChoice(keep=False, drop=True)),
    ("truncate_history_thinking", HistoryChoice(keep=False, drop=True)),
    ("drop_thinking", HistoryChoice(keep=False, drop=True)),
    ("think_render_option", HistoryChoice(keep="all", drop="lastthink")),
)


# The one question that most callers have: how does the model with this chat template think?


def format_for_template(chat_template: str) -> ReasoningFormat:
    """Return the format that a chat template, or a part of one, belongs to. Never raises."""
    form = detect_format(chat_template)
    return replace(form, can_be_disabled=controls_for(form, _facts_of(chat_template)).can_be_disabled)


def format_for_model(chat_template: str, *, has_token: Callable[[str], bool]) -> ReasoningFormat:
    """Return the format of a model with this chat template and vocabulary.

    Some models think although their template names no marker (MiMo-VL, MiniMax-M1). Where the vocabulary has the
    markers of one known format as single tokens, a reply may think in that format; `has_token` tells whether a text is
    one. Without a hint in the template nobody can know that it will, so that `thinks` stays false.
    """
    form = format_for_template(chat_template)
    may_tell = [fallback for fallback in form.fallbacks if fallback is not UNUSED_TOKENS]  # in every Gemma 3
    for fallback in may_tell:
        essential = {*fallback.open_markers, *fallback.close_markers} - fallback.plain_markers
        if fallback.channels is None and essential and not fallback.token_parts and all(map(has_token, essential)):
            return replace(
                fallback,
                name=f"{fallback.name}-by-vocabulary",
                thinks=False,
                can_be_disabled=True,
                off_prefix="",
                opened_by_prompt=False,
            )
    return form
