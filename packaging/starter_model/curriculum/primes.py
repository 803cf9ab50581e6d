"""Primes by trial division, factors, even and odd, divisibility."""

from __future__ import annotations

from math import isqrt
from random import Random

from curriculum import steps
from curriculum.four_operations import sized
from curriculum.phrasing import filled, framed
from curriculum.problem import Check, Problem

_PRIME = (
    "Is {n} a prime number?",
    "is {n} prime",
    "Is {n} prime?",
    "{n} prime?",
    "Is the number {n} a prime?",
    "tell me if {n} is prime",
    "Check whether {n} is a prime number.",
    "Would {n} be a prime?",
    "prime or not: {n}",
    "Is {n} a prime or not?",
    "can {n} be divided by anything but 1 and itself?",
    "{n} is a prime number, right?",
)


def _divided(n: int) -> tuple[list[str], int]:
    lines = []
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31):
        if p * p > n:
            lines.append(f"{p}×{p}={p * p} is more than {n}, so I can stop.")
            return lines, 0
        q, rest = divmod(n, p)
        if not rest:
            lines.append(f"By {p}: {p}×{q}={n}, it divides.")
            return lines, p
        lines.append(f"By {p}: {p}×{q}={p * q}, rest {rest}.")
    return lines, 0


def prime(rng: Random) -> Problem:
    """Trial division; factors; even or odd; divisible or not."""
    roll = rng.random()
    if roll < 0.6:
        n = rng.choice((rng.randint(2, 60), rng.randint(2, 200), rng.choice((1, 3, 7, 9)) + 10 * rng.randint(1, 50)))
        lines, factor = _divided(n)
        if factor:
            answer = rng.choice(
                (f"No, {n} is not prime: it is {factor}×{n // factor}.", f"No, {n} = {factor}×{n // factor}.")
            )
        else:
            answer = rng.choice((f"Yes, {n} is a prime number.", f"Yes, {n} is prime."))
        return Problem(
            "primes",
            (n,),
            filled(rng, _PRIME, n=n),
            "\n".join([f"I try to divide {n} by small primes.", *lines]),
            answer,
            Check.YES_NO,
            ("No" if factor else "Yes",),
            explanation=answer,
        )
    if roll < 0.75:
        n = rng.randint(4, 300)
        left, lines, factors = n, [], []
        while True:
            found = next((p for p in range(2, isqrt(left) + 1) if left % p == 0), 0)
            if not found:
                break
            lines.append(f"{left}={found}×{left // found}.")
            factors.append(found)
            left //= found
        factors.append(left)
        lines.append(f"{left} is prime, so I stop.")
        result = "×".join(map(str, factors))
        question = framed(
            rng,
            rng.choice(
                (
                    f"the prime factorization of {n}",
                    f"the prime factors of {n}",
                    f"{n} as a product of primes",
                    f"{n} factored into primes",
                )
            ),
        )
        return Problem(
            "primes",
            (n, "factors"),
            question,
            "\n".join([f"I split {n} into primes.", *lines]),
            f"The prime factors: {result}.",
            Check.NUMBERS,
            tuple(map(str, factors)),
        )
    n = sized(rng, 4)
    if roll < 0.88:
        odd = n % 2 == 1
        say_odd = rng.random() < 0.5
        word = "odd" if say_odd else "even"
        right = odd == say_odd
        question = filled(
            rng,
            (
                "Is {n} {w}?",
                "is {n} an {w} number",
                "{n} is {w}, right?",
                "Is the number {n} {w}?",
                "is {n} {w} or {v}",
            ),
            n=n,
            w=word,
            v="even" if say_odd else "odd",
        )
        if " or " in question:
            return Problem(
                "even and odd",
                (n,),
                question,
                f"The last digit of {n} is {n % 10}, which is {'odd' if odd else 'even'}.",
                f"{n} is {'odd' if odd else 'even'}.",
                Check.CHOICE,
                ("odd", "even") if odd else ("even", "odd"),
            )
        return Problem(
            "even and odd",
            (n,),
            question,
            f"The last digit of {n} is {n % 10}, which is {'odd' if odd else 'even'}.",
            f"{'Yes' if right else 'No'}, {n} is {'odd' if odd else 'even'}.",
            Check.YES_NO,
            ("Yes" if right else "No",),
        )
    d = rng.choice((2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
    if rng.random() < 0.4:
        n = d * rng.randint(2, 900 // d)
    fits = n % d == 0
    question = filled(
        rng,
        (
            "Is {n} divisible by {d}?",
            "is {n} a multiple of {d}",
            "Can {n} be divided by {d} without remainder?",
            "does {d} divide {n}?",
            "{n} divisible by {d}?",
        ),
        n=n,
        d=d,
    )
    return Problem(
        "primes",
        (n, d),
        question,
        "\n".join([f"I divide {n} by {d}.", *steps.work(rng, n, "÷", d)]),
        f"{'Yes' if fits else 'No'}, {n} ÷ {d} = {n // d}{'' if fits else f' remainder {n % d}'}.",
        Check.YES_NO,
        ("Yes" if fits else "No",),
    )
