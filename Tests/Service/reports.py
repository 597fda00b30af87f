"""Compares the reports in a folder with one another and with what LibreOffice made of the workbooks.

Usage: reports.py FOLDER OFFICE
"""

import csv
import datetime
import decimal
import json
import pathlib
import re
import sys

import openpyxl

DANGEROUS = tuple("=+-@\t\r\n\0＝＋－＠")
FORMATS = {"money": "#,##0.00", "day": "yyyy-mm-dd", "instant": "yyyy-mm-dd hh:mm:ss", "count": "#,##0"}
counts = {"cells": 0, "formulas": 0, "pages": 0}


def same(found, wanted, where):
    counts["cells"] += 1
    if found != wanted:
        raise SystemExit(f"{where}: {found!r}, and not {wanted!r}")


def defused(text):
    return "'" + text if text.startswith(DANGEROUS) else text


def in_cell(text):
    """What a workbook keeps of a text: one kind of line end, no control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def unescaped(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text or "")


def plain(kind, value):
    """A value of the JSON as comma-separated values have it."""
    if value is None:
        return ""
    return f"{value}%" if kind == "percentage" else str(value)


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def check_csv(report, lines, where):
    """Texts other than those of the hostile table may be words, which JSON has as codes."""
    same(lines[0], [defused(column["heading"]) for column in report["columns"]], where)
    same(len(lines) - 1, len(report["rows"]), where)
    for line, row in zip(lines[1:], report["rows"]):
        for cell, column in zip(line, report["columns"], strict=True):
            value = plain(column["kind"], row[column["code"]])
            if column["kind"] not in ("text", "identifier"):
                same(cell, value, where)
            elif report["report"] == "hostile":
                same(cell, defused(value), where)


def check_number(cell, kind, text, where):
    """A cell that holds a number or a date, by the text of comma-separated values."""
    value = cell.value
    if isinstance(value, str):  # beyond what spreadsheets show, before what they count
        same(value, text, where)
        assert len(text) > 15 or text < "1900-03-01", f"{where}: {text} is text"
        return
    if kind in FORMATS:
        same(cell.number_format, FORMATS[kind], where)
    if kind == "money":
        same(decimal.Decimal(value).quantize(decimal.Decimal("0.01")), decimal.Decimal(text), where)
    elif kind == "percentage":
        same(round(decimal.Decimal(value) * 100, 6), decimal.Decimal(text[:-1]), where)
    elif kind == "day":
        same(value, datetime.datetime.fromisoformat(text), where)
    elif kind == "instant":
        same(value, datetime.datetime.fromisoformat(text[:23]), where)
    else:
        same(decimal.Decimal(str(value)), decimal.Decimal(text), where)


def check_sheet(sheet, cached, report, lines, where):
    header = len(report["notes"]) + 2
    for position, column in enumerate(report["columns"], 1):
        same(sheet.cell(header, position).value, column["heading"], where)
    hostile = report["report"] == "hostile"
    for number, line in enumerate(lines[1:], header + 1):
        for position, (text, column) in enumerate(zip(line, report["columns"], strict=True), 1):
            cell = sheet.cell(number, position)
            assert cell.data_type != "f", f"{where}: a formula in {cell.coordinate}"
            if column["kind"] in ("text", "identifier"):
                row = report["rows"][number - header - 1]
                value = (row[column["code"]] or "") if hostile else text
                same(unescaped(cell.value), in_cell(value), where)
                same(cell.number_format, "@", where)
            elif text == "":
                same(cell.value, None, where)
            else:
                check_number(cell, column["kind"], text, where)
    last = header + len(lines) - 1
    if len(lines) > 1:
        check_totals(sheet, cached, report, range(header + 1, last + 1), where)
    width = openpyxl.utils.get_column_letter(len(report["columns"]))
    same(sheet.freeze_panes, f"A{header + 1}", where)
    same(sheet.auto_filter.ref, f"A{header}:{width}{last}", where)
    same(sheet.print_title_rows, f"${header}:${header}", where)
    same((sheet.page_setup.orientation, int(sheet.page_setup.paperSize)), ("landscape", 9), where)
    same((sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight), (True, 0), where)
    assert "&P" in sheet.oddFooter.right.text and "&N" in sheet.oddFooter.right.text, where


def check_totals(sheet, cached, report, rows, where):
    for position, column in enumerate(report["columns"], 1):
        total = report["totals"].get(column["code"])
        cell = sheet.cell(rows.stop, position)
        if total is None:
            assert cell.value in (None, "合计", "Total"), f"{where}: {cell.value}"
            continue
        parts = [sheet.cell(row, position).value for row in rows]
        if any(isinstance(part, str) for part in parts):
            same(cell.value, str(total), where)
            continue
        letter = openpyxl.utils.get_column_letter(position)
        same(cell.value, f"=SUBTOTAL(9,{letter}{rows.start}:{letter}{rows.stop - 1})", where)
        counts["formulas"] += 1
        shown = round(decimal.Decimal(cached.cell(rows.stop, position).value), 2)
        same(shown, decimal.Decimal(total), where)
        same(shown, sum(round(decimal.Decimal(part or 0), 2) for part in parts), where)


def check_office(shown, report, lines, where):
    """The texts as LibreOffice sees them."""
    header = len(report["notes"]) + 1
    for number, line in enumerate(lines[1:], 1):
        for position, (text, column) in enumerate(zip(line, report["columns"], strict=True)):
            if column["kind"] in ("text", "identifier"):
                if report["report"] == "hostile":
                    text = report["rows"][number - 1][column["code"]]
                same(shown[header + number][position], in_cell(text), where)


def check_pages(folder, language, titles):
    info = (folder / "pdf" / f"{language}.info").read_text()
    pages = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)
    counts["pages"] += len(pages)
    assert pages, "no pages"
    for width, height in pages:
        same((round(float(width)), round(float(height))), (842, 595), "the size of a page")
    text = (folder / "pdf" / f"{language}.txt").read_text()
    assert "###" not in text, "a number is wider than its column"
    for number in (1, len(pages)):
        last = f"第 {number} 页，共 {len(pages)} 页" if language == "zh" else f"page {number} of {len(pages)}"
        assert last in text, f"{last} is not printed"
    # The largest amount that a cell holds as a number, and the smallest that it does not.
    for title in [*titles, "999,999,999,999.99", "-999,999,999,999.99", " 1000000000000.00"]:
        assert title in text, f"{title} is not printed"


def main(folder, office):
    for language in ("zh", "en"):
        workbook = openpyxl.load_workbook(folder / f"reports.{language}.xlsx")
        cached = openpyxl.load_workbook(folder / f"reports.{language}.xlsx", data_only=True)
        reports = {}
        for path in folder.glob(f"*.{language}.json"):
            report = json.loads(path.read_text())
            reports[report["title"]] = report
            check_csv(report, read_csv(path.with_suffix(".csv")), path.name)
        same(len(workbook.sheetnames), len(reports), language)
        for name in workbook.sheetnames:
            report = reports[workbook[name].cell(1, 1).value]
            lines = read_csv(folder / f"{report['report']}.{language}.csv")
            where = f"{report['report']}.{language}"
            check_sheet(workbook[name], cached[name], report, lines, where)
            check_office(read_csv(office / "csv" / f"reports.{language}-{name}.csv"), report, lines, where)
        check_pages(office, language, reports)
    print("{cells} comparisons, {formulas} formulas, {pages} pages".format(**counts))


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
