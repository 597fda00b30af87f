"""What anybody does about the own account, as a user of the walk's own making."""

import base64
import hashlib
import hmac
import secrets
import time

from pages import text
from walk_system import ADMIN, added


def newcomer(site):
    """The name of a user that nobody else uses."""
    name = "own-" + secrets.token_hex(4)
    added(site, site.open(ADMIN), name)
    return name


def code(secret, step):
    """RFC 6238."""
    key = base64.b32decode(secret.replace(" ", "") + "=" * (-len(secret.replace(" ", "")) % 8))
    digest = hmac.new(key, step.to_bytes(8, "big"), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{int.from_bytes(digest[place:place + 4], 'big') % 2**31 % 10**6:06}"


def walk_ones_own_password(site):
    name = newcomer(site)
    page, elsewhere = site.open(name), site.open(name)
    site.go(page, "/me/password")
    site.look(page, "me-password")

    def send(current, new, repeated):
        page.fill("[name='/current']", current)
        page.fill("[name='/password']", new)
        page.fill("[name=repeated]", repeated)
        page.click("main button.primary")

    new = "stapled heron " + secrets.token_hex(4)
    send(site.passwords[name], new, new + "x")
    assert page.locator(".field.invalid [name=repeated]").count() == 1
    send(site.passwords[name], "short", "short")
    assert page.locator(".field.invalid [name='/password']").count() == 1, text(page)
    send("wrong horse battery", new, new)
    assert page.locator(".field.invalid [name='/current']").count() == 1
    site.look(page, "me-password-refused")
    send(site.passwords[name], new, new)
    assert page.url.endswith("/me") and "密码已修改" in page.inner_text(".notice"), text(page)
    site.go(elsewhere, "/me")
    assert "/login" in elsewhere.url
    site.passwords[name] = new
    site.log_in(elsewhere, name)


def walk_a_second_factor(site):
    name = newcomer(site)
    page = site.open(name)
    site.go(page, "/me/second-factor")
    site.look(page, "me-second-factor")
    page.fill("[name='/password']", "wrong horse battery")
    page.click("main button.primary")
    assert page.locator(".field.invalid").count() == 1
    page.fill("[name='/password']", site.passwords[name])
    page.click("main button.primary")
    secret = page.inner_text("code.secret")
    site.look(page, "me-second-factor-begun")
    now = int(time.time()) // 30
    page.fill("[name='/code']", code(secret, now - 1000))
    page.click("main button.primary")
    assert page.locator(".field.invalid").count() == 1 and page.inner_text("code.secret") == secret
    assert page.locator("svg.qr").count() == 1
    page.fill("[name='/code']", code(secret, int(time.time()) // 30 - 1))
    page.click("main button.primary")
    assert "已启用" in page.inner_text(".notice"), text(page)
    site.look(page, "me-second-factor-on")
    other = site.open()
    site.go(other, "/login")
    other.fill("[name=name]", name)
    other.fill("[name=password]", site.passwords[name])
    other.click("main button.primary")
    other.fill("[name=password]", site.passwords[name])
    other.fill("[name=code]", code(secret, int(time.time()) // 30))
    other.click("main button.primary")
    assert not other.url.endswith("/login"), text(other)
    site.go(page, "/me/second-factor/removal")
    site.look(page, "me-second-factor-removal")
    page.fill("[name='/code']", code(secret, int(time.time()) // 30 + 1))
    page.click("button.danger")
    assert "已停用" in page.inner_text(".notice"), text(page)


def walk_sessions_are_ended(site):
    name = newcomer(site)
    page, second, third = site.open(name), site.open(name), site.open(name)
    site.go(page, "/me/sessions")
    assert page.locator("tbody tr").count() == 3
    site.look(page, "me-sessions")
    page.click("tbody a >> nth=0")
    site.look(page, "me-session-end")
    page.click("button.danger")
    assert page.locator("tbody tr").count() == 2
    page.click("text=结束其他全部会话")
    page.click("button.danger")
    assert page.locator("tbody tr").count() == 1
    for other in (second, third):
        site.go(other, "/me")
        assert "/login" in other.url
    site.log_in(second, name)
    site.go(page, "/me/sessions")
    page.click("text=在所有地方退出")
    page.click("button.danger")
    assert "/login" in page.url and "会话已结束" in text(page)
    for other in (page, second):
        site.go(other, "/me")
        assert "/login" in other.url


def walk_ones_own_account_in_english_without_script(site):
    page = site.open("auditor@meishan", script=False, language="en-US")
    site.go(page, "/me")
    assert "As Auditor" in text(page) and "export bundles" in text(page)
    for path in ("/password", "/second-factor", "/sessions"):
        site.go(page, "/me" + path)
    page = site.open("auditor@meishan", language="en-US")
    site.go(page, "/me")
    site.look(page, "me-english")
