"""Forms read every setting's words and range from the one declaration."""

from __future__ import annotations

import pytest

from app.settings.choices import SettingsGroup
from app.settings.declaration import SettingDeclaration
from app.settings.schema import Settings


def test_every_setting_has_words_and_its_default() -> None:
    declarations = SettingDeclaration.all()

    assert [declaration.name for declaration in declarations] == list(Settings.__struct_fields__)
    for declaration in declarations:
        assert declaration.label
        assert declaration.description.endswith(".") or declaration.group is SettingsGroup.REMEMBERED
        assert declaration.default == getattr(Settings(), declaration.name)


def test_ranges_and_choices_come_from_the_schema() -> None:
    temperature = SettingDeclaration.of("temperature")
    assert (temperature.minimum, temperature.maximum, temperature.is_optional) == (0.0, 5.0, True)
    minutes = SettingDeclaration.of("idle_unload_minutes")
    assert (minutes.minimum, minutes.maximum, minutes.is_optional) == (0, 1440, False)
    assert [value for value, _ in SettingDeclaration.of("theme").choices] == ["system", "light", "dark"]
    assert SettingDeclaration.of("keep_awake").choices == ()


def test_a_setting_that_does_not_exist_has_no_declaration() -> None:
    with pytest.raises(LookupError):
        SettingDeclaration.of("colour")
