"""Models of other apps: found where each app keeps them, used in place, never changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.hub.library.library import Library
from app.hub.library.library_model import ModelOrigin, ModelState
from app.hub.library.other_apps import OtherApps
from app.paths import AppPaths
from tests.app.hub.tiny_gguf import write_gguf, write_shards

DIGEST = "ab" * 32


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def _library(paths: AppPaths, home: Path, *, platform: str = "linux", **environment: str) -> Library:
    apps = OtherApps(home=home, environment=environment, platform=platform)
    return Library(paths, other_apps=apps, resources=home / "none")


def _listed(library: Library) -> list[tuple[str, ModelOrigin]]:
    return [(model.name, model.origin) for model in library.list()]


def _ollama(folder: Path, name: str = "qwen3/8b") -> Path:
    blob = write_gguf(folder / "blobs" / f"sha256-{DIGEST}")
    manifest = folder / "manifests" / "registry.ollama.ai" / "library" / name
    manifest.parent.mkdir(parents=True)
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{DIGEST}", "size": 1}
    manifest.write_text(json.dumps({"schemaVersion": 2, "layers": [{"mediaType": "x", "digest": "sha256:00"}, layer]}))
    return blob


@pytest.mark.parametrize(
    ("platform", "environment", "folder", "origin"),
    [
        ("linux", {}, ".lmstudio/models/org/repo", ModelOrigin.LM_STUDIO),
        ("linux", {"LMSTUDIO_HOME": "{home}/lm"}, "lm/models/org/repo", ModelOrigin.LM_STUDIO),
        ("linux", {}, ".local/share/Jan/data/llamacpp/models/m", ModelOrigin.JAN),
        ("darwin", {}, "Library/Application Support/Jan/data/llamacpp/models/m", ModelOrigin.JAN),
        ("win32", {"APPDATA": "{home}/Roaming"}, "Roaming/Jan/data/llamacpp/models/m", ModelOrigin.JAN),
        ("linux", {}, ".local/share/nomic.ai/GPT4All", ModelOrigin.GPT4ALL),
        ("win32", {"LOCALAPPDATA": "{home}/Local"}, "Local/nomic.ai/GPT4All", ModelOrigin.GPT4ALL),
        ("linux", {"LLAMA_CACHE": "{home}/lc"}, "lc", ModelOrigin.LLAMA_CPP),
        ("darwin", {}, "Library/Caches/llama.cpp", ModelOrigin.LLAMA_CPP),
        ("linux", {}, ".cache/huggingface/hub/models--o--m/snapshots/abc", ModelOrigin.HUGGING_FACE_CACHE),
        ("linux", {"HF_HOME": "{home}/hf"}, "hf/hub/models--o--m/snapshots/abc", ModelOrigin.HUGGING_FACE_CACHE),
    ],
)
def test_each_app_is_found_where_it_keeps_its_models(
    paths: AppPaths, home: Path, platform: str, environment: dict[str, str], folder: str, origin: ModelOrigin
) -> None:
    write_gguf(home / folder / "found-Q8_0.gguf")
    expanded = {name: value.format(home=home) for name, value in environment.items()}

    library = _library(paths, home, platform=platform, **expanded)

    assert _listed(library) == [("found-Q8_0", origin)]


def test_ollamas_blobs_are_named_by_their_manifests(paths: AppPaths, home: Path) -> None:
    blob = _ollama(home / ".ollama" / "models")
    (blob.parent / "sha256-00-partial").write_bytes(b"GGUF")

    [model] = _library(paths, home).list()

    assert (model.name, model.origin, model.path) == ("qwen3-8b", ModelOrigin.OLLAMA, blob)
    assert model.quantization == "Q8_0"


def test_a_file_with_several_names_is_one_model(paths: AppPaths, home: Path) -> None:
    blob = write_gguf(home / ".cache/huggingface/hub/models--o--m/blobs/cafe")
    for commit in ("one", "two"):
        snapshot = blob.parents[1] / "snapshots" / commit
        snapshot.mkdir(parents=True)
        (snapshot / "m-Q8_0.gguf").symlink_to(blob)
    linked = home / ".lmstudio" / "models" / "o" / "m" / "other-name.gguf"
    linked.parent.mkdir(parents=True)
    linked.hardlink_to(blob)

    assert _listed(_library(paths, home)) == [("other-name", ModelOrigin.LM_STUDIO)]


def test_what_is_registered_is_not_listed_again(paths: AppPaths, home: Path) -> None:
    path = write_gguf(home / ".lmstudio" / "models" / "o" / "m" / "m.gguf")
    library = _library(paths, home)
    library.import_file(path)

    assert _listed(library) == [("m", ModelOrigin.IMPORTED)]


def test_halves_projectors_and_other_files_are_left_out(paths: AppPaths, home: Path) -> None:
    folder = home / ".lmstudio" / "models" / "o" / "m"
    write_gguf(folder / "mmproj.gguf", architecture="clip")
    write_gguf(home / ".local/share/nomic.ai/GPT4All/incomplete-x.gguf")
    (folder / "text.gguf").write_text("not a model")
    whole = write_gguf(folder / "cut.gguf").read_bytes()
    (folder / "cut.gguf").write_bytes(whole[:-100])
    for path in write_shards(folder, "set", count=3)[:2]:
        assert path.exists()
    (folder / "set-00003-of-00003.gguf").unlink()

    assert _listed(_library(paths, home)) == []


def test_another_apps_model_can_be_named_verified_and_forgotten_but_not_deleted(paths: AppPaths, home: Path) -> None:
    path = write_gguf(home / ".lmstudio" / "models" / "o" / "m" / "m.gguf")
    before = path.read_bytes()
    library = _library(paths, home)

    assert library.resolve("m").path == path
    [verified] = library.verify("m")
    assert verified.origin is ModelOrigin.LM_STUDIO
    assert verified.sha256
    assert library.rename("m", "mine").origin is ModelOrigin.LM_STUDIO
    assert library.freed_by_removing(library.named("mine")) == 0
    assert library.remove("mine") == ()

    assert path.read_bytes() == before
    assert library.list() == ()
    assert _library(paths, home).list() == ()


def test_a_forgotten_model_of_another_app_comes_back_by_importing_it(paths: AppPaths, home: Path) -> None:
    path = write_gguf(home / ".lmstudio" / "models" / "o" / "m" / "m.gguf")
    write_gguf(home / ".lmstudio" / "models" / "o" / "n" / "n.gguf", fill=0.1)
    library = _library(paths, home)
    library.remove("m")
    assert [name for name, _ in _listed(library)] == ["n"]

    assert library.import_file(path) is not None

    assert [name for name, _ in _listed(library)] == ["m", "n"]


def test_a_registered_shard_set_of_another_app_is_listed_once(paths: AppPaths, home: Path) -> None:
    write_shards(home / ".lmstudio" / "models" / "o" / "m", "set", count=3)
    library = _library(paths, home)

    library.verify("set")

    assert _listed(library) == [("set", ModelOrigin.LM_STUDIO)]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"layers": 7}', '{"layers": [{"digest": "sha256:../../x"}]}'])
def test_a_broken_manifest_is_no_error(paths: AppPaths, home: Path, content: str) -> None:
    folder = home / ".ollama" / "models"
    _ollama(folder)
    (folder / "manifests" / "registry.ollama.ai" / "library" / "qwen3" / "bad").write_text(content)

    assert [name for name, _ in _listed(_library(paths, home))] == ["qwen3-8b"]


def test_what_disappears_is_gone_without_an_error(paths: AppPaths, home: Path) -> None:
    write_gguf(home / ".lmstudio" / "models" / "o" / "m" / "m.gguf")
    library = _library(paths, home)
    assert library.list()[0].state is ModelState.READY

    shutil.rmtree(home / ".lmstudio")

    assert library.list() == ()


def test_a_folder_that_the_person_named_is_searched(paths: AppPaths, home: Path, elsewhere: Path) -> None:
    write_gguf(elsewhere / "deep" / "er" / "mine.gguf")
    apps = OtherApps(home=home, environment={}, more_folders=[elsewhere, elsewhere / "gone"])

    assert _listed(Library(paths, other_apps=apps, resources=home)) == [("mine", ModelOrigin.FOLDER)]
