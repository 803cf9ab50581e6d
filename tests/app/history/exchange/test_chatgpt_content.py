"""What ChatGPT's replies hold besides text: citations, documents, instructions, files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.history.store import HistoryStore
from tests.app.history.exchange.reading_exports import brought, told
from tests.fakes.chatgpt_export import Node, node

CITE = "\ue200cite\ue202turn0search1\ue201"
A, B = {"title": "A [1]", "url": "https://a.example/x"}, {"title": None, "url": "https://b.example"}


def conversation(*nodes: Node) -> list[dict[str, object]]:
    return [{"mapping": {str(one["id"]): one for one in nodes}, "current_node": nodes[-1]["id"]}]


def reply(text: str, **metadata: object) -> list[dict[str, object]]:
    return conversation(node("q", None, "user", "?"), node("r", "q", "assistant", text, metadata=metadata))


def reference(mark: str, **more: object) -> dict[str, object]:
    return {"matched_text": mark, "type": "grouped_webpages", **more}


@pytest.mark.parametrize(
    ("text", "references", "expected", "unknown"),
    [
        (f"Yes{CITE}.", [reference(CITE, alt="([A](https://a.example))")], "Yes ([A](https://a.example)).", 0),
        (f"Yes {CITE}", [reference(CITE, items=[A, B])], None, 0),
        (f"Yes{CITE} no", [], "Yes no", 1),
        ("In \ue200entity\ue202[\"city\",\"Paris\",\"France\"]\ue201.", [], "In Paris.", 0),
        ("See \ue200url\ue202the page\ue202turn0search0\ue201.", [], "See the page.", 0),
        ("A\ue200image_group\ue202{\"query\":[\"x\"]}\ue201B", [], "AB", 1),
        (f"Yes{CITE}", [reference(CITE, alt="")], "Yes", 0),
        (f"{CITE}{CITE}", [reference(" ", alt="(footnotes)")], "", 2),
        ("\ue200never closed", [], "\ue200never closed", 0),
        ("【括号】 and 【4†source】", [], "【括号】 and ", 1),
    ],
)  # fmt: skip
def test_citations_are_links_or_the_words_that_they_showed(
    store: HistoryStore, tmp_path: Path, text: str, references: list[object], expected: str | None, unknown: int
) -> None:
    trees, left_out, _ = brought(store, tmp_path / "a.json", reply(text, content_references=references))

    both = r"Yes ([A \[1\]](<https://a.example/x>), [https://b.example](<https://b.example>))"
    answer = trees[0].messages[1].answer if trees[0].messages[1:] else ""
    assert answer.strip() == (both if expected is None else expected).strip()
    assert left_out.get("sources", 0) == unknown


def test_older_citations_are_found_by_their_places(store: HistoryStore, tmp_path: Path) -> None:
    text = "Built 1931【4†source】, closed【9†L1-L3】."
    citations = [{"start_ix": 10, "end_ix": 20, "metadata": A}, {"start_ix": [1], "end_ix": None, "metadata": 3}, None]

    trees, left_out, _ = brought(store, tmp_path / "a.json", reply(text, citations=citations))

    assert trees[0].messages[1].answer == r"Built 1931 ([A \[1\]](<https://a.example/x>)), closed."
    assert left_out == {"sources": 1}


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        ("document", "# List\n\n- tent\n", "**N**\n\n# List\n\n- tent"),
        ("code/python", "print(1)\n", "**N**\n\n```python\nprint(1)\n```"),
        ("code/html", "<p>```</p>", "**N**\n\n````html\n<p>```</p>\n````"),
    ],
)
def test_documents_beside_the_conversation_are_part_of_the_answer(
    store: HistoryStore, tmp_path: Path, kind: str, content: str, expected: str
) -> None:
    call = {"content_type": "code", "text": json.dumps({"name": "N", "type": kind, "content": content})}
    nodes = [
        node("q", None, "user", "?"),
        node("c", "q", "assistant", content=call, recipient="canmore.create_textdoc"),
        node("t", "c", "tool", "Successfully created"),
        node("r", "t", "assistant", "Done."),
    ]  # fmt: skip

    trees, left_out, _ = brought(store, tmp_path / "a.json", conversation(*nodes))

    assert trees[0].messages[1].answer == f"{expected}\n\nDone."
    assert left_out == {}


def test_a_document_that_cannot_be_read_stays_a_call(store: HistoryStore, tmp_path: Path) -> None:
    nodes = [
        node("q", None, "user", "?"),
        node("c", "q", "assistant", '{"name": "cut', recipient="canmore.create_textdoc"),
        node("t", "c", "tool", content={"content_type": "system_error", "text": "Timed out"}),
    ]

    trees, _, _ = brought(store, tmp_path / "a.json", conversation(*nodes))

    assert told(trees[0]) == ["u: ?", 'a 0: canmore.create_textdoc[{"name": "cut]=!Timed out']


def test_instructions_become_the_system_prompt_and_uploads_are_counted(store: HistoryStore, tmp_path: Path) -> None:
    hidden = {"is_visually_hidden_from_conversation": True}
    instructions = {"content_type": "user_editable_context", "user_profile": "I am Ada.", "user_instructions": "Brief!"}
    uploads = [{"mime_type": "text/csv", "name": "a.csv"}, {"mime_type": "image/png"}, {}]
    voice = {"content_type": "multimodal_text", "parts": [{"content_type": "audio_transcription", "text": "Hi"},
             {"content_type": "audio_asset_pointer"}, {"content_type": "image_asset_pointer"}]}  # fmt: skip
    nodes = [
        node("i", None, "user", content=instructions, metadata=hidden),
        node("q", "i", "user", content=voice, metadata={"attachments": uploads}),
        node("u", "q", "tool", "text of an upload"),
        node("s", "u", "assistant", content={"content_type": "system_error", "text": "Timed out"}),
        node("k", "s", "assistant", content={"content_type": "reasoning_recap", "content": "Thought for 7 s"}),
        node("r", "k", "assistant", "Hello."),
    ]

    trees, left_out, _ = brought(store, tmp_path / "a.json", conversation(*nodes))

    assert told(trees[0]) == ["u: Hi\n\n[audio]\n\n[image]", "a 0: Hello."]
    assert trees[0].system_prompt() == "I am Ada.\n\nBrief!"
    assert left_out == {"pictures": 1, "recordings": 1, "files": 2, "parts": 2}
