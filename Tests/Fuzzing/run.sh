#!/usr/bin/env bash
# Fuzzes each entry for five minutes or ten million executions, whichever is first; fails if there are findings.
#
#     Tests/Fuzzing/run.sh [ENTRY…]
#
# SECONDS_EACH and RUNS_EACH say otherwise how long. The corpus stays in .build/corpus, findings in .build/findings;
# `swift run Fuzz ENTRY FILE` replays one.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- request response stream error validate schema json dataURL events
# --sanitize=address beside it reaches the compiler in any order, and one of the two loses coverage.
swift build -c release --scratch-path .build/fuzzing --product Fuzz --sanitize=fuzzer \
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -DFUZZING >&2
program=.build/fuzzing/release/Fuzz

# A file for the entry, behind its choices: who wrote it (0 OpenAI, 1 Gemini), and what it is (0 to 3).
seed() {
    local name=${4//\//-}
    { printf '%b' "\\x0$2\\x00\\x$3""0\\x00"; cat "$4"; } >"$1/$name"
}

seeds() {
    local corpus=.build/corpus/$1 file wire
    mkdir -p "$corpus"
    case $1 in
    request) set -- Fixtures/requests/*/in.* Fixtures/relays/*/request/in.* ;;
    response) set -- Fixtures/responses/*/in.* Fixtures/relays/*/response/in.* ;;
    stream | events) set -- Fixtures/streams/*/in.* ;;
    error) set -- Fixtures/errors/*/in.* ;;
    schema) set -- Fixtures/schemas/*/in.* ;;
    validate)
        for file in Fixtures/responses/*/in.*; do seed "$corpus" "$(wire "$file")" 1 "$file"; done
        for file in Fixtures/errors/*/in.*; do seed "$corpus" "$(wire "$file")" 3 "$file"; done
        set -- Fixtures/requests/*/in.* Fixtures/invalid/*/in.*
        ;;
    json) set -- Fixtures/*/*/in.*.json ;;
    dataURL)
        grep -rhoE 'data:[^"]{1,400}' Fixtures/*/*/in.* | sort -u | split -l 1 - "$corpus/url-"
        for file in "$corpus"/url-*; do printf '\0\0\0\0%s' "$(cat "$file")" >"$file"; done 2>/dev/null
        return
        ;;
    esac
    for file; do seed "$corpus" "$(wire "$file")" 0 "$file"; done
}

wire() { case $1 in *.gemini.*) echo 1 ;; *) echo 0 ;; esac }

fuzz() {
    local entry=$1 executions
    seeds "$entry"
    mkdir -p ".build/findings/$entry"
    # What Swift keeps for ever, in enumerations, looks like a leak.
    FUZZ_ENTRY=$entry SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:malloc_context_size=0 "$program" -fork=1 -ignore_crashes=1 \
        -detect_leaks=0 -entropic=0 -max_len=8192 -timeout=20 -rss_limit_mb=4096 -max_total_time="${SECONDS_EACH:-300}" \
        -runs="${RUNS_EACH:-10000000}" -artifact_prefix=".build/findings/$entry/" ".build/corpus/$entry" \
        >".build/fuzzing/$entry.log" 2>&1 || true
    executions=$(sed -n 's/^#\([0-9]*\): cov.*/\1/p' ".build/fuzzing/$entry.log" | tail -n 1)
    [ -n "$executions" ] || cp ".build/fuzzing/$entry.log" ".build/findings/$entry/nothing-ran"
    printf '%-10s %9s executions  %s findings\n' "$entry" "${executions:-no}" \
        "$(find ".build/findings/$entry" -type f | wc -l)"
}

# As many entries at once as there are processors.
for entry; do
    while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done
    fuzz "$entry" &
done
wait
[ -z "$(find .build/findings -type f)" ]
