"""Makes `history.sqlite3` as Aside 0.1.0 wrote it (format 7), and `told.json`: all that 0.1.0 told of it.

The two files beside this are what it made with the code of 0.1.0, to which the migrations of later versions are held:
they are never made anew. With later code it refuses; to see how they came about, check out the commit that added them
and run, from the root of the repository:

    python tests/data/history_0_1_0/make.py FOLDER
"""

from __future__ import annotations

import contextlib
import itertools
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from app.attachments.attached_file import FileKind
from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.drafts import Draft
from app.history.migrations import MIGRATIONS
from app.history.preset_records import ConversationChoices, PresetChoices, ThinkingOptions
from app.history.records import Conversation, MessageState, ReplyFigures
from app.history.store import HistoryStore
from app.messages import Sampling
from tests.fakes.history_told import told, told_of_recovered
from tests.fakes.pictures import png

_FORMAT = 7
_NOON = 1_772_452_800.0  # 2026-03-02, 12:00 UTC: the same day nearly everywhere
_PICTURE = StoredAttachment(
    "harbour.png", FileKind.IMAGE.value, 900, "", png(12, 8, (20, 90, 200)), png(3, 2, (20, 90, 200))
)
_TABLE = StoredAttachment("departures.csv", FileKind.TEXT.value, 31, "from,at\nHarbour,13:24\nMill,14:02\n")
_FIGURES = ReplyFigures(
    thinking_s=3.5,
    thinking_tokens=41,
    answer_tokens=17,
    tokens_per_s=38.25,
    time_to_first_token_s=0.4,
    prompt_tokens=120,
    cached_tokens=80,
    thinking_ended="model",
)


def _reply(
    store: HistoryStore,
    conversation: Conversation,
    question_id: int,
    thinking: str,
    answer: str,
    *,
    state: MessageState = MessageState.COMPLETE,
    figures: ReplyFigures = _FIGURES,
    error: str = "",
    has_raw: bool = True,
) -> int:
    reply = store.begin_reply(conversation.id, question_id, "Qwen3 4B Q4_K_M")
    is_closed = bool(answer)
    raw = f"<think>\n{thinking}\n" + (f"</think>\n\n{answer}<|im_end|>" if is_closed else "") if thinking else answer
    store.append_piece(reply.id, raw=raw[:20], thinking=thinking[:10], answer="")
    store.finish_reply(
        reply.id,
        raw=raw if has_raw else "",
        thinking=thinking,
        answer=answer,
        state=state,
        figures=figures,
        error=error,
    )
    return reply.id


def _trains(store: HistoryStore) -> None:
    """Versions of questions and replies, files, a preset, a folder, exclusions, a draft."""
    talk = store.create_conversation("Trains that meet")
    first = store.add_question(talk.id, None, "When do the trains meet?\n\nOne leaves **Harbour** at 13:24.")
    store.attachments.add(first.id, [_PICTURE, _TABLE])
    early = _reply(
        store,
        talk,
        first.id,
        "Relative velocity: 40 - 20 = 20 km/h.\n\nSo the lead of 40 km is gone after 2 hours.\nCheck: x = 41 - 1.",
        "They meet at **15:24**.\n\n```python\nx = 41 - 1\nprint(x / 20)\n```\n\n- first, the lead\n- then, the time",
    )
    second = store.add_question(talk.id, early, "And if the second train is twice as fast?")
    _reply(store, talk, second.id, "Now the difference is 60 km/h, the train needs 40 minutes.", "At 14:04.")
    again = _reply(
        store,
        talk,
        second.id,
        "Stopped in mid-thought: the train, the",
        "",
        state=MessageState.STOPPED,
        figures=ReplyFigures(thinking_s=1.0, thinking_tokens=9, thinking_ended="stopped"),
    )
    store.show_branch_of(again)
    _reply(
        store,
        talk,
        second.id,
        "A thought that a person wrote: the train is late by an éclair.",
        "At 14:05, for the éclair.",
        figures=ReplyFigures(thinking_s=0.5, thinking_tokens=3, answer_tokens=9, is_thought_edited=True),
        has_raw=False,
    )
    store.copies.add_edited_reply(early, "They meet at half past three, says a person.")
    other = store.ask_again(first.id, "When do the trains meet, in the summary?", model_name="Gemma 3 270M")
    store.finish_reply(
        other.reply.id,
        raw="At 15:24 & <b>no</b> sooner.",
        thinking="",
        answer="At 15:24 & <b>no</b> sooner.",
        state=MessageState.LENGTH,
        figures=ReplyFigures(answer_tokens=6, thinking_ended="none"),
    )
    third = store.add_question(talk.id, other.reply.id, "A question that nobody has answered, with a file")
    store.attachments.add(third.id, [StoredAttachment("notes.txt", FileKind.TEXT.value, 9, "Attached.")])
    store.show_branch_of(again)
    store.exclusions.keep(talk.id, ContextExclusions((second.id,), (first.id,)))
    preset = store.presets.create(
        "Physics",
        system_prompt="You are a physicist.\nBe brief.",
        choices=PresetChoices("Qwen3", "high", 900, Sampling(temperature=0.25, seed=7)),
    )
    store.presets.apply(talk.id, preset)
    store.set_thinking_level(talk.id, "high")
    store.set_thinking_options(talk.id, ThinkingOptions(800, 12.5, keeps_thoughts=True))
    store.shelf.move([talk.id], store.shelf.create_folder("Railways").id)
    store.shelf.set_pinned([talk.id], pinned=True)
    store.drafts.keep(talk.id, Draft("And with three trains", (_TABLE,)))
    store.copies.branch_off(talk.id, [m.id for m in store.branch(talk.id, early)], "Trains that meet (branch)")


def _others(store: HistoryStore) -> None:
    """Other scripts, what broke off, a summary, the archive, the trash, what was purged, what a crash left running."""
    scripts = store.create_conversation("図書館")
    asked = store.add_question(scripts.id, None, "列車はいつ出ますか。\U0001f686 e\u0301clair \u202eabc\u202c")
    failed = _reply(
        store, scripts, asked.id, "", "", state=MessageState.FAILED, figures=ReplyFigures(), error="The engine stopped."
    )
    _reply(store, scripts, asked.id, "列車は十三時。\n図書館の前。", "十三時二十四分に出ます。")
    asked_again = store.add_question(scripts.id, failed, "Still there?")
    _reply(store, scripts, asked_again.id, "", "Yes:\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |")

    follower = store.create_conversation("After the summary")
    store.exclusions.keep(follower.id, ContextExclusions(follows=scripts.id))
    store.presets.set_choices(follower.id, ConversationChoices("", "A summary of what was said: trains.", Sampling()))
    asked = store.add_question(follower.id, None, "Go on.")
    _reply(store, follower, asked.id, "The person wants me to go on about zebras.", "Zebras, then.\n```\nopen fence")
    store.shelf.set_archived([follower.id], archived=True)

    thrown_away = store.create_conversation("Thrown away: trains")
    asked = store.add_question(thrown_away.id, None, "Which train?")
    _reply(store, thrown_away, asked.id, "Any train.", "The slow train.")
    store.delete(thrown_away.id)

    purged = store.create_conversation("Purged")
    _reply(store, purged, store.add_question(purged.id, None, "Zebra crossing?").id, "A zebra.", "Zebra.")
    store.delete(purged.id)
    store.shelf.give_up([purged.id])
    store.purge_deleted(_NOON - 1.0)

    store.create_conversation("Empty")
    store.drafts.keep(None, Draft("The next question, with a picture", (_PICTURE,)))

    cut = store.create_conversation("Cut by a crash")
    asked = store.add_question(cut.id, None, "Tell me of the harbour.")
    reply = store.begin_reply(cut.id, asked.id, "Qwen3 4B Q4_K_M")
    for raw, thinking, answer in (
        ("<think>\nThe harbour", "\nThe harbour", ""),
        (" lies there.\n</think>\n\n", " lies there.\n", ""),
        ("The harbour is old and", "", "The harbour is old and"),
    ):
        store.append_piece(reply.id, raw=raw, thinking=thinking, answer=answer)


def main() -> None:
    """Make both files."""
    if len(MIGRATIONS) != _FORMAT:
        sys.exit("This code writes another format.")
    folder = Path(sys.argv[1])
    path = folder / "history.sqlite3"
    ticks = itertools.count()
    with contextlib.closing(HistoryStore.open(path, clock=lambda: _NOON + 60.0 * next(ticks))) as store:
        _trains(store)
        _others(store)
        with store.database.reading() as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("VACUUM")
    with tempfile.TemporaryDirectory() as scratch:
        copy = shutil.copy(path, scratch)
        with contextlib.closing(HistoryStore.open(Path(copy))) as store:
            value = {**told(store, Path(scratch)), "after a crash": told_of_recovered(store)}
    (folder / "told.json").write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
