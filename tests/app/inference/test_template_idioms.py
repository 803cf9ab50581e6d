"""Idioms of chat templates give the same bytes as the renderer that templates are written for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.template_reference import outcomes

_LENIENT = ("list-append", "dict-update", "instruct-with-alternation")
"""The last one refuses a system prompt, which then begins the question."""
_IDIOMS = json.loads((Path(__file__).parents[2] / "data" / "template_idioms.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("idiom", _IDIOMS, ids=lambda idiom: idiom["id"])
def test_an_idiom_is_rendered_as_the_reference_renders_it(idiom: dict[str, str]) -> None:
    assert "difference" not in outcomes(idiom["source"])


@pytest.mark.parametrize("idiom", _IDIOMS, ids=lambda idiom: idiom["id"])
def test_little_is_allowed_that_the_reference_refuses(idiom: dict[str, str]) -> None:
    assert "lenient" not in outcomes(idiom["source"]) or idiom["id"] in _LENIENT
