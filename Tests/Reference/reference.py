#!/usr/bin/env python3
"""An independent reading of payable.md: dossiers in, statements out, one JSON text per line.

usage: reference.py [--calendar cn-calendar.csv] < dossiers.ndjson > statements.ndjson

Slow, plain and exact (int fen, Fraction, no float), to be compared with the Swift program.
Where payable.md is silent, the comment names the number of the choice in READINGS.md.
The table of the calendar "CN" is --calendar, else $CN_CALENDAR, else the one of the program,
../../Sources/Values/Resources/chinese-holidays.csv.
"""
import csv, json, os, re, sys
from datetime import date
from fractions import Fraction

sys.set_int_max_str_digits(0)
sys.setrecursionlimit(3000)

INT64 = 2 ** 63 - 1
LAST_DAY = date.max.toordinal()


# ---------------------------------------------------------------- errors

class Errors:
    def __init__(self):
        self.list, self.seen = [], set()

    def add(self, pointer, code, message):
        if (pointer, code) not in self.seen:
            self.seen.add((pointer, code))
            self.list.append({"pointer": pointer, "code": code, "message": message})

    def __len__(self):
        return len(self.list)


class Overflow(Exception):
    """A figure or a date that has no representation; args: pointer, message."""


def token(key):
    return str(key).replace("~", "~0").replace("/", "~1")


def show(value):
    text = json.dumps(value, ensure_ascii=False) if not isinstance(value, NonInteger) else value.text
    return text if len(text) <= 60 else text[:57] + "..."


# ---------------------------------------------------------------- JSON

class NonInteger:
    """A JSON number with a fraction or an exponent: never right anywhere in a dossier."""
    def __init__(self, text): self.text = text


class Object(dict):
    twice = ()


def pairs(items):
    o, twice = Object(), []
    for k, v in items:
        if k in o: twice.append(k)
        o[k] = v
    o.twice = tuple(twice)
    return o


def constant(name):
    raise ValueError(f"{name} is no JSON")


def read_json(raw):
    text = raw.decode("utf-8")
    value = json.loads(text, object_pairs_hook=pairs, parse_float=NonInteger, parse_constant=constant)
    check_surrogates(value)
    return value


def check_surrogates(value):
    if isinstance(value, str):
        value.encode("utf-8")          # a lone surrogate raises UnicodeEncodeError, a ValueError
    elif isinstance(value, dict):
        for k, v in value.items():
            k.encode("utf-8"); check_surrogates(v)
    elif isinstance(value, list):
        for v in value: check_surrogates(v)


def find_twice(value, pointer, errors):
    if isinstance(value, dict):
        for k in getattr(value, "twice", ()):
            errors.add(f"{pointer}/{token(k)}", "duplicate", f"the member {show(k)} stands twice in one object")
        for k, v in value.items(): find_twice(v, f"{pointer}/{token(k)}", errors)
    elif isinstance(value, list):
        for n, v in enumerate(value): find_twice(v, f"{pointer}/{n}", errors)


# ---------------------------------------------------------------- small values

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DECIMAL = re.compile(r"(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?")
INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?"
                     r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])")
BASE = re.compile(r"year:(0|[1-9][0-9]{0,18})")


def round_fen(x):
    """Half away from zero."""
    x = Fraction(x)
    n = (abs(x) + Fraction(1, 2)).__floor__()
    return n if x >= 0 else -n


def fen(x, pointer, what="the amount"):
    if not -INT64 - 1 <= x <= INT64:
        raise Overflow(pointer, f"{what} does not fit into 64 bits of fen")
    return x


def money(x):
    sign, x = ("-" if x < 0 else ""), abs(x)
    return f"{sign}{x // 100}.{x % 100:02d}"


def parse_day(text):
    m = DATE.fullmatch(text)
    if not m: return None
    try: return date(int(m[1]), int(m[2]), int(m[3])).toordinal()
    except ValueError: return None


def day(n):
    return None if n is None else date.fromordinal(n).isoformat()


def add_days(start, n):
    return None if start + n > LAST_DAY else start + n


def add_months(start, n):
    d = date.fromordinal(start)
    m = d.year * 12 + d.month - 1 + n
    year, month = divmod(m, 12)
    if year > 9999: return None
    last = 29 if month == 1 and (year % 4 == 0 and year % 100 != 0 or year % 400 == 0) else \
        (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month]
    return date(year, month + 1, min(d.day, last)).toordinal()


class Calendar:
    def __init__(self, holidays=(), workdays=(), moves=True, first=None, last=None):
        self.holidays, self.workdays, self.moves = set(holidays), set(workdays), moves
        self.first, self.last, self.missing = first, last, False

    def works(self, n):
        if self.first is not None and not self.first <= date.fromordinal(n).year <= self.last:
            self.missing = True
        if n in self.holidays: return False
        if n in self.workdays: return True
        return date.fromordinal(n).weekday() < 5

    def due(self, start, within):
        """The due date, or None when it lies beyond the year 9999."""
        if within is None: return start               # no period, nothing to move (golden)
        if within[0] == "days": end = add_days(start, within[1])
        elif within[0] == "months": end = add_months(start, within[1])
        else:
            end, left = start, within[1]
            if left > LAST_DAY: return None
            while left:
                end += 1
                if end > LAST_DAY: return None
                if self.works(end): left -= 1
        if end is None or not self.moves: return end
        while not self.works(end):
            end += 1
            if end > LAST_DAY: return None
        return end


def read_cn(path):
    holidays, workdays, years = [], [], set()
    with open(path, encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            n = date.fromisoformat(row["date"]).toordinal()
            years.add(int(row["date"][:4]))
            (holidays if row["kind"] == "holiday" else workdays).append(n)
    return holidays, workdays, min(years), max(years)


def cn_path(given):
    here = os.path.dirname(os.path.abspath(__file__))
    for p in (given, os.environ.get("CN_CALENDAR"),
              os.path.join(here, "..", "..", "Sources", "Values", "Resources", "chinese-holidays.csv")):
        if p and os.path.exists(p): return p
    return None


# ---------------------------------------------------------------- reading with every error

class Reader:
    """Each method returns the value, or None after noting what is wrong with it."""

    def __init__(self, errors):
        self.e = errors

    def type(self, v, p, want):
        if isinstance(v, NonInteger) or (isinstance(v, int) and not isinstance(v, bool)): have = "a number"
        elif isinstance(v, bool): have = "true or false"
        elif v is None: have = "null"
        else: have = {str: "a string", list: "a list"}.get(type(v), "an object")
        self.e.add(p, "type", f"{want} is due here, this is {have}")

    def object(self, v, p, required=(), optional=()):
        if not isinstance(v, dict):
            self.type(v, p, "an object"); return None
        for k in v:
            if k not in required and k not in optional:
                self.e.add(f"{p}/{token(k)}", "unknown-field", f"there is no field {show(k)} here")
        for k in required:
            if k not in v: self.e.add(f"{p}/{token(k)}", "missing", f"the field {k} is missing")
        return v

    def list(self, v, p):
        if not isinstance(v, list):
            self.type(v, p, "a list"); return None
        return v

    def string(self, v, p):
        if not isinstance(v, str):
            self.type(v, p, "a string"); return None
        return v

    def choice(self, v, p, of):
        if self.string(v, p) is None: return None
        if v not in of:
            self.e.add(p, "choice", f"{show(v)} is none of {', '.join(of)}"); return None
        return v

    def true(self, v, p):
        if v is not True:
            if isinstance(v, bool): self.e.add(p, "choice", "only true makes sense here")
            else: self.type(v, p, "true")
            return None
        return True

    def integer(self, v, p, least=0):
        if isinstance(v, bool) or not isinstance(v, int):
            self.type(v, p, "an integer"); return None
        if v > INT64:
            self.e.add(p, "overflow", "the integer does not fit into 64 bits"); return None
        if v < least:
            self.e.add(p, "range", f"{v} is less than {least}"); return None
        return v

    def id(self, v, p):
        if self.string(v, p) is None: return None
        if not ID.fullmatch(v):
            self.e.add(p, "id", f"{show(v)} is no id: lower-case letters, digits and hyphens, at most 64"); return None
        return v

    def ids(self, v, p):
        """A list of ids, none twice. [READINGS 57]"""
        if self.list(v, p) is None: return None
        out, good = [], True
        for n, x in enumerate(v):
            y = self.id(x, f"{p}/{n}")
            if y is None: good = False
            elif y in out:
                self.e.add(f"{p}/{n}", "duplicate", f"{y} stands twice in the list"); good = False
            else: out.append(y)
        return out if good else None

    def date(self, v, p):
        if self.string(v, p) is None: return None
        n = parse_day(v)
        if n is None: self.e.add(p, "date", f"{show(v)} is no date YYYY-MM-DD")
        return n

    def instant(self, v, p):
        if self.string(v, p) is None: return None
        m = INSTANT.fullmatch(v)
        if not m or parse_day(m[1]) is None:
            self.e.add(p, "instant", f"{show(v)} is no instant of RFC 3339"); return None
        return v

    def decimal(self, v, p, places, code):
        if isinstance(v, NonInteger) or (isinstance(v, int) and not isinstance(v, bool)):
            self.e.add(p, "number", "a decimal in quotes is due here, a JSON number may have been through a float")
            return None
        if self.string(v, p) is None: return None
        m = DECIMAL.fullmatch(v)
        if not m:
            self.e.add(p, code, f"{show(v)} is no decimal"); return None
        if m[3] and len(m[3]) > places:
            self.e.add(p, code, f"{show(v)} has more than {places} decimals"); return None
        part = m[3] or ""
        x = Fraction(int(m[2] + part), 10 ** len(part))
        return -x if m[1] else x

    def money(self, v, p, negative=False):
        x = self.decimal(v, p, 2, "money")
        if x is None: return None
        n = int(x * 100)
        if not -INT64 - 1 <= n <= INT64:
            self.e.add(p, "overflow", "the amount does not fit into 64 bits of fen"); return None
        if n < 0 and not negative:
            self.e.add(p, "negative", "the amount is negative"); return None
        return n

    def number(self, v, p, code):
        x = self.decimal(v, p, 6, code)
        if x is not None and x < 0:
            self.e.add(p, "negative", f"{show(v)} is negative"); return None
        return x

    def percent(self, v, p):
        return self.number(v, p, "percentage")

    def score(self, v, p):
        x = self.decimal(v, p, 2, "score")
        if x is not None and not 0 <= x <= 100:
            self.e.add(p, "score-range", f"{show(v)} is outside 0 to 100"); return None
        return x


HEADS = ("event", "count", "date", "after", "yearStarts", "yearElapsed", "yearEnds", "contractEnds",
         "invoice", "clear", "all", "any")
FORMS = ("fixed", "percent", "remainder", "metered", "withheld")
KINDS = ("advance", "milestone", "periodic", "assessed", "holdback")


class Terms:
    """The terms at `pointer`; whatever is good of them, with the errors of the rest noted."""

    def __init__(self, v, pointer, errors):
        self.p, self.e, self.r = pointer, errors, Reader(errors)
        self.years, self.term = {}, None
        self.years_known = False             # all year numbers are readable
        self.installments, self.installments_known = [], False
        self.assessments, self.assessments_known = [], False
        self.termination, self.late, self.excess, self.price, self.number = [], None, "carry", None, None
        self.has_end = True
        before = len(errors)
        self.read(v)
        self.by_id = {}
        for i in self.installments: self.by_id.setdefault(i["id"], i)
        self.assessment = {}
        for a in self.assessments: self.assessment.setdefault(a["id"], a)
        self.names()
        self.references()
        self.readable = len(errors) == before    # nothing wrong so far: sums can be formed
        if self.readable: self.sums()
        self.good = len(errors) == before

    # -- shape

    def read(self, v):
        r, p = self.r, self.p
        o = r.object(v, p, ("number", "title", "buyer", "supplier", "currency", "price", "signedOn", "installments"),
                     ("years", "term", "assessments", "termination", "excess", "lateInterest"))
        if o is None: return
        for k in ("number", "title", "buyer", "supplier"):
            if k in o: r.string(o[k], f"{p}/{k}")
        self.number = o.get("number")
        if "currency" in o: r.choice(o["currency"], f"{p}/currency", ("CNY",))
        if "price" in o: self.price = r.money(o["price"], f"{p}/price")
        if "signedOn" in o: r.date(o["signedOn"], f"{p}/signedOn")
        if "excess" in o: self.excess = r.choice(o["excess"], f"{p}/excess", ("carry", "waive", "claim"))
        if "years" in o and "term" in o:
            r.e.add(f"{p}/term", "choice", "a contract has years or a term, not both")
        self.has_end = "term" in o or bool(o.get("years"))          # [READINGS 23]
        if "years" in o: self.read_years(o["years"], f"{p}/years")
        else: self.years_known = True
        if "term" in o:
            t = r.object(o["term"], f"{p}/term", ("from", "to"))
            if t is not None: self.term = self.period(t, f"{p}/term")
        if "lateInterest" in o:
            l = r.object(o["lateInterest"], f"{p}/lateInterest", ("percentPerDay",))
            if l is not None and "percentPerDay" in l:
                self.late = r.percent(l["percentPerDay"], f"{p}/lateInterest/percentPerDay")
        if "installments" in o: self.read_installments(o["installments"], f"{p}/installments")
        if "assessments" in o: self.read_assessments(o["assessments"], f"{p}/assessments")
        else: self.assessments_known = True
        if "termination" in o: self.read_termination(o["termination"], f"{p}/termination")

    def period(self, o, p):
        a = self.r.date(o["from"], f"{p}/from") if "from" in o else None
        b = self.r.date(o["to"], f"{p}/to") if "to" in o else None
        if a is None or b is None: return None
        if b < a:
            self.e.add(f"{p}/to", "period", "it ends before it begins"); return None
        return a, b

    def read_years(self, v, p):
        r = self.r
        if r.list(v, p) is None: return
        self.years_known = True
        before, end = None, None
        for n, y in enumerate(v):
            q = f"{p}/{n}"
            o = r.object(y, q, ("year", "fee", "from", "to"))
            if o is None: self.years_known = False; continue
            number = r.integer(o["year"], f"{q}/year", 1) if "year" in o else None
            fee = r.money(o["fee"], f"{q}/fee") if "fee" in o else None
            span = self.period(o, q)
            if number is None: self.years_known = False
            elif number in self.years:
                self.e.add(f"{q}/year", "duplicate", f"contract year {number} stands twice")
            elif before is not None and number < before:
                self.e.add(f"{q}/year", "years-order", f"contract year {number} comes after {before}")
            if number is not None:
                before = number
                self.years.setdefault(number, {"fee": fee, "span": span})
            if span is not None:
                if end is not None and span[0] <= end:
                    self.e.add(f"{q}/from", "years-overlap", "the contract year begins before the one above has ended")
                end = span[1] if end is None else max(end, span[1])

    def base(self, v, p, installment):
        """contract | year:N | installment"""
        r = self.r
        if r.string(v, p) is None: return None
        if v == "contract": return ("contract",)
        if v == "installment" and installment: return ("installment",)
        m = BASE.fullmatch(v)
        if not m:
            self.e.add(p, "base", f"{show(v)} is no base: contract, year:N" + (", installment" if installment else ""))
            return None
        return ("year", int(m[1]))

    def share(self, o, p, installment=True):
        """percent and of"""
        percent = self.r.percent(o["percent"], f"{p}/percent") if "percent" in o else None
        base = self.base(o["of"], f"{p}/of", installment) if "of" in o else None
        return percent, base

    def read_installments(self, v, p):
        r = self.r
        if r.list(v, p) is None: return
        self.installments_known = True
        for n, x in enumerate(v):
            q = f"{p}/{n}"
            o = r.object(x, q, ("id", "label", "kind", "amount", "when"), ("year", "within", "assessedBy", "needs"))
            if o is None: self.installments_known = False; continue
            i = {"p": q, "n": n, "id": r.id(o["id"], f"{q}/id") if "id" in o else None}
            if "label" in o: r.string(o["label"], f"{q}/label")
            i["kind"] = r.choice(o["kind"], f"{q}/kind", KINDS) if "kind" in o else None
            i["year"] = r.integer(o["year"], f"{q}/year", 1) if "year" in o else None
            i["amount"] = self.read_amount(o["amount"], f"{q}/amount") if "amount" in o else None
            i["when"] = self.read_condition(o["when"], f"{q}/when") if "when" in o else None
            if i["when"] is not None and self.dateless(i["when"]):
                self.e.add(f"{q}/when", "dateless", "the condition can be met without ever having a date")
            i["within"] = self.read_within(o["within"], f"{q}/within") if "within" in o else None
            i["assessedBy"] = r.id(o["assessedBy"], f"{q}/assessedBy") if "assessedBy" in o else None
            i["needs"] = (r.ids(o["needs"], f"{q}/needs") if "needs" in o else []) or []
            if i["id"] is None: self.installments_known = False
            else: self.installments.append(i)

    def read_amount(self, v, p):
        r = self.r
        if not isinstance(v, dict): r.type(v, p, "an object"); return None
        forms = [k for k in FORMS if k in v]
        if len(forms) != 1:
            self.e.add(p, "choice", "an amount is one of " + ", ".join(FORMS)); return None
        form = forms[0]
        if form == "fixed":
            r.object(v, p, ("fixed",))
            return form, r.money(v["fixed"], f"{p}/fixed")
        if form == "percent":
            r.object(v, p, ("percent", "of"))
            return (form, *self.share(v, p, installment=False))
        if form == "remainder":
            r.object(v, p, ("remainder",))
            return form, self.base(v["remainder"], f"{p}/remainder", False)
        if form == "metered":
            r.object(v, p, ("metered",), ("max",))
            most = r.money(v["max"], f"{p}/max") if "max" in v else None
            q = f"{p}/metered"
            o = r.object(v["metered"], q, ("unitPrices", "from", "to"))
            if o is None: return form, {}, None, most
            prices = {}
            if "unitPrices" in o:
                if not isinstance(o["unitPrices"], dict): r.type(o["unitPrices"], f"{q}/unitPrices", "an object")
                else:
                    for item, price in o["unitPrices"].items():
                        at = f"{q}/unitPrices/{token(item)}"
                        r.id(item, at)
                        prices[item] = r.number(price, at, "unit-price")
            return form, prices, self.period(o, q), most
        r.object(v, p, ("withheld",))
        q = f"{p}/withheld"
        o = r.object(v["withheld"], q, ("percent", "from"))
        if o is None: return form, None, []
        percent = r.percent(o["percent"], f"{q}/percent") if "percent" in o else None
        if percent is not None and percent > 100:
            self.e.add(f"{q}/percent", "range", "more than 100 % cannot be withheld")
        source = r.ids(o["from"], f"{q}/from") if "from" in o else None
        return form, percent, source or []

    def read_within(self, v, p):
        r = self.r
        if not isinstance(v, dict): r.type(v, p, "an object"); return None
        units = [k for k in ("days", "workingDays", "months") if k in v]
        if len(units) != 1:
            self.e.add(p, "choice", "within is one of days, workingDays, months"); return None
        r.object(v, p, tuple(units))
        n = r.integer(v[units[0]], f"{p}/{units[0]}")
        return None if n is None else (units[0], n)

    def read_condition(self, v, p):
        r = self.r
        if not isinstance(v, dict): r.type(v, p, "an object"); return None
        heads = [k for k in HEADS if k in v]
        if len(heads) != 1:
            self.e.add(p, "condition", "a condition is one of " + ", ".join(HEADS)); return None
        h = heads[0]
        at = f"{p}/{h}"
        if h in ("event", "clear"):
            r.object(v, p, (h,))
            return h, r.id(v[h], at)
        if h == "count":
            r.object(v, p, (h, "atLeast"))
            return h, r.id(v[h], at), r.integer(v["atLeast"], f"{p}/atLeast", 1) if "atLeast" in v else None
        if h == "date":
            r.object(v, p, (h,))
            return h, r.date(v[h], at)
        if h == "after":
            units = [k for k in ("months", "days") if k in v]
            r.object(v, p, (h,), ("months", "days"))
            if len(units) != 1: self.e.add(p, "condition", "after counts months or days, one of them")
            n = [r.integer(v[u], f"{p}/{u}") for u in units]
            return h, r.id(v[h], at), units[0] if units else None, n[0] if n else None
        if h in ("yearStarts", "yearEnds"):
            r.object(v, p, (h,))
            n = r.integer(v[h], at, 1)
            self.check_year(n, at)
            return h, n
        if h == "yearElapsed":
            r.object(v, p, (h, "months"))
            n = r.integer(v[h], at, 1)
            self.check_year(n, at)
            return h, n, r.integer(v["months"], f"{p}/months") if "months" in v else None
        if h in ("contractEnds", "invoice"):
            r.object(v, p, (h,))
            if r.true(v[h], at) and h == "contractEnds" and not self.has_end:
                self.e.add(at, "no-term", "the contract has neither years nor a term")
            return (h,)
        r.object(v, p, (h,))
        if r.list(v[h], at) is None: return None
        if not v[h]: self.e.add(at, "empty", "at least one condition is due")
        parts = [self.read_condition(x, f"{at}/{n}") for n, x in enumerate(v[h])]
        return None if not parts or any(x is None for x in parts) else (h, parts)

    def check_year(self, n, p):
        if n is not None and self.years_known and n not in self.years:
            self.e.add(p, "unknown-reference", f"there is no contract year {n}")

    def dateless(self, c):
        if c[0] in ("invoice", "clear"): return True
        if c[0] == "all": return all(self.dateless(x) for x in c[1])
        if c[0] == "any": return any(self.dateless(x) for x in c[1])
        return False

    def read_assessments(self, v, p):
        r = self.r
        if r.list(v, p) is None: return
        self.assessments_known = True
        for n, x in enumerate(v):
            q = f"{p}/{n}"
            o = r.object(x, q, ("id", "label"), ("sheet", "combine", "decimals", "rectifications", "veto", "failures",
                                                 "bands", "points", "cap"))
            if o is None: self.assessments_known = False; continue
            a = {"p": q, "id": r.id(o["id"], f"{q}/id") if "id" in o else None}
            if "label" in o: r.string(o["label"], f"{q}/label")
            a["sheet"] = self.read_sheet(o["sheet"], f"{q}/sheet") if "sheet" in o else None
            a["combine"] = self.read_combine(o["combine"], f"{q}/combine") if "combine" in o else None
            if "sheet" in o and "combine" in o:
                self.e.add(f"{q}/sheet", "choice", "an assessment has a sheet or combines others, not both")
            a["decimals"] = r.integer(o["decimals"], f"{q}/decimals") if "decimals" in o else None
            if a["decimals"] is not None and a["decimals"] > 6:
                self.e.add(f"{q}/decimals", "range", "at most 6 decimals")
            if "decimals" in o and "combine" not in o:
                self.e.add(f"{q}/decimals", "unknown-field", "decimals belong to combine")
            a["rectifications"] = (r.integer(o["rectifications"], f"{q}/rectifications")
                                   if "rectifications" in o else 0)
            a["veto"] = a["failures"] = a["cap"] = None
            a["bands"], a["points"] = None, []
            if "veto" in o:
                w = r.object(o["veto"], f"{q}/veto", ("criteria", "effect"))
                if w is not None:
                    a["veto"] = ((r.ids(w["criteria"], f"{q}/veto/criteria") if "criteria" in w else None),
                                 r.choice(w["effect"], f"{q}/veto/effect", ("withhold", "zero"))
                                 if "effect" in w else None)
            if "failures" in o:
                w = r.object(o["failures"], f"{q}/failures", ("criteria", "percent", "of"))
                if w is not None:
                    a["failures"] = ((r.ids(w["criteria"], f"{q}/failures/criteria") if "criteria" in w else None),
                                     *self.share(w, f"{q}/failures"))
            if "bands" in o: a["bands"] = self.read_bands(o["bands"], f"{q}/bands")
            if "points" in o: a["points"] = self.read_points(o["points"], f"{q}/points")
            if "cap" in o:
                w = r.object(o["cap"], f"{q}/cap", ("percent", "of"))
                if w is not None: a["cap"] = self.share(w, f"{q}/cap")
            if a["id"] is None: self.assessments_known = False
            else: self.assessments.append(a)

    def read_sheet(self, v, p):
        r, out = self.r, {}
        if r.list(v, p) is None: return out
        for n, x in enumerate(v):
            q = f"{p}/{n}"
            o = r.object(x, q, ("id", "label", "max", "each"))
            if o is None: continue
            name = r.id(o["id"], f"{q}/id") if "id" in o else None
            if "label" in o: r.string(o["label"], f"{q}/label")
            most = r.score(o["max"], f"{q}/max") if "max" in o else None
            each = r.score(o["each"], f"{q}/each") if "each" in o else None
            if name is None: continue
            if name in out: self.e.add(f"{q}/id", "duplicate", f"the criterion {name} stands twice")
            else: out[name] = most, each
        return out

    def read_combine(self, v, p):
        r, out, total, good = self.r, [], Fraction(0), True
        if r.list(v, p) is None: return out
        for n, x in enumerate(v):
            q = f"{p}/{n}"
            o = r.object(x, q, ("assessment", "weight"))
            if o is None: good = False; continue
            name = r.id(o["assessment"], f"{q}/assessment") if "assessment" in o else None
            weight = r.number(o["weight"], f"{q}/weight", "weight") if "weight" in o else None
            if name is None or weight is None: good = False
            else: total += weight
            if name is not None and any(name == part for part, _ in out):
                self.e.add(f"{q}/assessment", "duplicate", f"{name} stands twice")
            elif name is not None: out.append((name, weight))
        if good and total != 1: self.e.add(p, "weights", f"the weights add up to {total}, not to 1")
        return out

    def read_bands(self, v, p):
        r, out = self.r, []
        if r.list(v, p) is None: return out
        for n, x in enumerate(v):
            q = f"{p}/{n}"
            o = r.object(x, q, ("from", "percent", "of"))
            if o is None: continue
            start = r.score(o["from"], f"{q}/from") if "from" in o else None
            out.append((start, *self.share(o, q), o.get("from")))
        return out

    def read_points(self, v, p):
        r, out = self.r, []
        if r.list(v, p) is None: return out
        for n, x in enumerate(v):
            q = f"{p}/{n}"
            o = r.object(x, q, ("pointsBelow", "percent", "of", "fraction"), ("downTo", "scoreFrom", "scoreBelow"))
            if o is None: continue
            rule = {k: r.score(o[k], f"{q}/{k}") if k in o else None
                    for k in ("pointsBelow", "downTo", "scoreFrom", "scoreBelow")}
            rule["fraction"] = (r.choice(o["fraction"], f"{q}/fraction", ("exact", "whole", "started"))
                                if "fraction" in o else None)
            rule["percent"], rule["of"] = self.share(o, q)
            out.append(rule)
        return out

    def read_termination(self, v, p):
        r = self.r
        if r.list(v, p) is None: return
        for n, x in enumerate(v):
            q = f"{p}/{n}"
            o = r.object(x, q, ("series", "below", "times"))
            if o is None: continue
            self.termination.append({
                "p": q,
                "series": (r.ids(o["series"], f"{q}/series") if "series" in o else None) or [],
                "below": r.score(o["below"], f"{q}/below") if "below" in o else None,
                "times": r.integer(o["times"], f"{q}/times", 1) if "times" in o else None})

    # -- names and references

    def names(self):
        for what, rows in (("installment", self.installments), ("assessment", self.assessments)):
            seen = set()
            for x in rows:
                if x["id"] in seen: self.e.add(f"{x['p']}/id", "duplicate", f"two {what}s are called {x['id']}")
                seen.add(x["id"])

    def unknown(self, p, what, name):
        self.e.add(p, "unknown-reference", f"there is no {what} {name}")

    def check_base(self, base, p):
        if base is not None and base[0] == "year": self.check_year(base[1], p)

    def references(self):
        order = {}
        for i in self.installments: order.setdefault(i["id"], i["n"])
        named, remainders, withheld = {}, {}, {}
        for i in self.installments:
            p, a = i["p"], i["amount"]
            self.check_year(i["year"], f"{p}/year")
            by = i["assessedBy"]
            if by is not None:
                if by not in self.assessment and self.assessments_known:
                    self.unknown(f"{p}/assessedBy", "assessment", by)
                if by in named:
                    self.e.add(f"{p}/assessedBy", "assessed-twice",
                               f"{by} already decides the installment {named[by]}")
                named.setdefault(by, i["id"])
            if a is None: continue
            if a[0] == "percent": self.check_base(a[2], f"{p}/amount/of")
            if a[0] == "remainder" and a[1] is not None:
                self.check_base(a[1], f"{p}/amount/remainder")
                if a[1] in remainders:
                    self.e.add(f"{p}/amount/remainder", "duplicate",
                               f"{remainders[a[1]]} already takes the remainder of this base")
                remainders.setdefault(a[1], i["id"])
            if a[0] == "withheld":
                for n, source in enumerate(a[2]):
                    q = f"{p}/amount/withheld/from/{n}"
                    if source not in order:
                        if self.installments_known: self.unknown(q, "installment", source)
                    elif order[source] >= i["n"]:
                        self.e.add(q, "order", f"{source} does not come before this installment")
                    elif a[1] is not None:
                        withheld[source] = withheld.get(source, 0) + a[1]
                        if withheld[source] > 100 and a[1] <= 100:
                            self.e.add(f"{p}/amount/withheld/percent", "range",
                                       f"more than 100 % of {source} is withheld")
        for a in self.assessments:
            p = a["p"]
            for key in ("failures", "cap"):
                if a[key]: self.check_base(a[key][-1], f"{p}/{key}/of")
            for n, b in enumerate(a["bands"] or []): self.check_base(b[2], f"{p}/bands/{n}/of")
            for n, b in enumerate(a["points"]): self.check_base(b["of"], f"{p}/points/{n}/of")
            for n, (part, _) in enumerate(a["combine"] or []):
                if part not in self.assessment and self.assessments_known:
                    self.unknown(f"{p}/combine/{n}/assessment", "assessment", part)
        for a in self.assessments:
            if self.reaches(a["id"], a["id"]):
                self.e.add(f"{a['p']}/combine", "cycle", f"{a['id']} is a part of itself")
        for t in self.termination:
            for n, name in enumerate(t["series"]):
                if name not in self.assessment and self.assessments_known:
                    self.unknown(f"{t['p']}/series/{n}", "assessment", name)

    def parts(self, name):
        a = self.assessment.get(name)
        return [part for part, _ in a["combine"]] if a and a["combine"] else []

    def reaches(self, start, goal):
        seen, todo = set(), self.parts(start)
        while todo:
            x = todo.pop()
            if x == goal: return True
            if x not in seen:
                seen.add(x); todo += self.parts(x)
        return False

    def criteria(self, name, key):
        """What the assessment and all that combine it name as failures or vetoes."""
        out = set()
        for a in self.assessments:
            if (a["id"] == name or self.reaches(a["id"], name)) and a[key] and a[key][0]: out |= set(a[key][0])
        return out

    # -- amounts

    def amount_of(self, base):
        return self.price if base[0] == "contract" else self.years[base[1]]["fee"]

    def belongs(self, i, base):
        return i["amount"][0] != "withheld" and (base[0] == "contract" or i["year"] == base[1])

    def sums(self):
        p = self.p
        if self.years:
            total = sum(y["fee"] for y in self.years.values())
            if total > INT64: self.e.add(f"{p}/years", "overflow", "the fees do not fit into 64 bits of fen")
            if total != self.price:
                self.e.add(f"{p}/years", "fees", f"the fees add up to {money(total)}, the price is {money(self.price)}")
        circle = [i for i in self.installments if i["amount"][0] == "remainder" and self.circular(i)]
        for i in circle:
            self.e.add(f"{i['p']}/amount/remainder", "cycle", "this remainder depends on itself")
        if circle: return
        gross = self.grosses({}, self.e)
        if gross is None: return
        metered = any(i["amount"][0] == "metered" for i in self.installments)
        total = sum(gross[i["id"]] for i in self.installments if i["amount"][0] not in ("metered", "withheld"))
        if total > INT64:
            self.e.add(f"{p}/installments", "overflow", "the installments do not fit into 64 bits of fen")
        elif total > self.price if metered else total != self.price:
            self.e.add(f"{p}/installments", "gross", f"the installments add up to {money(total)}, "
                       f"{'more than' if metered else 'not to'} the price {money(self.price)}")

    def remainder_needs(self, i):
        base = i["amount"][1]
        return [j for j in self.installments
                if j is not i and self.belongs(j, base) and j["amount"][0] == "remainder"]

    def circular(self, i):
        seen, todo = set(), self.remainder_needs(i)
        while todo:
            j = todo.pop()
            if j is i: return True
            if j["id"] not in seen:
                seen.add(j["id"]); todo += self.remainder_needs(j)
        return False

    def grosses(self, usage, errors):
        """Gross by id, withheld ones left out; usage: id -> [(day, item, quantity, pointer)].
        None after noting an error."""
        gross, before = {}, len(errors)

        def of(i):
            if i["id"] in gross: return gross[i["id"]]
            a, p = i["amount"], f"{i['p']}/amount"
            if a[0] == "fixed": g = a[1]
            elif a[0] == "percent":
                g = fen(round_fen(a[1] / 100 * self.amount_of(a[2])), p)
            elif a[0] == "metered":
                g = 0
                for on, item, quantity, at in usage.get(i["id"], []):
                    if a[2][0] <= on <= a[2][1]:
                        g = fen(g + fen(round_fen(quantity * a[1][item] * 100), at), p)
                if a[3] is not None: g = min(g, a[3])
            else:
                others = sum(of(j) for j in self.installments if j is not i and self.belongs(j, a[1]))
                g = fen(self.amount_of(a[1]) - fen(others, p), p)
                if g < 0:
                    errors.add(f"{p}/remainder", "remainder",
                               f"the others come to {money(-g)} more than the whole")
            gross[i["id"]] = g
            return g

        try:
            for i in self.installments:
                if i["amount"][0] != "withheld": of(i)
        except Overflow as x:
            errors.add(x.args[0], "overflow", x.args[1])
        return None if len(errors) > before else gross


# ---------------------------------------------------------------- facts

FACTS = {
    "event": (("event",), ("count",)),
    "invoice": (("installment", "number", "amount"), ()),
    "usage": (("installment", "item", "quantity"), ()),
    "assessment": (("assessment",), ("score", "incidents", "failed", "vetoed", "round")),
    "rectification-waived": (("assessment",), ()),
    "ruling": (("assessment", "deduction", "reason", "document"), ()),
    "objection": (("objection",), ()),
    "objection-resolved": (("objection",), ()),
    "paid": (("installment", "amount"), ("voucher", "fundSource")),
    "returned": (("installment", "amount"), ("payment",)),
    "amended": (("contract",), ()),
    "terminated": (("reason",), ()),
    "voided": (("fact", "reason"), ()),
}
COMMON = (("id", "kind", "on"), ("document", "note", "recordedAt", "recordedBy"))


def read_fact(v, p, n, r):
    """The fact with what is good of it (None where something is wrong), or None."""
    e = r.e
    if not isinstance(v, dict): r.type(v, p, "an object"); return None
    kind = r.choice(v["kind"], f"{p}/kind", tuple(FACTS)) if "kind" in v else None
    if kind is not None:
        required, optional = FACTS[kind]
        r.object(v, p, COMMON[0] + required, COMMON[1] + optional)
    else:
        for k in COMMON[0]:
            if k not in v: e.add(f"{p}/{k}", "missing", f"the field {k} is missing")
    f = {"p": p, "n": n, "kind": kind,
         "id": r.id(v["id"], f"{p}/id") if "id" in v else None,
         "on": r.date(v["on"], f"{p}/on") if "on" in v else None}
    for k in ("document", "note", "recordedBy"):
        if k in v: r.string(v[k], f"{p}/{k}")
    if "recordedAt" in v: r.instant(v["recordedAt"], f"{p}/recordedAt")
    if kind is None: return f
    for k in ("event", "installment", "item", "assessment", "objection", "payment", "fact"):
        if k in required + optional: f[k] = r.id(v[k], f"{p}/{k}") if k in v else None
    for k in ("number", "reason", "voucher", "fundSource"):
        if k in required + optional and k in v: r.string(v[k], f"{p}/{k}")
    if kind == "event": f["count"] = r.integer(v["count"], f"{p}/count", 1) if "count" in v else 1
    if kind == "invoice" and "amount" in v: f["amount"] = r.money(v["amount"], f"{p}/amount", negative=True)
    if kind == "ruling" and "deduction" in v: f["deduction"] = r.money(v["deduction"], f"{p}/deduction")
    if kind in ("paid", "returned"):
        f["amount"] = r.money(v["amount"], f"{p}/amount", negative=True) if "amount" in v else None
        if f["amount"] is not None and f["amount"] <= 0:
            e.add(f"{p}/amount", "payment", "a payment or return of 0 or less"); f["amount"] = None
    if kind == "usage":
        f["quantity"] = r.number(v["quantity"], f"{p}/quantity", "quantity") if "quantity" in v else None
    if kind == "assessment":
        if ("score" in v) == ("incidents" in v):
            e.add(f"{p}/score", "choice" if "score" in v else "missing", "a result has a score or incidents, one of them")
        f["score"] = r.score(v["score"], f"{p}/score") if "score" in v else None
        f["incidents"] = None
        if "incidents" in v:
            if not isinstance(v["incidents"], dict): r.type(v["incidents"], f"{p}/incidents", "an object")
            else: f["incidents"] = {k: r.integer(x, f"{p}/incidents/{token(k)}") for k, x in v["incidents"].items()}
        for k in ("failed", "vetoed"): f[k] = (r.ids(v[k], f"{p}/{k}") if k in v else []) or []
        f["round"] = r.integer(v["round"], f"{p}/round", 1) if "round" in v else 1
    if kind == "amended" and "contract" in v: f["contract"] = Terms(v["contract"], f"{p}/contract", e)
    return f


def fits(f, t):
    """What of the fact the terms do not know: a list of (pointer, code, message)."""
    out, p, k = [], f["p"], f["kind"]
    add = lambda at, code, text: out.append((f"{p}/{at}", code, text))
    if f.get("installment") is not None:
        i = t.by_id.get(f["installment"])
        if i is None:
            if t.installments_known: add("installment", "unknown-reference", f"there is no installment {f['installment']}")
        elif k == "usage" and i["amount"] is not None:
            if i["amount"][0] != "metered":
                add("installment", "unknown-reference", f"{f['installment']} is not metered")
            elif f["item"] is not None and f["item"] not in i["amount"][1]:
                add("item", "unknown-reference", f"{f['installment']} has no unit price for {f['item']}")
    if f.get("assessment") is not None:
        a = t.assessment.get(f["assessment"])
        if a is None:
            if t.assessments_known: add("assessment", "unknown-reference", f"there is no assessment {f['assessment']}")
        elif k == "assessment":
            if a["combine"] is not None:
                add("assessment", "combined", f"the score of {a['id']} comes from its parts")
            elif f["incidents"] is not None:
                if a["sheet"] is None: add("incidents", "no-sheet", f"{a['id']} has no scoring sheet")
                else:
                    for name in f["incidents"]:
                        if name not in a["sheet"]:
                            add(f"incidents/{token(name)}", "unknown-reference", f"the sheet has no criterion {name}")
            if f["round"] is not None and a["rectifications"] is not None and f["round"] > 1 + a["rectifications"]:
                add("round", "round", f"{a['id']} has at most {1 + a['rectifications']} rounds")
            for key, names in (("failed", "failures"), ("vetoed", "veto")):
                known = t.criteria(a["id"], names)
                for n, name in enumerate(f[key]):
                    if name not in known:
                        add(f"{key}/{n}", "unknown-criterion", f"{name} is named by no {names} of this assessment")
    return out


def without_voided(facts, errors):
    """Facts less those that a void stands against; a void that is itself voided has no effect. [READINGS 15]"""
    against = {}
    for f in facts:
        if f["kind"] == "voided" and f["fact"] is not None: against.setdefault(f["fact"], []).append(f)
    state = {}

    def stands(f):
        key = f["n"]
        if state.get(key) == "asked":
            if errors is not None: errors.add(f"{f['p']}/fact", "cycle", "these voids void each other")
            return False
        if key not in state:
            state[key] = "asked"
            state[key] = not any([stands(v) for v in against.get(f["id"], [])])
        return state[key]

    return [f for f in facts if stands(f)]


def check_together(facts, errors):
    """Rules about facts together: two results of one round, returns and payments."""
    rounds = {}
    for f in facts:                                              # in the order of the dossier
        if f["kind"] == "assessment" and f["assessment"] is not None and f["round"] is not None:
            key = f["assessment"], f["round"]
            if key in rounds:
                errors.add(f"{f['p']}/round", "round-twice", f"round {key[1]} of {key[0]} already has a result")
            rounds[key] = f
    paid = [f for f in facts if f["kind"] == "paid" and f["amount"] and f["on"] is not None and f["installment"]]
    by_id = {f["id"]: f for f in paid}
    unread = {f["installment"] for f in facts if f["kind"] == "paid" and not f["amount"]}   # already an error
    back, back_of = {}, {}
    for f in in_order([f for f in facts if f["kind"] == "returned" and f["amount"] and f["on"] is not None
                       and f["installment"]]):
        name, p = f["installment"], f["p"]
        if name in unread: continue
        have = sum(x["amount"] for x in paid if x["installment"] == name and x["on"] <= f["on"])
        back[name] = back.get(name, 0) + f["amount"]
        if back[name] > have:
            errors.add(f"{p}/amount", "return", f"until then {money(have)} was paid and {money(back[name])} returned")
        if f["payment"] is not None:
            x = by_id.get(f["payment"])
            if x is None or x["installment"] != name:
                errors.add(f"{p}/payment", "unknown-reference", f"{name} has no payment {f['payment']}")
                continue
            back_of[x["id"]] = back_of.get(x["id"], 0) + f["amount"]
            if x["on"] > f["on"] or back_of[x["id"]] > x["amount"]:
                errors.add(f"{p}/amount", "return", f"more than the payment {x['id']} is returned, or before it")


def in_order(facts):
    return sorted(facts, key=lambda f: (f["on"], f["n"]))


# ---------------------------------------------------------------- the dossier

class Dossier:
    def __init__(self, v, cn, errors):
        self.e, r = errors, Reader(errors)
        find_twice(v, "", errors)
        self.cn, self.calendar = cn, Calendar(moves=False)
        self.facts, self.living, self.as_of, self.terms = [], [], None, None
        o = r.object(v, "", ("contract", "facts", "asOf"), ("calendar",))
        if o is None: return
        if "asOf" in o: self.as_of = r.date(o["asOf"], "/asOf")
        if "calendar" in o: self.read_calendar(o["calendar"], "/calendar", r)
        first = Terms(o["contract"], "/contract", errors) if "contract" in o else None
        rows = r.list(o["facts"], "/facts") if "facts" in o else None
        seen = {}
        for n, x in enumerate(rows or []):
            f = read_fact(x, f"/facts/{n}", n, r)
            if f is None: continue
            self.facts.append(f)
            if f["id"] is not None:
                if f["id"] in seen: errors.add(f"{f['p']}/id", "duplicate", f"two facts are called {f['id']}")
                seen.setdefault(f["id"], f)
        for f in self.facts:
            if f["kind"] == "voided" and f["fact"] is not None and f["fact"] not in seen:
                errors.add(f"{f['p']}/fact", "unknown-reference", f"there is no fact {f['fact']}")
            if f["kind"] == "returned" and f["payment"] is not None:
                x = seen.get(f["payment"])
                if x is None or x["kind"] != "paid" or x["installment"] != f["installment"]:
                    errors.add(f"{f['p']}/payment", "unknown-reference",
                               f"there is no payment {f['payment']} of this installment")
        if first is None: return

        dated = [f for f in self.facts if f["on"] is not None and f["kind"] is not None]
        final = without_voided(dated, errors)
        if self.as_of is not None:
            self.living = in_order(without_voided([f for f in dated if f["on"] <= self.as_of], None))
        amendments = [f for f in self.living if f["kind"] == "amended" and "contract" in f]
        self.terms = amendments[-1]["contract"] if amendments else first
        # Living facts must fit the terms that stand, all others some terms of the dossier. [READINGS 12]
        every = [first] + [f["contract"] for f in self.facts if f["kind"] == "amended" and "contract" in f]
        lives = {f["n"] for f in self.living}
        for f in self.facts:
            if f["kind"] is None: continue
            wrong = fits(f, self.terms)
            if wrong and f["n"] not in lives and any(not fits(f, t) for t in every): wrong = []
            for x in wrong: errors.add(*x)
        # Rules about facts together hold as of the day, and in the end. [READINGS 14]
        check_together(sorted(self.living, key=lambda f: f["n"]), errors)
        check_together(final, errors)

    def read_calendar(self, v, p, r):
        if isinstance(v, str):
            name = r.choice(v, p, ("none", "weekends", "CN"))
            if name == "weekends": self.calendar = Calendar()
            if name == "CN":
                if self.cn is None: raise SystemExit("no cn-calendar.csv: give --calendar or CN_CALENDAR")
                self.calendar = Calendar(self.cn[0], self.cn[1], True, self.cn[2], self.cn[3])
            return
        if not isinstance(v, dict): r.type(v, p, "a name or an object"); return
        r.object(v, p, ("holidays", "workingWeekends"))
        days = {}
        for k in ("holidays", "workingWeekends"):
            rows = r.list(v[k], f"{p}/{k}") if k in v else []
            days[k] = [r.date(x, f"{p}/{k}/{n}") for n, x in enumerate(rows or [])]
        for n, x in enumerate(days["workingWeekends"]):
            if x is not None and x in days["holidays"]:
                self.e.add(f"{p}/workingWeekends/{n}", "duplicate", "this day is a holiday as well")
        self.calendar = Calendar(days["holidays"], days["workingWeekends"])


# ---------------------------------------------------------------- the calculation

class Walk:
    def __init__(self, d):
        self.d, self.t, self.as_of, self.facts = d, d.terms, d.as_of, d.living
        self.attached = {i["assessedBy"]: i for i in self.t.installments if i["assessedBy"] is not None}
        usage = {}
        for f in self.facts:
            if f["kind"] == "usage":
                usage.setdefault(f["installment"], []).append((f["on"], f["item"], f["quantity"], f"{f['p']}/quantity"))
        self.gross = self.t.grosses(usage, d.e)      # withheld ones follow as the walk reaches them

    def of(self, kind, **fields):
        return [f for f in self.facts if f["kind"] == kind and all(f[k] == v for k, v in fields.items())]

    # -- assessments

    def base(self, base, a):
        if base[0] == "installment":
            i = self.attached.get(a["id"])
            return 0 if i is None else self.gross.get(i["id"], 0)
        return self.t.amount_of(base)

    def part(self, percent, base, a, points=1):
        return fen(round_fen(points * percent / 100 * self.base(base, a)), a["p"])

    def result(self, name):
        """None, or what the assessment says: score, failed, vetoed, on, lines, undetermined, settled."""
        a = self.t.assessment[name]
        if a["combine"] is not None:
            parts = [(self.result(part), weight) for part, weight in a["combine"]]
            if any(x is None or not x["settled"] for x, _ in parts): return None
            score = sum((w * x["score"] for x, w in parts), Fraction(0))
            if a["decimals"] is not None:
                unit = 10 ** a["decimals"]
                score = Fraction((score * unit + Fraction(1, 2)).__floor__(), unit)
            got = {"score": score, "failed": set().union(*[x["failed"] for x, _ in parts]),
                   "vetoed": set().union(*[x["vetoed"] for x, _ in parts]), "on": max(x["on"] for x, _ in parts)}
        else:
            facts = self.of("assessment", assessment=name)
            if not facts: return None
            f = max(facts, key=lambda f: f["round"])
            score = f["score"]
            if score is None:
                score = sum((max(Fraction(0), most - each * f["incidents"].get(c, 0))
                             for c, (most, each) in a["sheet"].items()), Fraction(0))
            got = {"score": score, "failed": set(f["failed"]), "vetoed": set(f["vetoed"]), "on": f["on"],
                   "round": f["round"]}
        lines, undetermined = self.lines(a, got)
        adverse = bool(lines) or undetermined is not None
        rulings = self.of("ruling", assessment=name)
        got["settled"] = (a["combine"] is not None or not adverse or got["round"] > a["rectifications"]
                          or bool(rulings) or bool(self.of("rectification-waived", assessment=name)))
        if rulings:
            amount = rulings[-1]["deduction"]
            lines, undetermined = ([("ruling", amount)] if amount else []), None
        got["lines"], got["undetermined"] = lines, undetermined
        got["sum"] = 0
        for _, amount in lines: got["sum"] = fen(got["sum"] + amount, a["p"])
        return got

    def lines(self, a, got):
        score, undetermined, lines = got["score"], None, []
        if a["veto"] and set(a["veto"][0]) & got["vetoed"]:
            if a["veto"][1] == "withhold": return [], "veto"
            score = Fraction(0)
        if a["failures"]:
            criteria, percent, base = a["failures"]
            for c in criteria:
                if c in got["failed"]: lines.append((f"failure:{c}", self.part(percent, base, a)))
        if a["bands"]:
            fit = [b for b in a["bands"] if b[0] <= score]
            if not fit: undetermined = "gap"                     # unless a rule for points applies, below
            else:
                start, percent, base, written = max(fit, key=lambda b: b[0])     # the first of equals [READINGS 38]
                amount = self.part(percent, base, a)
                if amount: lines.append((f"band:{written}", amount))
        for n, rule in enumerate(a["points"]):
            top = rule["pointsBelow"] if rule["scoreBelow"] is None else rule["scoreBelow"]
            if score >= top or (rule["scoreFrom"] is not None and score < rule["scoreFrom"]): continue
            if undetermined == "gap": undetermined = None        # this score has a rule (golden: random 52) [READINGS 2]
            low = score if rule["downTo"] is None else max(score, rule["downTo"])
            points = max(Fraction(0), rule["pointsBelow"] - low)
            if rule["fraction"] == "whole": points = Fraction(points.__floor__())
            if rule["fraction"] == "started": points = Fraction(points.__ceil__())
            amount = self.part(rule["percent"], rule["of"], a, points)
            if amount: lines.append((f"points:{n}", amount))
        if a["cap"]:
            most, total = self.part(*a["cap"], a), 0
            for _, amount in lines: total = fen(total + amount, a["p"])
            if total > most: lines.append(("cap", most - total))
        return lines, undetermined

    # -- conditions: None while open, else (True, the date or None)

    def on_or_before(self, n):
        return None if n is None or n > self.as_of else (True, n)

    def met(self, c, i, payable):
        t, h = self.t, c[0]
        if h == "event": return self.first(c[1])
        if h == "count":
            total = 0
            for f in self.of("event", event=c[1]):
                total += f["count"]
                if total >= c[2]: return True, f["on"]
            return None
        if h == "date": return self.on_or_before(c[1])
        if h == "after":
            first = self.first(c[1])
            if first is None: return None
            return self.on_or_before((add_months if c[2] == "months" else add_days)(first[1], c[3]))
        if h == "yearStarts": return self.on_or_before(t.years[c[1]]["span"][0])
        if h == "yearEnds": return self.on_or_before(t.years[c[1]]["span"][1])
        if h == "yearElapsed": return self.on_or_before(add_months(t.years[c[1]]["span"][0], c[2]))
        if h == "contractEnds":
            return self.on_or_before(t.term[1] if t.term else list(t.years.values())[-1]["span"][1])
        if h == "invoice":
            if payable == 0: return True, None
            total, since = 0, None
            for f in self.of("invoice", installment=i["id"]):    # a red one may take the sum below again [READINGS 53]
                total += f["amount"]
                since = None if total < payable else since or f["on"]
            return since and (True, since)
        if h == "clear":
            raised, resolved = self.of("objection", objection=c[1]), self.of("objection-resolved", objection=c[1])
            if not raised: return True, None
            return (True, resolved[-1]["on"]) if len(resolved) >= len(raised) else None
        parts = [self.met(x, i, payable) for x in c[1]]
        if h == "all":
            if any(x is None for x in parts): return None
            days = [x[1] for x in parts if x[1] is not None]
            return True, max(days, default=None)
        parts = [x for x in parts if x is not None]
        if not parts: return None
        return True, min((x[1] for x in parts if x[1] is not None), default=None)

    def first(self, event):
        found = self.of("event", event=event)
        return (True, found[0]["on"]) if found else None

    # -- the pass over the installments

    def statement(self):
        t, d = self.t, self.d
        terminated = self.of("terminated")
        end = terminated[0]["on"] if terminated else None
        withheld_for, holders = {}, {}
        for i in t.installments:
            if i["amount"][0] == "withheld":
                withheld_for[i["id"]] = 0
                for source in i["amount"][2]: holders.setdefault(source, []).append(i)
        carry = claim = waived = 0
        rows, flags = [], []
        for i in t.installments:
            p = i["p"]
            if i["amount"][0] == "withheld": self.gross[i["id"]] = fen(withheld_for[i["id"]], p)
            gross = self.gross[i["id"]]
            result = None if i["assessedBy"] is None else self.result(i["assessedBy"])

            def amounts(gross, new):
                recovered = min(carry, gross)
                deducted = min(new, gross - recovered)
                net, shares = gross - recovered - deducted, []
                for h in holders.get(i["id"], []):
                    share = round_fen(h["amount"][1] / 100 * net)
                    shares.append((h["id"], min(share, net - sum(x for _, x in shares))))   # [READINGS 30]
                withheld = sum(x for _, x in shares)
                return recovered, deducted, net, shares, withheld, net - withheld

            new = result["sum"] if result else 0
            lines = result["lines"] if result else []
            recovered, deducted, net, shares, withheld, payable = amounts(gross, new)
            start = self.met(i["when"], i, payable)
            started = start[1] if start else None
            cancelled = (end is not None and i["kind"] != "holdback" and (started is None or started > end))
            if cancelled:
                new, lines, started = 0, [], None
                recovered, deducted, net, shares, withheld, payable = amounts(0, 0)
            for name, share in shares: withheld_for[name] += share
            due = None
            if started is not None:
                due = d.calendar.due(started, i["within"])
                if due is None: raise Overflow(f"{p}/within", "the due date lies beyond the year 9999")
            excess = new - deducted
            carry = carry - recovered
            if t.excess == "carry": carry = fen(carry + excess, p)
            elif t.excess == "claim": claim = fen(claim + excess, p)
            else: waived = fen(waived + excess, p)
            paid = 0
            for f in self.facts:
                if f["kind"] == "paid" and f["installment"] == i["id"]: paid = fen(paid + f["amount"], f"{f['p']}/amount")
            for f in self.of("returned", installment=i["id"]): paid -= f["amount"]
            overpaid = max(0, paid - payable)
            carry = fen(carry + overpaid, p)
            outstanding = max(0, payable - paid)
            row = {"id": i["id"], "gross": money(gross),
                   "deductions": [{"rule": r, "amount": money(x)} for r, x in lines],
                   "deducted": money(deducted), "recovered": money(recovered), "withheld": money(withheld),
                   "payable": money(payable), "paid": money(paid), "outstanding": money(outstanding),
                   "status": None, "startedOn": day(started), "dueOn": day(due), "blockedBy": []}
            self.status(i, row, result, cancelled, started, due, payable, paid, outstanding)
            if overpaid: flags.append({"flag": "overpaid", "installment": i["id"], "amount": money(overpaid)})
            if result and result["undetermined"]:               # of a cancelled one as well (golden: random 111)
                flags.append({"flag": result["undetermined"], "assessment": i["assessedBy"]})
            rows.append((row, deducted, paid, outstanding))
        claim = fen(claim + carry, f"{t.p}/installments")
        flags += self.termination_rights()
        if d.calendar.missing: flags.append({"flag": "calendar-missing"})
        total = lambda n, only=None: fen(sum(x[n] for x in rows if only is None or x[0]["status"] in only),
                                         f"{t.p}/installments")
        following = [(x[0], x[3]) for x in rows if x[0]["status"] not in ("settled", "cancelled")]
        return {"contract": t.number, "asOf": day(self.as_of), "price": money(t.price), "paid": money(total(2)),
                "payableNow": money(total(3, ("due", "overdue"))), "outstanding": money(total(3)),
                "deducted": money(total(1)), "claim": money(claim), "waived": money(waived),
                "next": None if not following else
                {"id": following[0][0]["id"], "status": following[0][0]["status"],
                 "amount": money(following[0][1]), "dueOn": following[0][0]["dueOn"]},
                "installments": [x[0] for x in rows], "flags": flags}

    def status(self, i, row, result, cancelled, started, due, payable, paid, outstanding):
        settled = i["assessedBy"] is None or bool(result and result["settled"])
        undetermined = bool(result and result["undetermined"])
        if cancelled: row["status"] = "cancelled"; return
        if outstanding == 0 and (paid > 0 or (started is not None and settled and not undetermined)):
            row["status"] = "settled"; return
        if undetermined: row["status"] = "undetermined"; return
        blocked = []
        if started is None: blocked.append("when")
        if i["assessedBy"] is not None:
            if result is None: blocked.append("assessment")
            elif not result["settled"]: blocked.append("rectification")
        for need in i["needs"]:
            c = ("invoice",) if need == "invoice" else ("event", need)
            if self.met(c, i, payable) is None: blocked.append(need)
        if blocked: row["status"], row["blockedBy"] = "blocked", blocked; return
        if self.as_of > due:
            row["status"], row["daysOverdue"] = "overdue", self.as_of - due
            if self.t.late is not None:
                interest = round_fen(outstanding * self.t.late / 100 * (self.as_of - due))
                row["interest"] = money(fen(interest, f"{self.t.p}/lateInterest"))
            return
        row["status"] = "due"

    def termination_rights(self):
        flags = []
        for rule in self.t.termination:
            low = []
            for name in rule["series"]:
                r = self.result(name)
                low.append(r is not None and r["settled"] and r["score"] < rule["below"])
            for n in range(rule["times"] - 1, len(low)):
                members = range(n - rule["times"] + 1, n + 1)
                if all(low[m] for m in members):
                    flags.append({"flag": "termination-right", "assessments": [rule["series"][m] for m in members]})
        return flags


def statement(raw, cn=None):
    """The bytes of one dossier in, a statement or all its errors out."""
    errors = Errors()
    try:
        try: v = read_json(raw)
        except ValueError as x:
            errors.add("", "json", f"this is no JSON text: {str(x)[:100]}")
        else:
            d = Dossier(v, cn, errors)
            if not errors.list:
                walk = Walk(d)
                if not errors.list: return walk.statement()
    except Overflow as x:
        errors.add(x.args[0], "overflow", x.args[1])
    except RecursionError:
        errors = Errors()
        errors.add("", "depth", "this is nested too deeply")
    return {"errors": errors.list}


def main(argv):
    given = argv[argv.index("--calendar") + 1] if "--calendar" in argv else None
    path = cn_path(given)
    cn = read_cn(path) if path else None
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        text = json.dumps(statement(line.rstrip(b"\n"), cn), ensure_ascii=False)
        out.write(text.encode("utf-8") + b"\n")
        out.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
