"""Files that were made to keep an import busy for ever, to fill the memory, or to be taken for something else."""

from __future__ import annotations

import gc
import io
import json
import os
import random
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from app.cancellation import Cancelled
from app.errors import UserError
from app.history.exchange.errors import (
    ExportIsBroken,
    ExportIsTooLarge,
    FileIsNotAnExport,
)
from app.history.exchange.importing import import_file
from app.history.exchange.json_objects import ObjectIsTooLarge, StreamIsCut, array_objects
from app.history.store import HistoryStore
from app.reasoning.step_finder import steps_of
from tests.fakes.chatgpt_export import chatgpt
from tests.fakes.line_steps import lines_are_steps

MB = 1 << 20
LINEAR = 3.0
"""How many times longer four times the work may take than four times as long: machines are busy at times."""


class Endless(io.RawIOBase):
    """A stream that says the same for ever, and how much of it was asked for."""

    def __init__(self, begin: bytes, part: bytes) -> None:
        self._begin = begin
        self._part = part * (MB // len(part))
        self.given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        given = self._begin or self._part
        self._begin = b""
        self.given += len(given)
        return given


class Pieces(io.RawIOBase):
    """Gives its content in pieces, as a slow disk or an archive does."""

    def __init__(self, content: bytes, piece_bytes: Callable[[], int]) -> None:
        self._content = content
        self._place = 0
        self._piece_bytes = piece_bytes

    def read(self, size: int = -1) -> bytes:
        place, self._place = self._place, self._place + self._piece_bytes()
        return self._content[place : self._place]


HOSTILE: dict[str, tuple[bytes, bytes]] = {
    "a string": (b'[{"a":"', b"a"),
    "a string of escapes": (b'[{"a":"', b"\\\\"),
    "a string of quotes": (b'[{"a":"', b'\\"'),
    "a string cut in its escapes": (b'[{"a":"x', b"\\\\"),
    "blanks before the array": (b"{", b" "),
    "blanks in the array": (b"[", b" "),
    "blanks in an object": (b"[{", b" "),
    "commas": (b"[{", b","),
    "empty arrays": (b'[{"a":[', b"[],"),
    "empty strings": (b'[{"a":[', b'"",'),
    "open brackets": (b"[{", b"["),
    "open objects": (b"[", b"{"),
    "strings outside the array": (b'{"a":"', b"\\n"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_never_ends_is_refused_at_the_bound(kind: str) -> None:
    stream = Endless(*HOSTILE[kind])
    bound = MB // 2

    with pytest.raises(ObjectIsTooLarge):
        list(array_objects(as_file(stream), on_bytes=lambda read: None, largest_bytes=bound))

    assert stream.given <= bound + 2 * MB


@pytest.mark.parametrize("kind", HOSTILE)
def test_four_times_as_much_takes_four_times_as_long(kind: str) -> None:
    begin, part = HOSTILE[kind]

    def seconds_of(size: int) -> float:
        content = begin + part * (size // len(part))
        started = time.process_time()
        with pytest.raises((StreamIsCut, ObjectIsTooLarge)):
            list(array_objects(as_file(Pieces(content, lambda: 16_384)), on_bytes=lambda read: None))
        return time.process_time() - started

    small = min(seconds_of(MB // 4) for _ in range(2))
    assert seconds_of(MB) < 4 * LINEAR * max(small, 0.02)


@pytest.mark.parametrize("kind", ["a string of escapes", "blanks in the array", "blanks in an object"])
def test_reading_takes_no_more_memory_than_what_is_read(kind: str) -> None:
    stream = Endless(*HOSTILE[kind])
    tracemalloc.start()
    try:
        with pytest.raises(ObjectIsTooLarge):
            list(array_objects(as_file(stream), on_bytes=lambda read: None, largest_bytes=2 * MB))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 2.5 * stream.given + 4 * MB


def test_objects_are_the_same_wherever_the_chunks_are_cut(dice: random.Random, attacks: int) -> None:
    words = ['"', "\\", "\\\\", '\\"', "{", "}", "[", "]", ",", "a", "ü", "\n", '"}', '{"', "\\u0022"]
    for _ in range(10 * attacks):
        objects = [
            {"".join(dice.choices(words, k=3)): ["".join(dice.choices(words, k=dice.randrange(12))), {}, [[1]]]}
            for _ in range(dice.randrange(4))
        ]
        content = json.dumps(objects, ensure_ascii=dice.random() < 0.5, indent=dice.choice([None, 1])).encode()
        pieces = Pieces(content, lambda: dice.randrange(1, 5))

        found = [json.loads(one) for one in array_objects(as_file(pieces), on_bytes=lambda read: None)]

        assert found == objects, content


def as_file(stream: io.RawIOBase) -> IO[bytes]:
    return stream  # type: ignore[return-value]  # only read


def chain(count: int, role: Callable[[int], str], text: str = "a") -> dict[str, object]:
    """A line of ChatGPT's nodes."""
    mapping = {
        str(n): {
            "parent": str(n - 1) if n else None,
            "message": {"author": {"role": role(n)}, "content": {"parts": [text]}},
        }
        for n in range(count)
    }
    return {"mapping": mapping}


def comb(count: int) -> dict[str, object]:
    """A run of questions, each of which was answered, too: every prefix of the run would become a version."""
    mapping: dict[str, object] = chain(count, lambda _n: "user", text="a" * 40)["mapping"]  # type: ignore[assignment]
    for n in range(count):
        answer = {"author": {"role": "assistant"}, "content": {"parts": ["b"]}}
        mapping[f"answer {n}"] = {"parent": str(n), "message": answer}
    return {"mapping": mapping}


def open_webui(content: str) -> dict[str, object]:
    message = {"id": "a", "parentId": None, "role": "assistant", "content": content}
    return {"chat": {"history": {"messages": {"a": message}}}}


def lm_studio(count: int) -> dict[str, object]:
    versions = [{"role": "assistant", "content": "a" * 50}]
    return {"messages": [{"versions": versions} for _ in range(count)]}


CLAUDE_CALLS = [{"type": "tool_use", "name": "a"}, {"type": "tool_result", "tool_use_id": "b", "content": "c"}]


def page(content: str) -> dict[str, object]:
    """A conversation of llama.cpp's page."""
    return {"conv": {}, "messages": [{"role": "assistant", "content": content}]}


CRAFTED: dict[str, Callable[[int], object]] = {
    "a run by one side": lambda n: [chain(n // 100, lambda _n: "user")],
    "a comb": lambda n: [comb(n // 300)],
    "system messages": lambda n: [chain(n // 100, lambda _n: "system")],
    "half a character in a long text": lambda n: [chain(2, lambda _n: "user", text="\ud800" + "a" * n)],
    "numbers for texts": lambda n: [{"mapping": {str(k): {"parent": k, "message": k} for k in range(n // 40)}}],
    "small objects that do not fit": lambda n: [{"mapping": {"a": {"parent": 1}}}] * (n // 40),
    "parts of nothing": lambda n: [{"mapping": {"a": {"message": {"content": {"parts": [[]] * (n // 4)}}}}}],
    "a kind that is a list": lambda n: [
        {"mapping": {"a": {"message": {"content": {"parts": [{"content_type": ["image"] * (n // 10)}]}}}}}
    ],
    "sections that are not closed": lambda n: [open_webui('<details type="reasoning">' * (n // 26))],
    "sections that are not opened": lambda n: [open_webui("</details>" * (n // 10))],
    "tags that do not end": lambda n: [open_webui("<details " * (n // 9))],
    "tags of attributes": lambda n: [open_webui("<details " + 'type="reason ' * (n // 13))],
    "summaries": lambda n: [open_webui('<details type="reasoning">' + "<summary>" * (n // 9) + "</details>")],
    "blanks and quotes": lambda n: [open_webui('<details type="reasoning">' + "\n > " * (n // 4) + "</details>")],
    "one side in a file of LM Studio": lambda n: lm_studio(n // 100),
    "thoughts that were never opened": lambda n: [open_webui("a" * n + "\n</think>\n" + "</think>" * (n // 16))],
    "quotes that are none": lambda n: [open_webui('<details type="reasoning">' + "\n" * n + "a</details>")],
    "fences that do not end": lambda n: [open_webui('<details type="code_interpreter">```\n' + "\n`" * (n // 3))],
    "marks of citations": lambda n: [
        chain(2, lambda k: "assistant" if k else "user", text="\ue200cite\ue202" * (n // 8))
    ],
    "old citations": lambda n: [chain(2, lambda k: "assistant" if k else "user", text="【1†" * (n // 8))],
    "calls of an earlier page": lambda n: page("<<<AGENTIC_TOOL_CALL_START>>><<<TOOL_NAME:a>>>" * (n // 45)),
    "calls without an end": lambda n: page(
        "<<<AGENTIC_TOOL_CALL_START>>><<<TOOL_NAME:a>>><<<TOOL_ARGS_START>>>" * (n // 65)
    ),
    "calls with many ends": lambda n: page(
        "<<<AGENTIC_TOOL_CALL_START>>><<<TOOL_NAME:a>>><<<TOOL_ARGS_START>>>" + "<<<TOOL_ARGS_END>>>" * (n // 20)
    ),
    "thoughts of an earlier page": lambda n: page("<<<reasoning_content_start>>>" * (n // 29)),
    "calls of one reply": lambda n: {"conv": {}, "messages": [{"role": "assistant", "toolCalls": [{}] * (n // 25)}]},
    "results that nobody asked for": lambda n: [
        {"chat_messages": [{"sender": "assistant", "content": CLAUDE_CALLS * (n // 200)}]}
    ],
    "versions of a message": lambda n: {"chat_metadata": {}, "swipes": ["a"] * (n // 40), "mes": "b"},
    "thoughts in a file of LM Studio": lambda n: {
        "messages": [{"versions": [{"role": "assistant", "content": "<think>" + "</think" * (n // 7)}]}]
    },
}


@pytest.mark.parametrize("kind", CRAFTED)
def test_crafted_conversations_cost_what_their_size_is_worth(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines_are_steps(monkeypatch)

    def seconds_of(size: int) -> float:
        path = tmp_path / f"{size}.json"
        path.write_text(json.dumps(CRAFTED[kind](size)), encoding="utf-8")
        store = HistoryStore.open(tmp_path / f"{size}-{time.monotonic_ns()}.sqlite3")
        started = time.process_time()
        try:
            import_file(store.database, path)
        except (ExportIsBroken, ExportIsTooLarge):
            assert store.conversations() == []
        finally:
            seconds = time.process_time() - started
            store.close()
        return seconds

    gc.disable()  # else what other tests left in this process is looked through in the midst of an import
    try:
        most_s = 4 * LINEAR * max(min(seconds_of(MB // 8) for _ in range(2)), 0.02)
        assert any(seconds_of(MB // 2) < most_s for _ in range(2))
    finally:
        gc.enable()


@pytest.mark.parametrize("piece", ["\n > ", "Wait. ", "- a\n\n", "```\n", "1. ", "\\[\n", "!?…» "])
def test_steps_of_crafted_thoughts_cost_what_their_size_is_worth(piece: str) -> None:
    def seconds_of(count: int) -> float:
        started = time.process_time()
        steps_of(piece * count)
        return time.process_time() - started

    most_s = 4 * LINEAR * max(seconds_of(200), 0.02)  # for eight times as much
    assert any(seconds_of(1_600 + attempt) < most_s for attempt in range(3))


def zipped(path: Path, parts: Iterator[bytes], *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with (
        zipfile.ZipFile(path, "w", method) as archive,
        archive.open("conversations.json", "w", force_zip64=True) as file,
    ):
        for part in parts:
            file.write(part)
    return path


def test_what_was_packed_to_burst_is_refused_before_it_is_unpacked(store: HistoryStore, tmp_path: Path) -> None:
    path = zipped(tmp_path / "bomb.zip", iter([b'[{"a":"', *[b"\\" * MB] * 2]))
    content = bytearray(path.read_bytes())
    size_at = content.index(b"PK\x01\x02") + 24
    content[size_at : size_at + 4] = (1500 * MB).to_bytes(4, "little")
    path.write_bytes(content)
    heard: list[float] = []

    with pytest.raises(ExportIsBroken):
        import_file(store.database, path, on_progress=heard.append)

    assert heard == []


def test_files_in_a_zip_that_lie_upon_each_other_are_refused(store: HistoryStore, tmp_path: Path) -> None:
    content = json.dumps([chatgpt()] * 50).encode()
    path = zipped(tmp_path / "export.zip", iter([content]))
    whole = path.read_bytes()
    entry, end = whole[whole.index(b"PK\x01\x02") : whole.index(b"PK\x05\x06")], whole[whole.index(b"PK\x05\x06") :]
    many = 200
    end = end[:8] + many.to_bytes(2, "little") * 2 + (len(entry) * many).to_bytes(4, "little") + end[16:]
    path.write_bytes(whole[: whole.index(b"PK\x01\x02")] + entry * many + end)

    with pytest.raises(ExportIsBroken):
        import_file(store.database, path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(store: HistoryStore, tmp_path: Path, method: int) -> None:
    path = zipped(tmp_path / "export.zip", iter([json.dumps([chatgpt()]).encode()]), method=method)

    with pytest.raises(ExportIsBroken):
        import_file(store.database, path)


def test_a_zip_with_bytes_changed_anywhere_is_told(
    store: HistoryStore, tmp_path: Path, dice: random.Random, attacks: int
) -> None:
    content = zipped(tmp_path / "whole.zip", iter([json.dumps([chatgpt()] * 20).encode()])).read_bytes()
    path = tmp_path / "export.zip"
    for _ in range(5 * attacks):
        changed = bytearray(content)
        for _ in range(dice.randrange(1, 4)):
            changed[dice.randrange(len(changed))] = dice.randrange(256)
        path.write_bytes(changed)
        before = len(store.conversations())
        try:
            import_file(store.database, path)
        except UserError:
            assert len(store.conversations()) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_a_pipe_is_not_waited_for(store: HistoryStore, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "export.json")

    with pytest.raises(FileIsNotAnExport):
        import_file(store.database, tmp_path / "export.json")


@pytest.mark.parametrize("kind", ["one string", "blanks", "a file of LM Studio", "many messages"])
def test_an_import_ends_within_a_chunk_of_being_stopped(store: HistoryStore, tmp_path: Path, kind: str) -> None:
    content = {
        "one string": lambda: b'[{"mapping": {"a": "' + b"a" * (20 * MB) + b'"}}]',
        "blanks": lambda: b"[" + b" " * (20 * MB) + b"]",
        "a file of LM Studio": lambda: b'{"messages": [], "name": "' + b"a" * (20 * MB) + b'"}',
        "many messages": lambda: json.dumps([chain(4000, lambda n: "user" if n % 2 else "assistant")]).encode(),
    }[kind]()
    path = tmp_path / "export.json"
    path.write_bytes(content)
    asked = 0

    def is_stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    with pytest.raises(Cancelled):
        import_file(store.database, path, is_stopped=is_stopped)

    assert asked == 4
    with store.database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM conversation").fetchone()[0] == 0


def test_memory_is_bounded_by_the_size_of_the_file(tmp_path: Path) -> None:
    size = 6 * MB
    path = tmp_path / "export.json"
    path.write_text(json.dumps([chain(2, lambda n: "assistant" if n else "user", text="ü" + "a" * size)]))

    peak = subprocess.run(
        [sys.executable, "-c", PEAK, tmp_path / "history.sqlite3", path], capture_output=True, check=True, text=True
    )

    assert int(peak.stdout) < 12 * path.stat().st_size


PEAK = """
import sys, threading, time
from pathlib import Path
import psutil
from app.history.exchange.importing import import_file
from app.history.store import HistoryStore
store = HistoryStore.open(Path(sys.argv[1]))
me, most, is_over = psutil.Process(), 0, False
def watch():
    global most
    while not is_over:
        most = max(most, me.memory_info().rss)
        time.sleep(0.005)
before = me.memory_info().rss
watcher = threading.Thread(target=watch)
watcher.start()
import_file(store.database, Path(sys.argv[2]))
is_over = True
watcher.join()
print(most - before)
"""
