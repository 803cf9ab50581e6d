"""One file over several connections: faster where each is slow, and as careful as over one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.cancellation import Cancelled, StopSignal
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import OfflineSwitchIsOn
from app.hub.connection.policies import RangePolicy, RetryPolicy
from app.hub.transfer.download_progress import DownloadProgress, DownloadState
from app.hub.transfer.model_download import FetchedFile, FileDownload, WantedFile, present_bytes
from app.hub.transfer.part_file import PartFile, discard_part
from app.hub.transfer.segments import SegmentFile, arrived_bytes
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_faults import Fault
from tests.fakes.fake_hub_files import COMMIT, EndlessFile
from tests.fakes.fake_hub_storms import EAGER

REPO = "org/wide-GGUF"
NAME = "wide-Q4_K_M.gguf"
SIZE = 12_000_000


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with FakeHub() as hub:
        hub.add(REPO, {NAME: EndlessFile(SIZE)})
        hub.pause_s = 0.025  # 10 MB/s for each connection
        yield hub


def _clients_of(hub: FakeHub, ranges: RangePolicy) -> HubClients:
    return HubClients.over(
        HubAccess(HubConnection(endpoint=hub.endpoint)),
        retries=RetryPolicy(attempts=4, first_s=0.01, longest_s=0.05),
        ranges=ranges,
        stall_timeout_s=0.5,
        timeout_s=5,
    )


@pytest.fixture
def clients(hub: FakeHub) -> Iterator[HubClients]:
    clients = _clients_of(hub, EAGER)
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
) -> FetchedFile:
    wanted = WantedFile(REPO, NAME, "main", target)
    return FileDownload(
        clients, wanted, stop=stop or StopSignal(), on_progress=on_progress, check_room=lambda _remote, _present: None
    ).run()


def _part(target: Path) -> Path:
    return target.with_name(target.name + ".part")


def _is_whole(hub: FakeHub, target: Path) -> bool:
    return _part(target).read_bytes() == hub.repositories[REPO].files[NAME].read(0, SIZE)


def _workers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("range-")]


def _ranges(hub: FakeHub) -> list[str]:
    return [request.headers["range"] for request in hub.faults.requests(port="storage")]


def _stopped_with_holes(hub: FakeHub, clients: HubClients, target: Path) -> int:
    """Stop a download when something lies ahead of its part, and return how much there is."""
    stop = StopSignal()

    def stop_with_holes(progress: DownloadProgress) -> None:
        if progress.received_bytes > SIZE // 3 and len(SegmentFile.left_of(_part(target))) > 1:
            stop.set()

    with pytest.raises(Cancelled):
        _fetch(clients, target, stop=stop, on_progress=stop_with_holes)
    kept = present_bytes(target)
    assert SIZE // 3 < kept < SIZE
    assert kept > _part(target).stat().st_size
    hub.faults.seen.clear()
    return kept


def test_a_file_over_four_connections_is_the_same_file(hub: FakeHub, clients: HubClients, target: Path) -> None:
    most_helpers: list[int] = []

    fetched = _fetch(clients, target, on_progress=lambda _: most_helpers.append(len(_workers())))

    assert max(most_helpers) in (3, 4)  # the front may have a connection of its own
    assert _is_whole(hub, target)
    assert fetched.sha256 == hub.repositories[REPO].files[NAME].sha256
    assert sorted(path.name for path in target.parent.iterdir()) == [f"{NAME}.part", f"{NAME}.part.json"]


def test_all_connections_ask_for_the_same_commit(hub: FakeHub, clients: HubClients, target: Path) -> None:
    fetched = _fetch(clients, target)

    assert fetched.remote.commit == COMMIT
    assert len(hub.faults.requests(port="hub")) == 1
    assert {request.path for request in hub.faults.requests(port="storage")} == {f"/cdn/{REPO}/{NAME}?signature=1"}


def test_a_small_file_keeps_to_one_connection(hub: FakeHub, target: Path) -> None:
    clients = _clients_of(hub, replace(EAGER, least_file_bytes=SIZE + 1))

    _fetch(clients, target)
    clients.close()

    assert hub.peak_connections == 1
    assert _ranges(hub) == ["bytes=0-"]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_allows_one_connection_is_left_with_one(
    hub: FakeHub, clients: HubClients, target: Path, status: int
) -> None:
    hub.most_connections, hub.busy_status = 1, status
    waits: list[DownloadState] = []

    _fetch(clients, target, on_progress=lambda progress: waits.append(progress.state))

    assert _is_whole(hub, target)
    assert hub.peak_connections == 1
    assert len(_ranges(hub)) > 1
    assert DownloadState.WAITING not in waits


def test_a_server_that_ignores_ranges_is_never_asked_for_pieces(
    hub: FakeHub, clients: HubClients, target: Path
) -> None:
    hub.faults.always = Fault.IGNORED_RANGE

    _fetch(clients, target)

    assert _is_whole(hub, target)
    assert hub.peak_connections == 1
    assert _ranges(hub) == ["bytes=0-"]


def test_a_server_that_begins_to_ignore_ranges_gets_its_way(hub: FakeHub, clients: HubClients, target: Path) -> None:
    _stopped_with_holes(hub, clients, target)
    hub.faults.always = Fault.IGNORED_RANGE

    _fetch(clients, target)

    assert _is_whole(hub, target)
    assert not SegmentFile.left_of(_part(target))


def test_what_arrived_ahead_is_not_fetched_again(hub: FakeHub, clients: HubClients, target: Path) -> None:
    _stopped_with_holes(hub, clients, target)
    there = [(0, _part(target).stat().st_size)]
    there += [(file.start, file.start + size) for file, size in SegmentFile.left_of(_part(target))]

    _fetch(clients, target)

    assert _is_whole(hub, target)
    for asked in _ranges(hub):
        start, _, last = asked.removeprefix("bytes=").partition("-")
        end = int(last) + 1 if last else SIZE
        assert all(end <= one or int(start) >= other for one, other in there), (asked, there)


def test_holes_are_filled_over_one_connection_too(hub: FakeHub, clients: HubClients, target: Path) -> None:
    kept = _stopped_with_holes(hub, clients, target)
    alone = _clients_of(hub, RangePolicy())
    hub.pause_s = 0.0

    seen: list[int] = []
    _fetch(alone, target, on_progress=lambda p: seen.append(p.received_bytes) if p.state == "downloading" else None)
    alone.close()

    assert _is_whole(hub, target)
    assert seen[0] >= kept
    assert seen == sorted(seen)


def test_progress_never_goes_back(hub: FakeHub, clients: HubClients, target: Path) -> None:
    seen: list[int] = []

    _fetch(clients, target, on_progress=lambda progress: seen.append(progress.received_bytes))

    assert seen == sorted(seen)
    assert seen[-1] == SIZE


@pytest.mark.parametrize("fault", [Fault.DROP, Fault.RESET, Fault.STALL, Fault.EXPIRED, Fault.TRUNCATED])
def test_a_connection_that_is_lost_does_not_disturb_the_others(
    hub: FakeHub, clients: HubClients, target: Path, fault: Fault
) -> None:
    ordered: list[Fault] = []
    states: list[DownloadState] = []

    def break_one(progress: DownloadProgress) -> None:
        states.append(progress.state)
        if progress.received_bytes > SIZE // 4 and len(_workers()) > 2 and not ordered:
            hub.faults.order(fault)
            ordered.append(fault)

    _fetch(clients, target, on_progress=break_one)

    assert _is_whole(hub, target)
    assert ordered
    assert hub.faults.left() == 0
    assert DownloadState.WAITING not in states


def test_an_address_that_expires_is_asked_for_anew_by_whoever_notices(
    hub: FakeHub, clients: HubClients, target: Path
) -> None:
    def expire(progress: DownloadProgress) -> None:
        if progress.received_bytes > SIZE // 3:
            hub.expired.add("1")

    _fetch(clients, target, on_progress=expire)

    assert _is_whole(hub, target)
    assert hub.faults.requests(port="storage")[-1].path.endswith("signature=2")
    assert len(hub.faults.requests(port="hub")) == 2


def test_wrong_bytes_of_one_connection_are_noticed(hub: FakeHub, clients: HubClients, target: Path) -> None:
    def spoil_one(progress: DownloadProgress) -> None:
        if progress.received_bytes > SIZE // 4 and not spoilt:
            spoilt.append(1)
            hub.faults.order(Fault.WRONG_BYTES)

    spoilt: list[int] = []
    _fetch(clients, target, on_progress=spoil_one)

    assert _is_whole(hub, target)
    assert _ranges(hub).count("bytes=0-") == 2


def test_pause_ends_every_connection_at_once(hub: FakeHub, clients: HubClients, target: Path) -> None:
    stop = StopSignal()
    stopping = threading.Timer(0.2, stop.set)
    patient = HubClients.over(clients.access, ranges=EAGER)

    def watch(progress: DownloadProgress) -> None:
        if (
            progress.received_bytes > SIZE // 4
            and hub.peak_connections > 2
            and not (stopping.is_alive() or stop.is_set())
        ):
            hub.pause_s = 600.0  # from now on nothing comes
            stopping.start()

    with pytest.raises(Cancelled):
        _fetch(patient, target, stop=stop, on_progress=watch)

    stopping.join()
    patient.close()
    assert not _workers()


def test_the_offline_switch_ends_every_connection(hub: FakeHub, clients: HubClients, target: Path) -> None:
    def switch(progress: DownloadProgress) -> None:
        if progress.received_bytes > SIZE // 4 and hub.peak_connections > 2:
            clients.access.set_offline(is_offline=True)

    with pytest.raises(OfflineSwitchIsOn):
        _fetch(clients, target, on_progress=switch)

    assert not _workers()
    assert 0 < present_bytes(target) < SIZE


def test_connections_share_the_limit(hub: FakeHub, clients: HubClients, target: Path) -> None:
    limit = 15_000_000
    clients.bandwidth.change(limit)
    hub.pause_s = 0.05  # 5.2 MB/s for each: more than three are held back together
    began_at = time.monotonic()

    _fetch(clients, target)

    assert time.monotonic() - began_at > SIZE / limit * 0.9


def test_a_changed_file_throws_away_what_lies_ahead(hub: FakeHub, clients: HubClients, target: Path) -> None:
    _stopped_with_holes(hub, clients, target)
    hub.faults.order(Fault.CHANGED)

    _fetch(clients, target)

    assert _is_whole(hub, target)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"repo": "other/one"}', b"\xff\x00"])
def test_a_damaged_record_makes_it_start_over(hub: FakeHub, clients: HubClients, target: Path, content: bytes) -> None:
    _stopped_with_holes(hub, clients, target)
    PartFile(target).record_path.write_bytes(content)

    _fetch(clients, target)

    assert _is_whole(hub, target)
    assert not SegmentFile.left_of(_part(target))


def test_strange_files_ahead_are_no_harm(hub: FakeHub, clients: HubClients, target: Path) -> None:
    _stopped_with_holes(hub, clients, target)
    part = _part(target)
    part.with_name(f"{part.name}.{SIZE - 10}").write_bytes(b"x" * 100)  # beyond the end
    part.with_name(f"{part.name}.5").write_bytes(b"x" * 100)  # passed long ago
    part.with_name(f"{part.name}.007").write_bytes(b"not ours")
    part.with_name(f"{part.name}.{SIZE - 1000}").write_bytes(b"")

    _fetch(clients, target)

    assert _is_whole(hub, target)
    assert part.with_name(f"{part.name}.007").exists()


def test_a_cancelled_download_leaves_nothing_ahead(hub: FakeHub, clients: HubClients, target: Path) -> None:
    _stopped_with_holes(hub, clients, target)

    discard_part(target)

    assert list(target.parent.iterdir()) == []


def test_nothing_is_counted_twice(tmp_path: Path) -> None:
    part = tmp_path / "m.gguf.part"
    part.write_bytes(b"x" * 100)
    for start, size in ((50, 20), (90, 30), (110, 40), (200, 10)):
        part.with_name(f"{part.name}.{start}").write_bytes(b"x" * size)

    assert arrived_bytes(part, 100) == 150 + 10


def test_a_stretch_that_loses_its_file_ends_with_a_sentence(hub: FakeHub, clients: HubClients, target: Path) -> None:
    from app.hub.transfer.disk import DriveIsGone

    def lose(_: DownloadProgress) -> None:
        for file, size in SegmentFile.left_of(_part(target))[1:]:
            if size:
                with file.path.open("r+b") as opened:
                    opened.truncate(0)

    with pytest.raises(DriveIsGone):
        _fetch(clients, target, on_progress=lose)

    _fetch(clients, target)
    assert _is_whole(hub, target)
