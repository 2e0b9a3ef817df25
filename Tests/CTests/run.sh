#!/usr/bin/env bash
# Has the library for C used from C99, by two compilers and under valgrind, and looks at what it exports and needs.
#
#     Tests/CTests/run.sh
set -euo pipefail
cd "$(dirname "$0")"
../../Sources/CTwinspeak/build.sh
prefix=$(cd ../../.build/c && pwd)
library=$prefix/lib/libTwinspeakC.so.1
programs=../../.build/c-tests
mkdir -p "$programs"
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig LD_LIBRARY_PATH=$prefix/lib

expect() { # what, the expected lines, the lines that were found
    [ "$2" = "$3" ] || { diff <(echo "$2") <(echo "$3") >&2 || echo "Tests/CTests: $1" >&2; exit 1; }
}

declared=$(grep -o 'twinspeak_[a-z_]*(' ../../Sources/CTwinspeak/include/twinspeak.h | tr -d '(' | sort -u)
expect "exports what the header declares, and nothing else" \
    "$(for name in $declared; do echo "$name@@TWINSPEAK_1"; done)" \
    "$(nm --dynamic --defined-only --extern-only "$library" | awk '$2 != "A" { print $3 }' | sort)"
expect "needs no library but the system's" "libc libgcc_s libm libstdc++" \
    "$(readelf --dynamic "$library" | sed -n 's/.*NEEDED.*\[\([^.]*\).*/\1/p' | grep -v '^ld-linux' | sort | paste -sd ' ')"
expect "finds all of them" "" "$(ldd "$library" | grep 'not found' || true)"
expect "has a name with a version" "[libTwinspeakC.so.1]" \
    "$(readelf --dynamic "$library" | sed -n 's/.*SONAME.*\(\[.*\]\)/\1/p')"

read -ra flags <<<"$(pkg-config --cflags --libs twinspeak)"
awk '/^```c$/ { inside = 1; next } /^```/ { inside = 0 } inside' ../../README.md >"$programs/readme.c"
for compiler in gcc clang; do
    # The README's example prints what stands behind each line that prints.
    "$compiler" -std=c99 -Wall -Wextra -Werror "$programs/readme.c" "${flags[@]}" -o "$programs/readme"
    expect "prints what the README says" "$(sed -n 's|.*; *// ||p' "$programs/readme.c")" "$("$programs/readme")"
    for source in *.c; do
        program=$programs/${source%.c}-$compiler
        "$compiler" -std=c99 -pedantic -Wall -Wextra -Werror -O1 "$source" "${flags[@]}" -pthread -o "$program"
        "$program"
        # Valgrind cannot read the debug information of every clang.
        strip "$program"
        valgrind --quiet --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
            --suppressions=valgrind.supp --error-exitcode=1 "$program"
        echo "Tests/CTests/$source: $compiler, valgrind"
    done
done
