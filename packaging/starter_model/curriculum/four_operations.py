"""Adding, subtracting, multiplying, dividing two numbers, and chains of them with brackets."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum import steps
from curriculum.phrasing import amount, framed
from curriculum.problem import Check, Problem

_PLUS = (
    "{a} + {b}", "{a}+{b}", "{a} + {b}", "{a}+{b}", "{a} plus {b}", "{a} and {b} added together", "the sum of {a} and {b}",
    "{a} added to {b}", "{a} and {b} together", "{b} more than {a}", "{a} increased by {b}", "the total of {a} and {b}", "{a} +{b}",
    "adding {a} and {b}", "{a} with {b} added", "sum({a}, {b})", "({a} + {b})", "the sum {a} + {b}",
)  # fmt: skip
_MINUS = (
    "{a} - {b}", "{a}-{b}", "{a} - {b}", "{a} − {b}", "{a} – {b}", "{a} minus {b}", "{a} take away {b}", "{b} less than {a}",
    "{a} less {b}", "{b} subtracted from {a}", "{a} reduced by {b}", "{a} decreased by {b}", "{a}−{b}",
    "subtracting {b} from {a}", "{b} taken from {a}", "{b} taken away from {a}", "{a} with {b} taken off", "({a} - {b})",
)  # fmt: skip
_TIMES = (
    "{a} * {b}", "{a}*{b}", "{a} × {b}", "{a}×{b}", "{a} x {b}", "{a}x{b}", "{a} · {b}", "{a} times {b}", "{a} X {b}", "{a}·{b}",
    "{a} multiplied by {b}", "the product of {a} and {b}", "{a} by {b} multiplied", "{a} lots of {b}", "multiplying {a} by {b}",
    "{a} groups of {b}", "{a} ∙ {b}", "{a} × {b}", "{a} * {b}", "({a} * {b})",
)  # fmt: skip
_OVER = (
    "{a} / {b}", "{a}/{b}", "{a} ÷ {b}", "{a}÷{b}", "{a} : {b}", "{a} divided by {b}", "{a} over {b}", "the quotient of {a} and {b}",
    "{a} split by {b}", "{a} ÷ {b}", "{a} / {b}", "dividing {a} by {b}", "{a} shared by {b}", "{a}:{b}",
)  # fmt: skip
_SAID = {
    "+": (
        "Add {a} and {b}.", "add {a} to {b}", "What do I get if I add {a} to {b}?", "How much do {a} and {b} make?",
        "{a} and {b}, what is the sum?", "Sum up {a} and {b}.", "Put {a} and {b} together. How many is that?", "sum of {a} {b}",
        "If you add {a} and {b}, what is the total?", "Can you add {a} and {b}?", "I have {a} and get {b} more. What is the total?",
        "Start with {a} and add {b}.", "Take {a}, add {b}.", "what number is {b} more than {a}?", "total of {a} & {b}?", "{a} & {b} added",
        "please add up {a} and {b}", "What happens when {a} is increased by {b}?", "Combine {a} with {b}.", "please sum {a} and {b}",
    ),
    "-": (
        "Subtract {b} from {a}.", "Take {b} away from {a}.", "What is left if I take {b} from {a}?", "How much more is {a} than {b}?",
        "What is the difference between {a} and {b}?", "difference of {a} and {b}", "If you subtract {b} from {a}, what remains?",
        "Start with {a} and take away {b}.", "I had {a} and lost {b}. What remains?", "remove {b} from {a}", "by how much is {a} bigger than {b}",
        "{a} take off {b}, what is left?", "How far is it from {b} to {a}?", "What must I add to {b} to get {a}?", "deduct {b} from {a}",
        "Can you subtract {b} from {a}?", "What do you get when you take {b} from {a}?",
    ),
    "×": (
        "Multiply {a} by {b}.", "multiply {a} and {b}", "What do I get if I multiply {a} with {b}?", "Find the product of {a} and {b}.",
        "How much is {a} taken {b} times?", "Can you multiply {a} by {b}?", "{a} and {b}, multiplied?", "If you multiply {a} by {b}, what comes out?",
        "Take {a} and multiply it by {b}.", "{a} rows of {b}: how many in all?", "times {a} by {b}", "product of {a}, {b}", "what is {a} * {b} equal to?",
    ),
    "÷": (
        "Divide {a} by {b}.", "divide {a} by {b} with remainder", "How many times does {b} go into {a}?", "Split {a} into {b} equal parts.",
        "What is {a} divided by {b}, with remainder?", "how often does {b} fit into {a}?", "Share {a} equally among {b}. What does each get?",
        "{a} into {b} groups?", "quotient and remainder of {a} and {b}", "Can you divide {a} by {b}?", "What do I get when I divide {a} by {b}?",
        "If {a} is divided by {b}, what is the result?", "what is {b} into {a}",
    ),
}  # fmt: skip
_FORMS = {"+": _PLUS, "-": _MINUS, "×": _TIMES, "÷": _OVER}
_ANSWERS = {
    "+": ("{a} + {b} = {r}.", "The sum of {a} and {b} is {r}."),
    "-": ("{a} - {b} = {r}.", "The difference is {r}."),
    "×": ("{a} × {b} = {r}.", "The product of {a} and {b} is {r}."),
    "÷": ("{a} ÷ {b} = {r}.", "{a} divided by {b} is {r}."),
}
KINDS = {"+": "addition", "-": "subtraction", "×": "multiplication", "÷": "division"}


def sized(rng: Random, most: int, least: int = 1) -> int:
    """A whole number whose number of digits is drawn first, so that short and long ones are as common."""
    digits = rng.randint(least, most)
    if digits == 1:
        return rng.randint(1, 9)
    if rng.random() < 0.06:
        return rng.randint(1, 99) * 10 ** max(0, digits - 2)
    return rng.randint(10 ** (digits - 1), 10**digits - 1)


def asked(rng: Random, sign: str, a: object, b: object) -> str:
    """A question for `a sign b`."""
    if rng.random() < 0.72 or (
        sign == "-" and isinstance(a, str) and a.isdigit() and isinstance(b, str) and b.isdigit() and int(a) < int(b)
    ):
        return framed(rng, rng.choice(_FORMS[sign]).format(a=a, b=b))
    return rng.choice(_SAID[sign]).format(a=a, b=b)


def _start(rng: Random, a: int, sign: str, b: int) -> str:
    return rng.choice((f"I need {a}{sign}{b}.", f"Work out {a}{sign}{b}."))


def operands(rng: Random, sign: str, *, long: bool = False) -> tuple[int, int]:
    """Two operands in the range the model claims; `long` goes past it."""
    if sign in "+-":
        most = 8 if long else 4
        a, b = sized(rng, most), sized(rng, most)
        if rng.random() < 0.03:
            b = 0
        return (max(a, b), min(a, b)) if sign == "-" and rng.random() < 0.8 else (a, b)
    if sign == "×":
        a, b = sized(rng, 5 if long else 4), sized(rng, 3 if long else 2)
        if rng.random() < 0.02:
            b = 0
        return (a, b) if rng.random() < 0.75 else (b, a)
    b = sized(rng, 2)
    b = max(b, 2) if rng.random() < 0.97 else 1
    if rng.random() < 0.35:
        return b * rng.randint(1, max(1, 9999 // b)), b
    return sized(rng, 6 if long else 4), b


def solved(rng: Random, a: int, sign: str, b: int) -> tuple[list[str], str, tuple[str, ...], str]:
    """Lines of thought, the result as text, what a check expects, and the answer sentence."""
    if 0 in (a, b) and sign in "×+-":
        result = {"+": a + b, "-": a - b, "×": 0}[sign]
        reason = (
            "Anything times 0 is 0."
            if sign == "×"
            else "0 changes nothing but the sign."
            if a == 0
            else "0 changes nothing."
        )
        lines = [reason, f"So {a}{sign}{b}={result}."]
        return lines, str(result), (str(result),), rng.choice(_ANSWERS[sign]).format(a=a, b=b, r=result)
    lines = steps.work(rng, a, sign, b)
    if sign == "÷":
        q, rest = divmod(a, b)
        if rest:
            text = f"{q} remainder {rest}"
            if b > 1:
                lines.append(f"Let me check: the remainder {rest} is smaller than {b}. Good.")
            return lines, text, (str(q), str(rest)), f"{a} ÷ {b} = {text}."
        return lines, str(q), (str(q),), rng.choice(_ANSWERS[sign]).format(a=a, b=b, r=q)
    result = {"+": a + b, "-": a - b, "×": a * b}[sign]
    if sign == "-" and a >= b and a > 20:
        lines.append(
            f"Let me check the last digit: {result % 10}+{b % 10}={result % 10 + b % 10}, and {a} ends in {a % 10}. Good."
        )
    if sign == "×" and a > 9 and b > 9:
        lines.append(
            f"Let me check the last digit: {a % 10}×{b % 10}={a % 10 * (b % 10)}, and {result} ends in {result % 10}. Good."
        )
    return lines, str(result), (str(result),), rng.choice(_ANSWERS[sign]).format(a=a, b=b, r=result)


def problem(rng: Random, sign: str, *, long: bool = False) -> Problem:
    """One problem of two operands."""
    a, b = operands(rng, sign, long=long)
    lines, text, expected, answer = solved(rng, a, sign, b)
    said_a, said_b = amount(rng, a), amount(rng, b)
    value = int(text) if len(expected) == 1 else None
    return Problem(
        kind=KINDS[sign] + (" (long)" if long else ""), key=(a, b), question=asked(rng, sign, said_a, said_b),
        thoughts="\n".join([_start(rng, a, sign, b), *lines]), answer=answer, check=Check.NUMBERS, expected=expected,
        explanation=explained(a, sign, b, text), value=value,
    )  # fmt: skip


def explained(a: int, sign: str, b: int, text: str) -> str:
    """One sentence for "why?"."""
    how = {
        "+": "I added the digits column by column and carried over",
        "-": "I subtracted the digits column by column and borrowed where needed",
        "×": "I multiplied digit by digit and added the parts",
        "÷": "I divided step by step from the left",
    }[sign]
    return f"{how}: {a} {sign} {b} = {text}."


def addition(rng: Random) -> Problem:
    return problem(rng, "+")


def subtraction(rng: Random) -> Problem:
    return problem(rng, "-")


def multiplication(rng: Random) -> Problem:
    return problem(rng, "×")


def division(rng: Random) -> Problem:
    return problem(rng, "÷")


def long_numbers(rng: Random) -> Problem:
    return problem(rng, rng.choice("+-×÷"), long=True)


_GLYPHS = {"+": ("+",), "-": ("-", "-", "−"), "×": ("*", "×", "x", "·"), "÷": ("/", "÷", ":")}
_SPOKEN = {"+": " plus ", "-": " minus ", "×": " times ", "÷": " divided by "}


def _written(rng: Random, tokens: list[str]) -> str:
    if rng.random() < 0.1 and "(" not in tokens:
        return "".join(_SPOKEN.get(t, t) for t in tokens)
    gap = rng.choice(("", " ", " "))
    glyph = {sign: rng.choice(glyphs) for sign, glyphs in _GLYPHS.items()}
    return "".join(f"{gap}{glyph[t]}{gap}" if t in glyph else t for t in tokens)


def _tokens(rng: Random, depth: int) -> list[str]:
    """A random expression of 3 or 4 numbers as tokens, with brackets now and then."""
    count = rng.choice((3, 3, 3, 4, 4, 5)) if depth == 0 else 2
    out: list[str] = []
    for i in range(count):
        if i:
            out.append(rng.choice("++--××÷" if depth == 0 else "++--×"))
        if depth == 0 and rng.random() < 0.3:
            out.extend(["(", *_tokens(rng, 1), ")"])
        else:
            out.append(str(sized(rng, rng.choice((1, 1, 2, 2, 3)))))
    return out


def chain(rng: Random) -> Problem:
    """Several operations: brackets first, then × and ÷, then + and -, each written on a line."""
    while True:
        tokens = _tokens(rng, 0)
        reduced = _reduce(rng, tokens)
        if reduced:
            break
    lines, result, numbers = reduced
    shown = "".join(tokens)
    order = []
    if "(" in tokens:
        order.append("Brackets first.")
    elif len({t for t in tokens if t in "×÷"}) and len({t for t in tokens if t in "+-"}):
        order.append("Times and divide come before plus and minus.")
    text = _written(rng, tokens)
    answer = rng.choice((f"The result is {result}.", f"{shown} = {result}.", f"The answer is {result}."))
    return Problem(
        kind="chain", key=tuple(numbers), question=framed(rng, text), thoughts="\n".join([f"I need {shown}.", *order, *lines]),
        answer=answer, check=Check.NUMBERS, expected=(str(result),), value=result,
        explanation=f"I did {'the brackets first, then ' if '(' in tokens else ''}one operation after the other: {shown} = {result}.",
    )  # fmt: skip


def _reduce(rng: Random, tokens: list[str]) -> tuple[list[str], int, list[int]] | None:
    """All steps of an expression, or None if a quotient is not whole or a number leaves the range."""
    left = list(tokens)
    numbers = [int(t) for t in tokens if t.isdigit()]
    lines: list[str] = []
    while len(left) > 1:
        start, end = 0, len(left)
        if ")" in left:
            end = left.index(")")
            start = max(i for i in range(end) if left[i] == "(") + 1
        inner = left[start:end]
        if len(inner) == 1:
            left[start - 1 : end + 1] = inner
            continue
        signs = [i for i, t in enumerate(inner) if t in "×÷"] or [i for i, t in enumerate(inner) if t in "+-"]
        at = signs[0]
        a, sign, b = int(inner[at - 1]), inner[at], int(inner[at + 1])
        if b < 0 or (a < 0 and sign in "×÷") or (sign == "÷" and (not b or a % b)) or abs(a) > 9999 or b > 9999:
            return None
        if sign == "×" and min(a, b) > 99:
            return None
        lines.extend(steps.brief(rng, a, sign, b))
        result = {"+": a + b, "-": a - b, "×": a * b, "÷": a // b if b else 0}[sign]
        left[start + at - 1 : start + at + 2] = [str(result)]
        if end < len(left) + 2 and start and len(inner) == 3:
            left[start - 1 : start + 2] = [str(result)]
        if len(left) > 1:
            lines.append(f"Now {''.join(left)}.")
    return lines, int(left[0]), numbers
