#!/bin/sh
# Holds instructions per byte and allocations per document against Tests/Benchmarks/costs.txt.
#
#     Tests/Benchmarks/guard.sh             fails if one of them has grown by more than 5 %, or was not counted
#     Tests/Benchmarks/guard.sh --record    writes the file anew
#
# Counted by callgrind in Benchmark.round, twice: cold and warm. Times are not looked at. The counts belong to one
# toolchain and one kind of machine; whoever changes either records them anew.
set -eu
cd "$(dirname "$0")/../.."
costs=Tests/Benchmarks/costs.txt
command -v valgrind >/dev/null || { apt-get update -qq && apt-get install -qq -y valgrind >/dev/null; }
swift build -c release --product TwinspeakBenchmarks >&2
program=.build/release/TwinspeakBenchmarks
round=$(nm "$program" | sed -n 's/.* \(.*9BenchmarkV5roundyyAA6EngineVzKF\)$/\1/p')

# Prints "measure instructions/byte allocations".
count() {
    result=$("$program" --only "$1" --documents 4 --rounds 1 --json)
    profile=.build/callgrind.guard
    valgrind --tool=callgrind --toggle-collect="$round" --callgrind-out-file=$profile \
        "$program" --only "$1" --documents 4 --rounds 1 >/dev/null 2>&1
    bytes=$(echo "$result" | sed 's/.*"bytes":\([0-9]*\).*/\1/')
    allocations=$(echo "$result" | sed 's/.*"mallocsPerItem":\([0-9.]*\).*/\1/')
    instructions=$(sed -n 's/^summary: *//p' $profile)
    awk -v name="$1" -v count="$instructions" -v bytes="$bytes" -v allocations="$allocations" \
        'BEGIN { printf "%-28s %6.2f %6.1f\n", name, count / 2 / bytes, allocations }'
}

measured=$(sed -n 's/^\([a-z0-9]*\/[A-Za-z]*\).*/\1/p' $costs | while read -r measure; do count "$measure"; done)
if [ "${1-}" = --record ]; then
    { sed '/^[a-z0-9]*\//d' $costs && echo "$measured"; } >.build/costs.txt
    mv .build/costs.txt $costs
fi
echo "$measured" | awk -v costs=$costs '
    BEGIN { while ((getline line < costs) > 0) { split(line, row); instructions[row[1]] = row[2]; mallocs[row[1]] = row[3] } }
    {
        grown = $2 == 0 || $2 > instructions[$1] * 1.05 || $3 > mallocs[$1] * 1.05
        printf "%s%s\n", $0, grown ? "   was " instructions[$1] " and " mallocs[$1] : ""
        if (grown) failed = 1
    }
    END { exit NR == 0 || failed }'
