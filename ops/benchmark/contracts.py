#!/usr/bin/env python3
"""Writes COUNT contracts with ten facts each as NDJSON: what ops/bench imports.

usage: contracts.py COUNT DOSSIER.json [FACTS]
Each is the given dossier (the hotline contract) with a number, supplier and invoice numbers of its own and its whole
calendar moved by some months, so that due dates spread over years. With FACTS (10 or more) each has so many, the rest
meetings, and all have the calendar of the dossier, so that what follows from one follows from all.
"""
import copy, json, re, sys
from datetime import date


def moved(value, months):
    """The same structure with every date moved by so many months."""
    if isinstance(value, dict):
        return {name: moved(part, months) for name, part in value.items()}
    if isinstance(value, list):
        return [moved(part, months) for part in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        month = day.year * 12 + day.month - 1 + months
        last = (date(month // 12 + (month % 12 == 11), (month + 1) % 12 + 1, 1) - date.resolution).day
        return date(month // 12, month % 12 + 1, min(day.day, last)).isoformat()
    return value


def main():
    count, template = int(sys.argv[1]), json.load(open(sys.argv[2], encoding="utf-8"))
    facts = int(sys.argv[3]) if len(sys.argv) > 3 else None
    template["facts"] += [
        {"id": "h7", "kind": "paid", "installment": "y1-acceptance", "amount": "1786000.00", "on": "2022-05-04"},
        {"id": "h8", "kind": "assessment", "assessment": "y1h1", "score": "96", "on": "2022-05-10"},
        {"id": "h9", "kind": "assessment", "assessment": "y1h2", "score": "94.5", "on": "2022-07-05"},
        {"id": "h10", "kind": "invoice", "installment": "y1-balance", "number": "1003", "amount": "893000.00",
         "on": "2022-07-10"},
    ]
    meetings = range(len(template["facts"]), facts or 0)
    template["facts"] += [
        {"id": f"m{day}", "kind": "event", "event": "meeting", "on": f"2022-08-{day % 28 + 1:02}"} for day in meetings]
    variants = [template] if facts else [moved(template, months) for months in range(48)]
    for index in range(count):
        dossier = copy.deepcopy(variants[index % len(variants)])
        number = dossier["contract"]["number"] = str(100000 + index)
        dossier["contract"]["supplier"] = f"供应商{index % 997:03}有限公司"
        for fact in dossier["facts"]:
            if fact["kind"] == "invoice":
                fact["number"] = f"{number}-{fact['number']}"
        print(json.dumps(dossier, ensure_ascii=False))


main()
