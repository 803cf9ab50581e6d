from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.inference.chat_template import ChatTemplate
from app.inference.protocol import TemplateWants
from app.inference.template_measuring import measured_wants
from app.reasoning import controls_for_template, format_for_template

DATA = Path(__file__).parents[2] / "data"
TABLE: dict[str, dict[str, dict[str, object]]] = json.loads((DATA / "template_wants.json").read_text("utf-8"))


def source_of(name: str) -> str:
    return (DATA / "template_wants" / f"{name}.jinja").read_text("utf-8")


def wants_of(source: str) -> TemplateWants:
    template = ChatTemplate(source, bos_token="<s>", eos_token="</s>")
    return measured_wants(template, controls_for_template(source), format_for_template(source))


@pytest.mark.parametrize("name", [name for half in TABLE.values() for name in half])
def test_what_a_template_wants_is_measured(name: str) -> None:
    expected = {key: value for half in TABLE.values() for key, value in half.get(name, {}).items()}

    assert wants_of(source_of(name)) == TemplateWants(**expected)  # type: ignore[arg-type]
