"""The settings while the app runs: what was wanted last holds, written already or not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.paths import AppPaths
from app.settings import SettingsFile
from app.settings.errors import SettingIsInvalid, SettingsNotSaved
from tests.ui.conftest import OpenWindow
from ui.assembly import Assembly
from ui.bridges.settings_store import SettingsStore


@pytest.fixture
def kept(qapp: QApplication, tmp_path: Path) -> Iterator[SettingsStore]:
    settings = SettingsStore(SettingsFile(tmp_path / "config" / "settings.json"))
    yield settings
    settings.save()
    settings.deleteLater()


def _written(kept: SettingsStore, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: kept.file.load() == kept.now())


def test_what_is_remembered_is_known_at_once_and_written_a_moment_later(kept: SettingsStore, qtbot: QtBot) -> None:
    with qtbot.waitSignal(kept.changed) as told:
        kept.set_later(thinking_pane_width=321)

    assert told.args == [frozenset({"thinking_pane_width"})]
    assert kept.now().thinking_pane_width == 321
    assert kept.file.load().thinking_pane_width != 321
    _written(kept, qtbot)


def test_a_change_after_something_was_remembered_wins(kept: SettingsStore, qtbot: QtBot) -> None:
    kept.set_later(last_model_path="/old.gguf", thinking_pane_width=321)
    kept.set(last_model_path="/new.gguf")

    assert (kept.now().last_model_path, kept.now().thinking_pane_width) == ("/new.gguf", 321)
    kept.save()
    assert (kept.file.load().last_model_path, kept.file.load().thinking_pane_width) == ("/new.gguf", 321)


def test_what_is_remembered_after_a_change_wins(kept: SettingsStore) -> None:
    kept.set(last_model_path="/old.gguf")
    kept.set_later(last_model_path="/new.gguf")
    kept.reload()

    assert kept.now().last_model_path == "/new.gguf"
    kept.save()
    assert kept.file.load().last_model_path == "/new.gguf"


def test_a_change_that_cannot_be_written_leaves_what_was_remembered(
    kept: SettingsStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    kept.set_later(last_model_path="/remembered.gguf")
    with monkeypatch.context() as patch:
        patch.setattr("app.settings.file.write_atomically", full)
        with pytest.raises(SettingsNotSaved):
            kept.set(last_model_path="/new.gguf")
        kept.save()
    assert "settings not saved" in caplog.text
    caplog.clear()

    assert kept.now().last_model_path == "/remembered.gguf"
    kept.save()
    assert kept.file.load().last_model_path == "/remembered.gguf"


def test_what_no_setting_can_be_is_not_remembered(kept: SettingsStore) -> None:
    with pytest.raises(SettingIsInvalid):
        kept.set_later(thinking_pane_width="wide")

    kept.set(last_model_path="/new.gguf")
    kept.save()
    assert kept.file.load() == kept.now()


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_wanted_last_is_what_is_written(kept: SettingsStore, seed: int) -> None:
    chance, wanted = random.Random(seed), dict[str, object]()
    for number in range(60):
        name = chance.choice(("thinking_pane_width", "last_conversation_id", "recent_commands"))
        value = (f"command{number}",) if name == "recent_commands" else 200 + number
        match chance.randrange(5):
            case 0 | 1:
                kept.set_later(**{name: value})
            case 2:
                kept.set(**{name: value})
            case 3:
                kept.save()
                continue
            case _:
                kept.reload()
                continue
        wanted[name] = value
        assert {name: getattr(kept.now(), name) for name in wanted} == wanted

    kept.save()
    assert {name: getattr(kept.file.load(), name) for name in wanted} == wanted


def _told(assembly: Assembly) -> str:
    return " ".join(label.text() for label in assembly.content.page.notices.findChildren(QLabel))


def test_a_broken_file_is_told_in_the_window_once_and_keeps_it_offline(
    open_window: OpenWindow, paths: AppPaths, qtbot: QtBot
) -> None:
    paths.settings_file.parent.mkdir(parents=True)
    paths.settings_file.write_text('{"theme": "dark", "stay_offli')

    assembly = open_window()
    assert "Stay offline" in _told(assembly)
    assert assembly.settings().stay_offline
    assembly.close()

    again = open_window()
    assert "Stay offline" not in _told(again)
    assert again.settings().stay_offline


def test_comments_that_saving_drops_are_kept_beside_and_that_is_told(kept: SettingsStore, qtbot: QtBot) -> None:
    kept.file.path.parent.mkdir()
    kept.file.path.write_text('{"theme": "dark" /* mine */}')

    with qtbot.waitSignal(kept.problem_occurred) as told:
        kept.set(text_scale=1.5)
    assert "mine" in Path(str(told.args[0].values["path"])).read_text()

    with qtbot.assertNotEmitted(kept.problem_occurred):
        kept.set(text_scale=2.0)
