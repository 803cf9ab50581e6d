"""Whether the Hub has a newer version of a model on this computer. Asked only when the person wants to know."""

from __future__ import annotations

from app.hub.catalogue.catalogue import Catalogue
from app.hub.library.library_model import LibraryModel
from app.hub.transfer.download_plan import DownloadPlan


def update_of(catalogue: Catalogue, model: LibraryModel) -> DownloadPlan | None:
    """Return what to download to have the newest version; `None` if this is it, or the Hub has the file no more.

    Raises `HubProblem`.
    """
    if model.source is None:
        return None
    page = catalogue.page(model.source.repo, with_card=False)
    if page.model.commit == model.source.commit:
        return None
    row = next((row for row in page.quantizations if row.path == model.source.paths[0]), None)
    if row is None:
        return None
    is_same = row.size_bytes == model.size_bytes and (row.is_cut or row.files[0].sha256 == model.sha256)
    return None if is_same else DownloadPlan.of(page, row)
