"""The work desk: what every day begins with."""

from pages import text


def walk_finance_sees_what_is_overdue_and_why_nothing_else_can_be_paid(site):
    page = site.open("finance@meishan")
    site.go(page, "/")
    for words in ("现应付", "待我办理", "已逾期", "天府市民云", "718,880.00", "条件未齐"):
        assert words in text(page), words
    assert page.locator("svg[role=img]").count() == 2
    for summary in page.locator("summary").all():
        summary.click()
    site.look(page, "desk")
    page.click("main a:has-text('天府市民云')")
    assert "/contracts/MS-2020-TFSMY" in page.url


def walk_in_english_and_in_the_dark(site):
    page = site.open("finance@meishan", language="en-GB", dark=True)
    site.go(page, "/")
    assert page.get_attribute("html", "lang") == "en" and "Payable now" in text(page)
    site.look(page, "desk-english-dark")


def walk_without_scripts(site):
    page = site.open("officer@meishan", script=False)
    site.go(page, "/")
    page.click("summary >> nth=0")
    assert "718,880.00" in text(page)


def walk_administrators_see_no_money(site):
    page = site.open("admin@meishan")
    page.goto(site.url + "/")
    assert page.url.endswith("/system") and "718,880.00" not in page.content()
