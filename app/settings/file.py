"""The settings on disk: one JSON object, read forgivingly and written atomically.

What forbids stays forbidding: where the value of such a setting cannot be read, or may be lost, what it declares as
`closed` holds.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import typing
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import is_file, may_be_there, read_file
from app.settings.declaration import SettingDeclaration
from app.settings.errors import SettingIsInvalid, SettingsNotRead, SettingsNotSaved
from app.settings.forgiving_json import ForgivenJson, forgiven
from app.settings.schema import Settings

_TYPES: dict[str, typing.Any] = typing.get_type_hints(Settings, include_extras=True)
_NOTHING_READ = ForgivenJson({}, is_whole=False, lost_names=frozenset(_TYPES))


class SettingsFile:
    """Keeps `Settings` at `path`.

    What this version does not understand, unknown names and invalid values alike, stays in the file untouched until
    the setting of that name is changed: a newer version may know it. Any thread may call.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept_beside: Path | None = None
        self._trouble: SettingsNotRead | None = None
        self._lock = threading.Lock()

    @property
    def path(self) -> Path:
        return self._path

    @property
    def kept_beside(self) -> Path | None:
        """Where this object has kept a file as it was, whose comments or broken parts would be lost otherwise."""
        return self._kept_beside

    @property
    def trouble(self) -> SettingsNotRead | None:
        """What could not be read, as `load` or `update` has found it last, and what holds therefore."""
        return self._trouble

    def load(self) -> Settings:
        """Return the settings; defaults for what is missing or invalid, but what forbids. Never raises.

        A file that cannot be read as a whole is kept beside itself under a dated name, and what can be read of it is
        written in its place, so that the next one who reads it forbids the same.
        """
        with self._lock:
            read = self._read()
            if not read.is_whole:
                with contextlib.suppress(OSError):  # it stays as it is then, and everybody reads the same of it
                    read = self._put_aside(read)
            return self._settings_from(read)

    def update(self, **changes: object) -> Settings:
        """Change the named settings, write the file and return all of them.

        Raises `SettingIsInvalid`, `SettingsNotSaved` (the file is then as before), and `TypeError` for a name that no
        setting has.
        """
        encoded = {name: _encoded(name, value) for name, value in changes.items()}
        with self._lock:
            try:
                read = self._read()
                if not read.is_whole:
                    read = self._put_aside(read)
                elif read.has_comments:
                    self._keep_beside("with-comments")
                stored = ForgivenJson({**read.values, **encoded})
                self._write(stored.values)
            except OSError as error:
                raise SettingsNotSaved(self._path, details=f"{type(error).__name__}: {error}") from error
            return self._settings_from(stored)

    def _read(self) -> ForgivenJson:
        try:
            return forgiven(read_file(self._path), _TYPES)
        except (FileNotFoundError, NotADirectoryError):
            return ForgivenJson({})
        except OSError:
            return _NOTHING_READ

    def _put_aside(self, read: ForgivenJson) -> ForgivenJson:
        """Keep a broken file beside and write what is left of it; raises `OSError` with the file in its place."""
        kept = self._keep_beside("broken")
        values = {name: value for name, value in read.values.items() if _decoded(name, value) is not _UNREADABLE}
        for name, value in _closed_by(read.lost_names).items():
            values[name] = msgspec.Raw(msgspec.json.encode(value))
        values["broken_settings"] = msgspec.Raw(msgspec.json.encode(kept.name))
        self._write(values)
        return ForgivenJson(values)

    def _keep_beside(self, why: str) -> Path:
        moment = dt.datetime.now().strftime("%Y-%m-%d_%H-%M-%S-%f")
        target = self._path.with_name(f"{self._path.stem}.{why}-{moment}{self._path.suffix}")
        if is_file(self._path):
            write_atomically(target, read_file(self._path))
        else:  # a pipe, a folder: nothing is read of it, and nothing can be written in its place
            self._path.rename(target)
        self._kept_beside = target
        return target

    def _write(self, values: dict[str, msgspec.Raw]) -> None:
        content = msgspec.json.format(msgspec.json.encode(values), indent=2) + b"\n"
        write_atomically(self._path, content, makes_folders=True)

    def _settings_from(self, read: ForgivenJson) -> Settings:
        valid: dict[str, typing.Any] = {}
        unread = set(read.lost_names)
        for name in _TYPES:
            if name in read.values:
                value = _decoded(name, read.values[name])
                if value is _UNREADABLE:
                    unread.add(name)
                else:
                    valid[name] = value
        closed = _closed_by(unread)
        settings = Settings(**{**valid, **closed})
        broken = self._path.with_name(settings.broken_settings) if settings.broken_settings else None
        is_told = broken is None or not may_be_there(broken)
        self._trouble = None
        if not is_told or closed or not read.is_whole:
            as_it_was = self._path if broken is None or is_told else broken
            self._trouble = SettingsNotRead(as_it_was, stays_offline=settings.stay_offline)
        return settings


def with_changes(settings: Settings, **changes: object) -> Settings:
    """Return settings with other values, as they would be read from the file.

    Raises `SettingIsInvalid`, and `TypeError` for a name that no setting has.
    """
    values = {name: msgspec.json.decode(_encoded(name, value), type=_TYPES[name]) for name, value in changes.items()}
    return msgspec.structs.replace(settings, **values)


_UNREADABLE = object()


def _decoded(name: str, value: msgspec.Raw) -> typing.Any:
    """Return the value of a setting, `_UNREADABLE` if it is none; words for true and false are."""
    if name not in _TYPES:
        return None
    for strict in (True, False):
        try:
            return msgspec.json.decode(value, type=_TYPES[name], strict=strict)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
    return _UNREADABLE


def _closed_by(unread: typing.Iterable[str]) -> dict[str, object]:
    """Return the settings that hold another value while these cannot be read."""
    closed: dict[str, object] = {}
    for name in unread:
        closed.update(dict(SettingDeclaration.of(name).closed))
    return closed


def _encoded(name: str, value: object) -> msgspec.Raw:
    if name not in _TYPES:
        raise TypeError(f"no setting is called {name!r}")
    try:
        encoded = msgspec.json.encode(value)
        msgspec.json.decode(encoded, type=_TYPES[name])
    except (msgspec.MsgspecError, TypeError, UnicodeEncodeError) as error:
        raise SettingIsInvalid(name, SettingDeclaration.of(name).label, details=str(error)) from error
    return msgspec.Raw(encoded)
