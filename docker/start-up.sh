#!/usr/bin/env bash
# How long each service takes to start with its class cache and without, in turn, on a stack that runs (docker compose up).
# docker/start-up.sh [rounds]: seconds from the process' begin until it is started, and the memory it then has.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
once() { # service, options → seconds, MiB
  local id said
  id=$(docker compose run -d --no-deps -e JDK_JAVA_OPTIONS="$2" "$1" 2>/dev/null | tail -n 1)
  until said=$(docker logs "$id" 2>&1 | sed -n 's/.*Started .*(process running for \([0-9.]*\)).*/\1/p') && [ -n "$said" ]; do
    [ "$(docker inspect -f '{{.State.Running}}' "$id")" = true ] || { docker logs "$id" >&2; exit 1; }
    sleep 0.2
  done
  printf '%s %s\n' "$said" "$(docker stats --no-stream --format '{{.MemUsage}}' "$id" | sed 's/MiB.*//')"
  docker rm -f "$id" >/dev/null
}
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
for service in scheduler tracker-api notifier; do
  docker compose stop "$service" >/dev/null 2>&1
  with='' without=''
  for _ in $(seq "$rounds"); do
    with+="$(once "$service" "-Dmeasured=with")"$'\n'
    without+="$(once "$service" -XX:AOTMode=off)"$'\n'
  done
  docker compose start "$service" >/dev/null 2>&1
  a=$(printf '%s' "$with" | median) b=$(printf '%s' "$without" | median)
  printf '%-12s with %s s, without %s s, ratio %s; memory %s and %s MiB\n' "$service" "$a" "$b" \
    "$(awk "BEGIN { printf \"%.2f\", $a / $b }")" \
    "$(printf '%s' "$with" | cut -d' ' -f2 | median)" "$(printf '%s' "$without" | cut -d' ' -f2 | median)"
done
