# The service over HTTP side by side with pgbench, which sends the same statements. Sourced by ops/bench, whose cluster,
# directory and functions it uses. CLIENTS (default 32) at once, each measurement SPAN (default 5) seconds; memory is
# looked at over LOAD (default 120) seconds.
clients=${CLIENTS:-32}
span=${SPAN:-5}
load=${LOAD:-120}
contracts=${CONTRACTS:-2000}

# rates NAME LEAST OURS THEIRS: answers a second. Both take turns; the round whose ratio is the middle one is printed.
rates() {
    local name=$1 limit=$2 ours=$3 theirs=$4 round a b
    for ((round = 0; round < rounds; round++)); do
        a=$($ours) && b=$($theirs) && printf '%s %s\n' "$a" "$b"
    done | awk '{ print $1, $2, $1 / $2 }' | sort -n -k 3 | awk -v n="$name" -v l="$limit" '{ a[NR] = $1; b[NR] = $2 }
        END { m = int((NR + 1) / 2); printf "%-52s %8.0f /s / %7.0f /s = %5.2f   (at least %s)\n", n, a[m], b[m], a[m] / b[m], l }'
}

api() { curl -sf -o /dev/null -H "Authorization: Bearer $TOKEN" "$@"; }
run_number=0
# wrk_line KIND CLIENTS SECONDS: the last line of requests.lua; fails where an answer was no success.
wrk_line() {
    local line
    line=$(KIND=$1 COUNT=$contracts RUN=$1-$RANDOM-$RANDOM wrk -t1 -c"$2" -d"$3" -s ops/benchmark/requests.lua \
        "http://127.0.0.1:$port" | tail -n 1)
    [[ $line == *' 0' ]] || { printf 'wrk %s: %s\n' "$1" "$line" >&2; return 1; }
    printf '%s' "$line"
}
ours() { wrk_line "$1" "$clients" "$span" | cut -d ' ' -f 1; }
# pgbench SCRIPT: transactions a second, in a database of its own where it writes.
theirs() {
    pgbench -n -M prepared -c "$clients" -j 1 -T "$span" -f "$work/$1.sql" "$2" 2>"$work/errors" \
        | sed -nE 's/^tps = ([0-9.]+).*/\1/p' | grep . || { cat "$work/errors" >&2; return 1; }
}
resident() { awk '/^VmRSS/ { print $2 }' "/proc/$service/status"; }

fresh
python3 ops/benchmark/contracts.py "$contracts" Tests/Fixtures/hotline.json 20 >"$work/contracts.ndjson"
buyer=$(python3 -c 'import json; print(json.loads(input())["contract"]["buyer"])' <"$work/contracts.ndjson")
(
    export PGDATABASE=bench
    "$tranche" import "$work/contracts.ndjson" 2>&1
    "$tranche" department add "$buyer"
    "$tranche" user add officer --role officer --department "$buyer"
) >/dev/null
TOKEN=$(PGDATABASE=bench "$tranche" token issue officer --label bench | tail -n 1)
export TOKEN

# What is sent: each request once to prepare its statements, and once to be written down.
sql -d bench -c "ALTER DATABASE bench SET log_statement = 'all'"
start_service
mark() { sql -d bench -c "SELECT 'mark $1'" >/dev/null; }
base=http://127.0.0.1:$port/api/v1
fact='{"kind":"event","event":"meeting","on":"2022-09-01"}'
for turn in 1 2; do
    mark statement && api "$base/contracts/100000/statement"
    mark positions && api "$base/positions?limit=50"
    mark fact && api -H 'Content-Type: application/json' -H "Idempotency-Key: mark-$turn" -d "$fact" "$base/contracts/100000/facts"
    mark end
done
stop_service
sql -d bench -c 'ALTER DATABASE bench RESET log_statement' -c 'VACUUM ANALYZE'
python3 ops/benchmark/scripts.py "$work/cluster/log" "$work" "$contracts"
sql -d postgres -c 'CREATE DATABASE bench_pgbench TEMPLATE bench'

start_service
memory=$(resident)
ours_statement() { ours statement; }
theirs_statement() { theirs statement bench; }
ours_positions() { ours positions; }
theirs_positions() { theirs positions bench; }
ours_fact() { ours fact; }
theirs_fact() { theirs fact bench_pgbench; }
theirs_pipeline() { theirs fact.pipeline bench_pgbench; }
say
rates "GET statement of 20 facts / pgbench, $clients clients" 0.45 ours_statement theirs_statement
rates "GET positions, 50 of them / pgbench" 0.45 ours_positions theirs_positions
rates 'POST fact / pgbench one statement by one' 1.0 ours_fact theirs_fact
rates 'POST fact / pgbench in a pipeline' 0.6 ours_fact theirs_pipeline
for kind in statement positions fact; do
    wrk_line "$kind" 64 "$span" | awk -v k="$kind" \
        '{ printf "%-52s %8.1f ms / %5.1f ms = %5.2f   (under 5)\n", k ", 64 clients: p99 / p50", $3, $2, $3 / $2 }'
done
wrk_line statement "$clients" "$((load / 4))" >/dev/null
early=$(resident)
wrk_line fact "$clients" "$((load / 4))" >/dev/null
wrk_line statement "$clients" "$((load / 2))" >/dev/null
printf '%-52s %d kB, %d kB, %d kB\n' "memory idle, after $((load / 4)) s and after $load s" "$memory" "$early" "$(resident)"
stop_service
