"""Finds out from a chat template how the model's thinking is switched."""

from __future__ import annotations

from typing import TypeAlias

from app.reasoning.format_detection import detect_format
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.switch_rules import (
    EFFORT_VARIABLES,
    HISTORY_VARIABLES,
    LOW_EFFORT_VARIABLE,
    OFF_EFFORTS,
    ON_OFF_VARIABLES,
    SYSTEM_SWITCHES,
    WHOLE_SWITCHES,
)
from app.reasoning.template_facts import TemplateFacts, read_template
from app.reasoning.thinking_controls import ThinkingControls
from app.reasoning.thinking_level import TemplateVariables, ThinkingLevel, ThinkingRequest

Requests: TypeAlias = dict[ThinkingLevel, ThinkingRequest]

_LEVEL_OF_EFFORT = {"low": ThinkingLevel.LOW, "medium": ThinkingLevel.MEDIUM, "high": ThinkingLevel.HIGH}
_HIGHEST_EFFORTS = ("xhigh", "max")
"""Words that stand for `high` where a template does not know that word."""
_DEFAULT_SYSTEM_NAMES = ("default_system_message", "default_system_prompt")
_ANSWER_AT_ONCE = "Answer directly, without drafting your thoughts first."
"""Takes the place of a default system prompt that asks for thinking."""


def controls_for_template(chat_template: str) -> ThinkingControls:
    """Return the switches of the model with this chat template. Never raises."""
    return controls_for(detect_format(chat_template), read_template(chat_template))


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
