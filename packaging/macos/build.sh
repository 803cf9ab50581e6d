#!/usr/bin/env bash
# Makes Aside.app and its .dmg on macOS, for the machine's own processor (arm64 with Metal, or x86_64).
#
#     packaging/macos/build.sh OUTPUT_FOLDER [ENGINE_WHEEL]
#
# Signing needs MACOS_IDENTITY ("Developer ID Application: …") in the keychain; notarization also MACOS_NOTARY_PROFILE
# (`xcrun notarytool store-credentials`), and MACOS_NOTARY_KEYCHAIN where that is not the login keychain. Without them the
# app is signed ad hoc, which this machine runs and others ask about.
set -euo pipefail

output=$(mkdir -p "$1" && cd "$1" && pwd)
engine=${2:-}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${WORK:-$root/build/macos}
python=${PYTHON:-python3}
machine=$(uname -m)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/pyproject.toml" | head -1)
mkdir -p "$work"
oldest=$(sed -n 's/^OLDEST_MACOS = "\(.*\)"/\1/p' "$root/packaging/build_engine.py")
export MACOSX_DEPLOYMENT_TARGET=$oldest

if [ -z "$engine" ]; then
    "$python" "$root/packaging/build_engine.py" --output "$work/engine"
    engine=$(echo "$work"/engine/*.whl)
fi
"$python" -m venv --clear "$work/environment"
bin=$work/environment/bin
"$bin/pip" install --quiet "$engine"
"$bin/pip" install --quiet "$root" 'pyinstaller>=6.11,<7' 'cryptography>=43'
"$bin/python" "$root/packaging/make_icons.py" "$work/icons"
cp "$work/icons/aside.icns" "$here/aside.icns"
"$bin/python" -m PyInstaller "$root/packaging/aside.spec" --noconfirm --log-level WARN \
    --distpath "$work/dist" --workpath "$work/pyinstaller"
app=$work/dist/Aside.app

# pip takes the wheels for this machine's system; none may ask for a newer one than Info.plist says.
newest=$(find "$app" -type f \( -name '*.dylib' -o -name '*.so' \) -exec otool -l {} + | awk '$1 == "minos" { print $2 }' |
    sort -uV | tail -1)
if [ "$(printf '%s\n' "$newest" "$oldest" | sort -V | tail -1)" != "$oldest" ]; then
    echo "A library needs macOS $newest, and Aside promises $oldest." >&2
    exit 1
fi

# From the inside out: libraries, then programs, then the app. --deep would sign them with the wrong entitlements.
identity=${MACOS_IDENTITY:--}
options=(--force --options runtime --entitlements "$here/entitlements.plist" --sign "$identity")
[ "$identity" = - ] || options+=(--timestamp)
find "$app/Contents/Frameworks" "$app/Contents/Resources" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
    xargs -0 -n 20 codesign "${options[@]}"
find "$app/Contents/Frameworks" -type d -name '*.framework' -prune -print0 | xargs -0 -n 1 codesign "${options[@]}"
for program in aside AsideApp; do codesign "${options[@]}" "$app/Contents/MacOS/$program"; done
codesign "${options[@]}" "$app"
codesign --verify --strict --deep "$app"
QT_QPA_PLATFORM=offscreen "$app/Contents/MacOS/aside" self-check

staging=$work/dmg
rm -rf "$staging"
mkdir -p "$staging"
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
image=$output/Aside-$version-macos-$machine.dmg
for attempt in 1 2 3; do # "Resource busy" while the system still looks at the new files
    hdiutil create -volname Aside -srcfolder "$staging" -ov -format UDZO "$image" && break
    [ "$attempt" != 3 ] || exit 1
    sleep 10
done
if [ "$identity" = - ]; then
    echo "No MACOS_IDENTITY: signed ad hoc only." >&2
else
    codesign --sign "$identity" --timestamp "$image"
    if [ -n "${MACOS_NOTARY_PROFILE:-}" ]; then
        profile=(--keychain-profile "$MACOS_NOTARY_PROFILE")
        [ -z "${MACOS_NOTARY_KEYCHAIN:-}" ] || profile+=(--keychain "$MACOS_NOTARY_KEYCHAIN")
        xcrun notarytool submit "$image" "${profile[@]}" --wait
        xcrun stapler staple "$image"
    else
        echo "No MACOS_NOTARY_PROFILE: not notarized." >&2
    fi
fi
echo "$image"
