"""Registering contracts: from a template, step by step, from a text, from a workbook."""

import io
import re
import zipfile
from xml.etree import ElementTree

from pages import text

PRICE = "13395000"
# What contracts with the same terms differ in.
NAMES = {"contract": "", "number": "", "title": ""}


def fill(page, pointer, value):
    page.fill(f"[name='{pointer}']", value)


def press(page, go):
    with page.expect_navigation():
        page.click(f"form.registration button[name=go][value='{go}']:not(.unseen)")


def next_step(page):
    with page.expect_navigation():
        page.click("form.registration .buttons button.primary")


def told(page, words):
    """Waits until what is told while one types has these words."""
    page.locator("#live", has_text=words).wait_for()


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


def walk_the_hotline_contract_from_its_template(site):
    """By form alone, without JavaScript: the same statement as the sample's."""
    page = open_page(site, script=False)
    register_hotline(site, page, "BR-HOTLINE")
    mine, sample = (api(site, page, f"/contracts/{number}/statement?asOf=2021-08-29")
                    for number in ("BR-HOTLINE", "MS-2021-12345"))
    assert mine | NAMES == sample | NAMES
    mine, sample = (api(site, page, f"/contracts/{number}")["contract"] for number in ("BR-HOTLINE", "MS-2021-12345"))
    assert mine | NAMES == sample | NAMES


def walk_the_same_with_its_pictures(site):
    register_hotline(site, open_page(site), "BR-HOTLINE-2")


def register_hotline(site, page, number):
    site.go(page, "/contracts/new")
    look(site, page, "registration-start")
    page.click("a[href='/contracts/new/steps?template=hotline']")
    fill_basics(page, number)
    look(site, page, "registration-basics")
    next_step(page)
    assert page.locator("[name='/contract/years/0/fee']").input_value() == "4,465,000.00"
    fill(page, "/contract/years/0/from", "2021-09-01")
    press(page, "apply")
    assert page.input_value("[name='/contract/years/2/to']") == "2024-08-31"
    assert "相符" in text(page)
    look(site, page, "registration-period")
    next_step(page)
    assert "首年考核尾款" in text(page) and "合同签订" in text(page)
    look(site, page, "registration-schedule")
    next_step(page)
    assert "得分 90 分及以上、不足 95 分：扣第 1 合同年度费用的 15%" in text(page)
    look(site, page, "registration-assessments")
    next_step(page)
    look(site, page, "registration-closing")
    next_step(page)
    assert "没有对应的规则" in text(page)
    look(site, page, "registration-preview")
    next_step(page)
    assert page.url.endswith("/contracts/" + number), page.url


def walk_a_contract_from_nothing(site):
    """Step by step: amounts, conditions and rules of every kind, each with what it means."""
    page = open_page(site)
    site.go(page, "/contracts/new/steps")
    next_step(page)
    assert page.locator(".field.invalid").count() == 5 and "请填写“合同编号”" in text(page)
    look(site, page, "registration-errors")
    fill(page, "/contract/number", "BR-NOTHING")
    fill(page, "/contract/title", "信息系统运维服务")
    fill(page, "/contract/supplier", "示例运维公司")
    fill(page, "/contract/price", "十万")
    fill(page, "/contract/signedOn", "2026-01-05")
    next_step(page)
    assert page.input_value("[name='/contract/price']") == "十万" and "十万" in page.inner_text(".field.invalid .error")
    fill(page, "/contract/price", "10万")
    next_step(page)
    page.check("input[type=radio][value=years]")
    page.wait_for_selector("[name='/contract/years/0/fee']")
    fill(page, "/contract/years/0/from", "2026-01-01")
    fill(page, "/contract/years/0/to", "2026-12-31")
    press(page, "add=/contract/years")
    assert page.input_value("[name='/contract/years/1/to']") == "2027-12-31"
    fill(page, "/contract/years/0/fee", "60000")
    told(page, "还差 40,000.00")
    next_step(page)
    assert page.locator(".field.invalid").count() == 1
    press(page, "split")
    assert page.input_value("[name='/contract/years/1/fee']") == "50,000.00"
    next_step(page)
    write_schedule(site, page)
    write_assessment(site, page)
    next_step(page)
    fill(page, "/contract/lateInterest/percentPerDay", "0.01")
    press(page, "add=/contract/termination")
    page.check("[name='/contract/termination/0/series']")
    fill(page, "/contract/termination/0/below", "60")
    fill(page, "/contract/termination/0/times", "2")
    told(page, "连续 2 次得分低于 60 分")
    look(site, page, "registration-termination")
    next_step(page)
    look(site, page, "registration-preview-of-nothing")
    assert "每少 1 分扣本期金额的 1%（不足 1 分按比例）" in text(page)
    next_step(page)
    assert page.url.endswith("/contracts/BR-NOTHING")
    figures = api(site, page, "/contracts/BR-NOTHING/statement")["installments"]
    assert [row["gross"] for row in figures] == ["30000.00", "70000.00"]


def write_schedule(site, page):
    press(page, "add=/contract/installments")
    place = "/contract/installments/0"
    fill(page, place + "/label", "预付款")
    page.select_option(f"[name='{place}/kind']", "advance")
    fill(page, place + "/amount/percent", "30")
    page.select_option(f"[name='{place}/when/event']", "signed")
    fill(page, place + "/within/days", "15")
    told(page, "即 30,000.00 元")
    assert "“合同签订”发生；条件满足后 15 日内支付" in page.inner_text("#live")
    # Both the event and the invoice, or an acceptance: a list in a list.
    page.select_option(f"[name='when:{place}/when']", "all")
    page.wait_for_selector(f"[name='{place}/when/all/0/event']")
    press(page, f"add={place}/when/all")
    page.select_option(f"[name='when:{place}/when/all/1']", "any")
    page.wait_for_selector(f"button[value='add={place}/when/all/1/any']")
    page.select_option(f"[name='{place}/when/all/1/any/0/event']", "launched")
    press(page, f"add={place}/when/all/1/any")
    page.select_option(f"[name='when:{place}/when/all/1/any/1']", "date")
    page.wait_for_selector(f"[name='{place}/when/all/1/any/1/date']")
    fill(page, f"{place}/when/all/1/any/1/date", "2026-03-01")
    press(page, "apply")
    assert "“合同签订”发生，且（“上线”发生，或2026-03-01 届至）" in page.inner_text("#live"), page.inner_text("#live")
    look(site, page, "registration-installment")
    press(page, "next")
    press(page, "add=/contract/installments")
    place = "/contract/installments/1"
    fill(page, place + "/label", "考核款")
    page.select_option(f"[name='{place}/kind']", "assessed")
    page.select_option(f"[name='amount:{place}/amount']", "remainder")
    page.wait_for_selector(f"[name='{place}/amount/remainder']")
    page.select_option(f"[name='when:{place}/when']", "yearEnds")
    page.wait_for_selector(f"[name='{place}/when/yearEnds']")
    page.select_option(f"[name='{place}/when/yearEnds']", "2")
    page.select_option(f"[name='within:{place}/within']", "workingDays")
    page.wait_for_selector(f"[name='{place}/within/workingDays']")
    fill(page, f"{place}/within/workingDays", "20")
    press(page, "next")
    assert "相符" in page.inner_text("#live")
    press(page, "up=/contract/installments/1")
    assert page.locator("tbody tr").first.inner_text().startswith("1\t考核款")
    press(page, "down=/contract/installments/0")
    press(page, "copy=/contract/installments/0")
    assert page.input_value("[name='/contract/installments/1/label']") == "预付款"
    press(page, "show=schedule")
    assert "还差" not in page.inner_text("#live") and page.locator("tbody tr").count() == 3
    press(page, "remove=/contract/installments/1")
    assert page.locator("tbody tr").count() == 2
    next_step(page)


def write_assessment(site, page):
    press(page, "add=/contract/assessments")
    place = "/contract/assessments/0"
    fill(page, place + "/label", "年度考核")
    page.select_option(f"[name='attach:{place}']", label="考核款")
    page.check(f"[name='source:{place}'][value=sheet]")
    page.wait_for_selector(f"[name='{place}/sheet/0/max']")
    fill(page, f"{place}/sheet/0/label", "故障响应")
    fill(page, f"{place}/sheet/0/max", "60")
    fill(page, f"{place}/sheet/0/each", "5")
    press(page, f"add={place}/sheet")
    fill(page, f"{place}/sheet/1/label", "巡检")
    fill(page, f"{place}/sheet/1/max", "30")
    fill(page, f"{place}/sheet/1/each", "2")
    press(page, f"add={place}/points")
    fill(page, f"{place}/points/0/pointsBelow", "80")
    fill(page, f"{place}/points/0/percent", "1%")
    next_step(page)
    assert "请填写“不足 1 分”" in text(page)
    page.select_option(f"[name='{place}/points/0/fraction']", "exact")
    told(page, "评分表满分合计 90 分，不是 100 分")
    assert "得分低于 80 分，每少 1 分扣本期金额的 1%（不足 1 分按比例）" in page.inner_text("#live")
    fill(page, f"{place}/sheet/1/max", "40")
    page.select_option(f"[name='cap:{place}/cap']", "yes")
    page.wait_for_selector(f"[name='{place}/cap/percent']")
    fill(page, f"{place}/cap/percent", "30")
    page.select_option(f"[name='veto:{place}/veto']", "zero")
    page.wait_for_selector(f"[name='{place}/veto/criteria']")
    fill(page, f"{place}/veto/criteria", "c1，security")
    press(page, "apply")
    assert "“故障响应”或“信息安全”一票否决：按 0 分计" in page.inner_text("#live")
    look(site, page, "registration-assessment")
    next_step(page)


def walk_nothing_is_lost_by_going_back(site):
    page = open_page(site, script=False)
    site.go(page, "/contracts/new/steps?template=works")
    fill_basics(page, "BR-BACK", price="100", signed="2026-01-05", supplier="乙方")
    next_step(page)
    fill(page, "/contract/term/from", "2026-02-01")
    fill(page, "/contract/term/to", "2026-12-31")
    next_step(page)
    page.go_back()
    assert page.locator("[name='/contract/term/from']").count() == 1, text(page)[:300]
    page.go_back()
    assert page.input_value("[name='/contract/number']") == "BR-BACK"
    page.go_forward()
    page.go_forward()
    press(page, "show=basics")
    assert page.input_value("[name='/contract/supplier']") == "乙方"


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


def walk_a_workbook(site):
    page = open_page(site)
    site.go(page, "/contracts/new/workbook")
    look(site, page, "registration-workbook")
    with page.expect_download() as file:
        page.click("a:has-text('下载空白登记表')")
    empty = file.value.path()
    contract = {"合同编号": "BR-XLSX", "合同名称": "保安服务", "采购人": "眉山市政务服务管理局", "供应商": "示例保安公司", "合同价": "12万",
                "签订日期": "2026-01-05", "履行期起": "2026-02-01", "履行期止": "2027-01-31"}
    installment = {"合同编号": "BR-XLSX", "分期标识": "all", "名称": "全款", "类型": "节点款", "金额方式": "固定金额", "金额": "110000",
                   "付款条件1": "事件发生", "条件内容1": "验收", "付款期限": "10", "期限单位": "天", "须有发票": "是"}
    upload(page, Form(empty).with_rows({"合同": [contract], "分期": [installment]}))
    row = page.locator("tbody tr").first.inner_text()
    assert re.search(r"\t[A-Z]+\d+\t", row) and "110000.00 ≠ 120000.00" in row, row
    look(site, page, "registration-workbook-errors")
    with page.expect_download() as marked:
        page.click("text=下载标出问题的登记表")
    assert zipfile.is_zipfile(marked.value.path())
    installment["金额"] = "120000"
    upload(page, Form(empty).with_rows({"合同": [contract], "分期": [installment]}))
    assert page.locator("button[value=save]").count() == 1, text(page)[:600]
    # Two contracts are listed and confirmed together.
    site.go(page, "/contracts/new/workbook")
    second = {"合同编号": "BR-XLSX-2"}
    upload(page, Form(empty).with_rows(
        {"合同": [contract, contract | second], "分期": [installment, installment | second]}))
    assert "合同 2 份" in text(page)
    look(site, page, "registration-workbook-confirm")
    page.click("main button.primary")
    assert page.url.endswith("/contracts")
    assert "已登记合同 2 份" in text(page)
    assert api(site, page, "/contracts/BR-XLSX-2")["version"] == 1


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Form:
    """The empty form, to write rows into as a spreadsheet program would: one file of the archive a sheet."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        shared = ElementTree.fromstring(self.parts["xl/sharedStrings.xml"])
        self.strings = ["".join(item.itertext()) for item in shared]
        names = [sheet.get("name") for sheet in ElementTree.fromstring(self.parts["xl/workbook.xml"]).iter(MAIN + "sheet")]
        self.sheets = {name: f"xl/worksheets/sheet{number}.xml" for number, name in enumerate(names, 1)}

    def with_rows(self, rows):
        """The bytes of the form with those rows, by the heads of their columns."""
        parts = dict(self.parts)
        for name, values in rows.items():
            sheet = ElementTree.fromstring(parts[self.sheets[name]])
            data = sheet.find(MAIN + "sheetData")
            heads = self.heads(data)
            for number, row in enumerate(values, 2):
                for old in [old for old in data if old.get("r") == str(number)]:
                    data.remove(old)
                cells = sorted((heads[head], value) for head, value in row.items())
                node = ElementTree.Element(MAIN + "row", r=str(number))
                for column, value in cells:
                    cell = ElementTree.SubElement(node, MAIN + "c", r=f"{letters(column)}{number}", t="inlineStr")
                    ElementTree.SubElement(ElementTree.SubElement(cell, MAIN + "is"), MAIN + "t").text = value
                data.insert(number - 1, node)
            parts[self.sheets[name]] = ElementTree.tostring(sheet, "utf-8")
        output = io.BytesIO()
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return output.getvalue()

    def heads(self, data):
        cells = [cell for cell in data[0]]
        return {self.strings[int(cell.find(MAIN + "v").text)].strip(" *＊"): column for column, cell in enumerate(cells)}


def letters(column):
    return chr(65 + column) if column < 26 else chr(64 + column // 26) + chr(65 + column % 26)


def upload(page, content):
    page.set_input_files("[name=file]", {"name": "form.xlsx", "mimeType": "application/octet-stream", "buffer": content})
    page.click("main .form button.primary")


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
