"""The models known on this computer: registered, lying in our models folder, or built in."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from app.cancellation import Cancelled
from app.file_facts import full_path, is_file, real_path, size_of_file
from app.gguf import GgufHeader, check_written, not_a_chat_model, read_header
from app.gguf.projectors import projector_beside
from app.hub.library.errors import (
    AmbiguousModelName,
    LibraryNotSaved,
    ModelFileIsMissing,
    ModelFileIsUnreadable,
    ModelIsIncomplete,
    ModelNotRemoved,
    NameIsTaken,
    NoSuchModel,
    StarterCannotBeRemoved,
)
from app.hub.library.foreign_models import ForeignModels, FoundModels
from app.hub.library.library_file import LibraryEntry, LibraryFile, LibraryFilePart
from app.hub.library.library_model import LibraryModel, ModelOrigin, ModelSource, ModelState
from app.hub.library.library_state import registered_model, unregistered_model
from app.hub.library.model_files import ModelFiles, parts_left_alone
from app.hub.library.other_apps import OtherApps
from app.hub.library.verification import (
    IsCancelled,
    OnProgress,
    is_as_recorded,
    never_cancelled,
    no_progress,
    read_parts,
)
from app.paths import AppPaths, resources_directory
from app.private_files import make_folder_like_its_parent, make_private_folder

STARTER_NAME = "Aside Starter"


class Library:
    """Lists, registers, forgets and checks models. A shard set counts as one.

    Names are unique without regard to capitals. An entry is never dropped because its file is away. Any thread may
    call; calls that hash (`import_file`, `verify`) take as long as reading the files does. `relocated` is told the old
    and the new path of each file that is known elsewhere from now on; what it raises comes through.
    """

    def __init__(
        self,
        paths: AppPaths,
        *,
        models_folder: Path | None = None,
        other_apps: OtherApps | None = None,
        resources: Path | None = None,
        clock: Callable[[], float] = time.time,
        relocated: Callable[[Path, Path], None] = lambda _old, _new: None,
    ) -> None:
        self._models_folder = models_folder if models_folder is not None else paths.models
        self._is_folder_chosen = models_folder is not None
        self._file = LibraryFile(paths.library_file)
        self._clock = clock
        self._relocated = relocated
        self._found = FoundModels(self._models_folder, ModelOrigin.DOWNLOADED)
        self._other_apps = ForeignModels(other_apps) if other_apps is not None else None
        starter = (resources if resources is not None else resources_directory()) / "starter"
        self._starter = _shipped_in(starter)

    def list(self) -> tuple[LibraryModel, ...]:
        """Return all models with their state now: the starter, then the others by name."""
        starter = self.built_in()
        taken = [starter.name] if starter is not None else []
        entries = self._file.entries()
        registered = [registered_model(entry) for entry in entries if not entry.is_forgotten]
        listed = [Path(part.path) for entry in entries for part in entry.files]
        found = self._found.models(except_for=listed)
        foreign: tuple[LibraryModel, ...] = ()
        if self._other_apps is not None:
            foreign = self._other_apps.models(except_for=[*listed, *(path for m in found for path in m.files)])
        others: list[LibraryModel] = []
        for model in (*registered, *found, *foreign):
            part = projector_beside(model.path) if model.is_usable() else None
            named = replace(model, name=unique_name(model.name, taken), image_part=part)
            taken.append(named.name)
            others.append(named)
        others.sort(key=lambda model: model.name.casefold())
        return (starter, *others) if starter is not None else tuple(others)

    @property
    def models_folder(self) -> Path:
        """Where downloads go. It may be offline."""
        return self._models_folder

    def make_models_folder(self) -> None:
        """Make the folder for downloads: private, unless it was chosen. Raises `OSError`."""
        (make_folder_like_its_parent if self._is_folder_chosen else make_private_folder)(self._models_folder)

    def has_models_in(self, folder: Path) -> bool:
        """Whether a registered model lies below this folder, there or not now."""
        entries = (entry for entry in self._file.entries() if not entry.is_forgotten)
        paths = [Path(part.path) for entry in entries for part in entry.files]
        return any(path.is_relative_to(folder) for path in paths)

    def built_in(self) -> LibraryModel | None:
        """Return the starter shipped with the app, or `None` if this copy has none."""
        shipped = self._starter.models()
        return replace(shipped[0], name=STARTER_NAME) if len(shipped) == 1 else None

    def named(self, name: str) -> LibraryModel:
        """Return the model of this name; raises `NoSuchModel` and `AmbiguousModelName`."""
        return model_named(self.list(), name)

    def resolve(self, name_or_path: str) -> LibraryModel:
        """Return the model of this name, or at this path (known or not).

        Raises `NoSuchModel`, `AmbiguousModelName`, `ModelFileIsMissing`.
        """
        path = Path(name_or_path)
        is_gguf = path.suffix.lower() == ".gguf"
        if path.name == name_or_path and not (is_gguf and is_file(path)):
            try:
                return self.named(name_or_path)
            except NoSuchModel:
                if not is_gguf and not is_file(path):
                    raise
        files = ModelFiles.of(path)
        known = self._known(files)
        if known is not None:
            return known
        if not is_file(full_path(path)):
            raise ModelFileIsMissing(path)
        return unregistered_model(files, name=files.stem, origin=ModelOrigin.IMPORTED)

    def import_file(
        self, path: Path, *, on_progress: OnProgress = no_progress, is_cancelled: IsCancelled = never_cancelled
    ) -> LibraryModel | None:
        """Register a model where it lies, with its SHA-256; return `None` if cancelled.

        A shard names its whole set. Importing again takes the hash anew and keeps the name. Raises the errors of
        `app.gguf`, `ModelFileIsMissing`, `ModelFileIsUnreadable`, `ModelIsIncomplete` and `LibraryNotSaved`.
        """
        files = ModelFiles.of(path)
        header = _read_headers(files)
        try:
            parts = read_parts(files.paths, name=files.stem, on_progress=on_progress, is_cancelled=is_cancelled)
        except Cancelled:
            return None
        except OSError as error:
            raise ModelFileIsUnreadable(files.first, details=str(error)) from error
        return self._register(files, header, parts, verified_at=self._clock())

    def register_opened(self, path: Path) -> LibraryModel:
        """Register a model that was opened in the window: quickly, without its hash. Raises as `import_file`.

        What is known already, or lies in our folders, is returned as it is.
        """
        files = ModelFiles.of(path)
        known = self._known(files)
        if known is not None and (known.state is ModelState.READY or known.sha256):
            return known
        header = _read_headers(files)
        parts = tuple(LibraryFilePart(path=str(path), size_bytes=path.stat().st_size) for path in files.paths)
        return self._register(files, header, parts, verified_at=None)

    def register_downloaded(self, parts: tuple[LibraryFilePart, ...], source: ModelSource) -> LibraryModel:
        """Register files whose published hashes were just found right. Raises as `import_file`."""
        files = ModelFiles(ModelFiles.of(Path(parts[0].path)).stem, tuple(Path(part.path) for part in parts))
        return self._register(files, _read_headers(files), parts, verified_at=self._clock(), source=source)

    def mark_used(self, path: Path) -> None:
        """Remember that a registered model was loaded just now. Raises `LibraryNotSaved`."""
        files = ModelFiles.of(path)
        if not any(_is_of(entry, files.paths) for entry in self._file.entries()):
            return  # the starter, mostly: the lock that guards changes brings OpenSSL with it

        def used(entries: tuple[LibraryEntry, ...]) -> tuple[LibraryEntry, ...]:
            return tuple(
                msgspec.structs.replace(entry, last_used_at=self._clock()) if _is_of(entry, files.paths) else entry
                for entry in entries
            )

        self._file.change(used)

    def rename(self, name: str, new_name: str) -> LibraryModel:
        """Call a model differently; its files keep their names. One of another app's is registered by it.

        Raises `NoSuchModel`, `AmbiguousModelName`, `NameIsTaken`, `StarterCannotBeRemoved`, `LibraryNotSaved` and, for
        a model that was not registered yet, the errors of `register_opened`.
        """
        model = self.named(name)
        new_name = " ".join(new_name.split())
        if model.origin is ModelOrigin.BUILT_IN:
            raise StarterCannotBeRemoved(model.name)
        taken = {other.name.casefold() for other in self.list() if other.path != model.path}
        if not new_name or new_name.casefold() in taken:
            raise NameIsTaken(new_name)
        if not any(_is_of(entry, model.files) for entry in self._file.entries()):
            header = _read_headers(ModelFiles(model.name, model.files))
            parts = tuple(LibraryFilePart(path=str(p), size_bytes=p.stat().st_size) for p in model.files)
            self._register(ModelFiles(model.name, model.files), header, parts, verified_at=None, origin=model.origin)

        def renamed(entries: tuple[LibraryEntry, ...]) -> tuple[LibraryEntry, ...]:
            return tuple(
                msgspec.structs.replace(entry, name=new_name) if _is_of(entry, model.files) else entry
                for entry in entries
            )

        return self._listed(self._file.change(renamed), model.files)

    def relocate(self, old_path: Path, new_path: Path) -> None:
        """Know a registered file at its new path. Raises `LibraryNotSaved`."""

        def moved(part: LibraryFilePart) -> LibraryFilePart:
            is_it = Path(part.path) == old_path
            return msgspec.structs.replace(part, path=str(new_path)) if is_it else part

        self._file.change(
            lambda entries: tuple(
                msgspec.structs.replace(entry, files=tuple(moved(part) for part in entry.files)) for entry in entries
            )
        )
        self._relocated(old_path, new_path)

    def freed_by_removing(self, model: LibraryModel) -> int:
        """Return how many bytes deleting a model would free: 0 for one that would only be forgotten."""
        if model.origin is ModelOrigin.BUILT_IN:
            return 0
        files = (*model.files, *parts_left_alone(model.files))
        return sum(size_of_file(path) or 0 for path in files if self._is_ours(path))

    def remove(self, name: str) -> tuple[Path, ...]:
        """Delete a model whose files are in our models folder, else only forget it; return the files deleted.

        Raises `NoSuchModel`, `AmbiguousModelName`, `StarterCannotBeRemoved`, `ModelNotRemoved`, `LibraryNotSaved`.
        """
        model = self.named(name)
        if model.origin is ModelOrigin.BUILT_IN:
            raise StarterCannotBeRemoved(model.name)
        deleted: list[Path] = []
        for path in (*model.files, *parts_left_alone(model.files)):
            if self._is_ours(path) and is_file(path):
                try:
                    path.unlink()
                except OSError as error:
                    raise ModelNotRemoved(path, details=str(error)) from error
                deleted.append(path)
        for path in deleted:
            self._remove_empty_folders(path.parent)
        self._forget(model)
        return tuple(deleted)

    def verify(
        self,
        name: str | None = None,
        *,
        on_progress: OnProgress = no_progress,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> tuple[LibraryModel, ...]:
        """Read one model, or all, and compare with the hash taken at import; return them with what was found.

        A model without a hash gets one now. What is found is remembered, and shown by `list`, where the list can be
        written. Cancelling returns what was verified until then. Raises `NoSuchModel` and `AmbiguousModelName`.
        """
        chosen = self.list() if name is None else (self.named(name),)
        verified: list[LibraryModel] = []
        for model in chosen:
            try:
                verified.append(self._verified(model, on_progress=on_progress, is_cancelled=is_cancelled))
            except Cancelled:
                break
        return tuple(verified)

    # --- private ---------------------------------------------------------------------------------------------

    def _forget(self, model: LibraryModel) -> None:
        """Drop the entry of a model; one that would be found again, because its file stays, is kept as forgotten."""
        stays = any(is_file(path) for path in model.files) or model.origin.is_of_another_app
        parts = tuple(LibraryFilePart(path=str(path), size_bytes=0) for path in model.files)
        kept = LibraryEntry(name=model.name, files=parts, origin=model.origin, is_forgotten=True)

        def without_it(entries: tuple[LibraryEntry, ...]) -> tuple[LibraryEntry, ...]:
            others = tuple(entry for entry in entries if not _is_of(entry, model.files))
            return (*others, kept) if stays else others

        self._file.change(without_it)

    def _known(self, files: ModelFiles) -> LibraryModel | None:
        for model in self.list():
            if _same_file(model.path, files.first):
                return model
        return None

    def _register(
        self,
        files: ModelFiles,
        header: GgufHeader,
        parts: tuple[LibraryFilePart, ...],
        *,
        verified_at: float | None,
        source: ModelSource | None = None,
        origin: ModelOrigin | None = None,
    ) -> LibraryModel:
        if origin is None:
            origin = ModelOrigin.DOWNLOADED if self._is_ours(files.first) else ModelOrigin.IMPORTED
        left: tuple[LibraryFilePart, ...] = ()

        def with_it(entries: tuple[LibraryEntry, ...]) -> tuple[LibraryEntry, ...]:
            nonlocal left
            known = next((entry for entry in entries if _is_of(entry, files.paths)), None)
            if known is None:
                known = next((entry for entry in entries if _has_moved_to(entry, parts)), None)
                left = known.files if known is not None else ()
            others = tuple(entry for entry in entries if entry is not known)
            taken = [STARTER_NAME, *(entry.name for entry in others if not entry.is_forgotten)]
            entry = LibraryEntry(
                name=known.name if known is not None and not known.is_forgotten else unique_name(files.stem, taken),
                files=parts,
                origin=origin,
                quantization=header.quantization,
                architecture=header.architecture,
                imported_at=known.imported_at if known is not None else self._clock(),
                verified_at=verified_at,
                repo=source.repo if source is not None else known.repo if known is not None else "",
                commit=source.commit if source is not None else known.commit if known is not None else "",
                repo_paths=source.paths if source is not None else known.repo_paths if known is not None else (),
                last_used_at=known.last_used_at if known is not None else None,
            )
            return (*others, entry)

        registered = self._listed(self._file.change(with_it), files.paths)
        for old, new in zip(left, parts, strict=True) if left else ():
            self._relocated(Path(old.path), Path(new.path))
        return registered

    def _verified(self, model: LibraryModel, *, on_progress: OnProgress, is_cancelled: IsCancelled) -> LibraryModel:
        if model.state in (ModelState.OFFLINE, ModelState.INCOMPLETE):
            return model
        files = ModelFiles(model.name, model.files)
        try:
            parts = read_parts(files.paths, name=model.name, on_progress=on_progress, is_cancelled=is_cancelled)
            if model.origin is ModelOrigin.BUILT_IN:
                return replace(model, sha256=parts[0].sha256)
            if not any(_is_of(entry, files.paths) for entry in self._file.entries()):
                if model.state is not ModelState.READY:
                    return model
                origin = model.origin if model.origin.is_of_another_app else None
                header = read_header(files.first)
                try:
                    return self._register(files, header, parts, verified_at=self._clock(), origin=origin)
                except LibraryNotSaved:
                    return replace(model, sha256=parts[0].sha256)
        except OSError as error:
            is_closed = isinstance(error, PermissionError)
            return replace(model, state=ModelState.OFFLINE if is_closed else ModelState.DAMAGED)

        def with_findings(entries: tuple[LibraryEntry, ...]) -> tuple[LibraryEntry, ...]:
            return tuple(
                _checked(entry, parts, at=self._clock()) if _is_of(entry, files.paths) else entry for entry in entries
            )

        try:
            return self._listed(self._file.change(with_findings), files.paths)
        except LibraryNotSaved:
            return self._listed(with_findings(self._file.entries()), files.paths)

    def _listed(self, entries: tuple[LibraryEntry, ...], paths: tuple[Path, ...]) -> LibraryModel:
        return next(registered_model(entry) for entry in entries if _is_of(entry, paths))

    def _is_ours(self, path: Path) -> bool:
        """Whether the file, or the link, itself lies in our models folder."""
        return real_path(path.parent).is_relative_to(real_path(self._models_folder))

    def _remove_empty_folders(self, folder: Path) -> None:
        while self._is_ours(folder) and real_path(folder) != real_path(self._models_folder):
            with contextlib.suppress(OSError):
                folder.rmdir()
            if folder.exists():
                return
            folder = folder.parent


def _has_moved_to(entry: LibraryEntry, parts: Sequence[LibraryFilePart]) -> bool:
    """Whether an entry's files, which are gone, are these: by names, sizes, and hashes where both are known."""
    if entry.is_forgotten or len(entry.files) != len(parts):
        return False
    return all(
        Path(old.path).name == Path(new.path).name
        and old.size_bytes == new.size_bytes
        and (not old.sha256 or not new.sha256 or old.sha256 == new.sha256)
        and not is_file(full_path(Path(old.path)))
        for old, new in zip(entry.files, parts, strict=True)
    )


@cache
def _shipped_in(folder: Path) -> FoundModels:
    """Return the one look at what is shipped: a library is made for each list, and the header is not small."""
    return FoundModels(folder, ModelOrigin.BUILT_IN)


def _read_headers(files: ModelFiles) -> GgufHeader:
    """Check every file and return the header of the first."""
    if not files.has_storable_name:
        raise ModelFileIsUnreadable(files.first, details="its path is not valid Unicode: rename it")
    missing = files.missing()
    if len(missing) == len(files.paths):
        raise ModelFileIsMissing(files.first)
    if missing:
        raise ModelIsIncomplete(files.stem, [path.name for path in missing])
    try:
        headers = [read_header(path) for path in files.paths]
        for path, header in zip(files.paths, headers, strict=True):
            check_written(path, header)
    except OSError as error:
        raise ModelFileIsUnreadable(files.first, details=str(error)) from error
    unfit = not_a_chat_model(headers[0], files.first.name)
    if unfit is not None:
        raise unfit
    return headers[0]


def _checked(entry: LibraryEntry, parts: tuple[LibraryFilePart, ...], *, at: float) -> LibraryEntry:
    if not is_as_recorded(entry, parts):
        return msgspec.structs.replace(entry, is_damaged=True, verified_at=at)
    return msgspec.structs.replace(entry, files=parts, is_damaged=False, verified_at=at)


def _is_of(entry: LibraryEntry, paths: tuple[Path, ...]) -> bool:
    return _same_file(Path(entry.files[0].path), paths[0])


def _same_file(one: Path, other: Path) -> bool:
    return one == other or real_path(one) == real_path(other)


# Names of models: unique without regard to capitals, and found by what a person types.

_CLOSE_MATCHES = 3
_CLOSENESS = 0.4


def unique_name(wanted: str, taken: Iterable[str]) -> str:
    """Return `wanted`, or with the first number behind it (`name-2`) that makes it unique."""
    used = {name.casefold() for name in taken}
    name, number = wanted, 1
    while name.casefold() in used:
        number += 1
        name = f"{wanted}-{number}"
    return name


def model_named(models: Sequence[LibraryModel], name: str) -> LibraryModel:
    """Return the model whose name, or else whose file's name, this is; capitals matter only between several.

    Raises `NoSuchModel` with names like it, and `AmbiguousModelName`.
    """
    wanted = name.casefold()
    for matches in (
        [model for model in models if model.name == name],
        [model for model in models if model.name.casefold() == wanted],
        [model for model in models if model.path.name.casefold() == wanted],
    ):
        if len(matches) > 1:
            raise AmbiguousModelName(name, [_told_apart(model, matches) for model in matches])
        if matches:
            return matches[0]
    names = {model.name.casefold(): model.name for model in models}
    import difflib  # seldom needed

    close = difflib.get_close_matches(wanted, list(names), n=_CLOSE_MATCHES, cutoff=_CLOSENESS)
    raise NoSuchModel(name, close_matches=[names[match] for match in close])


def _told_apart(model: LibraryModel, matches: Sequence[LibraryModel]) -> str:
    same_name = sum(match.name == model.name for match in matches)
    return model.name if same_name == 1 else str(model.path)
