"""What the starter model learns of calls is what its template writes, and what Aside's own tool says."""

from __future__ import annotations

from importlib import import_module
from random import Random
from typing import Any

import jinja2

from app.tools.built_in.calculate import calculated

calculator = import_module("curriculum.calculator")
chat_format = import_module("chat_format")
mixture = import_module("curriculum.mixture")


def _called(count: int) -> list[Any]:
    rng = Random(7)
    found: list[Any] = []
    while len(found) < count:
        made = mixture.conversation(rng)
        if made.call is not None:
            found.append(made)
    return found


def test_the_tool_says_what_is_learned_and_the_template_writes_it() -> None:
    template = jinja2.Environment(trim_blocks=True, lstrip_blocks=True).from_string(chat_format.TEMPLATE)
    for made in _called(300):
        assert calculator.TOOL in made.tools
        if made.call.result not in calculator.REFUSALS:
            assert calculated(made.call.expression) == made.call.result
        messages: list[dict[str, object]] = [{"role": "system", "content": made.system}] if made.system else []
        for question, answer in made.earlier:
            messages += [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
        call = {"function": {"name": calculator.TOOL, "arguments": {"expression": made.call.expression}}}
        messages += [
            {"role": "user", "content": made.problem.question},
            {"role": "assistant", "content": "", "reasoning_content": made.call.before, "tool_calls": [call]},
            {"role": "tool", "content": made.call.result},
        ]
        tools = [{"type": "function", "function": {"name": name}} for name in made.tools]
        learned = f"<think>\n{made.call.before}\n</think>\n\n{chat_format.call_text(made.call.expression)}"
        assert template.render(messages=messages, tools=tools, add_generation_prompt=True) == (
            chat_format.prompt(made) + learned + chat_format.result_text(made.call.result)
        )


def test_without_the_tool_nothing_is_called() -> None:
    rng = Random(8)
    for _ in range(400):
        made = mixture.conversation(rng)
        assert made.call is None or calculator.TOOL in made.tools
        assert made.call is not None or made.problem.thoughts
