"""What happens to a sheet between the one who knew the figures and the one who sends the file."""

from collections.abc import Callable
from datetime import date
from random import Random

from logistik.core.grid import Value

Sheet = list[list[Value]]
"""Rows of cells; the header is the first row."""

JUNK: tuple[Value, ...] = (
    "", "-", "nihil", "#REF!", "#N/A", "x", "?", "sda", "lihat lampiran", -1, 0, 0.5, 1.234, 12.5, True, 1e20,
    date(2024, 11, 13), "1.2.3", "12 koli", "=1+1", "1.000,5", "250 lbr", "\u200b", "2 x 500", "100+5", "TOTAL",
)  # fmt: skip
HEADERS = (
    "", "Jumlah", "Total", "Baik", "Rusak", "Diterima", "TPS", "Kecamatan", "Kelurahan", "L", "P", "No", "Keterangan",
    "Salah Daerah", "Belum Disortir", "Susulan", "Surat Jalan", "Dipesan", "Tanggal", "Sobek", "Wilayah", "Meja",
)  # fmt: skip
LINES: tuple[list[Value], ...] = (
    ["JUMLAH", "", "", 1, 2, 3], ["KECAMATAN : TIMUR"], ["KELURAHAN SATU"], ["Catatan: sesuai pleno"], ["", "", "", 5],
    ["PEMILIHAN WALI KOTA"], [1, 2, 3, 4, 5, 6], ["TPS", "Jumlah"], ["", "Balikpapan, 20 September 2024"], ["", "", 7],
    ["Sub Total"], ["Balikpapan Timur", "", "", "", "", 900], ["PSU"],
)  # fmt: skip


def blank_a_cell(sheet: Sheet, chance: Random) -> None:
    """Somebody pressed Delete."""
    row = chance.choice(sheet[1:] or sheet)
    if row:
        row[chance.randrange(len(row))] = ""


def spoil_a_cell(sheet: Sheet, chance: Random) -> None:
    """Somebody typed something else."""
    row = chance.choice(sheet[1:] or sheet)
    if row:
        row[chance.randrange(len(row))] = chance.choice(JUNK)


def mistype_a_number(sheet: Sheet, chance: Random) -> None:
    """A number that is another number."""
    cells = [(row, at) for row in sheet[1:] for at, value in enumerate(row) if type(value) is int and value > 20]
    if cells:
        row, at = chance.choice(cells)
        row[at] = abs(int(str(row[at])) + chance.choice((-9, -1, 1, 10, 27, 900)))


def delete_a_row(sheet: Sheet, chance: Random) -> None:
    """A row is gone."""
    if len(sheet) > 2:
        del sheet[chance.randrange(1, len(sheet))]


def repeat_a_row(sheet: Sheet, chance: Random) -> None:
    """A row was copied."""
    sheet.insert(chance.randrange(1, len(sheet) + 1), list(chance.choice(sheet)))


def swap_rows(sheet: Sheet, chance: Random) -> None:
    """Two rows changed places."""
    one, other = (chance.randrange(len(sheet)) for _ in range(2))
    sheet[one], sheet[other] = sheet[other], sheet[one]


def delete_a_column(sheet: Sheet, chance: Random) -> None:
    """A column is gone."""
    at = chance.randrange(max(map(len, sheet)))
    for row in sheet:
        del row[at : at + 1]


def insert_a_column(sheet: Sheet, chance: Random) -> None:
    """A blank column came in."""
    at = chance.randrange(max(map(len, sheet)) + 1)
    for row in sheet:
        row.insert(at, "")


def swap_columns(sheet: Sheet, chance: Random) -> None:
    """Two columns changed places, with their headers."""
    width = min(map(len, sheet))
    if width > 1:
        one, other = chance.sample(range(width), 2)
        for row in sheet:
            row[one], row[other] = row[other], row[one]


def shift_a_row(sheet: Sheet, chance: Random) -> None:
    """The cells of a row slipped one column."""
    row = chance.choice(sheet[1:] or sheet)
    if chance.random() < 0.5:
        row.insert(0, "")
    else:
        del row[:1]


def shift_the_cells(sheet: Sheet, chance: Random) -> None:
    """All cells slipped one column, the header did not."""
    at, right = chance.randrange(max(map(len, sheet))), chance.random() < 0.5
    for row in sheet[1:]:
        if right:
            row.insert(at, "")
        else:
            del row[at : at + 1]


def drop_a_column_by_one(sheet: Sheet, chance: Random) -> None:
    """The cells of one column slipped one row."""
    at = chance.randrange(max(map(len, sheet)))
    above: Value = ""
    for row in sheet[1:]:
        if at < len(row):
            above, row[at] = row[at], above


def rename_a_header(sheet: Sheet, chance: Random) -> None:
    """A header says something else."""
    if sheet[0]:
        sheet[0][chance.randrange(len(sheet[0]))] = chance.choice(HEADERS)


def insert_a_line(sheet: Sheet, chance: Random) -> None:
    """A title, a note, a total or a stray came in."""
    sheet.insert(chance.randrange(len(sheet) + 1), list(chance.choice(LINES)))


def insert_a_blank_row(sheet: Sheet, chance: Random) -> None:
    """A blank row came in."""
    sheet.insert(chance.randrange(len(sheet) + 1), [])


Disturbance = Callable[[Sheet, Random], None]

DISTURBANCES: tuple[Disturbance, ...] = (
    blank_a_cell, spoil_a_cell, mistype_a_number, delete_a_row, repeat_a_row, swap_rows, delete_a_column,
    insert_a_column, swap_columns, shift_a_row, shift_the_cells, drop_a_column_by_one, rename_a_header, insert_a_line,
    insert_a_blank_row,
)  # fmt: skip
