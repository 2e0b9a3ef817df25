#!/usr/bin/env bash
# Has every recorded output judged by clients that others wrote: OpenAI's SDK, 2.x and then 3.x, and Google's. And has
# these clients talk to gateways that embed the library for C, in Python and in nginx, in front of fake upstreams.
#
#     Tests/Clients/run.sh
#
# The clients stay in .build/clients-2 and .build/clients-3 until a version changes; only the first run needs a network.
set -euo pipefail
cd "$(dirname "$0")"
export NO_PROXY=127.0.0.1  # error bodies are served from here

../../Sources/CTwinspeak/build.sh
lua=/usr/lib/nginx/modules/ngx_http_lua_module.so
if [ ! -e "$lua" ]; then
    { apt-get update -qq && apt-get install -qq -y nginx libnginx-mod-http-lua; } >/dev/null || true
fi

failed=0
for major in 2 3; do
    clients=../../.build/clients-$major
    versions=$(cat "requirements-$major.txt" constraints.txt)
    if [ "$versions" != "$(cat "$clients/versions" 2>/dev/null)" ]; then
        python3 -m venv --clear "$clients"
        "$clients/bin/pip" install --quiet --disable-pip-version-check \
            --requirement "requirements-$major.txt" --constraint constraints.txt
        echo "$versions" >"$clients/versions"
    fi
    grep openai "requirements-$major.txt"
    "$clients/bin/python" -m unittest --verbose || failed=1
done
exit $failed
