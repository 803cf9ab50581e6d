#!/usr/bin/env bash
# Runs the engine child of a bundle on emulated processors and asserts, from inside the child, what it uses of them: no
# AVX on Nehalem (2008), AVX2 but no AVX-512 on Haswell (2013), and what this machine has without emulation. Then on
# processors that claim more than they can: one whose larger registers the system keeps off, and one beside modules that
# say that they run anywhere, of which each generation may stop the engine once.
#
#     packaging/linux/try_old_processor.sh BUNDLE_FOLDER
#
# Needs qemu-user 7.2 or newer and Python. It does not follow exec, so only the child runs under it:
# ASIDE_ENGINE_EXECUTABLE starts it.
set -euo pipefail

bundle=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ASIDE_HOME=$work/home QT_QPA_PLATFORM=offscreen

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# emulated PROCESSOR BUNDLE: self-check with the engine child on that processor
emulated() {
    # shellcheck disable=SC2016 # the wrapper's own variables
    printf '#!/bin/sh\nexec qemu-x86_64 -cpu %s "$_PYI_ARCHIVE_FILE" "$@"\n' "$1" >"$work/engine"
    chmod +x "$work/engine"
    output=$(ASIDE_ENGINE_EXECUTABLE=$work/engine timeout 600 "$2/aside" self-check 2>&1)
}

# check NAME HAS LACKS: what the child said of itself
check() {
    grep -v "TCG doesn't support" <<<"$output"
    features=$(sed -n 's/.*engine .*(\(.*\)), backend.*/ \1 /p' <<<"$output")
    [ -n "$features" ] || fail "$1: no word of what is used"
    for feature in $2; do [[ $features == *" $feature "* ]] || fail "$1: $feature is not used"; done
    for feature in $3; do [[ $features != *" $feature "* ]] || fail "$1: $feature is used"; done
}

# try PROCESSOR HAS LACKS: it must do at the first start
try() {
    printf '== %s\n' "$1"
    emulated "$1" "$bundle" || { echo "$output"; fail "$1"; }
    check "$1" "$2" "$3"
    [ ! -e "$ASIDE_HOME/cache/avoided-processor-modules.json" ] || fail "$1: the engine died"
}

try Nehalem "SSE3 SSSE3" "AVX AVX2 FMA F16C AVX512"
try Haswell "AVX AVX2 FMA F16C" "AVX512"
try Haswell,-xsave "SSE3 SSSE3" "AVX AVX2 FMA F16C AVX512"

printf '== SandyBridge, and modules that claim to run anywhere\n'
cp -a "$bundle" "$work/boasting"
python3 "$here/boast.py" "$work/boasting/_internal/llama_cpp/lib"
stops=0
until emulated SandyBridge "$work/boasting"; do
    grep -q "lacks an instruction" <<<"$output" || { echo "$output"; fail "it ended for another reason"; }
    stops=$((stops + 1))
    [ "$stops" -le 4 ] || fail "it never learns"
done
check SandyBridge "SSE3 SSSE3" "AVX2 FMA F16C AVX512"
[ "$stops" -ge 1 ] || fail "nothing boasted"
printf 'It stopped %s times, then it computed.\n' "$stops"
rm -rf "$ASIDE_HOME"

printf '== this machine\n'
output=$("$bundle/aside" self-check)
echo "$output"
if grep -qw avx2 /proc/cpuinfo; then
    [[ $output == *" AVX2 "* ]] || fail "this machine has AVX2, and it is not used"
fi
printf '== All is well.\n'
