"""Takes the objects of a large JSON array out of a stream, one at a time: a file of many GB needs little memory.

Every byte is looked at once, whatever the file holds: what a chunk ends in the middle of (a string, an escape) is
remembered, not scanned again with the next one.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator
from typing import IO, Any, TypeVar

import msgspec
from msgspec import inspect

_CHUNK_BYTES = 1 << 20
LARGEST_OBJECT_BYTES = 256 << 20
"""No conversation is larger than this."""
MOST_TOKENS = 12_000_000
"""Strings, brackets and commas of one conversation: two bytes of a file may become seventy in memory."""

# What a string holds, and its end if it is there. Possessive, or an escape would cost memory to go back to.
_IN_STRING = rb'[^"\\]*+(?:\\.[^"\\]*+)*+("?)'
_REST_OF_STRING = re.compile(_IN_STRING, re.DOTALL)
_TOKEN = re.compile(rb'"' + _IN_STRING + rb"|[{}\[\],]", re.DOTALL)
_QUOTE, _COMMA, _OPEN_OBJECT, _OPEN_ARRAY = b'",{['


class ObjectIsTooLarge(Exception):
    """An object of the array, or what stands before it, is beyond `LARGEST_OBJECT_BYTES` or `MOST_TOKENS`."""


class StreamIsCut(Exception):
    """The stream ends before the array does, or holds no array."""


def array_objects(
    stream: IO[bytes], *, on_bytes: Callable[[int], None], largest_bytes: int = LARGEST_OBJECT_BYTES
) -> Iterator[bytearray]:
    """Yield each object of the first array of objects in a stream: its own, or one in the outermost object.

    What stands outside that array is passed over. `on_bytes` hears how much has been read, and may raise to end it.
    Raises `ObjectIsTooLarge`, `StreamIsCut`.
    """
    found: bytearray | None = None  # the object that is being read
    depth = array_depth = 0
    is_in_string = is_in_escape = False
    read = ended = tokens = 0
    while chunk := stream.read(_CHUNK_BYTES):
        on_bytes(read + len(chunk))
        place = begin = 0
        if is_in_string:
            rest = _REST_OF_STRING.match(chunk, int(is_in_escape))
            assert rest is not None, "it matches nothing, too"
            place = rest.end()
            is_in_string = not rest[1]
            is_in_escape = is_in_string and place < len(chunk)
        if not is_in_string:
            for token in _TOKEN.finditer(chunk, place):
                tokens += 1
                kind = chunk[token.start()]
                if kind == _QUOTE:
                    if not token[1]:
                        is_in_string = True
                        is_in_escape = token.end() < len(chunk)
                        break
                elif kind == _OPEN_OBJECT:
                    depth += 1
                    if array_depth and depth == array_depth + 1:
                        found, begin = bytearray(), token.start()
                elif kind == _OPEN_ARRAY:
                    depth += 1
                    if not array_depth and depth <= 2:
                        array_depth = depth
                elif kind != _COMMA:
                    depth -= 1
                    if found is not None and depth == array_depth:
                        found += memoryview(chunk)[begin : token.end()]
                        yield found
                        found = None
                        ended, tokens = read + token.end(), 0
                    if array_depth and depth < array_depth:
                        return
        if found is not None:
            found += memoryview(chunk)[begin:]
        read += len(chunk)
        if read - ended > largest_bytes or tokens > MOST_TOKENS:
            raise ObjectIsTooLarge
    raise StreamIsCut


# Reads objects of other apps, whose exports have no published form: what is not as expected is passed over.
#
# Most objects are as expected and are decoded at once. In others a null stands where a list should, an emoji was cut
# in half, a number is a text; there only that part is left out, and what the object cannot be without is still
# required.

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
