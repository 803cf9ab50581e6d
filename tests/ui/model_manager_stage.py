"""What the tests of the models page stand on: a fake Hub with a few small models, and a way to open the page on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.paths import AppPaths
from app.settings import SettingsFile
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import EndlessFile
from tests.ui.conftest import OpenWindow, services_of
from ui.assembly import Assembly
from ui.models.models_presenter import ModelsPresenter

RECOMMENDED = "Qwen/Qwen3-0.6B-GGUF"
"""A repository that is on the recommended list."""
CARD = b"# Tiny\n\nA tiny model that thinks before it answers, made for these tests only.\n"
THINKING_TEMPLATE = "{% if add_generation_prompt %}<|Assistant|><think>\n{% endif %}"


@contextmanager
def stocked_hub(folder: Path) -> Iterator[FakeHub]:
    """Run a fake Hub with a recommended model, a gated one, a large one and forty others."""
    small = write_gguf(folder / "small.gguf", name="Small").read_bytes()
    other = write_gguf(folder / "other.gguf", name="Other", fill=0.25).read_bytes()
    hub = FakeHub()
    facts = {"total": 600_000_000, "architecture": "llama", "context_length": 32_768}
    hub.add(
        RECOMMENDED,
        {"Qwen3-0.6B-Q4_K_M.gguf": small, "Qwen3-0.6B-Q8_0.gguf": other, "README.md": CARD},
        downloads=900,
        gguf={**facts, "chat_template": THINKING_TEMPLATE},
    )
    hub.add("org/Locked-GGUF", {"Locked-Q4_K_M.gguf": small}, gated="manual", downloads=800, gguf=facts)
    big = EndlessFile(60_000_000, head=small)
    hub.add("org/Big-GGUF", {"Big-Q4_K_M.gguf": big}, downloads=700, gguf=facts)
    for number in range(40):
        hub.add(f"many/Model-{number:02d}-GGUF", {"m-Q4_K_M.gguf": small}, downloads=100 - number, gguf=facts)
    hub.tokens, hub.allowed = {"hf_good": "ada"}, {"hf_good"}
    with hub:
        yield hub


def open_models(open_window: OpenWindow) -> tuple[Assembly, ModelsPresenter]:
    """Open the real window, and in it the models page."""
    assembly = open_window()
    assembly.content.sidebar.models_asked.emit()
    room = services_of(assembly).models
    return assembly, room


def search(room: ModelsPresenter, qtbot: QtBot, text: str) -> None:
    """Type into the field and wait until something is listed."""
    room.page.discover.field.setText(text)
    qtbot.waitUntil(lambda: text.lower() in " ".join(names(room)).lower())


def names(room: ModelsPresenter) -> list[str]:
    """Return the names in the list of Discover."""
    return [entry.key for entry in room.page.discover.results.entries()]


def choose(room: ModelsPresenter, qtbot: QtBot, repo: str) -> None:
    """Choose a model in the list and wait for its quantizations with their fits."""
    lists = room.page.discover.results
    room.page.discover.list.clicked.emit(lists.index(lists.row_of(repo)))
    qtbot.waitUntil(lambda: not room.page.model_panel.box.isHidden())


def stay_offline(paths: AppPaths) -> None:
    """Turn the offline switch on."""
    SettingsFile(paths.settings_file).update(stay_offline=True)
