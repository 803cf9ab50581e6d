"""What somebody laid where a download grows is not written to: links, second names, pipes, at every step."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cancellation import StopSignal
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.policies import RetryPolicy
from app.hub.transfer.model_download import FileDownload, WantedFile
from app.hub.transfer.own_file import open_own
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import EndlessFile

REPO, NAME, SIZE = "org/model", "m.gguf", 300_000
VICTIM = b"something of the person's"

Plant = Callable[[Path, Path], None]


def a_link(place: Path, victim: Path) -> None:
    place.symlink_to(victim)


def a_link_to_nothing(place: Path, victim: Path) -> None:
    place.symlink_to(victim.with_name("made-by-us"))


def a_second_name(place: Path, victim: Path) -> None:
    os.link(victim, place)


def a_pipe(place: Path, _victim: Path) -> None:
    os.mkfifo(place)


PLANTS = [a_link, a_link_to_nothing, a_second_name, a_pipe]


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with FakeHub() as running:
        running.add(REPO, {NAME: EndlessFile(SIZE)})
        yield running


@pytest.fixture
def clients(hub: FakeHub) -> Iterator[HubClients]:
    access = HubAccess(HubConnection(endpoint=hub.endpoint))
    made = HubClients.over(access, timeout_s=5, stall_timeout_s=5, retries=RetryPolicy(attempts=2))
    yield made
    made.close()


@pytest.fixture
def victim(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "diary.txt").write_bytes(VICTIM)
    yield folder / "diary.txt"
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("diary.txt", VICTIM)]


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("suffix", [".part", ".part.json", ".part.100000", ""])
def test_a_download_writes_to_nothing_that_lies_elsewhere(
    hub: FakeHub, clients: HubClients, victim: Path, tmp_path: Path, plant: Plant, suffix: str
) -> None:
    target = tmp_path / "models" / REPO / NAME
    target.parent.mkdir(parents=True)
    plant(target.with_name(NAME + suffix), victim)

    wanted = WantedFile(REPO, NAME, "main", target, "")
    download = FileDownload(
        clients, wanted, stop=StopSignal(), on_progress=lambda _: None, check_room=lambda _remote, _present: None
    )
    fetched = download.run()
    part = target.with_name(NAME + ".part")

    assert fetched.sha256 == hub.repositories[REPO].files[NAME].sha256
    assert part.read_bytes() == hub.repositories[REPO].files[NAME].read(0, SIZE)
    assert not part.is_symlink()


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("flags", [os.O_RDWR | os.O_CREAT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC])
def test_what_is_opened_is_a_plain_file_of_ours(victim: Path, tmp_path: Path, plant: Plant, flags: int) -> None:
    place = tmp_path / "place"
    plant(place, victim)

    handle = open_own(place, flags)
    os.write(handle, b"x")
    os.close(handle)

    assert place.read_bytes() == b"x"
    assert not place.is_symlink()
