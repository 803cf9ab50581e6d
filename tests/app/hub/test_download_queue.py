"""The download queue: real threads, a real fake Hub, restarts."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import ModelIsGated
from app.hub.connection.policies import RetryPolicy
from app.hub.connection.remote_file import HubFile, RemoteFile
from app.hub.library.library import Library
from app.hub.transfer.disk import DiskIsFull
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from app.hub.transfer.download_queue import DownloadQueue
from app.paths import AppPaths
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import EndlessFile

SIZE = 3_000_000


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[FakeHub]:
    head = write_gguf(tmp_path / "source.gguf").read_bytes()
    with FakeHub() as hub:
        for name in "abc":
            hub.add(f"org/{name}-GGUF", {f"{name}-Q4_K_M.gguf": EndlessFile(SIZE, head=head, seed=ord(name))})
        yield hub


@pytest.fixture
def clients(hub: FakeHub) -> Iterator[HubClients]:
    access = HubAccess(HubConnection(endpoint=hub.endpoint))
    clients = HubClients.over(access, retries=RetryPolicy(attempts=3, first_s=0.01, longest_s=0.05))
    yield clients
    clients.close()


class _Stage:
    def __init__(self, clients: HubClients, library: Library, path: Path) -> None:
        self._make: Callable[[], DownloadQueue] = lambda: DownloadQueue(
            clients, library, path, on_change=self.seen.append, on_bug=self.bugs.append, at_once=1
        )
        self.seen: list[tuple[QueuedDownload, ...]] = []
        self.bugs: list[BaseException] = []
        self.queue = self._make()

    def restart(self) -> None:
        self.queue.close()
        self.queue = self._make()

    def wait(self, condition: Callable[[tuple[QueuedDownload, ...]], bool]) -> tuple[QueuedDownload, ...]:
        deadline = time.monotonic() + 20
        while not condition(self.queue.items()):
            assert time.monotonic() < deadline, self.queue.items()
            time.sleep(0.01)
        return self.queue.items()

    def state(self, download_id: int) -> DownloadState:
        return next(item.state for item in self.queue.items() if item.id == download_id)


@pytest.fixture
def stage(clients: HubClients, library: Library, paths: AppPaths) -> Iterator[_Stage]:
    stage = _Stage(clients, library, paths.data / "downloads.json")
    yield stage
    stage.queue.close()
    assert stage.bugs == []


def _plan(name: str) -> DownloadPlan:
    file = HubFile(f"{name}-Q4_K_M.gguf", SIZE)
    return DownloadPlan(repo=f"org/{name}-GGUF", commit="main", quantization="Q4_K_M", files=(file,))


def _all_done(items: tuple[QueuedDownload, ...]) -> bool:
    return all(item.state is DownloadState.DONE for item in items)


def test_downloads_run_in_their_order_and_become_models(stage: _Stage, library: Library) -> None:
    for name in "abc":
        stage.queue.add(_plan(name))

    items = stage.wait(_all_done)

    assert [item.model.name for item in items if item.model] == ["a-Q4_K_M", "b-Q4_K_M", "c-Q4_K_M"]
    assert all(model.is_usable() and model.source for model in library.list())
    assert max(sum(item.is_active for item in snapshot) for snapshot in stage.seen) == 1


def test_the_same_download_twice_is_one(stage: _Stage, hub: FakeHub) -> None:
    hub.pause_s = 0.05

    assert stage.queue.add(_plan("a")) == stage.queue.add(_plan("a"))

    assert len(stage.queue.items()) == 1


def test_a_paused_download_keeps_its_bytes_and_lets_the_next_one_start(stage: _Stage, hub: FakeHub) -> None:
    hub.pause_s = 0.05
    first, second = stage.queue.add(_plan("a")), stage.queue.add(_plan("b"))
    stage.wait(lambda items: items[0].received_bytes > 500_000)
    assert stage.state(second) is DownloadState.QUEUED

    stage.queue.pause(first)
    hub.pause_s = 0
    stage.wait(lambda items: items[1].state is DownloadState.DONE)

    paused = stage.queue.items()[0]
    assert paused.state is DownloadState.PAUSED
    assert paused.received_bytes > 500_000
    stage.queue.resume(first)
    stage.wait(_all_done)
    assert any(r.headers["range"] != "bytes=0-" for r in hub.faults.requests(port="storage"))


def test_what_was_queued_is_there_after_a_restart_and_waits_for_the_person(stage: _Stage, hub: FakeHub) -> None:
    hub.pause_s = 0.05
    stage.queue.add(_plan("a"))
    stage.queue.add(_plan("b"))
    stage.wait(lambda items: items[0].received_bytes > 500_000)

    stage.restart()

    items = stage.queue.items()
    assert [item.plan.repo for item in items] == ["org/a-GGUF", "org/b-GGUF"]
    assert {item.state for item in items} == {DownloadState.PAUSED}
    assert items[0].received_bytes > 500_000
    hub.pause_s = 0
    for item in items:
        stage.queue.resume(item.id)
    stage.wait(_all_done)
    stage.restart()
    assert stage.queue.items() == ()


def test_cancelling_deletes_what_had_arrived(stage: _Stage, hub: FakeHub, library: Library) -> None:
    hub.pause_s = 0.05
    first = stage.queue.add(_plan("a"))
    stage.wait(lambda items: items[0].received_bytes > 500_000)

    stage.queue.cancel(first)
    stage.queue.close()

    assert stage.queue.items() == ()
    assert list(library.models_folder.rglob("*")) == []


def test_a_download_cancelled_while_it_asks_can_be_begun_again(
    stage: _Stage, clients: HubClients, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_answer, asked, resolve = threading.Event(), threading.Event(), clients.hub.resolve

    def slow(*arguments: Any, **more: Any) -> RemoteFile:
        asked.set()
        assert may_answer.wait(20)
        return resolve(*arguments, **more)

    monkeypatch.setattr(clients.hub, "resolve", slow)
    first = stage.queue.add(_plan("a"))
    assert asked.wait(20)

    stage.queue.cancel(first)
    again = stage.queue.add(_plan("a"))
    stage.queue.cancel(again)
    last = stage.queue.add(_plan("a"))
    other = stage.queue.add(_plan("b"))
    assert (stage.state(last), stage.state(other)) == (DownloadState.QUEUED, DownloadState.QUEUED), "it still counts"
    may_answer.set()

    stage.wait(_all_done)
    assert {model.name for model in library.list()} == {"a-Q4_K_M", "b-Q4_K_M"}


@pytest.mark.parametrize("seed", range(4))
def test_a_storm_of_wishes_ends_with_what_was_wanted_last(
    stage: _Stage, hub: FakeHub, library: Library, seed: int
) -> None:
    hub.pause_s = 0.01
    chance = random.Random(seed)
    for _ in range(60):
        items = stage.queue.items()
        match chance.randrange(4):
            case 0 | 1:
                stage.queue.add(_plan(chance.choice("abc")))
            case 2 if items:
                stage.queue.pause(chance.choice(items).id)
            case 3 if items:
                stage.queue.cancel(chance.choice(items).id)
        time.sleep(chance.random() * 0.03)
        assert not any(item.state is DownloadState.FAILED for item in stage.queue.items())
    for name in "abc":
        stage.queue.add(_plan(name))

    stage.wait(_all_done)
    assert {model.name for model in library.list()} == {"a-Q4_K_M", "b-Q4_K_M", "c-Q4_K_M"}
    assert not list(library.models_folder.rglob("*.part*"))


def test_the_order_can_be_changed(stage: _Stage, hub: FakeHub) -> None:
    hub.pause_s = 0.05
    a, b, c = (stage.queue.add(_plan(name)) for name in "abc")

    stage.queue.move(c, 1)

    assert [item.id for item in stage.queue.items()] == [a, c, b]


def test_several_run_at_once_if_the_person_wants(stage: _Stage, hub: FakeHub) -> None:
    hub.pause_s = 0.05
    stage.queue.change_limits(at_once=3, bytes_per_s=0)

    for name in "abc":
        stage.queue.add(_plan(name))

    stage.wait(lambda items: all(item.received_bytes > 300_000 for item in items))
    hub.pause_s = 0
    stage.wait(_all_done)


def test_a_speed_limit_holds_for_all_together(stage: _Stage) -> None:
    stage.queue.change_limits(at_once=2, bytes_per_s=4_000_000)
    started = time.monotonic()

    stage.queue.add(_plan("a"))
    stage.queue.add(_plan("b"))
    stage.wait(_all_done)

    assert time.monotonic() - started > 2 * SIZE / 4_000_000 * 0.7


def test_a_failed_download_says_why_and_can_be_tried_again(stage: _Stage, hub: FakeHub) -> None:
    hub.repositories["org/a-GGUF"].gated = "manual"
    first = stage.queue.add(_plan("a"))
    items = stage.wait(lambda items: items[0].state is DownloadState.FAILED)
    assert isinstance(items[0].problem, ModelIsGated)

    hub.repositories["org/a-GGUF"].gated = False
    stage.queue.resume(first)

    stage.wait(_all_done)


def test_the_room_for_the_whole_queue_is_checked(stage: _Stage, hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    class _Usage:
        free = 64 * 1024**2 + SIZE + SIZE // 2

    monkeypatch.setattr("shutil.disk_usage", lambda _folder: _Usage)
    hub.pause_s = 0.05
    stage.queue.change_limits(at_once=2, bytes_per_s=0)
    stage.queue.add(_plan("a"))
    stage.queue.add(_plan("b"))

    items = stage.wait(lambda items: any(item.state is DownloadState.FAILED for item in items))

    problem = next(item.problem for item in items if item.problem is not None)
    assert isinstance(problem, DiskIsFull)
    assert "need" in problem.message_text()


def test_an_unreadable_queue_is_an_empty_one(stage: _Stage, paths: AppPaths) -> None:
    (paths.data / "downloads.json").parent.mkdir(parents=True, exist_ok=True)
    (paths.data / "downloads.json").write_text('{"downloads": [{"repo": "../..", "files": []}, 7]}')

    stage.restart()

    assert stage.queue.items() == ()
