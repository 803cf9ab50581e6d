"""The window: PySide6 Widgets. Knows no SQL, no sockets and no llama.cpp; talks to `app` only."""
