"""Short questions of many sorts: doubles and halves, signed numbers, remainders, tables, factors, shapes, shares."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from math import gcd
from random import Random

from curriculum import steps
from curriculum.decimals import trimmed
from curriculum.four_operations import sized
from curriculum.phrasing import amount, filled, framed
from curriculum.problem import Check, Problem

_MULTIPLES = (
    (("double {n}", "twice {n}", "the double of {n}", "2 times {n}", "{n} doubled", "two times {n}"), "×", 2), (("triple {n}", "three times {n}", "{n} tripled", "thrice {n}"), "×", 3), (("half of {n}", "half {n}", "{n} halved", "a half of {n}", "the half of {n}", "one half of {n}"), "÷", 2),
    (("a third of {n}", "one third of {n}"), "÷", 3), (("a quarter of {n}", "one quarter of {n}", "one fourth of {n}"), "÷", 4), (("four times {n}", "quadruple {n}"), "×", 4), (("ten times {n}", "tenfold {n}"), "×", 10), (("a tenth of {n}", "one tenth of {n}"), "÷", 10), (("five times {n}",), "×", 5),
)  # fmt: skip


def multiple(rng: Random) -> Problem:
    """Doubles, halves, thirds."""
    forms, sign, k = rng.choice(_MULTIPLES[:3] if rng.random() < 0.6 else _MULTIPLES)
    n = sized(rng, rng.choice((2, 3, 4)))
    n = n * k if sign == "÷" and n * k < 9999 else n - n % k if sign == "÷" else n
    n = n or k
    result = n * k if sign == "×" else n // k
    x = rng.choice(forms).format(n=amount(rng, n))
    question = (
        framed(rng, x)
        if rng.random() < 0.8
        else rng.choice((x, f"{x}.", f"{x}?", f"{x} please", f"Can you {x}?", f"please {x}"))
    )
    return Problem(
        "small questions",
        (n, k),
        question,
        "\n".join([f"That is {n}{sign}{k}.", *steps.work(rng, n, sign, k)]),
        rng.choice((f"The result is {result}.", f"It is {result}.")),
        Check.NUMBERS,
        (str(result),),
        value=result,
        explanation=f"{n} {sign} {k} = {result}.",
    )


def signed(rng: Random) -> Problem:
    """Sums, differences and products with negative numbers."""
    a, b = sized(rng, rng.choice((1, 2, 2, 3))), sized(rng, rng.choice((1, 1, 2, 2)))
    minus_a, minus_b = rng.random() < 0.7, rng.random() < 0.5
    if not minus_a and not minus_b:
        minus_a = True
    x, y = -a if minus_a else a, -b if minus_b else b
    sign = rng.choice("++--×")
    name_y = f"({y})" if y < 0 and rng.random() < 0.6 else str(y)
    glyph = {"+": (" + ", "+", " plus "), "-": (" - ", "-", " minus "), "×": (" * ", " × ", " times ", " x ")}[sign]
    text = f"{x}{rng.choice(glyph)}{name_y}"
    if rng.random() < 0.15:
        text = text.replace("-", "minus ", 1) if text.startswith("-") else text
    if sign == "×":
        negative = (x < 0) != (y < 0)
        lines = [
            f"The signs are {'different, so the result is negative' if negative else 'the same, so the result is positive'}.",
            *steps.work(rng, a, "×", b),
        ]
        result = x * y
    else:
        other = y if sign == "+" else -y
        lines = [f"{x}{sign}({y}) is the same as {x}{other:+d}."] if y < 0 else []
        if x >= 0 and other >= 0:
            lines += steps.work(rng, x, "+", other)
        elif x >= 0:
            lines += steps.work(rng, x, "-", -other)
        else:
            lines += steps.work(rng, x, "+" if other >= 0 else "-", abs(other))
        result = x + other
    return Problem(
        "signed numbers",
        (a, b),
        framed(rng, text),
        "\n".join([f"I need {x}{sign}({y})." if y < 0 else f"I need {x}{sign}{y}.", *lines, f"So it is {result}."]),
        f"The result is {result}.",
        Check.NUMBERS,
        (str(result),),
        value=result,
    )


def remainder(rng: Random) -> Problem:
    """What is left over when dividing."""
    b = rng.randint(2, rng.choice((12, 12, 40)))
    a = rng.randint(b, rng.choice((99, 999)))
    question = filled(
        rng,
        (
            "What is the remainder when {a} is divided by {b}?",
            "{a} mod {b}",
            "{a} modulo {b}",
            "remainder of {a} divided by {b}",
            "What is left over when you divide {a} by {b}?",
            "{a} % {b}",
            "the rest of {a} / {b}?",
            "What remains of {a} when dividing by {b}?",
            "what is {a} mod {b}?",
            "{a} sweets for {b} kids, how many are left over?",
            "If {b} kids share {a} nuts equally, how many are left over?",
        ),
        a=a,
        b=b,
    )
    q, rest = divmod(a, b)
    lines = [f"I divide {a} by {b}.", *steps.work(rng, a, "÷", b), f"The remainder is {rest}."]
    return Problem(
        "small questions",
        (a, b),
        question,
        "\n".join(lines),
        f"The remainder is {rest}.",
        Check.NUMBERS,
        (str(rest),),
        value=rest,
        explanation=f"{b} goes {q} times into {a}, and {rest} is left.",
    )


def shape(rng: Random) -> Problem:
    """Area and perimeter of rectangles and squares, angles of a triangle, volume of a box."""
    a, b = rng.randint(2, rng.choice((12, 40))), rng.randint(2, rng.choice((12, 40)))
    unit = rng.choice(("cm", "m", "", "km", "metres", "centimeters", "feet"))
    u = f" {unit}" if unit else ""
    roll = rng.random()
    if roll < 0.35:
        noun = rng.choice(("rectangle", "garden", "room", "field", "carpet", "floor"))
        question = filled(
            rng,
            (
                "What is the area of a {s} of {a}{u} by {b}{u}?",
                "area of a {a} by {b} {s}",
                "A {s} is {a}{u} long and {b}{u} wide. What is its area?",
                "How big is the area of a {s} with sides {a}{u} and {b}{u}?",
                "area of a {s} with length {a}{u} and width {b}{u}?",
            ),
            s=noun,
            a=a,
            b=b,
            u=u,
        )
        lines, result = [f"Area is length times width: {a}×{b}.", *steps.brief(rng, a, "×", b)], a * b
    elif roll < 0.6:
        noun = rng.choice(("rectangle", "garden", "room", "field", "fence around a field"))
        question = filled(
            rng,
            (
                "What is the perimeter of a {s} of {a}{u} by {b}{u}?",
                "perimeter of a {a} by {b} {s}",
                "A {s} is {a}{u} long and {b}{u} wide. What is its perimeter?",
                "How long is the way around a {s} of {a}{u} by {b}{u}?",
            ),
            s=noun,
            a=a,
            b=b,
            u=u,
        )
        lines, result = (
            [f"Perimeter is 2×({a}+{b}).", *steps.brief(rng, a, "+", b), *steps.brief(rng, a + b, "×", 2)],
            2 * (a + b),
        )
    elif roll < 0.82:
        area = rng.random() < 0.5
        word = "area" if area else "perimeter"
        question = filled(
            rng,
            (
                "What is the {w} of a square with side {a}{u}?",
                "{w} of a square of side {a}{u}",
                "A square has sides of {a}{u}. What is its {w}?",
                "square with side length {a}{u}, {w}?",
            ),
            w=word,
            a=a,
            u=u,
        )
        other = a if area else 4
        lines, result = (
            [
                f"The {word} of a square is {'side times side' if area else '4 times the side'}: {a}×{other}.",
                *steps.brief(rng, a, "×", other),
            ],
            a * other,
        )
        b = other
    elif roll < 0.92:
        a, b = rng.randint(10, 90), rng.randint(10, 89)
        question = filled(
            rng,
            (
                "Two angles of a triangle are {a} and {b} degrees. What is the third?",
                "A triangle has angles of {a} and {b} degrees, what is the third angle?",
                "triangle with angles {a} and {b}, third angle?",
            ),
            a=a,
            b=b,
        )
        lines, result = (
            [
                f"The angles add up to 180: 180-{a}-{b}.",
                *steps.brief(rng, 180, "-", a),
                *steps.brief(rng, 180 - a, "-", b),
            ],
            180 - a - b,
        )
    else:
        a, b, c = rng.randint(2, 12), rng.randint(2, 12), rng.randint(2, 12)
        question = filled(
            rng,
            (
                "What is the volume of a box of {a} by {b} by {c}?",
                "A box is {a}{u} long, {b}{u} wide and {c}{u} high. What is its volume?",
                "volume of a {a}x{b}x{c} box",
            ),
            a=a,
            b=b,
            c=c,
            u=u,
        )
        lines, result = (
            [f"Volume is {a}×{b}×{c}.", *steps.brief(rng, a, "×", b), *steps.brief(rng, a * b, "×", c)],
            a * b * c,
        )
    return Problem(
        "shapes",
        (a, b),
        question,
        "\n".join(lines),
        rng.choice((f"It is {result}.", f"The answer is {result}.")),
        Check.NUMBERS,
        (str(result),),
        value=result,
        explanation=lines[0],
    )


def share(rng: Random) -> Problem:
    """Which percentage, fractions as decimals and percent, and back."""
    roll = rng.random()
    if roll < 0.5:
        p = rng.choice((5, 10, 20, 25, 30, 40, 50, 60, 75, 80, rng.randint(1, 99)))
        whole = rng.choice((100, 200, 20, 40, 50, 60, 80, 120, 300, 400, 500, 1000))
        if whole * p % 100:
            whole = 100 * rng.randint(1, 9)
        part = whole * p // 100
        question = filled(
            rng,
            (
                "{a} is what percent of {b}?",
                "What percent of {b} is {a}?",
                "what percentage is {a} out of {b}",
                "{a} out of {b} in percent",
                "How many percent of {b} is {a}?",
                "I got {a} of {b} points. What percentage is that?",
                "{a} of {b} as a percentage",
                "{a} of the {b} people came, how many percent is that?",
            ),
            a=part,
            b=whole,
        )
        lines = [f"I need {part}×100÷{whole}.", f"{part}×100={part * 100}.", *steps.work(rng, part * 100, "÷", whole)]
        return Problem(
            "percentages", (part, whole), question, "\n".join(lines), f"It is {p}%.", Check.NUMBERS, (str(p),), value=p
        )
    b = rng.choice((2, 4, 5, 10, 20, 25, 50))
    a = rng.randint(1, b - 1)
    hundredths = a * 100 // b
    text = trimmed(hundredths, 2)
    if roll < 0.72:
        question = framed(
            rng,
            filled(
                rng,
                (
                    "{a}/{b} as a decimal",
                    "{a}/{b} as a decimal number",
                    "{a}/{b} in decimals",
                    "{a}/{b} written as a decimal",
                ),
                a=a,
                b=b,
            ),
        )
        return Problem(
            "fractions",
            (),
            question,
            f"{a}/{b} in hundredths: 100÷{b}={100 // b}, times {a} is {hundredths}.\n{hundredths} hundredths is {text}.",
            f"{a}/{b} = {text}.",
            Check.NUMBERS,
            (text,),
        )
    if roll < 0.86:
        question = framed(
            rng, filled(rng, ("{a}/{b} in percent", "{a}/{b} as a percentage", "{a}/{b} as percent"), a=a, b=b)
        )
        return Problem(
            "fractions",
            (),
            question,
            f"{a}/{b} in hundredths: 100÷{b}={100 // b}, times {a} is {hundredths}.",
            f"{a}/{b} is {hundredths}%.",
            Check.NUMBERS,
            (str(hundredths),),
        )
    g = gcd(hundredths, 100)
    result = f"{hundredths // g}/{100 // g}"
    question = framed(
        rng, filled(rng, ("{t} as a fraction", "{t} written as a fraction", "the fraction for {t}"), t=text)
    )
    return Problem(
        "fractions",
        (),
        question,
        f"{text} is {hundredths}/100.\nBoth divide by {g}: {result}.",
        f"{text} = {result}.",
        Check.NUMBERS,
        (result,),
    )
