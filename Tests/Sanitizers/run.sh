#!/bin/sh
# Runs the suite under the address sanitizer and under the thread sanitizer, each in a build of its own, and says how many
# tests passed. What they said in full stays in .build/address.log and .build/thread.log.
#
#     Tests/Sanitizers/run.sh [address|thread…]
set -eu
cd "$(dirname "$0")/../.."
mkdir -p .build
[ $# -gt 0 ] || set -- address thread
for sanitizer in "$@"; do
    log=.build/$sanitizer.log
    # XCTest leaks at its exit. One test at a time: those with a time limit would use it up waiting for others. Sanitizers
    # keep memory that was freed, so MemoryTests, which measure how much the command takes, would measure them.
    if ! ASAN_OPTIONS=detect_leaks=0 swift test --no-parallel --skip MemoryTests --sanitize="$sanitizer" \
        --scratch-path ".build/$sanitizer" >"$log" 2>&1
    then
        grep -E -A 20 'error:|recorded an issue|ERROR: |WARNING: ThreadSanitizer|✘' "$log" || tail -n 50 "$log"
        exit 1
    fi
    echo "$sanitizer: $(grep -o 'Test run with .* passed' "$log" | tail -n 1). The slowest, in seconds:"
    sed -n '/^✔ Test run/d; s/^✔ Test \(.*\) passed after \([0-9.]*\) seconds.*/\2 \1/p' "$log" | sort -rn | head -n 5
done
