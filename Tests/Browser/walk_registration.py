"""Registering contracts: from a template, step by step, from a text, from a workbook."""

import io
import re
import zipfile
from xml.etree import ElementTree

from pages import text

PRICE = "13395000"


def fill(page, pointer, value):
    page.fill(f"[name='{pointer}']", value)


def press(page, go):
    with page.expect_navigation():
        page.click(f"form.registration button[name=go][value='{go}']:not(.unseen)")


def next_step(page):
    with page.expect_navigation():
        page.click("form.registration .buttons button.primary")


def look(site, page, name):
    """Looks at a page in a browser that has its script; axe needs one too."""
    if page.scripted:
        site.look(page, name)


def open_page(site, **settings):
    page = site.open("officer@meishan", **settings)
    page.scripted = settings.get("script", True)
    return page


def fill_basics(page, number, price=PRICE, calendar="none", signed="2021-08-30", supplier="中国电信股份有限公司眉山分公司"):
    fill(page, "/contract/number", number)
    fill(page, "/contract/supplier", supplier)
    fill(page, "/contract/price", price)
    fill(page, "/contract/signedOn", signed)
    page.select_option("[name='/calendar']", calendar)


def api(site, page, path):
    answer = page.request.get(site.url + "/api/v1" + path)
    assert answer.ok, f"{path}: {answer.status} {answer.text()[:300]}"
    return answer.json()


def walk_a_draft_is_saved_and_taken_up_again(site):
    page = open_page(site)
    site.go(page, "/contracts/new/steps?template=outsourcing")
    fill_basics(page, "BR-DRAFT", price="200")
    for _ in range(2):
        with page.expect_download() as file:
            page.click("button[value=download]")
    path = file.value.path()
    assert file.value.suggested_filename == "合同草稿.json"
    site.go(page, "/contracts/new/text")
    page.set_input_files("[name=file]", path)
    page.click("main button.primary")
    assert "/contract/years/0/from" in text(page)
    page.click("text=在表单中继续修改")
    assert page.input_value("[name='/contract/number']") == "BR-DRAFT"


def walk_sending_twice_registers_once(site):
    page = open_page(site, script=False)
    ready(site, page, "BR-TWICE")
    sent = page.evaluate("Array.from(new FormData(document.querySelector('form.registration')).entries())")
    form = {name: value for name, value in sent} | {"go": "save"}
    answers = [page.request.post(site.url + "/contracts/new/steps", form=form, max_redirects=0,
                                 headers={"origin": site.url}) for _ in range(2)]
    assert [answer.status for answer in answers] == [303, 303], [answer.text()[:400] for answer in answers]
    assert {answer.headers["location"] for answer in answers} == {"/contracts/BR-TWICE"}
    assert api(site, page, "/contracts/BR-TWICE")["version"] == 1


def ready(site, page, number, language="zh"):
    """The works template, filled in as far as its preview."""
    site.go(page, "/contracts/new/steps?template=works")
    fill_basics(page, number, price="100", signed="2026-01-05", supplier="乙方")
    next_step(page)
    fill(page, "/contract/term/from", "2026-02-01")
    fill(page, "/contract/term/to", "2026-12-31")
    for _ in range(4):
        next_step(page)
    assert page.locator("button[value=save]").count() == 1, text(page)[:500]


def walk_a_number_that_is_taken_is_told_beside_it(site):
    page = open_page(site)
    site.go(page, "/contracts/new/steps?template=works")
    fill_basics(page, "MS-2021-12345", price="100", signed="2026-01-05", supplier="乙方")
    press(page, "show=check")
    assert "待补" in text(page) and "去修改" in text(page)
    look(site, page, "registration-problems")
    press(page, "mend=period")
    assert "请填写“起”" in text(page)
    fill(page, "/contract/term/from", "2026-02-01")
    fill(page, "/contract/term/to", "2026-12-31")
    press(page, "show=check")
    assert "该编号的合同已登记" in text(page) and page.locator("button[value=save]").count() == 0
    press(page, "mend=basics")
    fill(page, "/contract/number", "BR-FREE")
    press(page, "show=check")
    assert page.locator("button[value=save]").count() == 1


THREE_ERRORS = """contract:
  number: BR-YAML
  title: 保洁服务
  buyer: 眉山市政务服务管理局
  supplier: 示例保洁公司
  currency: CNY
  price: 1000.00
  signedOn: 2026-13-01
  installments:
    - id: p1
      label: 全款
      kind: milestone
      amount: {fixed: '1000.00'}
      when: {event: accepted}
      assessedBy: nobody
calendar: CN
"""


def walk_three_errors_of_a_text(site):
    page = open_page(site)
    site.go(page, "/contracts/new/text")
    look(site, page, "registration-text")
    page.fill("[name=text]", THREE_ERRORS)
    page.click("main button.primary")
    faults = page.locator(".line-faults li").all_inner_texts()
    assert len(faults) == 3, faults
    for fault, line, code in zip(faults, (7, 8, 15), ("price: 1000.00", "signedOn: 2026-13-01", "assessedBy: nobody")):
        assert f"第 {line} 行" in fault and code in fault, fault
    assert page.input_value("[name=text]").strip() == THREE_ERRORS.strip()
    look(site, page, "registration-text-errors")
    good = THREE_ERRORS.replace("1000.00\n", "'1000.00'\n", 1).replace("2026-13-01", "2026-01-05")
    page.fill("[name=text]", good.replace("      assessedBy: nobody\n", ""))
    page.click("main button.primary")
    assert page.locator("button[value=save]").count() == 1
    next_step(page)
    assert page.url.endswith("/contracts/BR-YAML")


def walk_a_file_that_is_no_workbook(site):
    page = open_page(site, script=False)
    site.go(page, "/contracts/new/workbook")
    page.click("main .form button.primary")
    assert "请选择文件" in page.inner_text(".field.invalid")
    page.set_input_files("[name=file]", {"name": "x.xlsx", "mimeType": "text/plain", "buffer": b"no workbook"})
    page.click("main .form button.primary")
    assert "不是有效的 .xlsx" in page.inner_text(".field.invalid")


def walk_in_english_and_in_the_dark(site):
    page = open_page(site, language="en", dark=True)
    site.go(page, "/contracts/new")
    look(site, page, "registration-start-en")
    ready(site, page, "BR-ENGLISH")
    assert "3% withheld from the net of each of" in text(page) or "withheld" in text(page)
    look(site, page, "registration-preview-en")
    press(page, "show=schedule")
    look(site, page, "registration-schedule-en")
    press(page, "show=installment:4")
    look(site, page, "registration-installment-en")


def walk_only_officers_register(site):
    for account in ("finance@meishan", "auditor@meishan"):
        page = site.open(account)
        for path in ("/contracts/new", "/contracts/new/steps", "/contracts/new/text", "/contracts/new/workbook"):
            site.go(page, path, status=403)
