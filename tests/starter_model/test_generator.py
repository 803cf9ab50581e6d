"""What the generator promises: true steps, checkable answers, held-out operands kept out."""

from __future__ import annotations

import re
from fractions import Fraction
from importlib import import_module
from random import Random

import pytest

mixture = import_module("curriculum.mixture")
split = import_module("curriculum.split")
steps = import_module("curriculum.steps")
problem = import_module("curriculum.problem")
phrasing = import_module("curriculum.phrasing")

_CLAIM = re.compile(r"(?<![\d.÷×+\-)(/^])(\d+(?:[+\-×÷]\d+)+)=(-?\d+(?:\.\d+)?)(?![\d÷×+\-/^]| remainder)")
_NOTICED = re.compile(r"=\d+\. (?:Wait|Hmm|No)")


def _value(expression: str) -> Fraction:
    """Left to right with × and ÷ first, as a person reads it."""
    total, sign = Fraction(0), 1
    for term in re.findall(r"[+\-]|[^+\-]+", expression):
        if term in "+-":
            sign = 1 if term == "+" else -1
            continue
        numbers = re.findall(r"[×÷]|\d+", term)
        value = Fraction(int(numbers[0]))
        for operator, number in zip(numbers[1::2], numbers[2::2], strict=True):
            value = value * int(number) if operator == "×" else value / int(number)
        total += sign * value
    return total


def test_every_answer_passes_its_own_check() -> None:
    rng = Random(1)
    for _ in range(4000):
        made = mixture.conversation(rng).problem
        assert problem.is_right(made.answer, made.check, made.expected), made


def test_every_sum_in_a_thought_is_right_unless_it_is_noticed_at_once() -> None:
    rng, claims = Random(2), 0
    for _ in range(3000):
        made = mixture.plain(rng)
        for line in made.thoughts.split("\n"):
            if _NOTICED.search(line) or ("÷2" in line and "+" in line):
                continue
            for left, right in _CLAIM.findall(line):
                claims += 1
                assert _value(left) == Fraction(right), (line, made)
    assert claims > 5000


def test_a_few_thoughts_notice_and_mend_a_slip() -> None:
    rng = Random(3)
    mended = sum(bool(_NOTICED.search(mixture.plain(rng).thoughts)) for _ in range(3000))
    assert 0.01 < mended / 3000 < 0.15


def test_training_never_sees_a_held_out_problem() -> None:
    rng = Random(4)
    for _ in range(4000):
        conversation = mixture.conversation(rng)
        assert not split.is_held_out(conversation.problem.key)


def test_no_worked_step_of_training_uses_a_held_out_pair() -> None:
    rng = Random(5)
    for a in range(10, 100):
        for b in range(10, 100):
            if not split.is_held_out((a, b)):
                continue
            for sign in "+-×÷":
                with pytest.raises(split.HeldOut):
                    steps.work(rng, a, sign, b)


def test_the_split_ignores_the_order_of_the_operands() -> None:
    rng = Random(6)
    pairs = [(rng.randrange(10_000), rng.randrange(100)) for _ in range(5000)]
    assert all(split.is_held_out((a, b)) == split.is_held_out((b, a)) for a, b in pairs)
    share = sum(split.is_held_out(pair) for pair in pairs) / len(pairs)
    assert 0.04 < share < 0.09


@pytest.mark.parametrize(
    ("answer", "expected", "right"),
    [
        ("The sum of 347 and 588 is 935.", ("935",), True),
        ("347 + 588 = 945.", ("935",), False),
        ("62 remainder 6.", ("62", "6"), True),
        ("It is 1,024.", ("1024",), True),
        ("x = -4.", ("-4",), True),
        ("12-4 = 8.", ("8",), True),
        ("It is 01:55 on the next day.", ("01:55",), True),
        ("I do not know.", ("5",), False),
    ],
)
def test_numbers_are_compared_from_the_end(answer: str, expected: tuple[str, ...], right: bool) -> None:
    assert problem.is_right(answer, problem.Check.NUMBERS, expected) is right


def test_typing_mistakes_spare_numbers_and_kept_text() -> None:
    rng = Random(7)
    for _ in range(2000):
        text = phrasing.spoken(rng, "Please count the letter r in ⟦strawberry⟧ and add 1234")
        assert "strawberry" in text
        assert "1234" in text
        assert "⟦" not in text


def test_the_same_seed_gives_the_same_conversations() -> None:
    first, second = Random(8), Random(8)
    assert [mixture.conversation(first) for _ in range(200)] == [mixture.conversation(second) for _ in range(200)]
