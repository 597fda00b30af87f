#!/usr/bin/env bash
# Tests/Service/reports.sh - reads reports with tools that we did not write: Python's csv and json, openpyxl,
# LibreOffice, and poppler for the pages that it prints.
#
# Usage: Tests/Service/reports.sh FOLDER
# FOLDER holds what SampleFileTests of Documents have left there. Needs libreoffice-calc-nogui and poppler-utils of
# Debian, and openpyxl for the python3 on the PATH.
set -euo pipefail

tools=$(cd "$(dirname "$0")" && pwd)
folder=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Every sheet as it shows it (the last -1), in UTF-8 (76); then every page.
office() {
    timeout 120 soffice --headless -env:UserInstallation="file://$work/profile" --convert-to "$2" --outdir "$work/$1" \
        "$folder"/reports.{zh,en}.xlsx >"$work/log" 2>&1 || { cat "$work/log"; return 1; }
}
office csv 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
office pdf pdf
for language in zh en; do
    pdfinfo -f 1 -l 999 "$work/pdf/reports.$language.pdf" >"$work/pdf/$language.info"
    pdftotext -layout "$work/pdf/reports.$language.pdf" "$work/pdf/$language.txt"
done

python3 "$tools/reports.py" "$folder" "$work"
