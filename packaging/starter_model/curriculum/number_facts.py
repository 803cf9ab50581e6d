"""Percentages, averages, powers and roots, common divisors and multiples, primes, even and odd."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from math import gcd
from random import Random

from curriculum import steps
from curriculum.decimals import trimmed
from curriculum.phrasing import amount, filled, framed
from curriculum.problem import Check, Problem

_PERCENT = (
    "{p}% of {n}", "{p} % of {n}", "{p} percent of {n}", "{p}percent of {n}", "{p} per cent of {n}",
)  # fmt: skip


def percent(rng: Random) -> Problem:
    """p % of n by multiplying and moving the point, or a price after a discount or rise."""
    p = rng.choice((5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 80, 90, rng.randint(1, 99), rng.randint(1, 99)))
    n = rng.choice((rng.randint(1, 100) * 10, rng.randint(1, 20) * 100, rng.randint(2, 999)))
    lines = [f"{p}% of {n} is {n}×{p}÷100.", *steps.work(rng, n, "×", p)]
    part = trimmed(n * p, 2)
    lines.append(f"Divide by 100, move the point two places: {part}.")
    roll = rng.random()
    if roll < 0.65:
        question = framed(rng, filled(rng, _PERCENT, p=p, n=amount(rng, n)))
        if rng.random() < 0.15:
            question = filled(
                rng,
                (
                    "If {p}% of {n} people like tea, how many is that?",
                    "How many is {p} percent out of {n}?",
                    "Take {p}% of {n}.",
                    "{n} has {p}%, how much is it?",
                    "I get {p}% of {n} euros. How much do I get?",
                ),
                p=p,
                n=n,
            )
        return Problem(
            "percentages",
            (n, p),
            question,
            "\n".join(lines),
            f"{p}% of {n} is {part}.",
            Check.NUMBERS,
            (part,),
            explanation=f"{n} times {p} is {n * p}, and divided by 100 that is {part}.",
        )
    if n * p % 100:
        n = rng.randint(1, 60) * 20
        p = rng.choice((5, 10, 15, 20, 25, 30, 50, 40, 60, 75))
    cut = n * p // 100
    lines = [
        f"{p}% of {n} is {n}×{p}÷100.",
        *steps.work(rng, n, "×", p),
        f"Divide by 100, move the point two places: {cut}.",
    ]
    off = rng.random() < 0.6
    result = n - cut if off else n + cut
    lines += [
        f"Now take it off: {n}-{cut}." if off else f"Now add it: {n}+{cut}.",
        *steps.brief(rng, n, "-" if off else "+", cut),
    ]
    templates = (
        "A {t} costs {n} euros and is {p}% off. What does it cost now?", "What is {n} minus {p}%?", "{n} with a {p}% discount",
        "A {t} for ${n} is reduced by {p} percent. What is the new price?", "decrease {n} by {p}%", "the price was {n}, now {p}% less. how much is it?",
        "There is a sale, {p}% off a {t} of {n} dollars. How much do I pay?", "take {p} percent off {n}",
    ) if off else (
        "What is {n} plus {p}%?", "A {t} of {n} euros gets {p}% more expensive. What does it cost then?", "increase {n} by {p}%", "{n} plus {p} percent tip",
        "The rent was {n} and goes up by {p} percent. What is it now?", "add {p}% to {n}", "a bill of {n} with a {p}% tip, how much in total?",
    )  # fmt: skip
    question = filled(
        rng,
        templates,
        n=n,
        p=p,
        t=rng.choice(
            ("coat", "phone", "bike", "lamp", "bag", "table", "ticket", "book", "laptop", "jacket", "shirt", "game")
        ),
    )
    return Problem(
        "percentages",
        (n, p),
        question,
        "\n".join(lines),
        f"The result is {result}.",
        Check.NUMBERS,
        (str(result),),
        explanation=f"{p}% of {n} is {cut}, and {n} {'minus' if off else 'plus'} {cut} is {result}.",
        value=result,
    )


_MEAN = (
    "What is the average of {x}?", "average of {x}", "Find the mean of {x}.", "mean of {x}?", "What's the mean of the numbers {x}?", "the average: {x}",
    "Calculate the average of {x}.", "avg {x}", "avg of {x}?", "I scored {x} in my tests. What is my average?", "My marks are {x}. What is the average mark?",
    "The temperatures were {x}. What was the average?", "on average, what are {x}?", "{x}: what is the average?", "Work out the arithmetic mean of {x}.",
)  # fmt: skip


def listed(rng: Random, values: list[int]) -> str:
    """Numbers in a row as people write them."""
    if rng.random() < 0.5:
        return ", ".join(map(str, values[:-1])) + f" and {values[-1]}"
    return rng.choice((", ", ", ", " ", ",")).join(map(str, values))


def average(rng: Random) -> Problem:
    """The mean: a running total, then a division."""
    count = rng.randint(2, 6)
    most = rng.choice((9, 20, 99, 99, 300))
    while True:
        values = [rng.randint(1, most) for _ in range(count)]
        total = sum(values)
        if total % count == 0 or (count in (2, 4, 5) and rng.random() < 0.25):
            break
    lines = [f"There are {count} numbers. Add them up."]
    running = values[0]
    for v in values[1:]:
        lines.extend(steps.brief(rng, running, "+", v))
        running += v
    if total % count:
        places = 2 if count == 4 else 1
        result = trimmed(total * 10**places // count, places)
        _whole, rest = divmod(total, count)
        lines += [
            f"Divide {total} by {count}.",
            *steps.brief(rng, total, "÷", count),
            f"The rest {rest}÷{count} is {trimmed(rest * 10**places // count, places)}, so the average is {result}.",
        ]
    else:
        result = str(total // count)
        lines += [f"Divide {total} by {count}.", *steps.brief(rng, total, "÷", count)]
    value = int(result) if "." not in result else None
    return Problem(
        "averages",
        tuple(values),
        filled(rng, _MEAN, x=listed(rng, values)),
        "\n".join(lines),
        f"The average is {result}.",
        Check.NUMBERS,
        (result,),
        explanation=f"The sum is {total}, and {total} divided by {count} is {result}.",
        value=value,
    )


_POWER = (
    "{b}^{e}", "{b} ^ {e}", "{b}**{e}", "{b} to the power of {e}", "{b} to the {e}th power", "{b} raised to {e}", "the {e}th power of {b}", "{b} to the power {e}", "{b} power {e}",
)  # fmt: skip


def power(rng: Random) -> Problem:
    """Powers by repeated multiplication, squares, cubes, square roots of squares."""
    roll = rng.random()
    if roll < 0.25:
        root = rng.randint(1, 40)
        n = root * root
        tens = root // 10 * 10
        lines = [f"I look for a number that times itself is {n}."]
        if root > 10:
            lines.append(
                f"{tens}×{tens}={tens * tens} and {tens + 10}×{tens + 10}={(tens + 10) ** 2}, so it is between {tens} and {tens + 10}."
            )
            lines.append(f"{n} ends in {n % 10}. Try {root}.")
        lines.append(f"{root}×{root}={n}. Yes.")
        x = rng.choice(
            ("the square root of {n}", "sqrt({n})", "√{n}", "square root of {n}", "sqrt {n}", "the root of {n}")
        ).format(n=n)
        return Problem(
            "powers",
            (n, "root"),
            framed(rng, x),
            "\n".join(lines),
            f"The square root of {n} is {root}.",
            Check.NUMBERS,
            (str(root),),
            value=root,
        )
    if roll < 0.6:
        e, b = rng.choice((2, 2, 2, 3)), rng.choice((rng.randint(2, 12), rng.randint(2, 99)))
        b = min(b, 30) if e == 3 else b
        name = {2: "squared", 3: "cubed"}[e]
        x = rng.choice(
            (
                f"{b} {name}",
                f"{b} {name}",
                f"the {'square' if e == 2 else 'cube'} of {b}",
                f"{b}{'²' if e == 2 else '³'}",
                f"{b}^{e}",
                f"{b} to the power of {e}",
            )
        )
    else:
        b = rng.choice((2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 10))
        e = rng.randint(2, {2: 12, 3: 7, 4: 6, 5: 5, 6: 4, 7: 4, 8: 4, 9: 4, 10: 6}[b])
        x = filled(rng, _POWER, b=b, e=e).replace("2th", "second").replace("3th", "third")
    lines = [f"{b}^{e} is {'×'.join([str(b)] * e)}."]
    running = b
    for _ in range(e - 1):
        lines.extend(steps.brief(rng, running, "×", b))
        running *= b
    return Problem(
        "powers",
        (b, e),
        framed(rng, x),
        "\n".join(lines),
        rng.choice((f"{b}^{e} = {running}.", f"The result is {running}.")),
        Check.NUMBERS,
        (str(running),),
        explanation=f"{b} multiplied by itself, {e} times in all, is {running}.",
        value=running,
    )


def divisor(rng: Random) -> Problem:
    """Greatest common divisor by dividing again and again; least common multiple from it."""
    g = rng.choice((1, rng.randint(1, 12), rng.randint(2, 30)))
    a, b = g * rng.randint(1, 20), g * rng.randint(1, 20)
    if a == b:
        b += g
    lines, big, small = [], max(a, b), min(a, b)
    while small:
        q, rest = divmod(big, small)
        lines.append(f"{big}={q}×{small}+{rest}.")
        big, small = small, rest
    found = gcd(a, b)
    lines.append(f"The last one without a rest divides by {found}, so the greatest common divisor is {found}.")
    if rng.random() < 0.72:
        x = rng.choice(
            (
                "the greatest common divisor of {a} and {b}",
                "gcd({a}, {b})",
                "the gcd of {a} and {b}",
                "the GCD of {a} and {b}",
                "the greatest common factor of {a} and {b}",
                "gcd of {a} and {b}",
                "the highest common factor of {a} and {b}",
                "gcd {a} {b}",
                "hcf of {a} and {b}",
                "the largest number that divides both {a} and {b}",
                "the biggest common divisor of {a} and {b}",
            )
        ).format(a=a, b=b)
        return Problem(
            "common divisors",
            (a, b),
            framed(rng, x),
            "\n".join([f"I divide {max(a, b)} and {min(a, b)} again and again.", *lines]),
            f"The greatest common divisor of {a} and {b} is {found}.",
            Check.NUMBERS,
            (str(found),),
            explanation="I divided the bigger by the smaller and went on with the remainder until nothing was left.",
            value=found,
        )
    multiple = a * b // found
    lines += [
        f"The least common multiple is {a}÷{found}×{b}.",
        f"{a}÷{found}={a // found}.",
        *steps.brief(rng, a // found, "×", b),
    ]
    x = rng.choice(
        (
            "the least common multiple of {a} and {b}",
            "lcm({a}, {b})",
            "the lcm of {a} and {b}",
            "the smallest number that both {a} and {b} divide",
            "the lowest common multiple of {a} and {b}",
            "LCM of {a} and {b}",
        )
    ).format(a=a, b=b)
    return Problem(
        "common divisors",
        (a, b),
        framed(rng, x),
        "\n".join([f"First the greatest common divisor of {a} and {b}.", *lines]),
        f"The least common multiple of {a} and {b} is {multiple}.",
        Check.NUMBERS,
        (str(multiple),),
        value=multiple,
    )
