"""What drafting has saved, in words."""

from __future__ import annotations

import pytest

from app.inference.control_words import saving_words


@pytest.mark.parametrize(
    ("share", "word"),
    [(-0.3, ""), (0.0, ""), (0.07, ""), (0.11, "a tenth"), (0.23, "a quarter"), (0.35, "a third"), (0.9, "quarters")],
)
def test_the_nearest_usual_fraction_is_said_and_nothing_where_little_was_saved(share: float, word: str) -> None:
    assert word in saving_words(share)
    assert bool(word) == bool(saving_words(share))
