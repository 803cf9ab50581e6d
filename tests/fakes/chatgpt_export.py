"""A ChatGPT export with all that such exports have: thoughts, tools, versions, hidden messages."""

from __future__ import annotations

Node = dict[str, object]


def node(number: str, parent: str | None, role: str, text: str = "", **more: object) -> Node:
    content = more.pop("content", {"content_type": "text", "parts": [text]})
    message = {"id": number, "author": {"role": role}, "content": content, "create_time": 1700000000.5, **more}
    return {"id": number, "message": message, "parent": parent, "children": []}


def chatgpt() -> dict[str, object]:
    thoughts = {"content_type": "thoughts", "thoughts": [{"summary": "s", "content": "Hm, trains."}]}
    nodes: list[Node] = [
        {"id": "root", "message": None, "parent": None, "children": ["sys"]},
        node("sys", "root", "system", "hidden"),
        node("q1", "sys", "user", "When do they meet?"),
        node("t1", "q1", "assistant", content=thoughts),
        node("r1", "t1", "assistant", "They meet", metadata={"model_slug": "o3"}),
        node("tool", "r1", "tool", "search results"),
        node("r2", "tool", "assistant", "at noon."),
        node("other", "q1", "assistant", "Never."),
        node(
            "q2",
            "r2",
            "user",
            content={"content_type": "multimodal_text", "parts": [{"content_type": "image_asset_pointer"}, "this?"]},
        ),
        node("call", "q2", "assistant", "secret call", recipient="python"),
        node("r3", "call", "assistant", "Yes."),
    ]
    mapping = {str(one["id"]): one for one in nodes}
    return {"title": "Trains", "create_time": 1.7e9, "update_time": 1.7e9 + 5, "mapping": mapping, "current_node": "r3"}
