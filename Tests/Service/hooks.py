"""Bodies for schemathesis that reach deeper than those from the schema alone, which says little of dossiers: contracts
and facts of the samples of Meishan as they are or with one member changed, and a payment that may be recorded today."""
import datetime
import json
import pathlib

import schemathesis
from hypothesis import strategies as st

SAMPLES = [json.loads(path.read_text("utf-8")) for path in sorted(pathlib.Path("ops/samples").glob("meishan-*.json"))]
FACTS = [{name: value for name, value in fact.items() if name != "id"} for sample in SAMPLES for fact in sample["facts"]]
VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(
    ["0.00", "-0.01", "0.005", "1e3", "99999999999999999999.99", "2026-02-30", "9999-12-31", "y1", "\u0000"])
TODAY = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date().isoformat()


@st.composite
def changed(draw, objects):
    """One of the objects; two times in three with one member made another, taken away or added."""
    chosen = dict(draw(st.sampled_from(objects)))
    if draw(st.integers(0, 2)) > 0:
        name = draw(st.sampled_from(sorted(chosen) + ["documents", "reason"]))
        if chosen.pop(name, None) is None or draw(st.booleans()):
            chosen[name] = draw(VALUES)
    return chosen


PAYMENT = st.fixed_dictionaries({
    "amount": st.sampled_from(["0.01", "1000.00", "0.00", "-1.00", "99999999999999.99"]), "on": st.just(TODAY),
    "voucher": st.text(st.characters(codec="utf-8"), min_size=1, max_size=20), "fundSource": st.just("财政拨款")})
RETURN = st.fixed_dictionaries(
    {"amount": st.sampled_from(["0.01", "1000.00"]), "on": st.just(TODAY), "reason": st.text(min_size=1, max_size=20)})
BODIES = {
    "/api/v1/contracts": changed([sample["contract"] for sample in SAMPLES]).map(lambda terms: {"contract": terms}),
    "/api/v1/contracts/{number}/facts": changed(FACTS),
    "/api/v1/contracts/{number}/what-if": st.lists(changed(FACTS), max_size=4).map(lambda facts: {"facts": facts}),
    "/api/v1/payment-requests/{id}/payments": PAYMENT,
    "/api/v1/payments/{id}/returns": RETURN,
}


# Forms are workbooks: what is none must be refused, whatever it is.
schemathesis.openapi.media_type(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    st.binary(max_size=200) | st.binary(max_size=200).map(lambda rest: b"PK\x03\x04" + rest))


@schemathesis.hook
def before_generate_body(context, strategy):
    """Each second body comes from here."""
    bodies = BODIES.get(context.operation.path)
    return strategy if bodies is None else strategy | bodies
