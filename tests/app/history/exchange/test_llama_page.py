"""What llama.cpp's own page exports, of several years."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path
from typing import Any

from app.history.exchange.importing import import_file
from app.history.store import HistoryStore
from tests.app.history.exchange.reading_exports import brought, lines, told
from tests.fakes.pictures import png

CONV = {"id": "c", "name": "Trains", "lastModified": 1765279699684, "currNode": "4"}
ROOT = {"id": "0", "convId": "c", "type": "root", "role": "system", "content": "", "parent": None, "children": ["1"]}
CALL = {"id": "t1", "type": "function", "function": {"name": "calc", "arguments": '{"e": "6*7"}'}}


def said(number: int, parent: int, role: str, content: object, **more: object) -> dict[str, Any]:
    return {"id": str(number), "convId": "c", "type": "text", "timestamp": 1765279690000 + number, "role": role,
            "content": content, "parent": str(parent), "children": [], **more}  # fmt: skip


TALK = [
    ROOT,
    said(1, 0, "system", "Be brief."),
    said(2, 1, "user", "When?"),
    said(3, 2, "assistant", "Noon.", reasoningContent="Hm.", model="qwen3.gguf", timings={"predicted_n": 3}),
    said(4, 2, "assistant", "<think>\nOh.\n</think>\n\nOne.", model="qwen3.gguf"),
    said(5, 3, "user", "Sure?"),
]
TOLD = ["u: When?", "a 0: (Hm.) Noon.", "u 1: Sure?", "a 0: (Oh.) One."]


def test_a_conversation_keeps_versions_thoughts_and_the_branch_shown(store: HistoryStore, tmp_path: Path) -> None:
    trees, left_out, _ = brought(store, tmp_path / "conversation_c.json", {"conv": CONV, "messages": TALK})

    assert told(trees[0]) == TOLD
    assert trees[0].branch()[-1].answer == "One."
    assert (trees[0].title, trees[0].system_prompt(), trees[0].messages[1].model_name) == (
        "Trains", "Be brief.", "qwen3.gguf")  # fmt: skip
    assert trees[0].created_at == 1765279690.001
    assert left_out == {}


def test_several_in_an_array_and_the_form_of_lines(store: HistoryStore, tmp_path: Path) -> None:
    whole = {"conv": {**CONV, "pinned": True}, "messages": TALK}
    session = lines(
        {"harness": "llama.cpp", "type": "session", **CONV}, *({"type": "message", "message": m} for m in TALK)
    )
    path = tmp_path / "2026_conversations.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.jsonl", session)
        archive.writestr("two.jsonl", session + "\n\n" + session + "\n")
        archive.writestr("__MACOSX/._one.jsonl", b"\x00\x05\x16\x07")

    array, _, _ = brought(store, tmp_path / "all.json", [whole, whole])
    one, _, _ = brought(store, tmp_path / "one.jsonl", session)
    zipped = import_file(store.database, path)

    assert [told(tree) for tree in (*array, *one)] == [TOLD] * 3
    assert array[0].pinned_at == 1765279699.684
    assert len(zipped.conversation_ids) == 3


def test_calls_find_their_results_by_their_ids(store: HistoryStore, tmp_path: Path) -> None:
    other = {"id": "t2", "function": {"name": "today", "arguments": {}}}
    talk = [
        ROOT,
        said(1, 0, "user", "6*7?"),
        said(2, 1, "assistant", "I ask.", toolCalls=json.dumps([CALL, other])),
        said(3, 2, "tool", "Monday", toolCallId="t2"),
        said(4, 3, "tool", "42", toolCallId="t1"),
        said(5, 4, "assistant", "It is 42.", toolCalls="[not json", reasoningContent="So."),
    ]
    in_lines = lines({"type": "session", **CONV}, *({"type": "message", "message": m} for m in talk))
    in_lines = in_lines.replace(json.dumps(json.dumps([CALL, other])), json.dumps([CALL, other]))

    trees, _, _ = brought(store, tmp_path / "a.json", {"conv": {"name": None}, "messages": talk})
    same, _, _ = brought(store, tmp_path / "b.jsonl", in_lines)

    assert told(trees[0])[1] == 'a 0: I ask. calc[{"e": "6*7"}]=42 today[{}]=Monday (So.) It is 42.'
    assert told(same[0]) == told(trees[0])


def test_calls_and_thoughts_that_earlier_pages_marked_in_the_text(store: HistoryStore, tmp_path: Path) -> None:
    marked = (
        "<<<reasoning_content_start>>>Hm.<<<reasoning_content_end>>>I ask.\n\n<<<AGENTIC_TOOL_CALL_START>>>\n"
        '<<<TOOL_NAME:calc>>>\n<<<TOOL_ARGS_START>>>\n{"e": 1}\n<<<TOOL_ARGS_END>>>\n\n1\n'
        "<<<AGENTIC_TOOL_CALL_END>>>\nOne."
    )
    trees, _, _ = brought(
        store,
        tmp_path / "a.json",
        {"conv": CONV, "messages": [said(1, 0, "user", "?"), said(2, 1, "assistant", marked)]},
    )

    assert told(trees[0])[1] == 'a 0: (Hm.) I ask. calc[{"e": 1}]=1 One.'


def test_files_come_along_and_what_has_no_text_is_counted(store: HistoryStore, tmp_path: Path) -> None:
    picture = png(4, 4, (9, 9, 9))
    address = "data:image/png;base64," + base64.b64encode(picture).decode()
    extra = [
        {"type": "TEXT", "name": "a.txt", "content": "alpha"},
        {"type": "PDF", "name": "b.pdf", "content": "beta", "base64Data": "…"},
        {"type": "IMAGE", "name": "c.png", "base64Url": address},
        {"type": "IMAGE", "name": "d.webp", "base64Url": "data:image/webp;base64,UklGRg=="},
        {"type": "IMAGE", "name": "e.png", "base64Url": "data:image/png;base64,AAAA"},
        {"type": "AUDIO", "name": "f.mp3", "base64Data": "AAAA"},
        {"type": "context", "content": "pasted"},
        {"type": "PDF", "name": "g.pdf", "content": ""},
        None,
    ]
    talk = [said(1, 0, "user", "", extra=extra), said(2, 1, "assistant", "Seen.", extra=[{"type": "IMAGE"}])]

    trees, left_out, _ = brought(store, tmp_path / "a.json", {"conv": CONV, "messages": talk})

    files = f"<a.txt: alpha> <b.pdf: beta> <c.png: {len(picture)}> <file: pasted>"
    assert told(trees[0]) == [f"u:  {files}", "a 0: Seen."]
    assert trees[0].messages[0].attachments[2].content == picture
    assert left_out == {"pictures": 2, "recordings": 1, "files": 3}


def test_pages_of_early_2025_held_the_messages_in_the_conversation(store: HistoryStore, tmp_path: Path) -> None:
    talk = [{"id": 1, "role": "user", "content": "Hi"}, {"id": 2, "role": "assistant", "content": "<think>a</think>b"}]

    trees, _, _ = brought(store, tmp_path / "a.json", {"id": "conv-1", "lastModified": 1738000000000, "messages": talk})

    assert told(trees[0]) == ["u: Hi", "a 0: (a) b"]
    assert trees[0].updated_at == 1738000000
