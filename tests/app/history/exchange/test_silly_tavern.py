"""Chats of SillyTavern."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.history.store import HistoryStore
from tests.app.history.exchange.reading_exports import brought, lines, told

HEAD = {"user_name": "Ada", "character_name": "Sera", "create_date": "2026-9-1 @18h 00m 05s 120ms", "chat_metadata": {}}


def said(name: str, mes: str, *, is_user: bool = False, **more: object) -> dict[str, Any]:
    return {"name": name, "is_user": is_user, "is_system": False, "send_date": "2026-09-01T18:01:00.000Z", "mes": mes,
            "extra": {}, **more}  # fmt: skip


def test_a_chat_with_greeting_thoughts_and_model(store: HistoryStore, tmp_path: Path) -> None:
    extra = {"reasoning": "Hm.", "reasoning_duration": 900, "model": "qwen3", "api": "llamacpp"}
    talk = [said("Sera", "Welcome!"), said("Ada", "When?", is_user=True), said("Sera", "Noon.", extra=extra)]

    trees, left_out, _ = brought(store, tmp_path / "Sera - 2026.jsonl", lines(HEAD, *talk))

    assert told(trees[0]) == ["u: …", "a 0: Welcome!", "u 1: When?", "a 2: (Hm.) Noon."]
    assert (trees[0].title, trees[0].messages[3].model_name) == ("Sera", "qwen3")
    assert trees[0].created_at == datetime(2026, 9, 1, 18, 0, 5).timestamp()
    assert left_out == {}


def test_swipes_are_versions_and_the_chosen_one_goes_on(store: HistoryStore, tmp_path: Path) -> None:
    swiped = said(
        "Sera", "B (mended)", swipes=["A", "B", "C"], swipe_id=1, extra={"reasoning": "b"},
        swipe_info=[{"extra": {"reasoning": "a", "model": "m1"}}, {}],
    )  # fmt: skip
    odd = said("Sera", "Y", swipes=["X", None], swipe_id=7)
    talk = [said("Ada", "?", is_user=True), swiped, said("Ada", "!", is_user=True), odd]

    trees, _, _ = brought(store, tmp_path / "chat.jsonl", lines(HEAD, *talk))

    assert sorted(told(trees[0])[1:]) == ["a 0: (a) A", "a 0: (b) B (mended)", "a 0: C", "a 3: X", "u 2: !"]
    assert [message.answer for message in trees[0].branch()] == ["?", "B (mended)", "!", "X"]


@pytest.mark.parametrize(
    ("told_date", "expected"),
    [
        ("2026-09-01T18:01:00.000Z", 1788285660.0),
        (1788285660000, 1788285660.0),
        ("1788285660", None),
        ("June 2, 2023 9:09pm", datetime(2023, 6, 2, 21, 9).timestamp()),
        ("May 12, 2024 12:05am", datetime(2024, 5, 12, 0, 5).timestamp()),
        ("2023-6-2 @21h 09m 51s 363ms", datetime(2023, 6, 2, 21, 9, 51).timestamp()),
        ("Smarch 13, 2023 9:09pm", None),
        ("2023-13-2 @21h 09m 51s 363ms", None),
        (True, None),
        (10**400, None),
    ],
)
def test_dates_of_all_versions_are_read(
    store: HistoryStore, tmp_path: Path, told_date: object, expected: float | None
) -> None:
    trees, _, _ = brought(store, tmp_path / "a.jsonl", lines(HEAD, said("Ada", "?", is_user=True, send_date=told_date)))

    created = trees[0].messages[0].created_at
    assert created == expected if expected is not None else abs(created - datetime.now().timestamp()) < 600


def test_several_characters_are_told_apart_and_raw_thoughts_split(store: HistoryStore, tmp_path: Path) -> None:
    talk = [
        said("Ada", "Hello all", is_user=True),
        said("Sera", "<think>\nme first\n</think>\nHi."),
        said("Bob", "Hey."),
        said("Ada", "Bye", is_user=True),
    ]

    trees, _, _ = brought(store, tmp_path / "group.jsonl", lines({"chat_metadata": {}}, *talk))

    assert told(trees[0])[1] == "a 0: (me first) **Sera:**\n\nHi.\n\n**Bob:**\n\nHey."
    assert trees[0].title == "Bob, Sera"


def test_calls_of_tools_files_and_pictures(store: HistoryStore, tmp_path: Path) -> None:
    calls = [{"id": "1", "displayName": "Dice", "name": "roll", "parameters": '{"d": 6}', "result": "4"}]
    files = {"file": {"name": "a.txt", "text": "alpha", "url": "/x"}, "files": [{"name": "b.pdf", "url": "/y"}],
             "image": "/user/images/c.png", "media": [{"type": "video", "url": "/v"}], "video": "/w"}  # fmt: skip
    talk = [
        said("Ada", "Roll", is_user=True, extra=files),
        said("Dice", 'Tool calls: [{"roll"}]', is_system=True, extra={"tool_invocations": calls}),
        said("Sera", "A four.", extra={"media": [{"type": "image", "url": "/p.png"}]}),
    ]

    trees, left_out, _ = brought(store, tmp_path / "a.jsonl", lines(HEAD, *talk))

    assert told(trees[0]) == ["u: Roll <a.txt: alpha>", 'a 0: **Dice:** roll[{"d": 6}]=4 **Sera:** A four.']
    assert left_out == {"pictures": 2, "recordings": 2, "files": 1}


@pytest.mark.parametrize(
    ("content", "expected", "damaged"),
    [
        (lines(said("Ada", "no head", is_user=True)), ["u: no head"], 0),
        (lines(HEAD) + "\r\n\r\n" + lines(said("Ada", "CRLF", is_user=True)) + "\r\n", ["u: CRLF"], 0),
        ("\ufeff" + lines(HEAD, said("Ada", "mark", is_user=True)), ["u: mark"], 0),
        (lines(HEAD, said("Ada", "a", is_user=True)) + '\n{"name": "Sera", "mes": "cut', ["u: a"], 1),
        (lines(HEAD, 5, None, [], "x", said("Ada", "half \ud83d", is_user=True)), ["u: half \ufffd"], 4),
        (
            lines(HEAD, {**said("Ada", "odd", is_user=True), "extra": 3, "swipes": "no", "swipe_info": {}}),
            ["u: odd"],
            0,
        ),
    ],
)
def test_what_is_odd_costs_only_itself(
    store: HistoryStore, tmp_path: Path, content: str, expected: list[str], damaged: int
) -> None:
    trees, left_out, _ = brought(store, tmp_path / "a.jsonl", content)

    assert told(trees[0]) == expected
    assert left_out.get("lines", 0) == damaged


def test_a_chat_that_says_nothing_is_told_as_empty(store: HistoryStore, tmp_path: Path) -> None:
    _, _, result = brought(store, tmp_path / "a.jsonl", lines(HEAD))

    assert (result.conversation_ids, result.skipped) == ((), 1)
