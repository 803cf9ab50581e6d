"""Weekdays and dates: days from now, days between dates in one year, months and their lengths."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum.phrasing import filled, framed
from curriculum.problem import Check, Problem

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ORDINAL = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}

_DAY_AFTER = (
    "What day is {n} days after {d}?", "Today is {d}. What day is it in {n} days?", "{n} days after {d}", "If today is {d}, what day will it be in {n} days?", "which weekday comes {n} days after {d}",
    "it's {d}, what day is it {n} days from now?", "{d} plus {n} days", "What weekday is {n} days from {d}?", "in {n} days after {d}, which day is it", "My parcel comes {n} days after {d}. What day is that?",
    "Today's {d}. My exam is in {n} days. On which weekday is it?", "It is {d} today. Which day will it be {n} days later?",
)  # fmt: skip
_DAY_BEFORE = (
    "What day was {n} days before {d}?", "Today is {d}. What day was it {n} days ago?", "{n} days before {d}", "If today is {d}, which weekday was {n} days ago?", "{d} minus {n} days",
    "it is {d}, what day was it {n} days earlier?",
)  # fmt: skip


def weekday(rng: Random) -> Problem:
    """A weekday some days on or back: the remainder by 7, then day by day."""
    day = rng.randrange(7)
    n = rng.choice((rng.randint(1, 7), rng.randint(1, 30), rng.randint(1, 100), rng.randint(1, 365)))
    back = rng.random() < 0.3
    weeks, rest = divmod(n, 7)
    name = DAYS[day]
    lines = []
    if n >= 7:
        lines.append(f"A week has 7 days: {n}={weeks}×7+{rest}, so {rest} day{'' if rest == 1 else 's'} count.")
    walk = [DAYS[(day + (-i if back else i)) % 7] for i in range(rest + 1)]
    lines.append(
        f"{'Back' if back else 'On'} from {walk[0]}: {', '.join(f'{w} ({i})' for i, w in enumerate(walk[1:], 1))}."
        if rest
        else f"It is {name} again."
    )
    result = walk[-1]
    special = rng.random()
    question = filled(rng, _DAY_BEFORE if back else _DAY_AFTER, d=name, n=n)
    if n == 1 and special < 0.7:
        question = rng.choice(
            (f"What day comes before {name}?", f"Today is {name}. What day was yesterday?", f"the day before {name}?")
            if back
            else (
                f"What day comes after {name}?",
                f"Today is {name}. What day is tomorrow?",
                f"which day follows {name}",
            )
        )
    elif n == 2 and special < 0.5:
        question = rng.choice(
            (f"What day was it the day before yesterday if today is {name}?",)
            if back
            else (
                f"Today is {name}. What is the day after tomorrow?",
                f"If tomorrow is {DAYS[(day + 1) % 7]}, what is the day after tomorrow?",
            )
        )
    elif n == 14 and special < 0.5:
        question = f"Today is {name}. Which day is it {'two weeks ago' if back else 'in two weeks'}?"
    return Problem(
        "weekdays",
        (day, n, back),
        question,
        "\n".join([f"Start on {name}, {n} day{'' if n == 1 else 's'} {'back' if back else 'on'}.", *lines]),
        rng.choice((f"It is {result}.", f"That is a {result}.")) if not back else f"It was {result}.",
        Check.CHOICE,
        (result, *[d for d in DAYS if d != result]),
        explanation=f"Every 7 days the weekday is the same, so only {rest} of the {n} days count.",
    )


def said_date(rng: Random, month: int, day: int) -> str:
    """A date without year as people write it."""
    name = MONTHS[month]
    ending = _ORDINAL.get(day, "th")
    return rng.choice(
        (
            f"{name} {day}",
            f"{day} {name}",
            f"{name} {day}{ending}",
            f"{day}{ending} of {name}",
            f"the {day}{ending} of {name}",
            f"{name[:3]} {day}",
            f"{day} {name[:3]}",
            f"{name} {day}",
        )
    )


_SPAN = (
    "How many days are there between {a} and {b}?", "How many days from {a} to {b}?", "days between {a} and {b}", "How many days is it from {a} until {b}?", "If today is {a}, how many days until {b}?", "number of days from {a} to {b}",
    "Today is {a}. My birthday is on {b}. How many days do I have to wait?", "count the days between {a} and {b}", "how long is it from {a} to {b} in days", "It is {a}. The holidays start on {b}. How many days until then?", "{a} to {b}: how many days?",
    "Days from {a} till {b} of the same year?",
)  # fmt: skip


def span(rng: Random) -> Problem:
    """Days between two dates of one year that is not a leap year: rest of the month, whole months, then the day."""
    a, b = sorted((rng.randrange(12), rng.randrange(12)))
    if rng.random() < 0.35:
        b = min(11, a + rng.randint(0, 2))
    first, last = rng.randint(1, LENGTHS[a]), rng.randint(1, LENGTHS[b])
    if a == b and first > last:
        first, last = last, first
    lines = [f"From {MONTHS[a]} {first} to {MONTHS[b]} {last}."]
    if a == b:
        total = last - first
        lines.append(f"Same month: {last}-{first}={total}.")
    else:
        total = LENGTHS[a] - first
        lines.append(f"{MONTHS[a]} has {LENGTHS[a]} days: {LENGTHS[a]}-{first}={total}.")
        for m in range(a + 1, b):
            lines.append(f"{MONTHS[m]}: {total}+{LENGTHS[m]}={total + LENGTHS[m]}.")
            total += LENGTHS[m]
        lines.append(f"{MONTHS[b]}: {total}+{last}={total + last}.")
        total += last
    if a <= 1 and b >= 2:
        lines.append("I take a year that is not a leap year.")
    return Problem(
        "dates",
        (a, first, b, last),
        filled(rng, _SPAN, a=said_date(rng, a, first), b=said_date(rng, b, last)),
        "\n".join(lines),
        f"The number of days is {total}.",
        Check.NUMBERS,
        (str(total),),
        value=total,
        explanation="I counted the rest of the first month, the whole months between, and the days of the last month.",
    )


_DATE_AFTER = (
    "What date is {n} days after {a}?", "{n} days after {a}", "Today is {a}. What date is it in {n} days?", "which date comes {n} days after {a}", "If today is {a}, what is the date in {n} days?", "{a} plus {n} days", "I ordered it on {a} and it takes {n} days. On which date does it come?",
)  # fmt: skip


def date_after(rng: Random) -> Problem:
    """A date some days on, over the ends of months."""
    month, n = rng.randrange(12), rng.choice((rng.randint(1, 20), rng.randint(1, 80)))
    day = rng.randint(1, LENGTHS[month])
    lines, m, left = [f"Start on {MONTHS[month]} {day}, add {n}: {day}+{n}={day + n}."], month, day + n
    while left > LENGTHS[m]:
        lines.append(
            f"{MONTHS[m]} has only {LENGTHS[m]} days: {left}-{LENGTHS[m]}={left - LENGTHS[m]}, on to {MONTHS[(m + 1) % 12]}."
        )
        left -= LENGTHS[m]
        m = (m + 1) % 12
    lines.append(f"{left} is in {MONTHS[m]}.")
    answer = f"It is {MONTHS[m]} {left}."
    return Problem(
        "dates",
        (month, day, n),
        filled(rng, _DATE_AFTER, a=said_date(rng, month, day), n=n),
        "\n".join(lines),
        answer,
        Check.MENTIONS,
        (f"{MONTHS[m]} {left}.",),
        explanation="I added the days and went on to the next month whenever one was full.",
    )


def months(rng: Random) -> Problem:
    """Lengths and order of months, months on or back."""
    m = rng.randrange(12)
    roll = rng.random()
    others = tuple(MONTHS)
    if roll < 0.3:
        q = filled(
            rng,
            (
                "How many days does {m} have?",
                "How many days are in {m}?",
                "days in {m}",
                "number of days in {m}?",
                "how long is {m} in days",
            ),
            m=MONTHS[m],
        )
        tail = " It has 29 in a leap year." if m == 1 else ""
        return Problem(
            "dates",
            (),
            q,
            f"{MONTHS[m]} is month {m + 1}. It has {LENGTHS[m]} days.{tail}",
            f"{MONTHS[m]} has {LENGTHS[m]} days.",
            Check.NUMBERS,
            (str(LENGTHS[m]),),
            value=LENGTHS[m],
        )
    if roll < 0.5:
        q = filled(
            rng, ("Which month is number {n}?", "What is the {n}. month of the year?", "month number {n}?"), n=m + 1
        )
        return Problem(
            "dates",
            (),
            q,
            f"I count the months: {', '.join(f'{x} ({i})' for i, x in enumerate(MONTHS[: m + 1], 1))}.",
            f"It is {MONTHS[m]}.",
            Check.CHOICE,
            (MONTHS[m], *[x for x in others if x != MONTHS[m]]),
        )
    n = rng.randint(1, 14)
    back = rng.random() < 0.4
    walk = [MONTHS[(m + (-i if back else i)) % 12] for i in range(n + 1)]
    q = (
        framed(rng, f"the month {n} months {'before' if back else 'after'} {MONTHS[m]}")
        if rng.random() < 0.3
        else rng.choice(
            (
                f"Which month {'was' if back else 'is'} {n} months {'before' if back else 'after'} {MONTHS[m]}?",
                f"It is {MONTHS[m]}. Which month {'was it' + f' {n} months ago' if back else 'is it' + f' in {n} months'}?",
            )
        )
    )
    if n == 1:
        q = rng.choice(
            (
                f"Which month comes {'before' if back else 'after'} {MONTHS[m]}?",
                f"what month is {'before' if back else 'after'} {MONTHS[m]}",
            )
        )
    return Problem(
        "dates",
        (m, n, back),
        q,
        f"From {walk[0]}: {', '.join(f'{w} ({i})' for i, w in enumerate(walk[1:], 1))}.",
        f"It {'was' if back else 'is'} {walk[-1]}.",
        Check.CHOICE,
        (walk[-1], *[x for x in others if x != walk[-1]]),
    )
