"""All that a history shows, finds, exports and asks models, as one value of JSON: to see that nothing of it changes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from app.conversation.prompt import chat_messages
from app.history.attachments import StoredAttachment
from app.history.exchange.exporting import ExportForm, document_of, export_file
from app.history.exchange.tree_reader import TreeReader
from app.history.preset_records import Preset
from app.history.records import Conversation
from app.history.search_hit import SearchHit
from app.history.store import HistoryStore
from app.messages import Image, Message, Text, Thinking, ToolChoices

QUERIES = (
    "train",
    "trains meet",
    '"relative velocity"',
    "velocity",
    "harbour",
    "ÉCLAIR",
    "eclair",
    "列車",
    "図書館",
    "x = 41",
    "stopped in mid",
    "attached",
    "summary",
    "zebra",
    "a",
    "",
)
_NEWER_FIGURES = {
    "is_synthesis": "false",
    "goes_on_with_text": "false",
    "saved_by_drafts": "null",
    "given_length": "null",
}
"""What the first format knew nothing of, and what it is there."""
_MESSAGE_FIELDS = (
    "id",
    "conversation_id",
    "parent_id",
    "role",
    "raw",
    "thinking",
    "answer",
    "state",
    "created_at",
    "model_name",
    "error",
)


def told(store: HistoryStore, folder: Path) -> dict[str, Any]:
    """Return what is told of everything in `store`; `folder` takes files for a moment."""
    value = {
        "conversations": [_conversation(store, one) for one in sorted(store.conversation_ids())],
        "list": [one.id for one in store.conversations()],
        "trash": store.deleted_before(float("inf")),
        "next draft": _draft(store, None),
        "folders": [asdict(one) for one in store.shelf.folders()],
        "presets": [_preset(one) for one in store.presets.all() if not one.is_built_in],
        "search": {query: [_hit(hit) for hit in store.search(query)] for query in QUERIES},
        "search by pages": _pages(store, "train"),
        "exports": _exports(store, folder),
    }
    return dict(json.loads(json.dumps(value)))  # tuples become lists, as in a file


def told_of_recovered(store: HistoryStore) -> dict[str, Any]:
    """End the replies that a crash left running; return what is told of them then."""
    recovered = [_message(store, message.id) for message in store.recover_interrupted()]
    hits = [_hit(hit) for hit in store.search("harbour")]
    return dict(json.loads(json.dumps({"messages": recovered, "search": hits})))


def _record(conversation: Conversation) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(conversation)
    options = told["thinking_options"]
    assert (options.pop("samples"), options.pop("until_sure")) == (1, True)  # newer, and as if there were none
    return told


def _conversation(store: HistoryStore, conversation_id: int) -> dict[str, Any]:
    conversation = store.conversation(conversation_id)
    assert store.presets.tools_of(conversation_id) == ToolChoices(), "newer, and as if there were none"
    with store.database.reading() as connection:
        ids = [
            row[0]
            for row in connection.execute(
                "SELECT id FROM message WHERE conversation_id = ? ORDER BY id", (conversation_id,)
            )
        ]
    parents = {store.message(one).parent_id for one in ids}
    leaves = [one for one in ids if one not in parents]
    files = store.attachments.of_messages(ids)
    return {
        "record": _record(conversation),
        "choices": msgspec.to_builtins(store.presets.choices_of(conversation_id)),
        "unsent": asdict(store.exclusions.of(conversation_id)),
        "draft": _draft(store, conversation_id),
        "versions": store.versions(conversation_id),
        "siblings": {str(one): [sibling.id for sibling in store.siblings(one)] for one in ids},
        "outline": [list(entry) for entry in store.outline(conversation_id)],
        "messages": {str(one): _message(store, one) for one in ids},
        "branches": {str(leaf): [m.id for m in store.branch(conversation_id, leaf)] for leaf in leaves},
        "shown": [message.id for message in store.branch(conversation_id)],
        "files": {str(one): [_file(file) for file in kept] for one, kept in files.items()},
        "prompts": {str(leaf): _prompt(store, conversation, leaf) for leaf in leaves},
    }


def _message(store: HistoryStore, message_id: int) -> dict[str, Any]:
    message = store.message(message_id)
    return {
        **{name: getattr(message, name) for name in _MESSAGE_FIELDS},
        "figures": {name: value for name, value in asdict(message.figures).items() if name not in _NEWER_FIGURES},
        "newest leaf": store.newest_leaf(message_id),
    }


def _hit(hit: SearchHit) -> dict[str, Any]:
    return {name: value for name, value in asdict(hit).items() if name != "step_starts"}


def _preset(preset: Preset) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(preset)
    assert [told["choices"].pop(name) for name in ("samples", "until_sure", "tools")] == [None] * 3
    return told


def _file(file: StoredAttachment) -> dict[str, Any]:
    pictures = {name: hashlib.sha256(getattr(file, name)).hexdigest() for name in ("content", "preview")}
    return {"name": file.name, "kind": file.kind, "size_bytes": file.size_bytes, "text": file.text, **pictures}


def _draft(store: HistoryStore, conversation_id: int | None) -> dict[str, Any]:
    draft = store.drafts.of(conversation_id)
    return {"text": draft.text, "files": [_file(file) for file in draft.files]}


def _prompt(store: HistoryStore, conversation: Conversation, leaf: int) -> list[Any]:
    branch = store.branch(conversation.id, leaf)
    messages = chat_messages(
        branch,
        system_prompt=store.presets.choices_of(conversation.id).system_prompt or "Be helpful.",
        files=store.attachments.of_messages([message.id for message in branch]),
        exclusions=store.exclusions.of(conversation.id),
    )
    return [_sent(message) for message in messages]


def _sent(message: Message) -> list[Any]:
    parts: list[Any] = []
    for part in message.parts:
        match part:
            case Text(text) if parts and parts[-1][0] == "Text":  # a file and the question below it are one text
                parts[-1][1] += text
            case Text(text) | Thinking(text):
                parts.append([type(part).__name__, text])
            case Image(name, data):
                parts.append(["Image", name, hashlib.sha256(data).hexdigest()])
            case _:
                parts.append([type(part).__name__, msgspec.to_builtins(part)])
    return [message.role, message.raw, *parts]


def _pages(store: HistoryStore, query: str) -> list[list[int]]:
    """Return the messages that a search finds when it is read two at a time."""
    pages: list[list[int]] = []
    before = 1 << 60  # without titles
    while True:
        hits = store.search(query, limit=2, before_message_id=before)
        pages.append([hit.message_id for hit in hits if hit.message_id is not None])
        if len(hits) < 2:
            return pages
        before = pages[-1][-1]


def _exports(store: HistoryStore, folder: Path) -> dict[str, Any]:
    ids = sorted(store.conversation_ids())
    exports: dict[str, Any] = {}
    for form in (ExportForm.JSON, ExportForm.TRACES):
        target = folder / f"all.{form.value}"
        export_file(store.database, ids, target, form)
        text = target.read_text(encoding="utf-8")
        for name, value in _NEWER_FIGURES.items():
            text = text.replace(f',"{name}":{value}', "")
        exports[form.value] = text.splitlines()
        target.unlink()
    reader = TreeReader(store.database)
    for form in (ExportForm.MARKDOWN, ExportForm.WEB_PAGE):
        for with_thoughts in (True, False):
            documents = [document_of(reader.read(one), form, with_thoughts=with_thoughts) for one in ids]
            # Not the style sheet: how a page looks may change.
            bodies = [document.partition("<main>")[2] or document for document in documents]
            exports[f"{form.value}, {'with' if with_thoughts else 'without'} thoughts"] = bodies
    return exports
