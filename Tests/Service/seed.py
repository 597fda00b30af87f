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

victim = call("admin", "/tokens", {"account": "auditor@yaan", "label": "to be revoked"})["id"]

words = {
    "numbers": ["MS-2020-TFSMY", "MS-2020-TFSMY", "MS-2021-12345", "YA-2019-ZWY"],
    "requests": [request, waiting],
    "payments": [payment],
    "names": ["officer@meishan", "auditor@yaan", "眉山市兴眉科技有限公司"],
    "installments": ["y1-balance", "y2-half", "warranty"],
    "assessments": ["y1", "y2"],
    "tags": ["*"],
    "tokens": [victim, 999999],
}
parameters = {
    "path.number": "numbers", "path.name": "names", "query.contract": "numbers", "query.assessment": "assessments",
    "header.If-Match": "tags", "body.installment": "installments", "body.name": "names", "body.account": "names",
}
for name, values in words.items():
    print(f"[dictionaries.{name}]\nvalues = {json.dumps(values, ensure_ascii=False)}\n")
print("[parameters]")
for place, name in parameters.items():
    print(f'"{place}" = {{ dictionary = "{name}", probability = 0.8 }}')
# Of the tokens only this one may go: the fuzzer works with one itself.
for path, name, probability in [
    ("/payment-requests/[{]id[}]", "requests", 0.8), ("/payments/[{]id[}]/", "payments", 0.8), ("/tokens/", "tokens", 1.0),
]:
    print(f'\n[[operations]]\ninclude-path-regex = "{path}"')
    print(f'parameters = {{ "path.id" = {{ dictionary = "{name}", probability = {probability} }} }}')
