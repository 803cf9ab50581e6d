"""The problems of the evaluation: operands that training never sees, in the phrasing of the generator."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from curriculum import calculator, chat, four_operations, mixture, other_topics
from curriculum.mixture import Conversation
from curriculum.phrasing import spoken
from curriculum.split import GATE, is_held_out

if TYPE_CHECKING:
    from curriculum.problem import Problem

FOUR = (four_operations.addition, four_operations.subtraction, four_operations.multiplication, four_operations.division)
_FREE = (chat.talk, chat.beyond, other_topics.off_topic)


def problems(seed: int, *, each: int) -> list[Conversation]:
    """`each` problems of every maker, four times as many of the four operations, follow-ups, and talk.

    Talk and other topics have no operands: theirs are new random draws.
    """
    rng = Random(seed)
    guarded, GATE.guarded = GATE.guarded, False
    try:
        found = []
        for maker, _ in mixture.WEIGHTS:
            count = 4 * each if maker in FOUR else each
            while count:
                problem = maker(rng)
                if maker in _FREE or is_held_out(problem.key):
                    found.append(Conversation(_said(rng, problem)))
                    count -= 1
        count = 3 * each
        while count:
            before = mixture.plain(rng)
            history = [(before.question.replace("⟦", "").replace("⟧", ""), before.answer)]
            after = mixture.follow_up(rng, before, history)
            if after and is_held_out(after.key):
                found.append(Conversation(_said(rng, after), tuple(history)))
                count -= 1
        return found
    finally:
        GATE.guarded = guarded


def calculations(seed: int, *, each: int) -> list[Conversation]:
    """`each` problems of 4 × 4 digits, and of every other kind that *calculate* is for, the tool offered alone."""
    rng = Random(seed)
    guarded, GATE.guarded = GATE.guarded, False
    makers = {
        "products of 4 × 4 digits": partial(calculator.product, digits=4),
        "products": calculator.product,
        "powers": calculator.power,
        "roots": calculator.root,
        "quotients": calculator.quotient,
        "long sums": calculator.long_sum,
        "chains": calculator.chain,
        "decimal products": calculator.decimals,
    }
    try:
        found = []
        for kind, maker in makers.items():
            count = each
            while count:
                made = maker(rng)
                if is_held_out(made.problem.key):
                    problem = replace(_said(rng, made.problem), kind=kind)
                    found.append(Conversation(problem, tools=(calculator.TOOL,), call=made.call))
                    count -= 1
        return found
    finally:
        GATE.guarded = guarded


def _said(rng: Random, problem: Problem) -> Problem:
    return replace(problem, question=spoken(rng, problem.question))
