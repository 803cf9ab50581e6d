"""Which kinds a training run sees, how often, and how conversations are put together from them."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from curriculum import (
    algebra,
    calculator,
    calendar_days,
    changing_stories,
    chat,
    clock,
    decimals,
    everyday,
    four_operations,
    number_facts,
    number_rows,
    ordering,
    other_topics,
    primes,
    puzzles,
    sequences,
    small_questions,
    spelling,
    stories,
    turns,
)  # fmt: skip
from curriculum.phrasing import spoken
from curriculum.problem import Problem
from curriculum.split import GATE, HeldOut, is_held_out

Maker = Callable[[Random], Problem]

WEIGHTS: tuple[tuple[Maker, float], ...] = (
    (four_operations.addition, 5.0), (four_operations.subtraction, 6.0), (four_operations.multiplication, 8.0), (four_operations.division, 8.0),
    (four_operations.long_numbers, 3.0), (four_operations.chain, 6.0), (decimals.compare, 3.0), (decimals.sort, 3.0), (decimals.decimal_sum, 2.5),
    (decimals.rounding, 0.8), (number_facts.percent, 4.5), (number_facts.average, 3.0), (number_facts.power, 2.5), (number_facts.divisor, 2.5),
    (primes.prime, 3.0), (algebra.fraction, 4.0), (algebra.equation, 4.5), (sequences.sequence, 4.0), (clock.later, 4.0), (clock.between, 2.0),
    (clock.units, 3.0), (clock.speed, 1.0), (calendar_days.weekday, 2.5), (calendar_days.span, 2.5), (calendar_days.date_after, 1.5),
    (calendar_days.months, 1.0), (spelling.letter_count, 5.0), (spelling.letters, 4.0), (spelling.words_list, 3.0), (spelling.numbers_list, 2.5),
    (stories.one_step, 5.0), (stories.two_steps, 4.0), (ordering.order, 5.0), (puzzles.seats, 3.0), (puzzles.liars, 3.0), (puzzles.belongings, 2.5),
    (changing_stories.changing, 6.0), (changing_stories.groups, 5.0), (changing_stories.relations, 4.0), (small_questions.multiple, 2.0),
    (small_questions.signed, 2.5), (small_questions.remainder, 1.5), (number_rows.rows_of_numbers, 2.0), (small_questions.shape, 2.0),
    (small_questions.share, 2.0), (number_rows.from_list, 2.0), (everyday.unit_facts, 2.5), (everyday.spoken_times, 1.5),
    (everyday.around_today, 1.0), (everyday.alphabet, 2.0), (chat.talk, 2.5), (chat.beyond, 0.6), (other_topics.off_topic, 7.0),
)  # fmt: skip
_MAKERS = [maker for maker, _ in WEIGHTS]
_CUMULATIVE = [sum(weight for _, weight in WEIGHTS[: i + 1]) for i in range(len(WEIGHTS))]
WITH_TOOLS = 0.2
_SYSTEMS = (
    "You are a helpful assistant.", "You are Aside.", "Answer briefly.", "Be concise and precise.", "You are a friendly tutor for children.", "Always answer in English.", "You are a careful mathematician. Think step by step.",
    "Today is Monday, 3 March.", "The user's name is Anna.", "You are a pirate.", "Do not make things up.", "Reply in plain text without Markdown.", "You are an expert. Show your reasoning, then give the final answer.", "Be kind.", "You are a helpful, honest and harmless assistant.",
    "Be polite and short. Never use emoji.", "Format the answer as JSON.", "You speak like a teacher.", "Keep it under 50 words.", "If you do not know something, say so.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conversation:
    """Earlier turns (question, answer without thinking), then the problem that is to be answered, perhaps by a call."""

    problem: Problem
    earlier: tuple[tuple[str, str], ...] = ()
    system: str = ""
    tools: tuple[str, ...] = ()
    call: calculator.Call | None = None


def plain(rng: Random) -> Problem:
    """One problem of the mixture that training may see."""
    while True:
        maker = rng.choices(_MAKERS, cum_weights=_CUMULATIVE)[0]
        try:
            problem = maker(rng)
        except HeldOut:
            continue
        if not GATE.guarded or not is_held_out(problem.key):
            return problem


def _follow(rng: Random, before: Problem, history: list[tuple[str, str]]) -> Problem | None:
    roll = rng.random()
    if before.kind == "letter counting" and roll < 0.5:
        return turns.other_word(rng, before)
    if roll < 0.42:
        return turns.change(rng, before)
    if roll < 0.58:
        return turns.why(rng, before)
    if roll < 0.74:
        found = turns.sure(rng, before)
        if found is None:
            return None
        history[-1] = (history[-1][0], found[1])
        return found[0]
    return turns.again(rng, before)


def follow_up(rng: Random, before: Problem, history: list[tuple[str, str]]) -> Problem | None:
    """A follow-up to `before`, whose turn is the last of `history` (its answer there may be given a slip)."""
    try:
        made = _follow(rng, before, history)
    except HeldOut:
        return None
    if made is None or (GATE.guarded and is_held_out(made.key)):
        return None
    return made


def conversation(rng: Random) -> Conversation:
    """One training conversation: mostly a single question, else up to eight turns with follow-ups."""
    roll = rng.random()
    count = 0 if roll < 0.68 else 1 if roll < 0.86 else 2 if roll < 0.94 else rng.randint(3, 8)
    system = rng.choice(_SYSTEMS) if rng.random() < 0.15 else ""
    if system and rng.random() < 0.3:
        system = other_topics.off_topic(rng).question.replace("⟦", "").replace("⟧", "")
    history: list[tuple[str, str]] = []
    problem = plain(rng)
    problem = replace(problem, question=spoken(rng, problem.question))
    for _ in range(count):
        history.append((problem.question, problem.answer))
        following = follow_up(rng, problem, history) if rng.random() < 0.75 else None
        if following is None:
            following = chat.talk(rng) if rng.random() < 0.15 else plain(rng)
        problem = replace(following, question=spoken(rng, following.question))
    found = Conversation(problem, tuple(history), system)
    return found if rng.random() >= WITH_TOOLS else _with_tools(rng, found)


def _with_tools(rng: Random, plain_one: Conversation) -> Conversation:
    """The same where tools are offered: what is long is calculated by the tool, all else goes on as ever."""
    if rng.random() < 0.12:
        return replace(plain_one, tools=calculator.others(rng))
    if rng.random() < 0.3 and plain_one.problem.kind not in calculator.BY_HAND:
        return replace(plain_one, tools=calculator.offered(rng))
    while True:
        try:
            made = calculator.called(rng)
        except HeldOut:
            continue
        if not GATE.guarded or not is_held_out(made.problem.key):
            break
    problem = replace(made.problem, question=spoken(rng, made.problem.question))
    return replace(plain_one, problem=problem, tools=calculator.offered(rng), call=made.call)
