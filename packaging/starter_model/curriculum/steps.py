"""Worked arithmetic: every function returns the lines of a thought in which no step needs more than a digit fact.

Numbers are non-negative integers unless a name says otherwise. A few traces hold a slip that is noticed and mended on
the same line, so that the model knows what to do after a wrong step.
"""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum.split import GATE

PLACES = (
    "Ones", "Tens", "Hundreds", "Thousands", "Ten thousands", "Hundred thousands", "Millions", "Ten millions",
    "Hundred millions", "Billions", "Ten billions",
)  # fmt: skip
SLIP = 0.012
_NOTICED = ("Wait, let me check.", "Wait, that is not right.", "Hmm, wait.", "No, let me check that.")


def fact(rng: Random, left: str, right: int) -> str:
    """`left=right`, or rarely a wrong result that is noticed at once."""
    if rng.random() >= SLIP:
        return f"{left}={right}"
    wrong = max(0, right + rng.choice((-2, -1, 1, 2, 10, -10)))
    if wrong == right:
        wrong = right + 1
    return f"{left}={wrong}. {rng.choice(_NOTICED)} {left}={right}"


def add(rng: Random, a: int, b: int) -> list[str]:
    """Column addition."""
    GATE.check(a, b)
    if (a < 10 or b < 10) and a < 100 and b < 100:
        return [f"{fact(rng, f'{a}+{b}', a + b)}."]
    lines = []
    carry = 0
    one, two = str(a)[::-1], str(b)[::-1]
    for i in range(max(len(one), len(two))):
        terms = [digits[i] for digits in (one, two) if i < len(digits)]
        if carry:
            terms.append("1")
        total = sum(map(int, terms))
        last = i == max(len(one), len(two)) - 1
        shown = fact(rng, "+".join(terms), total) if len(terms) > 1 else f"{total}"
        carry = total // 10
        if last:
            lines.append(f"{PLACES[i]}: {shown}, write {total}.")
        elif carry:
            lines.append(f"{PLACES[i]}: {shown}, write {total % 10}, carry 1.")
        else:
            lines.append(f"{PLACES[i]}: {shown}, write {total % 10}.")
    lines.append(f"So {a}+{b}={a + b}.")
    return lines


def subtract(rng: Random, a: int, b: int) -> list[str]:
    """Column subtraction; a result below zero is worked out the other way round."""
    GATE.check(a, b)
    if a < b:
        return [f"{a} is smaller than {b}, so the result is negative.", *subtract(rng, b, a), f"So {a}-{b}=-{b - a}."]
    if b < 10 and a < 20:
        return [f"{fact(rng, f'{a}-{b}', a - b)}."]
    lines = []
    borrow = 0
    one, two = str(a)[::-1], str(b)[::-1]
    for i in range(len(one)):
        top = int(one[i])
        if i >= len(two) and not borrow:
            lines.append(f"{PLACES[i]}: {top}, write {top}.")
            continue
        taken = int(two[i]) if i < len(two) else 0
        terms = (f"-{taken}" if i < len(two) else "") + ("-1" if borrow else "")
        value = top - taken - borrow
        if value < 0:
            lines.append(
                f"{PLACES[i]}: {top}{terms} is below zero, borrow: {fact(rng, f'{top + 10}{terms}', value + 10)}."
            )
            borrow = 1
        else:
            lines.append(f"{PLACES[i]}: {fact(rng, f'{top}{terms}', value)}.")
            borrow = 0
    lines.append(f"So {a}-{b}={a - b}.")
    return lines


def times_digit(rng: Random, a: int, digit: int) -> list[str]:
    """A number times one digit, carrying."""
    if a < 10:
        return [f"{fact(rng, f'{a}×{digit}', a * digit)}."]
    if digit < 2:
        return [f"{a}×{digit}={a * digit}."]
    parts = []
    carry = 0
    digits = str(a)[::-1]
    for i, d in enumerate(digits):
        product = int(d) * digit + carry
        shown = fact(rng, f"{d}×{digit}" + (f"+{carry}" if carry else ""), product)
        if i == len(digits) - 1:
            parts.append(f"{shown}, write {product}.")
        else:
            carry = product // 10
            parts.append(f"{shown}, write {product % 10}" + (f", carry {carry}." if carry else "."))
    return [*parts, f"So {a}×{digit}={a * digit}."]


def multiply(rng: Random, a: int, b: int) -> list[str]:
    """Long multiplication: partial products, then their running sum."""
    GATE.check(a, b)
    if a < b:
        a, b = b, a
    if b < 10:
        return times_digit(rng, a, b)
    if a % 10 and b % 10 == 0:
        a, b = b, a
    if a % 10 == 0:
        zeros = len(str(a)) - len(str(a).rstrip("0"))
        core = a // 10**zeros
        inner = multiply(rng, core, b) if core > 1 else []
        return [f"{a} is {core} with {zeros} zero{'s' if zeros > 1 else ''}.", *inner, f"So {a}×{b}={a * b}."]
    lines = [
        f"Split {b} into {' and '.join(str(int(d) * 10**i) for i, d in reversed(list(enumerate(str(b)[::-1]))) if d != '0')}."
    ]
    total = 0
    for i, d in enumerate(str(b)[::-1]):
        if d == "0":
            continue
        lines.extend(times_digit(rng, a, int(d)))
        part = a * int(d) * 10**i
        if i:
            lines.append(f"With {i} zero{'s' if i > 1 else ''}: {part}.")
        if total:
            lines.append(f"Add {total} and {part}.")
            lines.extend(_add_freely(rng, total, part))
        total += part
    lines.append(f"So {a}×{b}={a * b}.")
    return lines


def divide(rng: Random, a: int, b: int) -> list[str]:
    """Long division with remainder; the multiples of a divisor of two digits are listed first."""
    GATE.check(a, b)
    if b == 1:
        return [f"{a}÷1={a}."]
    if a < b:
        return [f"{a} is smaller than {b}, so {b} goes 0 times.", f"So {a}÷{b}=0 remainder {a}."]
    lines = []
    table = [b * k for k in range(1, 10)]
    if b > 10:
        table = table[: sum(m <= a for m in table) + 1]
        lines.append(f"Multiples of {b}: {', '.join(map(str, table))}.")
    digits, rest, quotient = str(a), 0, ""
    for d in digits:
        rest = rest * 10 + int(d)
        if not quotient and rest < b:
            continue
        q = rest // b
        start = f"{rest}: " if not quotient else f"Bring down {d}: {rest}. "
        left = rest - q * b
        if q:
            around = "" if b <= 10 else f"between {q * b} and {q * b + b}, " if q < 9 else f"at least {q * b}, "
            lines.append(f"{start}{around}{q}×{b}={q * b}, write {q}, {fact(rng, f'{rest}-{q * b}', left)}.")
        else:
            lines.append(f"{start}too small, write 0.")
        rest, quotient = left, quotient + str(q)
    end = f" remainder {rest}" if rest else ""
    lines.append(f"So {a}÷{b}={quotient}{end}.")
    return lines


def _add_freely(rng: Random, a: int, b: int) -> list[str]:
    """Addition inside a product, whose operands nobody chose: outside the held-out rule."""
    guarded, GATE.guarded = GATE.guarded, False
    try:
        return add(rng, a, b)
    finally:
        GATE.guarded = guarded


def work(rng: Random, a: int, sign: str, b: int) -> list[str]:
    """The lines for `a sign b`, sign one of + - × ÷; a may be negative for + and -."""
    if sign == "+":
        if a < 0 <= b:
            return [f"{a}+{b} is {b}-{-a}.", *subtract(rng, b, -a)]
        return add(rng, a, b)
    if sign == "-":
        if a < 0 <= b:
            return [f"{a}-{b} is minus ({-a}+{b}).", *add(rng, -a, b), f"So {a}-{b}={a - b}."]
        return subtract(rng, a, b)
    return multiply(rng, a, b) if sign == "×" else divide(rng, a, b)


def brief(rng: Random, a: int, sign: str, b: int) -> list[str]:
    """As `work`, but one line for what most people do in their head."""
    result = {"+": a + b, "-": a - b, "×": a * b, "÷": a // b if b else 0}[sign]
    if sign == "÷" and b and a % b:
        return work(rng, a, sign, b)
    small = {
        "+": 0 <= a < 100 and 0 <= b < 100,
        "-": 0 <= b <= a < 100,
        "×": (a <= 12 and b <= 12) or a == 10 or b == 10 or (min(a, b) < 6 and max(a, b) < 30),
        "÷": b and ((a <= 100 and b <= 12) or b == 10),
    }[sign]
    if not small:
        return work(rng, a, sign, b)
    GATE.check(abs(a), abs(b))
    return [f"{fact(rng, f'{a}{sign}{b}', result)}."]
