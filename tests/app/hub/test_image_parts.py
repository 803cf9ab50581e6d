"""The part that sees images comes along with a download, is listed with its model, and goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cancellation import StopSignal
from app.hub.catalogue.answer_cache import AnswerCache
from app.hub.catalogue.catalogue import Catalogue
from app.hub.catalogue.model_page import NoImagePart, image_part_of_page
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.model_download import ModelDownload
from app.paths import AppPaths
from tests.app.hub.tiny_gguf import write_gguf, write_shards
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import FakeFile

REPO = "org/eyes-GGUF"
EYES = {"has_vision_encoder": 1}


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[FakeHub]:
    source = tmp_path / "s"
    eyes = write_gguf(source / "eyes.gguf", architecture="clip", extra=EYES).read_bytes()
    files: dict[str, bytes | FakeFile] = {"m-Q8_0.gguf": write_gguf(source / "m.gguf").read_bytes()}
    shards = write_shards(source, "m-F16", count=2)
    files |= {f"F16/{path.name}": path.read_bytes() for path in shards}
    files |= {f"mmproj-{kind}.gguf": eyes for kind in ("F32", "Q8_0", "F16")}
    with FakeHub() as hub:
        hub.add(REPO, files)
        hub.add("org/blind-GGUF", {"b-Q8_0.gguf": files["m-Q8_0.gguf"]})
        yield hub


@pytest.fixture
def clients(hub: FakeHub) -> Iterator[HubClients]:
    clients = HubClients.over(HubAccess(HubConnection(endpoint=hub.endpoint)))
    yield clients
    clients.close()


@pytest.fixture
def catalogue(clients: HubClients, tmp_path: Path) -> Catalogue:
    return Catalogue(clients, cache=AnswerCache(tmp_path / "cache"))


def pulled(clients: HubClients, catalogue: Catalogue, library: Library, wanted: str, *, eyes: bool) -> LibraryModel:
    page = catalogue.page(REPO)
    part = image_part_of_page(page) if eyes else None
    plan = DownloadPlan.of(page, page.row(wanted), image_part=part)
    return ModelDownload(clients, plan, library=library, stop=StopSignal(), on_progress=lambda _progress: None).run()


def test_it_is_put_beside_the_model_also_beside_shards_in_a_folder(
    clients: HubClients, catalogue: Catalogue, library: Library, paths: AppPaths
) -> None:
    model = pulled(clients, catalogue, library, "F16", eyes=True)

    folder = paths.models / REPO / "F16"
    assert sorted(path.name for path in folder.iterdir()) == [
        "m-F16-00001-of-00002.gguf",
        "m-F16-00002-of-00002.gguf",
        "mmproj-F16.gguf",
    ]
    assert len(model.files) == 2
    assert model.source is not None
    assert all("mmproj" not in path for path in model.source.paths)
    (listed,) = library.list()
    assert listed.sees_images
    assert listed.image_part == folder / "mmproj-F16.gguf"
    assert library.verify(listed.name)[0].is_usable()


def test_it_can_be_added_later_and_goes_with_the_last_model_beside_it(
    clients: HubClients, catalogue: Catalogue, library: Library, paths: AppPaths
) -> None:
    assert not pulled(clients, catalogue, library, "Q8_0", eyes=False).sees_images
    assert not library.list()[0].sees_images
    pulled(clients, catalogue, library, "Q8_0", eyes=True)
    other = write_gguf(paths.models / REPO / "other.gguf")
    model = library.named("m-Q8_0")
    assert model.sees_images
    part = paths.models / REPO / "mmproj-F16.gguf"
    assert library.freed_by_removing(model) == model.size_bytes

    library.remove(model.name)
    assert part.exists(), "the other model sees by it, too"
    assert library.freed_by_removing(library.named("other")) == other.stat().st_size + part.stat().st_size
    library.remove("other")
    assert not (paths.models / "org").exists()


def test_a_repository_without_one_says_so(catalogue: Catalogue) -> None:
    with pytest.raises(NoImagePart, match="org/blind-GGUF has no part that sees images"):
        image_part_of_page(catalogue.page("org/blind-GGUF"))
