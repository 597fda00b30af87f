# The pages with COUNT contracts: the server's own time at the median, the time to the first byte with 32 clients, and
# what goes over the wire the first time. Sourced by ops/bench, whose cluster, directory and functions it uses.
# Every page is asked for so often one by one: LOOKS (default 40); with 32 clients for SPAN (default 5) seconds.
looks=${LOOKS:-40}
span=${SPAN:-5}
jar=$work/cookies

# middle FILE: the median of the numbers in it.
middle() { sort -n "$1" | awk '{ n[NR] = $1 } END { print n[int((NR + 1) / 2)] }'; }

# wire PATH: kB of a page and of all that it loads, with their heads, to a browser that has nothing yet.
wire() {
    local total=0 path size
    curl -sS -i -b "$jar" "$base$1" >"$work/page"
    for path in "$1" $(grep -oE '/assets/[a-z0-9.-]+' "$work/page" | sort -u); do
        size=$(curl -sS -i -b "$jar" "$base$path" | wc -c)
        total=$((total + size))
    done
    printf '%s' "$((total / 1024))"
}

# page NAME PATH: one line.
page() {
    local name=$1 path=$2 round before
    [[ $(curl -sS -o /dev/null -w '%{http_code}' -b "$jar" "$base$path") == 200 ]] \
        || { printf '%s: %s is no page\n' "$name" "$path" >&2; return 1; }
    before=$(wc -l <"$log")
    for ((round = 0; round < looks; round++)); do curl -sS -o /dev/null -b "$jar" "$base$path"; done
    tail -n +$((before + 1)) "$log" | sed -nE 's/.*"message":"request".*"method":"GET","ms":([0-9.]+).*/\1/p' >"$work/times"
    local many
    many=$(wrk -t1 -c32 -d"$span" --latency -H "Cookie: $cookie" "$base$path")
    grep -q 'Non-2xx' <<<"$many" && { printf '%s: refused with 32 clients\n' "$name" >&2; return 1; }
    awk -v n="$name" -v m="$(middle "$work/times")" -v k="$(wire "$path")" '
        $1 == "50%" { p = $2 } $1 == "Requests/sec:" { r = $2 }
        END { printf "%-34s %8.1f ms   %9s   %8.0f /s   %5d kB\n", n, m, p, r, k }' <<<"$many"
}

fresh
python3 ops/benchmark/contracts.py "$count" Tests/Fixtures/hotline.json 20 >"$work/contracts.ndjson"
buyer=$(python3 -c 'import json; print(json.loads(input())["contract"]["buyer"])' <"$work/contracts.ndjson")
password=$(
    export PGDATABASE=bench
    "$tranche" import "$work/contracts.ndjson" >/dev/null 2>&1
    "$tranche" department add "$buyer" >/dev/null
    "$tranche" user add everybody --role officer --role auditor --role finance --department "$buyer" | tail -n 1 | sed 's/.*：//'
)
sql -d bench -c 'VACUUM ANALYZE'
start_service
base=http://127.0.0.1:$port
# What was imported is sealed first, which takes the processors from whatever else there is.
until [[ $(sql -d bench -c 'SELECT count(*) FROM journal_unsealed') == 0 ]]; do sleep 0.5; done
# What the server does by itself within a minute of so large an import.
sql -d bench -c 'VACUUM ANALYZE'
curl -sS -o /dev/null -c "$jar" -H "Origin: $base" --data-urlencode 'name=everybody' \
    --data-urlencode "password=$password" "$base/login"
cookie=$(awk '$6 == "tranche" { print "tranche=" $7 }' "$jar")
say
say "pages with $count contracts           server, median   32 clients: first byte, answers   first time over the wire"
page 'work desk' /
page 'contracts' '/contracts'
page 'contracts, searched' '/contracts?q=10000'
page 'a contract' /contracts/100000
page 'its history' /contracts/100000/history
page 'register a contract' /contracts/new
page 'assessments' /assessments
page 'payment requests' /payments
page 'audit' /audit
page 'journal' /audit/journal
say '(at most 50 ms, 100 ms and 100 kB)'
stop_service
