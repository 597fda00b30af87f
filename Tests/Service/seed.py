"""Tests/Service/seed.py URL DATA: a payment request that is approved and paid in part, for a fuzzer to begin with.

Prints the configuration of schemathesis that names it, the contracts, and what else a call needs to find something."""
import datetime
import itertools
import json
import pathlib
import sys

import requests

url, data = sys.argv[1:]
passwords = dict(line.split()[:2] for line in pathlib.Path(data, "demo-accounts.txt").read_text("utf-8").splitlines())
today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date().isoformat()
keys = itertools.count()


def call(name, path, body):
    """The answer to a POST in the name of an account of the bureau of Meishan, which says its password again if asked."""
    account = name + "@meishan"
    password = passwords[account]
    session = requests.post(url + "/api/v1/sessions", json={"name": account, "password": password}, timeout=60)
    session.raise_for_status()

    def post(body):
        return requests.post(url + "/api/v1" + path, json=body, timeout=60, headers={
            "Authorization": "Bearer " + session.json()["token"], "Idempotency-Key": f"seed-{next(keys)}"})

    answer = post(body)
    if answer.status_code == 403 and answer.json()["type"] == "/problems/confirmation-required":
        answer = post(body | {"confirmation": {"password": password}})
    if not answer.ok:
        sys.exit(f"{answer.status_code} {answer.text}")
    return answer.json()


contract = "/contracts/MS-2020-TFSMY/payment-requests"
request = call("officer", contract, {"installment": "y1-balance", "amount": "500000.00"})["id"]
waiting = call("officer", contract, {"installment": "y1-balance", "amount": "1000.00"})["id"]
for name in ["section-head", "finance", "head"]:
    call(name, f"/payment-requests/{request}/decisions", {"decision": "approve"})
payment = call("treasury", f"/payment-requests/{request}/payments", {
    "amount": "1000.00", "on": today, "voucher": "seed", "fundSource": "财政拨款"})["payment"]

numbers = [json.loads(path.read_text("utf-8"))["contract"]["number"] for path in sorted(pathlib.Path("ops/samples").glob("*.json"))]
words = {
    "numbers": numbers, "requests": [request, waiting], "payments": [payment],
    "names": ["officer@meishan", "auditor@yaan", "眉山市兴眉科技有限公司"], "installments": ["y1-balance", "y2-half", "warranty"],
    "assessments": ["y1", "y2"],
}
for name, values in words.items():
    print(f"[dictionaries.{name}]\nvalues = {json.dumps(values, ensure_ascii=False)}\n")
print("[parameters]")
for place, name in [("path.number", "numbers"), ("path.name", "names"), ("query.assessment", "assessments"),
                    ("query.contract", "numbers"), ("body.installment", "installments"), ("body.name", "names")]:
    print(f'"{place}" = {{ dictionary = "{name}", probability = 0.7 }}')
for path, name in [("/payment-requests/{id}", "requests"), ("/payments/{id}/", "payments")]:
    print(f'\n[[operations]]\ninclude-path-regex = "{path.replace("{", "[{]").replace("}", "[}]")}"')
    print(f'parameters = {{ "path.id" = {{ dictionary = "{name}", probability = 0.7 }} }}')
