"""Threads of Jan: messages.jsonl beside thread.json."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path
from typing import Any

from app.history.exchange.importing import import_file
from app.history.exchange.tree_reader import TreeReader
from app.history.store import HistoryStore
from tests.app.history.exchange.reading_exports import brought, lines, told
from tests.fakes.pictures import png


def text(value: str, kind: str = "text") -> dict[str, Any]:
    return {"type": kind, "text": {"value": value, "annotations": []}}


def said(role: str, *content: object, **more: object) -> dict[str, Any]:
    parts = [text(one) if isinstance(one, str) else one for one in content]
    return {"id": "01J", "object": "thread.message", "thread_id": "t", "role": role, "content": parts,
            "status": "ready", "created_at": 1760000000000, "completed_at": 1760000000500, **more}  # fmt: skip


def test_a_thread_with_thoughts_in_parts_and_in_the_text(store: HistoryStore, tmp_path: Path) -> None:
    talk = [
        said("user", "When?"),
        said("assistant", text("Hm.", "reasoning"), "Noon.", metadata={"modelId": "qwen3"}),
        said("user", "Sure?"),
        said("assistant", "<think>\nOh.\n</think>\n\nYes."),
    ]

    trees, left_out, _ = brought(store, tmp_path / "messages.jsonl", lines(*talk) + "\n")

    assert told(trees[0]) == ["u: When?", "a 0: (Hm.) Noon.", "u 1: Sure?", "a 2: (Oh.) Yes."]
    assert (trees[0].created_at, trees[0].messages[1].model_name) == (1760000000, "qwen3")
    assert left_out == {}


def test_the_title_stands_beside_and_one_line_is_a_thread(store: HistoryStore, tmp_path: Path) -> None:
    folder = tmp_path / "threads"
    folder.mkdir()
    thread = {"id": "t", "title": "Trains", "updated": 1760000100, "assistants": [{"instructions": "Be brief."}]}
    (folder / "thread.json").write_text(json.dumps(thread))

    trees, _, _ = brought(store, folder / "messages.jsonl", lines(said("user", "When?")))
    (folder / "thread.json").write_text("{broken")
    others, _, _ = brought(store, folder / "messages.jsonl", lines(said("user", "When?")))

    assert (trees[0].title, trees[0].system_prompt(), trees[0].updated_at) == ("Trains", "Be brief.", 1760000100)
    assert (others[0].title, told(others[0])) == ("", ["u: When?"])


def test_calls_of_tools_in_parts_beside_the_text_and_as_messages(store: HistoryStore, tmp_path: Path) -> None:
    part = {"type": "tool_call", "tool_call_id": "a", "tool_name": "calc", "input": {"e": "6*7"}, "output": "42"}
    waiting = {"type": "tool_call", "tool_call_id": "b", "tool_name": "calc", "input": None}
    beside = {"tool": {"id": "c", "function": {"name": "find", "arguments": '{"q": 1}'}},
              "response": {"content": [{"type": "text", "text": "found"}], "error": ""}, "state": "ready"}  # fmt: skip
    failed = {"tool": {"id": "d", "function": {"name": "find"}}, "response": {"error": "no net", "content": []}}
    talk = [
        said("user", "?"),
        said("assistant", "I ask.", part, waiting, "So."),
        said("tool", "late", tool_call_id="b"),
        said("assistant", "Then.", metadata={"tool_calls": [beside, failed]}),
    ]

    trees, left_out, _ = brought(store, tmp_path / "messages.jsonl", lines(*talk))

    assert told(trees[0])[1] == (
        'a 0: I ask. calc[{"e":"6*7"}]=42 calc[]=late So. Then. find[{"q": 1}]=found find[]=!no net'
    )
    assert left_out == {}


def test_pictures_come_along_where_their_bytes_are_there(store: HistoryStore, tmp_path: Path) -> None:
    picture = png(3, 3, (1, 2, 3))
    inside = {"type": "image_url", "image_url": {"url": "data:image/png;base64," + base64.b64encode(picture).decode()}}
    elsewhere = {"type": "image_url", "image_url": {"url": "file:///gone.png"}}
    talk = [
        said("user", "Look", inside, elsewhere, attachments=[{"file_id": "f"}]),
        said("assistant", inside, {"type": "x"}),
    ]

    trees, left_out, _ = brought(store, tmp_path / "messages.jsonl", lines(*talk))

    assert told(trees[0]) == [f"u: Look <picture.png: {len(picture)}>"]
    assert left_out == {"pictures": 2, "files": 1, "parts": 1}


def test_a_zip_of_the_threads_folder(store: HistoryStore, tmp_path: Path) -> None:
    path = tmp_path / "threads.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("a", "b"):
            archive.writestr(f"threads/{name}/thread.json", json.dumps({"title": name, "metadata": {"title": "x"}}))
            archive.writestr(f"threads/{name}/messages.jsonl", lines(said("user", f"of {name}")))

    result = import_file(store.database, path)

    trees = [TreeReader(store.database).read(number) for number in result.conversation_ids]
    assert [(tree.title, told(tree)) for tree in trees] == [("a", ["u: of a"]), ("b", ["u: of b"])]


def test_a_last_line_that_a_crash_has_cut_costs_only_itself(store: HistoryStore, tmp_path: Path) -> None:
    content = lines(said("user", "When?"), said("assistant", "Noon."), said("user", "Sure?"))

    trees, left_out, _ = brought(store, tmp_path / "messages.jsonl", content[:-20])

    assert told(trees[0]) == ["u: When?", "a 0: Noon."]
    assert left_out == {"lines": 1}


def branched(message_id: str, role: str, text: str, parent: str | None, at: int, **more: object) -> dict[str, Any]:
    return said(role, text, id=message_id, created_at=at, metadata={"parentId": parent, **more})


def test_versions_are_siblings_and_the_chosen_ones_are_shown(store: HistoryStore, tmp_path: Path) -> None:
    talk = [
        branched("a", "user", "When?", None, 1, activeChildId="b"),
        branched("b", "assistant", "Noon.", "a", 2),
        branched("c", "assistant", "One.", "a", 3),
        branched("d", "user", "Sure?", "b", 4),
        branched("e", "assistant", "Detached.", None, 5),
        branched("f", "user", "Where?", None, 6),
    ]
    (tmp_path / "thread.json").write_text(json.dumps({"title": "T", "metadata": {"activeRootId": "a"}}))

    trees, _, _ = brought(store, tmp_path / "messages.jsonl", lines(*talk))
    newest, _, _ = brought(store, tmp_path / "elsewhere" / "messages.jsonl", lines(*talk))

    assert told(trees[0]) == ["u: When?", "a 0: Noon.", "u 1: Sure?", "a 2: Detached.", "a 0: One.", "u: Where?"]
    assert [message.answer for message in trees[0].branch()] == ["When?", "Noon.", "Sure?", "Detached."]
    assert [message.answer for message in newest[0].branch()] == ["Where?"]


def test_what_jan_exports_as_one_object_is_read_with_files_and_errors(store: HistoryStore, tmp_path: Path) -> None:
    listed = "Look\n\n[ATTACHED_FILES]\n- file_id: 1, name: a.pdf\n- file_id: 2, name: b.pdf\n[/ATTACHED_FILES]"
    inline = {"inline_file_contents": [{"name": "c.txt", "content": "gamma"}, {"name": "d.txt"}, 5]}
    talk = [said("user", listed, metadata=inline), said("assistant", "Half", metadata={"error": "out of memory"})]
    export = {"title": "Trains", "exported_at": "2026-11-01T10:00:00.000Z", "messages": talk}

    trees, left_out, _ = brought(store, tmp_path / "Trains.json", json.dumps(export, indent=2))

    assert told(trees[0]) == ["u: Look <c.txt: gamma>", "a 0: Half !out of memory"]
    assert trees[0].title == "Trains"
    assert left_out == {"files": 2}


def test_links_in_a_circle_lose_no_message(store: HistoryStore, tmp_path: Path) -> None:
    talk = [branched("a", "user", "one", "b", 1), branched("b", "assistant", "two", "a", 2)]

    trees, _, _ = brought(store, tmp_path / "messages.jsonl", lines(*talk))

    assert sorted(message.answer for message in trees[0].messages) == ["one", "two"]
