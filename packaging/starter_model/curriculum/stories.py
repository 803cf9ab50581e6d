"""Word problems: a table of plots, each a text and the operations that solve it."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from random import Random

from curriculum import lexicon, steps
from curriculum.phrasing import amount
from curriculum.problem import Check, Problem

# One plot: (text, question variants, signs). Numbers a, b, c are combined left to right: a sign1 b sign2 c.
_ONE_STEP = (
    ("{N} has {a} {t}. {M} gives {him} {b} more.", ("How many {t} does {N} have now?", "How many {t} are that in all?", "how many does {he} have"), "+"),
    ("{N} has {a} {t} and {M} has {b}.", ("How many {t} do they have together?", "How many do they have in total?", "What is the total?"), "+"),
    ("There are {a} {t} in one box and {b} in another.", ("How many {t} are there in all?", "How many altogether?"), "+"),
    ("{N} read {a} pages yesterday and {b} today.", ("How many pages did {he} read?", "How many pages is that together?"), "+"),
    ("A bus has {a} passengers. At the stop {b} more get on.", ("How many passengers are on the bus now?", "How many people are on it?"), "+"),
    ("{N} is {a} years old.", ("How old will {he} be in {b} years?", "What age will {N} be {b} years from now?"), "+"),
    ("{N} paid {a} euros for a bag and {b} euros for shoes.", ("How much did {he} pay in total?", "What did everything cost?"), "+"),
    ("{N} picked {a} {t} in the morning and {b} in the afternoon.", ("How many {t} did {he} pick?", "how many {t} all day?"), "+"),
    ("A school has {a} girls and {b} boys.", ("How many children are there?", "How many pupils does the school have?"), "+"),
    ("{N} saved {a} dollars and got {b} dollars for {his} birthday.", ("How much money does {he} have?", "How much is that now?"), "+"),
    ("{N} has {a} {t}. {He} gives {b} of them to {M}.", ("How many {t} does {N} have left?", "How many are left?", "how many does {he} keep?"), "-"),
    ("{N} had {a} {t} and lost {b}.", ("How many does {he} still have?", "How many {t} are left?"), "-"),
    ("There were {a} {t} on the table. {N} ate {b}.", ("How many are left on the table?", "How many {t} remain?"), "-"),
    ("A shop had {a} {t} and sold {b}.", ("How many are left in the shop?", "How many {t} does it still have?"), "-"),
    ("{N} has {a} dollars and buys a book for {b} dollars.", ("How much money is left?", "How much does {he} have left?"), "-"),
    ("There are {a} people on a train. {b} get off.", ("How many stay on the train?", "How many are still on it?"), "-"),
    ("A book has {a} pages. {N} has read {b}.", ("How many pages are left?", "How many pages does {he} still have to read?"), "-"),
    ("{N} is {a} years old.", ("How old was {he} {b} years ago?",), "-"),
    ("{N} has {a} {t} and {M} has {b}.", ("How many more does {N} have than {M}?", "How many fewer {t} does {M} have?"), "-"),
    ("A rope is {a} metres long. {N} cuts off {b} metres.", ("How long is the rope now?", "How many metres are left?"), "-"),
    ("{N} baked {a} {t} and gave away {b}.", ("How many {t} are left?", "how many left"), "-"),
    ("There are {a} {c} with {b} {t} each.", ("How many {t} are there?", "How many {t} is that in all?", "total {t}?"), "×"),
    ("{N} buys {a} {t} for {b} euros each.", ("How much does {he} pay?", "What does it cost?", "How many euros is that?"), "×"),
    ("One ticket costs {b} dollars. {N} buys {a}.", ("How much does {N} pay?", "What is the price of all tickets?"), "×"),
    ("{N} runs {b} km every day for {a} days.", ("How many km does {he} run?", "How far is that in total?"), "×"),
    ("Each of {a} children gets {b} {t}.", ("How many {t} are needed?", "How many {t} is that?"), "×"),
    ("A garden has {a} rows of {b} {t}.", ("How many {t} are in the garden?", "How many are that?"), "×"),
    ("{N} earns {b} euros an hour and works {a} hours.", ("How much does {he} earn?", "What is {his} pay?"), "×"),
    ("A box holds {b} {t}.", ("How many {t} are in {a} boxes?", "How many fit into {a} boxes?"), "×"),
    ("There are {a} {t} in each of {b} {c}.", ("How many {t} are there altogether?", "How many {t} in all?"), "×"),
    ("{N} shares {p} {t} equally among {b} friends.", ("How many does each friend get?", "How many {t} for each?"), "÷"),
    ("{p} {t} are packed into boxes of {b}.", ("How many boxes are full?", "How many boxes are needed?"), "÷"),
    ("{p} children form {b} equal teams.", ("How many children are in a team?", "How big is each team?"), "÷"),
    ("{b} friends pay {p} euros together, each the same.", ("How much does each pay?", "What does each of them pay?"), "÷"),
    ("{N} reads {b} pages a day.", ("How many days does a book of {p} pages take?", "In how many days does {he} read {p} pages?"), "÷"),
    ("{b} {t} cost {p} euros.", ("What does one cost?", "How much is one?"), "÷"),
    ("{p} {t} are split evenly into {b} {c}.", ("How many are in each?", "How many {t} does each hold?"), "÷"),
    ("A rope of {p} metres is cut into pieces of {b} metres.", ("How many pieces are there?", "How many pieces is that?"), "÷"),
)  # fmt: skip

_TWO_STEPS = (
    ("{N} has {a} {t}. {He} gets {b} more and gives {c} away.", ("How many {t} does {he} have now?", "How many are left?"), "+-"),
    ("{N} had {a} {t}, lost {b} and found {c}.", ("How many does {he} have now?", "How many {t} is that?"), "-+"),
    ("There are {a} {c2} of {b} {t}, and {c} single {t}.", ("How many {t} are there in all?", "How many in total?"), "×+"),
    ("{N} buys {a} {t} for {b} euros each and pays with {big} euros.", ("How much change does {he} get?", "How much money does {he} get back?"), "change"),
    ("{N} has {a} {c2} with {b} {t} each and gives {c} {t} away.", ("How many {t} are left?", "How many does {he} still have?"), "×-"),
    ("On a bus are {a} people. {b} get off and {c} get on.", ("How many people are on the bus now?", "How many are on it?"), "-+"),
    ("{N} has {a} {t}, {M} has {b} and {O} has {c}.", ("How many {t} do they have together?", "How many do the three have?"), "++"),
    ("{N} saves {b} dollars a week for {a} weeks and already has {c} dollars.", ("How much does {he} have then?", "How much money is that?"), "×+"),
    ("{N} has {a} {t}. {M} has {b} times as many.", ("How many do they have together?", "How many {t} are that in all?"), "times-as-many"),
    ("{N} has {a} {t}. {M} has {b} more than {N}.", ("How many do they have together?", "How many {t} do both have?"), "more-than"),
    ("{N} buys a pen for {a} euros, a book for {b} euros and a bag for {c} euros.", ("How much is that together?", "What does {he} pay?"), "++"),
    ("A farm has {a} cows and {b} hens.", ("How many legs do the animals have?", "How many legs are that?"), "legs"),
    ("{N} had {a} {t}. {He} ate {b} and gave {c} to {M}.", ("How many are left?", "How many {t} does {he} have left?"), "--"),
    ("A class of {a} children gets {b} more pupils, then {c} move away.", ("How many children are in the class?", "How many are there now?"), "+-"),
)  # fmt: skip

_HE = ("he", "He", "his", "him")
_SHE = ("she", "She", "her", "her")
_NAMES_HE = frozenset(
    [
        "Ben",
        "David",
        "Felix",
        "Hugo",
        "Jonas",
        "Liam",
        "Noah",
        "Paul",
        "Sam",
        "Tom",
        "Victor",
        "Xavier",
        "Bob",
        "Dan",
        "Frank",
        "Harry",
        "Jack",
        "Leo",
        "Nick",
        "Peter",
        "Steve",
        "Will",
        "Amir",
        "Yusuf",
        "Chen",
        "Raj",
        "Kofi",
        "Max",
        "Oscar",
        "Ravi",
        "Theo",
        "Mark",
        "Simon",
        "Erik",
        "Ali",
        "Jim",
        "Ron",
        "Joe",
        "Tim",
        "Ken",
        "Hans",
        "Luis",
        "Pablo",
        "Diego",
        "Finn",
        "Jan",
        "Lars",
        "Otto",
        "Stan",
        "Walt",
        "Adam",
        "Carl",
        "Dean",
        "Fred",
        "Hank",
        "John",
        "Kyle",
        "Mike",
        "Owen",
        "Rick",
        "Todd",
    ]
)


def _cast(rng: Random) -> dict[str, str]:
    n, m, o = lexicon.people(rng, 3)
    he = _HE if n in _NAMES_HE else _SHE
    t = rng.choice(lexicon.THINGS)
    c = rng.choice(lexicon.CONTAINERS)
    return {"N": n, "M": m, "O": o, "he": he[0], "He": he[1], "his": he[2], "him": he[3], "t": t, "c": c, "c2": c}


def _told(rng: Random, text: str, question: str) -> str:
    roll = rng.random()
    if roll < 0.08:
        return f"{question} {text}"
    if roll < 0.16:
        return f"{text[:-1]}, {question[0].lower()}{question[1:]}"
    if roll < 0.22:
        return f"If {text[0].lower() if text.startswith(('There', 'A ', 'One', 'Each', 'On ')) else text[0]}{text[1:-1]}, {question[0].lower()}{question[1:]}"
    return f"{text} {question}"


def one_step(rng: Random) -> Problem:
    """A story with one operation."""
    text, questions, sign = rng.choice(_ONE_STEP)
    words = _cast(rng)
    big = rng.choice((20, 100, 100, 1000))
    a, b = rng.randint(2, big), rng.randint(2, big)
    if sign == "-":
        a, b = max(a, b) + 1, min(a, b)
    elif sign == "×":
        a, b = rng.randint(2, rng.choice((12, 40))), rng.randint(2, rng.choice((12, 99)))
    elif sign == "÷":
        b = rng.randint(2, 12)
        a = b * rng.randint(2, rng.choice((12, 60)))
    if "years old" in text:
        a, b = rng.randint(10, 70), rng.randint(2, 9)
    result = {"+": a + b, "-": a - b, "×": a * b, "÷": a // b}[sign]
    values = {"a": amount(rng, a), "b": amount(rng, b), "p": amount(rng, a)}
    question = _told(rng, text, rng.choice(questions)).format(**words, **values)
    why = {
        "+": "This adds up",
        "-": "This takes away",
        "×": "This is the same amount several times",
        "÷": "This shares equally",
    }[sign]
    thoughts = [f"{why}: {a}{sign}{b}.", *steps.brief(rng, a, sign, b)]
    return Problem(
        "stories",
        (a, b),
        question,
        "\n".join(thoughts),
        _answer(rng, result),
        Check.NUMBERS,
        (str(result),),
        explanation=f"{why}: {a} {sign} {b} = {result}.",
        value=result,
    )


def _answer(rng: Random, result: int) -> str:
    return rng.choice(("The answer is {r}.", "It is {r}.", "That makes {r}.")).format(r=result)


def two_steps(rng: Random) -> Problem:
    """A story with two operations."""
    text, questions, plan = rng.choice(_TWO_STEPS)
    words = _cast(rng)
    most = rng.choice((20, 60, 200))
    a, b, c = (rng.randint(2, most) for _ in "abc")
    big = 0
    if plan[0] == "×" or plan in ("change", "times-as-many"):
        a, b = rng.randint(2, 12), rng.randint(2, 20)
        if plan == "×-":
            c = rng.randint(1, a * b - 1)
        if plan == "change":
            big = next(n for n in (5, 10, 20, 50, 100, 200, 500) if n > a * b)
    elif plan == "--":
        a = b + c + rng.randint(1, most)
    elif plan[0] == "-":
        a, b = max(a, b) + 1, min(a, b)
    elif plan == "+-":
        c = min(c, a + b - 1)
    lines, result = _plan(rng, plan, (a, b, c), big)
    numbers = {"a": amount(rng, a), "b": amount(rng, b), "c": amount(rng, c), "big": big}
    question = _told(rng, text, rng.choice(questions)).format(**{**words, **numbers})
    return Problem(
        "stories (two steps)",
        (a, b, c, plan),
        question,
        "\n".join(lines),
        _answer(rng, result),
        Check.NUMBERS,
        (str(result),),
        explanation=f"I went step by step and got {result}.",
        value=result,
    )


def _plan(rng: Random, plan: str, numbers: tuple[int, int, int], big: int) -> tuple[list[str], int]:
    a, b, c = numbers
    if plan == "change":
        return [
            f"The price is {a}×{b}.",
            *steps.brief(rng, a, "×", b),
            f"Change: {big}-{a * b}.",
            *steps.brief(rng, big, "-", a * b),
        ], big - a * b
    if plan == "times-as-many":
        return [
            f"The other has {a}×{b}.",
            *steps.brief(rng, a, "×", b),
            f"Together: {a}+{a * b}.",
            *steps.brief(rng, a, "+", a * b),
        ], a + a * b
    if plan == "more-than":
        return [
            f"The other has {a}+{b}.",
            *steps.brief(rng, a, "+", b),
            f"Together: {a}+{a + b}.",
            *steps.brief(rng, a, "+", a + b),
        ], a + a + b
    if plan == "legs":
        return [
            f"Cows have 4 legs: {a}×4.",
            *steps.brief(rng, a, "×", 4),
            f"Hens have 2 legs: {b}×2.",
            *steps.brief(rng, b, "×", 2),
            f"Together: {a * 4}+{b * 2}.",
            *steps.brief(rng, a * 4, "+", b * 2),
        ], a * 4 + b * 2
    lines, value = [], a
    for sign, n, word in zip(plan, (b, c), ("First", "Then"), strict=True):
        lines += [f"{word} {value}{sign}{n}.", *steps.brief(rng, value, sign, n)]
        value = {"+": value + n, "-": value - n, "×": value * n}[sign]
    return lines, value
