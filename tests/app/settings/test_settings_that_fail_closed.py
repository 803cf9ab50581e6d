"""What forbids stays forbidding, whatever happens to the file; nothing in it is lost without a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.settings.choices import ThemeChoice
from app.settings.errors import SettingsNotRead, SettingsNotSaved
from app.settings.file import SettingsFile
from app.settings.schema import Settings


def _file(tmp_path: Path, content: str | bytes) -> SettingsFile:
    path = tmp_path / "settings.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return SettingsFile(path)


@pytest.mark.parametrize(
    "content",
    [
        b'\xef\xbb\xbf{"stay_offline": true, "theme": "dark"}',
        '{"stay_offline": true, "theme": "dark"}'.encode("utf-16"),
        '{\n // keep it off\n "stay_offline": true, "theme": "dark"\n}',
        '{"stay_offline": true, "theme": "dark",}',
        "{'stay_offline': true, 'theme': 'dark'}",
        # kept aside while the code was written
        '{"stay_offline": true, "theme": "dark"}'.encode("utf-16-le"),
        '{"stay_offline": true, "theme": "dark"}'.encode("utf-32"),
        '/* mine */ {"stay_offline": true, /* and\n this */ "theme": "dark"} // end',
        "# comment\n{stay_offline: true, theme: 'dark',}\n",
        '{"stay_offline": True, "theme": "dark"}',
        '{"stay_offline": "true", "theme": "dark"}',
        '{"stay_offline": 1, "theme": "dark"}',
        '{"theme": "dark", "models_folder": "C:\\\\a // b", "stay_offline": true, }',
        "\u200b{\u201cstay_offline\u201d: true, \u201ctheme\u201d: \u201cdark\u201d}",
    ],
)
def test_what_editors_and_people_write_is_no_fault(tmp_path: Path, content: str | bytes) -> None:
    file = _file(tmp_path, content)

    settings = file.load()

    assert settings.stay_offline
    assert settings.theme is ThemeChoice.DARK
    assert file.trouble is None
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("content", "theme"),
    [
        ('{"stay_offline": true "theme": "dark"}', ThemeChoice.DARK),
        ('{"theme": "dark", "stay_offl', ThemeChoice.DARK),
        ('{"theme": "dark", "stay_offline": tr', ThemeChoice.DARK),
        (b"", ThemeChoice.SYSTEM),
        (b"\0" * 200, ThemeChoice.SYSTEM),
        # kept aside while the code was written
        ('{"theme": "dark", "stay_offline": true}}', ThemeChoice.DARK),
        ('"theme": "dark",\n"stay_offline": true\n', ThemeChoice.DARK),
        ("theme = dark\nstay_offline = yes\n", ThemeChoice.DARK),
        ('{"theme": "dark", "proxy": "http://p', ThemeChoice.DARK),
        (b'{"theme": "dark", "stay_offline": true, "models_folder": "\xff\xfe', ThemeChoice.DARK),
        ('<<<<<<< mine\n{"theme": "dark"}\n=======\n{"stay_offline": true}\n>>>>>>> theirs\n', ThemeChoice.DARK),
        ('{"stay_offline": false, "stay_offline": true, "theme": "dark"', ThemeChoice.DARK),
        ("[]", ThemeChoice.SYSTEM),
    ],
)
def test_a_broken_file_forbids_what_it_may_have_forbidden(
    tmp_path: Path, content: str | bytes, theme: ThemeChoice
) -> None:
    file = _file(tmp_path, content)

    settings = file.load()

    assert settings.stay_offline
    assert settings.theme is theme
    assert isinstance(file.trouble, SettingsNotRead)
    (kept,) = [path for path in tmp_path.iterdir() if path.name != "settings.json"]
    assert kept.read_bytes() == (content.encode() if isinstance(content, str) else content)
    assert kept.name in str(file.trouble)

    later = SettingsFile(file.path)  # another process, after the file was put aside
    assert later.load().stay_offline
    assert later.trouble is not None
    later.update(broken_settings="")
    assert SettingsFile(file.path).load().stay_offline


@pytest.mark.parametrize(
    ("content", "is_offline", "is_told"),
    [
        ('{"stay_offline": "perhaps"}', True, True),
        ('{"stay_offline": null}', True, True),
        ('{"stay_offline": [true]}', True, True),
        ('{"stay_offline": "false"}', False, False),
        ('{"proxy": 3128}', True, True),
        ('{"proxy": {"host": "p"}, "stay_offline": false}', True, True),
        ('{"hub_endpoint": ["https://hub.example.org"]}', True, True),
        ('{"theme": "sepia"}', False, False),
        ('{"stay_offline": false "theme": "dark"}', False, True),
        ('{"stay_offline": false, "theme": "dark"', True, True),  # a proxy may have stood behind it
    ],
)
def test_a_value_that_cannot_be_read_forbids(tmp_path: Path, content: str, is_offline: bool, is_told: bool) -> None:
    file = _file(tmp_path, content)

    assert file.load().stay_offline is is_offline
    assert (file.trouble is not None) is is_told


def test_what_is_written_to_a_closed_value_stays_until_it_is_changed(tmp_path: Path) -> None:
    file = _file(tmp_path, '{"stay_offline": "perhaps", "voice": 1}')
    assert file.load().stay_offline

    file.update(theme=ThemeChoice.DARK)
    assert json.loads(file.path.read_text()) == {"stay_offline": "perhaps", "voice": 1, "theme": "dark"}
    assert file.load().stay_offline

    file.update(stay_offline=False)
    assert not file.load().stay_offline
    assert file.trouble is None


@pytest.mark.parametrize("content", ['{"theme": "dark" /* mine */, "voice": 1}', '{"theme": "dark" "voice": 1}'])
def test_saving_keeps_what_would_be_lost_beside(tmp_path: Path, content: str) -> None:
    file = _file(tmp_path, content)
    file.load()

    file.update(text_scale=1.5)

    (kept,) = [path for path in tmp_path.iterdir() if path.name != "settings.json"]
    assert kept.read_text() == content
    assert file.load() == Settings(theme=ThemeChoice.DARK, text_scale=1.5, broken_settings=file.load().broken_settings)
    assert file.kept_beside == kept


def test_a_file_that_may_not_be_read_forbids_and_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"stay_offline": false}')
    file = SettingsFile(path)

    def forbidden(_path: Path) -> bytes:
        raise PermissionError(13, "no")

    monkeypatch.setattr("app.settings.file.read_file", forbidden)

    assert file.load().stay_offline
    assert isinstance(file.trouble, SettingsNotRead)
    with pytest.raises(SettingsNotSaved):
        file.update(theme=ThemeChoice.DARK)
    assert path.read_text() == '{"stay_offline": false}'


def test_what_is_no_file_forbids_and_makes_way(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    (path / "kept").touch()
    file = SettingsFile(path)

    assert file.load().stay_offline
    assert isinstance(file.trouble, SettingsNotRead)
    assert file.update(theme=ThemeChoice.DARK).stay_offline
    assert path.is_file()
    assert file.kept_beside is not None
    assert (file.kept_beside / "kept").exists()
