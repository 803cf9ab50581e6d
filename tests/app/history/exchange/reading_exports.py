"""Imports a made-up export of another app and tells what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from app.history.exchange.conversation_tree import ConversationTree, TreeMessage
from app.history.exchange.importing import ImportResult, import_file
from app.history.exchange.tree_reader import TreeReader
from app.history.records import ModelStep, ToolStep
from app.history.store import HistoryStore


def lines(*objects: object) -> str:
    """Return a file with an object in each line."""
    return "\n".join(json.dumps(one) for one in objects)


def brought(
    store: HistoryStore, path: Path, content: object
) -> tuple[list[ConversationTree], dict[str, int], ImportResult]:
    """Return the conversations of a file that is written first, what was left out of them, and the whole result."""
    if not isinstance(content, bytes):
        content = (content if isinstance(content, str) else json.dumps(content)).encode("utf-8", "surrogatepass")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    result = import_file(store.database, path)
    trees = [TreeReader(store.database).read(number) for number in result.conversation_ids]
    return trees, {one.kind.value: one.count for one in result.left_out}, result


def told(tree: ConversationTree) -> list[str]:
    """Return each message as a line: who, after which one, what was thought and said, and what files are with it."""
    return [_line(message) for message in tree.messages]


def _line(message: TreeMessage) -> str:
    after = "" if message.parent is None else f" {message.parent}"
    files = [f"<{file.name}: {file.text or len(file.content)}>" for file in message.attachments]
    error = [f"!{message.error}"] if message.error else []
    return " ".join([f"{message.role[0]}{after}:", *_said(message), *files, *error])


def _said(message: TreeMessage) -> Iterable[str]:
    if message.role == "user":
        yield message.answer
        return
    for step in message.made_of():
        if isinstance(step, ModelStep):
            yield from filter(None, (f"({step.thinking})" if step.thinking else "", step.answer))
        elif isinstance(step, ToolStep):
            result = step.result
            what = "…" if result is None else f"{'!' if result.is_error else ''}{result.content}"
            yield f"{step.call.name}[{step.call.arguments}]={what}"
