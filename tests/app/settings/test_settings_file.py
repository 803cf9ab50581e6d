"""The settings survive restarts, crashes, other versions and careless editing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings.choices import ThemeChoice
from app.settings.errors import SettingIsInvalid, SettingsNotSaved
from app.settings.file import SettingsFile
from app.settings.schema import Settings


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.json")


def _write(file: SettingsFile, content: str | bytes) -> None:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_bytes(content.encode() if isinstance(content, str) else content)


def test_without_a_file_the_defaults_hold_and_none_is_made(file: SettingsFile) -> None:
    settings = file.load()

    assert settings == Settings()
    assert (settings.theme, settings.idle_unload_minutes, settings.context) == (ThemeChoice.SYSTEM, 30, 0)
    assert settings.temperature is None
    assert settings.keep_awake
    assert not file.path.parent.exists()


def test_a_change_is_there_after_a_restart(file: SettingsFile) -> None:
    changed = file.update(
        theme=ThemeChoice.DARK, temperature=0.0, last_model_path="/models/ä.gguf", last_conversation_id=7
    )

    assert SettingsFile(file.path).load() == changed
    assert (changed.theme, changed.temperature, changed.last_conversation_id) == (ThemeChoice.DARK, 0.0, 7)
    assert file.update(temperature=None).temperature is None
    assert file.load().theme is ThemeChoice.DARK


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "sepia"),
        ("text_scale", 9.0),
        ("text_scale", float("nan")),
        ("text_scale", None),
        ("idle_unload_minutes", -1),
        ("idle_unload_minutes", 2.5),
        ("temperature", -0.1),
        ("top_p", 0.0),
        ("top_p", 1.1),
        ("top_k", -1),
        ("min_p", 2),
        ("keep_awake", "yes"),
        ("thinking_pane_width", 0),
        ("window_geometry", object()),
    ],
)
def test_a_value_out_of_range_is_refused_and_nothing_changes(file: SettingsFile, name: str, value: object) -> None:
    file.update(theme="light")
    before = file.path.read_bytes()

    with pytest.raises(SettingIsInvalid):
        file.update(**{name: value})

    assert file.path.read_bytes() == before


def test_a_setting_that_does_not_exist_is_a_bug(file: SettingsFile) -> None:
    with pytest.raises(TypeError):
        file.update(colour="red")


def test_one_bad_value_costs_only_itself(file: SettingsFile) -> None:
    _write(file, '{"theme": "sepia", "text_scale": 1.5, "context": "many", "keep_awake": false, "top_k": 40}')

    assert file.load() == Settings(text_scale=1.5, keep_awake=False, top_k=40)
    assert file.kept_beside is None


def test_what_a_newer_version_wrote_is_kept(file: SettingsFile) -> None:
    _write(file, '{"theme": "sepia", "voice": {"pitch": 1.25, "names": ["a", "b"]}}')

    file.update(text_scale=2.0)

    stored = json.loads(file.path.read_text())
    assert stored == {"theme": "sepia", "voice": {"pitch": 1.25, "names": ["a", "b"]}, "text_scale": 2.0}
    file.update(theme=ThemeChoice.LIGHT)
    assert json.loads(file.path.read_text())["theme"] == "light"


def test_a_place_that_cannot_be_written_says_so(file: SettingsFile, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")

    assert file.load() == Settings()
    with pytest.raises(SettingsNotSaved) as caught:
        file.update(theme="dark")
    assert "settings.json" in caught.value.advice_text()


_SAVE_AGAINST_A_LIMIT = """
import resource, sys
from pathlib import Path
from app.errors import UserError
from app.settings.file import SettingsFile

file = SettingsFile(Path(sys.argv[1]))
file.update(theme="dark")
resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))
try:
    file.update(theme="light")
except UserError as error:
    print(error.kind, file.load().theme, sorted(path.name for path in file.path.parent.iterdir()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits")
def test_a_write_that_breaks_off_leaves_the_old_settings(file: SettingsFile) -> None:
    result = subprocess.run(
        [sys.executable, "-c", _SAVE_AGAINST_A_LIMIT, str(file.path)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (result.stdout.strip(), result.stderr) == ("settings_not_saved dark ['settings.json']", "")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_linked_file_stays_a_link(file: SettingsFile, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles" / "aside.json"
    elsewhere.parent.mkdir()
    elsewhere.write_text('{"theme": "dark"}')
    file.path.parent.mkdir()
    file.path.symlink_to(elsewhere)

    file.update(text_scale=1.25)

    assert file.path.is_symlink()
    assert json.loads(elsewhere.read_text()) == {"theme": "dark", "text_scale": 1.25}
    assert [path.name for path in elsewhere.parent.iterdir()] == ["aside.json"]
