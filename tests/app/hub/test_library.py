"""Registering, listing, naming and removing models."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from app.gguf import NotAGguf, TruncatedGguf
from app.hub.library.errors import (
    AmbiguousModelName,
    LibraryNotSaved,
    ModelFileIsMissing,
    ModelFileIsUnreadable,
    ModelIsIncomplete,
    NoSuchModel,
    StarterCannotBeRemoved,
)
from app.hub.library.library import STARTER_NAME, Library
from app.hub.library.library_model import LibraryModel, ModelOrigin, ModelState
from app.hub.library.verification import ReadProgress
from app.paths import AppPaths
from tests.app.hub.tiny_gguf import write_gguf, write_shards


def _import(library: Library, path: Path) -> LibraryModel:
    model = library.import_file(path)
    assert model is not None
    return model


def test_a_new_library_is_empty_and_writes_nothing(library: Library, aside_home: Path) -> None:
    assert library.list() == ()
    assert not aside_home.exists()


def test_an_imported_model_stays_where_it_is(library: Library, elsewhere: Path) -> None:
    path = write_gguf(elsewhere / "Ünï code-Q8_0.gguf")

    model = _import(library, path)

    assert library.list() == (model,)
    assert model == LibraryModel(
        name="Ünï code-Q8_0",
        path=path,
        size_bytes=path.stat().st_size,
        origin=ModelOrigin.IMPORTED,
        state=ModelState.READY,
        quantization="Q8_0",
        architecture="llama",
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        imported_at=1000.0,
        verified_at=1000.0,
        files=(path,),
    )


def test_importing_reports_how_far_it_has_read(library: Library, elsewhere: Path) -> None:
    path = write_gguf(elsewhere / "m.gguf", weights=3_200_000)
    seen: list[ReadProgress] = []

    library.import_file(path, on_progress=seen.append)

    size = path.stat().st_size
    assert len(seen) > 2
    assert seen[-1] == ReadProgress("m", size, size)
    assert [progress.read_bytes for progress in seen] == sorted(progress.read_bytes for progress in seen)


def test_a_cancelled_import_registers_nothing(library: Library, elsewhere: Path) -> None:
    assert library.import_file(write_gguf(elsewhere / "m.gguf"), is_cancelled=lambda: True) is None
    assert library.list() == ()


def test_importing_again_keeps_one_entry_and_takes_the_hash_anew(library: Library, elsewhere: Path) -> None:
    path = write_gguf(elsewhere / "m.gguf")
    first = _import(library, path)
    write_gguf(path, fill=2.0)

    second = _import(library, path)

    assert library.list() == (second,)
    assert second.name == first.name
    assert second.sha256 != first.sha256


def test_the_same_file_name_in_two_folders_gives_two_names(library: Library, elsewhere: Path) -> None:
    names = [_import(library, write_gguf(elsewhere / folder / "Model.gguf")).name for folder in "abc"]

    assert names == ["Model", "Model-2", "Model-3"]


def test_what_is_no_model_is_refused(library: Library, elsewhere: Path) -> None:
    letter = elsewhere / "letter.gguf"
    letter.write_bytes(b"Dear model, " * 100)
    cut = write_gguf(elsewhere / "cut.gguf", weights=32_000)
    cut.write_bytes(cut.read_bytes()[:-5000])

    with pytest.raises(NotAGguf):
        library.import_file(letter)
    with pytest.raises(TruncatedGguf):
        library.import_file(cut)
    with pytest.raises(ModelFileIsMissing):
        library.import_file(elsewhere / "gone.gguf")
    assert library.list() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_a_name_that_is_not_unicode_is_refused_in_words(library: Library, paths: AppPaths) -> None:
    path = write_gguf(paths.models / "m.gguf")
    odd = path.rename(path.with_name("m\udcff.gguf"))

    assert library.list() == ()
    with pytest.raises(ModelFileIsUnreadable):
        library.import_file(odd)


def test_a_shard_set_is_one_model_whichever_shard_is_named(library: Library, elsewhere: Path) -> None:
    shards = write_shards(elsewhere, "Big-Q4_K_M", count=3)

    model = _import(library, shards[1])

    assert (model.name, model.path, model.files) == ("Big-Q4_K_M", shards[0], tuple(shards))
    assert model.size_bytes == sum(path.stat().st_size for path in shards)
    assert library.resolve(str(shards[2])) == model


def test_a_shard_set_with_a_gap_is_refused_by_name(library: Library, elsewhere: Path) -> None:
    shards = write_shards(elsewhere, "Big", count=3)
    shards[1].unlink()

    with pytest.raises(ModelIsIncomplete) as caught:
        library.import_file(shards[0])

    assert "Big-00002-of-00003.gguf" in caught.value.advice_text()


def test_opening_registers_quickly_and_once(library: Library, elsewhere: Path) -> None:
    path = write_gguf(elsewhere / "m.gguf")

    opened = library.register_opened(path)

    assert opened.sha256 == ""
    assert library.register_opened(path) == opened
    assert library.list() == (opened,)
    imported = _import(library, path)
    assert library.register_opened(path) == imported


def test_a_file_opened_after_it_was_replaced_is_the_new_one(library: Library, elsewhere: Path) -> None:
    path = write_gguf(elsewhere / "m.gguf")
    library.register_opened(path)
    write_gguf(path, weights=3200)
    assert library.list()[0].state is ModelState.DAMAGED

    assert library.register_opened(path).state is ModelState.READY


def test_models_lying_in_our_folder_are_listed_without_being_registered(library: Library, paths: AppPaths) -> None:
    write_gguf(paths.models / "org" / "repo" / "found.gguf")
    write_shards(paths.models, "set", count=2)
    write_gguf(paths.models / "mmproj-found.gguf", architecture="clip")
    write_gguf(paths.models / ".cache" / "half.gguf")
    (paths.models / "found.gguf.part").write_bytes(b"GGUF")

    assert [(model.name, model.origin, model.state) for model in library.list()] == [
        ("found", ModelOrigin.DOWNLOADED, ModelState.READY),
        ("set", ModelOrigin.DOWNLOADED, ModelState.READY),
    ]
    assert not paths.library_file.exists()


def test_broken_files_in_our_folder_show_what_is_wrong(library: Library, paths: AppPaths) -> None:
    cut = write_gguf(paths.models / "cut.gguf", weights=32_000)
    cut.write_bytes(cut.read_bytes()[:-5000])
    (paths.models / "letter.gguf").write_text("Dear model")
    write_shards(paths.models, "set", count=3)[0].unlink()

    assert {model.name: model.state for model in library.list()} == {
        "cut": ModelState.INCOMPLETE,
        "letter": ModelState.DAMAGED,
        "set": ModelState.INCOMPLETE,
    }


def test_a_found_model_is_not_listed_twice_once_registered(library: Library, paths: AppPaths) -> None:
    path = write_gguf(paths.models / "m.gguf")

    model = _import(library, path)

    assert library.list() == (model,)
    assert model.origin is ModelOrigin.DOWNLOADED


def test_a_file_that_went_away_stays_in_the_list(library: Library, elsewhere: Path) -> None:
    model = _import(library, write_gguf(elsewhere / "disk" / "m.gguf"))
    shards = write_shards(elsewhere, "set", count=2)
    _import(library, shards[0])
    model.path.unlink()
    model.path.parent.rmdir()
    shards[1].unlink()

    assert {known.name: known.state for known in library.list()} == {
        "m": ModelState.OFFLINE,
        "set": ModelState.INCOMPLETE,
    }
    write_gguf(model.path)
    assert library.resolve("m").state is ModelState.READY


@pytest.mark.parametrize(
    ("change_bytes", "state"), [(-100, ModelState.INCOMPLETE), (100, ModelState.DAMAGED), (0, ModelState.READY)]
)
def test_a_file_of_another_size_is_noticed_when_listing(
    library: Library, elsewhere: Path, change_bytes: int, state: ModelState
) -> None:
    path = write_gguf(elsewhere / "m.gguf", weights=3200)
    _import(library, path)
    content = path.read_bytes() + b"x" * 100
    path.write_bytes(content[: len(content) - 100 + change_bytes])

    assert library.list()[0].state is state


def test_a_name_is_found_with_or_without_its_capitals(library: Library, elsewhere: Path) -> None:
    model = _import(library, write_gguf(elsewhere / "Qwen-Tiny.gguf"))

    assert library.resolve("Qwen-Tiny") == library.resolve("qwen-tiny") == library.resolve("Qwen-Tiny.gguf") == model


def test_a_file_name_that_two_models_have_is_ambiguous(library: Library, elsewhere: Path) -> None:
    for folder in "ab":
        _import(library, write_gguf(elsewhere / folder / "Model.gguf"))

    assert library.resolve("Model").path == elsewhere / "a" / "Model.gguf"
    with pytest.raises(AmbiguousModelName) as caught:
        library.resolve("model.GGUF")
    assert "Model, Model-2" in caught.value.advice_text()


def test_an_unknown_name_is_answered_with_names_like_it(library: Library, elsewhere: Path) -> None:
    _import(library, write_gguf(elsewhere / "SmolLM2-135M.gguf"))

    with pytest.raises(NoSuchModel) as caught:
        library.resolve("smolm2-135")
    assert "SmolLM2-135M" in caught.value.advice_text()
    with pytest.raises(NoSuchModel) as caught:
        library.resolve("{x}")
    assert "{x}" in caught.value.message_text()


def test_a_path_need_not_be_registered(library: Library, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_gguf(elsewhere / "m.gguf")
    monkeypatch.chdir(elsewhere)

    for spelled in (str(path), "./m.gguf", "m.gguf"):
        model = library.resolve(spelled)
        assert (model.name, model.path, model.state) == ("m", path, ModelState.READY)
    assert library.list() == ()
    with pytest.raises(ModelFileIsMissing):
        library.resolve("gone.gguf")
    with pytest.raises(ModelFileIsMissing):
        library.resolve(str(elsewhere / "gone"))


def test_removing_a_model_elsewhere_only_forgets_it(library: Library, elsewhere: Path) -> None:
    path = write_gguf(elsewhere / "m.gguf")
    _import(library, path)

    assert library.remove("m") == ()

    assert path.exists()
    assert library.list() == ()


def test_removing_a_model_in_our_folder_deletes_all_its_files(library: Library, paths: AppPaths) -> None:
    shards = write_shards(paths.models / "org" / "repo", "set", count=2)
    kept = write_gguf(paths.models / "org" / "kept.gguf")

    assert library.remove("set") == tuple(shards)

    assert not (paths.models / "org" / "repo").exists()
    assert kept.exists()
    assert [model.name for model in library.list()] == ["kept"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_removing_a_link_in_our_folder_keeps_what_it_points_to(
    library: Library, paths: AppPaths, elsewhere: Path
) -> None:
    target = write_gguf(elsewhere / "m.gguf")
    paths.models.mkdir(parents=True)
    (paths.models / "m.gguf").symlink_to(target)

    library.remove("m")

    assert target.exists()
    assert library.list() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_reached_through_a_link_to_another_folder_is_not_ours(
    library: Library, paths: AppPaths, elsewhere: Path
) -> None:
    target = write_gguf(elsewhere / "m.gguf")
    paths.models.mkdir(parents=True)
    (paths.models / "link").symlink_to(elsewhere, target_is_directory=True)
    _import(library, paths.models / "link" / "m.gguf")

    assert library.remove("m") == ()

    assert target.exists()


def test_removing_what_is_not_there_says_so(library: Library) -> None:
    with pytest.raises(NoSuchModel):
        library.remove("nothing")


def test_the_starter_is_built_in_and_stays(paths: AppPaths, tmp_path: Path) -> None:
    starter = write_gguf(tmp_path / "resources" / "starter" / "aside-starter-v3.gguf")
    library = Library(paths, resources=tmp_path / "resources")
    write_gguf(paths.models / "Aside Starter.gguf")

    built_in = library.built_in()

    assert built_in is not None
    assert (built_in.name, built_in.path) == (STARTER_NAME, starter)
    assert (built_in.origin, built_in.state) == (ModelOrigin.BUILT_IN, ModelState.READY)
    assert [model.name for model in library.list()] == ["Aside Starter", "Aside Starter-2"]
    assert library.resolve("aside starter") == built_in
    assert library.register_opened(starter) == built_in
    with pytest.raises(StarterCannotBeRemoved):
        library.remove("Aside Starter")
    assert starter.exists()


def test_a_library_that_cannot_be_saved_says_so(paths: AppPaths, library: Library, elsewhere: Path) -> None:
    paths.data.parent.mkdir(parents=True)
    paths.data.write_text("a file where the folder should be")

    assert library.list() == ()
    with pytest.raises(LibraryNotSaved):
        library.import_file(write_gguf(elsewhere / "m.gguf"))


def test_what_verifying_finds_is_told_also_where_it_cannot_be_written_down(
    library: Library, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_gguf(elsewhere / "m.gguf")
    library.import_file(path)

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("app.hub.library.library_file.write_atomically", refuse)

    assert [model.state for model in library.verify()] == [ModelState.READY]
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert [model.state for model in library.verify()] == [ModelState.DAMAGED]
