#!/usr/bin/env bash
# Tests/Service/foreign.sh - checks a bundle with tools that we did not write: unzip, sha256sum, openssl, Go's
# golang.org/x/mod/sumdb and pymerkle. The commands are those of check-without-our-software.md.
#
# Usage: Tests/Service/foreign.sh BUNDLE [PROOFS]
# Needs golang-go and golang-golang-x-mod-dev of Debian, and pymerkle 7.0.0 for the python3 on the PATH (from PyPI).
set -euo pipefail

tools=$(cd "$(dirname "$0")/../Foreign" && pwd)
bundle=$(realpath "$1")
proofs=${2:+$(realpath "$2")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 1. Unpack, and compare every file with the list.
unzip -q "$bundle" -d "$work/bundle"
cd "$work/bundle"
sha256sum --check --strict --quiet SHA256SUMS
echo "sha256sum: all $(wc -l <SHA256SUMS) files are as listed"

# 2. The signature of the checkpoint: its text, its first signature without the four bytes of the key's hash.
sed '/^$/,$d' checkpoint >"$work/text"
sed -n 's/^— .* //p' checkpoint | head -n 1 | base64 -d | tail -c +5 >"$work/signature"
openssl pkeyutl -verify -pubin -inkey keys/1.pem -rawin -in "$work/text" -sigfile "$work/signature"

# 3. The chains, and the statements that payment requests rest on.
python3 "$tools/pins.py" .

# 4. The note, the root and each entry's place, by Go.
(cd "$tools/check" && GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=${GOCACHE:-$work/go} \
    go run main.go "$work/bundle" ${proofs:+"$proofs"})

# 5. The root, and inclusion proofs, by pymerkle.
python3 "$tools/merkle.py" . ${proofs:+"$proofs"}
