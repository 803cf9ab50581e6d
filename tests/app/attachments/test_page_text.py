"""The order in which a page's glyphs are read, from where they stand."""

from __future__ import annotations

import itertools
import random

import pytest

from app.attachments.page_text import Glyph, page_text

_SIZE = 10.0
_STEP = 5.0


def _line(text: str, left: float, baseline: float, *, step: float = _STEP, angle: int = 0) -> list[Glyph]:
    """Draw what is seen from left to right."""
    return [
        Glyph(letter, left + step * number, left + step * (number + 1), baseline, _SIZE, angle)
        for number, letter in enumerate(text)
        if letter != " "
    ]


def _shuffled(glyphs: list[Glyph], seed: int = 1) -> list[Glyph]:
    """Return the glyphs in another order; those of one place stay in theirs."""
    places = list(dict.fromkeys((glyph.left, glyph.baseline) for glyph in glyphs))
    random.Random(seed).shuffle(places)
    return [glyph for place in places for glyph in glyphs if (glyph.left, glyph.baseline) == place]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("plain words here", "plain words here"),
        ("םלוע םולש", "שלום עולם"),
        (".456 הטושפ הרוש", "שורה פשוטה 456."),
        ("abc םולש def", "abc שלום def"),
        # kept aside while the code was written
        ("1,948.50 ריחמ", "מחיר 1,948.50"),
        ("Python תפשב תינכות", "תוכנית בשפת Python"),
        ("see םלוע םולש, then go on", "see שלום עולם, then go on"),
        (")םולש( רמא", "אמר (שלום)"),  # by a program that writes which bracket is meant
        ("(םולש) רמא", "אמר (שלום)"),
        ("12:30 העשב", "בשעה 12:30"),
        ("x = 5 רשאכ", "כאשר x = 5"),
        ("-", "-"),
    ],
)
def test_what_is_seen_from_the_left_is_put_as_it_is_read(seen: str, read: str) -> None:
    assert page_text(_shuffled(_line(seen, 50, 700))) == read


def test_marks_and_ligatures_stay_with_their_letter() -> None:
    glyphs = [
        Glyph("f", 0, 6, 100, _SIZE),
        Glyph("f", 0, 6, 100, _SIZE),
        Glyph("i", 0, 6, 100, _SIZE),
        Glyph("e", 6, 11, 100, _SIZE),
        Glyph("\u0301", 7, 9, 100, _SIZE),
    ]
    assert page_text(glyphs) == "ffie\u0301"

    lam_alef = [Glyph("ا", 0, 5, 100, _SIZE), Glyph("ل", 5, 10, 100, _SIZE), Glyph("ا", 5, 10, 100, _SIZE)]
    assert page_text(lam_alef) == "لاا"


_LEFT = ("Left one says that the", "report begins here and", "goes on down the page.")
_RIGHT = ("Right one comes after", "the left one has ended,", "not line by line at all.")


@pytest.mark.parametrize("offset", [0.0, 3.0, 6.0])
@pytest.mark.parametrize("seed", [1, 2])
def test_columns_are_read_one_after_the_other(offset: float, seed: int) -> None:
    glyphs = _line("A title across both of these columns of text", 50, 740)
    for number, (left, right) in enumerate(zip(_LEFT, _RIGHT, strict=True)):
        glyphs += _line(left, 50, 700 - 12 * number) + _line(right, 300, 700 - 12 * number - offset)
    glyphs += _line("And a last line below that crosses the whole page", 50, 640)

    text = page_text(_shuffled(glyphs, seed))

    assert (
        text.split()
        == " ".join(
            (
                "A title across both of these columns of text",
                *_LEFT,
                *_RIGHT,
                "And a last line below that crosses the whole page",
            )
        ).split()
    )


def test_three_columns_and_columns_of_a_page_that_reads_from_the_right() -> None:
    columns = [[f"column {n} has line {line}" for line in range(4)] for n in range(3)]
    glyphs = [
        glyph
        for n, column in enumerate(columns)
        for line, text in enumerate(column)
        for glyph in _line(text, 40 + 150 * n, 700 - 12 * line)
    ]
    assert page_text(_shuffled(glyphs)).split() == " ".join(itertools.chain(*columns)).split()

    left, right = "ףוסה דע תחא הרוש דועו", "דומעב הנושאר הרוש וז"
    glyphs = [
        glyph for line in range(3) for glyph in _line(left, 50, 700 - 12 * line) + _line(right, 250, 700 - 12 * line)
    ]
    assert page_text(_shuffled(glyphs)).splitlines() == [right[::-1]] * 3 + [""] + [left[::-1]] * 3


def test_a_table_is_read_row_by_row() -> None:
    glyphs = []
    for number, cells in enumerate(
        [("Name", "Sum", "Note"), ("Ada", "12", "ok"), ("Bob", "7", "late"), ("Eve", "3", "")]
    ):
        for column, cell in enumerate(cells):
            glyphs += _line(cell, 50 + 120 * column, 700 - 14 * number)

    assert page_text(_shuffled(glyphs)) == "Name Sum Note\nAda 12 ok\nBob 7 late\nEve 3"


def test_paragraphs_exponents_and_turned_text() -> None:
    glyphs = _line("first line", 50, 700) + _line("second line", 50, 688) + _line("new paragraph", 50, 660)
    glyphs += [Glyph("2", 110, 113, 703.5, 6.0)]
    glyphs += _line("turned", 10, 20, angle=1)

    assert page_text(glyphs) == "first line 2\nsecond line\n\nnew paragraph\n\nturned"


def test_nothing_is_lost_whatever_the_page() -> None:
    for seed in range(30):
        chance = random.Random(seed)
        glyphs = [
            Glyph(chance.choice("abcאבג12("), left := chance.uniform(0, 500), left + 5, chance.uniform(0, 700), 10.0)
            for _ in range(200)
        ]
        text = page_text(glyphs).translate(str.maketrans(")", "("))
        assert sorted("".join(text.split())) == sorted(glyph.text for glyph in glyphs)
    assert page_text([]) == ""
