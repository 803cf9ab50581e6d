"""Replies of real shape for tiny scripted models, of every family whose thoughts are told apart.

A family is how its template, its vocabulary and its markers are; a body is what is thought and answered. Each pair is a
model that writes just that. Families whose markers are tokens that come twice in a reply (harmony, say) can be scripted
with markers as text only: the next token of such a model depends on the last one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.tiny_models import VocabularyPlan
from tests.fakes.tiny_models.scripted_model import scripted_model

_END = "<|im_end|>"
_CHATML = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
_ASKED = _CHATML + "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"


@dataclass(frozen=True, slots=True)
class Family:
    """How the models of a family write: `pattern` with `{t}` for the thought and `{a}` for the answer."""

    name: str
    pattern: str
    template: str = _ASKED
    control: tuple[str, ...] = ()
    """Markers that are hidden tokens."""
    visible: tuple[str, ...] = ()
    """Markers that are tokens whose text is shown."""
    end: str = _END


@dataclass(frozen=True, slots=True)
class Body:
    """What is thought and what is answered."""

    thought: str
    answer: str


def _opening(marker: str) -> str:
    return _ASKED.replace("assistant\n", f"assistant\n{marker}\n")


def _naming(*markers: str) -> str:
    return "{# " + " ".join(markers) + " #}" + _ASKED


_THINK = ("<think>", "</think>")
_SOLAR = ("<|begin|>", "<|think|>", "<|content|>", "<|end|>", "<|flush|>", "<|calls|>")
_SEED = ("<seed:think>", "</seed:think>")
_PHRASES = "Here is my thought process:\n{t}\n\nHere is my response:\n{a}"
_COHERE = ("<|START_THINKING|>", "<|END_THINKING|>", "<|START_RESPONSE|>", "<|END_RESPONSE|>")

FAMILIES = (
    Family("think", "<think>\n{t}\n</think>\n\n{a}", _naming(*_THINK), visible=_THINK),
    Family("think-hidden", "<think>\n{t}\n</think>\n\n{a}", _naming(*_THINK), control=_THINK),
    Family("think-as-text", "<think>\n{t}\n</think>\n\n{a}", _naming(*_THINK)),
    Family("think-opened", "{t}\n</think>\n\n{a}", _opening("<think>"), visible=_THINK),
    Family("think-not-opened", "{t}\n</think>\n\n{a}", _naming(*_THINK), visible=_THINK),
    Family("think-unnamed", "<think>\n{t}\n</think>\n\n{a}", visible=_THINK),
    Family("think-and-answer", "<think>\n{t}\n</think>\n<answer>\n{a}\n</answer>", _naming(*_THINK, "<answer>")),
    Family("brackets", "[THINK]{t}[/THINK]{a}", _naming("[THINK]"), control=("[THINK]", "[/THINK]")),
    Family(
        "seed", "<seed:think>{t}</seed:think>{a}", _naming("<seed:think>"), visible=("<seed:think>", "</seed:think>")
    ),
    Family("mm", "<mm:think>{t}</mm:think>{a}", _naming("<mm:think>"), visible=("<mm:think>", "</mm:think>")),
    Family("thought", "{t}\n</thought>\n\n{a}", _opening("<thought>")),
    Family("suffixed", "<think:x1>{t}</think:x1>{a}", _naming("<think:x1>"), visible=("<think:x1>", "</think:x1>")),
    Family(
        "start-thinking",
        "<|START_THINKING|>{t}<|END_THINKING|><|START_RESPONSE|>{a}<|END_RESPONSE|>",
        _naming(*_COHERE),
        control=_COHERE,
    ),
    Family(
        "inner-prefix",
        "<|inner_prefix|>{t}<|inner_suffix|>{a}",
        _naming("<|inner_prefix|>", "<|inner_suffix|>"),
        control=("<|inner_prefix|>", "<|inner_suffix|>"),
    ),
    Family("diamonds", "◁think▷{t}◁/think▷{a}", _naming("◁think▷"), visible=("◁think▷", "◁/think▷")),
    Family("gemma", "<|channel>thought\n{t}<channel|>{a}", _naming("<|channel>"), visible=("<|channel>", "<channel|>")),
    Family("unused", "<unused94>thought\n{t}<unused95>{a}", visible=("<unused94>", "<unused95>")),
    Family(
        "phrases",
        "Here is my thought process:\n{t}\n\nHere is my response:\n{a}",
        _naming("Here is my thought process"),
    ),
    Family(
        "final-response",
        "{t}\n[BEGIN FINAL RESPONSE]\n{a}\n[END FINAL RESPONSE]",
        _opening("Here are my reasoning steps:") + "{# [BEGIN FINAL RESPONSE] #}",
    ),
    Family(
        "solar",
        "<|think|>{t}<|end|><|begin|>assistant<|content|>{a}",
        _naming("<|think|>", "<|content|>").replace("<|im_start|>assistant\n", "<|begin|>assistant"),
        control=_SOLAR,
        end="<|flush|>",
    ),
    Family("scratchpad", "<SCRATCHPAD>\n{t}\n</SCRATCHPAD>\n\n{a}"),
    Family("reasoning", "<reasoning>\n{t}\n</reasoning>\n{a}"),
    Family(
        "Thought-Output", "<Thought>\n{t}\n</Thought>\n<Output>\n{a}\n</Output>", _naming("<Thought>", "</Thought>")
    ),
    Family(
        "begin-of-thought",
        "<|begin_of_thought|>\n\n{t}\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n{a}\n<|end_of_solution|>",
        _naming("<|begin_of_thought|>", "<|end_of_thought|>"),
    ),
    Family(
        "harmony-as-text",
        "<|channel|>analysis<|message|>{t}<|end|><|start|>assistant<|channel|>final<|message|>{a}",
        _naming("<|channel|>analysis<|message|>", "<|start|>", "<|end|>"),
    ),
    Family(
        "think-and-response",
        "<think>\n{t}\n</think>\n\n<response>\n{a}\n</response>",
        _naming(*_THINK, "<response>"),
        visible=_THINK,
    ),
    Family("turn-end-as-text", "<think>\n{t}\n</think>\n\n{a}<|im_end|>\n<|im_start|>user\nMore?", _ASKED, end="<|x|>"),
)

BODIES = (
    Body("Seven times six.", "It is 42."),
    Body("We need two lines.\n\nThen a third.", "One.\n\nTwo, and **three**."),
    Body("Only the body of it.", "    total = 0\n    return total / count"),
    Body("先算七乘六。", "四十二。\n\n答え：42"),
    Body("A patch, then.", "  kept\n- old\n+ new"),
    Body("It must be JSON.", '{"answer": 42, "tags": ["<b>", "x < y"]}'),
    Body("Wait, 6*7 < 50?\n- yes\n- so fine", "- first\n  - second\n- third"),
    Body("Hm… 🤔 let me see.", "```py\nprint('42')\n```\nThat is all."),
)


def replies() -> Iterator[tuple[Family, Body]]:
    """Yield every family with every body."""
    for family in FAMILIES:
        for body in BODIES:
            yield family, body


def model_writing(folder: Path, family: Family, body: Body) -> Path:
    """Write a model that answers any prompt with this body as its family does."""
    turn = () if family.end == "<|x|>" else ("<|im_start|>", _END)
    control = tuple(dict.fromkeys(("<|endoftext|>", *turn, family.end, *family.control)))
    vocabulary = VocabularyPlan(control=control, user_defined=family.visible, end=family.end)
    pieces = _pieces(family.pattern.format(t=body.thought, a=body.answer), (*family.control, *family.visible))
    return scripted_model(
        folder, [*pieces, family.end], vocabulary=vocabulary, chat_template=family.template, name=family.name
    )


def _pieces(text: str, markers: Sequence[str]) -> list[str]:
    """Return the text as tokens that all differ: its markers whole, and the rest by a few words."""
    split = re.split("(" + "|".join(map(re.escape, markers)) + ")", text) if markers else [text]
    pieces: list[str] = []
    for part in filter(None, split):
        if part in markers:
            pieces.append(part)
            continue
        words = re.findall(r"\s*\S{1,7}|\s+", part)
        run = ""
        for word in words:
            run += word
            if run not in pieces and run != "\n":
                pieces.append(run)
                run = ""
        if run:
            pieces[-1] += run
    return pieces
