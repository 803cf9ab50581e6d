"""SVG of a model is drawn from what is harmless in it, and what is too much stays source."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from app.documents.checked_svg import SvgIsRefused, checked_svg

CASES = json.loads((Path(__file__).parents[2] / "data" / "svg_of_models.json").read_text(encoding="utf-8"))


def svg_of(case: dict[str, object]) -> str:
    times = int(str(case.get("times", 0)))
    parts = (case["svg"], str(case.get("repeat", "")) * times, case.get("tail", ""), str(case.get("close", "")) * times)
    return "".join(map(str, parts))


@pytest.mark.parametrize("case", [*CASES["hostile"], *CASES["kind"]], ids=lambda case: case["name"])
def test_what_is_drawn_refers_to_nothing_else(case: dict[str, object]) -> None:
    begun = time.process_time()
    try:
        checked = checked_svg(svg_of(case))
    except SvgIsRefused:
        assert case["then"] == "refused"
        return
    assert case["then"] == "drawn"
    assert checked.left_out == set(case["without"])  # type: ignore[call-overload]
    told = checked.text.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"(?i)file:|https?:|data:|javascript|<script|<image|<!|&(?!lt|gt|amp|quot|#)|\bon\w+=", told)
    references = [one for found in re.findall(r'href="([^"]*)|url\(([^)]*)', told) for one in found if one]
    assert all(one.startswith("#") for one in references)
    assert time.process_time() - begun < 5
