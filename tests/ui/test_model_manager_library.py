"""The tab On this computer: what is there, whoever put it there, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.history.asking import ConversationSetup, NewQuestion
from app.history.records import MessageState, ModelStep, ReplyEnd, ReplyFigures
from app.history.votes import KeptVote
from app.hub.library.library import Library
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths
from app.settings import SettingsFile
from app.voting.answer import AnswerGroup, AnswerKind, Outcome
from tests.app.hub.tiny_gguf import write_gguf
from tests.ui.conftest import OpenWindow, services_of, session_of
from tests.ui.model_manager_stage import open_models
from ui.models.library.library_panel import LibraryAction
from ui.models.models_page import Tab
from ui.models.models_presenter import ModelsPresenter
from ui.models.parts.entry_list import ResultEntry


@pytest.fixture(autouse=True)
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without models of other apps."""
    home = tmp_path / "person"
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "HF_HOME", "HF_HUB_CACHE", "LLAMA_CACHE", "OLLAMA_MODELS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)
    return home


def entry(room: ModelsPresenter, name: str) -> ResultEntry | None:
    return next((e for e in room.page.library.models.entries() if e.name == name), None)


def choose(room: ModelsPresenter, qtbot: QtBot, name: str) -> None:
    room.page.show_tab(Tab.LIBRARY)
    qtbot.waitUntil(lambda: entry(room, name) is not None)
    models = room.page.library.models
    found = entry(room, name)
    assert found is not None
    room.page.library.list.clicked.emit(models.index(models.row_of(found.key)))
    assert room.page.library_panel.title() == name


def press(room: ModelsPresenter, action: LibraryAction) -> None:
    button = room.page.library_panel.button(action)
    assert not button.isHidden()
    button.click()


def test_a_file_is_added_where_it_lies_and_used(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = write_gguf(tmp_path / "else where" / "Own.gguf")
    assembly, room = open_models(open_window)

    room.library.import_file(file)
    choose(room, qtbot, "Own")
    found = entry(room, "Own")
    assert found is not None
    assert found.badge is not None
    assert found.subtitle.startswith("your file")
    press(room, LibraryAction.USE)

    assert session_of(assembly).model_status.path == str(file)
    assert assembly.content.page.isVisible()


def test_a_file_that_is_no_model_is_told_in_words(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "letter.gguf"
    file.write_text("Dear reader,")
    _, room = open_models(open_window)

    room.library.import_file(file)

    notice = room.page.library.notice
    qtbot.waitUntil(lambda: not notice.isHidden())
    assert room.page.library.work.isHidden()


def test_verifying_finds_a_changed_file(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths) -> None:
    file = write_gguf(tmp_path / "Own.gguf")
    Library(paths).import_file(file)
    content = bytearray(file.read_bytes())
    content[-1] ^= 0xFF
    file.write_bytes(bytes(content))
    _, room = open_models(open_window)
    choose(room, qtbot, "Own")

    press(room, LibraryAction.VERIFY)

    def is_damaged() -> bool:
        found = entry(room, "Own")
        return found is not None and found.badge is not None and found.badge.text == "Damaged"

    qtbot.waitUntil(is_damaged)
    assert "Get it again" in room.page.library_panel.facts.texts()["State"]


def test_deleting_asks_first_and_says_what_becomes_free(open_window: OpenWindow, qtbot: QtBot, paths: AppPaths) -> None:
    file = write_gguf(paths.models / "org" / "repo" / "Mine.gguf")
    assembly, room = open_models(open_window)
    choose(room, qtbot, "Mine")
    press(room, LibraryAction.REMOVE)
    assert file.exists()
    answer = room.page.library_panel.removal.yes
    assert answer.text().startswith("Delete ")

    answer.click()

    qtbot.waitUntil(lambda: entry(room, "Mine") is None)
    assert not file.exists()
    assert room.page.library_panel.title() == ""
    assert assembly.content.sidebar.isVisible()


def test_a_model_elsewhere_is_only_forgotten(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    file = write_gguf(tmp_path / "Own.gguf")
    Library(paths).import_file(file)
    _, room = open_models(open_window)
    choose(room, qtbot, "Own")
    press(room, LibraryAction.REMOVE)
    answer = room.page.library_panel.removal.yes
    assert answer.text() == "Forget"

    answer.click()

    qtbot.waitUntil(lambda: entry(room, "Own") is None)
    assert file.exists()


def test_a_model_is_renamed_in_place(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths) -> None:
    Library(paths).import_file(write_gguf(tmp_path / "Own.gguf"))
    _, room = open_models(open_window)
    choose(room, qtbot, "Own")

    room.page.library_panel.rename_asked.emit("Thesis helper")

    qtbot.waitUntil(lambda: entry(room, "Thesis helper") is not None)
    assert room.page.library_panel.title() == "Thesis helper"


def test_models_of_other_apps_are_shown_with_their_origin_and_offered_in_the_picker(
    open_window: OpenWindow, qtbot: QtBot, person: Path
) -> None:
    write_gguf(person / ".lmstudio" / "models" / "org" / "repo" / "Theirs.gguf")
    assembly, room = open_models(open_window)
    choose(room, qtbot, "Theirs")

    found = entry(room, "Theirs")
    assert found is not None
    assert found.subtitle.startswith("LM Studio")
    assert room.page.library_panel.button(LibraryAction.REMOVE).isHidden()
    assert any("Theirs" in entry.name for entry in services_of(assembly).picker.entries())


def test_a_file_that_is_away_is_not_there_now_but_stays_listed(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    file = write_gguf(tmp_path / "Own.gguf")
    Library(paths).import_file(file)
    file.unlink()
    _, room = open_models(open_window)

    choose(room, qtbot, "Own")

    found = entry(room, "Own")
    assert found is not None
    assert found.badge is not None
    assert found.badge.text == "Not there now"
    assert room.page.library_panel.button(LibraryAction.USE).isHidden()


def test_a_folder_is_looked_through_from_now_on(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    write_gguf(tmp_path / "shelf" / "Shelved.gguf")
    _, room = open_models(open_window)

    room.library.add_folder(tmp_path / "shelf")

    qtbot.waitUntil(lambda: entry(room, "Shelved") is not None)


def test_the_sidebar_counts_the_models_a_moment_after_the_start(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    door = services_of(assembly).models

    with qtbot.waitSignal(door.summary_changed) as counted:
        pass

    assert counted.args is not None
    assert counted.args[0].startswith("1 · ")
    assert not door.is_made, "counting opens nothing"


def test_a_folder_that_is_not_connected_is_named_and_comes_back(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    SettingsFile(paths.settings_file).update(model_folders=(str(disk),))
    _assembly, room = open_models(open_window)
    room.page.show_tab(Tab.LIBRARY)
    view = room.page.library

    qtbot.waitUntil(lambda: str(disk) in view.unreachable_text())
    write_gguf(disk / "There.gguf")
    room.library.refresh()

    qtbot.waitUntil(lambda: entry(room, "There") is not None and not view.unreachable_text())


def test_the_votes_of_a_model_are_plotted_and_written_as_a_table(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly, room = open_models(open_window)
    store = services_of(assembly).store
    asked = store.ask(
        ConversationSetup(), NewQuestion("6 × 7?", "Aside Starter", candidates=3, vote=KeptVote(8, until_sure=True))
    )
    for reply in asked.candidates:
        figures = ReplyFigures(answer_tokens=10, tokens_per_s=5.0)
        step = ModelStep("42", "", "42", figures)
        store.finish_reply(reply.id, ReplyEnd(step, MessageState.COMPLETE, figures))
    outcome = Outcome("42", AnswerKind.NUMBER, (AnswerGroup("42", (0, 1, 2)),), 3, cut=5)
    store.keep_vote(asked.reply.id, KeptVote(8, until_sure=True, outcome=outcome))

    choose(room, qtbot, "Aside Starter")

    box = room.page.library_panel.votes
    assert not box.isHidden()
    assert box.facts() == {
        "Votes": "1",
        "Agreement": "100 %",
        "Tokens per reply": "10",
        "Time per reply": "2.0 s",
        "Not needed": "62 %",
    }
    table = tmp_path / "votes.csv"
    room.library.export_votes(table)
    qtbot.waitUntil(table.exists)
    assert table.read_text().splitlines()[1].endswith(",8,3,3,5,30,6.0")

    room.library.export_votes(tmp_path / "no folder" / "votes.csv")
    qtbot.waitUntil(lambda: not room.page.library_panel.notice.isHidden())
