"""Logging in and out, languages, what is refused."""

from pages import text


def walk_logging_in_and_out(site):
    page = site.open()
    site.go(page, "/contracts")
    assert "/login" in page.url and "back=" in page.url
    site.look(page, "login")
    page.fill("[name=name]", "officer@meishan")
    page.fill("[name=password]", site.passwords["officer@meishan"])
    page.click("main button.primary")
    assert page.url.endswith("/contracts"), page.url
    page.click("header button")
    assert page.url.endswith("/login")
    site.go(page, "/contracts")
    assert "/login" in page.url


def walk_a_wrong_password_keeps_the_name(site):
    page = site.open()
    site.go(page, "/login")
    page.fill("[name=name]", "officer@meishan")
    page.fill("[name=password]", "certainly wrong")
    page.click("main button.primary")
    assert page.input_value("[name=name]") == "officer@meishan"
    assert page.input_value("[name=password]") == ""
    assert page.locator("[role=alert]").count() == 1
    site.look(page, "login-refused")


def walk_english_by_the_switch_and_back(site):
    page = site.open("officer@meishan", script=False)
    site.go(page, "/contracts")
    page.click("text=English")
    assert page.get_attribute("html", "lang") == "en" and page.url.endswith("/contracts")
    page.click("text=中文")
    assert page.get_attribute("html", "lang") == "zh-CN" and "合同" in text(page)


def walk_what_is_not_there(site):
    page = site.open("officer@meishan")
    site.go(page, "/nothing/here", status=404)
    site.look(page, "not-found")
