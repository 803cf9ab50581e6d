"""The settings page, built from what `app.settings` declares."""
