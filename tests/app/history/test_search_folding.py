"""What people type finds what is written, however either of them spells its characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.segmentation import FoldedText, folded, segmented
from app.history.store import HistoryStore


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HistoryStore]:
    folder: Path = tmp_path_factory.mktemp("history")
    store = HistoryStore.open(folder / "history.sqlite3")
    yield store
    store.close()


_FOUND = [
    ("The İstanbul office", "istanbul", "İstanbul"),
    ("Ağrı ve IĞDIR", "ığdır", "IĞDIR"),
    ("STRASSE und Gasse", "straße", "STRASSE"),
    ("die Straße", "strasse", "Straße"),
    ("Łódź", "lodz", "Łódź"),
    ("Ærø", "aero", "Ærø"),
    ("Ｆｕｌｌｗｉｄｔｈ １２３", "fullwidth", "Ｆｕｌｌｗｉｄｔｈ"),
    ("Ｆｕｌｌｗｉｄｔｈ １２３", "123", "１２３"),
    ("half ﾊﾝｶｸ", "ハンカク", "ﾊﾝｶｸ"),
    ("half ｶﾞｷﾞ", "ガギ", "ｶﾞｷﾞ"),
    ("to co\u00adoper\u00adate", "cooperate", "co\u00adoper\u00adate"),
    ("zero\u200bwidth", "zerowidth", "zero\u200bwidth"),
    ("a ﬁnal ligature", "final", "ﬁnal"),
    ("شُكْرًا جزيلًا", "شكرا", "شُكْرًا"),
    ("شكرا", "شُكْرًا", "شكرا"),
    ("می\u200cخواهم کتاب\u200cهای نو", "کتابهای", "کتاب\u200cهای"),
    ("می\u200cخواهم کتاب\u200cهای نو", "کتاب\u200cهای", "کتاب\u200cهای"),
    ("می\u200cخواهم کتاب\u200cهای نو", "خواهم", "خواهم"),
    ("emoji 👍 thumbs", "👍", "👍"),
    ("a 👩\u200d💻 codes", "👩\u200d💻", "👩\u200d💻"),
    ("नमस्ते दुनिया", "दुनिया", "दुनिया"),
    ("नमस्ते दुनिया", "दुनि", "दुनिया"),
    ("ΟΔΟΣ", "οδος", "ΟΔΟΣ"),
    ("οδός", "ΟΔΌΣ", "οδός"),
    ("Mr O'Brien said", "OBrien", "O'Brien"),
    ("call getElementById(x)", "ElementById", "ElementById"),
    ("since v1.2.3-rc.4 it works", "1.2.3", "1.2.3"),
    ("since v1.2.3-rc.4 it works", "v1.2.3-rc.4", "v1.2.3-rc.4"),
    ("since V1.2.3-rc.4 it works", "1.2.3-rc.4", "1.2.3-rc.4"),
    ("since v1.2.3-rc.4 it works", "v1.2", "v1.2"),
    ("since v1.2.3-rc.4 it works", "since v1", "since v1"),
    ("call getElementById(x)", "getelementbyid", "getElementById"),
]
_FOUND_AT_FIRST = [
    ("Đà Nẵng", "da nang", "Đà Nẵng"),
    ("Malmö, Tromsø", "tromso", "Tromsø"),
    ("œuvre", "oeuvre", "œuvre"),
    ("ﬂuﬀy", "fluffy", "ﬂuﬀy"),
    ("x² grows", "x2", "x²"),
    ("Grüße 👋🏽 an alle", "👋", "👋"),
    ("from 🇩🇪 to 🇫🇷", "🇫🇷", "🇫🇷"),
    ("I ❤\ufe0f tea", "❤", "❤\ufe0f"),
    ("costs 5 €", "€", "€"),
    ("שָׁלוֹם", "שלום", "שָׁלוֹם"),
    ("كتاب كبير", "کتاب", "كتاب"),
    ("مـــرحبا", "مرحبا", "مـــرحبا"),
    ("رقم ١٢٣", "123", "١٢٣"),
    ("தமிழ் மொழி", "தமிழ்", "தமிழ்"),
    ("বাংলা ভাষা", "বাংলা", "বাংলা"),
    ("क़लम", "कलम", "क़लम"),
    ("ตั้งค่า", "ตังคา", "ตั้งค่า"),
    ("か\u3099っこう", "がっこう", "か\u3099っこう"),
    ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글", "\u1112\u1161\u11ab\u1100\u1173\u11af"),
    ("Ｐｙｔｈｏｎ３", "python3", "Ｐｙｔｈｏｎ３"),
    ("𝐱 and 𝓎", "x", "𝐱"),
    ("ẞ: GROẞ", "gross", "GROẞ"),
    ("don\u2019t panic", "don't", "don\u2019t"),
    ("the HTTPServer", "Server", "Server"),
    ("Қазақстан", "казакстан", "Қазақстан"),
    ("word\u2060joiner", "wordjoiner", "word\u2060joiner"),
    ("ǅungla", "dzungla", "ǅungla"),
]


@pytest.mark.parametrize(("text", "query", "marked"), _FOUND + _FOUND_AT_FIRST)
def test_a_spelling_finds_the_other(store: HistoryStore, text: str, query: str, marked: str) -> None:
    conversation = store.create_conversation()
    store.add_question(conversation.id, None, f"Before, {text}, behind")

    [hit] = [hit for hit in store.search(query) if hit.conversation_id == conversation.id]

    assert "".join(hit.excerpt[start:end] for start, end in hit.matches) in (marked, marked.replace(" ", ""))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("का", "की"),
        ("दिन", "दान"),
        ("👍", "👎"),
        ("แม", "แมว"),
        ("हिन्दी", "हन"),
        ("ばか", "はか"),
        ("getElementById", "lementBy"),
        ("🇩🇪", "🇫🇷"),
    ],
)
def test_other_words_are_not_found(store: HistoryStore, text: str, query: str) -> None:
    conversation = store.create_conversation()
    store.add_question(conversation.id, None, f"Before, {text}, behind")

    assert conversation.id not in {hit.conversation_id for hit in store.search(query)}


def test_words_in_quotes_may_hold_compounds(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    store.add_question(conversation.id, None, "then call getElementById now, and don't wait")

    for query in ('"call getElementById now"', '"getelementbyid now"', '"don\u2019t wait"', '"call get element by id"'):
        assert conversation.id in {hit.conversation_id for hit in store.search(query)}, query


@pytest.mark.parametrize("text", [row[0] for row in _FOUND + _FOUND_AT_FIRST])
def test_every_place_of_a_folded_text_is_known(text: str) -> None:
    text = f"{text} {'ß' * 700} {text} end"
    plain = FoldedText(text)

    assert plain.text == folded(text)
    last = len(plain.text)
    places = [plain.place_of(at) for at in range(last + 1) if at < 100 or at > last - 100 or at % 25 == 0]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == len(text)
    assert text[plain.place_of(len(plain.text) - 3) :] == "end"


def test_a_pasted_word_of_a_million_letters_is_looked_at_once() -> None:
    for letters in ("x", "X", "1", "é"):
        assert len(segmented(letters * 1_000_000)) == 1_000_000
