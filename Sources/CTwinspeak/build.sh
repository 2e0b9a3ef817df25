#!/usr/bin/env bash
# Builds the library for C and lays it out as a prefix: include/twinspeak.h, lib/libTwinspeakC.so.1 and a file for
# pkg-config. It needs no Swift where it runs. For Linux.
#
#     Sources/CTwinspeak/build.sh [PREFIX]        .build/c, if none is given
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
package=$(cd "$here/../.." && pwd)
prefix=${1:-$package/.build/c}
soname=libTwinspeakC.so.1

# A folder of its own: the other builds of the package link the Swift runtime as a library.
swift build -c release --package-path "$package" --scratch-path "$package/.build/static" \
    --product TwinspeakC --disable-local-rpath -Xswiftc -warnings-as-errors -Xswiftc -static-stdlib \
    -Xlinker -soname -Xlinker "$soname" -Xlinker --version-script="$here/exports.map" -Xlinker --strip-debug

mkdir -p "$prefix/include" "$prefix/lib/pkgconfig"
install -m 644 "$here/include/twinspeak.h" "$prefix/include"
install -m 755 "$package/.build/static/release/libTwinspeakC.so" "$prefix/lib/$soname"
ln -sf "$soname" "$prefix/lib/libTwinspeakC.so"
install -m 644 "$here/twinspeak.pc" "$prefix/lib/pkgconfig"
