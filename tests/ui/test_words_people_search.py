"""What people look for is found under their words, in the palette and in the settings, in every language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.paths import AppPaths
from app.settings import SettingDeclaration, SettingsFile
from app.settings.choices import Language, SettingsGroup
from tests.ui.conftest import OpenWindow, presenters_of
from ui.assembly import Assembly
from ui.settings.settings_page import SettingsPage
from ui.widgets.palette_model import PaletteModel

WORDS = json.loads((Path(__file__).parents[1] / "data" / "words_people_search.json").read_text(encoding="utf-8"))
_NEAR_THE_TOP = 6


def found_in_palette(assembly: Assembly, words: str) -> list[str]:
    """Return what stands near the palette's top, in the notation of the data."""
    palette = presenters_of(assembly).commands.palette
    assert palette is not None
    model: PaletteModel = palette.model
    model.set_query(words)
    entries = [model.entry(row) for row in range(min(_NEAR_THE_TOP, model.rowCount()))]
    groups = {group.value for group in SettingsGroup}
    keys = [entry.key for entry in entries if entry is not None]
    return [key.replace("setting:", "panel:") if key.removeprefix("setting:") in groups else key for key in keys]


def found_in_settings(page: SettingsPage, words: str) -> list[str]:
    """Return what the settings show for these words, in the notation of the data."""
    page.field.setText(words)
    sections = page.sections.values()
    found = [
        f"setting:{row.declaration.name}" for one in sections for row in one.rows if not row.isHidden() and row.editor
    ]
    found += [f"panel:{one.group.value}" for one in sections for panel, _ in one.panels if not panel.isHidden()]
    return found + [f"action:{name}" for name in page.linked]


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
def test_the_words_people_use_lead_to_what_they_mean(open_window: OpenWindow, paths: AppPaths, language: str) -> None:
    SettingsFile(paths.settings_file).update(language=Language(language))
    assembly = open_window()
    presenters = presenters_of(assembly)
    presenters.settings.open()
    presenters.commands.open_palette()
    page = presenters.settings.page
    assert page is not None
    page.fill()
    missed = []
    for share in ("tuned", "kept_aside"):
        for words, wanted in WORDS[language][share].items():
            for place, found in (
                ("palette", found_in_palette(assembly, words)),
                ("settings", found_in_settings(page, words)),
            ):
                if not set(wanted) & set(found):
                    missed.append((share, place, words, found[:4]))
    assert not missed


def test_the_palette_opens_every_single_setting(open_window: OpenWindow) -> None:
    assembly = open_window()
    presenters = presenters_of(assembly)
    places = {place.name: place for place in presenters.settings.places()}
    shown = {one.name for one in SettingDeclaration.all() if one.group is not SettingsGroup.REMEMBERED}
    assert shown <= places.keys()

    for name in ("system_prompt", "drafting", "proxy"):
        presenters.settings.open_place(places[name])
        page = presenters.settings.page
        assert page is not None
        assert page.row_in_use() == name
