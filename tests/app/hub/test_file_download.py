"""Downloading one file over a real connection to a fake Hub, with everything that can go wrong on the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cancellation import Cancelled, StopSignal
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import (
    AccessForbidden,
    AddressExpired,
    AnswerNotUnderstood,
    ConnectionBroke,
    FileNotOnHub,
    HashIsWrong,
    HubProblem,
    ModelIsGated,
    OfflineSwitchIsOn,
    RangeRefused,
    RepositoryNotFound,
    ServerFailed,
    ServerStalled,
    TokenRefused,
    TooManyRequests,
    TransferWasAltered,
)
from app.hub.connection.policies import RetryPolicy
from app.hub.transfer.download_progress import DownloadProgress, DownloadState
from app.hub.transfer.model_download import FetchedFile, FileDownload, WantedFile
from app.hub.transfer.part_file import PartFile
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_faults import PASSING, Fault
from tests.fakes.fake_hub_files import COMMIT, EndlessFile

REPO = "org/model-GGUF"
NAME = "model-Q4_K_M.gguf"
SIZE = 1_500_000


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with FakeHub() as hub:
        hub.add(REPO, {NAME: EndlessFile(SIZE)})
        yield hub


@pytest.fixture
def clients(hub: FakeHub) -> Iterator[HubClients]:
    access = HubAccess(HubConnection(endpoint=hub.endpoint))
    clients = HubClients.over(
        access, retries=RetryPolicy(attempts=3, first_s=0.01, longest_s=0.05), stall_timeout_s=0.4, timeout_s=5
    )
    yield clients
    clients.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "models" / REPO / NAME


def _nothing(_: DownloadProgress) -> None:
    pass


def _fetch(
    clients: HubClients,
    target: Path,
    *,
    stop: StopSignal | None = None,
    on_progress: Callable[[DownloadProgress], None] = _nothing,
    path: str = NAME,
    repo: str = REPO,
    sha256: str = "",
) -> FetchedFile:
    wanted = WantedFile(repo, path, "main", target, sha256)
    download = FileDownload(
        clients, wanted, stop=stop or StopSignal(), on_progress=on_progress, check_room=lambda _remote, _present: None
    )
    return download.run()


def _part(target: Path) -> Path:
    return target.with_name(target.name + ".part")


def _is_whole(hub: FakeHub, target: Path) -> bool:
    return _part(target).read_bytes() == hub.repositories[REPO].files[NAME].read(0, SIZE)


def test_a_file_arrives_with_its_hash_checked(hub: FakeHub, clients: HubClients, target: Path) -> None:
    fetched = _fetch(clients, target)

    assert _is_whole(hub, target)
    assert fetched.sha256 == fetched.remote.sha256 == hub.repositories[REPO].files[NAME].sha256
    assert fetched.remote.commit == COMMIT
    assert not target.exists()


@pytest.mark.parametrize("fault", PASSING, ids=lambda fault: fault.value)
def test_a_passing_fault_is_overcome(hub: FakeHub, clients: HubClients, target: Path, fault: Fault) -> None:
    hub.faults.order(fault)

    _fetch(clients, target)

    assert hub.faults.left() == 0
    assert _is_whole(hub, target)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.HUB_401, TokenRefused),
        (Fault.HUB_GATED, ModelIsGated),
        (Fault.HUB_403, AccessForbidden),
        (Fault.HUB_404, FileNotOnHub),
        (Fault.HUB_REPO_404, RepositoryNotFound),
        (Fault.HUB_NO_ETAG, AnswerNotUnderstood),
        (Fault.HUB_HOSTILE_SIZE, AnswerNotUnderstood),
    ],
)
def test_a_lasting_fault_of_the_hub_is_told_at_once(
    hub: FakeHub, clients: HubClients, target: Path, fault: Fault, expected: type[HubProblem]
) -> None:
    hub.faults.order(fault)

    with pytest.raises(expected) as caught:
        _fetch(clients, target)

    assert len(hub.faults.requests(port="hub")) == 1
    assert caught.value.message_text()
    assert caught.value.advice_text()
    assert not _part(target).exists()


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.HUB_429, TooManyRequests),
        (Fault.HUB_503, ServerFailed),
        (Fault.HUB_DROP, ConnectionBroke),
        (Fault.STALL, ServerStalled),
        (Fault.DROP, ConnectionBroke),
        (Fault.EXPIRED, AddressExpired),
        (Fault.STORAGE_416, RangeRefused),
        (Fault.STORAGE_503, ServerFailed),
        (Fault.COMPRESSED, TransferWasAltered),
        (Fault.WRONG_RANGE, TransferWasAltered),
        (Fault.TOTAL_WRONG, TransferWasAltered),
        (Fault.WRONG_BYTES, HashIsWrong),
    ],
)
def test_a_fault_that_stays_ends_with_its_sentence(
    hub: FakeHub, clients: HubClients, target: Path, fault: Fault, expected: type[HubProblem]
) -> None:
    hub.faults.after_bytes = 0
    hub.faults.always = fault

    with pytest.raises(expected) as caught:
        _fetch(clients, target)

    assert caught.value.message_text()
    assert not target.exists()


def test_a_stopped_download_goes_on_where_it_was(hub: FakeHub, clients: HubClients, target: Path) -> None:
    hub.pause_s = 0.06
    stop = StopSignal()

    def stop_in_the_middle(progress: DownloadProgress) -> None:
        if progress.received_bytes > SIZE // 3:
            stop.set()

    with pytest.raises(Cancelled):
        _fetch(clients, target, stop=stop, on_progress=stop_in_the_middle)
    kept = _part(target).stat().st_size
    assert SIZE // 3 < kept < SIZE

    _fetch(clients, target)

    ranges = [request.headers["range"] for request in hub.faults.requests(port="storage")]
    assert ranges == ["bytes=0-", f"bytes={kept}-"]
    assert _is_whole(hub, target)


def test_a_whole_part_is_not_fetched_or_read_again(hub: FakeHub, clients: HubClients, target: Path) -> None:
    _fetch(clients, target)

    _fetch(clients, target)

    assert len(hub.faults.requests(port="storage")) == 1


def test_a_finished_file_is_recognised(hub: FakeHub, clients: HubClients, target: Path) -> None:
    _fetch(clients, target)
    _part(target).replace(target)

    fetched = _fetch(clients, target)

    assert fetched.is_in_place
    assert not _part(target).exists()
    assert len(hub.faults.requests(port="storage")) == 1


def test_a_part_of_another_version_is_thrown_away(hub: FakeHub, clients: HubClients, target: Path) -> None:
    hub.faults.after_bytes = 0
    hub.faults.always = Fault.DROP
    with pytest.raises(ConnectionBroke):
        _fetch(clients, target)
    _part(target).write_bytes(b"x" * 1000)
    hub.faults.always = None
    hub.faults.order(Fault.CHANGED)

    _fetch(clients, target)

    assert _is_whole(hub, target)


def test_a_file_that_changes_meanwhile_starts_over(hub: FakeHub, clients: HubClients, target: Path) -> None:
    hub.faults.order(Fault.DROP)
    seen: list[DownloadState] = []

    def change_while_waiting(progress: DownloadProgress) -> None:
        if progress.state is DownloadState.WAITING and DownloadState.WAITING not in seen:
            hub.faults.order(Fault.CHANGED)
        seen.append(progress.state)

    _fetch(clients, target, on_progress=change_while_waiting)

    assert _is_whole(hub, target)
    assert [r.headers["range"] for r in hub.faults.requests(port="storage")] == ["bytes=0-", "bytes=0-"]


def test_wrong_bytes_are_fetched_once_more(hub: FakeHub, clients: HubClients, target: Path) -> None:
    hub.faults.order(Fault.WRONG_BYTES)

    _fetch(clients, target)

    assert _is_whole(hub, target)


def test_an_address_that_expired_is_asked_for_anew(hub: FakeHub, clients: HubClients, target: Path) -> None:
    hub.faults.order(Fault.DROP)

    def expire(progress: DownloadProgress) -> None:
        if progress.state is DownloadState.WAITING:
            hub.expired.add("1")

    _fetch(clients, target, on_progress=expire)

    assert _is_whole(hub, target)
    assert hub.faults.requests(port="storage")[-1].path.endswith("signature=2")


def test_the_wait_that_the_server_asks_for_is_kept(hub: FakeHub, clients: HubClients, target: Path) -> None:
    hub.faults.wait_s = 1
    hub.faults.order(Fault.HUB_429)
    waits: list[float] = []
    stop = StopSignal()

    def note(progress: DownloadProgress) -> None:
        if progress.state is DownloadState.WAITING:
            waits.append(progress.retry_in_s)
            stop.set()

    with pytest.raises(Cancelled):
        _fetch(clients, target, on_progress=note, stop=stop)

    assert waits == [1.0]


def test_the_token_goes_to_the_hub_and_nowhere_else(hub: FakeHub, clients: HubClients, target: Path) -> None:
    hub.repositories[REPO].gated = "auto"
    hub.allowed.add("hf_secret")
    with pytest.raises(ModelIsGated) as caught:
        _fetch(clients, target)
    assert caught.value.page == f"{hub.endpoint}/{REPO}"

    clients.access.set_token("hf_secret")
    _fetch(clients, target)

    assert hub.faults.requests(port="hub")[-1].headers["authorization"] == "Bearer hf_secret"
    assert all("authorization" not in request.headers for request in hub.faults.requests(port="storage"))


def test_a_small_file_kept_by_git_is_checked_too(hub: FakeHub, clients: HubClients, tmp_path: Path) -> None:
    hub.add(REPO, {"config.json": b'{"a": 1}'})
    target = tmp_path / "config.json"

    _fetch(clients, target, path="config.json")

    assert _part(target).read_bytes() == b'{"a": 1}'


def test_an_empty_file_is_a_file(hub: FakeHub, clients: HubClients, tmp_path: Path) -> None:
    hub.add(REPO, {"config.json": b"", "empty.gguf": b""})

    assert _fetch(clients, tmp_path / "empty.gguf", path="empty.gguf").remote.size_bytes == 0


def test_the_offline_switch_ends_a_running_download(hub: FakeHub, clients: HubClients, target: Path) -> None:
    hub.pause_s = 0.02

    def switch(progress: DownloadProgress) -> None:
        if progress.received_bytes:
            clients.access.set_offline(is_offline=True)

    with pytest.raises(OfflineSwitchIsOn):
        _fetch(clients, target, on_progress=switch)
    seen = len(hub.faults.seen)

    with pytest.raises(OfflineSwitchIsOn):
        _fetch(clients, target)

    assert len(hub.faults.seen) == seen
    assert 0 < _part(target).stat().st_size < SIZE


def test_a_second_process_is_told_who_is_downloading(hub: FakeHub, clients: HubClients, target: Path) -> None:
    from app.hub.connection.errors import DownloadRunsElsewhere

    part = PartFile(target)
    with part.opened(), pytest.raises(DownloadRunsElsewhere):
        _fetch(clients, target)

    _fetch(clients, target)
    assert json.loads(part.record_path.read_bytes())["repo"] == REPO


def test_the_hash_of_the_list_counts_where_a_mirror_answers_without_one(
    hub: FakeHub, clients: HubClients, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub.repositories[REPO], "etag", lambda _path: "opaque-1")
    published = hub.repositories[REPO].files[NAME].sha256
    hub.faults.order(Fault.WRONG_BYTES, Fault.EXPIRED)

    fetched = _fetch(clients, target, sha256=published)

    assert fetched.sha256 == published
    assert _is_whole(hub, target)
    hub.faults.order(Fault.WRONG_BYTES, Fault.WRONG_BYTES)
    _part(target).unlink()
    with pytest.raises(HashIsWrong):
        _fetch(clients, target, sha256=published)
