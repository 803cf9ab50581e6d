#!/bin/sh
# Puts Aside, as it lies in this folder, into your menu and on your path. Nothing is copied: keep the folder.
set -eu
here=$(dirname "$(readlink -f "$0")")
share=${XDG_DATA_HOME:-$HOME/.local/share}
mkdir -p "$share/applications" "$share/mime/packages" "$share/icons" "$HOME/.local/bin"
# As the desktop entry specification wants it in quotes, and its backslashes doubled once more in a value.
program=$(printf '%s\n' "$here/AsideApp" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g')
tested=$(printf '%s\n' "$here/AsideApp" | sed 's/\\/\\\\/g')
while IFS= read -r line; do
    case $line in
    Exec=AsideApp*) printf 'Exec="%s"%s\n' "$program" "${line#Exec=AsideApp}" ;;
    TryExec=*) printf 'TryExec=%s\n' "$tested" ;;
    *) printf '%s\n' "$line" ;;
    esac
done <"$here/share/applications/io.github.aside.Aside.desktop" >"$share/applications/io.github.aside.Aside.desktop"
cp "$here/share/mime/packages/io.github.aside.Aside.xml" "$share/mime/packages/"
cp -R "$here/share/icons/hicolor" "$share/icons/"
ln -sf "$here/aside" "$HOME/.local/bin/aside"
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$share/applications"; fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$share/mime"; fi
echo "Aside is in your menu, and \`aside\` in $HOME/.local/bin. Undo this with $here/uninstall.sh"
