"""Times of day, durations, and units of measure."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum import steps
from curriculum.decimals import trimmed
from curriculum.phrasing import filled
from curriculum.problem import Check, Problem

_LONG = (
    "{h} h {m} min", "{h} hours and {m} minutes", "{h} hours {m} minutes", "{h}h {m}m", "{h}h{m:02d}", "{h} hrs {m} mins", "{h} hours and {m} min", "{h}h {m}min",
)  # fmt: skip
_AFTER = (
    "What time is {d} after {t}?", "{d} after {t}", "What time is it {d} after {t}?", "It is {t}. What time will it be in {d}?", "A train leaves at {t} and takes {d}. When does it arrive?",
    "The film starts at {t} and lasts {d}. When does it end?", "if it's {t} now, what time is it in {d}?", "add {d} to {t}", "{t} plus {d}", "{t} + {d}", "My shift starts at {t} and lasts {d}. When am I done?",
    "I leave at {t} and drive {d}. When am I there?", "what is the time {d} later than {t}", "start {t}, duration {d}, end?", "The flight departs at {t} and is {d} long. When do we land?", "When is it {d} past {t}?",
    "The cake goes in the oven at {t} and bakes for {d}. When is it ready?", "From {t}, what time is it {d} later?", "i start at {t} and need {d}, when do i finish",
)  # fmt: skip
_BEFORE = (
    "What time is {d} before {t}?", "{d} before {t}", "I must be there at {t} and need {d}. When do I have to leave?", "It is {t}. What time was it {d} ago?", "{t} minus {d}", "subtract {d} from {t}",
    "The film ended at {t} and lasted {d}. When did it start?", "A bus arrived at {t} after {d}. When did it leave?", "what was the time {d} earlier than {t}?", "Dinner is at {t} and takes {d} to cook. When should I start?",
)  # fmt: skip
_BETWEEN = (
    "How long is it from {s} to {t}?", "How much time is between {s} and {t}?", "from {s} to {t}, how long?", "A train leaves at {s} and arrives at {t}. How long is the trip?", "how many hours and minutes from {s} until {t}",
    "I slept from {s} to {t}. How long did I sleep?", "{s} to {t} is how long?", "The lesson goes from {s} to {t}. How long is it?", "duration between {s} and {t}", "time from {s} till {t}?", "I worked from {s} until {t}. How long was that?",
    "The shop is open from {s} to {t}. How long is that?",
)  # fmt: skip


def _clock(rng: Random, minute: int) -> str:
    h, m = divmod(minute % 1440, 60)
    roll = rng.random()
    if roll < 0.82:
        return f"{h:02d}:{m:02d}" if rng.random() < 0.7 else f"{h}:{m:02d}"
    if roll < 0.88 and m == 0:
        return f"{h} o'clock" if 0 < h < 13 else f"{h}:00"
    half = "am" if h < 12 else "pm"
    gap = rng.choice(("", " "))
    return f"{(h - 1) % 12 + 1}:{m:02d}{gap}{half}" if m or rng.random() < 0.5 else f"{(h - 1) % 12 + 1}{gap}{half}"


def _plain(minute: int) -> str:
    h, m = divmod(minute % 1440, 60)
    return f"{h:02d}:{m:02d}"


def _minutes(rng: Random) -> int:
    return rng.choice(
        (rng.randrange(0, 1440, 5), rng.randrange(0, 1440), rng.randrange(0, 1440, 15), rng.randrange(0, 1440, 60))
    )


def _duration(rng: Random) -> tuple[int, str]:
    roll = rng.random()
    if roll < 0.2:
        m = rng.randint(1, 95)
        return m, rng.choice((f"{m} minutes", f"{m} min", f"{m} mins"))
    if roll < 0.32:
        h = rng.randint(1, 20)
        return h * 60, rng.choice((f"{h} hour{'s' if h > 1 else ''}", f"{h} h"))
    if roll < 0.36:
        return rng.choice(
            (
                (30, "half an hour"),
                (15, "a quarter of an hour"),
                (90, "an hour and a half"),
                (60, "an hour"),
                (45, "three quarters of an hour"),
            )
        )
    h, m = rng.randint(1, 14), rng.randint(1, 59)
    return h * 60 + m, rng.choice(_LONG).format(h=h, m=m)


def later(rng: Random) -> Problem:
    """A time plus or minus a duration, over midnight too."""
    t, (d, said) = _minutes(rng), _duration(rng)
    h, m = divmod(t, 60)
    dh, dm = divmod(d, 60)
    if rng.random() < 0.68:
        lines = [f"Start at {_plain(t)}, add {dh} h {dm} min.", f"Minutes: {m}+{dm}={m + dm}."]
        over = (m + dm) // 60
        if over:
            lines.append(f"That is 60 or more: {m + dm}-60={m + dm - 60}, carry 1 hour.")
        hours = h + dh + over
        lines.append(f"Hours: {h}+{dh}{'+1' if over else ''}={hours}.")
        if hours >= 24:
            lines.append(f"That is past midnight: {hours}-24={hours - 24}.")
        result, templates = (t + d) % 1440, _AFTER
        tail = " on the next day" if t + d >= 1440 else ""
    else:
        lines = [f"Start at {_plain(t)}, take away {dh} h {dm} min."]
        under = m < dm
        if under:
            lines.append(f"Minutes: {m} is less than {dm}, borrow 1 hour: {m + 60}-{dm}={m + 60 - dm}.")
        else:
            lines.append(f"Minutes: {m}-{dm}={m - dm}.")
        hours = h - dh - under
        if hours < 0:
            lines.append(
                f"Hours: {h}-{dh}{'-1' if under else ''} is below zero, go back past midnight: {h + 24}-{dh}{'-1' if under else ''}={hours + 24}."
            )
        else:
            lines.append(f"Hours: {h}-{dh}{'-1' if under else ''}={hours}.")
        result, templates = (t - d) % 1440, _BEFORE
        tail = " on the day before" if t < d else ""
    lines.append(f"So the time is {_plain(result)}.")
    question = filled(rng, templates, t=_clock(rng, t), d=said)
    return Problem(
        "times",
        (t, d),
        question,
        "\n".join(lines),
        f"It is {_plain(result)}{tail}.",
        Check.NUMBERS,
        (_plain(result),),
        explanation=f"I added the minutes and the hours apart and got {_plain(result)}."
        if templates is _AFTER
        else f"I took away the minutes and the hours apart and got {_plain(result)}.",
    )


def between(rng: Random) -> Problem:
    """How long from one time to another."""
    s, t = _minutes(rng), _minutes(rng)
    if s > t and rng.random() < 0.6:
        s, t = t, s
    (h, m), (th, tm) = divmod(s, 60), divmod(t, 60)
    lines = [f"From {_plain(s)} to {_plain(t)}."]
    if t < s:
        lines.append(f"It goes past midnight, so count {th}+24={th + 24} hours.")
        th += 24
    under = tm < m
    lines.append(
        f"Minutes: {tm} is less than {m}, borrow 1 hour: {tm + 60}-{m}={tm + 60 - m}."
        if under
        else f"Minutes: {tm}-{m}={tm - m}."
    )
    lines.append(f"Hours: {th}-{h}{'-1' if under else ''}={th - h - under}.")
    dh, dm = divmod((t - s) % 1440, 60)
    lines.append(f"So it takes {dh} h {dm} min.")
    return Problem(
        "times",
        (s, t),
        filled(rng, _BETWEEN, s=_clock(rng, s), t=_clock(rng, t)),
        "\n".join(lines),
        f"It is {dh} hours and {dm} minutes.",
        Check.NUMBERS,
        (str(dh), str(dm)),
        explanation=f"I took the start from the end: {dh} hours and {dm} minutes.",
    )


_UNITS = (
    ("m", "metres", "cm", "centimetres", 2), ("km", "kilometres", "m", "metres", 3), ("kg", "kilograms", "g", "grams", 3), ("cm", "centimetres", "mm", "millimetres", 1),
    ("l", "litres", "ml", "millilitres", 3), ("m", "meters", "mm", "millimeters", 3), ("t", "tonnes", "kg", "kilograms", 3), ("euros", "euros", "cents", "cents", 2), ("km", "kilometers", "m", "meters", 3), ("dollars", "dollars", "cents", "cents", 2),
    ("m", "meters", "cm", "centimeters", 2), ("L", "liters", "mL", "milliliters", 3),
)  # fmt: skip
_TIME_UNITS = (
    ("hours", "minutes", 60),
    ("minutes", "seconds", 60),
    ("days", "hours", 24),
    ("weeks", "days", 7),
    ("years", "months", 12),
    ("dozen", "pieces", 12),
    ("feet", "inches", 12),
    ("h", "min", 60),
    ("min", "s", 60),
)
_CONVERT = (
    "How many {b} are {n} {a}?", "convert {n} {a} to {b}", "{n} {a} in {b}", "How many {b} are in {n} {a}?", "{n} {a} = ? {b}", "What is {n} {a} in {b}?", "{n} {a} to {b}", "express {n} {a} in {b}", "How much is {n} {a} in {b}?", "change {n} {a} into {b}",
    "{n} {a} are how many {b}?", "Turn {n} {a} into {b}.",
)  # fmt: skip


def units(rng: Random) -> Problem:
    """Conversions: powers of ten by moving the point, time units by multiplying or dividing with remainder."""
    if rng.random() < 0.55:
        big, big_word, small, small_word, shift = rng.choice(_UNITS)
        words = rng.random() < 0.5
        a, b = (big_word, small_word) if words else (big, small)
        if rng.random() < 0.55:
            places = rng.choice((0, 0, 1, 2))
            digits = rng.randint(1, 99 * 10**places)
            n = trimmed(digits, places)
            places = len(n.partition(".")[2])
            result = trimmed(int(n.replace(".", "")) * 10**shift, places)
            lines = [
                f"1 {a} is {10**shift} {b}.",
                f"Multiply {n} by {10**shift}: move the point {shift} place{'s' if shift > 1 else ''} to the right.",
                f"That is {result}.",
            ]
        else:
            a, b = b, a
            n = str(rng.choice((rng.randint(1, 99) * 10 ** max(1, shift - 1), rng.randint(1, 9999))))
            result = trimmed(int(n), shift)
            lines = [
                f"{10**shift} {a} is 1 {b}.",
                f"Divide {n} by {10**shift}: move the point {shift} place{'s' if shift > 1 else ''} to the left.",
                f"That is {result}.",
            ]
        return Problem(
            "units",
            (n, a, b),
            filled(rng, _CONVERT, n=n, a=a, b=b),
            "\n".join(lines),
            f"{n} {a} = {result} {b}.",
            Check.NUMBERS,
            (result,),
            explanation=lines[0] + " " + lines[1],
        )
    big, small, factor = rng.choice(_TIME_UNITS)
    roll = rng.random()
    if roll < 0.5:
        n = rng.randint(1, 60)
        lines = [f"1 {big} is {factor} {small}, so {n}×{factor}.", *steps.brief(rng, n, "×", factor)]
        return Problem(
            "units",
            (n, factor),
            filled(rng, _CONVERT, n=n, a=big, b=small),
            "\n".join(lines),
            f"{n} {big} = {n * factor} {small}.",
            Check.NUMBERS,
            (str(n * factor),),
            value=n * factor,
            explanation=f"1 {big} is {factor} {small}, and {n} times {factor} is {n * factor}.",
        )
    n = rng.randint(1, 20) * factor if roll < 0.65 else rng.randint(factor, factor * 20)
    q, rest = divmod(n, factor)
    lines = [f"{factor} {small} make 1 {big}, so {n}÷{factor}.", *steps.work(rng, n, "÷", factor)]
    answer = f"{n} {small} = {q} {big}" + (f" and {rest} {small}." if rest else ".")
    question = filled(rng, _CONVERT, n=n, a=small, b=big)
    if rest and rng.random() < 0.6:
        question = filled(
            rng,
            (
                "How many {b} and {a} are {n} {a}?",
                "convert {n} {a} to {b} and {a}",
                "{n} {a} in {b} and {a}",
                "Write {n} {a} as {b} and {a}.",
            ),
            n=n,
            a=small,
            b=big,
        )
    return Problem(
        "units",
        (n, factor),
        question,
        "\n".join(lines),
        answer,
        Check.NUMBERS,
        (str(q), str(rest)) if rest else (str(q),),
        explanation=lines[0],
    )


def speed(rng: Random) -> Problem:
    """Distance, speed and time with whole numbers."""
    v, h = rng.choice((rng.randint(3, 30), rng.randint(4, 26) * 5)), rng.randint(2, 9)
    d = v * h
    who = rng.choice(("A car", "A train", "A cyclist", "A bus", "A runner", "A boat", "A plane"))
    roll = rng.random()
    if roll < 0.4:
        q = rng.choice(
            (
                f"{who} goes {v} km per hour for {h} hours. How far does it get?",
                f"{who} travels at {v} km/h for {h} hours. What distance is that?",
                f"how far do you get in {h} hours at {v} km/h?",
            )
        )
        return Problem(
            "units",
            (v, h),
            q,
            "\n".join([f"Distance is speed times time: {v}×{h}.", *steps.brief(rng, v, "×", h)]),
            f"The distance is {d} km.",
            Check.NUMBERS,
            (str(d),),
            value=d,
            explanation=f"{v} km each hour for {h} hours make {d} km.",
        )
    if roll < 0.7:
        q = rng.choice(
            (
                f"{who} travels {d} km in {h} hours. How fast is that in km/h?",
                f"{d} km in {h} hours, what speed is that?",
                f"{who} needs {h} hours for {d} km. What is its average speed?",
            )
        )
        return Problem(
            "units",
            (d, h),
            q,
            "\n".join([f"Speed is distance divided by time: {d}÷{h}.", *steps.brief(rng, d, "÷", h)]),
            f"The speed is {v} km/h.",
            Check.NUMBERS,
            (str(v),),
            value=v,
            explanation=f"{d} km divided by {h} hours is {v} km per hour.",
        )
    q = rng.choice(
        (
            f"{who} goes {v} km/h. How many hours does it need for {d} km?",
            f"How long does it take to go {d} km at {v} km/h?",
            f"{d} km at {v} km per hour: how many hours?",
        )
    )
    return Problem(
        "units",
        (d, v),
        q,
        "\n".join([f"Time is distance divided by speed: {d}÷{v}.", *steps.brief(rng, d, "÷", v)]),
        f"It takes {h} hours.",
        Check.NUMBERS,
        (str(h),),
        value=h,
        explanation=f"{d} divided by {v} is {h}.",
    )
