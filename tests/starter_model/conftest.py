"""The recipe's modules are scripts in a folder that is no package: the tests put it on the path, as running them does."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import sys
from pathlib import Path

RECIPE = Path(__file__).resolve().parents[2] / "packaging" / "starter_model"

if str(RECIPE) not in sys.path:
    sys.path.insert(0, str(RECIPE))
