"""What the settings say of a model file goes along when the file lies elsewhere."""

from __future__ import annotations

from app.settings.schema import Settings


def changes_of_move(settings: Settings, old: str, new: str) -> dict[str, object]:
    """Return which settings are others, and how, now that a model's file has gone from the path `old` to `new`."""
    changes: dict[str, object] = {
        name: new for name in ("last_model_path", "draft_model") if getattr(settings, name) == old
    }
    if old in settings.recent_models:
        changes["recent_models"] = tuple(new if key == old else key for key in settings.recent_models)
    if old in settings.model_settings:
        own = {key: kept for key, kept in settings.model_settings.items() if key != new}
        changes["model_settings"] = {new if key == old else key: kept for key, kept in own.items()}
    return changes
