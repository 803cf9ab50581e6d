"""Which levels of thinking a template has, and how each is asked for."""

from __future__ import annotations

import pytest

from app.reasoning import ThinkingLevel, ThinkingRequest, controls_for_template, format_for_template
from app.reasoning.template_facts import read_template

_QWEN3 = "<think></think>{% if enable_thinking is defined and enable_thinking is false %}x{% endif %}"


def _levels(template: str) -> list[str]:
    return [level.value for level in controls_for_template(template).levels]


def _variables(template: str, level: str) -> dict[str, object]:
    return dict(controls_for_template(template).request_for(level).template_variables)


def test_a_switch_is_set_explicitly_for_every_level() -> None:
    assert _levels(_QWEN3) == ["off", "on"]
    assert _variables(_QWEN3, "off") == {"enable_thinking": False}
    assert _variables(_QWEN3, "on") == _variables(_QWEN3, "auto") == {"enable_thinking": True}


def test_only_variables_that_the_template_names_are_passed() -> None:
    template = "<think>{% if thinking %}a{% endif %}{{ message.enable_thinking }}"

    assert _variables(template, "on") == {"thinking": True}


def test_both_names_of_one_switch_are_set_together() -> None:
    template = "{% if not thinking is defined %}{% set thinking = enable_thinking %}{% endif %}<think>"

    assert _variables(template, "off") == {"thinking": False, "enable_thinking": False}


def test_a_model_that_always_thinks_says_so() -> None:
    template = "{{ '<think>\n' }}"

    assert _levels(template) == ["on"]
    assert not controls_for_template(template).can_be_disabled
    assert not format_for_template(template).can_be_disabled
    assert format_for_template(_QWEN3).can_be_disabled


def test_a_model_that_does_not_think_can_only_be_off() -> None:
    controls = controls_for_template("{{ messages[0].content }}")

    assert controls.levels == (ThinkingLevel.OFF,)
    assert controls.request_for("auto") == ThinkingRequest()
    assert not controls.thinks


def test_a_template_that_refuses_false_cannot_be_turned_off() -> None:
    template = "<think>{% if enable_thinking is false %}{{ raise_exception('no') }}{% endif %}"

    assert _levels(template) == ["on"]


def test_an_effort_that_takes_any_word_has_three_levels() -> None:
    template = (
        "<|channel|>{% if reasoning_effort is not defined %}{% set reasoning_effort = 'medium' %}{% endif %}"
        "{{ reasoning_effort }}"
    )

    assert _levels(template) == ["low", "medium", "high"]
    assert _variables(template, "auto") == {"reasoning_effort": "medium"}
    assert controls_for_template(template).default is ThinkingLevel.MEDIUM


def test_an_effort_has_only_the_levels_that_the_template_compares_with() -> None:
    template = (
        "{% set reasoning_mode_token = '' %}{% if not reasoning_effort is defined %}"
        "{% set reasoning_effort = 'no_think' %}{% elif reasoning_effort not in ['high', 'low', 'no_think'] %}"
        "{{ raise_exception('x') }}{% endif %}"
    )

    assert _levels(template) == ["off", "low", "high"]
    assert _variables(template, "off") == {"reasoning_effort": "no_think"}
    assert _variables(template, "auto") == {"reasoning_effort": "high"}


def test_an_effort_beyond_high_is_reached_by_high() -> None:
    template = "<think>{% if thinking and reasoning_effort == 'max' %}a{% endif %}"

    assert _levels(template) == ["off", "on", "high"]
    assert _variables(template, "high") == {"thinking": True, "reasoning_effort": "max"}


def test_a_switch_beside_an_effort_is_kept_when_the_default_is_neither() -> None:
    template = (
        "<|end_of_msg|>{% if thinking is undefined %}{% set thinking = true %}{% endif %}"
        "{% if thinking_effort is undefined %}{% set thinking_effort = 'usual' %}{% endif %}"
        "{% if thinking and thinking_effort not in ['low', 'high', 'usual'] %}{{ raise_exception('x') }}{% endif %}"
    )

    assert _levels(template) == ["off", "on", "low", "high"]
    assert _variables(template, "low") == {"thinking": True, "thinking_effort": "low"}


@pytest.mark.parametrize(
    ("template", "off", "on"),
    [
        ("<seed:think>{{ thinking_budget }}", {"thinking_budget": 0}, {"thinking_budget": -1}),
        ("<mm:think>{{ thinking_mode }}", {"thinking_mode": "disabled"}, {"thinking_mode": "enabled"}),
        ("<|think|><|content|>{{ reasoning_effort }}", {"reasoning_effort": "minimal"}, {"reasoning_effort": "high"}),
        (
            "<|START_THINKING|>{% if reasoning_effort == 'none' %}{% set reasoning = 0 %}{% endif %}{{ reasoning }}",
            {"reasoning": False},
            {"reasoning": True},
        ),
    ],
)
def test_a_family_with_a_switch_of_its_own(template: str, off: dict[str, object], on: dict[str, object]) -> None:
    assert _variables(template, "off") == off
    assert _variables(template, "on") == on


@pytest.mark.parametrize(
    ("template", "on", "off"),
    [
        ("<think>{% if 'detailed thinking on' in m %}x{% endif %}", "detailed thinking on", "detailed thinking off"),
        ("<think>{% if '/think' in m %}{% elif '/no_think' in m %}{% endif %}", "/think", "/no_think"),
        ("<think>{% if '/no_think' in m %}{% endif %}", "", "/no_think"),
    ],
)
def test_a_switch_in_the_system_prompt(template: str, on: str, off: str) -> None:
    controls = controls_for_template(template)

    assert controls.request_for("on") == ThinkingRequest(system_suffix=on)
    assert controls.request_for("off") == ThinkingRequest(system_suffix=off)


def test_a_default_system_prompt_that_asks_for_thinking_is_the_switch() -> None:
    template = "{% set default_system_message = 'Think in [THINK]..[/THINK] first.' %}{{ default_system_message }}"
    controls = controls_for_template(template)

    assert controls.request_for("on").system_suffix == "Think in [THINK]..[/THINK] first."
    assert "[THINK]" not in controls.request_for("off").system_suffix


def test_old_thoughts_are_kept_or_dropped_by_the_names_that_the_template_has() -> None:
    controls = controls_for_template("<think>{{ preserve_thinking }}{{ clear_thinking }}")

    assert dict(controls.keep_history) == {"preserve_thinking": True, "clear_thinking": False}
    assert dict(controls.drop_history) == {"preserve_thinking": False, "clear_thinking": True}
    assert not controls_for_template(_QWEN3).can_keep_history


def test_a_level_that_the_model_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="medium"):
        controls_for_template(_QWEN3).request_for("medium")


def test_a_template_that_cannot_be_parsed_is_searched_for_names() -> None:
    assert _levels("<think>{% if enable_thinking %}{% endunknown %} thinking aloud") == ["off", "on"]


def test_a_generation_block_is_understood() -> None:
    assert _levels("<think>{% generation %}{{ enable_thinking }}{% endgeneration %}") == ["off", "on"]


@pytest.mark.parametrize(
    ("template", "level"),
    [
        ("<|channel|>{{ reasoning_effort | default('medium') }}", "medium"),
        ("to=self{{ reasoning_strength | default('high') }}", "high"),
    ],
)
def test_on_means_the_default_effort_of_a_model_that_has_nothing_but_efforts(template: str, level: str) -> None:
    controls = controls_for_template(template)

    assert "on" not in {known.value for known in controls.levels}
    assert controls.accepts("on")
    assert controls.request_for("on") == controls.request_for(level)


def test_on_and_unknown_levels_are_refused_where_they_mean_nothing() -> None:
    controls = controls_for_template("{{ messages[0].content }}")

    assert not controls.accepts("on")
    assert not controls_for_template(_QWEN3).accepts("high")
    assert all(controls.accepts(level) for level in ("auto", "off"))
    with pytest.raises(ValueError, match="no level"):
        controls.request_for("on")


def test_keeping_old_thoughts_is_a_choice_only_where_the_template_has_one() -> None:
    kept = controls_for_template("<think>{{ truncate_history_thinking }}")

    assert dict(kept.history_variables(keep=True)) == {"truncate_history_thinking": False}
    assert dict(kept.history_variables(keep=False)) == {"truncate_history_thinking": True}
    assert controls_for_template(_QWEN3).history_variables(keep=True) == ()


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ 'x'|center(10**13) }}",
        "{{ 9**9**9**9 }}",
        "{{ [0] * 10**13 }}",
        "{{ '%9999999999999d' % 1 }}",
        "{{ -(9**9**9**9) }}",
    ],
)
def test_a_template_is_read_without_computing_anything_in_it(hostile: str) -> None:
    template = "{% if enable_thinking %}<think>{% else %}<think></think>{% endif %}"

    assert controls_for_template(hostile + template).levels == controls_for_template(template).levels


def test_a_template_with_filters_and_tests_that_nobody_knows_is_understood() -> None:
    facts = read_template(
        "{{ a|frobnicate }}{% if b is odder %}{% endif %}{% if reasoning_effort == 'low' %}{% endif %}"
    )

    assert facts.variables == {"a", "b", "reasoning_effort"}
    assert facts.compared["reasoning_effort"] == {"low"}
