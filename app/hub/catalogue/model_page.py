"""Everything about one repository that a person decides by."""

from __future__ import annotations

from dataclasses import dataclass

from app.hub.catalogue.hub_model import HubModel
from app.hub.connection.errors import NoSuchQuantization, SeveralFilesMatch
from app.hub.quantization_row import CompanionFile, QuantizationRow


@dataclass(frozen=True, slots=True)
class ModelPage:
    """A model's page: facts, what the card says first, and what can be downloaded."""

    model: HubModel
    address: str
    description: str
    """The first paragraphs of the card, as plain text; empty if there is none."""
    quantizations: tuple[QuantizationRow, ...]
    companions: tuple[CompanionFile, ...] = ()
    incomplete: tuple[str, ...] = ()

    def row(self, wanted: str) -> QuantizationRow:
        """Return the row of a file's path, a quantization, or a file's name; capitals matter only between several.

        Raises `NoSuchQuantization` and `SeveralFilesMatch`.
        """
        path = wanted.strip("/")
        lower = path.lower()
        matches = [row for row in self.quantizations if any(file.path == path for file in row.files)]
        matches = matches or [
            row for row in self.quantizations if any(file.path.lower() == lower for file in row.files)
        ]
        matches = matches or [row for row in self.quantizations if row.quantization.lower() == lower]
        matches = matches or [
            row for row in self.quantizations if any(file.name.lower() == lower for file in row.files)
        ]
        if not matches:
            available = tuple(dict.fromkeys(row.quantization for row in self.quantizations))
            raise NoSuchQuantization(self.model.repo, wanted, available=available)
        if len(matches) > 1:
            raise SeveralFilesMatch(self.model.repo, wanted, files=tuple(row.path for row in matches))
        return matches[0]
