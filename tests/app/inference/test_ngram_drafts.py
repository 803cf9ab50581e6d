"""Drafts from the text itself, and what decoding several tokens at once costs."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from app.inference.llama.drafting.ngram_drafts import NgramDrafts
from app.inference.llama.sequences.decode_costs import DecodeCosts


def drafted(tokens: Sequence[int], count: int = 4) -> list[int]:
    drafts = NgramDrafts()
    drafts.begin(tokens)
    return list(drafts.draft(count))


def test_what_followed_before_is_expected_again() -> None:
    assert drafted([9, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3]) == [4, 5, 6, 7]


def test_nothing_is_drafted_for_what_never_stood_there() -> None:
    assert drafted([1, 2, 3, 4, 5, 6, 7]) == []
    assert drafted([]) == []
    assert drafted([1, 2]) == []


def test_the_longest_match_wins_over_the_latest() -> None:
    tokens = [7, 8, 1, 2, 3, 50, 51, 52, 9, 9, 1, 2, 3, 60, 61, 62, 7, 8, 1, 2, 3]

    assert drafted(tokens, 3) == [50, 51, 52]


def test_the_latest_wins_among_equal_matches() -> None:
    assert drafted([0, 1, 2, 3, 50, 0, 1, 2, 3, 60, 0, 1, 2, 3], 1) == [60]


def test_a_loop_goes_round() -> None:
    assert drafted([5, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2], 7) == [3, 4, 1, 2, 3, 4, 1]


def test_a_match_is_followed_token_by_token() -> None:
    text = list(range(100, 140))
    drafts = NgramDrafts()
    drafts.begin([*text, 1, *text[:3]])
    for index in range(3, 30):
        assert drafts.draft(2) == text[index : index + 2]
        drafts.add(text[index])


def test_chances_are_learnt_without_drafting() -> None:
    loop = [1, 2, 3, 4, 5, 6, 7, 8]
    drafts = NgramDrafts()
    drafts.begin(loop * 2)
    before = drafts.chances(1)[0]
    for token in loop * 8:
        drafts.add(token)

    assert drafts.chances(1)[0] > max(before, 0.9)


def test_matches_that_are_mostly_wrong_promise_little() -> None:
    numbers = random.Random(1)
    drafts = NgramDrafts()
    drafts.begin([])
    for _ in range(400):
        for token in (1, 2, 3, numbers.randrange(10, 1000)):
            drafts.add(token)
    drafts.add(1)
    drafts.add(2)
    drafts.add(3)

    assert drafts.draft(1)
    assert drafts.chances(1)[0] < 0.2


@given(
    st.lists(st.integers(0, 3), max_size=60),
    st.lists(st.integers(0, 3), max_size=30),
    st.lists(st.integers(0, 3), max_size=60),
)
def test_going_on_from_an_earlier_text_is_as_good_as_new(shared: list[int], old: list[int], new: list[int]) -> None:
    used, fresh = NgramDrafts(), NgramDrafts()
    used.begin(shared + old)
    used.begin(shared + new)
    fresh.begin(shared + new)

    assert list(used.draft(8)) == list(fresh.draft(8))


@given(st.lists(st.integers(0, 2), max_size=80))
def test_a_draft_always_continues_a_place_that_ends_alike(tokens: list[int]) -> None:
    draft = drafted(tokens, 1)

    places = [end for end in range(3, len(tokens)) if tokens[end - 3 : end] == tokens[-3:]]
    assert bool(draft) is bool(places)
    assert not draft or draft[0] in {tokens[place] for place in places}


def costs(**times_s: float) -> DecodeCosts:
    measured = DecodeCosts()
    for name, seconds in times_s.items():
        for _ in range(3):
            measured.record(int(name.removeprefix("of_")), seconds)
    return measured


def test_costs_are_measured_against_a_single_token() -> None:
    measured = costs(of_1=0.01, of_4=0.02)

    assert measured.ratio(1) == 1.0
    assert measured.ratio(4) == pytest.approx(2.0)
    assert measured.ratio(2) == pytest.approx(1 + 1 / 3)
    assert measured.ratio(7) == pytest.approx(3.0)


def test_the_first_decode_of_a_size_does_not_count() -> None:
    measured = costs(of_1=0.01)
    measured.record(4, 5.0)
    guessed = measured.ratio(4)
    measured.record(4, 0.02)

    assert guessed < 2
    assert measured.ratio(4) == pytest.approx(2.0)


def test_one_slow_decode_changes_nothing() -> None:
    measured = costs(of_1=0.01, of_4=0.02)
    measured.record(4, 0.9)
    measured.record(1, 0.9)

    assert measured.ratio(4) == pytest.approx(2.0)


def test_what_was_too_dear_is_tried_again_later() -> None:
    measured = costs(of_1=0.01, of_4=0.08)
    for _ in range(3000):
        measured.record(1, 0.01)

    assert measured.ratio(4) < 1.3
    measured.record(4, 0.03)
    assert measured.ratio(4) == pytest.approx(3.0)
