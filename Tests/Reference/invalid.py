#!/usr/bin/env python3
"""Dossiers with one rule of section 6 broken, one JSON text per line: {"dossier", "kind", "pointer"}.

usage: invalid.py SEED COUNT [--check | --kinds | --against COMMAND [ARG ...]]

pointer is where an error is expected (READINGS 56 says how places are named), null where several places would do.
Kinds go round in turn, so COUNT of a few times the number of kinds (--kinds lists them) gives every kind its share.
A kind with the prefix "future:" or "voided:" is broken in a fact that does not count (READINGS 13); "amended:" in
amended terms. Kinds of JSON text that no dossier can show carry "raw" (the line to feed) and a null dossier.
--check runs reference.py over them: every one must give errors, one of them at the pointer.
--against does the same with a command that reads one dossier per line and writes one answer per line;
errors elsewhere than at the pointer are counted and shown, but only an answer without errors fails.
"""
import copy, json, random, subprocess, sys
from collections import Counter
from datetime import date, timedelta

import generate, reference

# ---------------------------------------------------------------- what stands where: (pointer, holder, key, type)

SHARE = {"percent": "percent", "of": "base"}
CONTRACT = {"number": "string", "title": "string", "buyer": "string", "supplier": "string", "currency": "choice",
            "price": "money", "signedOn": "date", "excess": "choice?",
            "lateInterest": {"percentPerDay": "percent"}, "term": {"from": "date", "to": "date"},
            "years": [{"year": "int", "fee": "money", "from": "date", "to": "date"}],
            "termination": [{"series": ["id"], "below": "score", "times": "int"}],
            "installments": [{"id": "id", "label": "string", "year": "int?", "kind": "choice", "assessedBy": "id?",
                              "needs": ["id"], "within": {"days": "int", "workingDays": "int", "months": "int"},
                              "amount": {"fixed": "money", "percent": "percent", "of": "base", "remainder": "base",
                                         "max": "money?",
                                         "metered": {"unitPrices": "prices", "from": "date", "to": "date"},
                                         "withheld": {"percent": "percent", "from": ["id"]}},
                              "when": "condition"}],
            "assessments": [{"id": "id", "label": "string", "rectifications": "int?", "decimals": "int?",
                             "sheet": [{"id": "id", "label": "string", "max": "score", "each": "score"}],
                             "combine": [{"assessment": "id", "weight": "weight"}],
                             "veto": {"criteria": ["id"], "effect": "choice"},
                             "failures": {"criteria": ["id"], **SHARE},
                             "bands": [{"from": "score", **SHARE}],
                             "points": [{"pointsBelow": "score", "downTo": "score?", "scoreFrom": "score?",
                                         "scoreBelow": "score?", "fraction": "choice", **SHARE}],
                             "cap": SHARE}]}
CONDITION = {"event": "id", "count": "id", "atLeast": "int", "date": "date", "after": "id", "months": "int", "days": "int",
             "yearStarts": "int", "yearElapsed": "int", "yearEnds": "int", "contractEnds": "true", "invoice": "true",
             "clear": "id", "all": ["condition"], "any": ["condition"]}
FACT = {"id": "id", "kind": "choice", "on": "date", "document": "string?", "note": "string?", "recordedAt": "instant?",
        "recordedBy": "string?", "event": "id", "count": "int?", "installment": "id", "number": "string",
        "amount": "money", "item": "id", "quantity": "quantity", "assessment": "id", "score": "score?",
        "incidents": "incidents", "failed": ["id"], "vetoed": ["id"], "round": "int?", "deduction": "money",
        "reason": "string", "objection": "id", "voucher": "string?", "fundSource": "string?", "payment": "id?",
        "contract": CONTRACT, "fact": "id"}
DOSSIER = {"contract": CONTRACT, "facts": [FACT], "asOf": "date",
           "calendar": {"holidays": ["date"], "workingWeekends": ["date"]}}
OPTIONAL = {"lateInterest", "termination", "needs", "within", "assessments", "calendar", "sheet", "combine", "veto",
            "failures", "bands", "points", "cap", "failed", "vetoed", "incidents", "excess"}
# fields whose absence is no plain "missing": one of several must be there, or the object changes its kind
CHOICES = {"years", "term", "fixed", "remainder", "metered", "withheld", "days", "workingDays", "months", "event", "count",
           "date", "after", "yearStarts", "yearElapsed", "yearEnds", "contractEnds", "invoice", "clear", "all", "any",
           "score", "incidents"}


def slots(v, schema=DOSSIER, p="", holder=None, key=None):
    """Every place of a dossier: (pointer, holder, key, type); type "object" and "list" for the containers."""
    if schema == "condition": schema = CONDITION
    if schema == "prices" or schema == "incidents":
        yield p, holder, key, "object"
        for k in v: yield f"{p}/{k}", v, k, "unit-price" if schema == "prices" else "int"
    elif isinstance(schema, dict):
        if isinstance(v, str):                          # a calendar by name
            yield p, holder, key, "calendar"; return
        yield p, holder, key, "object"
        for k in v: yield from slots(v[k], schema[k], f"{p}/{reference.token(k)}", v, k)
    elif isinstance(schema, list):
        yield p, holder, key, "list"
        for n, x in enumerate(v): yield from slots(x, schema[0], f"{p}/{n}", v, n)
    else: yield p, holder, key, schema.rstrip("?")


DECIMALS = ("money", "percent", "score", "weight", "quantity", "unit-price")
WRONG = {
    "money": ["1.005", "12.345", "100.000", "1,000.00", "", "abc", "1e5", "5.", ".5", " 5.00", "5.00 ", "5.00元", "１.00", "0x10", "--1", "1.0.0"],
    "percent": ["1.1234567", "5%", "", "x", "1/3", ".", "1 .5", "NaN", "Infinity"],
    "score": ["80.123", "9O", "", "80,5", "80.", "1e1", "100%"],
    "weight": ["0.3333333", "1/2", "", "x"],
    "quantity": ["1.0000001", "", "1,5", "1e3", "five"],
    "unit-price": ["0.0000001", "", "x", "1.2.3"],
    "date": ["2021-02-30", "2021-13-01", "2021-2-3", "20210203", "", "2021-02-29", "2021-00-10", "2100-02-29", "2021-04-31",
             "2021-01-32", "2021-02-03T00:00:00Z", "03/02/2021", "2021-02-03 ", "２０２１-01-01", "21-01-01", "2021-1-01", "-2021-01-01"],
    "id": ["", "Upper", "-x", "a" * 65, "a_b", "é", "a b", "a/b", "名", "x\n"],
    "choice": ["other", "", "Fixed", "CNY "],
    "base": ["years:1", "year:", "year:x", "Contract", "", "year:-1", "contract ", "year:1.0"],
    "instant": ["2021-02-03", "yesterday", "2021-02-30T00:00:00Z", "2021-02-03T25:00:00Z", "2021-02-03T10:00:00"],
}
TYPES = {
    "string": [42, None, True, [], {}], "choice": [1, None, ["x"]], "date": [20210203, None, {}, ["2021-01-01"]],
    "id": [7, None, [], False], "base": [1, None, {"year": 1}], "instant": [0, None],
    "int": ["5", 2.5, True, None, [1]], "true": ["true", 1, None], "calendar": [1, None, ["2021-01-01"]],
    "object": ["x", [], None, 3, True], "list": [{}, "x", None, 1],
    **{k: [None, True, [], {"amount": "1"}] for k in DECIMALS},
}


class Breaker:
    def __init__(self, d, rng, living):
        self.d, self.r, self.living, self.prefix, self.raw = d, rng, living, "", None
        self.place, self.at, self.amended = d["contract"], "/contract", False
        self.why = {n: "future:" if f["on"] > d["asOf"] else "voided:" for n, f in enumerate(d["facts"])}

    @property
    def terms(self):
        """The terms to break: the first ones, or those of an amendment."""
        if self.amended: self.prefix = "amended:"
        return self.place

    def pick(self, xs):
        """One of xs, or the kind does not fit this dossier."""
        xs = list(xs)
        if not xs: raise LookupError
        return self.r.choice(xs)

    def into_amended(self):
        rows = [(n, f) for n, f in enumerate(self.d["facts"]) if f["kind"] == "amended"]
        if rows:
            n, f = self.r.choice(rows)
            self.place, self.at, self.amended = f["contract"], f"/facts/{n}/contract", True

    def note(self, pointer):
        """Marks in which kind of fact the break is."""
        part = pointer.split("/")
        if part[1:2] == ["facts"] and len(part) > 2:
            n = int(part[2])
            if n not in self.living: self.prefix = self.why.get(n, "") + self.prefix
            elif "/contract/" in pointer and self.d["facts"][n]["kind"] == "amended": self.prefix = "amended:"
        return pointer

    def slot(self, *types, where=lambda p, h, k, t: True):
        return self.pick([s for s in slots(self.d) if s[3] in types and s[1] is not None and where(*s)])

    def facts(self, *kinds, living=True):
        return [(n, f) for n, f in enumerate(self.d["facts"])
                if f["kind"] in kinds and (not living or n in self.living)]

    def rows(self, *forms):
        return [(n, i) for n, i in enumerate(self.terms["installments"]) if not forms or any(k in i["amount"] for k in forms)]

    def ass(self, key=None):
        return [(n, a) for n, a in enumerate(self.terms.get("assessments", [])) if key is None or key in a]

    def standing(self):
        """The terms that stand, for breaks that need them."""
        last = None
        for n, f in sorted(self.facts("amended"), key=lambda x: (x[1]["on"], x[0])): last = f["contract"]
        return last or self.d["contract"]

    def add_fact(self, **f):
        f = {"id": self.new_id(), **f}
        f.setdefault("on", self.d["asOf"])
        self.d["facts"].append(f)
        return f"/facts/{len(self.d['facts']) - 1}"

    def new_id(self):
        taken = {f["id"] for f in self.d["facts"]}
        return next(f"x{n}" for n in range(10 ** 6) if f"x{n}" not in taken)


KINDS = {}


def kind(f):
    KINDS[f.__name__.replace("_", "-")] = f
    return f


# -- shape, anywhere

def shape(name, types, values):
    def f(b):
        p, h, k, t = b.slot(*types)
        h[k] = b.r.choice(values[t])
        return b.note(p)
    KINDS[name] = f


for t in WRONG: shape(f"bad-{t}", (t,), WRONG)
for t in TYPES: shape(f"type-of-{t}", (t,), TYPES)


@kind
def number_for_decimal(b):
    p, h, k, t = b.slot(*DECIMALS)
    h[k] = b.r.choice([5, 0, 80.5, 0.1, 10 ** 20, -3, 1e3])
    return b.note(p)


def number_in(t):
    def f(b):
        p, h, k, _ = b.slot(t)
        h[k] = b.r.choice([5, 80.5, 0.5])
        return b.note(p)
    KINDS[f"number-for-{t}"] = f


for t in DECIMALS: number_in(t)


@kind
def unknown_field(b):
    holders = [(p, h[k] if h is not None else b.d) for p, h, k, t in slots(b.d)
               if t == "object" and not p.endswith(("/incidents", "/unitPrices"))]
    p, o = b.pick(holders)
    name = b.r.choice(["extra", "Amount", "fees", "x/y", "~", "", "comment", "round ", "备注"])
    o[name] = b.r.choice(["1", 1, None, {}])
    return b.note(f"{p}/{reference.token(name)}")


@kind
def unknown_field_at_top(b):
    b.d["statement"] = {}
    return "/statement"


@kind
def field_of_another_kind(b):
    n, f = b.pick(b.facts("event", "invoice", "paid", "returned", "voided", "ruling", "terminated", "objection", living=False))
    name, v = b.r.choice([("score", "80"), ("item", "vcpu"), ("contract", {}), ("round", 1), ("incidents", {}), ("quantity", "1")])
    f[name] = v
    return b.note(f"/facts/{n}/{name}")


@kind
def missing_field(b):
    def plain(p, h, k, t):
        return isinstance(k, str) and k not in OPTIONAL and k not in CHOICES and "?" not in str(owner(p))
    p, h, k, t = b.pick([s for s in slots(b.d) if s[1] is not None and plain(*s)
                         and not s[0].rsplit("/", 1)[0].endswith(("/unitPrices", "/incidents"))])
    if (k, t) == ("percent", "percent") and p.endswith("amount/percent"): raise LookupError
    if k == "contract" and "/facts/" in p: pass
    del h[k]
    return b.note(p)


def owner(p):
    """The schema of the place, to see whether it is optional."""
    s = DOSSIER
    for part in p.split("/")[1:]:
        if s in ("prices", "incidents"): return "?"
        if s == "condition": s = CONDITION
        s = s[0] if isinstance(s, list) else s[part.replace("~1", "/").replace("~0", "~")]
    return s if isinstance(s, str) else ""


@kind
def dossier_is_no_object(b):
    b.d = b.r.choice([[], "x", None, 1, True, [b.d]])
    return ""


@kind
def fact_is_no_object(b):
    n = b.r.randrange(len(b.d["facts"])) if b.d["facts"] else b.pick([])
    b.d["facts"].insert(n, b.r.choice(["x", None, 1, []]))
    return f"/facts/{n}"


@kind
def unknown_fact_kind(b):
    return b.add_fact(kind=b.r.choice(["payment", "Paid", "", "void", "assessed"])) + "/kind"


@kind
def too_big_an_integer(b):
    p, h, k, t = b.slot("int")
    h[k] = 2 ** 63 + b.r.choice([0, 1, 10 ** 30])
    return b.note(p)


@kind
def negative_integer(b):
    p, h, k, t = b.slot("int")
    h[k] = b.r.choice([-1, -30])
    return b.note(p)


@kind
def zero_where_one_is_least(b):
    p, h, k, t = b.slot("int", where=lambda p, h, k, t: k in ("year", "count", "round", "times", "atLeast", "yearStarts",
                                                              "yearElapsed", "yearEnds"))
    h[k] = 0
    return b.note(p)


@kind
def negative_decimal(b):
    p, h, k, t = b.slot("money", "percent", "weight", "quantity", "unit-price",
                        where=lambda p, h, k, t: not (isinstance(h, dict) and h.get("kind") in ("paid", "returned", "invoice")))
    h[k] = b.r.choice(["-1", "-0.01", "-100.00"])
    return b.note(p)


# -- names

@kind
def duplicate_fact_id(b):
    if len(b.d["facts"]) < 2: raise LookupError
    n, f = b.pick([(n, f) for n, f in enumerate(b.d["facts"]) if n])
    b.d["facts"].append({"id": f["id"], "kind": "event", "event": "signed", "on": b.d["asOf"]})
    return f"/facts/{len(b.d['facts']) - 1}/id"


@kind
def duplicate_installment_id(b):
    if len(b.terms["installments"]) < 2: raise LookupError
    n = b.r.randrange(1, len(b.terms["installments"]))
    b.terms["installments"][n]["id"] = b.terms["installments"][b.r.randrange(n)]["id"]
    return f"{b.at}/installments/{n}/id"


@kind
def duplicate_assessment_id(b):
    rows = b.ass()
    if not rows: raise LookupError
    n, a = b.pick(rows)
    b.terms["assessments"].append({"id": a["id"], "label": "twice"})
    return f"{b.at}/assessments/{len(rows)}/id"


@kind
def duplicate_year(b):
    years = b.terms.get("years", [])
    if len(years) < 2: raise LookupError
    n = b.r.randrange(1, len(years))
    years[n]["year"] = years[n - 1]["year"]
    return f"{b.at}/years/{n}/year"


@kind
def duplicate_sheet_criterion(b):
    n, a = b.pick(b.ass("sheet"))
    a["sheet"].append(dict(a["sheet"][0]))
    return f"{b.at}/assessments/{n}/sheet/{len(a['sheet']) - 1}/id"


@kind
def duplicate_in_a_list(b):
    p, h, k, t = b.slot("list", where=lambda p, h, k, t: k in ("failed", "vetoed", "criteria", "needs", "from", "series")
                        and h[k])
    h[k].append(h[k][0])
    return b.note(f"{p}/{len(h[k]) - 1}")


@kind
def duplicate_part(b):
    n, a = b.pick([(n, a) for n, a in b.ass("combine")])
    a["combine"].append({"assessment": a["combine"][0]["assessment"], "weight": "0"})
    return f"{b.at}/assessments/{n}/combine/{len(a['combine']) - 1}/assessment"


def unknown(name, field, *kinds):
    def f(b, living=True):
        n, x = b.pick([(n, x) for n, x in b.facts(*kinds, living=False) if field in x])
        x[field] = "nobody"
        return b.note(f"/facts/{n}/{field}")
    KINDS[name] = f


unknown("unknown-installment", "installment", "invoice", "paid", "returned")
unknown("unknown-assessment", "assessment", "assessment", "rectification-waived", "ruling")
unknown("unknown-voided-fact", "fact", "voided")
unknown("unknown-payment", "payment", "returned")
unknown("unknown-item", "item", "usage")


@kind
def payment_named_is_no_payment(b):
    n, x = b.pick([(n, x) for n, x in b.facts("returned") if "payment" in x])
    other = b.pick([f["id"] for f in b.d["facts"] if f["kind"] != "paid" or f["installment"] != x["installment"]])
    x["payment"] = other
    return f"/facts/{n}/payment"


@kind
def usage_of_what_is_not_metered(b):
    i = b.pick([i for i in b.standing()["installments"] if "metered" not in i["amount"]])
    return b.add_fact(kind="usage", installment=i["id"], item="vcpu", quantity="1") + "/installment"


@kind
def unknown_incident(b):
    n, x = b.pick([(n, x) for n, x in b.facts("assessment", living=False) if "incidents" in x])
    x["incidents"]["nobody"] = 1
    return b.note(f"/facts/{n}/incidents/nobody")


@kind
def unknown_failed_criterion(b):
    n, x = b.pick(b.facts("assessment", living=False))
    x["failed"] = x.get("failed", []) + ["nobody"]
    return b.note(f"/facts/{n}/failed/{len(x['failed']) - 1}")


@kind
def unknown_vetoed_criterion(b):
    n, x = b.pick(b.facts("assessment", living=False))
    x["vetoed"] = x.get("vetoed", []) + ["nobody"]
    return b.note(f"/facts/{n}/vetoed/{len(x['vetoed']) - 1}")


@kind
def unknown_assessed_by(b):
    n, i = b.pick(b.rows())
    i["assessedBy"] = "nobody"
    return f"{b.at}/installments/{n}/assessedBy"


@kind
def unknown_withheld_source(b):
    n, i = b.pick(b.rows("withheld"))
    i["amount"]["withheld"]["from"].append("nobody")
    return f"{b.at}/installments/{n}/amount/withheld/from/{len(i['amount']['withheld']['from']) - 1}"


@kind
def withheld_from_a_later_one(b):
    rows = b.rows("withheld")
    n, i = b.pick(rows)
    own = b.r.random() < 0.5
    later = [i["id"]] if own else [j["id"] for j in b.terms["installments"][n + 1:]]
    i["amount"]["withheld"]["from"].append(b.pick(later))
    return f"{b.at}/installments/{n}/amount/withheld/from/{len(i['amount']['withheld']['from']) - 1}"


@kind
def withheld_more_than_all(b):
    n, i = b.pick(b.rows("withheld"))
    i["amount"]["withheld"]["percent"] = b.r.choice(["100.000001", "101", "1000"])
    return f"{b.at}/installments/{n}/amount/withheld/percent"


@kind
def withheld_more_than_all_together(b):
    n, i = b.pick(b.rows("withheld"))
    j = copy.deepcopy(i)
    j["id"], j["amount"]["withheld"] = "second-holdback", {"percent": "99.999999", "from": i["amount"]["withheld"]["from"][:1]}
    j.pop("assessedBy", None)
    b.terms["installments"].append(j)
    i["amount"]["withheld"]["percent"] = "0.000002"
    return f"{b.at}/installments/{len(b.terms['installments']) - 1}/amount/withheld/percent"


@kind
def unknown_part(b):
    n, a = b.pick(b.ass("combine"))
    k = b.r.randrange(len(a["combine"]))
    a["combine"][k]["assessment"] = "nobody"
    return f"{b.at}/assessments/{n}/combine/{k}/assessment"


@kind
def unknown_in_series(b):
    rows = [(n, t) for n, t in enumerate(b.terms.get("termination", []))]
    n, t = b.pick(rows)
    t["series"].append("nobody")
    return f"{b.at}/termination/{n}/series/{len(t['series']) - 1}"


@kind
def unknown_year_of_installment(b):
    n, i = b.pick(b.rows())
    i["year"] = 77
    return f"{b.at}/installments/{n}/year"


@kind
def unknown_year_in_base(b):
    p, h, k, t = b.slot("base")
    h[k] = "year:77"
    return b.note(p)


@kind
def unknown_year_in_condition(b):
    n, i = b.pick(b.rows())
    name = b.r.choice(["yearStarts", "yearElapsed", "yearEnds"])
    c = {name: 77, **({"months": 1} if name == "yearElapsed" else {})}
    if b.r.random() < 0.5: i["when"], p = c, ""
    else: i["when"], p = {"all": [i["when"], c]}, "/all/1"
    return f"{b.at}/installments/{n}/when{p}/{name}"


@kind
def installment_as_base_of_an_amount(b):
    n, i = b.pick(b.rows("percent", "remainder"))
    k = "of" if "of" in i["amount"] else "remainder"
    i["amount"][k] = "installment"
    return f"{b.at}/installments/{n}/amount/{k}"


@kind
def assessed_twice(b):
    n, i = b.pick([(n, i) for n, i in b.rows() if "assessedBy" in i])
    m, j = b.pick([(m, j) for m, j in b.rows() if m != n and "assessedBy" not in j])
    j["assessedBy"] = i["assessedBy"]
    return f"{b.at}/installments/{max(n, m)}/assessedBy"


# -- years and sums

@kind
def years_overlap(b):
    years = b.terms.get("years", [])
    if len(years) < 2: raise LookupError
    n = b.r.randrange(1, len(years))
    years[n]["from"] = b.r.choice([years[n - 1]["to"], years[n - 1]["from"]])
    return f"{b.at}/years/{n}/from"


@kind
def years_not_ascending(b):
    years = b.terms.get("years", [])
    if len(years) < 2: raise LookupError
    n = b.r.randrange(1, len(years))
    years[n]["year"], years[n - 1]["year"] = years[n - 1]["year"], years[n]["year"]
    return f"{b.at}/years/{n}/year"


@kind
def year_ends_before_it_begins(b):
    n, y = b.pick(enumerate(b.terms.get("years", [])))
    y["to"] = (date.fromisoformat(y["from"]) - timedelta(days=1)).isoformat()
    return f"{b.at}/years/{n}/to"


@kind
def term_ends_before_it_begins(b):
    t = b.pick([b.terms["term"]] if "term" in b.terms else [])
    t["to"] = (date.fromisoformat(t["from"]) - timedelta(days=1)).isoformat()
    return f"{b.at}/term/to"


@kind
def meter_ends_before_it_begins(b):
    n, i = b.pick(b.rows("metered"))
    m = i["amount"]["metered"]
    m["to"] = (date.fromisoformat(m["from"]) - timedelta(days=1)).isoformat()
    return f"{b.at}/installments/{n}/amount/metered/to"


@kind
def years_and_term(b):
    t = b.pick([b.terms] if "years" in b.terms else [])
    t["term"] = {"from": "2021-01-01", "to": "2021-12-31"}
    return None


@kind
def contract_ends_without_years_or_term(b):
    t = b.pick([b.terms] if "term" in b.terms else [])
    del t["term"]
    n, i = b.pick(b.rows())
    i["when"] = {"contractEnds": True}
    return f"{b.at}/installments/{n}/when/contractEnds"


@kind
def no_years(b):
    t = b.pick([b.terms] if "years" in b.terms else [])
    t["years"] = []
    n, i = b.pick([(n, i) for n, i in b.rows() if "year" in i])
    return f"{b.at}/installments/{n}/year"


def fen(text): return reference.round_fen(reference.Fraction(text) * 100)


@kind
def fees_do_not_add_up(b):
    n, y = b.pick(enumerate(b.terms.get("years", [])))
    y["fee"] = reference.money(fen(y["fee"]) + b.r.choice([1, 100, 12345]))
    return f"{b.at}/years"


@kind
def price_is_not_the_sum_of_fees(b):
    t = b.pick([b.terms] if "years" in b.terms else [])
    t["price"] = reference.money(fen(t["price"]) + 1)
    return f"{b.at}/years"


@kind
def gross_does_not_add_up(b):
    if b.rows("metered", "remainder"): raise LookupError
    n, i = b.pick(b.rows("fixed"))
    g = fen(i["amount"]["fixed"])
    i["amount"]["fixed"] = reference.money(g + b.r.choice([1, 100] + ([-1] if g else [])))
    return f"{b.at}/installments"


@kind
def gross_beyond_price_beside_meters(b):
    if b.rows("remainder") or not b.rows("metered"): raise LookupError
    b.terms["installments"].append({"id": "too-much", "label": "x", "kind": "periodic", "when": {"event": "signed"},
                                    "amount": {"fixed": reference.money(fen(b.terms["price"]) + 1)}})
    return f"{b.at}/installments"


@kind
def installment_too_many(b):
    if b.rows("metered") or any(i["amount"]["remainder"] == "contract" for _, i in b.rows("remainder")): raise LookupError
    b.terms["installments"].append({"id": "too-much", "label": "x", "kind": "periodic", "when": {"event": "signed"},
                                    "amount": {"fixed": "0.01"}})
    return f"{b.at}/installments"


@kind
def remainder_below_zero(b):
    n, i = b.pick(b.rows("remainder"))
    base = i["amount"]["remainder"]
    whole = b.terms["price"] if base == "contract" else \
        next(y["fee"] for y in b.terms["years"] if f"year:{y['year']}" == base)
    if fen(whole) > 10 ** 18: raise LookupError
    j = {"id": "too-much", "label": "x", "kind": "periodic", "when": {"event": "signed"},
         "amount": {"fixed": reference.money(fen(whole) + 1)}}
    if base != "contract": j["year"] = int(base[5:])
    b.terms["installments"].append(j)
    return f"{b.at}/installments/{n}/amount/remainder"


@kind
def remainder_twice(b):
    n, i = b.pick(b.rows("remainder"))
    b.terms["installments"].append({"id": "again", "label": "x", "kind": "periodic", "when": {"event": "signed"},
                                    "amount": {"remainder": i["amount"]["remainder"]}})
    return f"{b.at}/installments/{len(b.terms['installments']) - 1}/amount/remainder"


@kind
def remainders_in_a_circle(b):
    n, i = b.pick([(n, i) for n, i in b.rows("remainder") if i["amount"]["remainder"].startswith("year:")])
    if any(j["amount"]["remainder"] == "contract" for _, j in b.rows("remainder")): raise LookupError
    b.terms["installments"].append({"id": "again", "label": "x", "kind": "periodic", "when": {"event": "signed"},
                                    "year": int(i["amount"]["remainder"][5:]), "amount": {"remainder": "contract"}})
    return f"{b.at}/installments/{n}/amount/remainder"


@kind
def meters_eat_the_remainder(b):
    t = b.standing()
    if t is not b.d["contract"] or any("remainder" in i["amount"] for i in t["installments"]): raise LookupError
    t["installments"] = [{"id": "m", "label": "x", "kind": "periodic", "when": {"event": "signed"},
                          "amount": {"metered": {"unitPrices": {"gb": "1"}, "from": "2000-01-01", "to": "2999-01-01"}}},
                         {"id": "rest", "label": "x", "kind": "periodic", "when": {"event": "signed"},
                          "amount": {"remainder": "contract"}}]
    b.d["facts"] = [{"id": "u", "kind": "usage", "installment": "m", "item": "gb", "on": b.d["asOf"],
                     "quantity": reference.money(fen(t["price"]) + 1)}]
    t["assessments"] = []; t.pop("termination", None)
    return "/contract/installments/1/amount/remainder"


# -- forms

@kind
def no_form_or_two(b):
    n, i = b.pick(b.rows())
    i["amount"] = b.r.choice([{}, {"max": "1"}, {"fixed": "1", "remainder": "contract"},
                              {"fixed": "1", "percent": "5", "of": "contract"}])
    return f"{b.at}/installments/{n}/amount"


@kind
def max_without_meter(b):
    n, i = b.pick(b.rows("fixed", "percent", "remainder", "withheld"))
    i["amount"]["max"] = "100.00"
    return f"{b.at}/installments/{n}/amount/max"


@kind
def within_of_no_unit_or_two(b):
    n, i = b.pick(b.rows())
    i["within"] = b.r.choice([{}, {"days": 3, "months": 1}, {"workingDays": 1, "days": 1}, {"weeks": 2}])
    return f"{b.at}/installments/{n}/within"


@kind
def dateless_when(b):
    n, i = b.pick(b.rows())
    i["when"] = b.r.choice([{"invoice": True}, {"clear": "quality"}, {"all": [{"invoice": True}]},
                            {"all": [{"invoice": True}, {"clear": "quality"}]},
                            {"any": [{"event": "signed"}, {"invoice": True}]},
                            {"any": [{"clear": "quality"}, {"date": "2021-01-01"}]},
                            {"all": [{"any": [{"event": "signed"}, {"clear": "x"}]}, {"invoice": True}]},
                            {"any": [{"all": [{"event": "signed"}, {"invoice": True}]}, {"all": [{"clear": "x"}]}]}])
    return f"{b.at}/installments/{n}/when"


@kind
def empty_condition(b):
    n, i = b.pick(b.rows())
    k = b.r.choice(["all", "any"])
    if b.r.random() < 0.5: i["when"], p = {k: []}, ""
    else: i["when"], p = {"all": [{"event": "signed"}, {k: []}]}, "/all/1"
    return f"{b.at}/installments/{n}/when{p}/{k}"


@kind
def no_condition_or_two(b):
    n, i = b.pick(b.rows())
    c = b.r.choice([{}, {"event": "a", "date": "2021-01-01"}, {"all": [], "any": []}, {"months": 3}, {"signed": True},
                    {"yearEnds": 1, "yearStarts": 1}])
    if b.r.random() < 0.5: i["when"], p = c, ""
    else: i["when"], p = {"all": [{"event": "signed"}, c]}, "/all/1"
    return f"{b.at}/installments/{n}/when{p}"


@kind
def after_without_a_span(b):
    n, i = b.pick(b.rows())
    i["when"] = b.r.choice([{"after": "signed"}, {"after": "signed", "months": 1, "days": 2}])
    return f"{b.at}/installments/{n}/when"


@kind
def false_where_true_is_due(b):
    n, i = b.pick(b.rows())
    k = b.r.choice(["contractEnds", "invoice"])
    i["when"] = {"all": [{"event": "signed"}, {k: False}]}
    return f"{b.at}/installments/{n}/when/all/1/{k}"


@kind
def sheet_and_combine(b):
    n, a = b.pick(b.ass("combine"))
    a["sheet"] = [{"id": "c", "label": "x", "max": "100", "each": "1"}]
    return f"{b.at}/assessments/{n}/sheet"


@kind
def decimals_without_combine(b):
    n, a = b.pick([(n, a) for n, a in b.ass() if "combine" not in a])
    a["decimals"] = 1
    return f"{b.at}/assessments/{n}/decimals"


@kind
def fraction_missing(b):
    n, a = b.pick([(n, a) for n, a in b.ass("points") if a["points"]])
    del a["points"][0]["fraction"]
    return f"{b.at}/assessments/{n}/points/0/fraction"


@kind
def combine_cycle(b):
    n, a = b.pick(b.ass("combine"))
    by = {x["id"]: x for _, x in b.ass()}
    part = by[b.r.choice(a["combine"])["assessment"]]
    if b.r.random() < 0.3: a["combine"] = [{"assessment": a["id"], "weight": "1"}]
    else:
        part.pop("sheet", None)
        part["combine"] = [{"assessment": a["id"], "weight": "1"}]
    return f"{b.at}/assessments/{n}/combine"


@kind
def weights_do_not_add_up(b):
    n, a = b.pick(b.ass("combine"))
    if b.r.random() < 0.2: a["combine"] = []
    else:
        x = b.r.choice(a["combine"])
        w = reference.Fraction(x["weight"]) + reference.Fraction(b.r.choice(["0.000001", "0.1", "1"]))
        x["weight"] = generate.decimal(int(w * 10 ** 6), 6)
    return f"{b.at}/assessments/{n}/combine"


@kind
def score_out_of_range(b):
    p, h, k, t = b.slot("score")
    h[k] = b.r.choice(["100.01", "101", "-1", "-0.01", "1000", "100.1"])
    return b.note(p)


# -- results

def leaf(b, key=None):
    """A leaf of the standing terms, and those above are left alone."""
    return b.pick([a for a in b.standing().get("assessments", []) if "combine" not in a and (key is None or key in a)])


@kind
def round_beyond(b):
    a = leaf(b)
    return b.add_fact(kind="assessment", assessment=a["id"], score="90",
                      round=2 + a.get("rectifications", 0) + b.r.choice([0, 0, 1, 100])) + "/round"


@kind
def two_results_of_one_round(b):
    n, f = b.pick(b.facts("assessment"))
    g = {**f, "id": b.new_id()}
    if "score" in g: g["score"] = "77"
    if b.r.random() < 0.5: g["on"] = b.d["asOf"]
    g.setdefault("round", 1)
    b.d["facts"].append(g)
    return f"/facts/{len(b.d['facts']) - 1}/round"


@kind
def two_results_in_the_future(b):
    a = leaf(b)
    later = (date.fromisoformat(b.d["asOf"]) + timedelta(days=30)).isoformat()
    if any(f.get("assessment") == a["id"] for f in b.d["facts"]): raise LookupError
    b.add_fact(kind="assessment", assessment=a["id"], score="90", on=later)
    b.prefix = "future:"
    return b.add_fact(kind="assessment", assessment=a["id"], score="91", on=later) + "/round"


@kind
def result_of_a_combination(b):
    a = b.pick([a for a in b.standing().get("assessments", []) if "combine" in a])
    return b.add_fact(kind="assessment", assessment=a["id"], score="90") + "/assessment"


@kind
def score_and_incidents(b):
    n, f = b.pick([(n, f) for n, f in b.facts("assessment") if "incidents" in f])
    f["score"] = "90"
    return None


@kind
def neither_score_nor_incidents(b):
    n, f = b.pick(b.facts("assessment"))
    f.pop("score", None); f.pop("incidents", None)
    return None


@kind
def incidents_without_a_sheet(b):
    n, f = b.pick([(n, f) for n, f in b.facts("assessment") if "score" in f and not any(
        "sheet" in a for a in b.standing()["assessments"] if a["id"] == f["assessment"])])
    del f["score"]
    f["incidents"] = {"c0": 1}
    return None


@kind
def negative_incidents(b):
    n, f = b.pick([(n, f) for n, f in b.facts("assessment") if f.get("incidents")])
    k = b.r.choice(list(f["incidents"]))
    f["incidents"][k] = -1
    return f"/facts/{n}/incidents/{k}"


@kind
def failed_in_place_of_vetoed(b):
    n, f = b.pick(b.facts("assessment"))
    f["failed"] = f.get("failed", []) + ["security"]
    return f"/facts/{n}/failed/{len(f['failed']) - 1}"


# -- money facts

@kind
def payment_of_nothing(b):
    n, f = b.pick(b.facts("paid", "returned", living=False))
    f["amount"] = b.r.choice(["0", "0.00", "-1.00", "-0.01", "-0"])
    return b.note(f"/facts/{n}/amount")


@kind
def new_payment_of_nothing(b):
    i = b.pick(b.standing()["installments"])
    return b.add_fact(kind=b.r.choice(["paid", "returned"]), installment=i["id"], amount=b.r.choice(["0", "0.00", "-5"])) + "/amount"


@kind
def return_without_payment(b):
    i = b.pick([i for i in b.standing()["installments"]
                if not any(f["kind"] == "paid" and f["installment"] == i["id"] for f in b.d["facts"])])
    return b.add_fact(kind="returned", installment=i["id"], amount="0.01") + "/amount"


@kind
def return_larger_than_paid(b):
    n, f = b.pick(b.facts("paid"))
    total = sum(fen(x["amount"]) for x in b.d["facts"] if x["kind"] == "paid" and x["installment"] == f["installment"])
    if total > 10 ** 18: raise LookupError
    return b.add_fact(kind="returned", installment=f["installment"], amount=reference.money(total + b.r.choice([1, 100]))) + "/amount"


@kind
def return_before_the_payment(b):
    n, f = b.pick(b.facts("paid"))
    first = min(x["on"] for x in b.d["facts"] if x["kind"] == "paid" and x["installment"] == f["installment"])
    on = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    return b.add_fact(kind="returned", installment=f["installment"], amount="0.01", on=on) + "/amount"


@kind
def return_larger_than_the_payment_named(b):
    n, f = b.pick([(n, f) for n, f in b.facts("paid") if fen(f["amount"]) < 10 ** 15])
    if any(x.get("payment") == f["id"] for x in b.d["facts"]): raise LookupError
    b.add_fact(kind="paid", installment=f["installment"], amount="1000000.00", on=f["on"])
    return b.add_fact(kind="returned", installment=f["installment"], amount=reference.money(fen(f["amount"]) + 1),
                      payment=f["id"]) + "/amount"


@kind
def return_of_a_voided_payment(b):
    n, f = b.pick([(n, f) for n, f in b.facts("paid") if not any(
        x["kind"] == "returned" and x["installment"] == f["installment"] for x in b.d["facts"])])
    b.add_fact(kind="voided", fact=f["id"], reason="x")
    return b.add_fact(kind="returned", installment=f["installment"], amount="0.01", payment=f["id"]) + "/payment"


@kind
def return_larger_in_the_future(b):
    i = b.pick([i for i in b.standing()["installments"]
                if not any(f["kind"] == "paid" and f["installment"] == i["id"] for f in b.d["facts"])])
    later = (date.fromisoformat(b.d["asOf"]) + timedelta(days=9)).isoformat()
    b.prefix = "future:"
    return b.add_fact(kind="returned", installment=i["id"], amount="0.01", on=later) + "/amount"


@kind
def voids_void_each_other(b):
    x, y = "void-x", "void-y"
    if b.r.random() < 0.3: return b.add_fact(id=x, kind="voided", fact=x, reason="x") and None
    b.add_fact(id=x, kind="voided", fact=y, reason="x")
    b.add_fact(id=y, kind="voided", fact=x, reason="x")
    return None


# -- overflow

@kind
def money_beyond_64_bits(b):
    p, h, k, t = b.slot("money")
    h[k] = b.r.choice(["92233720368547758.08", "99999999999999999999", "1" + "0" * 40, "1" + "0" * 5000])
    return b.note(p)


@kind
def payments_beyond_64_bits(b):
    i = b.pick(b.standing()["installments"])
    for _ in range(3): b.add_fact(kind="paid", installment=i["id"], amount="80000000000000000.00")
    return None


@kind
def payments_of_all_beyond_64_bits(b):
    rows = b.standing()["installments"]
    if len(rows) < 2: raise LookupError
    for i in rows[:2]: b.add_fact(kind="paid", installment=i["id"], amount="92233720368547758.07")
    return None


@kind
def deductions_beyond_64_bits(b):
    t = b.standing()
    i = b.pick([i for i in t["installments"] if "assessedBy" not in i])
    if t is not b.d["contract"] or fen(t["price"]) < 10 ** 6: raise LookupError
    i["assessedBy"] = "huge"
    t.setdefault("assessments", []).append({"id": "huge", "label": "x", "points": [
        {"pointsBelow": "100", "percent": "99999999999999999999", "of": "contract", "fraction": "exact"}]})
    b.add_fact(kind="assessment", assessment="huge", score="0")
    return None


@kind
def share_beyond_64_bits(b):
    n, i = b.pick(b.rows("percent"))
    if fen(b.terms["price"]) < 1: raise LookupError
    i["amount"] = {"percent": "9" * 30, "of": "contract"}
    return None


@kind
def due_date_beyond_9999(b):
    t = b.standing()
    if t is not b.d["contract"]: raise LookupError
    t["installments"] = [{"id": "p", "label": "x", "kind": "periodic", "amount": {"remainder": "contract"},
                          "when": {"event": "e"}, "within": b.r.choice([{"days": 4000000}, {"months": 120000},
                                                                        {"days": 2 ** 63 - 1}, {"months": 2 ** 63 - 1},
                                                                        {"workingDays": 2 ** 63 - 1}])}]
    t.pop("assessments", None); t.pop("termination", None)
    b.d["facts"] = [{"id": "e", "kind": "event", "event": "e", "on": b.d["asOf"]}]
    return "/contract/installments/0/within"


# -- calendar

@kind
def bad_calendar(b):
    b.d["calendar"], p = b.r.choice([("china", ""), ("cn", ""), ("", ""), ({}, None), ({"holidays": []}, "/workingWeekends"),
                                     ({"holidays": ["2021-02-30"], "workingWeekends": []}, "/holidays/0"),
                                     ({"holidays": [], "workingWeekends": [20210102]}, "/workingWeekends/0"),
                                     ({"holidays": "2021-01-01", "workingWeekends": []}, "/holidays"),
                                     ({"holidays": [], "workingWeekends": [], "weekends": []}, "/weekends"),
                                     ({"holidays": ["2021-01-02"], "workingWeekends": ["2021-01-02"]}, "/workingWeekends/0")])
    return None if p is None else "/calendar" + p


# -- JSON texts that no dossier can show

def raw(name, change, pointer=""):
    def f(b):
        b.raw = change(json.dumps(b.d, ensure_ascii=False), b)
        return pointer
    KINDS[f"raw-{name}"] = f


raw("cut", lambda t, b: t[:b.r.randrange(len(t))])
raw("nan", lambda t, b: t.replace('"facts": [', '"facts": [NaN, ', 1))
raw("trailing-comma", lambda t, b: t[:-1] + ",}")
raw("two-values", lambda t, b: t + " {}")
raw("single-quotes", lambda t, b: t.replace('"', "'"))
raw("lone-surrogate", lambda t, b: t.replace('"title": "', '"title": "\\ud800', 1))
raw("member-twice", lambda t, b: t[:-1] + ', "asOf": "2022-01-01"}', "/asOf")
raw("empty", lambda t, b: "")
raw("comment", lambda t, b: t + " // end")
raw("leading-zero", lambda t, b: t[:-1] + ', "n": 007}')


def broken(seed, count):
    names = list(KINDS)
    order = random.Random(f"{seed}:order")
    order.shuffle(names)
    pool = {}
    stream = generate.dossiers(f"{seed}:invalid", 10 ** 9)

    def dossier(n):
        while n not in pool:
            d, s = next(stream)
            if "errors" not in s: pool[len(pool)] = d
        return pool[n]

    for n in range(count):
        name = names[n % len(names)]
        for attempt in range(400):
            r = random.Random(f"{seed}:{n}:{attempt}")
            d = copy.deepcopy(dossier(r.randrange(n // 4 + 40 + attempt // 4)))
            e = reference.Errors()
            living = {f["n"] for f in reference.Dossier(json.loads(json.dumps(d)), generate.CN, e).living}
            b = Breaker(d, r, living)
            try:
                if r.random() < 0.25: b.into_amended()
                p = KINDS[name](b)
            except (LookupError, StopIteration): continue
            if b.raw is not None: yield {"dossier": None, "raw": b.raw, "kind": name, "pointer": p}
            else: yield {"dossier": b.d, "kind": b.prefix + name, "pointer": p}
            break
        else: print(f"invalid.py: nothing to break for {name}", file=sys.stderr)


def line(x):
    return x["raw"] if "raw" in x else json.dumps(x["dossier"], ensure_ascii=False)


def main(argv):
    if "--kinds" in argv[:3]:
        print("\n".join(KINDS)); return
    rows = broken(argv[0], int(argv[1]))
    if "--check" in argv[2:3]:
        rows = list(rows)
        strict = True
        answers = [json.dumps(reference.statement(line(x).encode(), generate.CN)) for x in rows]
    elif "--against" in argv[2:3]:
        rows = list(rows)
        strict = False
        run = subprocess.run(argv[3:], input="".join(line(x) + "\n" for x in rows).encode(), stdout=subprocess.PIPE)
        answers = run.stdout.decode().splitlines()
    else:
        for x in rows: sys.stdout.buffer.write(json.dumps(x, ensure_ascii=False).encode() + b"\n")
        return
    accepted = elsewhere = 0
    if len(answers) != len(rows): print(f"want {len(rows)} lines, got {len(answers)}"); accepted += 1
    for x, answer in zip(rows, answers):
        try: errors = json.loads(answer).get("errors")
        except (ValueError, AttributeError): errors = None
        if not errors:
            accepted += 1
            if accepted <= 20: print(f"ACCEPTED {x['kind']} {x['pointer']}")
        elif x["pointer"] is not None and x["pointer"] not in [e["pointer"] for e in errors]:
            elsewhere += 1
            if elsewhere <= 3: print(f"elsewhere {x['kind']} {x['pointer']}: {[e['pointer'] for e in errors][:3]}")
    print(f"{len(rows)} broken in {len({x['kind'] for x in rows})} kinds: {accepted} accepted, {elsewhere} refused elsewhere")
    sys.exit(1 if accepted or (strict and elsewhere) else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
