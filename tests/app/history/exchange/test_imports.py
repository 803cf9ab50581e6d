"""Exports of other apps."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.importing import import_file
from app.history.exchange.left_out import LeftOut, Omission
from app.history.exchange.tree_reader import TreeReader
from app.history.records import ModelStep, Step, ToolDecision, ToolStep
from app.history.search_hit import FoundIn
from app.history.store import HistoryStore
from app.messages import ToolCall, ToolResult
from tests.fakes.chatgpt_export import chatgpt, node

_REPOSITORY = Path(__file__).parents[4]


def imported(store: HistoryStore, tmp_path: Path, content: object, name: str = "export.json") -> list[ConversationTree]:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    result = import_file(store.database, path)
    return [TreeReader(store.database).read(number) for number in result.conversation_ids]


def shape(tree: ConversationTree) -> list[tuple[str, int | None, str, str]]:
    return [(message.role, message.parent, message.thinking, message.answer) for message in tree.messages]


CHATGPT_SHAPE = [
    ("user", None, "", "When do they meet?"),
    ("assistant", 0, "Hm, trains.", "They meet\n\nat noon."),
    ("user", 1, "", "[image]\n\nthis?"),
    ("assistant", 2, "", "Yes."),
    ("assistant", 0, "", "Never."),
]


def test_chatgpt_conversations_keep_versions_thoughts_and_the_branch_shown(store: HistoryStore, tmp_path: Path) -> None:
    [tree] = imported(store, tmp_path, [chatgpt()])

    assert shape(tree) == CHATGPT_SHAPE
    assert [message.answer for message in tree.branch()][-1] == "Yes."
    assert (tree.title, tree.created_at, tree.updated_at) == ("Trains", 1.7e9, 1.7e9 + 5)
    assert tree.messages[1].model_name == "o3"


def test_chatgpts_zip_is_read_as_it_is_downloaded(store: HistoryStore, tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("chat.html", "<html>")
        archive.writestr("user.json", "{}")
        archive.writestr("conversations-000.json", json.dumps([chatgpt()]))
        archive.writestr("conversations-001.json", json.dumps([chatgpt(), chatgpt()]))
    seen: list[float] = []

    result = import_file(store.database, path, on_progress=seen.append)

    assert len(result.conversation_ids) == 3
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1.0)


def test_open_webui_chats_keep_thoughts_and_versions(store: HistoryStore, tmp_path: Path) -> None:
    folded = (
        '<details type="reasoning" done="true" duration="3">\n<summary>Thought for 3 seconds</summary>\n'
        "&gt; One\n> &lt;two&gt;\n</details>\nAt noon."
    )
    messages = {
        "a": {
            "id": "a",
            "parentId": None,
            "childrenIds": ["b", "c"],
            "role": "user",
            "content": "When?",
            "timestamp": 1700000000,
        },
        "b": {
            "id": "b",
            "parentId": "a",
            "childrenIds": [],
            "role": "assistant",
            "content": folded,
            "model": "qwen3",
            "timestamp": 1700000001,
        },
        "c": {
            "id": "c",
            "parentId": "a",
            "childrenIds": [],
            "role": "assistant",
            "content": "Later.",
            "model": "qwen3",
        },
    }
    chat = {
        "id": "x",
        "title": "Trains",
        "chat": {
            "title": "Trains",
            "models": ["qwen3"],
            "history": {"messages": messages, "currentId": "b"},
            "messages": [],
        },
        "created_at": 1700000000,
        "updated_at": 1700000009,
        "pinned": True,
        "archived": False,
    }
    [tree] = imported(store, tmp_path, [chat])

    assert [(m.role, m.parent, m.answer) for m in tree.messages] == [
        ("user", None, "When?"),
        ("assistant", 0, "At noon."),
        ("assistant", 0, "Later."),
    ]
    assert "<two>" in tree.messages[1].thinking
    assert "details" not in tree.messages[1].answer
    assert tree.leaf == 1
    assert tree.pinned_at == 1700000009


def test_lm_studio_conversations_keep_versions_and_thoughts(store: HistoryStore, tmp_path: Path) -> None:
    def reply(thought: str, answer: str) -> dict[str, object]:
        return {
            "type": "multiStep",
            "role": "assistant",
            "senderInfo": {"senderName": "qwen3-4b"},
            "steps": [
                {"type": "contentBlock", "content": [{"type": "text", "text": thought}], "style": {"type": "thinking"}},
                {"type": "contentBlock", "content": [{"type": "text", "text": answer}]},
                {"type": "debugInfoBlock", "debugInfo": "x"},
            ],
        }

    def question(text: str) -> dict[str, object]:
        return {"type": "singleStep", "role": "user", "content": [{"type": "text", "text": text}]}

    conversation = {
        "name": "Trains",
        "createdAt": 1700000000000,
        "pinned": False,
        "systemPrompt": "Be brief.",
        "messages": [
            {"versions": [question("When?")], "currentlySelected": 0},
            {"versions": [reply("a", "Noon."), reply("b", "One.")], "currentlySelected": 0},
            {"versions": [question("Sure?")], "currentlySelected": 0},
            {
                "versions": [
                    {
                        "type": "singleStep",
                        "role": "assistant",
                        "content": [{"type": "text", "text": "<think>c</think>Yes."}],
                    }
                ],
                "currentlySelected": 0,
            },
        ],
    }
    [tree] = imported(store, tmp_path, conversation, "17.conversation.json")

    assert shape(tree) == [
        ("user", None, "", "When?"),
        ("assistant", 0, "a", "Noon."),
        ("user", 1, "", "Sure?"),
        ("assistant", 2, "c", "Yes."),
        ("assistant", 0, "b", "One."),
    ]
    assert tree.leaf == 3
    assert tree.system_prompt() == "Be brief."
    assert tree.created_at == 1700000000


def test_links_in_circles_or_to_nowhere_lose_no_message(store: HistoryStore, tmp_path: Path) -> None:
    nodes = [
        node("a", "b", "user", "one"),
        node("b", "a", "assistant", "two"),
        node("c", "gone", "assistant", "three"),
        node("d", "d", "user", "four"),
    ]
    [tree] = imported(store, tmp_path, [{"mapping": {str(one["id"]): one for one in nodes}, "current_node": "zz"}])

    assert sorted(m.answer for m in tree.messages if m.answer != "…") == ["four", "one", "three", "two"]


def test_a_conversation_of_twenty_thousand_messages_is_no_deeper_than_any_other(
    store: HistoryStore, tmp_path: Path
) -> None:
    nodes = {
        str(n): node(str(n), str(n - 1) if n else None, "user" if n % 2 == 0 else "assistant", str(n))
        for n in range(20_000)
    }
    [tree] = imported(store, tmp_path, [{"mapping": nodes, "current_node": "19999"}])

    assert len(tree.branch()) == 20_000


@pytest.mark.parametrize("odd", [None, 5, [None], {"a": None}, "\ud83d"])
def test_what_is_not_as_expected_in_another_apps_export_is_passed_over(
    store: HistoryStore, tmp_path: Path, odd: object
) -> None:
    export: dict[str, Any] = chatgpt()
    export["create_time"] = odd
    export["mapping"]["q1"]["message"]["metadata"] = odd
    export["mapping"]["tool"]["message"]["content"] = {"content_type": odd, "parts": odd}
    export["mapping"]["other"]["message"]["author"] = odd
    export["mapping"]["sys"] = odd

    [tree] = imported(store, tmp_path, [export])

    answers = [message.answer for message in tree.branch()]
    assert answers[0] == "When do they meet?"
    assert answers[1].startswith("They meet")
    assert answers[-1] == "Yes."


def test_half_a_character_costs_only_itself(store: HistoryStore, tmp_path: Path) -> None:
    export: dict[str, Any] = chatgpt()
    export["mapping"]["r3"]["message"]["content"]["parts"] = ["Yes \ud83d, surely."]

    [tree] = imported(store, tmp_path, [export])

    assert tree.branch()[-1].answer == "Yes \ufffd, surely."


def test_pictures_that_do_not_come_along_are_counted(store: HistoryStore, tmp_path: Path) -> None:
    chat = {"id": "a", "role": "user", "content": "Look", "files": [{"type": "image", "url": "x"}, {"type": "file"}]}
    webui = {"chat": {"title": "T", "history": {"messages": {"a": chat}, "currentId": "a"}}}
    counts = []
    for content in ([chatgpt()], [webui]):
        path = tmp_path / "export.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        counts.append(import_file(store.database, path).left_out)

    pictures = Omission(LeftOut.PICTURES, 1)
    assert counts == [(pictures, Omission(LeftOut.PARTS, 1)), (pictures, Omission(LeftOut.FILES, 1))]


def steps_of(tree: ConversationTree, place: int) -> list[Step]:
    return tree.messages[place].made_of()


def said(thinking: str, answer: str) -> ModelStep:
    return ModelStep("", thinking, answer)


def made(call_id: str, name: str, arguments: str, result: str | None) -> ToolStep:
    told = ToolResult(call_id, result) if result is not None else None
    return ToolStep(ToolCall(call_id, name, arguments), told, ToolDecision.AUTOMATIC)


def test_chatgpts_calls_of_tools_are_steps_with_their_results(store: HistoryStore, tmp_path: Path) -> None:
    code = {"content_type": "code", "language": "python", "text": "print(6 * 7)"}
    output = {"content_type": "execution_output", "text": "42"}
    nodes = [
        node("q", None, "user", "Sum?"),
        node("u", "q", "tool", "what was uploaded"),  # nobody asked for it
        node("a", "u", "assistant", "I compute."),
        node("c", "a", "assistant", content=code, recipient="python"),
        node("o", "c", "tool", content=output),
        node("p", "o", "assistant", content=code, recipient="python"),
        node("r", "p", "assistant", "It is 42."),
        node("h", "r", "assistant", "hidden", recipient="bio", metadata={"is_visually_hidden_from_conversation": True}),
    ]
    conversation = {"mapping": {str(one["id"]): one for one in nodes}, "current_node": "r"}

    [tree] = imported(store, tmp_path, [conversation])

    assert shape(tree) == [("user", None, "", "Sum?"), ("assistant", 0, "", "I compute.\n\nIt is 42.")]
    assert steps_of(tree, 1) == [
        said("", "I compute."),
        made("c", "python", "print(6 * 7)", "42"),
        made("p", "python", "print(6 * 7)", None),
        said("", "It is 42."),
    ]
    assert [hit.found_in for hit in store.search("print")] == [FoundIn.TOOL]


def test_open_webuis_calls_of_tools_are_steps_in_their_place(store: HistoryStore, tmp_path: Path) -> None:
    content = (
        '<details type="reasoning" done="true">\n<summary>Thought</summary>\n> It asks.\n</details>\nI look.\n'
        '<details type="tool_calls" done="true" id="c1" name="weather"'
        ' arguments="&quot;{\\&quot;city\\&quot;: \\&quot;Omsk\\&quot;}&quot;"'
        ' result="&quot;-4 C &lt;cold&gt;&quot;">\n'
        "<summary>Tool Executed</summary>\n</details>\n"
        '<details type="tool_calls" name="odd" arguments="{}" result="">\n</details>\n'
        '<details type="reasoning" done="true">\n<summary>Thought</summary>\nCold.\n</details>\nIt is -4.\n'
        '<details type="tool_calls" name="not closed">'
    )
    messages = {
        "q": {"id": "q", "parentId": None, "role": "user", "content": '<details type="tool_calls">x</details>'},
        "a": {"id": "a", "parentId": "q", "role": "assistant", "content": content},
    }

    [tree] = imported(store, tmp_path, [{"chat": {"history": {"messages": messages, "currentId": "a"}}}])

    assert tree.messages[0].answer == '<details type="tool_calls">x</details>'
    assert steps_of(tree, 1) == [
        said("It asks.", "I look."),
        made("c1", "weather", '{"city": "Omsk"}', "-4 C <cold>"),
        made("", "odd", "{}", None),
        said("Cold.", 'It is -4.\n<details type="tool_calls" name="not closed">'),
    ]
    assert tree.messages[1].thinking == "It asks.\n\nCold."


def test_lm_studios_calls_of_tools_are_steps_with_their_results(store: HistoryStore, tmp_path: Path) -> None:
    def block(*parts: dict[str, object], thinking: bool = False) -> dict[str, object]:
        style = {"style": {"type": "thinking"}} if thinking else {}
        return {"type": "contentBlock", "content": list(parts), **style}

    steps = [
        block({"type": "text", "text": "I call it."}, thinking=True),
        block({"type": "toolCallRequest", "callId": 1, "name": "calc", "parameters": {"e": "2+2"}}),
        block({"type": "toolCallRequest", "callId": 2, "name": "calc", "parameters": None}),
        block({"type": "toolCallResult", "toolCallId": 2, "content": ["no"]}),
        block({"type": "toolCallResult", "toolCallId": 1, "content": "4"}),
        block({"type": "toolCallResult", "toolCallId": 9, "content": "nobody's"}),
        {"type": "debugInfoBlock", "debugInfo": "x"},
        block({"type": "text", "text": "Then answer."}, thinking=True),
        block({"type": "text", "text": "It is 4."}),
    ]
    question = {"versions": [{"role": "user", "content": [{"type": "text", "text": "2+2?"}]}]}
    more = {"versions": [{"role": "assistant", "steps": [block({"type": "text", "text": "Indeed."})]}]}
    file = {"messages": [question, {"versions": [{"role": "assistant", "steps": steps}]}, more]}

    [tree] = imported(store, tmp_path, file)

    assert shape(tree) == [
        ("user", None, "", "2+2?"),
        ("assistant", 0, "I call it.\n\nThen answer.", "It is 4.\n\nIndeed."),
    ]
    assert steps_of(tree, 1) == [
        said("I call it.", ""),
        made("1", "calc", '{"e":"2+2"}', "4"),
        made("2", "calc", "", '["no"]'),
        said("Then answer.", "It is 4."),
        said("", "Indeed."),
    ]
