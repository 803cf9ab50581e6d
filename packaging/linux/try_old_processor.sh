#!/usr/bin/env bash
# Runs the engine child of a bundle on emulated processors and asserts, from inside the child, what it uses of them:
# no AVX on Nehalem (2008), AVX2 but no AVX-512 on Haswell (2013), and what this machine has without emulation.
#
#     packaging/linux/try_old_processor.sh BUNDLE_FOLDER
#
# Needs qemu-user. It does not follow exec, so only the child runs under it: ASIDE_ENGINE_EXECUTABLE starts it.
set -euo pipefail

bundle=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ASIDE_HOME=$work/home QT_QPA_PLATFORM=offscreen

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# try PROCESSOR HAS LACKS
try() {
    printf '== %s\n' "$1"
    printf '#!/bin/sh\nexec qemu-x86_64 -cpu %s "$_PYI_ARCHIVE_FILE" "$@"\n' "$1" "$bundle" >"$work/engine"
    chmod +x "$work/engine"
    output=$(ASIDE_ENGINE_EXECUTABLE=$work/engine timeout 600 "$bundle/aside" self-check 2>&1) || { echo "$output"; fail "$1"; }
    echo "$output"
    features=$(sed -n 's/.*engine .*(\(.*\)), backend.*/ \1 /p' <<<"$output")
    for feature in $2; do [[ $features == *" $feature "* ]] || fail "$1: $feature is not used"; done
    for feature in $3; do [[ $features != *" $feature "* ]] || fail "$1: $feature is used"; done
}

try Nehalem "SSE3 SSSE3" "AVX AVX2 FMA F16C AVX512"
try Haswell "AVX AVX2 FMA F16C" "AVX512"
printf '== this machine\n'
output=$("$bundle/aside" self-check)
echo "$output"
if grep -qw avx2 /proc/cpuinfo; then
    [[ $output == *" AVX2 "* ]] || fail "this machine has AVX2, and it is not used"
fi
printf '== All is well.\n'
