"""Puzzles of order: who is taller, faster, first; comparisons shuffled, turned round, joined with "but" and "who"."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from curriculum import lexicon
from curriculum.problem import Check, Problem


@dataclass(frozen=True, slots=True)
class Scale:
    """`{x} {verb} {more} {y}`; who is at the ends; `as` is for "not as tall as"."""

    verb: str
    more: str
    less: str
    most: str
    least: str
    plain: str = ""


_SCALES = (
    Scale("is", "taller than", "shorter than", "tallest", "shortest", "tall"), Scale("is", "older than", "younger than", "oldest", "youngest", "old"), Scale("is", "faster than", "slower than", "fastest", "slowest", "fast"), Scale("is", "heavier than", "lighter than", "heaviest", "lightest", "heavy"),
    Scale("is", "stronger than", "weaker than", "strongest", "weakest", "strong"), Scale("is", "richer than", "poorer than", "richest", "poorest", "rich"), Scale("is", "bigger than", "smaller than", "biggest", "smallest", "big"), Scale("is", "happier than", "sadder than", "happiest", "saddest", "happy"),
    Scale("is", "smarter than", "dumber than", "smartest", "dumbest", "smart"), Scale("is", "louder than", "quieter than", "loudest", "quietest", "loud"), Scale("is", "wiser than", "sillier than", "wisest", "silliest", "wise"), Scale("was", "earlier than", "later than", "earliest", "latest", "early"),
    Scale("runs", "faster than", "slower than", "fastest", "slowest", "fast"), Scale("swims", "faster than", "slower than", "fastest", "slowest", "fast"), Scale("jumps", "higher than", "lower than", "highest", "lowest", "high"), Scale("drives", "faster than", "slower than", "fastest", "slowest", "fast"),
    Scale("arrived", "before", "after", "first", "last"), Scale("finished", "before", "after", "first", "last"), Scale("came", "before", "after", "first", "last"), Scale("finished", "ahead of", "behind", "first", "last"), Scale("lives", "above", "below", "highest", "lowest"), Scale("eats", "more than", "less than", "most", "least"),
    Scale("earns", "more than", "less than", "most", "least"), Scale("has", "more money than", "less money than", "richest", "poorest"), Scale("weighs", "more than", "less than", "heaviest", "lightest"), Scale("costs", "more than", "less than", "most expensive", "cheapest"), Scale("reads", "more than", "less than", "most", "least"),
    Scale("sings", "better than", "worse than", "best", "worst", "well"), Scale("is", "further ahead than", "further back than", "first", "last"), Scale("got up", "earlier than", "later than", "earliest", "latest", "early"),
)  # fmt: skip


def _told(rng: Random, people: list[str], s: Scale) -> tuple[list[str], list[tuple[int, int]]]:
    """Clauses for all neighbours and, in the order they are told, the pairs (higher, lower) they say."""
    clauses: list[tuple[str, list[tuple[int, int]]]] = []
    i = 0
    while i < len(people) - 1:
        roll = rng.random()
        if i < len(people) - 2 and roll < 0.28:
            h, m, w = people[i : i + 3]
            if roll < 0.12:
                clauses.append(
                    (
                        f"{m} {s.verb} {s.more} {w} {rng.choice(('but', 'and', 'yet'))} {s.less} {h}",
                        [(i + 1, i + 2), (i, i + 1)],
                    )
                )
            elif roll < 0.2:
                clauses.append((f"{m} {s.verb} {s.less} {h} but {s.more} {w}", [(i, i + 1), (i + 1, i + 2)]))
            elif roll < 0.24:
                clauses.append((f"{h} {s.verb} {s.more} {m}, who {s.verb} {s.more} {w}", [(i, i + 1), (i + 1, i + 2)]))
            else:
                clauses.append(
                    (
                        f"{m} {s.verb} between {h} and {w}, and {h} {s.verb} {s.more} {m}"
                        if s.verb == "is" and rng.random() < 0.3
                        else f"{w} {s.verb} {s.less} {m} and {m} {s.verb} {s.less} {h}",
                        [(i + 1, i + 2), (i, i + 1)],
                    )
                )
            i += 2
            continue
        h, w = people[i], people[i + 1]
        if roll < 0.62:
            clauses.append((f"{h} {s.verb} {s.more} {w}", [(i, i + 1)]))
        elif roll < 0.92 or not s.plain or s.verb == "got up":
            clauses.append((f"{w} {s.verb} {s.less} {h}", [(i, i + 1)]))
        else:
            does = f"{s.verb} not" if s.verb in ("is", "was") else f"does not {s.verb.rstrip('s')}"
            clauses.append((f"{w} {does} as {s.plain} as {h}", [(i, i + 1)]))
        i += 1
    rng.shuffle(clauses)
    return [text for text, _ in clauses], [pair for _, pairs in clauses for pair in pairs]


def order(rng: Random) -> Problem:
    """Who is at an end, in the middle, or above whom."""
    count = rng.choice((2, 3, 3, 3, 4, 4, 5))
    people = lexicon.people(rng, count)  # from most to least
    s = rng.choice(_SCALES)
    clauses, pairs = _told(rng, people, s)
    if rng.random() < 0.75 or len(clauses) == 1:
        told = ". ".join(clauses) + "."
    else:
        told = ", ".join(clauses[:-1]) + f"{rng.choice((', and ', ' and ', ', '))}{clauses[-1]}."
    lines = [
        " ".join(f"{people[a]} {s.verb} {s.more} {people[b]}." for a, b in pairs),
        f"From {s.most} to {s.least}: {', '.join(people)}.",
    ]
    kind = rng.choice(
        ["most", "least", "most", "least", "pair"] + (["middle"] if count == 3 else []) + (["all"] if count > 2 else [])
    )
    if kind == "pair":
        return _pair(rng, told, people, s, lines)
    if kind == "all":
        up = rng.random() < 0.35
        wanted = people[::-1] if up else people
        first, last = (s.least, s.most) if up else (s.most, s.least)
        question = rng.choice(
            (
                f"Put them in order from {first} to {last}.",
                f"List them from {first} to {last}.",
                f"Order them, {first} first.",
            )
        )
        lines.append(f"So: {', '.join(wanted)}.")
        return _made(
            rng,
            told,
            question,
            lines,
            f"{', '.join(wanted)}.",
            Check.MENTIONS,
            (", ".join(wanted),),
            people,
            (s.more, kind),
        )
    if kind == "middle":
        who = people[1]
        question = rng.choice(
            ("Who is in the middle?", f"Who is neither {s.most} nor {s.least}?", "Who is second?", "Who comes second?")
        )
        lines.append(f"In the middle is {who}.")
        return _made(
            rng,
            told,
            question,
            lines,
            f"{who} is in the middle.",
            Check.CHOICE,
            (who, people[0], people[2]),
            people,
            (s.more, kind),
        )
    who, word = (people[0], s.most) if kind == "most" else (people[-1], s.least)
    end = f"{s.verb} {word}" if word in ("first", "last") or s.verb not in ("is", "was") else f"is the {word}"
    question = rng.choice(
        (
            f"Who is the {word}?",
            f"who is {word}?",
            f"Who {end}?",
            f"Which one is the {word}?",
            f"Who of them is the {word}?",
            f"the {word} is who?",
            f"Who {s.verb} the {word}?",
            f"Tell me who is the {word}.",
            f"who's the {word}",
        )
    )
    lines.append(f"The {word} is {who}.")
    return _made(
        rng,
        told,
        question,
        lines,
        f"{who} is the {word}.",
        Check.CHOICE,
        (who, *[p for p in people if p != who]),
        people,
        (s.more, kind),
    )


def _pair(rng: Random, told: str, people: list[str], s: Scale, lines: list[str]) -> Problem:
    i, j = sorted(rng.sample(range(len(people)), 2))
    word = s.more if rng.random() < 0.5 else s.less
    right, wrong = (people[i], people[j]) if word == s.more else (people[j], people[i])
    one, two = (right, wrong) if rng.random() < 0.5 else (wrong, right)
    lines = [*lines, f"So {right} {s.verb} {word} {wrong}."]
    if rng.random() < 0.45:
        do = {"is": "Is", "was": "Was"}.get(s.verb)
        past = s.verb in ("arrived", "finished", "came", "got up")
        base = {"arrived": "arrive", "finished": "finish", "came": "come", "got up": "get up", "has": "have"}.get(
            s.verb, s.verb.rstrip("s")
        )
        question = f"{do} {one} {word} {two}?" if do else f"{'Did' if past else 'Does'} {one} {base} {word} {two}?"
        said = f"Yes, {one} {s.verb} {word} {two}." if one == right else f"No, {two} {s.verb} {word} {one}."
        return _made(rng, told, question, lines, said, Check.YES_NO, (said.split(",")[0],), people, (s.more, word))
    short = word.removesuffix(" than")
    question = rng.choice(
        (
            f"Who {s.verb} {short}, {one} or {two}?",
            f"who {s.verb} {short}: {one} or {two}",
            f"Which of {one} and {two} {s.verb} {short}?",
        )
    )
    return _made(rng, told, question, lines, f"It is {right}.", Check.CHOICE, (right, wrong), people, (s.more, word))


def _made(
    rng: Random,
    told: str,
    question: str,
    lines: list[str],
    answer: str,
    check: Check,
    expected: tuple[str, ...],
    people: list[str],
    extra: tuple[str, ...],
) -> Problem:
    roll = rng.random()
    if roll < 0.85:
        text = f"{told} {question}"
    elif roll < 0.93:
        text = f"{question} {told}"
    else:
        text = f"If {told[:-1]}, {question[0].lower()}{question[1:]}"
    return Problem(
        "puzzles (order)", (*people, *extra), text, "\n".join(lines), answer, check, expected, explanation=lines[1]
    )
