#!/bin/sh
# Instructions per byte of parsing, rewriting and translating the transcripts, counted by callgrind.
#
#     Tests/Benchmarks/instructions.sh [PAYLOAD] [MEASURE…]
#
# Each measure runs for one round and for two; the difference, divided by the bytes of a round, leaves start-up out.
# The profile of the longer run stays in .build/callgrind.MEASURE for callgrind_annotate.
set -eu
cd "$(dirname "$0")/../.."
payload=${1:-transcripts}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- parse rewrite toGemini toOpenAI
swift build -c release --product TwinspeakBenchmarks >&2
program=.build/release/TwinspeakBenchmarks

# Instructions of one run: the counter is the last word of callgrind's line "summary: N".
count() {
    valgrind --tool=callgrind --callgrind-out-file="$3" "$program" --only "$1" --rounds "$2" --json 2>/dev/null \
        >"$3.json"
    sed -n 's/^summary: *//p' "$3"
}

for measure in "$@"; do
    profile=.build/callgrind.$measure
    one=$(count "$payload/$measure" 1 "$profile")
    two=$(count "$payload/$measure" 2 "$profile")
    bytes=$(sed 's/.*"bytes":\([0-9]*\).*/\1/' "$profile.json")
    awk -v name="$payload/$measure" -v count="$((two - one))" -v bytes="$bytes" \
        'BEGIN { printf "%-28s %6.2f instructions/byte\n", name, count / bytes }'
done
