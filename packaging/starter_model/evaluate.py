"""Measure the shipped GGUF through llama.cpp, greedy, with its own template: `python evaluate.py [--each 50]`.

Three readings of every held-out problem: with thinking, without, and with the thought cut at half and closed by force.
Prints a table by kind; `--hand` asks the hand-written prompts instead; `--failures` shows what went wrong. `--tools`
asks what *calculate* is for, with the tool and by hand, and counts the tokens of both.
"""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import hand_written
import jinja2
from batched_decoding import BatchedModel
from chat_format import THINK, THINK_END, TURN_END
from curriculum.mixture import Conversation
from curriculum.problem import is_right
from held_out import FOUR, calculations, problems

from app.tools.built_in.built_in_tool import ToolFailed
from app.tools.built_in.calculate import calculated

MODEL = Path(__file__).resolve().parents[2] / "resources" / "starter" / "aside-starter-q8_0.gguf"
_CALL = re.compile(r'<tool_call>\n\{"name": "calculate", "arguments": \{"expression": "([^"]*)"\}\}\n</tool_call>')
FOUR_KINDS = ("addition", "subtraction", "multiplication", "division")


@dataclass
class Row:
    """Counts of one kind."""

    asked: int = 0
    formed: int = 0
    right: int = 0
    direct: int = 0
    cut: int = 0


@dataclass
class CallRow:
    """Counts of one kind, with the tool and by hand."""

    asked: int = 0
    called: int = 0
    right: int = 0
    right_by_hand: int = 0
    tokens: int = 0
    tokens_by_hand: int = 0


class Evaluation:
    """Asks a model conversations and counts."""

    def __init__(self, model: BatchedModel) -> None:
        self.model = model
        environment = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)
        self._template = environment.from_string(model.template())

    def prompt(self, conversation: Conversation, *, thinking: bool, loop: tuple[dict[str, object], ...] = ()) -> str:
        """The rendered prompt; `loop` are a call and its result."""
        messages: list[dict[str, object]] = []
        if conversation.system:
            messages.append({"role": "system", "content": conversation.system})
        for question, answer in conversation.earlier:
            messages += [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
        messages.append({"role": "user", "content": conversation.problem.question})
        tools = [{"type": "function", "function": {"name": name}} for name in conversation.tools]
        return self._template.render(
            messages=[*messages, *loop], tools=tools, add_generation_prompt=True, enable_thinking=thinking
        )

    def replies(self, prompts: list[str]) -> list[str]:
        """Greedy replies, markers shown."""
        made = self.model.complete([self.model.tokenize(text) for text in prompts])
        return [self.model.detokenize(ids) for ids in made]

    def halved(self, reply: str) -> str:
        """The first half of a thought's tokens, closed by force."""
        thought = reply.partition(THINK_END)[0].removeprefix(f"{THINK}\n").removesuffix("\n")
        ids = self.model.tokenize(thought)
        return f"{THINK}\n{self.model.detokenize(ids[: len(ids) // 2])}\n{THINK_END}\n\n"


def split(reply: str) -> tuple[bool, str]:
    """Whether the thinking block is well formed, and the answer after it."""
    head, found, tail = reply.partition(f"\n{THINK_END}\n\n")
    formed = bool(found) and head.startswith(f"{THINK}\n") and len(head) > len(THINK) + 1
    formed = (
        formed
        and reply.count(THINK) == 1
        and reply.count(THINK_END) == 1
        and tail.endswith(TURN_END)
        and len(tail) > len(TURN_END)
    )
    return formed, tail.removesuffix(TURN_END) if found else ""


def measure(evaluation: Evaluation, asked: list[Conversation], *, show: bool) -> dict[str, Row]:
    """All three readings."""
    rows: dict[str, Row] = defaultdict(Row)
    prompts = [evaluation.prompt(c, thinking=True) for c in asked]
    replies = evaluation.replies(prompts)
    direct = evaluation.replies([evaluation.prompt(c, thinking=False) for c in asked])
    cut = evaluation.replies([p + evaluation.halved(r) for p, r in zip(prompts, replies, strict=True)])
    for conversation, reply, plain, halved in zip(asked, replies, direct, cut, strict=True):
        problem = conversation.problem
        row = rows[problem.kind]
        formed, answer = split(reply)
        right = is_right(answer, problem.check, problem.expected)
        row.asked += 1
        row.formed += formed
        row.right += right
        row.direct += is_right(plain.removesuffix(TURN_END), problem.check, problem.expected)
        row.cut += is_right(halved.removesuffix(TURN_END), problem.check, problem.expected)
        if show and not (right and formed):
            print(
                f"--- {problem.kind}\n{conversation.earlier}\n{problem.question}\n{reply}\nexpected {problem.expected}\n{problem.thoughts}\n"
            )
    return rows


def called(evaluation: Evaluation, asked: list[Conversation], *, show: bool) -> dict[str, CallRow]:
    """What comes of a call and its result, against the same question without tools."""
    rows: dict[str, CallRow] = defaultdict(CallRow)
    by_hand = evaluation.replies([evaluation.prompt(replace(c, tools=()), thinking=True) for c in asked])
    first = evaluation.replies([evaluation.prompt(c, thinking=True) for c in asked])
    calls = [_CALL.search(reply) for reply in first]
    loops = [
        (
            {"role": "assistant", "content": "", "reasoning_content": reply.partition(f"\n{THINK_END}")[0].removeprefix(f"{THINK}\n"), "tool_calls": [{"function": {"name": "calculate", "arguments": {"expression": found[1]}}}]},
            {"role": "tool", "content": _result(found[1])},
        )
        for reply, found in zip(first, calls, strict=True)
        if found
    ]  # fmt: skip
    going_on = [c for c, found in zip(asked, calls, strict=True) if found]
    last = iter(
        evaluation.replies(
            [evaluation.prompt(c, thinking=True, loop=loop) for c, loop in zip(going_on, loops, strict=True)]
        )
    )
    for conversation, hand, reply, found in zip(asked, by_hand, first, calls, strict=True):
        problem, row = conversation.problem, rows[conversation.problem.kind]
        after = next(last) if found else ""
        is_good = found is not None and is_right(split(after)[1], problem.check, problem.expected)
        row.asked += 1
        row.called += found is not None
        row.right += is_good
        row.tokens += len(evaluation.model.tokenize(reply + after))
        row.right_by_hand += is_right(split(hand)[1], problem.check, problem.expected)
        row.tokens_by_hand += len(evaluation.model.tokenize(hand))
        if show and not is_good:
            print(f"--- {problem.kind}\n{problem.question}\n{reply}\n{after}\nexpected {problem.expected}\n")
    return rows


def _result(expression: str) -> str:
    try:
        return calculated(expression)
    except ToolFailed as failure:
        return str(failure)


def call_table(rows: dict[str, CallRow]) -> str:
    """Markdown."""
    lines = [
        "| kind | problems | called | right | right by hand | tokens | tokens by hand |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, row in sorted(rows.items()):
        shares = (f"{100 * count / row.asked:.1f} %" for count in (row.called, row.right, row.right_by_hand))
        lines.append(
            f"| {name} | {row.asked} | {' | '.join(shares)} | {row.tokens / row.asked:.0f} | {row.tokens_by_hand / row.asked:.0f} |"
        )
    return "\n".join(lines)


def table(rows: dict[str, Row]) -> str:
    """Markdown, the four operations first, then by name; sums at the end."""
    lines = [
        "| kind | problems | thought well formed | right | right without thinking | right, thought cut at half |",
        "|---|---|---|---|---|---|",
    ]

    def line(name: str, chosen: list[Row]) -> str:
        n = sum(r.asked for r in chosen)
        parts = [
            f"{100 * sum(getattr(r, key) for r in chosen) / n:.1f} %" for key in ("formed", "right", "direct", "cut")
        ]
        return f"| {name} | {n} | " + " | ".join(parts) + " |"

    for name in [*FOUR_KINDS, *sorted(set(rows) - set(FOUR_KINDS))]:
        if name in rows:
            lines.append(line(name, [rows[name]]))
    four = [rows[k] for k in FOUR_KINDS if k in rows]
    if four:
        lines.append(line("**four operations**", four))
    lines.append(line("**all**", list(rows.values())))
    return "\n".join(lines)


def ask_by_hand(evaluation: Evaluation, asked: list[Conversation]) -> None:
    """The hand-written prompts, with every reply."""
    right = 0
    for conversation, reply in zip(
        asked, evaluation.replies([evaluation.prompt(c, thinking=True) for c in asked]), strict=True
    ):
        formed, answer = split(reply)
        good = formed and is_right(answer, conversation.problem.check, conversation.problem.expected)
        right += good
        print(f"{'right' if good else 'WRONG'} | {conversation.problem.question!r} -> {answer!r}")
        if not good:
            print(f"      {reply!r}\n      expected {conversation.problem.expected}")
    print(f"{right} of {len(asked)} hand-written prompts right")


_Counts = TypeVar("_Counts", Row, CallRow)


def _part(job: tuple[Callable[..., dict[str, _Counts]], Path, list[Conversation], bool]) -> dict[str, _Counts]:
    way, path, asked, show = job
    model = BatchedModel(path)
    try:
        return way(Evaluation(model), asked, show=show)
    finally:
        model.close()


def measured(
    way: Callable[..., dict[str, _Counts]], path: Path, asked: list[Conversation], processes: int, *, show: bool
) -> dict[str, _Counts]:
    """As `way`, shared out over processes of one thread each (more threads only slow so small a model down)."""
    rows: dict[str, _Counts] = {}
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for part in pool.map(_part, [(way, path, asked[i::processes], show) for i in range(processes)]):
            for name, row in part.items():
                whole = rows.setdefault(name, type(row)())
                for key, count in asdict(row).items():
                    setattr(whole, key, getattr(whole, key) + count)
    return rows


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument(
        "--each", type=int, default=50, help=f"problems per kind ({len(FOUR)} kinds get four times as many)"
    )
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--hand", action="store_true")
    parser.add_argument("--fresh", action="store_true", help="with --hand: the set that nothing was tuned on")
    parser.add_argument("--tools", action="store_true")
    parser.add_argument("--failures", action="store_true")
    options = parser.parse_args()
    if options.hand:
        model = BatchedModel(options.model)
        ask_by_hand(Evaluation(model), hand_written.fresh() if options.fresh else hand_written.conversations())
        model.close()
        return
    started = time.monotonic()
    if options.tools:
        asked = calculations(options.seed, each=options.each)
        print(call_table(measured(called, options.model, asked, options.processes, show=options.failures)))
    else:
        asked = problems(options.seed, each=options.each)
        print(table(measured(measure, options.model, asked, options.processes, show=options.failures)))
    print(f"{len(asked)} problems in {time.monotonic() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
