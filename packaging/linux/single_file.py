"""Makes one file that can be started as it is: a shell script with the bundle behind it.

The first start unpacks it below the user's cache folder; later starts use what lies there. It needs `sh`, `tar` and
`xz` or, if that is missing, says so. A folder `aside-home` beside the file makes it portable, as with the bundle.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

_HEAD = """\
#!/bin/sh
# Aside @VERSION@, in one file. Start it, or: --unpack FOLDER
# What follows the last line of this script is a .tar.xz archive.
set -eu
fail() { echo "Aside cannot start: $1" >&2; exit 1; }
self=$(readlink -f "$0")
unpack() {
    command -v xz >/dev/null 2>&1 || fail "it needs xz to unpack itself (package xz-utils or xz)."
    tail -n +@LINES@ "$self" | tar -xJf - -C "$1" || { rm -rf "$1"; fail "no room to unpack 400 MB into $1."; }
}
if [ "${1:-}" = "--unpack" ]; then
    [ -n "${2:-}" ] || fail "--unpack needs a folder."
    mkdir -p "$2" && unpack "$2"
    echo "$2/aside"
    exit 0
fi
cache=${XDG_CACHE_HOME:-}
if [ -z "$cache" ]; then
    [ -n "${HOME:-}" ] && [ -d "$HOME" ] || cache=${TMPDIR:-/tmp}/aside-$(id -u)
    [ -n "$cache" ] || cache=$HOME/.cache
fi
place=$cache/Aside/single-file
folder=$place/@DIGEST@
if [ ! -x "$folder/aside/AsideApp" ]; then
    mkdir -p "$place" 2>/dev/null || fail "the folder $place cannot be made."
    chmod 700 "$place"
    echo "Aside is unpacked once; this takes a few seconds." >&2
    fresh=$(mktemp -d "$place/unpacking.XXXXXX") || fail "the folder $place cannot be written."
    unpack "$fresh"
    mv -T "$fresh" "$folder" 2>/dev/null || { [ -x "$folder/aside/AsideApp" ] || fail "$folder cannot be made."; }
    rm -rf "$fresh"
    for other in "$place"/*; do
        [ "$other" = "$folder" ] || [ ! -d "$other" ] || rm -rf "$other"
    done
fi
APPIMAGE=$self
export APPIMAGE
exec "$folder/aside/AsideApp" "$@"
"""


def make(archive: Path, output: Path, *, version: str, architecture: str) -> Path:
    """Put the script before a .tar.xz of the bundle's folder; write the file to `output` and return it."""
    content = archive.read_bytes()
    head = _HEAD.replace("@VERSION@", version).replace("@DIGEST@", hashlib.sha256(content).hexdigest()[:20])
    head = head.replace("@LINES@", str(head.count("\n") + 1))
    target = output / f"Aside-{version}-{architecture}.run"
    target.write_bytes(head.encode() + content)
    target.chmod(0o755)
    return target
