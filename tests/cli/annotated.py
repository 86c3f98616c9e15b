"""What the tests of `--annotate` share: a small case in many kinds of files, and what is left of it in the copy."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from tests.readers.archives import bent, packed, unpacked
from tests.tools import Ran, Rows, Runner, write_csv, write_xlsx
from tests.writers import write_ods, write_xls

ROLL: Rows = [["Kecamatan", "Kelurahan", "TPS", "L", "P", "Jumlah"], ["Utara", "Mawar", 1, 150, 151, 300]]
"""One TPS whose sexes are 301 while Jumlah says 300: LG403 at F2, related to D2 and E2."""
COPY = "ditandai.xlsx"


def opened(folder: Path) -> Any:
    """The copy as openpyxl reads it."""
    return openpyxl.load_workbook(folder / COPY)


def comments(sheet: Worksheet) -> dict[str, str]:
    """The comments of a sheet by cell."""
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def told(ran: Ran) -> list[tuple[object, ...]]:
    """The findings of a JSON audit without the name of the file."""
    return [
        (each["code"], each["message"], each["count"], each["location"]["sheet"], each["location"]["cell"])
        for each in ran.json["findings"]
    ]


def marked(logistik: Runner, *words: str | Path) -> Ran:
    """Audit with a copy, and hold the audit of the copy against it: the same balances, the same findings."""
    ran = logistik("audit", "--no-ledger", "--format", "json", "--annotate", COPY, *words)
    assert ran.status in (0, 1), ran.err
    again = logistik.audit(COPY, *words[1:])
    assert again.json["balances"] == ran.json["balances"]
    assert told(again) == told(ran)
    return ran


def as_xlsx(path: Path, rows: Rows) -> None:
    write_xlsx(path, {"DPT": rows})


def as_csv(path: Path, rows: Rows) -> None:
    write_csv(path, rows)


def as_xls(path: Path, rows: Rows) -> None:
    write_xls(path, {"DPT": rows})


def as_ods(path: Path, rows: Rows, title: str = "DPT") -> None:
    write_ods(path, {title: rows})


Filling = Callable[[xlsxwriter.Workbook, Any], None]
"""Adds something to a workbook and its sheet of the roll."""


def with_more(path: Path, filling: Filling, rows: Rows = ROLL) -> Path:
    """The roll in a workbook with something else in it."""
    with xlsxwriter.Workbook(str(path), {"strings_to_urls": False}) as book:
        sheet = book.add_worksheet("DPT")
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                sheet.write(row, column, value)
        filling(book, sheet)
    return path


def with_parts(path: Path, *names: str) -> Path:
    """The roll in a workbook that has these parts too."""
    as_xlsx(path, ROLL)
    path.write_bytes(packed({**unpacked(path.read_bytes()), **dict.fromkeys(names, b"x")}))
    return path


def with_change(path: Path, old: str, new: str, part: str, rows: Sequence[Sequence[object]] = ROLL) -> Path:
    """The roll in a workbook with the text of one part changed by hand."""
    as_xlsx(path, rows)
    before = path.read_bytes()
    path.write_bytes(bent(before, lambda text: text.replace(old, new, 1), part))
    assert path.read_bytes() != before
    return path
