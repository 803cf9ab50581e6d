"""Follow-ups: "and double that?", "why?", "are you sure?", "and with 12?", asked after an earlier answer."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from curriculum import lexicon, spelling
from curriculum.four_operations import KINDS, operands, sized, solved
from curriculum.phrasing import amount
from curriculum.problem import Check, Problem, numbers_in

_COUNTED = re.compile(r"There (?:is|are) \d+ (\w)(?:'s)? in (\w+)\.")
_IT = ("that", "it", "this", "the result", "that number", "the answer")
_CHANGES = {
    "double": ("and double {it}?", "double {it}", "twice {it}?", "Now double {it}.", "and twice {it}", "what is twice {it}", "What is double {it}?", "And times two?", "And doubled?", "the double of {it}?", "2 times {it}", "now the double", "can you double {it}?", "doubled?"),
    "triple": ("and triple {it}?", "triple {it}", "three times {it}?", "Now triple {it}.", "And times three?", "what is three times {it}?"),
    "half": ("and half of {it}?", "half of {it}", "Now halve {it}.", "What is half of {it}?", "and the half?", "divide {it} by two", "and a half of {it}?", "halve {it}"),
    "+": ("and plus {n}?", "add {n} to {it}", "plus {n}", "Now add {n}.", "{it} plus {n}?", "and {n} more?", "What is {it} plus {n}?", "+ {n}", "now increase {it} by {n}", "And if I add {n}?", "add another {n}", "and then plus {n}", "+{n}"),
    "-": ("and minus {n}?", "subtract {n} from {it}", "minus {n}", "Now take away {n}.", "{it} minus {n}?", "and {n} less?", "What is {it} minus {n}?", "- {n}", "And if I take {n} away?", "reduce {it} by {n}", "-{n}"),
    "×": ("and times {n}?", "multiply {it} by {n}", "times {n}", "Now multiply by {n}.", "{it} times {n}?", "* {n}", "x {n}", "What is {n} times {it}?", "and {n} times as much?", "And multiplied by {n}?", "×{n}"),
    "÷": ("and divided by {n}?", "divide {it} by {n}", "divided by {n}", "Now divide by {n}.", "{it} divided by {n}?", "/ {n}", "÷ {n}", "Split {it} into {n} equal parts.", "and shared by {n}?"),
    "square": ("and squared?", "square {it}", "Now square {it}.", "{it} squared?", "what is the square of {it}?"),
}  # fmt: skip
_WHY = (
    "Why?",
    "why",
    "why?",
    "How did you get that?",
    "how do you know?",
    "Explain.",
    "explain please",
    "Can you explain?",
    "How?",
    "how come",
    "Why is that?",
    "show me how",
    "How did you do it?",
    "I don't get it.",
    "Can you show the steps?",
    "why is it {v}",
    "How come it is {v}?",
    "Explain how you got {v}.",
    "what did you do there?",
    "how did you work that out",
)
_SURE = (
    "Are you sure?",
    "are you sure",
    "Really?",
    "is that right?",
    "Is that correct?",
    "you sure?",
    "I don't believe you.",
    "Check again.",
    "Can you check that?",
    "That looks wrong.",
    "that's wrong",
    "I think that is wrong.",
    "Double check please.",
    "sure?",
    "is {v} really right?",
    "hmm, are you certain?",
    "recheck",
    "No, that's not right.",
    "u sure?",
    "check it again please",
)
_AGAIN = (
    "and {x}?",
    "And {x}?",
    "what about {x}?",
    "What about {x}?",
    "now {x}",
    "and what is {x}",
    "Next: {x}",
    "then {x}",
    "ok and {x}?",
    "{x}?",
    "and for {x}?",
    "How about {x}?",
    "same with {x}",
    "And with {x}?",
)
_SIGNS = {
    "+": ("+", " + ", " plus "),
    "-": ("-", " - ", " minus "),
    "×": ("*", " x ", " × ", " times "),
    "÷": ("/", " ÷ ", " divided by "),
}


def _number(rng: Random, sign: str) -> int:
    if sign in "+-":
        return sized(rng, rng.choice((1, 2, 3)))
    return rng.choice((rng.randint(2, 10), rng.randint(2, 12), rng.randint(2, 40)))


def change(rng: Random, before: Problem) -> Problem | None:
    """Something done to the last result, or None if there is no whole number to go on from."""
    v = before.value
    if v is None or v < 0 or v > 99999:
        return None
    name = rng.choice(("double", "double", "triple", "half", "half", "+", "+", "-", "-", "×", "÷", "square"))
    sign, n = {"double": ("×", 2), "triple": ("×", 3), "half": ("÷", 2), "square": ("×", v)}.get(name, (name, 0))
    if not n:
        n = _number(rng, sign)
    if (
        (sign == "÷" and (v % n or not v))
        or (sign == "×" and (v > 9999 or n > 99))
        or (sign == "-" and n > v and rng.random() < 0.7)
    ):
        name, sign, n = "double", "×", 2
    if v == 0:
        return None
    lines, _, expected, _ = solved(rng, v, sign, n)
    result = {"+": v + n, "-": v - n, "×": v * n, "÷": v // n}[sign]
    question = rng.choice(_CHANGES[name]).format(it=rng.choice(_IT), n=amount(rng, n))
    said = {
        "double": f"Double {v} is {result}.",
        "triple": f"Three times {v} is {result}.",
        "half": f"Half of {v} is {result}.",
        "square": f"{v} squared is {result}.",
    }.get(name, f"{v} {sign} {n} = {result}.")
    return Problem(
        "follow-ups",
        (v, n),
        question,
        "\n".join([f"The last result was {v}. The user wants {v}{sign}{n}.", *lines]),
        said,
        Check.NUMBERS,
        expected,
        explanation=f"I took the last result, {v}: {v} {sign} {n} = {result}.",
        value=result,
    )


def why(rng: Random, before: Problem) -> Problem | None:
    """How the last answer came about."""
    if not before.explanation:
        return None
    question = rng.choice(_WHY).format(v=before.value if before.value is not None else "that")
    mark = before.expected[0] if before.check in (Check.NUMBERS,) and before.expected[0] in before.explanation else ""
    return Problem(
        "follow-ups: why",
        before.key,
        question,
        f"The user wants to know how I got that. I go through it again.\n{before.thoughts}",
        before.explanation,
        Check.MENTIONS,
        (mark,),
        explanation=before.explanation,
        value=before.value,
    )


def sure(rng: Random, before: Problem) -> tuple[Problem, str] | None:
    """A check of the last answer, and that answer as it stands in the history: right, or with a slip planted in it."""
    v = before.value
    if v is None:
        return None
    question = rng.choice(_SURE)
    said = before.answer
    wrong = None
    if rng.random() < 0.4:
        wrong = v + rng.choice((1, -1, 10, -10, 2, 9, 100))
        if numbers_in(said)[-1:] != [str(v)] or wrong < 0 or wrong == v:
            return None
        head, _, tail = said.rpartition(str(v))
        said = f"{head}{wrong}{tail}"
    shown = wrong if wrong is not None else v
    lines = [f"I said {shown}. Let me work it out again.", before.thoughts]
    if wrong is None:
        lines.append(f"I get {v} again, so it is right.")
        answer = rng.choice((f"Yes, I checked it: it is {v}.", f"Yes, I am sure. It is {v}."))
    else:
        lines.append(f"Now I get {v}, not {wrong}. I made a mistake.")
        answer = rng.choice(
            (f"No, I made a mistake, sorry. It is {v}.", f"Sorry, I was wrong. The right answer is {v}.")
        )
    return Problem(
        "follow-ups: sure",
        before.key,
        question.format(v=shown),
        "\n".join(lines),
        answer,
        Check.NUMBERS,
        (str(v),),
        value=v,
        explanation=before.explanation,
    ), said


def again(rng: Random, before: Problem) -> Problem | None:
    """The same operation with other numbers, or another short sum, said with few words."""
    sign = next((s for s, name in KINDS.items() if name == before.kind), "")
    bare = bool(sign) and rng.random() < 0.4
    if not sign:
        sign = rng.choice("+-×÷")
    a, b = operands(rng, sign)
    lines, text, expected, answer = solved(rng, a, sign, b)
    x = f"{a} and {b}" if bare else f"{a}{rng.choice(_SIGNS[sign])}{b}"
    start = f"The same again with {a} and {b}: {a}{sign}{b}." if bare else f"I need {a}{sign}{b}."
    return Problem(
        "follow-ups",
        (a, b),
        rng.choice(_AGAIN).format(x=x),
        "\n".join([start, *lines]),
        answer,
        Check.NUMBERS,
        expected,
        explanation=f"{a} {sign} {b} = {text}.",
        value=int(text) if len(expected) == 1 else None,
    )


def other_word(rng: Random, before: Problem) -> Problem | None:
    """After counting a letter: the same letter in another word, or another letter in the same word."""
    found = _COUNTED.search(before.answer)
    if before.kind != "letter counting" or not found:
        return None
    letter, word = found[1], found[2]
    if rng.random() < 0.6:
        word = lexicon.any_word(rng)
        question = rng.choice(
            (
                "and in {w}?",
                "And how many in {w}?",
                "what about {w}?",
                "and {w}?",
                "How about {w}?",
                "now {w}",
                "the same for {w}",
            )
        ).format(w=f"⟦{word}⟧")
    else:
        letter = rng.choice(word) if rng.random() < 0.8 else rng.choice("abcdefghijklmnopqrstuvwxyz")
        question = rng.choice(
            ("and the letter {c}?", "and how many {c}?", "What about {c}?", "and {c}'s?", "how many {c} then?")
        ).format(c=f"⟦{letter}⟧")
    count, apart = spelling.counted(word, letter)
    return replace(spelling.count_problem(word, letter, question, count, apart), kind="follow-ups")
