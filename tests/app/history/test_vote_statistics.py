"""What the votes of a model come to together."""

from __future__ import annotations

from app.history.vote_figures import VoteFigures, VoteStatistics, votes_as_csv

VOTES = (
    VoteFigures(0.0, samples=8, finished=8, agreeing=7, spared=0, tokens=800, seconds=16.0),
    VoteFigures(60.0, samples=8, finished=3, agreeing=3, spared=5, tokens=300, seconds=6.0),
)


def test_shares_and_costs_are_those_of_all_replies() -> None:
    assert VoteStatistics.of(VOTES) == VoteStatistics(2, 10 / 11, 5 / 16, 100.0, 2.0)


def test_without_votes_or_figures_nothing_is_made_up() -> None:
    assert VoteStatistics.of(()) == VoteStatistics(0, 0.0, 0.0, None, None)
    stopped = VoteFigures(0.0, samples=3, finished=0, agreeing=0, spared=0, tokens=0, seconds=0.0)
    assert VoteStatistics.of((stopped,)) == VoteStatistics(1, 0.0, 0.0, None, None)


def test_the_table_has_a_line_for_each_vote() -> None:
    assert votes_as_csv(VOTES).splitlines() == [
        "created_at,samples,finished,agreeing,spared,tokens,seconds",
        "1970-01-01T00:00:00+00:00,8,8,7,0,800,16.0",
        "1970-01-01T00:01:00+00:00,8,3,3,5,300,6.0",
    ]
