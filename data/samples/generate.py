"""Write the sample workbooks: Balikpapan 2024, published totals, invented details.

Usage: python generate.py [FOLDER]. The same bytes come out of every run; README.md says which figures are real.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped, unused-ignore]

from _books import write_dpt_sheet, write_recap, write_stock_sheet
from _cartons import write_carton_sheet
from _packing import build_packing, write_packing_sheet
from _roll import TPS_COUNTS, Kelurahan, build_roll
from _stock import ELECTIONS, build_stock

CREATED = datetime(2024, 11, 13)


def write_book(path: Path, title: str, fill: Callable[[Any], None]) -> None:
    """Write one workbook with fixed properties, so that its bytes do not depend on the day."""
    with Workbook(str(path)) as book:
        book.set_properties({"title": title, "author": "contoh", "created": CREATED})
        fill(book)


def write_samples(folder: Path) -> None:
    """Write `dpt.xlsx`, `gudang.xlsx`, `koli.xlsx` and `pengesetan.xlsx` into `folder`, which must exist."""
    roll = build_roll()
    stock = build_stock(roll)
    packing = build_packing(roll, stock)

    def of(kecamatan: str) -> list[Kelurahan]:
        return [part for part in roll if part.kecamatan == kecamatan]

    def fill_dpt(book: Any) -> None:
        for kecamatan in TPS_COUNTS:
            write_dpt_sheet(book, kecamatan, of(kecamatan))

    def fill_stock(book: Any) -> None:
        write_recap(book, stock)
        write_stock_sheet(book, roll, stock)

    def fill_cartons(book: Any) -> None:
        for election in ELECTIONS:
            write_carton_sheet(book, election, stock)

    def fill_packing(book: Any) -> None:
        for kecamatan in TPS_COUNTS:
            write_packing_sheet(book, kecamatan, of(kecamatan), packing)

    write_book(folder / "dpt.xlsx", "Daftar Pemilih Tetap (contoh)", fill_dpt)
    write_book(folder / "gudang.xlsx", "Rekap surat suara di gudang (contoh)", fill_stock)
    write_book(folder / "koli.xlsx", "Daftar koli surat suara (contoh)", fill_cartons)
    write_book(folder / "pengesetan.xlsx", "Daftar pengesetan surat suara per TPS (contoh)", fill_packing)


if __name__ == "__main__":
    write_samples(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
