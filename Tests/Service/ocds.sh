#!/usr/bin/env bash
# Tests/Service/ocds.sh - checks OCDS packages against the standard's schema and our extension's, by jsonschema.
#
# Usage: Tests/Service/ocds.sh FOLDER
# FOLDER is what the tests of Documents have left: releases*.json, records.json and ocds-release-schema.json. Needs
# jsonschema for the python3 on the PATH (Tests/Service/requirements.txt).
set -euo pipefail

tests=$(cd "$(dirname "$0")/.." && pwd)
PYTHONDONTWRITEBYTECODE=1 python3 "$tests/Foreign/ocds.py" "$tests/Fixtures/ocds" "$1/ocds-release-schema.json" \
    "$1"/releases.json "$1"/releases-adorned.json "$1"/records.json

# That the check can fail: a package of which one amount is a text, and one with a field that nobody knows.
for change in 's/"amount":\([0-9.]*\)/"amount":"\1"/' 's/"dateSigned"/"signedDate"/'; do
    sed "$change" "$1/releases.json" >"$1/releases-broken.json"
    if PYTHONDONTWRITEBYTECODE=1 python3 "$tests/Foreign/ocds.py" "$tests/Fixtures/ocds" "$1/ocds-release-schema.json" \
        "$1/releases-broken.json" >/dev/null; then
        echo "ocds.sh: a broken package passed: $change" >&2
        exit 1
    fi
done
