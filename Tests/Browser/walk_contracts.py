"""Contracts: found in the list, read with every reason, recorded, voided, amended, terminated, taken away."""

import json
import re
import time
import urllib.parse
import urllib.request

from pages import text

SAMPLE = "/contracts/MS-2020-TFSMY"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f0001040100"
    "5fe5c34b0000000049454e44ae426082")


def terms(number):
    """A contract of three installments of this department, one of which counts deliveries."""
    return {
        "number": number, "title": "网页走查设备采购", "buyer": "眉山市政务服务管理局", "supplier": "走查供应商有限公司",
        "currency": "CNY", "price": "1000000.00", "signedOn": "2026-01-05",
        "term": {"from": "2026-01-05", "to": "2026-12-31"},
        "installments": [
            {"id": "advance", "label": "预付款", "kind": "advance", "amount": {"percent": "30", "of": "contract"},
             "when": {"event": "signed"}, "within": {"days": 30}, "needs": ["invoice"]},
            {"id": "delivery", "label": "到货款", "kind": "milestone", "amount": {"percent": "60", "of": "contract"},
             "when": {"count": "delivered", "atLeast": 10}, "within": {"workingDays": 10}},
            {"id": "balance", "label": "尾款", "kind": "milestone", "amount": {"remainder": "contract"},
             "when": {"all": [{"event": "final-acceptance"}, {"clear": "quality"}]}, "within": {"months": 1}},
        ],
        "assessments": [],
    }


def call(site, path, body, token=None):
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    request = urllib.request.Request(site.url + "/api/v1" + path, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def registered(site, word):
    """A contract of this walk alone, with a slash and a blank in its number."""
    number = f"走查/{word} {time.time_ns()}"
    account = "officer@meishan"
    token = call(site, "/sessions", {"name": account, "password": site.passwords[account]})["token"]
    call(site, "/contracts", {"contract": terms(number)}, token)
    return number, "/contracts/" + urllib.parse.quote(number, safe="")


def record(page, site, path, kind, **fields):
    """Fills in the form of a kind of fact, looks at what it changes and records it."""
    site.go(page, f"{path}/facts/new?kind={kind}")
    for name, value in fields.items():
        field = page.locator(f"[name='/{name}']")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.click("button[value=preview]")
    shown = text(page)
    page.click("button[value=save]")
    return shown


def walk_finding_a_contract(site):
    page = site.open("officer@meishan")
    site.go(page, "/contracts")
    site.look(page, "contracts-list")
    page.fill("[name=q]", "天府市民云")
    page.click("form.filters button")
    # Other walks register contracts of the same title.
    rows = page.locator("tbody tr").all_inner_texts()
    assert all("天府市民云" in row for row in rows) and "MS-2020-TFSMY" in text(page), rows
    with page.expect_download() as download:
        page.click("text=导出 CSV")
    exported = download.value.path().read_text("utf-8-sig")
    assert "MS-2020-TFSMY" in exported and "MS-2023" not in exported, exported
    with page.expect_download() as download:
        page.click("text=导出 XLSX")
    assert download.value.path().read_bytes().startswith(b"PK")
    page.click("main a:has-text('清除条件')")
    page.select_option("[name=sort]", "outstanding")
    page.click("form.filters button")
    sums = [float(cell.replace(",", "")) for cell in page.locator("tbody td:nth-of-type(4)").all_inner_texts()]
    assert sums == sorted(sums, reverse=True), sums
    page.click("main tbody th a >> nth=0")
    assert page.locator("h1").count() == 1 and "/contracts/" in page.url


def walk_pages_of_the_list_in_every_order(site):
    for word in ["甲", "乙"]:
        registered(site, word)
    page = site.open("officer@meishan", script=False)
    for order in ["", "due", "outstanding"]:
        site.go(page, f"/contracts?sort={order}")
        whole = page.locator("tbody th a").all_inner_texts()
        site.go(page, f"/contracts?sort={order}&limit=1")
        paged = page.locator("tbody th a").all_inner_texts()
        while page.locator("a[rel=next]").count() and len(paged) <= len(whole):
            page.click("a[rel=next]")
            paged += page.locator("tbody th a").all_inner_texts()
        assert paged == whole, (order, paged, whole)
    seen = site.open("officer@meishan")
    site.go(seen, "/contracts?q=" + urllib.parse.quote("没有这样的合同"))
    assert "没有符合条件的合同" in text(seen)
    site.look(seen, "contracts-none")


def walk_reading_the_reasons(site):
    page = site.open("officer@meishan")
    site.go(page, SAMPLE + "?asOf=2022-01-31")
    assert "718,880.00" in text(page) and "不是现状" in text(page)
    figure = page.locator("#installment-y1-balance details.figure", has_text="本期金额").first
    figure.locator("summary").click()
    assert "3594400.00 × 20% = 718880.00" in figure.inner_text(), figure.inner_text()
    site.look(page, "contract-as-of")
    figure.locator("a").first.click()
    assert "/terms?asOf=2022-01-31#clause-installments-2-amount" in page.url, page.url
    assert "第 1 合同年度费用的 20%" in text(page)
    site.look(page, "contract-terms")
    site.go(page, SAMPLE)
    paid = page.locator("#installment-y1-advance details.figure", has_text="本期已付").first
    paid.locator("summary").click()
    paid.locator("a").first.click()
    assert "/history?cursor=" in page.url and re.search(r"#e\d+$", page.url)
    place = page.url.split("#")[1]
    assert "支付“首年预付款” 718,880.00 元" in page.inner_text("#" + place)
    assert page.locator("tbody tr").first.get_attribute("id") == place
    site.look(page, "contract-history")


def walk_what_was_known_then(site):
    number, path = registered(site, "当时")
    page = site.open("officer@meishan")
    record(page, site, path, "event", event="signed", on="2026-01-05")
    site.go(page, path)
    page.click(".chooser summary")
    page.fill("[name=asOf]", "2026-01-04")
    page.click(".chooser button")
    assert "尚缺" in text(page) and "合同签订" not in page.inner_text("#next ~ p >> nth=0")
    assert "asOf=2026-01-04" in page.url
    page.fill("[name=asOf]", "2026-01-31")
    page.fill("[name=knownAt]", "2026-01-31")
    page.click(".chooser button")
    assert page.answer.status == 404 and "尚未登记" in text(page)
    site.look(page, "contract-not-known")
    site.go(page, path + "?asOf=yesterday", status=422)
    assert "请填写日期" in text(page) and page.locator("[aria-invalid=true]").count() == 1
    page.click("text=回到今天")
    assert number in text(page) and "?" not in page.url
    page.click(".chooser summary")
    page.click(".presets a >> nth=1")
    assert "不是现状" in text(page) and page.locator("text=登记事件").count() == 0


def walk_recording_an_invoice_with_its_scan(site):
    number, path = registered(site, "发票")
    page = site.open("officer@meishan")
    record(page, site, path, "event", event="signed", on="2026-01-05")
    site.go(page, path)
    site.look(page, "contract-new")
    page.click("main a:has-text('登记发票')")
    page.fill("[name='/number']", "8001")
    page.fill("[name='/amount']", "三十万")
    page.click("button[value=preview]")
    assert page.answer.status == 422
    assert page.input_value("[name='/number']") == "8001" and page.input_value("[name='/amount']") == "三十万"
    assert page.locator(".field.invalid").count() == 2
    site.look(page, "invoice-wrong")
    page.select_option("[name='/installment']", "advance")
    page.fill("[name='/amount']", "30万")
    page.fill("[name='/on']", "2026-01-20")
    page.set_input_files("[name=document-file]", {"name": "发票 8001.png", "mimeType": "image/png", "buffer": PNG})
    page.click("button[value=preview]")
    shown = text(page)
    assert "条件未齐" in shown and "300,000.00" in shown and "叁拾万元整" in shown and "发票 8001.png" in shown, shown
    site.look(page, "invoice-preview")
    page.click("button[value=edit]")
    assert page.input_value("[name='/amount']") == "30万" and "已上传附件" in text(page)
    page.click("button[value=preview]")
    twice = page.locator("main form input[type=hidden]").evaluate_all("fields => fields.map(f => [f.name, f.value])")
    page.click("button[value=save]")
    assert "已登记" in page.inner_text(".notice") and "发票 8001.png" in text(page)
    # The same form sent again records nothing again.
    again = page.request.post(
        site.url + path + "/facts/new", multipart=dict(twice) | {"step": "save"},
        headers={"Origin": site.url, "Sec-Fetch-Site": "same-origin"})
    assert again.status == 200, again.status
    site.go(page, path + "/history")
    assert page.locator("tbody tr").count() == 3, text(page)
    with page.expect_download() as download:
        page.click("a:has-text('发票 8001.png')")
    assert download.value.suggested_filename == "发票 8001.png" and download.value.path().read_bytes() == PNG
    # A number that another invoice of the supplier has is told beside what was typed.
    site.go(page, path + "/facts/new?kind=invoice&installment=delivery")
    assert page.input_value("[name='/installment']") == "delivery"
    page.fill("[name='/number']", "8001")
    page.fill("[name='/amount']", "600000")
    page.click("button[value=preview]")
    page.click("button[value=save]")
    assert page.answer.status == 409 and "已被使用" in text(page) and page.input_value("[name='/number']") == "8001"


def walk_recording_without_a_script(site):
    _, path = registered(site, "无脚本")
    page = site.open("officer@meishan", script=False)
    shown = record(page, site, path, "event", event="delivered", count="12", on="2026-03-02")
    assert "到货款" in shown and "600,000.00" in shown, shown
    shown = record(page, site, path, "objection", objection="quality", on="2026-03-03")
    assert "都不变" in shown, shown
    shown = record(page, site, path, "objection-resolved", objection="quality", on="2026-03-09")
    site.go(page, path + "/facts/new?kind=event")
    page.fill("[name='other-name']", "Not A Name")
    page.click("button[value=preview]")
    assert page.answer.status == 422 and page.input_value("[name='other-name']") == "Not A Name"
    page.fill("[name='other-name']", "kick-off")
    page.click("button[value=preview]")
    page.click("button[value=save]")
    site.go(page, path + "/history")
    assert "kick-off" in text(page) and "异议“质量”已解决" in text(page)


def walk_somebody_was_faster(site):
    _, path = registered(site, "同时")
    page, other = site.open("officer@meishan"), site.open("officer@meishan")
    site.go(page, path + "/facts/new?kind=event")
    page.select_option("[name='/event']", "signed")
    page.click("button[value=preview]")
    record(other, site, path, "event", event="delivered", count="10", on="2026-03-02")
    page.click("button[value=save]")
    assert page.answer.status == 409 and "重新计算" in text(page)
    site.look(page, "event-faster")
    page.click("button[value=save]")
    assert "已登记" in page.inner_text(".notice")


def walk_voiding_a_fact(site):
    _, path = registered(site, "作废")
    officer = site.open("officer@meishan")
    record(officer, site, path, "event", event="delivered", count="10", on="2026-03-02")
    site.go(officer, path + "/history")
    assert officer.locator("text=作废第").count() == 0
    head = site.open("head@meishan")
    site.go(head, path + "/history")
    head.click("text=作废第 2 条")
    assert "600,000.00" not in head.inner_text("h1") and "可支付" in text(head) or "已逾期" in text(head)
    site.look(head, "void")
    head.click("button.danger")
    assert head.answer.status == 422 and head.locator(".field.invalid").count() == 1
    head.fill("[name='/reason']", "登记到了别的合同")
    head.click("button.danger")
    assert "已作废" in head.inner_text(".notice")
    assert head.locator("tr.voided s").count() == 1 and "登记到了别的合同" in text(head)
    site.look(head, "history-voided")
    site.go(head, head.url.split(site.url)[1].split("?")[0].replace("/history", "/facts/none/void"), status=404)


def walk_amending(site):
    number, path = registered(site, "补充")
    page = site.open("head@meishan")
    site.go(page, path)
    page.click("main a:has-text('登记补充协议')")
    new = json.loads(page.input_value("[name=terms]"))
    site.look(page, "amend")
    page.fill("[name=terms]", '{"number": ')
    page.click("button[value=preview]")
    assert page.answer.status == 422 and "字节" in text(page) and page.input_value("[name=terms]") == '{"number":'
    page.fill("[name=terms]", json.dumps(new | {"price": "900000.005"}, ensure_ascii=False))
    page.click("button[value=preview]")
    assert page.answer.status == 422 and "/price" in text(page), text(page)
    site.look(page, "amend-wrong")
    new["price"] = "1100000.00"
    new["installments"][0]["amount"]["percent"] = "40"
    new["installments"][1]["amount"]["percent"] = "50"
    page.fill("[name=terms]", json.dumps(new, ensure_ascii=False))
    page.fill("[name='/on']", "2026-02-01")
    page.click("button[value=preview]")
    shown = text(page)
    assert "合同价的 30%" in shown and "合同价的 40%" in shown and "440,000.00" in shown, shown
    site.look(page, "amend-preview")
    page.click("button[value=save]")
    assert page.url.endswith("/terms") and "合同价的 40%" in text(page)
    page.click("main a:has-text('补充协议 1')")
    assert "1,100,000.00" in text(page) and page.locator("del").count() > 0
    site.look(page, "amendment")
    # YAML from a file, wrapped as for a registration.
    site.go(page, path + "/amend")
    yaml = "contract:\n  number: [1\n"
    page.set_input_files("[name=terms-file]", {"name": "terms.yaml", "mimeType": "text/yaml", "buffer": yaml.encode()})
    page.click("button[value=preview]")
    assert page.answer.status == 422 and "YAML" in text(page)


def walk_terminating(site):
    _, path = registered(site, "终止")
    page = site.open("head@meishan")
    site.go(page, path)
    page.click("main a:has-text('终止合同')")
    page.fill("[name='/reason']", "供应商停业")
    page.click("button[value=preview]")
    assert "已取消" in text(page) and page.locator("button.danger").count() == 1
    site.look(page, "terminate-preview")
    page.click("button.danger")
    assert "已取消" in text(page)


def walk_what_is_taken_away(site):
    page = site.open("auditor@meishan")
    site.go(page, SAMPLE + "?asOf=2022-01-31")
    assert page.locator("text=登记发票").count() == 0 and page.locator("text=终止合同").count() == 0
    page.click("text=打印与导出")
    for label, start in [("打印结算单", b"%PDF"), ("导出合同台账（XLSX）", b"PK"), ("导出付款历史（CSV）", b"\xef\xbb\xbf"),
                         ("审计证据包", b"PK")]:
        with page.expect_download() as download:
            page.click(f"main a:has-text('{label}')")
        assert download.value.path().read_bytes().startswith(start), label


def walk_who_may_do_what(site):
    auditor, officer = site.open("auditor@meishan"), site.open("officer@meishan")
    for page, path in [(auditor, "/facts/new?kind=event"), (auditor, "/amend"), (officer, "/amend"),
                       (officer, "/facts/new?kind=terminated"), (officer, "/facts/f1/void")]:
        site.go(page, SAMPLE + path, status=403)
    site.go(officer, SAMPLE + "/facts/new?kind=paid", status=404)
    site.go(officer, "/contracts/none", status=404)
    site.go(officer, SAMPLE + "/amendments/1", status=404)
    site.go(officer, "/documents/" + "0" * 64, status=404)


def walk_uploading_a_document(site):
    page = site.open("finance@meishan")
    site.go(page, "/documents")
    page.set_input_files("[name=document-file]", {"name": "说明.txt", "mimeType": "text/plain", "buffer": b"no"})
    page.click("main button.primary")
    assert page.answer.status == 422 and "只能是" in text(page)
    site.look(page, "document-wrong")
    page.set_input_files("[name=document-file]", {
        "name": "现场.png", "mimeType": "image/png", "buffer": PNG + str(time.time_ns()).encode()})
    page.click("main button.primary")
    assert "已保存：现场.png" in page.inner_text(".notice")
    site.look(page, "document-stored")


def walk_contracts_in_english_and_in_the_dark(site):
    page = site.open("head@meishan", language="en", dark=True)
    site.go(page, "/contracts")
    assert "Next payment" in text(page)
    site.look(page, "contracts-list-en")
    site.go(page, SAMPLE)
    assert "Payable now" in text(page) and "Print and export" in text(page)
    site.look(page, "contract-en")
    site.go(page, SAMPLE + "/terms")
    site.look(page, "contract-terms-en")
    site.go(page, SAMPLE + "/history")
    site.look(page, "contract-history-en")
    site.go(page, SAMPLE + "/facts/new?kind=terminated")
    site.look(page, "terminate-en")
