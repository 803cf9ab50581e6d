"""Time in words, how much of one unit is in another, days around today, the alphabet, words and sentences."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum import lexicon, steps
from curriculum.calendar_days import DAYS
from curriculum.phrasing import SPELLED, filled
from curriculum.problem import Check, Problem
from curriculum.topic_store import SMALL

_PER = (
    ("minutes", "hour", 60),
    ("seconds", "minute", 60),
    ("hours", "day", 24),
    ("days", "week", 7),
    ("months", "year", 12),
    ("days", "year", 365),
    ("weeks", "year", 52),
    ("years", "century", 100),
    ("years", "decade", 10),
    ("eggs", "dozen", 12),
    ("centimetres", "metre", 100),
    ("metres", "kilometre", 1000),
    ("grams", "kilogram", 1000),
    ("millimetres", "centimetre", 10),
    ("cents", "euro", 100),
    ("meters", "kilometer", 1000),
    ("hours", "week", 168),
    ("minutes", "day", 1440),
    ("seconds", "hour", 3600),
    ("cents", "dollar", 100),
    ("inches", "foot", 12),
    ("feet", "yard", 3),
)
_WORD_TIMES = (("noon", 720), ("midnight", 0), ("midday", 720))


def unit_facts(rng: Random) -> Problem:
    """How many of the small unit are in one or several of the big one, halves too."""
    small, big, k = rng.choice(_PER)
    plural = {"century": "centuries", "foot": "feet", "dozen": "dozen"}.get(big, big + "s")
    roll = rng.random()
    an = "an" if big == "hour" else "a"
    if roll < 0.35:
        question = filled(
            rng,
            (
                "How many {s} are in {an} {b}?",
                "how many {s} in {an} {b}",
                "How many {s} does {an} {b} have?",
                "How many {s} are there in one {b}?",
                "{s} in {an} {b}?",
                "1 {b} in {s}",
            ),
            s=small,
            b=big,
            an=an,
        )
        extra = {168: "7×24=168.", 1440: "24×60=1440.", 3600: "60×60=3600."}.get(k, "")
        return Problem(
            "units",
            (),
            question,
            f"1 {big} has {k} {small}." + (f"\n{extra}" if extra else ""),
            f"There are {k} {small} in {an} {big}.",
            Check.NUMBERS,
            (str(k),),
            value=k,
        )
    n = rng.randint(1, 12)
    if roll < 0.75 and k % 2 == 0:
        said = rng.choice(
            (f"{n} and a half {plural}", f"{n}.5 {plural}", f"{n} 1/2 {plural}", f"{SPELLED[n]} and a half {plural}")
        )
        if n == 1 and rng.random() < 0.5:
            said = f"{an} {big} and a half"
        if rng.random() < 0.15:
            n, said = 0, rng.choice((f"half {an} {big}", f"0.5 {plural}"))
        result = n * k + k // 2
        lines = [f"1 {big} has {k} {small}, half of that is {k // 2}."]
        if n:
            lines += [
                *steps.brief(rng, n, "×", k),
                f"Plus the half: {n * k}+{k // 2}.",
                *steps.brief(rng, n * k, "+", k // 2),
            ]
        key: tuple[object, ...] = ()
    else:
        n = rng.randint(2, 30)
        said, result, key = f"{n} {plural}", n * k, (n, k)
        lines = [f"1 {big} has {k} {small}, so {n}×{k}.", *steps.brief(rng, n, "×", k)]
    question = filled(
        rng,
        (
            "How many {s} are in {x}?",
            "how many {s} are {x}",
            "{x} in {s}",
            "convert {x} to {s}",
            "How many {s} is {x}?",
            "{x} = ? {s}",
            "What is {x} in {s}?",
            "{x} are how many {s}?",
        ),
        s=small,
        x=said,
    )
    return Problem(
        "units",
        key,
        question,
        "\n".join(lines),
        f"It is {result} {small}.",
        Check.NUMBERS,
        (str(result),),
        value=result,
    )


def spoken_times(rng: Random) -> Problem:
    """Noon, midnight, half past, quarter to: read as a time, then a whole step on or back."""
    roll = rng.random()
    if roll < 0.3:
        word, start = rng.choice(_WORD_TIMES)
    else:
        h = rng.randint(1, 12)
        part, shift = rng.choice(
            (
                ("half past", 30),
                ("quarter past", 15),
                ("quarter to", -15),
                ("ten past", 10),
                ("twenty to", -20),
                ("five to", -5),
                ("a quarter past", 15),
            )
        )
        half = rng.choice(("", " in the morning", " in the afternoon")) if shift > 0 else ""
        named = rng.choice((str(h), SPELLED[h]))
        start = (h % 12 + (12 if "afternoon" in half else 0)) * 60 + shift if half else (h * 60 + shift)
        word = f"{part} {named}{half}"
    hours, minutes = rng.randint(1, 9), rng.choice((0, 0, 15, 20, 30, 45, rng.randint(1, 59)))
    back = rng.random() < 0.3
    end = (start + (-1 if back else 1) * (hours * 60 + minutes)) % 1440
    said = f"{hours} hour{'s' if hours > 1 else ''}" + (f" and {minutes} minutes" if minutes else "")
    question = filled(
        rng,
        ("What time is it {d} before {t}?", "{d} before {t}", "It is {t}. What time was it {d} ago?")
        if back
        else (
            "What time is it {d} after {t}?",
            "{d} after {t}",
            "It is {t}. What time is it in {d}?",
            "If it is {t}, what time will it be in {d}?",
            "{t} plus {d}",
            "I start at {t} and need {d}. When am I done?",
        ),
        d=said,
        t=word,
    )
    h, m = divmod(start % 1440, 60)
    lines = [f"{word} is {h:02d}:{m:02d}."]
    if back:
        lines.append(f"Back {hours} h: {(h - hours) % 24:02d}:{m:02d}.")
        if minutes:
            lines.append(f"Back {minutes} min: {end // 60:02d}:{end % 60:02d}.")
    else:
        lines.append(f"On {hours} h: {(h + hours) % 24:02d}:{m:02d}.")
        if minutes:
            lines.append(f"On {minutes} min: {m}+{minutes}={m + minutes}, so {end // 60:02d}:{end % 60:02d}.")
    return Problem(
        "times",
        (word, hours, minutes, back),
        question,
        "\n".join(lines),
        f"It is {end // 60:02d}:{end % 60:02d}.",
        Check.NUMBERS,
        (f"{end // 60:02d}:{end % 60:02d}",),
    )


_SHIFTS = (
    ("today", 0),
    ("tomorrow", 1),
    ("yesterday", -1),
    ("the day after tomorrow", 2),
    ("the day before yesterday", -2),
    ("in three days", 3),
    ("three days ago", -3),
)


def around_today(rng: Random) -> Problem:
    """If tomorrow is Friday, what day was yesterday?"""
    (known, a), (wanted, b) = rng.sample(_SHIFTS, 2)
    today = rng.randrange(7)
    day, result = DAYS[(today + a) % 7], DAYS[(today + b) % 7]
    be = {True: "was", False: "is"}
    question = filled(
        rng,
        (
            "If {k} {x} {d}, what day {y} {w}?",
            "{K} {x} {d}. What day {y} {w}?",
            "{k} {x} {d}, which day {y} {w}?",
            "Suppose {k} {x} {d}. Which weekday {y} {w}?",
            "{K} {x} a {d}. {W} {y} what day?",
        ),
        k=known,
        K=known[0].upper() + known[1:],
        d=day,
        w=wanted,
        W=wanted[0].upper() + wanted[1:],
        x=be[a < 0],
        y=be[b < 0],
    )
    lines = [f"{known} {be[a < 0]} {day}."] if a else []
    if a:
        lines.append(f"So today is {DAYS[today]}.")
    else:
        lines.append(f"Today is {day}.")
    if b:
        lines.append(f"{wanted}: {result}.")
    return Problem(
        "weekdays",
        (known, day, wanted),
        question,
        "\n".join(lines),
        f"It {be[b < 0]} {result}.",
        Check.CHOICE,
        (result, *[d for d in DAYS if d != result]),
        explanation=lines[-1],
    )


def alphabet(rng: Random) -> Problem:
    """Letters by place, neighbours, palindromes, whether a letter is in a word, words in a sentence."""
    roll = rng.random()
    letters = "abcdefghijklmnopqrstuvwxyz"
    at = rng.randrange(26)
    if roll < 0.2:
        question = filled(
            rng,
            (
                "What is letter number {n} of the alphabet?",
                "Which letter is number {n} in the alphabet?",
                "letter {n} of the alphabet",
            ),
            n=at + 1,
        )
        return Problem(
            "letters",
            (),
            question,
            f"I count: {', '.join(f'{c} ({i})' for i, c in enumerate(letters[: at + 1], 1))}.",
            f"It is the letter {letters[at]}.",
            Check.MENTIONS,
            (f"letter {letters[at]}.",),
        )
    if roll < 0.35:
        question = filled(
            rng,
            (
                "Which place in the alphabet has {c}?",
                "What number is the letter {c} in the alphabet?",
                "position of {c} in the alphabet?",
            ),
            c=letters[at],
        )
        return Problem(
            "letters",
            (),
            question,
            f"I count: {', '.join(f'{c} ({i})' for i, c in enumerate(letters[: at + 1], 1))}.",
            f"It is number {at + 1}.",
            Check.NUMBERS,
            (str(at + 1),),
            value=at + 1,
        )
    if roll < 0.5:
        at = rng.randrange(1, 25)
        after = rng.random() < 0.6
        c = letters[at + (1 if after else -1)]
        question = filled(
            rng,
            ("Which letter comes {w} {c}?", "What letter is {w} {c} in the alphabet?", "letter {w} {c}?"),
            w="after" if after else "before",
            c=letters[at].upper() if rng.random() < 0.5 else letters[at],
        )
        return Problem(
            "letters",
            (),
            question,
            f"The alphabet there: {letters[at - 1]}, {letters[at]}, {letters[at + 1]}.",
            f"It is the letter {c}.",
            Check.MENTIONS,
            (f"letter {c}.",),
        )
    if roll < 0.65:
        word = (
            rng.choice(
                (
                    "level",
                    "radar",
                    "noon",
                    "kayak",
                    "civic",
                    "madam",
                    "refer",
                    "rotor",
                    "anna",
                    "otto",
                    "racecar",
                    "stats",
                    "solos",
                    lexicon.invented(rng)[:5],
                )
            )
            if rng.random() < 0.5
            else lexicon.any_word(rng)
        )
        if rng.random() < 0.3:
            half = lexicon.letters(rng)[:4]
            word = half + half[::-1]
        yes = word == word[::-1]
        question = filled(
            rng,
            (
                "Is {w} a palindrome?",
                "is {w} a palindrome",
                "Is the word {w} the same backwards?",
                "does {w} read the same backwards?",
            ),
            w=f"⟦{word}⟧",
        )
        return Problem(
            "letters",
            (word,),
            question,
            f"I spell {word}: {', '.join(word)}.\nFrom the end: {', '.join(word[::-1])}.\nThat is {'the same' if yes else 'not the same'}.",
            f"{'Yes' if yes else 'No'}, {word} backwards is {word[::-1]}.",
            Check.YES_NO,
            ("Yes" if yes else "No",),
        )
    if roll < 0.8:
        word = lexicon.any_word(rng)
        c = rng.choice(word) if rng.random() < 0.5 else rng.choice(letters)
        yes = c in word
        question = filled(
            rng,
            (
                "Is there a {c} in {w}?",
                "does {w} contain the letter {c}?",
                "Does the word {w} have an {c}?",
                "is {c} in {w}?",
                "is the letter {c} in the word {w}",
            ),
            c=f"⟦{c}⟧",
            w=f"⟦{word}⟧",
        )
        return Problem(
            "letters",
            (word,),
            question,
            f"I spell {word}: {', '.join(word)}.\n{c} is {'there' if yes else 'not there'}.",
            f"{'Yes' if yes else 'No'}, {word} has {'the' if yes else 'no'} letter {c}.",
            Check.YES_NO,
            ("Yes" if yes else "No",),
        )
    words = [rng.choice(SMALL) if rng.random() < 0.45 else rng.choice(lexicon.WORDS) for _ in range(rng.randint(3, 10))]
    question = filled(
        rng,
        (
            'How many words are in "{x}"?',
            "How many words are in the sentence: {x}",
            "count the words: {x}",
            "how many words does this have: {x}",
            "How many words: {x}",
        ),
        x=f"⟦{' '.join(words)}⟧",
    )
    return Problem(
        "lists",
        tuple(words),
        question,
        f"I count.\n{', '.join(f'{w} ({i})' for i, w in enumerate(words, 1))}.",
        f"The number of words is {len(words)}.",
        Check.NUMBERS,
        (str(len(words)),),
        value=len(words),
    )
