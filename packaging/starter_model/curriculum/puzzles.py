"""Small logic puzzles: who is taller, who sits where, who lies."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from itertools import permutations
from random import Random

from curriculum import lexicon
from curriculum.problem import Check, Problem


def _people(rng: Random, count: int) -> list[str]:
    return lexicon.people(rng, count)


def _puzzle(
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
    text = f"{told} {question}" if rng.random() < 0.88 else f"{question} {told}"
    if rng.random() < 0.08:
        text = f"If {told[:-1]}, {question[0].lower()}{question[1:]}"
    kept = f"{text}"
    return Problem(
        "puzzles",
        (*people, *extra),
        kept,
        "\n".join(lines),
        answer,
        check,
        expected,
        explanation=lines[-2] if len(lines) > 1 else lines[0],
    )


def seats(rng: Random) -> Problem:
    """Who sits where in a row, from left-of and next-to clues; the model tries the orders that are left."""
    count = rng.choice((3, 3, 4))
    row = _people(rng, count)
    verb = rng.choice(("sits", "stands"))
    place = rng.choice(("in a row", "on a bench", "in a line", "side by side"))
    clues = []
    first = rng.random() < 0.5
    if count == 3 and rng.random() < 0.5:
        clues = (
            [
                f"{row[0]} is at the left end" if rng.random() < 0.6 else f"{row[0]} {verb} first from the left",
                f"{row[2]} is at the right end",
            ]
            if first
            else [
                f"{row[1]} {verb} in the middle",
                f"{row[0]} is at the left end" if rng.random() < 0.5 else f"{row[0]} is left of {row[1]}",
            ]
        )
    else:
        for i in range(count - 1):
            clues.append(
                f"{row[i]} {verb} directly left of {row[i + 1]}"
                if rng.random() < 0.5
                else f"{row[i + 1]} {verb} directly right of {row[i]}"
            )
        if rng.random() < 0.3:
            clues[0] = f"{row[0]} is at the left end"
            if count == 4:
                clues[0] += f", next to {row[1]}"
            else:
                clues[1] = f"{row[2]} {verb} directly right of {row[1]}"
    rng.shuffle(clues)
    shuffled = list(row)
    rng.shuffle(shuffled)
    told = f"{', '.join(shuffled[:-1])} and {shuffled[-1]} {verb.rstrip('s') if verb == 'sits' else 'stand'} {place}. {'. '.join(clues)}."
    lines = [". ".join(clues) + ".", f"From left to right: {', '.join(row)}."]
    kind = rng.choice(("middle", "left", "right", "nth", "next") if count == 3 else ("left", "right", "nth", "next"))
    if kind == "middle":
        question, who = rng.choice((f"Who {verb} in the middle?", "Who is in the middle?")), row[1]
    elif kind == "left":
        question, who = (
            rng.choice((f"Who {verb} on the far left?", "Who is at the left end?", f"Who {verb} first from the left?")),
            row[0],
        )
    elif kind == "right":
        question, who = (
            rng.choice((f"Who {verb} on the far right?", "Who is at the right end?", "Who is last?")),
            row[-1],
        )
    elif kind == "nth":
        i = rng.randrange(count)
        name = ("first", "second", "third", "fourth")[i]
        question, who = rng.choice((f"Who is {name} from the left?", f"Who {verb} {name} from the left?")), row[i]
    else:
        i = rng.randrange(count - 1)
        question, who = rng.choice(
            (
                (f"Who {verb} directly right of {row[i]}?", row[i + 1]),
                (f"Who {verb} directly left of {row[i + 1]}?", row[i]),
            )
        )
    return _puzzle(
        rng,
        told,
        question,
        [*lines, f"So it is {who}."],
        f"It is {who}.",
        Check.CHOICE,
        (who, *[p for p in row if p != who]),
        row,
        (kind, verb),
    )


_SAYINGS = (
    "{a} says: {x} is lying",
    "{a} says that {x} is lying",
    '{a} says "{x} is a liar"',
    "{a} claims that {x} lies",
    "{a}: {x} is a liar",
)
_HONEST = (
    "{a} says: {x} tells the truth",
    "{a} says that {x} is honest",
    '{a} says "{x} is telling the truth"',
    "{a} claims that {x} is honest",
    "{a}: {x} tells the truth",
)


def liars(rng: Random) -> Problem:
    """Exactly one of two or three lies (or tells the truth); each case is tried until one fits."""
    while True:
        count = rng.choice((2, 3, 3))
        people = _people(rng, count)
        liar_sought = rng.random() < 0.65
        says = []
        for i in range(count):
            other = rng.choice([j for j in range(count) if j != i])
            says.append((i, other, rng.random() < 0.6))
        fits = [special for special in range(count) if _consistent(says, special, liar_sought)]
        if len(fits) == 1:
            break
    special = fits[0]
    facts = [
        (_SAYINGS if accuses else _HONEST)[k].format(a=people[i], x=people[j])
        for (i, j, accuses) in says
        for k in [rng.randrange(len(_SAYINGS))]
    ]
    rule = (
        rng.choice(
            ("Exactly one of them lies.", "Only one is lying.", "One of them is a liar, the rest tell the truth.")
        )
        if liar_sought
        else rng.choice(
            ("Exactly one of them tells the truth.", "Only one is honest.", "One tells the truth, the rest lie.")
        )
    )
    told = f"{'. '.join(facts)}. {rule}" if rng.random() < 0.6 else f"{rule} {'. '.join(facts)}."
    lines = [f"{people[i]} says {people[j]} {'lies' if accuses else 'is honest'}." for i, j, accuses in says]
    for case in range(count):
        who = people[case]
        lines.append(f"Suppose only {who} {'lies' if liar_sought else 'is honest'}.")
        broken = False
        for i, j, accuses in says:
            honest = (i != case) == liar_sought
            true = ((j == case) == liar_sought) == accuses
            broken = true != honest
            state = f"{people[i]} {'is honest' if honest else 'lies'}, the claim is {'true' if true else 'false'}"
            lines.append(f"{state}: {'that does not fit' if broken else 'fits'}.")
            if broken:
                break
        if not broken:
            lines.append("Everything fits.")
            break
    who = people[special]
    question = (
        rng.choice(("Who is lying?", "Who lies?", "Who is the liar?"))
        if liar_sought
        else rng.choice(("Who tells the truth?", "Who is honest?", "Who is telling the truth?"))
    )
    answer = f"{who} {'is lying' if liar_sought else 'tells the truth'}."
    return _puzzle(
        rng, told, question, lines, answer, Check.CHOICE, (who, *[p for p in people if p != who]), people, ("liar",)
    )


def _consistent(says: list[tuple[int, int, bool]], special: int, liar_sought: bool) -> bool:
    for i, j, accuses in says:
        honest = (i != special) == liar_sought
        lies_j = (j == special) == liar_sought
        if (lies_j == accuses) != honest:
            return False
    return True


_HOUSES = ("red", "blue", "green", "yellow", "white", "black")
_PETS = ("cat", "dog", "bird", "fish", "rabbit", "horse")
_DRINKS = ("tea", "coffee", "milk", "juice", "water", "cocoa")


def belongings(rng: Random) -> Problem:
    """Three people, three things; two clues that exclude; what is left over."""
    people = _people(rng, 3)
    noun, store = rng.choice((("hat", _HOUSES), ("pet", _PETS), ("drink", _DRINKS)))
    things = rng.sample(store, 3)
    # people[k] has things[k]; clue one gives one pair, clue two excludes one of the two left
    k = rng.randrange(3)
    others = [i for i in range(3) if i != k]
    i, j = others if rng.random() < 0.5 else others[::-1]
    has = {"hat": "wears the {x} hat", "pet": "has the {x}", "drink": "drinks {x}"}[noun]
    has_not = {"hat": "does not wear the {x} hat", "pet": "does not have the {x}", "drink": "does not drink {x}"}[noun]
    clues = [f"{people[k]} {has.format(x=things[k])}", f"{people[i]} {has_not.format(x=things[j])}"]
    rng.shuffle(clues)
    listed = {
        "hat": f"a {things[0]}, a {things[1]} and a {things[2]} hat",
        "pet": f"a {things[0]}, a {things[1]} and a {things[2]}",
        "drink": f"{things[0]}, {things[1]} and {things[2]}",
    }[noun]
    order_ = rng.choice(list(permutations(people)))
    told = f"{', '.join(order_[:2])} and {order_[2]} {rng.choice(('have', 'share') if noun != 'drink' else ('drink', 'have'))} {listed}, one each. {'. '.join(clues)}."
    lines = [
        f"{people[k]}: {things[k]}.",
        f"Left for {people[i]} and {people[j]}: {things[i]}, {things[j]}.",
        f"{people[i]} not {things[j]}, so {people[i]}: {things[i]}.",
        f"Then {people[j]}: {things[j]}.",
    ]
    target = rng.choice((i, j, i, j, k))
    if rng.random() < 0.5:
        question = {
            "hat": f"Who wears the {things[target]} hat?",
            "pet": f"Who has the {things[target]}?",
            "drink": f"Who drinks {things[target]}?",
        }[noun]
        return _puzzle(
            rng,
            told,
            question,
            lines,
            f"It is {people[target]}.",
            Check.CHOICE,
            (people[target], *[p for p in people if p != people[target]]),
            people,
            (noun,),
        )
    question = {
        "hat": f"Which hat does {people[target]} wear?",
        "pet": f"Which pet does {people[target]} have?",
        "drink": f"What does {people[target]} drink?",
    }[noun]
    return _puzzle(
        rng,
        told,
        question,
        lines,
        f"{people[target]}: {things[target]}.",
        Check.CHOICE,
        (things[target], *[t for t in things if t != things[target]]),
        people,
        (noun,),
    )
