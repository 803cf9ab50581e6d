"""Reads objects of other apps, whose exports have no published form: what is not as expected is passed over.

Most objects are as expected and are decoded at once. In others a null stands where a list should, an emoji was cut in
half, a number is a text; there only that part is left out, and what the object cannot be without is still required.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

T = TypeVar("T")
_MISFIT = object()


def decoded(found: bytearray, kind: type[T]) -> T:
    """Return a JSON object as a struct. Raises `ValueError` if it is none, or lacks what the struct requires."""
    try:
        return msgspec.json.decode(found, type=kind)
    except msgspec.DecodeError as error:  # `ValidationError` among them
        fitted = _fitted(_loaded(found), _type_info(kind))
        if fitted is _MISFIT:
            raise ValueError(str(error)) from error
        return msgspec.convert(fitted, kind)


_type_info: Callable[[Any], inspect.Type] = functools.cache(inspect.type_info)


def _loaded(found: bytearray) -> Any:
    """Return JSON as Python reads it, halves of characters replaced."""
    text = json.dumps(json.loads(found), ensure_ascii=False)
    return json.loads(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def _fitted(value: Any, kind: inspect.Type) -> Any:
    """Return what of a value is of this type, `_MISFIT` for nothing."""
    match kind:
        case inspect.StructType():
            return _fitted_struct(value, kind)
        case inspect.DictType():
            if not isinstance(value, dict):
                return _MISFIT
            found = {key: _fitted(one, kind.value_type) for key, one in value.items()}
            return {key: one for key, one in found.items() if one is not _MISFIT}
        case inspect.ListType():
            if not isinstance(value, list):
                return _MISFIT
            return [one for one in (_fitted(one, kind.item_type) for one in value) if one is not _MISFIT]
        case inspect.UnionType():
            fits = (_fitted(value, one) for one in kind.types)
            return next((one for one in fits if one is not _MISFIT), _MISFIT)
        case inspect.NoneType():
            return None if value is None else _MISFIT
        case inspect.BoolType():
            return value if isinstance(value, bool) else _MISFIT
        case inspect.IntType() | inspect.FloatType():
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            is_whole = isinstance(value, int) or isinstance(kind, inspect.FloatType)
            return value if is_number and is_whole else _MISFIT
        case inspect.StrType():
            return value if isinstance(value, str) else _MISFIT
        case inspect.RawType():  # whatever it is, nobody looks at it
            return msgspec.Raw(b"null")
    return value


def _fitted_struct(value: Any, kind: inspect.StructType) -> Any:
    if not isinstance(value, dict):
        return _MISFIT
    fitted: dict[str, Any] = {}
    for field in kind.fields:
        one = _fitted(value[field.encode_name], field.type) if field.encode_name in value else _MISFIT
        if one is not _MISFIT:
            fitted[field.encode_name] = one
        elif field.required:
            return _MISFIT
    return fitted
