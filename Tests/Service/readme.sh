#!/usr/bin/env bash
# Tests/Service/readme.sh URL DATA WORK - the commands of README.md's section "The service" work as they stand there.
#
# They run as one script, with another address and another directory of the data, and the status of each answer is
# compared with what the section shows.
set -euo pipefail

url=$1 data=$2 work=$3
statuses=$work/statuses
: >"$statuses"

{
    printf 'set -euo pipefail\n'
    printf 'curl() { command curl --max-time 60 --write-out "%%{stderr}%%{http_code}\\n" "$@" 2>>%q; }\n' "$statuses"
    awk '/^## / { inside = /^## The service/ } /^```/ { code = inside && /^```bash/; next } code' README.md |
        sed "s|http://127.0.0.1:8080|$url|; s|\.tranche/|$data/|"
} >"$work/readme.bash"
(($(grep -c 'curl -s' "$work/readme.bash") >= 5)) || { printf 'readme: five curl lines are missing.\n' >&2; exit 1; }
bash "$work/readme.bash" 2>&1 | cat >"$work/answers" || { cat "$work/answers" "$statuses" >&2; exit 1; }

# Two log-ins, the work list, the statement, the request raised, the approval.
if [[ $(paste -sd ' ' "$statuses") != '201 201 200 200 201 200' ]]; then
    printf 'readme: the statuses are %s.\n' "$(paste -sd ' ' "$statuses")" >&2
    cat "$work/answers" >&2
    exit 1
fi
