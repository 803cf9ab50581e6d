"""Rows of numbers: tables, counting, factors, sums from one, and what a list holds: median, range, the second largest."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum import steps
from curriculum.four_operations import sized
from curriculum.phrasing import filled
from curriculum.problem import Check, Problem


def rows_of_numbers(rng: Random) -> Problem:
    """Tables, counting up and down, factors, sums from one, factorials."""
    roll = rng.random()
    if roll < 0.2:
        n, count = rng.randint(2, 25), rng.randint(3, 10)
        values = [n * i for i in range(1, count + 1)]
        question = filled(
            rng,
            (
                "the first {c} multiples of {n}",
                "List the first {c} multiples of {n}.",
                "First {c} multiples of {n}?",
                "{c} multiples of {n}",
                "give me the first {c} multiples of {n}",
            ),
            c=count,
            n=n,
        )
        lines = [f"I add {n} each time.", f"{', '.join(map(str, values))}."]
        key: tuple[object, ...] = (n, count)
    elif roll < 0.32:
        n = rng.randint(2, 15)
        values = [n * i for i in range(1, 11)]
        question = filled(
            rng,
            (
                "the times table of {n}",
                "What is the {n} times table?",
                "times table {n}",
                "Say the table of {n}.",
                "multiplication table of {n}",
                "show me the {n} times table",
            ),
            n=n,
        )
        lines = [f"I add {n} ten times.", f"{', '.join(map(str, values))}."]
        key = ()
    elif roll < 0.5:
        first = rng.randint(0, 60)
        step = rng.choice((1, 1, 1, 2, 5, 10, 3))
        count = rng.randint(4, 10)
        values = [first + step * i for i in range(count)]
        last = values[-1]
        if rng.random() < 0.35:
            values.reverse()
            first, last = last, first
        way = f" in steps of {step}" if step > 1 else ""
        question = filled(
            rng,
            (
                "Count from {a} to {b}{w}.",
                "count from {a} to {b}{w}",
                "Can you count from {a} to {b}{w}?",
                "list the numbers from {a} to {b}{w}",
                "please count {a} to {b}{w}",
            ),
            a=first,
            b=last,
            w=way,
        )
        lines = [f"I go from {first} to {last} in steps of {step}."]
        key = (first, last, step)
    elif roll < 0.68:
        n = rng.randint(2, 120)
        values = [d for d in range(1, n + 1) if n % d == 0]
        question = filled(
            rng,
            (
                "What are the factors of {n}?",
                "factors of {n}",
                "list all divisors of {n}",
                "Which numbers divide {n}?",
                "What are the divisors of {n}?",
                "all factors of {n}?",
            ),
            n=n,
        )
        lines = [f"I look for pairs that make {n}.", f"{', '.join(f'{d}×{n // d}' for d in values if d * d <= n)}."]
        key = (n, "factors")
    elif roll < 0.84:
        n = rng.randint(3, 60)
        total = n * (n + 1) // 2
        question = filled(
            rng,
            (
                "What is the sum of the numbers from 1 to {n}?",
                "sum of 1 to {n}",
                "Add all numbers from 1 to {n}.",
                "1+2+3+...+{n}",
                "What is 1 + 2 + ... + {n}?",
                "sum from 1 to {n}",
            ),
            n=n,
        )
        lines = [
            f"The sum from 1 to {n} is {n}×{n + 1}÷2.",
            *steps.brief(rng, n, "×", n + 1),
            *steps.work(rng, n * (n + 1), "÷", 2),
        ]
        return Problem(
            "number rows",
            (n, "sum"),
            question,
            "\n".join(lines),
            f"The sum is {total}.",
            Check.NUMBERS,
            (str(total),),
            value=total,
        )
    else:
        n = rng.randint(1, 9)
        question = filled(
            rng,
            ("What is {n} factorial?", "{n}!", "{n} factorial", "factorial of {n}", "calculate {n}!", "What is {n}!?"),
            n=n,
        )
        lines, running = [f"{n}! is {'×'.join(map(str, range(1, n + 1)))}."], 1
        for k in range(2, n + 1):
            lines.extend(steps.brief(rng, running, "×", k))
            running *= k
        return Problem(
            "number rows",
            (),
            question,
            "\n".join(lines),
            f"The result is {running}.",
            Check.NUMBERS,
            (str(running),),
            value=running,
        )
    return Problem(
        "number rows",
        key,
        question,
        "\n".join(lines),
        f"{', '.join(map(str, values))}.",
        Check.NUMBERS,
        tuple(map(str, values)),
    )


def from_list(rng: Random) -> Problem:
    """Median, range, the second largest, reversal of a list."""
    values = [sized(rng, rng.choice((1, 2, 2, 3))) for _ in range(rng.choice((3, 5, 5, 7)))]
    shown = ", ".join(map(str, values))
    if rng.random() < 0.3:
        shown = shown.replace(",", "")
    order = sorted(values)
    roll = rng.random()
    if roll < 0.3:
        question = filled(rng, ("What is the median of {x}?", "median of {x}", "Find the median: {x}"), x=shown)
        lines, result = (
            [
                f"In order: {', '.join(map(str, order))}.",
                f"There are {len(order)}, the middle one is number {len(order) // 2 + 1}: {order[len(order) // 2]}.",
            ],
            order[len(order) // 2],
        )
        answer = f"The median is {result}."
    elif roll < 0.55:
        question = filled(
            rng,
            ("What is the range of {x}?", "range of {x}", "difference between the largest and smallest of {x}"),
            x=shown,
        )
        lines, result = (
            [f"The largest is {order[-1]}, the smallest is {order[0]}.", *steps.brief(rng, order[-1], "-", order[0])],
            order[-1] - order[0],
        )
        answer = f"The range is {result}."
    elif roll < 0.8:
        large = rng.random() < 0.7
        at = -2 if large else 1
        question = filled(
            rng,
            ("What is the second {w} of {x}?", "second {w} number in {x}?", "Which is the second {w}: {x}?"),
            w="largest" if large else "smallest",
            x=shown,
        )
        lines, result = (
            [
                f"In order: {', '.join(map(str, order))}.",
                f"The second {'from the end' if large else 'one'} is {order[at]}.",
            ],
            order[at],
        )
        answer = f"It is {result}."
    else:
        question = filled(
            rng, ("Reverse the list {x}.", "{x} in reverse order", "write backwards: {x}", "reverse {x}"), x=shown
        )
        back = ", ".join(map(str, reversed(values)))
        return Problem(
            "lists",
            tuple(values),
            question,
            f"I read {', '.join(map(str, values))} from the end.",
            f"{back}.",
            Check.NUMBERS,
            tuple(map(str, reversed(values))),
        )
    return Problem(
        "lists", tuple(values), question, "\n".join(lines), answer, Check.NUMBERS, (str(result),), value=result
    )
