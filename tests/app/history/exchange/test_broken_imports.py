"""Broken files, hostile files, and a kill in the middle of an import."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cancellation import Cancelled
from app.history.context_exclusions import ContextExclusions
from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.errors import ExchangeError, ExportIsBroken, FileIsNotAnExport
from app.history.exchange.importing import import_file
from app.history.exchange.json_objects import ObjectIsTooLarge, StreamIsCut, array_objects
from app.history.exchange.tree_reader import TreeReader
from app.history.preset_records import ConversationChoices, ThinkingOptions
from app.history.store import HistoryStore
from tests.fakes.chatgpt_export import chatgpt

_REPOSITORY = Path(__file__).parents[4]


def imported(store: HistoryStore, tmp_path: Path, content: object, name: str = "export.json") -> list[ConversationTree]:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    result = import_file(store.database, path)
    return [TreeReader(store.database).read(number) for number in result.conversation_ids]


FIRST = {"title": "x", "messages": [{"role": "user", "answer": "a"}]}
GOOD: dict[str, object] = {"format": "aside-conversations", "version": 1, "conversations": [FIRST]}


def changed(**message: object) -> str:
    second = {"messages": [{"role": "user"}, {"role": "assistant", **message}]}
    return json.dumps({**GOOD, "conversations": [FIRST, second]})


@pytest.mark.parametrize(
    "content",
    [
        "",
        "hello",
        "[",
        "[1, 2",
        "{}",
        "[{}]",
        '[{"mapping": 3}]',
        '{"messages": {"a": 1}}',
        json.dumps(GOOD)[:-12],
        changed(parent=5),
        changed(parent=-1),
        changed(parent=1),
        changed(role="system"),
        changed(state="odd"),
        changed(created_at="yesterday"),
        changed(answer=3),
        "[" * 100_000,
        '{"messages":' * 50_000,
        '[{"mapping": {"a": ' + "[" * 50_000 + "]" * 50_000 + "}}]",
        '[{"title": "\\ud8',
        "\x00\x01\x02",
    ],
)
def test_a_broken_file_is_told_and_nothing_is_imported(store: HistoryStore, tmp_path: Path, content: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        imported(store, tmp_path, content)

    assert caught.value.message_text().endswith(".")
    assert store.conversations() == []
    with store.database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM message").fetchone()[0] == 0


@pytest.mark.parametrize("damage", ["cut", "no conversations", "encrypted flag"])
def test_a_broken_zip_is_told(store: HistoryStore, tmp_path: Path, damage: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "readme.txt" if damage == "no conversations" else "conversations.json", json.dumps([chatgpt()] * 50)
        )
    content = bytearray(buffer.getvalue())
    if damage == "cut":
        content = content[200:]
    elif damage == "encrypted flag":
        content[6] |= 1
        place = content.rfind(b"PK\x01\x02")
        content[place + 8] |= 1
    path = tmp_path / "export.zip"
    path.write_bytes(content)

    with pytest.raises((FileIsNotAnExport, ExportIsBroken)):
        import_file(store.database, path)
    assert store.conversations() == []


def test_hostile_values_are_bounded(store: HistoryStore, tmp_path: Path) -> None:
    hostile = {
        **GOOD,
        "conversations": [
            {
                "title": "t" * 100_000,
                "created_at": 1e300,
                "updated_at": -5,
                "folder": "f" * 9999,
                "more": {
                    "id": 77,
                    "leaf_id": "x",
                    "no_such_column": 1,
                    "thinking_level": 5,
                    "system_prompt": "s" * 2_000_000,
                },
                "messages": [
                    {
                        "role": "user",
                        "answer": "a",
                        "model_name": "m" * 9999,
                        "more": {"conversation_id; DROP TABLE message": 1},
                    }
                ],
            }
        ],
    }
    [tree] = imported(store, tmp_path, hostile)

    assert len(tree.title) == 500
    assert abs(tree.created_at - time.time()) < 100
    assert len(tree.system_prompt()) == 1_000_000
    assert store.conversations()[0].thinking_level == "auto"
    assert len(store.shelf.folders()[0].name) == 200


def test_stopping_leaves_nothing(store: HistoryStore, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([chatgpt()] * 5))
    answers = iter([False, False, True])

    with pytest.raises(Cancelled):
        import_file(store.database, path, is_stopped=lambda: next(answers, True))

    assert store.conversations() == []
    assert store.search("meet") == []


@pytest.mark.parametrize("chunk", [1, 2, 7, 1000])
def test_objects_are_found_however_the_stream_is_cut(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr("app.history.exchange.json_objects._CHUNK_BYTES", chunk)
    objects = [{"a": '}{"][\\'}, {"b": [1, {"c": 'ü\\"'}]}, {}]
    for text in (json.dumps(objects), json.dumps({"x": "[{", "y": {"z": 1}, "list": objects, "rest": [{"n": 1}]})):
        found = list(array_objects(io.BytesIO(text.encode()), on_bytes=lambda read: None))
        assert [json.loads(one) for one in found] == objects
        with pytest.raises(StreamIsCut):
            list(
                array_objects(
                    io.BytesIO(text.encode()[: text.index("ü") if "ü" in text else 30]), on_bytes=lambda read: None
                )
            )


def test_an_object_beyond_all_bounds_is_refused_while_it_is_read() -> None:
    endless = io.BytesIO(b'[{"a": "' + b"x" * (5 << 20))
    with pytest.raises(ObjectIsTooLarge):
        list(array_objects(endless, on_bytes=lambda read: None, largest_bytes=2 << 20))


_IMPORT = """
import sys
from pathlib import Path
from app.history.exchange.importing import import_file
from app.history.store import HistoryStore

store = HistoryStore.open(Path(sys.argv[1]))
print("ready", flush=True)
import_file(store.database, Path(sys.argv[2]), on_progress=lambda fraction: print(fraction, flush=True))
"""


def test_a_kill_in_the_middle_leaves_the_old_conversations_and_nothing_half(tmp_path: Path) -> None:
    path, source = tmp_path / "history.sqlite3", tmp_path / "export.json"
    with HistoryStore.open(path).database.writing() as connection:
        connection.execute("INSERT INTO conversation (title, created_at, updated_at) VALUES ('Old', 1, 1)")
    source.write_text(json.dumps([chatgpt()] * 3000))
    hidden: int = 0
    for turn in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", _IMPORT, str(path), str(source)], cwd=_REPOSITORY, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        while float(process.stdout.readline()) < 0.2 * turn:
            pass
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        store = HistoryStore.open(path)
        store.check_integrity()
        assert [conversation.title for conversation in store.conversations()] == ["Old"]
        with store.database.reading() as reading:
            hidden = max(hidden, reading.execute("SELECT count(*) FROM conversation").fetchone()[0] - 1)
        store.purge_deleted(time.time() + 1)
        store.close()
    assert hidden > 0, "no kill came in the middle: make the file longer"


NOWHERE = (
    {"folder_id": 99},
    {"leaf_id": 12345},
    {"id": 77},
    {"deleted_at": 5.0},
    {"preset_key": "own-99"},
    {"unsent": '{"questions":[77],"follows":99}'},
    {"sampling": '{"top_k": 1e30, "seed": 99999999999999999999}'},
    {"thinking_options": '{"budget_tokens": -5}'},
    {"thinking_options": "no JSON"},
    {"thinking_level": 3},
    {"created_at": "yesterday", "nonsense": 1},
)


@pytest.mark.parametrize("more", NOWHERE)
def test_what_means_nothing_here_is_left_out_of_a_conversation(
    store: HistoryStore, tmp_path: Path, more: dict[str, object]
) -> None:
    messages = [{"role": "user", "answer": "a"}, {"role": "assistant", "parent": 0, "answer": "b"}]
    [tree] = imported(store, tmp_path, {**GOOD, "conversations": [{"messages": messages, "more": more}]})

    [conversation] = store.conversations()
    assert tree.leaf == 1
    assert (conversation.folder_id, conversation.thinking_options) == (None, ThinkingOptions())
    assert store.presets.choices_of(conversation.id) == ConversationChoices()
    assert store.exclusions.of(conversation.id) == ContextExclusions()


@pytest.mark.parametrize("more", [{"parent_id": 99}, {"conversation_id": 99}, {"id": 1}, {"role": "system"}, {"x": 1}])
def test_what_means_nothing_here_is_left_out_of_a_message(
    store: HistoryStore, tmp_path: Path, more: dict[str, object]
) -> None:
    [_, tree] = imported(store, tmp_path, changed(parent=0, answer="b", more=more))

    assert [(message.role, message.parent) for message in tree.messages] == [("user", None), ("assistant", 0)]


@pytest.mark.parametrize(
    "message",
    [
        {"parent": 10**30},
        {"created_at": 10**400},
        {"created_at": float("nan")},
        {"figures": {"thinking_tokens": 10**30}},
        {"figures": {"answer_tokens": -1}},
        {"figures": {"thinking_s": 1e300}},
        {"figures": {"tokens_per_s": "fast"}},
        {"figures": []},
        {"attachments": [{"name": "n"}]},
        {"attachments": [{"name": "n", "kind": "text", "size_bytes": 1.5, "text": "t"}]},
        {"attachments": [{"name": "n", "kind": "image", "size_bytes": 1, "text": "", "content": "no base64"}]},
        {"more": {"parent_id": [1]}},
        {"more": 3},
    ],
)
def test_numbers_and_types_that_no_export_has_are_refused(
    store: HistoryStore, tmp_path: Path, message: dict[str, object]
) -> None:
    with pytest.raises(ExportIsBroken):
        imported(store, tmp_path, changed(**message))

    assert rows_of(store) == dict.fromkeys(TABLES, 0)


TABLES = ("conversation", "message", "attachment", "folder")
ODD: tuple[object, ...] = (
    None, True, -1, 0, 99, 12345, 2**31, 2**63, 10**30, 10**400, 0.5, 1e308, float("inf"), float("nan"),
    "", "x", "99", "\ud800", "\0", [], [None], [[1]], {}, {"a": None}, {"id": 5},
)  # fmt: skip
EXPORTS: dict[str, object] = {
    "aside": {
        **GOOD,
        "conversations": [
            {
                "title": "t",
                "created_at": 1.0,
                "folder": "f",
                "leaf": 1,
                "left_out": [0],
                "number": 5,
                "follows": 6,
                "messages": [
                    {
                        "role": "user",
                        "answer": "q",
                        "attachments": [{"name": "n", "kind": "text", "size_bytes": 3, "text": "abc"}],
                    },
                    {"role": "assistant", "parent": 0, "answer": "a", "figures": {"thinking_s": 1.0}},
                ],
                "more": {"thinking_level": "auto", "sampling": "{}"},
            }
        ],
    },
    "chatgpt": [chatgpt()],
    "open webui": [
        {
            "chat": {
                "title": "w",
                "history": {
                    "messages": {
                        "a": {"id": "a", "parentId": None, "role": "user", "content": "hi", "timestamp": 1},
                        "b": {"id": "b", "parentId": "a", "role": "assistant", "content": "yo", "model": "m"},
                    },
                    "currentId": "b",
                },
            },
            "created_at": 1,
            "updated_at": 2,
            "pinned": True,
        }
    ],
    "lm studio": {
        "name": "l",
        "createdAt": 1_700_000_000_000,
        "messages": [
            {"versions": [{"role": "user", "content": [{"type": "text", "text": "q"}]}], "currentlySelected": 0},
            {
                "versions": [
                    {
                        "role": "assistant",
                        "steps": [
                            {
                                "type": "contentBlock",
                                "content": [{"type": "text", "text": "a"}],
                                "style": {"type": "thinking"},
                            }
                        ],
                        "senderInfo": {"senderName": "m"},
                    }
                ],
                "currentlySelected": 0,
            },
        ],
    },
}


@pytest.mark.parametrize("app", EXPORTS)
def test_an_export_with_odd_values_anywhere_is_read_or_refused_as_a_whole(
    store: HistoryStore, tmp_path: Path, app: str
) -> None:
    chance = random.Random(app)
    places = [place for place in places_in(EXPORTS[app]) if place]
    for _ in range(150):
        export = copy.deepcopy(EXPORTS[app])
        for _ in range(chance.choice((1, 1, 2))):
            put(export, chance.choice(places), chance.choice(ODD))
        before = rows_of(store)
        try:
            trees = imported(store, tmp_path, export)
        except ExchangeError:
            assert rows_of(store) == before
        else:
            assert all(tree.messages for tree in trees)


def rows_of(store: HistoryStore) -> dict[str, int]:
    with store.database.reading() as connection:
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}


Place = tuple[str | int, ...]


def places_in(value: object, place: Place = ()) -> Iterator[Place]:
    yield place
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from places_in(one, (*place, key))


def put(value: Any, place: Place, odd: object) -> None:
    """Put an odd value in a place, unless the place is gone by now."""
    with contextlib.suppress(KeyError, IndexError, TypeError):
        for key in place[:-1]:
            value = value[key]
        value[place[-1]] = odd
