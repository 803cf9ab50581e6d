"""One setting as a form sees it: read from the schema, so that nothing is declared twice."""

from __future__ import annotations

import enum
from functools import cache
from typing import Any

import msgspec

from app.settings.choices import KeyChoice, SettingsGroup
from app.settings.schema import Settings
from app.settings.search_words import SEARCH_WORDS


class SettingKind(enum.Enum):
    """Decides which control a form shows."""

    SWITCH = "switch"
    CHOICE = "choice"
    """One of `SettingDeclaration.choices`."""
    WHOLE_NUMBER = "whole number"
    NUMBER = "number"
    TEXT = "text"
    PROSE = "prose"
    """A text of several lines."""
    LIST = "list"
    """Several texts."""
    KEYS = "keys"
    """The keys of the window's actions."""


class SettingDeclaration(msgspec.Struct, frozen=True):
    """Name, words, default and range of a setting; `choices` are (value, label). Words are untranslated.

    `unit` stands behind the number, `zero` is said instead of 0, a form shows the number `times` as large, and an arrow
    key adds a `step`, `None` for what suits the range.
    """

    name: str
    label: str
    description: str
    default: object
    is_optional: bool
    """`None` is allowed, and leaves the value to the model."""
    minimum: float | None = None
    maximum: float | None = None
    is_minimum_excluded: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    kind: SettingKind = SettingKind.TEXT
    group: SettingsGroup = SettingsGroup.REMEMBERED
    unit: str = ""
    zero: str = ""
    times: int = 1
    step: float | None = None
    closed: tuple[tuple[str, object], ...] = ()
    """Settings and the values that they have while what was written for this one cannot be read."""
    search_words: str = ""
    """What else people call it."""

    @classmethod
    def of(cls, name: str) -> SettingDeclaration:
        """Return the declaration of one setting; `LookupError` if there is none of this name."""
        for declaration in cls.all():
            if declaration.name == name:
                return declaration
        raise LookupError(f"no setting {name!r}")

    @classmethod
    @cache
    def all(cls) -> tuple[SettingDeclaration, ...]:
        """Return every setting in the order of the schema, read from it once: a form asks for each of its fields."""
        described = msgspec.inspect.type_info(Settings)
        assert isinstance(described, msgspec.inspect.StructType)
        return tuple(_declared(field) for field in described.fields)


def _declared(field: msgspec.inspect.Field) -> SettingDeclaration:
    declared = field.type
    words: dict[str, str] = {}
    extra: dict[str, Any] = {}
    if isinstance(declared, msgspec.inspect.Metadata):
        words = {key: str(value) for key, value in (declared.extra_json_schema or {}).items()}
        extra = declared.extra or {}
        declared = declared.type
    is_optional = isinstance(declared, msgspec.inspect.UnionType)
    if isinstance(declared, msgspec.inspect.UnionType):
        declared = next(part for part in declared.types if not isinstance(part, msgspec.inspect.NoneType))
    minimum = maximum = None
    is_minimum_excluded = False
    if isinstance(declared, msgspec.inspect.IntType | msgspec.inspect.FloatType):
        minimum = declared.ge if declared.ge is not None else declared.gt
        is_minimum_excluded = declared.gt is not None
        maximum = declared.le if declared.le is not None else declared.lt
    choices = tuple((str(value), label) for value, label in extra.get("choices", {}).items())
    return SettingDeclaration(
        name=field.name,
        label=words.get("title", field.name),
        description=words.get("description", ""),
        default=field.default if field.default is not msgspec.NODEFAULT else field.default_factory(),
        is_optional=is_optional,
        minimum=minimum,
        maximum=maximum,
        is_minimum_excluded=is_minimum_excluded,
        choices=choices,
        kind=SettingKind.CHOICE if choices else SettingKind.PROSE if extra.get("is_prose") else _kind(declared),
        group=SettingsGroup(extra.get("group", SettingsGroup.REMEMBERED)),
        unit=str(extra.get("unit", "")),
        zero=str(extra.get("zero", "")),
        times=int(extra.get("times", 1)),
        step=extra.get("step"),
        closed=tuple(extra.get("closed", {}).items()),
        search_words=SEARCH_WORDS.get(field.name, ""),
    )


def _kind(declared: msgspec.inspect.Type) -> SettingKind:
    match declared:
        case msgspec.inspect.BoolType():
            return SettingKind.SWITCH
        case msgspec.inspect.IntType():
            return SettingKind.WHOLE_NUMBER
        case msgspec.inspect.FloatType():
            return SettingKind.NUMBER
        case msgspec.inspect.VarTupleType(item_type=msgspec.inspect.StructType(cls=cls)) if cls is KeyChoice:
            return SettingKind.KEYS
        case msgspec.inspect.VarTupleType():
            return SettingKind.LIST
        case _:
            return SettingKind.TEXT
