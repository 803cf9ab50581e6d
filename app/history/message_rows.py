"""Reads messages with their steps; what runs is put together from the steps that ended and the pieces of the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from app.history.confidence import confidence_of_pieces
from app.history.records import MessageState, ModelStep, ReplyFigures, Step, StoredMessage
from app.history.rows import decoded, state_from
from app.history.step_rows import AT_ONCE, MODEL, StepRow, read_rows, step_from

_NO_FIGURES = ReplyFigures()
"""Those of all questions: there may be thousands."""

# The columns are named as the fields of `StoredMessage`.
# Texts of a message that are those of its steps are not read twice.
_IS_OF_STEPS = f"EXISTS (SELECT 1 FROM step WHERE message_id = message.id AND kind = '{MODEL}')"
_MESSAGES = f"""
    SELECT id, conversation_id, parent_id, group_id, role, state, created_at, model_name, error, figures,
           iif({_IS_OF_STEPS}, '', answer) AS answer, iif({_IS_OF_STEPS}, '', thinking) AS thinking
    FROM message WHERE id IN ({{ids}})
"""


def read_message(connection: sqlite3.Connection, message_id: int) -> StoredMessage:
    """Return a message, or raise `LookupError`."""
    return read_messages(connection, (message_id,))[0]


def read_messages(connection: sqlite3.Connection, message_ids: Sequence[int]) -> list[StoredMessage]:
    """Return messages in the order of their ids as given; raise `LookupError` for one that is not there."""
    found: dict[int, StoredMessage] = {}
    for start in range(0, len(message_ids), AT_ONCE):
        ids = message_ids[start : start + AT_ONCE]
        rows = connection.execute(_MESSAGES.format(ids=",".join("?" * len(ids))), ids).fetchall()
        steps = read_rows(connection, ids)
        for row in rows:
            found[row["id"]] = _message(connection, row, steps.get(row["id"], []))
    try:
        return [found[message_id] for message_id in message_ids]
    except KeyError as error:
        raise LookupError(f"no message {error.args[0]}") from error


def read_pieces(connection: sqlite3.Connection, message_id: int) -> list[tuple[int, ModelStep]]:
    """Return what is saved of the step that a running reply is at, with its ordinal; empty before it begins."""
    pieces = connection.execute(
        "SELECT ordinal, raw, thinking, answer, confidence FROM piece WHERE message_id = ? ORDER BY ordinal, id",
        (message_id,),
    ).fetchall()
    steps: list[tuple[int, ModelStep]] = []
    for ordinal, group in groupby(pieces, key=lambda piece: int(piece["ordinal"])):
        raws, thoughts, answers, confidences = zip(*(tuple(piece)[1:] for piece in group), strict=True)
        sure = confidence_of_pieces(raws, confidences)
        steps.append((ordinal, ModelStep("".join(raws), "".join(thoughts), "".join(answers), confidence=sure)))
    return steps


def _message(connection: sqlite3.Connection, row: sqlite3.Row, steps: list[tuple[int, StepRow]]) -> StoredMessage:
    state = state_from(row["state"])
    role = "user" if row["role"] == "user" else "assistant"
    figures = decoded(row["figures"], ReplyFigures) if row["figures"] != "{}" else _NO_FIGURES
    message = StoredMessage(**{**dict(row), "role": role, "state": state, "figures": figures, "raw": ""})
    if message.role == "user":
        return message
    made_of: list[tuple[int, Step]] = [(ordinal, step_from(step)) for ordinal, step in steps]
    if state is MessageState.RUNNING:
        made_of = sorted([*made_of, *read_pieces(connection, message.id)], key=lambda one: one[0])
    elif not made_of and (message.thinking or message.answer):  # written by hand, or its steps are lost
        made_of = [(0, ModelStep("", message.thinking, message.answer, message.figures))]
    whole = message.with_steps(step for _, step in made_of)
    return whole if any(isinstance(step, ModelStep) for step in whole.steps) else _with_texts(whole, message)


def _with_texts(message: StoredMessage, texts: StoredMessage) -> StoredMessage:
    """Return a message without a model's step with the texts that its row has, be they a newer version's."""
    return replace(message, thinking=texts.thinking, answer=texts.answer)
