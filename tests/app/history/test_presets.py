"""Presets, what conversations have of their own, and the files of questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from app.history.attachments import StoredAttachment
from app.history.built_in_presets import BUILT_IN_PRESETS
from app.history.preset_records import ConversationChoices, PresetChoices
from app.history.store import HistoryStore
from app.messages import Sampling


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    store.create_conversation("Trains")
    yield store
    store.check_integrity()
    store.close()


def test_own_presets_are_made_changed_and_removed(store: HistoryStore) -> None:
    choices = PresetChoices("Qwen3 4B", "high", 2000, Sampling(temperature=0.2, seed=7))
    made = store.presets.create("  My\n maths ", system_prompt="Think. \ud800", choices=choices)
    assert (made.name, made.is_built_in, made.choices) == ("My maths", False, choices)
    assert store.presets.all()[-1] == made

    changed = store.presets.update(structs.replace(made, name="Zeta", system_prompt="Be brief."))
    assert store.presets.find(made.key) == changed
    assert changed.choices == choices

    assert store.presets.delete(made.key) == changed
    assert store.presets.all() == list(BUILT_IN_PRESETS)
    with pytest.raises(LookupError):
        store.presets.update(changed)


def test_built_in_presets_are_sound_and_cannot_be_changed(store: HistoryStore) -> None:
    assert len({preset.key for preset in BUILT_IN_PRESETS}) == len(BUILT_IN_PRESETS) >= 5
    assert all(preset.is_built_in and preset.name for preset in BUILT_IN_PRESETS)
    with pytest.raises(ValueError, match="built-in"):
        store.presets.update(structs.replace(BUILT_IN_PRESETS[1], name="Mine"))
    with pytest.raises(ValueError, match="built-in"):
        store.presets.delete("code")
    with pytest.raises(ValueError, match="name"):
        store.presets.create(" ")


def test_a_preset_is_copied_into_a_conversation_and_changed_there(store: HistoryStore) -> None:
    preset = store.presets.create("Mine", system_prompt="Think.", choices=PresetChoices(sampling=Sampling(top_k=5)))
    assert store.presets.choices_of(1) == ConversationChoices()
    assert not store.presets.choices_of(1).differs_from(None)

    given = store.presets.apply(1, preset)
    assert store.presets.choices_of(1) == given
    assert not given.differs_from(preset)
    store.presets.set_choices(1, structs.replace(given, sampling=Sampling(top_k=9)))
    assert store.presets.choices_of(1).differs_from(preset)
    store.presets.delete(preset.key)

    assert store.presets.choices_of(1).system_prompt == "Think."
    with pytest.raises(LookupError):
        store.presets.apply(99, preset)


def test_choices_that_cannot_be_read_decide_nothing(store: HistoryStore) -> None:
    preset = store.presets.create("Mine")
    with store.database.writing() as connection:
        connection.execute("UPDATE preset SET choices = '{\"sampling\": 3'")
        connection.execute("UPDATE conversation SET sampling = '[1]'")

    assert store.presets.find(preset.key) == preset
    assert store.presets.choices_of(1).sampling == Sampling()


def test_files_stay_with_their_question_and_go_with_it(store: HistoryStore) -> None:
    question = store.add_question(1, None, "What is in these?")
    other = store.add_question(1, None, "And now?")
    files = [StoredAttachment("a.csv", "csv", 3, "1,2"), StoredAttachment("b\ud800.py", "code", 5, "x = 1")]
    store.attachments.add(question.id, files)

    assert [file.name for file in store.attachments.of_message(question.id)] == ["a.csv", "b\ufffd.py"]
    assert list(store.attachments.of_messages([question.id, other.id])) == [question.id]
    with pytest.raises(LookupError):
        store.attachments.add(999, files)
    store.delete(1)
    store.purge_deleted(before=1e12)
    assert store.attachments.of_message(question.id) == []


def test_choices_read_as_an_earlier_version_has_kept_them(store: HistoryStore) -> None:
    kept = '{"temperature":0.2,"top_k":null,"top_p":null,"min_p":null,"repeat_penalty":null,"seed":7,"max_tokens":900}'
    preset = store.presets.create("Mine")
    choices = f'{{"model":"Qwen3 4B","thinking_level":"high","think_budget_tokens":2000,"sampling":{kept}}}'
    with store.database.writing() as connection:
        connection.execute("UPDATE preset SET choices = ?", (choices,))
        connection.execute("UPDATE conversation SET sampling = ?", (kept,))
    sampling = Sampling(temperature=0.2, seed=7, max_tokens=900)

    found = store.presets.find(preset.key)
    assert found is not None
    assert found.choices == PresetChoices("Qwen3 4B", "high", 2000, sampling)
    assert store.presets.choices_of(1).sampling == sampling
    store.presets.set_choices(1, store.presets.choices_of(1))
    with store.database.reading() as connection:
        assert connection.execute("SELECT sampling FROM conversation").fetchone()[0] == kept, "and the other way round"
