"""What a chat template's syntax tree says about its switches. Nothing is rendered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateError, meta, nodes, pass_context
from jinja2.ext import Extension, do, loopcontrols
from jinja2.parser import Parser
from jinja2.sandbox import SandboxedEnvironment

_MAX_CHARACTERS = 200_000
"""Far above any real template (the longest is near 20,000); of a longer one only this much is looked at."""
_CODE_BEGIN = re.compile(r"\{[{%]")
_CODE_END = re.compile(r"[%}]\}")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_NAME = re.compile(r"(?<![\w.])[A-Za-z_]\w*")


class _GenerationBlock(Extension):
    """`{% generation %}`, which marks what the assistant said and renders its body."""

    tags = {"generation"}  # noqa: RUF012 - declared so by the base class

    def parse(self, parser: Parser) -> nodes.Node:
        """Parse the block as its body."""
        line = next(parser.stream).lineno
        return nodes.Scope(parser.parse_statements(("name:endgeneration",), drop_needle=True), lineno=line)


@pass_context
def _unknown_result(*_: object) -> None:
    """Stand for any filter or test. What depends on the context cannot be computed while a template is only read."""


class _AnyName(dict[str, Any]):
    """Holds every filter, or every test, that a template may name."""

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Callable[..., object]:
        return _unknown_result

    def get(self, _name: str, _default: object = None) -> Callable[..., object]:
        """Return what stands for it."""
        return _unknown_result


class _UncomputedEnvironment(SandboxedEnvironment):
    """Reads templates without computing anything in them.

    Jinja computes constant expressions when it looks for variables: a stranger's `9**9**9`, or a filter that builds
    gigabytes, would run then.
    """

    intercepted_binops = frozenset(SandboxedEnvironment.default_binop_table)
    intercepted_unops = frozenset(SandboxedEnvironment.default_unop_table)

    def __init__(self) -> None:
        super().__init__(extensions=[loopcontrols, do, _GenerationBlock], autoescape=True, optimized=False)
        self.filters = _AnyName()
        self.tests = _AnyName()


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """The variables that a template takes, and how it uses them."""

    text: str
    variables: frozenset[str]
    """Names that whoever renders the template may set."""
    compared: Mapping[str, frozenset[str]]
    """For each name the texts that it is compared with."""
    defaults: Mapping[str, frozenset[str]]
    """For each name the texts that it may get when it is not set."""
    refused: frozenset[str]
    """Names that alone can make the template raise an error."""
    texts: Mapping[str, str]
    """Names that the template sets to a text, such as a default system message."""


def read_template(template: str) -> TemplateFacts:
    """Return the facts about a template; of one that cannot be parsed, only the names in its code. Never raises."""
    template = template[:_MAX_CHARACTERS]
    try:
        return _facts(template)
    except (TemplateError, ArithmeticError, RuntimeError, MemoryError, ValueError, TypeError, LookupError):
        code = _QUOTED.sub("", " ".join(_code_in(template)))
        return TemplateFacts(template, frozenset(_NAME.findall(code)), {}, {}, frozenset(), {})


def _code_in(template: str) -> Iterator[str]:
    begin = _CODE_BEGIN.search(template)
    while begin is not None and (end := _CODE_END.search(template, begin.end())) is not None:
        yield template[begin.end() : end.start()]
        begin = _CODE_BEGIN.search(template, end.end())


def _facts(template: str) -> TemplateFacts:
    tree = _UncomputedEnvironment().parse(template)
    compared = _gathered(_comparisons(tree))
    defaults = _gathered(_defaults(tree))
    refused = frozenset(_refused(tree))
    texts = dict(_assigned_texts(tree.find_all(nodes.Assign)))
    variables = frozenset(meta.find_undeclared_variables(tree))
    return TemplateFacts(template, variables, compared, defaults, refused, texts)


def _gathered(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    gathered: defaultdict[str, set[str]] = defaultdict(set)
    for name, text in pairs:
        gathered[name].add(text)
    return {name: frozenset(texts) for name, texts in gathered.items()}


def _text(node: nodes.Node) -> str | None:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None


def _names(node: nodes.Node) -> frozenset[str]:
    own = {node.name} if isinstance(node, nodes.Name) else set()
    return frozenset(own | {name.name for name in node.find_all(nodes.Name)})


def _comparisons(tree: nodes.Template) -> Iterator[tuple[str, str]]:
    for comparison in tree.find_all(nodes.Compare):
        texts = [text for constant in comparison.find_all(nodes.Const) if (text := _text(constant)) is not None]
        for name in _names(comparison.expr):
            yield from ((name, text) for text in texts)


def _assigned_texts(statements: Iterable[nodes.Node]) -> Iterator[tuple[str, str]]:
    for statement in statements:
        if isinstance(statement, nodes.Assign) and isinstance(statement.target, nodes.Name):
            text = _text(statement.node)
            if text is not None:
                yield statement.target.name, text


def _defaults(tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """Find `set x = 'd'` where `x` was tested, `x if … else 'd'`, and `x | default('d')`."""
    for choice in tree.find_all(nodes.If):
        tested = _names(choice.test)
        yield from ((name, text) for name, text in _assigned_texts(choice.body) if name in tested)
    for expression in tree.find_all(nodes.CondExpr):
        text = _text(expression.expr2) if expression.expr2 is not None else None
        if text is not None:
            yield from ((name, text) for name in _names(expression.expr1))
    for use in tree.find_all(nodes.Filter):
        text = _text(use.args[0]) if use.name == "default" and use.args else None
        if text is not None and isinstance(use.node, nodes.Name):
            yield use.node.name, text


def _refused(tree: nodes.Template) -> Iterator[str]:
    for choice in tree.find_all(nodes.If):
        for branch in (choice, *choice.elif_):
            tested = _names(branch.test)
            if len(tested) == 1 and any(map(_raises, branch.body)):
                yield from tested


def _raises(statement: nodes.Node) -> bool:
    calls = statement.find_all(nodes.Call) if isinstance(statement, nodes.Output) else ()
    return any(isinstance(call.node, nodes.Name) and call.node.name == "raise_exception" for call in calls)
