#!/usr/bin/env bash
# Installs the Linux artefacts in an empty root file system (no Python, no compiler, no desktop) and tries them.
#
#     sudo packaging/linux/try_in_empty_root.sh ARTEFACTS_FOLDER [SCREENSHOTS_FOLDER]
#
# SUITE and MIRROR choose the release (default: Debian bookworm), ROOT the folder, which is removed at the end unless
# KEEP=1. Needs root, debootstrap, Xvfb, xdotool and ImageMagick on this machine; the root file system gets none of them.
# Last, it gets the tools that a desktop has, and a model and a link are opened with them.
set -euo pipefail

artefacts=$(realpath "$1")
screenshots=$(realpath -m "${2:-$1/screenshots}")
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
root=${ROOT:-/tmp/aside-empty-root}
display=${TRY_DISPLAY:-:97}
user=reader
home="/home/$user"
odd_folder="Ünïcode Ördner 文件"

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
as_user() { (become_user "$@"); }
# Takes the place of the shell: with & its number is the program's own, and ending it ends the program.
become_user() {
    exec chroot --userspec="$user:$user" "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME="$home" LANG=C.UTF-8 "$@"
}
clean_up() {
    [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
    for place in proc dev; do umount -l "$root/$place" 2>/dev/null || true; done
    [ "${KEEP:-}" = 1 ] || rm -rf --one-file-system "$root"
}
trap clean_up EXIT

say "an empty $suite in $root"
if [ ! -e "$root/etc/debian_version" ]; then
    debootstrap --variant=minbase "$suite" "$root" "$mirror" >/dev/null
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
inside id "$user" >/dev/null 2>&1 || inside useradd --create-home "$user"
for tool in python3 cc Xorg; do
    inside sh -c "command -v $tool" >/dev/null && fail "$tool is there"
done
inside ldd --version | sed -n 1p
Xvfb "$display" -screen 0 1280x860x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
mkdir -p "$screenshots"

# try PROGRAM NAME: self-check without and with a screen, a sum, and the window
try() {
    program=$1 name=$2
    say "$name: self-check without a screen"
    as_user "$program" self-check
    say "$name: self-check on a screen"
    as_user DISPLAY="$display" QT_QPA_PLATFORM=xcb "$program" self-check
    say "$name: a sum"
    answer=$(as_user "$program" ask --temperature 0 "What is 17 + 25?" 2>/dev/null)
    echo "$answer"
    [[ $answer == *42* ]] || fail "the starter cannot add"
    say "$name: the window"
    become_user DISPLAY="$display" "$program" &
    started=$!
    window=""
    for _ in $(seq 100); do
        window=$(DISPLAY=$display xdotool search --onlyvisible --name Aside 2>/dev/null | head -1) && [ -n "$window" ] && break
        sleep 0.2
    done
    [ -n "$window" ] || fail "no window"
    sleep 3
    DISPLAY=$display import -window root "$screenshots/$name.png"
    echo "$screenshots/$name.png"
    kill "$started"
    wait "$started" || true
}

files_of_root() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./home -o -path ./tmp -o -path ./var/log \
    -o -path ./var/lib/dpkg -o -path ./var/cache \) -prune -o -print | sort); }

say "the .deb"
inside dpkg --purge aside >/dev/null 2>&1 || true # of an earlier run, with KEEP=1
rm -rf "${root:?}$home"
inside sh -c "cp -R /etc/skel $home && chown -R $user:$user $home"
before=$(mktemp)
files_of_root >"$before"
cp "$artefacts"/aside_*.deb "$root/tmp/aside.deb"
inside dpkg -i /tmp/aside.deb
inside test -x /usr/bin/aside -a -x /usr/bin/AsideApp
inside test -f /usr/share/applications/io.github.aside.Aside.desktop
try /usr/bin/aside deb

say "an older version, in use, becomes this one"
older=$(mktemp -d)
dpkg-deb -R "$root/tmp/aside.deb" "$older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$older/DEBIAN/control"
: >"$older/usr/lib/aside/_internal/of-the-older-version"
dpkg-deb --root-owner-group -Zgzip -z1 --build "$older" "$root/tmp/older.deb" >/dev/null
rm -rf "$older"
inside dpkg -i --force-downgrade /tmp/older.deb >/dev/null 2>&1
as_user sh -c "cp /usr/lib/aside/_internal/resources/starter/*.gguf $home/mine.gguf"
as_user aside models import "$home/mine.gguf"
become_user DISPLAY="$display" AsideApp &
started=$!
sleep 4
inside dpkg -i /tmp/aside.deb >/dev/null
sleep 2
kill -0 "$started" || fail "the window did not outlive the upgrade"
DISPLAY=$display import -window root "$screenshots/upgraded.png"
kill "$started"
wait "$started" || true
[ ! -e "$root/usr/lib/aside/_internal/of-the-older-version" ] || fail "files of the older version are left"
as_user aside models list | grep -q "$home/mine.gguf" || fail "the upgrade lost the list of models"
inside dpkg -i /tmp/aside.deb >/dev/null # once more does no harm
as_user aside self-check | tail -1

say "removal leaves only the user's data"
inside dpkg --purge aside
diff "$before" <(files_of_root) || fail "removal left something"
[ -f "$root$home/.local/share/Aside/history.sqlite3" ] || fail "the conversations are gone"
find "$root$home" -type f | sed "s|^$root||"
rm -rf "${root:?}$home/.local" "${root:?}$home/.config" "${root:?}$home/.cache"

say "the tarball, in a folder with an odd name"
as_user mkdir -p "$home/$odd_folder"
cp "$artefacts"/aside-*.tar.gz "$root/tmp/aside.tar.gz"
as_user tar -xzf /tmp/aside.tar.gz -C "$home/$odd_folder" --strip-components=1
try "$home/$odd_folder/aside" tarball

say "the tarball, in the menu and out of it"
as_user "$home/$odd_folder/install.sh"
as_user "$home/.local/bin/aside" --version
grep -qF "Exec=\"$home/$odd_folder/AsideApp\" %u" "$root$home/.local/share/applications/io.github.aside.Aside.desktop" ||
    fail "the menu entry names another program"
as_user "$home/$odd_folder/uninstall.sh"
left=$(find "$root$home/.local/share/applications" "$root$home/.local/share/icons" "$root$home/.local/bin" -name '*side*')
[ -z "$left" ] || fail "left in the menu: $left"

say "portable: everything beside the program"
rm -rf "${root:?}$home/.local" "${root:?}$home/.config" "${root:?}$home/.cache"
as_user mkdir "$home/$odd_folder/aside-home"
as_user "$home/$odd_folder/aside" models list >/dev/null
become_user DISPLAY="$display" "$home/$odd_folder/AsideApp" &
started=$!
sleep 6
kill "$started"
wait "$started" || true
[ -f "$root$home/$odd_folder/aside-home/data/history.sqlite3" ] || fail "portable mode wrote elsewhere"
if [ -e "$root$home/.local" ] || [ -e "$root$home/.config" ]; then fail "portable mode wrote into the home folder"; fi

say "the single file"
cp "$artefacts"/Aside-*.run "$root$home/Aside.run"
as_user "$home/Aside.run" self-check

say "opened by the tools of a desktop: a file manager's, and xdg-open"
[ ! -e /etc/resolv.conf ] || cp -L /etc/resolv.conf "$root/etc/resolv.conf"
inside apt-get update -qq
inside DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libglib2.0-bin xdg-utils \
    libfile-mimeinfo-perl desktop-file-utils shared-mime-info >/dev/null
inside dpkg -i /tmp/aside.deb >/dev/null
model="$home/Modell für mich.gguf"
as_user sh -c "cp /usr/lib/aside/_internal/resources/starter/*.gguf '$model'"
kind=$(as_user gio info -a standard::content-type "$model" | sed -n 's/ *standard::content-type: //p')
[ "$kind" = application/x-gguf ] || fail "the file manager takes a model for $kind"
for asked in application/x-gguf x-scheme-handler/aside; do
    as_user xdg-mime query default "$asked" | grep -qx io.github.aside.Aside.desktop || fail "$asked opens otherwise"
done
# programs WORD: how many of Aside's programs were started with this word
programs() { { grep -lzs -- "$1" /proc/[0-9]*/cmdline || true; } | while read -r file; do
    { tr '\0' ' ' <"$file"; } 2>/dev/null | grep -q "^AsideApp\|/AsideApp" && echo "$file"; done | wc -l; }
for opener in "gio open" xdg-open; do
    # shellcheck disable=SC2086 # a program and its first argument
    as_user DISPLAY="$display" $opener "$model" >/dev/null 2>&1 &
    for _ in $(seq 100); do
        [ "$(programs "$model")" -gt 0 ] && DISPLAY=$display xdotool search --onlyvisible --name Aside >/dev/null 2>&1 && break
        sleep 0.2
    done
    [ "$(programs "$model")" -gt 0 ] || fail "$opener did not start it"
    sleep 4
    DISPLAY=$display import -window root "$screenshots/${opener/ /-}.png"
    if [ "$opener" = xdg-open ]; then
        as_user DISPLAY="$display" xdg-open "aside://open?repo=Qwen/Qwen3-4B-GGUF" >/dev/null 2>&1
        sleep 3
        [ "$(programs aside://)" = 0 ] || fail "a link opened a second window"
        DISPLAY=$display import -window root "$screenshots/link.png"
    fi
    for file in /proc/[0-9]*/cmdline; do
        if grep -qzs -- "$model" "$file"; then kill "$(basename "$(dirname "$file")")" 2>/dev/null || true; fi
    done
    sleep 2
    [ "$(programs "$model")" = 0 ] || fail "it does not end"
done

say "All is well."
