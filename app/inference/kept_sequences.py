"""What models keep of conversations on the disk, as their parent process sees it: files whose names tell nothing."""

from __future__ import annotations

import contextlib
from pathlib import Path


def forget_sequences(folder: Path) -> None:
    """Remove what every model keeps of every conversation, for what belongs to a deleted one cannot be told apart.

    What is left of the others is read once more when it is needed. For when no engine runs.
    """
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            with contextlib.suppress(OSError):
                path.unlink()
