# type: ignore
"""Spreadsheets and lists: xlsx, ods, csv, tsv."""
# ruff: noqa: E501

from __future__ import annotations

import datetime
import io
from typing import Any

import openpyxl
import prose
from kit import Made, office
from openpyxl.comments import Comment

_TIME = datetime.datetime(2024, 3, 12, 9, 0)


def _saved(book: Any) -> bytes:
    book.properties.creator = "Ida Marsh"
    book.properties.created = book.properties.modified = _TIME
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _budget() -> tuple[Made, Any]:
    """Percentages, dates, money and formulas as a person sees them; a title above; a hidden sheet, a remark."""
    made = Made("xlsx", ".xlsx")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Budget 2024"
    sheet["A1"] = "Port of Vellhavn, budget in euros"
    made.wanted.append("Port of Vellhavn, budget in euros")
    rows = [("Item", "Decided", "Amount", "Share"), ("Dredging", datetime.date(2024, 3, 1), 13500000, 0.6136),
            ("Cranes", datetime.date(2024, 5, 17), 6250000.5, 0.2841), ("Offices", datetime.date(2023, 12, 31), 2250000, 0.1023)]  # fmt: skip
    for n, row in enumerate(rows, 3):
        for m, value in enumerate(row, 1):
            cell = sheet.cell(n, m, value)
            if n > 3 and m == 2:
                cell.number_format = "yyyy-mm-dd"
            if n > 3 and m == 3:
                cell.number_format = "#,##0.00"
            if n > 3 and m == 4:
                cell.number_format = "0.0%"
    sheet["A7"], sheet["C7"] = "Sum", "=SUM(C4:C6)"
    sheet["C7"].number_format = "#,##0.00"
    made.rows([("Item", "Decided", "Amount", "Share"), ("Dredging", "2024-03-01", "13,500,000.00", "61.4%"), ("Cranes", "2024-05-17", "6,250,000.50", "28.4%"),
               ("Offices", "2023-12-31", "2,250,000.00", "10.2%"), ("Sum", "22,000,000.50")])  # fmt: skip
    second = book.create_sheet("Staff")
    made.wanted.append("Staff")
    for row in made.rows([("Post", "Filled"), ("Pilots", "12"), ("Crane drivers", "31")]):
        second.append([int(cell) if cell.isdigit() else cell for cell in row])
    secret = book.create_sheet("Drafts")
    secret.append(["Bribe", 90000])
    secret.sheet_state = "hidden"
    made.hidden = ["Bribe"]
    return made, book


def budget() -> Made:
    """As LibreOffice saves it: with the results of its formulas."""
    made, book = _budget()
    made.raw = office(_saved(book), ".xlsx", "xlsx")
    return made


def open_budget() -> Made:
    made, book = _budget()
    made.kind, made.suffix = "ods", ".ods"
    made.raw = office(_saved(book), ".xlsx", "ods")
    return made


def merged() -> Made:
    """A head over two columns, two tables on one sheet, hidden rows and columns, a remark, rich text, an error, booleans."""
    made = Made("xlsx", ".xlsx")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Wells"
    sheet.append(["Depth", "Nitrate in mg/l", None, "Checked"])
    sheet.merge_cells("B1:C1")
    made.rows([("Depth", "Nitrate in mg/l", "Checked")])
    for row in ([None, "median", "highest", None], ["to 10 m", 31, 88.25, True], ["deeper", 8, 11, False]):
        sheet.append(row)
    made.rows([("median", "highest"), ("to 10 m", "31", "88.25", "TRUE"), ("deeper", "8", "11", "FALSE")])
    sheet.append([])
    sheet.append(["Laboratory", "Samples", "Ratio"])
    sheet.append(["North", 440, "#DIV/0!"])
    made.rows([("Laboratory", "Samples", "Ratio"), ("North", "440", "#DIV/0!")])
    sheet["C7"].data_type = "e"
    sheet["A7"].comment = Comment("They were late again.", "T. Quill")
    made.hidden = ["They were late again.", "Row that nobody should see"]
    sheet.append(["Row that nobody should see", 1, 2])
    sheet.row_dimensions[8].hidden = True
    sheet.append(["South", 438, 0.5])
    made.rows([("South", "438", "0.5")])
    made.raw = _saved(book)
    return made


def plain_sheet() -> Made:
    """Inline strings, no styles, times of day, negative money in brackets, a large number, text that looks like a number."""
    made = Made("xlsx", ".xlsx")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Results")
    from openpyxl.cell import WriteOnlyCell

    def cell(value: Any, form: str) -> Any:
        made_cell = WriteOnlyCell(sheet, value)
        made_cell.number_format = form
        return made_cell

    sheet.append(["Ship", "Arrived", "Result", "Code"])
    sheet.append(
        [
            "Hjelm",
            cell(datetime.datetime(2024, 2, 3, 14, 5), "yyyy-mm-dd hh:mm"),
            cell(-1204.5, "#,##0.00;(#,##0.00)"),
            "00417",
        ]
    )
    sheet.append(
        [
            "Aurora & Söhne | II",
            cell(datetime.datetime(2024, 2, 4, 6, 30), "yyyy-mm-dd hh:mm"),
            cell(98765432.1, '#,##0.0" kg"'),
            "00981",
        ]
    )
    made.rows([("Ship", "Arrived", "Result", "Code"), ("Hjelm", "2024-02-03 14:05", "(1,204.50)", "00417"),
               ("2024-02-04 06:30", "98,765,432.1 kg", "00981")])  # fmt: skip
    made.raw = _saved(book)
    return made


def semicolons() -> Made:
    """As German offices export: semicolons, decimal commas, cp1252, a title line, a cell with a line break."""
    made = Made("csv", ".csv")
    made.wanted.append("Wärmenetz Ebenau, Stand 1. März 2024")
    made.rows(
        [
            ("Straße", "Länge in km", "Verlust in %"),
            ("Mühlweg", "3,4", "9,8"),
            ("Süd; Ring", "11,2", "7,1"),
            ("Äußere Allee", "0,9", "13,0"),
        ]
    )
    made.raw = ('Wärmenetz Ebenau, Stand 1. März 2024\r\n\r\nStraße;Länge in km;Verlust in %\r\nMühlweg;3,4;9,8\r\n"Süd; Ring";11,2;7,1\r\n'
                '"Äußere\r\nAllee";0,9;13,0\r\n').encode("cp1252")  # fmt: skip
    return made


def commas() -> Made:
    """Commas, quotation marks doubled, empty cells, a row that is too short, formulas as text."""
    made = Made("csv", ".csv")
    made.rows(
        [
            ("district", "schools", "remark"),
            ("Ashmere", "14", 'called "the best", so far'),
            ("Calder Valley", "9"),
            ("Nethertoft", "21", "=SUM(1,2)"),
        ]
    )
    made.raw = b'district,schools,remark\nAshmere,14,"called ""the best"", so far"\nCalder Valley,9\n\nNethertoft,21,"=SUM(1,2)"\n'
    made.wanted.sort(key=lambda each: each.startswith("Nethertoft"))
    return made


def tabs() -> Made:
    """UTF-16 with tabs, as a spreadsheet saves "Unicode text"; Japanese and a sum."""
    made = Made("csv", ".tsv")
    rows = made.rows([("市", "冊数", "増加"), ("水原", "420,000", "6.5%"), ("川北", "118,300", "-1.2%")])
    made.raw = "".join("\t".join(row) + "\r\n" for row in rows).encode("utf-16")
    return made


def pipes() -> Made:
    """Bars between cells, a column that is empty throughout, comments at the head."""
    made = Made("csv", ".csv")
    made.wanted.append("# exported by the tram office")
    rows = made.rows([("line", "stops", "note", "passengers"), ("1", "31", "", "21.7"), ("2", "22", "", "17.0")])
    made.raw = ("# exported by the tram office\n" + "\n".join("|".join(row) for row in rows) + "\n").encode()
    return made


def prose_sheet() -> Made:
    """A sheet used as a text page: long cells one under the other."""
    made = Made("xlsx", ".xlsx")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Notes"
    for sentence in prose.TRAMS[:6]:
        sheet.append([made.say(sentence)])
    made.raw = office(_saved(book), ".xlsx", "xlsx")
    return made


MADE = (budget, open_budget, merged, plain_sheet, semicolons, commas, tabs, pipes, prose_sheet)
