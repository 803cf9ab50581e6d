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


_FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
_WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("می\u200cخواهم کتاب\u200cهای نو بخرم", "می\u200cخواهم کتاب\u200cهای نو بخرم"),
        (
            "Why does 👩\u200d💻 differ from 👩💻? And 🏳️\u200d🌈?",
            "Why does 👩\u200d💻 differ from 👩💻? And 🏳️\u200d🌈?",
        ),
        ("क्\u200dष and क्ष — ක්\u200dරියාව", "क्\u200dष and क्ष — ක්\u200dරියාව"),
        ("```python\nprint('a')\n```\nWhy does this print a?", "Why does this print a?"),
        ("> quoted line\n\nWhat does it mean?", "What does it mean?"),
        ("\x1b[31mred\x1b[0m text", "red text"),
        ("Is F# like C#", "Is F# like C#"),
        ("-5 + 3?", "-5 + 3?"),
        ("How does A*", "How does A*"),
        ("#include <map> fails", "#include <map> fails"),
        ("What is vector<int>", "What is vector<int>"),
        ("`x` is what?", "`x` is what?"),
        ("**Trains**", "Trains"),
        ("# Trains #", "Trains"),
        ("- a list\n- of two", "a list"),
        ("Soft\u00adware", "Software"),
        # kept aside while the code was written
        ("~~~\nlog line\n~~~\n\nwhat went wrong here", "what went wrong here"),
        ("````md\n```py\n1\n```\n````\nExplain the fences.", "Explain the fences."),
        ("```python\nprint('only code')\n```", "print('only code')"),
        ("```\nnever closed", "never closed"),
        ("```c``` is what?", "```c``` is what?"),
        ("> all of it\n> is quoted", "all of it"),
        ("**Why** does it rain?", "**Why** does it rain?"),
        ("Is it true *or not*", "Is it true *or not*"),
        ("--help prints nothing", "--help prints nothing"),
        ("* 2 eggs", "2 eggs"),
        ("What does `ls -l` do with `-a`", "What does `ls -l` do with `-a`"),
        ("x >", "x >"),
        ("> 5 is what I need, or >= 5", "5 is what I need, or >= 5"),
        ("\x1b]8;;https://example.org\x1b\\a link\x1b]8;;\x1b\\ says", "a link says"),
        ("\u202eabc\u202c and \u200bzero", "abc and zero"),
        (f"{_WALES} or {_FAMILY}", f"{_WALES} or {_FAMILY}"),
        ("====\nA title\n====", "A title"),
        ("#hashtag first", "#hashtag first"),
        ("\ud83d broken half", "broken half"),
        ("----\n```\n```\n", "----"),
        ("<div> or <span>", "<div> or <span>"),
    ],
)
def test_the_words_that_a_person_wrote_are_kept(question: str, title: str) -> None:
    assert title_from_question(question) == title


@pytest.mark.parametrize(
    "grapheme",
    ["🇩🇪", _FAMILY, _WALES, "e\u0301", "👋🏽", "❤️", "1️⃣", "नि", "क्ष", "\u1112\u1161\u11ab", "กำ", "i\u0308\u0301"],
)
@pytest.mark.parametrize("before", range(3))
def test_a_cut_leaves_whole_graphemes(grapheme: str, before: int) -> None:
    title = title_from_question("x" * before + grapheme * 70)

    kept = title.removeprefix("x" * before).removesuffix("…")
    assert len(title) <= MAX_LENGTH
    assert title.endswith("…")
    assert kept
    assert kept.replace(grapheme, "") == ""


def test_a_single_endless_grapheme_is_cut_anyway() -> None:
    assert 1 < len(title_from_question("e" + "\u0301" * 500)) <= MAX_LENGTH
