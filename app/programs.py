"""Programs of the system that Aside starts: none is chosen by the folder that Aside was started in."""

from __future__ import annotations

import os
from collections.abc import MutableMapping


def forget_relative_folders(environment: MutableMapping[str, str] = os.environ) -> None:
    """Take out of `PATH` what depends on the current folder.

    With `.` or an empty part in it, a file manager, a browser or `systemd-inhibit` would be what lies beside a model
    from somebody. Whoever is started by us needs no such part either.
    """
    path = environment.get("PATH")
    if path is not None:
        folders = path.split(os.pathsep)
        environment["PATH"] = os.pathsep.join(folder for folder in folders if os.path.isabs(folder))  # noqa: PTH117
