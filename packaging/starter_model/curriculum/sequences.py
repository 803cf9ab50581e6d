"""Number sequences: constant steps and factors, growing steps, sums of two, squares, alternating steps."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import itertools
from random import Random

from curriculum import steps
from curriculum.phrasing import filled
from curriculum.problem import Check, Problem

_NEXT = (
    "What comes next: {s}, ...?", "What is the next number: {s}?", "{s}, ?", "Continue the sequence {s}.", "next number in {s}", "{s}, ... what follows?", "{s} what comes next",
    "Which number comes next in {s}, ...?", "Find the next term: {s}, ...", "complete: {s}, _", "{s}... next?", "What number follows {s}?", "sequence {s}. next one?",
    "{s}, and then?", "How does this go on: {s}?", "Fill in the next number: {s}, __", "What should come after {s}?", "I see {s}. What is next?", "{s}, x. What is x?",
)  # fmt: skip


def sequence(rng: Random) -> Problem:
    """The next member: constant steps, constant factor, growing steps, sums of two, squares, alternating."""
    roll = rng.random()
    count = rng.randint(4, 6)
    start = rng.randint(0, 40)
    step = rng.randint(1, 15)
    if roll < 0.35:
        if rng.random() < 0.3:
            s = [start + step * (count - i) for i in range(count + 1)]
        else:
            s = [start + step * i for i in range(count + 1)]
    elif roll < 0.52:
        f = rng.choice((2, 2, 2, 3, 3, 4, 5, 10))
        count = min(count, 4) if f > 3 else count
        s = [rng.randint(1, 9) * f**i for i in [0]]
        while len(s) <= count:
            s.append(s[-1] * f)
        if f == 2 and rng.random() < 0.25:
            s = s[::-1]
        return _next(
            rng,
            s,
            [f"{b}÷{a}={b // a}" if b > a else f"{a}÷{b}={a // b}" for a, b in itertools.pairwise(s[:-1])],
            (
                f"Each number is the last one times {f}."
                if s[1] > s[0]
                else f"Each number is the last one divided by {f}."
            ),
            "×" if s[1] > s[0] else "÷",
            f,
        )
    elif roll < 0.7:
        more = rng.randint(1, 4)
        s = [start]
        for i in range(count):
            s.append(s[-1] + step + more * i)
        gaps = [b - a for a, b in itertools.pairwise(s)]
        lines = [f"{b}-{a}={b - a}" for a, b in itertools.pairwise(s[:-1])]
        return _next(
            rng,
            s,
            lines,
            f"The steps {', '.join(map(str, gaps[:-1]))} grow by {more}, so the next step is {gaps[-1]}.",
            "+",
            gaps[-1],
        )
    elif roll < 0.8:
        s = [rng.randint(0, 6), rng.randint(1, 9)]
        while len(s) <= count:
            s.append(s[-1] + s[-2])
        lines = [f"{a}+{b}={a + b}" for a, b in itertools.pairwise(s[:-2])]
        return _next(
            rng,
            s,
            lines,
            "Each number is the sum of the two before it.",
            "+",
            s[-3],
        )
    elif roll < 0.88:
        first = rng.randint(1, 8)
        power = 3 if rng.random() < 0.2 else 2
        s = [n**power for n in range(first, first + count + 1)]
        lines = [f"{n}^{power}={n**power}" for n in range(first, first + count)]
        last = first + count
        return Problem(
            "sequences",
            tuple(s),
            filled(rng, _NEXT, s=", ".join(map(str, s[:-1]))),
            "\n".join(
                [
                    "I look at the numbers.",
                    ", ".join(lines) + ".",
                    f"These are {'squares' if power == 2 else 'cubes'}. The next is {last}^{power}.",
                    *steps.brief(rng, last, "×", last),
                    *(steps.brief(rng, last * last, "×", last) if power == 3 else []),
                ]
            ),
            f"The next number is {s[-1]}.",
            Check.NUMBERS,
            (str(s[-1]),),
            value=s[-1],
        )
    else:
        other = rng.randint(1, 9)
        while other == step:
            other = rng.randint(1, 9)
        back = rng.random() < 0.5
        s = [start + 10]
        for i in range(count):
            s.append(s[-1] + (step if i % 2 == 0 else -other if back else other))
        gaps = [b - a for a, b in itertools.pairwise(s[:-1])]
        lines = [f"{a} to {b}: {g:+d}" for a, b, g in zip(s[:-2], s[1:-1], gaps, strict=True)]
        last = s[-1] - s[-2]
        return _next(
            rng,
            s,
            lines,
            f"The steps take turns: {gaps[0]:+d}, {gaps[1]:+d}. The next is {last:+d}.",
            "+" if last > 0 else "-",
            abs(last),
        )
    lines = [f"{b}-{a}={b - a}" if b >= a else f"{a}-{b}={a - b}" for a, b in itertools.pairwise(s[:-1])]
    up = s[1] > s[0]
    return _next(
        rng, s, lines, f"Each number is {step} {'more' if up else 'less'} than the last.", "+" if up else "-", step
    )


def _next(rng: Random, s: list[int], looked: list[str], rule: str, sign: str, by: int) -> Problem:
    glue = rng.choice((", ", ", ", ", ", " ", ","))
    thoughts = ["I look at the numbers.", ", ".join(looked) + ".", rule, *steps.brief(rng, s[-2], sign, by)]
    return Problem(
        "sequences",
        tuple(s[:-1]),
        filled(rng, _NEXT, s=glue.join(map(str, s[:-1]))),
        "\n".join(thoughts),
        f"The next number is {s[-1]}.",
        Check.NUMBERS,
        (str(s[-1]),),
        explanation=rule,
        value=s[-1],
    )
