#!/usr/bin/env bash
# Makes Aside.app on macOS, for the machine's own processor (arm64 with Metal, or x86_64): signed ad hoc, tried, packed.
#
#     packaging/macos/build.sh OUTPUT_FOLDER [ENGINE_WHEEL]
#
# What others' code had a part in ends here. image.sh signs the app and makes the .dmg, where nothing is installed.
set -euo pipefail

output=$(mkdir -p "$1" && cd "$1" && pwd)
engine=${2:-}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${WORK:-$root/build/macos}
python=${PYTHON:-python3}
mkdir -p "$work"
oldest=$(sed -n 's/^OLDEST_MACOS = "\(.*\)"/\1/p' "$root/packaging/build_engine.py")
export MACOSX_DEPLOYMENT_TARGET=$oldest

"$python" -m venv --clear "$work/environment"
bin=$work/environment/bin
"$bin/pip" install --quiet --require-hashes -r "$root/packaging/constraints/release.txt"
if [ -z "$engine" ]; then
    "$bin/python" "$root/packaging/build_engine.py" --output "$work/engine"
    engine=$(echo "$work"/engine/*.whl)
fi
"$bin/pip" install --quiet --no-deps "$engine"
"$bin/pip" install --quiet --no-deps --no-build-isolation "$root"
"$bin/python" "$root/packaging/make_icons.py" "$work/icons"
cp "$work/icons/aside.icns" "$here/aside.icns"
"$bin/python" -m PyInstaller "$root/packaging/aside.spec" --noconfirm --log-level WARN \
    --distpath "$work/dist" --workpath "$work/pyinstaller"
app=$work/dist/Aside.app

# pip takes the wheels for this machine's system; none may ask for a newer one than Info.plist says.
newest=$(find "$app" -type f \( -name '*.dylib' -o -name '*.so' -o -name monty \) -exec otool -l {} + | awk '$1 == "minos" { print $2 }' |
    sort -uV | tail -1)
if [ "$(printf '%s\n' "$newest" "$oldest" | sort -V | tail -1)" != "$oldest" ]; then
    echo "Something in it needs macOS $newest, and Aside promises $oldest." >&2
    exit 1
fi

QT_QPA_PLATFORM=offscreen "$app/Contents/MacOS/aside" self-check # PyInstaller signed it ad hoc
tar -czf "$output/Aside.app.tar.gz" -C "$work/dist" Aside.app
