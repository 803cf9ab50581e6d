"""Finds every text of the window in the source: what `tr()`, `translate()` and `translatable()` are given.

A setting's title and description are what it is declared with first, by what `on_page()` has returned.

`lupdate` knows only `tr()`. Errors, settings and other words declared in `app` are marked with `translatable()` and
looked up by the window in the context `app`; the command line stays English, so `app/cli` is left out.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

DECLARED = "app"
"""The context of words that are declared in one place and shown in another."""

_NOT_SHOWN = ("app/cli/",)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of the source language in its context; `is_counted` ones have plural forms."""

    context: str
    source: str
    is_counted: bool = False


@dataclass(slots=True)
class SourcePhrases:
    """What was found, with the file where each was found first, and the texts that cannot be found this way."""

    places: dict[Phrase, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, phrase: Phrase, place: str) -> None:
        """Note a phrase where it was found first."""
        self.places.setdefault(phrase, place)


def phrases_of(root: Path) -> SourcePhrases:
    """Return every phrase of the repository at `root`."""
    found = SourcePhrases()
    for path in sorted((*(root / "app").rglob("*.py"), *(root / "ui").rglob("*.py"))):
        name = path.relative_to(root).as_posix()
        if not name.startswith(_NOT_SHOWN):
            _Reader(name, ast.parse(path.read_text(encoding="utf-8")), found).read()
    recommended = "resources/recommended_models.json"
    for model in json.loads((root / recommended).read_text(encoding="utf-8")):
        found.add(Phrase(DECLARED, model["why"]), recommended)
    return found


class _Reader:
    """Reads one module."""

    def __init__(self, name: str, tree: ast.Module, found: SourcePhrases) -> None:
        self._name = name
        self._tree = tree
        self._found = found
        self._speakers = dict(_speakers(tree))
        self._constants = dict(_constants(tree))
        self._pages = {
            statement.targets[0].id
            for statement in tree.body
            if isinstance(statement, ast.Assign)
            and isinstance(statement.targets[0], ast.Name)
            and isinstance(statement.value, ast.Call)
            and _called(statement.value) == "on_page"
        }

    def read(self) -> None:
        self._visit(self._tree, context="")

    def _visit(self, node: ast.AST, *, context: str, speaker: str = "") -> None:
        for child in ast.iter_child_nodes(node):
            inner, said_by = context, speaker
            if isinstance(child, ast.ClassDef):
                inner = child.name
            elif isinstance(child, ast.FunctionDef) and child.name in self._speakers:
                said_by = child.name
            elif isinstance(child, ast.Call):
                self._read_call(child, context=context, speaker=speaker)
            self._visit(child, context=inner, speaker=said_by)

    def _read_call(self, call: ast.Call, *, context: str, speaker: str) -> None:
        name = _called(call)
        if name == "translatable" or name in self._pages:
            for text in [text for argument in call.args for text in self._texts(call, argument)]:
                self._found.add(Phrase(DECLARED, text), self._name)
        elif name == "tr":
            counted = len(call.args) > 2 or any(word.arg == "n" for word in call.keywords)
            for text in self._texts(call, call.args[0]):
                self._found.add(Phrase(context, text, counted), self._name)
        elif name in self._speakers and isinstance(call.func, ast.Name):
            self._read_spoken(call, self._speakers[name], is_counted=len(call.args) > 1)
        elif name == "translate" and len(call.args) >= 2 and "QCoreApplication" in ast.dump(call.func):
            self._read_translate(call, speaker=speaker)

    def _read_translate(self, call: ast.Call, *, speaker: str) -> None:
        context = self._literal(call.args[0])
        if context is None:
            self._fault(call, "the context is not a literal")
            return
        counted = len(call.args) > 3 or any(word.arg == "n" for word in call.keywords)
        texts = list(_branches(call.args[1]))
        if all(isinstance(text, str) for text in texts):
            for text in texts:
                self._found.add(Phrase(context, str(text), counted), self._name)
        elif not speaker and context != DECLARED:
            self._fault(call, f"words declared elsewhere are looked up in the context {DECLARED!r}")

    def _read_spoken(self, call: ast.Call, context: str, *, is_counted: bool) -> None:
        """Words declared elsewhere may be asked for only in the context where they are all found."""
        if context == DECLARED and any(text is None for text in _branches(call.args[0])):
            return
        for text in self._texts(call, call.args[0]):
            self._found.add(Phrase(context, text, is_counted), self._name)

    def _texts(self, call: ast.Call, node: ast.expr) -> list[str]:
        texts = list(_branches(node))
        if all(isinstance(text, str) for text in texts):
            return [str(text) for text in texts]
        self._fault(call, "not a literal text")
        return []

    def _literal(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.Name):
            return self._constants.get(node.id)
        return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None

    def _fault(self, call: ast.Call, words: str) -> None:
        self._found.faults.append(f"{self._name}:{call.lineno}: {words}: {ast.unparse(call)}")


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _branches(node: ast.expr) -> Iterator[str | None]:
    """Yield the literal texts that an argument can be, `None` for what is none."""
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call) and _called(node) == "translatable":
        return  # found by its own call
    else:
        yield None


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value.value


def _speakers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield functions of the module that only translate what they are given, with their contexts."""
    constants = dict(_constants(tree))
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or not node.args.args or len(node.body) != 1:
            continue
        last = node.body[0]
        call = last.value if isinstance(last, ast.Return) else None
        if (
            isinstance(call, ast.Call)
            and _called(call) == "translate"
            and len(call.args) == (2 if len(node.args.args) == 1 else 4)
            and isinstance(call.args[1], ast.Name)
            and call.args[1].id == node.args.args[0].arg
        ):
            context = call.args[0]
            if isinstance(context, ast.Constant):
                yield node.name, str(context.value)
            elif isinstance(context, ast.Name) and context.id in constants:
                yield node.name, constants[context.id]
