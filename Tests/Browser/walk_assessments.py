"""考核: results, previews in yuan, rectification, vetoes and rulings, scoring sheets, the procedure by role."""

import datetime
import json
import pathlib
import time
import urllib.error
import urllib.request

from pages import text

SAMPLES = pathlib.Path(__file__).parents[2] / "ops" / "samples"
TODAY = datetime.date.today().isoformat()


def pdf(name):
    """A file; the same bytes would be the same document, under the name that it had first."""
    return {"name": name, "mimeType": "application/pdf", "buffer": f"%PDF-1.7 {name}\n".encode()}


def register(site, sample, name, change=lambda contract: None, facts=()):
    """A contract of one's own, made of a sample's terms, under a number that no other run has; returns the number."""
    api, number = Interface(site, "officer@meishan"), f"{name}-{time.time_ns() // 1_000_000}"
    contract = json.loads((SAMPLES / sample).read_text("utf-8"))["contract"]
    contract["number"] = number
    contract["title"] += f"（{number}）"
    change(contract)
    assert api.call("POST", "/contracts", {"contract": contract})[0] == 201
    for fact in facts:
        status, answer = api.call("POST", f"/contracts/{number}/facts", fact)
        assert status == 201, answer
    return number


class Interface:
    """The interface of programs, with the token of a demo account."""

    def __init__(self, site, account):
        self.site, self.token = site, None
        _, answer = self.call("POST", "/sessions", {"name": account, "password": site.passwords[account]})
        self.token = answer["token"]

    def call(self, method, path, body=None):
        request = urllib.request.Request(
            self.site.url + "/api/v1" + path, method=method, data=None if body is None else json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


def tianfu(site, name):
    """The citizens' cloud before its first year-end assessment, its first year long over."""
    events = [
        {"kind": "event", "event": name, "on": day} for name, day in
        [("signed", "2020-12-25"), ("launched", "2021-01-12"), ("system-acceptance", "2021-03-10")]]
    return register(site, "meishan-tianfu.json", name, facts=events + [
        {"kind": "event", "event": "local-service", "count": 43, "on": "2021-02-20"}])


def preview(page):
    page.click("main button[value=preview]")


def save(page):
    page.click("main button[value=save]")


def walk_78_then_76_after_rectification(site):
    number = tianfu(site, "KH-78")
    page = site.open("officer@meishan")
    site.go(page, f"/assessments?q={number}")
    assert "待考核结果" in text(page) and "718,880.00" in text(page)
    page.click("text=第一年度考核")
    assert "等待本结果" in text(page)
    site.look(page, "assessment-missing")
    page.click("main a:has-text('录入考核结果')")
    site.look(page, "assessment-result-form")

    # Nothing typed, then something wrong: what was typed is kept, the error stands beside its field.
    preview(page)
    assert page.locator("#errors a[href='#f-score']").count() == 1
    page.fill("[name='/score']", "178")
    page.fill("[name='/note']", "年度考核")
    preview(page)
    assert page.input_value("[name='/score']") == "178" and page.input_value("[name='/note']") == "年度考核"
    assert page.locator(".field.invalid [name='/score']").count() == 1
    site.look(page, "assessment-result-wrong")

    page.fill("[name='/score']", "78")
    page.fill("[name='/on']", "2022-01-20")
    page.set_input_files("[name='/document']", pdf("会议纪要.pdf"))
    preview(page)
    assert "尚未记录" in text(page) and "182,532.00" in text(page) and "会议纪要.pdf" in text(page)
    assert "现得分" in text(page)
    site.look(page, "assessment-result-preview")
    page.click("main button[value=change]")
    assert page.input_value("[name='/score']") == "78" and "会议纪要.pdf" in text(page)
    site.look(page, "assessment-result-again")
    preview(page)
    save(page)
    assert page.url.endswith(f"/contracts/{number}/assessments/y1") and "已记录" in text(page)
    assert "182,532.00" in text(page) and "暂定" in text(page) and "待整改复评" in text(page)
    site.look(page, "assessment-provisional")

    # Round 2, with the difference to round 1.
    page.click("main a:has-text('录入复评结果')")
    page.fill("[name='/score']", "76")
    page.fill("[name='/on']", "2022-02-20")
    preview(page)
    assert "365,064.00" in text(page) and "比第 1 轮多扣 182,532.00 元" in text(page)
    site.look(page, "assessment-reassessment-preview")
    save(page)
    shown = text(page)
    assert "365,064.00" in shown and "+182,532.00" in shown and "已定" in shown and "353,816.00" in shown
    site.look(page, "assessment-reassessed")
    assert page.locator("main a:has-text('录入复评结果')").count() == 0

    # Both rounds are in the journal, and nothing else is.
    status, facts = Interface(site, "officer@meishan").call("GET", f"/contracts/{number}/facts")
    assert [fact["payload"]["score"] for fact in facts["facts"] if fact["kind"] == "assessment"] == ["78", "76"], facts


def walk_sending_twice_does_no_harm(site):
    number = tianfu(site, "KH-TWICE")
    page = site.open("officer@meishan")
    site.go(page, f"/contracts/{number}/assessments/y1/results/new")
    page.fill("[name='/score']", "91")
    preview(page)
    fields = page.eval_on_selector(
        "main form[method=post]", "form => Object.fromEntries(new FormData(form))")
    for _ in range(2):
        answer = page.request.post(
            page.url, multipart={**fields, "do": "save"}, headers={"Origin": site.url}, max_redirects=0)
        assert answer.status == 303, answer.status
    _, facts = Interface(site, "officer@meishan").call("GET", f"/contracts/{number}/facts")
    assert sum(fact["kind"] == "assessment" for fact in facts["facts"]) == 1
    # What was weighed against an older version is weighed again.
    site.go(page, f"/contracts/{number}/assessments/y2/results/new")
    page.fill("[name='/score']", "88")
    preview(page)
    Interface(site, "officer@meishan").call(
        "POST", f"/contracts/{number}/facts", {"kind": "event", "event": "meanwhile", "on": TODAY})
    save(page)
    assert page.locator("[role=alert]").count() == 1 and page.input_value("[name='/score']") == "88"


def walk_a_security_veto_waits_for_finance(site):
    number = tianfu(site, "KH-VETO")
    page = site.open("officer@meishan", script=False)
    site.go(page, f"/contracts/{number}/assessments/y1/results/new")
    page.fill("[name='/score']", "95")
    page.check("[name='/vetoed'][value=security]")
    preview(page)
    assert "待裁定" in text(page)
    save(page)
    assert "一票否决" in text(page) and "由财务记录裁定" in text(page)
    assert page.locator("main a.button:has-text('记录裁定')").count() == 0
    site.go(page, f"/contracts/{number}/assessments/y1/ruling", status=403)

    finance = site.open("finance@meishan")
    site.go(finance, f"/assessments?state=ruling&q={number}")
    finance.click("main a:has-text('第一年度考核')")
    site.look(finance, "assessment-vetoed")
    finance.click("main a.button:has-text('记录裁定')")
    preview(finance)
    assert finance.locator("#errors li").count() == 3, text(finance)
    finance.fill("[name='/deduction']", "20.5万")
    finance.fill("[name='/reason']", "安全事件已整改，按会议纪要扣减。")
    preview(finance)
    assert finance.input_value("[name='/deduction']") == "20.5万"
    site.look(finance, "assessment-ruling-form")
    finance.set_input_files("[name='/document']", pdf("会议纪要.pdf"))
    preview(finance)
    assert "205,000.00" in text(finance) and "贰拾万伍仟元整" in text(finance)
    site.look(finance, "assessment-ruling-preview")
    save(finance)
    assert "205,000.00" in text(finance) and "安全事件已整改" in text(finance) and "已定" in text(finance)
    site.look(finance, "assessment-ruled")


def walk_the_procedure_by_role(site):
    number = tianfu(site, "KH-STEPS")
    place = f"/contracts/{number}/assessments/y1"
    officer = site.open("officer@meishan")
    site.go(officer, place)
    officer.click("main a:has-text('记录自评')")
    officer.fill("[name=score]", "x")
    officer.click("main button.primary")
    assert officer.input_value("[name=score]") == "x" and officer.locator(".field.invalid").count() == 1
    site.look(officer, "assessment-step-wrong")
    officer.fill("[name=score]", "85")
    officer.fill("[name='/note']", "各项指标基本达标")
    officer.set_input_files("[name='/document']", pdf("自评报告.pdf"))
    officer.click("main button.primary")
    assert "自评得分 85。各项指标基本达标" in text(officer) and "自评报告.pdf" in text(officer)
    officer.click("main a:has-text('记录初评')")
    officer.fill("[name=score]", "79")
    officer.click("main button.primary")
    # The collective decision is the section head's, at every door.
    assert officer.locator("main a:has-text('记录集体决策')").count() == 0
    site.go(officer, place + "/steps/decision", status=403)
    event = {"kind": "event", "event": "assessment-decision-1-y1", "on": TODAY}
    assert Interface(site, "officer@meishan").call("POST", f"/contracts/{number}/facts", event)[0] == 403

    head = site.open("section-head@meishan")
    site.go(head, place)
    head.click("main a:has-text('记录集体决策')")
    site.look(head, "assessment-step-decision")
    head.set_input_files("[name='/document']", pdf("会议纪要.pdf"))
    head.fill("[name='/note']", "会议同意初评意见")
    head.click("main button.primary")
    assert "会议同意初评意见" in text(head)

    site.go(officer, place + "/results/new")
    officer.fill("[name='/score']", "79")
    preview(officer)
    save(officer)
    assert "91,266.00" in text(officer) and "没有集体决策" not in text(officer)
    with officer.expect_download() as download:
        officer.click("main a:has-text('考核结果通知书')")
    assert pathlib.Path(download.value.path()).read_bytes().startswith(b"%PDF")
    officer.click("main a:has-text('记录送达')")
    officer.fill("[name='/note']", "当面签收")
    officer.click("main button.primary")
    assert "当面签收" in text(officer) and "尚未记录送达" not in text(officer)

    # No rectification: the section head makes the result final, after seeing what that means.
    site.go(head, place)
    head.click("main a:has-text('记录不再整改')")
    site.look(head, "assessment-waiver-form")
    preview(head)
    site.look(head, "assessment-waiver-preview")
    save(head)
    assert "已定" in text(head) and "不再整改" in text(head)
    site.look(head, "assessment-procedure")

    auditor = site.open("auditor@meishan")
    site.go(auditor, place)
    assert "当面签收" in text(auditor) and auditor.locator("main a:has-text('记录')").count() == 0
    dark = site.open("officer@meishan", dark=True)
    site.go(dark, place)
    site.look(dark, "assessment-dark")


def sheet(contract):
    """The hotline with a scoring sheet for its half-years."""
    for assessment in contract["assessments"]:
        if "combine" not in assessment:
            assessment["sheet"] = [
                {"id": "answering", "label": "接通率不达标", "max": "40", "each": "2.5"},
                {"id": "1", "label": "工单超期", "max": "30", "each": "0.5"},
                {"id": "complaints", "label": "有责投诉", "max": "30", "each": "10"}]


def walk_a_scoring_sheet_on_the_hotline(site):
    number = register(site, "meishan-hotline.json", "KH-SHEET", sheet)
    place = f"/contracts/{number}/assessments/"
    page = site.open("officer@meishan")
    site.go(page, place + "y1h1/results/new")
    site.look(page, "assessment-sheet-form")
    page.fill("[name='/sheet/0/incidents']", "2")
    assert page.inner_text("#sheet-total") == "95"
    page.fill("[name='/sheet/1/incidents']", "两次")
    preview(page)
    assert page.input_value("[name='/sheet/1/incidents']") == "两次"
    assert page.locator(".field.invalid [name='/sheet/1/incidents']").count() == 1, text(page)
    site.look(page, "assessment-sheet-wrong")
    page.fill("[name='/sheet/1/incidents']", "10")
    page.fill("[name='/sheet/2/incidents']", "1")
    page.click(".criterion:nth-of-type(3) summary")
    page.fill("[name='/sheet/2/note']", "3月12日投诉，属实")
    page.set_input_files("[name='/sheet/2/document']", pdf("投诉记录.pdf"))
    preview(page)
    assert "80" in text(page) and "投诉记录.pdf" in text(page), text(page)
    site.look(page, "assessment-sheet-preview")
    save(page)
    shown = text(page)
    assert "评分表" in shown and "3月12日投诉，属实" in shown and "投诉记录.pdf" in shown
    site.look(page, "assessment-sheet")
    page.click("main a:has-text('投诉记录.pdf')")

    # The second half below 80 as well as the first of the next year: the right to terminate, and 1.5 steps of the band.
    for half, count in [("y1h2", "3"), ("y2h1", "3")]:
        site.go(page, place + half + "/results/new")
        page.fill("[name='/sheet/2/incidents']", count)
        preview(page)
        if half == "y2h1":
            assert "有权解除合同" in text(page)
            site.look(page, "assessment-termination-preview")
        save(page)
    assert "有权解除合同" in text(page)
    site.go(page, place + "y1")
    assert "75" in text(page) and "待裁定" in text(page) and "第1年上半年考核" in text(page)
    site.look(page, "assessment-combined")


def walk_the_list(site):
    page = site.open("officer@meishan")
    site.go(page, "/assessments")
    site.look(page, "assessments")
    for stage in ["upcoming", "over"]:
        site.go(page, "/assessments?stage=" + stage)
        site.look(page, "assessments-" + stage)
    site.go(page, "/assessments?limit=2")
    first = page.inner_text("tbody")
    page.click("text=下一页")
    assert page.inner_text("tbody") != first
    site.go(page, "/assessments?q=nothing-of-that-name")
    assert "没有记录" in text(page)
    site.go(page, "/assessments?cursor=x", status=400)
    site.go(page, "/contracts/MS-2020-TFSMY/assessments/none", status=404)


def walk_in_english(site):
    number = tianfu(site, "KH-ENGLISH")
    page = site.open("officer@meishan", language="en-GB")
    site.go(page, "/assessments")
    assert "Waiting" in text(page)
    site.look(page, "assessments-english")
    site.go(page, f"/contracts/{number}/assessments/y1/results/new")
    page.fill("[name='/score']", "69.5")
    preview(page)
    assert "Nothing is recorded yet" in text(page) and "981,109.50" in text(page)
    site.look(page, "assessment-english-preview")
    site.go(page, f"/contracts/{number}/assessments/y1")
    site.look(page, "assessment-english")
