# The calculation, the import and the list of next payments. Sourced by ops/bench, whose cluster, directory and functions
# it uses.
benchmark=$(ops/swift build --show-bin-path)/benchmark

say
printf '%-52s %s   (at least 150000)\n' 'the calculation alone, one core' "$("$benchmark" Tests/Fixtures/hotline.json)"

# --- compute against Python's JSON reader -------------------------------------------------------------------------
python3 - "$count" >"$work/dossiers.ndjson" <<'PYTHON'
import itertools, json, sys
lines = [json.dumps(json.loads(line)["dossier"], ensure_ascii=False) for line in open("Tests/Fixtures/golden.ndjson")]
for line in itertools.islice(itertools.cycle(lines), int(sys.argv[1])): print(line)
PYTHON
compute() { seconds bash -c "'$tranche' compute - <'$work/dossiers.ndjson'"; }
json_loads() { seconds python3 -c 'import sys,json; [json.loads(l) for l in open(sys.argv[1])]' "$work/dossiers.ndjson"; }
compare "compute $count dossiers / json.loads of the file" 1 compute json_loads

# --- the database -------------------------------------------------------------------------------------------------
python3 ops/benchmark/contracts.py "$count" Tests/Fixtures/hotline.json >"$work/contracts.ndjson"
tables='contract journal installment_position payment invoice assessment_result'
import() { fresh && PGDATABASE=bench seconds "$tranche" import "$work/contracts.ndjson"; }
fresh
PGDATABASE=bench "$tranche" import "$work/contracts.ndjson" >/dev/null 2>&1
script=$work/copy.sql
echo 'BEGIN;' >"$script"
for table in $tables; do
    sql -d bench -c "\\copy $table TO '$work/$table.copy'"
    echo "\\copy $table FROM '$work/$table.copy'" >>"$script"
done
echo 'COMMIT;' >>"$script"
copy() { fresh && seconds psql -XqAt -v ON_ERROR_STOP=1 -d bench -f "$script"; }
compare "import $count contracts / psql COPY of the same rows" 3 import copy

sql -d bench -c 'VACUUM ANALYZE'
query="SELECT number, title, supplier, next_installment, next_label, next_status, next_amount_fen, next_due_on,
    next_blocked_by FROM contract WHERE next_installment IS NOT NULL
    ORDER BY coalesce(next_due_on, 'infinity'::date), number"
next() { PGDATABASE=bench seconds "$tranche" next --format csv; }
select_next() { seconds psql -Xq --csv -d bench -c "$query"; }
compare "next over $count contracts / psql with the query" 2 next select_next
