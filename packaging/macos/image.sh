#!/usr/bin/env bash
# Signs Aside.app as build.sh made it, and makes the .dmg: with the system's tools alone, so that no code of others runs
# where the certificate is.
#
#     packaging/macos/image.sh Aside.app.tar.gz OUTPUT_FOLDER
#
# Signing needs MACOS_IDENTITY ("Developer ID Application: …") in the keychain; notarization also MACOS_NOTARY_PROFILE
# (`xcrun notarytool store-credentials`), and MACOS_NOTARY_KEYCHAIN where that is not the login keychain. Without them the
# app is signed ad hoc, which this machine runs and others ask about.
set -euo pipefail

packed=$1
output=$(mkdir -p "$2" && cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
machine=$(uname -m)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$here/../../pyproject.toml" | head -1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -xzf "$packed" -C "$work"
app=$work/Aside.app

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
