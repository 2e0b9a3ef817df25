#!/bin/sh
# Holds the memory that the statically linked command takes at most against what is promised: the input and 8 MB.
#
#     Tests/Benchmarks/memory.sh
#
# Requests and answers of 5 and 50 MB, nearly all of it base64, in a file and from a pipe. Fails if one takes more.
set -eu
cd "$(dirname "$0")/../.."
[ -x /usr/bin/time ] || { apt-get update -qq && apt-get install -qq -y time >/dev/null; }
swift build -c release --scratch-path .build/static-command --product twinspeak -Xswiftc -static-executable >&2
program=.build/static-command/release/twinspeak
files=$(mktemp -d)
trap 'rm -r "$files"' EXIT

# Prints a body for a command, with so many bytes of base64.
body() {
    case $1 in
    request) printf '{"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,' ;;
    response) printf '{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"' ;;
    esac
    head -c "$2" /dev/zero | tr '\0' A
    case $1 in
    request) printf '"}}]}]}' ;;
    response) printf '"}}]},"finishReason":"STOP"}]}' ;;
    esac
}

# Runs a command with its input, and prints what it took beyond the input's size.
measure() {
    case $2 in
    file) /usr/bin/time -f %M -o "$files/peak" "$program" "$1" --diagnostics none "$files/body" ;;
    pipe) cat "$files/body" | /usr/bin/time -f %M -o "$files/peak" "$program" "$1" --diagnostics none ;;
    esac >"$files/output"
    awk -v name="$1 $2" -v size="$(wc -c <"$files/body")" -v written="$(wc -c <"$files/output")" '{
        more = $1 * 1024 - size
        printf "%-14s %4.1f MB and %3.1f\n", name, size / 1e6, more / 1e6
        exit more > 8e6 || written < size / 2
    }' "$files/peak"
}

failed=0
for bytes in 5000000 50000000; do
    for command in request response; do
        body $command $bytes >"$files/body"
        for way in file pipe; do measure $command $way || failed=1; done
    done
done
exit $failed
