"""Jobs of the window: stopped, beside each other, and a restore that leaves nothing stale and loses no text."""

from __future__ import annotations

import itertools
import json
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.cancellation import Cancelled
from app.history.backups import Backup, BackupKind, Backups
from app.history.drafts import Draft
from app.history.errors import HistoryIsBeingReplaced
from app.history.exchange.exporting import ExportForm
from app.history.preset_records import ConversationChoices
from app.history.records import MessageState
from app.history.store import HistoryStore
from app.inference.scripted_engine import Pause, Say, Script
from app.paths import AppPaths
from tests.fakes.chatgpt_export import chatgpt
from tests.ui.conftest import SLOW_TURN, OpenWindow, presenters_of, services_of, session_of
from tests.ui.test_exchange_in_the_window import exchange, told
from tests.ui.window_actions import ask, button, field, press
from ui.assembly import Assembly
from ui.bridges.job import Job, JobState
from ui.chat.conversations.sidebar import ListCommand
from ui.chat.exchange.backup_dialog import BackupDialog
from ui.chat.exchange.exchange_presenter import FileDialogs
from ui.chat.exchange.export_dialog import ExportChoice

RESTORED = "The conversations are as they were then."


class Held:
    """Holds a restore before it copies what is there now, until it is let go on."""

    def __init__(self) -> None:
        self.is_there = threading.Event()
        self.may_go_on = threading.Event()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    held = Held()
    copied = Backups._copied

    def wait(self: Backups, kind: BackupKind, *, is_stopped: Callable[[], bool], **rest: object) -> Backup:
        held.is_there.set()
        while kind is BackupKind.BEFORE_RESTORE and not held.may_go_on.wait(0.01):
            if is_stopped():
                raise Cancelled
        return copied(self, kind, is_stopped=is_stopped, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Backups, "_copied", wait)
    yield held
    held.may_go_on.set()


@pytest.fixture
def backup(paths: AppPaths) -> Backup:
    """Of one conversation; another one has been made since."""
    store = HistoryStore.open(paths.database)
    old = store.create_conversation("Old talk")
    store.add_question(old.id, None, "An old question about trains")
    store.drafts.keep(old.id, Draft("an old draft"))
    store.shelf.create_folder("Old folder")
    made = Backups(paths.database).make(BackupKind.BY_HAND)
    new = store.create_conversation("New talk")
    store.add_question(new.id, None, "A new question about trains")
    store.rename(old.id, "Old talk, renamed")
    store.shelf.rename_folder(1, "New folder")
    store.presets.create("New preset")
    store.close()
    return made


def listed(assembly: Assembly) -> list[str]:
    model = assembly.content.sidebar.conversations
    return [model.title(conversation_id) for conversation_id in model.ids()]


def stored(assembly: Assembly) -> list[str]:
    return [conversation.title for conversation in services_of(assembly).store.conversations()]


def restored(assembly: Assembly) -> Callable[[], bool]:
    return lambda: RESTORED in told(assembly)


def has_no_jobs(assembly: Assembly) -> Callable[[], bool]:
    return lambda: not services_of(assembly).jobs.running()


def many(path: Path, count: int) -> Path:
    path.write_text(json.dumps([chatgpt()] * count))
    return path


# --- stopping ---------------------------------------------------------------------------------------------------------


def seen_jobs(assembly: Assembly) -> list[Job]:
    """Return the jobs that the person knows of, oldest first."""
    return [job for job in services_of(assembly).jobs.running() if not job.is_quiet]


def test_a_restore_that_is_stopped_leaves_everything_as_it_was_and_says_so(
    backup: Backup, paths: AppPaths, held: Held, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    exchange(assembly).restoring.restore(backup)
    qtbot.waitUntil(held.is_there.is_set)

    press(button(assembly.content.sidebar.work_strip, "Stop"))

    qtbot.waitUntil(lambda: told(assembly) == "Stopped; the conversations are as they were.")
    assert stored(assembly) == listed(assembly) == ["New talk", "Old talk, renamed"]
    assert Backups(paths.database).all() == [backup]
    services_of(assembly).store.create_conversation("It can be written again")


def test_a_restore_whose_stop_comes_too_late_is_done_and_says_so(
    backup: Backup, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    exchange(assembly).restoring.restore(backup)
    [job] = seen_jobs(assembly)
    services_of(assembly).events.history_replaced.connect(job.stop)

    qtbot.waitUntil(restored(assembly))
    assert stored(assembly) == listed(assembly) == ["Old talk"]


def test_stopping_one_of_two_jobs_leaves_the_other_alone(
    backup: Backup, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    monkeypatch.setattr(FileDialogs, "file_to_write", lambda self, name: target)
    assembly = open_window()
    exchange(assembly).import_from(many(tmp_path / "one.json", 400))
    exchange(assembly).import_from(many(tmp_path / "two.json", 400))
    exchange(assembly).export((1, 2), ExportChoice(ExportForm.JSON, True))
    _, second, _ = seen_jobs(assembly)

    second.stop()

    qtbot.waitUntil(lambda: len(told(assembly).splitlines()) == 3 and has_no_jobs(assembly)())
    assert sorted(told(assembly).splitlines()) == [
        "Exported to out.json",
        "Imported 400 conversations with 2,000 messages; "
        "400 pictures were left out; 400 parts of other kinds were left out",
        "Stopped; nothing of two.json was imported.",
    ]
    assert target.is_file()
    assert len(stored(assembly)) == len(listed(assembly)) == 402


def test_two_jobs_that_write_the_same_file_are_told_apart(
    backup: Backup, held: Held, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = open_window()
    source = many(tmp_path / "one.json", 300)
    exchange(assembly).import_from(source)

    with qtbot.waitSignal(services_of(assembly).events.problem_occurred) as caught:
        exchange(assembly).import_from(source)
    assert caught.args[0].message_text().endswith("still running: Importing one.json…")

    with qtbot.waitSignal(services_of(assembly).events.problem_occurred) as caught:
        exchange(assembly).restoring.restore(backup)
    assert caught.args[0].message_text().endswith("still running: Importing one.json…")

    qtbot.waitUntil(has_no_jobs(assembly))
    exchange(assembly).restoring.restore(backup)
    with qtbot.waitSignal(services_of(assembly).events.problem_occurred) as caught:
        exchange(assembly).import_from(source)
    assert caught.args[0].message_text().endswith("still running: Restoring…")


def test_the_window_is_closed_while_jobs_run(
    backup: Backup, paths: AppPaths, held: Held, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = open_window()
    exchange(assembly).restoring.restore(backup)
    exchange(assembly).back_up(BackupKind.BY_HAND)
    qtbot.waitUntil(held.is_there.is_set)
    field(assembly).insertPlainText("typed while it restores")

    assembly.close()

    store = HistoryStore.open(paths.database)
    assert [one.title for one in store.conversations()] == ["New talk", "Old talk, renamed"]
    assert store.drafts.of(None).text == "typed while it restores"
    store.check_integrity()
    store.close()


# --- what the window shows after a restore ----------------------------------------------------------------------------


def test_after_a_restore_the_window_shows_what_was_restored(
    backup: Backup, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    services = services_of(assembly)
    presenters = presenters_of(assembly)
    presenters.chat.show_conversation(1)
    field(assembly).setPlainText("a new draft")
    assembly.content.sidebar.search_field.setText("trains")
    qtbot.waitUntil(lambda: len(assembly.content.sidebar.results.model.hits()) == 2)

    exchange(assembly).restoring.restore(backup)

    qtbot.waitUntil(restored(assembly))
    assert stored(assembly) == listed(assembly) == ["Old talk"]
    assert presenters.chat.conversation_id == 1
    assert field(assembly).toPlainText() == "an old draft"
    assert [folder.name for folder in assembly.content.sidebar.conversations.folders()] == ["Old folder"]
    assert all(preset.is_built_in for preset in services.store.presets.all())
    qtbot.waitUntil(lambda: [hit.title for hit in assembly.content.sidebar.results.model.hits()] == ["Old talk"])
    assert not assembly.content.sidebar.undo_bar.isVisible()


def test_a_conversation_that_is_not_among_the_restored_is_shown_no_more(
    backup: Backup, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    presenters_of(assembly).chat.show_conversation(2)

    exchange(assembly).restoring.restore(backup)

    qtbot.waitUntil(restored(assembly))
    assert presenters_of(assembly).chat.conversation_id is None
    assert assembly.content.page.transcript.reply_in_view() is None


def test_an_id_that_stands_for_another_conversation_after_a_restore_is_not_taken_for_the_old_one(
    backup: Backup, open_window: OpenWindow, qtbot: QtBot
) -> None:
    """The third conversation of the backup's future has the id of one that was made since."""
    assembly = open_window()
    exchange(assembly).restoring.restore(backup)
    qtbot.waitUntil(restored(assembly))
    store = services_of(assembly).store
    second = store.create_conversation("Another second")
    store.add_question(second.id, None, "Another question")
    assert second.id == 2
    later = exchange(assembly)._backups.make(BackupKind.BY_HAND)
    before = next(one for one in exchange(assembly)._backups.all() if one.kind is BackupKind.BEFORE_RESTORE)
    exchange(assembly).restoring.restore(before)
    qtbot.waitUntil(lambda: stored(assembly) == ["New talk", "Old talk, renamed"] and has_no_jobs(assembly)())
    presenters_of(assembly).chat.show_conversation(2)
    field(assembly).setPlainText("for the new talk")
    qtbot.waitUntil(lambda: store.drafts.of(2).text == "for the new talk")

    exchange(assembly).restoring.restore(later)

    qtbot.waitUntil(lambda: "Another second" in listed(assembly) and has_no_jobs(assembly)())
    assert presenters_of(assembly).chat.conversation_id is None
    assert store.drafts.of(2).text == ""
    assert listed(assembly) == stored(assembly)


def test_a_reply_that_ran_when_the_backup_was_made_has_ended_in_what_is_restored(
    paths: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(Say("<think>Hm.</think>So far"), Pause(30.0), Say("never"))
    presenters_of(assembly).chat.send("Wait.")
    qtbot.waitUntil(lambda: (turn := session_of(assembly).running_turn) is not None and "So far" in turn.answer)
    assert session_of(assembly).flush(5.0)
    made = exchange(assembly)._backups.make(BackupKind.BY_HAND)

    exchange(assembly).restoring.restore(made, stops_replies=True)

    qtbot.waitUntil(restored(assembly))
    reply = services_of(assembly).store.branch(1)[-1]
    assert (reply.state, reply.answer) == (MessageState.FAILED, "So far")
    assert "when the backup was made" in reply.error


# --- what is written while a restore runs -----------------------------------------------------------------------------


def test_nothing_is_sent_into_a_history_that_is_being_replaced(
    backup: Backup, held: Held, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    chat = presenters_of(assembly).chat
    chat.show_conversation(1)
    field(assembly).clear()
    exchange(assembly).restoring.restore(backup)
    qtbot.waitUntil(held.is_there.is_set)

    ask(assembly, "Does anybody hear me?")

    assert field(assembly).toPlainText() == "Does anybody hear me?"
    assert assembly.content.page.notices.isVisible()
    assert "A backup is being restored" in assembly.content.page.notices.accessibleName()
    for refused in (
        lambda: session_of(assembly).edit_question(1, "Anew?"),
        lambda: session_of(assembly).regenerate(1),
        lambda: services_of(assembly).store.rename(1, "x"),
        lambda: services_of(assembly).store.shelf.delete([1]),
    ):
        with pytest.raises(HistoryIsBeingReplaced):
            refused()
    assert session_of(assembly).turn_count == 0

    held.may_go_on.set()
    qtbot.waitUntil(restored(assembly))
    assert chat.conversation_id == 1
    assert field(assembly).toPlainText() == "Does anybody hear me?\n\nan old draft"
    ask(assembly, "")
    qtbot.waitUntil(lambda: len(services_of(assembly).store.branch(1)) == 3)


def test_what_is_typed_while_a_restore_runs_is_saved_when_it_is_stopped(
    backup: Backup, held: Held, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    exchange(assembly).restoring.restore(backup)
    qtbot.waitUntil(held.is_there.is_set)
    field(assembly).insertPlainText("in a new one")
    presenters_of(assembly).chat.show_conversation(2)
    field(assembly).insertPlainText("in the second")
    qtbot.wait(700)  # it would be saved by now

    [job] = seen_jobs(assembly)
    job.stop()

    qtbot.waitUntil(lambda: job.has_ended)
    drafts = services_of(assembly).store.drafts
    assert (drafts.of(None).text, drafts.of(2).text) == ("in a new one", "in the second")
    assert not assembly.content.page.notices.isVisible()


def test_replies_are_stopped_before_a_restore_and_are_in_the_copy_of_what_was_there(
    backup: Backup, paths: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    slow = (Say("<think>Hm.</think>What is written"), Pause(30.0), Say(" and what is not."))
    assembly = open_window(script=Script(turns=(slow, slow)))
    assembly.kept.set(answers_one_by_one=True)
    chat = presenters_of(assembly).chat
    chat.send("The first")
    chat.show_conversation(None)
    chat.send("The second")
    qtbot.waitUntil(lambda: (turn := session_of(assembly).running_turn) is not None and "written" in turn.answer)

    assembly.content.sidebar.commanded.emit(ListCommand.RESTORE)
    [dialog] = assembly.window.findChildren(BackupDialog)
    press(button(dialog, "Stop and restore"))

    qtbot.waitUntil(restored(assembly))
    assert stored(assembly) == listed(assembly) == ["Old talk"]
    assert session_of(assembly).turn_count == 0
    before = next(one for one in Backups(paths.database).all() if one.kind is BackupKind.BEFORE_RESTORE)
    kept = HistoryStore.open(before.path)
    replies = {one.title: kept.branch(one.id)[-1] for one in kept.conversations()}
    assert (replies["The first"].state, replies["The first"].answer) == (MessageState.STOPPED, "What is written")
    assert (replies["The second"].state, replies["The second"].answer) == (MessageState.STOPPED, "")
    kept.close()


def test_the_dialog_says_that_replies_are_stopped_only_while_there_are_any(
    backup: Backup, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(*SLOW_TURN)
    presenters_of(assembly).chat.send("Wait.")
    assembly.content.sidebar.commanded.emit(ListCommand.RESTORE)
    [dialog] = assembly.window.findChildren(BackupDialog)
    assert button(dialog, "Stop and restore")

    session_of(assembly).stop()

    qtbot.waitUntil(lambda: session_of(assembly).turn_count == 0)
    assert button(dialog, "Restore")
    dialog.reject()


def test_a_question_in_the_next_conversation_keeps_its_preset_only_if_that_was_restored_too(
    backup: Backup, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    own = session_of(assembly).overrides
    [preset] = [one for one in services_of(assembly).store.presets.all() if not one.is_built_in]
    own.apply(None, preset)

    exchange(assembly).restoring.restore(backup)

    qtbot.waitUntil(restored(assembly))
    assert own.of(None) == ConversationChoices()


# --- every two at once ------------------------------------------------------------------------------------------------


class Stage:
    """Begins jobs in a window."""

    def __init__(self, assembly: Assembly, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.assembly = assembly
        self.folder = folder
        self.numbers = itertools.count()
        self.backups = Backups(services_of(assembly).store.path)
        self.first_backup = self.backups.make(BackupKind.BY_HAND)
        self.files = [many(folder / f"{name}.json", 150) for name in ("one", "two")]
        monkeypatch.setattr(FileDialogs, "file_to_write", lambda _self, _name: self.target(".json"))
        monkeypatch.setattr(FileDialogs, "printer", lambda _self: self.printer())

    def target(self, ending: str) -> Path:
        return self.folder / f"out{next(self.numbers)}{ending}"

    def printer(self) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target(".pdf")))
        return printer

    def begin(self, kind: str) -> Job | None:
        """Begin a job; `None` if it was refused."""
        known = set(services_of(self.assembly).jobs.running())
        match kind:
            case "import one":
                exchange(self.assembly).import_from(self.files[0])
            case "import two":
                exchange(self.assembly).import_from(self.files[1])
            case "export":
                ids = tuple(self.assembly.content.sidebar.conversations.ids())
                exchange(self.assembly).export(ids, ExportChoice(ExportForm.JSON, True))
            case "print":
                exchange(self.assembly).print_conversation(1)
            case "backup":
                exchange(self.assembly).back_up(BackupKind.BY_HAND)
            case "restore":
                exchange(self.assembly).restoring.restore(self.first_backup, stops_replies=True)
            case "branch":
                self.assembly.content.page.transcript.asks.branch_asked.emit(1)
        new = set(services_of(self.assembly).jobs.running()) - known
        return new.pop() if new else None


KINDS = ("import one", "import two", "export", "print", "backup", "restore", "branch")
ONLY_ONE = (
    {"import one"}, {"import two"}, {"backup"}, {"restore"},
    {"restore", "import one"}, {"restore", "import two"}, {"restore", "branch"},
)  # fmt: skip
"""Which two would write the same."""
ADDED = {"import one": 150, "import two": 150, "branch": 1}


@pytest.mark.parametrize("pair", list(itertools.combinations_with_replacement(KINDS, 2)), ids=" and ".join)
def test_two_jobs_at_once_agree_with_the_database_whichever_is_stopped(
    pair: tuple[str, str], backup: Backup, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    chance = random.Random(" ".join(pair))
    assembly = open_window()
    presenters_of(assembly).chat.show_conversation(1)
    stage = Stage(assembly, tmp_path, monkeypatch)
    jobs = [stage.begin(kind) for kind in pair]
    is_refused = set(pair) in ONLY_ONE
    assert (jobs[1] is None) == is_refused == assembly.content.page.notices.isVisible()
    begun = {kind + str(place): job for place, (kind, job) in enumerate(zip(pair, jobs, strict=True)) if job}
    told: dict[str, tuple[JobState, str]] = {}
    for name, job in begun.items():
        job.ended.connect(lambda name=name, job=job: told.update({name: (job.state, job.told)}))
    victim = chance.choice(list(begun))
    stopped = begun[victim]

    QTimer.singleShot(chance.choice((0, 5, 30, 90, 200)), stopped, stopped.stop)

    qtbot.waitUntil(lambda: len(told) == len(begun), timeout=60_000)
    for name, (state, words) in told.items():
        assert state in (JobState.DONE, JobState.STOPPED)
        assert state is JobState.DONE or name == victim
        assert (words.startswith("Stopped") or words == "Printing was stopped.") == (state is JobState.STOPPED)
    done = [name[:-1] for name, (state, _) in told.items() if state is JobState.DONE]
    assert listed(assembly) == stored(assembly)
    assert len(stored(assembly)) == 2 + sum(ADDED.get(kind, 0) for kind in done)
    assert len(list(tmp_path.glob("out*.json"))) == done.count("export")
    assert len(stage.backups.all()) == 2 + done.count("backup") + done.count("restore")
    assert not list(tmp_path.rglob("*.part*"))
    assert [one.name for one in stage.backups.folder.glob("restoring*")] == []
    with services_of(assembly).store.database.reading() as connection:
        hidden = connection.execute("SELECT count(*) FROM conversation WHERE deleted_at IS NOT NULL").fetchone()[0]
    assert hidden == 0
    services_of(assembly).store.check_integrity()


def test_jobs_are_seen_and_stopped_by_keyboard_where_the_sidebar_is_not(
    backup: Backup, held: Held, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    window, strip = assembly.window, assembly.content.strip_below
    window.resize(800, 700)
    qtbot.waitUntil(lambda: not assembly.content.sidebar.isVisible())
    exchange(assembly).restoring.restore(backup)
    qtbot.waitUntil(lambda: strip.isVisible() and held.is_there.is_set())

    stop = button(strip, "Stop")
    assert stop.accessibleName() == "Stop: Restoring…"
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: strip.texts() == ["Stopped; the conversations are as they were."])
    assembly.content.toggle_sidebar()
    assert not strip.isVisible()
    assert assembly.content.sidebar.work_strip.isVisible()
