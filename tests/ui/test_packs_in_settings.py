"""Engine packs on the page Performance: installed, tried, used or not with the reason, removed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.hardware import graphics_cards
from app.hardware.graphics_cards import GraphicsCard
from app.inference.packs import pack_prover
from app.inference.packs.pack_store import InstalledPack
from app.inference.packs.proof_record import Proof
from app.model_choice import graphics_packs
from app.model_choice.engine_probe import EngineProbe
from app.paths import AppPaths
from app.settings import SettingsGroup
from tests.app.cli.test_pack_download import pack
from tests.ui.conftest import OpenWindow, presenters_of
from ui.assembly import Assembly
from ui.settings.packs_panel import PacksPanel


@pytest.fixture
def proof(monkeypatch: pytest.MonkeyPatch) -> list[Proof]:
    """What trials find, the last one lasting; there is a card that only a pack makes compute."""
    found = [Proof(works=True, device="Card 9000")]
    key = Ed25519PrivateKey.generate()
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)
    monkeypatch.setattr(graphics_cards, "graphics_cards", lambda: (GraphicsCard("NVIDIA Card 9000", "cuda"),))
    monkeypatch.setattr(pack_prover, "try_in_own_process", lambda _pack: found[-1])
    monkeypatch.setattr(graphics_packs, "trusted_keys", lambda _role: (key.public_key().public_bytes_raw(),))
    monkeypatch.setattr(pack_prover, "driver_mark", lambda: str(len(found)))
    _KEYS[:] = [key]
    return found


_KEYS: list[Ed25519PrivateKey] = []


def open_panel(open_window: OpenWindow) -> tuple[Assembly, PacksPanel]:
    assembly = open_window()
    settings = presenters_of(assembly).settings
    settings.open(SettingsGroup.PERFORMANCE)
    assert settings.page is not None
    (panel,) = settings.page.findChildren(PacksPanel)
    return assembly, panel


def words(panel: PacksPanel) -> str:
    return "\n".join(one.text() for one in panel.findChildren(QLabel) if not one.isHidden())


def test_a_pack_is_installed_tried_used_and_removed(
    proof: list[Proof], open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    _, panel = open_panel(open_window)
    qtbot.waitUntil(lambda: "NVIDIA Card 9000" in panel.found.text())
    assert "“cuda”" in panel.gain.text()
    file = tmp_path / "cuda.tar.gz"
    file.write_bytes(pack(_KEYS[0]))

    panel.address.setText(str(file))
    panel.from_address.click()

    qtbot.waitUntil(lambda: "cuda works on Card 9000" in panel.said.text())
    assert panel.work.isHidden()
    qtbot.waitUntil(lambda: "cuda: works on Card 9000" in words(panel))
    (remove,) = [one for one in panel.findChildren(QPushButton) if one.accessibleName() == "Delete the pack cuda"]
    remove.click()
    qtbot.waitUntil(lambda: "cuda is removed." in panel.said.text())
    assert not list(paths.engine_packs.glob("cuda*"))


def test_why_a_pack_is_not_used_is_said(
    proof: list[Proof], open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    proof.append(Proof(works=False, reason="no device found"))
    store = graphics_packs.GraphicsPacks(paths).store
    (tmp_path / "p.tar.gz").write_bytes(pack(_KEYS[0]))
    installed = store.install(tmp_path / "p.tar.gz", keys=[_KEYS[0].public_key().public_bytes_raw()])
    lay_another(installed)
    assembly, panel = open_panel(open_window)

    qtbot.waitUntil(lambda: "cuda: does not work here: no device found" in words(panel))
    assert "older: This pack is for 0.0.1" in words(panel)
    stranger = tmp_path / "stranger.tar.gz"
    stranger.write_bytes(pack(Ed25519PrivateKey.generate()))
    panel.install_asked.emit(str(stranger))
    qtbot.waitUntil(lambda: "not signed by the makers" in panel.said.text())
    assembly.kept.set(uses_graphics_device=False)
    panel.seen.emit()
    qtbot.waitUntil(lambda: "is off" in panel.found.text())


def lay_another(installed: InstalledPack) -> None:
    """Lay a pack for another engine beside an installed one."""
    folder = installed.folder.parent / "older"
    folder.mkdir()
    manifest = msgspec.structs.replace(installed.manifest, name="older", engine="0.0.1")
    (folder / "pack.json").write_bytes(msgspec.json.encode(manifest))
