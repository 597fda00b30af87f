#!/usr/bin/env python3
"""Runs dossiers through a program and prints where its answers differ from the expected ones.

usage: compare.py SEED COUNT COMMAND [ARG ...]           random dossiers of generate.py, answered by reference.py
       compare.py --golden CASES.ndjson COMMAND [ARG ...]   {"name", "dossier", "statement"} a line

The command reads one dossier a line and writes one answer a line. A statement may carry more than the expected one.
Where errors are expected any errors will do, but one of them must stand where the expected ones are, or inside of it, or
around it. The exit status of the command must be 65 if any answer has errors, else 0.
"""
import json, subprocess, sys
from multiprocessing import Pool

import generate


def differences(want, got, place=""):
    if isinstance(want, dict) and isinstance(got, dict):
        for name, value in want.items():
            if name not in got: yield f"{place}/{name}: missing, want {value!r}"
            else: yield from differences(value, got[name], f"{place}/{name}")
    elif isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for n, (w, g) in enumerate(zip(want, got)): yield from differences(w, g, f"{place}/{n}")
    elif want != got or type(want) is not type(got): yield f"{place}: want {want!r}, got {got!r}"


def meet(a, b):
    """Whether one pointer stands at the other or inside of it."""
    return a == b or a.startswith(b + "/") or b.startswith(a + "/")


def compare(want, line):
    try: got = json.loads(line)
    except ValueError: return [f"no JSON: {line[:120]}"]
    if "errors" not in want: return list(differences(want, got))
    if not got.get("errors"): return [f"accepted, want {want['errors'][0]}"]
    if any(meet(w["pointer"], g["pointer"]) for w in want["errors"] for g in got["errors"]): return []
    return [f"refused elsewhere, want {want['errors'][0]}, got {got['errors'][0]}"]


def cases(argv):
    """Names, dossiers and expected answers, and the command."""
    if argv[0] == "--golden":
        with open(argv[1], encoding="utf-8") as f: rows = [json.loads(x) for x in f]
        return [(x["name"], x["dossier"], x["statement"]) for x in rows], argv[2:]
    seed, count = argv[0], int(argv[1])
    with Pool() as pool: rows = pool.starmap(generate.one, ((seed, n) for n in range(count)), chunksize=20)
    return [(f"{seed}:{n}", *row) for n, row in enumerate(rows)], argv[2:]


def main(argv):
    rows, command = cases(argv)
    feed = "".join(json.dumps(d, ensure_ascii=False) + "\n" for _, d, _ in rows)
    run = subprocess.run(command, input=feed.encode(), stdout=subprocess.PIPE)
    lines = run.stdout.decode().splitlines()
    bad = 0
    refused = sum("errors" in want for _, _, want in rows)
    if len(lines) != len(rows): print(f"want {len(rows)} lines, got {len(lines)}"); bad += 1
    if run.returncode != (65 if refused else 0): print(f"exit status {run.returncode}"); bad += 1
    for (name, dossier, want), line in zip(rows, lines):
        found = compare(want, line)
        if not found: continue
        bad += 1
        if bad <= 5: print(f"{name}:", *found[:4], f"dossier: {json.dumps(dossier, ensure_ascii=False)}", sep="\n  ")
    print(f"{len(rows)} dossiers, {refused} of them with errors: {bad} differ")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
