#!/usr/bin/env bash
# Tests/Service/audit.sh PROGRAMS DATA WORK - the commands of README.md's section "For the auditor" work as they stand
# there, beside the running service: PROGRAMS is the directory of tranche and tranche-verify.
set -euo pipefail

programs=$1 data=$2 work=$3/audit
mkdir -p "$work"
awk '/^## / { inside = /^## For the auditor/ } /^```/ { code = inside && /^```bash/; next } code' README.md >"$work/lines"
(($(grep -c '^tranche' "$work/lines") >= 7)) || { printf 'audit: commands are missing.\n' >&2; exit 1; }
cd "$work"
PATH=$programs:$PATH TRANCHE_DATA=$data LANG=zh_CN.UTF-8 LC_ALL= bash -euo pipefail lines >printed 2>&1 \
    || { cat printed >&2; exit 1; }
grep -qx '结论：未发现问题。' printed || { cat printed >&2; exit 1; }
[[ $(head -c 4 statement.pdf) == %PDF && $(head -c 2 exceptions.xlsx) == PK ]]
(($(wc -l <sample.csv) > 1))
# A checkpoint that another log signed is none of this one's.
sed 's/^[0-9]\+$/1/' checkpoint >forged
! "$programs/tranche-verify" audit.zip --key "$(cat key)" --checkpoint forged >/dev/null
