"""Measure the shipped GGUF through llama.cpp, greedy, with its own template: `python evaluate.py [--each 50]`.

Three readings of every held-out problem: with thinking, without, and with the thought cut at half and closed by force.
Prints a table by kind; `--hand` asks the hand-written prompts instead; `--failures` shows what went wrong.
"""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

import hand_written
import jinja2
from batched_decoding import BatchedModel
from chat_format import THINK, THINK_END, TURN_END
from curriculum.mixture import Conversation
from curriculum.problem import is_right
from held_out import FOUR, problems

MODEL = Path(__file__).resolve().parents[2] / "resources" / "starter" / "aside-starter-q8_0.gguf"
FOUR_KINDS = ("addition", "subtraction", "multiplication", "division")


@dataclass
class Row:
    """Counts of one kind."""

    asked: int = 0
    formed: int = 0
    right: int = 0
    direct: int = 0
    cut: int = 0


class Evaluation:
    """Asks a model conversations and counts."""

    def __init__(self, model: BatchedModel) -> None:
        self.model = model
        environment = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)
        self._template = environment.from_string(model.template())

    def prompt(self, conversation: Conversation, *, thinking: bool) -> str:
        """The rendered prompt."""
        messages = [{"role": "system", "content": conversation.system}] if conversation.system else []
        for question, answer in conversation.earlier:
            messages += [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
        messages.append({"role": "user", "content": conversation.problem.question})
        return self._template.render(messages=messages, add_generation_prompt=True, enable_thinking=thinking)

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


def _part(job: tuple[Path, list[Conversation], bool]) -> dict[str, Row]:
    path, asked, show = job
    model = BatchedModel(path)
    try:
        return measure(Evaluation(model), asked, show=show)
    finally:
        model.close()


def measured(path: Path, asked: list[Conversation], processes: int, *, show: bool) -> dict[str, Row]:
    """As `measure`, shared out over processes of one thread each (more threads only slow so small a model down)."""
    rows: dict[str, Row] = defaultdict(Row)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for part in pool.map(_part, [(path, asked[i::processes], show) for i in range(processes)]):
            for name, row in part.items():
                for key, count in asdict(row).items():
                    setattr(rows[name], key, getattr(rows[name], key) + count)
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
    parser.add_argument("--failures", action="store_true")
    options = parser.parse_args()
    if options.hand:
        model = BatchedModel(options.model)
        ask_by_hand(Evaluation(model), hand_written.fresh() if options.fresh else hand_written.conversations())
        model.close()
        return
    started = time.monotonic()
    asked = problems(options.seed, each=options.each)
    print(table(measured(options.model, asked, options.processes, show=options.failures)))
    print(f"{len(asked)} problems in {time.monotonic() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
