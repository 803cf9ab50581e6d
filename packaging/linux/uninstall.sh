#!/bin/sh
# Takes Aside out of your menu and path again. Conversations, settings and models stay where they are.
set -eu
here=$(dirname "$(readlink -f "$0")")
share=${XDG_DATA_HOME:-$HOME/.local/share}
rm -f "$share/applications/io.github.aside.Aside.desktop" "$share/mime/packages/io.github.aside.Aside.xml"
for size in 16 24 32 48 64 128 256 512; do
    rm -f "$share/icons/hicolor/${size}x${size}/apps/io.github.aside.Aside.png"
done
rm -f "$share/icons/hicolor/scalable/apps/io.github.aside.Aside.svg"
[ "$(readlink "$HOME/.local/bin/aside" 2>/dev/null)" != "$here/aside" ] || rm -f "$HOME/.local/bin/aside"
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$share/applications"; fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$share/mime"; fi
echo "Aside is out of your menu. Delete $here to remove it."
