"""Jinja as chat templates are written for, in a sandbox without giant values; sources of texts come through.

A text that is a `SourcedText` stays one: its methods are its own, and what of Jinja knows of strings only (filters,
`~`, blocks, JSON, what is written of lists and objects) is seen to here. Without such a text nothing differs.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import jinja2
import jinja2.ext
import jinja2.nodes
import jinja2.parser
import jinja2.sandbox
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.filters import make_attrgetter

from app.inference.sourced_text import SafeText, SourcedText, has_source, joined, tainted, with_literals

_MAX_REPEATED = 10_000_000
_JSON_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_PYTHON_TEXT = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


class _GenerationTag(jinja2.ext.Extension):
    """`{% generation %}…{% endgeneration %}` marks the assistant's part for training; it renders its body.

    The body is one of a call block, as with the reference: what it sets is not seen behind it.
    """

    tags = {"generation"}  # noqa: RUF012 - Jinja reads a plain set

    def parse(self, parser: jinja2.parser.Parser) -> jinja2.nodes.Node:
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endgeneration",), drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("_rendered"), [], [], body).set_lineno(line)

    @staticmethod
    def _rendered(caller: Callable[[], str]) -> str:
        return caller()


class _SourcedConcat(CodeGenerator):
    """Writes `a ~ b` as a call of the sandbox's own."""

    def visit_Concat(self, node: jinja2.nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write the expression."""
        self.write("environment.concat(map(environment.written, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")))")


class TemplateSandbox(jinja2.sandbox.SandboxedEnvironment):
    """No single operation can build a giant value, and none loses the source of a text."""

    intercepted_binops = frozenset({"*", "**", "%"})
    code_generator_class = _SourcedConcat

    def __init__(self) -> None:
        super().__init__(
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.loopcontrols", _GenerationTag],
            finalize=self.written,
        )
        self.filters = {name: _with_sources(one) for name, one in self.filters.items()}
        self.filters["safe"] = lambda value: SafeText(self.written(value))
        self.filters["tojson"] = _tojson
        self.filters["join"] = _join
        self.filters["indent"] = _indent
        self.globals["raise_exception"] = _raise_exception

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """Return the pieces put together."""
        pieces = list(pieces)
        return joined(pieces) if any(isinstance(one, SourcedText) for one in pieces) else "".join(pieces)

    @staticmethod
    def written(value: Any) -> Any:
        """Return the value as it is put into the prompt."""
        if isinstance(value, str):
            return value
        text = str(value)
        return with_literals(text, _PYTHON_TEXT, _texts_in(value), _in_python) if has_source(value) else text

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse repetitions and powers beyond any honest use."""
        for repeated, times in ((left, right), (right, left)):
            is_repetition = operator == "*" and isinstance(repeated, (str, list, tuple)) and isinstance(times, int)
            if is_repetition and len(repeated) * times > _MAX_REPEATED:
                raise SecurityError("a repetition is too large")
        is_power = operator == "**" and isinstance(left, int) and isinstance(right, int)
        if is_power and (abs(right) > 64 or abs(left) > 1_000_000):
            raise SecurityError("a power is too large")
        result = super().call_binop(context, operator, left, right)
        return tainted(result, [left, right]) if operator == "%" else result

    def call(__self, __context: jinja2.runtime.Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call a method or function; those of strings keep sources."""
        method = getattr(__obj, "__wrapped__", __obj)
        owner = getattr(method, "__self__", None)
        if not isinstance(owner, str):
            return super().call(__context, __obj, *args, **kwargs)
        if method.__name__ == "join" and len(args) == 1:
            return _join(__self, args[0], owner)
        result = super().call(__context, __obj, *args, **kwargs)
        is_known = isinstance(result, SourcedText) and method.__name__ != "format"
        return result if is_known else tainted(result, [owner, args, kwargs])


def _with_sources(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def sourced_filter(*arguments: Any, **options: Any) -> Any:
        result = function(*arguments, **options)
        if isinstance(result, SourcedText) or any(result is one for one in arguments):
            return result
        return tainted(result, [arguments, options])

    return sourced_filter


@jinja2.pass_environment
def _join(environment: jinja2.Environment, value: Iterable[Any], d: str = "", attribute: Any = None) -> str:
    """Put values together as Jinja's own filter does."""
    if attribute is not None:
        value = map(make_attrgetter(environment, attribute), value)
    return _put_between(str(d), list(map(str, value)))


def _indent(s: str, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    """Indent lines as Jinja's own filter does, which forgets the sources of all but the first."""
    margin = width if isinstance(width, str) else " " * width
    head, *lines = (s + "\n").splitlines()
    text = _put_between("\n", [head, *(margin + line if line or blank else line for line in lines)])
    return margin + text if first else text


def _put_between(separator: str, pieces: list[str]) -> str:
    between = [separator] * (2 * len(pieces) - 1)
    between[::2] = pieces
    return TemplateSandbox.concat(between)


def _raise_exception(message: str) -> None:
    raise jinja2.TemplateError(message)


def _tojson(
    value: object,
    ensure_ascii: bool = False,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    """Write JSON as the reference's filter does, whose arguments are these, in this order."""
    text = json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)
    if not has_source(value):
        return text
    texts = _texts_in(value, is_json=True, sort_keys=sort_keys)
    return with_literals(text, _JSON_TEXT, texts, lambda one: json.dumps(one, ensure_ascii=ensure_ascii)[1:-1])


def _texts_in(value: Any, *, is_json: bool = False, sort_keys: bool = False) -> Iterator[str]:
    """Yield the texts in a value in the order in which they are written."""
    match value:
        case str():
            yield value
        case list() | tuple():
            for one in value:
                yield from _texts_in(one, is_json=is_json, sort_keys=sort_keys)
        case dict():
            for key, one in sorted(value.items()) if sort_keys else value.items():
                if is_json or isinstance(key, str):
                    yield str(key)
                yield from _texts_in(one, is_json=is_json, sort_keys=sort_keys)


def _in_python(character: str) -> str:
    return repr(character)[1:-1]
