"""Comparing and sorting numbers, decimals among them, and adding decimals."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum import steps
from curriculum.four_operations import asked, sized
from curriculum.phrasing import filled, framed
from curriculum.problem import Check, Problem

_BIGGER = (
    "Which is bigger, {a} or {b}?", "which is larger: {a} or {b}", "Which number is greater, {a} or {b}?", "What is more, {a} or {b}?",
    "{a} or {b}, which one is bigger?", "Is {a} or {b} larger?", "compare {a} and {b}", "Compare {a} with {b}: which is greater?",
    "What's bigger {a} or {b}", "bigger number: {a} vs {b}?", "{a} vs {b}", "Of {a} and {b}, which is the larger one?", "{a} vs. {b}: which is larger?",
    "Between {a} and {b}, which is the greater number?", "max of {a} and {b}", "Which one is higher, {a} or {b}?", "maximum of {a}, {b}?",
    "Tell me the bigger of {a} and {b}.", "I have two numbers, {a} and {b}. Which is bigger?", "who is larger {a} or {b}", "is bigger {a} or {b}?",
)  # fmt: skip
_SMALLER = (
    "Which is smaller, {a} or {b}?", "which is less: {a} or {b}", "Which number is lower, {a} or {b}?", "min of {a} and {b}", "What is less, {a} or {b}?",
    "{a} or {b}, which one is smaller?", "Tell me the smaller of {a} and {b}.", "smaller number: {a} or {b}?", "Which of {a} and {b} is the least?",
    "Between {a} and {b}, which is smaller?", "Is {a} or {b} smaller?",
)  # fmt: skip
_TRUE = (
    "Is {a} bigger than {b}?", "is {a} greater than {b}", "Is {a} more than {b}?", "Is {a} larger than {b}?", "{a} > {b}?", "Is it true that {a} > {b}?",
    "Is {a} higher than {b}?", "would you say {a} is bigger than {b}?",
)  # fmt: skip
_SORT = {
    False: (
        "Sort {x}.", "Sort these numbers: {x}", "sort from smallest to largest: {x}", "Put {x} in order.", "Order these numbers: {x}.", "{x} in ascending order",
        "Arrange {x} from small to large.", "Please sort {x} in ascending order.", "Put these in order, smallest first: {x}", "can you sort {x} for me?",
        "{x} sorted?", "list {x} in increasing order", "Which order do these go in, lowest first: {x}", "rank from lowest to highest {x}", "order: {x}",
    ),
    True: (
        "Sort from largest to smallest: {x}", "Put {x} in descending order.", "{x}, biggest first", "Arrange {x} from large to small.", "order {x} from high to low",
        "Sort {x} descending.", "list {x} in decreasing order", "Put these in order, largest first: {x}", "sort backwards, biggest to smallest: {x}",
    ),
}  # fmt: skip


def decimal(rng: Random) -> str:
    """A short decimal; those with few digits after the point are common, as in 9.9 against 9.11."""
    places = rng.choice((1, 1, 2, 2, 3))
    whole = rng.choice((rng.randint(0, 9), rng.randint(0, 30), rng.randint(0, 300)))
    return f"{whole}.{rng.randint(1, 10**places - 1):0{places}d}"


def _pair(rng: Random) -> tuple[str, str]:
    roll = rng.random()
    if roll < 0.3:
        return str(sized(rng, 5)), str(sized(rng, 5))
    if roll < 0.45:
        n = sized(rng, 5, 2)
        return str(n), str(max(1, n + rng.choice((-1, 1, 9, -9, 10, -10, 90, -90))))
    if roll < 0.85:
        whole = rng.choice((rng.randint(0, 12), rng.randint(0, 120)))
        a, b = (f"{whole}.{rng.randint(1, 99)}" for _ in "ab")
        if rng.random() < 0.4:
            a, b = f"{whole}.{rng.randint(1, 9)}", f"{whole}.{rng.randint(10, 99)}"
        return (a, b) if rng.random() < 0.5 else (b, a)
    return decimal(rng), decimal(rng)


def weighed(a: str, b: str) -> tuple[list[str], int]:
    """The lines that compare two written numbers, and -1, 0 or 1 for a below, equal to or above b."""
    whole_a, _, part_a = a.partition(".")
    whole_b, _, part_b = b.partition(".")
    if int(whole_a) != int(whole_b):
        sign = 1 if int(whole_a) > int(whole_b) else -1
        word = "bigger" if sign > 0 else "smaller"
        if "." in a + b:
            lines = [f"Compare the whole parts: {int(whole_a)} is {word} than {int(whole_b)}."]
        elif len(whole_a) != len(whole_b):
            lines = [f"{a} has {len(whole_a)} digit{'s' if len(whole_a) > 1 else ''} and {b} has {len(whole_b)}."]
        else:
            at = next(i for i in range(len(whole_a)) if whole_a[i] != whole_b[i])
            lines = [f"Both have {len(whole_a)} digits. The first digit that differs: {whole_a[at]} and {whole_b[at]}."]
        return [*lines, f"So {a} is {word} than {b}."], sign
    if not part_a and not part_b:
        return ["Both are the same number."], 0
    width = max(len(part_a), len(part_b))
    lines = [f"The whole parts are both {int(whole_a)}."]
    if len(part_a) != len(part_b):
        lines.append("Wait, more digits do not make it bigger. Let me write both with the same number of places.")
    padded_a, padded_b = part_a.ljust(width, "0"), part_b.ljust(width, "0")
    lines.append(f"After the point: {padded_a} and {padded_b}.")
    if padded_a == padded_b:
        return [*lines, "They are equal."], 0
    sign = 1 if padded_a > padded_b else -1
    word = "bigger" if sign > 0 else "smaller"
    return [*lines, f"{padded_a} is {word} than {padded_b}, so {a} is {word} than {b}."], sign


def compare(rng: Random) -> Problem:
    """Which of two is bigger, smaller, or whether one is bigger."""
    a, b = _pair(rng)
    lines, sign = weighed(a, b)
    roll = rng.random()
    key = (a, b)
    if roll < 0.2:
        yes = sign > 0
        answer = (
            f"Yes, {a} is bigger than {b}." if yes else f"No, {a} is {'equal to' if not sign else 'smaller than'} {b}."
        )
        return Problem(
            "comparing",
            key,
            filled(rng, _TRUE, a=a, b=b),
            "\n".join([f"I compare {a} and {b}.", *lines]),
            answer,
            Check.YES_NO,
            ("Yes" if yes else "No",),
        )
    smaller = roll < 0.45
    question = filled(rng, _SMALLER if smaller else _BIGGER, a=a, b=b)
    thoughts = "\n".join([f"I compare {a} and {b} and want the {'smaller' if smaller else 'bigger'} one.", *lines])
    if not sign:
        return Problem("comparing", key, question, thoughts, f"{a} and {b} are equal.", Check.MENTIONS, ("equal",))
    wanted = a if (sign > 0) != smaller else b
    answer = rng.choice(("The {w} number is {x}.", "The {w} one is {x}.")).format(
        w="smaller" if smaller else "bigger", x=wanted
    )
    return Problem("comparing", key, question, thoughts, answer, Check.NUMBERS, (wanted,), explanation=lines[-1])


def _number(text: str) -> tuple[int, str]:
    whole, _, part = text.partition(".")
    return int(whole), part.ljust(6, "0")


def sort(rng: Random) -> Problem:
    """Sorting by picking the smallest (or largest) of what is left."""
    count = rng.randint(3, 7)
    if rng.random() < 0.35:
        whole = rng.randint(0, 20)
        values = [f"{whole + rng.choice((0, 0, 0, 1))}.{rng.randint(1, rng.choice((9, 99)))}" for _ in range(count)]
    else:
        most = rng.choice((1, 2, 2, 3, 4))
        values = [str(sized(rng, most)) for _ in range(count)]
    down = rng.random() < 0.35
    glue = rng.choice((", ", ", ", ",", " ", "; "))
    shown = glue.join(values)
    if glue == ", " and rng.random() < 0.3:
        shown = ", ".join(values[:-1]) + " and " + values[-1]
    rest, done, lines = list(values), [], []
    while rest:
        pick = (max if down else min)(rest, key=_number)
        rest.remove(pick)
        done.append(pick)
        if len(rest) > 1:
            lines.append(f"The {'largest' if down else 'smallest'} is {pick}. Left: {', '.join(rest)}.")
        elif rest:
            lines.append(f"The {'largest' if down else 'smallest'} is {pick}. Left: {rest[0]}.")
    result = ", ".join(done)
    lines.append(f"In order: {result}.")
    answer = rng.choice(("In order: {r}.", "Sorted: {r}.", "{r}")).format(r=result)
    direction = "from largest to smallest" if down else "from smallest to largest"
    return Problem(
        "sorting numbers", tuple(values), filled(rng, _SORT[down], x=shown), "\n".join([f"I sort {', '.join(values)} {direction}.", *lines]),
        answer, Check.NUMBERS, tuple(done), explanation=f"I always took the {'largest' if down else 'smallest'} number that was left.",
    )  # fmt: skip


def trimmed(digits: int, places: int) -> str:
    """An integer with its point moved left by `places`, without zeros at the end."""
    text = f"{digits:0{places + 1}d}"
    whole, part = text[: len(text) - places], text[len(text) - places :].rstrip("0")
    return f"{whole}.{part}" if part else whole


def decimal_sum(rng: Random) -> Problem:
    """Adding, subtracting, or multiplying by a whole number: the point goes away and comes back."""
    sign = rng.choice("++--×")
    places = rng.choice((1, 1, 2))
    a, b = rng.randint(2, 99 * 10**places), rng.randint(2, 99 * 10**places)
    if sign == "×":
        b = rng.randint(2, 25)
        text_a, text_b = trimmed(a, places), str(b)
        lines = [f"Without the point: {a}×{b}.", *steps.work(rng, a, "×", b)]
        result = trimmed(a * b, places)
    else:
        if sign == "-" and a < b:
            a, b = b, a
        text_a, text_b = trimmed(a, places), trimmed(b, places)
        lines = [
            f"Both with {places} place{'s' if places > 1 else ''} after the point, without the point: {a} and {b}.",
            *steps.work(rng, a, sign, b),
        ]
        result = trimmed(a + b if sign == "+" else a - b, places)
    lines.append(f"Put the point back, {places} place{'s' if places > 1 else ''}: {result}.")
    question = asked(rng, sign, text_a, text_b)
    answer = rng.choice((f"The answer is {result}.", f"{text_a} {sign} {text_b} = {result}."))
    return Problem(
        "decimals",
        (text_a, text_b),
        question,
        "\n".join([f"I need {text_a}{sign}{text_b}.", *lines]),
        answer,
        Check.NUMBERS,
        (result,),
        explanation=f"I left out the point, calculated with whole numbers and put it back: {result}.",
    )


_ROUND = {
    10: ("{n} rounded to the nearest ten", "{n} to the nearest 10"),
    100: ("{n} rounded to the nearest hundred", "{n} to the nearest 100"),
}


def rounding(rng: Random) -> Problem:
    """Rounding to tens or hundreds."""
    to = rng.choice((10, 100))
    n = rng.randint(to // 2, 9999)
    low = n // to * to
    digit = n // (to // 10) % 10
    up = digit >= 5
    result = low + to if up else low
    lines = [
        f"{n} is between {low} and {low + to}.",
        f"The digit after the rounding place is {digit}, so round {'up' if up else 'down'}.",
    ]
    question = (
        framed(rng, filled(rng, _ROUND[to], n=n))
        if rng.random() < 0.5
        else rng.choice((f"Round {n} to the nearest {to}.", f"round {n} to {'tens' if to == 10 else 'hundreds'}"))
    )
    return Problem(
        "rounding",
        (n, to),
        question,
        "\n".join(lines),
        f"Rounded to the nearest {to}, {n} becomes {result}.",
        Check.NUMBERS,
        (str(result),),
        value=result,
    )
