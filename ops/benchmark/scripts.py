#!/usr/bin/env python3
"""Makes pgbench scripts of what the service sent to PostgreSQL, as the server's log tells.

usage: scripts.py LOG DIRECTORY COUNT
The log has `log_statement = all`; a statement 'mark NAME' precedes each request and 'mark end' the rest. Writes
DIRECTORY/NAME.sql, and DIRECTORY/NAME.pipeline.sql with the same in one pipeline. Values stay what they were, but the
contract 100000 becomes any of COUNT, and a new entry takes the place behind its contract's last one. What the service does
on its own meanwhile, sealing the log, is no part of a request and left out.
"""
import re, sys
from pathlib import Path

CONTRACT = "100000"
LAST = "(SELECT max(number) FROM journal WHERE contract = :c)"
# What differs from one recorded fact to the next, by table and column.
FRESH = {
    ("journal", "number"): f"ARRAY[{LAST} + 1]",
    ("journal", "recorded_at"): "ARRAY[clock_timestamp()::text]",
    ("journal", "fact_id"): f"ARRAY['f' || {LAST} + 1]",
    ("journal", "idempotency_key"): "ARRAY['given:' || :k]",
    ("journal", "previous_hash"): "ARRAY[(SELECT hash FROM journal WHERE contract = :c ORDER BY number DESC LIMIT 1)]",
    ("contract", "version"): f"ARRAY[{LAST} + 1]",
    ("contract", "recorded_at"): "ARRAY[clock_timestamp()::text]",
}


def entries(log):
    """[level, text, process] of each entry of the server's log."""
    found = []
    for line in log.splitlines():
        head = re.match(r"\d{4}-\d\d-\d\d \S+ \S+ \[(\d+)\] ([A-Z]+):  (.*)", line)
        if head:
            found.append([head[2], head[3], head[1]])
        elif found:
            found[-1][1] += "\n" + line.removeprefix("\t")
    return found


def literal(value):
    """A value of the log as it is written in SQL."""
    if value == "NULL":
        return "NULL"
    text = value[1:-1]
    if text == CONTRACT:
        return ":c"
    if CONTRACT in text:
        return f"replace({value}, '{CONTRACT}', :c)"
    kind = "::bytea" if text.startswith("\\x") else "::timestamptz" if re.match(r"\d{4}-\d\d-\d\d \d\d:", text) else ""
    return value + kind


def statement(sql, parameters):
    """The statement with its parameters in their places."""
    values = dict(re.findall(r"\$(\d+) = (NULL|'(?:[^']|'')*')", parameters))
    literals = {number: literal(value) for number, value in values.items()}
    if "pg_try_advisory_xact_lock" in sql:
        literals["2"] = ":k"
    if "WHERE idempotency_key = $1" in sql:
        literals["1"] = "'given:' || :k"
    insert = re.match(r"INSERT INTO (\w+) \(([^)]*)\)", sql)
    for number, column in enumerate(insert[2].split(", ") if insert else [], 1):
        literals[str(number)] = FRESH.get((insert[1], column), literals[str(number)])
    return re.sub(r"\$(\d+)", lambda match: literals[match[1]], sql)


SEALING = re.compile("journal_unsealed|log_leaf|log_node|log_checkpoint")


def main():
    log, directory, count = Path(sys.argv[1]).read_text(), Path(sys.argv[2]), int(sys.argv[3])
    scripts, name, transactions = {}, None, {}
    found = entries(log)
    for (level, text, process), (next_level, next_text, _) in zip(found, found[1:] + [["", "", ""]]):
        sent = re.match(r"(?:execute [^:]*|statement): (.*)", text, re.S) if level == "LOG" else None
        if not sent:
            continue
        mark = re.search(r"'mark (\w+)'", sent[1])
        if mark:
            name = mark[1]
            scripts[name] = []
        elif name:
            parameters = next_text if next_level == "DETAIL" else ""
            command = sent[1].strip().rstrip(";")
            transaction = transactions.setdefault(process, [])
            transaction.append((command, parameters))
            if transaction[0][0].startswith("BEGIN") and command not in ("COMMIT", "ROLLBACK"):
                continue
            del transactions[process]
            if not any(SEALING.search(part) for part, _ in transaction):
                scripts[name] += [statement(*part) + ";\n" for part in transaction]
    for name, statements in scripts.items():
        choice = f"\\set c random(100000, {100000 + count - 1})\n\\set k random(1, 9000000000000000000)\n"
        body = "".join(statements)
        (directory / f"{name}.sql").write_text(choice + body)
        (directory / f"{name}.pipeline.sql").write_text(f"{choice}\\startpipeline\n{body}\\endpipeline\n")


main()
