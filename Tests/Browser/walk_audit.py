"""What an auditor does: reads the journal, takes a checkpoint, runs reports, draws a sample, takes a bundle away."""

import hashlib
import json
import os
import pathlib
import subprocess
import tempfile
import zipfile

from pages import text

AUDITOR = "auditor@meishan"


def saved(page, button):
    """What a button or link has the browser save: its name and its bytes."""
    with page.expect_download() as waiting:
        page.click(button)
    download = waiting.value
    return download.suggested_filename, pathlib.Path(download.path()).read_bytes()


def verifier():
    """tranche-verify, where it is built."""
    root = pathlib.Path(__file__).parents[2]
    places = [os.environ.get("TRANCHE_VERIFY"), *(root / ".build" / kind / "tranche-verify" for kind in ("release", "debug"))]
    return next((str(place) for place in places if place and os.access(place, os.X_OK)), None)


def some_contract(site, page):
    """The number of a contract of the samples with payments in its history."""
    site.go(page, "/audit/reports/payments?form=page")
    return page.inner_text("#result tbody td a")


def walk_the_overview_and_the_way_to_check(site):
    page = site.open(AUDITOR)
    site.go(page, "/audit")
    assert page.locator("nav .tabs a").count() == 7 and "检查点" in text(page)
    site.look(page, "audit")
    page.click("nav .tabs >> text=怎样核验")
    said = text(page)
    assert "sha256sum --check" in said and "openssl pkeyutl" in said and "tranche-verify bundle.zip --key" in said
    assert page.locator("pre.copy").count() == page.locator("button.copied").count() > 5
    site.look(page, "audit-check")
    dark = site.open(AUDITOR, dark=True)
    site.go(dark, "/audit/check")
    site.look(dark, "audit-check-dark")


def walk_the_journal_filtered_and_one_entry(site):
    page = site.open(AUDITOR)
    contract = some_contract(site, page)
    site.go(page, "/audit/journal?limit=3")
    site.look(page, "audit-journal")
    newest = page.locator("tbody tr").all_inner_texts()
    page.click("a[rel=next]")
    older = page.locator("tbody tr").all_inner_texts()
    assert len(newest) == len(older) == 3 and not set(newest) & set(older)
    page.fill("[name=contract]", contract)
    page.click("form.filters button")
    rows = page.locator("tbody tr").all_inner_texts()
    assert rows and all(contract in row for row in rows), rows[:2]
    assert page.input_value("[name=contract]") == contract
    site.go(page, "/audit/journal?from=1999-01-01&to=1999-12-31")
    assert "没有记录" in text(page)
    site.go(page, "/audit/journal?from=yesterday", status=422)
    assert page.locator(".field.invalid").count() == 1
    # The browser complains of the day too.
    page.complaints.clear()
    site.go(page, f"/audit/journal?contract={contract}")
    page.click("tbody th a >> nth=-1")
    site.look(page, "audit-entry")
    said = text(page)
    stated = page.locator("dl.facts code").first.inner_text()
    name, entry = saved(page, "text=下载原始字节")
    assert hashlib.sha256(entry).hexdigest() == stated and name.endswith(".json") and contract in entry.decode()
    assert "叶哈希" in said and "在日志中的位置" in said
    site.go(page, f"/audit/journal/{contract}/999999", status=404)
    site.go(page, "/audit/office/1", status=404)


def walk_a_checkpoint_is_taken(site):
    page = site.open(AUDITOR)
    site.go(page, "/audit/checkpoints")
    site.look(page, "audit-checkpoints")
    page.click("tbody th a >> nth=0")
    site.look(page, "audit-checkpoint")
    shown = page.inner_text("pre.copy")
    name, note = saved(page, "main a.button.primary")
    assert note.decode().strip() == shown.strip() and name.startswith("checkpoint-")
    assert note.decode().splitlines()[1] in page.inner_text("h1")
    site.go(page, "/audit/checkpoints/987654321", status=404)


def walk_exceptions_on_the_page_and_as_a_workbook(site):
    page = site.open(AUDITOR)
    site.go(page, "/audit/reports")
    site.look(page, "audit-reports")
    page.click("main a >> text=例外报告")
    page.fill("[name=threshold]", "一百万")
    page.click("text=在页面查看")
    assert page.locator(".field.invalid").count() == 1 and page.input_value("[name=threshold]") == "一百万"
    page.fill("[name=threshold]", "100万")
    page.click("text=在页面查看")
    assert page.locator("#result tbody tr").count() > 0 and "规则与依据" in text(page), text(page)
    site.look(page, "audit-exceptions")
    name, workbook = saved(page, "text=下载 Excel")
    assert name.startswith("exceptions-") and name.endswith(".xlsx") and workbook.startswith(b"PK")


def walk_a_sample_by_seed_twice_is_the_same(site):
    page = site.open(AUDITOR)
    drawn = []
    for seed in ("审计-2024-01", "审计-2024-01", "another"):
        site.go(page, "/audit/reports/sample")
        page.fill("[name=hits]", "5")
        page.click("text=在页面查看")
        assert page.locator(".field.invalid").count() == 1, "a sample wants a seed"
        page.fill("[name=seed]", seed)
        page.click("text=在页面查看")
        drawn.append(page.locator("#result table").inner_text())
        assert page.input_value("[name=seed]") == seed and page.input_value("[name=hits]") == "5"
    site.look(page, "audit-sample")
    assert drawn[0] == drawn[1]
    _, file = saved(page, "text=下载 JSON")
    assert json.loads(file)["rows"]


def walk_every_report_in_every_form(site):
    page = site.open(AUDITOR)
    contract = some_contract(site, page)
    for kind in ("payments", "ledger", "deductions", "positions"):
        site.go(page, f"/audit/reports/{kind}?form=page")
        assert page.locator("#result").count() == 1
        site.look(page, f"audit-report-{kind}")
        name, table = saved(page, "text=下载 CSV")
        assert name.startswith(kind) and table.startswith(b"\xef\xbb\xbf")
    for kind in ("changes", "entries-between"):
        site.go(page, f"/audit/reports/{kind}?form=page", status=422)
        assert page.locator(".field.invalid").count() == 2
        page.fill("[name=contract]", contract)
        page.fill("[name=from]", "2020-01-01")
        page.click("text=在页面查看")
        assert page.locator("#result").count() == 1, text(page)
        site.look(page, f"audit-report-{kind}")
    page.fill("[name=contract]", "没有这份合同")
    page.click("text=在页面查看")
    assert page.locator(".field.invalid [name=contract]").count() == 1
    assert page.input_value("[name=contract]") == "没有这份合同"


def walk_a_bundle_is_taken_away_and_verified(site):
    page = site.open(AUDITOR)
    site.go(page, "/audit/bundle")
    site.look(page, "audit-bundle")
    page.fill("[name=contract]", "none")
    page.click("text=下载归档包")
    assert page.locator(".field.invalid").count() == 1
    site.look(page, "audit-bundle-refused")
    page.fill("[name=contract]", "")
    name, bundle = saved(page, "text=下载归档包")
    assert name.startswith("tranche-") and name.endswith(".zip")
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory) / name
        path.write_bytes(bundle)
        with zipfile.ZipFile(path) as archive:
            assert {"SHA256SUMS", "checkpoint"} <= set(archive.namelist())
        site.go(page, "/audit/check")
        key = page.inner_text("pre.copy >> nth=0").splitlines()[0]
        if program := verifier():
            done = subprocess.run([program, str(path), "--key", key], capture_output=True, text=True)
            assert done.returncode == 0, done.stdout + done.stderr


def walk_the_access_log_filtered(site):
    page = site.open(AUDITOR)
    site.go(page, "/audit/access?limit=5")
    site.look(page, "audit-access")
    page.select_option("[name=action]", "log-in")
    page.fill("[name=account]", AUDITOR)
    page.click("form.filters button")
    rows = page.locator("tbody tr").all_inner_texts()
    assert rows and all(AUDITOR in row and "登录" in row for row in rows)
    page.fill("[name=until]", "1999-01-01")
    page.click("form.filters button")
    assert "没有记录" in text(page)


def walk_an_auditor_without_script_in_english(site):
    page = site.open(AUDITOR, script=False, language="en-US")
    site.go(page, "/audit")
    assert "Newest checkpoint" in text(page)
    for path, wanted in (
        ("journal", "Recorded by"), ("checkpoints", "Fingerprint"), ("reports", "Exceptions"), ("check", "unzip"),
        ("access", "Outcome"), ("bundle", "ZIP"), ("reports/exceptions?form=page", "The rule"),
    ):
        site.go(page, f"/audit/{path}")
        assert wanted in text(page) or path.startswith("reports/"), path
    name, _ = saved(page, "text=Download CSV")
    assert name.endswith(".csv")


def walk_an_auditor_in_english(site):
    page = site.open(AUDITOR, language="en-US")
    for path in ("", "/journal", "/checkpoints", "/reports/exceptions?form=page", "/check"):
        site.go(page, "/audit" + path)
        site.look(page, "audit-english" + path.split("?")[0].replace("/", "-"))


def walk_who_is_no_auditor(site):
    """Everybody who reads contracts may check them; evidence and the access log are for auditors."""
    page = site.open("finance@meishan")
    site.go(page, "/audit/journal")
    site.go(page, "/audit/reports")
    assert page.locator("main a >> text=例外报告").count() == 0
    for path in ("/audit/bundle", "/audit/access", "/audit/reports/exceptions?form=page", "/system"):
        site.go(page, path, status=403)
    page = site.open("admin@meishan")
    for path in ("/audit/journal", "/audit/reports", "/audit/checkpoints", "/audit/bundle", "/contracts"):
        site.go(page, path, status=403)
    site.go(page, "/audit/access")
    site.go(page, "/audit")
    site.look(page, "audit-for-admin")
