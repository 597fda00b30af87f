# The audit trail: sealing, bundles and their verification, for 2,000 contracts with 100,000 entries. Sourced by
# ops/bench, whose cluster, directory and functions it uses.
verifier=$(ops/swift build --show-bin-path)/tranche-verify
command -v zip unzip >/dev/null || apt-get install -q -y --no-install-recommends zip unzip >/dev/null
export TRANCHE_LOG_DIRECTORY=$work/signer

# peak COMMAND...: the most memory that a command takes, in kB.
peak() {
    python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$@"
}
# prepare CONTRACTS FACTS: a database with so many contracts of so many facts, nothing sealed.
prepare() {
    rm -rf "$TRANCHE_LOG_DIRECTORY"
    fresh
    python3 ops/benchmark/contracts.py "$1" Tests/Fixtures/hotline.json "$2" >"$work/contracts.ndjson"
    PGDATABASE=bench "$tranche" import "$work/contracts.ndjson" >/dev/null 2>&1
    entries=$(sql -d bench -c 'SELECT count(*) FROM journal')
}
export_bundle() { PGDATABASE=bench seconds "$tranche" export bundle --all --output "$work/bundle.zip"; }
tables=(-t journal -t log_leaf -t log_node -t log_checkpoint -t holiday_calendar -t document -t document_chunk)
dump() { seconds bash -c "pg_dump --data-only ${tables[*]} bench | zip -q '$work/dump.zip' -"; }
verify() { seconds "$verifier" "$work/bundle.zip"; }
unpack() { seconds bash -c "sha256sum '$work/bundle.zip'; unzip -p '$work/bundle.zip'"; }

say
prepare 500 49
PGDATABASE=bench "$tranche" export bundle --all --output "$work/bundle.zip" >/dev/null
small="$(PGDATABASE=bench peak "$tranche" export bundle --all --output "$work/bundle.zip"), $(peak "$verifier" "$work/bundle.zip")"
fewer=$entries
prepare 2000 49
PGDATABASE=bench seconds "$tranche" checkpoint | awk -v n="$entries" \
    '{ printf "%-52s %8.0f /s   (at least 2000)\n", "seal " n " entries", n / $1 }'
compare "bundle of $entries entries / pg_dump and zip" 3 export_bundle dump
compare "verify it, computing all again / sha256sum and unzip" 10 verify unpack
large="$(PGDATABASE=bench peak "$tranche" export bundle --all --output "$work/bundle.zip"), $(peak "$verifier" "$work/bundle.zip")"
printf '%-52s %s kB, then %s kB\n' "memory of both for $fewer and $entries entries" "$small" "$large"
unset TRANCHE_LOG_DIRECTORY
