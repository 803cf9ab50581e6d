"""What a program of others is started with: the person's environment, without what is ours or secret.

An app that was started by a double click has a shorter `PATH` than a terminal: `npx` and `uvx` are found by asking the
person's shell. What protects our own processes from the current folder would keep others from their modules.
"""

from __future__ import annotations

import functools
import os
import re
import subprocess
from collections.abc import Mapping

_OURS = re.compile(
    r"ASIDE_|HF_TOKEN$|HUGGING_FACE_HUB_TOKEN$|HF_HUB_DISABLE|GGML_NO_BACKTRACE$|PYTHONSAFEPATH$|PYTHONHOME$"
    r"|PYTHONDONTWRITEBYTECODE$|MONTY_BIN$|_MEI|_PYI|QT_QPA_|PYTEST_"
)
_RESTORED = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_MARK = "__ASIDE_PATH__"
_SHELL_S = 5.0


def environment_for_others(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variables for a program of others."""
    kept = {name: value for name, value in environment.items() if not _OURS.match(name)}
    for name in _RESTORED:  # a bundle puts its own libraries there, and the earlier value beside it
        before = kept.pop(f"{name}_ORIG", None)
        if before is not None:
            kept[name] = before
    if os.name == "posix" and "SHLVL" not in environment:
        kept["PATH"] = _with_shell_path(kept.get("PATH", os.defpath), environment.get("SHELL", ""))
    return kept


@functools.lru_cache(4)
def _with_shell_path(path: str, shell: str) -> str:
    """Return the path that a login shell has, and what `path` has besides."""
    if not os.path.isabs(shell):  # noqa: PTH117
        return path
    try:
        ended = subprocess.run(
            [shell, "-ilc", f"echo {_MARK}; printenv PATH; echo {_MARK}"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SHELL_S,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return path
    parts = ended.stdout.decode(errors="surrogateescape").split(_MARK)
    told = parts[1].strip() if len(parts) >= 3 else ""
    folders = dict.fromkeys(folder for folder in (*told.split(os.pathsep), *path.split(os.pathsep)) if folder)
    return os.pathsep.join(folder for folder in folders if os.path.isabs(folder))  # noqa: PTH117
