"""A model's page in words: its facts, and its quantizations as cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from app.gguf import GgufHeader
from app.hub.catalogue.model_page import ModelPage, image_part_of
from app.hub.quantization_row import IMAGE_PROJECTOR, QuantizationRow
from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from app.model_choice.model_chooser import ChoiceRow, PageChoice
from app.reasoning import format_for_template
from ui.models.discover.fit_words import badge_of_fit
from ui.models.discover.quantization_card import CardAction, QuantizationEntry
from ui.models.parts.model_words import licence_sentence, parameters_words, short_count
from ui.widgets.spoken_numbers import count_text, fixed_text, size_text


def facts_of_page(page: ModelPage, header: GgufHeader | None) -> tuple[tuple[str, str], ...]:
    """Return what the panel lists; the header, once it was read, knows better than the Hub."""
    model = page.model
    context = (header.context_length if header is not None else None) or model.context_length
    architecture = (header.architecture if header is not None else "") or model.architecture
    size = parameters_words(model.parameters)
    if size:
        size = _tr("{size} parameters").format(size=size)
    return (
        (_tr("Licence"), licence_sentence(model.licence)),
        (_tr("Context"), _tr("{count} tokens").format(count=count_text(context)) if context else ""),
        (_tr("Thinking"), _thinking(page, header)),
        (_tr("Kind"), " · ".join(part for part in (architecture, size) if part)),
        (_tr("Made from"), model.base_model),
        (_tr("Published"), " · ".join(part for part in (model.owner, model.last_modified[:10]) if part)),
        (_tr("Downloads"), short_count(model.downloads) if model.downloads else ""),
        (_tr("Not listed"), _left_out(page)),
    )


def entries_of_page(
    page: ModelPage, choice: PageChoice | None, downloads: Sequence[QueuedDownload]
) -> tuple[QuantizationEntry, ...]:
    """Return the cards; without a choice yet, without fits."""
    known = {row.row.path: row for row in choice.rows} if choice is not None else {}
    running = {d.plan.files[0].path: d for d in downloads if d.plan.repo == page.model.repo}
    trained = choice.header.context_length if choice is not None and choice.header is not None else None
    names = [row.quantization for row in page.quantizations]
    return tuple(
        _entry(
            row,
            known.get(row.path),
            running.get(row.path),
            trained=trained,
            is_alone=names.count(row.quantization) == 1,
        )
        for row in page.quantizations
    )


def _entry(
    row: QuantizationRow,
    choice: ChoiceRow | None,
    download: QueuedDownload | None,
    *,
    trained: int | None,
    is_alone: bool,
) -> QuantizationEntry:
    details = []
    if row.bits_per_weight is not None:
        details.append(_tr("{bits} bits a weight").format(bits=fixed_text(row.bits_per_weight, decimals=1)))
    if row.shards > 1:
        details.append(_counted("%n files", row.shards))
    if not is_alone:
        details.append(row.path)
    action, progress = CardAction.DOWNLOAD, ""
    if (choice is not None and choice.downloaded is not None and choice.downloaded.is_usable()) or (
        download is not None and download.state is DownloadState.DONE
    ):
        action = CardAction.USE
    elif download is not None:
        action, progress = CardAction.WATCH, _progress(download)
    return QuantizationEntry(
        path=row.path,
        name=row.quantization,
        size=size_text(row.size_bytes),
        detail=" · ".join(details),
        badge=badge_of_fit(choice.fit, trained_context=trained) if choice is not None else None,
        is_recommended=choice is not None and choice.is_recommended,
        action=action,
        progress=progress,
    )


def _progress(download: QueuedDownload) -> str:
    if download.state is DownloadState.FAILED:
        return _tr("Failed")
    if download.state is DownloadState.PAUSED:
        return _tr("Paused")
    if download.state is DownloadState.QUEUED or not download.total_bytes:
        return _tr("Queued")
    return f"{download.received_bytes * 100 // download.total_bytes} %"


def _thinking(page: ModelPage, header: GgufHeader | None) -> str:
    if header is not None and header.chat_template:
        found = format_for_template(header.chat_template)
        return found.description if found.thinks else _tr("answers directly, without thinking")
    if page.model.thinks:
        return page.model.thinking_format
    return "" if page.model.thinks is None else _tr("answers directly, without thinking")


def _left_out(page: ModelPage) -> str:
    parts = []
    offered = IMAGE_PROJECTOR if image_part_of(page) is not None else ""
    companions = sum(companion.kind != offered for companion in page.companions)
    if companions:
        parts.append(_counted("%n companion files (pictures, drafts)", companions))
    if page.incomplete:
        parts.append(_counted("%n incomplete shard sets", len(page.incomplete)))
    return QLocale().createSeparatedList(parts)


def _counted(text: str, count: int) -> str:
    return QCoreApplication.translate("models", text, "", count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
