"""What happens to models over time: newer versions, a folder that moves, a proxy on the way."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cancellation import Cancelled, StopSignal
from app.hub.catalogue.answer_cache import AnswerCache
from app.hub.catalogue.catalogue import Catalogue
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.range_source import RangeSource
from app.hub.library.errors import ModelsAreOffline
from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel, ModelState
from app.hub.transfer.download_plan import DownloadPlan, update_of
from app.hub.transfer.folder_move import FolderMove
from app.hub.transfer.model_download import ModelDownload
from app.paths import AppPaths
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import BytesFile

REPO = "org/m-GGUF"
FILE = "m-Q8_0.gguf"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[FakeHub]:
    with FakeHub() as hub:
        hub.add(REPO, {"README.md": b"Words.", FILE: write_gguf(tmp_path / "s" / FILE).read_bytes()})
        yield hub


@pytest.fixture
def clients(hub: FakeHub) -> Iterator[HubClients]:
    clients = HubClients.over(HubAccess(HubConnection(endpoint=hub.endpoint)))
    yield clients
    clients.close()


@pytest.fixture
def catalogue(clients: HubClients, tmp_path: Path) -> Catalogue:
    return Catalogue(clients, cache=AnswerCache(tmp_path / "cache"))


def _pull(clients: HubClients, library: Library, plan: DownloadPlan) -> LibraryModel:
    return ModelDownload(clients, plan, library=library, stop=StopSignal(), on_progress=lambda _progress: None).run()


@pytest.fixture
def model(clients: HubClients, catalogue: Catalogue, library: Library) -> LibraryModel:
    page = catalogue.page(REPO)
    return _pull(clients, library, DownloadPlan.of(page, page.row("Q8_0")))


def test_a_newer_version_is_noticed_and_replaces_the_old_one(
    hub: FakeHub, clients: HubClients, catalogue: Catalogue, library: Library, model: LibraryModel, tmp_path: Path
) -> None:
    assert update_of(catalogue, model) is None
    hub.repositories[REPO].commit = "e" * 40
    assert update_of(catalogue, model) is None
    newer = write_gguf(tmp_path / "s" / "newer.gguf", fill=0.75).read_bytes()
    hub.repositories[REPO].files[FILE] = BytesFile(newer)
    hub.repositories[REPO].commit = "d" * 40

    plan = update_of(catalogue, model)

    assert plan is not None
    updated = _pull(clients, library, plan)
    assert updated.path == model.path
    assert updated.path.read_bytes() == newer
    assert updated.source is not None
    assert updated.source.commit == "d" * 40
    assert library.list() == (updated,)


@pytest.mark.parametrize("is_other_disk", [False, True])
def test_the_models_folder_moves_with_everything_in_it(
    paths: AppPaths,
    library: Library,
    model: LibraryModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_other_disk: bool,
) -> None:
    replace = Path.replace

    def refuse_across(path: Path, target: Path) -> Path:
        if is_other_disk and path.suffix == ".gguf":
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse_across)
    (library.models_folder / "copied by hand.gguf").write_bytes(model.path.read_bytes())
    before = model.path.read_bytes()
    told: list[tuple[int, int]] = []

    FolderMove(
        library, tmp_path / "new place", stop=StopSignal(), on_moved=lambda done, total: told.append((done, total))
    ).run()

    moved = Library(paths, models_folder=tmp_path / "new place", resources=tmp_path / "none")
    assert [(m.name, m.state) for m in moved.list()] == [
        ("copied by hand", ModelState.READY),
        (model.name, ModelState.READY),
    ]
    assert moved.named(model.name).path.read_bytes() == before
    assert list(library.models_folder.rglob("*")) == []
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("is_opened", [True, False])
def test_a_model_that_was_moved_by_hand_is_the_same_where_it_is_imported(
    paths: AppPaths, tmp_path: Path, is_opened: bool
) -> None:
    told: list[tuple[Path, Path]] = []
    library = Library(paths, resources=tmp_path / "none", relocated=lambda old, new: told.append((old, new)))
    old = library.import_file(write_gguf(tmp_path / "old" / "Own.gguf"))
    assert old is not None
    library.rename(old.name, "Mine")
    other = write_gguf(tmp_path / "other" / "Own.gguf", fill=0.25)
    new = tmp_path / "new" / "Own.gguf"
    new.parent.mkdir()

    assert library.import_file(other) is not None
    assert not told, "the one of the same name is still there"
    old.path.rename(new)
    moved = library.register_opened(new) if is_opened else library.import_file(new)

    assert moved is not None
    assert (moved.name, moved.path) == ("Mine", new)
    assert told == [(old.path, new)]
    assert sorted(model.name for model in library.list()) == ["Mine", "Own"]


def test_a_move_that_is_stopped_loses_nothing(library: Library, model: LibraryModel, tmp_path: Path) -> None:
    stop = StopSignal()
    stop.set()

    with pytest.raises(Cancelled):
        FolderMove(library, tmp_path / "new", stop=stop, on_moved=lambda _done, _total: None).run()

    assert library.named(model.name).is_usable()


def test_a_folder_whose_disk_is_not_there_is_not_moved(library: Library, model: LibraryModel, tmp_path: Path) -> None:
    library.models_folder.rename(tmp_path / "taken away")

    with pytest.raises(ModelsAreOffline):
        FolderMove(library, tmp_path / "new", stop=StopSignal(), on_moved=lambda _done, _total: None).run()

    (tmp_path / "taken away").rename(library.models_folder)
    assert library.named(model.name).is_usable()


def test_a_proxy_of_the_settings_is_used_for_everything(hub: FakeHub) -> None:
    connection = HubConnection(endpoint="http://hub.invalid", proxy=hub.endpoint)
    clients = HubClients.over(HubAccess(connection))
    try:
        remote = clients.hub.resolve(REPO, "README.md")
        content = RangeSource(clients, remote).read(0, remote.size_bytes)
    finally:
        clients.close()

    assert content == b"Words."
    assert {request.path.split("/")[2] for request in hub.faults.seen} == {"hub.invalid"}
