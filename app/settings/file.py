"""The settings on disk: one JSON object, read forgivingly and written atomically."""

from __future__ import annotations

import datetime as dt
import threading
import typing
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file
from app.settings.declaration import SettingDeclaration
from app.settings.errors import SettingIsInvalid, SettingsNotSaved
from app.settings.schema import Settings

_TYPES: dict[str, typing.Any] = typing.get_type_hints(Settings, include_extras=True)


class SettingsFile:
    """Keeps `Settings` at `path`.

    What this version does not understand, unknown names and invalid values alike, stays in the file untouched until
    the setting of that name is changed: a newer version may know it. Any thread may call.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._set_aside: Path | None = None
        self._lock = threading.Lock()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def set_aside(self) -> Path | None:
        """Where an unreadable file was moved by this object, if one was found."""
        return self._set_aside

    def load(self) -> Settings:
        """Return the settings; defaults for what is missing or invalid. Never raises.

        A file that is no JSON object is moved beside itself under a dated name.
        """
        return _settings_from(self._read())

    def update(self, **changes: object) -> Settings:
        """Change the named settings, write the file and return all of them.

        Raises `SettingIsInvalid`, `SettingsNotSaved` (the file is then as before), and `TypeError` for a name that no
        setting has.
        """
        encoded = {name: _encoded(name, value) for name, value in changes.items()}
        with self._lock:
            stored = {**self._read(), **encoded}
            content = msgspec.json.format(msgspec.json.encode(stored), indent=2) + b"\n"
            try:
                write_atomically(self._path, content, makes_folders=True)
            except OSError as error:
                raise SettingsNotSaved(self._path, details=f"{type(error).__name__}: {error}") from error
        return _settings_from(stored)

    def _read(self) -> dict[str, msgspec.Raw]:
        try:
            return msgspec.json.decode(read_file(self._path), type=dict[str, msgspec.Raw])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            self._move_aside()
            return {}

    def _move_aside(self) -> None:
        moment = dt.datetime.now().strftime("%Y-%m-%d_%H-%M-%S-%f")
        target = self._path.with_name(f"{self._path.stem}.broken-{moment}{self._path.suffix}")
        try:
            self._path.rename(target)
        except OSError:
            # Nothing more can be done, and starting with the defaults is better than not starting.
            return
        self._set_aside = target


def with_changes(settings: Settings, **changes: object) -> Settings:
    """Return settings with other values, as they would be read from the file.

    Raises `SettingIsInvalid`, and `TypeError` for a name that no setting has.
    """
    values = {name: msgspec.json.decode(_encoded(name, value), type=_TYPES[name]) for name, value in changes.items()}
    return msgspec.structs.replace(settings, **values)


def _settings_from(stored: dict[str, msgspec.Raw]) -> Settings:
    valid: dict[str, typing.Any] = {}
    for name, expected in _TYPES.items():
        if name not in stored:
            continue
        try:
            valid[name] = msgspec.json.decode(stored[name], type=expected)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
    return Settings(**valid)


def _encoded(name: str, value: object) -> msgspec.Raw:
    if name not in _TYPES:
        raise TypeError(f"no setting is called {name!r}")
    try:
        encoded = msgspec.json.encode(value)
        msgspec.json.decode(encoded, type=_TYPES[name])
    except (msgspec.MsgspecError, TypeError, UnicodeEncodeError) as error:
        raise SettingIsInvalid(name, SettingDeclaration.of(name).label, details=str(error)) from error
    return msgspec.Raw(encoded)
