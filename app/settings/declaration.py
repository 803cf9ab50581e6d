"""One setting as a form sees it: read from the schema, so that nothing is declared twice."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from app.settings.schema import Settings


@dataclass(frozen=True, slots=True)
class SettingDeclaration:
    """Name, words, default and range of a setting; `choices` are (value, label). Words are untranslated."""

    name: str
    label: str
    description: str
    default: object
    is_optional: bool
    """`None` is allowed, and leaves the value to the model."""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, name: str) -> SettingDeclaration:
        """Return the declaration of one setting; `LookupError` if there is none of this name."""
        for declaration in cls.all():
            if declaration.name == name:
                return declaration
        raise LookupError(f"no setting {name!r}")

    @classmethod
    def all(cls) -> tuple[SettingDeclaration, ...]:
        """Return every setting in the order of the schema."""
        described = msgspec.inspect.type_info(Settings)
        assert isinstance(described, msgspec.inspect.StructType)
        return tuple(_declared(field) for field in described.fields)


def _declared(field: msgspec.inspect.Field) -> SettingDeclaration:
    declared = field.type
    words: dict[str, str] = {}
    extra: dict[str, dict[str, str]] = {}
    if isinstance(declared, msgspec.inspect.Metadata):
        words = {key: str(value) for key, value in (declared.extra_json_schema or {}).items()}
        extra = declared.extra or {}
        declared = declared.type
    is_optional = isinstance(declared, msgspec.inspect.UnionType)
    if isinstance(declared, msgspec.inspect.UnionType):
        declared = next(part for part in declared.types if not isinstance(part, msgspec.inspect.NoneType))
    minimum = maximum = None
    if isinstance(declared, msgspec.inspect.IntType | msgspec.inspect.FloatType):
        minimum = declared.ge if declared.ge is not None else declared.gt
        maximum = declared.le if declared.le is not None else declared.lt
    return SettingDeclaration(
        name=field.name,
        label=words.get("title", ""),
        description=words.get("description", ""),
        default=field.default,
        is_optional=is_optional,
        minimum=minimum,
        maximum=maximum,
        choices=tuple((str(value), label) for value, label in extra.get("choices", {}).items()),
    )
