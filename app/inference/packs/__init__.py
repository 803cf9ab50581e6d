"""Engine packs: backends for graphics cards that are installed beside the app, checked, and proved before use."""
