#!/usr/bin/env python3
"""Random dossiers, one JSON text per line, far more varied than the golden ones.

usage: generate.py SEED COUNT [--golden | --stats]

Dossier n of a seed is always the same. Payments and invoices are placed with the help of reference.py, so that
settled, overdue and overpaid installments are common; nothing in a dossier depends on what the reference would say
later. Of the few dossiers that break a rule by accident (overflow, a remainder eaten up by usage ...) one in ten is kept.
--golden writes {"name", "dossier", "statement"} for golden.py, leaving out those few.
--stats prints what came out instead of the dossiers.
"""
import json, random, sys
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import reference

CN = None
FRACTIONS = ("exact", "whole", "started")
EVENTS = ("signed", "delivered", "launched", "accepted", "report", "stable-operation", "completion", "training-held",
          "service", "handover")
COUNTED = ("service", "visits", "local-service")
FAILS = ("technical", "response", "training", "publicity")
VETOES = ("security", "leak", "fraud")


def iso(d): return d.isoformat()


def months_after(d, n):
    m = d.year * 12 + d.month - 1 + n
    y, m = divmod(m, 12)
    for k in range(d.day, 27, -1):
        try: return date(y, m + 1, k)
        except ValueError: pass
    return date(y, m + 1, d.day)


def decimal(n, places):
    """n / 10**places as a decimal string, shortest form."""
    whole, part = divmod(n, 10 ** places)
    text = f"{part:0{places}d}".rstrip("0") if places else ""
    return f"{whole}.{text}" if text else str(whole)


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    # -- dice

    def yes(self, p): return self.r.random() < p
    def pick(self, *xs): return self.r.choice(xs)
    def weigh(self, **xs): return self.r.choices(list(xs), list(xs.values()))[0]
    def int(self, a, b): return self.r.randint(a, b)

    def some(self, xs, least=1, most=None):
        xs = list(xs)
        k = self.int(min(least, len(xs)), min(len(xs), most if most is not None else len(xs)))
        return self.r.sample(xs, k)

    def money(self, fen):
        return str(fen // 100) if fen % 100 == 0 and self.yes(0.1) else f"{fen // 100}.{fen % 100:02d}"

    def percent(self, most):
        """A percentage above 0 and at most `most` (an integer), as a string."""
        places = self.pick(0, 0, 1, 2, 2, 3, 6)
        return decimal(self.int(1, most * 10 ** places), places)

    def score(self, near=()):
        k = self.r.random()
        if near and k < 0.45:
            h = int(Fraction(self.r.choice(near)) * 100) + self.pick(-1, 0, 0, 1, -100, 50)
            return decimal(min(10000, max(0, h)), 2)
        if k < 0.75: return decimal(self.int(5500, 10000), 2)
        if k < 0.85: return str(self.int(60, 100))
        return self.pick("100", "0", "99.99", "0.01", decimal(self.int(0, 10000), 2), f"{self.int(50, 99)}.50")

    def day(self, a, b):
        if b <= a: return a
        d = a + timedelta(days=self.int(0, (b - a).days))
        if self.yes(0.12):                               # month ends and leap days are where it hurts
            d = self.pick(date(d.year, 1, 31), date(d.year, 2, 28), date(d.year, 12, 31), date(d.year, 8, 31),
                          date(d.year, 10, 1), months_after(date(d.year, 1, 31), self.int(0, 11)))
            if d.year % 4 == 0 and self.yes(0.4): d = date(d.year, 2, 29) if d.year % 100 else d
        return d

    # -- terms

    def price_scale(self):
        k = self.weigh(zero=1, tiny=5, small=15, normal=60, large=12, huge=7)
        return {"zero": (0, 0), "tiny": (1, 99), "small": (100, 10 ** 6), "normal": (10 ** 7, 2 * 10 ** 9),
                "large": (10 ** 10, 10 ** 14), "huge": (10 ** 17, 2 ** 62)}[k]

    def split(self, total, n):
        """total fen into n parts, some of them perhaps 0."""
        if self.yes(0.3): cuts = sorted(total * k // n for k in range(1, n))
        else: cuts = sorted(self.int(0, total) for _ in range(n - 1))
        if self.yes(0.3): cuts = sorted(c // 10000 * 10000 for c in cuts)
        return [b - a for a, b in zip([0] + cuts, cuts + [total])]

    def contract(self):
        r = self.r
        low, high = self.price_scale()
        price = self.int(low, high)
        if price > 10 ** 6 and self.yes(0.5): price -= price % 10 ** 5
        era = self.weigh(usual=70, early=8, late=22)
        year = {"usual": self.int(2014, 2023), "early": self.int(2008, 2010), "late": self.int(2024, 2031)}[era]
        self.start = self.pick(date(year, 1, 1), date(year, 9, 1), date(year, 1, 31), date(year, 8, 31),
                               date(2024 if era == "late" else 2016 if era == "usual" else 2008, 2, 29),
                               self.day(date(year, 1, 1), date(year, 12, 31)))
        if era != "usual" and self.yes(0.3):               # both ends of the table of holidays
            self.start = self.day(date(2009, 12, 1), date(2010, 1, 10)) if era == "early" else \
                self.day(date(2026, 11, 15), date(2027, 1, 10))
        self.huge = price > 10 ** 16
        c = {"number": f"MS-{self.start.year}-{self.int(1, 999)}", "title": self.pick("运维服务", "平台建设项目", "Łódź test \"q\""),
             "buyer": "眉山市政务服务管理局", "supplier": self.pick("兴眉科技有限公司", "某某公司 A/B~C"), "currency": "CNY",
             "price": self.money(price), "signedOn": iso(self.start - timedelta(days=self.int(0, 40)))}
        self.price, self.years = price, {}
        if self.yes(0.82):
            n, at, number = self.int(1, 4), self.start, 1
            fees = self.split(price, n)
            c["years"] = []
            for k, fee in enumerate(fees):
                if k and self.yes(0.08): number += self.int(1, 3)
                end = (months_after(at, 12) - timedelta(days=1)) if self.yes(0.8) else at + timedelta(days=self.int(0, 500))
                c["years"].append({"year": number, "fee": self.money(fee), "from": iso(at), "to": iso(end)})
                self.years[number] = [fee, at, end]
                at = end + timedelta(days=1 if self.yes(0.9) else self.int(1, 60))
                number += 1
            self.end = end
        else:
            self.end = self.start + timedelta(days=self.int(0, 900))
            c["term"] = {"from": iso(self.start), "to": iso(self.end)}
        self.serial = 0
        self.metering = self.yes(0.15)
        self.meters = {}                                   # installment id -> (items, from, to)
        rows = self.installments()
        c["installments"] = rows
        leaves = self.assessments(c, rows)
        if self.yes(0.3) and leaves:
            names = [a["id"] for a in c["assessments"]]
            c["termination"] = [{"series": self.some(names, 1, 6) if self.yes(0.3) else leaves[:6],
                                 "below": self.pick("80", "85", "90.5", "70", "100"), "times": self.int(1, 3)}
                                for _ in range(self.pick(1, 1, 2))]
        elif self.yes(0.3): c["termination"] = []
        if self.yes(0.8): c["excess"] = self.pick("carry", "waive", "claim")
        if self.yes(0.35): c["lateInterest"] = {"percentPerDay": self.pick("0.05", "0.03", "0.000001", "0", "0.5", "1.25")}
        if "term" in c and self.yes(0.3) and "contractEnds" not in json.dumps(c): del c["term"]
        items = list(c.items())
        if self.yes(0.1): r.shuffle(items)
        return dict(items)

    def name(self, group):
        self.serial += 1
        return f"{group}-{self.serial}"

    def shares(self, n, whole, left, used):
        """One amount out of `left` fen for the group of year n (None: no year). -> amount, its fen, or None"""
        k = self.weigh(fixed=3, percent=6, of_contract=2, of_other=1)
        if k == "fixed":
            g = self.int(0, left) if self.yes(0.5) else left * self.int(1, 9) // 10
            return {"fixed": self.money(g)}, g
        base, amount = ("contract", self.price) if k == "of_contract" or n is None else (f"year:{n}", whole)
        if k == "of_other" and self.years:
            m = self.r.choice(list(self.years))
            base, amount = f"year:{m}", self.years[m][0]
        if not amount: return {"percent": self.percent(30), "of": base}, 0
        most = Fraction(left * 100, amount)
        for _ in range(6):
            p = self.pick("10", "20", "30", "40", "50", self.percent(60), self.percent(max(1, min(100, int(most)))))
            g = reference.round_fen(Fraction(p) / 100 * amount)
            if g <= left: return {"percent": p, "of": base}, g
        return {"fixed": self.money(left // 2)}, left // 2

    def installments(self):
        groups = [(n, y[0]) for n, y in self.years.items()] or [(None, self.price)]
        whole_remainder = self.yes(0.2)
        rows, spare = [], 0
        for n, fee in groups:
            k = self.int(1, 4)
            left, own = fee, []
            for j in range(k - 1):
                amount, g = self.shares(n, fee, left, own)
                left -= g
                own.append(self.row(n, amount))
            if whole_remainder and (n is None or self.yes(0.5)):
                spare += left
            elif n is not None and self.yes(0.65):
                own.append(self.row(n, {"remainder": f"year:{n}"}))
                if self.yes(0.06): del own[-1]["year"]      # then only the others carry the year
            elif n is None and not whole_remainder and self.yes(0.4):
                spare += left; whole_remainder = True
            else:
                p = Fraction(left * 100, fee) if fee else None
                if p is not None and 10 ** 6 % p.denominator == 0 and self.yes(0.5):
                    own.append(self.row(n, {"percent": decimal(int(p * 10 ** 6), 6), "of": f"year:{n}" if n else "contract"}))
                else: own.append(self.row(n, {"fixed": self.money(left)}))
            rows += own
        if not self.years:
            for i in rows: i.pop("year", None)
        if self.metering:
            # room for what is metered: some fixed amounts become meters, the others then add up to less
            fixed = [i for i in rows if "fixed" in i["amount"]]
            for i in (self.some(fixed, 1, 3) if fixed else []):
                i["amount"] = self.meter(i["id"], i["amount"]["fixed"])
        if whole_remainder:
            i = self.row(None, {"remainder": "contract"})
            if self.years and self.yes(0.15):
                free = [n for n in self.years if not any(j["amount"].get("remainder") == f"year:{n}" for j in rows)]
                if free: i["year"] = self.r.choice(free)
            rows.append(i)
        if not rows: rows.append(self.row(None, {"fixed": self.money(self.price)}))
        if self.yes(0.3): self.r.shuffle(rows)
        for _ in range(self.pick(0, 0, 1, 1, 1, 2, 3)):
            source = self.some([i["id"] for i in rows], 1, 4)
            p = self.pick("3", "5", "2.5", "10", "1.5", "0.000001", "33.333333")
            if self.yes(0.05): p = "50"
            if self.yes(0.06):                             # all of it, in two halves
                p = "50"
                twin = self.row(None, {"withheld": {"percent": p, "from": source}})
                twin["kind"] = "holdback"
                rows.append(twin)
            i = self.row(None, {"withheld": {"percent": p, "from": source}})
            i["kind"] = "holdback" if self.yes(0.92) else "milestone"
            at = max(n for n, j in enumerate(rows) if j["id"] in source) + 1
            rows.insert(at if self.yes(0.3) else len(rows), i)
        for i in rows:
            if i["kind"] != "holdback" and self.yes(0.06): i["kind"] = "holdback"
        return rows

    def meter(self, name, limit):
        items = self.some(("vcpu", "gb", "seat", "call", "hour"), 1, 3)
        a = self.day(self.start, self.end)
        b = a + timedelta(days=self.int(0, 200))
        amount = {"metered": {"unitPrices": {x: self.pick("35.125", "0.333333", "1", "0", "0.005", "99.99", "1200")
                                             for x in items}, "from": iso(a), "to": iso(b)}}
        if self.yes(0.75): amount["max"] = limit
        self.meters[name] = (items, a, b)
        return amount

    def row(self, n, amount):
        i = {"id": self.name(f"y{n}" if n else "p"), "label": self.pick("预付款", "进度款", "考核尾款", "第 3 期", "")}
        if n is not None and self.yes(0.97): i["year"] = n
        elif n is not None and "remainder" in amount: i["year"] = n
        elif n is not None: pass
        i["kind"] = self.pick("advance", "milestone", "periodic", "assessed")
        i["amount"] = amount
        i["when"] = self.dated(self.pick(0, 0, 0, 1, 1, 2, 3))
        w = self.weigh(none=2, days=5, workingDays=4, months=3)
        if w == "days": i["within"] = {w: self.pick(0, 1, 7, 15, 30, 30, 60, self.int(0, 400))}
        if w == "workingDays": i["within"] = {w: self.pick(0, 1, 5, 10, 15, 30, self.int(0, 80))}
        if w == "months": i["within"] = {w: self.pick(0, 1, 1, 3, 6, 13)}
        if self.yes(0.45): i["needs"] = self.some(("invoice",) + EVENTS[:5], 0, 3) if self.yes(0.6) else ["invoice"]
        return i

    # when a year number left out would break a remainder: rows of a group that takes one keep their year
    def mend_years(self, rows):
        taken = {i["amount"]["remainder"] for i in rows if "remainder" in i["amount"]}
        for i in rows:
            g = i["id"].split("-")[0]
            if "year" not in i and "withheld" not in i["amount"] and g.startswith("y") and f"year:{g[1:]}" in taken \
                    and "remainder" not in i["amount"]:
                i["year"] = int(g[1:])

    # -- conditions

    def atom(self):
        ks = ["event", "event", "count", "date", "after", "after"]
        if self.years: ks += ["yearStarts", "yearElapsed", "yearElapsed", "yearEnds", "yearEnds"]
        k = self.pick(*ks, "contractEnds")
        if k == "event": return {"event": self.r.choice(EVENTS)}
        if k == "count": return {"count": self.r.choice(COUNTED), "atLeast": self.pick(1, 2, 5, 10, 30, self.int(1, 60))}
        if k == "date": return {"date": iso(self.day(self.start, self.end + timedelta(days=200)))}
        if k == "after":
            return {"after": self.r.choice(EVENTS), self.pick("months", "months", "days"): self.pick(0, 1, 3, 6, 7, 12, 24, 30)}
        if k == "contractEnds": return {k: True}
        n = self.r.choice(list(self.years))
        return {k: n, "months": self.pick(0, 1, 6, 9, 12, 13)} if k == "yearElapsed" else {k: n}

    def dated(self, depth):
        """A condition that has a date whenever it is met."""
        if depth == 0: return self.atom()
        if self.yes(0.6):
            parts = [self.dated(depth - 1)] + [self.any(depth - 1) for _ in range(self.int(0, 2))]
            self.r.shuffle(parts)
            return {"all": parts}
        return {"any": [self.dated(depth - 1) for _ in range(self.int(1, 3))]}

    def any(self, depth):
        k = self.r.random()
        if k < 0.3: return {"invoice": True}
        if k < 0.6: return {"clear": self.pick("quality", "schedule")}
        if depth == 0 or k < 0.8: return self.atom()
        return {self.pick("all", "any"): [self.any(depth - 1) for _ in range(self.int(1, 3))]}

    # -- assessments

    def base(self):
        k = self.r.random()
        if k < 0.3: return "contract"
        if k < 0.6 and self.years: return f"year:{self.r.choice(list(self.years))}"
        return "installment"

    def assessments(self, c, rows):
        out, leaves = [], []
        free = [i for i in rows if "withheld" not in i["amount"] or self.yes(0.1)]
        targets = self.some(free, 0 if self.yes(0.2) else 1, min(5, len(free)))
        for k, i in enumerate(targets):
            name = f"a{k + 1}"
            i["assessedBy"] = name
            self.assessment(out, leaves, name, self.pick(0, 0, 0, 1, 1, 2), True,
                            "withheld" in i["amount"])
        if self.yes(0.1): self.assessment(out, leaves, "loose", self.pick(0, 0, 1), True)
        if self.yes(0.4): self.r.shuffle(out)
        if out or self.yes(0.7): c["assessments"] = out
        return leaves

    def assessment(self, out, leaves, name, depth, top, held=False):
        a = {"id": name, "label": self.pick("年度考核", "半年考核", "q")}
        if depth:
            k = self.int(1, 3)
            whole = 10 ** self.pick(0, 1, 2, 6) if k == 1 else 10 ** self.pick(1, 2, 3, 6)
            places = len(str(whole)) - 1
            cuts = sorted(self.int(0, whole) for _ in range(k - 1))
            if self.yes(0.5): cuts = [whole * j // k for j in range(1, k)]
            weights = [y - x for x, y in zip([0] + cuts, cuts + [whole])]
            a["combine"] = []
            for j, w in enumerate(weights):
                part = f"{name}h{j + 1}"
                self.assessment(out, leaves, part, depth - 1 if self.yes(0.4) else 0, False)
                a["combine"].append({"assessment": part, "weight": decimal(w, places)})
            if len(leaves) > 1 and self.yes(0.08):          # one leaf counted by two combinations
                extra = self.r.choice(leaves)
                if all(x["assessment"] != extra for x in a["combine"]):
                    a["combine"].append({"assessment": extra, "weight": "0"})
            if self.yes(0.5): a["decimals"] = self.pick(0, 1, 2, 2, 3)
            if self.yes(0.1): a["rectifications"] = 1
        else:
            leaves.append(name)
            if self.yes(0.25):
                a["sheet"] = [{"id": f"c{j}", "label": "指标", "max": self.pick("8", "15", "24", "50", "12.5", "33.33", "0"),
                               "each": self.pick("1", "2.5", "3", "0.01", "0", "100")} for j in range(self.int(1, 6))]
            if self.yes(0.6): a["rectifications"] = self.pick(0, 1, 1, 2)
        if top or self.yes(0.2): self.rules(a, held)
        out.append(a)

    def rules(self, a, held=False):
        base = (lambda: "contract") if held else self.base
        if self.yes(0.4):
            a["veto"] = {"criteria": self.some(VETOES), "effect": self.pick("withhold", "zero")}
        light = 1 if self.huge else 5
        if self.yes(0.5):
            a["failures"] = {"criteria": self.some(FAILS), "percent": self.percent(light) if self.yes(0.9) else "0", "of": base()}
        if self.yes(0.5):
            starts = sorted({self.pick("95", "90", "85.5", "85.50", "80", "70", "60", "44.44", "100", str(self.int(40, 99)))
                             for _ in range(self.int(1, 4))}, key=Fraction, reverse=True)
            if self.yes(0.5): starts.append("0")
            worst = self.pick(5, 30, 100)
            a["bands"] = [{"from": s, "percent": "0" if n == 0 and self.yes(0.6) else self.percent(worst), "of": base()}
                          for n, s in enumerate(dict.fromkeys(starts))]
            if self.yes(0.2): self.r.shuffle(a["bands"])
        if self.yes(0.5):
            a["points"] = []
            for _ in range(self.int(1, 3)):
                below = self.pick("80", "90", "100", "70", "85.5")
                p = {"pointsBelow": below, "percent": self.percent(light) if self.yes(0.7) else self.pick("0.1", "1", "1.5"),
                     "of": base(), "fraction": self.r.choice(FRACTIONS)}
                if self.yes(0.08): p["percent"] = "0"
                if self.yes(0.35): p["downTo"] = self.pick("70", "60", "69.5", "50", "95")
                if self.yes(0.35): p["scoreFrom"] = self.pick("0", "60", "70", "75.25")
                if self.yes(0.35): p["scoreBelow"] = self.pick("70", "80", "90", "100")
                a["points"].append(p)
        if self.yes(0.3):
            a["cap"] = {"percent": self.pick("20", "10", "5", "100", "0.5", "0", self.percent(50)), "of": base()}

    # -- amendments

    def amend(self, c):
        """New terms that still know every name of the old ones."""
        c = json.loads(json.dumps(c))
        fee = {y["year"]: reference.round_fen(Fraction(y["fee"]) * 100) for y in c.get("years", [])}
        price = reference.round_fen(Fraction(c["price"]) * 100)
        for what in self.some(("raise", "year", "rules", "extend", "order", "extra", "interest", "assess"), 1, 3):
            if what in ("raise", "extra"):
                more = self.int(1, max(1, min(price // 3, 2 ** 60 - price if price < 2 ** 60 else 1)))
                before = self.price
                if any(i["amount"].get("of") == "contract" for i in c["installments"]) and \
                        not any(i["amount"].get("remainder") == "contract" for i in c["installments"]):
                    continue                                  # shares of the price would move as well
                if fee:
                    n = self.r.choice(list(fee))
                    shares = any(i["amount"].get("of") == f"year:{n}" for i in c["installments"])
                    takes = any(i["amount"].get("remainder") in (f"year:{n}", "contract") for i in c["installments"])
                    if shares and not takes: continue
                    if any(i["amount"].get("of") == f"year:{n}" and i.get("year") != n for i in c["installments"]): continue
                    fee[n] += more
                    for y in c["years"]:
                        if y["year"] == n: y["fee"] = self.money(fee[n])
                    price += more
                    if not takes: self.added(c, n, {"fixed": self.money(more)})
                else:
                    price += more
                    if not any(i["amount"].get("remainder") == "contract" for i in c["installments"]):
                        self.added(c, None, {"fixed": self.money(more)})
                c["price"] = self.money(price)
            elif what == "year" and fee:
                if any(i["amount"].get("of") == "contract" for i in c["installments"]) and \
                        not any(i["amount"].get("remainder") == "contract" for i in c["installments"]): continue
                n = max(fee) + 1
                more = self.int(0, max(1, price // 4))
                start = date.fromisoformat(c["years"][-1]["to"]) + timedelta(days=1)
                fee[n] = more
                c["years"].append({"year": n, "fee": self.money(more), "from": iso(start),
                                   "to": iso(start + timedelta(days=364))})
                price += more
                c["price"] = self.money(price)
                if not any(i["amount"].get("remainder") == "contract" for i in c["installments"]):
                    self.added(c, n, {"remainder": f"year:{n}"})
            elif what == "rules":
                for a in c.get("assessments", []):
                    for b in a.get("bands", []):
                        if self.yes(0.5): b["percent"] = self.percent(30)
                    if "combine" not in a and self.yes(0.3): a["rectifications"] = a.get("rectifications", 0) + 1
                c["excess"] = self.pick("carry", "waive", "claim")
            elif what == "extend":
                if "term" in c: c["term"]["to"] = iso(months_after(date.fromisoformat(c["term"]["to"]), self.int(0, 12)))
                elif c.get("years"):
                    c["years"][-1]["to"] = iso(months_after(date.fromisoformat(c["years"][-1]["to"]), self.int(0, 12)))
            elif what == "order" and not any("withheld" in i["amount"] for i in c["installments"]):
                self.r.shuffle(c["installments"])
            elif what == "interest":
                if self.yes(0.5): c["lateInterest"] = {"percentPerDay": "0.04"}
                else: c.pop("lateInterest", None)
            elif what == "assess":
                i = self.r.choice(c["installments"])
                if "assessedBy" not in i:
                    a = {"id": f"new{len(c.get('assessments', []))}", "label": "补充考核"}
                    if all(x["id"] != a["id"] for x in c.get("assessments", [])):
                        self.rules(a); c.setdefault("assessments", []).append(a); i["assessedBy"] = a["id"]
        return c

    def added(self, c, n, amount):
        while True:
            self.serial += 1
            name = f"extra-{self.serial}"
            if all(i["id"] != name for i in c["installments"]): break
        i = {"id": name, "label": "补充协议款", "kind": "periodic", "amount": amount, "when": self.dated(0),
             "within": {"days": 10}}
        if n is not None: i["year"] = n
        c["installments"].append(i)

    # -- facts

    def fact(self, kind, on, **more):
        f = {"id": "?", "kind": kind, **more, "on": iso(on)}
        if self.yes(0.05): f["note"] = "补记"
        if self.yes(0.05): f["document"] = f.get("document", "sha256-abc")
        if self.yes(0.05):
            f["recordedAt"] = iso(on) + self.pick("T09:00:00+08:00", "T23:59:59.123Z", "T00:00:00-05:30")
        if self.yes(0.03): f["recordedBy"] = "wang"
        self.facts.append(f)
        return f

    def number_facts(self):
        taken = {f["id"] for f in self.facts}
        n = 0
        for f in self.facts:
            while f["id"] == "?":
                n += 1
                if f"f{n}" not in taken: f["id"] = f"f{n}"

    def results(self, c):
        by = {a["id"]: a for a in c.get("assessments", [])}
        above = {}
        for a in by.values():
            for x in a.get("combine", []): above.setdefault(x["assessment"], []).append(a["id"])

        def named(name, key):
            out = list(by[name].get(key, {}).get("criteria", []))
            for up in above.get(name, []): out += named(up, key)
            return list(dict.fromkeys(out))

        def marks(name):
            a = by[name]
            out = [b["from"] for b in a.get("bands", [])]
            for p in a.get("points", []): out += [p[k] for k in ("pointsBelow", "downTo", "scoreFrom", "scoreBelow") if k in p]
            for up in above.get(name, []): out += marks(up)
            return out

        for a in by.values():
            if "combine" not in a and self.yes(0.85):
                rounds = [n for n in range(1, 2 + a.get("rectifications", 0)) if n == 1 or self.yes(0.35)]
                if len(rounds) > 1 and self.yes(0.05): rounds = rounds[1:]
                for n in rounds:
                    f = {"assessment": a["id"]}
                    if "sheet" in a and self.yes(0.9):
                        f["incidents"] = {x["id"]: self.pick(0, 0, 0, 1, 1, 2, 5, 40) for x in self.some(a["sheet"], 0)}
                    else: f["score"] = self.score(marks(a["id"]))
                    for key, names, p in (("failed", named(a["id"], "failures"), 0.5), ("vetoed", named(a["id"], "veto"), 0.25)):
                        if names and self.yes(p): f[key] = self.some(names, 0 if self.yes(0.1) else 1)
                    if n > 1 or self.yes(0.1): f["round"] = n
                    self.fact("assessment", self.around(), **f)
            if self.yes(0.12): self.fact("rectification-waived", self.around(), assessment=a["id"])
            if self.yes(0.15):
                for _ in range(self.pick(1, 1, 2)):
                    self.fact("ruling", self.around(), assessment=a["id"], reason="集体研究", document="纪要",
                              deduction=self.money(0 if self.yes(0.3) else self.int(0, max(1, min(self.price, 10 ** 16)))
                                                   // self.pick(1, 5, 20)))

    def around(self):
        return self.day(self.start - timedelta(days=20), self.end + timedelta(days=150))

    def dossier(self):
        c = self.contract()
        self.mend_years(c["installments"])
        self.facts = []
        for e in EVENTS:
            if self.yes(0.75):
                for _ in range(self.pick(1, 1, 1, 2)): self.fact("event", self.around(), event=e)
        for e in COUNTED:
            for _ in range(self.int(0, 5)):
                f = self.fact("event", self.around(), event=e)
                if self.yes(0.8): f["count"] = self.int(1, 25)
        for o in ("quality", "schedule"):
            if self.yes(0.4):
                for _ in range(self.int(1, 3)):
                    d = self.around()
                    self.fact("objection", d, objection=o)
                    if self.yes(0.75):
                        self.fact("objection-resolved", d + timedelta(days=self.int(-20 if self.yes(0.2) else 0, 90)), objection=o)
        if self.yes(0.03): self.fact("objection-resolved", self.around(), objection="quality")
        self.results(c)
        for name, (items, a, b) in self.meters.items():
            for _ in range(self.int(0, 5)):
                self.fact("usage", self.day(a - timedelta(days=3), b + timedelta(days=3)), installment=name,
                          item=self.r.choice(items), quantity=self.pick("1", "0", "0.5", "12.345678", "100.01", "7"))
        # amendments, each on top of the one before
        terms = [(date.min, c)]
        if self.yes(0.2):
            days = sorted(self.day(self.start, self.end) for _ in range(self.pick(1, 1, 1, 2, 3)))
            for on in days:
                new = self.amend(terms[-1][1])
                f = self.fact("amended", on, contract=new)
                if self.yes(0.3): f["document"] = "补充协议"
                terms.append((on, new))
                added = [a["id"] for a in new.get("assessments", []) if a["id"].startswith("new")]
                for name in added:
                    if self.yes(0.5) and all(f.get("assessment") != name for f in self.facts):
                        self.fact("assessment", on + timedelta(days=self.int(0, 100)), assessment=name, score=self.score())
        if self.yes(0.12):
            for _ in range(self.pick(1, 1, 1, 2)): self.fact("terminated", self.around(), reason="违约")
        d = {"contract": c, "facts": self.facts, "asOf": iso(self.end)}
        k = self.weigh(none=3, absent=1, weekends=3, CN=4, inline=2)
        if k == "inline":
            days = [self.around() for _ in range(self.int(0, 40))]
            d["calendar"] = {"holidays": [iso(x) for x in dict.fromkeys(days) if x.weekday() < 6],
                             "workingWeekends": [iso(x) for x in dict.fromkeys(days) if x.weekday() == 6]}
        elif k != "absent": d["calendar"] = k
        self.money_facts(d)
        self.voids()
        if self.yes(0.4): self.r.shuffle(self.facts)
        self.number_facts()
        for f in self.facts:
            if isinstance(f.get("payment"), dict): f["payment"] = f["payment"]["id"]
            if isinstance(f.get("fact"), dict): f["fact"] = f["fact"]["id"]
        d["asOf"] = iso(self.as_of(d))
        return d

    def look(self, d, on):
        """What the reference says on a day, to place money by."""
        self.number_facts()
        x = json.dumps({**d, "asOf": iso(on), "facts": [
            {**f, **({"payment": f["payment"]["id"]} if isinstance(f.get("payment"), dict) else {})} for f in d["facts"]]})
        return reference.statement(x.encode(), CN)

    def money_facts(self, d):
        low, high = self.start - timedelta(days=10), self.end + timedelta(days=300)
        for on in sorted(self.day(low, high) for _ in range(self.int(0, 7))):
            s = self.look(d, on)
            if "errors" in s: return
            for i in s["installments"]:
                payable, outstanding = (reference.round_fen(Fraction(i[k]) * 100) for k in ("payable", "outstanding"))
                later = on + timedelta(days=self.int(0, 20))
                if payable and i["status"] == "blocked" and ("invoice" in i["blockedBy"] or "when" in i["blockedBy"]) \
                        and self.yes(0.4):
                    k = self.weigh(exact=6, split=2, less=1, more=1)
                    parts = {"exact": [payable], "less": [payable - 1], "more": [payable + 7],
                             "split": [payable // 3, payable - payable // 3]}[k]
                    if self.yes(0.08): parts.insert(self.int(0, len(parts)), -self.pick(1, payable, payable // 2 or 1))
                    for part in parts:
                        self.fact("invoice", on + timedelta(days=self.int(0, 20)), installment=i["id"],
                                  number=f"{self.int(1, 9999):04d}", amount="-" * (part < 0) + self.money(abs(part)))
                if (i["status"] in ("due", "overdue") and self.yes(0.6)) or \
                        (outstanding and i["status"] != "cancelled" and self.yes(0.05)):
                    k = self.weigh(exact=8, part=2, more=1)
                    amount = {"exact": outstanding, "part": outstanding // self.pick(2, 3) or outstanding,
                              "more": outstanding + self.pick(1, 100, 12345, outstanding // 2 or 1)}[k]
                    if amount:
                        p = self.fact("paid", later, installment=i["id"], amount=self.money(amount))
                        if self.yes(0.2): p["voucher"] = f"V{self.int(1, 999)}"
                        if self.yes(0.1): p["fundSource"] = "一般公共预算"
                        if self.yes(0.12):
                            for _ in range(self.pick(1, 1, 2)):
                                back = amount // self.pick(1, 2, 10)
                                if back and back <= amount:
                                    amount -= back
                                    r = self.fact("returned", later + timedelta(days=self.int(0, 60)),
                                                  installment=i["id"], amount=self.money(back))
                                    if self.yes(0.6): r["payment"] = p
                elif i["status"] == "cancelled" and self.yes(0.05):
                    self.fact("paid", later, installment=i["id"], amount=self.money(self.int(1, 10 ** 6)))

    def voids(self):
        if not self.facts or not self.yes(0.45): return
        returned = {id(f["payment"]) for f in self.facts if isinstance(f.get("payment"), dict)}
        of_returns = {f["installment"] for f in self.facts if f["kind"] == "returned"}
        for f in self.some(self.facts, 1, self.pick(1, 2, 4)):
            if f["kind"] == "paid" and (id(f) in returned or f["installment"] in of_returns): continue
            if f["kind"] == "amended" and any("extra-" in json.dumps(g) for g in self.facts if g["kind"] in ("paid", "invoice")):
                continue
            on = date.fromisoformat(f["on"]) + timedelta(days=self.int(0, 60) if self.yes(0.9) else -self.int(0, 10))
            v = self.fact("voided", on, fact=f, reason="录入错误")
            if f["kind"] == "assessment" and self.yes(0.5):     # and recorded anew
                self.facts.append({**f, "id": "?", "on": v["on"], **({"score": self.score()} if "score" in f else {})})
            if self.yes(0.12):
                w = self.fact("voided", on + timedelta(days=self.int(0, 30)), fact=v, reason="作废有误")
                if self.yes(0.3): self.fact("voided", on + timedelta(days=self.int(0, 60)), fact=w, reason="再次")
            elif self.yes(0.1): self.fact("voided", on, fact=f, reason="重复作废")

    def as_of(self, d):
        days = sorted(date.fromisoformat(f["on"]) for f in d["facts"]) or [self.start]
        k = self.weigh(before=2, on=8, near=8, during=22, late=40, after=25, due=30)
        if k == "before": return self.start - timedelta(days=self.int(50, 500))
        if k == "on": return self.r.choice(days)
        if k == "near": return self.r.choice(days) + timedelta(days=self.pick(-1, 1))
        if k == "during": return self.day(self.start, self.end)
        if k == "late": return self.day(self.end, self.end + timedelta(days=400))
        if k == "after": return max(days[-1], self.end) + timedelta(days=self.pick(0, 1, 366, 3000))
        s = self.look(d, self.day(self.start, self.end + timedelta(days=300)))
        due = [i["dueOn"] for i in s.get("installments", []) if i["dueOn"]]
        if not due: return self.end
        return date.fromisoformat(self.r.choice(due)) + timedelta(days=self.pick(-1, 0, 0, 1, 1))


def dossiers(seed, count):
    """(dossier, statement or errors) for 0 ..< count"""
    return (one(seed, n) for n in range(count))


def one(seed, n):
    """Dossier n of a seed with its statement or errors."""
    global CN
    if CN is None:
        path = reference.cn_path(None)
        if path is None: raise SystemExit("no calendar: set CN_CALENDAR")
        CN = reference.read_cn(path)
    for attempt in range(50):
        m = Maker(f"{seed}:{n}:{attempt}")
        d = m.dossier()
        s = reference.statement(json.dumps(d, ensure_ascii=False).encode(), CN)
        if "errors" not in s or m.yes(0.1): break
    return d, s


def main(argv):
    seed, count = argv[0], int(argv[1])
    if "--stats" in argv:
        seen = Counter()
        for d, s in dossiers(seed, count): tally(d, s, seen)
        for k, v in sorted(seen.items()): print(f"{v:7d} {k}")
        return
    for n, (d, s) in enumerate(dossiers(seed, count)):
        if "--golden" in argv:
            if "errors" in s: continue
            d = {"name": f"generated {seed}:{n}", "dossier": d, "statement": s}
        sys.stdout.buffer.write(json.dumps(d, ensure_ascii=False).encode() + b"\n")


def tally(d, s, seen):
    seen["dossiers"] += 1
    if "errors" in s:
        seen["error dossiers"] += 1
        for e in s["errors"][:3]: seen[f"error {e['code']} {'/'.join(x for x in e['pointer'].split('/') if not x.isdigit())}"] += 1
        return
    for f in s["flags"]: seen[f"flag {f['flag']}"] += 1
    for i in s["installments"]:
        seen[f"status {i['status']}"] += 1
        for b in i["blockedBy"]: seen[f"blocked by {b}"] += 1
        for l in i["deductions"]:
            seen[f"line {l['rule'].split(':')[0]}"] += 1
            if l["amount"] == "0.00": seen["line of 0.00"] += 1
        for k in ("recovered", "withheld"):
            if i[k] != "0.00": seen[k] += 1
        if "interest" in i: seen["interest"] += 1
    for k in ("claim", "waived"):
        if s[k] != "0.00": seen[f"statement {k}"] += 1
    if s["next"] is None: seen["nothing left"] += 1
    for i in d["contract"]["installments"]: seen["amount " + [k for k in i["amount"] if k in reference.FORMS][0]] += 1
    for f in d["facts"]: seen[f"fact {f['kind']}"] += 1
    seen[f"calendar {d.get('calendar') if isinstance(d.get('calendar'), str) else 'inline' if 'calendar' in d else 'absent'}"] += 1


if __name__ == "__main__":
    main(sys.argv[1:])
