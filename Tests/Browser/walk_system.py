"""What an administrator does: users and their roles, departments, the calendar, tokens, the key."""

import secrets
import urllib.parse
import urllib.request

from pages import text

ADMIN = "admin@meishan"


def added(site, page, name, role="officer"):
    """Adds a user and remembers the password that is shown this once."""
    site.go(page, "/system/add-user")
    page.fill("[name='/name']", name)
    page.fill("[name='/displayName']", "王走查")
    page.select_option("[name='/department']", index=1)
    page.check(f"[value={role}]")
    page.click("main button.primary")
    site.passwords[name] = page.inner_text("code.secret")


def walk_a_user_from_adding_to_disabling(site):
    page, name = site.open(ADMIN), "walker-" + secrets.token_hex(4)
    site.go(page, "/system")
    site.look(page, "system")
    page.click("nav .tabs >> text=用户")
    site.look(page, "system-users")
    page.click("main a.button.primary")
    page.click("main button.primary")
    assert page.locator(".field.invalid").count() == 2
    page.fill("[name='/name']", ADMIN)
    page.fill("[name='/displayName']", "重名")
    page.select_option("[name='/department']", index=1)
    page.click("main button.primary")
    assert page.locator(".field.invalid [name='/name']").count() == 1, text(page)
    assert page.input_value("[name='/displayName']") == "重名"
    site.look(page, "system-add-user-refused")
    added(site, page, name)
    site.look(page, "system-user-added")
    own = site.open(name)
    site.go(own, "/me")
    assert "业务科室经办" in text(own)
    site.look(own, "me")
    page.click("text=查看该用户")
    site.look(page, "system-user")
    page.click("text=设置角色")
    page.uncheck("[value=officer]")
    page.check("[value=finance]")
    page.check("[value=auditor]")
    site.look(page, "system-roles")
    page.click("main button.primary")
    assert "财务" in text(page) and page.locator(".notice").count() == 1
    site.go(own, "/me")
    assert "财务" in text(own) and "业务科室经办" not in text(own)
    page.click("main >> text=重置密码")
    site.look(page, "system-reset-password")
    page.click("button.danger")
    old, site.passwords[name] = site.passwords[name], page.inner_text("code.secret")
    assert old != site.passwords[name]
    site.go(own, "/me")
    assert "/login" in own.url
    site.log_in(own, name)
    site.go(page, "/system/users/" + name)
    page.click("main a.button >> text=停用")
    assert "1 个会话" in text(page)
    site.look(page, "system-disable")
    page.click("button.danger")
    assert "已停用" in text(page)
    site.go(own, "/me")
    assert "/login" in own.url
    page.click("main a.button >> text=启用")
    page.click("main button.primary")
    site.log_in(own, name)


def walk_nobody_works_on_their_own_account(site):
    page = site.open(ADMIN)
    site.go(page, f"/system/users/{ADMIN}")
    assert page.locator("main a.button").count() == 0
    site.go(page, f"/system/users/{ADMIN}/disable")
    page.click("button.danger")
    assert page.locator("[role=alert]").count() == 1
    site.look(page, "system-own-account")


def walk_users_are_found(site):
    page = site.open(ADMIN)
    site.go(page, "/system/users?limit=3")
    first = page.locator("tbody th").all_inner_texts()
    page.click("a[rel=next]")
    assert not set(first) & set(page.locator("tbody th").all_inner_texts())
    page.fill("[name=q]", "treasury@meishan")
    page.click("form.filters button")
    assert page.locator("tbody th").all_inner_texts() == ["treasury@meishan"]
    site.go(page, "/system/users/nobody", status=404)


def walk_a_chain_of_approval_and_a_cooling_time(site):
    page, name = site.open(ADMIN), "走查局" + secrets.token_hex(3)
    site.go(page, "/system/departments/new")
    page.fill("[name='/name']", name)
    page.click("main button.primary")
    site.go(page, "/system/departments")
    site.look(page, "system-departments")
    page.click(f"[aria-label='更改审批链 {name}']")
    page.select_option("[name='/roles/1']", "section-head")
    page.click("main button.primary")
    assert page.locator(".field.invalid").count() == 1, text(page)
    site.look(page, "system-chain-refused")
    page.select_option("[name='/roles/1']", "head")
    page.select_option("[name='/roles/2']", "")
    page.click("main button.primary")
    assert "科室负责人 → 单位负责人 → 国库支付" in page.inner_text(f"tr:has-text('{name}')")
    page.click(f"[aria-label='更改冷静期 {name}']")
    page.fill("[name='/hours']", "9000")
    page.click("main button.primary")
    assert page.locator(".field.invalid").count() == 1 and page.input_value("[name='/hours']") == "9000"
    page.fill("[name='/hours']", "48")
    site.look(page, "system-cooling")
    page.click("main button.primary")
    assert "48 小时" in page.inner_text(f"tr:has-text('{name}')")
    meishan = site.open(ADMIN)
    site.go(meishan, "/system/departments")
    meishan.click("tbody a >> nth=0")
    assert "提出时的审批链" in text(meishan) or "没有未办结" in text(meishan)
    site.look(meishan, "system-chain")


def walk_the_calendar_is_looked_at_and_replaced(site):
    page = site.open(ADMIN)
    site.go(page, "/system/calendar?year=2024")
    assert "2024年10月1日 周二" in text(page)
    site.look(page, "system-calendar")
    with page.expect_download() as waiting:
        page.click("text=下载现用日历")
    present = open(waiting.value.path(), encoding="utf-8").read()

    def send(content):
        site.go(page, "/system/calendar")
        page.set_input_files("[name=file]", {"name": "c.csv", "mimeType": "text/csv", "buffer": content.encode()})
        page.click("main button.primary")

    site.go(page, "/system/calendar")
    page.click("main button.primary")
    assert page.locator(".field.invalid").count() == 1
    send("no calendar")
    assert page.locator(".field.invalid").count() == 1
    site.look(page, "system-calendar-refused")
    send(present)
    assert "与现用的相同" in text(page)
    send(present + "2099-12-31,holiday\n")
    assert "增加 1 天" in text(page) and "2099年12月31日" in text(page)
    site.look(page, "system-calendar-confirm")
    page.click("main button.primary")
    assert "已启用" in page.inner_text(".notice")
    site.go(page, "/system/calendar?year=2099")
    assert "2099年12月31日" in text(page)
    # As it was, for the other walks.
    send(present)
    page.click("main button.primary")
    assert "已启用" in page.inner_text(".notice")


def walk_a_token_from_issuing_to_revoking(site):
    page, label = site.open(ADMIN), "走查 " + secrets.token_hex(4)
    site.go(page, "/system/tokens/new")
    page.fill("[name='/label']", label)
    page.fill("[name='/account']", "nobody")
    page.fill("[name='/days']", "9999")
    page.click("main button.primary")
    assert page.locator(".field.invalid").count() == 1 and page.input_value("[name='/label']") == label
    page.fill("[name='/days']", "7")
    page.click("main button.primary")
    assert page.locator(".field.invalid [name='/account']").count() == 1
    page.fill("[name='/account']", "treasury@meishan")
    key = page.input_value("[name=form-key]")
    page.click("main button.primary")
    token = page.inner_text("pre.copy")
    site.look(page, "system-token-issued")

    def call():
        request = urllib.request.Request(site.url + "/api/v1/me", headers={"Authorization": "Bearer " + token})
        try:
            return urllib.request.urlopen(request).status
        except urllib.error.HTTPError as error:
            return error.code

    assert call() == 200
    # Sent once more, as by a second click: no second token.
    again = page.request.post(site.url + "/system/tokens/new", form={
        "form-key": key, "/account": "treasury@meishan", "/label": label, "/days": "7"},
        headers={"Origin": site.url})
    assert again.status == 422 and "已提交过" in again.text(), again.status
    site.go(page, "/system/tokens")
    assert page.locator(f"tr:has-text('{label}')").count() == 1
    site.look(page, "system-tokens")
    page.click(f"tr:has-text('{label}') a")
    site.look(page, "system-token-revoke")
    page.click("button.danger")
    assert "已吊销" in page.inner_text(f"tr:has-text('{label}')")
    assert call() == 401


def walk_the_key_in_english_without_script(site):
    page = site.open(ADMIN, script=False, language="en-US")
    site.go(page, "/system/key")
    assert "BEGIN PUBLIC KEY" in text(page)
    fingerprint = page.inner_text("pre.copy >> nth=0")
    assert len(fingerprint) == 64
    for path in ("", "/users", "/departments", "/tokens", "/calendar"):
        site.go(page, "/system" + path)
    name = "walker-" + secrets.token_hex(4)
    added(site, page, name, role="treasury")
    site.go(page, "/system/users/" + name)
    assert "Treasury" in text(page)
    page.click("main a >> text=Disable")
    page.click("button.danger")
    assert "disabled" in text(page)
    english = site.open(ADMIN, language="en-US")
    for path in ("", "/key", "/add-user", "/departments"):
        site.go(english, "/system" + path)
        site.look(english, "system-english" + path.replace("/", "-"))
    dark = site.open(ADMIN, dark=True)
    site.go(dark, "/system/users/" + urllib.parse.quote(name))
    site.look(dark, "system-user-dark")
