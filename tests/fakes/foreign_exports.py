"""An export of each app that conversations can come from, with most of what such exports have."""

from __future__ import annotations

import json

from tests.fakes.chatgpt_export import chatgpt


def foreign_exports() -> dict[str, str]:
    """Return the content of a file of each kind, by its name."""
    return {
        "chatgpt.json": json.dumps([chatgpt()]),
        "open_webui.json": json.dumps([_open_webui()]),
        "1.conversation.json": json.dumps(_lm_studio()),
        "claude.json": json.dumps([_claude()]),
        "page.json": json.dumps([_page()]),
        "page.jsonl": _page_lines(),
        "messages.jsonl": "\n".join(map(json.dumps, _jan())),
        "chat.jsonl": "\n".join(map(json.dumps, _silly_tavern())),
    }


def _open_webui() -> dict[str, object]:
    output = [
        {"type": "reasoning", "content": [{"text": "Hm."}]},
        {"type": "function_call", "call_id": "1", "name": "n", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "1", "output": [{"text": "r"}]},
        {"type": "message", "content": [{"text": "Yes."}]},
    ]
    files = [{"type": "file", "name": "a", "file": {"data": {"content": "alpha"}}}]
    messages = {
        "q": {"role": "user", "content": "Sure?", "files": files, "timestamp": 1760000000},
        "r": {"parentId": "q", "role": "assistant", "content": "<details type=\"reasoning\">a</details>b"},
        "s": {"parentId": "q", "role": "assistant", "output": output, "error": {"content": "e"}, "sources": [{}]},
    }  # fmt: skip
    return {"title": "T", "chat": {"history": {"messages": messages, "currentId": "s"}, "params": {"system": "S"}}}


def _lm_studio() -> dict[str, object]:
    steps = [
        {"type": "contentBlock", "content": [{"type": "text", "text": "Hm."}], "style": {"type": "thinking"}},
        {"type": "contentBlock", "content": [{"type": "toolCallRequest", "callId": 1, "name": "n", "parameters": {}}]},
        {"type": "contentBlock", "content": [{"type": "toolCallResult", "toolCallId": 1, "content": "r"}]},
    ]
    question = {"role": "user", "content": [{"type": "text", "text": "Sure?"}, {"type": "file"}]}
    reply = {"role": "assistant", "steps": steps, "senderInfo": {"senderName": "m"}}
    versions = [{"versions": [question], "currentlySelected": 0}, {"versions": [reply, reply], "currentlySelected": 1}]
    return {"name": "T", "createdAt": 1760000000000, "systemPrompt": "S", "messages": versions}


def _claude() -> dict[str, object]:
    blocks = [
        {"type": "thinking", "thinking": "Hm."},
        {"type": "tool_use", "id": "1", "name": "artifacts", "input": {"title": "T", "content": "x"}},
        {"type": "tool_use", "id": "2", "name": "n", "input": {}},
        {"type": "tool_result", "tool_use_id": "2", "content": [{"type": "text", "text": "r"}]},
        {"type": "text", "text": "Yes.", "citations": [{"url": "https://a.example", "title": "A"}]},
    ]
    files = {"attachments": [{"file_name": "a", "extracted_content": "alpha"}], "files": [{"file_name": "b"}]}
    question = {"uuid": "q", "sender": "human", "text": "Sure?", "created_at": "2026-05-10T10:00:00Z", **files}
    reply = {"uuid": "r", "parent_message_uuid": "q", "sender": "assistant", "content": blocks}
    return {"name": "T", "created_at": "2026-05-10T10:00:00Z", "chat_messages": [question, reply]}


def _page() -> dict[str, object]:
    calls = json.dumps([{"id": "1", "function": {"name": "n", "arguments": "{}"}}])
    messages = [
        {"id": "0", "type": "root", "parent": None, "role": "system", "content": ""},
        {"id": "1", "parent": "0", "role": "user", "content": "Sure?", "extra": [{"type": "TEXT", "content": "alpha"}]},
        {"id": "2", "parent": "1", "role": "assistant", "content": "I ask.", "thinking": "Hm.", "toolCalls": calls},
        {"id": "3", "parent": "2", "role": "tool", "toolCallId": "1", "content": "r", "timestamp": 1760000000000},
    ]
    return {"conv": {"name": "T", "lastModified": 1760000000000, "currNode": "3"}, "messages": messages}


def _page_lines() -> str:
    page = _page()
    messages = page["messages"]
    assert isinstance(messages, list)
    records = ({"type": "message", "message": message} for message in messages)
    return "\n".join(map(json.dumps, ({"type": "session", "name": "T", "currNode": "3"}, *records)))


def _jan() -> list[dict[str, object]]:
    call = {"type": "tool_call", "tool_call_id": "1", "tool_name": "n", "input": {}, "output": {"content": "r"}}
    parts = [{"type": "reasoning", "text": {"value": "Hm."}}, call, {"type": "text", "text": {"value": "Yes."}}]
    return [
        {"thread_id": "t", "role": "user", "content": [{"type": "text", "text": {"value": "Sure?"}}]},
        {"thread_id": "t", "role": "assistant", "content": parts, "created_at": 1760000000, "metadata": {}},
    ]


def _silly_tavern() -> list[dict[str, object]]:
    calls = [{"id": "1", "name": "n", "parameters": "{}", "result": "r"}]
    return [
        {"user_name": "Ada", "character_name": "Sera", "create_date": "2026-9-1 @18h 00m 05s", "chat_metadata": {}},
        {"name": "Ada", "is_user": True, "mes": "Sure?", "send_date": "June 2, 2023 9:09pm", "extra": {"files": [{}]}},
        {"name": "Sera", "mes": "b", "swipes": ["a", "b"], "swipe_id": 1, "swipe_info": [{"extra": {}}]},
        {"name": "Bob", "mes": "c", "extra": {"tool_invocations": calls, "reasoning": "Hm.", "media": [{"url": "u"}]}},
    ]  # fmt: skip
