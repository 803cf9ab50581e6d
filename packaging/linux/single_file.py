"""Makes one file that can be started as it is: a shell script with the bundle behind it.

The first start unpacks it below the user's cache folder; later starts use what lies there. It needs `sh`, `tar` and
`gzip`, which every system has. A folder `aside-home` beside the file makes it portable, as with the bundle.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

_HEAD = """\
#!/bin/sh
# Aside @VERSION@, in one file. Start it, or: --unpack FOLDER
# What follows the last line of this script is a .tar.gz archive.
set -eu
fail() { echo "Aside cannot start: $1" >&2; exit 1; }
self=$(readlink -f "$0")
unpack() {
    tail -n +@LINES@ "$self" | tar -xzf - -C "$1" --strip-components=1 || fail "300 MB cannot be unpacked into $1."
}
runs() { # whether a program in this folder runs
    for program in /proc/[0-9]*/exe; do
        case $(readlink "$program" 2>/dev/null) in "$1"/*) return 0 ;; esac
    done
    return 1
}
if [ "${1:-}" = "--unpack" ]; then
    [ -n "${2:-}" ] || fail "--unpack needs a folder."
    mkdir -p "$2" && unpack "$2"
    echo "$2/aside"
    exit 0
fi
cache=${XDG_CACHE_HOME:-}
if [ -z "$cache" ]; then
    if [ -n "${HOME:-}" ] && [ -d "$HOME" ]; then
        cache=$HOME/.cache
    else # where others may write, too: what they put there must not be started
        cache=${TMPDIR:-/tmp}/aside-$(id -u)
        mkdir -m 700 "$cache" 2>/dev/null || [ -O "$cache" ] || fail "the folder $cache cannot be made."
        chmod 700 "$cache"
    fi
fi
place=$cache/Aside/single-file
folder=$place/@DIGEST@
if [ ! -x "$folder/AsideApp" ]; then
    mkdir -p "$place" 2>/dev/null || fail "the folder $place cannot be made."
    chmod 700 "$place"
    echo "Aside is unpacked once; this takes a few seconds." >&2
    fresh=$place/unpacking.$$
    rm -rf "$fresh"
    mkdir -m 700 "$fresh" 2>/dev/null || fail "the folder $place cannot be written."
    trap 'rm -rf "$fresh"' EXIT
    unpack "$fresh"
    mv -T "$fresh" "$folder" 2>/dev/null || { [ -x "$folder/AsideApp" ] || fail "$folder cannot be made."; }
    for other in "$place"/*; do # older versions, and what was cut; not what a second double-click unpacks just now
        case $other in
        "$folder") ;;
        *.*) kill -0 "${other##*.}" 2>/dev/null || rm -rf "$other" ;;
        *) runs "$other" || rm -rf "$other" ;;
        esac
    done
    trap - EXIT
    rm -rf "$fresh"
fi
APPIMAGE=$self
export APPIMAGE
exec "$folder/AsideApp" "$@"
"""


def make(archive: Path, output: Path, *, version: str, architecture: str) -> Path:
    """Put the script before the tarball; write the file to `output` and return it."""
    content = archive.read_bytes()
    head = _HEAD.replace("@VERSION@", version).replace("@DIGEST@", hashlib.sha256(content).hexdigest()[:20])
    head = head.replace("@LINES@", str(head.count("\n") + 1))
    target = output / f"Aside-{version}-{architecture}.run"
    target.write_bytes(head.encode() + content)
    target.chmod(0o755)
    return target
