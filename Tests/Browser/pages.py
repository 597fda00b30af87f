"""The site as its people use it: logging in by role, looking at each page closely."""

import pathlib
import re

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
# WCAG 2.2 AA and what goes before it.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


class Site:
    """A running service with the demo accounts of ops/up; everything that is looked at is written to a directory."""

    def __init__(self, browser, url, accounts, work):
        self.browser, self.url, self.work = browser, url.rstrip("/"), pathlib.Path(work)
        lines = pathlib.Path(accounts).read_text("utf-8").splitlines()
        self.passwords = dict(line.split()[:2] for line in lines if line.strip())
        (self.work / "html").mkdir(parents=True, exist_ok=True)
        (self.work / "pictures").mkdir(parents=True, exist_ok=True)
        self.looked_at = 0

    def open(self, account=None, *, script=True, language="zh-CN", dark=False, width=1280):
        """A browser of its own, logged in where an account is named."""
        context = self.browser.new_context(
            java_script_enabled=script, locale=language, color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": 900}, accept_downloads=True)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda line: line.type in ("error", "warning") and not expected(line.text)
                and page.complaints.append(line.text))
        page.on("response", lambda answer: remember(page, answer))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        if account:
            self.log_in(page, account)
        return page

    def log_in(self, page, account):
        self.go(page, "/login")
        page.fill("[name=name]", account)
        page.fill("[name=password]", self.passwords[account])
        page.click("main button.primary")
        assert not page.url.endswith("/login"), text(page)

    def go(self, page, path, status=200):
        answer = page.goto(self.url + path)
        assert answer.status == status, f"{path}: {answer.status}, wanted {status}"
        return answer

    def look(self, page, name, *, narrow=True):
        """Looks at the page that is open: no complaint, axe finds nothing, no sideways scrolling at 320 px, a picture
        of it and its HTML are kept for a person and a validator."""
        assert not page.complaints, f"{name}: {page.complaints}"
        self.looked_at += 1
        (self.work / "html" / f"{name}.html").write_text(page.answer.text(), "utf-8")
        page.screenshot(path=self.work / "pictures" / f"{name}.png", full_page=True)
        found = AXE.run(page, options=RULES).response["violations"]
        told = [f"{rule['id']} ({rule['help']}): {node['html'][:200]}" for rule in found for node in rule["nodes"][:3]]
        assert not told, f"{name}: " + "\n".join(told)
        if narrow:
            size = page.viewport_size
            page.set_viewport_size({"width": 320, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            page.screenshot(path=self.work / "pictures" / f"{name}-320.png", full_page=True)
            page.set_viewport_size(size)
            assert wide <= 320, f"{name}: {wide} px wide at 320 px"


def expected(message):
    """What the browser's console says of answers that are as they should be."""
    return bool(re.search(r"status of (4\d\d)", message))


def remember(page, answer):
    """The answer that the page shows: its HTML is as the server sent it, not what the browser made of it."""
    if answer.request.is_navigation_request() and answer.frame == page.main_frame and not 300 <= answer.status < 400:
        page.answer = answer


def text(page):
    """What a person reads on the page."""
    return page.inner_text("main")
