#!/bin/sh
# Runs the suite under the address sanitizer and under the thread sanitizer, each in a build of its own.
#
#     Tests/Sanitizers/run.sh [address|thread…]
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- address thread
for sanitizer in "$@"; do
    # XCTest leaks at its exit.
    ASAN_OPTIONS=detect_leaks=0 swift test --sanitize="$sanitizer" --scratch-path ".build/$sanitizer"
done
