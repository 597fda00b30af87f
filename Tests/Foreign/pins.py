"""Compares the statements of an unpacked bundle with the hashes that payment requests pinned: python3 pins.py FOLDER

Line n of statements.ndjson hashes to the member `statement` of the contract's n-th claim: an entry of the kind
`request-submitted` or `request-reconfirmed`. And each entry's `previous` is the SHA-256 of the line before it.
"""
import hashlib
import json
import pathlib
import sys

statements = entries = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("contracts/*/entries.ndjson")):
    previous, claims = "0" * 64, []
    for number, line in enumerate(path.read_bytes().split(b"\n")[:-1], 1):
        entry = json.loads(line)
        if entry["previous"] != previous or entry["number"] != number:
            sys.exit(f"{path}:{number} does not follow the line before it")
        previous = hashlib.sha256(line).hexdigest()
        entries += 1
        if entry["kind"] in ("request-submitted", "request-reconfirmed"):
            claims.append(entry["payload"]["statement"])
    lines = (path.parent / "statements.ndjson").read_bytes().split(b"\n")[:-1]
    if [hashlib.sha256(line).hexdigest() for line in lines] != claims:
        sys.exit(f"{path.parent}: the statements are not those that were pinned")
    statements += len(lines)
print(f"chains: all {entries} entries follow the one before; statements: all {statements} have the pinned hashes")
