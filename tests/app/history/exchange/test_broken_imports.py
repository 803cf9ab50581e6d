"""Broken files, hostile files, and a kill in the middle of an import."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.errors import WorkStopped
from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.errors import ExchangeError, ExportIsBroken, FileIsNotAnExport
from app.history.exchange.importing import import_file
from app.history.exchange.json_objects import ObjectIsTooLarge, StreamIsCut, array_objects
from app.history.exchange.tree_reader import TreeReader
from app.history.store import HistoryStore
from tests.fakes.chatgpt_export import chatgpt

_REPOSITORY = Path(__file__).parents[4]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    yield store
    store.check_integrity()
    store.close()


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

    with pytest.raises(WorkStopped):
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
while True:
    import_file(store.database, Path(sys.argv[2]), on_progress=lambda f: None)
    print("done", flush=True)
    import time; time.sleep(60)
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
        time.sleep(0.1 + 0.15 * turn)
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
