"""Pipes, devices, sockets, folders and links to them in the place of files: nothing waits for one, and none is touched.

A test that hangs here is the finding.
"""

from __future__ import annotations

import contextlib
import os
import random
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from app.atomic_write import write_atomically
from app.attachments.picture import read_picture
from app.attachments.reading import read_attachment
from app.errors import UserError
from app.file_facts import NotAFile, open_file, read_file
from app.gguf.projectors import projector_beside
from app.history.exchange.importing import import_file
from app.history.store import HistoryStore
from app.hub.library.errors import LibraryNotSaved
from app.hub.library.library_file import LibraryFile
from app.hub.library.other_apps import OtherApps
from app.inference.packs.errors import NotAPack
from app.inference.packs.pack_store import PackStore
from app.model_choice.known_models import library_of
from app.paths import AppPaths
from app.settings import SettingsFile
from tests.app.hub.tiny_gguf import write_gguf, write_shards
from tests.fakes.tiny_models import scripted_model
from ui.chat.composer.picture_files import is_picture_file, picture_of_file

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes and devices among the files there")

Maker = Callable[[Path], None]


def _link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.with_name(path.name + ".pipe"))
    path.symlink_to(path.name + ".pipe")


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's name may be no longer than a hundred characters or so
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def _device(major: int, minor: int) -> Maker:
    """Make a device of its own: whoever may write anywhere could lose the system's to the fault that is looked for."""

    def make(path: Path) -> None:
        try:
            os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(major, minor))
        except OSError:
            pytest.skip("no device can be made here")

    return make


def _link_to_a_device(path: Path) -> None:
    _device(1, 5)(path.with_name(path.name + ".device"))
    path.symlink_to(path.name + ".device")


KINDS: dict[str, Maker] = {
    "a pipe": os.mkfifo,
    "a link to a pipe": _link_to_a_pipe,
    "a device without an end": _device(1, 5),
    "a link to such a device": _link_to_a_device,
    "a device without anything": _device(1, 3),
    "a terminal": _device(5, 0),
    "a socket": _socket,
    "a folder": Path.mkdir,
    "a link to itself": lambda path: path.symlink_to(path.name),
}
kinds = pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    yield store
    store.close()


@kinds
def test_only_files_are_opened(tmp_path: Path, make: Maker) -> None:
    path = tmp_path / "x"
    make(path)

    for way in (open_file, read_file):
        with pytest.raises(OSError, match=r"no ordinary file|Too many levels"):
            way(path)


def test_a_file_through_a_link_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"there")
    (tmp_path / "link").symlink_to("x")

    assert read_file(tmp_path / "link") == b"there"


def test_what_is_longer_than_asked_for_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "x").open("wb") as file:
        file.truncate(2**40)

    with pytest.raises(OSError, match="too large"):
        read_file(tmp_path / "x")


def test_a_pipe_that_takes_the_place_of_a_file_at_the_last_moment_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "x"
    is_over = threading.Event()

    def change_places() -> None:
        while not is_over.is_set():
            path.unlink(missing_ok=True)
            path.write_bytes(b"there")
            path.unlink()
            os.mkfifo(path)

    changer = threading.Thread(target=change_places)
    changer.start()
    try:
        for _ in range(2000):
            with contextlib.suppress(NotAFile, FileNotFoundError):
                assert read_file(path) in (b"", b"there")
    finally:
        is_over.set()
        changer.join()


@kinds
def test_no_attachment_picture_or_import_is_made_of_it(tmp_path: Path, store: HistoryStore, make: Maker) -> None:
    for name in ("notes.txt", "a.pdf", "p.png", "export.zip"):
        make(tmp_path / name)

    assert is_picture_file(tmp_path / "p.png") in (True, False)
    for read in (read_attachment, read_picture, picture_of_file, lambda path: import_file(store.database, path)):
        for name in ("notes.txt", "a.pdf", "p.png", "export.zip"):
            with pytest.raises(UserError):
                read(tmp_path / name)
    assert store.conversations() == []


@kinds
def test_a_model_in_parts_with_such_a_part_is_told(tmp_path: Path, aside_home: Path, make: Maker) -> None:
    first, second, third = write_shards(tmp_path, "m", count=3)
    second.unlink()
    make(second)
    library = library_of(AppPaths.from_environment())

    for shard in (first, second, third):
        with pytest.raises(UserError):
            library.import_file(shard)


@kinds
def test_a_part_that_sees_is_not_looked_for_in_it(tmp_path: Path, make: Maker) -> None:
    model = write_gguf(tmp_path / "m.gguf")
    make(tmp_path / "mmproj-m-f16.gguf")

    assert projector_beside(model) is None


@kinds
def test_no_pack_is_unpacked_from_it(tmp_path: Path, make: Maker) -> None:
    make(tmp_path / "pack.tar.gz")

    with pytest.raises(NotAPack):
        PackStore(tmp_path / "packs", engine="1").install(tmp_path / "pack.tar.gz", keys=())


@kinds
def test_settings_and_library_begin_anew_beside_it(aside_home: Path, make: Maker) -> None:
    paths = AppPaths.from_environment()
    for file in (paths.settings_file, paths.library_file, paths.saved_tokens, paths.engine_proofs):
        file.parent.mkdir(parents=True, exist_ok=True)
        make(file)

    settings = SettingsFile(paths.settings_file)
    loaded = settings.load()
    assert loaded.stay_offline, "it may have been forbidden"
    assert msgspec.structs.replace(loaded, stay_offline=False, broken_settings="") == type(loaded)()
    settings.update(theme=settings.load().theme)
    assert settings.path.is_file()
    library = LibraryFile(paths.library_file)
    assert library.entries() == ()
    with contextlib.suppress(LibraryNotSaved):
        library.change(lambda entries: entries)


@kinds
def test_what_is_no_file_is_never_written_over(tmp_path: Path, make: Maker) -> None:
    path = tmp_path / "x"
    make(path)
    before = {file: file.lstat().st_mode for file in tmp_path.iterdir()}

    with pytest.raises((OSError, RuntimeError)):
        write_atomically(path, b"new")

    assert {file: file.lstat().st_mode for file in tmp_path.iterdir()} == before


@kinds
def test_other_apps_are_not_waited_for(tmp_path: Path, make: Maker) -> None:
    for name in (".lmstudio-home-pointer", ".lmstudio/settings.json", ".ollama/models/manifests/a/b/c/d"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        make(tmp_path / name)

    assert OtherApps(home=tmp_path, environment={}, platform="linux").folders() is not None


COMMANDS = {
    "a model": ("ask", "--model", "{special}", "Hello"),
    "a shard": ("ask", "--model", "{shards}", "Hello"),
    "a part that sees": ("ask", "--model", "{model}", "--mmproj", "{special}", "Hello"),
    "a model that drafts": ("ask", "--model", "{model}", "--draft-model", "{special}", "Hello"),
    "a picture": ("ask", "--model", "{model}", "--image", "{special}", "Hello"),
    "an import": ("models", "import", "{special}"),
    "a judgement": ("models", "fit", "{special}"),
    "a pack": ("engine", "install", "--trust", "{special}"),
}


_NEXT = "=== the next one ==="
_EACH_COMMAND = f"""
import sys
from app.cli.main import main
command = []
for part in sys.argv[1:]:
    if part != {_NEXT!r}:
        command.append(part)
        continue
    print(main(command, check_window=lambda: None), part, file=sys.stderr, flush=True)
    command = []
"""


def test_the_command_line_tells_of_it_and_ends(tmp_path: Path, aside_home: Path, dice: random.Random) -> None:
    """All commands in one process, each with a kind of its own."""
    model = scripted_model(tmp_path / "models", ["Yes", "<|im_end|>"])
    arguments, kinds = [], []
    for number, command in enumerate(COMMANDS.values()):
        shards = scripted_model(tmp_path / "models", ["Yes", "<|im_end|>"], shards=2, name=f"set{number}")
        special, last = tmp_path / f"{number}.gguf", shards.with_name(f"set{number}-00002-of-00002.gguf")
        kind, make = dice.choice(list(KINDS.items()))
        last.unlink()
        make(special)
        make(last)
        kinds.append(kind)
        arguments += [*(part.format(special=special, shards=shards, model=model) for part in command), _NEXT]

    ran = subprocess.run(
        [sys.executable, "-c", _EACH_COMMAND, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )

    told = ran.stderr.split(_NEXT)[:-1]
    for name, kind, lines in zip(COMMANDS, kinds, told, strict=True):
        assert lines.split()[-1] == "1", (name, kind, lines)
        assert "Traceback" not in lines
        assert len(lines.strip().splitlines()) == 3, (name, kind, lines)
