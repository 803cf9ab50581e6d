"""Whole models: shard sets, names that servers send, disks that do not want."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.cancellation import StopSignal
from app.hub.catalogue.answer_cache import AnswerCache
from app.hub.catalogue.catalogue import Catalogue
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import AccessForbidden, FileNameIsUnsafe
from app.hub.connection.policies import RetryPolicy
from app.hub.connection.remote_file import HubFile
from app.hub.connection.server_paths import is_safe_path, local_path
from app.hub.library.library import Library
from app.hub.library.library_model import ModelOrigin, ModelState
from app.hub.library.model_files import ModelFiles
from app.hub.quantization_row import sorted_files
from app.hub.transfer.disk import (
    DiskIsFull,
    DownloadNotWritten,
    DriveIsGone,
    FileTooLargeForDisk,
    FolderIsReadOnly,
    PathIsTooLong,
    RoomNeed,
    check_room,
    disk_problem,
)
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadProgress
from app.hub.transfer.model_download import ModelDownload
from app.paths import AppPaths
from tests.app.hub.tiny_gguf import write_gguf, write_shards
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_faults import Fault

REPO = "org/set-GGUF"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[FakeHub]:
    shards = write_shards(tmp_path / "source", "set-Q8_0", count=3)
    with FakeHub() as hub:
        hub.add(REPO, {f"Q8_0/{path.name}": path.read_bytes() for path in shards})
        yield hub


@pytest.fixture
def clients(hub: FakeHub) -> Iterator[HubClients]:
    access = HubAccess(HubConnection(endpoint=hub.endpoint))
    clients = HubClients.over(access, retries=RetryPolicy(attempts=2, first_s=0.01, longest_s=0.02))
    yield clients
    clients.close()


def _plan(hub: FakeHub) -> DownloadPlan:
    repository = hub.repositories[REPO]
    files = tuple(HubFile(path, file.size, file.sha256) for path, file in repository.files.items())
    return DownloadPlan(repo=REPO, commit=repository.commit, quantization="Q8_0", files=files)


def _download(clients: HubClients, plan: DownloadPlan, library: Library) -> ModelDownload:
    def nothing(_: DownloadProgress) -> None:
        pass

    return ModelDownload(clients, plan, library=library, stop=StopSignal(), on_progress=nothing)


def test_a_shard_set_is_one_model_with_its_source(hub: FakeHub, clients: HubClients, library: Library) -> None:
    model = _download(clients, _plan(hub), library).run()

    assert model.name == "set-Q8_0"
    assert model.path.name == "set-Q8_0-00001-of-00003.gguf"
    assert (model.state, model.origin) == (ModelState.READY, ModelOrigin.DOWNLOADED)
    assert model.source is not None
    assert model.source.repo == REPO
    assert model.verified_at == 1000.0
    assert library.list() == (model,)
    assert library.verify()[0].is_usable()
    assert library.freed_by_removing(model) == model.size_bytes


def test_of_a_set_that_breaks_off_nothing_is_in_place(hub: FakeHub, clients: HubClients, library: Library) -> None:
    shards = list(hub.repositories[REPO].files)
    plan = _plan(hub)
    last = hub.repositories[REPO].files.pop(shards[2])

    with pytest.raises(Exception, match="no file"):
        _download(clients, plan, library).run()

    assert list(library.models_folder.rglob("*.gguf")) == []
    assert len(list(library.models_folder.rglob("*.part"))) == 2
    assert library.list() == ()
    hub.repositories[REPO].files[shards[2]] = last
    served = len(hub.faults.requests(port="storage"))
    _download(clients, plan, library).run()
    assert len(hub.faults.requests(port="storage")) == served + 1
    assert list(library.models_folder.rglob("*.part*")) == []


def test_a_refused_download_leaves_nothing_behind(hub: FakeHub, clients: HubClients, library: Library) -> None:
    hub.faults.order(Fault.HUB_403)

    with pytest.raises(AccessForbidden):
        _download(clients, _plan(hub), library).run()

    assert list(library.models_folder.rglob("*")) == []


def test_a_models_folder_that_is_away_is_not_made_anew(
    hub: FakeHub, clients: HubClients, paths: AppPaths, tmp_path: Path
) -> None:
    drive = tmp_path / "drive"
    library = Library(paths, models_folder=drive / "models", resources=tmp_path / "none")
    model = _download(clients, _plan(hub), library).run()
    drive.rename(tmp_path / "unplugged")

    assert [m.state for m in library.list()] == [ModelState.OFFLINE]
    with pytest.raises(DriveIsGone):
        _download(clients, _plan(hub), library).run()

    assert not drive.exists()
    (tmp_path / "unplugged").rename(drive)
    assert library.named(model.name).is_usable()


@pytest.mark.parametrize(
    "path",
    [
        "../evil.gguf",
        "a/../../evil.gguf",
        "/etc/evil.gguf",
        "a//b.gguf",
        "C:/evil.gguf",
        "a\\..\\evil.gguf",
        "con.gguf",
        "a/NUL",
        "a/.hidden.gguf",
        "a/b.gguf ",
        "a/b.gguf.",
        "a/b:stream.gguf",
        "a/\x00.gguf",
        "a/\n.gguf",
        "x" * 300 + ".gguf",
        "/".join("abcdefghijklmnopqrst"),
        "\ud800.gguf",
        "",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(path: str, tmp_path: Path) -> None:
    assert not is_safe_path(path)
    with pytest.raises(FileNameIsUnsafe):
        local_path(tmp_path, "org/repo", path)


def test_a_link_out_of_the_models_folder_is_not_followed(tmp_path: Path) -> None:
    models = tmp_path / "models"
    (models / "org").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (models / "org" / "repo").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(FileNameIsUnsafe):
        local_path(models, "org/repo", "m.gguf")
    assert local_path(models, "org/other", "a/m.gguf") == models / "org" / "other" / "a" / "m.gguf"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (errno.ENOSPC, DiskIsFull),
        (errno.EDQUOT, DiskIsFull),
        (errno.EFBIG, FileTooLargeForDisk),
        (errno.ENAMETOOLONG, PathIsTooLong),
        (errno.EROFS, FolderIsReadOnly),
        (errno.EACCES, FolderIsReadOnly),
        (errno.ENODEV, DriveIsGone),
        (errno.EIO, DriveIsGone),
        (errno.EINVAL, DownloadNotWritten),
    ],
)
def test_what_the_disk_says_is_put_in_words(code: int, expected: type[Exception], tmp_path: Path) -> None:
    problem = disk_problem(OSError(code, "x"), tmp_path / "m.gguf", size_bytes=5 * 2**30)

    assert type(problem) is expected
    assert problem.message_text()
    assert problem.advice_text()


def test_the_room_that_should_stay_free_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.hub.transfer.disk.shutil.disk_usage", lambda _folder: SimpleNamespace(free=80_000_000))

    with pytest.raises(DiskIsFull, match=r"20.0 MB .* and 67.1 MB should stay free; 80.0 MB are free"):
        check_room([RoomNeed(tmp_path / "m.gguf", 20_000_000)])
    with pytest.raises(DiskIsFull, match=r"need 90.0 MB .*; 80.0 MB are free"):
        check_room([RoomNeed(tmp_path / "m.gguf", 90_000_000)])


def test_a_full_disk_keeps_what_has_arrived(
    hub: FakeHub, clients: HubClients, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.hub.transfer.part_file import PartFile

    def full(_self: PartFile, _data: memoryview) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(PartFile, "append", full)
    with pytest.raises(DiskIsFull):
        _download(clients, _plan(hub), library).run()
    monkeypatch.undo()

    assert _download(clients, _plan(hub), library).run().is_usable()


def test_fat32_is_known_before_the_download(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.hub.transfer.disk._file_system", lambda _folder: "vfat")

    with pytest.raises(FileTooLargeForDisk):
        check_room([RoomNeed(tmp_path / "m.gguf", 2**32)])

    check_room([RoomNeed(tmp_path / "m.gguf", 2**32 - 1, present_bytes=2**32 - 1)])


def test_a_model_can_be_renamed_and_knows_when_it_was_used(hub: FakeHub, clients: HubClients, library: Library) -> None:
    model = _download(clients, _plan(hub), library).run()

    renamed = library.rename(model.name, "  My   model ")
    library.mark_used(renamed.path)

    assert library.named("my model").last_used_at == 1000.0
    assert ModelFiles.of(renamed.path).stem == "set-Q8_0"


def test_use_of_a_model_that_nobody_registered_changes_nothing(
    library: Library, paths: AppPaths, tmp_path: Path
) -> None:
    library.mark_used(tmp_path / "starter.gguf")

    assert not list(paths.data.glob("library*"))


def _cut(hub: FakeHub, tmp_path: Path, *, pieces: int = 3) -> tuple[bytes, DownloadPlan]:
    whole = write_gguf(tmp_path / "source" / "whole.gguf", weights=32 * 4000).read_bytes()
    step = len(whole) // pieces + 1
    files = {f"Big.Q8_0.gguf.part{n + 1}of{pieces}": whole[n * step : (n + 1) * step] for n in range(pieces)}
    hub.add("org/cut-GGUF", dict(files))
    catalogue = hub.repositories["org/cut-GGUF"]
    listed = [HubFile(path, file.size, file.sha256) for path, file in catalogue.files.items()]
    [row] = sorted_files(listed, parameters=None).rows
    plan = DownloadPlan(
        repo="org/cut-GGUF", commit=catalogue.commit, quantization="Q8_0", files=row.files, whole_path=row.whole_path
    )
    return whole, plan


def test_a_cut_file_is_joined_and_nothing_else_is_left(hub: FakeHub, clients: HubClients, tmp_path: Path) -> None:
    paths = AppPaths.from_environment({"ASIDE_HOME": str(tmp_path / "home")})
    library = Library(paths)
    whole, plan = _cut(hub, tmp_path)

    model = _download(clients, plan, library).run()

    assert model.path == paths.models / "org" / "cut-GGUF" / "Big.Q8_0.gguf"
    assert model.path.read_bytes() == whole
    assert model.sha256 == hashlib.sha256(whole).hexdigest()
    assert model.state is ModelState.READY
    assert [path.name for path in model.path.parent.iterdir()] == ["Big.Q8_0.gguf"]
    assert library.verify(model.name)[0].state is ModelState.READY
    assert plan.name == "Big.Q8_0.gguf"

    hub.repositories.clear()  # what is there is not fetched again
    assert _download(clients, plan, library).run().path == model.path


def test_a_cut_file_is_joined_after_a_stop_between(
    hub: FakeHub, clients: HubClients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = AppPaths.from_environment({"ASIDE_HOME": str(tmp_path / "home")})
    library = Library(paths)
    whole, plan = _cut(hub, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("app.hub.transfer.model_download.os.fsync", _no_room)
        with pytest.raises(DiskIsFull):
            _download(clients, plan, library).run()
    folder = paths.models / "org" / "cut-GGUF"
    assert not (folder / "Big.Q8_0.gguf").exists()

    assert _download(clients, plan, library).run().path.read_bytes() == whole
    assert [path.name for path in folder.iterdir()] == ["Big.Q8_0.gguf"]


def _no_room(_: int) -> None:
    raise OSError(errno.ENOSPC, "no room")


def test_the_header_of_a_cut_file_is_read_before_it_is_fetched(
    hub: FakeHub, clients: HubClients, tmp_path: Path
) -> None:
    _cut(hub, tmp_path)
    catalogue = Catalogue(clients, cache=AnswerCache(tmp_path / "cache"))
    page = catalogue.page("org/cut-GGUF")

    assert catalogue.header(page.model, page.row("Q8_0").leading_file).name == "Tiny"
    assert DownloadPlan.of(page, page.row("q8_0")).whole_path == "Big.Q8_0.gguf"
