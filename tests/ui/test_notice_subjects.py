"""Notices belong to something, and go when it changes: a yellow box never tells of what is no longer so."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.attachments.errors import FileIsEmpty
from app.errors import UserError
from app.gguf.errors import NotAGguf
from app.history.database import Database
from app.history.drafts import Draft, DraftShelf
from app.history.errors import DatabaseIsDamaged, DatabaseIsNotWritable, DiskIsFull, NoRoomForBackup
from app.paths import AppPaths
from app.settings.errors import SettingsNotSaved
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.pictures import png
from tests.ui.conftest import OpenWindow, services_of, session_of
from tests.ui.test_attachments import notice
from tests.ui.window_actions import ask, field, has_ended
from ui.assembly import Assembly
from ui.bridges.notice_of import notice_of
from ui.theme.theme import Theme
from ui.widgets.notice_bar import Notice, NoticeBar, Subject


def with_picture(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> Assembly:
    """A window whose model cannot look at the picture in the composer."""
    assembly = open_window()
    (tmp_path / "cat.png").write_bytes(png(40, 30, (255, 0, 0)))
    assembly.content.files_dropped.emit((str(tmp_path / "cat.png"),))
    qtbot.waitUntil(lambda: "cannot look at images" in notice(assembly))
    return assembly


def is_quiet(assembly: Assembly) -> bool:
    return not assembly.content.page.notices.isVisible()


@pytest.mark.parametrize("subject", Subject)
def test_a_notice_goes_when_what_it_is_about_has_changed_and_stays_otherwise(
    qtbot: QtBot, theme: Theme, subject: Subject
) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_notice(Notice("It does not fit.", about=frozenset({Subject.MODEL, Subject.FILES})))

    bar.note_change(subject)
    assert bar.isVisible() is (subject not in (Subject.MODEL, Subject.FILES))
    bar.show_notice(Notice("There is a new version."))
    bar.note_change(subject)

    assert bar.isVisible(), "it is about nothing that changes"


@pytest.mark.parametrize(
    ("error", "about"),
    [
        (NotAGguf("fake.gguf", beginning=b"", size_bytes=0), {Subject.CONVERSATION, Subject.MODEL}),
        (FileIsEmpty(Path("a.txt")), {Subject.CONVERSATION, Subject.FILES}),
        (DiskIsFull(Path("history")), {Subject.HISTORY}),
        (SettingsNotSaved(Path("settings")), {Subject.SETTINGS}),
        (DatabaseIsDamaged(Path("history")), set()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_error_knows_what_it_is_about(error: UserError, about: set[Subject]) -> None:
    assert notice_of(error).about == about


def test_a_picture_that_is_taken_out_takes_its_notice_along(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = with_picture(open_window, qtbot, tmp_path)
    (tmp_path / "note.txt").write_text("Beside it.")
    assembly.content.files_dropped.emit((str(tmp_path / "note.txt"),))
    qtbot.waitUntil(lambda: len(assembly.content.page.composer.files.files) == 2)
    assert not is_quiet(assembly), "the picture is still there"

    assembly.content.page.composer.files.remove(assembly.content.page.composer.files.known()[0])
    assert [file.name for file in assembly.content.page.composer.files.files] == ["note.txt"]

    assert is_quiet(assembly)


def test_another_model_takes_the_notice_along_or_is_said_to_be_blind_itself(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = with_picture(open_window, qtbot, tmp_path)

    session_of(assembly).choose_model("/models/another.gguf", "Another", load=False)
    assert "Another cannot look at images" in notice(assembly)
    assembly.content.page.notices.withdraw()
    session_of(assembly).choose_model("/models/another.gguf", "Another")
    qtbot.waitUntil(lambda: session_of(assembly).model_status.info is not None)
    assert is_quiet(assembly), "it was told of this one, and dismissed"

    (tmp_path / "mmproj-seeing.gguf").write_bytes(b"GGUF")
    (tmp_path / "seeing.gguf").write_bytes(b"GGUF")
    assembly.content.page.composer.files.take_all()
    session_of(assembly).choose_model(str(tmp_path / "seeing.gguf"), "Seeing", load=False)
    assert is_quiet(assembly)


def test_a_model_that_sees_is_offered_where_the_chosen_one_is_blind(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    seeing = write_gguf(paths.models / "Seeing-Q8_0.gguf")
    write_gguf(paths.models / "mmproj-Seeing-F16.gguf", architecture="clip", extra={"has_vision_encoder": 1})
    assembly = with_picture(open_window, qtbot, tmp_path)
    offered = assembly.content.page.notices.action
    assert offered.text() == "Use Seeing"

    offered.click()

    qtbot.waitUntil(lambda: session_of(assembly).model_status.path == str(seeing))
    assert is_quiet(assembly)


def test_a_picture_and_its_notice_wait_in_their_conversation(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    (tmp_path / "cat.png").write_bytes(png(40, 30, (255, 0, 0)))
    assembly.content.files_dropped.emit((str(tmp_path / "cat.png"),))
    qtbot.waitUntil(lambda: "cannot look at images" in notice(assembly))

    assembly.content.sidebar.new_chat.click()
    assert is_quiet(assembly)
    assembly.content.sidebar.list.conversation_chosen.emit(1)

    assert "cannot look at images" in notice(assembly)


@pytest.mark.parametrize("after", ["another model", "another conversation", "the same model loaded"])
def test_a_file_that_is_no_model_is_forgotten_with_the_next_model_or_conversation(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, after: str
) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    (tmp_path / "fake.gguf").write_text("This is no model at all, whatever it is called.")
    services_of(assembly).picker.open_file(str(tmp_path / "fake.gguf"))
    qtbot.waitUntil(lambda: "fake.gguf" in notice(assembly))

    QTest.keyClicks(field(assembly), "What was that?")
    assert not is_quiet(assembly)
    if after == "another model":
        session_of(assembly).choose_model("/models/another.gguf", "Another", load=False)
    elif after == "another conversation":
        assembly.content.sidebar.new_chat.click()
    else:
        services_of(assembly).broker.unload()
        status = session_of(assembly).model_status
        session_of(assembly).choose_model(status.path, status.name)

    qtbot.waitUntil(lambda: is_quiet(assembly))


def test_a_file_that_was_refused_is_forgotten_with_the_next_question_or_file(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = open_window()
    for name in ("empty.txt", "good.txt"):
        (tmp_path / name).write_text("" if "empty" in name else "Something.")
    both = tuple(str(tmp_path / name) for name in ("empty.txt", "good.txt"))

    assembly.content.files_dropped.emit(both)
    qtbot.waitUntil(lambda: "empty.txt" in notice(assembly) and len(assembly.content.page.composer.files.files) == 1)
    assert not is_quiet(assembly), "one that came with it changes nothing"
    ask(assembly, "What does it say?")
    assert is_quiet(assembly)
    qtbot.waitUntil(has_ended(assembly))

    assembly.content.files_dropped.emit(both[:1])
    qtbot.waitUntil(lambda: "empty.txt" in notice(assembly))
    assembly.content.files_dropped.emit(both[1:])
    assert is_quiet(assembly)


def test_what_could_not_be_written_is_forgotten_when_something_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    services_of(assembly).events.report(DiskIsFull(Path("history")))
    ask(assembly, "Well?")
    assert notice(assembly) == "Conversations are saved again."
    qtbot.waitUntil(has_ended(assembly))

    services_of(assembly).events.report(SettingsNotSaved(Path("settings.json")))
    assembly.kept.set(density="compact")

    assert is_quiet(assembly)


def test_a_draft_that_the_full_disk_refused_is_saved_when_there_is_room(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, paths: AppPaths
) -> None:
    keep, told = DraftShelf.keep, list[UserError]()
    is_full = threading.Event()

    def keep_with_room(drafts: DraftShelf, conversation_id: int | None, draft: Draft) -> None:
        if is_full.is_set():
            raise DiskIsFull(Path("history"))
        keep(drafts, conversation_id, draft)

    monkeypatch.setattr(DraftShelf, "keep", keep_with_room)
    monkeypatch.setattr("ui.chat.composer.draft_keeper._RETRY_MS", 20)
    assembly = open_window()
    events = services_of(assembly).events
    events.problem_occurred.connect(told.append)
    is_full.set()
    assembly.content.page.composer.edit.insertPlainText("What I typed")
    qtbot.waitUntil(lambda: "disk is full" in notice(assembly))
    qtbot.wait(100)
    events.report(NoRoomForBackup(Path("backup")))
    assert "disk is full" in notice(assembly), "a backup without room is the lesser trouble"
    assert [type(error) for error in told] == [DiskIsFull, NoRoomForBackup], "each try is not told"

    assert not assembly.window.close(), "what was typed would be lost"
    assert "What came last is not saved yet" in notice(assembly)
    is_full.clear()

    qtbot.waitUntil(lambda: notice(assembly) == "Conversations are saved again.")
    assert services_of(assembly).store.drafts.of(None).text == "What I typed"
    is_full.set()
    assembly.content.page.composer.edit.insertPlainText(" and more")
    assert not assembly.window.close()
    assembly.content.page.notices.action.click()
    assert assembly.window.isHidden(), "it closes all the same"
    assembly.close()
    (left,) = paths.data.glob("aside-not-saved-*.md")
    assert left.read_text() == "What I typed and more"
    is_full.clear()
    again = open_window()
    qtbot.waitUntil(lambda: left.name in again.content.page.notices.accessibleName())


def test_what_cannot_be_written_is_told_at_the_start_and_when_it_can_be_again(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.bridges.history_watch._TRY_MS", 20)
    refused = [DatabaseIsNotWritable(Path("history"))] * 3

    def check(database: Database) -> None:
        if refused:
            raise refused.pop()
        check_writable(database)

    check_writable = Database.check_writable
    monkeypatch.setattr(Database, "check_writable", check)
    assembly = open_window()

    qtbot.waitUntil(lambda: "cannot be saved to their file" in notice(assembly))
    qtbot.waitUntil(lambda: notice(assembly) == "Conversations are saved again.")
    assert not refused


def test_a_problem_is_told_where_the_person_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    services = services_of(assembly)

    def told_in(widget: QWidget) -> list[str]:
        return [bar.accessibleName() for bar in widget.findChildren(NoticeBar) if bar.isVisible()]

    services.models.open()
    page = services.models.page
    services.events.report(DiskIsFull(Path("history")))
    assert len(told_in(page)) == 1
    services.events.report(UserError("Something else.", "Do it."))
    qtbot.waitUntil(lambda: told_in(page) == ["Something else. Do it."])

    (above,) = (bar for bar in page.findChildren(NoticeBar) if bar.isVisible())
    above.withdraw()
    services.models.leave()
    assert is_quiet(assembly), "it was told of, and dismissed"


def test_the_cost_of_a_question_goes_with_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    composer = open_window().content.page.composer
    composer.set_draft("A long question")
    composer.show_cost("4,104 tokens, 12,188 left for the reply")
    assert composer.cost == "4,104 tokens, 12,188 left for the reply"

    composer.set_draft("")
    assert composer.cost == ""
    composer.show_cost("4,104 tokens, 12,188 left for the reply")  # counted before it was sent

    assert composer.cost == ""
