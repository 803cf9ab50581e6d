"""Which models there are, which is chosen, what it is doing: the picker, between library and broker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.engines.broker import Broker
from app.engines.model_ref import LocalFile
from app.engines.model_status import ModelPhase, ModelStatus
from app.errors import UserError
from app.file_facts import is_file
from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel, ModelOrigin, ModelState
from app.text import translatable
from ui.models.picker.loaded_words import placement_words, template_words
from ui.models.picker.model_picker import ModelEntry, ModelPicker, PickerPhase, PickerState
from ui.widgets.spoken_numbers import size_text


class ModelIsNotHere(UserError):
    """A preset names a model that this computer does not have, or cannot use now."""

    def __init__(self, name: str) -> None:
        super().__init__(
            translatable("The model {name} is not on this computer."),
            translatable("The model chosen before stays. Download {name} on the models page, or change the preset."),
            values={"name": name},
        )


class PickerPresenter(QObject):
    """Chooses models; the first one is the one used last, else the built-in starter. Attached to a picker.

    `library` returns the library as the settings arrange it now.

    Signals:
        model_chosen(str): the path of the model that the person has chosen.
        model_loaded(str): the model at this path is in memory now.
        problem_occurred(UserError): a file cannot be opened, or a model not be loaded.
    """

    model_chosen = Signal(str)
    model_loaded = Signal(str)
    problem_occurred = Signal(object)

    def __init__(self, *, broker: Broker, library: Callable[[], Library]) -> None:
        super().__init__()
        self._broker = broker
        self._library = library
        self._quantizations: dict[str, str] = {}
        self._failure: UserError | None = None
        self._loaded_path = ""
        self._foreign: tuple[LibraryModel, ...] = ()

    def attach(self, picker: ModelPicker) -> None:
        """Fill this picker from now on, in the place of another."""
        self._picker = picker
        picker.menu_asked.connect(self.list_models)
        picker.model_chosen.connect(self.choose_path)
        picker.open_asked.connect(self.ask_for_file)
        picker.unload_asked.connect(self._broker.unload)
        picker.cancel.clicked.connect(self._broker.cancel_load)
        self.show_status(self._broker.status)

    def choose_first(self, last_path: str) -> None:
        """Choose the model used last if it is there, else the starter; it is loaded with the first question."""
        try:
            model = self._library().resolve(last_path) if last_path and is_file(Path(last_path)) else None
        except UserError:
            model = None
        model = model or self._library().built_in()
        if model is not None:
            self._choose(model, load=False)
        else:
            self.show_status(self._broker.status)

    def starter(self) -> LibraryModel | None:
        """Return the built-in model, if this copy has one."""
        return self._library().built_in()

    def starter_description(self) -> str:
        """Return how the built-in model is introduced."""
        return self.tr("Aside Starter · built in · arithmetic and little puzzles")

    def open_file(self, path: str) -> None:
        """Register a model file and load it."""
        try:
            model = self._library().register_opened(Path(path).absolute())
        except UserError as error:
            self.problem_occurred.emit(error)
            return
        self._choose(model, load=True)
        self.model_chosen.emit(str(model.path))

    def use(self, model: LibraryModel) -> None:
        """Load a model of the library."""
        self._choose(model, load=True)
        self.model_chosen.emit(str(model.path))

    def show_listed(self, models: Sequence[LibraryModel]) -> None:
        """Offer the models of other apps too, as they were found last."""
        self._foreign = tuple(model for model in models if model.origin.is_of_another_app)

    def let_go(self, path: str) -> None:
        """Unload the model whose file is about to be deleted."""
        if self._broker.status.path == path:
            self._broker.unload()

    def ask_for_file(self) -> None:
        """Let the person choose a file, and open it."""
        path, _filter = QFileDialog.getOpenFileName(
            self._picker.window(), self.tr("Open a GGUF file"), "", self.tr("Models (*.gguf);;All files (*)")
        )
        if path:
            self.open_file(path)

    def open_menu(self) -> None:
        """Let the person choose another model."""
        self._picker.open_menu()

    def list_models(self) -> None:
        """Show the models of the library in the menu."""
        self._picker.show_models(self.entries())

    def entries(self) -> list[ModelEntry]:
        """Return the models that can be chosen; none, and the problem is told, if the library cannot be read."""
        try:
            own = self._library().list()
        except UserError as error:
            self.problem_occurred.emit(error)
            return []
        known = {model.path for model in own}
        models = (*own, *(model for model in self._foreign if model.path not in known))
        return [self._entry(model) for model in models]

    def show_status(self, status: ModelStatus) -> None:
        """Show the chosen model and what it is doing; tell of a failed load once."""
        info = status.info
        placement = info.placement if info is not None else None
        is_ready = status.phase is ModelPhase.READY
        quantization = placement.quantization if placement is not None else self._quantizations.get(status.path, "")
        self._picker.show_state(
            PickerState(
                phase=PickerPhase(status.phase.value),
                path=status.path,
                name=status.name,
                quantization=quantization,
                fraction=status.fraction,
                facts=(*template_words(info), *placement_words(info)) if info is not None and is_ready else (),
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

    def choose_path(self, path: str) -> None:
        """Load the model at this path, one of our own or of another app."""
        foreign = next((model for model in self._foreign if str(model.path) == path), None)
        try:
            model = foreign or self._library().resolve(path)
        except UserError as error:
            self.problem_occurred.emit(error)
            return
        self.use(model)

    def choose_named(self, name: str) -> None:
        """Load the model of this name in the library, or say that it is not on this computer."""
        entry = next((entry for entry in self.entries() if entry.name == name and entry.is_usable), None)
        if entry is None:
            self.problem_occurred.emit(ModelIsNotHere(name))
        else:
            self.choose_path(entry.path)

    def _choose(self, model: LibraryModel, *, load: bool) -> None:
        self._quantizations[str(model.path)] = model.quantization
        self._broker.choose(LocalFile(str(model.path)), model.name, load=load)
        self.show_status(self._broker.status)

    def _entry(self, model: LibraryModel) -> ModelEntry:
        self._quantizations[str(model.path)] = model.quantization
        return ModelEntry(
            path=str(model.path),
            name=model.name,
            quantization="" if model.origin is ModelOrigin.BUILT_IN else model.quantization,
            description=self._description(model),
            is_usable=model.is_usable(),
        )

    def _description(self, model: LibraryModel) -> str:
        match model.state:
            case ModelState.OFFLINE:
                return self.tr("not there now")
            case ModelState.INCOMPLETE:
                return self.tr("incomplete")
            case ModelState.DAMAGED:
                return self.tr("damaged")
        if model.origin is ModelOrigin.BUILT_IN:
            return self.tr("built in · arithmetic and little puzzles")
        size = size_text(model.size_bytes)
        return self.tr("{size} · sees images").format(size=size) if model.sees_images else size
