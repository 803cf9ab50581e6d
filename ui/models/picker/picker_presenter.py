"""Which models there are, which is chosen, what it is doing: the picker, between library and broker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.cancellation import StopSignal
from app.engines.broker import Broker
from app.engines.known_endpoints import KeptEndpoint
from app.engines.model_ref import LocalFile, NamedModel, Remote
from app.engines.model_status import ModelPhase, ModelStatus
from app.errors import UserError
from app.file_facts import is_file
from app.hub.library.errors import LastModelIsGone
from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel, ModelOrigin
from app.model_choice.local_facts import LocalFacts
from app.model_choice.model_fit import SLOW_TOKENS_PER_S
from app.text import natural_key, translatable, visible_line
from ui.bridges.hub import Hub
from ui.bridges.notice_of import notice_of
from ui.bridges.servers import ListedServer, Servers
from ui.bridges.settings_store import SettingsStore
from ui.models.parts.badge import BadgeText, BadgeTone
from ui.models.parts.entry_list import ResultEntry
from ui.models.parts.model_words import badge_of_state
from ui.models.picker.loaded_words import placement_words, template_words
from ui.models.picker.model_lines import ModelLine
from ui.models.picker.model_picker import ModelEntry, ModelPicker, PickerState
from ui.models.picker.model_settings import ModelSettingsPresenter
from ui.models.picker.server_consent import ServerConsent
from ui.widgets.file_questions import ask_for_file
from ui.widgets.palette_model import PaletteKind
from ui.widgets.spoken_numbers import rate_text, size_text


class ModelIsNotHere(UserError):
    """A preset names a model that this computer does not have, or cannot use now."""

    def __init__(self, name: str) -> None:
        super().__init__(
            translatable("The model {name} is not on this computer."),
            translatable("The model chosen before stays. Download {name} on the models page, or change the preset."),
            name=name,
        )


class CannotBeAsked(UserError):
    """A model that several were to be asked beside is not there any more, or its server may not be asked."""

    message = translatable("{name} is not among the models that can be asked now.")
    advice = translatable("Look for it on the models page, or ask others.")

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class PickerPresenter(QObject):
    """Chooses models; the first one is the one used last, else the built-in starter. Attached to a picker.

    `library` returns the library as the settings arrange it now.

    Signals:
        model_chosen(ModelRef): the person has chosen this model.
        model_loaded(str): the model at this path is in memory now.
        problem_occurred(UserError): a file cannot be opened, or a model not be loaded.
    """

    model_chosen = Signal(object)
    model_loaded = Signal(str)
    problem_occurred = Signal(object)

    def __init__(
        self, *, broker: Broker, library: Callable[[], Library], servers: Servers, hub: Hub, kept: SettingsStore
    ) -> None:
        super().__init__()
        self._hub = hub
        self._kept = kept
        self._facts: dict[str, LocalFacts] = {}
        self._titles: dict[str, str] = {}
        self.settings = ModelSettingsPresenter(hub=hub, kept=kept, changed=self._take_settings)
        self.settings.problem_occurred.connect(self.problem_occurred)
        kept.changed.connect(self._follow_moved)
        self._broker = broker
        self._servers = servers
        self._library = library
        self._quantizations: dict[str, str] = {}
        self._failure: UserError | None = None
        self._loaded_path = ""
        self._foreign: tuple[LibraryModel, ...] = ()

    def attach(self, picker: ModelPicker) -> None:
        """Fill this picker from now on, in the place of another."""
        self._picker = picker
        picker.list_asked.connect(self._servers.refresh)
        picker.list_asked.connect(self._look_at_models)
        picker.list_asked.connect(self.list_models)
        picker.model_chosen.connect(self.choose)
        self._servers.changed.connect(self._follow_servers)
        picker.settings_asked.connect(self.open_settings)
        picker.open_file.clicked.connect(self.ask_for_file)
        picker.unload.clicked.connect(self._broker.unload)
        picker.cancel.clicked.connect(self._broker.cancel_load)
        self.show_status(self._broker.status)

    def choose_first(self, last_path: str, last_remote: Sequence[str] = ()) -> None:
        """Choose the model used last if it is there, else the starter; it is loaded with the first question.

        `last_remote` is a server's address and its model. That is not asked now.
        """
        kept = self._servers.at(last_remote[0]) if len(last_remote) == 2 else None
        if kept is not None and kept.is_allowed:
            self._use_remote(Remote(*last_remote), load=False)
            return
        try:
            model = self._library().resolve(last_path) if last_path and is_file(Path(last_path)) else None
        except UserError:
            model = None
        first = model or self._library().built_in()
        if first is not None:
            self._choose(first, load=False)
        else:
            self.show_status(self._broker.status)
        if last_path and model is None:
            self.problem_occurred.emit(LastModelIsGone(Path(last_path).stem))

    def starter(self) -> LibraryModel | None:
        """Return the built-in model, if this copy has one."""
        return self._library().built_in()

    @property
    def loaded_path(self) -> str:
        """Return the file of the model that is in memory; empty for none."""
        return self._loaded_path

    @property
    def _chosen_key(self) -> str:
        return self._servers.key_of(self._broker.status.model)

    @property
    def has_starter_chosen(self) -> bool:
        """Whether the built-in model is the one in use."""
        starter = self.starter()
        return starter is not None and self._broker.status.path == str(starter.path)

    def starter_description(self) -> str:
        """Return how the built-in model is introduced."""
        return self.tr("Aside Starter · built in · arithmetic and little puzzles")

    def open_file(self, path: str) -> None:
        """Register a model file and load it."""
        try:
            model = self._library().register_opened(Path(path).absolute())
            self._kept.reload()  # it may have been known elsewhere
        except UserError as error:
            self.problem_occurred.emit(error)
            return
        self.use(model)

    def use(self, model: LibraryModel) -> None:
        """Load a model of the library."""
        self._choose(model, load=True)
        self.model_chosen.emit(LocalFile(str(model.path)))

    def show_listed(self, models: Sequence[LibraryModel]) -> None:
        """Offer the models of other apps too, as they were found last."""
        self._foreign = tuple(model for model in models if model.origin.is_of_another_app)

    def let_go(self, path: str) -> None:
        """Unload the model whose file is about to be deleted."""
        if self._broker.status.path == path:
            self._broker.unload()

    def ask_for_file(self) -> None:
        """Let the person choose a file, and open it."""
        kinds = self.tr("Models (*.gguf);;All files (*)")
        path = ask_for_file(self._picker.window(), self.tr("Open a GGUF file"), kinds)
        if path is not None:
            self.open_file(str(path))

    def open_settings(self, key: str) -> None:
        """Let the person choose what holds for one model alone."""
        entry = next((entry for entry in self.entries() if entry.key == key and not entry.is_a_way), None)
        if entry is not None:
            self.settings.open(key, entry.shown_name, self._picker.window())

    def load_with(self, tokens: int) -> None:
        """Load the chosen model again with so long a context, now and from now on."""
        self.settings.set_context(self._chosen_key, tokens)

    def _take_settings(self, key: str) -> None:
        """Load a model anew whose settings are others, if it is in memory."""
        status = self._broker.status
        if key == self._chosen_key and status.model is not None and status.phase is ModelPhase.READY:
            self._broker.choose(status.model, status.name)

    def open_list(self) -> None:
        """Let the person choose another model."""
        self._picker.open_list()

    def list_models(self) -> None:
        """Show the models of the library and of the servers in the list: those used last, then all others."""
        entries = {entry.key: entry for entry in self.entries()}
        recent = [entries.pop(key) for key in self._kept.now().recent_models if key in entries]
        sections: dict[str, list[ModelEntry]] = {self.tr("Used last"): recent}
        for entry in entries.values():
            sections.setdefault(entry.section or self.tr("On this computer"), []).append(entry)
        filled = [(section, found) for section, found in sections.items() if found]
        lines: list[ModelLine] = []
        for section, found in filled:
            if len(filled) > 1:
                lines.append(ModelLine(section, PaletteKind.HEADING, section, choose=str, is_enabled=False))
            lines += (line_of(entry, is_chosen=entry.key == self._chosen_key) for entry in found)
        self._picker.show_lines(lines)

    def entries(self) -> list[ModelEntry]:
        """Return the models that can be chosen, the starter first; tell the problem if the library cannot be read."""
        remote = [entry for server in self._servers.list() for entry in self._entries_of(server)]
        return [*(self._entry(model) for model in self._models()), *remote]

    def _models(self) -> list[LibraryModel]:
        try:
            own = self._library().list()
        except UserError as error:
            self.problem_occurred.emit(error)
            own = ()
        known = {model.path for model in own}
        models = (*own, *(model for model in self._foreign if model.path not in known))
        return sorted(models, key=lambda model: (model.origin is not ModelOrigin.BUILT_IN, natural_key(model.title)))

    def seeing(self) -> list[LibraryModel]:
        """Return the models on this computer that see images, what was used last first."""
        recent = self._kept.now().recent_models
        found = [model for model in self._models() if model.is_usable() and model.sees_images]
        return sorted(found, key=lambda one: recent.index(key) if (key := str(one.path)) in recent else len(recent))

    def _look_at_models(self) -> None:
        """Find out beside the window what the models can do, and show it when it is known."""
        models = [model for model in self._models() if model.is_usable()]

        def look(_stop: StopSignal) -> dict[str, LocalFacts]:
            found = ((str(model.path), self._hub.service.facts_of(model.path)) for model in models)
            return {path: facts for path, facts in found if facts is not None}

        def show(facts: dict[str, LocalFacts]) -> None:
            self._facts = facts
            self.list_models()

        self._hub.look_at_computer(lambda: self._hub.background.run(look, show, owner=self), owner=self)

    def show_status(self, status: ModelStatus) -> None:
        """Show the chosen model and what it is doing; tell of a failed load once."""
        info = status.info
        placement = info.placement if info is not None else None
        is_ready = status.phase is ModelPhase.READY
        quantization = self._quantizations.get(status.path) or (placement.quantization if placement is not None else "")
        self._picker.show_state(
            PickerState(
                name=self._titles.get(status.path, status.name),
                quantization=quantization,
                fraction=status.fraction if status.phase is ModelPhase.LOADING else None,
                has_failed=status.phase is ModelPhase.FAILED,
                is_ready=is_ready,
                facts=(*template_words(info), *placement_words(info)) if info is not None and is_ready else (),
                place=self._servers.place_of(status.model),
            )
        )
        loaded = status.path if is_ready else ""
        if loaded and loaded != self._loaded_path:
            self.model_loaded.emit(loaded)
        self._loaded_path = loaded
        if status.phase is ModelPhase.FAILED and status.error is not None and status.error is not self._failure:
            self._failure = status.error
            if not self._broker.is_running:  # a turn that waited for it tells it itself
                self.problem_occurred.emit(status.error)

    def choose(self, key: str) -> None:
        """Load the model at this path, one of our own or of another app, or use that of a server."""
        server, _, name = key.partition("/")
        kept = None if Path(key).is_absolute() else self._servers.named(server)
        if kept is not None:
            self._use_server(kept, name)
            return
        path = key
        foreign = next((model for model in self._foreign if str(model.path) == path), None)
        try:
            model = foreign or self._library().resolve(path)
        except UserError as error:
            self.problem_occurred.emit(error)
            return
        self.use(model)

    def choose_named(self, name: str) -> None:
        """Load the model of this name in the library, or say that it is not on this computer."""
        entry = next((entry for entry in self.entries() if entry.full_name == name and entry.is_usable), None)
        if entry is not None:
            self.choose(entry.key)
        elif "/" in name and self._servers.named(name.partition("/")[0]) is not None:  # it may not be listed yet
            self.choose(name)
        else:
            self.problem_occurred.emit(ModelIsNotHere(name))

    def named(self, name: str) -> NamedModel:
        """Return the model of this name, here or on a server that may be asked. Raises `CannotBeAsked`."""
        entry = next((entry for entry in self.entries() if entry.full_name == name and entry.is_usable), None)
        if entry is not None and not entry.section:
            return NamedModel(LocalFile(entry.key), name)
        server, _, model = name.partition("/")  # what it has may not be listed yet
        kept = self._servers.named(server)
        if kept is None or not kept.is_allowed or not model:
            raise CannotBeAsked(name)
        return NamedModel(Remote(kept.url, model), name)

    def allow(self, key: str, parent: QWidget) -> None:
        """Ask whether the server that a line leads to may be asked; its models are listed then."""
        kept = self._servers.named(key.rstrip("/"))
        if kept is not None:
            self._ask_consent(kept, parent, lambda _allowed: self._servers.refresh())

    def chosen_name(self) -> str:
        """Return what the chosen model is called among all that can be asked; empty if it is not among them."""
        key = self._servers.key_of(self._broker.status.model)
        return next((entry.full_name for entry in self.entries() if entry.key == key), "")

    def _follow_moved(self, names: frozenset[str]) -> None:
        """Know the chosen model where its file lies now."""
        path, new_path = self._broker.status.path, self._kept.now().last_model_path
        if "last_model_path" in names and path not in ("", new_path) and not is_file(Path(path)):
            self.choose_first(new_path)

    def _choose(self, model: LibraryModel, *, load: bool) -> None:
        self._name(model)
        self._broker.choose(LocalFile(str(model.path)), model.name, load=load)
        self.show_status(self._broker.status)

    # --- servers ----------------------------------------------------------------------------------------------

    def _use_server(self, kept: KeptEndpoint, name: str) -> None:
        """Use a model of a server, or only list its models; one elsewhere is asked once the person allows it."""
        if not kept.is_allowed:
            self._ask_consent(kept, self._picker.window(), lambda allowed: self._use_server(allowed, name))
        elif name:
            self._use_remote(Remote(kept.url, name), load=True)
            self.model_chosen.emit(Remote(kept.url, name))
        else:
            self.open_list()

    def _use_remote(self, model: Remote, *, load: bool) -> None:
        self._broker.choose(model, model.title, load=load)
        self.show_status(self._broker.status)

    def _ask_consent(self, kept: KeptEndpoint, parent: QWidget, then: Callable[[KeptEndpoint], None]) -> None:
        def allow() -> None:
            allowed = msgspec.structs.replace(kept, may_be_asked=True)
            if self._servers.keep(allowed):
                then(allowed)

        consent = ServerConsent(kept, parent)
        consent.accepted.connect(allow)
        consent.finished.connect(consent.deleteLater)
        consent.open()

    def _follow_servers(self) -> None:
        self.list_models()
        self.show_status(self._broker.status)

    def _entries_of(self, server: ListedServer) -> list[ModelEntry]:
        """Return its models; where there are none to choose, a line that says why."""
        kept = server.kept
        words = self.tr("{name}, on this computer") if server.is_here else self.tr("{name}, not on this computer")
        section = words.format(name=kept.name)
        if server.models and (server.problem is None):
            return [
                ModelEntry(f"{kept.name}/{one.name}", visible_line(Remote(kept.url, one.name).title), section=section)
                for one in server.models
            ]
        if not kept.is_allowed and server.problem is None:
            words = self.tr("Ask {address} for its models…").format(address=visible_line(kept.url))
            return [ModelEntry(f"{kept.name}/", words, section=section)]
        if server.problem is not None:
            words = notice_of(server.problem).message
        else:
            words = self.tr("asking …") if server.is_asked else self.tr("lists no models")
        return [ModelEntry(f"{kept.name}/", words, section=section, is_usable=False)]

    def _name(self, model: LibraryModel) -> None:
        """Remember how a model is shown where only its path is known."""
        self._titles[str(model.path)] = model.title
        self._quantizations[str(model.path)] = model.shown_quantization

    def _entry(self, model: LibraryModel) -> ModelEntry:
        self._name(model)
        key = str(model.path)
        is_loaded = self._loaded_path == key
        return ModelEntry(
            key=key,
            name=model.name,
            title=model.title,
            quantization="" if model.origin is ModelOrigin.BUILT_IN else model.shown_quantization,
            facts=facts_of_model(model, self._facts.get(key)),
            badge=badge_of_model(model, self._facts.get(key), is_loaded=is_loaded),
            is_usable=model.is_usable(),
        )


# A model that can be chosen in words: its line in the list, what it can do, and its badge.


def line_of(entry: ModelEntry, *, is_chosen: bool) -> ModelLine:
    """Return the line of a model in the list; the chosen one is marked unless something else is to be said of it."""
    badge = entry.badge or (BadgeText(_tr("In use")) if is_chosen else None)
    parts = (entry.quantization, *entry.facts)
    shown = ResultEntry(entry.key, entry.shown_name, " · ".join(part for part in parts if part), badge=badge).seen()
    return ModelLine(
        key=entry.key,
        kind=PaletteKind.MODEL,
        text=shown.name,
        choose=str,
        detail=", ".join(part for part in (badge.text if badge else "", shown.subtitle, entry.section) if part),
        more_words=f"{shown.subtitle} {entry.section} {entry.key}",
        is_enabled=entry.is_usable,
        entry=shown,
    )


def facts_of_model(model: LibraryModel, facts: LocalFacts | None) -> tuple[str, ...]:
    """Return what the second line says of a model on this computer; less while its header was not looked at."""
    if model.origin is ModelOrigin.BUILT_IN:
        return (_tr("built in · arithmetic and little puzzles"),)
    known = [size_text(model.size_bytes)]
    if facts is not None and facts.thinks:
        known.append(_tr("thinks"))
    if model.sees_images:
        known.append(_tr("sees images"))
    if facts is not None and facts.takes_tools:
        known.append(_tr("tools"))
    speed = facts.fit.speed if facts is not None else None
    if speed is not None:
        known.append(_tr("about {rate} tokens/s").format(rate=rate_text(speed.tokens_per_s)))
    if model.origin.is_of_another_app:
        known.append(model.origin.value)
    return tuple(known)


def badge_of_model(model: LibraryModel, facts: LocalFacts | None, *, is_loaded: bool) -> BadgeText | None:
    """Return what stands out about a model: that it is loaded, or what is against it."""
    if not model.is_usable():
        return badge_of_state(model.state, is_verified=False)
    if is_loaded:
        return BadgeText(_tr("Loaded"), BadgeTone.GOOD)
    if facts is None:
        return None
    if not facts.fit.verdict.fits:
        return BadgeText(_tr("Does not fit"), BadgeTone.BAD)
    speed = facts.fit.speed
    is_slow = speed is not None and speed.tokens_per_s < SLOW_TOKENS_PER_S
    return BadgeText(_tr("Fits, slow"), BadgeTone.WARM) if is_slow else BadgeText(_tr("Fits"), BadgeTone.PLAIN)


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
