"""Keeps presets, and what each conversation has of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import msgspec

from app.history.built_in_presets import BUILT_IN_PRESETS
from app.history.database import Database
from app.history.preset_records import OWN_PRESET, ConversationChoices, Preset, PresetChoices
from app.history.rows import encoded, storable
from app.messages import Sampling, ToolChoices

_LONGEST_NAME = 200  # characters
T = TypeVar("T", PresetChoices, Sampling, ToolChoices)


class PresetShelf:
    """The built-in presets and the person's own. Raises the errors of `app.history.errors`.

    `LookupError` for a preset or a conversation that does not exist; `ValueError` for a change of a built-in preset
    and for a name without a visible character.
    """

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> list[Preset]:
        """Return the built-in ones, then the person's own by name."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id, name, system_prompt, choices FROM preset").fetchall()
        own = [Preset(f"{OWN_PRESET}{row[0]}", row[1], row[2], _decoded(row[3], PresetChoices)) for row in rows]
        return [*BUILT_IN_PRESETS, *sorted(own, key=lambda preset: (preset.name.casefold(), preset.key))]

    def find(self, key: str) -> Preset | None:
        """Return the preset of this key, `None` if it is gone."""
        return next((preset for preset in self.all() if preset.key == key), None)

    def create(self, name: str, *, system_prompt: str = "", choices: PresetChoices | None = None) -> Preset:
        fields = (_name(name), storable(system_prompt), encoded(choices or PresetChoices()))
        with self._database.writing() as connection:
            row_id = connection.execute(
                "INSERT INTO preset (name, system_prompt, choices, created_at) VALUES (?, ?, ?, ?)",
                (*fields, self._clock()),
            ).lastrowid
        return self._existing(f"{OWN_PRESET}{row_id}")

    def update(self, preset: Preset) -> Preset:
        """Keep a preset's new name, system prompt and choices."""
        fields = (_name(preset.name), storable(preset.system_prompt), encoded(preset.choices))
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE preset SET name = ?, system_prompt = ?, choices = ? WHERE id = ?",
                (*fields, _own_id(preset.key)),
            )
        return self._existing(preset.key)

    def delete(self, key: str) -> Preset:
        """Remove a preset and return it; conversations that were given it keep what it gave them."""
        preset = self._existing(key)
        with self._database.writing() as connection:
            connection.execute("DELETE FROM preset WHERE id = ?", (_own_id(key),))
        return preset

    def choices_of(self, conversation_id: int) -> ConversationChoices:
        """Return what a conversation has of its own."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT preset_key, system_prompt, sampling FROM conversation WHERE id = ?", (conversation_id,)
            ).fetchone()
        if row is None:
            raise LookupError(f"no conversation {conversation_id}")
        return ConversationChoices(row[0], row[1], _decoded(row[2], Sampling))

    def set_choices(self, conversation_id: int, choices: ConversationChoices) -> None:
        """Keep what a conversation has of its own."""
        prompt = storable(choices.system_prompt) if choices.system_prompt is not None else None
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE conversation SET preset_key = ?, system_prompt = ?, sampling = ? WHERE id = ?",
                (choices.preset_key, prompt, encoded(choices.sampling), conversation_id),
            ).rowcount
        if not changed:
            raise LookupError(f"no conversation {conversation_id}")

    def tools_of(self, conversation_id: int) -> ToolChoices:
        """Return which tools a conversation offers, and what was said of them there."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT tools FROM conversation WHERE id = ?", (conversation_id,)).fetchone()
        if row is None:
            raise LookupError(f"no conversation {conversation_id}")
        return _decoded(row[0], ToolChoices)

    def set_tools(self, conversation_id: int, choices: ToolChoices) -> None:
        """Keep which tools a conversation offers, and what was said of them there."""
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE conversation SET tools = ? WHERE id = ?", (encoded(choices), conversation_id)
            ).rowcount
        if not changed:
            raise LookupError(f"no conversation {conversation_id}")

    def apply(self, conversation_id: int, preset: Preset) -> ConversationChoices:
        """Give a conversation a preset: its system prompt and sampling are copied, and may be changed there."""
        prompt = preset.system_prompt or None
        choices = ConversationChoices(preset.key, prompt, preset.choices.sampling)
        self.set_choices(conversation_id, choices)
        return choices

    def _existing(self, key: str) -> Preset:
        preset = self.find(key)
        if preset is None:
            raise LookupError(f"no preset {key}")
        return preset


def _own_id(key: str) -> int:
    if not key.startswith(OWN_PRESET):
        raise ValueError("a built-in preset cannot be changed")
    return int(key.removeprefix(OWN_PRESET))


def _name(name: str) -> str:
    plain = " ".join(storable(name).split())[:_LONGEST_NAME]
    if not plain:
        raise ValueError("a preset needs a name")
    return plain


def _decoded(stored: str, kind: type[T]) -> T:
    """Return stored choices; what cannot be read, from a newer version or a careless hand, decides nothing."""
    try:
        return msgspec.json.decode(stored, type=kind)
    except msgspec.MsgspecError:
        return kind()
