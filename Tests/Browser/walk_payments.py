"""Payments: asked for, approved, refused, paid, returned; what changed in between; suppliers' bank accounts."""

import datetime
import itertools
import re

from pages import text

TODAY = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date().isoformat()
BUYER = "眉山市政务服务管理局"
KEYS = itertools.count()


class Office:
    """The interface, by which a walk makes contracts of its own and records what others would."""

    def __init__(self, site):
        self.site, self.tokens = site, {}
        # Sessions go with the cookies of their context; the interface is asked by token, without cookies.
        self.http = site.browser.new_context().request
        self.run = format(int(datetime.datetime.now().timestamp() * 1000), "x")
        self.supplier = f"眉山走查{self.run}科技有限公司"

    def token(self, account):
        if account not in self.tokens:
            answer = self.site.browser.new_context().request.post(self.site.url + "/api/v1/sessions", data={
                "name": account, "password": self.site.passwords[account]})
            assert answer.ok, answer.text()
            self.tokens[account] = answer.json()["token"]
        return self.tokens[account]

    def call(self, account, path, body, expected=(200, 201)):
        answer = self.http.post(self.site.url + "/api/v1" + path, data=body, headers={
            "Authorization": "Bearer " + self.token(account), "Idempotency-Key": f"walk-{self.run}-{next(KEYS)}"})
        assert answer.status in expected, f"{path}: {answer.status} {answer.text()}"
        return answer.json()

    def fact(self, contract, account, **fact):
        return self.call(account, f"/contracts/{contract}/facts", fact)

    def contract(self, word, title):
        """300,000 on signing, 500,000 on an assessment that costs 1 % a point below 95 (assessed 90: 475,000)."""
        number = f"MS-PAY-{word}-{self.run}"
        self.call("officer@meishan", "/contracts", {"contract": {
            "number": number, "title": title, "buyer": BUYER, "supplier": self.supplier, "currency": "CNY",
            "price": "1000000.00", "signedOn": "2026-01-05",
            "installments": [
                {"id": "first", "label": "首付款", "kind": "advance", "amount": {"fixed": "300000.00"},
                 "when": {"event": "signed"}, "within": {"days": 30}, "needs": ["invoice"]},
                {"id": "assessed", "label": "考核款", "kind": "assessed", "amount": {"fixed": "500000.00"},
                 "when": {"event": "signed"}, "within": {"days": 60}, "assessedBy": "a"},
                {"id": "last", "label": "尾款", "kind": "milestone", "amount": {"fixed": "200000.00"},
                 "when": {"event": "accepted"}}],
            "assessments": [{"id": "a", "label": "服务考核", "points": [
                {"pointsBelow": "95", "percent": "1", "of": "installment", "fraction": "exact"}]}]}})
        self.fact(number, "officer@meishan", kind="event", event="signed", on="2026-01-05")
        self.fact(number, "officer@meishan", kind="invoice", installment="first", number=f"F-{number}",
                  amount="300000.00", on="2026-01-08")
        self.fact(number, "officer@meishan", kind="assessment", assessment="a", score="90", on="2026-02-01")
        return number

    def raised(self, number, installment, amount=None):
        body = {"installment": installment} | ({"amount": amount} if amount else {})
        return self.call("officer@meishan", f"/contracts/{number}/payment-requests", body)["id"]

    def approved(self, request):
        for role in ["section-head", "finance", "head"]:
            account = role + "@meishan"
            proof = {"confirmation": {"password": self.site.passwords[account]}} if role == "head" else {}
            self.call(account, f"/payment-requests/{request}/decisions", {"decision": "approve"} | proof)
        return request

    def both(self):
        """Somebody who may ask for payments and approve them for the section."""
        name = "both@meishan"
        if name not in self.site.passwords:
            self.site.passwords[name] = "two hats on one head"
            self.call("admin@meishan", "/accounts", {
                "name": name, "department": BUYER, "roles": ["officer", "section-head"],
                "password": self.site.passwords[name]}, expected=(200, 201, 409))
        return name


def submit(page, status=None):
    """Sends the form of the page by its first button."""
    with page.expect_navigation() as navigation:
        page.locator("main form[method=post] button").first.click()
    assert status is None or navigation.value.status == status, f"{navigation.value.status}: {text(page)}"


def error(page, name):
    """What stands beside a field."""
    return page.locator(f".field.invalid:has([name='{name}']) .error").inner_text()


def walk_the_whole_chain(site):
    chain(site, script=True)


def walk_the_whole_chain_without_javascript(site):
    chain(site, script=False)


def chain(site, *, script):
    """Asked for, approved by three, paid in parts, a part returned and paid again; looked at where scripts can run."""
    def look(page, name):
        if script:
            site.look(page, name)

    office = Office(site)
    number = office.contract("CHAIN", "政务云运维服务（走查）")

    officer = site.open("officer@meishan", script=script)
    site.go(officer, "/payments")
    assert "等我办理" in text(officer)
    site.go(officer, f"/contracts/{number}/payments/new")
    look(officer, "payments-choose")
    officer.click("main a:has-text('首付款')")
    assert "300,000.00" in text(officer) and f"F-{number}" in text(officer)
    look(officer, "payments-ask")
    assert officer.input_value("[name='/amount']") == "300000.00"
    officer.fill("[name='/amount']", "三十万")
    submit(officer, 422)
    assert "应为金额" in error(officer, "/amount") and officer.input_value("[name='/amount']") == "三十万"
    officer.fill("[name='/amount']", "30.01万")
    submit(officer, 409)
    assert "超过" in error(officer, "/amount") and officer.input_value("[name='/amount']") == "30.01万"
    look(officer, "payments-ask-refused")
    officer.fill("[name='/amount']", "30万")
    submit(officer, 200)
    assert "付款申请已提交" in text(officer) and "人民币叁拾万元整" in text(officer)
    request = officer.url.rsplit("/", 1)[1]
    assert officer.locator("form[action$='/approve']").count() == 0
    look(officer, "payments-request")

    for role, waiting in [("section-head", "科室负责人审批"), ("finance", "财务审核")]:
        page = site.open(role + "@meishan", script=script)
        site.go(page, "/payments")
        assert waiting in page.inner_text(f"tr:has(a[href='/payments/{request}'])")
        page.locator(f".block a[href='/payments/{request}']").click()
        submit(page, 200)
        assert "已批准" in text(page)

    head = site.open("head@meishan", script=script)
    site.go(head, "/payments/" + request)
    look(head, "payments-approve")
    submit(head, 422)
    assert "请填写" in error(head, "proof")
    head.fill("[name=proof]", "certainly not mine")
    submit(head, 403)
    assert "验证未通过" in error(head, "proof") and head.input_value("[name=proof]") == ""
    look(head, "payments-approve-refused")
    head.fill("[name=proof]", site.passwords["head@meishan"])
    submit(head, 200)
    assert "已批准待支付" in text(head)

    treasury = site.open("treasury@meishan", script=script)
    site.go(treasury, "/payments")
    treasury.locator(f".block a[href='/payments/{request}']").click()
    treasury.click("main a:has-text('登记支付')")
    assert treasury.input_value("[name='/amount']") == "300000.00"
    look(treasury, "payments-pay")
    treasury.fill("[name='/amount']", "100,000.00")
    treasury.fill("[name='/on']", "2026-01-09")
    treasury.fill("[name='/voucher']", f"V1-{office.run}")
    treasury.fill("[name='/fundSource']", "一般公共预算")
    submit(treasury, 422)
    assert "早于" in error(treasury, "/on") and treasury.input_value("[name='/voucher']") == f"V1-{office.run}"
    look(treasury, "payments-pay-refused")
    treasury.fill("[name='/on']", TODAY)
    submit(treasury, 200)
    assert "部分支付" in text(treasury) and "200,000.00" in text(treasury)

    treasury.click("main a:has-text('登记支付')")
    assert treasury.input_value("[name='/amount']") == "200000.00"
    treasury.fill("[name='/voucher']", f"V1-{office.run}")
    treasury.fill("[name='/fundSource']", "一般公共预算")
    submit(treasury, 409)
    assert "凭证" in error(treasury, "/voucher")
    treasury.fill("[name='/voucher']", f"V2-{office.run}")
    submit(treasury, 200)
    assert "已支付" in treasury.inner_text("h1")
    look(treasury, "payments-paid")

    treasury.locator(f"tr:has-text('V2-{office.run}') a:has-text('登记退回')").click()
    look(treasury, "payments-return")
    treasury.fill("[name='/amount']", "50000")
    treasury.fill("[name='/reason']", "收款账号填写有误")
    submit(treasury, 200)
    assert "部分支付" in treasury.inner_text("h1") and "收款账号填写有误" in text(treasury)
    treasury.click("main a:has-text('登记支付')")
    assert treasury.input_value("[name='/amount']") == "50000.00"
    treasury.fill("[name='/voucher']", f"V3-{office.run}")
    treasury.fill("[name='/fundSource']", "一般公共预算")
    submit(treasury, 200)
    assert "已支付" in treasury.inner_text("h1")
    look(treasury, "payments-returned-and-paid")
    site.go(treasury, f"/payments?state=paid&contract={number}")
    assert treasury.locator(f"a[href='/payments/{request}']").count() == 1


def walk_the_form_to_print_is_a_pdf(site):
    office = Office(site)
    request = office.raised(office.contract("FORM", "打印走查"), "first")
    page = site.open("finance@meishan")
    site.go(page, "/payments/" + request)
    with page.expect_download() as download:
        page.click("main a:has-text('打印付款审批单')")
    path = download.value.path()
    assert path.read_bytes().startswith(b"%PDF-") and download.value.suggested_filename.endswith(".pdf")


def walk_nobody_approves_what_they_asked_for(site):
    office = Office(site)
    number = office.contract("SELF", "自批走查")
    page = site.open(office.both())
    site.go(page, f"/contracts/{number}/payments/new?installment=first")
    page.fill("[name='/amount']", "100.00")
    submit(page, 200)
    request = page.url.rsplit("/", 1)[1]
    assert "申请人和已审批人不得再次办理" in text(page)
    assert page.locator("form[action$='/approve']").count() == 0
    site.look(page, "payments-own")
    answer = page.request.post(f"{site.url}/payments/{request}/approve", form={"version": "99"}, headers={
        "Origin": site.url})
    assert answer.status in (403, 412), answer.status
    site.go(page, f"/payments/{request}/reject")
    assert "不得再次办理" in text(page)


def walk_rejecting_takes_a_reason(site):
    office = Office(site)
    number = office.contract("REJECT", "拒付走查")
    request = office.raised(number, "first")
    page = site.open("section-head@meishan")
    site.go(page, "/payments/" + request)
    page.click("main a:has-text('驳回')")
    assert "300,000.00" in text(page)
    site.look(page, "payments-reject")
    submit(page, 422)
    assert "请填写" in error(page, "/reason")
    page.fill("[name='/reason']", "发票抬头与合同不符\n请更换后重报")
    submit(page, 200)
    assert "已驳回" in page.inner_text("h1") and "发票抬头与合同不符" in text(page)
    site.look(page, "payments-rejected")
    officer = site.open("officer@meishan", dark=True)
    site.go(officer, f"/contracts/{number}/payments/new?installment=first")
    assert officer.input_value("[name='/amount']") == "300000.00"
    site.look(officer, "payments-ask-dark")


def walk_sending_twice_and_the_back_button_pay_once(site):
    office = Office(site)
    request = office.approved(office.raised(office.contract("TWICE", "重复提交走查"), "first", "1000.00"))
    page = site.open("treasury@meishan")
    site.go(page, f"/payments/{request}/pay")
    page.fill("[name='/amount']", "400.00")
    page.fill("[name='/voucher']", f"D1-{office.run}")
    page.fill("[name='/fundSource']", "财政拨款")
    fields = page.evaluate("Object.fromEntries(new FormData(document.querySelector('main form[method=post]')))")
    submit(page, 200)
    again = page.request.post(f"{site.url}/payments/{request}/pay", form=fields, headers={"Origin": site.url})
    assert again.ok and "登记支付" in again.text()
    page.go_back()
    page.fill("[name='/amount']", "400.00")
    page.fill("[name='/voucher']", f"D1-{office.run}")
    page.fill("[name='/fundSource']", "财政拨款")
    submit(page)
    site.go(page, "/payments/" + request)
    paid = page.locator(".figures div:has(dt:text('已付')) dd").inner_text()
    assert paid.startswith("400.00"), paid
    assert page.locator(f"td:has-text('D1-{office.run}')").count() == 1


def walk_a_ruling_in_between_makes_it_stale_and_the_page_says_what_changed(site):
    office = Office(site)
    number = office.contract("STALE", "裁定走查")
    request = office.raised(number, "assessed")
    section = site.open("section-head@meishan")
    site.go(section, "/payments/" + request)
    assert "475,000.00" in text(section) and "没有变化" in text(section)
    site.look(section, "payments-request-assessed")
    office.fact(number, "finance@meishan", kind="ruling", assessment="a", deduction="40000.00", reason="复核后加扣",
                document="会议纪要", on=TODAY)
    submit(section, 412)
    assert "您查看之后" in text(section) and "复核后加扣" in text(section)
    assert "须重新确认" in section.inner_text("h1")
    assert "考核扣减由 25,000.00 元变为 40,000.00 元，增加 15,000.00 元" in text(section)
    assert "本期应付由 475,000.00 元变为 460,000.00 元，减少 15,000.00 元" in text(section)
    site.look(section, "payments-stale")

    stranger = site.open(office.both())
    site.go(stranger, f"/payments/{request}/reconfirm")
    assert "不能办理" in text(stranger)
    officer = site.open("officer@meishan")
    site.go(officer, "/payments")
    assert "重新确认" in officer.inner_text(f".block tr:has(a[href='/payments/{request}'])")
    officer.locator(f".block a[href='/payments/{request}']").click()
    officer.click("main a:has-text('重新确认')")
    assert "460,000.00" in text(officer)
    site.look(officer, "payments-reconfirm")
    submit(officer, 200)
    assert "审批中" in officer.inner_text("h1") and "没有变化" in text(officer)

    head = office.call("officer@meishan", f"/contracts/{number}/facts", {
        "kind": "invoice", "installment": "assessed", "number": f"A-{number}", "amount": "460000.00", "on": TODAY})
    assert head
    site.go(section, "/payments/" + request)
    assert f"A-{number}" in section.inner_text("section:has(h2:text('申请以来的变化'))")
    site.look(section, "payments-news")
    submit(section, 200)
    officer.reload()
    officer.click("main a:has-text('撤回')")
    site.look(officer, "payments-withdraw")
    submit(officer, 200)
    assert "已撤回" in officer.inner_text("h1")


def walk_lists_by_state_contract_and_page(site):
    office = Office(site)
    number = office.contract("LIST", "列表走查")
    ids = [office.raised(number, "first", f"{amount}.00") for amount in (100, 200, 300)]
    page = site.open("section-head@meishan")
    site.go(page, f"/payments?contract={number}&limit=2")
    first = page.locator("h2:text('付款申请') ~ .scroll a[href^='/payments/']").evaluate_all("a => a.map(a => a.pathname)")
    assert [path.rsplit("/", 1)[1] for path in first] == ids[:2], first
    page.click("text=下一页")
    rest = page.locator("tbody a[href^='/payments/']").evaluate_all("a => a.map(a => a.pathname)")
    assert [path.rsplit("/", 1)[1] for path in rest] == ids[2:], rest
    site.go(page, f"/payments?contract={number}&state=all")
    newest = page.locator("h2:text('付款申请') ~ .scroll a[href^='/payments/']").evaluate_all("a => a.map(a => a.pathname)")
    assert [path.rsplit("/", 1)[1] for path in newest] == ids[::-1], newest
    site.go(page, f"/payments?contract={number}&state=rejected")
    assert "没有记录" in text(page)
    site.go(page, "/payments")
    site.look(page, "payments")
    site.go(page, "/payments/due")
    site.look(page, "payments-due")
    site.go(page, "/payments?state=nonsense&cursor=x", status=400)
    site.go(page, "/payments/r-0000000000000", status=404)


def walk_what_is_not_due_cannot_be_asked_for(site):
    office = Office(site)
    number = office.contract("BLOCK", "条件走查")
    page = site.open("officer@meishan")
    site.go(page, f"/contracts/{number}/payments/new?installment=last")
    assert "accepted" in text(page) and page.locator("main form[method=post]").count() == 0
    site.look(page, "payments-ask-blocked")
    office.raised(number, "first")
    site.go(page, f"/contracts/{number}/payments/new?installment=first")
    assert "其他付款申请占用" in text(page)
    site.look(page, "payments-ask-held")
    auditor = site.open("auditor@meishan")
    site.go(auditor, f"/contracts/{number}/payments/new", status=403)
    site.go(auditor, "/payments")
    assert "等我办理" not in auditor.locator("h2").all_inner_texts()
    stranger = site.open("officer@yaan")
    site.go(stranger, f"/contracts/{number}/payments/new?installment=first", status=404)


def walk_english(site):
    office = Office(site)
    request = office.approved(office.raised(office.contract("EN", "English walk"), "assessed"))
    page = site.open("treasury@meishan", language="en-GB", dark=True)
    site.go(page, "/payments")
    assert "Waiting for me" in text(page)
    site.look(page, "payments-en")
    site.go(page, "/payments/" + request)
    assert "What changed since" in text(page)
    site.look(page, "payments-request-en")
    page.click("main a:has-text('Record a payment')")
    page.fill("[name='/amount']", "")
    submit(page, 422)
    assert "Please fill in" in error(page, "/amount")
    site.look(page, "payments-pay-en")
    site.go(page, "/payments/suppliers")
    site.look(page, "payments-suppliers-en")


def walk_a_bank_account_takes_two_people(site):
    office = Office(site)
    office.contract("BANK", "账户走查")
    supplier = f"/payments/suppliers/{office.supplier}"
    officer = site.open("officer@meishan")
    site.go(officer, "/payments/suppliers")
    officer.fill("[name=q]", office.run)
    officer.click(".filters button")
    officer.click(f"main a:has-text('{office.supplier}')")
    officer.click("main a:has-text('申请变更账户')")
    site.look(officer, "payments-account-propose")
    officer.fill("[name='/holder']", office.supplier)
    officer.fill("[name='/bank']", "中国银行眉山分行")
    officer.fill("[name='/number']", "not a number")
    officer.fill("[name='/reason']", "供应商来函变更开户行")
    officer.fill("[name=proof]", site.passwords["officer@meishan"])
    submit(officer, 422)
    assert "6 至 40 位" in error(officer, "/number") and officer.input_value("[name='/number']") == "not a number"
    assert officer.input_value("[name=proof]") == ""
    officer.fill("[name='/number']", "6222 0202 0011 2233")
    officer.fill("[name=proof]", site.passwords["officer@meishan"])
    submit(officer, 200)
    assert "待确认" in text(officer) and "6222020200112233" in text(officer)
    site.look(officer, "payments-supplier")

    auditor = site.open("auditor@meishan")
    site.go(auditor, supplier)
    assert "************2233" in text(auditor) and "6222020200112233" not in text(auditor)
    finance = site.open("finance@meishan")
    site.go(finance, "/payments/suppliers?open=yes")
    site.look(finance, "payments-suppliers")
    finance.click(f"tr:has-text('{office.run}') a:has-text('待确认')")
    assert "中国银行眉山分行" in text(finance)
    site.look(finance, "payments-account")
    finance.click("main a:has-text('确认') >> nth=0")
    site.look(finance, "payments-account-confirm")
    finance.fill("[name='/reason']", "致电供应商财务王女士核实")
    finance.fill("[name=proof]", "123456")
    submit(finance, 403)
    assert "验证未通过" in error(finance, "proof")
    finance.fill("[name=proof]", site.passwords["finance@meishan"])
    submit(finance, 200)
    assert "冷静期" in text(finance) and "致电供应商财务王女士核实" in text(finance)

    site.go(officer, supplier)
    officer.locator("tbody a").first.click()
    officer.click("main a:has-text('撤回变更')")
    site.look(officer, "payments-account-withdraw")
    submit(officer, 200)
    assert "已撤回" in text(officer)
    head = site.open("head@meishan")
    site.go(head, supplier)
    assert re.search("已撤回", text(head))
