"""Two thoughts side by side."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from app.reasoning import aligned
from tests.fakes.marked_thoughts import marked_thoughts

BEGINNING = "Two trains are 300 km apart.\n\nFirst, I'll add the speeds: 70 + 80 = 150.\n\n"
ONE = BEGINNING + "The time is 300 / 150 = 2 hours.\n\nSo the answer is 2 hours."
OTHER = BEGINNING + "The time is 300 / 150 = 3 hours.\n\nSo the answer is 3 hours."


def rows(first: str, second: str) -> list[tuple[int | None, int | None, bool]]:
    return [(pair.first, pair.second, pair.disagrees) for pair in aligned(first, second).pairs]


def test_a_thought_beside_itself_agrees() -> None:
    alignment = aligned(ONE, ONE)

    assert [(pair.first, pair.second) for pair in alignment.pairs] == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert alignment.parting is None
    assert alignment.shared == len(ONE)


def test_the_first_disagreement_is_found_after_what_both_begin_with() -> None:
    alignment = aligned(ONE, OTHER)

    assert alignment.pairs[2].disagrees
    assert alignment.parting == 2
    assert ONE[: alignment.shared] == BEGINNING + "The time is 300 / 150 = "


def test_a_step_that_only_one_has_stands_alone() -> None:
    more = ONE.replace("\n\nSo", "\n\nWait, does the wind matter? It is not mentioned.\n\nSo")

    assert rows(ONE, more) == [(0, 0, False), (1, 1, False), (2, 2, False), (None, 3, False), (3, 4, False)]
    assert aligned(ONE, more).parting == 3


def test_other_words_for_the_same_are_side_by_side() -> None:
    first = "We have 12 apples in a box.\n\nHalf of the apples are red, so 6 are red.\n\nThe answer is 6."
    second = "There are 12 apples in the box.\n\nThe red apples are half of them, 6.\n\nSo the answer is 6."

    assert rows(first, second) == [(0, 0, False), (1, 1, False), (2, 2, False)]


def test_what_is_denied_is_a_disagreement() -> None:
    first, second = "The matrix is symmetric.\n\nIt ends.", "The matrix is not symmetric.\n\nIt ends."

    assert rows(first, second) == [(0, 0, True), (1, 1, False)]


def test_chinese_is_compared_too() -> None:
    first, second = "一共有35个头。\n\n所以兔有12只。", "总共有35个头。\n\n所以兔有13只。"

    assert rows(first, second) == [(0, 0, False), (1, 1, True)]


@pytest.mark.parametrize(("first", "second"), [("", ""), ("", "One."), ("One.", ""), ("One.", "Quite else.")])
def test_little_is_no_trouble(first: str, second: str) -> None:
    pairs = aligned(first, second).pairs

    assert sum(pair.first is not None for pair in pairs) == (1 if first else 0)
    assert sum(pair.second is not None for pair in pairs) == (1 if second else 0)


@settings(max_examples=40)
@given(st.integers(0, 4), st.integers(0, 40), st.booleans())
def test_every_step_stands_once_and_in_order(few: int, many: int, is_turned: bool) -> None:
    texts = [thought.text for thought in marked_thoughts("tuned")] * 2
    first, second = "\n\n".join(texts[:many]), "\n\n".join(texts[19 : 19 + few])
    alignment = aligned(second, first) if is_turned else aligned(first, second)

    for name, steps in (("first", alignment.first), ("second", alignment.second)):
        places = [place for pair in alignment.pairs if (place := getattr(pair, name)) is not None]
        assert places == list(range(len(steps)))
