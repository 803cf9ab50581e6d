from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from app.voting.answer import AnswerGroup, AnswerKind, Outcome
from app.voting.ballot import Ballot

_PAIRS = json.loads((Path(__file__).parents[2] / "data" / "vote_pairs.json").read_text(encoding="utf-8"))
ESSAY = (
    "A good friend listens before giving advice, and stays when there is nothing to say. Time spent together, small "
    "gifts of attention and honest words make a friendship grow over the years."
)


def counted(*replies: str, samples: int = 0, until_sure: bool = False) -> Ballot:
    ballot = Ballot(samples or len(replies), until_sure=until_sure)
    for sample, reply in enumerate(replies):
        ballot.count(sample, reply)
    return ballot


def outcome(*replies: str) -> Outcome:
    return counted(*replies).outcome()


def agree(one: str, other: str) -> bool | None:
    """Whether two replies answer the same; `None` if one of them has no answer."""
    groups = outcome(one, other).groups
    return None if any(group.answer is None for group in groups) else len(groups) == 1


def test_pairs_of_replies_that_the_code_was_written_for_are_told_apart() -> None:
    missed = [one for one, other, is_same in _PAIRS["tuned"] if agree(one, other) is not is_same]

    assert missed == ["Answer: 10", "Answer: e^{i\\pi}"]  # an exclamation, by far more often; Euler's identity


def test_of_the_pairs_that_nothing_was_written_for_most_are_told_apart() -> None:
    missed = [(one, other) for one, other, is_same in _PAIRS["kept_aside"] if agree(one, other) is not is_same]

    assert len(missed) <= 10  # of 133; 35 at the first try


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Answer: x > 2", "Answer: x < 2"),
        ("Answer: x ≠ 3", "Answer: 3"),
        ("Answer: A, C", "Answer: A, D"),
        (r"\boxed{10!}", r"\boxed{10}"),
        (r"\boxed{\infty}", r"\boxed{-\infty}"),
        ("Answer: prime", "Answer: not prime"),
        ("Answer: North Korea", "Answer: Korea"),
        ("Answer: at least 5", "Answer: at most 5"),
        ("Answer: 3:4", "Answer: 4"),
        ("Answer: H2O", "Answer: CO2"),
        ("Réponse : 1h30", "Réponse : 1h45"),
        ("Answer: Apollo 11", "Answer: 11"),
        (r"\boxed{\frac{22}{7}}", "Answer: 3.14"),
    ],
)
def test_what_says_something_else_never_votes_together(one: str, other: str) -> None:
    assert len(outcome(one, other).groups) == 2


def test_most_votes_win_however_the_answer_is_spelled() -> None:
    found = outcome(r"\boxed{42}", "The answer is 42.", "40 + 2 = 42", "Answer: 41")

    assert found == Outcome(
        "42", AnswerKind.NUMBER, (AnswerGroup("42", (0, 1, 2)), AnswerGroup("41", (3,))), finished=4
    )
    assert found.agreeing == (0, 1, 2)


def test_a_tie_has_no_winner_and_neither_have_answers_that_all_differ() -> None:
    tie = outcome("Answer: 1", "Answer: 2", "Answer: 1", "Answer: 2")

    assert (tie.winner, tie.kind, tie.agreeing) == (None, AnswerKind.NUMBER, ())
    assert outcome("Answer: 1", "Answer: 2", "Answer: 3").winner is None


def test_a_reply_without_an_answer_stands_in_a_group_that_cannot_win() -> None:
    found = outcome("", "Answer: B", "")

    assert found.winner == "B"
    assert found.groups == (AnswerGroup("B", (1,)), AnswerGroup(None, (0, 2)))
    assert found.finished == 3


def test_a_number_without_its_unit_goes_with_the_one_that_has_it() -> None:
    assert outcome("Answer: 5 km", "Answer: 5", "Answer: 5000 m").groups == (AnswerGroup("5 km", (0, 1, 2)),)
    assert len(outcome("Answer: 5 km", "Answer: 5 kg").groups) == 2


def test_a_sentence_goes_with_the_name_that_it_ends_with() -> None:
    assert outcome("Paris.", "The capital of France is Paris.", "Lyon").groups[0].samples == (0, 1)


def test_texts_without_a_common_form_are_grouped_where_they_say_nearly_the_same_and_nobody_wins() -> None:
    found = outcome(ESSAY, "Dear Kim,\n\nthank you for the lovely evening.\n\nSam", ESSAY.replace("honest", "true"))

    assert (found.winner, found.kind) == (None, AnswerKind.TEXT)
    assert found.groups == (AnswerGroup(ESSAY, (0, 2)), AnswerGroup(None, (1,)))


def test_nothing_in_common_is_said_so() -> None:
    found = outcome(ESSAY, "Dear Kim,\n\nthank you for the lovely evening.\n\nSam")

    assert found == Outcome(None, AnswerKind.NONE, (AnswerGroup(None, (0, 1)),), finished=2)
    assert outcome() == Outcome(None, AnswerKind.NONE, (), finished=0)


def test_until_sure_three_are_asked_first_and_three_that_agree_are_enough() -> None:
    assert Ballot(8, until_sure=True).needed == 3
    assert Ballot(2, until_sure=True).needed == 2
    assert counted("Answer: 4", "Answer: 4", "Answer: 4", samples=8, until_sure=True).needed == 0


def test_one_that_disagrees_costs_two_more() -> None:
    assert counted("Answer: 4", "Answer: 4", "Answer: 5", samples=8, until_sure=True).needed == 2


def test_nothing_more_is_asked_once_the_outcome_cannot_change() -> None:
    replies = ["Answer: 4", "Answer: 5", "Answer: 4", "Answer: 4", "Answer: 6"]

    assert counted(*replies, samples=6, until_sure=True).needed == 0
    assert counted(*replies, samples=6).needed == 1, "a full vote hears everybody"


def test_a_reply_that_was_cut_by_its_length_has_no_vote_and_is_not_waited_for() -> None:
    ballot = counted("Answer: 4", "Answer: 4", samples=3)
    ballot.leave_out()

    assert ballot.needed == 0
    assert ballot.outcome().finished == 2


@given(st.lists(st.sampled_from(["Answer: 1", "Answer: 2", "Answer: 3", "", ESSAY]), max_size=16), st.booleans())
def test_every_reply_stands_in_exactly_one_group(replies: list[str], until_sure: bool) -> None:
    found = counted(*replies, samples=16, until_sure=until_sure).outcome()

    assert sorted(itertools.chain.from_iterable(group.samples for group in found.groups)) == list(range(len(replies)))
    assert found.winner is None or found.winner == found.groups[0].answer


@given(st.lists(st.sampled_from(["1", "2", "3"]), min_size=16, max_size=16), st.integers(4, 16))
def test_waves_cost_no_more_than_asking_one_by_one(answers: list[str], samples: int) -> None:
    one_by_one = Ballot(samples, until_sure=True)
    asked_one_by_one = 0
    while one_by_one.needed:
        one_by_one.count(asked_one_by_one, f"Answer: {answers[asked_one_by_one]}")
        asked_one_by_one += 1
    waves = Ballot(samples, until_sure=True)
    asked = 0
    while (wave := waves.needed) > 0:
        for sample in range(asked, asked + wave):
            waves.count(sample, f"Answer: {answers[sample]}")
        asked += wave

    assert asked == asked_one_by_one
    assert waves.outcome() == one_by_one.outcome()
