#!/usr/bin/env bash
# Builds libexpat.so.1 without arc4random_buf, which C libraries before 2.36 lack, from the distribution's own source.
# fontconfig needs it, and the bundle brings it for systems that have neither.
#
#     packaging/linux/build_expat.sh OUTPUT_FOLDER
set -euo pipefail

output=$(realpath -m "$1")
# shellcheck source=/dev/null
suite=${SUITE:-$(. /etc/os-release && echo "$VERSION_CODENAME")}
# shellcheck source=/dev/null
system=$(. /etc/os-release && echo "$ID")
if [ "$system" = ubuntu ]; then mirror=${MIRROR:-http://archive.ubuntu.com/ubuntu}; fi
mirror=${MIRROR:-${mirror:-http://deb.debian.org/debian}}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

mkdir -p lists/partial
echo "deb-src $mirror $suite main" >sources.list
apt=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists"
    -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update -qq
apt-get "${apt[@]}" source --only-source -qq expat >/dev/null

# Its three files with the distribution's options, and getrandom for the salt of its hash tables.
touch expat_config.h
lib=$(echo expat-*/expat/lib)
mkdir -p "$output"
gcc -O2 -g0 -fPIC -fvisibility=hidden -DXML_ENABLE_VISIBILITY=1 -DXML_BUILDING_EXPAT=1 -I. -DXML_DTD=1 -DXML_GE=1 -DXML_NS=1 \
    -DXML_CONTEXT_BYTES=1024 -DBYTEORDER=1234 -DHAVE_GETRANDOM=1 -shared -Wl,-soname,libexpat.so.1 -Wl,-z,relro,-z,now \
    -o "$output/libexpat.so.1" "$lib/xmlparse.c" "$lib/xmlrole.c" "$lib/xmltok.c"
strip --strip-unneeded "$output/libexpat.so.1"
echo "$output/libexpat.so.1"
