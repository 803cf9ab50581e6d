"""Installs engine packs from the settings, tries them, and says of each whether it is used, and why not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from app.cancellation import StopSignal
from app.errors import UserError
from app.paths import AppPaths
from ui.bridges.background import Task
from ui.bridges.hub import Hub
from ui.bridges.notice_of import notice_of
from ui.bridges.settings_store import SettingsStore
from ui.settings.packs_panel import PackLine, PacksPanel
from ui.widgets.file_questions import ask_for_file
from ui.widgets.spoken_numbers import size_text
from ui.widgets.styled import show_text

if TYPE_CHECKING:
    from app.hardware.graphics_cards import GraphicsCard
    from app.hardware.machine import Gpu
    from app.inference.packs.pack_store import InstalledPack
    from app.model_choice.graphics_packs import GraphicsPacks, PackState


class PacksPresenter(QObject):
    """Fills its panel, once that is seen. `renew_engine` begins a new engine, which finds what was installed, and
    returns whether it could: not while something is being answered.
    """

    _arrived = Signal(object, object)

    def __init__(
        self, panel: PacksPanel, *, paths: AppPaths, hub: Hub, kept: SettingsStore, renew_engine: Callable[[], bool]
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._paths = paths
        self._hub = hub
        self._kept = kept
        self._renew_engine = renew_engine
        self._installing: Task[InstalledPack] | None = None
        panel.install_asked.connect(self.install)
        panel.file_asked.connect(self._ask_for_file)
        panel.removal_asked.connect(self._remove)
        panel.work.stop.clicked.connect(self._stop)
        panel.seen.connect(self.refresh)
        self._arrived.connect(self._show_arrived)

    def refresh(self) -> None:
        """Look at the cards and try the packs; both may take a moment, and happen beside the window."""

        def cards(_stop: StopSignal) -> tuple[GraphicsCard, ...]:
            from app.hardware.graphics_cards import graphics_cards

            return graphics_cards()

        def show(found: tuple[GraphicsCard, ...]) -> None:
            self._hub.look_at_computer(lambda: self._show_cards(found), owner=self)

        self._hub.background.run(cards, show, owner=self)
        self._hub.background.run(lambda _stop: self._packs().states(), self._show_packs, owner=self)

    def install(self, source: str) -> None:
        """Install what lies in a file or at an address, and try it."""
        service = self._hub.service

        def work(stop: StopSignal) -> InstalledPack:
            return self._packs().install(source, lambda: service, on_bytes=self._arrived.emit, stop=stop)

        show_text(self._panel.said, "")
        self._panel.work.show_work(self.tr("Checking {name} …").format(name=Path(source).name), 0.0)
        self._panel.set_busy(is_busy=True)
        self._installing = self._hub.background.run(work, self._prove, self._failed, owner=self)

    # --- private ----------------------------------------------------------------------------------------------

    def _packs(self) -> GraphicsPacks:
        from app.model_choice.graphics_packs import GraphicsPacks

        return GraphicsPacks(self._paths)

    def _show_arrived(self, here: int, total: int) -> None:
        if self._installing is not None:
            words = self.tr("{here} of {total}").format(here=size_text(here), total=size_text(total) if total else "?")
            self._panel.work.show_work(words, here / total if total else 0.0)

    def _prove(self, pack: InstalledPack) -> None:
        self._installing = None
        words = self.tr("Trying {name} with a small model, up to 45 s …").format(name=pack.manifest.name)
        self._panel.work.show_work(words, 1.0)
        self._panel.work.stop.setVisible(False)
        self._hub.background.run(lambda _stop: self._packs().state_of(pack), self._proved, self._failed, owner=self)

    def _proved(self, state: PackState) -> None:
        if not state.proof.works:
            words = self.tr("{name} is installed, but does not work here: {reason}")
        elif self._renew_engine():
            words = self.tr("{name} works on {device}. The next question is computed there.")
        else:
            words = self.tr("{name} works on {device}. It is used from the next start of Aside.")
        name, proof = state.pack.manifest.name, state.proof
        self._end(words.format(name=name, device=proof.device, reason=proof.reason))
        self.refresh()

    def _failed(self, error: UserError) -> None:
        notice = notice_of(error)
        self._end(f"{notice.message} {notice.advice}".strip())

    def _end(self, words: str = "") -> None:
        self._installing = None
        self._panel.work.setVisible(False)
        self._panel.work.stop.setVisible(True)
        self._panel.set_busy(is_busy=False)
        show_text(self._panel.said, words)

    def _stop(self) -> None:
        if self._installing is not None:
            self._installing.cancel()
            self._end()

    def _ask_for_file(self) -> None:
        kinds = self.tr("Engine packs (*.tar.gz *.tgz *.tar);;All files (*)")
        path = ask_for_file(self._panel.window(), self.tr("Install a pack"), kinds)
        if path is not None:
            self.install(str(path))

    def _remove(self, name: str) -> None:
        def removed(_none: None) -> None:
            self._renew_engine()
            show_text(self._panel.said, self.tr("{name} is removed.").format(name=name))
            self.refresh()

        self._hub.background.run(lambda _stop: self._packs().store.remove(name), removed, self._failed, owner=self)

    def _show_cards(self, cards: tuple[GraphicsCard, ...]) -> None:
        gpus = self._hub.service.computer().gpus
        self._panel.found.setText(self._found_words(cards, gpus))
        gain = self.tr(
            "With the pack “{backend}”, the layers of a model that fit into the card's memory are computed there, "
            "usually several times as fast."
        )
        show_text(self._panel.gain, gain.format(backend=cards[0].backend) if cards and not gpus else "")

    def _found_words(self, cards: tuple[GraphicsCard, ...], gpus: tuple[Gpu, ...]) -> str:
        if gpus:
            words = self.tr("{gpu} computes: {free} of its memory are free.")
            return " ".join(words.format(gpu=gpu.name, free=size_text(gpu.free_bytes)) for gpu in gpus)
        if not cards:
            return self.tr("No graphics card that could compute was found: the processor does.")
        names = QLocale().createSeparatedList([card.name for card in cards])
        if not self._kept.now().uses_graphics_device:
            return self.tr("Found: {names}. Not used, because “Use graphics devices” is off.").format(names=names)
        return self.tr("Found: {names}. The processor computes, because no pack works with it.").format(names=names)

    def _show_packs(self, states: tuple[PackState, ...]) -> None:
        self._panel.show_packs([self._line(state) for state in states])

    def _line(self, state: PackState) -> PackLine:
        manifest, proof = state.pack.manifest, state.proof
        size = size_text(sum(manifest.sizes.values())) if manifest.sizes else ""
        if state.misfit is not None:
            words = notice_of(state.misfit).message
        elif proof.works:
            words = self.tr("works on {device}").format(device=proof.device)
        else:
            words = self.tr("does not work here: {reason}").format(reason=proof.reason)
        return PackLine(manifest.name, " · ".join(part for part in (size, words) if part), works=proof.works)
