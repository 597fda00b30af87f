#!/usr/bin/env bash
# Tests/Service/backup.sh PROGRAM DATA WORK - what ops/backup writes of a database in use is the database.
#
# Dumps DATA, restores the dump under WORK, and compares every table, row by row in a hash, and who may do what with it.
# Then the program itself reads everything: all journals are computed afresh, and the hashes of each chain verified.
set -euo pipefail

export TRANCHE_PROGRAM=$1 TRANCHE_DATA=$2
work=$3
restored=$work/restored
dump=$work/test.dump

fail() {
    printf 'backup: %s\n' "$*" >&2
    exit 1
}

# Runs a statement in the database of a data directory.
sql() {
    psql -XqAt -v ON_ERROR_STOP=1 "host=$(sed -n 5p "$1/postgres/data/postmaster.pid") port=5432 user=tranche dbname=tranche" \
        -c "$2"
}

# One line for each table: its name, its privileges, the number of its rows, a hash over all of them.
tables() {
    local table
    for table in $(sql "$1" "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            ORDER BY relname"); do
        sql "$1" "SELECT '$table', (SELECT array_agg(acl::text ORDER BY acl::text) FROM pg_class, unnest(relacl) acl
                WHERE oid = '$table'::regclass),
            count(*), md5(coalesce(string_agg(row, E'\n' ORDER BY row), ''))
            FROM (SELECT t::text FROM \"$table\" t) rows (row)"
    done
}

# The service seals what the checks before this one recorded.
settled="SELECT (SELECT count(*) FROM journal_unsealed) = 0
    AND (SELECT max(size) FROM log_checkpoint) = (SELECT count(*) FROM log_leaf)"
for ((round = 0; round < 600; round++)); do
    [[ $(sql "$TRANCHE_DATA" "$settled") != t ]] || break
    sleep 0.1
done
ops/backup "$dump"
[[ $(stat -c %a "$dump") == 600 ]] || fail 'others may read the dump.'
if ops/backup "$dump" 2>/dev/null; then fail 'a dump was overwritten.'; fi

TRANCHE_DATA=$restored ops/backup --restore "$dump"
if TRANCHE_DATA=$restored ops/backup --restore "$dump" 2>/dev/null; then fail 'a database in use was restored into.'; fi

# One a line: a number may have spaces in it.
mapfile -t numbers < <("$TRANCHE_PROGRAM" next --format json | python3 -c '
import json, sys
rows = json.load(sys.stdin)
print(*sorted({row["contract"] for row in rows}), sep="\n")')
[[ ${numbers[0]} ]] || fail 'no contract is open.'
exec {user}<"$restored/postgres/users.lock"
flock --shared "$user"
trap 'exec {user}<&-; TRANCHE_DATA=$restored "$TRANCHE_PROGRAM" department list >/dev/null' EXIT
TRANCHE_DATA=$restored "$TRANCHE_PROGRAM" department list >/dev/null
diff <(tables "$TRANCHE_DATA") <(tables "$restored") || fail 'the tables differ.'
[[ $(tables "$restored" | grep -c '^journal|.*tranche_app') == 1 ]] || fail 'the roles have no rights.'
TRANCHE_DATA=$restored "$TRANCHE_PROGRAM" rebuild
for number in "${numbers[@]}"; do
    TRANCHE_DATA=$restored "$TRANCHE_PROGRAM" history "$number" --format csv >"$work/ours"
    "$TRANCHE_PROGRAM" history "$number" --format csv | cmp - "$work/ours" || fail "the history of $number differs."
done
printf 'backup: %s tables are the same, %s rows.\n' "$(tables "$restored" | wc -l)" \
    "$(tables "$restored" | awk -F'|' '{ n += $(NF - 1) } END { print n }')"
