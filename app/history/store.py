"""Conversations and their messages: everything that is written and read, as values."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from app.history.asking import Asked, ConversationSetup, NewQuestion, add_conversation, ask, ask_again
from app.history.attachments import AttachmentShelf
from app.history.backups import Backup, Backups
from app.history.branch_outline import BranchEntry, branch_outline, branch_questions
from app.history.context_exclusions import ExclusionShelf
from app.history.damaged_file import check_emptiness, check_presence
from app.history.database import Database, ReplacementLock, is_index_whole
from app.history.drafts import DraftShelf
from app.history.errors import DatabaseIsDamaged
from app.history.message_rows import read_message, read_messages
from app.history.preset_records import ThinkingOptions
from app.history.presets import PresetShelf
from app.history.purge import purge
from app.history.records import Conversation, MessageState, ReplyEnd, ReplyFigures, Step, StoredMessage
from app.history.reply_queries import (
    CUT_BY_A_CRASH,
    add_candidates,
    add_piece,
    begin_with,
    end_interrupted,
    end_reply,
    put_step,
)
from app.history.rows import (
    CONVERSATION_COLUMNS,
    conversation_from,
    encoded,
    storable,
)
from app.history.search import find
from app.history.search_hit import SearchHit
from app.history.shelf import ConversationShelf
from app.history.step_rows import bookmark
from app.history.thought_steps import find_steps
from app.history.tree_copies import TreeCopies
from app.history.tree_queries import add_message, check_parent, read_conversation, read_sibling_ids
from app.history.vote_figures import VoteFigures, read_reply_figures, read_vote_figures
from app.history.votes import KeptVote, put_vote, read_vote
from app.reasoning import StepKind


class HistoryStore:
    """The conversations of one database file.

    Messages form a tree and are never overwritten: a new version is a sibling. Adding a message makes it the end of the
    branch shown. A reply is made of steps: those that have ended are kept as they end, the one at work lives in pieces
    until `put_step` or `finish_reply`; readers see it put together.

    `shelf` keeps pins, folders and the archive; `attachments` the files of questions; `presets` ways of working;
    `drafts` what is not sent yet; `exclusions` what a conversation leaves out of its prompts.

    Any thread may call, one at a time; what may take longer than a frame belongs on a thread with a store of its own.
    Every method raises the errors of `app.history.errors`, and `LookupError` for an id that does not exist (a bug).
    Times are seconds since the epoch.
    """

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock
        self.shelf = ConversationShelf(database, clock=clock)
        self.attachments = AttachmentShelf(database)
        self.presets = PresetShelf(database, clock=clock)
        self.drafts = DraftShelf(database)
        self.exclusions = ExclusionShelf(database)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Callable[[], float] = time.time,
        busy_timeout_s: float = 2.0,
        replacement: ReplacementLock | None = None,
        is_expected: bool = False,
    ) -> HistoryStore:
        """Open the database at `path`, made with its folders if there never was one, migrated if older.

        A file that was cut off raises `DatabaseIsDamaged` here, not when somebody reads what is gone; one that is not
        there `DatabaseIsMissing`, if it `is_expected` or there are backups of it.
        Waits `busy_timeout_s` for other programs, here and in every later call. Writes nothing while `replacement` is
        held.
        """
        check_presence(path, is_expected=is_expected)
        check_emptiness(path)
        return cls(Database(path, busy_timeout_s=busy_timeout_s, replacement=replacement), clock=clock)

    @classmethod
    def begin(cls, path: Path) -> HistoryStore:
        """Make an empty history where there is none, whatever lies beside."""
        return cls(Database(path, busy_timeout_s=2.0))

    def beside(self, *, busy_timeout_s: float = 2.0) -> HistoryStore:
        """Open the same file once more, for another thread; what may not be written here may not be written there."""
        return HistoryStore.open(
            self.path,
            clock=self._clock,
            busy_timeout_s=busy_timeout_s,
            replacement=self.replacement,
            is_expected=True,
        )

    @property
    def path(self) -> Path:
        return self._database.path

    @property
    def replacement(self) -> ReplacementLock:
        """What keeps writers out while a backup takes the place of everything."""
        return self._database.replacement

    @property
    def copies(self) -> TreeCopies:
        """Edited replies, and branches that become conversations."""
        return TreeCopies(self._database, clock=self._clock)

    def restore(self, backup: Backup) -> Backup:
        """Put a backup in the place of everything; return the backup that was made of it before."""
        return Backups(self.path, clock=self._clock).restore(backup, self._database)

    @property
    def database(self) -> Database:
        """The connection, for the other parts of this room: export and import."""
        return self._database

    def close(self) -> None:
        """Give the file back; closing twice is fine."""
        self._database.close()

    def look_at_file(self) -> None:
        """Raise `DatabaseWasReplaced` if the file was moved, deleted, replaced or cut off since it was opened."""
        self._database.look_at_file()

    def check_writable(self) -> None:
        """Raise what would be raised if something were written now."""
        self._database.check_writable()

    def check_integrity(self) -> None:
        """Read the whole file and raise `DatabaseIsDamaged` with what is wrong, if anything is. Slow on a large one."""
        self._database.check_integrity()

    # --- conversations ---------------------------------------------------------------------------------------

    def create_conversation(self, title: str = "") -> Conversation:
        """Add an empty conversation."""
        return self.begin_conversation(ConversationSetup(title))

    def begin_conversation(self, setup: ConversationSetup) -> Conversation:
        """Add an empty conversation with what it has of its own."""
        with self._database.writing() as connection:
            return read_conversation(connection, add_conversation(connection, setup, now=self._clock()))

    def conversations(self) -> list[Conversation]:
        """Return all that are not deleted, the one with the newest message first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {CONVERSATION_COLUMNS} FROM conversation WHERE deleted_at IS NULL "
                "ORDER BY updated_at DESC, id DESC"
            ).fetchall()
        return [conversation_from(row) for row in rows]

    def conversation(self, conversation_id: int) -> Conversation:
        """Return one, deleted or not."""
        with self._database.reading() as connection:
            return read_conversation(connection, conversation_id)

    def rename(self, conversation_id: int, title: str) -> Conversation:
        """Give it another title; its place in the list stays."""
        return self._changed(conversation_id, "title = ?", storable(title))

    def set_thinking_level(self, conversation_id: int, level: str) -> Conversation:
        """Keep how much the model may think in it."""
        return self._changed(conversation_id, "thinking_level = ?", level)

    def set_thinking_options(self, conversation_id: int, options: ThinkingOptions) -> Conversation:
        """Keep what bounds its thoughts."""
        return self._changed(conversation_id, "thinking_options = ?", encoded(options))

    def delete(self, conversation_id: int) -> Conversation:
        """Hide it until `undelete` or `purge_deleted`."""
        return self._changed(conversation_id, "deleted_at = ?", self._clock())

    def undelete(self, conversation_id: int) -> Conversation:
        """Bring it back where it was."""
        return self._changed(conversation_id, "deleted_at = ?", None)

    def purge_deleted(self, before: float) -> int:
        """Remove for good what was deleted before this time; return how many. One whose reply still runs is kept."""
        return len(purge(self._database, self.deleted_before(before)))

    def deleted_before(self, moment: float) -> list[int]:
        """Return the conversations that were deleted before this time, and are not purged."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id FROM conversation WHERE deleted_at < ? ORDER BY id", (moment,))
            return [row["id"] for row in rows.fetchall()]

    def conversation_ids(self) -> list[int]:
        """Return all conversations that are there, deleted or not."""
        with self._database.reading() as connection:
            return [row["id"] for row in connection.execute("SELECT id FROM conversation").fetchall()]

    def set_leaf(self, conversation_id: int, message_id: int | None) -> Conversation:
        """Show the branch that ends with this message of the conversation."""
        with self._database.reading() as connection:
            check_parent(connection, conversation_id, message_id)
        return self._changed(conversation_id, "leaf_id = ?", message_id)

    # --- messages --------------------------------------------------------------------------------------------

    def ask(self, conversation: int | ConversationSetup, question: NewQuestion) -> Asked:
        """Add a question at the end of the branch shown, or to a new conversation, and begin its reply.

        All that a question writes is one transaction: on an error nothing has changed.
        """
        with self._database.writing() as connection:
            return ask(connection, conversation, question, now=self._clock())

    def ask_again(self, question_id: int, question: NewQuestion) -> Asked:
        """Add another version of a question, with the old one's files, and begin its replies, in one transaction."""
        with self._database.writing() as connection:
            return ask_again(connection, question_id, question, now=self._clock())

    def add_question(self, conversation_id: int, parent_id: int | None, text: str) -> StoredMessage:
        """Add what the person asked after `parent_id` (`None`: the first message)."""
        with self._database.writing() as connection:
            added = add_message(connection, conversation_id, parent_id, role="user", now=self._clock(), answer=text)
            return read_message(connection, added)

    def begin_reply(
        self, conversation_id: int, parent_id: int, model_name: str, *, begins_with: StoredMessage | None = None
    ) -> StoredMessage:
        """Add a running reply to the question `parent_id`; it begins with the steps of a reply that was cut, if any."""
        with self._database.writing() as connection:
            added = add_message(
                connection, conversation_id, parent_id, role="assistant", now=self._clock(), model_name=model_name
            )
            if begins_with is not None:
                begin_with(connection, added, begins_with)
            return read_message(connection, added)

    def begin_candidates(
        self,
        conversation_id: int,
        question_id: int,
        model_names: Sequence[str],
        *,
        vote: KeptVote | None = None,
        group_id: int | None = None,
    ) -> list[StoredMessage]:
        """Add a running reply of each model to a question: candidates of one turn, the first of which is shown.

        `vote` is the one to be held over them. With `group_id` they are further ones, and what is shown stays.
        """
        with self._database.writing() as connection:
            ids = add_candidates(
                connection,
                conversation_id,
                question_id,
                model_names=model_names,
                now=self._clock(),
                vote=vote,
                group_id=group_id,
            )
            return read_messages(connection, ids)

    def vote_of(self, message_id: int) -> KeptVote | None:
        """Return the vote over the candidates that a reply is one of, if there is one."""
        with self._database.reading() as connection:
            return read_vote(connection, message_id)

    def vote_figures(self, model_name: str) -> list[VoteFigures]:
        """Return what the votes over this model's replies have come to and cost, oldest first."""
        with self._database.reading() as connection:
            return read_vote_figures(connection, model_name)

    def reply_figures(self, model_name: str) -> list[ReplyFigures]:
        """Return those of the last replies that a model has finished, newest first."""
        with self._database.reading() as connection:
            return read_reply_figures(connection, model_name)

    def keep_vote(self, group_id: int, vote: KeptVote, *, shown_id: int | None = None) -> None:
        """Keep what a vote has come to. `shown_id` is shown if the branch shown ends with a candidate of the group."""
        with self._database.writing() as connection:
            put_vote(connection, group_id, vote)
            connection.execute(
                "UPDATE conversation SET leaf_id = coalesce(?, leaf_id)"
                " WHERE leaf_id IN (SELECT id FROM message WHERE group_id = ?)",
                (shown_id, group_id),
            )

    def append_piece(
        self, message_id: int, *, raw: str, thinking: str, answer: str, confidence: str = "", ordinal: int = 0
    ) -> None:
        """Save what comes next in a step of a running reply; one that has ended, or is gone, takes no more."""
        with self._database.writing() as connection:
            piece = {"raw": raw, "thinking": thinking, "answer": answer, "confidence": confidence}
            add_piece(connection, message_id, ordinal, **piece)

    def bookmark(self, message_id: int, place: int, bookmarks: Sequence[int]) -> StoredMessage:
        """Keep where the thought of a step is marked, by its place in an ended reply; return the reply.

        Raises `LookupError` for a step that is not there.
        """
        with self._database.writing() as connection:
            bookmark(connection, message_id, place, bookmarks)
            return read_message(connection, message_id)

    def put_step(self, message_id: int, ordinal: int, step: Step) -> None:
        """Write a step of a running reply: one that has ended, a call of a tool, or the same again with its result.

        What was saved of it in pieces makes room for it. A reply that has ended, or is gone, takes none.
        """
        with self._database.writing() as connection:
            put_step(connection, message_id, ordinal, step)

    def finish_reply(self, message_id: int, end: ReplyEnd) -> StoredMessage:
        """Write the step that a reply ends with in the place of its pieces, and all into the search index.

        A step without any text is not kept. Doing so twice is fine. Its conversation moves in the list to the moment
        of the end, however late that is written.
        """
        with self._database.writing() as connection:
            end_reply(connection, message_id, end)
            message = read_message(connection, message_id)
            connection.execute(
                "UPDATE conversation SET updated_at = max(updated_at, ?) WHERE id = ?",
                (self._clock() if end.ended_at is None else end.ended_at, message.conversation_id),
            )
        return message

    def message(self, message_id: int) -> StoredMessage:
        with self._database.reading() as connection:
            return read_message(connection, message_id)

    def branch(self, conversation_id: int, leaf_id: int | None = None) -> list[StoredMessage]:
        """Return the messages from the first to `leaf_id`, or to the end of the branch shown."""
        with self._database.reading() as connection:
            conversation = read_conversation(connection, conversation_id)
            if leaf_id is None:
                leaf_id = conversation.leaf_id
            else:
                check_parent(connection, conversation_id, leaf_id)
            if leaf_id is None:
                return []
            # A message is older than what follows it: a damaged file may lead in a circle.
            # The ids first: sorting whole rows would copy their texts.
            line = connection.execute(
                "WITH RECURSIVE line (id, up, depth) AS ("
                " SELECT id, parent_id, 0 FROM message WHERE id = ?"
                " UNION ALL SELECT m.id, m.parent_id, depth + 1"
                " FROM line JOIN message AS m ON m.id = up AND m.id < line.id)"
                " SELECT id FROM line ORDER BY depth DESC",
                (leaf_id,),
            ).fetchall()
            try:
                return read_messages(connection, [row[0] for row in line])
            except LookupError as error:  # the file contradicts itself
                raise DatabaseIsDamaged(self.path, details=str(error)) from error

    def outline(self, conversation_id: int, *, limit: int = -1) -> list[BranchEntry]:
        """Return the skeleton of the branch shown, or of its last `limit` messages; texts are not read."""
        with self._database.reading() as connection:
            leaf_id = read_conversation(connection, conversation_id).leaf_id
            return [] if leaf_id is None else branch_outline(connection, leaf_id, limit=limit)

    def questions(self, conversation_id: int) -> list[tuple[int, str]]:
        """Return the questions of the branch shown, the earliest first: their ids and how they begin."""
        leaf_id = self.conversation(conversation_id).leaf_id
        with self._database.reading() as connection:
            return branch_questions(connection, leaf_id) if leaf_id is not None else []

    def siblings(self, message_id: int) -> list[StoredMessage]:
        """Return all versions of a message, itself among them, oldest first."""
        with self._database.reading() as connection:
            return read_messages(connection, read_sibling_ids(connection, message_id))

    def sibling_ids(self, message_id: int) -> list[int]:
        """Return the ids of all versions of a message, oldest first: to count them without reading their texts."""
        with self._database.reading() as connection:
            return read_sibling_ids(connection, message_id)

    def candidate_ids(self, message_id: int) -> list[int]:
        """Return the ids of the replies that are candidates of one turn with this one, itself among them."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT group_id FROM message WHERE id = ?", (message_id,)).fetchone()
            if row is None:
                raise LookupError(f"no message {message_id}")
            if row["group_id"] is None:
                return [message_id]
            found = connection.execute("SELECT id FROM message WHERE group_id = ? ORDER BY id", (row["group_id"],))
            return [one["id"] for one in found.fetchall()]

    def candidate_heads(self, message_id: int) -> dict[int, tuple[MessageState, str]]:
        """Return the states of the candidates of one turn with this one and who wrote each, by their ids."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT id, state, model_name FROM message WHERE group_id = (SELECT group_id FROM message WHERE id = ?)"
                " ORDER BY id",
                (message_id,),
            )
            return {one["id"]: (MessageState(one["state"]), one["model_name"]) for one in found.fetchall()}

    def versions(self, conversation_id: int) -> list[tuple[int, ...]]:
        """Return the ids of replies and later questions that are versions of each other, oldest first.

        One query for a conversation of any length; what has one version only is left out.
        """
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, parent_id FROM message WHERE conversation_id = ? AND parent_id IN"
                " (SELECT parent_id FROM message WHERE conversation_id = ? GROUP BY parent_id HAVING count(*) > 1)"
                " ORDER BY parent_id, id",
                (conversation_id, conversation_id),
            ).fetchall()
        return [tuple(row["id"] for row in group) for _, group in groupby(rows, key=lambda row: row["parent_id"])]

    def newest_leaf(self, message_id: int) -> int:
        """Return the id of the newest message below this one (itself if none): the branch to show for it."""
        with self._database.reading() as connection:
            newest: int | None = connection.execute(
                "WITH RECURSIVE below (id) AS (SELECT id FROM message WHERE id = ?"
                " UNION ALL SELECT m.id FROM below JOIN message AS m ON m.parent_id = below.id AND m.id > below.id)"
                " SELECT max(id) FROM below",
                (message_id,),
            ).fetchone()[0]
        if newest is None:
            raise LookupError(f"no message {message_id}")
        return newest

    def show_branch_of(self, message_id: int) -> None:
        """Let the branch shown be one with this message in it; nothing changes when it is there already."""
        conversation = self.conversation(self.message(message_id).conversation_id)
        with self._database.reading() as connection:
            is_shown = connection.execute(
                "WITH RECURSIVE line (id, up) AS (SELECT id, parent_id FROM message WHERE id = ?"
                " UNION ALL SELECT m.id, m.parent_id FROM line JOIN message AS m ON m.id = up AND m.id < line.id)"
                " SELECT 1 FROM line WHERE id = ?",
                (conversation.leaf_id, message_id),
            ).fetchone()
        if is_shown is None:
            self.set_leaf(conversation.id, self.newest_leaf(message_id))

    def recover_interrupted(self) -> list[StoredMessage]:
        """End the replies that a crash left running, with what was saved of them; return them.

        For the start of the app, when nothing runs: a reply that is being written would be cut off.
        """
        return end_interrupted(self._database, error=CUT_BY_A_CRASH)

    def search(
        self, query: str, *, limit: int = 50, before_message_id: int | None = None, kind: StepKind | None = None
    ) -> list[SearchHit]:
        """Return at most `limit` places where all words of `query` begin a word, titles first, then newest first.

        Any text is a valid query; "words in quotes" must stand together. `before_message_id` asks for the next page.
        With a `kind`, thoughts in which the words stand in such a step: all with one, if there are no words.
        """
        with self._database.reading() as connection:
            if kind is not None:
                return find_steps(connection, kind, storable(query), limit=limit, before_message_id=before_message_id)
            return find(connection, storable(query), limit=limit, before_message_id=before_message_id)

    def is_search_index_whole(self) -> bool:
        """Return whether everything can be found; if not, `search_upkeep.index_anew` is due."""
        with self._database.reading() as connection:
            return is_index_whole(connection)

    def interrupt(self) -> None:
        """End what another thread is reading here; it gets `DatabaseWasInterrupted`."""
        self._database.interrupt()

    # --- private ---------------------------------------------------------------------------------------------

    def _changed(self, conversation_id: int, assignment: str, value: str | float | None) -> Conversation:
        with self._database.writing() as connection:
            connection.execute(f"UPDATE conversation SET {assignment} WHERE id = ?", (value, conversation_id))
            return read_conversation(connection, conversation_id)
