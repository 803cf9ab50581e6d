"""The many ways in which Open WebUI and LM Studio keep what a reply is made of."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest

from app.history.store import HistoryStore
from tests.app.history.exchange.reading_exports import brought, told


def chat(*messages: dict[str, Any], **more: object) -> list[dict[str, Any]]:
    """A line of messages, as Open WebUI keeps them."""
    tree = {
        f"m{n}": {"id": f"m{n}", "parentId": f"m{n - 1}" if n else None, **message}
        for n, message in enumerate(messages)
    }
    return [{"chat": {"history": {"messages": tree, "currentId": f"m{len(messages) - 1}"}, **more}}]


def reply(content: str = "", **more: object) -> list[dict[str, Any]]:
    return chat({"role": "user", "content": "?"}, {"role": "assistant", "content": content, **more})


def details(kind: str, body: str, **attributes: str) -> str:
    told = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    return f'<details type="{kind}" done="true"{told}>\n<summary>Sum</summary>\n{body}\n</details>\n'


def output(kind: str, text: str) -> dict[str, object]:
    return {"type": kind, "id": "x", "content": [{"type": "output_text", "text": text}]}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (details("reasoning", "&gt; a\n&gt; \n&gt; b &lt; c") + "Yes.", "(a\n\nb < c) Yes."),
        (details("reasoning", "> a\n> > quoted") + "Yes.", "(a\n> quoted) Yes."),
        (details("reasoning", "They say:\n> not all is quoted") + "Yes.", "(They say:\n> not all is quoted) Yes."),
        (details("reasoning", "a") + "So.\n" + details("reasoning", "b") + "Yes.", "(a\n\nb) So.\n\nYes."),
        (details("reasoning", "a"), "(a)"),
        ("<think>a</think>\n" + details("reasoning", "b") + "Yes.", "(a\n\nb) Yes."),
        ("[THINK]a[/THINK]Yes.", "(a) Yes."),
        ("a\n</think>\n\nYes.", "(a) Yes."),
        ("The tag `</think>` closes.\nYes.", "The tag `</think>` closes.\nYes."),
        (details("code_interpreter", "```python\n2**10\n```", output='{"stdout": "1024"}') + "1024.",
         'code_interpreter[2**10]={"stdout": "1024"} 1024.'),
        (details("code_interpreter", "no fence", id="c"), "code_interpreter[no fence]=…"),
        ("<details>\n<summary>S</summary>\nmine\n</details>", "<details>\n<summary>S</summary>\nmine\n</details>"),
    ],
)  # fmt: skip
def test_thoughts_and_calls_folded_into_the_text(
    store: HistoryStore, tmp_path: Path, content: str, expected: str
) -> None:
    trees, _, _ = brought(store, tmp_path / "a.json", reply(content))

    assert told(trees[0])[1] == f"a 0: {expected}"


def test_items_of_the_output_are_steps(store: HistoryStore, tmp_path: Path) -> None:
    items = [
        {"type": "reasoning", "summary": [{"type": "summary_text", "text": "Hm."}], "content": None},
        {"type": "function_call", "call_id": "1", "name": "weather", "arguments": '{"city": "Omsk"}'},
        {"type": "function_call", "call_id": "2", "name": "time", "arguments": {}},
        {"type": "function_call_output", "call_id": "2", "output": "noon"},
        {"type": "function_call_output", "call_id": "1", "output": [{"type": "input_text", "text": "-4"}]},
        output("reasoning", "Cold."),
        output("message", "It is -4."),
        {"type": "open_webui:code_interpreter", "id": "c", "code": "1+1", "output": {"stdout": "2"}},
        {"type": "web_search_call", "id": "w", "status": "completed", "action": {"query": "omsk"}},
        output("message", "And 2."),
        {"type": "of_tomorrow"},
        None,
    ]

    trees, left_out, _ = brought(store, tmp_path / "a.json", reply("It is -4. And 2.", output=items))

    assert told(trees[0])[1] == (
        'a 0: (Hm.) weather[{"city": "Omsk"}]=-4 time[{}]=noon (Cold.) It is -4.'
        ' code_interpreter[1+1]={"stdout":"2"} web_search[{"query":"omsk"}]=… And 2.'
    )
    assert left_out == {"parts": 2}


@pytest.mark.parametrize("items", [[], "no", [{"type": "of_tomorrow"}], [None, 5], {"type": "message"}])
def test_an_output_of_nothing_leaves_the_content(store: HistoryStore, tmp_path: Path, items: object) -> None:
    trees, _, _ = brought(store, tmp_path / "a.json", reply("Yes.", output=items))

    assert told(trees[0]) == ["u: ?", "a 0: Yes."]


@pytest.mark.parametrize(
    ("error", "expected"),
    [({"content": "not found"}, "!not found"), ("gone", "!gone"), (True, "!error"), ({"message": "m"}, "!m")],
)  # fmt: skip
def test_a_reply_that_failed_says_why(store: HistoryStore, tmp_path: Path, error: object, expected: str) -> None:
    trees, _, _ = brought(store, tmp_path / "a.json", reply(error=error))
    begun, _, _ = brought(store, tmp_path / "a.json", reply("Begun", error=error))

    assert told(trees[0])[1] == f"a 0: {expected}"
    assert told(begun[0])[1] == f"a 0: Begun {expected}"


def test_files_sources_and_the_system_prompt(store: HistoryStore, tmp_path: Path) -> None:
    files = [
        {"type": "file", "name": "a.txt", "file": {"data": {"content": "alpha"}}},
        {"type": "file", "name": "b.bin", "file": {"data": {}}},
        {"type": "image", "url": "data:image/gif;base64,R0lGODlhAQABAAAAACw="},
        {"type": "image", "url": "https://x.example/p.png"},
        {"type": "collection", "name": "c"},
        None,
    ]
    sources = [
        {"source": {"name": "https://a.example/1"}, "document": ["x"]},
        {"source": {"name": "b.pdf"}},
        {"source": {"name": "s", "url": "https://c.example"}},
        {"source": {"url": "https://d.example/a b"}},
        5,
    ]
    talk = chat(
        {"role": "system", "content": "old"},
        {"role": "user", "content": [{"type": "text", "text": "Look"}], "files": files},
        {"role": "assistant", "content": "See [1] and [3].", "sources": sources},
        params={"system": "Be brief."},
    )

    trees, left_out, _ = brought(store, tmp_path / "a.json", talk)
    second, _, _ = brought(store, tmp_path / "b.json", chat(*talk[0]["chat"]["history"]["messages"].values()))

    assert told(trees[0])[0] == "u: Look <a.txt: alpha> <picture.gif: 14>"
    assert trees[0].messages[1].answer == "See [1] and [3].\n\n[1]: <https://a.example/1>\n[3]: <https://c.example>"
    assert (trees[0].system_prompt(), second[0].system_prompt()) == ("Be brief.", "old")
    assert left_out == {"pictures": 1, "files": 2, "sources": 3}


HARMONY = "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Noon.<|return|>"


def studio(*versions: dict[str, Any], selected: object = 0) -> dict[str, Any]:
    question = {"versions": [{"role": "user", "content": [{"type": "text", "text": "?"}]}]}
    return {"messages": [question, {"versions": list(versions), "currentlySelected": selected}]}


def block(*texts: object, **more: object) -> dict[str, Any]:
    parts = [{"type": "text", "text": one} if isinstance(one, str) else one for one in texts]
    return {"type": "contentBlock", "content": parts, **more}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (block(HARMONY), "(Hm.) Noon."),
        (block("[THINK]Hm.[/THINK]\nNoon."), "(Hm.) Noon."),
        (block("<thinking>Hm.</thinking><output>Noon.</output>"), "(Hm.) Noon."),
        (block("Hm.\n</think>\n\nNoon."), "(Hm.) Noon."),
        (block("<think>Hm."), "(Hm.)"),
        (block("<|channel>thought\nHm.<channel|>Noon."), "(Hm.) Noon."),
        (block("if a<b: [1]"), "if a<b: [1]"),
    ],
)
def test_raw_replies_of_lm_studio_are_split_as_ours_are(
    store: HistoryStore, tmp_path: Path, step: dict[str, Any], expected: str
) -> None:
    trees, _, _ = brought(store, tmp_path / "1.conversation.json", studio({"role": "assistant", "steps": [step]}))
    single, _, _ = brought(
        store, tmp_path / "2.conversation.json", studio({"role": "assistant", "content": step["content"]})
    )

    assert told(trees[0])[1] == f"a 0: {expected}"
    assert told(single[0])[1] == f"a 0: {expected}"


def test_files_of_lm_studio_are_counted_and_any_selection_is_taken(store: HistoryStore, tmp_path: Path) -> None:
    file = {"type": "file", "fileIdentifier": "1.png", "fileType": "image", "sizeBytes": 9}
    talk = studio(
        {"role": "assistant", "steps": [block("a")]}, {"role": "assistant", "steps": [block("b")]}, selected=9
    )
    talk["messages"][0]["versions"][0]["content"] += [file, {**file, "fileType": "text/plain"}]
    talk["messages"].append({"versions": [{"role": "user", "content": "next"}, {"role": "system", "content": "x"}]})

    trees, left_out, _ = brought(store, tmp_path / "1.conversation.json", talk)

    assert [message.answer for message in trees[0].branch()] == ["?", "a", "next"]
    assert left_out == {"pictures": 1, "files": 1}


def test_a_result_in_quotes_is_told_without_them(store: HistoryStore, tmp_path: Path) -> None:
    call = block({"type": "toolCallRequest", "callId": 1, "name": "calc", "parameters": {"e": "2+2"}})
    result = block({"type": "toolCallResult", "toolCallId": 1, "content": json.dumps("4\n")})

    trees, _, _ = brought(
        store, tmp_path / "1.conversation.json", studio({"role": "assistant", "steps": [call, result]})
    )

    assert told(trees[0])[1] == 'a 0: calc[{"e":"2+2"}]=4\n'
