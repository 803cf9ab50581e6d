"""Claude's data export."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from app.history.exchange.importing import import_file
from app.history.store import HistoryStore
from tests.app.history.exchange.reading_exports import brought, told

ROOT = "00000000-0000-4000-8000-000000000000"


def said(sender: str, text: str = "", *blocks: object, **more: object) -> dict[str, object]:
    content = list(blocks) or [{"type": "text", "text": text, "citations": []}]
    return {"sender": sender, "text": text, "content": content, "attachments": [], "files": [], **more}


def conversation(*messages: object, **more: object) -> dict[str, Any]:
    when = {"created_at": "2026-05-10T10:00:00.123456Z", "updated_at": "2026-05-11T10:00:00+00:00"}
    return {"uuid": "c", "name": "Trains", "account": {"uuid": "a"}, **when, "chat_messages": list(messages), **more}


def test_a_line_of_messages_with_thoughts(store: HistoryStore, tmp_path: Path) -> None:
    thought = {"type": "thinking", "thinking": "Hm, trains.", "summaries": [{"summary": "s"}]}
    answer = {"type": "text", "text": "At noon."}
    messages = [said("human", "When?"), said("assistant", "At noon.", thought, answer), said("human", "Sure?")]

    trees, left_out, _ = brought(store, tmp_path / "conversations.json", [conversation(*messages)])

    assert told(trees[0]) == ["u: When?", "a 0: (Hm, trains.) At noon.", "u 1: Sure?"]
    assert (trees[0].title, trees[0].created_at, trees[0].updated_at) == ("Trains", 1778407200.123456, 1778493600)
    assert left_out == {}


def test_versions_are_siblings_and_the_newest_is_shown(store: HistoryStore, tmp_path: Path) -> None:
    messages = [
        said("human", "When?", uuid="a", parent_message_uuid=ROOT, created_at="2026-05-10T10:00:00Z"),
        said("assistant", "Noon.", uuid="b", parent_message_uuid="a", created_at="2026-05-10T10:00:01Z"),
        said("assistant", "One.", uuid="c", parent_message_uuid="a", created_at="2026-05-10T10:00:09Z"),
        said("human", "Where?", uuid="d", parent_message_uuid=ROOT, created_at="2026-05-10T10:00:05Z"),
    ]

    trees, _, _ = brought(store, tmp_path / "conversations.json", [conversation(*messages)])
    shown, _, _ = brought(
        store, tmp_path / "d.json", [conversation(*messages, current_leaf_message_uuid="d", is_starred=True)]
    )

    assert told(trees[0]) == ["u: When?", "a 0: Noon.", "a 0: One.", "u: Where?"]
    assert [tree.branch()[-1].answer for tree in (trees[0], shown[0])] == ["One.", "Where?"]
    assert (trees[0].pinned_at, shown[0].pinned_at) == (None, 1778493600)


def test_calls_of_tools_are_steps_with_their_results(store: HistoryStore, tmp_path: Path) -> None:
    blocks = [
        {"type": "text", "text": "I look."},
        {"type": "tool_use", "id": "t1", "name": "web_search", "input": {"query": "trains"}},
        {"type": "tool_result", "tool_use_id": "t1", "content": [{"type": "text", "text": "noon"}, {"type": "image"}]},
        {"type": "tool_use", "id": "t2", "name": "repl", "input": {"code": "1/0"}},
        {"type": "tool_result", "tool_use_id": "t2", "content": "zero", "is_error": True},
        {"type": "tool_result", "tool_use_id": "t9", "content": "nobody's"},
        {"type": "token_budget"},
        {"type": "of_tomorrow", "x": 1},
        {"type": "text", "text": "Noon.", "citations": [
            {"title": "A [b]", "url": "https://a.example"}, {"url": "https://a.example"}, {"url": "javascript:x"}]},
    ]  # fmt: skip

    trees, left_out, _ = brought(
        store, tmp_path / "conversations.json", [conversation(said("human", "?"), said("assistant", "", *blocks))]
    )

    assert told(trees[0])[1] == (
        'a 0: I look. web_search[{"query":"trains"}]=noon repl[{"code":"1/0"}]=!zero'
        " Noon. ([A (b)](<https://a.example>))"
    )
    assert left_out == {"pictures": 1, "parts": 2}


def test_artifacts_are_documents_in_the_answer(store: HistoryStore, tmp_path: Path) -> None:
    def artifact(**told: object) -> dict[str, object]:
        return {"type": "tool_use", "id": "t", "name": "artifacts", "input": told}

    result = {
        "type": "tool_result",
        "tool_use_id": "t",
        "name": "artifacts",
        "content": [{"type": "text", "text": "OK"}],
    }
    code = artifact(
        command="create", type="application/vnd.ant.code", language="rust", title="Main", content="fn f() {}"
    )
    blocks = [
        artifact(command="create", type="text/markdown", title="Plan", content="# Plan\n"), result,
        code, result,
        artifact(command="rewrite", type="image/svg+xml", title=None, content="<svg/>"), result,
        artifact(command="update", old_str="f", new_str="g"), result,
        {"type": "text", "text": "There."},
    ]  # fmt: skip

    trees, left_out, _ = brought(
        store, tmp_path / "conversations.json", [conversation(said("human", "?"), said("assistant", "", *blocks))]
    )

    assert trees[0].messages[1].answer == (
        "**Plan**\n\n# Plan\n\n**Main**\n\n```rust\nfn f() {}\n```\n\n```svg\n<svg/>\n```\n\nThere."
    )
    assert told(trees[0])[1].count("artifacts[") == 1
    assert left_out == {}


def test_files_come_along_where_their_text_is_there(store: HistoryStore, tmp_path: Path) -> None:
    attachments = [
        {"file_name": "a.py", "file_size": 9, "file_type": "text/x-python", "extracted_content": "print(1)"},
        {"file_name": "empty.pdf", "extracted_content": ""},
    ]
    files = [{"file_name": "a.py"}, {"file_name": "b.png", "file_kind": "image"}, {"file_name": "c.zip"}]
    only = said("human", "", {"type": "text", "text": ""}, attachments=attachments[:1])

    trees, left_out, _ = brought(
        store, tmp_path / "a.json", [conversation(said("human", "Look", attachments=attachments, files=files), only)]
    )

    assert told(trees[0]) == ["u: Look <a.py: print(1)> <a.py: print(1)>"]
    assert left_out == {"pictures": 1, "files": 2}


def test_the_zip_is_read_as_it_is_downloaded_and_one_conversation_alone(store: HistoryStore, tmp_path: Path) -> None:
    path = tmp_path / "data-2026.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("users.json", "[]")
        archive.writestr("projects.json", '[{"uuid": "p"}]')
        archive.writestr("conversations.json", json.dumps([conversation(said("human", "?")), conversation()]))

    result = import_file(store.database, path)
    trees, _, _ = brought(store, tmp_path / "one.json", conversation(said("human", "Alone?")))

    assert (len(result.conversation_ids), result.skipped) == (1, 1)
    assert told(trees[0]) == ["u: Alone?"]
