from __future__ import annotations

import pytest

from app.conversation.title import MAX_LENGTH, title_from_question


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("What is 2 + 3?", "What is 2 + 3?"),
        ("\n\n   # Trains  \nTwo trains …", "Trains"),
        ("a\tb   c", "a b c"),
        ("‮evil‬ text", "evil text"),
        ("", ""),
        ("---\n", "---"),
    ],
)
def test_the_first_line_that_says_something_is_the_title(question: str, title: str) -> None:
    assert title_from_question(question) == title


def test_a_long_question_is_cut_between_words() -> None:
    title = title_from_question("Two trains leave at 14:10 and 14:40, at 80 and 120 km/h, in the same direction.")

    assert len(title) <= MAX_LENGTH
    assert title.endswith("…")
    assert title == "Two trains leave at 14:10 and 14:40, at 80 and 120 km/h…"


def test_one_endless_word_is_cut_anyway() -> None:
    assert len(title_from_question("x" * 500)) <= MAX_LENGTH
