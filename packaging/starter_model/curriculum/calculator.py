"""What is worked out by calling *calculate*, where it is offered: long products, powers, roots, chains.

A call is a thought that says what is needed, the call, its result as Aside's tool says it, and a thought that reads it.
"""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from curriculum import four_operations, number_facts
from curriculum.four_operations import asked, sized
from curriculum.phrasing import amount, filled, framed
from curriculum.problem import Check, Problem
from curriculum.split import GATE

TOOL = "calculate"
_OTHERS = (
    "today", "python", "fetch", "get_weather", "web_search", "read_file", "list_directory", "search", "run", "translate",
    "send_mail", "create_event", "get_time", "sql", "open_page", "github_search", "note", "lookup", "convert",
)  # fmt: skip
_BEFORE = (
    "I need {e}. I calculate it with the tool.", "This is {e}. The tool is exact, so I use it.", "{e} is long by hand. I call calculate.",
    "I need {e}. I use calculate.", "Let me calculate {e} with the tool.",
)  # fmt: skip
_AFTER = ("The tool says {r}.", "The result is {r}.", "calculate says {r}.", "It comes to {r}.")
REFUSALS = (
    "This call was refused.", "This call was refused by the person, who says: no", "This call was refused by the person, who says: think yourself",
    "The person has stopped this call.", "The call was not carried out: the person wants the answer now.",
    "This call was refused by the person, who says: do it by hand",
)  # fmt: skip
BY_HAND = {
    "multiplication", "multiplication (long)", "addition (long)", "subtraction (long)", "division (long)", "powers", "chain",
}  # fmt: skip
"""Kinds that the tool does where it is offered."""


@dataclass(frozen=True, slots=True)
class Call:
    """A thought, the formula that is asked of the tool, what it says, and the thought about that."""

    before: str
    expression: str
    result: str
    after: str


@dataclass(frozen=True, slots=True)
class Called:
    """A problem whose answer follows from a call."""

    problem: Problem
    call: Call


def offered(rng: Random) -> tuple[str, ...]:
    """The names of the tools that a conversation offers, *calculate* among them."""
    names = rng.sample(_OTHERS, rng.choice((0, 0, 0, 1, 2, 3, 5)))
    names.insert(rng.randint(0, len(names)), TOOL)
    return tuple(names)


def others(rng: Random) -> tuple[str, ...]:
    """Tools without *calculate*."""
    return tuple(rng.sample(_OTHERS, rng.randint(1, 4)))


def _called(rng: Random, problem: Problem, expression: str, result: str, checks: tuple[str, ...] = ()) -> Called:
    after = "\n".join([rng.choice(_AFTER).format(r=result), *checks])
    return Called(problem, Call(rng.choice(_BEFORE).format(e=expression), expression, result, after))


def _problem(kind: str, key: tuple[object, ...], question: str, answer: str, result: str) -> Problem:
    return Problem(
        f"{kind} (tool)", key, question, "", answer, Check.NUMBERS, (result,), explanation=f"I called calculate, and it says {result}."
    )  # fmt: skip


def product(rng: Random, digits: int = 0) -> Called:
    """A long product; the thought checks its last digit."""
    a = sized(rng, digits or 9, digits or 2)
    b = sized(rng, digits or 7, digits or 2)
    GATE.check(a, b)
    r = a * b
    check = f"{a % 10}×{b % 10}={a % 10 * (b % 10)}, and {r} ends in {r % 10}. Good."
    answer = rng.choice(("{a} × {b} = {r}.", "The product of {a} and {b} is {r}.")).format(a=a, b=b, r=r)
    question = asked(rng, "×", amount(rng, a), amount(rng, b))
    return _called(rng, _problem("products", (a, b), question, answer, str(r)), f"{a}*{b}", str(r), (check,))


def power(rng: Random) -> Called:
    """A power of at most 24 digits."""
    while True:
        b, e = (
            rng.choice((rng.randint(2, 12), rng.randint(2, 99), rng.randint(2, 999))),
            rng.choice((2, 3, 4, 5, rng.randint(2, 64))),
        )
        if b**e < 10**24:
            break
    GATE.check(b, e)
    name = {2: "{b} squared", 3: "{b} cubed"}.get(e) if rng.random() < 0.3 else None
    x = (name or rng.choice(number_facts._POWER)).format(b=b, e=e).replace("2th", "second").replace("3th", "third")  # noqa: SLF001 - one table of phrases
    r = str(b**e)
    answer = rng.choice((f"{b}^{e} = {r}.", f"The result is {r}."))
    return _called(rng, _problem("powers", (b, e), framed(rng, x), answer, r), f"{b}^{e}", r)


_ROOT = (
    "the square root of {n}",
    "sqrt({n})",
    "√{n}",
    "square root of {n}",
    "sqrt {n}",
    "the root of {n}",
    "the square root of {n}",
)


def root(rng: Random) -> Called:
    """The square root of a square."""
    found = sized(rng, 5)
    n = found * found
    question = framed(rng, rng.choice(_ROOT).format(n=amount(rng, n)))
    problem = _problem("roots", (n, "root"), question, f"The square root of {n} is {found}.", str(found))
    return _called(rng, problem, f"sqrt({n})", str(found))


def quotient(rng: Random) -> Called:
    """A division that comes out even, by a number of two digits or more."""
    b, q = sized(rng, 5, 2), sized(rng, 5, 2)
    a = b * q
    GATE.check(a, b)
    answer = rng.choice(("{a} ÷ {b} = {r}.", "{a} divided by {b} is {r}.")).format(a=a, b=b, r=q)
    question = asked(rng, "÷", amount(rng, a), amount(rng, b))
    return _called(rng, _problem("quotients", (a, b), question, answer, str(q)), f"{a}/{b}", str(q))


def long_sum(rng: Random) -> Called:
    """Two long numbers added or subtracted."""
    sign = rng.choice("+-")
    a, b = sized(rng, 12, 5), sized(rng, 12, 5)
    if sign == "-":
        a, b = max(a, b), min(a, b)
    GATE.check(a, b)
    r = a + b if sign == "+" else a - b
    question = asked(rng, sign, amount(rng, a), amount(rng, b))
    return _called(
        rng, _problem("long sums", (a, b), question, f"{a} {sign} {b} = {r}.", str(r)), f"{a}{sign}{b}", str(r)
    )


def chain(rng: Random) -> Called:
    """Several operations in one formula."""
    made = four_operations.chain(rng)
    shown = made.thoughts.partition("I need ")[2].partition(".\n")[0]
    expression = shown.replace("×", "*").replace("÷", "/")
    problem = Problem(
        "chain (tool)", made.key, made.question, "", made.answer, Check.NUMBERS, made.expected, explanation=made.explanation, value=made.value
    )  # fmt: skip
    return _called(rng, problem, expression, made.expected[0])


def decimals(rng: Random) -> Called:
    """A product of two numbers with a point, such as a price and an amount."""
    places, more = rng.choice((1, 2)), rng.choice((0, 1, 2))
    a, b = sized(rng, 5, places + 1), sized(rng, 4, more + 1)
    GATE.check(a, b)
    r = number_facts.trimmed(a * b, places + more)
    one, other = number_facts.trimmed(a, places), number_facts.trimmed(b, more)
    question = rng.choice((
        asked(rng, "×", one, other), filled(rng, ("One costs {a} euros. What do {b} cost?", "{b} pieces at {a} each, how much in all?", "{b} kg at {a} a kilo?"), a=one, b=other),
    ))  # fmt: skip
    return _called(
        rng, _problem("decimal products", (a, b), question, f"{one} × {other} = {r}.", r), f"{one}*{other}", r
    )


def refused(rng: Random) -> Called:
    """A call that was not carried out: short ones are done by hand, of others it is said."""
    said = rng.choice(REFUSALS)
    if rng.random() < 0.5:
        made = four_operations.multiplication(rng)
        a, b = made.key
        call = Call(
            rng.choice(_BEFORE).format(e=f"{a}*{b}"),
            f"{a}*{b}",
            said,
            f"The tool may not be used. I do it by hand.\n{made.thoughts}",
        )
        return Called(made, call)
    found = rng.choice((product, power))(rng)
    answer = "I was not allowed to use the calculator, and this is too long for me to do by hand."
    problem = Problem(
        "refused (tool)", found.problem.key, found.problem.question, "", answer, Check.MENTIONS, ("not allowed",)
    )
    return Called(
        problem,
        Call(
            found.call.before,
            found.call.expression,
            said,
            "The tool may not be used, and this is too long to do by hand.",
        ),
    )


_MAKERS = (
    (product, 5.0), (power, 3.0), (root, 1.5), (quotient, 2.0), (long_sum, 1.5), (chain, 1.5), (decimals, 1.5), (refused, 0.8),
)  # fmt: skip


def called(rng: Random) -> Called:
    """One problem for the tool."""
    maker = rng.choices([maker for maker, _ in _MAKERS], [weight for _, weight in _MAKERS])[0]
    return maker(rng)
