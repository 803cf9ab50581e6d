"""A table of a document as text for other programs: its cells as they read, formulas as LaTeX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from app.documents.blocks import TableRow
from app.documents.markdown_writer import write_plain

_COMPUTED = re.compile(r"[=@]|[+-](?![\d.,]+%?$)")
"""How a cell begins that a spreadsheet would compute: what a model wrote is no formula of the person's."""


def as_csv(rows: Sequence[TableRow]) -> str:
    """Return the rows with commas between cells, lines ended as RFC 4180 has it."""
    written = io.StringIO()
    csv.writer(written).writerows(_cells(row) for row in rows)
    return written.getvalue()


def for_spreadsheets(rows: Sequence[TableRow]) -> str:
    """Return the rows with tabs between cells, as spreadsheets paste them; nothing in them is computed."""
    lines = [[" ".join(cell.split()) for cell in _cells(row)] for row in rows]
    return "\n".join("\t".join(f"'{cell}" if _COMPUTED.match(cell) else cell for cell in line) for line in lines)


def _cells(row: TableRow) -> list[str]:
    return [write_plain(cell, 0, len(cell.text)).strip() for cell in row.cells]
