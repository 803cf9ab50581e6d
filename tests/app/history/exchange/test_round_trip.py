"""What goes out as our JSON comes back equal; other forms are readable and harmless."""

from __future__ import annotations

import contextlib
import json
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from app.atomic_write import write_atomically
from app.attachments.attached_file import FileKind
from app.cancellation import Cancelled
from app.history.attachments import AttachmentHead, StoredAttachment
from app.history.built_in_presets import BUILT_IN_PRESETS
from app.history.context_exclusions import ContextExclusions
from app.history.exchange.conversation_tree import ConversationTree, TreeAttachment, TreeMessage
from app.history.exchange.errors import FolderIsGone, NameIsTooLong
from app.history.exchange.exporting import ExportForm, ending_of, export_file, file_name_of
from app.history.exchange.importing import import_file
from app.history.exchange.markdown import markdown_of
from app.history.exchange.trace_document import export_trace
from app.history.exchange.trace_form import TraceForm
from app.history.exchange.tree_reader import TreeReader
from app.history.exchange.tree_writer import TreeWriter
from app.history.exchange.web_page import web_page_of
from app.history.preset_records import ConversationChoices
from app.history.records import MessageState, ReplyFigures
from app.history.store import HistoryStore
from tests.fakes.pictures import png
from tests.fakes.steps import reply_end


def fill(store: HistoryStore) -> None:
    conversation = store.create_conversation("Trains & <b>bread</b>")
    first = store.add_question(conversation.id, None, "When?\n```py\nx = 1")
    for state, error in ((MessageState.COMPLETE, ""), (MessageState.FAILED, "engine stopped")):
        reply = store.begin_reply(conversation.id, first.id, "Qwen <3")
        store.finish_reply(
            reply.id,
            reply_end(
                raw="<think>a</think>b\ud800",
                thinking="Relative </details> velocity. <script>alert(1)</script>",
                answer="At **13:24**. ![x](http://evil/x.png) [l](javascript:alert(1)) <script>alert(2)</script>",
                state=state,
                figures=ReplyFigures(thinking_s=1.25, thinking_tokens=7, thinking_ended="model"),
                error=error,
            ),
        )
    store.add_question(conversation.id, reply.id, "And then? 火车")
    store.set_leaf(conversation.id, 2)
    store.set_thinking_level(conversation.id, "high")
    folder = store.shelf.create_folder("Physics")
    store.shelf.move([conversation.id], folder.id)
    store.shelf.set_pinned([conversation.id], pinned=True)
    with store.database.writing() as connection:
        connection.execute("UPDATE conversation SET system_prompt = 'Be brief.', sampling = '{\"temperature\": 0.5}'")
        connection.execute(
            "INSERT INTO attachment (message_id, name, kind, size_bytes, text) VALUES (1,'a.csv','csv',3,'1,2')"
        )
    empty = store.create_conversation("Empty")
    other = store.create_conversation("Other")
    store.add_question(other.id, None, "Only a question")
    assert empty.id == 2


def trees(store: HistoryStore) -> list[ConversationTree]:
    reader = TreeReader(store.database)
    return [tree for tree in map(reader.read, reader.conversation_ids()) if tree.messages]


def test_everything_comes_back_equal(store: HistoryStore, tmp_path: Path) -> None:
    fill(store)
    before = trees(store)
    target = tmp_path / "all.json"
    assert export_file(store.database, [1, 2, 3], target, ExportForm.JSON) == 3

    other = HistoryStore.open(tmp_path / "other" / "history.sqlite3")
    result = import_file(other.database, target)

    assert (len(result.conversation_ids), result.messages, result.skipped) == (2, 5, 1)
    assert trees(other) == before
    assert other.conversation(1).thinking_level == "high"
    assert [folder.name for folder in other.shelf.folders()] == ["Physics"]
    assert len(other.search("relative")) == 2
    again = import_file(other.database, target)
    assert trees(other) == before * 2
    assert [folder.name for folder in other.shelf.folders()] == ["Physics"]
    assert set(again.conversation_ids).isdisjoint(result.conversation_ids)
    other.check_integrity()
    other.close()


def test_odd_trees_come_back_equal(store: HistoryStore, tmp_path: Path) -> None:
    odd = (
        "",
        "\x00\x01 in the \x00 middle\r\n\r",
        "\u202eabc\u202c \u2067עברית\u2069 \ufeff",
        "\U0001f468\u200d\U0001f469 e\u0301 \uffff",
    )
    files = tuple(TreeAttachment(name=text or "n", kind="text", size_bytes=9, text=text) for text in odd)
    messages = [TreeMessage(role="user", answer="x" * 5_000_000, created_at=1.0, attachments=files)]
    messages += [
        TreeMessage(role="assistant", parent=0, answer=odd[k % 4], thinking=odd[k % 3], created_at=2.0 + k)
        for k in range(200)
    ]
    messages += [TreeMessage(role="user", parent=k, answer=odd[k % 4], created_at=300.0) for k in range(1, 201)]
    tree = ConversationTree(
        title=odd[2],
        created_at=5.0,
        updated_at=6.0,
        leaf=250,
        left_out=(0, 201),
        files_left_out=(0,),
        messages=tuple(messages),
    )
    TreeWriter(store.database).add(tree)
    other = TreeWriter(store.database)
    number = other.add(tree)
    other.finish()
    target = tmp_path / "odd.json"
    export_file(store.database, [number], target, ExportForm.JSON)

    again = import_file(store.database, target).conversation_ids[0]

    read = TreeReader(store.database).read(again)
    assert read == TreeReader(store.database).read(number)
    assert msgspec.structs.replace(read, more={}) == tree
    mine = {message.id for message in store.branch(again)} | {store.outline(again)[0].message_id}
    assert set(store.exclusions.of(again).files) <= mine


_texts = st.text(max_size=30).map(lambda text: text.encode("utf-8", "replace").decode())
_messages = st.lists(
    st.tuples(st.sampled_from(["user", "assistant"]), st.integers(0, 9), _texts, _texts, _texts), max_size=8
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_texts.map(lambda title: title[:400]), _messages)
def test_any_tree_comes_back_equal(
    store: HistoryStore, tmp_path: Path, title: str, rows: list[tuple[str, int, str, str, str]]
) -> None:
    messages = tuple(
        TreeMessage(
            role="user" if role == "user" else "assistant",
            parent=parent % place if place and parent else None,
            created_at=1000.0 + place,
            answer=answer,
            thinking=thinking,
            raw=raw,
            attachments=(TreeAttachment(name="n", kind="text", size_bytes=1, text=raw),) if role == "user" else (),
        )
        for place, (role, parent, answer, thinking, raw) in enumerate(rows)
    )
    tree = ConversationTree(title=title, created_at=5.0, updated_at=6.0, messages=messages)
    writer = TreeWriter(store.database)
    number = writer.add(tree)
    writer.finish()
    before = TreeReader(store.database).read(number)
    target = tmp_path / "one.json"
    export_file(store.database, [number], target, ExportForm.JSON)

    result = import_file(store.database, target)

    if rows:
        assert TreeReader(store.database).read(result.conversation_ids[0]) == before
        assert [m.answer for m in before.messages] == [m.answer for m in messages]
        assert [m.parent for m in before.messages] == [m.parent for m in messages]
    else:
        assert result.skipped == 1


def test_a_web_page_holds_no_script_no_image_and_no_dangerous_link(store: HistoryStore) -> None:
    fill(store)
    page = web_page_of(trees(store)[0], with_thoughts=True)

    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert "<strong>13:24</strong>" in page
    assert "default-src 'none'" in page
    assert "<title>Trains &amp; &lt;b&gt;bread&lt;/b&gt;</title>" in page
    assert "Relative" in page
    assert "Relative" not in web_page_of(trees(store)[0], with_thoughts=False)


def test_markdown_folds_thoughts_and_closes_what_was_left_open(store: HistoryStore) -> None:
    fill(store)
    tree = trees(store)[0]
    text = markdown_of(tree, with_thoughts=True)

    assert text.startswith("# Trains")
    assert text.count("<details>") == text.count("</details>") == 1
    assert "Relative" in text
    assert "Relative" not in markdown_of(tree, with_thoughts=False)
    assert text.count("```") % 2 == 0


def test_traces_are_lines_of_messages_with_their_thoughts(store: HistoryStore, tmp_path: Path) -> None:
    fill(store)
    target = tmp_path / "traces.jsonl"

    assert export_file(store.database, [1, 2, 3], target, ExportForm.TRACES) == 1

    [line] = target.read_text().splitlines()
    messages = json.loads(line)["messages"]
    assert [message["role"] for message in messages] == ["system", "user", "assistant"]
    assert messages[0]["content"] == "Be brief."
    assert messages[1]["content"].startswith("a.csv:\n\n1,2")
    assert messages[2]["reasoning_content"].startswith("Relative")
    assert messages[2]["content"].startswith("At **13:24**")


def test_pictures_come_back_and_are_seen_in_documents(store: HistoryStore, tmp_path: Path) -> None:
    data = png(8, 6, (250, 0, 0))
    conversation = store.create_conversation("Pictures")
    question = store.add_question(conversation.id, None, "What is it?")
    files = [
        StoredAttachment("a]b(c) <red>.png", FileKind.IMAGE.value, len(data), "", content=data, preview=b"small"),
        StoredAttachment("odd.png", FileKind.IMAGE.value, 4, "", content=b"\x00\xff<>"),
    ]
    store.attachments.add(question.id, files)
    (tree,) = trees(store)

    page, document = web_page_of(tree, with_thoughts=True), markdown_of(tree, with_thoughts=True)
    assert 'src="data:image/png;base64,iVBOR' in page
    assert "<em>odd.png</em>" in page
    assert page.count("<img") == 1
    assert "![ab(c) <red>.png](data:image/png;base64,iVBOR" in document

    target = tmp_path / "pictures.json"
    export_file(store.database, [conversation.id], target, ExportForm.JSON)
    other = HistoryStore.open(tmp_path / "other" / "history.sqlite3")
    import_file(other.database, target)
    assert trees(other) == [tree]
    assert other.attachments.of_message(1) == files
    assert other.attachments.heads_of(1)[0] == AttachmentHead("a]b(c) <red>.png", is_picture=True, preview=b"small")
    branch = other.copies.branch_off(1, [1], "A branch")
    copied = other.branch(branch)[0]
    assert other.attachments.of_message(copied.id) == files
    other.close()


def test_several_documents_are_packed_under_names_of_their_own(store: HistoryStore, tmp_path: Path) -> None:
    for title in ("Same", "same", 'a/b\\c:d*?"<>|', "", "CON", "." * 300):
        conversation = store.create_conversation(title)
        store.add_question(conversation.id, None, title)
    target = tmp_path / f"all.{ending_of(ExportForm.MARKDOWN, 6)}"

    assert export_file(store.database, [1, 2, 3, 4, 5, 6], target, ExportForm.MARKDOWN) == 6

    names = zipfile.ZipFile(target).namelist()
    assert len({name.casefold() for name in names}) == 6
    assert all("/" not in name and len(name) < 100 for name in names)
    assert file_name_of("con", "md") == "_con.md"


def test_stopping_or_a_full_disk_leaves_the_old_file(store: HistoryStore, tmp_path: Path) -> None:
    fill(store)
    target = tmp_path / "all.json"
    target.write_text("old")
    with pytest.raises(Cancelled):
        export_file(store.database, [1], target, ExportForm.JSON, is_stopped=lambda: True)
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.glob("all*")) == ["all.json"]

    with pytest.raises(FolderIsGone):
        export_file(store.database, [1], tmp_path / "no" / "folder.json", ExportForm.JSON)


def test_the_longest_name_is_written_and_a_longer_one_is_a_sentence(store: HistoryStore, tmp_path: Path) -> None:
    fill(store)
    longest = tmp_path / f"{'n' * 252}.md"
    export_file(store.database, [1], longest, ExportForm.MARKDOWN)
    write_atomically(longest, b"again")
    assert [path.read_bytes() for path in tmp_path.glob("n*")] == [b"again"]

    for write in (
        lambda path: export_file(store.database, [1], path, ExportForm.MARKDOWN),
        lambda path: export_trace(store.database, 2, path, TraceForm.MARKDOWN),
    ):
        with pytest.raises(NameIsTooLong):
            write(tmp_path / f"{'n' * 253}.md")


def test_a_preset_is_found_again_by_its_name_and_never_mistaken_for_another(
    store: HistoryStore, tmp_path: Path
) -> None:
    mine = store.presets.create("Mine", system_prompt="Be odd.")
    ids = [store.create_conversation(title).id for title in ("Own", "Built in", "Gone")]
    gone = store.presets.create("Gone")
    for number, key in zip(ids, (mine.key, BUILT_IN_PRESETS[0].key, gone.key), strict=True):
        store.add_question(number, None, "Well?")
        store.presets.set_choices(number, ConversationChoices(key, "Be odd."))
    store.presets.delete(gone.key)
    target = tmp_path / "all.json"
    export_file(store.database, ids, target, ExportForm.JSON)

    with contextlib.closing(HistoryStore.open(tmp_path / "elsewhere.sqlite3")) as elsewhere:
        elsewhere.presets.create("Another")  # which has the key that the first one has here
        renumbered = elsewhere.presets.create("Mine")
        keys = [
            elsewhere.presets.choices_of(number).preset_key
            for number in import_file(elsewhere.database, target).conversation_ids
        ]
    assert keys == [renumbered.key, BUILT_IN_PRESETS[0].key, ""]
    assert renumbered.key != mine.key

    old = target.read_text().replace('"preset":"Mine"', '"preset":null').replace(BUILT_IN_PRESETS[0].key, mine.key)
    target.write_text(old)  # as earlier versions wrote it
    assert {
        store.presets.choices_of(number).preset_key for number in import_file(store.database, target).conversation_ids
    } == {""}


def test_a_conversation_still_follows_the_one_that_it_sums_up(store: HistoryStore, tmp_path: Path) -> None:
    ids = [store.create_conversation(title).id for title in ("Later", "Earlier", "Elsewhere")]
    later, earlier, elsewhere = ids
    for number in ids:
        store.add_question(number, None, "Where were we?")
    store.exclusions.keep(later, ContextExclusions(follows=earlier))
    store.exclusions.keep(earlier, ContextExclusions(follows=elsewhere))
    target = tmp_path / "some.json"
    export_file(store.database, [later, earlier], target, ExportForm.JSON)

    new_later, new_earlier = import_file(store.database, target).conversation_ids

    assert store.exclusions.of(new_later).follows == new_earlier
    assert store.exclusions.of(new_earlier).follows is None  # that one is not in the file
