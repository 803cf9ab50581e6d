"""The settings on disk: one JSON object, read forgivingly and written atomically.

What forbids stays forbidding: where the value of such a setting cannot be read, or may be lost, what it declares as
`closed` holds.
"""

from __future__ import annotations

import codecs
import contextlib
import datetime as dt
import re
import threading
import typing
from collections.abc import Iterable
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import is_file, may_be_there, read_file
from app.settings.declaration import SettingDeclaration
from app.settings.errors import SettingIsInvalid, SettingsNotRead, SettingsNotSaved
from app.settings.schema import Settings

# JSON as people and editors leave it, with marks, comments, trailing commas; and what is left of a broken one.

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"') | dict.fromkeys("\u2018\u2019", "'"))
_TOKEN = (
    r'"(?:\\.|[^"\\\n])*"'
    r"|'(?P<single>(?:\\.|[^'\\\n])*)'"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/|\#[^\n]*)"
    r"|(?P<comma>,(?=(?:\s|//[^\n]*\n|/\*.*?\*/|\#[^\n]*\n)*[}\]]))"
    r"|(?P<word>[A-Za-z_]\w*)"
)
_LITERALS = {"true": "true", "false": "false", "null": "null", "none": "null"}
_WORDS = {"yes": "true", "on": "true", "no": "false", "off": "false", **_LITERALS}


class ForgivenJson(msgspec.Struct, frozen=True):
    """The values of an object by their names, in JSON; what cannot be read as a whole has those that can be found.

    `lost_names` are those that stand there, or may have stood there, without a value.
    """

    values: dict[str, msgspec.Raw]
    is_whole: bool = True
    has_comments: bool = False
    lost_names: frozenset[str] = frozenset()


def forgiven(content: bytes, names: Iterable[str]) -> ForgivenJson:
    """Return what a file holds, mended where no doubt is possible; else what is found of the `names`."""
    values = _object(content)
    if values is not None:
        return ForgivenJson(values)
    text = _text(content)
    straight = text.translate(_QUOTES)
    for candidate in (text, straight):
        mended, has_comments = _mended(candidate)
        values = _object(mended.encode("utf-8", "replace"))
        if values is not None:
            return ForgivenJson(values, has_comments=has_comments)
    return _salvaged(_without_comments(straight), names)


def _object(content: bytes) -> dict[str, msgspec.Raw] | None:
    try:
        return msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _text(content: bytes) -> str:
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")
    if not encoding and content.count(0) * 3 > len(content):
        encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.strip("\0\ufeff\u200b \t\r\n")


def _mended(text: str) -> tuple[str, bool]:
    has_comments = False

    def mended(match: re.Match[str]) -> str:
        nonlocal has_comments
        if match["comment"] is not None:
            has_comments = True
            return " "
        if match["comma"] is not None:
            return ""
        if match["single"] is not None:
            return '"' + match["single"].replace("\\'", "'").replace('"', '\\"') + '"'
        if match["word"] is not None:
            return _LITERALS.get(match["word"].lower(), f'"{match["word"]}"')
        return match[0]

    return re.sub(_TOKEN, mended, text, flags=re.DOTALL), has_comments


def _without_comments(text: str) -> str:
    return re.sub(_TOKEN, lambda match: " " if match["comment"] is not None else match[0], text, flags=re.DOTALL)


def _salvaged(text: str, names: Iterable[str]) -> ForgivenJson:
    values: dict[str, msgspec.Raw] = {}
    lost: set[str] = set()
    may_be_cut = not text.endswith("}")
    for name in names:
        found = [_value(text, match.end()) for match in re.finditer(rf"(?<!\w){name}(?!\w)[\"']?\s*[:=]\s*", text)]
        sound = [value for value in found if value is not None]
        if len(set(sound)) == 1:
            values[name] = msgspec.Raw(sound[0].encode())
        if len(set(sound)) != 1 and (found or name in text or may_be_cut):
            lost.add(name)
    return ForgivenJson(values, is_whole=False, lost_names=frozenset(lost))


def _value(text: str, start: int) -> str | None:
    """Return the JSON of the value that begins there, `None` if it cannot be told where it ends."""
    import json  # hardly a file needs that, and every start would wait for it

    single = re.compile(r"'((?:\\.|[^'\\\n])*)'").match(text, start)
    if single is not None:
        return json.dumps(single[1])
    word = re.compile(r"[A-Za-z][\w.-]*(?=\s|[,}]|\Z)").match(text, start)
    if word is not None:
        is_at_end = word.end() == len(text)
        known = _WORDS.get(word[0].lower())
        return known or (None if is_at_end else f'"{word[0]}"')
    try:
        value, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    is_number_at_end = end == len(text) and isinstance(value, int | float) and not isinstance(value, bool)
    return None if is_number_at_end else json.dumps(value)  # more digits may have followed


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
