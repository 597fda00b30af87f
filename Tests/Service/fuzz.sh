#!/usr/bin/env bash
# Tests/Service/fuzz.sh PROGRAM URL DATA WORK SEED - property-based requests against a running service find nothing.
#
# schemathesis makes them from /openapi.json, by SEED: first in the name of somebody with every role that works with
# contracts, then of an administrator. No answer is a 5xx or anything that the description does not say.
set -euo pipefail

program=$1 url=$2 data=$3 work=$4 seed=$5
python=.build/python/bin

export TRANCHE_DATA=$data SCHEMATHESIS_HOOKS=hooks PYTHONPATH=Tests/Service PYTHONDONTWRITEBYTECODE=1
"$python/python" Tests/Service/seed.py "$url" "$data" >"$work/schemathesis.toml"

department=$(awk '$1 == "officer@meishan" { print $3 }' "$data/demo-accounts.txt")
roles=()
for role in officer section-head finance head treasury auditor; do roles+=(--role "$role"); done
"$program" user add fuzz --department "$department" "${roles[@]}" >/dev/null
"$program" user add fuzz-admin --department "$department" --role admin >/dev/null

# run ACCOUNT ARGUMENT...: all that is wrong is printed, what is right only counted.
run() {
    local account=$1 token report=$work/$1.txt status=0
    shift
    token=$("$program" token issue "$account" --label fuzz | tail -n 1)
    "$python/schemathesis" --config-file "$work/schemathesis.toml" --no-color run "$url/openapi.json" \
        --header "Authorization: Bearer $token" --seed "$seed" --continue-on-failure --warnings off \
        --checks not_a_server_error,status_code_conformance,content_type_conformance \
        --checks response_headers_conformance,response_schema_conformance \
        --request-timeout 60 "$@" >"$report" 2>&1 || status=$?
    if ((status != 0)); then cat "$report" >&2; else grep -E 'Tested:|generated' "$report"; fi
    return "$status"
}

run fuzz --exclude-tag administration --phases coverage,fuzzing,stateful --max-examples 12
run fuzz-admin --include-tag administration --phases coverage,fuzzing --max-examples 12
