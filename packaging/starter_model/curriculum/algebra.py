"""Simple fractions, linear equations in one unknown, number sequences."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from math import gcd
from random import Random

from curriculum import steps
from curriculum.phrasing import filled, framed
from curriculum.problem import Check, Problem


def _reduced(p: int, q: int) -> tuple[list[str], str]:
    """The lines that bring p/q to lowest terms, and the result as text."""
    g = gcd(p, q)
    lines = [f"Both {p} and {q} divide by {g}: {p // g}/{q // g}." if g > 1 else f"{p}/{q} is in lowest terms."]
    text = f"{p // g}/{q // g}"
    if q // g == 1:
        text = str(p // g)
        lines.append(f"That is {text}.")
    return lines, text


def fraction(rng: Random) -> Problem:
    """Adding, subtracting, multiplying, dividing, reducing, comparing fractions, and taking one of a number."""
    a, c = rng.randint(1, 9), rng.randint(1, 9)
    b, d = rng.randint(2, 12), rng.randint(2, 12)
    roll = rng.random()
    if roll < 0.15:
        g = rng.randint(2, 12)
        p, q = a * g, b * g
        lines, text = _reduced(p, q)
        question = filled(
            rng,
            (
                "Simplify {p}/{q}.",
                "reduce {p}/{q}",
                "{p}/{q} in lowest terms",
                "Reduce the fraction {p}/{q}.",
                "What is {p}/{q} simplified?",
                "write {p}/{q} as simply as possible",
                "cancel down {p}/{q}",
            ),
            p=p,
            q=q,
        )
        return Problem(
            "fractions",
            (p, q),
            question,
            "\n".join([f"I look for a number that divides {p} and {q}.", *lines]),
            f"{p}/{q} = {text}.",
            Check.NUMBERS,
            (text,),
        )
    if roll < 0.3:
        a = rng.randint(1, b - 1)
        n = b * rng.randint(1, 40)
        name = {2: "half", 4: "quarter", 3: "third", 5: "fifth", 8: "eighth", 10: "tenth", 6: "sixth"}.get(b)
        part = f"{a}/{b}"
        if name and rng.random() < 0.6:
            part = f"a {name}" if a == 1 else f"{steps_word(a)} {'halves' if name == 'half' else name + 's'}"
        question = (
            framed(rng, f"{part} of {n}")
            if rng.random() < 0.8
            else f"There are {n} cookies and I eat {part} of them. How many do I eat?"
        )
        lines = [f"{a}/{b} of {n}: divide by {b}, then times {a}.", *steps.brief(rng, n, "÷", b)]
        if a > 1:
            lines.extend(steps.brief(rng, n // b, "×", a))
        r = n // b * a
        return Problem(
            "fractions",
            (n, b, a),
            question,
            "\n".join(lines),
            f"The result is {r}.",
            Check.NUMBERS,
            (str(r),),
            value=r,
            explanation=f"{n} divided by {b} is {n // b}, and times {a} that is {r}.",
        )
    one, two = f"{a}/{b}", f"{c}/{d}"
    if roll < 0.42:
        left, right = a * d, c * b
        lines = [f"Common denominator {b}×{d}={b * d}.", f"{one}={left}/{b * d}.", f"{two}={right}/{b * d}."]
        question = filled(
            rng,
            (
                "Which is bigger, {x} or {y}?",
                "which fraction is larger: {x} or {y}",
                "compare {x} and {y}",
                "{x} or {y}, what is more?",
                "Is {x} or {y} bigger?",
            ),
            x=one,
            y=two,
        )
        key = (a, b, c, d)
        if left == right:
            return Problem(
                "fractions",
                key,
                question,
                "\n".join([*lines, "They are equal."]),
                f"{one} and {two} are equal.",
                Check.MENTIONS,
                ("equal",),
            )
        big = one if left > right else two
        lines.append(f"{max(left, right)} is more than {min(left, right)}.")
        return Problem("fractions", key, question, "\n".join(lines), f"The bigger one is {big}.", Check.NUMBERS, (big,))
    sign = rng.choice("++-×÷")
    if sign == "-" and a * d < c * b:
        a, b, c, d = c, d, a, b
        one, two = f"{a}/{b}", f"{c}/{d}"
    if sign in "+-":
        if b == d:
            lines = [f"The denominators are both {b}."]
            left, right, low = a, c, b
        else:
            low = b * d // gcd(b, d)
            left, right = a * (low // b), c * (low // d)
            lines = [
                f"Common denominator: {low}.",
                f"{one}: {low}÷{b}={low // b}, {a}×{low // b}={left}, so {left}/{low}.",
                f"{two}: {low}÷{d}={low // d}, {c}×{low // d}={right}, so {right}/{low}.",
            ]
        top = left + right if sign == "+" else left - right
        lines.append(f"{left}{sign}{right}={top}, so {top}/{low}.")
    elif sign == "×":
        top, low = a * c, b * d
        lines = [f"Top: {a}×{c}={top}.", f"Bottom: {b}×{d}={low}."]
    else:
        top, low = a * d, b * c
        lines = [f"Turn {two} around and multiply: {one}×{d}/{c}.", f"Top: {a}×{d}={top}.", f"Bottom: {b}×{c}={low}."]
    if top == 0:
        text = "0"
        lines.append("That is 0.")
    else:
        more, text = _reduced(top, low)
        lines += more
    glyph = {
        "+": ("+", " + ", " plus "),
        "-": ("-", " - ", " minus "),
        "×": (" * ", " × ", " x ", " times "),
        "÷": (" ÷ ", " divided by ", " : "),
    }[sign]
    return Problem(
        "fractions",
        (a, b, c, d),
        framed(rng, one + rng.choice(glyph) + two),
        "\n".join([f"I need {one} {sign} {two}.", *lines]),
        f"{one} {sign} {two} = {text}.",
        Check.NUMBERS,
        (text,),
        explanation=lines[0] + " " + lines[-1],
    )


def steps_word(n: int) -> str:
    """Small numbers in words."""
    return ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")[n]


_SOLVE = (
    "Solve {e}.", "solve {e}", "{e}", "{e}, what is {v}?", "Find {v}: {e}", "If {e}, what is {v}?", "What is {v} if {e}?", "solve for {v}: {e}", "{e} solve for {v}",
    "Solve the equation {e}.", "Which {v} solves {e}?", "{e} find {v}", "Given {e}, find {v}.", "what value of {v} makes {e} true", "{v} = ? if {e}", "equation: {e}",
    "What must {v} be so that {e}?", "determine {v} in {e}", "when {e}, how much is {v}?", "I know that {e}. What is {v}?",
)  # fmt: skip


def equation(rng: Random) -> Problem:
    """ax + b = c and its relatives, also asked in words."""
    x = rng.choice((rng.randint(0, 12), rng.randint(1, 50), -rng.randint(1, 12)))
    a, b = rng.choice((1, 1, rng.randint(2, 12), rng.randint(2, 12))), rng.randint(1, 60)
    v = rng.choice("xxxxxyzanbkt")
    gap = rng.choice((" ", " ", ""))
    roll = rng.random()
    if roll < 0.12 and x > 0:
        b = rng.randint(2, 12)
        c = x
        x = b * c
        e = f"{v}{gap}/{gap}{b}{gap}={gap}{c}"
        lines = [f"Multiply both sides by {b}: {v}={c}×{b}.", *steps.brief(rng, c, "×", b)]
        return _equation(rng, v, x, e, lines, (c, b))
    if roll < 0.24 and a > 1:
        d = rng.randint(1, a - 1)
        c = (a - d) * x + b
        if c < 0:
            return equation(rng)
        right = (f"{d}{v}" if d > 1 else v) + (f"{gap}+{gap}{c}" if c else "")
        e = f"{a}{v}{gap}+{gap}{b}{gap}={gap}{right}"
        k = a - d
        lines = [
            f"Take {d if d > 1 else ''}{v} from both sides: {k if k > 1 else ''}{v}+{b}={c}.",
            f"Take {b} from both sides: {k if k > 1 else ''}{v}={c}-{b}.",
            *_minus(rng, c, b),
        ]
        if k > 1:
            lines += [f"Divide by {k}: {v}={c - b}÷{k}.", *_over(rng, c - b, k)]
        return _equation(rng, v, x, e, lines, (a, b, c, d))
    if roll < 0.36 and x >= 0:
        guess = rng.choice((
            f"I think of a number, multiply it by {a} and add {b}. I get {a * x + b}. What is the number?",
            f"{a} times a number plus {b} is {a * x + b}. which number is it",
            f"A number times {a}, then plus {b}, gives {a * x + b}. Find the number.",
            f"What number times {a} plus {b} equals {a * x + b}?",
        ))  # fmt: skip
        lines = [
            f"Call the number x: {a}x+{b}={a * x + b}.",
            f"Take {b} away: {a}x={a * x + b}-{b}.",
            *_minus(rng, a * x + b, b),
            f"Divide by {a}: x={a * x}÷{a}.",
            *_over(rng, a * x, a),
        ]
        return _equation(rng, "x", x, guess, lines, (a, b, a * x + b), asked=guess)
    minus = rng.random() < 0.4
    c = a * x - b if minus else a * x + b
    if roll < 0.5:
        b = 0
        c = a * x
        if a == 1:
            return equation(rng)
    left = f"{a}{rng.choice(('', '', '', ' * ', '*'))}{v}" if a > 1 else v
    if b:
        left += f"{gap}{'-' if minus else '+'}{gap}{b}"
        if not minus and rng.random() < 0.15:
            left = f"{b}{gap}+{gap}{a if a > 1 else ''}{v}"
    e = f"{left}{gap}={gap}{c}" if rng.random() < 0.9 else f"{c}{gap}={gap}{left}"
    av = f"{a}{v}" if a > 1 else v
    lines = []
    if b and minus:
        lines = [f"Add {b} to both sides: {av}={c}+{b}.", *_plus(rng, c, b)]
    elif b:
        lines = [f"Take {b} from both sides: {av}={c}-{b}.", *_minus(rng, c, b)]
    if a > 1:
        lines += [f"Divide both sides by {a}: {v}={a * x}÷{a}.", *_over(rng, a * x, a)]
    return _equation(rng, v, x, e, lines, (a, b, c))


def _plus(rng: Random, c: int, b: int) -> list[str]:
    return steps.work(rng, c, "+", b) if c < 0 else steps.brief(rng, c, "+", b)


def _minus(rng: Random, c: int, b: int) -> list[str]:
    return steps.work(rng, c, "-", b) if c < 0 or c < b else steps.brief(rng, c, "-", b)


def _over(rng: Random, n: int, d: int) -> list[str]:
    if n < 0:
        return [f"{-n}÷{d}={-n // d}, and the sign is minus."]
    return [f"0÷{d}=0."] if not n else steps.brief(rng, n, "÷", d)


def _equation(rng: Random, v: str, x: int, e: str, lines: list[str], key: tuple[int, ...], asked: str = "") -> Problem:
    question = asked or filled(rng, _SOLVE, e=e, v=v)
    start = [] if asked else [f"I solve {e.replace(' ', '')} for {v}."]
    answer = f"The number is {x}." if asked else f"{v} = {x}."
    return Problem(
        "equations",
        key,
        question,
        "\n".join([*start, *lines, f"So {v}={x}."]),
        answer,
        Check.NUMBERS,
        (str(x),),
        explanation=f"I did the same to both sides until {v} stood alone: {v} = {x}.",
        value=x,
    )
