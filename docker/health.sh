#!/usr/bin/env bash
# Asks the gateway of this container whether it is live or ready: health.sh live|ready. Exits 0 or 1.
# Bash alone does it: no curl in the image, and no second JVM every ten seconds.
set -euo pipefail

port=${SUINIAN_METRICS_PORT:-8482}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "${1:-live}" >&3
read -r -t 2 _ status _ <&3
[ "$status" = 200 ]
