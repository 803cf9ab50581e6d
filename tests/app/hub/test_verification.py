"""Verifying finds what is not what it was, remembers it, and takes hashes that were never taken."""

from __future__ import annotations

from pathlib import Path

from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel, ModelState
from app.paths import AppPaths
from tests.app.hub.tiny_gguf import write_gguf, write_shards


def _flip_last_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 0xFF
    path.write_bytes(content)


def _states(models: tuple[LibraryModel, ...]) -> dict[str, ModelState]:
    return {model.name: model.state for model in models}


def test_a_sound_model_is_ready(library: Library, elsewhere: Path) -> None:
    library.import_file(write_gguf(elsewhere / "m.gguf"))

    assert _states(library.verify()) == {"m": ModelState.READY}


def test_one_changed_byte_is_damage_until_it_is_mended(library: Library, elsewhere: Path) -> None:
    path = write_gguf(elsewhere / "m.gguf")
    library.import_file(path)
    _flip_last_byte(path)
    assert library.list()[0].state is ModelState.READY

    assert _states(library.verify("m")) == {"m": ModelState.DAMAGED}
    assert library.list()[0].state is ModelState.DAMAGED

    _flip_last_byte(path)
    assert _states(library.verify("m")) == {"m": ModelState.READY}
    assert library.list()[0].state is ModelState.READY


def test_damage_in_the_last_shard_is_found(library: Library, elsewhere: Path) -> None:
    shards = write_shards(elsewhere, "set", count=3)
    library.import_file(shards[0])
    _flip_last_byte(shards[2])

    assert _states(library.verify()) == {"set": ModelState.DAMAGED}


def test_an_opened_model_gets_its_hash_and_is_compared_with_it_from_then_on(library: Library, elsewhere: Path) -> None:
    path = write_gguf(elsewhere / "m.gguf")
    library.register_opened(path)

    [verified] = library.verify()
    assert len(verified.sha256) == 64
    _flip_last_byte(path)

    assert _states(library.verify()) == {"m": ModelState.DAMAGED}


def test_a_found_model_is_registered_by_verifying_it(library: Library, paths: AppPaths) -> None:
    path = write_gguf(paths.models / "m.gguf")

    [verified] = library.verify()
    assert (verified.state, len(verified.sha256)) == (ModelState.READY, 64)
    _flip_last_byte(path)

    assert _states(library.verify()) == {"m": ModelState.DAMAGED}


def test_what_cannot_be_read_keeps_its_state(library: Library, paths: AppPaths, elsewhere: Path) -> None:
    path = write_gguf(elsewhere / "gone.gguf")
    library.import_file(path)
    path.unlink()
    paths.models.mkdir(parents=True)
    (paths.models / "letter.gguf").write_text("Dear model")

    assert _states(library.verify()) == {"gone": ModelState.OFFLINE, "letter": ModelState.DAMAGED}


def test_the_starter_is_read_and_not_registered(paths: AppPaths, tmp_path: Path) -> None:
    write_gguf(tmp_path / "resources" / "starter" / "s.gguf")
    library = Library(paths, resources=tmp_path / "resources")

    [verified] = library.verify()

    assert (verified.state, len(verified.sha256)) == (ModelState.READY, 64)
    assert not paths.library_file.exists()


def test_cancelling_returns_what_was_verified_until_then(library: Library, elsewhere: Path) -> None:
    for name in ("a.gguf", "b.gguf"):
        library.import_file(write_gguf(elsewhere / name))
    asked = iter([False, True])

    assert _states(library.verify(is_cancelled=lambda: next(asked))) == {"a": ModelState.READY}
