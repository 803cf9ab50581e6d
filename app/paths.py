"""Where Aside keeps its files. `ASIDE_HOME` moves all of it under one folder (portable mode, tests)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs
from msgspec import Struct

from app.environment import variable
from app.file_facts import full_path
from app.private_files import mend_folders


class AppPaths(Struct, frozen=True):
    """The directories of one installation; they are made when something is first written there."""

    data: Path
    config: Path
    cache: Path
    models: Path
    logs: Path

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> AppPaths:
        """Return the directories for this user, honouring `ASIDE_HOME`."""
        home = variable(environment, "ASIDE_HOME")
        if home:
            root = full_path(Path(home))
            return cls(root / "data", root / "config", root / "cache", root / "models", root / "logs")
        dirs = platformdirs.PlatformDirs("Aside", appauthor=False)
        data = Path(dirs.user_data_dir)
        return cls(
            data,
            Path(dirs.user_config_dir),
            Path(dirs.user_cache_dir),
            data / "models",
            Path(dirs.user_log_dir),
        )

    def keep_private(self) -> None:
        """Shut everything of ours off from other accounts, as far as it is there; for each start. Never raises.

        What an earlier version left open is mended. A models folder that was chosen elsewhere stays as it is.
        """
        mend_folders((self.data, self.config, self.cache, self.logs, self.models))

    @property
    def database(self) -> Path:
        return self.data / "history.sqlite3"

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.json"

    @property
    def engine_packs(self) -> Path:
        """The installed engine packs, a folder each."""
        return self.data / "engine-packs"

    @property
    def engine_proofs(self) -> Path:
        """What was proved of engine packs on this computer."""
        return self.cache / "engine-proofs.json"

    @property
    def avoided_processor_modules(self) -> Path:
        """How many of the engine's best processor modules died on this computer."""
        return self.cache / "avoided-processor-modules.json"

    @property
    def saved_tokens(self) -> Path:
        """The Hubs for which the system's keyring holds an access token; no token itself."""
        return self.data / "saved-tokens.json"

    @property
    def endpoints_file(self) -> Path:
        """The servers of models that are kept, and how each is spoken to; no key."""
        return self.data / "endpoints.json"

    @property
    def tool_servers_file(self) -> Path:
        """The servers of tools that are kept, and how each is started or reached; no secret."""
        return self.data / "tool-servers.json"

    @property
    def tool_lists_file(self) -> Path:
        """What the servers of tools offered the last time."""
        return self.cache / "tool-lists.json"

    @property
    def library_file(self) -> Path:
        """The list of models known on this computer."""
        return self.data / "library.json"


def resources_directory() -> Path:
    """Return the folder of files shipped with the app (beside the `app` package, in source and in bundles)."""
    return Path(__file__).resolve().parent.parent / "resources"
